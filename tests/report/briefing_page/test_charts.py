"""The pictures of a plan: which there are, and the figures that they show."""

from fractions import Fraction
from pathlib import Path

import pytest

from pan_tp_cli.report.briefing_page.charts import Picture, TargetShares, pictures, target_shares
from pan_tp_cli.text import Lang
from tests.projects import framework, read
from tests.report.briefings import INDICATORS, ONE_YEAR, RIGHT, SKIPPED, UNREADABLE, briefing

YEARS = ("2023", "2024")
COUNTS = "unite: nombre\nreference: 0\ncibles: {2023: 1, 2024: 3}\ntotal: 4\n"


def drawn(folder: Path, text: str, indicators: str = "") -> dict[str, Picture]:
    found = pictures(briefing(folder, text, indicators), Lang.FR)
    return {picture.file: picture for picture in found}


def test_the_figures_are_those_of_the_activities(tmp_path: Path) -> None:
    given = drawn(tmp_path, RIGHT, INDICATORS)
    axes, years, targets = given.values()
    assert axes.rows == (("1 Eau", "20", "67\u00a0%"), ("2 Bois", "10", "33\u00a0%"))
    assert years.rows == (("2023", "15", "50\u00a0%"), ("2024", "15", "50\u00a0%"))
    assert targets.rows == (("2023", "50\u00a0%", "25\u00a0%"), ("2024", "50\u00a0%", "75\u00a0%"))


def test_axes_are_called_as_tableau_1_calls_them(tmp_path: Path) -> None:
    assert drawn(tmp_path, RIGHT)["budget-par-axe"].chart.rows == ("1 EAU", "2 BOIS")
    assert drawn(tmp_path, SKIPPED)["budget-par-axe"].chart.rows == ("1 Axe", "2 Seul")


def test_bars_say_what_the_table_says(tmp_path: Path) -> None:
    picture = drawn(tmp_path, RIGHT)["budget-par-axe"]
    (series,) = picture.chart.series
    assert [(bar.length, bar.said) for bar in series.bars] == [
        (20, "20 (67\u00a0%)"),
        (10, "10 (33\u00a0%)"),
    ]


def test_what_cannot_be_read_has_no_bar(tmp_path: Path) -> None:
    picture = drawn(tmp_path, UNREADABLE)["budget-par-axe"]
    assert picture.rows == (("1 Eau", "–", "–"), ("2 Bois", "10", "–"))
    assert [bar.length for bar in picture.chart.series[0].bars] == [None, 10]


@pytest.mark.parametrize(
    ("text", "indicators", "files"),
    [
        (RIGHT, "", ["budget-par-axe", "budget-par-annee"]),
        (RIGHT, INDICATORS, ["budget-par-axe", "budget-par-annee", "argent-et-cibles"]),
        (ONE_YEAR, "", []),
    ],
)
def test_there_is_a_picture_where_there_is_something_to_compare(
    tmp_path: Path, text: str, indicators: str, files: list[str]
) -> None:
    assert list(drawn(tmp_path, text, indicators)) == files


def shares(*indicators: str) -> TargetShares | None:
    rows = [row for text in indicators for row in read("", framework(text)).project.indicators]
    return target_shares(rows, YEARS)


def test_each_indicator_weighs_the_same() -> None:
    """A quarter and nothing in the first year: an eighth, however large the counts are."""
    large = COUNTS.replace("2023: 1, 2024: 3", "2023: 0, 2024: 9 000").replace("4\n", "9 000\n")
    assert shares(COUNTS, large) == TargetShares((Fraction(1, 8), Fraction(7, 8)), 2)


@pytest.mark.parametrize(
    "changed",
    [
        COUNTS.replace("nombre", "pourcentage").replace("1, 2024: 3}", "1%, 2024: 3%}"),
        COUNTS + "cumulatif: true\n",
        COUNTS + "agregation: maximum\n",
        COUNTS + "en_trop: [1]\n",
        COUNTS.replace("2023: 1", "2023: 1 0"),
        COUNTS.replace("2023: 1, 2024: 3", "2023: 0, 2024: 0"),
    ],
)  # fmt: skip
def test_what_does_not_surely_add_up_has_no_shares(changed: str) -> None:
    assert shares(changed) is None


def test_no_target_in_a_year_is_none_of_them() -> None:
    given = shares(COUNTS.replace("2023: 1", "2023: N/A"))
    assert given == TargetShares((Fraction(0), Fraction(1)), 1)
