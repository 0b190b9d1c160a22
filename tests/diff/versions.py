"""Versions of a plan and its framework drawn at random: a first one, and edits of it.

The first one may be faulty itself: edits are put into it too. Wordings and codes come from short
lists, so that many rows look alike or have the same code.
"""

import copy
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from hypothesis import strategies as st

from pan_tp_cli import french_numbers
from tests.projects import Read, read
from tests.small_plans import Tree, written

WORDINGS = (
    "Former les juges",
    "Former les juges et les greffiers",
    "Former 20 juges et greffiers",
    "former les juges.",
    "Doter les centres d'accueil",
    "…",
)
YEARS = ("2023", "2024", "2025")
AMOUNTS = (0, 500_000, 1_000_000, 2_500_000, 5_000_000)
BELOW = ("objectifs", "actions", "activites")
RESULTS = ("effets", "produits")
FIGURES = (*AMOUNTS, None, "50 000 00")


class Version(NamedTuple):
    """A plan and its framework, as mappings and lists."""

    plan: Tree
    framework: Tree

    def read(self) -> Read:
        """Return the version as from its files."""
        return read(written(self.plan), written(self.framework))


Edit = Callable[[st.DrawFn, Version], None]


# --- a first version --------------------------------------------------------------------------


@st.composite
def firsts(draw: st.DrawFn) -> Version:
    """Draw a version whose sums are right."""
    years = list(YEARS[: draw(st.integers(1, 3))])
    axes = [_heading(draw, f"{rank}", BELOW, years) for rank in range(1, draw(st.integers(2, 4)))]
    plan: Tree = {"format": "pan-tp/plan-1", "annees": list(map(int, years)), "axes": axes}
    whole = _sums([axis.get("budget") or _sums(_rows(axis), years) for axis in axes], years)
    if draw(st.booleans()):
        words = french_numbers.spell(whole["total"])
        plan["total_general"] = {"chiffres": whole["total"], "lettres": words}
    if draw(st.booleans()):
        lines = [{"axe": axis["code"], **_sums(_rows(axis), years)} for axis in axes]
        plan["recapitulatif"] = {"axes": lines, "total": whole}
    return Version(plan, _framework(draw, years))


def _heading(draw: st.DrawFn, code: str, levels: tuple[str, ...], years: list[str]) -> Tree:
    level = draw(st.sampled_from(levels))
    below = levels[levels.index(level) + 1 :]
    ranks = range(1, draw(st.integers(1, 3)) + 1)
    if below:
        children = [_heading(draw, f"{code}.{rank}", below, years) for rank in ranks]
    else:
        children = [_row(draw, f"{code}-{rank:02d}", years) for rank in ranks]
    heading: Tree = {"code": code, "intitule": draw(st.sampled_from(WORDINGS)), level: children}
    if draw(st.booleans()):
        heading["budget"] = _sums(_rows(heading), years)
    return heading


def _row(draw: st.DrawFn, code: str, years: list[str]) -> Tree:
    budget: Tree = {year: draw(st.sampled_from(AMOUNTS)) for year in years}
    if draw(st.booleans()):
        budget["total"] = sum(budget.values())
    return {"id": code, "intitule": draw(st.sampled_from(WORDINGS)), "budget": budget}


def _rows(heading: Tree) -> list[Tree]:
    """Return the budgets of all activities below a heading."""
    found = [row["budget"] for row in heading.get("activites", ())]
    below = (each for key in BELOW[:2] for each in heading.get(key, ()))
    return [*found, *(budget for each in below for budget in _rows(each))]


def _sums(budgets: list[Tree], years: list[str]) -> Tree:
    sums = {year: sum(budget[year] for budget in budgets) for year in years}
    return {**sums, "total": sum(sums.values())}


def _framework(draw: st.DrawFn, years: list[str]) -> Tree:
    axes = []
    for rank in range(1, draw(st.integers(2, 3))):
        kind = draw(st.sampled_from(RESULTS))
        results = [
            _result(draw, f"{rank}.{number}", years) for number in range(1, draw(st.integers(2, 3)))
        ]
        axes.append({"code": str(rank), "intitule": draw(st.sampled_from(WORDINGS)), kind: results})
    return {"format": "pan-tp/indicateurs-1", "annees": list(map(int, years)), "axes": axes}


def _result(draw: st.DrawFn, code: str, years: list[str]) -> Tree:
    indicators = [
        _indicator(draw, f"P{code}-{rank}", years) for rank in range(1, draw(st.integers(2, 3)))
    ]
    wording = draw(st.sampled_from(WORDINGS))
    return {"code": code, "intitule": wording, "indicateurs": indicators}


