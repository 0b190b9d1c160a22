from tests.projects import cells, plan, read, waivers

RULE = "derogation.doublon"
PLAN = plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 2, total: 9}}]")
KEYS = "regle: budget.somme-annees, noeud: 1, colonne: total, imprime: 9, attendu: 3"
WHY = "motif: ainsi dans le document"


def test_a_waiver_that_is_there_twice_is_found_once() -> None:
    item = f"{KEYS}, {WHY}, expire: jamais"
    found = read(PLAN, waivers=waivers(item, item.replace("9", "9 FCFA"))).findings()
    assert cells(found) == [(RULE, "1", "total")]
    assert found[0].place.route[:2] == ("derogations", 1)


def test_other_values_are_another_waiver() -> None:
    item = f"{KEYS}, {WHY}, expire: jamais"
    assert read(PLAN, waivers=waivers(item, item.replace("9", "8"))).findings(RULE) == []
