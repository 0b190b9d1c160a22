"""What of a plan is looked at: the whole, or what stands at one code, and how it is broken down."""

from enum import Enum
from typing import NamedTuple

from pan_tp_cli.checked import Checked
from pan_tp_cli.measures import Measure
from pan_tp_cli.overview import Branch, Overview
from pan_tp_cli.recompute import Recomputed
from pan_tp_cli.table import IndicatorRow, Row


class Breakdown(Enum):
    """What the money is broken down by; the values are those of the command line."""

    STRUCTURE = "structure"
    YEAR = "year"
    AXIS = "axe"


class Choice(NamedTuple):
    """How a plan is looked at.

    `depth` is how many levels below the whole, or below the code, are told, None for all headings;
    `years` are the only columns of years, all where there are none; `by` is None for the tree,
    which tells the targets of indicators too where `targets` does.
    """

    depth: int | None = None
    years: tuple[str, ...] = ()
    by: Breakdown | None = None
    targets: bool = False


class Subject(NamedTuple):
    """What one code stands for: a branch of the budget, a row of tableau 1, or an indicator.

    A code that the framework alone has stands for its `measures`, as a branch does for those that
    measure it.
    """

    node: str
    branch: Branch | None = None
    summary: Row | None = None
    indicator: IndicatorRow | None = None
    measures: tuple[Measure, ...] = ()


class Viewed(NamedTuple):
    """A plan that was checked, seen whole, with what of it is looked at.

    `subjects` are what the code asked for stands for, more than one where it is there twice; none
    where the whole is meant. `measures` are all results of the framework.
    """

    checked: Checked
    overview: Overview
    recomputed: Recomputed
    measures: tuple[Measure, ...]
    choice: Choice = Choice()
    subjects: tuple[Subject, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the columns of amounts that are told: years, and the total."""
        *years, total = self.overview.columns
        asked = self.choice.years
        return (*(year for year in years if not asked or year in asked), total)

    @property
    def root(self) -> Branch:
        """Return the branch that is broken down: the one asked for, else the whole."""
        branches = (subject.branch for subject in self.subjects)
        return next((each for each in branches if each), self.overview.whole)
