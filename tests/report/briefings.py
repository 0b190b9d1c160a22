"""Plans of every kind, checked and assembled for a meeting."""

import datetime
from pathlib import Path
from typing import Final

from pan_tp_cli.assembling import assemble
from pan_tp_cli.briefing import Briefing
from pan_tp_cli.checked import Checked
from tests.projects import framework, plan
from tests.report.hostile import checked_plan

DAY: Final = datetime.date(2026, 7, 1)
RIGHT: Final = plan(
    """\
    titre: Plan d'essai
    sigle: PE
    total_general: {chiffres: 30, lettres: trente}
    recapitulatif:
      axes:
        - {axe: 1, intitule: EAU, 2023: 5, 2024: 15, total: 20, part: 67%}
        - {axe: 2, intitule: BOIS, 2023: 10, 2024: 0, total: 10, part: 33%}
      total: {2023: 15, 2024: 15, total: 30, part: 100%}
    structures: {OIM: OIM}
    axes:
      - code: 1
        intitule: Eau
        budget: {2023: 5, 2024: 15, total: 20}
        activites:
          - {id: 1-01, intitule: Puits, responsable: OIM, budget: {2023: 5, 2024: 10, total: 15}}
          - {id: 1-02, intitule: Pompes, responsable: OIM, budget: {2023: 0, 2024: 5}}
      - code: 2
        intitule: Bois
        budget: {2023: 10, 2024: 0, total: 10}
        activites:
          - {id: 2-01, intitule: Arbres, responsable: OIM, budget: {2023: 10, 2024: 0}}
    """
)
"""A plan whose sums are all right, with tableau 1; two activities print no total."""
WRONG: Final = RIGHT.replace("2024: 10, total: 15", "2024: 10, total: 51").replace(
    "BOIS, 2023: 10", "BOIS, 2023: 11"
)
"""The same with two wrong cells: a total of 1-01, and a year in tableau 1."""
UNREADABLE: Final = RIGHT.replace("2024: 10, total: 15", "2024: 1 0, total: 15")
SKIPPED: Final = plan(
    """\
    axes:
      - code: 1
        intitule: Axe
        budget: {2023: 1, 2024: 2, total: 3}
        objectifs:
          - code: 1.1
            intitule: Objectif
            actions:
              - code: 1.1.1
                intitule: Action
                activites: [{id: 1.1.1-01, intitule: A, budget: {2023: 1, 2024: 2}}]
      - {code: 2, intitule: Seul, budget: {2023: 4, 2024: ~, total: 4}}
    """
)
"""Levels at different depths, an axis without rows, no tableau 1, no announced total."""
ONE_YEAR: Final = plan(
    "axes: [{code: 1, intitule: A, budget: {2023: 1, total: 1}}]\n", years="2023"
)
INDICATORS: Final = framework(
    """\
    unite: nombre
    reference: 0
    cibles: {2023: 1, 2024: 3}
    total: 4
    """
)


def briefing(folder: Path, text: str, indicators: str = "", waivers: str = "") -> Briefing:
    """Return what a reviewer takes into a meeting about a plan."""
    given = assemble(checked(folder, text, indicators, waivers), DAY)
    assert given is not None
    return given


def checked(folder: Path, text: str, indicators: str = "", waivers: str = "") -> Checked:
    """Check a plan written to a folder, with its indicators and waivers."""
    folder.mkdir(parents=True, exist_ok=True)
    if indicators:
        (folder / "indicators.yaml").write_text(indicators, encoding="utf-8")
    return checked_plan(folder, text, waivers)
