import gc
from pathlib import Path

import pytest

from pan_tp_cli import app, rules
from pan_tp_cli.finding import Severity
from pan_tp_cli.place import Role
from pan_tp_cli.placing import placed
from tests.projects import framework, plan

RULES = rules.identifiers()
GOOD_PLAN = plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 2, total: 3}}]")
WRONG_PLAN = GOOD_PLAN.replace("total: 3", "total: 4")
BAD_PLAN = GOOD_PLAN.replace("axes", "axxes")
GOOD_FRAMEWORK = framework("unite: nombre\ncibles: {2023: 1, 2024: 2}\ntotal: 3")
WRONG_FRAMEWORK = GOOD_FRAMEWORK.replace("total: 3", "total: 4")
BAD_FRAMEWORK = GOOD_FRAMEWORK.replace("unite", "unites")


def write(folder: Path, plan_text: str, framework_text: str = "") -> Path:
    (folder / "plan.yaml").write_text(plan_text, encoding="utf-8")
    if framework_text:
        (folder / "indicators.yaml").write_text(framework_text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("plan_text", "framework_text", "errors", "faults"),
    [
        (GOOD_PLAN, GOOD_FRAMEWORK, [], []),
        (WRONG_PLAN, WRONG_FRAMEWORK, ["1", "P1.1-1"], []),
        (BAD_PLAN, WRONG_FRAMEWORK, ["P1.1-1"], ["plan.yaml", "plan.yaml"]),
        (WRONG_PLAN, BAD_FRAMEWORK, ["1"], ["indicators.yaml", "indicators.yaml"]),
        (WRONG_PLAN, "a: 1\na: 2", ["1"], ["indicators.yaml"]),
        ("", GOOD_FRAMEWORK, [], ["plan.yaml"]),
        (BAD_PLAN, BAD_FRAMEWORK, [], ["plan.yaml"] * 2 + ["indicators.yaml"] * 2),
    ],
)
def test_a_fault_of_one_file_does_not_hide_the_findings_of_the_other(
    tmp_path: Path, plan_text: str, framework_text: str, errors: list[str], faults: list[str]
) -> None:
    checked = app.check(write(tmp_path, plan_text, framework_text), None, RULES)
    found = checked.report.findings if checked.report else ()
    severe = [each.finding.node for each in found if each.finding.severity is Severity.ERROR]
    assert severe == errors
    assert [Path(fault.file).name for fault in checked.faults] == faults


def test_a_file_with_faults_was_not_read(tmp_path: Path) -> None:
    checked = app.check(write(tmp_path, BAD_PLAN, GOOD_FRAMEWORK), None, RULES)
    assert (checked.read(Role.PLAN), checked.read(Role.INDICATORS)) == (False, True)


def test_a_missing_plan_is_a_fault_and_no_report(tmp_path: Path) -> None:
    checked = app.check(tmp_path / "nowhere.yaml", None, RULES)
    assert checked.report is None
    assert len(checked.faults) == 1


def test_a_check_says_where_programs_find_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path, GOOD_PLAN, BAD_FRAMEWORK)
    monkeypatch.chdir(folder)
    checked = app.check(folder, None, RULES)
    assert checked.places == {}
    plan_name, framework_name = (str(folder / name) for name in ("plan.yaml", "indicators.yaml"))
    places = placed(checked).places
    assert places == {plan_name: "plan.yaml", framework_name: "indicators.yaml"}
    absent = placed(app.check(Path("../nowhere.yaml"), None, RULES))
    assert absent.places == {"../nowhere.yaml": f"{folder.parent}/nowhere.yaml"}


def test_the_garbage_collector_is_left_as_it_was(tmp_path: Path) -> None:
    assert gc.isenabled()
    app.check(write(tmp_path, GOOD_PLAN), None, RULES)
    assert gc.isenabled()
