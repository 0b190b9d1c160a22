"""Money that an action receives is held against some target of the same year."""

from collections.abc import Iterator

from pan_tp_cli.crossing import Measured, may_expect, measured
from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.funding import funded, yearly
from pan_tp_cli.message import Money
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Cell
from pan_tp_cli.text import Text


def check(project: Project) -> Iterator[Finding]:
    """Find funded years in which no indicator of the outputs has a target, per heading."""
    for found in measured(project):
        row = found.heading
        amounts = yearly(row, project.years) or {}
        years = tuple(year for year in funded(amounts) if _asks_nothing(found, year))
        if years:
            first = row.cells.get(years[0]) or Cell(row.entry, years[0], None, ("code",))
            amount = Money(sum(amounts[year] for year in years), project.currency)
            nodes = tuple(indicator.entry.node for indicator in found.indicators)
            yield RULE.at(first, years=years, amount=amount, indicators=nodes)


def _asks_nothing(found: Measured, year: str) -> bool:
    """Tell whether targets of a year are there, and none of them asks for anything."""
    rows = [row for row in found.indicators if year in row.targets]
    return bool(rows) and not any(may_expect(row, year) for row in rows)


PLAN = """\
format: pan-tp/plan-1
annees: [2023, 2024]
axes:
  - code: 1
    intitule: Prévention
    actions:
      - {code: 1.1, intitule: Former, budget: {2023: 5 000 000, 2024: 5 000 000}}
"""
FRAMEWORK = """\
format: pan-tp/indicateurs-1
annees: [2023, 2024]
axes:
  - code: 1
    intitule: Prévention
    actions:
      - code: 1.1
        intitule: Former
        produits:
          - code: 1.1
            intitule: Les acteurs sont formés
            indicateurs:
              - {{id: P1.1-1, intitule: Nombre d'acteurs formés, unite: nombre,
                 cibles: {{2023: {target}, 2024: 200}}}}
"""

RULE = Rule(
    id="croisement.budget-sans-cible",
    severity=Severity.INFO,
    title=Text(
        "{amount} prévus sans aucune cible la même année : {years}",
        "{amount} planned without any target in the same year: {years}",
    ),
    why=Text(
        "Ce que l'argent d'une année sans cible aura produit, rien ne permettra de le dire.",
        "What the money of a year without a target will have brought about, nobody can tell.",
    ),
    repair=Text(
        "si cet argent doit produire quelque chose, fixez-lui une cible ; indicateurs de ses "
        "produits : {indicators}",
        "if this money is to bring something about, set a target for it; indicators of its "
        "outputs: {indicators}",
    ),
    bad=Example(PLAN, FRAMEWORK.format(target="0")),
    good=Example(PLAN, FRAMEWORK.format(target="100")),
    check=check,
)
