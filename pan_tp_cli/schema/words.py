"""What an editor says of a key: a short title, and a sentence or two below it."""

from collections.abc import Mapping
from typing import NamedTuple

from pan_tp_cli.text import Lang, Text


class Words(NamedTuple):
    """The title and the description of a key."""

    title: Text
    about: Text

    def on(self, shape: Mapping[str, object], lang: Lang) -> dict[str, object]:
        """Return a schema with its title and description first."""
        return {"title": self.title.get(lang), "description": self.about.get(lang), **shape}
