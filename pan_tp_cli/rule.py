"""What a rule is: its identity, its texts, and what it looks for."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.place import Role
from pan_tp_cli.repair import Pattern
from pan_tp_cli.text import Text

if TYPE_CHECKING:
    from pan_tp_cli.equation import Equation, Violation
    from pan_tp_cli.project import Project
    from pan_tp_cli.standing import Judged
    from pan_tp_cli.table import Cell


class Example(NamedTuple):
    """The YAML of a smallest plan, of a framework, or of both, and of the waivers beside them."""

    plan: str = ""
    indicators: str = ""
    waivers: str = ""


def _no_equations(_project: "Project") -> Iterable["Equation"]:
    return ()


def _no_judgement(_waivers: Sequence["Judged"]) -> Iterable[Finding]:
    return ()


def _no_findings(_project: "Project") -> Iterable[Finding]:
    return ()


class Rule(NamedTuple):
    """One rule of the catalogue.

    `title` is the headline of its findings, `why` says why it matters and `repair` what to do;
    title and repair may use the placeholders ``{printed}`` and ``{expected}``. `bad` triggers
    the rule, `good` does not. A rule declares `equations`, or finds by `check`, or both;
    `refine` may add to the finding that a violated equation gives. A rule that `names` a pattern
    gives its name and texts to the causes that the diagnosis explains so. A rule that looks at
    waivers does so by `judge`, once all else is found.
    """

    id: str
    severity: Severity
    title: Text
    why: Text
    repair: Text
    bad: Example
    good: Example
    equations: Callable[["Project"], Iterable["Equation"]] = _no_equations
    check: Callable[["Project"], Iterable[Finding]] = _no_findings
    refine: Callable[[Finding, "Violation", "Project"], Finding] | None = None
    names: Pattern | None = None
    judge: Callable[[Sequence["Judged"]], Iterable[Finding]] = _no_judgement

    @property
    def family(self) -> str:
        """Return the part of the identifier before its dot."""
        return self.id.partition(".")[0]

    def at(self, cell: "Cell", **values: Shown) -> Finding:
        """Return a finding of this rule at a cell; `values` fill the placeholders."""
        entry = cell.entry
        shown: dict[str, Shown] = {"printed": cell.value, **values}
        return Finding(
            rule=self.id,
            severity=self.severity,
            node=entry.node,
            column=cell.column,
            place=cell.place,
            message=Message(self.title, shown),
            help=(Message(self.repair, shown),),
            printed=cell.value,
            label=entry.label,
            note=entry.note,
        )

    def with_texts(self, cell: "Cell", title: Text, repair: Text, **values: Shown) -> Finding:
        """Return a finding at a cell that says something else than the rule's own texts."""
        message, help_ = Message(title, values), Message(repair, values)
        return self.at(cell)._replace(message=message, help=(help_,))

    def violated(self, violation: "Violation", project: "Project") -> Finding:
        """Return the finding of a violated equation."""
        target = violation.equation.target
        money = project.currency if target.entry.role is Role.PLAN else None
        finding = self.at(target, expected=violation.expected)._replace(
            expected=violation.expected,
            difference=violation.difference,
            currency=money,
            calculation=violation.calculation(money),
        )
        return self.refine(finding, violation, project) if self.refine else finding
