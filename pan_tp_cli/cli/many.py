"""Many plans checked: in several processes, with a bar that says how far it is."""

import gc
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

from pan_tp_cli.cli import check_texts as texts
from pan_tp_cli.cli.checking import Outcome, Request, check_one
from pan_tp_cli.cli.exit_code import ExitCode
from pan_tp_cli.cli.options import refusal
from pan_tp_cli.cli.progress import progress
from pan_tp_cli.message import Message

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

WORTH: Final = 4
"""Plans for each process below which starting it costs more than it spares."""
LARGEST_BATCH: Final = 16
"""Plans that are handed to a process at once: few, so that none waits for another at the end."""


def check_many(plans: Sequence[Path], request: Request, jobs: int | None) -> list[Outcome]:
    """Check plans and return what reports tell of each, in their order.

    `jobs` is how many processes share the work; None for as many as there are cores and work for.
    Raises BadParameter, a wrong usage.
    """
    if jobs is not None and jobs < 1:
        raise refusal(Message(texts.NO_JOBS), request.asked.lang)
    given = [(plan, request) for plan in plans]
    # the first one here: all that a check needs is then loaded, and processes begin with it
    outcomes = [check_told(each) for each in given[:1]]
    rest = given[1:]
    processes = min(jobs or _cores(), len(rest) // WORTH if jobs is None else len(rest))
    with (
        _checking(rest, processes) as checked,
        progress(texts.CHECKING, request.asked.lang, len(given)) as go,
    ):
        go()
        for outcome in checked:
            outcomes.append(outcome)
            go()
    return outcomes


def check_told(given: tuple[Path, Request]) -> Outcome:
    """Check one plan and keep what reports tell of it."""
    outcome = check_one(*given)
    return outcome._replace(checked=outcome.checked.told())


@contextmanager
def _checking(given: Sequence[tuple[Path, Request]], processes: int) -> Iterator[Iterator[Outcome]]:
    gc.enable()  # off in a process of one plan; what many leave behind would add up
    if processes < 2:
        yield map(check_told, given)
        return
    batch = max(1, min(LARGEST_BATCH, len(given) // (processes * WORTH)))
    pool = _pool(processes)
    try:
        yield pool.map(check_told, given, chunksize=batch)
    finally:
        # waits for the processes: this one ends without its usual care for what it has started
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(processes: int) -> "ProcessPoolExecutor":
    """Return processes that begin as copies of this one where the system makes them so safely."""
    from concurrent.futures import ProcessPoolExecutor  # 20 ms, for many plans alone
    from multiprocessing import get_context

    gc.freeze()  # what is loaded stays as it is, shared by all
    context = get_context("fork" if sys.platform == "linux" else None)
    return ProcessPoolExecutor(processes, context, _follow_the_first)


def _follow_the_first() -> None:
    """Leave interrupts to the process that began, and end when it ends, killed or not."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_first, daemon=True).start()


def _end_with_the_first() -> None:
    from multiprocessing import parent_process  # loaded with the processes

    first = parent_process()
    if first is not None:
        first.join()
        os._exit(ExitCode.FAULT_OF_THE_TOOL)


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
