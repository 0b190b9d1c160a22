"""What every rule of the catalogue must be."""

from pathlib import Path

import pytest

from pan_tp_cli import rules
from pan_tp_cli.finding import Finding
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.text import Lang
from tests.projects import ROOT, read

PACKAGE = Path(rules.__file__).parent
CATALOGUE = rules.load(rules.identifiers())
EACH_RULE = pytest.mark.parametrize("rule", CATALOGUE, ids=[rule.id for rule in CATALOGUE])


def found(example: Example, rule: Rule) -> list[Finding]:
    return read(example.plan, example.indicators, example.waivers).findings(rule.id)


def test_every_file_of_a_rule_is_discovered() -> None:
    files = [path for path in PACKAGE.glob("*/*.py") if path.stem != "__init__"]
    names = sorted(f"{path.parent.name}.{path.stem}".replace("_", "-") for path in files)
    assert list(rules.identifiers()) == names


@pytest.mark.parametrize("identifier", rules.identifiers())
def test_an_identifier_is_the_name_of_its_file(identifier: str) -> None:
    (rule,) = rules.load([identifier])
    assert rule.id == identifier
    assert rule.family == identifier.partition(".")[0]


@EACH_RULE
def test_the_bad_example_triggers_the_rule_once(rule: Rule) -> None:
    assert [finding.rule for finding in found(rule.bad, rule)] == [rule.id]


@EACH_RULE
def test_the_good_example_does_not(rule: Rule) -> None:
    assert found(rule.good, rule) == []


@EACH_RULE
def test_the_good_example_is_the_bad_one_with_other_figures(rule: Rule) -> None:
    bad, good = (
        (example.plan + example.indicators + example.waivers).splitlines()
        for example in (rule.bad, rule.good)
    )
    assert len(bad) == len(good)
    assert bad != good


@EACH_RULE
@pytest.mark.parametrize("lang", list(Lang))
def test_its_findings_can_be_said(rule: Rule, lang: Lang) -> None:
    for finding in found(rule.bad, rule):
        for message in (finding.message, *finding.help):
            said = message.render(lang)
            assert said
            assert "{" not in said


@EACH_RULE
def test_the_equations_that_it_states_are_its_own(rule: Rule) -> None:
    files = (ROOT / "data" / name for name in ("plan.yaml", "indicators.yaml"))
    project = read(*(path.read_text(encoding="utf-8") for path in files)).project
    assert {each.rule for each in rule.equations(project)} <= {rule.id}


@EACH_RULE
def test_it_has_a_test_of_its_own(rule: Rule) -> None:
    family, _, name = rule.id.replace("-", "_").partition(".")
    assert (Path(__file__).parent / family / f"test_{name}.py").is_file()


@pytest.mark.parametrize(
    ("select", "ignore", "chosen"),
    [
        ([], [], set(rules.identifiers())),
        (["transcription"], [], {"transcription.cellules-en-trop", "transcription.cellules-vides",
         "transcription.montant-illisible"}),
        (["transcription", "budget.sous-total"], ["transcription.cellules-vides"],
         {"budget.sous-total", "transcription.cellules-en-trop",
          "transcription.montant-illisible"}),
        ([], [identifier.partition(".")[0] for identifier in rules.identifiers()], set()),
    ],
)  # fmt: skip
def test_rules_are_chosen_by_identifier_or_family(
    select: list[str], ignore: list[str], chosen: set[str]
) -> None:
    assert set(rules.choose(select, ignore)) == chosen


@pytest.mark.parametrize(
    ("name", "near"), [("budgte", "budget"), ("budget.sous-totl", "budget.sous-total"), ("x", "")]
)
def test_an_unknown_rule_is_refused_with_the_nearest(name: str, near: str) -> None:
    with pytest.raises(rules.UnknownRuleError) as caught:
        rules.choose([name], [])
    assert (caught.value.name, caught.value.near) == (name, near)
