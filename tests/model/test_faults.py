import pytest

from pan_tp_cli.fault import InputError
from pan_tp_cli.model.faults import MOST_READ
from pan_tp_cli.model.indicators import Framework
from pan_tp_cli.model.plan import Plan
from pan_tp_cli.model.validation import read_model
from pan_tp_cli.source import read_document
from pan_tp_cli.text import Lang
from pan_tp_cli.tree import MAX_FAULTS
from tests.projects import framework

HEAD = "format: pan-tp/plan-1\nannees: [2023, 2024]\n"
GOOD = HEAD + "axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 2}}]\n"


def refusals(text: str, model: type[Plan] | type[Framework] = Plan) -> list[str]:
    """Return the faults of a text as they are shown, without the name of the file."""
    with pytest.raises(InputError) as caught:
        read_model(model, read_document(text.encode(), "f"))
    return [
        f"{fault.where.removeprefix('f:')} {fault.message.render(Lang.EN)}"
        for fault in caught.value.faults
    ]


def test_a_small_plan_is_read() -> None:
    plan = read_model(Plan, read_document(GOOD.encode(), "f"))
    assert (plan.years, plan.axes[0].code, plan.axes[0].budget) == (
        (2023, 2024), "1", {"2023": 1, "2024": 2})  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("code: 1", "code: 1 2", "3:15 '1 2' is not a code: 1 to 64 characters without a space"),
        ("code: 1", "code: ~", "3:15 a text is expected here"),
        ("intitule: A", "intitule: [A]", "3:28 a text is expected here"),
        ("intitule: A", "intitule: ''", "3:28 a text is expected, this one is empty"),
        ("intitule: A", "intitul: A", "3:8 the key 'intitule' is missing"),
        ("axes:", "axe:", "1:1 the key 'axes' is missing"),
        ("2023: 1, ", "", "3:31 the column '2023' is missing: write ~ for a blank cell"),
        ("2024: 2", "2024: 2, 2025: 3",
         "3:58 the year 2025 is not in the list 'annees' of the file"),
        ("2024: 2", "2024: 2, totl: 3", "3:58 unknown key 'totl': did you mean 'total'?"),
        ("2024: 2", "2024: 2, zzz: 3",
         "3:58 unknown key 'zzz'; keys accepted here: 2023, 2024, total"),
        ("2023: 1", "2023: [1]", "3:46 a cell holds one value: a number, or ~ where it is blank"),
        ("{2023: 1, 2024: 2}", "5", "3:39 a block of keys is expected here ('key: value')"),
        ("annees: [2023, 2024]", "annees: [2024, 2023]",
         "2:9 a list of increasing years is expected, from 1900 to 2200, for example [2023, 2024]"),
        ("annees: [2023, 2024]", "annees: 2023",
         "2:9 a list of increasing years is expected, from 1900 to 2200, for example [2023, 2024]"),
        ("annees: [2023, 2024]", "annees: [2023, 2024]\nrevision: 31/08/2023",
         "3:11 a date is written YYYY-MM-DD, for example 2023-08-31"),
        ("annees: [2023, 2024]", "annees: [2023, 2024]\nrevision: 2023-W35-4",
         "3:11 a date is written YYYY-MM-DD, for example 2023-08-31"),
        ("annees: [2023, 2024]", "annees: [2023, 2024]\nmonnaie: francs",
         "3:10 'francs' is not an ISO 4217 currency code, for example XOF"),
        ("annees: [2023, 2024]", "annees: [2023, 2024]\ntitre: [a]", "3:8 a text is expected here"),
        ("[{code: 1, intitule: A, budget: {2023: 1, 2024: 2}}]", "[]", "3:7 this list is empty"),
        ("[{code: 1, intitule: A, budget: {2023: 1, 2024: 2}}]", "rien",
         "3:7 a list is expected here ('-' or brackets)"),
    ],
)  # fmt: skip
def test_a_fault_is_told_at_its_place(old: str, new: str, fault: str) -> None:
    assert old in GOOD
    assert fault in refusals(GOOD.replace(old, new))


def test_the_year_of_an_activity_is_told_at_its_row() -> None:
    text = HEAD + (
        "axes:\n  - code: 1\n    intitule: A\n    activites:\n"
        "      - id: 1-01\n        intitule: a\n        quantite: douze\n"
        "        budget:\n          2023: 1\n"
    )
    assert refusals(text) == [
        "9:19 a quantity is a whole number, for example 180",
        "10:9 the column '2024' is missing: write ~ for a blank cell",
    ]


