from tests.projects import cells, plan, read, waivers

RULE = "derogation.perimee"
PLAN = plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 2, total: 9}}]")
KEYS = "regle: budget.somme-annees, noeud: 1, colonne: total, imprime: 9, attendu: 3"
WHY = "motif: ainsi dans le document"


def test_a_value_that_moved_voids_the_waiver() -> None:
    for old, key in (("imprime: 9", "imprime"), ("attendu: 3", "attendu")):
        text = waivers(f"{KEYS.replace(old, key + ': 4')}, {WHY}, expire: jamais")
        found = read(PLAN, waivers=text).findings()
        assert [finding.rule for finding in found] == ["budget.somme-annees", RULE]
        assert found[1].place.route[-1] == key


def test_the_way_a_value_is_written_does_not() -> None:
    text = waivers(f"{KEYS.replace('9', '9 FCFA')}, {WHY}, expire: jamais")
    assert read(PLAN, waivers=text).findings() == []


def test_both_figures_must_be_pinned() -> None:
    for left_out in (", imprime: 9", ", attendu: 3"):
        text = waivers(f"{KEYS.replace(left_out, '')}, {WHY}, expire: jamais")
        assert cells(read(PLAN, waivers=text).findings(RULE)) == [(RULE, "1", "total")]
