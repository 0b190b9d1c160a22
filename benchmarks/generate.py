"""Synthetic plans of any size, in the shape of a real one and arithmetically right, or nearly.

    python -m benchmarks.generate ACTIVITIES FOLDER [--faults SHARE] [--plans NUMBER]

writes ``plan.yaml`` and ``indicators.yaml`` with that many activities (and seven indicators for
twelve activities), the same for the same number. SHARE of the activities, 0.01 for one in a
hundred, have one wrong figure, which no total follows; how many is printed. With NUMBER a portfolio
is written: so many plans, no two alike, in folders of their own.
"""

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

YEARS = (2026, 2027, 2028, 2029, 2030)
WORDS = [
    "renforcer",
    "former",
    "auditer",
    "équiper",
    "évaluer",
    "informer",
    "publier",
    "coordonner",
    "suivi",
    "formation",
    "atelier",
    "données",
    "registre",
    "mission",
    "appui",
    "contrôle",
    "réforme",
    "décret",
    "national",
    "régional",
    "local",
    "victimes",
    "acteurs",
    "structures",
]
ACTIVITIES_PER_ACTION = 6
ACTIONS_PER_OBJECTIVE = 2
AXES = 4


class Node(NamedTuple):
    """A node of the plan: its code, wording, amounts per year, and the nodes below it."""

    code: str
    label: str
    amounts: tuple[int, ...]
    children: tuple["Node", ...] = ()


def label(chance: random.Random) -> str:
    """Return a wording of nine words."""
    return " ".join(chance.choices(WORDS, k=9)).capitalize()


def parent(code: str, children: Sequence[Node], chance: random.Random) -> Node:
    """Return a heading whose amounts are the sums of its children's."""
    amounts = tuple(map(sum, zip(*(child.amounts for child in children), strict=True)))
    return Node(code, label(chance), amounts, tuple(children))


