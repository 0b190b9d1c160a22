"""An activity that comes in periods is funded in as many years as it announces."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.funding import funded, yearly
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Cell, Particulars
from pan_tp_cli.text import Text

TIMES_A_YEAR: Final = MappingProxyType(
    {
        "annuelle": 1, "annuel": 1, "semestrielle": 2, "semestriel": 2,
        "trimestrielle": 4, "trimestriel": 4, "mensuelle": 12, "mensuel": 12,
    }
)  # fmt: skip
"""How often a year; « bisannuelle » is left out, which some read as twice a year, others as once
in two."""


def check(project: Project) -> Iterator[Finding]:
    """Find quantities that are neither those of one year nor those of all funded years."""
    for row in project.budget:
        times = _times_a_year(row.activity)
        amounts = yearly(row, project.years) if times and row.activity else None
        years = len(funded(amounts)) if amounts else 0
        if years and row.activity and row.activity.quantity not in (times, times * years):
            cell = Cell(row.entry, None, row.activity.quantity, ("quantite",))
            period = row.activity.periodicity
            yield RULE.at(cell, period=period, funded=years, expected=times * years)


def _times_a_year(activity: Particulars | None) -> int:
    """Return how often a year an activity comes that also announces a quantity, else 0."""
    if activity is None or activity.periodicity is None or activity.quantity is None:
        return 0
    return TIMES_A_YEAR.get(activity.periodicity.strip().casefold(), 0)


PLAN = """\
format: pan-tp/plan-1
annees: [2023, 2024, 2025]
axes:
  - code: 1
    intitule: Prévention
    activites:
      - id: 1-01
        intitule: Organiser chaque année la journée mondiale (x{quantity})
        quantite: {quantity}
        periodicite: annuelle
        budget: {{2023: 5 000 000, 2024: 5 000 000, 2025: 5 000 000}}
"""

RULE = Rule(
    id="plausibilite.periodicite",
    severity=Severity.WARNING,
    title=Text(
        "périodicité « {period} » et quantité {printed}, pour un nombre d'années financées de "
        "{funded}",
        "period '{period}' and quantity {printed}, for a number of funded years of {funded}",
    ),
    why=Text(
        "Si l'activité revient quatre fois et que cinq années sont payées, une année est payée "
        "pour rien ou une tenue est oubliée ; le bailleur posera la question.",
        "If the activity comes four times and five years are paid, a year is paid for nothing or "
        "an occurrence is forgotten; the donor will ask.",
    ),
    repair=Text(
        "retirez le montant de l'année sans activité, ou annoncez {expected} dans l'intitulé",
        "remove the amount of the year without activity, or announce {expected} in the wording",
    ),
    bad=Example(plan=PLAN.format(quantity="2")),
    good=Example(plan=PLAN.format(quantity="3")),
    check=check,
)
