"""What always holds of the diagnosis, on small plans spoilt at random."""

from collections.abc import Iterable, Sequence

from hypothesis import given

from pan_tp_cli.equation import Equation
from pan_tp_cli.finding import Finding
from pan_tp_cli.money import Value
from pan_tp_cli.place import Place
from pan_tp_cli.project import Project
from pan_tp_cli.repair import Change, Repair
from pan_tp_cli.rule import Rule
from tests.small_plans import (
    CATALOGUE,
    Tree,
    arithmetic,
    facts,
    opened,
    plans,
    repaired,
    upside_down,
    violated,
    with_row_faults,
    with_wrong_cells,
)


def agreeing(repairs: Iterable[Repair]) -> list[Repair]:
    """Return the repairs that change no cell otherwise than one before them."""
    taken: dict[Place, Value] = {}
    chosen = []
    for repair in repairs:
        wanted = {change.place: change.proposed for change in repair.changes}
        if all(taken.get(place, value) == value for place, value in wanted.items()):
            taken.update(wanted)
            chosen.append(repair)
    return chosen


def backwards(catalogue: Sequence[Rule]) -> list[Rule]:
    """Return the rules in the opposite order, each with its equations in the opposite order."""

    def turned(rule: Rule) -> Rule:
        def equations(project: Project) -> list[Equation]:
            return list(rule.equations(project))[::-1]

        return rule._replace(equations=equations)

    return [turned(rule) for rule in reversed(catalogue)]


def changes(found: Iterable[Finding]) -> list[Change]:
    return [change for each in found for repair in each.repairs for change in repair.changes]


@given(plans())
def test_a_plan_whose_sums_are_right_has_no_finding(tree: Tree) -> None:
    assert arithmetic(opened(tree)) == []


@given(with_wrong_cells())
def test_wrong_cells_are_found_and_are_never_more_findings_than_cells(
    spoilt: tuple[Tree, int],
) -> None:
    tree, count = spoilt
    plan = opened(tree)
    found = arithmetic(plan)
    assert len(found) <= count
    assert bool(found) == bool(violated(plan))


@given(with_wrong_cells())
def test_the_best_repairs_together_mend_the_plan(spoilt: tuple[Tree, int]) -> None:
    """Where two of them change one cell differently, one waits for the next check."""
    tree, count = spoilt
    for _ in range(count):
        found = arithmetic(opened(tree))
        assert all(finding.repairs for finding in found)
        tree = repaired(tree, agreeing(finding.repairs[0] for finding in found))
    assert violated(opened(tree)) == 0


@given(with_wrong_cells(most=1))
def test_every_repair_of_one_wrong_cell_mends_the_plan(spoilt: tuple[Tree, int]) -> None:
    tree, _ = spoilt
    for finding in arithmetic(opened(tree)):
        for repair in finding.repairs:
            assert violated(opened(repaired(tree, [repair]))) == 0, repair


@given(with_row_faults())
def test_every_repair_of_one_wrong_row_mends_the_plan(spoilt: tuple[Tree, int]) -> None:
    tree, _ = spoilt
    found = arithmetic(opened(tree))
    assert len(found) <= 1
    for finding in found:
        for repair in finding.repairs:
            assert violated(opened(repaired(tree, [repair]))) == 0, repair


@given(with_wrong_cells())
def test_the_order_of_rows_changes_nothing(spoilt: tuple[Tree, int]) -> None:
    tree, _ = spoilt
    assert facts(arithmetic(opened(tree))) == facts(arithmetic(opened(upside_down(tree))))


@given(with_wrong_cells())
def test_the_order_of_rules_and_equations_changes_nothing(spoilt: tuple[Tree, int]) -> None:
    plan = opened(spoilt[0])
    one_way, other_way = arithmetic(plan), arithmetic(plan, backwards(CATALOGUE))
    assert facts(one_way) == facts(other_way)


@given(with_wrong_cells(most=6))
def test_only_printed_cells_are_changed_and_never_below_zero(spoilt: tuple[Tree, int]) -> None:
    plan = opened(spoilt[0])
    for change in changes(arithmetic(plan)):
        start, end = plan.documents[change.place.role].span(change.place.route)
        assert start < end
        assert isinstance(change.proposed, int)
        assert change.proposed >= 0


@given(with_row_faults(most=3))
def test_rows_at_fault_are_never_too_much_for_it(spoilt: tuple[Tree, int]) -> None:
    plan = opened(spoilt[0])
    found = arithmetic(plan)
    assert bool(found) == bool(violated(plan))
    for change in changes(found):
        assert isinstance(change.proposed, int)
        assert change.proposed >= 0
