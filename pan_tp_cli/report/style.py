"""Colours of a terminal, and the width that a report may fill."""

from typing import Final, NamedTuple

from pan_tp_cli.finding import Severity
from pan_tp_cli.text import Lang

ERROR: Final = "1;31"
WARNING: Final = "1;33"
INFO: Final = "1;36"
STRONG: Final = "1"
FAINT: Final = "2"
RIGHT: Final = "1;32"
NO_MORE: Final = "0"
CODES: Final = (ERROR, WARNING, INFO, STRONG, FAINT, RIGHT, NO_MORE)
"""All that is ever asked of a terminal."""

OF_SEVERITY: Final = {
    Severity.ERROR: ERROR,
    Severity.WARNING: WARNING,
    Severity.INFO: INFO,
}

DEFAULT_WIDTH: Final = 100
MIN_WIDTH: Final = 40
MOST_SHOWN: Final = 200
"""Findings that a report for a terminal shows: nobody reads on, and the gravest come first."""


class Style(NamedTuple):
    """How a report is written: its language, its width in columns, with colours or without."""

    lang: Lang
    width: int = DEFAULT_WIDTH
    colour: bool = False

    def paint(self, text: str, code: str) -> str:
        """Return text in a colour (the numbers of an ANSI SGR sequence), where colours are on."""
        painted = self.colour and text and code
        return f"\x1b[{code}m{text}\x1b[{NO_MORE}m" if painted else text
