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
from pan_tp_cli.report.diff_tally import counted, errors, in_rows, new_errors, tally
from pan_tp_cli.report.diff_words import ASPECT
from pan_tp_cli.report.finding_counts import Forms, finding_counts
from pan_tp_cli.report.words import in_number
from pan_tp_cli.text import Lang, Text


class Totals(Enum):
    """What became of the totals; the values are the names of the style of a page."""

    SAME = "same"
    """No amount changed."""
    FOLLOWED = "followed"
    CORRECTED = "corrected"
    """All are right or followed, and some were put right."""
    WRONG = "wrong"
    """All followed, but the revision made an error of another kind."""
    LEFT = "left"
    """Some did not change as what they add up."""
    ALONE = "alone"
    """Some changed, and nothing that they add up did."""
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
    Totals.CORRECTED: Text(
        "Le plan a changé, et des totaux y sont corrigés",
        "The plan changed, and totals in it are put right",
    ),
    Totals.WRONG: Text(
        "Le plan a changé, et des erreurs nouvelles y sont",
        "The plan changed, and there are new errors in it",
    ),
    Totals.LEFT: Text(
        "Le plan a changé, et des totaux n'ont pas suivi",
        "The plan changed, and totals did not follow",
    ),
    Totals.ALONE: Text(
        "Le plan a changé, et des totaux y ont changé seuls",
        "The plan changed, and totals in it changed alone",
    ),
    Totals.UNKNOWN: Text("Le plan a changé", "The plan changed"),
}
SAID: Final = {
    Totals.SAME: Text("aucun montant n'a changé", "no amount changed"),
    Totals.FOLLOWED: Text("tous ont suivi les lignes", "all followed the rows"),
    Totals.CORRECTED: Text(
        "ceux qui étaient faux sont corrigés, les autres ont suivi les lignes",
        "those that were wrong are put right, the others followed the rows",
    ),
    Totals.WRONG: Text("tous ont suivi les lignes", "all followed the rows"),
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
ALONE: Final[Forms] = (
    Text("{count} a changé seul", "{count} changed alone"),
    Text("{count} ont changé seuls", "{count} changed alone"),
)


class Verdict(NamedTuple):
    """The headline, the changes counted by weight, what of totals, findings and errors.

    `counts` hold every weight that a change has, and how many have it in words; `of_rows` says in
    how many rows these are, and `of_changes` how many there are of each kind.
    """

    headline: str
    counts: tuple[tuple[Weight, str], ...]
    of_rows: str
    of_changes: str
    totals: Totals
    of_totals: str
    of_findings: tuple[str, ...]
    of_errors: str


def verdict(compared: Compared, diff: Diff, shown: ShownFindings, lang: Lang) -> Verdict:
    """Return what a comparison comes to."""
    totals, counts = _totals(compared, diff), tally(diff)
    return Verdict(
        _headline(diff, shown, totals).get(lang),
        tuple(counted(counts, lang)),
        in_rows(counts, lang) if diff.changes else "",
        _of_changes(diff, lang),
        totals,
        _of_totals(totals, diff, lang),
        tuple(finding_counts(compared, lang)),
        errors(compared, lang),
    )


def _headline(diff: Diff, shown: ShownFindings, totals: Totals) -> Text:
    if diff.changes:
        return HEADLINE[totals]
    return FINDINGS_ALONE if shown.any_news else NOTHING


def _of_totals(totals: Totals, diff: Diff, lang: Lang) -> str:
    forms = {Totals.LEFT: LEFT, Totals.ALONE: ALONE}.get(totals)
    return in_number(forms, diff.left_behind(), lang) if forms else SAID[totals].get(lang)


def _of_changes(diff: Diff, lang: Lang) -> str:
    """Return « ajout (1), montants (6) », in the order of reports."""
    found = Counter(change.aspect for change in diff.changes if not change.along)
    kinds = ((ASPECT[aspect].get(lang), found[aspect]) for aspect in Aspect if found[aspect])
    return LIST_SEPARATOR.join(KIND.get(lang).format(kind=kind, count=n) for kind, n in kinds)


def _totals(compared: Compared, diff: Diff) -> Totals:
    if diff.stale:
        return Totals.LEFT if any(each.leaves for each in diff.stale) else Totals.ALONE
    if not diff.money and not any(_of_money(change) for change in diff.changes):
        return Totals.SAME
    reports = [side.report for side in (compared.before, compared.after)]
    known = all(each and each.arithmetic.totals and not each.arithmetic.unknown for each in reports)
    if not known:
        return Totals.UNKNOWN
    if new_errors(compared):
        return Totals.WRONG
    corrected = any(change.correction for change in diff.changes)
    return Totals.CORRECTED if corrected else Totals.FOLLOWED


def _of_money(change: Change) -> bool:
    """Tell whether a change is one of amounts of the budget."""
    return change.pair.node.entry.role is Role.PLAN and any(
        amount(cell.old) != amount(cell.new) for cell in change.cells
    )
