"""Totals stayed behind: a figure below was changed, and those above did not follow."""

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
    budget: {{2023: 12 000 000, 2024: {above}, total: {total}}}
    actions:
      - code: 1.1
        intitule: Campagnes
        budget: {{2023: 12 000 000, 2024: 17 000 000, total: 29 000 000}}
        activites:
          - {{id: 1.1-01, intitule: Former, budget: {{2023: 5 000 000, 2024: 5 000 000}}}}
          - {{id: 1.1-02, intitule: Informer, budget: {{2023: 7 000 000, 2024: 12 000 000}}}}
"""

RULE = Rule(
    id="budget.totaux-perimes",
    severity=Severity.ERROR,
    title=Text(
        "les totaux n'ont pas suivi un changement du niveau inférieur ({changes})",
        "the totals did not follow a change of the level below ({changes})",
    ),
    why=Text(
        "Un montant changé tard dans la négociation, sans que les totaux suivent, laisse au plan "
        "deux budgets : celui des lignes et celui des titres.",
        "An amount changed late in the negotiation, without the totals following, leaves the plan "
        "with two budgets: that of the rows and that of the headings.",
    ),
    repair=Text(
        "reportez le changement dans tous les totaux au-dessus, ou remettez l'ancien montant",
        "carry the change into all totals above, or put the old amount back",
    ),
    bad=Example(plan=PLAN.format(above="15 000 000", total="27 000 000")),
    good=Example(plan=PLAN.format(above="17 000 000", total="29 000 000")),
    names=Pattern.STALE_TOTALS,
)
