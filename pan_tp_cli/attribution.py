"""Causes → findings: one for each, at the cell that is most likely wrong."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from pan_tp_cli.calculation import Relation
from pan_tp_cli.diagnosis.diagnose import Cause, Diagnosis
from pan_tp_cli.diagnosis.explanation import Explanation, Missing
from pan_tp_cli.equation import Number, Violation, subtract
from pan_tp_cli.finding import Finding
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.money import Percent, Value
from pan_tp_cli.place import Part, Role
from pan_tp_cli.project import Project
from pan_tp_cli.repair import Change, Evidence, MissingRow, Pattern, Repair
from pan_tp_cli.repair_words import amounts_in_words, in_words
from pan_tp_cli.rule import Rule
from pan_tp_cli.table import Cell
from pan_tp_cli.text import Text

SURE: Final = 0.8
ALMOST_SURE: Final = 0.99
"""The least part of the likelihood that lets a finding name one cell, or one row."""
SUSPECT: Final = Text("ce montant est sans doute faux", "this amount is probably wrong")
ROW: Final = {
    Pattern.SWAPPED_CELLS: Text(
        "deux cellules de la ligne sont sans doute l'une à la place de l'autre",
        "two cells of the row are probably in each other's place",
    ),
    Pattern.SHIFTED_COLUMNS: Text(
        "les montants de la ligne sont sans doute décalés d'une année",
        "the amounts of the row are probably one year off",
    ),
    Pattern.SCALED_ROW: Text(
        "toute la ligne est sans doute dix, cent ou mille fois trop grande ou trop petite",
        "the whole row is probably ten, a hundred or a thousand times too large or too small",
    ),
    Pattern.MISPLACED_ROW: Text(
        "la ligne est sans doute sous le mauvais intitulé : sa place est sous {home}",
        "the row is probably below the wrong heading: it belongs below {home}",
    ),
}
NOT_SURE: Final = Text(
    "plusieurs cellules peuvent être en cause, et l'arithmétique ne les départage pas : "
    "comparez-les avec le document signé",
    "several cells may be at fault, and arithmetic cannot tell them apart: compare them with the "
    "signed document",
)
RETYPE: Final = Text(
    "trop de cellules sont fausses ici pour dire lesquelles : {count} égalités ne tiennent pas",
    "too many cells are wrong here to say which: {count} equations do not hold",
)
RETYPE_BLOCK: Final = Text(
    "ressaisissez ou recomparez tout le bloc {node} avec le document signé",
    "retype the whole block {node}, or compare it again with the signed document",
)


Precedence = tuple[bool, str, str, str]


class Attribution:
    """Makes findings of the causes of a diagnosis, in the name of the rules of the catalogue."""

    def __init__(self, project: Project, rules: Iterable[Rule], diagnosis: Diagnosis) -> None:
        self._project = project
        self._system = diagnosis.system
        self._causes = diagnosis.causes
        self._rules: dict[str, Rule] = {}
        self._named: dict[Pattern, Rule] = {}
        for rule in rules:
            self._rules[rule.id] = rule
            if rule.names is not None:
                self._named[rule.names] = rule

    def findings(self) -> Iterator[Finding]:
        """Yield one finding per cause."""
        for cause in self._causes:
            if not cause.explanations:
                yield self._retype(cause)
                continue
            sure = _stands_out(cause)
            finding = self._at_fault(cause) if sure else self._open(cause)
            missing = cause.explanations[0].missing
            yield finding._replace(
                repairs=tuple(self._repairs(cause)),
                missing_row=missing and self._missing_row(missing),
                sure=sure,
            )

    def _at_fault(self, cause: Cause) -> Finding:
        """Return the finding of a cause whose likeliest explanation stands out."""
        best = cause.explanations[0]
        if best.pattern in self._named or best.pattern in ROW:
            return self._structural(cause, best)
        cell, units = best.changes[0]
        computing = [each for each in cause.violations if each.equation.target is cell]
        main = min(computing or cause.violations, key=_precedence)
        right = self._system.number(cell, units)
        if computing:
            return self._computed(cause, main, right)
        rule = self._rules[main.equation.rule]
        finding = rule.with_texts(cell, SUSPECT, SUSPECT)
        return finding._replace(
            help=(),
            currency=self._project.currency if cell.entry.role is Role.PLAN else None,
            expected=right,
            difference=_difference(cell, right),
            evidence=self._evidence(cause.violations),
        )

    def _computed(self, cause: Cause, main: Violation, right: Number) -> Finding:
        """Return the finding of a wrong cell that equations compute."""
        finding = self._violated(main)
        others = [each for each in cause.violations if each is not main]
        finding = finding._replace(help=finding.help[1:], evidence=self._evidence(others))
        if right == main.expected:
            return finding
        cell = main.equation.target
        shown = {**finding.message.values, "expected": right}
        return finding._replace(
            message=Message(finding.message.text, shown),
            expected=right,
            difference=_difference(cell, right),
            calculation=None,
            evidence=self._evidence(cause.violations),
        )

    def _structural(self, cause: Cause, best: Explanation) -> Finding:
        """Return the finding of a fault of a whole row."""
        named = self._named.get(best.pattern)
        rule = named or self._rules[min(cause.violations, key=_precedence).equation.rule]
        entry = best.missing.parent if best.missing else best.row
        detail = self._detail(best)
        entry = entry or cause.violations[0].equation.target.entry
        cell = Cell(entry, None, None, self._system.rows[id(entry)][0].steps[:-1])
        title = rule.title if named else ROW[best.pattern]
        repair = rule.repair if named else ROW[best.pattern]
        finding = rule.with_texts(cell, title, repair, **detail)
        return finding._replace(
            place=cell.place._replace(part=Part.KEY),
            help=finding.help if named else (),
            evidence=self._evidence(cause.violations),
        )

    def _open(self, cause: Cause) -> Finding:
        """Return the finding of a cause with several likely explanations: at the sum that fails."""
        main = min(cause.violations, key=_precedence)
        finding = self._violated(main)
        others = [each for each in cause.violations if each is not main]
        advice = (Message(NOT_SURE), *finding.help[1:])
        return finding._replace(help=advice, evidence=self._evidence(others))

    def _retype(self, cause: Cause) -> Finding:
        """Return the finding of violations that no few wrong cells explain."""
        main = min(cause.violations, key=_height)
        finding = self._violated(main)
        count: Mapping[str, Shown] = {"count": len(cause.violations)}
        node: Mapping[str, Shown] = {"node": main.equation.target.entry.node}
        return finding._replace(
            message=Message(RETYPE, count),
            help=(Message(RETYPE_BLOCK, node),),
            evidence=self._evidence([each for each in cause.violations if each is not main]),
            sure=False,
        )

    def _violated(self, violation: Violation) -> Finding:
        return self._rules[violation.equation.rule].violated(violation, self._project)

    def _repairs(self, cause: Cause) -> Iterator[Repair]:
        for explanation, share in zip(cause.explanations, cause.shares, strict=True):
            main = explanation.changes[0][0] if explanation.changes else None
            message = in_words(explanation.pattern, main, self._detail(explanation))
            changes = self._changes(explanation)
            yield Repair(explanation.pattern, message, changes, share, _about(explanation))

    def _missing_row(self, missing: Missing) -> MissingRow:
        """Return a missing row with the amounts of all years, or of the total where only it says.

        Zero in years in which nothing is short.
        """
        years = {year: missing.amounts.get(year, 0) for year in self._project.years}
        return MissingRow(missing.parent.node, years if any(years.values()) else missing.amounts)

    def _changes(self, explanation: Explanation) -> tuple[Change, ...]:
        return tuple(
            Change(
                cell.entry.node,
                cell.column,
                cell.place,
                cell.value,
                self._system.number(cell, units),
            )
            for cell, units in explanation.changes
        )

    def _detail(self, explanation: Explanation) -> dict[str, Shown]:
        """Return what fills the placeholders of the words for an explanation."""
        detail: dict[str, Shown] = dict(explanation.detail)
        if explanation.row is not None:
            detail["row"] = explanation.row.node
        if explanation.missing is not None:
            detail["parent"] = explanation.missing.parent.node
            detail["amounts"] = amounts_in_words(explanation.missing.amounts)
        return detail

    def _evidence(self, violations: Sequence[Violation]) -> tuple[Evidence, ...]:
        return tuple(
            Evidence(
                each.equation.rule,
                each.equation.target.entry.node,
                each.equation.target.column,
                each.equation.target.place,
                each.equation.target.value,
                each.expected,
            )
            for each in sorted(violations, key=_precedence)
        )


def _about(explanation: Explanation) -> str:
    if explanation.missing is not None:
        return explanation.missing.parent.node
    if explanation.changes:
        return explanation.changes[0][0].entry.node
    return explanation.row.node if explanation.row else ""


def _stands_out(cause: Cause) -> bool:
    """Tell whether the likeliest explanation is far likelier than all others together.

    One sum that fails says little for a missing row, or for totals that did not follow.
    """
    row = cause.explanations[0].pattern in (Pattern.MISSING_ROW, Pattern.STALE_TOTALS)
    return cause.shares[0] >= (ALMOST_SURE if row and len(cause.violations) == 1 else SURE)


def _difference(cell: Cell, right: Number) -> Value:
    printed = 0 if cell.value is None else cell.value
    return subtract(printed, right) if isinstance(printed, int | Percent) else None


def _precedence(violation: Violation) -> Precedence:
    """Return a key that does not depend on the order of rules or rows of the file: sums first."""
    equation = violation.equation
    target, rounded = equation.target, equation.relation is not Relation.SUM
    return rounded, equation.rule, target.entry.node, target.column or ""


def _height(violation: Violation) -> tuple[int, Precedence]:
    return len(violation.equation.target.entry.route), _precedence(violation)
