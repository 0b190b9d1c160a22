"""What a finding says, in lines of plain text that hold nothing but characters to be read."""

import re
from collections.abc import Iterator
from typing import Final

from pan_tp_cli.fault import Fault
from pan_tp_cli.finding import Finding
from pan_tp_cli.place import cell_name
from pan_tp_cli.report.finding_text import QUOTED, remarks
from pan_tp_cli.report.words import sentence
from pan_tp_cli.text import LONGEST_SHOWN, Lang, Text, one_line, printable

HEADLINE: Final = Text("{cell}{label} : {said}", "{cell}{label}: {said}")
# Spaces that do not break stay what they are: they hold amounts together.
_spaces = re.compile(r"[^\S\xa0\u202f]+").sub


def headline(finding: Finding, lang: Lang) -> str:
    """Return « 1.1.1-02 total « Former » : le total imprimé n'est pas … », on one line."""
    label = one_line(finding.label, LONGEST_SHOWN)
    return line(
        HEADLINE.get(lang).format(
            cell=cell_name(finding.node, finding.column),
            label=QUOTED.get(lang).format(label=label) if label else "",
            said=sentence(finding).render(lang),
        )
    )


def details(finding: Finding, lang: Lang) -> Iterator[str]:
    """Yield how the expected value is computed, what may mend the finding, and its notes."""
    return map(line, remarks(finding, lang))


def reason(fault: Fault, lang: Lang) -> str:
    """Return why a file could not be used, on one line."""
    return line(fault.message.render(lang))


def line(text: str) -> str:
    """Return a text on one line, with the codes of characters that would do something."""
    return printable(_spaces(" ", text).strip(" "))
