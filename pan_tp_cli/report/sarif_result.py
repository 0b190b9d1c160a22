"""A finding as a result of SARIF."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pan_tp_cli.finding import Located, Severity
from pan_tp_cli.place import Location
from pan_tp_cli.repair import Evidence
from pan_tp_cli.report.json_parts import Json
from pan_tp_cli.report.repair_text import equation
from pan_tp_cli.report.reported import Reported, place_of
from pan_tp_cli.report.said import details, headline, line
from pan_tp_cli.report.sarif_location import artifact, logical, physical, region
from pan_tp_cli.report.words import accepted
from pan_tp_cli.text import Lang

LEVEL: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
FINGERPRINT: Final = "panTp/v1"
"""What is hashed: rule, node and column, then the rank among equals. Another way is a v2."""
APART: Final = "\u200b"
# What SARIF makes links, « [text](place) », and placeholders, « {0} », of in any message.
_meaning = re.compile(r"(?<=\])(?=\()|(?<=\{)(?=\d+\})").sub


def result(given: Reported, rule_index: int, lang: Lang) -> Json:
    """Return a finding with its places, its evidence, its sure repair and the waiver that holds."""
    finding, location = given.finding, given.located.location
    related = list(_related(given, lang))
    fixes = list(_fixes(given, lang))
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": LEVEL[finding.severity],
        "message": message([headline(finding, lang), *details(finding, lang)]),
        "locations": [
            {
                "physicalLocation": physical(given.path, location),
                "logicalLocations": [logical(line(finding.node), finding.column)],
            }
        ],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {FINGERPRINT: given.identity},
        **({"fixes": fixes} if fixes else {}),
        "suppressions": _suppressions(given.located, lang),
    }


def message(lines: Iterable[str]) -> Json:
    """Return lines as a message in which nothing is a link or a placeholder."""
    return {"text": _meaning(APART, "\n".join(lines))}


def _related(given: Reported, lang: Lang) -> Iterator[Json]:
    """Yield the other violated equations that the same fault explains, each cell once."""
    told: dict[str, tuple[Evidence, Location]] = {}
    for each, location in zip(given.finding.evidence, given.located.evidence, strict=False):
        told.setdefault(line(equation(each, lang)), (each, location))
    for said, (each, location) in told.items():
        yield {
            "physicalLocation": physical(place_of(location.file, given.checked), location),
            "logicalLocations": [logical(line(each.node), each.column)],
            "message": message([said]),
        }


def _fixes(given: Reported, lang: Lang) -> Iterator[Json]:
    """Yield the likeliest repair where the finding is sure of one that changes cells."""
    if not given.located.mended:
        return
    by_file: dict[str, list[Json]] = {}
    for location, text in given.located.mended:
        made = {"deletedRegion": region(location), "insertedContent": {"text": text}}
        by_file.setdefault(location.file, []).append(made)
    changes = [
        {"artifactLocation": artifact(place_of(file, given.checked)), "replacements": made}
        for file, made in by_file.items()
    ]
    said = line(given.finding.repairs[0].message.render(lang))
    yield {"description": message([said]), "artifactChanges": changes}


def _suppressions(located: Located, lang: Lang) -> list[Json]:
    """Return the waiver that holds; none at all says that the finding is not accepted."""
    if located.waiver is None:
        return []
    justification = line(accepted(located.waiver).render(lang))
    return [{"kind": "external", "status": "accepted", "justification": justification}]
