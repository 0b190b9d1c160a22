"""`pan-tp.yaml` as its users know it: where it is looked for, and what wins over it."""

import json
from pathlib import Path

import pytest

from pan_tp_cli.cli import main
from pan_tp_cli.text import Lang
from pan_tp_cli.tree import MAX_FAULTS
from tests.cli.test_process import pan_tp
from tests.projects import plan

PLAN = plan("""\
    axes:
      - {code: 1, intitule: Été, budget: {2023: 1 000, 2024: 2 000, total: 3 005}}
      - {code: 2, intitule: Hiver, budget: {2023: 5, 2024: 2, total: 9}, en_trop: [3]}
    """)
NAME = "pan-tp.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "plans" / "2028").mkdir(parents=True)
    (tmp_path / "plans" / "2028" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PAN_TP_LANG", raising=False)
    return tmp_path


def settle(folder: Path, text: str) -> None:
    (folder / NAME).write_text(text, encoding="utf-8")


def told(
    capfd: pytest.CaptureFixture[str], *arguments: str, lang: Lang = Lang.FR
) -> tuple[int, list[str]]:
    """Return the exit code of a check, and node and severity of what it finds."""
    code = main.run(["check", "plans/2028", "--format", "json", *arguments], lang)
    found = json.loads(capfd.readouterr().out)["findings"]
    return code, [f"{each['node']} {each['severity']}" for each in found]


ALL = ["1 error", "2 error", "2 warning"]
TOLERANCE = (
    "tolerances: [{{regle: budget.somme-annees, montant: {amount}, pourquoi: arrondi{node}}}]"
)


@pytest.mark.parametrize(
    ("text", "arguments", "code", "found"),
    [
        ("lang: fr", [], 1, ALL),
        ("select: [transcription]", [], 0, ["2 warning"]),
        ("select: [transcription]", ["--select", "budget"], 1, ["1 error", "2 error"]),
        ("ignore: [budget, indicateur]", [], 0, ["2 warning"]),
        ("ignore: [budget]", ["--ignore", "transcription"], 1, ["1 error", "2 error"]),
        ("ignore: [budget]\nfail-on: avertissement", [], 1, ["2 warning"]),
        ("ignore: [budget]\nfail-on: avertissement", ["--fail-on", "erreur"], 0, ["2 warning"]),
        ("fail-on: jamais", [], 0, ALL),
        ("severites: {budget.somme-annees: info}", [], 0, ["2 warning", "1 info", "2 info"]),
        ("severites: {transcription.cellules-en-trop: erreur}", [], 1, [*ALL[:2], "2 error"]),
        (TOLERANCE.format(amount=1, node=""), [], 1, ALL),
        (TOLERANCE.format(amount=2, node=""), [], 1, ["1 error", "2 warning"]),
        (TOLERANCE.format(amount=4, node=""), [], 1, ["1 error", "2 warning"]),
        (TOLERANCE.format(amount=5, node=""), [], 0, ["2 warning"]),
        (TOLERANCE.format(amount=5, node=", noeud: 1"), [], 1, ["2 error", "2 warning"]),
        (("tolerances:\n- {regle: budget.somme-annees, montant: 5, pourquoi: a}\n"
         "- {regle: budget.somme-annees, montant: 1, pourquoi: b}"), [], 0, ["2 warning"]),
        (TOLERANCE.format(amount=900, node="").replace("somme-annees", "sous-total"), [], 1, ALL),
    ],
)  # fmt: skip
def test_settings_hold_and_the_command_line_wins(
    folder: Path,
    capfd: pytest.CaptureFixture[str],
    *,
    text: str,
    arguments: list[str],
    code: int,
    found: list[str],
) -> None:
    settle(folder, text)
    assert told(capfd, *arguments) == (code, found)


def test_what_a_tolerance_hides_is_counted_and_the_sums_stay_exact(folder: Path) -> None:
    settle(folder, TOLERANCE.format(amount=2, node=""))
    done = pan_tp("check", "plans/2028", "--format", "text", "--format", "json=o.json", cwd=folder)
    assert "tolérances\u00a0: 1 (écarts trop petits pour être dits)" in done.stdout
    document = json.loads((folder / "o.json").read_text(encoding="utf-8"))
    assert (document["summary"]["tolerated"], document["summary"]["violated"]) == (1, 2)
    assert [each["role"] for each in document["inputs"]] == ["plan", "settings"]


@pytest.mark.parametrize(
    ("places", "holds"),
    [
        (["plans/2028", "plans", ""], "plans/2028"),
        (["plans", ""], "plans"),
        ([""], ""),
    ],
)
def test_the_nearest_settings_hold(
    folder: Path, capfd: pytest.CaptureFixture[str], *, places: list[str], holds: str
) -> None:
    for place in places:
        settle(folder / place, "lang: fr")
    first = str(Path(holds) / NAME)
    for given in ("plans/2028", "plans/2028/plan.yaml", str(folder / "plans" / "2028")):
        assert main.run(["check", given, "--show-settings"], Lang.EN) == 0
        assert capfd.readouterr().out.splitlines()[0] == f"Réglages\u00a0: {first}"


def test_nothing_above_a_repository_holds(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    settle(folder, "ignore: [budget]")
    (folder / "plans" / ".git").touch()  # as in a worktree, where it is a file
    assert told(capfd) == (1, ALL)


def test_without_a_repository_only_settings_beside_the_plan_hold(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / ".git").rmdir()
    settle(folder, "ignore: [budget]")
    assert told(capfd) == (1, ALL)
    settle(folder / "plans" / "2028", "ignore: [budget]")
    assert told(capfd) == (0, ["2 warning"])


def test_the_embedded_plan_has_no_settings(folder: Path) -> None:
    settle(folder, "lang: en")
    assert pan_tp("check", cwd=folder).stdout.startswith("Plan\u00a0: ")


@pytest.mark.parametrize(
    ("arguments", "env", "word"),
    [
        ([], {}, "Summary"),
        (["--lang", "fr"], {}, "Bilan"),
        ([], {"PAN_TP_LANG": "fr"}, "Bilan"),
        ([], {"PAN_TP_LANG": "de"}, "Summary"),
        (["--lang", "en"], {"PAN_TP_LANG": "fr"}, "Summary"),
    ],
)
def test_the_language(folder: Path, arguments: list[str], env: dict[str, str], word: str) -> None:
    settle(folder, "lang: en")
    assert word in pan_tp("check", "plans/2028", *arguments, cwd=folder, env=env).stdout
    before = pan_tp(*arguments, "check", "plans/2028", cwd=folder, env=env)
    assert word in before.stdout


def test_what_holds_is_shown_with_where_it_comes_from(folder: Path) -> None:
    tolerance = TOLERANCE.format(amount="1 000", node=", noeud: 1")
    settle(
        folder, f"ignore:\n  - budget\nfail-on: info\nseverites:\n  budget.part: info\n{tolerance}"
    )
    settle(folder, (folder / NAME).read_text(encoding="utf-8").replace("part", "pourcentage"))
    arguments = ("--show-settings", "--select", "budget,transcription", "--fail-on", "erreur")
    done = pan_tp("check", "plans/2028", *arguments, cwd=folder, env={"PAN_TP_LANG": "fr"})
    assert done.returncode == 0
    assert done.stdout.replace("\u00a0", " ").replace("\u202f", " ").splitlines() == [
        "Réglages : pan-tp.yaml",
        "  select : budget,transcription (ligne de commande)",
        "  ignore : budget (pan-tp.yaml:1)",
        "  fail-on : erreur (ligne de commande)",
        "  lang : fr (variable PAN_TP_LANG)",
        "  severites : budget.pourcentage = info (pan-tp.yaml:5)",
        "  tolerances : budget.somme-annees, 1 : jusqu'à 1 000, « arrondi » (pan-tp.yaml:6)",
    ]


def test_without_settings_the_defaults_are_shown(folder: Path) -> None:
    done = pan_tp("check", "plans/2028", "--show-settings", "--lang", "en", cwd=folder)
    assert done.stdout.splitlines() == [
        "Settings: no file pan-tp.yaml",
        "  select: all rules (default)",
        "  ignore: no rule (default)",
        "  fail-on: erreur (default)",
        "  lang: en (command line)",
        "  severites: those of the rules (default)",
        "  tolerances: none (default)",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("selct: [budget]", "1:1: unknown key 'selct': did you mean 'select'?"),
        ("select: [budgte]", "1:10: unknown rule or family 'budgte': did you mean 'budget'?"),
        ("severites: {budget: info}", "1:13: unknown rule or family 'budget'"),
        ("", "the file is empty"),
    ],
)
@pytest.mark.parametrize("arguments", [[], ["--show-settings"], ["--no-waivers"]])
def test_settings_with_a_fault_are_refused(
    folder: Path, capfd: pytest.CaptureFixture[str], *, arguments: list[str], text: str, fault: str
) -> None:
    settle(folder, text)
    assert main.run(["check", "plans/2028", *arguments], Lang.EN) == 3
    out, err = capfd.readouterr()
    assert (out, fault in err) == ("", True), err


def test_unknown_rules_are_told_with_proposals_for_the_first_hundred(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    many = [f"budget.sous-totaux-{rank}" for rank in range(MAX_FAULTS)]
    settle(folder, f"select: [{', '.join(many)}, budget.sous-totall]\nseverites: {{budget: info}}")
    assert main.run(["check", "plans/2028"], Lang.EN) == 3
    told = capfd.readouterr().err
    assert told.count("did you mean 'budget.sous-total'") == MAX_FAULTS
