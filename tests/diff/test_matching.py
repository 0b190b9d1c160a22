"""Which row is which: the smallest plans, and what a careful reader would answer."""

from collections.abc import Iterable

import pytest

from pan_tp_cli.diff.matching import Basis, Pair
from tests.diff.comparing import Name, named, paired, replaced
from tests.projects import plan, read


def line(code: str, label: str, *amounts: int) -> str:
    years = zip((2023, 2024), amounts, strict=True)
    budget = ", ".join(f"{year}: {amount}" for year, amount in years)
    return f"          - {{id: {code}, intitule: {label}, budget: {{{budget}}}}}\n"


FIRST = line("1.1-01", "Organiser des campagnes de sensibilisation", 1, 2)
SECOND = line("1.1-02", "Former les relais communautaires", 3, 4)
THIRD = line("1.1-03", "Produire des émissions de radio", 5, 6)
LAST = line("1.2-01", "Construire un centre d'accueil", 7, 8)
NEW = line("NEW", "Équiper les brigades", 9, 9)
PLAN = plan(f"""\
axes:
  - code: 1
    intitule: Prévention
    actions:
      - code: 1.1
        intitule: Informer les communautés
        activites:
{FIRST}{SECOND}{THIRD}
      - code: 1.2
        intitule: Protéger les victimes
        activites:
{LAST}""")


def other(pairs: Iterable[Pair]) -> set[tuple[Name, Basis | None]]:
    """Return the pairs that are not of one code and wording, by their codes."""
    return {
        (named(pair), pair.basis)
        for pair in pairs
        if pair.before is None or pair.after is None or pair.before[1][1:3] != pair.after[1][1:3]
    }


def found(*edits: tuple[str, str], text: str = PLAN) -> set[tuple[Name, Basis | None]]:
    return other(paired(read(text), read(replaced(text, *edits))).all)


CODE, WORDING = Basis.CODE, Basis.WORDING


