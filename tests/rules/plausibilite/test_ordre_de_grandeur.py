import pytest

from pan_tp_cli.text import Lang
from tests.projects import cells, framework, plan, read

RULE = "plausibilite.ordre-de-grandeur"
YEARS = ("2023", "2024", "2025", "2026", "2027")


def row(*amounts: str) -> str:
    return ", ".join(f"{year}: {amount}" for year, amount in zip(YEARS, amounts, strict=False))


def budget(*amounts: str) -> str:
    activity = f"{{id: a, intitule: B, budget: {{{row(*amounts)}}}}}"
    text = f"axes: [{{code: 1, intitule: A, activites: [{activity}]}}]"
    return plan(text, ", ".join(YEARS[: len(amounts)]))


@pytest.mark.parametrize(
    ("amounts", "year"),
    [
        (("0", "5", "250", "250", "25"), "2027"),
        (("25", "250", "250", "250", "250"), "2023"),
        (("25", "25", "250", "25", "25"), "2025"),
        (("25", "25 000", "25", "~", "30"), "2024"),
        (("2 500", "2 500", "25", "0", "0"), "2025"),
        (("25", "~", "25", "0", "250"), "2027"),
        (("25", "250", "25", "~", "0"), "2024"),
        # starting small, or setting up and then running
        (("0", "1", "25", "25", "25"), None),
        (("0", "52 500", "4 750", "4 750", "4 750"), None),
        # the level changes, or both ends are low: no slip hits two cells
        (("250", "250", "25", "25", "25"), None),
        (("25", "250", "250", "25", "0"), None),
        (("25", "250", "25", "250", "25"), None),
        # neighbours that do not agree, or only one of them
        (("10", "20", "200", "30", "0"), None),
        (("0", "0", "25", "250", "0"), None),
        # no power of ten, or one above a thousand
        (("25", "25", "100", "25", "25"), None),
        (("25", "25", "250 000", "25", "25"), None),
        (("25", "25", "2 50", "25", "25"), None),
        (("2 50", "2 50", "25", "2 50", "25"), None),
    ],
)
def test_one_cell_is_off_by_a_power_of_ten(amounts: tuple[str, ...], year: str | None) -> None:
    expected = [] if year is None else [(RULE, "a", year)]
    assert cells(read(budget(*amounts)).said_by(RULE)) == expected


def test_sums_are_not_looked_at_but_the_rows_in_them_are() -> None:
    sums = budget("25", "25", "250").replace(
        "intitule: A,", "intitule: A, budget: {2023: 25, 2024: 25, 2025: 250},"
    )
    assert cells(read(sums).said_by(RULE)) == [(RULE, "a", "2025")]


def test_it_says_which_way_and_how_far() -> None:
    (more,) = read(budget("25", "25", "250")).said_by(RULE)
    (less,) = read(budget("2 500", "2 500", "25")).said_by(RULE)
    said, other = (each.message.render(Lang.EN) for each in (more, less))
    assert said == "250 is 10 times more than either of the two neighbouring cells (25)"
    assert other == "25 is 100 times less than either of the two neighbouring cells (2,500)"


def test_rows_before_it_without_equal_neighbours_do_not_hide_one() -> None:
    rows = ", ".join(
        f"{{id: {name}, intitule: {name}, budget: {{{row(*amounts)}}}}}"
        for name, amounts in (("a", ("1", "2", "3")), ("b", ("25", "25", "250")))
    )
    text = plan(f"axes: [{{code: 1, intitule: A, activites: [{rows}]}}]", ", ".join(YEARS[:3]))
    assert cells(read(text).said_by(RULE)) == [(RULE, "b", "2025")]


@pytest.mark.parametrize(("unit", "sign", "found"), [("nombre", "", 1), ("pourcentage", " %", 0)])
def test_targets_are_looked_at_where_they_are_counts(unit: str, sign: str, found: int) -> None:
    targets = row(*(f"{target}{sign}" for target in ("50", "50", "5")))
    text = framework(f"unite: {unit}\ncibles: {{{targets}}}", ", ".join(YEARS[:3]))
    assert len(read(indicators=text).said_by(RULE)) == found


def test_a_cell_that_arithmetic_finds_wrong_is_told_once() -> None:
    activities = ", ".join(
        f"{{id: {name}, intitule: {name}, budget: {{2023: 25, 2024: 25, 2025: {last}, total: 75}}}}"
        for name, last in (("1-01", "25"), ("1-02", "250"))
    )
    text = (
        "axes: [{code: 1, intitule: A, budget: {2023: 50, 2024: 50, 2025: 50, total: 150}, "
        f"activites: [{activities}]}}]"
    )
    (found,) = [
        each
        for each in read(plan(text, "2023, 2024, 2025")).findings()
        if each.place.route[:1] == ("axes",) and each.column
    ]
    assert (found.node, found.column) == ("1-02", "2025")
    assert any("10" in advice.render(Lang.EN) for advice in found.help)
