"""What an activity announces is what its indicator adds up to."""

from collections.abc import Iterator

from pan_tp_cli.crossing import Deliverable, deliverables
from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.model.indicators import Aggregation, Unit
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Cell, IndicatorRow
from pan_tp_cli.text import Text


def check(project: Project) -> Iterator[Finding]:
    """Compare quantities with the totals of counts that only the one indicator can count."""
    for deliverable in deliverables(project):
        announced = _announced(deliverable)
        totals = _totals(deliverable.indicator)
        if announced is not None and totals and announced not in totals:
            first = deliverable.activities[0]
            quantity = first.activity.quantity if first.activity else None
            cell = Cell(first.entry, None, quantity, ("quantite",))
            node = deliverable.indicator.entry.node
            yield RULE.at(cell, announced=announced, total=totals[0], indicator=node)


def _announced(deliverable: Deliverable) -> int | None:
    """Return what the activities of an indicator announce together.

    None where one announces nothing, or names several indicators: nothing says which of them
    counts what it announces.
    """
    total = 0
    for row in deliverable.activities:
        if row.activity is None or len(set(row.activity.indicators)) > 1:
            return None
        if row.activity.quantity is None:
            return None
        total += row.activity.quantity
    return total


def _totals(row: IndicatorRow) -> tuple[int, ...]:
    """Return the printed total of a count, and the sum of its targets where that is the total.

    A printed total that is not that sum is told by arithmetic, so that either may be meant.
    """
    if row.indicator.unit is not Unit.COUNT:
        return ()
    printed = row.total.value if row.total else None
    found = [printed] if isinstance(printed, int) else []
    targets = [cell.value for cell in row.targets.values()]
    summed = row.indicator.aggregation in (None, Aggregation.SUM) and not row.indicator.cumulative
    if summed and any(isinstance(value, int) for value in targets):
        found.append(sum(value for value in targets if isinstance(value, int)))
    return tuple(found)


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
axes:
  - code: 1
    intitule: Prévention
    activites:
      - id: 1-01
        intitule: Imprimer {quantity} affiches
        quantite: {quantity}
        indicateurs: [P1-1]
        budget: {{2023: 5 000 000}}
"""
FRAMEWORK = """\
format: pan-tp/indicateurs-1
annees: [2023]
axes:
  - code: 1
    intitule: Prévention
    produits:
      - code: 1
        intitule: Le public est informé
        indicateurs:
          - {id: P1-1, intitule: Nombre d'affiches, unite: nombre, cibles: {2023: 500}, total: 500}
"""

RULE = Rule(
    id="croisement.quantite",
    severity=Severity.WARNING,
    title=Text(
        "l'activité annonce {announced}, son indicateur {indicator} prévoit {total}",
        "the activity announces {announced}, its indicator {indicator} plans {total}",
    ),
    why=Text(
        "L'activité est budgétée sur un nombre et évaluée sur l'autre : soit l'argent ne suffit "
        "pas, soit la cible est trop basse.",
        "The activity is budgeted on one number and evaluated on the other: either the money does "
        "not suffice or the target is too low.",
    ),
    repair=Text(
        "mettez l'intitulé de l'activité et les cibles de {indicator} d'accord",
        "make the wording of the activity and the targets of {indicator} agree",
    ),
    bad=Example(PLAN.format(quantity="5 000"), FRAMEWORK),
    good=Example(PLAN.format(quantity="500"), FRAMEWORK),
    check=check,
)
