"""A comparison as a page shows it, part by part, in the language of its reader."""

from itertools import groupby
from typing import NamedTuple

from pan_tp_cli import __version__
from pan_tp_cli.checked import Checked
from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.aspect import Weight
from pan_tp_cli.diff.change import Diff
from pan_tp_cli.diff.findings import Matched
from pan_tp_cli.message import CURRENCY_NAMES
from pan_tp_cli.report.diff_page.changes import ShownNode, nodes, reordered
from pan_tp_cli.report.diff_page.findings import ShownFindings, findings
from pan_tp_cli.report.diff_page.grand_total import GrandTotal, grand_total
from pan_tp_cli.report.diff_page.left_behind import LeftBehind, left_behind
from pan_tp_cli.report.diff_page.money import MoneyGroup, ShownTransfer, money, transfers
from pan_tp_cli.report.diff_page.verdict import Verdict, verdict
from pan_tp_cli.report.diff_page.versions import Version, version
from pan_tp_cli.text import Lang


class Page(NamedTuple):
    """What there is to show; a part that says nothing is empty.

    `reordered` are remarks: rows in another order are no change.
    """

    verdict: Verdict
    total: GrandTotal | None
    nodes: tuple[ShownNode, ...]
    reordered: tuple[str, ...]
    money: tuple[MoneyGroup, ...]
    transfers: tuple[ShownTransfer, ...]
    left_behind: tuple[LeftBehind, ...]
    findings: ShownFindings
    before: Version
    after: Version
    currency: str
    tool: str = f"pan-tp {__version__}"

    @property
    def by_weight(self) -> tuple[tuple[Weight, tuple[ShownNode, ...]], ...]:
        """Return the nodes of each weight together."""
        grouped = groupby(self.nodes, key=lambda node: node.weight)
        return tuple((weight, tuple(nodes)) for weight, nodes in grouped)


def page(compared: Compared, lang: Lang) -> Page | None:
    """Return what to show of a comparison; None where a version could not be used."""
    diff, matched = compared.diff, compared.findings
    if diff is None or matched is None:
        return None
    return _page(compared, diff, matched, lang)


def _page(compared: Compared, diff: Diff, matched: Matched, lang: Lang) -> Page:
    shown = findings(compared, matched, lang)
    return Page(
        verdict=verdict(compared, diff, shown, lang),
        total=grand_total(compared, diff, lang),
        nodes=nodes(diff, lang),
        reordered=reordered(diff, lang),
        money=money(diff.money, lang),
        transfers=transfers(diff.transfers, compared.after.project.currency, lang),
        left_behind=left_behind(compared, lang),
        findings=shown,
        before=version(compared.before, lang),
        after=version(compared.after, lang),
        currency=" → ".join(dict.fromkeys(_currency(each) for each in compared[:2])),
    )


def _currency(checked: Checked) -> str:
    """Return what people call the currency of a plan."""
    code = checked.project.currency
    return CURRENCY_NAMES.get(code, code)
