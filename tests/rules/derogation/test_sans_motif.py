from tests.projects import cells, plan, read, waivers

RULE = "derogation.sans-motif"
PLAN = plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 2, total: 9}}]")
KEYS = "regle: budget.somme-annees, noeud: 1, colonne: total, imprime: 9, attendu: 3"
WHY = "motif: ainsi dans le document"


def test_a_reason_that_says_nothing_is_found() -> None:
    for reason, count in (
        ("", 1),
        (", motif: ~", 1),
        (", motif: '   '", 1),
        (", motif: accepté!!!!!!!", 1),
        (", motif: vu en réunion", 0),
    ):
        text = waivers(f"{KEYS}{reason}, expire: jamais")
        found = read(PLAN, waivers=text).findings()
        assert cells(found) == [(RULE, "1", "total")] * count, reason


def test_the_finding_is_at_the_reason() -> None:
    for reason, key in (("", "regle"), (", motif: ''", "motif")):
        text = waivers(f"{KEYS}{reason}, expire: jamais")
        (finding,) = read(PLAN, waivers=text).findings(RULE)
        assert finding.place.route[-1] == key
