"""Known structures of a plan: which are called otherwise, which came and which went."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli.diff.aspect import Aspect, weight_of
from pan_tp_cli.diff.change import Change
from pan_tp_cli.diff.matching import Pair
from pan_tp_cli.diff.node import Node
from pan_tp_cli.text import one_line

STRUCTURES: Final = "structures"
"""What the file calls them."""
LISTED: Final = "{code} ({name})"


def structures(pair: Pair, before: Node, after: Node) -> Iterator[Change]:
    """Yield each structure that has another name, then those that came or went together."""
    aspect, old, new = Aspect.STRUCTURES, before.structures, after.structures
    change = Change(pair, aspect, weight_of(aspect))
    for code in new:
        if code in old and one_line(old[code]) != one_line(new[code]):
            yield change._replace(old=old[code], new=new[code], item=code, route=(STRUCTURES, code))
    came, went = (
        tuple(LISTED.format(code=code, name=side[code]) for code in side if code not in other)
        for side, other in ((new, old), (old, new))
    )
    if came or went:
        yield change._replace(old=went, new=came)
