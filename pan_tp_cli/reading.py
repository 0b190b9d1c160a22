"""Reads the files of a plan one after the other, each into its model, and notes what is wrong."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeVar

from pan_tp_cli import files
from pan_tp_cli.checked import Input
from pan_tp_cli.document import Document
from pan_tp_cli.fault import Fault, InputError
from pan_tp_cli.model.base import Model
from pan_tp_cli.model.indicators import Framework, Indicator
from pan_tp_cli.model.plan import Activity, Plan
from pan_tp_cli.model.validation import item_reader, read_model
from pan_tp_cli.place import Role
from pan_tp_cli.project import Project
from pan_tp_cli.source import read_document
from pan_tp_cli.table import Level
from pan_tp_cli.text import printable
from pan_tp_cli.tree import NO_READERS, Readers

if TYPE_CHECKING:
    from pan_tp_cli.git.path import AnyPath

LARGE: Final = 1024 * 1024
"""Bytes of a file from which it is worth some care to spare memory."""
ROWS: Final[Mapping[Role, tuple[str, type[Model]]]] = {
    Role.PLAN: (Level.ACTIVITY.value, Activity),
    Role.INDICATORS: ("indicateurs", Indicator),
}
"""The rows that most of a large file consists of: the key of their lists, and their model."""

M = TypeVar("M", bound=Model)


class Reading:
    """Files read one after the other, so that a fault of one does not hide the other."""

    def __init__(self) -> None:
        self.paths: dict[Role, AnyPath] = {}
        self.names: dict[Role, str] = {}
        self.documents: dict[Role, Document] = {}
        self.inputs: list[Input] = []
        self.faults: list[Fault] = []

    def project(self, paths: files.Paths) -> Project:
        """Read a plan, and its framework where it has one."""
        plan = self.read(Role.PLAN, paths.plan, Plan)
        if paths.indicators is None:
            return Project(plan)
        return Project(plan, self.read(Role.INDICATORS, paths.indicators, Framework))

    def read(self, role: Role, path: "AnyPath", model: type[M], name: str = "") -> M | None:
        """Read a file into a model; None, and the faults noted, where that cannot be done.

        It is shown by a `name` where one is given.
        """
        self.paths[role] = path
        name = self.names[role] = printable(name or str(path))
        try:
            data = files.read(path)
            self.inputs.append(Input(role, name, data))
            document = read_document(data, name, readers=_readers(role, data))
            read = read_model(model, document)
        except InputError as error:
            self.faults += error.faults
            return None
        if len(data) > LARGE:
            document.let_go(lambda: read_document(document.encoded(), name).tree)
        self.inputs[-1] = Input(role, name, document)  # holds the same bytes, as text
        self.documents[role] = document
        return read


def _readers(role: Role, data: bytes) -> Readers:
    """Return what reads the rows of a large table one by one, so that not all are kept as texts."""
    if len(data) <= LARGE or role not in ROWS:
        return NO_READERS
    key, model = ROWS[role]
    return {key: item_reader(model)}
