"""What came of a check: what reports are made from."""

import datetime
from collections import Counter
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pan_tp_cli.document import Document
from pan_tp_cli.engine import Report
from pan_tp_cli.fault import Fault
from pan_tp_cli.finding import Located, Severity
from pan_tp_cli.place import Part, Role
from pan_tp_cli.project import Project

if TYPE_CHECKING:
    from pan_tp_cli.advice import Advice
    from pan_tp_cli.git.path import AnyPath
    from pan_tp_cli.model.settings import Settings


class Origin(Enum):
    """Where the plan that is checked comes from."""

    GIVEN = "given"
    LOCAL = "local"
    EMBEDDED = "embedded"


class Input(NamedTuple):
    """A file that was read: what for, its name as shown, and its bytes, or the document in them.

    `digest` is their SHA-256 where the bytes themselves are not kept.
    """

    role: Role
    name: str
    content: bytes | Document
    digest: str = ""

    @property
    def data(self) -> bytes:
        """Return the bytes of the file."""
        return self.content.encoded() if isinstance(self.content, Document) else self.content

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of the bytes, in hexadecimal digits."""
        import hashlib  # only the machine formats need it

        return self.digest or hashlib.sha256(self.data).hexdigest()

    def without_data(self) -> "Input":
        """Return the input without its bytes, which its digest stands for."""
        return self._replace(content=b"", digest=self.sha256)


class SettingsFile(NamedTuple):
    """The settings of a project, and the file that holds them."""

    settings: "Settings"
    document: Document
    given: Input
    path: Path

    def stated(self) -> frozenset[str]:
        """Return the keys that the file states."""
        tree = self.document.tree
        return frozenset(tree) if isinstance(tree, dict) else frozenset()

    def where(self, *route: str | int) -> str:
        """Return ``file:line`` of the key that a route ends at, or of the item of a list."""
        part = Part.KEY if isinstance(route[-1], str) else Part.VALUE
        location = self.document.location(route, part)
        return f"{location.file}:{location.line}"


class Conventions(NamedTuple):
    """What a plan is checked by besides rules: its waivers, on which day, and its settings.

    `today` is None where waivers are not looked at; `waivers` is None where those beside the plan
    are meant. `full` is False where only some rules were asked for.
    """

    today: datetime.date | None = None
    waivers: "AnyPath | None" = None
    settings: SettingsFile | None = None
    full: bool = True


class Since(NamedTuple):
    """What a report is limited to: what is new against a revision.

    `left_out` counts the findings that the revision has too; `born_waived` are accepted, and were
    not found in it: the fault came together with the waiver.
    """

    revision: str
    left_out: int
    born_waived: tuple[Located, ...] = ()


NO_PATHS: "Mapping[Role, AnyPath]" = {}
NO_DOCUMENTS: Mapping[Role, Document] = {}
NO_PLACES: Mapping[str, str] = {}


class Checked(NamedTuple):
    """The files meant, those read, the project made of them, the report and the faults.

    `names` are the files meant, by what for, as shown, and `paths` where they are, on disk or in
    a git revision. A file with faults is neither `usable` nor part of the project or of
    `documents`; `report` is None where no file could be used. The `rules` named, out of all `known`
    ones, were looked at; `since` is None where all findings are told, and `fail_on` is the least
    grave severity that makes the check fail, None where none does. `places` says of files, by their
    name as shown, where programs find them: from the current folder, or in full outside of it.
    Reports for people tell waived
    findings, fingerprints and counts per rule only where they are asked to; those for a terminal
    show `most_shown` findings at most, all where it is None.
    """

    origin: Origin
    names: Mapping[Role, str]
    inputs: tuple[Input, ...]
    project: Project
    report: Report | None
    faults: tuple[Fault, ...]
    paths: "Mapping[Role, AnyPath]" = NO_PATHS
    documents: Mapping[Role, Document] = NO_DOCUMENTS
    usable: frozenset[Role] = frozenset()
    rules: tuple[str, ...] = ()
    known: int = 0
    since: Since | None = None
    fail_on: Severity | None = Severity.ERROR
    places: Mapping[str, str] = NO_PLACES
    show_waived: bool = False
    show_fingerprints: bool = False
    show_counts: bool = False
    most_shown: int | None = None

    @property
    def applied(self) -> int:
        """Return how many rules were looked at."""
        return len(self.rules)

    @property
    def all_agree(self) -> bool:
        """Tell whether something was checked, all of it, and nothing is wrong with it."""
        if self.report is None or self.faults or self.report.findings:
            return False
        if self.report.waived or self.report.tolerated or self.since:
            return False
        return self.report.arithmetic.equations > 0 and self.report.arithmetic.unknown == 0

    def by_rule(self) -> dict[str, int]:
        """Return how many findings each rule has that has any, most first."""
        found = Counter(each.finding.rule for each in (self.report.findings if self.report else ()))
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))

    def count(self, severity: Severity) -> int:
        """Return how many findings have a severity."""
        found = self.report.findings if self.report else ()
        return sum(located.finding.severity is severity for located in found)

    def read(self, role: Role) -> bool:
        """Tell whether the file of a role could be used."""
        return role in self.usable

    @property
    def title(self) -> str:
        """Return the file that a check is of, as shown; that of its first fault if it has none."""
        named = [self.names[role] for role in Role if role in self.names]
        return next(iter([*named, *(fault.file for fault in self.faults)]), "")

    def told(self) -> "Checked":
        """Return what reports tell of, without what is large: files, cells and equations.

        It is what is kept of each of many plans, and what one process hands to another.
        """
        return self._replace(
            inputs=tuple(given.without_data() for given in self.inputs),
            project=self.project.headline(),
            report=self.report and self.report.told(),
            documents=NO_DOCUMENTS,
        )


class Covered(NamedTuple):
    """What came of a check by all rules, whose report holds the coverage, and what would help."""

    checked: Checked
    advice: "tuple[Advice, ...]" = ()
