"""Comparing two versions: both are checked, then told apart."""

import os
import shlex
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pan_tp_cli import app, files, rules
from pan_tp_cli.checked import Checked, Conventions, Since
from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.change import Diff
from pan_tp_cli.diff.compare import compare
from pan_tp_cli.diff.findings import match
from pan_tp_cli.diff.matching import pairs
from pan_tp_cli.diff.node import nodes
from pan_tp_cli.diff.previous import Previous
from pan_tp_cli.engine import located
from pan_tp_cli.fault import Fault, InputError
from pan_tp_cli.finding import Finding
from pan_tp_cli.message import Message
from pan_tp_cli.place import Place, Role
from pan_tp_cli.text import Text, printable

if TYPE_CHECKING:
    from pan_tp_cli.git.path import AnyPath, GitPath

NO_WORKING_FILES: Final = Text(
    "ce dépôt n'a pas de fichiers de travail : donnez aussi la version à comparer (REVISION)",
    "this repository has no working files: give the version to compare too (REVISION)",
)


def diff(
    before: "AnyPath",
    after: "AnyPath | None",
    identifiers: Sequence[str],
    conventions: Conventions,
) -> Compared:
    """Compare two versions of a plan; faults are returned, never raised."""
    sides = [app.check(plan, None, identifiers, conventions) for plan in (before, after)]
    return compared(*sides)


def refuse_bare(versions: "Sequence[AnyPath | None]") -> None:
    """Raise InputError, with the command that was meant, for a revision without a path."""
    given = [version for version in versions if version is not None]
    meant = [files.spelled(version) for version in given]
    if not any(meant):
        return
    from pan_tp_cli.git import texts  # loaded with what was meant

    names = [each or (str(name),) for name, each in zip(given, meant, strict=True)]
    command = shlex.join(("pan-tp", "diff", *(part for each in names for part in each)))
    wrong = next(name for name, each in zip(given, meant, strict=True) if each)
    message = Message(texts.BARE_COMMAND, {"command": printable(command)})
    raise InputError(Fault(printable(str(wrong)), message))


def working_version(base: "AnyPath", revision: "AnyPath | None") -> "AnyPath | None":
    """Return what a base is compared with: the revision given, else the working files.

    These are at the place of the base where that is in git, else None: those that a check takes.
    Raises InputError where there are none.
    """
    meant = files.meant(base)
    if revision is not None or meant is None or isinstance(meant, Path):
        return revision
    here = meant.here()
    if here is None:
        files.find(meant, None)  # says what is wrong with the base itself, if anything
        raise InputError(Fault(printable(str(base)), Message(NO_WORKING_FILES)))
    return files.near(here)


def files_alone(old: tuple[Path, str, str], new: tuple[Path, str, str]) -> Compared:
    """Compare two versions of one file, given with name and version; the null device is none."""
    sides = [app.check_alone(*side, rules.of_plans()) for side in (old, new)]
    return compared(*sides)


def lines(found: Compared) -> str:
    """Return the lines that differ between two versions of one file, as a unified diff."""
    from difflib import unified_diff  # only where a version cannot be read as a plan

    old, new = _text(found.before), _text(found.after)
    written = unified_diff(old, new, _name(found.before), _name(found.after), lineterm="")
    return "".join(f"{printable(line)}\n" for line in written)


def _name(side: Checked) -> str:
    return next(iter(side.names.values()), os.devnull)


def _text(side: Checked) -> list[str]:
    """Return the lines of a file that may hold anything, without their ends."""
    data = b"".join(each.data for each in side.inputs)
    lines = data.decode("utf-8", "replace").split("\n")
    return [line.removesuffix("\r") for line in (lines if lines[-1] else lines[:-1])]


def compared(before: Checked, after: Checked) -> Compared:
    """Compare two versions that were checked."""
    if before.faults or after.faults or before.report is None or after.report is None:
        return Compared(before, after)
    found = compare(before.project, after.project, rules.load(rules.of_plans()))
    stale = tuple(located((each.finding for each in found.stale), after.documents))
    findings = match(before.report, after.report, found.pairs, found.touched)
    findings = findings._replace(new=Previous(found.pairs, after.report).first(findings.new))
    places = frozenset(_places(found))
    of_stale = tuple(each for each in findings.new if _stands_at(each.finding, places))
    return Compared(before, after, found, findings, stale, of_stale)


def since(
    checked: Checked, revision: str, identifiers: Sequence[str], conventions: Conventions
) -> Checked:
    """Return a check with what is new against a revision alone: ``REF``, or ``REF:path``.

    The same plan is meant there, and the same framework where the revision names no path. A plan
    that a revision does not hold yet is new in all that it says.
    """
    plan = files.in_revision(checked.paths[Role.PLAN], revision)
    if ":" not in revision and _is_later(plan):
        return checked._replace(since=Since(printable(str(plan)), 0, ()))
    indicators = checked.paths.get(Role.INDICATORS)
    elsewhere = indicators is not None and indicators.name != files.INDICATORS_NAME
    other = None
    if indicators is not None and elsewhere and ":" not in revision:
        other = files.in_revision(indicators, revision)
    return only_new(checked, app.check(plan, other, identifiers, conventions))


def _is_later(plan: "GitPath") -> bool:
    """Tell whether a revision that git knows does not hold a plan; else the check says what is."""
    try:
        return plan._replace(path="").exists() and not plan.exists()
    except InputError:
        return False


def only_new(checked: Checked, base: Checked) -> Checked:
    """Return a check with what is new against an earlier version alone.

    Where that version cannot be used its faults are told, and no findings: which are new is not
    known then.
    """
    if checked.report is None or base.report is None or base.faults:
        return checked._replace(report=None, faults=(*checked.faults, *base.faults))
    found = pairs(nodes(base.project), nodes(checked.project))
    matched = match(base.report, checked.report, found.all)
    since = Since(base.names[Role.PLAN], len(matched.persisting), matched.born_waived)
    new = Previous(found.all, checked.report).first(matched.new)
    return checked._replace(report=checked.report._replace(findings=new), since=since)


def _places(found: Diff) -> Iterator[Place]:
    """Yield where totals left behind stand, and what changed below them."""
    for stale in found.stale:
        yield stale.finding.place
        for _, change in (*stale.leaves, *stale.totals):
            if change.after:
                yield change.after.place


def _stands_at(finding: Finding, places: Container[Place]) -> bool:
    return finding.place in places or any(each.place in places for each in finding.evidence)
