"""The findings that suspect what totals are made of: to recompute these is no way out."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.mending import leaf_at_fault
from pan_tp_cli.message import Message
from pan_tp_cli.place import Role, cell_name
from pan_tp_cli.text import Lang, Text

SUSPECT: Final = Text(
    "Attention : le constat n° {numbers} met en cause un montant d'activité ou une ligne entière. "
    "Tant qu'il n'est pas réglé, ce que font les lignes n'est pas à recopier dans les totaux.",
    "Beware: finding {numbers} suspects an amount of an activity or a whole row. Until it is "
    "settled, what the rows add up to is not to be copied into the totals.",
)
SUSPECTS: Final = Text(
    "Attention : les constats n° {numbers} mettent en cause des montants d'activités ou des lignes "
    "entières. Tant qu'ils ne sont pas réglés, ce que font les lignes n'est pas à recopier dans "
    "les totaux.",
    "Beware: findings {numbers} suspect amounts of activities or whole rows. Until they are "
    "settled, what the rows add up to is not to be copied into the totals.",
)


NAMED: Final = Text(
    "Attention : des constats mettent en cause des montants d'activités ou des lignes entières "
    "({cells}). Tant qu'ils ne sont pas réglés, ce que font les lignes n'est pas à recopier dans "
    "les totaux.",
    "Beware: findings suspect amounts of activities or whole rows ({cells}). Until they are "
    "settled, what the rows add up to is not to be copied into the totals.",
)


def suspects(briefing: Briefing) -> list[tuple[int, Finding]]:
    """Return the findings of the budget that are not of a total, with their numbers from 1."""
    targets = briefing.recomputed.targets
    return [
        (number, each.finding)
        for number, each in enumerate(briefing.report.findings, 1)
        if _is_of_sums(each.finding) and leaf_at_fault(each.finding, targets)
    ]


def named_suspects(briefing: Briefing, lang: Lang) -> Iterator[str]:
    """Yield the same warning by the cells that the findings stand at."""
    named = tuple(cell_name(each.node, each.column) for _, each in suspects(briefing))
    if named:
        yield Message(NAMED, {"cells": named}).render(lang)


def suspected(briefing: Briefing, lang: Lang) -> Iterator[str]:
    """Yield which findings of the budget are not of a total; nothing where there are none."""
    numbers = [str(number) for number, _ in suspects(briefing)]
    if numbers:
        text = SUSPECT if len(numbers) == 1 else SUSPECTS
        yield text.get(lang).format(numbers=", ".join(numbers))


def _is_of_sums(finding: Finding) -> bool:
    """Tell whether a finding came of figures of the budget that do not add up."""
    if finding.severity is not Severity.ERROR or finding.place.role is not Role.PLAN:
        return False
    return bool(finding.repairs) or finding.missing_row is not None or not finding.sure
