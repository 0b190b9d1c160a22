from tests.projects import cells, plan, read, waivers

RULE = "derogation.inconnue"
PLAN = plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 2, total: 9}}]")
KEYS = "regle: budget.somme-annees, noeud: 1, colonne: total, imprime: 9, attendu: 3"
WHY = "motif: ainsi dans le document"


def test_a_rule_that_is_not_there_or_judges_waivers_cannot_be_waived() -> None:
    for rule in ("budget.some-annees", "budget", "derogation.inutile", "derogation.zzz"):
        text = waivers(f"{KEYS.replace('budget.somme-annees', rule)}, {WHY}, expire: jamais")
        found = read(PLAN, waivers=text).findings()
        assert cells(found) == [
            ("budget.somme-annees", "1", "total"),
            (RULE, "1", "total"),
        ], rule


def test_a_known_rule_is() -> None:
    assert read(PLAN, waivers=waivers(f"{KEYS}, {WHY}, expire: jamais")).findings() == []


def test_waivers_of_findings_about_waivers_do_not_hold() -> None:
    text = waivers(
        f"{KEYS.replace('noeud: 1', 'noeud: 2')}, {WHY}, expire: jamais",
        f"regle: derogation.inutile, noeud: 2, colonne: total, {WHY}, expire: jamais",
    )
    rules = [finding.rule for finding in read(PLAN, waivers=text).findings()]
    assert sorted(rules) == ["budget.somme-annees", RULE, "derogation.inutile"]
