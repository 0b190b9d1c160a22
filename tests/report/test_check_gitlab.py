"""Code quality: what GitLab requires of an issue, and that it knows one again."""

import json
from pathlib import Path
from typing import Any

import pytest

from pan_tp_cli.finding import Severity
from pan_tp_cli.report.check_gitlab import GRADE, render, render_all
from tests.projects import plan, waivers
from tests.report.hostile import STYLE, TEXTS, all_printable, checked_plan, saying, unusable

TWICE = plan(
    """\
    axes:
      - {code: 1, intitule: A, budget: {2023: 1, 2024: 2, total: 9}}
      - {code: 1, intitule: B, budget: {2023: 1, 2024: 3, total: 8}}
    """
)
"""Two findings of one rule, node and column."""


def issues(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)
    return found


def identities(text: str) -> list[str]:
    return [each["fingerprint"] for each in issues(text)]


@pytest.mark.parametrize("text", TEXTS)
def test_an_issue_has_what_gitlab_requires(tmp_path: Path, text: str) -> None:
    said = render_all([saying(tmp_path / "a", text), unusable(tmp_path / "b", text)], STYLE)
    assert said.isascii()
    found = issues(said)
    for each in found:
        assert set(each) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert each["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert each["location"]["lines"]["begin"] >= 1
        assert all_printable(each["description"])
    assert {each["severity"] for each in found} == {"blocker", "critical", "minor", "info"}
    prints = [each["fingerprint"] for each in found]
    assert len(set(prints)) == len(prints)


def test_findings_of_one_cell_are_told_apart_and_known_again_when_lines_move(
    tmp_path: Path,
) -> None:
    before = issues(render(checked_plan(tmp_path, TWICE), STYLE))
    sums = [each for each in before if each["check_name"] == "budget.somme-annees"]
    assert [each["location"]["lines"]["begin"] for each in sums] == [4, 5]
    assert len({each["fingerprint"] for each in sums}) == 2
    moved = TWICE.replace("axes:", "# une remarque\n\naxes:")
    after = issues(render(checked_plan(tmp_path, moved), STYLE))
    shift = [
        (new["fingerprint"], new["location"]["lines"]["begin"] - 2)
        for new in after
        if new["check_name"] == "budget.somme-annees"
    ]
    assert shift == [(each["fingerprint"], each["location"]["lines"]["begin"]) for each in sums]


def test_another_amount_at_stake_changes_no_fingerprint(tmp_path: Path) -> None:
    """The order of the report changes with it: the graver of equals comes first."""
    by_line = [
        {each["location"]["lines"]["begin"]: each["fingerprint"] for each in issues(text)}
        for text in (
            render(checked_plan(tmp_path, TWICE.replace("total: 8", total)), STYLE)
            for total in ("total: 8", "total: 8 000")
        )
    ]
    assert by_line[0] == by_line[1]


def test_a_waiver_of_one_of_equals_changes_no_fingerprint(tmp_path: Path) -> None:
    pin = "regle: budget.somme-annees, noeud: 1, colonne: total, imprime: 9, attendu: 3"
    accepted = waivers(f"{pin}, motif: ainsi signé, expire: jamais")
    before = render(checked_plan(tmp_path, TWICE), STYLE)
    after = render(checked_plan(tmp_path, TWICE, accepted), STYLE)
    assert len(identities(after)) == len(identities(before)) - 1
    assert set(identities(after)) < set(identities(before))


def test_the_same_finding_of_two_files_is_two_issues(tmp_path: Path) -> None:
    checks = [checked_plan(tmp_path / name, TWICE) for name in ("a", "b")]
    found = identities(render_all(checks, STYLE))
    assert len(set(found)) == len(found)


def test_a_file_that_two_plans_share_is_told_twice_and_told_apart(tmp_path: Path) -> None:
    checked = checked_plan(tmp_path, TWICE)
    found = identities(render_all([checked, checked], STYLE))
    assert len(set(found)) == len(found) == 2 * len(identities(render(checked, STYLE)))


def test_every_severity_has_a_grade() -> None:
    assert [GRADE[severity] for severity in Severity] == ["critical", "minor", "info"]
