import pytest

from tests.projects import cells, plan, read

RULE = "budget.activite-sans-budget"


@pytest.mark.parametrize(
    ("budget", "found"),
    [
        ("{2023: 0, 2024: 0}", True),
        ("{2023: ~, 2024: ~}", True),
        ("{2023: ~, 2024: 0, total: 0}", True),
        ("{2023: ~, 2024: 1}", False),
        ("{2023: ~, 2024: 5 00}", False),
        ("{2023: ~, 2024: ~, total: 5}", False),
        ("{2023: ~, 2024: ~}, en_trop: [5]", False),
    ],
)
def test_an_activity_has_an_amount_somewhere(budget: str, found: bool) -> None:
    text = (
        f"axes: [{{code: 1, intitule: A, activites: [{{id: a, intitule: B, budget: {budget}}}]}}]"
    )
    expected = [(RULE, "a", None)] if found else []
    assert cells(read(plan(text)).said_by(RULE)) == expected


def test_a_heading_may_have_none() -> None:
    text = plan("axes: [{code: 1, intitule: A, budget: {2023: 0, 2024: 0}}]")
    assert read(text).said_by(RULE) == []
