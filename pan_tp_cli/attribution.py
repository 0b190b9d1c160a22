"""Causes → findings: one for each, at the cell that is most likely wrong."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pan_tp_cli.diagnosis.diagnose import Cause, Diagnosis
from pan_tp_cli.diagnosis.explanation import Explanation
from pan_tp_cli.equation import Number, Violation, subtract
from pan_tp_cli.finding import Finding
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.money import Percent, Value
from pan_tp_cli.place import Part, Role
from pan_tp_cli.project import Project
from pan_tp_cli.remedies import Precedence, detail, evidence, missing_row, precedence, repairs
from pan_tp_cli.repair import Pattern
from pan_tp_cli.repair_words import NOT_SURE
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
        "toute la ligne a sans doute été multipliée ou divisée par {factor}",
        "the whole row was probably multiplied or divided by {factor}",
    ),
    Pattern.MISPLACED_ROW: Text(
        "la ligne est sans doute sous le mauvais intitulé : sa place est sous {home}",
        "the row is probably below the wrong heading: it belongs below {home}",
    ),
}
RETYPE: Final = Text(
    "trop de cellules sont fausses ici pour dire lesquelles (égalités fausses : {count})",
    "too many cells are wrong here to say which (violated equations: {count})",
)
RETYPE_BLOCK: Final = Text(
    "ressaisissez ou recomparez tout le bloc {node} avec le document signé",
    "retype the whole block {node}, or compare it again with the signed document",
)


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
            stale = _did_not_follow(cause)
            finding = self._at_fault(cause) if sure or stale else self._open(cause)
            missing = cause.explanations[0].missing
            yield finding._replace(
                repairs=tuple(repairs(cause, self._system)),
                missing_row=missing and missing_row(missing, self._project.years),
                sure=sure and not stale,
            )

    def _at_fault(self, cause: Cause) -> Finding:
        """Return the finding of a cause whose likeliest explanation stands out."""
        best = cause.explanations[0]
        if best.pattern in self._named or best.pattern in ROW:
            return self._structural(cause, best)
        cell, units = best.changes[0]
        computing = [each for each in cause.violations if each.equation.target is cell]
        main = min(computing or cause.violations, key=precedence)
        right = self._system.number(cell, units)
        if computing:
            return self._computed(cause, main, right)
        rule = self._rules[main.equation.rule]
        return rule.at(cell)._replace(
            message=Message(SUSPECT),
            help=(),
            currency=self._project.currency if cell.entry.role is Role.PLAN else None,
            expected=right,
            difference=_difference(cell, right),
            evidence=evidence(cause.violations),
        )

    def _computed(self, cause: Cause, main: Violation, right: Number) -> Finding:
        """Return the finding of a wrong cell that equations compute."""
        finding = self._violated(main)
        others = [each for each in cause.violations if each is not main]
        finding = finding._replace(help=finding.help[1:], evidence=evidence(others))
        if right == main.expected:
            return finding
        cell = main.equation.target
        shown = {**finding.message.values, "expected": right}
        return finding._replace(
            message=Message(finding.message.text, shown),
            expected=right,
            difference=_difference(cell, right),
            calculation=None,
            evidence=evidence(cause.violations),
        )

    def _structural(self, cause: Cause, best: Explanation) -> Finding:
        """Return the finding of a fault of a whole row."""
        named = self._named.get(best.pattern)
        rule = named or self._rules[min(cause.violations, key=precedence).equation.rule]
        entry = best.missing.parent if best.missing else best.row
        shown = detail(best)
        entry = entry or cause.violations[0].equation.target.entry
        cell = Cell(entry, None, None, self._system.rows[id(entry)][0].steps[:-1])
        title = rule.title if named else ROW[best.pattern]
        repair = rule.repair if named else ROW[best.pattern]
        finding = rule.with_texts(cell, title, repair, **shown)
        return finding._replace(
            place=cell.place._replace(part=Part.KEY),
            help=finding.help if named else (),
            evidence=evidence(cause.violations),
        )

    def _open(self, cause: Cause) -> Finding:
        """Return the finding of a cause with several likely explanations: at the sum that fails."""
        main = min(cause.violations, key=precedence)
        finding = self._violated(main)
        others = [each for each in cause.violations if each is not main]
        advice = (Message(NOT_SURE), *finding.help[1:])
        return finding._replace(help=advice, evidence=evidence(others))

    def _retype(self, cause: Cause) -> Finding:
        """Return the finding of violations that no few wrong cells explain."""
        main = min(cause.violations, key=_height)
        finding = self._violated(main)
        count: Mapping[str, Shown] = {"count": len(cause.violations)}
        node: Mapping[str, Shown] = {"node": main.equation.target.entry.node}
        return finding._replace(
            message=Message(RETYPE, count),
            help=(Message(RETYPE_BLOCK, node),),
            evidence=evidence([each for each in cause.violations if each is not main]),
            sure=False,
        )

    def _violated(self, violation: Violation) -> Finding:
        return self._rules[violation.equation.rule].violated(violation, self._project)


def _did_not_follow(cause: Cause) -> bool:
    """Tell whether totals did not follow a change, which leaves two ways out that are both likely.

    Which of them was decided, to change the amount or not, no figure says.
    """
    ways = (Pattern.STALE_TOTALS, Pattern.PUT_BACK)
    if cause.explanations[0].pattern is not Pattern.STALE_TOTALS:
        return False
    share = sum(
        part
        for explanation, part in zip(cause.explanations, cause.shares, strict=True)
        if explanation.pattern in ways
    )
    return share >= (ALMOST_SURE if len(cause.violations) == 1 else SURE)


def _stands_out(cause: Cause) -> bool:
    """Tell whether the likeliest explanation is far likelier than all others together.

    One sum that fails says little for a missing row, or for totals that did not follow.
    """
    row = cause.explanations[0].pattern in (Pattern.MISSING_ROW, Pattern.STALE_TOTALS)
    return cause.shares[0] >= (ALMOST_SURE if row and len(cause.violations) == 1 else SURE)


def _difference(cell: Cell, right: Number) -> Value:
    printed = 0 if cell.value is None else cell.value
    return subtract(printed, right) if isinstance(printed, int | Percent) else None


def _height(violation: Violation) -> tuple[int, Precedence]:
    return len(violation.equation.target.entry.route), precedence(violation)
