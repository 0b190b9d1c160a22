"""Plans whose words would do something in a terminal, a page or a pipeline."""

from pathlib import Path
from typing import Final
from unicodedata import category

from pan_tp_cli import app, rules
from pan_tp_cli.checked import Checked, Conventions
from pan_tp_cli.finding import Located, Waived
from pan_tp_cli.message import Message
from pan_tp_cli.placing import placed
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang, Text
from tests.projects import TODAY, plan

STYLE: Final = Style(Lang.FR)
TEXTS: Final = (
    "::error title=x::y",
    "a\n::error::b",
    "a\r\n::stop-commands::b",
    "##[add-mask]a",
    "%0A::error::a",
    "%250A",
    "<script>alert(1)</script>",
    "<![CDATA[a]]>b",
    "]]>",
    "a | b \\| c",
    "`code` ``` x",
    "[clic](https://exemple.ml) ![image](https://exemple.ml/i.png)",
    "@relais !12 #12 {0} {1}",
    "a\u202eb\u2066c",
    "a\x1b[31mb\x07\x7f\x9b",
    "a\x0b\x0c\x85\u2028b\ufffe\uffff",
    "é" * 5000,
)


def checked_plan(folder: Path, text: str, waivers: str = "") -> Checked:
    """Check a plan written to a folder, with its waivers."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    if waivers:
        (folder / "derogations.yaml").write_text(waivers, encoding="utf-8")
    conventions = Conventions(TODAY)
    return placed(app.check(folder, None, rules.identifiers(), conventions))


PLAN: Final = plan(
    """\
    structures: {OIM: OIM}
    axes:
      - code: 1
        intitule: Axe
        budget: {2023: 1, 2024: 2, total: 9}
        en_trop: [7]
        activites:
          - {id: 1-01, intitule: A, budget: {2023: 1, 2024: ~}}
          - {id: 1-02, intitule: B, budget: {2023: 1 0, 2024: 2}}
    """
)
"""A plan with findings of all severities."""
AS_IT_IS: Final = Text("{text}", "{text}")


def saying(folder: Path, text: str) -> Checked:
    """Check a plan, and let all that its findings show be a text, whatever the reader refuses."""
    checked = checked_plan(folder, PLAN)
    assert checked.report is not None
    found = tuple(_saying(each, text) for each in checked.report.findings)
    return checked._replace(report=checked.report._replace(findings=found))


def _saying(located: Located, text: str) -> Located:
    finding = located.finding._replace(
        node=text,
        label=text,
        note=text,
        message=Message(AS_IT_IS, {"text": text}),
        help=(Message(AS_IT_IS, {"text": text}),),
        printed=text,
    )
    return located._replace(finding=finding)


def accepting(folder: Path, text: str) -> Checked:
    """Check a plan all of whose findings are accepted, for a reason that is a text."""
    checked = saying(folder, text)
    assert checked.report is not None
    waived = tuple(
        each._replace(waiver=Waived(text, text, None)) for each in checked.report.findings
    )
    report = checked.report._replace(findings=(), waived=waived)
    return checked._replace(report=report, show_waived=True)


def unusable(folder: Path, text: str) -> Checked:
    """Check a plan that cannot be used, for a reason that is a text."""
    checked = checked_plan(folder, "format: pan-tp/plan-1\nannees: [2023]\n")
    message = Message(AS_IT_IS, {"text": text})
    return checked._replace(faults=tuple(each._replace(message=message) for each in checked.faults))


def all_printable(text: str) -> bool:
    """Tell whether a text holds no control character, visible or not, but line ends."""
    return {"Cc", "Cf", "Cs", "Zl", "Zp"}.isdisjoint(map(category, text.replace("\n", "")))
