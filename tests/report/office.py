"""LibreOffice as a reader of workbooks, where it is installed."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

SOFFICE: Final = shutil.which("soffice")
CALC: Final = bool(SOFFICE and list(Path(SOFFICE).resolve().parent.glob("libsclo.*")))
needed: Final = pytest.mark.skipif(
    not CALC, reason="LibreOffice Calc is not installed: apt-get install libreoffice-calc"
)
ALWAYS: Final = "0"
"""Recalculate each workbook when it is opened, whichever program wrote it."""
SETTINGS: Final = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
oor:op="fuse"><value>{ALWAYS}</value></prop></item>
</oor:items>
"""


def converted(file: Path, form: str) -> Path:
    """Open a file in LibreOffice, recalculate it, and save it in another format beside it."""
    assert SOFFICE is not None
    profile = file.parent / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    out = file.parent / "out"
    command = [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", form, "--outdir", str(out), str(file)]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    subprocess.run(command, check=True, capture_output=True, timeout=180, env=environment)
    return out / f"{file.stem}.{form.partition(':')[0]}"
