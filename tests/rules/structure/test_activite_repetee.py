from tests.projects import cells, plan, read

RULE = "structure.activite-repetee"
LONG = "Organiser des rencontres d'échanges avec les acteurs"


def two(first: str, second: str, amount: int = 2) -> str:
    return plan(f"""\
        axes:
          - code: 1
            intitule: A
            activites:
              - {{id: 1-01, intitule: "{first}", budget: {{2023: 1, 2024: 2}}}}
          - code: 2
            intitule: B
            activites:
              - {{id: 2-01, intitule: "{second}", budget: {{2023: 1, 2024: {amount}}}}}
        """)


def test_words_that_come_back_below_the_same_heading_are_told() -> None:
    rows = "".join(
        f"      - {{id: 1-0{rank}, intitule: {label}, budget: {{2023: {rank}, 2024: 0}}}}\n"
        for rank, label in enumerate(["Suivi", "Former", "SUIVI.", "suivi"], 1)
    )
    found = read(plan(f"axes:\n  - code: 1\n    intitule: A\n    activites:\n{rows}")).said_by(RULE)
    assert cells(found) == [(RULE, "1-03", None), (RULE, "1-04", None)]
    assert {finding.message.values["first"] for finding in found} == {"1-01"}


def test_elsewhere_a_short_wording_may_come_back_with_other_amounts() -> None:
    assert read(two("Suivi", "Suivi", amount=5)).said_by(RULE) == []
    assert cells(read(two("Suivi", "Suivi")).said_by(RULE)) == [(RULE, "2-01", None)]


def test_a_long_wording_is_told_wherever_it_comes_back() -> None:
    assert cells(read(two(LONG, LONG.upper(), amount=5)).said_by(RULE)) == [(RULE, "2-01", None)]
    assert read(two(LONG, LONG + " ruraux")).said_by(RULE) == []


def test_blank_amounts_are_no_likeness() -> None:
    text = two("Suivi", "Suivi").replace("{2023: 1, 2024: 2}", "{2023: 0, 2024: ~}")
    assert read(text).said_by(RULE) == []
