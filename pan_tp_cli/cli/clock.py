"""The day on which a command runs; nothing below the command line looks at the clock."""

import datetime


def today() -> datetime.date:
    """Return the day, by the clock of the machine."""
    return datetime.date.today()
