"""How many changes a comparison has, and what they are counted in."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.aspect import Weight
from pan_tp_cli.diff.change import Diff
from pan_tp_cli.finding import Severity
from pan_tp_cli.report.diff_blocks import Block, blocks
from pan_tp_cli.report.diff_words import WEIGHTS
from pan_tp_cli.report.words import in_number
from pan_tp_cli.text import Lang, Text

CORRECTIONS: Final = (
    Text("dont {count} correction de totaux", "{count} of them puts totals right"),
    Text("dont {count} corrections de totaux", "{count} of them put totals right"),
)
IN_ROWS: Final = (
    Text("dans {count} ligne", "in {count} row"),
    Text("dans {count} lignes", "in {count} rows"),
)
ALONG: Final = (
    Text("et {count} ligne qui va avec", "and {count} row that goes along"),
    Text("et {count} lignes qui vont avec", "and {count} rows that go along"),
)
ERRORS: Final = Text("{before} avant, {after} après", "{before} before, {after} after")
NEW_ERRORS: Final = (
    Text("{count} nouvelle", "{count} new"),
    Text("{count} nouvelles", "{count} new"),
)
NO_NEW_ERROR: Final = Text("aucune nouvelle", "none new")


class Tally(NamedTuple):
    """Changes by weight, in how many rows; `along` counts rows that only go with their heading.

    These are no changes of their own, but may weigh more than that of the heading, which weighs as
    much then. `corrections` are changes that put totals right, and nothing else.
    """

    weights: Mapping[Weight, int]
    corrections: int
    rows: int
    along: int


def tally(diff: Diff) -> Tally:
    """Count the changes of a comparison."""
    found = tuple(blocks(diff))
    return Tally(
        Counter(weight for block in found for weight in _weights(block)),
        sum(change.correction for change in diff.changes),
        sum(len(block.run) or 1 for block in found),
        sum(block.along for block in found),
    )


def _weights(block: Block) -> Iterable[Weight]:
    weights = [change.weight for change in block.changes] * (len(block.run) or 1)
    return weights if block.weight in weights else [block.weight, *weights[1:]]


def counted(counts: Tally, lang: Lang) -> Iterator[tuple[Weight, str]]:
    """Yield for each weight how many changes have it: « 3 ruptures »."""
    for weight, forms in WEIGHTS.items():
        number = counts.weights[weight]
        said = in_number(forms, number, lang)
        if weight is Weight.BREAKING and counts.corrections:
            said = f"{said} ({in_number(CORRECTIONS, counts.corrections, lang)})"
        if number:
            yield weight, said


def in_rows(counts: Tally, lang: Lang) -> str:
    """Return in how many rows that is: « dans 3 lignes du plan »."""
    said = in_number(IN_ROWS, counts.rows, lang)
    return f"{said} {in_number(ALONG, counts.along, lang)}" if counts.along else said


def errors(compared: Compared, lang: Lang) -> str:
    """Return how many errors both versions have, and how many of them are new."""
    before, after = (side.count(Severity.ERROR) for side in (compared.before, compared.after))
    said = ERRORS.get(lang).format(before=before, after=after)
    new = new_errors(compared)
    told = in_number(NEW_ERRORS, new, lang) if new else NO_NEW_ERROR.get(lang)
    return f"{said} ({told})" if before or after else said


def new_errors(compared: Compared) -> int:
    """Return how many errors the later version alone has, those of stale totals included."""
    found = compared.findings.new if compared.findings else ()
    return sum(each.finding.severity is Severity.ERROR for each in found)
