"""The summary of a step of GitHub Actions: appended to, never too long, never a reason to fail."""

from pathlib import Path

import pytest

from pan_tp_cli.cli.step_summary import MOST_BYTES, VARIABLE
from tests.cli.test_process import WRONG, pan_tp


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_text(WRONG, encoding="utf-8")
    return tmp_path


def annotated(folder: Path, summary: Path) -> tuple[int, str, str]:
    """Return exit code and streams of a check with annotations and a file for the summary."""
    done = pan_tp(
        "check", "plan.yaml", "--format", "github", cwd=folder, env={VARIABLE: str(summary)}
    )
    return done.returncode, done.stdout, done.stderr


def test_the_table_is_appended_to_what_is_there(folder: Path) -> None:
    summary = folder / "summary.md"
    summary.write_bytes(b"# Une autre commande")
    for count in (1, 2):
        code, out, err = annotated(folder, summary)
        assert (code, err) == (1, "")
        assert out.startswith("::error file=plan.yaml,line=3,")
        text = summary.read_text(encoding="utf-8")
        assert text.startswith("# Une autre commande\n## plan.yaml")
        assert text.count("budget.somme-annees") == count
        assert text.count("\n## ") == count


def test_one_that_cannot_be_written_is_told_and_changes_nothing(folder: Path) -> None:
    plain = pan_tp("check", "plan.yaml", "--format", "github", cwd=folder)
    code, out, err = annotated(folder, folder)
    assert (code, out) == (plain.returncode, plain.stdout)
    assert VARIABLE in err
    assert "Traceback" not in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(("free", "written"), [(0, False), (100, False), (1_500, True)])
def test_there_is_never_too_much_of_it(folder: Path, free: int, written: bool) -> None:
    summary = folder / "summary.md"
    summary.write_bytes(b"x" * (MOST_BYTES - free))
    code, _, err = annotated(folder, summary)
    assert code == 1
    size = summary.stat().st_size
    assert size <= MOST_BYTES
    assert (size > MOST_BYTES - free) is written
    assert (VARIABLE in err) is not written


@pytest.mark.parametrize("form", ["text", "markdown", "sarif"])
def test_other_formats_write_none(folder: Path, form: str) -> None:
    summary = folder / "summary.md"
    done = pan_tp("check", "plan.yaml", "--format", form, cwd=folder, env={VARIABLE: str(summary)})
    assert done.returncode == 1
    assert not summary.exists()
