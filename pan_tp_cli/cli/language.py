"""Which language to speak, known before the arguments are parsed so that help speaks it too."""

import os
from collections.abc import Sequence
from typing import Final

from pan_tp_cli.text import Lang

OPTION: Final = "--lang"
VARIABLE: Final = "PAN_TP_LANG"


def language(arguments: Sequence[str]) -> Lang:
    """Return the language of ``--lang``, else of ``PAN_TP_LANG``, else French."""
    asked = os.environ.get(VARIABLE, "")
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == OPTION and index + 1 < len(arguments):
            asked = arguments[index + 1]
        elif argument.startswith(f"{OPTION}="):
            asked = argument.removeprefix(f"{OPTION}=")
    try:
        return Lang(asked.strip().lower()[:2])
    except ValueError:
        return Lang.FR
