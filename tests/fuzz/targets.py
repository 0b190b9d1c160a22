"""What fuzzers call with any bytes: each target returns, or raises where the project breaks a rule.

A text that is refused is no fault, as long as it is refused by an InputError whose places are in
the text. ``SEPARATOR`` parts the files of a target that reads two.
"""

import io
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Final
from unittest import mock

from pan_tp_cli import app, french_numbers, reading, rules
from pan_tp_cli.checked import Checked
from pan_tp_cli.cli import main
from pan_tp_cli.document import Document
from pan_tp_cli.fault import Fault, InputError
from pan_tp_cli.model.base import Model
from pan_tp_cli.model.indicators import Framework
from pan_tp_cli.model.plan import Plan
from pan_tp_cli.model.settings import Settings
from pan_tp_cli.model.validation import read_model
from pan_tp_cli.model.waivers import Waivers
from pan_tp_cli.money import MINUS, Unreadable, read_amount, read_percent, write_value
from pan_tp_cli.source import read_document
from pan_tp_cli.text import Lang

SEPARATOR: Final = b"#=====\n"
EXPECTED: Final = frozenset((0, 1, 2, 3))
"""The exit codes of a tool that works, whatever it is given."""
FORMATS: Final = (
    "text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown",
)  # fmt: skip
RULES: Final = rules.identifiers()


def source(data: bytes) -> None:
    """Read YAML; every place must be one of the text."""
    document = _read(data)
    if document is not None:
        length = len(document.text)
        for begin, end in zip(document.begins, document.ends, strict=True):
            assert 0 <= begin <= end <= length


def money(data: bytes) -> None:
    """Read amounts, shares and numbers in words; what is read is written, and read the same."""
    text = data.decode(errors="replace")
    for read in (read_amount, read_percent):
        value = read(text)
        if not isinstance(value, Unreadable):
            written = write_value(value, Lang.FR).replace(MINUS, "-")
            assert read(written) == value
    number = french_numbers.read(text)
    if number is not None:
        assert french_numbers.read(french_numbers.spell(number)) == number


def model(kind: type[Model], data: bytes) -> None:
    """Read a file into a model; all faults are told, each in its place."""
    document = _read(data)
    if document is not None:
        try:
            read_model(kind, document)
        except InputError as error:
            _told(error.faults, document)


def _read(data: bytes) -> Document | None:
    try:
        return read_document(data, "f")
    except InputError as error:
        _told(error.faults, None)
        return None


def _told(faults: tuple[Fault, ...], document: Document | None) -> None:
    assert faults
    for fault in faults:
        for lang in Lang:
            assert fault.message.render(lang)
        if document and fault.location:
            line = document.line(fault.location.line)
            assert 1 <= fault.location.column <= len(line) + 2


def check(data: bytes) -> None:
    """Check a plan and its framework, all at once and row by row, and write every report."""
    with _laid(data) as folder:
        whole = app.check(folder, None, RULES)
        with mock.patch.object(reading, "LARGE", 0):
            by_rows = app.check(folder, None, RULES)
        assert _findings(by_rows) == _findings(whole)
        assert by_rows.faults == whole.faults
        for form in FORMATS:
            _run("check", str(folder), "--format", form)


def _findings(checked: Checked) -> object:
    return checked.report and checked.report.findings


def waive(data: bytes) -> None:
    """Check a plan with waivers and settings beside it that are made of any bytes."""
    with _laid(PLAN.encode()) as folder:
        waivers, _, settings = data.partition(SEPARATOR)
        (folder / "derogations.yaml").write_bytes(waivers)
        if settings:
            (folder / "pan-tp.yaml").write_bytes(settings)
        _run("check", str(folder), "--show-waived", "--stats")


def diff(data: bytes) -> None:
    """Compare two plans, both ways."""
    old, _, new = data.partition(SEPARATOR)
    with _laid(old) as before, _laid(new) as after:
        for form in ("text", "json"):
            _run("diff", str(before), str(after), "--format", form)
        _run("diff", str(after), str(before), "--format", "markdown")


@contextmanager
def _laid(data: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        folder = Path(name)
        plan, _, framework = data.partition(SEPARATOR)
        (folder / "plan.yaml").write_bytes(plan)
        if framework:
            (folder / "indicators.yaml").write_bytes(framework)
        yield folder


def _run(*arguments: str) -> None:
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        code = main.run(list(arguments), Lang.FR)
    assert code in EXPECTED


MEMORY: Final = "/dev/shm" if Path("/dev/shm").is_dir() else None
PLAN: Final = """\
format: pan-tp/plan-1
annees: [2023, 2024]
axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 2, total: 4}}]
"""

Target = Callable[[bytes], None]
TARGETS: Final[Mapping[str, Target]] = MappingProxyType(
    {
        "source": source,
        "money": money,
        "plan": partial(model, Plan),
        "indicators": partial(model, Framework),
        "waivers": partial(model, Waivers),
        "settings": partial(model, Settings),
        "check": check,
        "waive": waive,
        "diff": diff,
    }
)
