"""The announced total before and after."""

from typing import NamedTuple

from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.change import Diff
from pan_tp_cli.message import Money, show
from pan_tp_cli.report import diff_figures
from pan_tp_cli.report.course_words import TotalWords, total_words
from pan_tp_cli.report.diff_page.money import line
from pan_tp_cli.text import Lang


class GrandTotal(NamedTuple):
    """The total of the plan with its currency, and all that is to be said of it in words.

    It is `wrong` where the rows make anything else now.
    """

    before: str
    after: str
    difference: str
    growth: str
    words: TotalWords
    wrong: bool

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
    words = total_words(compared, diff, lang)
    return GrandTotal(before, after, shown.figure.difference, shown.growth, words, shown.wrong)
