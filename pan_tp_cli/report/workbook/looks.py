"""What cells of the workbook look like: fills, fonts and formats of numbers."""

from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from pan_tp_cli.finding import Severity
from pan_tp_cli.table import Level
from pan_tp_cli.text import Lang

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

Properties = dict[str, object]
FONT: Final[Properties] = {"font_name": "Arial", "font_size": 9, "valign": "top"}
INK: Final = "#1F2933"
QUIET_INK: Final = "#52606D"
LINE: Final = "#D5DAE1"


class Kind(Enum):
    """What a cell is part of."""

    PLAIN = "plain"
    WHOLE = "whole"
    AXIS = "axis"
    OBJECTIVE = "objective"
    ACTION = "action"
    RESULT = "result"
    MADE = "made"
    HEAD = "head"
    TITLE = "title"
    SUBTITLE = "subtitle"
    NOTE = "note"
    LABEL = "label"
    ALARM = "alarm"
    CAUTION = "caution"
    CLEAR = "clear"
    FAULT = "fault"
    FIGURE = "figure"
    CAPTION = "caption"
    FREE = "free"
    SMALL = "small"
    LIVE = "live"
    ACCEPTED = "accepted"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Form(Enum):
    """How the content of a cell is shown."""

    TEXT = "text"
    CENTRED = "centred"
    RIGHT = "right"
    AMOUNT = "amount"
    DIFFERENCE = "difference"
    PERCENT = "percent"
    PERCENT_DIFFERENCE = "percent-difference"
    POINTS = "points"


class Look(NamedTuple):
    """What a cell looks like; `decimals` are those of a percentage, `mark` frames the cell.

    A `link` is underlined, and `odd` is a text in the place of a number.
    """

    kind: Kind = Kind.PLAIN
    form: Form = Form.TEXT
    decimals: int = 0
    mark: Severity | None = None
    link: bool = False
    odd: bool = False


OF_LEVEL: Final = {
    Level.AXIS: Kind.AXIS,
    Level.OBJECTIVE: Kind.OBJECTIVE,
    Level.ACTION: Kind.ACTION,
    Level.ACTIVITY: Kind.PLAIN,
    None: Kind.WHOLE,
}
OF_SEVERITY: Final = {
    Severity.ERROR: Kind.ERROR,
    Severity.WARNING: Kind.WARNING,
    Severity.INFO: Kind.INFO,
}
_LINED: Final[Properties] = {"border": 1, "border_color": LINE, "text_wrap": True}
_BANNER: Final[Properties] = {
    "font_color": "#FFFFFF", "bold": True, "font_size": 15, "valign": "vcenter", "indent": 1,
    "text_wrap": True,
}  # fmt: skip
LIVE: Final[Properties] = {"bg_color": "#FFC7CE", "font_color": "#9C0006"}
"""A printed figure that is not the one that formulas make, now."""
ALIGNED: Final[dict[Form, Properties]] = {
    Form.TEXT: {},
    Form.CENTRED: {"align": "center"},
    Form.RIGHT: {"align": "right"},
}
KINDS: Final[dict[Kind, Properties]] = {
    Kind.PLAIN: {**_LINED, "font_color": INK},
    Kind.WHOLE: {**_LINED, "bg_color": "#102A43", "font_color": "#FFFFFF", "bold": True},
    Kind.AXIS: {**_LINED, "bg_color": "#245A8D", "font_color": "#FFFFFF", "bold": True},
    Kind.OBJECTIVE: {**_LINED, "bg_color": "#C9DDF0", "font_color": "#102A43", "bold": True},
    Kind.ACTION: {**_LINED, "bg_color": "#EAF2FA", "font_color": "#102A43", "bold": True},
    Kind.RESULT: {**_LINED, "bg_color": "#F4F6F9", "font_color": "#33475B", "bold": True},
    Kind.MADE: {**_LINED, "bg_color": "#F7F8FA", "font_color": QUIET_INK, "italic": True},
    Kind.HEAD: {
        **_LINED, "bg_color": "#E4E7EB", "font_color": INK, "bold": True, "valign": "vcenter",
        "align": "center",
    },
    Kind.TITLE: {"font_size": 15, "bold": True, "font_color": "#102A43", "valign": "vcenter"},
    Kind.SUBTITLE: {
        "font_size": 11, "bold": True, "font_color": "#245A8D", "bottom": 1,
        "bottom_color": "#245A8D", "valign": "bottom",
    },
    Kind.NOTE: {"font_color": QUIET_INK, "valign": "vcenter"},
    Kind.LABEL: {**_LINED, "bg_color": "#F1F4F8", "font_color": INK, "bold": True},
    Kind.ALARM: {**_BANNER, "bg_color": "#B42318"},
    Kind.CAUTION: {**_BANNER, "bg_color": "#B54708"},
    Kind.CLEAR: {**_BANNER, "bg_color": "#05603A"},
    Kind.FAULT: {**_LINED, "bg_color": "#FDE3E1", "font_color": "#7A1A12", "bold": True},
    Kind.FIGURE: {
        "font_size": 18, "bold": True, "align": "center", "valign": "vcenter",
        "bg_color": "#F1F4F8", "font_color": "#102A43",
    },
    Kind.CAPTION: {
        "align": "center", "font_color": QUIET_INK, "bg_color": "#F1F4F8", "text_wrap": True,
    },
    Kind.FREE: {"font_color": INK, "text_wrap": True},
    Kind.SMALL: {"font_color": QUIET_INK, "text_wrap": True, "font_size": 8.5},
    Kind.LIVE: {**_LINED, **LIVE},
    Kind.ACCEPTED: {**_LINED, "font_color": QUIET_INK, "italic": True, "bg_color": "#F7F8FA"},
    Kind.ERROR: {**_LINED, "bg_color": "#FDE3E1", "font_color": "#7A1A12", "bold": True},
    Kind.WARNING: {**_LINED, "bg_color": "#FDEFD3", "font_color": "#6F3A07", "bold": True},
    Kind.INFO: {**_LINED, "bg_color": "#E1EEFA", "font_color": "#1B4B7A", "bold": True},
}  # fmt: skip
MARKS: Final = {
    Severity.ERROR: (2, "#B42318"),
    Severity.WARNING: (2, "#DD8A0B"),
    Severity.INFO: (2, "#2F7FC4"),
}
"""The frame of a cell that a finding is about: its style and its colour."""
DARK: Final = (Kind.WHOLE, Kind.AXIS)
ODD: Final = "#9C0006"
ODD_ON_DARK: Final = "#FFD0CC"
"""The colours of a text in the place of a number."""
FRENCH: Final = "[$-40C]"
"""The language of a format of numbers: its spaces between groups, and its comma."""
ZERO: Final = '"–"'
APART: Final = "_-"
"""Room as wide as a hyphen, so that a number does not touch what stands beside it."""
LITERAL_SPACE: Final = "\\ "


