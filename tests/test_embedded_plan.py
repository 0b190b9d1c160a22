"""The embedded plan: what its document says, and that no wrong figure in it goes unseen.

The expected figures were read off the document, not off the program.
"""

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from pan_tp_cli import rules
from pan_tp_cli.calculation import Relation
from pan_tp_cli.equation import Equation, Outcome, Violation, evaluate
from pan_tp_cli.finding import Severity
from pan_tp_cli.money import Percent, Value
from pan_tp_cli.place import Role
from pan_tp_cli.project import Project
from pan_tp_cli.table import Cell, Level
from tests.projects import embedded, read

READ = embedded()
PROJECT = READ.project


def test_it_has_the_rows_of_the_document() -> None:
    levels = [row.level for row in PROJECT.budget]
    counts = [levels.count(level) for level in Level]
    assert counts == [4, 9, 10, 56]


def test_its_framework_has_the_rows_of_the_document() -> None:
    assert PROJECT.framework is not None
    objectives = [objective for axis in PROJECT.framework.axes for objective in axis.objectives]
    outcomes = [outcome for objective in objectives for outcome in objective.outcomes]
    actions = [action for objective in objectives for action in objective.actions]
    outputs = [output for action in actions for output in action.outputs]
    counts = [len(rows) for rows in (objectives, actions, outcomes, outputs, PROJECT.indicators)]
    assert counts == [9, 10, 12, 14, 39]


def test_it_announces_2_983_250_000_francs() -> None:
    figures, words = PROJECT.grand_total
    assert figures is not None
    assert words is not None
    assert figures.value == 2_983_250_000
    assert words.value == (
        "deux milliards neuf cent quatre-vingt-trois millions deux cent cinquante mille"
    )


ANNOUNCED = {
    # each number was read in the wording of the row, twice, by two different ways
    "1.1.1-01": 1, "1.1.1-02": 4, "1.1.1-04": 180, "1.1.1-05": 10, "1.1.1-06": 8, "1.1.1-07": 60,
    "1.2.2-04": 5,
    "2.1.1-02": 320, "2.1.1-03": 5,
    "2.2.1-01": 8, "2.2.1-07": 9, "2.2.1-09": 30, "2.2.1-10": 200,
    "3.1.1-01": 1, "3.1.1-02": 20, "3.1.1-03": 1, "3.1.1-04": 1,
    "3.2.1-02": 5_000, "3.2.1-04": 13, "3.2.1-06": 50,
    "4.3.1-03": 3,
}  # fmt: skip
MEASURED = {"1.1.1-12": ("P1.1.2-1",), "3.2.1-02": ("P3.2.1-1",), "4.2.2-01": ("P4.2.2-1",)}


def test_its_activities_announce_what_their_wording_says() -> None:
    activities = {row.entry.node: row.activity for row in PROJECT.budget if row.activity}
    assert {node: said.quantity for node, said in activities.items() if said.quantity} == ANNOUNCED
    assert {node: said.periodicity for node, said in activities.items() if said.periodicity} == {
        "1.1.1-02": "annuelle"
    }
    assert {n: said.indicators for n, said in activities.items() if said.indicators} == MEASURED
    for row in PROJECT.budget:
        if row.activity:
            assert str(row.activity.quantity or "") in row.entry.label


