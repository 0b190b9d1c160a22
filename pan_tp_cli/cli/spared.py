"""What libraries import that a run of pan-tp hardly ever needs, kept from being loaded before."""

import sys
import typing
from contextlib import suppress
from importlib import import_module
from types import ModuleType
from typing import Final

UNUSED: Final = (
    "base64",
    "bz2",
    "glob",
    "lzma",
    "secrets",
    "struct",
    "subprocess",
    "tokenize",
    "zlib",
)
"""Of the standard library, imported by shutil, typer, pydantic, ruamel.yaml and inspect with all
they need."""

CORE: Final = "pydantic_core"
TYPED: Final = "TypedDict"
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
            self._load()
        return getattr(import_module(self.__name__), name)

    def _load(self) -> None:
        import_module(self.__name__)


class _Plain(dict[str, object]):
    """What stands for `TypedDict` while pydantic_core is loaded: its classes have no keys."""

    def __new__(cls, *items: object, **named: object) -> dict[str, object]:  # type: ignore[misc]
        """Return a plain dictionary, as a typed one does when it is called."""
        return dict(*items, **named)

    def __init_subclass__(cls, **_said: object) -> None:
        """Take what the definition of a typed dictionary may say, and keep nothing of it."""


class _Core(_Late):
    """pydantic_core, whose typed dictionaries are told to type checkers alone.

    Python compiles the annotations of all their keys, more than 700, one by one.
    """

    def _load(self) -> None:
        import typing_extensions  # which comes with pydantic, and is loaded for it alone

        holder = vars(typing if sys.version_info >= (3, 12) else typing_extensions)
        kept = holder[TYPED]
        holder[TYPED] = _Plain
        try:
            with suppress(Exception):  # a later one may need keys: it is loaded as it is then
                import_module(self.__name__)
        finally:
            holder[TYPED] = kept


def postpone() -> None:
    """Load modules of the standard library, where they are not there yet, at their first use."""
    for name in UNUSED:
        sys.modules.setdefault(name, _Late(name))


def load_no_plugins() -> None:
    """Have pydantic, which must not be loaded yet, find no plugins without looking for any."""
    loader = sys.modules.setdefault(LOADER, _Late(LOADER))
    loader.__dict__["get_plugins"] = tuple


def load_no_keys() -> None:
    """Have pydantic_core, which must not be loaded yet, make no keys of its typed dictionaries."""
    sys.modules.setdefault(CORE, _Core(CORE))
