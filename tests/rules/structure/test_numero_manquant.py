import pytest

from pan_tp_cli.message import Message
from tests.projects import cells, plan, read

RULE = "structure.numero-manquant"


def actions(*codes: str) -> str:
    rows = "".join(f"      - {{code: {code}, intitule: A}}\n" for code in codes)
    return plan(f"axes:\n  - code: 1\n    intitule: Axe\n    actions:\n{rows}")


def framework(*outputs: str, action: str = "1.1") -> str:
    listed = ", ".join(f"{{code: {code}, intitule: P}}" for code in outputs)
    return (
        "format: pan-tp/indicateurs-1\nannees: [2023]\naxes:\n  - code: 1\n    intitule: Axe\n"
        f"    actions:\n      - {{code: {action}, intitule: A, produits: [{listed}]}}\n"
    )


@pytest.mark.parametrize(
    ("codes", "found"),
    [
        (["1.1", "1.2", "1.3"], []),
        (["1.1", "1.3"], ["1.3"]),
        (["1.2"], ["1.2"]),
        (["1.2", "1.3"], ["1.2"]),
        (["1.1", "1.3", "1.5"], ["1.3", "1.5"]),
        (["1.3", "1.1", "1.2"], []),  # the order is not the numbering's matter
        (["1.1", "1.1", "1.2"], []),  # a code twice is another rule's matter
        (["1.a", "1.c"], ["1.c"]),
        (["1.01", "1.03"], ["1.03"]),
        (["1.10", "1.20", "1.30"], []),  # by tens
        (["1.0", "1.1"], []),
        (["A-1", "B-7x"], []),
        (["1.1", "1.99999999999999999999999999"], ["1.99999999999999999999999999"]),
    ],
)
def test_each_hole_is_found_at_the_code_behind_it(codes: list[str], found: list[str]) -> None:
    said = cells(read(actions(*codes)).said_by(RULE))
    assert said == [(RULE, code, None) for code in found]


@pytest.mark.parametrize(
    ("codes", "missing"),
    [
        (["1.1", "1.3"], "1.2"),
        (["1.01", "1.03"], "1.02"),
        (["1.08", "1.07", "1.06", "1.05", "1.04", "1.03", "1.02", "1.01", "1.10"], "1.09"),
        ([*(f"1.{rank}" for rank in range(1, 9)), "1.10"], "1.9"),
        (["1.a", "1.c"], "1.b"),
        (["OS1", "OS3"], "OS2"),
    ],
)
def test_the_missing_code_is_written_as_its_neighbours(codes: list[str], missing: str) -> None:
    (finding,) = read(actions(*codes)).said_by(RULE)
    assert finding.message.values["missing"] == missing


def test_a_run_of_missing_codes_is_one_hole() -> None:
    (finding,) = read(actions("1.1", "1.5")).said_by(RULE)
    run = finding.message.values["missing"]
    assert isinstance(run, Message)
    assert run.values == {"first": "1.2", "last": "1.4"}


def test_each_parent_has_a_numbering_of_its_own() -> None:
    text = plan("""\
        axes:
          - {code: 1, intitule: A, actions: [{code: 1.1, intitule: A}]}
          - {code: 2, intitule: B, actions: [{code: 2.1, intitule: A}, {code: 2.3, intitule: A}]}
        """)
    assert cells(read(text).said_by(RULE)) == [(RULE, "2.3", None)]


def test_a_hole_of_both_tables_is_told_once() -> None:
    given = read(actions("1.2"), framework("1.2", action="1.2"))
    assert [finding.place.role.value for finding in given.said_by(RULE)] == ["plan"]


def test_a_number_that_the_other_table_has_is_not_skipped() -> None:
    assert read(actions("1.1", "1.2"), framework("1.1", action="1.2")).said_by(RULE) == []


def test_results_are_numbered_too() -> None:
    found = read(indicators=framework("1.1.a", "1.1.c")).said_by(RULE)
    assert cells(found) == [(RULE, "1.1.c", None)]