def test_every_fault_of_a_file_is_told_at_once_in_its_order() -> None:
    text = HEAD + "titres: x\naxes:\n  - {code: 1 2, intitule: A}\n  - {code: 1, intitul: B}\n"
    assert [fault.split(" ")[0] for fault in refusals(text)] == ["3:1", "5:12", "6:5", "6:15"]


@pytest.mark.parametrize("text", ["just words", "[a, b]", "'x'", "~"])
def test_a_file_that_is_no_block_of_keys_is_told(text: str) -> None:
    assert refusals(text) == ["1:1 a block of keys is expected here ('key: value')"]


def test_another_format_is_told_alone() -> None:
    text = GOOD.replace("pan-tp/plan-1", "pan-tp/indicateurs-1") + "inconnu: 1\n"
    assert refusals(text) == [
        "1:9 unknown value 'pan-tp/indicateurs-1'; values accepted: pan-tp/plan-1"
    ]


@pytest.mark.parametrize(
    ("indicator", "fault"),
    [
        ("unite: nombres\ncibles: {2023: 1, 2024: 2}",
         "15:20 unknown value 'nombres'; values accepted: nombre, pourcentage"),
        ("unite: nombre\ncibles: {2023: 1, 2024: 2}\nagregation: cumul",
         "17:25 unknown value 'cumul'; values accepted: somme, moyenne, derniere, maximum"),
        ("unite: nombre\ncibles: {2023: 1, 2024: 2}\ncumulatif: peut-être",
         "17:24 answer oui or non"),
        ("unite: nombre\ncibles: {2023: 1}",
         "16:13 the column '2024' is missing: write ~ for a blank cell"),
        ("unite: nombre\ncibles: {2023: 1, 2024: 2, total: 3}",
         "16:40 unknown key 'total'; keys accepted here: 2023, 2024"),
        ("unite: nombre\ncibles: {2023: 1, 2024: 2}\nsources: Rapport",
         "16:22 a list is expected here ('-' or brackets)"),
        ("unite: nombre\ncibles: {2023: 1, 2024: 2}\nen_trop: 5",
         "17:22 a list is expected here ('-' or brackets)"),
    ],
)  # fmt: skip
def test_the_faults_of_a_framework_are_told_too(indicator: str, fault: str) -> None:
    assert refusals(framework(indicator), Framework) == [fault]


def test_other_plans_load() -> None:
    text = """\
format: pan-tp/plan-1
annees: [2026]
monnaie: EUR
axes:
  - code: A
    intitule: Axe sans objectif
    actions:
      - {code: A.10, intitule: Action sans budget imprimé}
  - code: B-long.code/1
    intitule: Axe d'activités
    activites:
      - {id: x, intitule: y, budget: {2026: 1, total: ~}}
"""
    plan = read_model(Plan, read_document(text.encode(), "f"))
    assert [axis.code for axis in plan.axes] == ["A", "B-long.code/1"]
    assert plan.axes[0].actions[0].code == "A.10"


@pytest.mark.parametrize("count", [MAX_FAULTS + 1, MOST_READ + 1])
def test_of_many_faults_the_first_are_told_and_how_many_there_are(count: int) -> None:
    rows = "".join(f"    - {{id: {row}, intitule: A}}\n" for row in range(count))
    told = refusals(f"{HEAD}axes:\n  - code: 1\n    intitule: A\n    activites:\n{rows}")
    assert told[:-1] == [
        f"{line}:7 the key 'budget' is missing" for line in range(7, 7 + MAX_FAULTS)
    ]
    assert told[-1].endswith(f" only {MAX_FAULTS} faults of this file are told, of {count}: mend "
                             "these first")  # fmt: skip


def test_faults_far_behind_are_told_of_a_file_with_very_many() -> None:
    good = f"{HEAD}axes:\n" + "- {code: 1, intitule: A}\n" * MOST_READ
    told = refusals(good + "- {}\n" * MOST_READ)
    assert told[0] == f"{MOST_READ + 4}:3 the key 'code' is missing"
    assert len(told) == MAX_FAULTS + 1


def test_all_faults_of_a_file_with_not_so_many_are_told() -> None:
    rows = "- {code: 1, intitule: A}\n- {code: 1}\n" * MAX_FAULTS
    assert refusals(f"{HEAD}axes:\n{rows}") == [
        f"{line}:3 the key 'intitule' is missing" for line in range(5, 5 + 2 * MAX_FAULTS, 2)
    ]


def test_many_missing_years_are_one_fault() -> None:
    years = f"annees: [{', '.join(map(str, range(2000, 2030)))}]"
    assert refusals(GOOD.replace("annees: [2023, 2024]", years)) == [
        "3:31 28 columns are missing, from 2000 to 2029: write ~ for a blank cell"
    ]
