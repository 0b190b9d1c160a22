"""Totals left behind: what changed below them, and both ways out, cell by cell."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple

from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.change import CellChange, Stale
from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.diff.node import WORDS, NodeKind
from pan_tp_cli.finding import Located
from pan_tp_cli.message import show
from pan_tp_cli.money import write_value
from pan_tp_cli.place import Location, Role
from pan_tp_cli.repair import Change, Repair
from pan_tp_cli.report.diff_page.changes import Named, named
from pan_tp_cli.report.diff_page.figures import Figure, figures
from pan_tp_cli.report.diff_words import code_name, column_name
from pan_tp_cli.report.proposed import in_words, proposed
from pan_tp_cli.text import Lang, Text

ADDED: Final = Text("ligne ajoutée", "row added")
REMOVED: Final = Text("ligne supprimée", "row removed")
MOVED: Final = Text("ligne déplacée", "row moved")


class Below(NamedTuple):
    """A row below totals with its figures that changed; `note` tells if it came, went or moved."""

    node: Named
    figures: tuple[Figure, ...]
    note: str


class ShownCell(NamedTuple):
    """A cell to be written anew: what it says and should say, and on which line of the file.

    `in_figures` tells that it is no amount in words. `together` is what it should say if all
    findings of the kind are settled in the same way.
    """

    node: str
    column: str
    printed: str
    proposed: str
    line: int
    together: str
    in_figures: bool = True


class Way(NamedTuple):
    """A way out, in words, and the cells that it changes, in the order of the file."""

    message: str
    cells: tuple[ShownCell, ...]

    @property
    def shared(self) -> bool:
        """Tell whether a cell depends on how the other findings are settled."""
        return any(cell.together != cell.proposed for cell in self.cells)

    @property
    def by_node(self) -> tuple[tuple[str, tuple[ShownCell, ...]], ...]:
        """Return the cells of each node together."""
        grouped = groupby(self.cells, key=lambda cell: cell.node)
        return tuple((node, tuple(cells)) for node, cells in grouped)


class LeftBehind(NamedTuple):
    """Totals that did not follow, or that changed alone, as one thing to be settled."""

    message: str
    rule: str
    heading: Named
    place: str
    below: tuple[Below, ...]
    ways: tuple[Way, ...]


def left_behind(compared: Compared, lang: Lang) -> tuple[LeftBehind, ...]:
    """Return all totals left behind, in the order of the comparison."""
    found = compared.diff.stale if compared.diff else ()
    return tuple(
        _Shown(stale, compared, lang).all(located)
        for stale, located in zip(found, compared.stale, strict=True)
    )


class _Shown:
    """One finding of totals left behind, with what its nodes are called."""

    def __init__(self, stale: Stale, compared: Compared, lang: Lang) -> None:
        self._stale = stale
        self._documents = compared.after.documents
        self._lang = lang
        pairs = compared.diff.pairs if compared.diff else ()
        # results of the framework have codes of the budget
        self._names = {
            pair.node.code: named(pair, lang)
            for pair in pairs
            if pair.node.entry.role is Role.PLAN or pair.node.kind is NodeKind.INDICATOR
        }

    def all(self, located: Located) -> LeftBehind:
        """Return the finding as it is shown."""
        finding = located.finding
        return LeftBehind(
            finding.message.render(self._lang),
            finding.rule,
            self._names[finding.node],
            located.location.start,
            tuple(self._below()),
            tuple(self._way(repair) for repair in finding.repairs),
        )

    def _below(self) -> Iterator[Below]:
        """Yield each row that changed below, with all its figures."""
        for _, leaves in groupby(self._stale.leaves, key=lambda leaf: id(leaf[0].node)):
            pairs, changes = zip(*leaves, strict=True)
            shown = named(pairs[0], self._lang)
            yield Below(shown, figures(changes, self._lang), self._note(pairs[0], changes))

    def _note(self, pair: Pair, changes: Iterable[CellChange]) -> str:
        if pair.before is None or pair.after is None:
            return (ADDED if pair.before is None else REMOVED).get(self._lang)
        return MOVED.get(self._lang) if all(each.old == each.new for each in changes) else ""

    def _way(self, repair: Repair) -> Way:
        alone = {each.place: each for each in repair.changes}
        together = {**alone, **{each.place: each for each in repair.together}}
        placed = sorted(
            ((self._where(each), each) for each in together.values()), key=lambda each: each[0]
        )
        cells = tuple(self._cell(alone.get(each.place), each, w.line) for w, each in placed)
        return Way(repair.message.render(self._lang), cells)

    def _where(self, change: Change) -> Location:
        return self._documents[change.place.role].location(change.place.route, change.place.part)

    def _cell(self, alone: Change | None, together: Change, line: int) -> ShownCell:
        """Return a cell with what it should say; that is what is printed where nothing changes."""
        change = alone or together._replace(proposed=together.printed)
        column = show(column_name(change.column or WORDS), self._lang)
        known = self._names.get(change.node)
        name = known.name if known else show(code_name(change.node), self._lang)
        printed, right = self._values(change)
        other = self._values(together)[1]
        return ShownCell(name, column, printed, right, line, other, not in_words(change))

    def _values(self, change: Change) -> tuple[str, str]:
        """Return what a cell says and should say."""
        printed, right = (
            write_value(value, self._lang) for value in (change.printed, proposed(change))
        )
        return printed, right
