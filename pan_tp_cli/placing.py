"""Where programs find what a check found: files, the cells of evidence, the text of repairs."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pan_tp_cli import files, replacing
from pan_tp_cli.checked import Checked
from pan_tp_cli.document import Document
from pan_tp_cli.finding import Finding, Located
from pan_tp_cli.place import Location, Role
from pan_tp_cli.rewrite import replacements

if TYPE_CHECKING:
    from pan_tp_cli.git.path import AnyPath


def placed(checked: Checked) -> Checked:
    """Return a check that says where its files are, for the reports that programs read.

    Its findings say where their evidence stands, and what their surest repair writes where.
    """
    paths: dict[str, AnyPath] = {fault.file: _meant(fault.file) for fault in checked.faults}
    paths |= {name: checked.paths[role] for role, name in checked.names.items()}
    places = {name: replacing.from_here(path) for name, path in paths.items()}
    report = checked.report and checked.report.with_each(lambda found: _placed(found, checked))
    return checked._replace(places=places, report=report)


def _meant(name: str) -> "AnyPath":
    return files.meant(Path(name)) or Path(name)


def _placed(found: Located, checked: Checked) -> Located:
    documents = checked.documents
    evidence = tuple(
        documents[each.place.role].location(each.place.route, each.place.part)
        for each in found.finding.evidence
    )
    return found._replace(evidence=evidence, mended=tuple(_mended(found.finding, documents)))


def _mended(finding: Finding, documents: Mapping[Role, Document]) -> Iterator[tuple[Location, str]]:
    """Yield what the likeliest repair of a finding that is sure of one puts in which place."""
    if not (finding.sure and finding.repairs):
        return
    for role, document in documents.items():
        own = [change for change in finding.repairs[0].changes if change.place.role is role]
        yield from replacements(document, own)
