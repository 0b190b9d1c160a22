from pan_tp_cli.checked import Conventions
from tests.projects import TODAY, cells, plan, read, waivers

RULE = "derogation.inutile"
PLAN = plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 2, total: 9}}]")
KEYS = "regle: budget.somme-annees, noeud: 1, colonne: total, imprime: 9, attendu: 3"
WHY = "motif: ainsi dans le document"


def test_a_waiver_without_its_finding_is_unused() -> None:
    for other in ("noeud: 2", "colonne: 2023", "regle: budget.sous-total"):
        key = other.partition(":")[0]
        parts = [part for part in KEYS.split(", ") if not part.startswith(key)]
        text = waivers(", ".join([other, *parts, WHY, "expire: jamais"]))
        (found,) = cells(read(PLAN, waivers=text).findings(RULE))
        assert found[0] == RULE


def test_a_waiver_with_its_finding_is_not() -> None:
    text = waivers(f"{KEYS}, {WHY}, expire: jamais")
    assert read(PLAN, waivers=text).findings() == []


def test_after_a_partial_run_none_is_called_unused() -> None:
    given = read(PLAN, waivers=waivers(f"{KEYS.replace('noeud: 1', 'noeud: 2')}, expire: jamais"))
    report = given.settled(Conventions(TODAY, full=False))
    assert RULE not in [each.finding.rule for each in report.findings]
    assert RULE in [each.finding.rule for each in given.settled().findings]
