"""A text with its values, written out in one language when it is shown."""

from collections.abc import Mapping
from typing import NamedTuple

from pan_tp_cli.money import NotApplicable, Percent, Unreadable, Value, write_value
from pan_tp_cli.text import NO_BREAK_SPACE, Lang, Text

LIST_SEPARATOR = ", "
CURRENCY_NAMES = {"XOF": "FCFA"}
"""What people call a currency, by its ISO 4217 code; any other is called by its code."""


NO_VALUES: Mapping[str, "Shown"] = {}
"""Never changed; a plain dict can go from one process to another, a read-only view cannot."""


class Money(NamedTuple):
    """An amount with the ISO 4217 code of its currency, written « 5 000 000 FCFA »."""

    value: Value
    currency: str


class Message(NamedTuple):
    """A text and the values of its placeholders: cells, texts, messages or tuples of them."""

    text: Text
    values: Mapping[str, "Shown"] = NO_VALUES

    def render(self, lang: Lang) -> str:
        """Write the message in `lang`."""
        shown = {name: show(value, lang) for name, value in self.values.items()}
        return self.text.get(lang).format_map(shown)


Shown = Value | Text | Message | Money | tuple["Shown", ...]


def show(value: Shown, lang: Lang) -> str:
    """Write anything that a message may hold."""
    if isinstance(value, Text):
        return value.get(lang)
    if isinstance(value, Message):
        return value.render(lang)
    if isinstance(value, Money):
        name = CURRENCY_NAMES.get(value.currency, value.currency)
        return write_value(value.value, lang) + NO_BREAK_SPACE + name
    if isinstance(value, str | int | Percent | Unreadable | NotApplicable | None):
        return write_value(value, lang)
    return LIST_SEPARATOR.join(show(item, lang) for item in value)
