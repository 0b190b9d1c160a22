"""What a command may import: a reviewer waits for every module, dozens of times a day."""

import os
import subprocess
import sys
from importlib import import_module

import pytest
import typer

from pan_tp_cli.cli import commands, spared
from pan_tp_cli.cli.main import build
from pan_tp_cli.text import Lang
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


PROCESS = (
    "import os, sys; sys.argv = ['pan-tp', *{arguments}]\n"
    "from pan_tp_cli.cli import start\n"
    "sys.stdout.write = lambda text: None\n"
    "os._exit = lambda code: print(*sys.modules, file=sys.stderr)\n"
    "start.main()\n"
)


def unmeasured() -> dict[str, str]:
    """Return the environment without what has a process measure its coverage, which loads more."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}


def imported(*arguments: str) -> set[str]:
    """Return the heavy packages that a command has loaded when it is done."""
    code = LISTING.format(arguments=list(arguments))
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return HEAVY & set(done.stderr.split())


def loaded(*arguments: str, **environment: str) -> set[str]:
    """Return all modules that the process of a command has loaded before it ends."""
    code = PROCESS.format(arguments=list(arguments))
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT, env=unmeasured() | environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(done.stderr.split())


def modules_of_commands(*arguments: str) -> set[str]:
    """Return which modules of commands the process of a command has loaded."""
    known = {f"pan_tp_cli.cli.{module}" for module in commands.MODULES.values()}
    return {name.rpartition(".")[2] for name in known & loaded(*arguments)}


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
    faulty = ("model.faults", "cli.own_fault")
    assert {f"pan_tp_cli.{name}" for name in faulty} & loaded == set()
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


@pytest.mark.parametrize(
    ("arguments", "modules"),
    [
        (["check"], {"check"}),
        (["check", "--help"], {"check"}),
        (["--lang", "en", "check", "--help"], {"check"}),
        (["--lang=en", "rule", "--help"], {"rules"}),
        (["--version"], set()),
        (["--lang", "en", "--version"], set()),
        (["--help"], set(commands.MODULES.values())),
        (["--help", "check"], set(commands.MODULES.values())),
        (["chekc"], set(commands.MODULES.values())),
        ([], set(commands.MODULES.values())),
    ],
)
def test_a_command_loads_no_other_command(arguments: list[str], modules: set[str]) -> None:
    assert modules_of_commands(*arguments) == modules


def test_each_command_is_where_it_is_looked_for() -> None:
    for name, module in commands.MODULES.items():
        alone = typer.main.get_command(build(Lang.FR, [name]))
        registered = [each for each, holder in commands.MODULES.items() if holder == module]
        assert isinstance(alone, typer.core.TyperGroup)
        assert list(alone.commands) == registered


def test_a_check_loads_nothing_of_what_libraries_import_and_it_does_not_need() -> None:
    names = loaded("check")
    assert {"pydantic", *spared.UNUSED} <= names  # these at least by name
    beneath = {"importlib.metadata", "_bz2", "_lzma", "_struct", "hmac", "selectors"}
    assert beneath & names == set()


def test_plugins_of_pydantic_are_looked_for_where_they_are_asked_for() -> None:
    assert "importlib.metadata" in loaded("check", PYDANTIC_DISABLE_PLUGINS="none-of-these")


SPARED = (
    "from pan_tp_cli.cli import spared\n"
    "spared.postpone(); spared.load_no_keys(); spared.load_no_plugins()\n"
)


def said(code: str) -> list[str]:
    """Return the words that Python prints where modules are spared."""
    done = subprocess.run(
        [sys.executable, "-c", SPARED + code],
        cwd=ROOT, env=unmeasured(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.split()


@pytest.mark.parametrize("name", spared.UNUSED)
def test_whoever_needs_a_postponed_module_gets_the_whole_of_it(name: str) -> None:
    module = import_module(name)
    public = getattr(module, "__all__", None) or [each for each in dir(module) if each[0] != "_"]
    code = (
        f"import {name} as early; early.{public[0]}; import {name} as late\n"
        f"print(early is not late, all(getattr(early, x) is getattr(late, x) for x in {public}))\n"
        f"from {name} import {', '.join(public)}\n"
    )
    assert said(code) == ["True", "True"]


def test_pydantic_gets_its_own_loader_for_whatever_else_it_asks_of_it() -> None:
    code = (
        "from pydantic.plugin._loader import get_plugins; print(get_plugins())\n"
        "from pydantic.plugin._loader import PYDANTIC_ENTRY_POINT_GROUP as group; print(group)\n"
    )
    assert said(code) == ["()", "pydantic"]


KEYS = (
    "core_schema = __import__('pydantic_core').core_schema\n"
    "print(len(core_schema.CoreConfig.__annotations__) > 9)\n"
    "print({type(key).__name__ for key in core_schema.CoreConfig.__annotations__.values()})\n"
)


def test_no_key_of_the_core_of_pydantic_is_compiled() -> None:
    assert said(KEYS) == ["True", "{'str'}"]


def test_the_core_of_pydantic_is_loaded_as_it_is_where_it_needs_its_keys() -> None:
    assert said("spared._Plain = None\n" + KEYS) == ["True", "{'ForwardRef'}"]


@pytest.mark.parametrize("plain", ["", "spared._Plain = None\n"])
def test_typed_dictionaries_are_what_they_were_once_the_core_is_there(plain: str) -> None:
    code = (
        "import typing, typing_extensions\n"
        "kept = typing.TypedDict, typing_extensions.TypedDict\n"
        "import pydantic_core\n"
        "print(pydantic_core.InitErrorDetails(type='missing').keys())\n"
        "print(kept == (typing.TypedDict, typing_extensions.TypedDict))\n"
        "import pydantic_core as late; from pydantic_core import core_schema\n"
        "print(late is not pydantic_core, core_schema.__name__)\n"
    )
    whole = "pydantic_core.core_schema"
    assert said(plain + code) == ["dict_keys(['type'])", "True", "True", whole]
