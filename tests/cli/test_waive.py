"""`pan-tp waive`, and what a waiver does to a check, as their users run them."""

import datetime
import json
from pathlib import Path

import jsonschema
import pytest
import typer

from pan_tp_cli import app, rules
from pan_tp_cli.cli import check, main, waive
from pan_tp_cli.text import Lang
from tests.cli.test_process import pan_tp
from tests.projects import ROOT, plan

PLAN = plan("""\
    axes:
      - {code: 1, intitule: Été, budget: {2023: 1 000, 2024: 2 000, total: 9 000}}
      - {code: 2, intitule: Hiver, budget: {2023: 5, 2024: 2, total: 9}, en_trop: [3]}
    """)
NAME = "budget.somme-annees@1,total"
WHY = ("--motif", "Ainsi dans le document signé : vu", "--expire", "2999-12-31")
FILE = "derogations.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def add(folder: Path, *arguments: str) -> None:
    done = pan_tp("waive", "add", *arguments, "--plan", ".", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")


def told(folder: Path, *arguments: str) -> tuple[int, list[str]]:
    """Return the exit code of a check, and rule and node of what it finds."""
    done = pan_tp("check", ".", "--format", "json", *arguments, cwd=folder)
    found = [each for each in json.loads(done.stdout)["findings"] if each["waiver"] is None]
    return done.returncode, [f"{each['rule']}@{each['node']}" for each in found]


def change(folder: Path, old: str, new: str, name: str = "plan.yaml") -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("where", ["../schemas/", "https://exemple.org/", ""])
def test_a_new_file_says_where_its_schema_is_as_the_plan_does(folder: Path, where: str) -> None:
    line = f"# yaml-language-server: $schema={where}"
    (folder / "plan.yaml").write_text(f"# a\n{line}plan-1.schema.json\n{PLAN}", encoding="utf-8")
    add(folder, NAME, *WHY)
    written = (folder / FILE).read_text(encoding="utf-8").splitlines()
    assert written[0] == f"{line}derogations-1.schema.json"
    assert told(folder)[1][0] == "budget.somme-annees@2"
    (folder / "sub").mkdir()
    add(folder, NAME, *WHY, "--waivers", f"sub/{FILE}")
    assert "$schema" not in (folder / "sub" / FILE).read_text(encoding="utf-8")


def test_a_new_file_names_no_schema_where_the_plan_names_none(folder: Path) -> None:
    add(folder, NAME, *WHY)
    assert "$schema" not in (folder / FILE).read_text(encoding="utf-8")


def test_the_life_of_a_waiver(folder: Path) -> None:
    first, second = "budget.somme-annees@1", "budget.somme-annees@2"
    extra = "transcription.cellules-en-trop@2"
    assert told(folder) == (1, [first, second, extra])
    add(folder, NAME, *WHY, "--par", "atelier")
    assert told(folder) == (1, [second, extra])
    add(folder, second, *WHY)
    assert told(folder) == (0, [extra])
    assert told(folder, "--no-waivers") == (1, [first, second, extra])
    change(folder, "9 000", "8 000")
    assert told(folder) == (1, [first, "derogation.perimee@1", extra])
    change(folder, "total: 9}", "total: 7}")
    assert told(folder) == (1, [first, "derogation.perimee@1", "derogation.inutile@2", extra])
    before = (folder / FILE).read_text(encoding="utf-8")
    done = pan_tp("waive", "prune", ".", cwd=folder)
    assert (done.returncode, done.stdout.count("\n-  - regle:")) == (0, 2)
    assert done.stderr == "dérogations à retirer\u00a0: 2\u00a0; rien n'est écrit sans --write\n"
    assert (folder / FILE).read_text(encoding="utf-8") == before
    assert pan_tp("waive", "prune", ".", "--write", cwd=folder).stdout == done.stdout
    assert (folder / FILE).read_text(encoding="utf-8").endswith("\nderogations: []\n")
    assert told(folder) == (1, [first, extra])
    assert pan_tp("waive", "prune", ".", cwd=folder).stderr == "aucune dérogation à retirer\n"


def test_a_waiver_keeps_what_stands_in_the_file(folder: Path) -> None:
    add(folder, NAME, *WHY)
    change(folder, "derogations:\n", "derogations:  # acceptées\n", FILE)
    before = (folder / FILE).read_text(encoding="utf-8")
    add(folder, "budget.somme-annees@2", *WHY)
    after = (folder / FILE).read_text(encoding="utf-8")
    assert after.startswith(before.rstrip("\n"))
    assert "    imprime: 9\n    attendu: 7\n" in after.removeprefix(before)
    assert sorted(path.name for path in folder.iterdir()) == [FILE, "plan.yaml"]


def test_a_finding_is_named_by_its_fingerprint(folder: Path) -> None:
    text = pan_tp("check", ".", "--show-fingerprints", cwd=folder).stdout
    line = next(each for each in text.splitlines() if "empreinte" in each)
    add(folder, line.split()[-1][:6], *WHY)
    assert "noeud: 1\n" in (folder / FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "fr", "en"),
    [
        ((NAME, "--motif", " ", "--expire", "jamais"), "dites pourquoi", "say why"),
        ((NAME, "--expire", "jamais"), "dites pourquoi", "say why"),
        ((NAME, "--motif", "vu", "--expire", "jamais"), "en dix lettres", "in ten letters"),
        ((NAME, "--motif", WHY[1]), "dites jusqu'à quand", "say until when"),
        ((NAME, "--motif", WHY[1], "--expire", ""), "dites jusqu'à quand", "say until when"),
        ((NAME, "--motif", WHY[1], "--expire", "never"), "dites jusqu'à", "say until"),
        ((NAME, "--motif", WHY[1], "--expire", "20990101"), "dites jusqu'à", "say until"),
        ((NAME, "--motif", WHY[1], "--expire", "2020-01-01"), "est passé", "is past"),
        (("abcdef123456", *WHY), "n'a pas de constat", "has no finding"),
        (("budget.somme-annees@3", *WHY), "n'a pas de constat", "has no finding"),
        (("budget", *WHY), "n'a pas de constat", "has no finding"),
        (("", *WHY), "n'a pas de constat", "has no finding"),
        ((NAME, *WHY, "--printed", "8 000"), "n'a pas de constat", "has no finding"),
        (WHY, "il manque «", "Missing argument"),
    ],
)
def test_a_wrong_use_is_refused_and_nothing_is_written(
    folder: Path, capfd: pytest.CaptureFixture[str], *, arguments: list[str], fr: str, en: str
) -> None:
    for lang, words in ((Lang.FR, fr), (Lang.EN, en)):
        command = ["waive", "add", *arguments, "--plan", ".", "--lang", lang.value]
        assert main.run(command, lang) == 2
        out, err = capfd.readouterr()
        assert out == ""
        assert words in err.replace("\u00a0", " ")
    assert not (folder / FILE).exists()


