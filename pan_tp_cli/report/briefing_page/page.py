"""A report for a meeting as a page shows it, part by part, in the language of its reader."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from pan_tp_cli import __version__
from pan_tp_cli.briefing import Briefing
from pan_tp_cli.checked import Checked
from pan_tp_cli.engine import Report
from pan_tp_cli.message import CURRENCY_NAMES
from pan_tp_cli.place import Role
from pan_tp_cli.project import Project
from pan_tp_cli.report.briefing_page.anchors import anchors, axes
from pan_tp_cli.report.briefing_page.budget import ShownAxis, budget
from pan_tp_cli.report.briefing_page.cells import head
from pan_tp_cli.report.briefing_page.charts import Picture, pictures
from pan_tp_cli.report.briefing_page.corrections import Correction, corrections
from pan_tp_cli.report.briefing_page.coverage import ShownCoverage, coverage
from pan_tp_cli.report.briefing_page.dates import written
from pan_tp_cli.report.briefing_page.findings import ShownFinding, findings
from pan_tp_cli.report.briefing_page.rules import ShownRule, named_rules
from pan_tp_cli.report.briefing_page.summary import ShownSummary, summary
from pan_tp_cli.report.briefing_page.verdict import Verdict, verdict
from pan_tp_cli.report.diff_page.versions import Version, version
from pan_tp_cli.report.said import reason
from pan_tp_cli.report.signing import sentence
from pan_tp_cli.text import Lang, one_line


class Unusable(NamedTuple):
    """Where a file could not be used, and why."""

    where: str
    why: str


class Refused(NamedTuple):
    """What there is to show where no file of a plan could be used."""

    unusable: tuple[Unusable, ...]
    headline: str
    version: Version
    day: datetime.date
    day_written: str
    tool: str = f"pan-tp {__version__}"


class Page(NamedTuple):
    """What there is to show; a part that says nothing is empty.

    `axes_named` are the codes and names of the axes that findings belong to.
    """

    verdict: Verdict
    unusable: tuple[Unusable, ...]
    corrections: tuple[Correction, ...]
    summary: ShownSummary | None
    pictures: tuple[Picture, ...]
    columns: tuple[str, ...]
    budget: tuple[ShownAxis, ...]
    findings: tuple[ShownFinding, ...]
    waived: tuple[ShownFinding, ...]
    axes_named: tuple[tuple[str, str], ...]
    rules: tuple[ShownRule, ...]
    coverage: ShownCoverage
    version: Version
    currency: str
    day: datetime.date
    day_written: str
    revision_written: str
    tool: str = f"pan-tp {__version__}"


def page(briefing: Briefing, report: Report, lang: Lang) -> Page:
    """Return what to show of a plan."""
    checked, project = briefing.checked, briefing.checked.project
    everything = (*report.findings, *report.waived)
    links = anchors(briefing.overview, everything)
    found = findings(report.findings, project, links, lang)
    return Page(
        verdict=verdict(briefing, report, lang),
        unusable=_unusable(checked, lang),
        corrections=corrections(report.findings, links, lang),
        summary=summary(briefing, links, lang),
        pictures=pictures(briefing, lang),
        columns=tuple(head(each, lang) for each in briefing.overview.columns),
        budget=budget(briefing, links, lang),
        findings=found,
        waived=findings(report.waived, project, links, lang),
        axes_named=_axes(found, project),
        rules=named_rules(everything, lang),
        coverage=coverage(briefing, report, lang),
        version=version(checked, lang),
        currency=CURRENCY_NAMES.get(project.currency, project.currency),
        day=briefing.day,
        day_written=written(briefing.day, lang),
        revision_written=_revision(project, lang),
    )


def refused(checked: Checked, day: datetime.date, lang: Lang) -> Refused:
    """Return what to show of a plan whose files could not be used."""
    headline = sentence(checked, lang)
    unusable = _unusable(checked, lang)
    return Refused(unusable, headline, version(checked, lang), day, written(day, lang))


def _unusable(checked: Checked, lang: Lang) -> tuple[Unusable, ...]:
    return tuple(Unusable(each.where, reason(each, lang)) for each in checked.faults)


def _revision(project: Project, lang: Lang) -> str:
    revision = project.plan.revision if project.plan else None
    return written(revision, lang) if revision else ""


def _axes(found: Sequence[ShownFinding], project: Project) -> tuple[tuple[str, str], ...]:
    """Return the axes that have findings, each with its wording, in the order of the tables."""
    known = [axis for role in (Role.PLAN, Role.INDICATORS) for axis in axes(project, role)]
    names = {code: one_line(label) for code, label in reversed(known)}
    having = {each.axis for each in found}
    codes = dict.fromkeys(code for code, _ in known if code in having)
    return tuple((code, names[code]) for code in codes)
