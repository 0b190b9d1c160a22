"""The schemas there are, as text: the name of each, and what it is for."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from pan_tp_cli.report.style import Style
from pan_tp_cli.schema.catalogue import Schema
from pan_tp_cli.text import Text

EDITED: Final = Text("Fichiers que l'on écrit", "Files that people write")
REPORTS: Final = Text("Rapports JSON", "JSON reports")
ONE: Final = Text(
    "« pan-tp schema NOM » écrit un schéma à la sortie standard",
    "'pan-tp schema NAME' writes a schema to standard output",
)
INDENT: Final = "  "


def render(schemas: Sequence[Schema], style: Style) -> str:
    """Return a line per schema, those of files that people write first."""
    lines = [
        *_part(EDITED, [each for each in schemas if each.edited], style),
        *_part(REPORTS, [each for each in schemas if not each.edited], style),
        *textwrap.wrap(ONE.get(style.lang), style.width),
    ]
    return "\n".join(lines) + "\n"


def _part(heading: Text, schemas: Sequence[Schema], style: Style) -> Iterator[str]:
    yield heading.get(style.lang)
    width = max(len(each.name) for each in schemas)
    for each in schemas:
        yield from textwrap.wrap(
            each.about.get(style.lang),
            style.width,
            initial_indent=f"{INDENT}{each.name:{width}}{INDENT}",
            subsequent_indent=" " * (width + 2 * len(INDENT)),
        )
    yield ""
