"""Versions compared as their users do it: real processes, real repositories."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_process import pan_tp
from tests.projects import ROOT, framework
from tests.repositories import alone, clone, commit, git, put, repository
from tests.test_readme import plain

HEAD = "format: pan-tp/plan-1\nannees: [2023, 2024]\naxes:\n"
ROW = "      - {{id: {id}, intitule: {label}, budget: {{2023: {first}, 2024: {second}}}}}\n"


def plan(*rows: tuple[str, str, int, int], total: int = 0, label: str = "Axe") -> str:
    """Return a plan of one axis whose subtotals are right but for `total`, if that is given."""
    years = [sum(first for _, _, first, _ in rows), sum(second for _, _, _, second in rows)]
    budget = f"{{2023: {years[0]}, 2024: {years[1]}, total: {total or sum(years)}}}"
    written = (ROW.format(id=code, label=said, first=a, second=b) for code, said, a, b in rows)
    axis = f"  - code: 1\n    intitule: {label}\n    budget: {budget}\n    activites:\n"
    return HEAD + axis + "".join(written)


TRAIN, TELL = ("1-01", "Former des juges", 5, 5), ("1-02", "Informer les familles", 7, 12)
BEFORE = plan(TRAIN, TELL)
MORE = plan(("1-01", "Former des juges", 5, 8), TELL)
SHIFTED = plan(("1-01", "Former des juges", 4, 6), TELL)
REWORDED = plan(("1-01", "Former les juges", 5, 5), TELL)
SWAPPED = plan(TELL, TRAIN)
WRONG = plan(TRAIN, TELL, total=30)
INDICATORS = framework("unite: nombre\ncibles: {2023: 1, 2024: 2}\ntotal: 3")


@pytest.fixture(autouse=True, scope="module")
def environment() -> Iterator[pytest.MonkeyPatch]:
    yield from alone()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "before": BEFORE,
        "more": MORE,
        "shifted": SHIFTED,
        "reworded": REWORDED,
        "swapped": SWAPPED,
        "bad": BEFORE.replace("axes", "axxes"),
    }
    put(tmp_path, {f"{name}.yaml": text for name, text in files.items()})
    return tmp_path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a repository: BEFORE in v1, MORE in main, WRONG on disk."""
    folder = repository(tmp_path / "own", {"data/plan.yaml": BEFORE}, "v1")
    commit(folder, {"data/plan.yaml": MORE})
    put(folder, {"data/plan.yaml": WRONG})
    return folder


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["before.yaml", "before.yaml"], 0),
        (["before.yaml", "more.yaml"], 1),
        (["before.yaml", "more.yaml", "--fail-on", "jamais"], 0),
        (["before.yaml", "more.yaml", "--fail-on", "never"], 0),
        (["before.yaml", "shifted.yaml"], 0),
        (["before.yaml", "shifted.yaml", "--fail-on", "attention"], 1),
        (["before.yaml", "reworded.yaml", "--fail-on", "attention"], 0),
        (["before.yaml", "reworded.yaml", "--fail-on", "info"], 1),
        (["before.yaml", "swapped.yaml", "--fail-on", "info"], 0),
        (["before.yaml", "more.yaml", "--fail-on", "breaking"], 1),
        ([], 2),
        (["before.yaml", "more.yaml", "shifted.yaml"], 2),
        (["before.yaml", "more.yaml", "--fail-on", "beaucoup"], 2),
        (["before.yaml", "more.yaml", "--format", "pdf"], 2),
        (["before.yaml", "more.yaml", "--format", "json=more.yaml"], 2),
        (["--git-driver", "before.yaml", "more.yaml"], 2),
        (["before.yaml", "nowhere.yaml"], 3),
        (["nowhere.yaml", "before.yaml"], 3),
        (["before.yaml", "bad.yaml"], 3),
        (["bad.yaml", "before.yaml", "--fail-on", "never"], 3),
        (["before.yaml", "."], 3),
        (["main:before.yaml", "before.yaml"], 3),
        (["--help"], 0),
    ],
)
def test_exit_codes(folder: Path, arguments: list[str], code: int) -> None:
    done = pan_tp("diff", *arguments, cwd=folder)
    assert (done.returncode, "interne" in done.stderr) == (code, False)
    assert bool(done.stderr) == (code > 1)
    assert bool(done.stdout) == (code < 2)