def _indicator(draw: st.DrawFn, code: str, years: list[str]) -> Tree:
    targets = {year: draw(st.sampled_from((0, 5, 10))) for year in years}
    said: Tree = {"total": sum(targets.values())} if draw(st.booleans()) else {}
    wording = draw(st.sampled_from(WORDINGS))
    return {"id": code, "intitule": wording, "unite": "nombre", "cibles": targets, **said}


# --- where its nodes are ----------------------------------------------------------------------


def lists(version: Version, *keys: str) -> list[list[Tree]]:
    """Return every list of nodes below one of some keys, in the order of the files."""
    return [each for tree in version for each in _lists(tree, keys)]


def _lists(tree: Tree, keys: tuple[str, ...]) -> Iterator[list[Tree]]:
    for key in ("axes", *BELOW, *RESULTS, "indicateurs"):
        listed = tree.get(key)
        if isinstance(listed, list) and all(isinstance(each, dict) for each in listed):
            if key in keys:
                yield listed
            for child in listed:
                yield from _lists(child, keys)


def nodes(version: Version) -> list[Tree]:
    """Return every node with a wording."""
    every = lists(version, "axes", *BELOW, *RESULTS, "indicateurs")
    return [node for listed in every for node in listed]


def budgets(version: Version) -> list[Tree]:
    """Return the amounts of every row and heading that prints any."""
    return [node["budget"] for node in nodes(version) if node.get("budget")]


def amounts(version: Version) -> list[Tree]:
    """Return every mapping that holds figures by year."""
    targets = [node["cibles"] for node in nodes(version) if "cibles" in node]
    summary = version.plan.get("recapitulatif", {"axes": ()})
    total = [summary["total"]] if "total" in summary else []
    return [*budgets(version), *targets, *summary["axes"], *total]


def _name(node: Tree) -> str:
    return "id" if "id" in node else "code"


# --- edits ------------------------------------------------------------------------------------


def _one(draw: st.DrawFn, items: list[Any]) -> Any:
    return draw(st.sampled_from(items)) if items else None


def _reword(draw: st.DrawFn, version: Version) -> None:
    node = _one(draw, nodes(version))
    other = draw(st.sampled_from((*WORDINGS, node["intitule"] + " du Sud")))
    node["intitule"] = other[:100]


def _recode(draw: st.DrawFn, version: Version) -> None:
    node = _one(draw, nodes(version))
    code = draw(st.sampled_from((node[_name(node)] + "9", "1", "1.1", "1.1-01", "P1.1-1")))
    node[_name(node)] = code[-20:]


def _swap(draw: st.DrawFn, version: Version) -> None:
    """Let two nodes swap their wordings, codes or figures."""
    one, other = _one(draw, nodes(version)), _one(draw, nodes(version))
    for names in ((_name(one), _name(other)), ("intitule",) * 2, ("budget",) * 2):
        if draw(st.booleans()) and names[0] in one and names[1] in other:
            one[names[0]], other[names[1]] = other[names[1]], one[names[0]]


def _rebudget(draw: st.DrawFn, version: Version) -> None:
    table = _one(draw, amounts(version))
    if table is None:  # earlier edits may have left no figure at all
        return
    column = draw(st.sampled_from([key for key in table if key not in ("axe", "part")]))
    table[column] = draw(st.sampled_from(FIGURES))


def _print_total(draw: st.DrawFn, version: Version) -> None:
    """Leave out the total of a row that prints one, or print one."""
    budget = _one(draw, budgets(version))
    if budget and not budget.pop("total", None):
        budget["total"] = draw(st.sampled_from(FIGURES))


def _add(draw: st.DrawFn, version: Version) -> None:
    """Add a row like another one: the same again, or with another code."""
    listed = _one(draw, lists(version, *BELOW, "indicateurs"))
    if listed:
        node = copy.deepcopy(_one(draw, listed))
        if draw(st.booleans()):
            node[_name(node)] = draw(st.sampled_from(("1-07", "1.1-08", "9")))
            node["intitule"] = draw(st.sampled_from(WORDINGS))
        listed.insert(draw(st.integers(0, len(listed))), node)


def _remove(draw: st.DrawFn, version: Version) -> None:
    listed = _one(draw, [each for each in lists(version, *BELOW, "indicateurs") if each])
    if listed:
        listed.pop(draw(st.integers(0, len(listed) - 1)))


def _move(draw: st.DrawFn, version: Version) -> None:
    key = draw(st.sampled_from((*BELOW, "indicateurs")))
    every = lists(version, key)
    source = _one(draw, [each for each in every if each])
    if source:
        node = source.pop(draw(st.integers(0, len(source) - 1)))
        goal = _one(draw, lists(version, key))
        goal.insert(draw(st.integers(0, len(goal))), node)


