"""What the reviewers have settled beforehand, applied last: tolerances, severities, waivers."""

import datetime
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pan_tp_cli.document import Document
from pan_tp_cli.engine import Report, located, order
from pan_tp_cli.finding import Finding, Located, Severity, Waived
from pan_tp_cli.model.settings import Tolerance
from pan_tp_cli.model.waivers import Waiver
from pan_tp_cli.place import Role
from pan_tp_cli.repair import Evidence
from pan_tp_cli.rule import Rule
from pan_tp_cli.standing import FAMILY, Judged, Pin, Standing, pin_of

Spot = tuple[str, str, str | None]
"""Rule, node and column of a finding."""
Limits = Mapping[tuple[str, str | None], int]
"""Largest differences that are let pass, by rule and node; None where every node is meant."""


class Terms(NamedTuple):
    """What the reviewers have settled, and what a waiver is judged by.

    `applied` are the rules that report, by identifier, out of all `known`. A waiver without its
    finding is only called unused after a `full` run.
    """

    today: datetime.date | None
    applied: Container[str]
    known: Container[str]
    waivers: Sequence[Waiver] = ()
    tolerances: Sequence[Tolerance] = ()
    severities: Mapping[str, Severity] = {}
    full: bool = True


def settle(
    report: Report, terms: Terms, documents: Mapping[Role, Document], rules: Iterable[Rule]
) -> Report:
    """Return a report with what is tolerated or waived taken out, and what is said of waivers."""
    limits = _limits(terms.tolerances)
    told = [each for each in report.findings if not _tolerated(each.finding, limits)]
    judged = tuple(_judged(terms, [each.finding for each in told]))
    holding = {pin_of(each.waiver): each.waiver for each in judged if _holds(each)}
    marked = [_marked(each, holding) for each in told]
    of_waivers = located(_of_waivers(judged, terms, rules), documents)
    left = [*(each for each in marked if each.waiver is None), *of_waivers]
    return report._replace(
        findings=_in_order(left, terms),
        waived=_in_order((each for each in marked if each.waiver is not None), terms),
        judged=judged,
        tolerated=len(report.findings) - len(told),
    )


def _in_order(findings: Iterable[Located], terms: Terms) -> tuple[Located, ...]:
    """Return findings with the severities that are asked for, in order."""
    return tuple(sorted((_graded(each, terms.severities) for each in findings), key=order))


def _graded(found: Located, severities: Mapping[str, Severity]) -> Located:
    severity = severities.get(found.finding.rule)
    if severity is None:
        return found
    return found._replace(finding=found.finding._replace(severity=severity))


def _limits(tolerances: Iterable[Tolerance]) -> Limits:
    """Return tolerances by what they are for, the largest of each."""
    limits: dict[tuple[str, str | None], int] = {}
    for each in tolerances:
        spot = each.rule, each.node
        limits[spot] = max(each.amount, limits.get(spot, 0))
    return limits


def _tolerated(finding: Finding, limits: Limits) -> bool:
    """Tell whether a finding is a difference of money that is small enough, in every equation."""
    differences = [finding.difference, *map(_difference, finding.evidence)]
    amounts = [abs(each) for each in differences if isinstance(each, int)]
    if finding.currency is None or finding.missing_row or len(amounts) < len(differences):
        return False
    given = (limits.get((finding.rule, node)) for node in (finding.node, None))
    return any(limit is not None and max(amounts) <= limit for limit in given)


def _difference(evidence: Evidence) -> int | None:
    """Return how far an equation is off; None where that is no amount."""
    if isinstance(evidence.printed, int) and isinstance(evidence.computed, int):
        return evidence.printed - evidence.computed
    return None


def _judged(terms: Terms, findings: Iterable[Finding]) -> Iterator[Judged]:
    """Yield what each waiver is worth, in the order of the file."""
    there: dict[Spot, dict[Pin, Finding]] = {}
    for finding in findings:
        spot = there.setdefault((finding.rule, finding.node, finding.column), {})
        spot[pin_of(finding)] = finding
    seen: set[Pin] = set()
    for rank, waiver in enumerate(terms.waivers):
        at_spot = there.get((waiver.rule, waiver.node, waiver.column), {})
        standing = _standing(waiver, terms, seen, at_spot)
        now = next(iter(at_spot.values())) if standing is Standing.VOID else None
        yield Judged(rank, waiver, standing, now)


def _standing(waiver: Waiver, terms: Terms, seen: set[Pin], at_spot: Collection[Pin]) -> Standing:
    """Return what a waiver is worth, and note in `seen` what it pins if it has not expired."""
    pin = pin_of(waiver)
    if waiver.rule not in terms.known or waiver.rule.startswith(f"{FAMILY}."):
        return Standing.UNKNOWN
    if waiver.expires and terms.today and waiver.expires < terms.today:
        return Standing.EXPIRED
    if pin in seen:
        return Standing.DOUBLED
    seen.add(pin)
    if pin in at_spot:
        return Standing.HOLDS
    if at_spot:
        return Standing.VOID
    judged = terms.full and waiver.rule in terms.applied
    return Standing.UNUSED if judged else Standing.UNTOLD


def _holds(judged: Judged) -> bool:
    return judged.standing is Standing.HOLDS


def _marked(found: Located, holding: Mapping[Pin, Waiver]) -> Located:
    """Return a finding with the waiver that holds for it, if any does."""
    waiver = holding.get(pin_of(found.finding))
    if waiver is None:
        return found
    expires = waiver.expires.isoformat() if waiver.expires else None
    return found._replace(waiver=Waived(waiver.reason or "", waiver.by or "", expires))


def _of_waivers(judged: Sequence[Judged], terms: Terms, rules: Iterable[Rule]) -> Iterator[Finding]:
    """Yield what the rules that look at waivers find."""
    for rule in rules:
        if rule.id in terms.applied:
            yield from rule.judge(judged)
