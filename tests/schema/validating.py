"""Texts validated against schemas by a program that is not ours, and read by our models."""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from shutil import which
from sysconfig import get_path

from pan_tp_cli.fault import InputError
from pan_tp_cli.model.validation import read_model
from pan_tp_cli.schema.derive import MODELS
from pan_tp_cli.source import read_document
from tests.projects import ROOT

SCHEMAS = ROOT / "schemas"
NO_NETWORK = {f"{scheme}_proxy": "http://127.0.0.1:9" for scheme in ("http", "https", "all")}
"""What makes every request of a program fail at once."""


def refused_by_schema(name: str, folder: Path, texts: Mapping[str, str]) -> set[str]:
    """Return which texts check-jsonschema refuses, by a schema of the project."""
    for rank, text in enumerate(texts.values()):
        (folder / f"{rank:03}.yaml").write_text(text, encoding="utf-8")
    files = sorted(folder.glob("*.yaml"))
    done = check_jsonschema(
        "-o", "json", "--schemafile", str(SCHEMAS / f"{name}.schema.json"), *map(str, files)
    )
    told = json.loads(done.stdout)
    assert told.get("parse_errors", []) == []
    ranks = {int(Path(each["filename"]).stem) for each in told["errors"]}
    return {text for rank, text in enumerate(texts) if rank in ranks}


def check_jsonschema(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run check-jsonschema, which cannot reach the network."""
    command = which("check-jsonschema", path=get_path("scripts"))
    assert command is not None
    return subprocess.run(
        [command, *arguments],
        env={**os.environ, **NO_NETWORK, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def refused_by_model(name: str, texts: Mapping[str, str]) -> set[str]:
    """Return which texts the tool refuses to read."""
    return {text for text, whole in texts.items() if _refused(name, whole)}


def _refused(name: str, text: str) -> bool:
    try:
        read_model(MODELS[name], read_document(text.encode(), "f"))
    except InputError:
        return True
    return False
