"""A row seems to be missing: the level below falls short, by amounts that one row would hold."""

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
    budget: {{2023: {first}, 2024: {second}, total: {total}}}
    activites:
      - {{id: 1-01, intitule: Former, budget: {{2023: 5 000 000, 2024: 5 000 000}}}}
      - {{id: 1-02, intitule: Informer, budget: {{2023: 2 000 000, 2024: 2 000 000}}}}
"""
SHORT = {"first": "10 000 000", "second": "12 000 000", "total": "22 000 000"}
WHOLE = {"first": "7 000 000", "second": "7 000 000", "total": "14 000 000"}

RULE = Rule(
    id="budget.ligne-manquante",
    severity=Severity.ERROR,
    title=Text(
        "une ligne semble manquer sous {parent} : {amounts}",
        "a row seems to be missing below {parent}: {amounts}",
    ),
    why=Text(
        "Une ligne oubliée est une activité que personne ne mènera, alors que son argent est "
        "compté dans les totaux.",
        "A row left out is an activity that nobody will carry out, while its money is counted in "
        "the totals.",
    ),
    repair=Text(
        "cherchez dans le document signé la ligne qui porte ces montants, et ajoutez-la ; si elle "
        "n'existe pas, ce sont les montants de {parent} qu'il faut réduire",
        "look in the signed document for the row that holds these amounts, and add it; if there is "
        "none, it is the amounts of {parent} that must be reduced",
    ),
    bad=Example(plan=PLAN.format(**SHORT)),
    good=Example(plan=PLAN.format(**WHOLE)),
    names=Pattern.MISSING_ROW,
)
