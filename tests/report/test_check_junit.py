"""JUnit XML: valid by a schema, read by a common reader, and of one mind with the exit code."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
import xmlschema
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase

from pan_tp_cli.checked import Checked
from pan_tp_cli.cli.checking import Outcome
from pan_tp_cli.cli.exit_code import ExitCode
from pan_tp_cli.finding import Severity
from pan_tp_cli.report.check_junit import render, render_all
from tests.projects import ROOT, plan, waivers
from tests.report.hostile import (
    STYLE,
    TEXTS,
    accepting,
    all_printable,
    checked_plan,
    saying,
    unusable,
)

SCHEMA = ROOT / "tests" / "report" / "schemas" / "junit-10.xsd"
RIGHT = plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 2, total: 3}}]")
WRONG = RIGHT.replace("total: 3", "total: 9")
WARNING = RIGHT.replace("total: 3}", "total: 3}, en_trop: [3]")
INFO = RIGHT.replace("2023: 1", "2023: ~").replace("total: 3", "total: 2")
FAULTY = RIGHT.replace("axes", "axxes")


@cache
def schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(SCHEMA))


def read(text: str) -> JUnitXml:
    schema().validate(text)
    return JUnitXml.fromstring(text.encode())


def cases(text: str) -> list[TestCase]:
    return [case for suite in read(text) for case in suite]


def outcomes(text: str, kind: type) -> list[str]:
    """Return the tests that have a result of a kind."""
    return [
        f"{case.classname}.{case.name}"
        for case in cases(text)
        if any(isinstance(each, kind) for each in case.result)
    ]


def test_the_schema_refuses_what_is_not_in_it(tmp_path: Path) -> None:
    text = render(checked_plan(tmp_path, WRONG), STYLE)
    assert schema().is_valid(text)
    assert not schema().is_valid(text.replace('name="sous-total"', 'nom="sous-total"'))


@pytest.mark.parametrize("threshold", [*Severity, None])
@pytest.mark.parametrize("text", [RIGHT, WRONG, WARNING, INFO, FAULTY])
def test_a_reader_agrees_with_the_exit_code(
    tmp_path: Path, text: str, threshold: Severity | None
) -> None:
    checked = checked_plan(tmp_path, text)._replace(fail_on=threshold)
    report = read(render(checked, STYLE))
    code = Outcome(checked, STYLE.lang).code
    assert bool(report.failures or report.errors) == (code != ExitCode.CLEAN)
    assert bool(report.errors) == (code == ExitCode.INPUT)


def test_a_rule_is_a_test_and_says_all_that_it_finds(tmp_path: Path) -> None:
    axis = "{code: %s, intitule: A, budget: {2023: 1, 2024: 2, total: 9}}"
    text = plan(f"axes: [{axis % 1}, {axis % 2}]")
    checked = checked_plan(tmp_path, text)
    written = render(checked, STYLE)
    names = [f"{case.classname}.{case.name}" for case in cases(written)]
    assert names == list(checked.rules)
    assert outcomes(written, Failure) == ["budget.somme-annees"]
    (case,) = (case for case in cases(written) if case.result)
    (failure,) = case.result
    assert failure.type == "error"
    assert failure.message == "2 erreurs"
    assert "plan.yaml:3:" in failure.text
    assert "1 total «\xa0A\xa0»" in failure.text
    assert "2 total «\xa0A\xa0»" in failure.text


def test_only_the_rules_that_were_applied_are_tests(tmp_path: Path) -> None:
    checked = checked_plan(tmp_path, WRONG)
    chosen = tuple(rule for rule in checked.rules if rule.startswith("budget."))
    assert len(cases(render(checked._replace(rules=chosen), STYLE))) == len(chosen)


def test_lesser_findings_are_the_output_of_a_test_that_passes(tmp_path: Path) -> None:
    written = render(checked_plan(tmp_path, WARNING), STYLE)
    assert outcomes(written, Failure) == []
    (case,) = (case for case in cases(written) if case.name == "cellules-en-trop")
    assert "avertissement[transcription.cellules-en-trop]" in case.system_out


def test_a_rule_whose_findings_are_all_accepted_is_skipped(tmp_path: Path) -> None:
    pin = "regle: budget.somme-annees, noeud: 1, colonne: total, imprime: 9, attendu: 3"
    accepted = waivers(f"{pin}, motif: ainsi signé, expire: jamais")
    written = render(checked_plan(tmp_path, WRONG, accepted), STYLE)
    assert outcomes(written, Skipped) == ["budget.somme-annees"]
    assert outcomes(written, Failure) == []
    (case,) = (case for case in cases(written) if case.result)
    assert case.result[0].message == "dérogation (sans terme)\xa0: ainsi signé"
    other = "{code: 2, intitule: B, budget: {2023: 1, 2024: 2, total: 9}}]"
    both = checked_plan(tmp_path, WRONG.replace("}}]", "}}, " + other), accepted)
    (case,) = (case for case in cases(render(both, STYLE)) if case.result)
    assert isinstance(case.result[0], Failure)
    assert "2 total" in case.result[0].text
    assert "1 total" not in case.result[0].text
    assert "ainsi signé" in case.system_out


def test_there_is_a_suite_a_plan_and_names_tell_them_apart(tmp_path: Path) -> None:
    checks = [checked_plan(tmp_path / name, WRONG) for name in ("a", "b")]
    report = read(render_all(checks, STYLE))
    assert [Path(suite.name).parent.name for suite in report] == ["a", "b"]
    assert [suite.failures for suite in report] == [1, 1]
    assert (report.tests, report.failures, report.errors) == (2 * len(checks[0].rules), 2, 0)
    names = [f"{case.classname}.{case.name}" for suite in report for case in suite]
    assert len(set(names)) == len(names)


def test_a_file_that_cannot_be_used_is_an_error_and_nothing_passes(tmp_path: Path) -> None:
    written = render(checked_plan(tmp_path, FAULTY), STYLE)
    (case,) = cases(written)
    (error,) = case.result
    assert isinstance(error, Error)
    assert Path(case.name) == tmp_path / "plan.yaml"
    assert "axxes" in error.text


@pytest.mark.parametrize("text", TEXTS)
def test_what_a_plan_says_stays_text(tmp_path: Path, text: str) -> None:
    makers = (saying, accepting, unusable)
    checks = [make(tmp_path / make.__name__, text) for make in makers]
    written = render_all(checks, STYLE)
    assert written.isascii()
    report = read(written)
    assert report.failures
    assert report.skipped
    assert report.errors
    for said in _said(checks, written):
        assert all_printable(said)


def _said(checks: Sequence[Checked], written: str) -> list[str]:
    results = [each for case in cases(written) for each in case.result]
    texts = [part for each in results for part in (each.message, each.text)]
    return [*texts, *(case.system_out for case in cases(written) if case.system_out)]
