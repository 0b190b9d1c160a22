"""What a shell may complete a word to: formats, rules, findings, codes, revisions.

A completer is called only while a shell asks, so that commands pay for none of them.
"""

import os
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

import typer

from pan_tp_cli.cli.clock import today
from pan_tp_cli.fault import InputError

VARIABLE: Final = "_PAN_TP_COMPLETE"
"""What the scripts of the shells set, as typer names it."""
SEPARATOR: Final = ","
NAMES_OF_REVISIONS: Final = (
    "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes",
)  # fmt: skip
_TYPED_AS_IT_IS: Final = re.compile(r"(?!-)[\w./:@,=+-]+").fullmatch
"""What no shell takes for anything but a word: bash puts an answer into the line unquoted."""

Completer = Callable[..., list[str]]


def asked() -> bool:
    """Tell whether a shell asks what a word may be completed to."""
    return VARIABLE in os.environ


def harmless(names: Iterable[str]) -> list[str]:
    """Return the names that a shell takes as they are: those of a plan or of a branch may be any.

    `$(command)` is a valid name of a branch, and a line that holds it runs the command.
    """
    return list(dict.fromkeys(filter(_TYPED_AS_IT_IS, names)))


def choices(names: Sequence[str]) -> Completer:
    """Return a completer to one of some names."""

    def complete() -> list[str]:
        return list(names)

    return complete


def rules() -> list[str]:
    """Return the identifiers of all rules."""
    from pan_tp_cli.rules import identifiers  # looks through folders

    return list(identifiers())


def schemas() -> list[str]:
    """Return the names of all schemas."""
    from pan_tp_cli.schema.catalogue import SCHEMAS  # no part of a check

    return [schema.name for schema in SCHEMAS]


def rules_and_families(incomplete: str) -> list[str]:
    """Return rules and families, behind those that the word lists already."""
    known = rules()
    families = dict.fromkeys(rule.partition(".")[0] for rule in known)
    before, comma, _ = incomplete.rpartition(SEPARATOR)
    return [f"{before}{comma}{name}" for name in (*families, *known)]


def findings(ctx: typer.Context) -> list[str]:
    """Return what a check of the plan finds, as `waive add` takes it: ``RULE@NODE[,COLUMN]``."""
    from pan_tp_cli import app, reviewing, rules  # a check
    from pan_tp_cli.checked import Conventions

    plan, indicators, waivers = (_path(ctx, name) for name in ("plan", "indicators", "waivers"))
    try:
        conventions = Conventions(today(), waivers, app.settings(plan))
    except InputError:
        return []
    report = app.check(plan, indicators, rules.identifiers(), conventions).report
    return harmless(reviewing.called(located) for located in report.findings) if report else []


def nodes(ctx: typer.Context) -> list[str]:
    """Return the codes and identifiers that the files of a plan hold, as `show` takes them."""
    from pan_tp_cli.viewing import codes  # reads files

    try:
        return harmless(codes(_path(ctx, "plan"), _path(ctx, "indicators")))
    except InputError:
        return []


def _path(ctx: typer.Context, name: str) -> Path | None:
    given = ctx.params.get(name)
    return Path(given) if given else None


def revisions() -> list[str]:
    """Return the branches and tags of the repository that the current folder is in."""
    from pan_tp_cli.git import command  # asks git

    try:
        return harmless(command.output(NAMES_OF_REVISIONS, Path.cwd()).split())
    except command.GitError:
        return []