def _reorder(draw: st.DrawFn, version: Version) -> None:
    _one(draw, lists(version, "axes", *BELOW, "indicateurs")).reverse()


def _subtotal(draw: st.DrawFn, version: Version) -> None:
    """Take a subtotal, tableau 1 or the announced total away."""
    plan = version.plan
    headings = [node for node in nodes(version) if "code" in node and "budget" in node]
    key = draw(st.sampled_from(("budget", "recapitulatif", "total_general")))
    (_one(draw, headings) or plan if key == "budget" else plan).pop(key, None)


def _announce(draw: st.DrawFn, version: Version) -> None:
    total = draw(st.sampled_from((1_000_000, 2_500_000)))
    words = draw(st.sampled_from((french_numbers.spell(total), "Un million", "à préciser")))
    version.plan["total_general"] = {"chiffres": total, "lettres": words}


def _other_years(draw: st.DrawFn, version: Version) -> None:
    """Put the plan into other years, or only its last one."""
    older = version.plan["annees"]
    newer = [*older[:-1], older[-1] + 1] if draw(st.booleans()) else [older[0] - 1, *older]
    version.plan["annees"] = newer
    summary = version.plan.get("recapitulatif", {"axes": ()})
    total = [summary["total"]] if "total" in summary else []
    for table in (*budgets(version), *summary["axes"], *total):
        for year in map(str, older):
            if int(year) not in newer:
                table[str(newer[-1])] = table.pop(year)
        for year in map(str, newer):
            if year not in table:
                table[year] = draw(st.sampled_from(AMOUNTS))


def _say(draw: st.DrawFn, version: Version) -> None:
    """Say something else beside the figures of a row."""
    node = _one(draw, nodes(version))
    kinds = {"responsable": ("CNCLTPPA", "DNDS"), "note": ("à vérifier", "vu")}
    if "budget" in node and "id" in node:
        kinds["quantite"] = (1, 20)  # type: ignore[assignment]
        kinds["indicateurs"] = (["P1.1-1"], ["P1.1-1", "P1.1-2"])  # type: ignore[assignment]
    if "cibles" in node:
        kinds["sources"] = (["Enquête"], ["Enquête", "Rapport"])  # type: ignore[assignment]
        kinds["reference"] = (3, "N/A")  # type: ignore[assignment]
    if "id" not in node:
        kinds = {"intitule": WORDINGS[:2]}
    key = draw(st.sampled_from(sorted(kinds)))
    node[key] = draw(st.sampled_from(kinds[key]))


EDITS: tuple[Edit, ...] = (
    _reword,
    _recode,
    _swap,
    _rebudget,
    _print_total,
    _add,
    _remove,
    _move,
    _reorder,
    _subtotal,
    _announce,
    _other_years,
    _say,
)


@st.composite
def edited(draw: st.DrawFn, version: Version, most: int = 6) -> Version:
    """Draw edits of a version."""
    other = copy.deepcopy(version)
    for edit in draw(st.lists(st.sampled_from(EDITS), min_size=1, max_size=most)):
        edit(draw, other)
    return other


@st.composite
def faulty(draw: st.DrawFn) -> Version:
    """Draw a version with faults: sums that are wrong or missing, the same code or row twice."""
    return draw(edited(draw(firsts()), 3))


@st.composite
def twos(draw: st.DrawFn) -> tuple[Version, Version]:
    """Draw a version and another one, made of it by edits."""
    first = draw(faulty())
    return first, draw(edited(first))


@st.composite
def repeated(draw: st.DrawFn) -> Version:
    """Draw a version with several rows of one code and wording, and edits among them."""
    version = draw(firsts())
    for _ in range(draw(st.integers(1, 4))):
        listed = _one(draw, [each for each in lists(version, *BELOW, "indicateurs") if each])
        listed.append(copy.deepcopy(_one(draw, listed)))
        draw(st.sampled_from((_rebudget, _say, _move)))(draw, version)
    return version


@st.composite
def shuffled(draw: st.DrawFn, version: Version) -> Version:
    """Draw a version with its rows in any other order."""
    other = copy.deepcopy(version)
    for listed in lists(other, "axes", *BELOW, *RESULTS, "indicateurs"):
        listed[:] = draw(st.permutations(listed))
    if "recapitulatif" in other.plan:
        axes = other.plan["recapitulatif"]["axes"]
        axes[:] = draw(st.permutations(axes))
    return other