def test_what_is_accepted_already_is_not_accepted_again(folder: Path) -> None:
    add(folder, NAME, *WHY)
    before = (folder / FILE).read_text(encoding="utf-8")
    done = pan_tp("waive", "add", NAME, *WHY, "--plan", ".", "--lang", "en", cwd=folder)
    assert (done.returncode, (folder / FILE).read_text(encoding="utf-8")) == (2, before)
    assert "is already covered by a waiver" in done.stderr


def test_what_judges_a_waiver_is_not_accepted(folder: Path) -> None:
    add(folder, NAME, *WHY)
    change(folder, "9 000", "3 000")
    done = pan_tp("waive", "add", "derogation.inutile@1", *WHY, "--plan", ".", cwd=folder)
    assert (done.returncode, "ne se déroge pas" in done.stderr) == (2, True)


def test_a_name_of_several_findings_is_refused_with_their_list(folder: Path) -> None:
    change(folder, "2023: 5, 2024: 2, total: 9", "2023: 5 00, 2024: 2 00, total: 9")
    name = "transcription.montant-illisible@2"
    done = pan_tp("waive", "add", name, *WHY, "--plan", ".", cwd=folder)
    assert (done.returncode, (folder / FILE).exists()) == (2, False)
    assert f"{name},2023, {name},2024" in done.stderr
    add(folder, f"{name},2024", *WHY)
    assert "    imprime: 2 00\n" in (folder / FILE).read_text(encoding="utf-8")
    assert f"{name}" in told(folder)[1]