def test_a_fault_of_either_version_is_told_with_its_place(folder: Path) -> None:
    done = pan_tp("diff", "bad.yaml", "before.yaml", "--lang", "en", cwd=folder)
    assert "bad.yaml:3:1: unknown key 'axxes'" in done.stderr


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", ["text", "json", "markdown", "html"])
def test_every_format_is_written_to_its_file(folder: Path, name: str, lang: str) -> None:
    options = ("--format", f"{name}=out", "--lang", lang)
    done = pan_tp("diff", "before.yaml", "more.yaml", *options, cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    text = (folder / "out").read_text(encoding="utf-8")
    assert "1-01" in text
    assert "before.yaml" in text


def test_one_argument_compares_a_revision_with_the_working_files(own: Path) -> None:
    for base in ("v1:data", "v1:data/plan.yaml"):
        done = pan_tp("diff", base, "--format", "json", cwd=own)
        (change,) = json.loads(done.stdout)["changes"]
        assert (change["aspect"], change["cells"][0]["after"]) == ("budget", 30)


def test_one_argument_that_is_a_file_is_compared_with_the_local_plan(own: Path) -> None:
    put(own, {"old.yaml": BEFORE})
    done = pan_tp("diff", "old.yaml", "--format", "json", cwd=own)
    document = json.loads(done.stdout)
    assert [given["file"] for given in document["after"]["inputs"]] == ["data/plan.yaml"]


def test_two_revisions_are_compared(own: Path) -> None:
    done = pan_tp("diff", "v1:data", "main:data", "--format", "json", cwd=own)
    (change,) = json.loads(done.stdout)["changes"]
    (cell,) = change["cells"]
    assert (cell["column"], cell["before"], cell["after"]) == ("2024", 5, 8)


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (["v1"], "pan-tp diff v1:data"),
        (["v1", "main"], "pan-tp diff v1:data main:data"),
        (["v1..main"], "pan-tp diff v1:data main:data"),
        (["v1...main"], "pan-tp diff v1:data main:data"),
        (["v1", "data"], "pan-tp diff v1:data data"),
        (["v1:data", "main"], "pan-tp diff v1:data main:data"),
    ],
)
def test_a_revision_alone_is_told_as_the_command_that_was_meant(
    own: Path, arguments: list[str], command: str
) -> None:
    done = pan_tp("diff", *arguments, cwd=own)
    assert (done.returncode, done.stdout) == (3, "")
    assert plain(done.stderr).endswith(f"lancez « {command} »\n")
    assert pan_tp(*command.split()[1:], cwd=own).returncode == 1


def test_a_revision_alone_holds_its_plan_where_it_is(own: Path, tmp_path: Path) -> None:
    git(own, "mv", "data", "plans")
    commit(own, {}, "v2")
    done = pan_tp("diff", "v1", "v2", "--lang", "en", cwd=own)
    assert done.stderr.endswith("run 'pan-tp diff v1:data v2:plans'\n")
    below = pan_tp("diff", "v2", "--lang", "en", cwd=own / "plans")
    assert below.stderr.endswith("run 'pan-tp diff v2:./'\n")
    outside = pan_tp("diff", "v1", "--lang", "en", cwd=tmp_path)
    assert outside.stderr == "v1: this file does not exist\n"


def test_a_file_comes_before_a_revision_of_its_name(own: Path) -> None:
    put(own, {"v1": BEFORE})
    assert pan_tp("diff", "v1", "main:data", cwd=own).returncode == 1


def test_a_check_of_a_revision_alone_says_how_to_write_it(own: Path) -> None:
    done = pan_tp("check", "v1", "--lang", "en", cwd=own)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == "v1: no file of this name, but a git revision: write 'v1:data'\n"


def test_the_top_of_a_revision_without_a_plan_names_the_folder_that_holds_one(own: Path) -> None:
    done = pan_tp("diff", "HEAD:", "main:data", "--lang", "en", cwd=own)
    assert done.stderr == "'HEAD:': this folder holds no plan.yaml: did you mean 'HEAD:data'?\n"


def test_a_bare_repository_has_no_working_files(own: Path, tmp_path: Path) -> None:
    bare = clone(own, tmp_path / "bare.git", "--bare")
    done = pan_tp("diff", "v1:data", cwd=bare)
    assert (done.returncode, done.stdout) == (3, "")
    assert "REVISION" in done.stderr
    assert pan_tp("diff", "v1:data", "main:data", cwd=bare).returncode == 1


