"""The announced total before and after."""

from typing import Final, NamedTuple

from pan_tp_cli.checked import Checked
from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.change import Diff, Line
from pan_tp_cli.diff.node import NodeKind
from pan_tp_cli.message import Money, show
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.report.diff_page.money import line
from pan_tp_cli.text import Lang, Text

NOT_FOLLOWED: Final = Text("n'a pas suivi : {owed}", "did not follow: {owed}")


class GrandTotal(NamedTuple):
    """The total of the plan with its currency; `owed` says where it did not follow the rows."""

    before: str
    after: str
    difference: str
    growth: str
    owed: str

    @property
    def same(self) -> bool:
        """Tell whether both versions print the same."""
        return self.before == self.after


def grand_total(compared: Compared, diff: Diff, lang: Lang) -> GrandTotal | None:
    """Return the total of both versions; None where there is none."""
    given = _moved(diff) or _printed(compared)
    if given is None:
        return None
    shown = line(given, lang)
    sides = ((given.before, compared.before), (given.after, compared.after))
    before, after = (
        "" if value is None else show(Money(value, checked.project.currency), lang)
        for value, checked in sides
    )
    owed = NOT_FOLLOWED.get(lang).format(owed=shown.owed) if shown.owed else ""
    return GrandTotal(before, after, shown.figure.difference, shown.growth, owed)


def _moved(diff: Diff) -> Line | None:
    """Return the total of the plan as a whole, where it moved or should have."""
    plans = (row for row in diff.money if row.pair is None or row.pair.node.kind is NodeKind.PLAN)
    return next((each for row in plans for each in row.lines if each.column == TOTAL), None)


def _printed(compared: Compared) -> Line | None:
    before, after = (_announced(each) for each in (compared.before, compared.after))
    return None if before is None and after is None else Line(TOTAL, before, after)


def _announced(checked: Checked) -> int | None:
    """Return the announced total or, where it is not announced, that of tableau 1."""
    figures, _ = checked.project.grand_total
    summary = checked.project.summary
    row = summary.total.cells if summary and summary.total else {}
    cell = figures or row.get(TOTAL)
    return cell.value if cell and isinstance(cell.value, int) else None
