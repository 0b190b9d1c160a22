"""The quantity that an activity announces goes with its amounts.

Whoever budgets by unit cost multiplies: the total is the quantity times the cost, and each year a
whole number of units. As many units as funded years are read as one a year, whose cost may vary;
what comes in periods is judged by its own rule.
"""

from collections.abc import Iterator, Mapping

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.funding import funded, yearly
from pan_tp_cli.message import Money, Shown
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Cell, Row
from pan_tp_cli.text import Text

NO_MULTIPLE = Text(
    "{total} pour {printed} unités font {unit} l'unité, et les {amount} de {year} n'en paient pas "
    "un nombre entier",
    "{total} for {printed} units make {unit} each, and the {amount} of {year} do not pay for a "
    "whole number of them",
)


def check(project: Project) -> Iterator[Finding]:
    """Find quantities that divide neither the budget nor, at the unit cost, each of its years."""
    for row in project.budget:
        quantity = _quantity(row)
        amounts = yearly(row, project.years) if quantity > 1 else None
        if amounts and len(funded(amounts)) not in (0, quantity):
            yield from _held_against(row, amounts, project.currency)


def _quantity(row: Row) -> int:
    activity = row.activity
    return 0 if activity is None or activity.periodicity else activity.quantity or 0


def _held_against(row: Row, amounts: Mapping[str, int], currency: str) -> Iterator[Finding]:
    quantity, total = _quantity(row), sum(amounts.values())
    cell = Cell(row.entry, None, quantity, ("quantite",))
    values: dict[str, Shown] = {"printed": quantity, "total": Money(total, currency)}
    unit, rest = divmod(total, quantity)
    if rest:
        yield RULE.at(cell, **values)
        return
    year = next((year for year, amount in amounts.items() if amount % unit), None)
    if year is not None:
        values |= {"unit": Money(unit, currency), "amount": Money(amounts[year], currency)}
        yield RULE.with_texts(cell, NO_MULTIPLE, RULE.repair, year=year, **values)


PLAN = """\
format: pan-tp/plan-1
annees: [2023, 2024]
axes:
  - code: 1
    intitule: Prévention
    activites:
      - id: 1-01
        intitule: Organiser {quantity} sessions de dialogue
        quantite: {quantity}
        budget: {{2023: 5 000 000, 2024: 10 000 000}}
"""

RULE = Rule(
    id="plausibilite.cout-unitaire",
    severity=Severity.INFO,
    title=Text(
        "{total} ne se divisent pas par la quantité annoncée ({printed})",
        "{total} cannot be divided by the announced quantity ({printed})",
    ),
    why=Text(
        "Un budget fait d'une quantité et d'un coût unitaire se divise par sa quantité ; s'il ne "
        "le fait pas, l'un des deux a souvent été changé sans l'autre.",
        "A budget made of a quantity and a unit cost can be divided by its quantity; where it "
        "cannot, one of the two has often been changed without the other.",
    ),
    repair=Text(
        "vérifiez la quantité et les montants ; si la quantité vaut pour chaque année, ou si le "
        "coût varie, dites-le dans l'intitulé",
        "check the quantity and the amounts; if the quantity holds for each year, or if the cost "
        "varies, say so in the wording",
    ),
    bad=Example(plan=PLAN.format(quantity="7")),
    good=Example(plan=PLAN.format(quantity="6")),
    check=check,
)
