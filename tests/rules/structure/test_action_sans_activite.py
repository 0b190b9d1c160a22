from tests.projects import cells, plan, read

RULE = "structure.action-sans-activite"


def test_an_action_without_rows_is_found() -> None:
    text = plan("""\
        axes:
          - code: 1
            intitule: A
            budget: {2023: 1, 2024: 1}
            actions:
              - {code: 1.1, intitule: Vide, budget: {2023: 1, 2024: 1}}
              - code: 1.2
                intitule: Pleine
                activites: [{id: 1.2-01, intitule: B, budget: {2023: 1, 2024: 1}}]
        """)
    assert cells(read(text).said_by(RULE)) == [(RULE, "1.1", None)]


def test_an_axis_or_objective_may_be_all_that_a_plan_prints() -> None:
    text = plan("axes: [{code: 1, intitule: A, objectifs: [{code: 1.1, intitule: B}]}]")
    assert read(text).said_by(RULE) == []
