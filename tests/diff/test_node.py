"""Every figure, and all that a plan and its framework say, as nodes."""

from collections import Counter

from hypothesis import given

from pan_tp_cli.diff.aspect import Aspect
from pan_tp_cli.diff.node import BASELINE, WORDS, Node, NodeKind, in_table, nodes
from pan_tp_cli.money import Percent
from pan_tp_cli.place import Role
from pan_tp_cli.project import Project
from tests.diff.versions import Version, faulty
from tests.projects import Read, embedded, framework, plan, read

PLAN = plan("""\
    titre: Plan
    sigle: P
    revision: 2024-01-31
    structures: {DNDS: Direction Nationale}
    total_general: {chiffres: 3, lettres: trois}
    recapitulatif:
      axes: [{axe: 1, intitule: PREV, 2023: 1, 2024: 2, total: 3, part: 100 %}]
      total: {2023: 1, 2024: 2, total: 3}
      parts: {2023: 33 %, 2024: 67 %}
    axes:
      - code: 1
        intitule: Prévention
        actions:
          - code: 1.1
            intitule: Informer
            note: relu
            activites:
              - id: 1.1-01
                intitule: Former
                responsable: DNDS
                quantite: 20
                periodicite: annuelle
                indicateurs: [P1.1-1]
                budget: {2023: 1, 2024: ~, total: ~}
                en_trop: [5 000, 12 00]
    """)
FRAMEWORK = framework("unite: nombre\nreference: 1\ncibles: {2023: N/A, 2024: 2}\ntotal: 2\n")


def by_code(given: Read) -> dict[tuple[NodeKind, str], Node]:
    return {(node.kind, node.code): node for node in nodes(given.project)}


def values(node: Node) -> dict[str, object]:
    return {column: cell.value for column, cell in node.cells.items()}


def test_the_nodes_of_a_plan_and_the_ones_above_them() -> None:
    found = [
        (node.kind.value, node.code, node.parent.code if node.parent else None)
        for node in nodes(read(PLAN, FRAMEWORK).project)
    ]
    assert found == [
        ("plan", "plan", None),
        ("grand-total", "total_general", "plan"),
        ("summary", "recap:1", "plan"),
        ("summary", "recap:total", "plan"),
        ("summary", "recap:parts", "plan"),
        ("axis", "1", "plan"),
        ("action", "1.1", "1"),
        ("activity", "1.1-01", "1.1"),
        ("framework", "indicateurs", None),
        ("axis", "1", "indicateurs"),
        ("output", "1.1", "1"),
        ("indicator", "P1.1-1", "1.1"),
    ]


def test_what_they_say() -> None:
    found = by_code(read(PLAN, FRAMEWORK))
    row = found[NodeKind.ACTIVITY, "1.1-01"]
    assert values(row) == {"2023": 1, "2024": None}
    assert row.facts == {
        Aspect.EXTRA: ("5\u202f000", "12 00"),
        Aspect.NOTE: "",
        Aspect.RESPONSIBLE: "DNDS",
        Aspect.QUANTITY: "20",
        Aspect.PERIODICITY: "annuelle",
        Aspect.INDICATORS: ("P1.1-1",),
    }
    assert found[NodeKind.ACTION, "1.1"].facts[Aspect.NOTE] == "relu"
    root = found[NodeKind.PLAN, "plan"]
    assert (root.label, root.facts) == (
        "Plan",
        {
            Aspect.ACRONYM: "P",
            Aspect.REVISION: "2024-01-31",
            Aspect.CURRENCY: "XOF",
            Aspect.YEARS: ("2023", "2024"),
        },
    )
    assert root.structures == {"DNDS": "Direction Nationale"}
    assert values(found[NodeKind.GRAND_TOTAL, "total_general"]) == {"total": 3, WORDS: "trois"}
    shares = {"2023": Percent(33), "2024": Percent(67)}
    assert values(found[NodeKind.SUMMARY, "recap:parts"]) == shares
    assert found[NodeKind.SUMMARY, "recap:1"].label == "PREV"


def test_what_indicators_say() -> None:
    said = framework("unite: nombre\ncumulatif: oui\ncibles: {2023: 1, 2024: 2}\ntotal: 2\n")
    indicator = by_code(read(indicators=said))[NodeKind.INDICATOR, "P1.1-1"]
    assert list(values(indicator)) == [BASELINE, "2023", "2024", "total"]
    assert indicator.facts == {
        Aspect.EXTRA: (),
        Aspect.NOTE: "",
        Aspect.UNIT: "nombre",
        Aspect.AGGREGATION: "derniere (cumulatif)",
        Aspect.RESPONSIBLE: "CNCLTPPA",
        Aspect.SOURCES: ("Rapport annuel",),
        Aspect.PARTNERS: ("OSC",),
    }


def test_columns_stand_as_in_the_table() -> None:
    columns = ["part", WORDS, "total", "2024", BASELINE, "2023"]
    assert sorted(columns, key=in_table) == [BASELINE, "2023", "2024", "total", "part", WORDS]


def test_a_file_that_is_not_there_has_no_nodes() -> None:
    assert nodes(Project()) == ()
    assert {node.key[0] for node in nodes(read(indicators=FRAMEWORK).project)} == {Role.INDICATORS}


def cells_once(given: Read) -> bool:
    printed = Counter(cell.place for cell in given.project.cells())
    held = Counter(cell.place for node in nodes(given.project) for cell in node.cells.values())
    return printed == held and max(held.values()) == 1


def test_every_cell_of_the_embedded_plan_is_in_one_node() -> None:
    assert cells_once(embedded())


@given(faulty())
def test_every_cell_is_in_one_node_behind_the_one_above(version: Version) -> None:
    given = version.read()
    assert cells_once(given)
    seen = set()
    for node in nodes(given.project):
        assert node.parent is None or id(node.parent) in seen
        seen.add(id(node))
