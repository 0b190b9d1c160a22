"""What came of a check: what reports are made from."""

from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from pan_tp_cli.document import Document
from pan_tp_cli.engine import Report
from pan_tp_cli.fault import Fault
from pan_tp_cli.finding import Severity
from pan_tp_cli.place import Role
from pan_tp_cli.project import Project

if TYPE_CHECKING:
    from pan_tp_cli.advice import Advice


class Origin(Enum):
    """Where the plan that is checked comes from."""

    GIVEN = "given"
    LOCAL = "local"
    EMBEDDED = "embedded"


class Input(NamedTuple):
    """A file that was read: what for, its name as shown, and its bytes."""

    role: Role
    name: str
    data: bytes


class Checked(NamedTuple):
    """The files meant, those read, the project made of them, the report and the faults.

    `names` are the files meant, by what for, as shown, and `paths` where they are. A file with
    faults is neither part of the project nor of `documents`; `report` is None where no file could
    be used. `applied` rules out of all `known` ones were looked at.
    """

    origin: Origin
    names: Mapping[Role, str]
    inputs: tuple[Input, ...]
    project: Project
    report: Report | None
    faults: tuple[Fault, ...]
    paths: Mapping[Role, Path] = MappingProxyType({})
    documents: Mapping[Role, Document] = MappingProxyType({})
    applied: int = 0
    known: int = 0

    def count(self, severity: Severity) -> int:
        """Return how many findings have a severity."""
        found = self.report.findings if self.report else ()
        return sum(located.finding.severity is severity for located in found)

    def read(self, role: Role) -> bool:
        """Tell whether the file of a role could be used."""
        return (self.project.plan if role is Role.PLAN else self.project.framework) is not None


class Covered(NamedTuple):
    """What came of a check by all rules, whose report holds the coverage, and what would help."""

    checked: Checked
    advice: "tuple[Advice, ...]" = ()
