"""One command of each kind that writes files, what it finds, and what it writes."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from tests.projects import framework, plan

PLAN: Final = plan("""\
    # imprimé
    axes:
      - {code: 1, intitule: Été, budget: {2023: 1 000, 2024: 2 000, total: 9 000}}  # faux
      - {code: 2, intitule: Hiver, budget: {2023: 5, 2024: 2, total: 9}}
    """)
FRAMEWORK: Final = framework("unite: nombre\ncibles: {2023: 1, 2024: 2}\ntotal: 9")
WAIVERS: Final = """\
format: pan-tp/derogations-1
derogations:  # signées
  - {regle: budget.somme-annees, noeud: 3, colonne: total, motif: ainsi signé, expire: jamais}
"""
PICTURES: Final = ("budget-par-axe.svg", "budget-par-annee.svg", "argent-et-cibles.svg")
OLD: Final = "à remplacer\n"
ACCEPT: Final = (
    "waive", "add", "budget.somme-annees@1,total", "--motif", "ainsi dans le texte signé",
    "--expire", "2999-12-31", "--plan", ".",
)  # fmt: skip


class Writing(NamedTuple):
    """A command that writes, the files that it finds, those that it writes, and how it ends."""

    arguments: tuple[str, ...]
    files: Mapping[str, str]
    writes: tuple[str, ...]
    code: int = 0


BOTH: Final = {"plan.yaml": PLAN, "indicators.yaml": FRAMEWORK}
WRITINGS: Final = {
    "recompute": Writing(("recompute", ".", "--write"), BOTH, ("plan.yaml", "indicators.yaml")),
    "waive-first": Writing(ACCEPT, {"plan.yaml": PLAN}, ("derogations.yaml",)),
    "waive-more": Writing(
        ACCEPT, {"plan.yaml": PLAN, "derogations.yaml": WAIVERS}, ("derogations.yaml",)
    ),
    "prune": Writing(
        ("waive", "prune", ".", "--write"),
        {"plan.yaml": PLAN, "derogations.yaml": WAIVERS},
        ("derogations.yaml",),
    ),
    "report": Writing(
        ("report", ".", "-o", "r.md", "-o", "r.docx"),
        {**BOTH, "r.md": OLD},
        ("r.md", "r.docx"),
    ),
    "figures": Writing(
        ("report", ".", "--figures", "."), {**BOTH, PICTURES[0]: OLD}, PICTURES
    ),
    "check": Writing(
        ("check", ".", "--format", "json=r.json", "--format", "sarif=r.sarif"),
        {**BOTH, "r.json": OLD},
        ("r.json", "r.sarif"),
        1,
    ),
}  # fmt: skip
"""One of each way in which pan-tp writes files."""
