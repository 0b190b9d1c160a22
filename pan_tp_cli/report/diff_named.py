"""Findings whose cells are called as people call them: « tableau 1, axe 4 » for ``recap:4``."""

from typing import Final

from pan_tp_cli.finding import Located
from pan_tp_cli.message import show
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.money import Value
from pan_tp_cli.repair import Change, Repair
from pan_tp_cli.report.diff_words import GRAND_TOTAL, code_name, column_name
from pan_tp_cli.report.proposed import in_words, proposed
from pan_tp_cli.text import Lang, Text

IN_WORDS: Final = Text("total général en lettres", "grand total in words")
QUOTED: Final = Text("« {words} »", '"{words}"')


def named(located: Located, lang: Lang) -> Located:
    """Return a finding with the names of its cells in words; codes of the document stay."""
    finding = located.finding
    node, column = _cell(finding.node, finding.column, lang)
    return located._replace(
        finding=finding._replace(
            node=node,
            column=column,
            repairs=tuple(_repair(repair, lang) for repair in finding.repairs),
            evidence=tuple(
                each._replace(node=cell_words(each.node, each.column, lang), column=None)
                for each in finding.evidence
            ),
        )
    )


def cell_words(node: str, column: str | None, lang: Lang) -> str:
    """Return what a cell is called in one line."""
    if node == GRAND_TOTAL and column is None:
        return IN_WORDS.get(lang)
    return ", ".join(filter(None, _cell(node, column, lang)))


def _cell(node: str, column: str | None, lang: Lang) -> tuple[str, str | None]:
    """Return the name of a node and of a column; that of the announced total says both."""
    if node == GRAND_TOTAL:
        whole = column in (None, TOTAL)
        return show(code_name(node), lang), None if whole else column
    return show(code_name(node), lang), show(column_name(column), lang) if column else column


def _repair(repair: Repair, lang: Lang) -> Repair:
    changes = tuple(_change(change, lang) for change in repair.changes)
    return repair._replace(changes=changes)


def _change(change: Change, lang: Lang) -> Change:
    node, column = _cell(change.node, change.column, lang)
    if not in_words(change):
        return change._replace(node=node, column=column)
    said: list[Value] = [
        QUOTED.get(lang).format(words=words) for words in (change.printed, proposed(change))
    ]
    return change._replace(node=IN_WORDS.get(lang), column=None, printed=said[0], proposed=said[1])
