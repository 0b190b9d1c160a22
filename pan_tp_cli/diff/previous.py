"""What the previous version says of a new finding: a figure put back as it was mends it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from pan_tp_cli.diff.changes import amount, cell_changes
from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.engine import Report
from pan_tp_cli.equation import Equation, Outcome, evaluate
from pan_tp_cli.finding import Finding, Located
from pan_tp_cli.message import Message
from pan_tp_cli.money import Value
from pan_tp_cli.place import Place
from pan_tp_cli.repair import Change, Pattern, Repair
from pan_tp_cli.repair_words import NOT_SURE
from pan_tp_cli.table import Cell
from pan_tp_cli.text import Text

AS_BEFORE: Final = Text(
    "c'est ce que disait la version d'avant", "this is what the version before said"
)
ALSO_BEFORE: Final = Text(
    "{how}, et c'est ce que disait la version d'avant",
    "{how}, and this is what the version before said",
)
HALF: Final = 0.5
"""The part in all likelihood of what the previous version says, at least."""


class Previous:
    """The figures of the later version that the earlier one has too, with other values."""

    def __init__(self, pairs: Iterable[Pair], report: Report) -> None:
        self._old: Mapping[Place, Value] = {
            cell.after.place: cell.old
            for pair in pairs
            if pair.before and pair.after
            for cell in cell_changes(pair)
            if cell.before and cell.after and amount(cell.old) != amount(cell.new)
        }
        self._violated: dict[Place, list[Equation]] = {}
        for _, violation in report.arithmetic.violations:
            equation = violation.equation
            self._violated.setdefault(equation.target.place, []).append(equation)
        self._told = report.arithmetic.told

    @cached_property
    def _holding(self) -> Mapping[Place, Sequence[Equation]]:
        """The equations that hold, by the cells in them that changed."""
        holding: dict[Place, list[Equation]] = {}
        for equation in self._told:
            places = {cell.place for cell in (equation.target, *equation.terms)} & self._old.keys()
            if places and evaluate(equation) is Outcome.HOLDS:
                for place in places:
                    holding.setdefault(place, []).append(equation)
        return holding

    def first(self, found: Iterable[Located]) -> tuple[Located, ...]:
        """Return findings with that repair first, if there is one, that puts old figures back."""
        return tuple(
            located._replace(finding=self._with_repairs(located.finding)) for located in found
        )

    def _with_repairs(self, finding: Finding) -> Finding:
        places = dict.fromkeys((finding.place, *(each.place for each in finding.evidence)))
        equations = [each for place in places for each in self._violated.get(place, ())]
        mending = list(self._mending(equations))
        if not mending:
            return finding
        repairs = finding.repairs
        for cells in reversed(mending):
            repairs = _ahead(cells, repairs)
        # arithmetic cannot tell the cells apart, the previous version does
        kept = (advice for advice in finding.help if advice.text != NOT_SURE or len(mending) > 1)
        return finding._replace(repairs=repairs, help=tuple(kept))

    def _mending(self, equations: Sequence[Equation]) -> Iterator[tuple[Change, ...]]:
        """Yield figures to put back so that all equations hold: one, or else all that changed.

        None that another equation needs as it is.
        """
        cells = {
            cell.place: cell
            for equation in equations
            for cell in (*equation.terms, equation.target)
            if cell.place in self._old
        }
        each_alone = [[cell] for cell in cells.values() if self._mends([cell], equations)]
        together = list(cells.values())
        if not each_alone and len(together) > 1 and self._mends(together, equations):
            each_alone = [together]
        for group in each_alone:
            yield tuple(self._back(cell) for cell in group)

    def _mends(self, cells: Iterable[Cell], equations: Iterable[Equation]) -> bool:
        old = {cell.place: self._old[cell.place] for cell in cells}
        if not all(evaluate(_with(old, each)) is Outcome.HOLDS for each in equations):
            return False
        others = (each for place in old for each in self._holding.get(place, ()))
        return all(evaluate(_with(old, each)) is Outcome.HOLDS for each in others)

    def _back(self, cell: Cell) -> Change:
        old = self._old[cell.place]
        return Change(cell.entry.node, cell.column, cell.place, cell.value, old)


def _with(values: Mapping[Place, Value], equation: Equation) -> Equation:
    """Return an equation with other values in some cells."""
    target, *terms = (
        cell._replace(value=values.get(cell.place, cell.value))
        for cell in (equation.target, *equation.terms)
    )
    return equation._replace(target=target, terms=tuple(terms))


def _ahead(cells: tuple[Change, ...], repairs: Sequence[Repair]) -> tuple[Repair, ...]:
    """Return repairs with that of some cells first, and as likely as all others at least."""
    wanted = _values(cells)
    same = next((each for each in repairs if _values(each.changes) == wanted), None)
    others = tuple(each._replace(share=each.share * HALF) for each in repairs if each is not same)
    if same is None:
        back = Repair(Pattern.PUT_BACK, Message(AS_BEFORE), cells, HALF, cells[0].node)
        return back, *others
    said = Message(ALSO_BEFORE, {"how": same.message})
    return same._replace(message=said, share=HALF + same.share * HALF), *others


def _values(cells: Iterable[Change]) -> dict[Place, object]:
    return {cell.place: amount(cell.proposed) for cell in cells}
