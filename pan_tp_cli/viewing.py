"""Looking at a plan that was checked: at the whole of it, or at what stands at one code."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from pan_tp_cli import amending, files
from pan_tp_cli.assembling import seen
from pan_tp_cli.checked import Checked
from pan_tp_cli.document import Node
from pan_tp_cli.fault import InputError
from pan_tp_cli.measures import Measure, measures
from pan_tp_cli.overview import WHOLE, Overview
from pan_tp_cli.source import read_document
from pan_tp_cli.viewed import Choice, Subject, Viewed

if TYPE_CHECKING:
    from pan_tp_cli.git.path import AnyPath

MOST_NEAR: Final = 4
LEAST_LIKENESS: Final = 0.5
SUMMARY: Final = "recapitulatif"


class UnknownCodeError(Exception):
    """A code that nothing in a plan has, with those that come nearest."""

    def __init__(self, code: str, near: Sequence[str]) -> None:
        super().__init__(code)
        self.code = code
        self.near = tuple(near)


def view(checked: Checked, code: str | None, choice: Choice) -> Viewed:
    """Return the whole of a plan, or what stands at a code. Raises UnknownCodeError.

    A code is known in small letters too.
    """
    overview = seen(checked)
    results = measures(checked.project)
    viewed = Viewed(checked, overview, amending.recompute(checked), results, choice)
    if code is None:
        return viewed
    known = tuple(subjects(checked, overview, results))
    for same in (str, str.casefold):
        asked = tuple(each for each in known if same(each.node) == same(code))
        if asked:
            return viewed._replace(subjects=asked)
    raise UnknownCodeError(code, _nearest(code, [each.node for each in known]))


def subjects(checked: Checked, overview: Overview, results: Sequence[Measure]) -> Iterator[Subject]:
    """Yield what every code stands for, in the order of the files."""
    of_heading: dict[str | None, list[Measure]] = {}
    of_code: dict[str, list[Measure]] = {}
    for each in results:
        of_heading.setdefault(each.heading, []).append(each)
        of_code.setdefault(each.result.entry.node, []).append(each)
    for branch in overview.whole.walk():
        of_code.pop(branch.node, None)
        yield Subject(branch.node, branch, measures=tuple(of_heading.get(branch.node, ())))
    for row in checked.project.summary_rows:
        yield Subject(row.entry.node, summary=row)
    for code, alone in of_code.items():
        yield Subject(code, measures=tuple(alone))
    for indicator in checked.project.indicators:
        yield Subject(indicator.entry.node, indicator=indicator)


def _nearest(code: str, known: Sequence[str]) -> list[str]:
    from difflib import get_close_matches  # needed only for a wrong code

    return list(dict.fromkeys(get_close_matches(code, known, MOST_NEAR, LEAST_LIKENESS)))


def codes(plan: "AnyPath | None", indicators: "AnyPath | None") -> Iterator[str]:
    """Yield the codes that files hold, whatever else is wrong with them; none is checked.

    Those of tableau 1 are ``recap:1`` and its like. A file that cannot be read holds none.

    Raises InputError for a folder that holds no plan.
    """
    paths = files.find(plan, indicators)
    for path in (paths.plan, paths.indicators):
        if path is None:
            continue
        with suppress(InputError):
            tree = read_document(files.read(path), str(path)).tree
            yield from _codes(tree)
            if path is paths.plan:
                yield from (*_summary_codes(tree), WHOLE)


def _codes(tree: Node) -> Iterator[str]:
    if isinstance(tree, dict):
        own = (tree.get(name) for name in ("code", "id"))
        yield from (code for code in own if isinstance(code, str))
    below = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    for each in below:
        yield from _codes(each)


def _summary_codes(tree: Node) -> Iterator[str]:
    summary = tree.get(SUMMARY) if isinstance(tree, dict) else None
    if not isinstance(summary, dict):
        return
    rows = summary.get("axes")
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict) and isinstance(row.get("axe"), str):
            yield f"recap:{row['axe']}"
    yield from (f"recap:{name}" for name in ("total", "parts") if name in summary)
