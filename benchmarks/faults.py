"""Plans spoilt on purpose: one kind of fault after another, each with what a reviewer should find.

Trees are those of a plan.yaml: mappings, sequences and raw texts. Faults of typing follow the
frequencies of S. Scholtus (2009), Automatic correction of simple typing errors in numerical data
with balance edits: of 152 errors, 112 replaced a digit, 15 omitted one, 14 interchanged two
neighbours and 11 added one.
"""

import copy
import json
import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

Tree = dict[str, Any]
LEVELS = ("objectifs", "actions", "activites")
TRIES = 100
SCHOLTUS = {"replaced": 112, "omitted": 15, "interchanged": 14, "added": 11}


class Cell(NamedTuple):
    """A printed cell of a tree: its node and column, and the mapping that holds it."""

    node: str
    column: str
    holder: Tree

    @property
    def value(self) -> int:
        """Return the amount, 0 where the cell is blank."""
        raw = self.holder[self.column]
        return 0 if raw is None else int(raw.replace(" ", ""))

    def put(self, value: int) -> None:
        """Write an amount into the cell, in groups of three."""
        self.holder[self.column] = f"{value:,}".replace(",", " ")


class Answer(NamedTuple):
    """What a reviewer should be told of one fault.

    Either a cell and its right value or, for a whole row, the pattern, the node concerned and,
    where a row is missing, its amounts.
    """

    node: str
    column: str | None = None
    right: int | None = None
    pattern: str | None = None
    amounts: dict[str, int] | None = None


class Case(NamedTuple):
    """A spoilt plan and its answers, one per fault."""

    plan: Tree
    answers: tuple[Answer, ...]


Spoil = Callable[[Tree, random.Random], Case | None]
"""Spoils a copy of a plan; None where the chosen place does not allow it."""


def text(tree: object) -> str:
    """Write a tree as YAML in one line, every text quoted."""
    if isinstance(tree, dict):
        inner = ", ".join(f"{json.dumps(key)}: {text(value)}" for key, value in tree.items())
        return f"{{{inner}}}"
    if isinstance(tree, list):
        return f"[{', '.join(map(text, tree))}]"
    return "~" if tree is None else json.dumps(tree, ensure_ascii=False)


def headings(tree: Tree) -> Iterator[Tree]:
    """Yield every axis, objective and action."""
    waiting = list(tree["axes"])
    while waiting:
        node = waiting.pop(0)
        yield node
        for level in LEVELS[:2]:
            waiting += node.get(level, [])


def activities(tree: Tree) -> list[Tree]:
    """Return every activity."""
    return [row for node in headings(tree) for row in node.get("activites", [])]


def cells(rows: Iterator[Tree] | Sequence[Tree], columns: str) -> list[Cell]:
    """Return the printed cells of rows that are above zero: ``years``, ``total`` or ``all``."""
    wanted = {"all": ("total", "years"), "total": ("total",), "years": ("years",)}[columns]
    found = [
        Cell(row.get("code") or row.get("id") or "", column, row["budget"])
        for row in rows
        for column in row.get("budget") or {}
        if ("total" if column == "total" else "years") in wanted
    ]
    return [cell for cell in found if cell.value]


def summary_cells(tree: Tree) -> list[Cell]:
    """Return the amounts of tableau 1 and of the announced total."""
    summary = tree["recapitulatif"]
    rows = [(f"recap:{row['axe']}", row) for row in summary["axes"]]
    rows.append(("recap:total", summary["total"]))
    found = [
        Cell(node, column, row)
        for node, row in rows
        for column in row
        if column.isdigit() or column == "total"
    ]
    return [cell for cell in found if cell.value]


def printed_totals(tree: Tree) -> list[Cell]:
    """Return every printed total, subtotal and cell of tableau 1."""
    return [
        *cells(headings(tree), "all"),
        *cells(activities(tree), "total"),
        *summary_cells(tree),
    ]


def leaves(tree: Tree) -> list[Cell]:
    """Return the years of the activities."""
    return cells(activities(tree), "years")


def mistyped(value: int, chance: random.Random) -> int:
    """Return an amount as a slip of the hand leaves it; the same where that kind cannot be made.

    The kind of slip is drawn once, its place until something changes.
    """
    kind = chance.choices(list(SCHOLTUS), list(SCHOLTUS.values()))[0]
    for _ in range(TRIES):
        wrong = _slipped(str(value), kind, chance)
        if wrong != value:
            return wrong
    return value


def _slipped(digits: str, kind: str, chance: random.Random) -> int:
    place = chance.randrange(len(digits))
    if kind == "replaced":
        return int(digits[:place] + str(chance.randrange(10)) + digits[place + 1 :])
    if kind == "omitted":
        return int(digits[:place] + digits[place + 1 :] or "0")
    if kind == "added":
        return int(digits[:place] + str(chance.randrange(10)) + digits[place:])
    return int(digits[:place] + digits[place : place + 2][::-1] + digits[place + 2 :])


def spoil_cells(
    choose: Callable[[Tree], list[Cell]],
    change: Callable[[int, random.Random], int] = mistyped,
    count: int = 1,
) -> Spoil:
    """Return what changes some cells, independently of one another."""

    def spoil(tree: Tree, chance: random.Random) -> Case | None:
        plan = copy.deepcopy(tree)
        answers = []
        for cell in chance.sample(choose(plan), count):
            right = cell.value
            wrong = change(right, chance)
            if wrong == right:
                return None
            cell.put(wrong)
            answers.append(Answer(cell.node, cell.column, right))
        return Case(plan, tuple(answers))

    return spoil


def scaled(value: int, chance: random.Random) -> int:
    """Return ten, a hundred or a thousand times an amount."""
    return value * chance.choice((10, 100, 1000))


