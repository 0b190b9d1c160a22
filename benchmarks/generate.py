"""Synthetic plans of any size, in the shape of a real one and arithmetically right.

    python -m benchmarks.generate 10000 FOLDER

writes ``plan.yaml`` and ``indicators.yaml`` with that many activities (and seven indicators for
ten activities), the same for the same number.
"""

import random
import sys
from collections.abc import Iterator, Sequence
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


def amounts(values: Sequence[int], total: bool = True) -> str:
    """Write a row of amounts as a flow mapping, in groups of three."""
    cells = [f"{year}: {value:,}" for year, value in zip(YEARS, values, strict=True)]
    if total:
        cells.append(f"total: {sum(values):,}")
    return "{" + ", ".join(cells).replace(",", " ").replace("  ", ", ") + "}"


def plan_lines(axes: Sequence[Node]) -> Iterator[str]:
    """Yield the lines of a plan.yaml."""
    yield "format: pan-tp/plan-1"
    yield "titre: Plan synthétique"
    yield f"annees: {list(YEARS)}"
    yield "axes:"
    for axis in axes:
        yield from node_lines(axis, ("objectifs", "actions", "activites"), "  ")


def node_lines(node: Node, levels: tuple[str, ...], indent: str) -> Iterator[str]:
    """Yield the lines of a node and of all below it."""
    yield f"{indent}- {'code' if levels else 'id'}: {node.code}"
    yield f"{indent}  intitule: {node.label}"
    if not levels:
        yield f"{indent}  responsable: CNCLTPPA"
    yield f"{indent}  budget: {amounts(node.amounts)}"
    if levels:
        yield f"{indent}  {levels[0]}:"
        for child in node.children:
            yield from node_lines(child, levels[1:], indent + "    ")


def indicator_lines(indicators: int, seed: int = 2) -> Iterator[str]:
    """Yield the lines of an indicators.yaml."""
    chance = random.Random(seed)
    yield "format: pan-tp/indicateurs-1"
    yield f"annees: {list(YEARS)}"
    yield "axes:"
    yield "  - code: 1"
    yield "    intitule: Axe unique"
    yield "    produits:"
    for number in range(1, indicators + 1):
        targets = [chance.randrange(1, 200) for _ in YEARS]
        cells = ", ".join(f"{year}: {n}" for year, n in zip(YEARS, targets, strict=True))
        yield f"      - code: 1.1.{number}"
        yield f"        intitule: {label(chance)}"
        yield "        indicateurs:"
        yield f"          - id: P1.1.{number}-1"
        yield f"            intitule: {label(chance)}"
        yield "            unite: nombre"
        yield f"            cibles: {{{cells}}}"
        yield f"            total: {sum(targets)}"


def write(activities: int, folder: Path) -> None:
    """Write a plan and its framework into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    plan = "\n".join(plan_lines(plan_tree(activities))) + "\n"
    (folder / "plan.yaml").write_text(plan, encoding="utf-8")
    framework = "\n".join(indicator_lines(max(1, activities * 7 // 10))) + "\n"
    (folder / "indicators.yaml").write_text(framework, encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
