"""What a code stands for, and what comes nearest to one that stands for nothing."""

from pathlib import Path

import pytest

from pan_tp_cli import app, rules
from pan_tp_cli.checked import Checked
from pan_tp_cli.fault import InputError
from pan_tp_cli.viewed import Choice, Subject
from pan_tp_cli.viewing import UnknownCodeError, codes, view
from tests.projects import DATA


@pytest.fixture(scope="module")
def checked() -> Checked:
    return app.check(DATA, None, rules.identifiers())


def asked(checked: Checked, code: str) -> tuple[Subject, ...]:
    return view(checked, code, Choice()).subjects


def stands_for(subject: Subject) -> str:
    (kind,) = [
        name for name in ("branch", "summary", "indicator") if getattr(subject, name) is not None
    ] or ["measures"]
    return kind


@pytest.mark.parametrize(
    ("code", "kind", "measured"),
    [
        ("total_general", "branch", []),
        ("1", "branch", []),
        ("1.2", "branch", ["1.2"]),
        ("1.2.2", "branch", ["1.2.1"]),
        ("1.1.1", "branch", ["1.1.1", "1.1.2"]),
        ("1.1.1-02", "branch", []),
        ("1.2.1", "measures", ["1.2.1"]),
        ("2.2.a", "measures", ["2.2.a"]),
        ("recap:1", "summary", []),
        ("recap:parts", "summary", []),
        ("P1.2.1-1", "indicator", []),
        ("p1.2.1-1", "indicator", []),
    ],
)
def test_a_code_stands_for(checked: Checked, code: str, kind: str, measured: list[str]) -> None:
    (subject,) = asked(checked, code)
    assert subject.node.casefold() == code.casefold()
    assert stands_for(subject) == kind
    assert [each.result.entry.node for each in subject.measures] == measured


@pytest.mark.parametrize(
    ("code", "near"),
    [
        ("1.2.9", "1.2.2"),
        ("P1.2.1-9", "P1.2.1-1"),
        ("recap:9", "recap:1"),
        ("total", "recap:total"),
    ],
)
def test_the_nearest_codes_are_named(checked: Checked, code: str, near: str) -> None:
    with pytest.raises(UnknownCodeError) as caught:
        asked(checked, code)
    assert near in caught.value.near
    assert len(caught.value.near) <= 4


def test_a_code_that_is_like_none_has_no_nearest(checked: Checked) -> None:
    with pytest.raises(UnknownCodeError) as caught:
        asked(checked, "zzz")
    assert caught.value.near == ()


def test_a_code_that_is_there_twice_stands_for_both(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    row = "{code: 1, intitule: A, budget: {2023: 1, total: 1}}"
    file.write_text(f"format: pan-tp/plan-1\nannees: [2023]\naxes: [{row}, {row}]\n")
    both = asked(app.check(file, None, rules.identifiers()), "1")
    assert [stands_for(each) for each in both] == ["branch", "branch"]


def test_files_hold_the_codes_that_something_stands_for(checked: Checked) -> None:
    """Two ways to all codes, of which one reads no model."""
    quick = set(codes(DATA, None))
    for code in quick:
        assert asked(checked, code)
    known = {"total_general", "recap:4", "recap:total", "1.2.1", "4.3.1", "P1.2.1-1", "1.1.1-02"}
    assert known <= quick
    assert len(quick) == len({each.node for branch in (view(checked, None, Choice()),)
                              for each in branch.overview.whole.walk()}
                             | {row.entry.node for row in checked.project.summary_rows}
                             | {row.entry.node for row in checked.project.indicators}
                             | {each.result.entry.node for each in view(
                                 checked, None, Choice()).measures})  # fmt: skip


def test_codes_of_a_plan_that_is_not_valid_are_known(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(
        "axxes: [{code: 1.2, axe: 3}, [{id: 1.2-01}], code]\nrecapitulatif: {axes: 5}\n"
    )
    assert list(codes(file, None)) == ["1.2", "1.2-01", "total_general"]
    file.write_text("axes: [")
    assert list(codes(file, None)) == list(codes(tmp_path / "nowhere", None)) == []
    file.unlink()
    with pytest.raises(InputError):
        list(codes(tmp_path, None))
