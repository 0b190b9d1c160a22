from tests.projects import cells, plan, read, waivers

RULE = "derogation.expiree"
PLAN = plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 2, total: 9}}]")
KEYS = "regle: budget.somme-annees, noeud: 1, colonne: total, imprime: 9, attendu: 3"
WHY = "motif: ainsi dans le document"


def test_a_waiver_holds_to_its_last_day() -> None:
    for last, rules in (
        ("2024-06-29", ["budget.somme-annees", RULE]),
        ("2024-06-30", []),
        ("jamais", []),
    ):
        text = waivers(f"{KEYS}, {WHY}, expire: {last}")
        assert [finding.rule for finding in read(PLAN, waivers=text).findings()] == rules


def test_an_expired_waiver_that_is_renewed_is_not_there_twice() -> None:
    both = (f"{KEYS}, {WHY}, expire: 2020-01-01", f"{KEYS}, {WHY}, expire: 2030-01-01")
    found = read(PLAN, waivers=waivers(*both)).findings()
    assert cells(found) == [(RULE, "1", "total")]
