"""Small plans whose sums are right, alterations of them, and repairs put into them."""

import copy
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from hypothesis import strategies as st

from pan_tp_cli import engine, french_numbers, rules
from pan_tp_cli.attribution import Attribution
from pan_tp_cli.diagnosis.diagnose import diagnose
from pan_tp_cli.finding import Finding
from pan_tp_cli.message import Message
from pan_tp_cli.money import Percent
from pan_tp_cli.place import Route
from pan_tp_cli.repair import Change, Pattern, Repair
from pan_tp_cli.rule import Rule
from tests.projects import Read, read

Tree = dict[str, Any]
"""A plan.yaml as mappings and lists; amounts are whole numbers, None where the cell is blank."""

CATALOGUE = rules.load(rules.identifiers())
TOTAL = "total"
AMOUNTS = [n * 500_000 for n in (0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 15, 20, 25, 36, 50, 84)]


def written(tree: Tree) -> str:
    """Write a plan as YAML."""
    return json.dumps(tree, ensure_ascii=False).replace("null", "~")


def opened(tree: Tree) -> Read:
    """Read a plan as from its file."""
    return read(written(tree))


def arithmetic(given: Read, catalogue: Sequence[Rule] = CATALOGUE) -> list[Finding]:
    """Return the findings of the diagnosis: those that violated equations lead to."""
    told = engine.evaluate_all(given.project, catalogue).told
    return list(Attribution(given.project, catalogue, diagnose(told)).findings())


def violated(given: Read) -> int:
    """Return how many equations do not hold."""
    return engine.evaluate_all(given.project, CATALOGUE).violated


# --- plans whose sums are right ---------------------------------------------------------------


def added(rows: Iterable[Tree], years: list[str]) -> Tree:
    """Return the budget of a heading: its years and total, summed over the rows below."""
    below = list(rows)
    budget = {year: sum(row["budget"][year] or 0 for row in below) for year in years}
    return {**budget, TOTAL: sum(budget.values())}


@st.composite
def plans(draw: st.DrawFn, shares: bool = False) -> Tree:
    """Draw a plan of axes, actions and activities, with tableau 1 and the announced total."""
    years = ["2023", "2024", "2025"][: draw(st.integers(2, 3))]
    with_totals = draw(st.booleans())
    axes = []
    for axis in range(1, draw(st.integers(1, 3)) + 1):
        actions = []
        for action in range(1, draw(st.integers(1, 3)) + 1):
            code = f"{axis}.{action}"
            rows = [
                _activity(draw, f"{code}-{row:02d}", years, with_totals)
                for row in range(1, draw(st.integers(1, 4)) + 1)
            ]
            actions.append(_heading(code, "activites", rows, years))
        axes.append(_heading(str(axis), "actions", actions, years))
    total = added(axes, years)
    announced = {"chiffres": total[TOTAL], "lettres": french_numbers.spell(total[TOTAL])}
    tree = {"format": "pan-tp/plan-1", "annees": list(map(int, years)), "total_general": announced}
    if draw(st.booleans()):
        tree["recapitulatif"] = {
            "axes": [{"axe": axis["code"], **axis["budget"]} for axis in axes],
            "total": total,
        }
    return {**tree, "axes": axes}


def _activity(draw: st.DrawFn, code: str, years: list[str], with_total: bool) -> Tree:
    amounts = {year: draw(st.sampled_from(AMOUNTS)) for year in years}
    total = {TOTAL: sum(amounts.values())} if with_total else {}
    return {"id": code, "intitule": f"Activité {code}", "budget": {**amounts, **total}}


def _heading(code: str, key: str, rows: list[Tree], years: list[str]) -> Tree:
    return {"code": code, "intitule": code, "budget": added(rows, years), key: rows}


# --- where its cells and rows are -------------------------------------------------------------


def headings(tree: Tree) -> Iterator[Tree]:
    """Yield every axis and action."""
    for axis in tree["axes"]:
        yield axis
        yield from axis["actions"]


def actions(tree: Tree) -> list[Tree]:
    """Return every action."""
    return [action for axis in tree["axes"] for action in axis["actions"]]


def amounts(tree: Tree) -> list[Route]:
    """Return the ways to all amounts."""
    return list(_amounts(tree, ()))


def _amounts(node: object, way: Route) -> Iterator[Route]:
    if isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, int) and (key.isdigit() or key in (TOTAL, "chiffres")):
                yield (*way, key)
            elif key != "annees":
                yield from _amounts(value, (*way, key))
    elif isinstance(node, list):
        for place, item in enumerate(node):
            yield from _amounts(item, (*way, place))


def at(tree: Tree, way: Route) -> Any:
    """Return what stands at the end of a way."""
    node: Any = tree
    for step in way:
        node = node[step]
    return node


# --- alterations ------------------------------------------------------------------------------


def with_amount(tree: Tree, way: Route, value: int | None) -> Tree:
    """Return a plan with another amount in one cell."""
    other = copy.deepcopy(tree)
    at(other, way[:-1])[way[-1]] = value
    return other


