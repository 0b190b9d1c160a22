"""`pan-tp rules` and `pan-tp rule`, as their users run them."""

import json
import re
from pathlib import Path

import pytest

from pan_tp_cli import rules
from pan_tp_cli.report import rule_text, rules_markdown, rules_text
from pan_tp_cli.report.style import Style
from pan_tp_cli.rule import Rule
from pan_tp_cli.text import Lang
from tests.cli.test_process import pan_tp
from tests.projects import ROOT

CATALOGUE = rules.load(rules.identifiers())
PAGES = {
    Lang.FR: ("regles.md", "*[In English](rules.md).*"),
    Lang.EN: ("rules.md", "*[En français](regles.md).*"),
}
"""The pages of rules in docs/, each with its link to the other one, which stands nowhere else."""


@pytest.mark.parametrize("lang", list(Lang))
def test_every_rule_is_listed_with_its_severity(lang: Lang) -> None:
    done = pan_tp("rules", "--lang", lang.value, cwd=ROOT)
    assert done.returncode == 0
    starts = [line.split()[0] for line in done.stdout.splitlines() if "." in line.split(" ")[0]]
    assert starts == list(rules.identifiers())
    assert "{" not in done.stdout


def test_they_are_listed_as_json() -> None:
    done = pan_tp("rules", "--format", "json", "--lang", "en", cwd=ROOT)
    listed = json.loads(done.stdout)
    assert listed["schema"] == "pan-tp/rules-1"
    assert [rule["rule"] for rule in listed["rules"]] == list(rules.identifiers())
    (subtotal,) = [rule for rule in listed["rules"] if rule["rule"] == "budget.sous-total"]
    assert subtotal["severity"] == "error"
    assert list(subtotal["bad"]) == ["plan.yaml"]


def rendered(lang: Lang) -> str:
    return rules_markdown.render(CATALOGUE, Style(lang))


@pytest.mark.parametrize("lang", list(Lang))
def test_the_pages_of_the_rules_are_fresh(request: pytest.FixtureRequest, lang: Lang) -> None:
    """What `pan-tp rules --format markdown` writes, with a link below the title.

    Written anew by `pytest tests/cli/test_rules.py --regenerate`.
    """
    name, link = PAGES[lang]
    page = ROOT / "docs" / name
    title, below = rendered(lang).split("\n", 1)
    expected = f"{title}\n\n{link}\n{below}"
    if request.config.getoption("--regenerate"):
        page.write_text(expected, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == expected


@pytest.mark.parametrize("lang", list(Lang))
def test_a_page_of_the_rules_names_the_command_that_writes_it(lang: Lang) -> None:
    (command,) = re.findall(r"^Page .* `pan-tp (.*)`", rendered(lang), re.MULTILINE)
    assert pan_tp(*command.split(), cwd=ROOT).stdout == rendered(lang)


@pytest.mark.parametrize("rule", CATALOGUE, ids=[rule.id for rule in CATALOGUE])
@pytest.mark.parametrize("lang", list(Lang))
def test_each_rule_is_explained(rule: Rule, lang: Lang) -> None:
    page = rule_text.render(rule, Style(lang))
    assert page.splitlines()[0].startswith(rule.id)
    for file in (rule.bad.plan, rule.bad.indicators, rule.bad.waivers):
        assert all(line in page for line in file.splitlines())


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("budget.sous-totl", "budget.sous-total"),
        ("sous-total", "budget.sous-total"),
        ("indicateur.totals", "indicateur.total"),
    ],
)
def test_an_unknown_rule_is_refused_with_the_nearest(name: str, near: str) -> None:
    done = pan_tp("rule", name, "--lang", "en", cwd=ROOT)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"unknown rule '{name}': did you mean '{near}'?" in done.stderr


def test_a_rule_like_no_other_is_refused() -> None:
    done = pan_tp("rule", "zzz", cwd=ROOT)
    assert (done.returncode, done.stdout) == (2, "")
    assert "« pan-tp rules » les liste" in done.stderr.replace("\u00a0", " ")


def test_a_narrow_terminal_gets_narrow_lines() -> None:
    lines = rules_text.render(CATALOGUE, Style(Lang.FR, 40)).splitlines()
    names = set(rules.identifiers())
    assert all(len(line) <= 40 or line.split()[0] in names for line in lines[:-1])


def test_the_list_may_go_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "rules.md"
    assert pan_tp("rules", "--format", f"markdown={file}", cwd=ROOT).returncode == 0
    assert file.read_text(encoding="utf-8").startswith("# Les règles\n")
