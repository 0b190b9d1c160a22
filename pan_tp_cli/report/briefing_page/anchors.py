"""Where links of a page lead: rows of the budget, findings, and the axis that each belongs to."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from pan_tp_cli.finding import Located
from pan_tp_cli.overview import Overview
from pan_tp_cli.place import Place, Role
from pan_tp_cli.project import Project
from pan_tp_cli.repair import Change

SUMMARY: Final = "tableau-1"
AXES: Final = "axes"


class Anchors(NamedTuple):
    """The identifiers of a page.

    `rows` are by the route of a row of the budget, `findings` by the identity of a finding, and
    `wrong` are, by the place of a cell, the findings that say it is wrong: those that stand there,
    and those whose surest repair changes it.
    """

    rows: Mapping[Place, str]
    findings: Mapping[int, str]
    wrong: Mapping[Place, tuple[Located, ...]]


def anchors(seen: Overview, found: Iterable[Located]) -> Anchors:
    """Name all rows by their rank in the plan, and findings by fingerprint and rank."""
    rows = {
        branch.row.entry.place(): f"n-{rank}"
        for rank, branch in enumerate(seen.whole.walk())
        if branch.row
    }
    names: dict[int, str] = {}
    times: dict[str, int] = {}
    wrong: dict[Place, list[Located]] = {}
    for located in found:
        fingerprint = located.finding.fingerprint
        times[fingerprint] = rank = times.get(fingerprint, 0) + 1
        names[id(located)] = f"c-{fingerprint}" + (f"-{rank}" if rank > 1 else "")
        if located.waiver is None:
            for place in wrong_places(located):
                wrong.setdefault(place, []).append(located)
    return Anchors(rows, names, {place: tuple(each) for place, each in wrong.items()})


def wrong_places(located: Located) -> list[Place]:
    """Return the cells that a finding asks to correct: by its surest repair, or where it stands."""
    finding = located.finding
    changes: tuple[Change, ...] = ()
    if finding.repairs and finding.sure:
        changes = finding.repairs[0].changes
    return list(dict.fromkeys(change.place for change in changes)) or [finding.place]


def row_of(place: Place, rows: Mapping[Place, str]) -> str | None:
    """Return the identifier of the row of the budget that a place is in; None for any other."""
    for length in range(len(place.route), 1, -1):
        name = rows.get(Place(place.role, place.route[:length]))
        if name is not None:
            return name
    return None


def axis_of(place: Place, project: Project) -> str:
    """Return the code of the axis that a place of either table belongs to; "" for the rest."""
    if place.role in (Role.PLAN, Role.INDICATORS) and place.route[:1] == (AXES,):
        index = place.route[1] if len(place.route) > 1 else None
        return _code(place.role, index, project) if isinstance(index, int) else ""
    summary = project.summary.rows if place.role is Role.PLAN and project.summary else ()
    inside = (code for code, row in summary if within(place, row.entry.place()))
    return next(inside, "")


def _code(role: Role, index: int, project: Project) -> str:
    if role is Role.PLAN:
        return project.axes[index].entry.node
    return project.framework.axes[index].code if project.framework else ""


def within(place: Place, other: Place) -> bool:
    """Tell whether a place is another one, or in it."""
    return place.role is other.role and place.route[: len(other.route)] == other.route