@pytest.mark.parametrize(
    ("rule", "node", "column", "printed", "expected"),
    [
        # each sum was done by hand from the printed years of its row
        ("budget.somme-annees", "1.1.1-02", "total", 10_000_000, 50_000_000),
        ("budget.somme-annees", "1.1.1-03", "total", 10_000_000, 60_000_000),
        ("budget.somme-annees", "1.1.1-04", "total", 21_600_000, 108_000_000),
        ("budget.somme-annees", "1.1.1-05", "total", 1_000_000, 5_000_000),
        ("budget.somme-annees", "1.1.1-06", "total", 5_000_000, 20_000_000),
        ("budget.somme-annees", "1.2.2-02", "total", 5_000_000, 25_000_000),
        ("indicateur.total", "P1.2.1-1", "total", 200, 800),
        ("indicateur.total", "P1.2.1-2", "total", 50, 400),
        ("transcription.cellules-en-trop", "1.2", None, 32_000_000, None),
        ("transcription.cellules-en-trop", "1.2.2", None, 32_000_000, None),
        ("transcription.cellules-en-trop", "P1.2.1-1", None, 200, None),
        ("budget.somme-pourcentages", "recap:total", "part", Percent(100), Percent(101)),
        ("budget.somme-pourcentages", "recap:parts", "total", Percent(100), Percent(99)),
        # 1.2 has an action 1.2.2 and no 1.2.1, in both tables
        ("structure.numero-manquant", "1.2.2", None, "1.2.2", None),
        # produit 1.1.2 stands below action 1.1.1, produit 1.2.1 below action 1.2.2
        ("structure.resultat-sans-action", "1.1.2", None, "1.1.2", None),
        ("structure.resultat-sans-action", "1.2.1", None, "1.2.1", None),
        # « Sigles et Abréviations » has a Ministère de la Justice et des Droits de l'Homme
        ("structure.responsable-inconnu", "4.2.1-01", None, "Ministère de la justice", None),
        # 210 acteurs already reached, and 5 a year aimed at
        ("indicateur.cible-sous-reference", "P1.1.2-2", "total", 20, None),
        # the row « Nombre de formations dispensées » ends after its total
        ("indicateur.sans-responsable", "P1.1.2-3", None, None, None),
        ("indicateur.sans-partenaire", "P1.1.2-3", None, None, None),
        # the only indicators of effet 4.1.c and of produit 4.1.1.c
        ("indicateur.sans-source", "E4.1.c-1", None, None, None),
        ("indicateur.sans-source", "P4.1.1.c-1", None, None, None),
        ("indicateur.cible-manquante", "E4.2-1", "2025", None, None),
        ("transcription.cellules-vides", "budget", None, None, None),
        ("transcription.cellules-vides", "indicateurs", None, None, None),
        # « de manière annuelle … (x4) », 10 000 000 in each of the five years
        ("plausibilite.periodicite", "1.1.1-02", None, 4, None),
        # 4 × 10 000 000 for 5 localities; 4 × 5 000 000 for 30 families; 53 500 000 for 20
        # trainings. Five campaigns in five years are one a year
        ("plausibilite.cout-unitaire", "1.2.2-04", None, 5, None),
        ("plausibilite.cout-unitaire", "2.2.1-09", None, 30, None),
        ("plausibilite.cout-unitaire", "3.1.1-02", None, 20, None),
        # 25 000 000, 25 000 000, 2 500 000
        ("plausibilite.ordre-de-grandeur", "3.1.1-02", "2027", 2_500_000, None),
        ("plausibilite.ordre-de-grandeur", "3.2.1-05", "2027", 2_500_000, None),
        # « 0 XOF » in 2023 for actions 3.1.1, 4.2.1 and 4.3.1
        ("croisement.cible-sans-budget", "P3.1.1-1", "2023", 500, None),
        ("croisement.cible-sans-budget", "P3.1.1-2", "2023", 500, None),
        ("croisement.cible-sans-budget", "P3.1.1-3", "2023", 500, None),
        ("croisement.cible-sans-budget", "P4.2.1-1", "2023", 20, None),
        ("croisement.cible-sans-budget", "P4.3.1-1", "2023", 1, None),
        # 500 copies in 2024; they are printed, and the manual is written, in 2025
        ("croisement.livrable-avant-financement", "P3.2.1-1", "2024", 500, None),
        # no target of their outputs in these years; that of P1.2.1-1, of action 1.2.2, is not sure
        ("croisement.budget-sans-cible", "2.1.1", "2023", 12_400_000, None),
        ("croisement.budget-sans-cible", "3.2.1", "2023", 5_000_000, None),
        ("croisement.budget-sans-cible", "4.2.2", "2023", 9_000_000, None),
        ("croisement.budget-sans-cible", "4.3.1", "2024", 40_000_000, None),
    ],
)
def test_what_is_found_in_it(
    rule: str, node: str, column: str | None, printed: Value, expected: Value
) -> None:
    (found,) = [
        finding
        for finding in READ.findings(rule)
        if (finding.node, finding.column) == (node, column)
    ]
    assert (found.printed, found.expected) == (printed, expected)
    if found.severity is Severity.ERROR:
        assert found.sure
        assert [change.proposed for change in found.repairs[0].changes] == [expected]


def test_nothing_else_is_found_in_it() -> None:
    assert len(READ.findings()) == 42


def test_one_heading_is_worded_differently_in_the_two_tables() -> None:
    """CHAÎNE and CHAINE (3.1), SYSTEME and SYSTÈME (4.1) differ in an accent alone."""
    (found,) = READ.findings("structure.intitule-divergent")
    assert found.node == "1.1"
    assert found.message.values["ours"] == "CONTRIBUTER AU…"
    assert found.message.values["theirs"] == "CONTRIBUER AU…"


def test_blank_cells_and_totals_were_counted_on_the_document() -> None:
    budget, framework = READ.findings("transcription.cellules-vides")
    assert (budget.message.values["blank"], budget.message.values["totals"]) == (21, 50)
    assert (framework.message.values["blank"], framework.message.values["totals"]) == (1, 0)


# --- no wrong figure goes unseen -------------------------------------------------------------


class Alteration(NamedTuple):
    """One cell with another value than the printed one."""

    cell: Cell
    how: str
    value: int | Percent


