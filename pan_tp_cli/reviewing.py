"""What reviewers settle: reading settings, applying them, accepting findings, pruning waivers."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from pan_tp_cli import engine, files, replacing, rules
from pan_tp_cli.checked import Checked, Conventions, Input, SettingsFile
from pan_tp_cli.document import Document
from pan_tp_cli.fault import Fault, InputError, position
from pan_tp_cli.finding import Located
from pan_tp_cli.message import Message
from pan_tp_cli.model.settings import Settings
from pan_tp_cli.model.validation import read_model
from pan_tp_cli.model.waivers import Waiver, Waivers
from pan_tp_cli.place import Part, Role, Route
from pan_tp_cli.source import read_document
from pan_tp_cli.standing import USELESS, Judged, canonical
from pan_tp_cli.text import Text, printable
from pan_tp_cli.tree import MAX_FAULTS
from pan_tp_cli.unified import edited, unified
from pan_tp_cli.waiver_file import Entry, appended, created, schema_line, without
from pan_tp_cli.waiving import Terms
from pan_tp_cli.waiving import settle as settle_by

UNKNOWN_RULE: Final = Text(
    "règle ou famille inconnue « {name} »", "unknown rule or family '{name}'"
)
UNKNOWN_RULE_NEAR: Final = Text(
    "règle ou famille inconnue « {name} » : vouliez-vous écrire « {near} » ?",
    "unknown rule or family '{name}': did you mean '{near}'?",
)
BY_HAND: Final = Text(
    "la dérogation ne peut pas être écrite ici sans toucher au reste : ajoutez-la à la main",
    "the waiver cannot be written here without touching the rest: add it by hand",
)
NOT_REMOVED: Final = Text(
    "les dérogations ne peuvent pas être retirées sans toucher au reste : retirez-les à la main",
    "the waivers cannot be removed without touching the rest: remove them by hand",
)
FEWEST_DIGITS: Final = 6
"""Digits that a shortened fingerprint must have: one in 16 million, and quick to type."""


def read_settings(path: Path) -> SettingsFile:
    """Read settings. Raises InputError with every fault of the file."""
    name = printable(str(path))
    data = files.read(path)
    document = read_document(data, name)
    settings = read_model(Settings, document)
    faults = _unknown_rules(settings, document)
    if faults:
        raise InputError(*sorted(faults, key=position))
    return SettingsFile(settings, document, Input(Role.SETTINGS, name, data), path)


def _unknown_rules(settings: Settings, document: Document) -> list[Fault]:
    """Return a fault for each rule or family that settings name and the catalogue does not have."""
    named: list[tuple[str, Route, Part]] = []
    for key, names in (("select", settings.select), ("ignore", settings.ignore)):
        named += [(name, (key, rank), Part.VALUE) for rank, name in enumerate(names)]
    named += [(name, ("severites", name), Part.KEY) for name in settings.severities]
    for rank, tolerance in enumerate(settings.tolerances):
        named.append((tolerance.rule, ("tolerances", rank, "regle"), Part.VALUE))
    whole = [each for each in named if each[1][0] not in ("select", "ignore")]
    known = _known()
    unknown = [each for each in named if each[0] not in known]
    faults = [_unknown(document, each) for each in unknown[:MAX_FAULTS]]
    # a proposal takes a millisecond, and nobody reads so many
    faults += [_fault(document, each, "") for each in unknown[MAX_FAULTS:]]
    families = known - set(rules.identifiers())
    return faults + [_fault(document, each, "") for each in whole if each[0] in families]


def _known() -> frozenset[str]:
    """Return all rules and families."""
    known = rules.identifiers()
    return frozenset((*known, *(name.partition(".")[0] for name in known)))


def _unknown(document: Document, named: tuple[str, Route, Part]) -> Fault:
    near = ""
    try:
        rules.choose([named[0]], [])
    except rules.UnknownRuleError as error:
        near = error.near
    return _fault(document, named, near)


def _fault(document: Document, named: tuple[str, Route, Part], near: str) -> Fault:
    name, route, part = named
    text = UNKNOWN_RULE_NEAR if near else UNKNOWN_RULE
    message = Message(text, {"name": name, "near": near})
    return Fault(document.name, message, document.location(route, part))


def settle(
    report: engine.Report,
    waivers: Waivers | None,
    conventions: Conventions,
    documents: Mapping[Role, Document],
    identifiers: Sequence[str],
) -> engine.Report:
    """Apply settings and waivers to a report."""
    settings = conventions.settings.settings if conventions.settings else None
    terms = Terms(
        today=conventions.today,
        applied=frozenset(identifiers),
        known=frozenset(rules.identifiers()),
        waivers=waivers.waivers if waivers else (),
        tolerances=settings.tolerances if settings else (),
        severities=settings.severities if settings else {},
        full=conventions.full,
    )
    of_waivers = [each for each in rules.identifiers() if each not in rules.of_plans()]
    loaded = rules.load(of_waivers) if waivers else ()
    return settle_by(report, terms, documents, loaded)


def matching(found: Iterable[Located], name: str, printed: str | None) -> list[Located]:
    """Return the findings that a fingerprint, shortened or not, or ``RULE@NODE[,COLUMN]`` names.

    Only those that print a value are meant where one is given.
    """
    named = [each for each in found if _named(each, name)]
    exact = [each for each in named if called(each) == name]
    named = exact or named
    if printed is None:
        return named
    return [each for each in named if canonical(each.finding.printed) == canonical(printed)]


def called(found: Located) -> str:
    """Return how a person calls a finding: ``RULE@NODE,COLUMN``."""
    finding = found.finding
    column = f",{finding.column}" if finding.column else ""
    return f"{finding.rule}@{finding.node}{column}"


def _named(found: Located, name: str) -> bool:
    if "@" in name:
        return called(found) == name or called(found).startswith(f"{name},")
    return len(name) >= FEWEST_DIGITS and found.finding.fingerprint.startswith(name.lower())


def accept(checked: Checked, path: Path, entry: Entry) -> None:
    """Write a waiver to the file of waivers, or to a new one.

    Raises InputError where the file cannot be written, or where nothing can be added to it.
    """
    if Role.WAIVERS not in checked.documents:
        text = created(entry, _schema_line(checked, path))
        _waivers(text, printable(str(path)))  # what could not be read again is not written
        replacing.write_whole(path, text, replacing.Before.NO_FILE)
        return
    document = checked.documents[Role.WAIVERS]
    text = edited(document.mark + document.text, [appended(document, entry)])
    (new,) = _waivers(created(entry), document.name)
    _refuse_unless(text, [*_waivers_in(document), new], BY_HAND, document.name)
    replacing.write_whole(path, text, _held(checked))


def _schema_line(checked: Checked, path: Path) -> str:
    """Return what tells editors the schema of a new file of waivers, if it stands by the plan."""
    plan = checked.paths.get(Role.PLAN)
    beside = isinstance(plan, Path) and plan.absolute().parent == path.absolute().parent
    return schema_line(checked.documents[Role.PLAN]) if beside else ""


def prune(checked: Checked, *, write: bool) -> str:
    """Return what it changes to remove the waivers that no longer serve, as a patch; write it.

    Raises InputError where that cannot be done.
    """
    useless = pruned(checked)
    if not useless:
        return ""
    document, path = checked.documents[Role.WAIVERS], checked.paths[Role.WAIVERS]
    gone = {each.rank for each in useless}
    edits, whole = list(without(document, gone)), document.mark + document.text
    kept = [each for rank, each in enumerate(_waivers_in(document)) if rank not in gone]
    text = edited(whole, edits)
    _refuse_unless(text, kept, NOT_REMOVED, document.name)
    if write:
        replacing.write_whole(path, text, _held(checked))
    return unified(replacing.in_patch(path), whole, edits)


def pruned(checked: Checked) -> tuple[Judged, ...]:
    """Return the waivers that no longer serve."""
    judged = checked.report.judged if checked.report else ()
    return tuple(each for each in judged if each.standing in USELESS)


def _waivers_in(document: Document) -> list[Waiver]:
    return list(read_model(Waivers, document).waivers)


def _waivers(text: str, name: str) -> list[Waiver]:
    """Read the waivers of an edited file. Raises InputError where it is none any more."""
    return _waivers_in(read_document(text.encode(), name))


def _refuse_unless(text: str, wanted: list[Waiver], why: Text, name: str) -> None:
    """Raise InputError where an edited file would not hold the waivers that it should."""
    try:
        right = _waivers(text, name) == wanted
    except InputError:
        right = False
    if not right:
        raise InputError(Fault(name, Message(why)))


def _held(checked: Checked) -> bytes:
    """Return what the file of waivers held when it was read."""
    return next(each.data for each in checked.inputs if each.role is Role.WAIVERS)
