"""Where money went: what rows lost, and rows that gained just as much."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pan_tp_cli.diff.change import Transfer
from pan_tp_cli.diff.matching import Pair, Pairs
from pan_tp_cli.diff.money import Amounts, amounts_of
from pan_tp_cli.diff.node import Node, NodeKind
from pan_tp_cli.model.base import TOTAL


class Gain(NamedTuple):
    """By how much the money of a row grew, by column, below zero where it shrank."""

    pair: Pair
    amounts: Amounts

    @property
    def whole(self) -> bool:
        """Tell whether the row itself was added or removed."""
        return None in self.pair[:2]


def transfers(pairs: Pairs) -> Iterator[Transfer]:
    """Yield amounts that left rows and appear in others.

    First those that agree in every year; then those of rows that were added or removed, and agree
    in total. An amount that several rows lost or gained is told once, with all of them.
    """
    gains = [gain for pair in pairs.all if (gain := _gain(pair)) and gain.amounts]
    used: set[int] = set()
    for same_years in (True, False):
        left = [gain for gain in gains if id(gain.pair) not in used]
        for transfer in _agreeing(left, same_years=same_years):
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


def _agreeing(gains: Iterable[Gain], *, same_years: bool) -> Iterator[Transfer]:
    """Yield what rows lost and others gained, in every year or in total."""
    identity: object
    losers: dict[object, list[Gain]] = {}
    winners: dict[object, list[Gain]] = {}
    for gain in gains:
        total = gain.amounts.get(TOTAL, 0)
        if total:
            size = {column: abs(amount) for column, amount in gain.amounts.items()}
            one_way = all(amount * total > 0 for amount in gain.amounts.values())
            if not same_years or one_way:
                identity = tuple(size.items()) if same_years else abs(total)
                (winners if total > 0 else losers).setdefault(identity, []).append(gain)
    for identity, lost in losers.items():
        won = winners.get(identity, [])
        if won and (same_years or any(gain.whole for gain in (*lost, *won))):
            yield _transfer(lost, won, same_years=same_years)


def _transfer(lost: list[Gain], won: list[Gain], *, same_years: bool) -> Transfer:
    amounts: Mapping[str, int] = won[0].amounts if same_years else {}
    return Transfer(
        tuple(gain.pair for gain in lost),
        tuple(gain.pair for gain in won),
        {column: amount for column, amount in amounts.items() if column != TOTAL},
        won[0].amounts[TOTAL],
        same_years,
    )
