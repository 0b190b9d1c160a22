"""Amending a plan that was checked: totals computed anew, changes as a patch or in its files."""

from collections.abc import Iterable, Iterator, Sequence

from pan_tp_cli import recompute as arithmetic
from pan_tp_cli import replacing, rewrite, rules
from pan_tp_cli.checked import Checked
from pan_tp_cli.place import Role
from pan_tp_cli.recompute import Recomputed
from pan_tp_cli.repair import Change


def recompute(checked: Checked) -> Recomputed:
    """Compute the totals of a plan that was checked anew from its leaves."""
    return arithmetic.recompute(checked.project, rules.load(rules.of_plans()))


def patch(checked: Checked, changes: Iterable[Change]) -> str:
    """Return changes of cells as a patch of the files that were checked."""
    names = {role: replacing.in_patch(path) for role, path in checked.paths.items()}
    return rewrite.patch(checked.documents, changes, names)


def write(checked: Checked, changes: Sequence[Change]) -> Iterator[Role]:
    """Write changes of cells into the files that were checked, and yield each that is written.

    Each file is replaced whole or not at all. Raises InputError for one that cannot be, or that
    has changed since it was read.
    """
    for given in checked.inputs:
        own = [change for change in changes if change.place.role is given.role]
        if own:
            text = rewrite.rewritten(checked.documents[given.role], own)
            replacing.write_whole(checked.paths[given.role], text, given.data)
            yield given.role
