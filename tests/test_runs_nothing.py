"""What the source of the package may import and call: nothing that runs code, or reaches a network.

Each exception is named here, with its reason.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest

PACKAGE: Final = Path(__file__).parent.parent / "pan_tp_cli"
SOURCES: Final = sorted(PACKAGE.rglob("*.py"))

REFUSED_MODULES: Final = frozenset(
    {
        "asyncio", "cffi", "code", "codeop", "ctypes", "dbm", "dill", "ftplib", "http", "httpx",
        "imaplib", "imp", "marshal", "nntplib", "pickle", "pickletools", "poplib", "pty",
        "requests", "runpy", "shelve", "smtplib", "socket", "socketserver", "ssl", "telnetlib",
        "urllib", "urllib3", "webbrowser", "xmlrpc", "zipimport",
    }
)  # fmt: skip
"""Modules that run what they are given, take it apart into objects, or talk to other machines."""
REFUSED_CALLS: Final = frozenset({"eval", "exec", "compile", "__import__", "breakpoint", "input"})
REFUSED_OF_OS: Final = ("exec", "popen", "posix_spawn", "spawn", "startfile", "system", "fork")
"""How the functions of `os` that begin another program are called, or begin to be called."""
ALLOWED: Final = {
    "cli/completion.py": {"shell"},  # for which shell typer is to write a script
    "report/sarif_location.py": {"urllib.parse"},  # it only writes paths as addresses
}
"""Modules of the refused ones that are imported all the same, with what of them is."""
RUNS_PROGRAMS: Final = {"git/command.py"}
"""Where another program is run: git, with fixed arguments."""
SHARES_WORK: Final = {"cli/many.py"}
"""Where copies of pan-tp itself are begun: `check` of many plans."""
IMPORTS_BY_NAME: Final = {
    "cli/main.py": "f'{__package__}.{module}'",  # the commands of a closed table
    "cli/output.py": "f'pan_tp_cli.report.{report}'",  # formats, checked against closed tables
    "cli/report.py": "f'pan_tp_cli.report.briefing_{target.format}'",  # likewise
    "cli/spared.py": "self.__name__",  # modules of a closed table, at their first use
    "french_numbers.py": "f'{PACKAGE}.lang_FR'",  # a part of num2words without the rest
    "rules/__init__.py": "f\"{__name__}.{identifier.replace('-', '_')}\"",  # files of the package
}
"""Where a module is imported by a name that is made, and how it is made."""


class Used(NamedTuple):
    """What a file imports, in full, and what it calls, as it is written."""

    modules: frozenset[str]
    calls: tuple[ast.Call, ...]

    def named(self, *names: str) -> Iterator[ast.Call]:
        """Yield the calls of functions of some names, whatever they belong to."""
        return (call for call in self.calls if _last(call.func) in names)


def _last(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def used(source: str) -> Used:
    """Return what a source imports and calls."""
    nodes = [*ast.walk(ast.parse(source))]
    modules = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return Used(frozenset(modules), tuple(node for node in nodes if isinstance(node, ast.Call)))


def refused(source: str) -> set[str]:
    """Return what a source uses of what runs code or reaches a network."""
    found = used(source)
    wrong = {name for name in found.modules if name.partition(".")[0] in REFUSED_MODULES}
    for call in found.calls:
        name = ast.unparse(call.func)
        if name in REFUSED_CALLS or name.startswith(tuple(f"os.{each}" for each in REFUSED_OF_OS)):
            wrong.add(name)
        wrong |= {"shell" for keyword in call.keywords if keyword.arg == "shell"}
    return wrong


def places_of(*modules: str) -> set[str]:
    """Return which files of the package import one of some modules, or from it."""
    return {
        path.relative_to(PACKAGE).as_posix()
        for path in SOURCES
        if any(name.partition(".")[0] in modules for name in used(path.read_text("utf-8")).modules)
    }


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_nothing_runs_code_or_reaches_a_network(path: Path) -> None:
    allowed = ALLOWED.get(path.relative_to(PACKAGE).as_posix(), set())
    assert refused(path.read_text("utf-8")) == allowed


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import pickle", "pickle"),
        ("def f():\n    from urllib.request import urlopen", "urllib.request"),
        ("import http.client as x", "http.client"),
        ("eval('1')", "eval"),
        ("import os\nos.system('ls')", "os.system"),
        ("import os\nos.execvp('ls', [])", "os.execvp"),
        ("import os\nos.popen('ls')", "os.popen"),
        ("from subprocess import run\nrun('ls', shell=True)", "shell"),
    ],
)
def test_what_would_be_found(source: str, found: str) -> None:
    assert refused(source) == {found}


def test_compiling_a_pattern_runs_nothing() -> None:
    assert refused("import re\nre.compile('a')\n") == set()


def test_programs_are_run_in_one_place() -> None:
    assert places_of("subprocess") == RUNS_PROGRAMS
    assert places_of("multiprocessing", "concurrent") == SHARES_WORK


def test_modules_are_imported_by_names_that_are_known() -> None:
    found: dict[str, set[str]] = {}
    for path in SOURCES:
        for call in used(path.read_text("utf-8")).named("import_module"):
            found.setdefault(path.relative_to(PACKAGE).as_posix(), set()).add(
                ast.unparse(call.args[0])
            )
    assert found == {name: {made} for name, made in IMPORTS_BY_NAME.items()}


def test_templates_let_through_two_pieces_of_markup_alone() -> None:
    """A script of the package, and pictures that pygal made, which escapes what it writes."""
    pieces = {
        piece.strip()
        for path in PACKAGE.rglob("*.jinja")
        for piece in re.findall(r"{{([^}]*)\|\s*safe\b", path.read_text("utf-8"))
    }
    assert pieces == {"script.text", "drawings[loop.index0]"}
    assert not [
        path for path in PACKAGE.rglob("*.jinja") if "autoescape" in path.read_text("utf-8")
    ]
