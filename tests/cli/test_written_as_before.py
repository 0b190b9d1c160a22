"""What a file is like beside its text stays: line ends, mark, last line, permissions, owners."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from pan_tp_cli.cli import main
from pan_tp_cli.text import Lang
from tests.cli.test_refused_writes import EDITS
from tests.writings import FRAMEWORK, PLAN, WAIVERS

TEXTS = {"plan.yaml": PLAN, "indicators.yaml": FRAMEWORK, "derogations.yaml": WAIVERS}
BETWEEN_BRACKETS = """\
format: pan-tp/derogations-1
derogations: [{regle: budget.somme-annees, noeud: 3, motif: ainsi signé, expire: jamais},
  {regle: budget.somme-annees, noeud: 4, motif: ainsi signé, expire: jamais}]
"""
SOME_SERVE = (
    WAIVERS
    + """\
  - {regle: budget.somme-annees, noeud: 2, colonne: total, imprime: 9, attendu: 7,
     motif: ainsi signé, expire: jamais}
  # à revoir
  - {regle: budget.somme-annees, noeud: 4, motif: ainsi signé, expire: jamais}
  - {regle: budget.somme-annees, noeud: 5, motif: ainsi signé, expire: jamais}
"""
)


def with_returns(text: str) -> str:
    return text.replace("\n", "\r\n")


def with_mark(text: str) -> str:
    return "\ufeff" + text


def unfinished(text: str) -> str:
    return text.removesuffix("\n")


def all_at_once(text: str) -> str:
    return with_mark(with_returns(unfinished(text)))


def finished(text: str) -> str:
    """Return a text with the end of its last line, and three more."""
    return text.removesuffix("\n") + "\n\n\n\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edited(
    arguments: tuple[str, ...], texts: dict[str, str], form: Callable[[str], str] = str
) -> dict[str, str]:
    """Run a command on files of some form; return what they hold after it."""
    for name, text in texts.items():
        Path(name).write_bytes(form(text).encode())
    assert main.run(list(arguments), Lang.FR) == 0
    return {name: Path(name).read_bytes().decode() for name in texts}


@pytest.mark.parametrize(
    "waivers", [WAIVERS, BETWEEN_BRACKETS, SOME_SERVE], ids=["block", "flow", "some"]
)
@pytest.mark.parametrize(
    "form",
    [with_returns, with_mark, unfinished, all_at_once, finished],
    ids=lambda form: form.__name__,
)
@pytest.mark.parametrize(("arguments", "name"), EDITS.values(), ids=EDITS)
def test_the_form_of_a_text_stays(
    folder: Path,
    *,
    arguments: tuple[str, ...],
    name: str,
    form: Callable[[str], str],
    waivers: str,
) -> None:
    """A file of another form becomes what the plain one becomes, in that form."""
    texts = {**TEXTS, "derogations.yaml": waivers}
    expected = edited(arguments, texts)
    assert waivers != SOME_SERVE or "noeud: 2" in expected["derogations.yaml"]
    assert expected[name] != texts[name]
    assert edited(arguments, texts, form) == {key: form(each) for key, each in expected.items()}


@pytest.mark.skipif(os.name != "posix", reason="needs permissions of POSIX")
@pytest.mark.parametrize("mode", [0o640, 0o755, 0o600, 0o666, 0o2664])
@pytest.mark.parametrize(("arguments", "name"), EDITS.values(), ids=EDITS)
def test_permissions_stay(
    folder: Path, *, arguments: tuple[str, ...], name: str, mode: int
) -> None:
    for each, text in TEXTS.items():
        (folder / each).write_text(text, encoding="utf-8")
    (folder / name).chmod(mode)
    before = (folder / name).stat()
    assert main.run(list(arguments), Lang.FR) == 0
    after = (folder / name).stat()
    assert (stat.S_IMODE(after.st_mode), after.st_ino != before.st_ino) == (mode, True)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs to be root")
def test_owners_stay(folder: Path) -> None:
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    os.chown("plan.yaml", 12345, 23456)
    assert main.run(["recompute", "plan.yaml", "--write"], Lang.FR) == 0
    status = (folder / "plan.yaml").stat()
    assert (status.st_uid, status.st_gid) == (12345, 23456)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="needs attributes of files")
def test_attributes_stay(folder: Path) -> None:
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    try:
        os.setxattr("plan.yaml", "user.origine", b"atelier")
    except OSError:
        pytest.skip("needs a file system that keeps attributes")
    assert main.run(["recompute", "plan.yaml", "--write"], Lang.FR) == 0
    assert os.getxattr("plan.yaml", "user.origine") == b"atelier"


@pytest.mark.skipif(os.name != "posix", reason="needs permissions of POSIX")
def test_a_new_file_is_as_open_as_the_user_makes_files(folder: Path) -> None:
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    before = os.umask(0o027)
    try:
        main.run(["check", "plan.yaml", "--format", "json=r.json"], Lang.FR)
    finally:
        os.umask(before)
    assert stat.S_IMODE((folder / "r.json").stat().st_mode) == 0o640