def number_format(look: Look, lang: Lang) -> str:
    """Return how a number is written: « 2 983 250 000 », « 52,5 % », « +5 000 »."""
    fraction = "." + "0" * look.decimals if look.decimals else ""
    percent = f"0{fraction}{LITERAL_SPACE if lang is Lang.FR else ''}%"
    units = {
        Form.PERCENT: percent,
        Form.PERCENT_DIFFERENCE: percent,
        Form.POINTS: f'0{fraction}" pt"',
    }
    unit = units.get(look.form, "#,##0")
    start = FRENCH if lang is Lang.FR else ""
    if look.form in (Form.AMOUNT, Form.PERCENT):
        return f"{start}{unit}{APART};{start}-{unit}{APART}"
    return f"{start}+{unit}{APART};{start}-{unit}{APART};{ZERO}{APART}"


class Palette:
    """The formats of a workbook, each made once."""

    def __init__(self, book: "Workbook", lang: Lang) -> None:
        self.book = book
        self.lang = lang
        self._made: dict[Look, Format] = {}

    def format(self, look: Look) -> "Format":
        """Return the format of a look."""
        made = self._made.get(look)
        if made is None:
            made = self._made[look] = self.book.add_format(self._properties(look))
        return made

    def _properties(self, look: Look) -> Properties:
        made = {**FONT, **KINDS[look.kind]}
        if look.form not in ALIGNED:
            made |= {"num_format": number_format(look, self.lang), "align": "right"}
            made["text_wrap"] = look.odd
        if look.form in ALIGNED:
            made |= ALIGNED[look.form]
        if look.odd:
            colour = ODD_ON_DARK if look.kind in DARK else ODD
            made |= {"font_color": colour, "italic": True, "align": "right"}
        if look.link:
            made["underline"] = 1
        if look.mark is not None:
            style, colour = MARKS[look.mark]
            made |= {"border": style, "border_color": colour}
        return made

    def live(self) -> "Format":
        """Return the format of a printed figure that formulas contradict."""
        return self.book.add_format(dict(LIVE))