def equations(project: Project) -> list[Equation]:
    loaded = rules.load(rules.identifiers())
    return [equation for rule in loaded for equation in rule.equations(project)]


EQUATIONS = equations(PROJECT)
OF_CELL: dict[int, list[Equation]] = {}
CELLS: dict[int, Cell] = {}
for _equation in EQUATIONS:
    for _cell in (_equation.target, *_equation.terms):
        CELLS[id(_cell)] = _cell
        OF_CELL.setdefault(id(_cell), []).append(_equation)


def alterations(cell: Cell) -> Iterator[Alteration]:
    """Yield the cell plus one, with two digits swapped, and with a zero dropped."""
    value = cell.value
    if value is not None and not isinstance(value, int | Percent):
        return
    units = value.units if isinstance(value, Percent) else value or 0
    digits = str(units)
    yield Alteration(cell, "+1", like(value, units + 1))
    for place in range(len(digits) - 1):
        swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        if swapped != digits:
            yield Alteration(cell, f"swap {place}", like(value, int(swapped)))
    if digits.endswith("0") and units:
        yield Alteration(cell, "zero dropped", like(value, units // 10))


def like(value: Value, units: int) -> int | Percent:
    return Percent(units, value.decimals) if isinstance(value, Percent) else units


def altered(equation: Equation, alteration: Alteration) -> Equation:
    """Return the equation with the cell's new value wherever the cell stands in it."""
    changed = alteration.cell._replace(value=alteration.value)

    def other(cell: Cell) -> Cell:
        return changed if cell is alteration.cell else cell

    return equation._replace(target=other(equation.target), terms=tuple(map(other, equation.terms)))


def outcomes(alteration: Alteration) -> list[tuple[Equation, Outcome | Violation]]:
    return [
        (equation, evaluate(altered(equation, alteration)))
        for equation in OF_CELL[id(alteration.cell)]
    ]


def hidden_by_rounding(alteration: Alteration) -> bool:
    """Tell whether the cell is but a target in a mean that rounds to the same percentage.

    No arithmetic can see such a change: (75 + 75 + 80 + 80 + 85) / 5 and the same with 86 both
    round to 79.
    """
    return all(
        equation.relation is Relation.MEAN
        and equation.target is not alteration.cell
        and rounded_mean(altered(equation, alteration)) == equation.target.value
        for equation in OF_CELL[id(alteration.cell)]
    )


def rounded_mean(equation: Equation) -> Percent:
    given = [term.value.units for term in equation.terms if isinstance(term.value, Percent)]
    doubled = 2 * sum(given) + len(given)
    return Percent(doubled // (2 * len(given)))


def test_every_printed_number_is_in_an_equation() -> None:
    """Only baselines, and the second cell of a row with too many, stand in none."""
    printed = [
        cell
        for cell in PROJECT.cells()
        if isinstance(cell.value, int | Percent) and cell.steps != ("reference",)
    ]
    outside = [cell for cell in printed if id(cell) not in CELLS]
    assert outside == []
    assert len(printed) > 600


def test_any_single_wrong_figure_is_found() -> None:
    missed = []
    tried = 0
    for cell in CELLS.values():
        for alteration in alterations(cell):
            tried += 1
            seen = any(outcome != evaluate(before) for before, outcome in outcomes(alteration))
            if not seen and not hidden_by_rounding(alteration):
                missed.append((cell.entry.node, cell.column, alteration.how))
    assert missed == []
    assert tried > 2000


def test_few_wrong_figures_are_hidden_by_rounding_and_all_are_targets_in_percent() -> None:
    hidden = {
        (alteration.cell.entry.role, isinstance(alteration.value, Percent))
        for cell in CELLS.values()
        for alteration in alterations(cell)
        if hidden_by_rounding(alteration)
    }
    assert hidden == {(Role.INDICATORS, True)}


@pytest.mark.parametrize("role", list(Role))
def test_a_wrong_figure_typed_into_the_file_changes_the_findings(role: Role) -> None:
    """Every cell once more, plus one, from the text of the file to the findings."""
    texts = {given: document.text for given, document in READ.documents.items()}
    before = [finding for finding in READ.findings() if finding.place.role is role]
    missed = []
    for cell in CELLS.values():
        if cell.entry.role is not role or not isinstance(cell.value, int | Percent):
            continue
        start, end = READ.documents[role].span(cell.place.route)
        units = cell.value.units if isinstance(cell.value, Percent) else cell.value
        sign = "%" if isinstance(cell.value, Percent) else ""
        text = f"{texts[role][:start]}{units + 1}{sign}{texts[role][end:]}"
        after = read(text) if role is Role.PLAN else read(indicators=text)
        alteration = Alteration(cell, "+1", like(cell.value, units + 1))
        if after.findings() == before and not hidden_by_rounding(alteration):
            missed.append((cell.entry.node, cell.column))
    assert missed == []
