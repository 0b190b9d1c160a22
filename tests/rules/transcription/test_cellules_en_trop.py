from tests.projects import cells, framework, plan, read

RULE = "transcription.cellules-en-trop"


def test_a_row_with_cells_too_many_is_found() -> None:
    text = plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 1}, en_trop: [32 000 000]}]")
    (finding,) = read(text).said_by(RULE)
    assert (finding.node, finding.column, finding.printed) == ("1", None, 32_000_000)


def test_an_indicator_with_cells_too_many_is_found() -> None:
    text = framework("unite: nombre\ncibles: {2023: 1, 2024: 1}\nen_trop: [1, 2]")
    assert cells(read(indicators=text).said_by(RULE)) == [(RULE, "P1.1-1", None)]


def test_a_full_row_is_not() -> None:
    text = plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 1}}]")
    assert read(text).said_by(RULE) == []