def test_a_renamed_framework_is_still_the_one_beside_the_plan(own: Path) -> None:
    commit(own, {"data/indicators.yaml": INDICATORS}, "v2")
    done = pan_tp("diff", "main~1:data", "v2:data", "--format", "json", cwd=own)
    found = [(change["kind"], change["aspect"]) for change in json.loads(done.stdout)["changes"]]
    assert ("framework", "added") in found


def found(plan: str, cwd: Path) -> int:
    """Return how many findings a plan has."""
    done = pan_tp("check", plan, "--format", "json", cwd=cwd)
    return len(json.loads(done.stdout)["findings"])


class TestSince:
    def test_only_what_is_new_is_told(self, own: Path) -> None:
        done = pan_tp("check", "data", "--since", "v1", "--format", "json", cwd=own)
        document = json.loads(done.stdout)
        assert done.returncode == 1
        assert [(each["rule"], each["node"]) for each in document["findings"]] == [
            ("budget.somme-annees", "1")
        ]
        assert document["summary"]["since"] == {
            "revision": "v1:data/plan.yaml",
            "left_out": found("v1:data", own),
            "born_waived": [],
        }

    def test_an_old_fault_does_not_fail(self, own: Path) -> None:
        commit(own, {}, "v2")
        assert pan_tp("check", "data", cwd=own).returncode == 1
        done = pan_tp("check", "data", "--since", "v2", cwd=own)
        assert done.returncode == 0
        left = f"constats déjà dans v2:data/plan.yaml, laissés de côté : {found('data', own)}"
        assert left in plain(done.stdout)

    def test_from_any_folder_and_without_plan(self, own: Path) -> None:
        commit(own, {}, "v2")
        for arguments, cwd in (([], own), ([str(own / "data")], own.parent), (["."], own / "data")):
            assert pan_tp("check", *arguments, "--since", "v2", cwd=cwd).returncode == 0

    def test_a_plan_that_was_elsewhere(self, own: Path) -> None:
        git(own, "mv", "data", "plans")
        done = pan_tp("check", "plans", "--since", "v1:data", "--format", "json", cwd=own)
        assert json.loads(done.stdout)["summary"]["since"]["revision"] == "v1:data/plan.yaml"

    def test_a_plan_that_the_revision_does_not_hold_is_new(self, own: Path) -> None:
        """A pipeline that checks the first revision with a plan tells all of it."""
        put(own, {"nouveau/plan.yaml": WRONG})
        done = pan_tp("check", ".", "--since", "v1", "--format", "json", cwd=own)
        told = {
            plan["inputs"][0]["file"]: (len(plan["findings"]), plan["summary"]["since"])
            for plan in json.loads(done.stdout)["plans"]
        }
        assert done.returncode == 1
        assert told["nouveau/plan.yaml"] == (
            found("nouveau", own),
            {"revision": "v1:nouveau/plan.yaml", "left_out": 0, "born_waived": []},
        )
        assert told["data/plan.yaml"][1]["left_out"] == found("v1:data", own) > 0

    def test_an_empty_revision_is_wrong_usage(self, own: Path) -> None:
        """To git it is the index, against which nothing of a fresh checkout is new."""
        for since in ("", " "):
            done = pan_tp("check", "data", "--since", since, cwd=own)
            assert (done.returncode, done.stdout) == (2, "")
            assert "--since" in done.stderr

    def test_a_revision_that_is_not_there_tells_no_finding(self, own: Path) -> None:
        for since in ("v9", "v1:nowhere"):
            done = pan_tp("check", "data", "--since", since, cwd=own)
            assert (done.returncode, done.stdout) == (3, "")
            assert "git " in done.stderr or "v1:" in done.stderr

    @pytest.mark.parametrize("since", ["", " "])
    def test_a_blank_revision_is_a_wrong_usage(self, own: Path, since: str) -> None:
        """It would be the index, which has every fault already."""
        done = pan_tp("check", "data", "--since", since, "--lang", "en", cwd=own)
        assert (done.returncode, done.stdout) == (2, "")
        assert "the revision after --since is missing" in done.stderr

    def test_the_embedded_plan_has_no_revisions(self, tmp_path: Path) -> None:
        done = pan_tp("check", "--since", "main", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert "PLAN" in done.stderr

    def test_a_waiver_added_with_its_fault_is_named(self, own: Path) -> None:
        name, why = "budget.somme-annees@1,total", "Ainsi dans le document signé"
        waived = pan_tp(
            "waive",
            "add",
            name,
            "--plan",
            "data",
            "--motif",
            why,
            "--expire",
            "2999-12-31",
            cwd=own,
        )
        assert waived.returncode == 0
        done = pan_tp("check", "data", "--since", "v1", cwd=own)
        assert "et sa dérogation avec lui : budget.somme-annees 1 total" in plain(done.stdout)
        compared = pan_tp("diff", "v1:data", "--format", "json", cwd=own)
        (born,) = json.loads(compared.stdout)["findings"]["born_waived"]
        assert (born["rule"], born["node"], born["column"]) == ("budget.somme-annees", "1", "total")


class TestGitDriver:
    """`pan-tp diff --git-driver` where git calls it."""

    @pytest.fixture
    def driven(self, own: Path) -> Path:
        """Return the repository with the driver set up for the files of its plan."""
        environment = f"PYTHONPATH='{ROOT}' PYTHONIOENCODING=utf-8"
        command = f"{environment} '{sys.executable}' -m pan_tp_cli diff --git-driver"
        git(own, "config", "diff.pan-tp.command", command)
        commit(own, {".gitattributes": "*.yaml diff=pan-tp\n", "data/plan.yaml": MORE})
        put(own, {"data/plan.yaml": BEFORE})
        return own

    def test_git_diff_shows_what_changed(self, driven: Path) -> None:
        shown = git(driven, "diff")
        assert "data/plan.yaml" in shown
        assert "1-01" in shown
        assert "@@" not in shown

    def test_the_driver_may_be_left_out(self, driven: Path) -> None:
        assert "@@" in git(driven, "diff", "--no-ext-diff")

    def test_git_log_and_show(self, driven: Path) -> None:
        for arguments in (("log", "-p", "--ext-diff"), ("show", "--ext-diff", "HEAD~1")):
            assert "1-01" in git(driven, *arguments)

    def test_a_place_is_told_apart_from_its_version(self, driven: Path) -> None:
        """A terminal opens ``file:line:column``, and nothing with a space before the colon."""
        commit(driven, {"data/plan.yaml": MORE})
        put(driven, {"data/plan.yaml": plan(TRAIN)})
        digits = git(driven, "rev-parse", "HEAD:data/plan.yaml")[:7]
        shown = plain(git(driven, "diff"))
        assert f"Avant : data/plan.yaml ({digits})\nAprès : data/plan.yaml\n" in shown
        removed, reworded = (
            next(rank for rank, line in enumerate(text.splitlines(), 1) if label in line)
            for text, label in ((MORE, "familles"), (REWORDED, "juges"))
        )
        assert f"  --> data/plan.yaml:{removed}:9 ({digits})\n" in shown
        assert f"  --> data/plan.yaml:{reworded}:9\n" in shown

    def test_a_framework_alone(self, driven: Path) -> None:
        commit(driven, {"data/indicators.yaml": INDICATORS})
        put(driven, {"data/indicators.yaml": INDICATORS.replace("2024: 2", "2024: 5")})
        assert "P1.1-1" in git(driven, "diff", "data/indicators.yaml")

    def test_files_added_removed_and_renamed(self, driven: Path) -> None:
        git(driven, "mv", "data/plan.yaml", "data/other.yaml")
        put(driven, {"data/new.yaml": BEFORE})
        git(driven, "add", "--all")
        git(driven, "rm", "--quiet", "--cached", "data/other.yaml")
        shown = git(driven, "diff", "--cached")
        assert "data/new.yaml" in shown
        git(driven, "add", "--all")
        assert "data/other.yaml" in git(driven, "diff", "--cached", "--find-renames")

    def test_what_is_no_plan_is_shown_line_by_line(self, driven: Path) -> None:
        put(driven, {"data/plan.yaml": BEFORE.replace("axes:", "axxes:")})
        shown = git(driven, "diff")
        assert "-axes:\n+axxes:\n" in shown

    def test_an_unmerged_file_is_named(self, driven: Path) -> None:
        """git gives nothing but the path then."""
        done = pan_tp("diff", "--git-driver", "data/plan.yaml", cwd=driven)
        assert (done.returncode, done.stderr) == (0, "")
        assert plain(done.stdout) == "data/plan.yaml : conflit non résolu\n"
