"""What a comparison comes to: did the plan change, and did its totals follow."""

from collections import Counter
from enum import Enum
from typing import Final, NamedTuple

from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.aspect import Aspect, Weight
from pan_tp_cli.diff.change import Change, Diff
from pan_tp_cli.diff.changes import amount
from pan_tp_cli.message import LIST_SEPARATOR
from pan_tp_cli.place import Role
from pan_tp_cli.report.diff_page.findings import ShownFindings
from pan_tp_cli.report.diff_page.tally import Forms, of_findings
from pan_tp_cli.report.diff_words import ASPECT, WEIGHTS
from pan_tp_cli.report.words import in_number
from pan_tp_cli.text import Lang, Text


class Totals(Enum):
    """What became of the totals; the values are the names of the style of a page."""

    SAME = "same"
    """No amount changed."""
    FOLLOWED = "followed"
    WRONG = "wrong"
    """All followed, but equations are violated for other reasons."""
    LEFT = "left"
    """Some did not change as what they add up."""
    UNKNOWN = "unknown"
    """There are none, or cells that cannot be read keep from telling."""


NOTHING: Final = Text("Aucun changement", "No change")
FINDINGS_ALONE: Final = Text(
    "Aucun changement, sauf dans les constats", "No change, but for the findings"
)
HEADLINE: Final = {
    Totals.SAME: Text(
        "Le plan a changé, mais aucun montant du budget",
        "The plan changed, but no amount of its budget",
    ),
    Totals.FOLLOWED: Text(
        "Le plan a changé, et les totaux ont suivi", "The plan changed, and the totals followed"
    ),
    Totals.WRONG: Text(
        "Le plan a changé, et des égalités y sont fausses",
        "The plan changed, and equations in it are violated",
    ),
    Totals.LEFT: Text(
        "Le plan a changé, et des totaux n'ont pas suivi",
        "The plan changed, and totals did not follow",
    ),
    Totals.UNKNOWN: Text("Le plan a changé", "The plan changed"),
}
SAID: Final = {
    Totals.SAME: Text("aucun montant n'a changé", "no amount changed"),
    Totals.FOLLOWED: Text("tous ont suivi les lignes", "all followed the rows"),
    Totals.WRONG: Text(
        "ils ont suivi les lignes, mais des égalités sont fausses",
        "they followed the rows, but equations are violated",
    ),
    Totals.UNKNOWN: Text(
        "on ne peut pas dire si tous ont suivi les lignes",
        "it cannot be told whether all followed the rows",
    ),
}
KIND: Final = Text("{kind}\u00a0({count})", "{kind}\u00a0({count})")
LEFT: Final[Forms] = (
    Text("{count} n'a pas suivi les lignes", "{count} did not follow the rows"),
    Text("{count} n'ont pas suivi les lignes", "{count} did not follow the rows"),
)


class Verdict(NamedTuple):
    """The headline, the changes counted by weight, what of totals and findings.

    `counts` hold every weight, and how many changes it has in figures and in words; `of_changes`
    says how many there are of each kind.
    """

    headline: str
    counts: tuple[tuple[Weight, int, str], ...]
    of_changes: str
    totals: Totals
    of_totals: str
    of_findings: tuple[str, ...]


def verdict(compared: Compared, diff: Diff, shown: ShownFindings, lang: Lang) -> Verdict:
    """Return what a comparison comes to."""
    totals = _totals(compared, diff)
    headline = HEADLINE[totals]
    if not diff.changes:
        headline = FINDINGS_ALONE if shown.any_news else NOTHING
    left = diff.left_behind()
    return Verdict(
        headline.get(lang),
        tuple((weight, n, in_number(WEIGHTS[weight], n, lang)) for weight, n in _counts(diff)),
        _of_changes(diff, lang),
        totals,
        in_number(LEFT, left, lang) if totals is Totals.LEFT else SAID[totals].get(lang),
        of_findings(shown, lang),
    )


def _counts(diff: Diff) -> list[tuple[Weight, int]]:
    return [(weight, diff.count(weight)) for weight in Weight]


def _of_changes(diff: Diff, lang: Lang) -> str:
    """Return « ajout (1), montants (6) », in the order of reports."""
    found = Counter(change.aspect for change in diff.changes)
    kinds = ((ASPECT[aspect].get(lang), found[aspect]) for aspect in Aspect if found[aspect])
    return LIST_SEPARATOR.join(KIND.get(lang).format(kind=kind, count=n) for kind, n in kinds)


def _totals(compared: Compared, diff: Diff) -> Totals:
    if diff.stale:
        return Totals.LEFT
    if not diff.money and not any(_of_money(change) for change in diff.changes):
        return Totals.SAME
    reports = [side.report for side in (compared.before, compared.after)]
    known = all(each and each.arithmetic.totals and not each.arithmetic.unknown for each in reports)
    if not known:
        return Totals.UNKNOWN
    after = compared.after.report
    return Totals.WRONG if after and after.arithmetic.violated else Totals.FOLLOWED


def _of_money(change: Change) -> bool:
    """Tell whether a change is one of amounts of the budget."""
    return change.pair.node.entry.role is Role.PLAN and any(
        amount(cell.old) != amount(cell.new) for cell in change.cells
    )
