"""What always holds of a comparison, on small versions edited at random."""

from collections import Counter
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from pan_tp_cli.diff.aspect import Aspect, Weight
from pan_tp_cli.diff.change import CellChange, Change, Diff, MoneyRow, Transfer
from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.diff.node import Node
from pan_tp_cli.diff.node import nodes as every
from pan_tp_cli.standing import canonical
from tests.diff.comparing import compared, paired
from tests.diff.versions import Version, faulty, repeated, shuffled, twos

TURNED = {Aspect.ADDED: Aspect.REMOVED, Aspect.REMOVED: Aspect.ADDED}


def sides(one: object, other: object, back: bool) -> tuple[object, object]:
    return (other, one) if back else (one, other)


def nodes(pair: Pair, back: bool = False) -> tuple[object, object]:
    """Return which nodes a pair is made of, the sides swapped where it is looked at `back`."""
    before, after = (node.key if node else None for node in pair[:2])
    return sides(before, after, back)


def figures(cells: Iterable[CellChange], back: bool) -> frozenset[object]:
    return frozenset(
        (cell.column, *sides(canonical(cell.old), canonical(cell.new), back)) for cell in cells
    )


def change(each: Change, back: bool = False) -> object:
    aspect = TURNED.get(each.aspect, each.aspect) if back else each.aspect
    weight = Weight.BREAKING if each.aspect in TURNED else each.weight
    said = sides(each.old, each.new, back)
    return nodes(each.pair, back), aspect, weight, said, figures(each.cells, back), each.along


def money(rows: Iterable[MoneyRow], back: bool = False) -> set[object]:
    """Return what moved, without what should have: that is told of the later version alone."""
    return {
        (nodes(row.pair, back), line.column, sides(line.before, line.after, back))
        for row in rows
        for line in row.lines
        if row.pair and line.difference
    }


def transfer(each: Transfer, back: bool = False) -> object:
    source, sink = (frozenset(nodes(pair, back) for pair in side) for side in each[:2])
    return sides(source, sink, back), frozenset(each.amounts.items()), each.total, each.same_years


def held(node: Node | None) -> object:
    """Return what a node says, and those above it, without where it stands."""
    if node is None:
        return None
    cells = sorted((column, repr(canonical(cell.value))) for column, cell in node.cells.items())
    facts = sorted((aspect.value, repr(fact)) for aspect, fact in node.facts.items())
    return node.key[0], node.code, node.label, repr(cells), repr(facts), held(node.parent)


def of_contents(found: Diff) -> Counter[object]:
    """Return the changes by what their nodes say, so that versions in other orders compare."""
    return Counter((held(each.pair.before), held(each.pair.after), *each[1:5]) for each in found[0])


@given(faulty())
def test_a_version_and_itself_differ_in_nothing(version: Version) -> None:
    found = compared(version.read(), version.read())
    assert (found.changes, found.reordered, found.money, found.transfers, found.stale) == ((),) * 5
    assert found.renamed == {}


@given(twos())
def test_every_node_is_in_one_pair(two: tuple[Version, Version]) -> None:
    one, other = (version.read() for version in two)
    found = paired(one, other).all
    for side, version in enumerate((one, other)):
        there = [pair[side].key for pair in found if pair[side]]  # type: ignore[union-attr]
        assert sorted(map(repr, there)) == sorted(repr(node.key) for node in every(version.project))


@given(twos())
def test_pairs_are_the_same_whichever_side_is_first(two: tuple[Version, Version]) -> None:
    one, other = (version.read() for version in two)
    there = [(nodes(pair), pair.basis, pair.likeness) for pair in paired(one, other).all]
    back = [(nodes(pair, True), pair.basis, pair.likeness) for pair in paired(other, one).all]
    assert Counter(there) == Counter(back)


@given(twos())
def test_the_sides_swapped_mirror_the_result(two: tuple[Version, Version]) -> None:
    one, other = (version.read() for version in two)
    there, back = compared(one, other), compared(other, one)
    assert Counter(map(change, there.changes)) == Counter(
        change(each, True) for each in back.changes
    )
    assert {nodes(pair) for pair in there.reordered} == {
        nodes(pair, True) for pair in back.reordered
    }
    assert money(there.money) == money(back.money, back=True)
    assert Counter(map(transfer, there.transfers)) == Counter(
        transfer(each, True) for each in back.transfers
    )


@given(st.one_of(faulty(), repeated()), st.data())
def test_the_order_of_rows_is_no_change(version: Version, data: st.DataObject) -> None:
    found = compared(version.read(), data.draw(shuffled(version)).read())
    assert (found.changes, found.money, found.transfers, found.stale) == ((),) * 4


@given(twos(), st.data())
def test_the_order_of_rows_changes_no_pair(
    two: tuple[Version, Version], data: st.DataObject
) -> None:
    one, other = two
    turned = data.draw(shuffled(other))
    expected = compared(one.read(), other.read())
    assert of_contents(compared(one.read(), turned.read())) == of_contents(expected)
