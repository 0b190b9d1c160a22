"""A finding: what is wrong with the document, where, and what it should be."""

from enum import Enum
from typing import NamedTuple

from pan_tp_cli.calculation import Calculation
from pan_tp_cli.message import Message
from pan_tp_cli.money import Value
from pan_tp_cli.place import Location, Place
from pan_tp_cli.repair import Evidence, MissingRow, Repair


class Severity(Enum):
    """How grave a finding is; the values are those of the JSON report, gravest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Return 0 for the gravest severity, and more for lesser ones."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Finding(NamedTuple):
    """One fault of the document, at the cell where it shows.

    `column` is a year, ``total``, ``part`` or None; `label` is the wording of the node and
    `note` the transcriber's remark on its row, empty where there is none. `expected`,
    `difference` (printed - expected, in `currency` where it is an amount of money) and
    `calculation` are None where nothing is computed.
    `evidence` are the violated equations that the same fault explains, `repairs` what mends it,
    likeliest first; `sure` is False where several cells are about equally likely to be wrong.
    """

    rule: str
    severity: Severity
    node: str
    column: str | None
    place: Place
    message: Message
    help: tuple[Message, ...] = ()
    printed: Value = None
    expected: Value = None
    difference: Value = None
    calculation: Calculation | None = None
    label: str = ""
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    repairs: tuple[Repair, ...] = ()
    missing_row: MissingRow | None = None
    currency: str | None = None
    sure: bool = True

    @property
    def at_stake(self) -> int:
        """Return the money that the finding is about, in whole units of its currency, 0 if none.

        By how much a cell is wrong, or what a missing row holds.
        """
        if self.missing_row is not None:
            return sum(abs(amount) for amount in self.missing_row.amounts.values())
        amount = self.difference if self.currency is not None else None
        return abs(amount) if isinstance(amount, int) else 0

    @property
    def fingerprint(self) -> str:
        """Return 12 hexadecimal digits of rule, node and column.

        It survives new lines, new wording and a change of language.
        """
        import hashlib  # only the machine formats need it

        identity = "\0".join((self.rule, self.node, self.column or ""))
        return hashlib.sha256(identity.encode()).hexdigest()[:12]


class Waived(NamedTuple):
    """Why a finding is accepted, by whom ("" where it is not said), and until when if not for good.

    `expires` is the last day, as ``YYYY-MM-DD``.
    """

    reason: str
    by: str
    expires: str | None


class Located(NamedTuple):
    """A finding with its location, the source lines that it spans, and the waiver that holds.

    `evidence` says where each piece of the finding's evidence stands, and `mended` what its surest
    repair writes in which place; both are looked for where a report for programs is asked for.
    """

    finding: Finding
    location: Location
    lines: tuple[str, ...]
    waiver: Waived | None = None
    evidence: tuple[Location, ...] = ()
    mended: tuple[tuple[Location, str], ...] = ()
