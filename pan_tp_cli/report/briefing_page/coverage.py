"""How well the figures of a plan are protected, as a table, and what to print to protect more."""

from typing import NamedTuple

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.engine import Report
from pan_tp_cli.report.coverage_outline import outline
from pan_tp_cli.report.coverage_words import ADVICE, HEADINGS, legend, notes, numbers
from pan_tp_cli.report.rule_help import sentence
from pan_tp_cli.report.words import recommended
from pan_tp_cli.text import Lang


class ShownLine(NamedTuple):
    """A line of the table: how deep it stands, its name, its cells."""

    depth: int
    name: str
    cells: tuple[str, ...]


class ShownCoverage(NamedTuple):
    """The table, what its columns mean, and advice under a title."""

    heads: tuple[str, ...]
    lines: tuple[ShownLine, ...]
    notes: tuple[str, ...]
    advice_title: str
    advice: tuple[str, ...]


def coverage(briefing: Briefing, report: Report, lang: Lang) -> ShownCoverage:
    """Return the coverage of a plan, a line a heading."""
    project = briefing.checked.project
    lines = outline(project, report.coverage, lang)
    return ShownCoverage(
        tuple(head.get(lang) for head in HEADINGS),
        tuple(ShownLine(line.depth, line.name, numbers(line.counts, lang)) for line in lines),
        tuple(map(sentence, (*legend(lang), *notes(project, report.coverage, lang)))),
        ADVICE.get(lang),
        tuple(sentence(recommended(each, lang)) for each in briefing.covered.advice),
    )
