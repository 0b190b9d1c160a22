"""The use cases: read the files, apply the rules, hand over what is to be shown."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pan_tp_cli import engine, files, rules
from pan_tp_cli.checked import Checked, Covered, Input, Origin
from pan_tp_cli.document import Document
from pan_tp_cli.fault import Fault, InputError
from pan_tp_cli.model.faults import read_model
from pan_tp_cli.model.indicators import Framework
from pan_tp_cli.model.plan import Plan
from pan_tp_cli.place import Role
from pan_tp_cli.project import Project
from pan_tp_cli.source import read_document
from pan_tp_cli.text import printable

if TYPE_CHECKING:
    from pan_tp_cli.recompute import Recomputed
    from pan_tp_cli.repair import Change


def check(plan: Path | None, indicators: Path | None, identifiers: Sequence[str]) -> Checked:
    """Check a plan and its framework by the rules named; faults are returned, never raised."""
    try:
        paths = files.find(plan, indicators)
    except InputError as error:
        return Checked(Origin.GIVEN, {}, (), Project(), None, error.faults)
    with _paused_garbage_collector():
        reading = _Reading()
        read_plan = reading.read(Role.PLAN, paths.plan, Plan)
        framework = None
        if paths.indicators is not None:
            framework = reading.read(Role.INDICATORS, paths.indicators, Framework)
        project = Project(read_plan, framework)
        report = None
        if reading.documents:
            catalogue = rules.load(rules.identifiers())
            report = engine.run(project, reading.documents, catalogue, frozenset(identifiers))
    return Checked(
        paths.origin,
        reading.names,
        tuple(reading.inputs),
        project,
        report,
        tuple(reading.faults),
        paths=reading.paths,
        documents=reading.documents,
        applied=len(identifiers),
        known=len(rules.identifiers()),
    )


def coverage(plan: Path | None, indicators: Path | None) -> Covered:
    """Say which cells all rules protect, and what to print to protect more."""
    identifiers = rules.identifiers()
    checked = check(plan, indicators, identifiers)
    if checked.report is None:
        return Covered(checked)
    from pan_tp_cli.advice import advise  # no part of a check, which is to start fast

    loaded = rules.load(identifiers)
    return Covered(checked, advise(checked.project, loaded, checked.report.coverage))


M = TypeVar("M", Plan, Framework)


class _Reading:
    """Files read one after the other, so that a fault of one does not hide the other."""

    def __init__(self) -> None:
        self.paths: dict[Role, Path] = {}
        self.names: dict[Role, str] = {}
        self.documents: dict[Role, Document] = {}
        self.inputs: list[Input] = []
        self.faults: list[Fault] = []

    def read(self, role: Role, path: Path, model: type[M]) -> M | None:
        """Read a file into a model; None, and the faults noted, where that cannot be done."""
        self.paths[role] = path
        name = self.names[role] = printable(str(path))
        try:
            data = files.read(path)
            self.inputs.append(Input(role, name, data))
            document = read_document(data, name)
            read = read_model(model, document)
        except InputError as error:
            self.faults += error.faults
            return None
        self.documents[role] = document
        return read


def recompute(checked: Checked) -> "Recomputed":
    """Compute the totals of a plan that was checked anew from its leaves."""
    from pan_tp_cli import recompute as arithmetic  # rare: no part of a check

    return arithmetic.recompute(checked.project, rules.load(rules.identifiers()))


def patch(checked: Checked, changes: "Iterable[Change]") -> str:
    """Return changes of cells as a patch of the files that were checked."""
    from pan_tp_cli import rewrite  # rare: no part of a check

    names = {role: files.in_patch(path) for role, path in checked.paths.items()}
    return rewrite.patch(checked.documents, changes, names)


def write(checked: Checked, changes: "Sequence[Change]") -> Iterator[Role]:
    """Write changes of cells into the files that were checked, and yield each that is written.

    Each file is replaced whole or not at all. Raises InputError for one that cannot be, or that
    has changed since it was read.
    """
    from pan_tp_cli import rewrite  # rare: no part of a check

    for given in checked.inputs:
        own = [change for change in changes if change.place.role is given.role]
        if own:
            text = rewrite.rewritten(checked.documents[given.role], own)
            files.write_whole(checked.paths[given.role], text, given.data)
            yield given.role


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
