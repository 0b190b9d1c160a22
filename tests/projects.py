"""Projects read from YAML texts, through the same reader and models as any plan."""

from pathlib import Path
from textwrap import dedent, indent
from typing import NamedTuple

from pan_tp_cli import engine, rules
from pan_tp_cli.document import Document
from pan_tp_cli.finding import Finding
from pan_tp_cli.model.faults import read_model
from pan_tp_cli.model.indicators import Framework
from pan_tp_cli.model.plan import Plan
from pan_tp_cli.place import Role
from pan_tp_cli.project import Project
from pan_tp_cli.source import read_document

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"


class Read(NamedTuple):
    """A project and the documents that it was read from."""

    project: Project
    documents: dict[Role, Document]

    def findings(self, *identifiers: str) -> list[Finding]:
        """Return what some rules, or all, find in the project."""
        catalogue = rules.load(rules.identifiers())
        found = engine.run(self.project, self.documents, catalogue, identifiers or None).findings
        return [located.finding for located in found]

    def said_by(self, identifier: str) -> list[Finding]:
        """Return what one rule says: of each violated equation, whatever its cause, and else."""
        (rule,) = rules.load([identifier])
        violations = engine.evaluate_all(self.project, [rule]).violations
        found = [rule.violated(violation, self.project) for _, violation in violations]
        return sorted([*found, *rule.check(self.project)], key=self._position)

    def _position(self, finding: Finding) -> tuple[bool, int]:
        role, route, part = finding.place
        return role is not Role.PLAN, self.documents[role].span(route, part)[0]


def read(plan: str = "", indicators: str = "") -> Read:
    """Read a project from the texts of its files; an empty text is a file that is not given."""
    documents: dict[Role, Document] = {}
    read_plan = framework = None
    if plan:
        documents[Role.PLAN] = read_document(plan.encode(), "plan.yaml")
        read_plan = read_model(Plan, documents[Role.PLAN])
    if indicators:
        documents[Role.INDICATORS] = read_document(indicators.encode(), "indicators.yaml")
        framework = read_model(Framework, documents[Role.INDICATORS])
    return Read(Project(read_plan, framework), documents)


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


def cells(findings: list[Finding]) -> list[tuple[str, str, str | None]]:
    """Return rule, node and column of each finding: what a test of a rule asserts."""
    return [(finding.rule, finding.node, finding.column) for finding in findings]
