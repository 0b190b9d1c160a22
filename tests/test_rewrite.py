from textwrap import dedent

import pytest

from pan_tp_cli.money import NOT_APPLICABLE, Percent, Value
from pan_tp_cli.place import Location, Place, Role, Route
from pan_tp_cli.repair import Change
from pan_tp_cli.rewrite import patch, replacements, rewritten
from pan_tp_cli.source import read_document


def change(route: Route, proposed: Value, role: Role = Role.PLAN) -> Change:
    return Change("1", None, Place(role, route), None, proposed)


def after(text: str, route: Route, proposed: Value) -> str:
    return rewritten(read_document(text.encode(), "plan.yaml"), [change(route, proposed)])


@pytest.mark.parametrize(
    ("line", "proposed", "written"),
    [
        ("a: 1 000   # imprimé", 5_000, "a: 5 000   # imprimé"),
        ("a: '1 000'", 5_000, "a: '5 000'"),
        ('a: "1\\u00a0000"', 5_000, 'a: "5\u00a0000"'),
        ("a: {b: ~, c: '52,5 %'}", Percent(5, 1), "a: {b: 0.5 %, c: '52,5 %'}"),
        ("a: {b: '1 000 F CFA' , c: 1}", 5_000, "a: {b: '5 000 F CFA' , c: 1}"),
        ("a: ~", 5_000, "a: 5 000"),
        ("a: 1 000", None, "a: ~"),
        ("a: 5", NOT_APPLICABLE, "a: N/A"),
        ("a: 'mille'", "l'unité", "a: 'l''unité'"),
        ('a: "mille"', 'dit "un\\deux"', 'a: "dit \\"un\\\\deux\\""'),
        ("a: >-  # plié\n  1\n  000\nz: 1", 5_000, "a: >-  # plié\n  5 000\nz: 1"),
        ("a: |\n    1 000\n\nz: 1", 5_000, "a: |\n    5 000\n\nz: 1"),
        ("a: |-\n 5", 6, "a: |-\n 6"),
        ("a: 1\n  000 # plié\nz: 1", 5_000, "a: 5 000 # plié\nz: 1"),
    ],
)
def test_a_scalar_keeps_its_quotes_and_its_surroundings(
    line: str, proposed: Value, written: str
) -> None:
    route: Route = ("a", "b") if "{" in line else ("a",)
    assert after(line, route, proposed) == written


def test_what_is_replaced_is_where_it_stands_without_the_byte_order_mark() -> None:
    document = read_document("\ufeffa: {b: '1 000'}\n".encode(), "plan.yaml")
    ((location, text),) = replacements(document, [change(("a", "b"), 5_000)])
    assert location == Location("plan.yaml", 1, 8, 1, 15)
    assert text == "'5 000'"


def test_what_is_written_is_read_again_as_it_was_meant() -> None:
    text = "a: 'mille'\nb: >-\n  x\nc: |-\n  y\nd: \"z\"\n"
    proposed = 'l\'« un » "\\deux"'
    changes = [change((key,), proposed) for key in "abcd"]
    again = read_document(rewritten(read_document(text.encode(), "p"), changes).encode(), "p")
    assert again.tree == dict.fromkeys("abcd", proposed)


def test_a_blank_cell_is_written_as_its_row() -> None:
    text = "intitule: Former 1 000 agents\nid: 1\nbudget: {2023: ~, 2024: 1\u202f000, total: 5}"
    assert "2023: 5\u202f000," in after(text, ("budget", "2023"), 5_000)


def test_a_total_of_targets_is_written_as_the_targets() -> None:
    text = "intitule: Former 1 000 agents\nunite: nombre\ncibles: {2023: 1_000}\ntotal: 5\n"
    assert after(text, ("total",), 5_000).endswith("\ntotal: 5_000\n")


def test_other_rows_say_nothing_of_how_a_row_is_written() -> None:
    text = "total: 5\nactivites:\n  - budget: {2023: 1_000}\n"
    assert after(text, ("total",), 5_000).startswith("total: 5 000\n")


def test_an_amount_in_words_is_written_in_words() -> None:
    text = "total_general: {lettres: Onze millions de francs CFA}"
    assert after(text, ("total_general", "lettres"), 12) == (
        "total_general: {lettres: Douze francs CFA}"
    )


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_and_the_byte_order_mark_stay(ending: str) -> None:
    text = "\ufeffa: 1# x\n# été\nb: 2\n".replace("\n", ending)
    document = read_document(text.encode(), "plan.yaml")
    assert rewritten(document, [change(("b",), 3)]) == text.replace("2", "3")


TWO = {
    Role.PLAN: read_document("\ufeffa: 1\r\nb: 2".encode(), "plan.yaml"),
    Role.INDICATORS: read_document(b"c: 3\n", "indicators.yaml"),
}
NAMES = {Role.PLAN: "data/plan.yaml", Role.INDICATORS: "data/indicators.yaml"}


def test_a_patch_holds_the_files_that_change_alone() -> None:
    changes = [change(("b",), 5), change(("c",), 3, Role.INDICATORS)]
    assert patch(TWO, changes, NAMES) == dedent("""\
        --- a/data/plan.yaml
        +++ b/data/plan.yaml
        @@ -1,2 +1,2 @@
         \ufeffa: 1\r
        -b: 2
        \\ No newline at end of file
        +b: 5
        \\ No newline at end of file
        """)


def test_a_patch_of_two_files_and_one_of_nothing() -> None:
    changes = [change(("c",), 4, Role.INDICATORS), change(("a",), 5)]
    assert patch(TWO, changes, NAMES).count("\n+++ b/data/") == 2
    assert patch(TWO, [], NAMES) == ""