def mistyped(value: int) -> list[int]:
    """Return what an amount may be turned into by slips of the hand."""
    digits = str(value)
    slips = {value + 500_000, value * 1000, value // 10, int("9" + digits), 0}
    slips |= {
        int(digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :])
        for place in range(len(digits) - 1)
    }
    return sorted(slip for slip in slips - {value} if slip < 10**17)


@st.composite
def with_wrong_cells(draw: st.DrawFn, most: int = 3) -> tuple[Tree, int]:
    """Draw a plan with one to `most` wrong cells, and how many they are."""
    tree = draw(plans())
    ways = draw(st.lists(st.sampled_from(amounts(tree)), min_size=1, max_size=most, unique=True))
    for way in ways:
        tree = with_amount(tree, way, draw(st.sampled_from(mistyped(at(tree, way)))))
    return tree, len(ways)


@st.composite
def with_row_faults(draw: st.DrawFn, most: int = 1) -> tuple[Tree, int]:
    """Draw a plan with one to `most` rows missing, there twice or below a wrong heading."""
    tree = copy.deepcopy(draw(plans()))
    count = draw(st.integers(1, most))
    for number in range(count):
        crowded = [action for action in actions(tree) if len(action["activites"]) > 1]
        if not crowded:
            return tree, number
        source = draw(st.sampled_from(crowded))
        place = draw(st.integers(0, len(source["activites"]) - 1))
        kind = draw(st.sampled_from(("missing", "twice", "misplaced")))
        if kind == "twice":
            again = {
                **copy.deepcopy(source["activites"][place]),
                "id": f"{source['code']}-9{number}",
            }
            source["activites"].append(again)
            continue
        row = source["activites"].pop(place)
        if kind == "misplaced":
            draw(st.sampled_from(actions(tree)))["activites"].append(row)
    return tree, count


# --- repairs ----------------------------------------------------------------------------------


class Fact(NamedTuple):
    """What a finding says, without its words and places."""

    rule: str
    node: str
    column: str | None
    expected: object
    sure: bool
    repairs: frozenset[tuple[Pattern, frozenset[tuple[str, str | None, object]], float]]


def facts(findings: Iterable[Finding]) -> set[Fact]:
    """Return what findings say."""
    return {
        Fact(
            finding.rule,
            finding.node,
            finding.column,
            finding.expected,
            finding.sure,
            frozenset(
                (
                    repair.pattern,
                    frozenset((each.node, each.column, each.proposed) for each in repair.changes),
                    round(repair.share, 6),
                )
                for repair in finding.repairs
            ),
        )
        for finding in findings
    }


def repaired(tree: Tree, repairs: Iterable[Repair]) -> Tree:
    """Return a plan with repairs put into it: cells first, then rows."""
    chosen, other = list(repairs), copy.deepcopy(tree)
    for repair in chosen:
        for change in repair.changes:
            way = change.place.route
            at(other, way[:-1])[way[-1]] = _as_written(change)
    for repair in chosen:
        if not repair.changes:
            _mend_rows(other, repair)
    return other


def _as_written(change: Change) -> object:
    if change.place.route[-1] == "lettres":
        assert isinstance(change.proposed, int)
        return french_numbers.spell(change.proposed)
    if isinstance(change.proposed, Percent):
        assert change.proposed.decimals == 0
        return f"{change.proposed.units} %"
    return change.proposed


def _mend_rows(tree: Tree, repair: Repair) -> None:
    """Add a row that is missing, remove one that is there twice, or move one to its place."""
    said = repair.message.values
    if repair.pattern is Pattern.MISSING_ROW:
        assert isinstance(said["amounts"], tuple)
        parts = [each.values for each in said["amounts"] if isinstance(each, Message)]
        _put(tree, str(said["parent"]), {str(part["column"]): part["amount"] for part in parts})
        return
    row = next(
        action["activites"].pop(place)
        for action in actions(tree)
        for place, row in enumerate(action["activites"])
        if row["id"] == said["row"]
    )
    if repair.pattern is Pattern.MISPLACED_ROW:
        _rows_of(tree, str(said["home"])).append(row)


def _rows_of(tree: Tree, code: str) -> list[Tree]:
    heading = next(each for each in headings(tree) if each["code"] == code)
    rows: list[Tree] = heading["activites" if "activites" in heading else "actions"]
    return rows


def _put(tree: Tree, code: str, given: Tree) -> None:
    years = {str(year): 0 for year in tree["annees"]}
    if code == "recap:total":
        tree["recapitulatif"]["axes"].append({"axe": "9", **years, TOTAL: 0, **given})
        return
    rows = _rows_of(tree, code)
    name = "code" if "code" in rows[0] else "id"
    rows.append({name: f"{code}.99", "intitule": "Nouvelle", "budget": {**years, **given}})


def upside_down(tree: Tree) -> Tree:
    """Return a plan with all rows in the opposite order: each keeps its neighbours."""
    other = copy.deepcopy(tree)
    for heading in headings(other):
        heading["activites" if "activites" in heading else "actions"].reverse()
    other["axes"].reverse()
    if "recapitulatif" in other:
        other["recapitulatif"]["axes"].reverse()
    return other
