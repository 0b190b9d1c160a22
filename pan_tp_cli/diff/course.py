"""How a total went along with what it is made of, from one version to the other."""

from enum import Enum
from typing import NamedTuple

from pan_tp_cli.money import Value


class Course(Enum):
    """What became of a total; the values are those of the JSON report."""

    TOGETHER = "together"
    """It changed as what it is made of did, or both stayed; an old fault may be in it still."""
    BEHIND = "behind"
    """What it is made of changed; it is wrong, and did not change by as much."""
    ALONE = "alone"
    """It is wrong, and changed while what it is made of did not."""
    CAUGHT_UP = "caught-up"
    """It is right, and was wrong before."""


class Due(NamedTuple):
    """What a total should have said and should say by what it is made of, and its course."""

    before: Value
    after: Value
    course: Course


def course(printed: tuple[object, object], made: tuple[object, object], *, even: bool) -> Course:
    """Return the course of a total that is printed and made of parts, each before and after.

    `even` tells that both changed by as much.
    """
    if even:
        return Course.TOGETHER
    if printed[1] == made[1]:
        return Course.CAUGHT_UP
    return Course.ALONE if made[0] == made[1] else Course.BEHIND
