"""The announced total beside what confirms it, and what the activities make."""

from typing import Final, NamedTuple

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.engine import Report
from pan_tp_cli.message import Message, Money, Shown, show
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.text import Lang, Text

CONFIRMED: Final = Text("confirmé par les sommes", "confirmed by the sums")
NOT_CONFIRMED: Final = Text("n'est pas confirmé", "is not confirmed")
NOT_COMPARED: Final = Text("aucune somme ne le calcule", "no sum computes it")
CONFIRMATIONS: Final = {
    True: ("same", CONFIRMED),
    False: ("wrong", NOT_CONFIRMED),
    None: ("unknown", NOT_COMPARED),
}
MAKE: Final = Text(
    "les activités, telles qu'imprimées, donnent {amount}",
    "the activities, as printed, make {amount}",
)
NOT_PRINTED: Final = Text("le plan ne l'imprime pas", "the plan does not print it")


class GrandTotal(NamedTuple):
    """The announced total, whether the sums confirm it, and what the activities make of it.

    Sums above a wrong activity may well confirm a total that the activities do not make.
    `standing` is ``same`` where it is confirmed, ``wrong`` where not, ``unknown`` if none is made.
    `amount` is what is printed or, where nothing is, what they make; `made` is "" where that is
    the same or cannot be told.
    """

    amount: str
    standing: str
    said: str
    made: str


def grand_total(briefing: Briefing, report: Report, lang: Lang) -> GrandTotal | None:
    """Return what is to be said of the announced total; None without a plan."""
    project = briefing.checked.project
    if project.plan is None:
        return None
    amount = briefing.overview.whole.amounts[TOTAL]
    if amount.printed is None and amount.made is None:
        return None
    printed = amount.made if amount.printed is None else amount.printed
    made = ""
    if amount.differs and amount.made is not None:
        values: dict[str, Shown] = {"amount": Money(amount.made, project.currency)}
        made = Message(MAKE, values).render(lang)
    figures, _ = project.grand_total
    standing, said = CONFIRMATIONS[report.arithmetic.grand_total_confirmed]
    if figures is None:
        standing, said = "unknown", NOT_PRINTED
    shown = show(Money(printed, project.currency), lang)
    return GrandTotal(shown, standing, said.get(lang), made)
