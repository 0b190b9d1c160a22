"""Days as people write them in a report."""

import datetime
from typing import Final

from pan_tp_cli.text import NO_BREAK_SPACE, Lang, Text

MONTHS: Final = (
    Text("janvier", "January"),
    Text("février", "February"),
    Text("mars", "March"),
    Text("avril", "April"),
    Text("mai", "May"),
    Text("juin", "June"),
    Text("juillet", "July"),
    Text("août", "August"),
    Text("septembre", "September"),
    Text("octobre", "October"),
    Text("novembre", "November"),
    Text("décembre", "December"),
)


def written(day: datetime.date, lang: Lang) -> str:
    """Return « 1er juillet 2026 », "1 July 2026"."""
    number = "1er" if day.day == 1 and lang is Lang.FR else str(day.day)
    return NO_BREAK_SPACE.join((number, MONTHS[day.month - 1].get(lang), str(day.year)))
