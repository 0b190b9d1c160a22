"""What libraries import that a run of pan-tp hardly ever needs, kept from being loaded before."""

import sys
from importlib import import_module
from types import ModuleType
from typing import Final

UNUSED: Final = ("bz2", "lzma", "secrets", "subprocess", "tokenize")
"""Of the standard library, imported by shutil, typer, pydantic and inspect with all they need."""

LOADER: Final = "pydantic.plugin._loader"
"""Where pydantic loads its plugins; it imports importlib.metadata, zipfile, email and socket."""


class _Late(ModuleType):
    """A module that is loaded when something is first looked for in it.

    importlib's own LazyLoader loads a module already when it is imported a second time.
    """

    def __getattr__(self, name: str) -> object:
        """Return what the module itself has, which takes its place."""
        if name == "__path__":  # by which an import asks whether this is a package
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def postpone() -> None:
    """Load modules of the standard library, where they are not there yet, at their first use."""
    for name in UNUSED:
        sys.modules.setdefault(name, _Late(name))


def load_no_plugins() -> None:
    """Have pydantic, which must not be loaded yet, find no plugins without looking for any."""
    loader = sys.modules.setdefault(LOADER, _Late(LOADER))
    loader.__dict__["get_plugins"] = tuple
