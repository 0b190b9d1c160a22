import pytest

from tests.projects import cells, framework, plan, read

RULE = "transcription.montant-illisible"


@pytest.mark.parametrize(
    ("amount", "wrong"),
    [
        ("5 000 000", False),
        ("5000000", False),
        ("50 000 00", True),
        ("5 0000", True),
        ("5.000.000", True),
        ("'5,5'", True),
        ("1e3", True),
        ("0x10", True),
        ("no", True),
        ("null", True),
        ("'~'", True),
        ("~", False),
    ],
)
def test_a_badly_grouped_amount_is_found_at_its_cell(amount: str, wrong: bool) -> None:
    text = plan(f"axes: [{{code: 1, intitule: A, budget: {{2023: '', 2024: {amount}}}}}]")
    found = cells(read(text.replace("2023: ''", "2023: 1")).said_by(RULE))
    assert found == ([(RULE, "1", "2024")] if wrong else [])


def test_a_percentage_without_its_sign_is_found() -> None:
    text = framework("unite: pourcentage\ncibles: {2023: 75, 2024: 75 %}")
    assert cells(read(indicators=text).said_by(RULE)) == [(RULE, "P1.1-1", "2023")]


def test_an_extra_cell_is_a_cell() -> None:
    text = plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 1}, en_trop: [1, 2 0]}]")
    (finding,) = read(text).said_by(RULE)
    assert finding.place.route == ("axes", 0, "en_trop", 1)
