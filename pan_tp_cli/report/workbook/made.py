"""What a formula makes, as far as is known when it is written."""

from typing import Final, NamedTuple

from pan_tp_cli.equation import subtract
from pan_tp_cli.money import Percent, Value
from pan_tp_cli.report.workbook.cell_text import number
from pan_tp_cli.text import Text

UNREADABLE: Final = Text("illisible", "unreadable")
"""What a formula says that is made of a cell that is no number."""


class Made(NamedTuple):
    """A formula and what it makes: a number, a text where it cannot tell, or nothing, "".

    The formula is "" where what it would be made of does not fit on a sheet.
    """

    formula: str
    value: int | Percent | str

    def below(self, printed: Value) -> int | Percent | None:
        """Return what is printed less what is made; None where one of them is no number."""
        if isinstance(self.value, str) or not isinstance(printed, int | Percent):
            return None
        return None if number(printed) is None else subtract(printed, self.value)
