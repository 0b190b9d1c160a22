"""What repairs and evidence say in both languages, on findings made by hand."""

import pytest

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.message import Message
from pan_tp_cli.money import Percent, Value
from pan_tp_cli.place import Place, Role
from pan_tp_cli.repair import Change, Evidence, Pattern, Repair
from pan_tp_cli.repair_words import WORDS
from pan_tp_cli.report.repair_text import evidence_line, repair_lines
from pan_tp_cli.text import Lang, Text

PLACE = Place(Role.PLAN, ())
FR, EN = Lang


def change(node: str, column: str | None, printed: Value, proposed: Value) -> Change:
    return Change(node, column, PLACE, printed, proposed)


def repair(
    *changes: Change, pattern: Pattern = Pattern.DIGIT_REPLACED, share: float = 0.5, **said: str
) -> Repair:
    return Repair(pattern, Message(WORDS[pattern], said), changes, share)


def finding(*repairs: Repair, column: str | None = "total", sure: bool = True) -> Finding:
    nothing = Message(Text("", ""))
    return Finding(
        "budget.sous-total",
        Severity.ERROR,
        "1.1",
        column,
        PLACE,
        nothing,
        repairs=repairs,
        sure=sure,
    )


def lines(given: Finding, lang: Lang) -> list[str]:
    """Return the lines with plain spaces, for what is compared are words."""
    plain = str.maketrans({"\u00a0": " ", "\u202f": " "})
    return [line.translate(plain) for line in repair_lines(given, lang)]


HERE = change("1.1", "total", 5_000_000, 50_000_000)
THERE = change("1.1-01", "2023", 7_000, 1_000)


def test_nothing_is_said_without_repairs() -> None:
    assert lines(finding(), FR) == []
    assert lines(finding(sure=False), EN) == []


def test_the_likeliest_repair_then_the_others() -> None:
    given = finding(repair(HERE), repair(THERE, pattern=Pattern.OTHER_VALUE, share=0.2))
    assert lines(given, FR) == [
        "réparation : 1.1, total : 50 000 000 (un chiffre pour un autre)",
        "sinon : 1.1-01, 2023 : 1 000 au lieu de 7 000 (une valeur pour une autre)",
    ]
    assert lines(given, EN) == [
        "repair: 1.1, total: 50,000,000 (one digit for another)",
        "otherwise: 1.1-01, 2023: 1,000 instead of 7,000 (one value for another)",
    ]


def test_nothing_is_sure_where_the_finding_is_not() -> None:
    given = finding(repair(HERE), repair(THERE), sure=False)
    assert [line.partition(" :")[0] for line in lines(given, FR)] == ["peut-être"] * 2
    assert [line.partition(":")[0] for line in lines(given, EN)] == ["perhaps"] * 2


def test_a_cell_of_the_row_of_the_finding_is_called_by_its_column() -> None:
    swapped = repair(
        change("1.1", "2023", 7, 5), change("1.1", "2024", 5, 7), pattern=Pattern.SWAPPED_CELLS
    )
    given = finding(swapped, column=None)
    (french,), (english,) = lines(given, FR), lines(given, EN)
    assert french == (
        "réparation : 2023 : 5 au lieu de 7 ; 2024 : 7 au lieu de 5 "
        "(deux cellules l'une à la place de l'autre)"
    )
    assert english == (
        "repair: 2023: 5 instead of 7; 2024: 7 instead of 5 (two cells in each other's place)"
    )


def test_percentages_and_blank_cells_are_written_as_people_write_them() -> None:
    given = finding(
        repair(change("recap:1", "part", Percent(525, 1), Percent(40))),
        repair(change("1.1-01", "2023", None, 7_000), pattern=Pattern.BLANK),
    )
    assert lines(given, FR) == [
        "réparation : recap:1, part : 40 % au lieu de 52,5 % (un chiffre pour un autre)",
        "sinon : 1.1-01, 2023 : 7 000 au lieu de vide (une cellule vide qui ne devrait pas l'être)",
    ]
    assert "recap:1, part: 40% instead of 52.5%" in lines(given, EN)[0]
    assert "7,000 instead of blank" in lines(given, EN)[1]


def test_a_cell_without_column_is_called_by_its_node() -> None:
    words = change("total_general", None, "deux", 12)
    assert "total_general : 12 au lieu de deux" in lines(finding(repair(words)), FR)[0]


def test_only_the_likeliest_are_shown_and_the_rest_counted_where_nothing_is_sure() -> None:
    many = [repair(THERE, share=share) for share in (0.4, 0.3, 0.2, 0.1)]
    assert len(lines(finding(*many), FR)) == 3
    unsure = finding(*many, *many[-1:], sure=False)
    assert lines(unsure, FR)[-1] == "2 autres explications"
    assert lines(unsure, EN)[-1] == "2 other explanations"


