"""The catalogue: one file per rule, found by its place and name, never listed by hand."""

import os
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pan_tp_cli.rule import Rule

SUFFIX: Final = ".py"


@cache  # it looks through folders, and every command asks several times
def identifiers() -> tuple[str, ...]:
    """Return the identifier of every rule, sorted, without loading any of them."""
    families = (entry for entry in os.scandir(__path__[0]) if entry.is_dir())
    modules = (
        f"{family.name}.{file.name.removesuffix(SUFFIX)}"
        for family in families
        for file in os.scandir(family)  # pkgutil takes four times as long
        if file.name.endswith(SUFFIX) and not file.name.startswith("_")
    )
    return tuple(sorted(module.replace("_", "-") for module in modules))


OF_WAIVERS = "derogation"
"""The family of rules that look at the waivers beside a plan, and not at the plan."""


def of_plans() -> tuple[str, ...]:
    """Return the identifiers of the rules that look at the plan and its framework."""
    return tuple(rule for rule in identifiers() if not rule.startswith(f"{OF_WAIVERS}."))


class UnknownRuleError(Exception):
    """A rule or family that the catalogue does not have; `near` is the most alike one, or ""."""

    def __init__(self, name: str, near: str, families: Iterable[str]) -> None:
        super().__init__(name)
        self.name = name
        self.near = near
        self.families = tuple(sorted(families))


def choose(select: Sequence[str], ignore: Sequence[str]) -> tuple[str, ...]:
    """Return the identifiers of the rules to apply: those selected (all if none) not ignored.

    Both name rules or families. Raises UnknownRuleError.
    """
    known = identifiers()
    wanted = _named(select, known) if select else set(known)
    return tuple(sorted(wanted - _named(ignore, known)))


def _named(names: Sequence[str], known: Sequence[str]) -> set[str]:
    families = {identifier.partition(".")[0] for identifier in known}
    chosen: set[str] = set()
    for name in names:
        if name not in families and name not in known:
            from difflib import get_close_matches  # needed only for a wrong name

            near = get_close_matches(name, [*families, *known], 1)
            raise UnknownRuleError(name, near[0] if near else "", families)
        chosen |= {rule for rule in known if name in (rule, rule.partition(".")[0])}
    return chosen


def load(wanted: Iterable[str]) -> "tuple[Rule, ...]":
    """Load rules by identifier, in the order given."""
    return tuple(_load(identifier) for identifier in wanted)


def _load(identifier: str) -> "Rule":
    module = import_module(f"{__name__}.{identifier.replace('-', '_')}")
    rule: Rule = module.RULE
    return rule
