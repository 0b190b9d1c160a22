"""A finding as a row of a table of Markdown."""

from itertools import islice
from typing import Final

from pan_tp_cli.finding import Located
from pan_tp_cli.place import cell_name
from pan_tp_cli.report.markdown_parts import code, escaped
from pan_tp_cli.report.said import details
from pan_tp_cli.report.words import SEVERITY, accepted, sentence
from pan_tp_cli.text import Lang, Text

HEADS: Final = (
    Text("Gravité", "Severity"),
    Text("Où", "Where"),
    Text("Constat", "Finding"),
    Text("Calcul, réparation", "Computation, repair"),
    Text("Fichier", "File"),
)
BREAK: Final = "<br>"
LONGEST_LABEL: Final = 90
LONGEST: Final = 300
MOST_DETAILS: Final = 2
"""How the value is computed and the likeliest repair; the text report tells the rest."""


def row(located: Located, lang: Lang) -> list[str]:
    """Return what a finding is, where, what it says, what mends it, and its place."""
    finding = located.finding
    level = SEVERITY[finding.severity].get(lang)
    cell = f"**{escaped(cell_name(finding.node, finding.column), LONGEST)}**"
    says = [escaped(sentence(finding).render(lang), LONGEST)]
    if located.waiver is not None:
        says.append(f"*{escaped(accepted(located.waiver).render(lang), LONGEST)}*")
    return [
        f"{level}{BREAK}{code(finding.rule)}",
        BREAK.join(filter(None, (cell, escaped(finding.label, LONGEST_LABEL)))),
        BREAK.join(says),
        BREAK.join(escaped(each, LONGEST) for each in islice(details(finding, lang), MOST_DETAILS)),
        code(located.location.start),
    ]
