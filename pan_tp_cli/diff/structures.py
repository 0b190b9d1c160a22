"""Known structures of a plan: which are called otherwise, which came and which went."""

from collections.abc import Container, Iterator, Mapping
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
    """Yield each structure that has another name, then all others if any came or went."""
    aspect, old, new = Aspect.STRUCTURES, before.structures, after.structures
    change = Change(pair, aspect, weight_of(aspect))
    renamed = {code for code in new if code in old and one_line(old[code]) != one_line(new[code])}
    for code in new:
        if code in renamed:
            yield change._replace(old=old[code], new=new[code], item=code, route=(STRUCTURES, code))
    if old.keys() != new.keys():
        yield change._replace(old=_listed(old, renamed), new=_listed(new, renamed))


def _listed(side: Mapping[str, str], told: Container[str]) -> tuple[str, ...]:
    """Return the structures of one version but for those that are told already."""
    return tuple(
        LISTED.format(code=code, name=name) for code, name in side.items() if code not in told
    )
