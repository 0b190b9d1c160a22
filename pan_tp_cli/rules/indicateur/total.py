"""The printed total of targets must be what the aggregation of the indicator asks for."""

from collections.abc import Iterator
from functools import reduce

from pan_tp_cli.calculation import Relation
from pan_tp_cli.equation import Equation, Footing, Outcome, Violation, evaluate
from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.model.indicators import Aggregation
from pan_tp_cli.money import NOT_APPLICABLE
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Cell
from pan_tp_cli.text import Text

RELATIONS = {
    Aggregation.SUM: Relation.SUM,
    Aggregation.MEAN: Relation.MEAN,
    Aggregation.LAST: Relation.LAST,
    Aggregation.MAXIMUM: Relation.MAXIMUM,
}
NAMES = {
    Relation.SUM: Text("la somme (agregation: somme)", "the sum (agregation: somme)"),
    Relation.MEAN: Text("la moyenne (agregation: moyenne)", "the mean (agregation: moyenne)"),
    Relation.LAST: Text(
        "la dernière cible (agregation: derniere)", "the last target (agregation: derniere)"
    ),
    Relation.MAXIMUM: Text(
        "la plus haute cible (agregation: maximum)", "the highest target (agregation: maximum)"
    ),
}
WOULD_FIT = Text(
    "le total imprimé serait juste comme {relation}",
    "the printed total would be right as {relation}",
)
OR = Text("{first} ou {second}", "{first} or {second}")


def equations(project: Project) -> Iterator[Equation]:
    """State each printed total of targets by its aggregation over the years."""
    for row in project.indicators:
        terms = tuple(row.targets.values())
        total = row.total
        if total and total.value is not NOT_APPLICABLE and any(map(_is_target, terms)):
            kind = RELATIONS[row.indicator.aggregated]
            yield Equation(RULE.id, kind, total, terms, Footing.ACROSS)


def _is_target(cell: Cell) -> bool:
    return cell.value is not None and cell.value is not NOT_APPLICABLE


def refine(finding: Finding, violation: Violation, project: Project) -> Finding:
    """Name every other aggregation that would make the printed total right."""
    fitting: list[Shown] = [
        name
        for other, name in NAMES.items()
        if evaluate(violation.equation._replace(relation=other)) is Outcome.HOLDS
    ]
    if not fitting:
        return finding
    named = reduce(lambda first, second: Message(OR, {"first": first, "second": second}), fitting)
    return finding._replace(help=(*finding.help, Message(WOULD_FIT, {"relation": named})))


FRAMEWORK = """\
format: pan-tp/indicateurs-1
annees: [2023, 2024]
axes:
  - code: 1
    intitule: Prévention
    produits:
      - code: 1.1.1
        intitule: Les acteurs sont formés
        indicateurs:
          - {{id: P1.1.1-1, intitule: Nombre de personnes formées, unite: nombre,
             cibles: {{2023: 100, 2024: 200}}, total: {total}}}
"""

RULE = Rule(
    id="indicateur.total",
    severity=Severity.ERROR,
    title=Text(
        "le total des cibles n'est pas ce que donnent les années",
        "the total of the targets is not what the years give",
    ),
    why=Text(
        "Le total des cibles est ce sur quoi le plan sera évalué ; s'il ne suit pas des cibles "
        "annuelles, on ne saura pas si l'objectif est atteint.",
        "The total of the targets is what the plan will be evaluated on; where it does not follow "
        "from the yearly targets, nobody will know whether the objective is met.",
    ),
    repair=Text(
        "si les cibles sont justes, le total est {expected}",
        "if the targets are right, the total is {expected}",
    ),
    bad=Example(indicators=FRAMEWORK.format(total="200")),
    good=Example(indicators=FRAMEWORK.format(total="300")),
    equations=equations,
    refine=refine,
)