def plan_tree(activities: int, seed: int = 1) -> list[Node]:
    """Return the axes of a plan with that many activities."""
    chance = random.Random(seed)
    leaves = iter(
        [tuple(chance.randrange(0, 90_000_000, 500) for _ in YEARS) for _ in range(activities)]
    )
    actions = max(AXES, -(-activities // ACTIVITIES_PER_ACTION))
    objectives = max(AXES, -(-actions // ACTIONS_PER_OBJECTIVE))
    axes = []
    for axis in range(AXES):
        below: list[Node] = []
        for objective in share(objectives, axis):
            code = f"{axis + 1}.{len(below) + 1}"
            listed: list[Node] = []
            for action in share(actions, objective, objectives):
                action_code = f"{code}.{len(listed) + 1}"
                rows = [
                    Node(f"{action_code}-{row + 1:02d}", label(chance), next(leaves))
                    for row, _ in enumerate(share(activities, action, actions))
                ]
                if rows:
                    listed.append(parent(action_code, rows, chance))
            if listed:
                below.append(parent(code, listed, chance))
        axes.append(parent(str(axis + 1), below, chance))
    return axes


def share(items: int, part: int, parts: int = AXES) -> range:
    """Return the items that fall to one of several equal parts."""
    return range(items * part // parts, items * (part + 1) // parts)


def amounts(values: Sequence[int], total: int) -> str:
    """Write a row of amounts as a flow mapping, in groups of three."""
    cells = [f"{year}: {value:,}" for year, value in zip(YEARS, values, strict=True)]
    cells.append(f"total: {total:,}")
    return "{" + ", ".join(cells).replace(",", " ").replace("  ", ", ") + "}"


class Typist:
    """Writes figures as they are, but for a share of the rows, in which one of them is mistyped."""

    def __init__(self, share: float, seed: int = 3) -> None:
        self._share = share
        self._chance = random.Random(seed)
        self.faults = 0

    def row(self, values: Sequence[int]) -> str:
        """Write the amounts of a row and their total, a figure of which may be wrong."""
        cells = [*values, sum(values)]
        if self._share and self._chance.random() < self._share:
            self.faults += 1
            rank = self._chance.randrange(len(cells))
            cells[rank] = self._mistyped(cells, rank)
        return amounts(cells[:-1], cells[-1])

    def _mistyped(self, cells: Sequence[int], rank: int) -> int:
        """Return what a slip makes of a figure: ten times, the neighbour's, a digit off, or any."""
        was, neighbour = cells[rank], cells[rank - 1]
        digit = int(10 ** self._chance.randrange(3, 7))
        slips = [was * 10, neighbour, was + digit, self._chance.randrange(0, 90_000_000, 500)]
        return next(slip for slip in self._chance.sample(slips, 4) if slip != was)


def plan_lines(axes: Sequence[Node], typist: Typist | None = None) -> Iterator[str]:
    """Yield the lines of a plan.yaml."""
    yield "format: pan-tp/plan-1"
    yield "titre: Plan synthétique"
    yield f"annees: {list(YEARS)}"
    yield "axes:"
    for axis in axes:
        yield from node_lines(axis, LEVELS, "  ", typist or Typist(0))


LEVELS = ("objectifs", "actions", "activites")


def node_lines(node: Node, levels: tuple[str, ...], indent: str, typist: Typist) -> Iterator[str]:
    """Yield the lines of a node and of all below it."""
    yield f"{indent}- {'code' if levels else 'id'}: {node.code}"
    yield f"{indent}  intitule: {node.label}"
    if levels:
        yield f"{indent}  budget: {amounts(node.amounts, sum(node.amounts))}"
        yield f"{indent}  {levels[0]}:"
        for child in node.children:
            yield from node_lines(child, levels[1:], indent + "    ", typist)
    else:
        yield f"{indent}  responsable: CNCLTPPA"
        yield f"{indent}  budget: {typist.row(node.amounts)}"


def framework_lines(axes: Sequence[Node], seed: int = 2) -> Iterator[str]:
    """Yield the lines of an indicators.yaml that goes with a plan: an output for each action."""
    chance = random.Random(seed)
    yield "format: pan-tp/indicateurs-1"
    yield f"annees: {list(YEARS)}"
    yield "axes:"
    for axis in axes:
        yield from heading_lines(axis, "  ")
        yield "    objectifs:"
        for objective in axis.children:
            yield from heading_lines(objective, "      ")
            yield "        effets:"
            yield from heading_lines(objective, "          ")
            yield from indicators(f"E{objective.code}", 1, "            ", chance)
            yield "        actions:"
            for action in objective.children:
                yield from heading_lines(action, "          ")
                yield "            produits:"
                yield from heading_lines(action, "              ")
                number = max(1, len(action.children) * 6 // 10)
                yield from indicators(f"P{action.code}", number, "                ", chance)


def heading_lines(node: Node, indent: str) -> Iterator[str]:
    """Yield the lines of an item that has a code and a wording."""
    yield f"{indent}- code: {node.code}"
    yield f"{indent}  intitule: {node.label}"


def indicators(stem: str, number: int, indent: str, chance: random.Random) -> Iterator[str]:
    """Yield the lines of the indicators of a result."""
    yield f"{indent}indicateurs:"
    for rank in range(1, number + 1):
        targets = [chance.randrange(1, 200) for _ in YEARS]
        cells = ", ".join(f"{year}: {n}" for year, n in zip(YEARS, targets, strict=True))
        yield f"{indent}  - id: {stem}-{rank}"
        yield f"{indent}    intitule: {label(chance)}"
        yield f"{indent}    unite: nombre"
        yield f"{indent}    cibles: {{{cells}}}"
        yield f"{indent}    total: {sum(targets)}"
        yield f"{indent}    sources: [Rapport annuel]"
        yield f"{indent}    responsable: CNCLTPPA"
        yield f"{indent}    partenaires: [OSC]"


def put(lines: Iterable[str], file: Path) -> None:
    """Write lines into a file, without holding them all."""
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in lines)


def write(activities: int, folder: Path, faults: float = 0, seed: int = 1) -> int:
    """Write a plan and its framework into a folder; return how many figures are wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    axes, typist = plan_tree(activities, seed), Typist(faults, seed)
    put(plan_lines(axes, typist), folder / "plan.yaml")
    put(framework_lines(axes, seed), folder / "indicators.yaml")
    return typist.faults


def portfolio(plans: int, activities: int, folder: Path, faults: float = 0) -> None:
    """Write plans into folders of their own."""
    for number in range(1, plans + 1):
        write(activities, folder / f"{number:05d}", faults, seed=number)


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("activities", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--faults", type=float, default=0)
    parser.add_argument("--plans", type=int, default=0)
    asked = parser.parse_args()
    if asked.plans:
        portfolio(asked.plans, asked.activities, asked.folder, asked.faults)
    else:
        print(write(asked.activities, asked.folder, asked.faults))


if __name__ == "__main__":
    main()
