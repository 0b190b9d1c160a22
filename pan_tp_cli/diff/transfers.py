"""Where money went: what rows lost, and rows that gained just as much."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from pan_tp_cli.diff.change import Transfer
from pan_tp_cli.diff.matching import Pair, Pairs
from pan_tp_cli.diff.money import Amounts, amounts_of
from pan_tp_cli.diff.node import Node, NodeKind
from pan_tp_cli.diff.subsets import only_subset
from pan_tp_cli.model.base import TOTAL

MOST_LOOKED_AT: Final = 200
"""Rows among which sums are looked for at most, so that it takes no time to speak of."""


class Gain(NamedTuple):
    """By how much the money of a row grew, by column, below zero where it shrank."""

    pair: Pair
    amounts: Amounts

    @property
    def whole(self) -> bool:
        """Tell whether the row itself was added or removed."""
        return None in self.pair[:2]

    @property
    def total(self) -> int:
        """Return by how much it grew in all years."""
        return self.amounts.get(TOTAL, 0)

    @property
    def size(self) -> Amounts:
        """Return by how much it grew or shrank, by column."""
        return {column: abs(amount) for column, amount in self.amounts.items()}


def transfers(pairs: Pairs) -> Iterator[Transfer]:
    """Yield amounts that left rows and appear in others.

    First those that agree in every year, then what several rows that were removed make up together
    in one (or one in several that were added), then those that agree in total alone. An amount
    that several rows lost or gained is told once, with all of them.
    """
    gains = [gain for pair in pairs.all if (gain := _gain(pair)) and gain.amounts]
    used: set[int] = set()
    for look in (_by_year, _made_up, _in_total):
        left = [gain for gain in gains if id(gain.pair) not in used]
        for transfer in look(left):
            used |= {id(pair) for pair in (*transfer.sources, *transfer.sinks)}
            yield transfer


def _gain(pair: Pair) -> Gain | None:
    if pair.node.kind is not NodeKind.ACTIVITY:
        return None
    before, after = _amounts(pair.before), _amounts(pair.after)
    amounts = {
        column: grown
        for column in sorted(before.keys() | after.keys())
        if (grown := after.get(column, 0) - before.get(column, 0))
    }
    return Gain(pair, amounts)


def _amounts(node: Node | None) -> Amounts:
    return amounts_of(node) if node else {}


def _by_year(gains: Iterable[Gain]) -> Iterator[Transfer]:
    """Yield what rows lost and others gained, in every year."""
    for lost, won in _agreeing(filter(_one_way, gains), lambda gain: tuple(gain.size.items())):
        yield _transfer(lost, won, years=won[0].amounts)


def _in_total(gains: Iterable[Gain]) -> Iterator[Transfer]:
    """Yield what rows lost and others gained in total, in other years.

    Between rows that stay this may be chance: it is told where one alone lost it and one gained.
    """
    for lost, won in _agreeing(gains, lambda gain: abs(gain.total)):
        if len(lost) == len(won) == 1 or any(gain.whole for gain in (*lost, *won)):
            yield _transfer(lost, won)


def _made_up(gains: Iterable[Gain]) -> Iterator[Transfer]:
    """Yield what several removed rows lost and one gained, or one lost and several added gained.

    A row that may have gone into several others is told of none.
    """
    given = [gain for gain in gains if _one_way(gain)]
    lost = [gain for gain in given if gain.total < 0]
    won = [gain for gain in given if gain.total > 0]
    found = [
        *((parts, [gain]) for gain, parts in _sums(lost, won)),
        *(([gain], parts) for gain, parts in _sums(won, lost)),
    ]
    uses = Counter(id(gain.pair) for sides in found for side in sides for gain in side)
    for sources, sinks in found:
        if all(uses[id(gain.pair)] == 1 for gain in (*sources, *sinks)):
            years = (sources if len(sinks) > 1 else sinks)[0].size
            yield _transfer(sources, sinks, years=years)._replace(joint=True)


def _sums(parts: Sequence[Gain], wholes: Iterable[Gain]) -> Iterator[tuple[Gain, list[Gain]]]:
    """Yield what is made up of rows that were added or removed, with these."""
    rows, whole_rows = [gain for gain in parts if gain.whole], list(wholes)
    if max(len(rows), len(whole_rows)) > MOST_LOOKED_AT:
        return
    sizes = [gain.size for gain in rows]
    for whole in whole_rows:
        ranks = only_subset(sizes, whole.size)
        if ranks:
            yield whole, [rows[rank] for rank in ranks]


def _one_way(gain: Gain) -> bool:
    """Tell whether a row lost, or gained, in all years in which it changed."""
    return gain.total != 0 and all(amount * gain.total > 0 for amount in gain.amounts.values())


def _agreeing(
    gains: Iterable[Gain], identity: Callable[[Gain], object]
) -> Iterator[tuple[list[Gain], list[Gain]]]:
    """Yield the rows that lost, and those that gained, something of one identity."""
    losers: dict[object, list[Gain]] = {}
    winners: dict[object, list[Gain]] = {}
    for gain in gains:
        if gain.total:
            side = winners if gain.total > 0 else losers
            side.setdefault(identity(gain), []).append(gain)
    for same, lost in losers.items():
        if same in winners:
            yield lost, winners[same]


def _transfer(lost: Sequence[Gain], won: Sequence[Gain], years: Amounts | None = None) -> Transfer:
    """Return a transfer; `years` are the amounts where they agree in every year."""
    given = {} if years is None else {key: years[key] for key in years if key != TOTAL}
    total = max(abs(gain.total) for gain in (*lost, *won))
    return Transfer(
        tuple(gain.pair for gain in lost),
        tuple(gain.pair for gain in won),
        given,
        total,
        years is not None,
    )
