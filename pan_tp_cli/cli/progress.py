"""A bar on standard error for work that takes a while; nothing where nobody watches."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from pan_tp_cli.text import Lang, Text

FEWEST: Final = 20
"""Steps below which a bar would be gone before it is read."""


@contextmanager
def progress(what: Text, lang: Lang, steps: int) -> Iterator[Callable[[], None]]:
    """Yield what is to be called once a step is done. The bar is gone when all is done."""
    if steps < FEWEST or not _watched():
        yield lambda: None
        return
    from rich.console import Console  # 60 ms, for long work on a terminal alone
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bar:
        task = bar.add_task(what.get(lang), total=steps)
        yield lambda: bar.advance(task)


def _watched() -> bool:
    """Tell whether standard error is a terminal that can draw a bar in place."""
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
