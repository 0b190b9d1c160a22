"""A row is there twice: what the level below has too much is exactly that row."""

from pan_tp_cli.finding import Severity
from pan_tp_cli.repair import Pattern
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.text import Text

PLAN = """\
format: pan-tp/plan-1
annees: [2023, 2024]
axes:
  - code: 1
    intitule: Prévention
    budget: {{2023: 12 000 000, 2024: 12 000 000, total: 24 000 000}}
    activites:
      - {{id: 1-01, intitule: Former, budget: {{2023: 5 000 000, 2024: 5 000 000}}}}
      - {{id: 1-02, intitule: Informer, budget: {{2023: 7 000 000, 2024: 7 000 000}}}}
      - {{id: 1-03, intitule: {third}, budget: {{2023: {amount}, 2024: {amount}}}}}
"""

RULE = Rule(
    id="budget.ligne-dupliquee",
    severity=Severity.ERROR,
    title=Text(
        "la ligne {row} semble répéter la ligne {twin}",
        "row {row} seems to repeat row {twin}",
    ),
    why=Text(
        "Une ligne recopiée deux fois gonfle le plan d'une activité qui n'existe pas, ou cache "
        "celle dont elle a pris la place.",
        "A row copied twice swells the plan by an activity that does not exist, or hides the one "
        "whose place it took.",
    ),
    repair=Text(
        "comparez les deux lignes avec le document signé et retirez celle qui est de trop",
        "compare the two rows with the signed document and remove the one that is too many",
    ),
    bad=Example(plan=PLAN.format(third="Former", amount="5 000 000")),
    good=Example(plan=PLAN.format(third="Suivre", amount="0")),
    names=Pattern.DUPLICATED_ROW,
)
