"""Each year of an indicator has a target, or « N/A »."""

from collections.abc import Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.message import Message
from pan_tp_cli.money import NOT_APPLICABLE
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Cell, IndicatorRow
from pan_tp_cli.text import Text

NONE_AT_ALL = Text(
    "l'indicateur n'a de cible pour aucune année", "the indicator has no target for any year"
)


def check(project: Project) -> Iterator[Finding]:
    """Find indicators with blank targets, at the first of them, and those without any target.

    « N/A » says that nothing is expected that year, and leaves nothing open unless all years do.
    """
    for row in project.indicators:
        cells = list(row.targets.values())
        blank = [cell for cell in cells if cell.value is None]
        if all(cell.value in (None, NOT_APPLICABLE) for cell in cells):
            finding = RULE.at(_all_of(row), years="")
            yield finding._replace(message=Message(NONE_AT_ALL))
        elif blank:
            years = tuple(cell.column for cell in blank)
            yield RULE.at(blank[0], years=years)


def _all_of(row: IndicatorRow) -> Cell:
    return Cell(row.entry, None, None, ("cibles",))


FRAMEWORK = """\
format: pan-tp/indicateurs-1
annees: [2023, 2024]
axes:
  - code: 1
    intitule: Prévention
    produits:
      - code: 1.1
        intitule: Les acteurs sont formés
        indicateurs:
          - {{id: P1.1-1, intitule: Nombre de personnes formées, unite: nombre,
             cibles: {{2023: 200, 2024: {target}}}}}
"""

RULE = Rule(
    id="indicateur.cible-manquante",
    severity=Severity.WARNING,
    title=Text("année sans cible : {years}", "year without a target: {years}"),
    why=Text(
        "Une case vide se lit comme zéro, comme « sans objet » ou comme un oubli : l'évaluation de "
        "l'année dépendra de qui la lit.",
        "A blank cell reads as zero, as 'not applicable' or as an omission: the evaluation of the "
        "year will depend on the reader.",
    ),
    repair=Text(
        "écrivez la cible, 0 si rien n'est visé, ou N/A si l'année n'est pas concernée",
        "write the target, 0 where nothing is aimed at, or N/A where the year is not concerned",
    ),
    bad=Example(indicators=FRAMEWORK.format(target="~")),
    good=Example(indicators=FRAMEWORK.format(target="N/A")),
    check=check,
)
