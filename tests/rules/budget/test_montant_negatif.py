import pytest

from tests.projects import cells, plan, read

RULE = "budget.montant-negatif"


@pytest.mark.parametrize(
    ("amount", "wrong"), [("-5", True), ("\u22125 000", True), ("0", False), ("5", False)]
)
def test_an_amount_below_zero_is_found(amount: str, wrong: bool) -> None:
    text = plan(f"axes: [{{code: 1, intitule: A, budget: {{2023: {amount}, 2024: 1}}}}]")
    assert cells(read(text).said_by(RULE)) == ([(RULE, "1", "2023")] if wrong else [])