def test_the_embedded_plan_has_no_waivers(tmp_path: Path) -> None:
    name = "budget.somme-annees@1.1.1-02,total"
    done = pan_tp("waive", "add", name, *WHY, cwd=tmp_path)
    assert (done.returncode, "n'a pas de dérogations" in done.stderr) == (2, True)
    done = pan_tp("waive", "add", name, *WHY, "--waivers", "mine.yaml", cwd=tmp_path)
    assert (done.returncode, [path.name for path in tmp_path.iterdir()]) == (0, ["mine.yaml"])
    with_them = pan_tp("check", "--waivers", "mine.yaml", cwd=tmp_path).stdout
    assert "constats\u00a0: 7 erreurs" in with_them
    assert "\n  dérogations\u00a0: 1\n" in with_them
    assert "dérogations" not in pan_tp("check", cwd=tmp_path).stdout


def test_a_waiver_for_good_is_said_to_be_one(folder: Path) -> None:
    done = pan_tp(
        "waive", "add", NAME, "--motif", WHY[1], "--expire", "jamais", "--plan", ".", cwd=folder
    )
    assert "sans terme\u00a0: rien ne demandera de la revoir" in done.stdout
    assert "    expire: jamais\n" in (folder / FILE).read_text(encoding="utf-8")


def test_waived_findings_are_told_in_json_and_where_asked_for(folder: Path) -> None:
    add(folder, NAME, *WHY, "--par", "atelier")
    document = json.loads(pan_tp("check", ".", "--format", "json", cwd=folder).stdout)
    schema = json.loads((ROOT / "schemas" / "check-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(document)
    assert document["findings"][0]["waiver"] == {
        "motif": WHY[1], "par": "atelier", "expire": "2999-12-31"}  # fmt: skip
    assert (document["summary"]["error"], document["summary"]["waived"]) == (1, 1)
    document["findings"][0]["waiver"] = {"motif": "a"}
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(document))
    line = f"  = dérogation (jusqu'au 2999-12-31, par atelier) : {WHY[1]}\n"
    shown = pan_tp("check", ".", "--show-waived", cwd=folder).stdout.replace("\u00a0", " ")
    hidden = pan_tp("check", ".", cwd=folder).stdout.replace("\u00a0", " ")
    assert (line in shown, line in hidden) == (True, False)
    assert ("[budget.somme-annees]" in hidden, hidden.count("[budget.somme-annees]")) == (True, 1)


def test_a_plan_whose_findings_are_all_waived_is_not_said_to_agree(folder: Path) -> None:
    change(folder, "total: 9}, en_trop: [3]", "total: 7}")
    add(folder, NAME, *WHY)
    out = pan_tp("check", ".", "--lang", "en", cwd=folder).stdout
    assert "findings: none\n  waived: 1\n" in out


def test_the_day_is_that_of_the_command(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(waive, "today", lambda: datetime.date(2024, 6, 30))
    monkeypatch.setattr(check, "today", lambda: datetime.date(2024, 6, 30))
    name = ["waive", "add", NAME, "--plan", ".", "--motif", WHY[1], "--expire", "2024-06-30"]
    assert main.run(name, Lang.FR) == 0
    assert main.run(["check", ".", "--format", "concise"], Lang.FR) == 1
    assert "somme-annees] 1 total" not in capfd.readouterr().out
    monkeypatch.setattr(check, "today", lambda: datetime.date(2024, 7, 1))
    main.run(["check", ".", "--format", "concise"], Lang.EN)
    out = capfd.readouterr().out
    assert "somme-annees] 1 total" in out
    assert "has expired: it held until 2024-06-30" in out


@pytest.mark.parametrize(
    "arguments", [["check", "."], ["waive", "list", "."], ["waive", "prune", "."]]
)
def test_a_file_of_waivers_with_faults_is_told(folder: Path, arguments: list[str]) -> None:
    (folder / FILE).write_text("format: pan-tp/derogations-1\nderogation: []\n", encoding="utf-8")
    done = pan_tp(*arguments, cwd=folder)
    assert done.returncode == 3
    assert f"{FILE}:2:1: clé inconnue «\u00a0derogation\u00a0»" in done.stderr


def test_waivers_that_are_named_must_be_there(folder: Path) -> None:
    done = pan_tp("check", ".", "--waivers", "nowhere.yaml", cwd=folder)
    assert (done.returncode, done.stderr) == (3, "nowhere.yaml: ce fichier n'existe pas\n")


def test_the_list_says_what_each_is_worth(folder: Path) -> None:
    add(folder, NAME, *WHY)
    add(folder, "budget.somme-annees@2", *WHY)
    change(folder, "9 000", "3 000")
    text = pan_tp("waive", "list", ".", cwd=folder, env={"COLUMNS": "40"}).stdout
    assert max(map(len, text.splitlines()[3:])) <= 40
    text = pan_tp("waive", "list", ".", "--lang", "en", cwd=folder).stdout
    assert "budget.somme-annees@1,total  unused        until 2999-12-31\n" in text
    assert "budget.somme-annees@2,total  holds         until 2999-12-31\n" in text
    document = json.loads(pan_tp("waive", "list", ".", "--format", "json", cwd=folder).stdout)
    schema = json.loads((ROOT / "schemas" / "waivers-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(document)
    assert [each["standing"] for each in document["waivers"]] == ["unused", "holds"]
    del document["waivers"][0]["motif"]
    document["waivers"][1]["standing"] = "en vigueur"
    assert len(list(jsonschema.Draft202012Validator(schema).iter_errors(document))) == 2


def test_without_waivers_the_list_says_so(folder: Path) -> None:
    done = pan_tp("waive", "list", ".", cwd=folder)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "aucune dérogation")


def test_the_file_is_not_replaced_where_it_has_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    add(folder, NAME, *WHY)
    real, path = waive.the_one, folder / FILE

    def meanwhile(*given: object) -> object:
        path.write_text(path.read_text(encoding="utf-8") + "# relu\n", encoding="utf-8")
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(waive, "the_one", meanwhile)
    command = ["waive", "add", "budget.somme-annees@2", *WHY, "--plan", "."]
    assert main.run(command, Lang.EN) == 3
    assert "has changed since it was read" in capfd.readouterr().err
    assert path.read_text(encoding="utf-8").endswith("# relu\n")


@pytest.mark.parametrize(("printed", "code"), [(None, 2), ("1", 0), ("1 FCFA", 0), ("3", 2)])
def test_two_findings_at_one_cell_are_told_apart(
    folder: Path, capfd: pytest.CaptureFixture[str], *, printed: str | None, code: int
) -> None:
    """A rule may find one cell wrong twice, with other values."""
    report = app.check(Path(), None, rules.identifiers()).report
    assert report is not None
    first = report.findings[0]
    twice = [first._replace(finding=first.finding._replace(printed=value)) for value in (1, 2)]
    checked = app.check(Path(), None, rules.identifiers())
    checked = checked._replace(report=report._replace(findings=tuple(twice)))
    if code:
        with pytest.raises(typer.BadParameter) as caught:
            waive.the_one(checked, NAME, printed, Lang.EN)
        assert ("--printed (1, 2)" in str(caught.value)) == (printed is None)
    else:
        assert waive.the_one(checked, NAME, printed, Lang.EN).finding.printed == 1


@pytest.mark.parametrize("option", ["--motif", "--par"])
@pytest.mark.parametrize(
    "text", ["Ainsi \x1b[31m signé", "a\u202eb", "a\x7f", "a\u200bb", "a\udc9b"]
)
def test_a_waiver_holds_nothing_for_which_its_file_would_be_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, text: str
) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    words = {"--motif": "Ainsi dans le document", "--par": "Awa", option: f"Ainsi signé {text}"}
    given = [part for pair in words.items() for part in pair]
    arguments = ["waive", "add", "budget.somme-annees@1,total", *given, "--expire", "jamais"]
    assert main.run([*arguments, "--plan", str(tmp_path)], Lang.EN) == 2
    assert "invisible character U+" in capsys.readouterr().err
    assert not (tmp_path / "derogations.yaml").exists()


def test_a_waiver_that_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    arguments = ["waive", "add", "budget.somme-annees@1,total", "--motif", "mot " * 10**6]
    assert main.run([*arguments, "--expire", "jamais", "--plan", str(tmp_path)], Lang.EN) == 3
    assert not (tmp_path / "derogations.yaml").exists()
