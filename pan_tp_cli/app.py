"""The use cases: read the files, apply the rules, hand over what is to be shown."""

import gc
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pan_tp_cli import engine, files, rules
from pan_tp_cli.checked import Checked, Conventions, Covered, Origin
from pan_tp_cli.document import Document
from pan_tp_cli.fault import InputError
from pan_tp_cli.model.indicators import Framework
from pan_tp_cli.model.plan import Plan
from pan_tp_cli.place import Role
from pan_tp_cli.project import Project
from pan_tp_cli.reading import Reading

if TYPE_CHECKING:
    from pan_tp_cli.checked import SettingsFile
    from pan_tp_cli.git.path import AnyPath


FRAMEWORK: Final = re.compile(rb"^format:[ \t]*pan-tp/indicateurs-", re.MULTILINE)
NO_CONVENTIONS: Final = Conventions()


def check(
    plan: "AnyPath | None",
    indicators: "AnyPath | None",
    identifiers: Sequence[str],
    conventions: Conventions = NO_CONVENTIONS,
) -> Checked:
    """Check a plan and its framework by the rules named; faults are returned, never raised."""
    try:
        paths = files.find(plan, indicators)
    except InputError as error:
        return unusable(error)
    with _paused_garbage_collector():
        reading = Reading()
        project = reading.project(paths)
        report = None
        if reading.documents:
            report = _report(project, reading.documents, identifiers)
            report = _settled(report, reading, paths, identifiers, conventions)
    return Checked(
        paths.origin,
        reading.names,
        tuple(reading.inputs),
        project,
        report,
        tuple(reading.faults),
        paths=reading.paths,
        documents=reading.documents,
        usable=frozenset(reading.documents),
        rules=tuple(identifiers),
        known=len(rules.identifiers()),
    )


def unusable(error: InputError) -> Checked:
    """Return a check of which nothing came, for the faults that an error carries."""
    return Checked(Origin.GIVEN, {}, (), Project(), None, error.faults)


def check_alone(path: Path, name: str, version: str, identifiers: Sequence[str]) -> Checked:
    """Check one file by itself, a plan or a framework as its ``format`` says, shown as `name`.

    `version` is told with the name and behind places, unless it is "". The null device is neither.
    """
    reading, project = Reading(), Project()
    if str(path) == os.devnull:
        pass
    elif _is_framework(path):
        project = Project(None, reading.read(Role.INDICATORS, path, Framework, name))
    else:
        project = Project(reading.read(Role.PLAN, path, Plan, name))
    for document in reading.documents.values():
        document.version = version
    names = {
        role: f"{shown} ({version})" if version else shown for role, shown in reading.names.items()
    }
    report = _report(project, reading.documents, identifiers)
    return Checked(
        Origin.GIVEN,
        names,
        tuple(reading.inputs),
        project,
        report,
        tuple(reading.faults),
        paths=reading.paths,
        documents=reading.documents,
        usable=frozenset(reading.documents),
    )


def _is_framework(path: Path) -> bool:
    """Tell whether a file says that it is a framework; what says nothing is taken for a plan."""
    with suppress(InputError):
        return bool(FRAMEWORK.search(files.read(path)))
    return False


def settings(plan: "AnyPath | None") -> "SettingsFile | None":
    """Read the settings of a plan, if it has any. Raises InputError where they cannot be used."""
    try:
        path = files.settings_of(files.find(plan, None))
    except InputError:
        return None  # without a plan there are none; the check says what is wrong with it
    if path is None:
        return None
    from pan_tp_cli import reviewing  # most plans have no settings

    return reviewing.read_settings(path)


def waivers_file(plan: "AnyPath | None") -> "AnyPath | None":
    """Return where the waivers of a plan are, there or not yet; the embedded plan has none.

    Raises InputError where there is no such plan.
    """
    return files.waivers_of(files.find(plan, None))


def _report(
    project: Project, documents: Mapping[Role, Document], identifiers: Sequence[str]
) -> engine.Report:
    """Apply the rules that look at the plan; all of them bear on what those named say."""
    catalogue = rules.load(rules.of_plans())
    return engine.run(project, documents, catalogue, frozenset(identifiers))


def _settled(
    report: engine.Report,
    reading: Reading,
    paths: files.Paths,
    identifiers: Sequence[str],
    conventions: Conventions,
) -> engine.Report:
    """Apply what the reviewers have settled beforehand, if anything: settings and waivers."""
    path = files.meant(conventions.waivers) or files.waivers_of(paths)
    if conventions.today is None or path is None or not (conventions.waivers or path.exists()):
        path = None
    if path is None and conventions.settings is None:
        return report
    from pan_tp_cli import reviewing  # most plans have neither
    from pan_tp_cli.model.waivers import Waivers

    if conventions.settings:
        reading.paths[Role.SETTINGS] = conventions.settings.path
        reading.inputs.append(conventions.settings.given)
    waivers = reading.read(Role.WAIVERS, path, Waivers) if path else None
    full = conventions.full and not reading.faults
    settled = conventions._replace(full=full)
    return reviewing.settle(report, waivers, settled, reading.documents, identifiers)


def coverage(plan: "AnyPath | None", indicators: "AnyPath | None") -> Covered:
    """Say which cells all rules protect, and what to print to protect more."""
    identifiers = rules.identifiers()
    checked = check(plan, indicators, identifiers)
    if checked.report is None:
        return Covered(checked)
    from pan_tp_cli.advice import advise  # no part of a check, which is to start fast

    loaded = rules.load(rules.of_plans())
    return Covered(checked, advise(checked.project, loaded, checked.report.coverage))


@contextmanager
def _paused_garbage_collector() -> Iterator[None]:
    """Spare a large load one collection after another: nothing that it makes is garbage."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
