"""What a command may import: a reviewer waits for every module, dozens of times a day."""

import subprocess
import sys

import pytest

from tests.projects import ROOT

HEAVY = {
    "pydantic", "ruamel", "rich", "num2words", "text_to_num", "jinja2", "openpyxl", "rapidfuzz",
    "docx", "lxml",
    "xlsxwriter",
    "pygal",
}  # fmt: skip
LISTING = (
    "import sys; sys.argv = ['pan-tp', *{arguments}]\n"
    "from pan_tp_cli.cli import main\n"
    "sys.stdout.write = lambda text: None\n"
    "main.main()\n"
    "print(*{{name.partition('.')[0] for name in sys.modules}}, file=sys.stderr)\n"
)


def imported(*arguments: str) -> set[str]:
    """Return the heavy packages that a command has loaded when it is done."""
    code = LISTING.format(arguments=list(arguments))
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return HEAVY & set(done.stderr.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["check", "--help"],
        ["coverage", "--help"],
        ["recompute", "--help"],
        ["rules", "--help"],
        ["waive", "--help"],
        ["waive", "add", "--help"],
        ["waive", "list", "--help"],
        ["waive", "prune", "--help"],
        ["diff", "--help"],
        ["report", "--help"],
        ["schema", "--help"],
        ["show", "--help"],
        ["schema"],
        ["schema", "zzz"],
    ],
)
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    assert imported(*arguments) == set()


def test_a_check_loads_the_models_and_the_reader_alone() -> None:
    """num2words is there by its French part alone, which does not load the package."""
    assert imported("check") == imported("coverage") == {"pydantic", "ruamel", "num2words"}


def test_a_wrong_usage_loads_nothing_heavy() -> None:
    assert imported("check", "--select", "budgte") == set()


def test_a_check_loads_nothing_of_what_rewrites_a_plan() -> None:
    code = LISTING.format(arguments=["check"]).replace(".partition('.')[0]", "")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stderr.split())
    rare = {f"pan_tp_cli.{name}" for name in ("recompute", "rewrite", "writing", "unified")}
    assert "pan_tp_cli.engine" in loaded
    assert rare & loaded == set()
    settled = ("reviewing", "waiving", "waiver_file", "standing", "model.waivers", "model.settings")
    assert {f"pan_tp_cli.{name}" for name in settled} & loaded == set()
    assert {name for name in loaded if name.startswith("pan_tp_cli.rules.derogation")} == set()
    assert "pan_tp_cli.rules.budget.somme_annees" in loaded
    assert {name for name in loaded if name.startswith("pan_tp_cli.git")} == set()
    assert {name for name in loaded if name.startswith("pan_tp_cli.schema")} == set()
    assert "pan_tp_cli.describing" not in loaded


def test_a_comparison_as_markdown_loads_nothing_of_html() -> None:
    code = (
        "import sys; from pan_tp_cli.report import diff_html, diff_markdown\n"
        "print(*{name.partition('.')[0] for name in sys.modules})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert {"jinja2", "markupsafe", "rapidfuzz"} & set(done.stdout.split()) == set()
