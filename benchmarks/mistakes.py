"""One mistake at a time in a plan, in whatever form a tool reads it, to see which tools see it."""

import re
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Final

from benchmarks import ledgers
from benchmarks.generate import Node


class Mistake(Enum):
    """What is wrong; the name of a level stands for an amount of its first heading."""

    SYNTAX = "syntax"
    TYPE = "type"
    ROW_TOTAL = "row total"
    ACTION = "action"
    OBJECTIVE = "objective"
    AXIS = "axis"
    HEADING_TOTAL = "heading total"


DEPTHS: Final = {Mistake.AXIS: 0, Mistake.OBJECTIVE: 1, Mistake.ACTION: 2}
LEDGER: Final = {
    Mistake.SYNTAX: (r"\Z", "2026-13-45 nothing\n"),
    Mistake.TYPE: (r"(  Expenses:\S+  )\d+", r"\1x"),
    Mistake.ROW_TOTAL: (r"(Equity:Budget  -)\d+", r"\g<1>7"),
    Mistake.HEADING_TOTAL: (r"(Equity:Totals  -)\d+", r"\g<1>7"),
}
TEXTS: Final = {
    ".yaml": {
        Mistake.SYNTAX: (r"titre: ", "titre: ["),
        Mistake.TYPE: (r"(responsable: \w+\n +budget: {\d+: )[0-9 ]+", r"\1x"),
        Mistake.ROW_TOTAL: (r"(responsable: \w+\n +budget: {.*total: )[0-9 ]+", r"\g<1>7"),
        Mistake.HEADING_TOTAL: (r"(total: )[0-9 ]+", r"\g<1>7"),
    },
    ".journal": LEDGER,
    ".beancount": LEDGER,
    ".csv": {
        Mistake.SYNTAX: (r",\d+\n\Z", "\n"),
        Mistake.TYPE: (r"\d+\n\Z", "x\n"),
        Mistake.ROW_TOTAL: (r"\d+\n\Z", "7\n"),
    },
}
"""For each form, what is found and what takes its place, once; a table has no headings."""


def misprinted(nodes: Sequence[Node], depth: int) -> list[Node]:
    """Return a plan in which the first node at a depth has 1 000 more in its first year."""
    first, *others = nodes
    if depth:
        changed = first._replace(children=tuple(misprinted(first.children, depth - 1)))
    else:
        changed = first._replace(amounts=(first.amounts[0] + 1_000, *first.amounts[1:]))
    return [changed, *others]


def spoil(text: str, form: str, mistake: Mistake) -> str:
    """Return the text of a form with a mistake, or as it is where the form has no such place."""
    wanted = TEXTS[form].get(mistake)
    return re.sub(*wanted, text, count=1) if wanted else text


def write(axes: Sequence[Node], folder: Path, mistake: Mistake) -> None:
    """Write a plan with a mistake in all forms into a folder."""
    if mistake in DEPTHS:
        ledgers.write(misprinted(axes, DEPTHS[mistake]), folder)
        return
    ledgers.write(axes, folder)
    for form in TEXTS:
        file = folder / f"plan{form}"
        file.write_text(spoil(file.read_text(encoding="utf-8"), form, mistake), encoding="utf-8")