@pytest.mark.parametrize(
    ("edits", "pairs"),
    [
        pytest.param([], set(), id="nothing changed"),
        pytest.param(
            [(FIRST, NEW.replace("NEW", "1.1-01") + FIRST.replace("-01", "-02")),
             ("1.1-02, intitule: Former", "1.1-03, intitule: Former"),
             ("1.1-03, intitule: Produire", "1.1-04, intitule: Produire")],
            {((None, "1.1-01"), None), (("1.1-01", "1.1-02"), WORDING),
             (("1.1-02", "1.1-03"), WORDING), (("1.1-03", "1.1-04"), WORDING)},
            id="a row put first, the ids behind it shifted",
        ),
        pytest.param(
            [(FIRST, ""), ("1.1-02", "1.1-01"), ("1.1-03", "1.1-02")],
            {(("1.1-01", None), None), (("1.1-02", "1.1-01"), WORDING),
             (("1.1-03", "1.1-02"), WORDING)},
            id="the first row removed, the ids behind it shifted",
        ),
        pytest.param(
            [(SECOND, ""), (LAST, LAST + SECOND.replace("1.1-02", "1.2-02"))],
            {(("1.1-02", "1.2-02"), WORDING)},
            id="a row moved, with another id",
        ),
        pytest.param([(SECOND, ""), (LAST, LAST + SECOND)], set(), id="a row moved, with its id"),
        pytest.param(
            [(SECOND, ""), ("1.1-03", "1.1-02"), (LAST, LAST + SECOND.replace("1.1-02", "1.2-02"))],
            {(("1.1-02", "1.2-02"), WORDING), (("1.1-03", "1.1-02"), WORDING)},
            id="a row moved with another id, its own taken by the next one",
        ),
        pytest.param(
            [("Former les relais", "Former et équiper les relais")],
            {(("1.1-02", "1.1-02"), CODE)},
            id="a row reworded",
        ),
        pytest.param(
            [("1.1-02, intitule: Former les relais", "1.1-12, intitule: Former des relais")],
            {(("1.1-02", "1.1-12"), WORDING)},
            id="a row reworded a little, with another id",
        ),
        pytest.param(
            [("Former les relais communautaires", "Éditer un manuel")],
            {(("1.1-02", "1.1-02"), CODE)},
            id="nothing but the id is the same",
        ),
        pytest.param(
            [(SECOND, NEW.replace("NEW", "1.1-09"))],
            {(("1.1-02", None), None), ((None, "1.1-09"), None)},
            id="nothing at all is the same",
        ),
        pytest.param(
            [("1.1-02, intitule: Former les relais", "1.1-12, intitule: FORMER — les Relais")],
            {(("1.1-02", "1.1-12"), WORDING)},
            id="another id, and capitals and dashes",
        ),
        pytest.param(
            [("Organiser des campagnes de sensibilisation", "X"),
             ("Former les relais communautaires", "Organiser des campagnes de sensibilisation"),
             ("intitule: X", "intitule: Former les relais communautaires")],
            {(("1.1-01", "1.1-02"), WORDING), (("1.1-02", "1.1-01"), WORDING)},
            id="two wordings swapped",
        ),
        pytest.param(
            [("1.1-01", "X"), ("1.1-02", "1.1-01"), ("X", "1.1-02")],
            {(("1.1-01", "1.1-02"), WORDING), (("1.1-02", "1.1-01"), WORDING)},
            id="two ids swapped",
        ),
        pytest.param(
            [(FIRST, NEW.replace("NEW", "1.1-01").replace("Équiper les brigades",
                     "Organiser des campagnes d'affichage")
                     + FIRST.replace("-01", "-02").replace("sensibilisation", "mobilisation")),
             ("1.1-02, intitule: Former", "1.1-03, intitule: Former"),
             ("1.1-03, intitule: Produire", "1.1-04, intitule: Produire")],
            {((None, "1.1-01"), None), (("1.1-01", "1.1-02"), WORDING),
             (("1.1-02", "1.1-03"), WORDING), (("1.1-03", "1.1-04"), WORDING)},
            id="a row like the one behind it put in its place",
        ),
        pytest.param(
            [("code: 1.1\n", "code: 1.3\n"), ("1.1-01", "1.3-01"), ("1.1-02", "1.3-02"),
             ("1.1-03", "1.3-03")],
            {(("1.1", "1.3"), WORDING), (("1.1-01", "1.3-01"), WORDING),
             (("1.1-02", "1.3-02"), WORDING), (("1.1-03", "1.3-03"), WORDING)},
            id="an action with another code, and so all its rows",
        ),
        pytest.param(
            [("Former les relais communautaires", "…")],
            {(("1.1-02", "1.1-02"), CODE)},
            id="no word left",
        ),
        pytest.param(
            [("id: 1.1-02", "id: 1.1-02.")], {(("1.1-02", "1.1-02."), CODE)}, id="one code"
        ),
    ],
)  # fmt: skip
def test_which_row_is_which(
    edits: list[tuple[str, str]], pairs: set[tuple[Name, Basis | None]]
) -> None:
    assert found(*edits) == pairs


def test_a_pair_made_by_wording_says_how_alike_the_wordings_are() -> None:
    text = PLAN.replace("Former les relais communautaires", "abcdefghij")
    after = replaced(text, ("1.1-02, intitule: abcdefghij", "1.1-12, intitule: abcdefghiX"))
    (pair,) = (
        pair for pair in paired(read(text), read(after)).all if named(pair) == ("1.1-02", "1.1-12")
    )
    assert (pair.basis, pair.likeness) == (WORDING, 0.9)  # nine of ten characters


def test_rows_without_words_are_told_by_their_ids_alone() -> None:
    text = PLAN.replace("Former les relais communautaires", "…")
    assert found(("1.1-02", "1.1-12"), text=text) == {
        (("1.1-02", None), None),
        ((None, "1.1-12"), None),
    }


