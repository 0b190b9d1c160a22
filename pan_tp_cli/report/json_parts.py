"""What all JSON reports have in common: how they open, and how they say where something is."""

import json
from collections.abc import Iterable

from pan_tp_cli import __version__
from pan_tp_cli.checked import Checked, Input
from pan_tp_cli.coverage import Counts
from pan_tp_cli.fault import Fault
from pan_tp_cli.place import Location
from pan_tp_cli.text import Lang, without_commands

Json = dict[str, object]


def opening(schema: str, checked: Checked) -> Json:
    """Return the schema of a report, the tool that wrote it and the files that were read."""
    return {**tool(schema), "inputs": inputs(checked)}


def tool(schema: str) -> Json:
    """Return the schema of a report and the tool that wrote it."""
    return {"schema": schema, "tool": {"name": "pan-tp", "version": __version__}}


def written(document: object) -> str:
    """Return a document in ASCII, so that no terminal changes it, and nothing in it drives one."""
    text = json.dumps(document, indent=2).replace("\x7f", "\\u007f")
    return without_commands(text, "\\u0023") + "\n"


def inputs(checked: Checked) -> list[Json]:
    """Return the files that were read."""
    return [_input(given) for given in checked.inputs]


def _input(given: Input) -> Json:
    return {"role": given.role.value, "file": given.name, "sha256": given.sha256}


def cell_counts(counts: Counts) -> Json:
    """Return how many cells are protected how well."""
    return {
        "locatable": counts.locatable,
        "detectable": counts.detectable,
        "unprotected": counts.unprotected,
    }


def faults(found: Iterable[Fault], lang: Lang) -> list[Json]:
    """Return why files could not be used."""
    return [_fault(fault, lang) for fault in found]


def _fault(fault: Fault, lang: Lang) -> Json:
    location = place(fault.location) if fault.location else None
    return {"file": fault.file, "message": fault.message.render(lang), "location": location}


def place(location: Location) -> Json:
    """Return a span of a file."""
    return {
        "file": location.file,
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
    }
