"""The announced total before and after."""

from typing import Final, NamedTuple

from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.change import Diff
from pan_tp_cli.message import Money, show
from pan_tp_cli.report import diff_figures
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
    """Return the total of both versions; None where neither has one."""
    given = diff_figures.grand_total(compared, diff)
    if given.before is None and given.after is None:
        return None
    shown = line(given, lang)
    sides = ((given.before, compared.before), (given.after, compared.after))
    before, after = (
        "" if value is None else show(Money(value, checked.project.currency), lang)
        for value, checked in sides
    )
    owed = NOT_FOLLOWED.get(lang).format(owed=shown.owed) if shown.owed else ""
    return GrandTotal(before, after, shown.figure.difference, shown.growth, owed)