def test_of_rows_with_one_id_and_wording_those_with_the_same_figures_are_one() -> None:
    text = replaced(PLAN, (SECOND, SECOND + SECOND.replace("2023: 3", "2023: 30")))
    turned = replaced(PLAN, (SECOND, SECOND.replace("2023: 3", "2023: 30") + SECOND))
    for pair in paired(read(text), read(turned)).all:
        assert pair.before
        assert pair.after
        values = [
            {name: cell.value for name, cell in node.cells.items()} for node in pair[:2] if node
        ]
        assert values[0] == values[1]


def test_one_of_two_rows_with_one_id_and_wording_is_left() -> None:
    text = replaced(PLAN, (SECOND, SECOND + SECOND.replace("2023: 3", "2023: 30")))
    (gone,) = (pair for pair in paired(read(text), read(PLAN)).all if pair.after is None)
    assert gone.before
    assert gone.before.cells["2023"].value == 30


def test_headings_with_one_code_and_wording_are_told_by_what_is_below() -> None:
    action = """\
      - code: 1.1
        intitule: Informer
        activites: [{{id: {id}, intitule: {label}, budget: {{2023: 1, 2024: 1}}}}]
"""
    one = action.format(id="1.1-01", label="Former")
    two = action.format(id="1.1-02", label="Équiper")
    text = plan("axes: [{code: 1, intitule: A, actions: []}]").replace(
        "[{code: 1, intitule: A, actions: []}]", "\n  - code: 1\n    intitule: A\n    actions:\n{}"
    )
    assert found_between(text.format(one + two), text.format(two + one)) == set()
    pairs = paired(read(text.format(one + two)), read(text.format(two + one)))
    assert all(pairs.above(pair)[0] is pairs.above(pair)[1] for pair in pairs.all)


def found_between(before: str, after: str) -> set[tuple[Name, Basis | None]]:
    return other(paired(read(before), read(after)).all)


SUMMARY = """\
recapitulatif:
  axes:
    - {axe: 1, 2023: 1, 2024: 1}
    - {axe: 2, 2023: 1, 2024: 1}
axes: [{code: 1, intitule: A}, {code: 2, intitule: B}]
"""


def test_a_row_of_tableau_1_without_a_wording_is_told_by_its_axis() -> None:
    text = plan(SUMMARY)
    assert found(("{axe: 2", "{axe: 3"), text=text) == {
        (("recap:2", None), None),
        ((None, "recap:3"), None),
    }


FRAMEWORK = """\
format: pan-tp/indicateurs-1
annees: [2023]
axes:
  - code: 1
    intitule: Axe
    effets:
      - code: 1.1
        intitule: Les familles savent
        indicateurs: [{id: E1.1-1, intitule: Nombre, unite: nombre, cibles: {2023: 1}}]
    produits:
      - code: 1.1
        intitule: Les juges sont formés
        indicateurs: [{id: P1.1-1, intitule: Nombre, unite: nombre, cibles: {2023: 1}}]
"""


def test_an_outcome_and_an_output_of_one_code_are_two() -> None:
    after = replaced(
        FRAMEWORK, ("1.1\n        intitule: Les juges", "1.2\n        intitule: Les juges")
    )
    pairs = paired(read(indicators=FRAMEWORK), read(indicators=after))
    assert other(pairs.all) == {(("1.1", "1.2"), WORDING)}


def test_a_file_that_one_version_has_not_is_added_whole() -> None:
    pairs = paired(read(PLAN), read(PLAN, FRAMEWORK))
    assert {named(pair) for pair in pairs.all if pair.before is None} == {
        (None, code)
        for code in ("indicateurs", "1", "1.1", "E1.1-1", "P1.1-1")
    }  # fmt: skip


def test_removed_rows_are_told_behind_what_they_stood_behind() -> None:
    pairs = paired(read(PLAN), read(replaced(PLAN, (SECOND, ""))))
    codes = [pair.node.code for pair in pairs.all]
    assert codes == ["plan", "1", "1.1", "1.1-01", "1.1-02", "1.1-03", "1.2", "1.2-01"]