def test_one_explanation_more_is_said_in_the_singular() -> None:
    many = [repair(THERE, share=share) for share in (0.4, 0.3, 0.2, 0.1)]
    assert lines(finding(*many, sure=False), FR)[-1] == "une autre explication"
    assert lines(finding(*many, sure=False), EN)[-1] == "one other explanation"


def test_what_is_most_unlikely_is_not_shown() -> None:
    given = finding(repair(HERE, share=0.995), repair(THERE, share=0.005))
    assert len(lines(given, FR)) == 1


@pytest.mark.parametrize("sure", [True, False])
def test_that_the_totals_should_follow_is_always_shown(sure: bool) -> None:
    others = [repair(THERE, share=0.3) for _ in range(3)]
    stale = repair(HERE, THERE, pattern=Pattern.STALE_TOTALS, share=1e-9, changes="500 000")
    shown = lines(finding(*others, stale, sure=sure), FR)
    start = "sinon" if sure else "peut-être"
    assert len(shown) == 4
    assert shown[-1] == (
        f"{start} : si le montant a été changé exprès : reporter dans les totaux (500 000) "
        ": 1.1, total ; 1.1-01, 2023"
    )
    assert "carry it into the totals (500 000)" in lines(finding(*others, stale, sure=sure), EN)[-1]


def row_missing(share: float) -> Repair:
    said = {"parent": "1.1", "amounts": "2023 : 5"}
    return repair(pattern=Pattern.MISSING_ROW, share=share, **said)


def test_what_the_headline_says_already_is_not_repeated() -> None:
    assert lines(finding(row_missing(0.9), column=None), FR) == []
    (otherwise,) = lines(finding(row_missing(0.9), repair(HERE, share=0.1), column=None), FR)
    assert otherwise.startswith("sinon :")


def test_a_row_without_cells_is_told_where_it_is_not_the_headline() -> None:
    said = "une ligne manque sous 1.1 : 2023 : 5"
    assert lines(finding(row_missing(0.5), sure=False), FR) == [f"peut-être : {said}"]
    assert lines(finding(repair(HERE), row_missing(0.2)), FR)[1] == f"sinon : {said}"


@pytest.mark.parametrize(
    ("count", "named", "more"), [(5, 5, None), (6, 6, None), (7, 5, 2), (12, 5, 7)]
)
def test_long_lists_of_cells_are_cut_where_at_least_two_are_left_out(
    count: int, named: int, more: int | None
) -> None:
    cells = [change(f"1.1-{place:02d}", "2023", 0, 1) for place in range(count)]
    for lang, cut in ((FR, "et {} autres cellules"), (EN, "and {} more cells")):
        (line,) = lines(finding(repair(*cells)), lang)
        assert line.count("1.1-") == named
        assert (cut.format(more) in line) == (more is not None)
        (carried,) = lines(finding(repair(*cells, pattern=Pattern.STALE_TOTALS, changes="1")), lang)
        assert carried.count("1.1-") == named


def evidence(node: str, column: str | None, printed: Value, computed: Value) -> Evidence:
    return Evidence("budget.sous-total", node, column, PLACE, printed, computed)


def said(given: list[Evidence], lang: Lang) -> str:
    return evidence_line(given, lang).replace("\u00a0", " ").replace("\u202f", " ")


def test_evidence_shows_what_is_printed_and_what_is_computed() -> None:
    given = [
        evidence("1", "2023", 5_000, 6_000),
        evidence("recap:1", "part", Percent(4), Percent(5)),
    ]
    assert said(given, FR) == (
        "autres égalités fausses pour la même raison : 1, 2023 (5 000 imprimé, 6 000 calculé) ; "
        "recap:1, part (4 % imprimé, 5 % calculé)"
    )
    assert said(given, EN) == (
        "other violated equations for the same reason: 1, 2023 (5,000 printed, 6,000 computed); "
        "recap:1, part (4% printed, 5% computed)"
    )


def test_one_equation_is_said_in_the_singular() -> None:
    given = [evidence("1", "2023", 5, 6)]
    assert said(given, FR).startswith("autre égalité fausse pour la même raison : 1, 2023")
    assert said(given, EN).startswith("other violated equation for the same reason: 1, 2023")


def test_long_evidence_is_cut() -> None:
    given = [evidence(str(place), "2023", 5, 6) for place in range(9)]
    assert said(given, FR).endswith("4, 2023 (5 imprimé, 6 calculé) ; et 4 autres")
    assert said(given, EN).endswith("4, 2023 (5 printed, 6 computed); and 4 more")
