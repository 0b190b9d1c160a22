"""A small runner of GitHub Actions: the shell steps of a job and of a composite action, for real.

It knows as much of expressions as this project's workflows use, and keeps what other actions would
have been given.
"""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from itertools import takewhile
from operator import ne
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
BASH = ["bash", "--noprofile", "--norc", "-eo", "pipefail"]
"""The shell of a step that asks for bash, as the runner starts it."""
SITE = next(path for path in sys.path if path.endswith("site-packages"))
LENT = {
    "PIP_NO_INDEX": "1",
    "PIP_NO_DEPS": "1",
    "PIP_NO_COMPILE": "1",
    "PIP_NO_BUILD_ISOLATION": "0",  # pip reads this one the wrong way round
    "PYTHONPATH": SITE,
}
"""What makes pip install without the network: what is needed is lent by the Python of the tests."""
OF_RUNS = re.compile("GITHUB_|PAN_TP_|PYTHON|PIP_|COLUMNS|NO_COLOR|FORCE_COLOR")
"""Variables of whoever runs the tests that would change what is seen."""


def load(path: Path) -> dict[str, Any]:
    """Return what a file of YAML holds."""
    loaded: dict[str, Any] = YAML(typ="safe").load(path)
    return loaded


def evaluate(text: str, contexts: Mapping[str, Any]) -> Any:
    """Return what an expression gives: paths, texts, always(), ==, != and, weakest, && and ||."""
    for operator in ("||", "&&"):
        first, found, rest = text.partition(operator)
        if found:
            value = evaluate(first, contexts)
            settled = bool(value) is (operator == "||")
            return value if settled else evaluate(rest, contexts)
    for operator in ("==", "!="):
        first, found, rest = text.partition(operator)
        if found:
            same = evaluate(first, contexts) == evaluate(rest, contexts)
            return same is (operator == "==")
    return _term(text.strip(), contexts)


def _term(text: str, contexts: Mapping[str, Any]) -> Any:
    if text == "always()":
        return True
    if text.startswith("'"):
        return text[1:-1]
    assert re.fullmatch(r"[\w.-]+", text), f"more than this runner knows: {text}"
    value: Any = contexts
    for name in text.split("."):
        value = value.get(name, "") if isinstance(value, Mapping) else ""
    return value


def filled(text: object, contexts: Mapping[str, Any]) -> str:
    """Return a text with its expressions replaced by what they give."""
    if isinstance(text, bool):
        return str(text).lower()
    return EXPRESSION.sub(lambda found: str(evaluate(found[1], contexts)), str(text))


def outputs(text: str) -> dict[str, str]:
    """Read what steps wrote to GITHUB_OUTPUT: NAME=VALUE, or NAME<<END, lines, END."""
    found, lines = {}, iter(text.splitlines())
    for line in lines:
        name, cut, rest = re.split("(<<|=)", line, maxsplit=1)
        if cut == "<<":
            rest = "\n".join(takewhile(partial(ne, rest), lines))
        found[name] = rest
    return found


class Ran(NamedTuple):
    """What came of a job: was it well, what the log holds, and which actions were given what."""

    ok: bool
    log: str
    summary: str
    steps: dict[str, Any]
    used: list[tuple[str, dict[str, str]]]


class Runner:
    """Runs steps in a workspace, with the files that the runner of GitHub keeps beside it."""

    def __init__(self, workspace: Path, home: Path, env: Mapping[str, str] | None = None) -> None:
        self.workspace, self.home = workspace, home
        home.mkdir(exist_ok=True)
        kept = {name: value for name, value in os.environ.items() if not OF_RUNS.match(name)}
        self.env = {**kept, **LENT, "PYTHONIOENCODING": "utf-8", **(env or {})}
        self.env |= {"RUNNER_TEMP": str(home), "GITHUB_WORKSPACE": str(workspace)}
        self.summary = home / "summary.md"
        self.summary.touch()
        self.log = ""
        self.used: list[tuple[str, dict[str, str]]] = []
        self.ready: dict[str, dict[str, str]] = {}
        """What steps have given before, by their names: those are not run again."""

    def find(self, folder: str) -> None:
        """Let later steps find the commands of a folder."""
        self.env["PATH"] = folder + os.pathsep + self.env["PATH"]

    def job(self, job: Mapping[str, Any], github: Mapping[str, Any]) -> Ran:
        """Run the steps of a job; `github` is the context of that name."""
        ok, steps = self.run(job["steps"], {"github": github, "vars": {}})
        text = self.summary.read_text(encoding="utf-8")
        return Ran(ok, self.log, text, steps, self.used)

    def run(self, steps: list[Any], contexts: Mapping[str, Any]) -> tuple[bool, dict[str, Any]]:
        """Run steps; after one that fails, those alone that ask for it."""
        ok, done = True, dict(contexts.get("steps", {}))
        for step in steps:
            given = {**contexts, "steps": done}
            condition = str(step.get("if", "success()"))
            if not ok and "always()" not in condition:
                continue
            if condition != "success()" and not evaluate(condition, given):
                continue
            well, result = self.step(step, given)
            ok = ok and well
            done[step.get("id", "")] = {"outputs": result}
        return ok, done

    def step(self, step: Mapping[str, Any], contexts: Mapping[str, Any]) -> tuple[bool, Any]:
        """Run one step: a script, or an action of the workspace; others are only noted."""
        if step.get("id") in self.ready:
            return True, self.ready[step["id"]]
        if "run" in step:
            return self.script(step, contexts)
        given = {name: filled(text, contexts) for name, text in step.get("with", {}).items()}
        if step["uses"].startswith("./"):
            return self.action(self.workspace / step["uses"], given)
        self.used.append((step["uses"].partition("@")[0], given))
        return True, {}

    def action(self, folder: Path, given: Mapping[str, str]) -> tuple[bool, dict[str, str]]:
        """Run a composite action; the inputs that it is not given are its own defaults."""
        action = load(folder / "action.yml")
        assert set(given) <= set(action["inputs"]), "an input that the action does not have"
        inputs = {name: each["default"] for name, each in action["inputs"].items()}
        inputs |= given
        self.env["GITHUB_ACTION_PATH"] = str(folder)
        ok, steps = self.run(action["runs"]["steps"], {"inputs": inputs})
        told = {"inputs": inputs, "steps": steps}
        named = action["outputs"].items()
        return ok, {name: filled(each["value"], told) for name, each in named}

    def script(
        self, step: Mapping[str, Any], contexts: Mapping[str, Any]
    ) -> tuple[bool, dict[str, str]]:
        """Run the script of a step, from a file as the runner does."""
        script, output, path = (self.home / name for name in ("script.sh", "output", "path"))
        script.write_text(filled(step["run"], contexts), encoding="utf-8")
        output.write_text("")
        path.write_text("")
        files = {"OUTPUT": output, "PATH": path, "STEP_SUMMARY": self.summary}
        own = {name: filled(text, contexts) for name, text in step.get("env", {}).items()}
        done = subprocess.run(
            [*BASH, str(script)],
            cwd=self.workspace / filled(step.get("working-directory", "."), contexts),
            env={
                **self.env,
                **{f"GITHUB_{name}": str(file) for name, file in files.items()},
                **own,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        self.log += done.stdout
        for folder in path.read_text(encoding="utf-8").splitlines():
            self.find(folder)
        return done.returncode == 0, outputs(output.read_text(encoding="utf-8"))
