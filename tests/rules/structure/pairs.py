"""A small plan and frameworks that pair with it, or do not."""

from tests.projects import plan

PLAN = plan("""\
    axes:
      - code: 1
        intitule: Axe
        objectifs:
          - code: 1.1
            intitule: Objectif
            actions:
              - code: 1.1.1
                intitule: Action
                activites: [{id: 1.1.1-01, intitule: Former, budget: {2023: 1, 2024: 1}}]
    """)
SKIPPING = plan("""\
    axes:
      - code: 1
        intitule: Axe
        activites: [{id: 1-01, intitule: Former, budget: {2023: 1, 2024: 1}}]
    """)


def framework(outcomes: str = "", outputs: str = "", action: str = "1.1.1") -> str:
    """Return a framework with results of these codes below objective 1.1 and an action."""
    listed = {
        "effets": ", ".join(f"{{code: {code}, intitule: E}}" for code in outcomes.split()),
        "produits": ", ".join(f"{{code: {code}, intitule: P}}" for code in outputs.split()),
    }
    return f"""\
format: pan-tp/indicateurs-1
annees: [2023]
axes:
  - code: 1
    intitule: Axe
    objectifs:
      - code: 1.1
        intitule: Objectif
        effets: [{listed["effets"]}]
        actions: [{{code: {action}, intitule: Action, produits: [{listed["produits"]}]}}]
"""
