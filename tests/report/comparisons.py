"""Comparisons for the tests of their reports."""

from pathlib import Path

import pytest

from pan_tp_cli import comparing, rules
from pan_tp_cli.checked import Conventions
from pan_tp_cli.compared import Compared
from tests.projects import ROOT, TODAY

SAMPLE = Path("tests/report/diff_sample")
"""A plan before and after a revision that holds a change of each kind."""


def sample(monkeypatch: pytest.MonkeyPatch) -> Compared:
    """Compare both versions of the sample, by names that are the same wherever the checkout is."""
    monkeypatch.chdir(ROOT)
    return compared(SAMPLE / "before", SAMPLE / "after")


def compared(before: Path, after: Path) -> Compared:
    """Compare two folders, waivers judged on the day of the tests."""
    return comparing.diff(before, after, rules.identifiers(), Conventions(TODAY))


def of_plans(folder: Path, before: str, after: str) -> Compared:
    """Compare two plans given as texts, written to a folder."""
    for name, text in (("before", before), ("after", after)):
        (folder / name).mkdir(parents=True)
        (folder / name / "plan.yaml").write_text(text, encoding="utf-8")
    return compared(folder / "before", folder / "after")
