"""Where things are, as SARIF writes it: URIs of files, regions of them, and cells by name."""

from typing import Final
from urllib.parse import quote

from pan_tp_cli.place import Location, cell_name
from pan_tp_cli.report.json_parts import Json

ROOT: Final = "%SRCROOT%"
"""The name of the folder that paths start at, which code scanning services know."""


def artifact(path: str) -> Json:
    """Return the URI of a file: relative to the folder that pan-tp was run in, if it is inside."""
    uri = quote(path, errors="surrogateescape")
    if path.startswith("//"):
        return {"uri": f"file:{uri}"}  # a share of another machine
    if path.startswith("/"):
        return {"uri": f"file://{uri}"}
    if path[1:3] == ":/":
        return {"uri": f"file:///{path[0]}:{quote(path[2:])}"}  # a drive of Windows
    return {"uri": uri, "uriBaseId": ROOT}


def physical(path: str, location: Location | None) -> Json:
    """Return a file, and the region of it that is meant."""
    if location is None:
        return {"artifactLocation": artifact(path)}
    return {"artifactLocation": artifact(path), "region": region(location)}


def region(location: Location) -> Json:
    """Return a span; both count from 1, in characters, with an exclusive end."""
    return {
        "startLine": location.line,
        "startColumn": location.column,
        "endLine": location.end_line,
        "endColumn": location.end_column,
    }


def logical(node: str, column: str | None) -> Json:
    """Return the cell that is meant, or the row."""
    return {
        "name": column or node,
        "fullyQualifiedName": cell_name(node, column),
        "kind": "value" if column else "object",
    }