def another(value: int, chance: random.Random) -> int:
    """Return another round amount, as a negotiation would settle on."""
    return max(500_000, value + chance.choice((-4, -3, -2, -1, 1, 2, 3, 4, 5, 10)) * 500_000)


def copied_neighbour(tree: Tree, chance: random.Random) -> Case | None:
    """Put into a year of an activity the amount of the year beside it."""
    plan = copy.deepcopy(tree)
    cell = chance.choice(leaves(plan))
    years = [column for column in cell.holder if column != "total"]
    place = years.index(cell.column) + chance.choice((-1, 1))
    if not 0 <= place < len(years):
        return None
    beside, right = Cell(cell.node, years[place], cell.holder), cell.value
    if beside.value == right or cell.holder[beside.column] is None:
        return None
    cell.put(beside.value)
    return Case(plan, (Answer(cell.node, cell.column, right),))


def swapped_columns(tree: Tree, chance: random.Random) -> Case | None:
    """Put two years of an activity in each other's place."""
    plan = copy.deepcopy(tree)
    cell = chance.choice(leaves(plan))
    other = chance.choice(cells([{"id": cell.node, "budget": cell.holder}], "years"))
    if other.value == cell.value:
        return None
    cell.holder[cell.column], other.holder[other.column] = (
        cell.holder[other.column],
        cell.holder[cell.column],
    )
    return Case(plan, (Answer(cell.node, pattern="swapped-cells"),))


def shifted_row(tree: Tree, chance: random.Random) -> Case | None:
    """Move the amounts of an activity one year later, the last one falling off."""
    plan = copy.deepcopy(tree)
    row = chance.choice(activities(plan))
    years = [column for column in row["budget"] if column != "total"]
    before = [Cell(row["id"], year, row["budget"]).value for year in years]
    after = [0, *before[:-1]]
    if sum(one != other for one, other in zip(before, after, strict=True)) < 3:
        return None
    for year, value in zip(years, after, strict=True):
        Cell(row["id"], year, row["budget"]).put(value)
    return Case(plan, (Answer(row["id"], pattern="shifted-columns"),))


def scaled_row(tree: Tree, chance: random.Random) -> Case | None:
    """Make a whole activity ten, a hundred or a thousand times as large."""
    plan = copy.deepcopy(tree)
    row = chance.choice(activities(plan))
    years = cells([row], "years")
    if len(years) < 2:
        return None
    factor = chance.choice((10, 100, 1000))
    for cell in [*years, *cells([row], "total")]:
        cell.put(cell.value * factor)
    return Case(plan, (Answer(row["id"], pattern="scaled-row"),))


def parents(tree: Tree) -> list[Tree]:
    """Return the headings that list activities, more than one each."""
    return [node for node in headings(tree) if len(node.get("activites", [])) > 1]


def renumber(node: Tree) -> None:
    """Give the activities of a heading new numbers, as one does who never saw the missing one."""
    for place, row in enumerate(node["activites"], start=1):
        row["id"] = f"{node['code']}-{place:02d}"


def missing_row(renumbered: bool) -> Spoil:
    """Return what takes an activity away, with or without a hole in the numbering."""

    def spoil(tree: Tree, chance: random.Random) -> Case | None:
        plan = copy.deepcopy(tree)
        places = [(node, row) for node in parents(plan) for row in node["activites"]]
        node, row = chance.choice(places)
        node["activites"] = [each for each in node["activites"] if each is not row]
        if renumbered:
            renumber(node)
        amounts = {cell.column: cell.value for cell in cells([row], "years")}
        answer = Answer(node["code"], pattern="missing-row", amounts=amounts)
        return Case(plan, (answer,))

    return spoil


def duplicated_row(tree: Tree, chance: random.Random) -> Case | None:
    """Put an activity in twice, the second time at the end of its action under a new number."""
    plan = copy.deepcopy(tree)
    places = [(node, row) for node in parents(plan) for row in node["activites"]]
    node, row = chance.choice(places)
    twin = copy.deepcopy(row)
    twin["id"] = f"{node['code']}-{len(node['activites']) + 1:02d}"
    node["activites"] = [*node["activites"], twin]
    return Case(plan, (Answer(twin["id"], pattern="duplicated-row"),))


def misplaced_row(tree: Tree, chance: random.Random) -> Case | None:
    """Put an activity below another action."""
    plan = copy.deepcopy(tree)
    node, other = chance.sample(parents(plan), 2)
    row = chance.choice(node["activites"])
    node["activites"] = [each for each in node["activites"] if each is not row]
    other["activites"] = [*other["activites"], row]
    return Case(plan, (Answer(row["id"], pattern="misplaced-row"),))


def above(tree: Tree, node: Tree) -> Tree:
    """Return the heading that lists another."""
    return next(
        each
        for each in headings(tree)
        for level in LEVELS[:2]
        if any(child is node for child in each.get(level, []))
    )


def late_change(tree: Tree, chance: random.Random) -> Case | None:
    """Change an activity and carry the change into its action, but no further."""
    plan = copy.deepcopy(tree)
    node = chance.choice(parents(plan))
    row = chance.choice(cells(node["activites"], "years"))
    delta = another(row.value, chance) - row.value
    if not delta:
        return None
    changed = [row, Cell(node["code"], row.column, node["budget"])]
    changed.append(Cell(node["code"], "total", node["budget"]))
    if "total" in row.holder:
        changed.append(Cell(row.node, "total", row.holder))
    for cell in changed:
        cell.put(cell.value + delta)
    return Case(plan, (Answer(above(plan, node)["code"], pattern="stale-totals"),))
