"""Two versions of a plan to report on: the samples with a change of each kind, and small ones."""

import datetime
from pathlib import Path

from pan_tp_cli import comparing, rules
from pan_tp_cli.checked import Conventions
from pan_tp_cli.compared import Compared

SAMPLE = Path("tests/report/sample-diff")
SMALL = Path("tests/report/diff_sample")
"""A smaller one, with signs that mean something in Markdown, and a waiver born with its fault."""
TODAY = Conventions(datetime.date(2024, 6, 30))


def compared(before: Path, after: Path) -> Compared:
    """Compare two folders, by all rules."""
    return comparing.diff(before, after, rules.identifiers(), TODAY)


def compared_texts(folder: Path, before: str, after: str) -> Compared:
    """Compare two plans that are written below a folder."""
    paths = []
    for name, text in (("before", before), ("after", after)):
        path = folder / name
        path.mkdir(parents=True)
        (path / "plan.yaml").write_text(text, encoding="utf-8")
        paths.append(path)
    return compared(*paths)
