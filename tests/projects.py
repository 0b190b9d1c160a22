"""Projects read from YAML texts, through the same reader and models as any plan."""

import datetime
from pathlib import Path
from textwrap import dedent, indent
from typing import NamedTuple

from pan_tp_cli import engine, reviewing, rules
from pan_tp_cli.checked import Conventions
from pan_tp_cli.document import Document
from pan_tp_cli.finding import Finding
from pan_tp_cli.model.indicators import Framework
from pan_tp_cli.model.plan import Plan
from pan_tp_cli.model.validation import read_model
from pan_tp_cli.model.waivers import Waivers
from pan_tp_cli.place import Role
from pan_tp_cli.project import Project
from pan_tp_cli.source import read_document

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
TODAY = datetime.date(2024, 6, 30)
"""The day on which all waivers of the tests are judged."""


class Read(NamedTuple):
    """A project and the documents that it was read from."""

    project: Project
    documents: dict[Role, Document]
    waivers: Waivers | None = None

    def findings(self, *identifiers: str) -> list[Finding]:
        """Return what some rules, or all, find in the project."""
        if self.waivers is not None:
            found = [located.finding for located in self.settled().findings]
            return [each for each in found if not identifiers or each.rule in identifiers]
        catalogue = rules.load(rules.identifiers())
        report = engine.run(self.project, self.documents, catalogue, identifiers or None)
        return [located.finding for located in report.findings]

    def settled(self, conventions: Conventions | None = None) -> engine.Report:
        """Return the report of all rules, waivers applied."""
        catalogue = rules.load(rules.of_plans())
        report = engine.run(self.project, self.documents, catalogue)
        given = conventions or Conventions(TODAY)
        return reviewing.settle(report, self.waivers, given, self.documents, rules.identifiers())

    def said_by(self, identifier: str) -> list[Finding]:
        """Return what one rule says: of each violated equation, whatever its cause, and else."""
        (rule,) = rules.load([identifier])
        violations = engine.evaluate_all(self.project, [rule]).violations
        found = [rule.violated(violation, self.project) for _, violation in violations]
        return sorted([*found, *rule.check(self.project)], key=self._position)

    def _position(self, finding: Finding) -> tuple[bool, int]:
        role, route, part = finding.place
        return role is not Role.PLAN, self.documents[role].span(route, part)[0]


def read(plan: str = "", indicators: str = "", waivers: str = "") -> Read:
    """Read a project from the texts of its files; an empty text is a file that is not given."""
    documents: dict[Role, Document] = {}
    read_plan = framework = None
    if plan:
        documents[Role.PLAN] = read_document(plan.encode(), "plan.yaml")
        read_plan = read_model(Plan, documents[Role.PLAN])
    if indicators:
        documents[Role.INDICATORS] = read_document(indicators.encode(), "indicators.yaml")
        framework = read_model(Framework, documents[Role.INDICATORS])
    read_waivers = None
    if waivers:
        documents[Role.WAIVERS] = read_document(waivers.encode(), "derogations.yaml")
        read_waivers = read_model(Waivers, documents[Role.WAIVERS])
    return Read(Project(read_plan, framework), documents, read_waivers)


def embedded() -> Read:
    """Read the embedded plan."""
    texts = [(DATA / name).read_text(encoding="utf-8") for name in ("plan.yaml", "indicators.yaml")]
    return read(*texts)


def plan(body: str, years: str = "2023, 2024") -> str:
    """Return the text of a plan with `body` below its head."""
    return f"format: pan-tp/plan-1\nannees: [{years}]\n{dedent(body)}"


WORDS = {"sources": "[Rapport annuel]", "responsable": "CNCLTPPA", "partenaires": "[OSC]"}


def framework(indicator: str, years: str = "2023, 2024") -> str:
    """Return the text of a framework with one output, measured by one indicator.

    What it says in words is added where `indicator` does not.
    """
    lines = (f"{key}: {words}\n" for key, words in WORDS.items() if f"{key}:" not in indicator)
    indicator = "".join(lines) + dedent(indicator)
    return (
        f"format: pan-tp/indicateurs-1\nannees: [{years}]\n"
        "axes:\n  - code: 1\n    intitule: Axe\n    produits:\n      - code: 1.1\n"
        "        intitule: Produit\n        indicateurs:\n"
        + indent("- id: P1.1-1\n  intitule: Nombre\n" + indent(indicator, "  "), " " * 10)
    )


def waivers(*items: str) -> str:
    """Return the text of a file of waivers, each given by its keys after the rule and node 1."""
    start = "format: pan-tp/derogations-1\nderogations:"
    return start + ("" if items else " []") + "".join(f"\n  - {{{item}}}" for item in items) + "\n"


def cells(findings: list[Finding]) -> list[tuple[str, str, str | None]]:
    """Return rule, node and column of each finding: what a test of a rule asserts."""
    return [(finding.rule, finding.node, finding.column) for finding in findings]
