"""The budget and the framework call a heading by the same words."""

from collections.abc import Iterable, Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.outline import Coded, Kind, framework_codes, plan_headings, wording
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Entry, Level
from pan_tp_cli.text import Text
from pan_tp_cli.wording import differing, squeezed


def check(project: Project) -> Iterator[Finding]:
    """Find headings whose words differ between the two tables.

    Case, accents, spaces and punctuation alone make no difference: a table may be in capitals.
    """
    headings = _once(framework_codes(project))
    for place, entry in _once(plan_headings(project)).items():
        other = headings.get(place)
        if other is not None and squeezed(entry.label) != squeezed(other.label):
            ours, theirs = differing(entry.label, other.label)
            yield RULE.at(wording(entry), ours=ours, theirs=theirs)


def _once(codes: Iterable[Coded]) -> dict[tuple[Level | None, str], Entry]:
    """Return the headings by level and code, without codes that stand there twice."""
    once: dict[tuple[Level | None, str], Entry] = {}
    twice = set()
    for coded in codes:
        if coded.kind is Kind.HEADING:
            place = coded.level, coded.entry.node
            if once.setdefault(place, coded.entry) is not coded.entry:
                twice.add(place)
    return {place: entry for place, entry in once.items() if place not in twice}


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
axes:
  - {{code: 1, intitule: {label}, budget: {{2023: 5 000 000}}}}
"""
FRAMEWORK = """\
format: pan-tp/indicateurs-1
annees: [2023]
axes:
  - {code: 1, intitule: PREVENTION DE LA TRAITE}
"""

RULE = Rule(
    id="structure.intitule-divergent",
    severity=Severity.WARNING,
    title=Text(
        "l'intitulé n'est pas le même dans les deux tableaux : budget « {ours} », cadre de mesure "
        "« {theirs} »",
        "the wording is not the same in both tables: budget '{ours}', framework '{theirs}'",
    ),
    why=Text(
        "Deux intitulés pour un même numéro sont une faute de frappe, ou deux objectifs différents "
        "dont un seul a été validé.",
        "Two wordings for one number are a typing mistake, or two different objectives of which "
        "only one was validated.",
    ),
    repair=Text(
        "retenez l'intitulé validé et reprenez-le à l'identique dans l'autre tableau",
        "keep the wording that was validated and repeat it letter by letter in the other table",
    ),
    bad=Example(plan=PLAN.format(label="PREVENTON DE LA TRAITE"), indicators=FRAMEWORK),
    good=Example(plan=PLAN.format(label="Prévention de la traite"), indicators=FRAMEWORK),
    check=check,
)
