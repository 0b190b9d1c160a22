import os
from pathlib import Path

import pytest

from pan_tp_cli import files
from pan_tp_cli.checked import Origin
from pan_tp_cli.fault import InputError
from pan_tp_cli.text import Text, printable


def refusal(error: pytest.ExceptionInfo[InputError]) -> tuple[str, Text]:
    (fault,) = error.value.faults
    return fault.file, fault.message.text


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_stands_for_the_files_in_it(folder: Path) -> None:
    (folder / "p").mkdir()
    (folder / "p" / "plan.yaml").touch()
    (folder / "p" / "indicators.yaml").touch()
    assert files.find(Path("p"), None) == files.Paths(
        Path("p/plan.yaml"), Path("p/indicators.yaml"), Origin.GIVEN
    )


def test_the_framework_given_wins_over_the_one_beside_the_plan(folder: Path) -> None:
    (folder / "plan.yaml").touch()
    (folder / "indicators.yaml").touch()
    paths = files.find(Path("plan.yaml"), Path("other.yaml"))
    assert paths.indicators == Path("other.yaml")


def test_no_framework_beside_the_plan_is_none(folder: Path) -> None:
    (folder / "plan.yaml").touch()
    assert files.find(Path("plan.yaml"), None).indicators is None


def test_nothing_given_is_the_local_plan_then_the_embedded_one(folder: Path) -> None:
    assert files.find(None, None).origin is Origin.EMBEDDED
    assert files.find(None, None).plan.is_file()
    (folder / "data").mkdir()
    (folder / "data" / "plan.yaml").touch()
    assert files.find(None, None) == files.Paths(Path("data/plan.yaml"), None, Origin.LOCAL)


def test_a_folder_without_a_plan_is_refused(folder: Path) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(InputError) as caught:
        files.find(Path("empty"), None)
    assert refusal(caught) == ("empty", files.NO_PLAN)


def test_what_is_no_regular_file_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo("pipe")
    (folder / "large").touch()
    monkeypatch.setattr(files, "MAX_BYTES", -1)
    for name, text in (
        ("missing", files.NOT_FOUND),
        ("large/below-a-file", files.NOT_FOUND),
        (".", files.IS_FOLDER),
        ("pipe", files.NOT_REGULAR),
        ("/dev/null", files.NOT_REGULAR),
        ("large", files.TOO_LARGE),
        ("a\0b", files.NOT_READABLE),
        ("x" * 5000, files.NOT_READABLE),
    ):
        with pytest.raises(InputError) as caught:
            files.read(Path(name))
        assert refusal(caught) == (printable(name), text)


def test_a_file_larger_than_the_bound_is_refused_before_it_is_read(folder: Path) -> None:
    with (folder / "sparse.yaml").open("wb") as stream:
        stream.truncate(files.MAX_BYTES + 1)
    with pytest.raises(InputError) as caught:
        files.read(Path("sparse.yaml"))
    assert refusal(caught) == ("sparse.yaml", files.TOO_LARGE)


def test_the_system_is_quoted_in_both_languages() -> None:
    assert files.reason(OSError(28, "No space left on device")) == files.REASONS[28]
    assert files.reason(OSError(9999, "Strange")) == "Strange"
