"""Which files were compared, and by which version of the tool."""

import hashlib
from typing import Final, NamedTuple

from pan_tp_cli import __version__
from pan_tp_cli.checked import Checked, Input, Origin
from pan_tp_cli.place import Role
from pan_tp_cli.text import Lang, Text, one_line

FILE: Final = {
    Role.PLAN: Text("plan", "plan"),
    Role.INDICATORS: Text("indicateurs", "indicators"),
    Role.WAIVERS: Text("dérogations", "waivers"),
    Role.SETTINGS: Text("réglages", "settings"),
}
EMBEDDED: Final = Text("livré avec pan-tp {version}", "comes with pan-tp {version}")


class File(NamedTuple):
    """A file that was read: what for, its name, and the SHA-256 of its bytes."""

    role: str
    name: str
    sha256: str


class Version(NamedTuple):
    """One of both versions: what the plan calls itself, its revision, its files."""

    title: str
    acronym: str
    revision: str
    origin: str
    files: tuple[File, ...]

    @property
    def main(self) -> str:
        """Return the name of the first file, which is the plan where there is one."""
        return self.files[0].name if self.files else ""


def version(checked: Checked, lang: Lang) -> Version:
    """Return what is to be said of one version."""
    plan = checked.project.plan
    embedded = checked.origin is Origin.EMBEDDED
    return Version(
        title=one_line(plan.title) if plan else "",
        acronym=one_line(plan.acronym) if plan else "",
        revision=plan.revision.isoformat() if plan and plan.revision else "",
        origin=EMBEDDED.get(lang).format(version=__version__) if embedded else "",
        files=tuple(_file(given, lang) for given in checked.inputs),
    )


def _file(given: Input, lang: Lang) -> File:
    return File(FILE[given.role].get(lang), given.name, hashlib.sha256(given.data).hexdigest())
