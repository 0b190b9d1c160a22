"""Pages of HTML made from the templates of the package: one file each, that needs nothing else."""

import base64
import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from pan_tp_cli.text import Lang, printable, without_commands

if TYPE_CHECKING:
    from jinja2 import Environment

PACKAGE: Final = "pan_tp_cli.report"
_spaces = re.compile(r"[^\S\xa0\u202f]+").sub


def fill(template: str, lang: Lang, **parts: object) -> str:
    """Return a page in a language; all that is filled in is escaped."""
    page = _environment().get_template(template).render(lang=lang.value, **parts)
    return without_commands(page, "&#35;")


class Script(NamedTuple):
    """A script of a page, and what its content security policy calls it."""

    text: str
    source: str


def script(name: str) -> Script:
    """Return a script of the package, the only one that a page then lets run."""
    environment = _environment()
    if environment.loader is None:
        raise TypeError
    text = environment.loader.get_source(environment, name)[0].strip()
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Script(text, f"'sha256-{digest}'")


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # 50 ms, for pages alone

    return Environment(
        loader=PackageLoader(PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _shown(value: object) -> object:
    """Return a text without characters that a page must not hold; markup and numbers as is."""
    if type(value) is not str:
        return value
    return printable(_spaces(" ", value))
