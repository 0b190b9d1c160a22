"""A check for the description of a merge request, a comment or the summary of a step."""

from collections.abc import Iterator, Sequence
from typing import Final

from pan_tp_cli import __version__
from pan_tp_cli.checked import Checked
from pan_tp_cli.finding import Severity
from pan_tp_cli.place import Role
from pan_tp_cli.report.finding_rows import HEADS, row
from pan_tp_cli.report.markdown_parts import Sheet, Table, code, escaped, first, tabled
from pan_tp_cli.report.opening import ABSENT
from pan_tp_cli.report.said import reason
from pan_tp_cli.report.style import Style
from pan_tp_cli.report.words import SEVERITIES, counted, in_number
from pan_tp_cli.text import Lang, Text

MOST_BYTES: Final = 65_000
"""Room in a comment: GitHub takes 65 536 characters, which are never more than their bytes."""
MOST_ROWS: Final = (2000, 1000, 500, 250, 150, 100, 60, 30, 15, 5, 1)
"""Rows of a table, and plans, that are written: fewer and fewer, until there is room."""
LONGEST: Final = 300

HEADLINE: Final = Text("{title} : {outcome}", "{title}: {outcome}")
PLANS: Final = Text("{count} plans", "{count} plans")
PLAN: Final = Text("Plan", "Plan")
FACT: Final = Text("- **{name} :** {said}", "- **{name}:** {said}")
FILES: Final = {
    Role.PLAN: PLAN,
    Role.INDICATORS: Text("Indicateurs", "Indicators"),
    Role.WAIVERS: Text("Dérogations", "Waivers"),
}
NONE: Final = Text("aucun", "none")
EQUATIONS: Final = Text("Égalités vérifiées", "Equations checked")
EQUATION_COUNTS: Final = Text("{count} ; fausses : {violated}", "{count}; violated: {violated}")
WAIVED: Final = Text("Constats acceptés", "Findings accepted")
TOLERATED: Final = Text("Écarts tolérés", "Differences tolerated")
LEFT_OUT: Final = Text(
    "Constats déjà dans {revision}, laissés de côté", "Findings already in {revision}, left out"
)
ALL_AGREE: Final = Text("les chiffres contrôlés concordent", "the figures checked agree")
NOTHING: Final = Text("aucun constat", "no findings")
UNUSABLE: Final = (
    Text("{count} fichier inutilisable", "{count} file not usable"),
    Text("{count} fichiers inutilisables", "{count} files not usable"),
)
NOT_CHECKED: Final = Text(
    "Ces fichiers n'ont pas pu être lus, et rien n'y a été contrôlé :",
    "These files could not be read, and nothing in them was checked:",
)
FAULT: Final = Text("- {place} : {reason}", "- {place}: {reason}")
CHECKED_BY: Final = Text("Contrôlé par pan-tp {version}", "Checked by pan-tp {version}")
FILES_UNUSABLE: Final = Text("Inutilisables", "Not usable")


def render(checked: Checked, style: Style) -> str:
    """Return the report of one check."""
    return render_all([checked], style)


def render_all(checks: Sequence[Checked], style: Style) -> str:
    """Return a section a check, behind a table of them where there are several."""
    return render_within(checks, style, MOST_BYTES)


def render_within(checks: Sequence[Checked], style: Style, most_bytes: int) -> str:
    """Return the same in as many bytes of UTF-8 at most; what is left out is counted."""
    text = ""
    for most in MOST_ROWS:
        text = "\n".join(_lines(checks, Sheet(style.lang, most))) + "\n"
        if len(text.encode()) <= most_bytes:
            break
    return text


def _lines(checks: Sequence[Checked], sheet: Sheet) -> Iterator[str]:
    level = "##"
    if len(checks) != 1:
        level = "###"
        title = PLANS.get(sheet.lang).format(count=len(checks))
        yield f"## {_headline(title, checks, sheet.lang)}"
        yield from ("", *tabled(_summary(checks, sheet), sheet), "")
    shown, rest = first(checks, sheet)
    for checked in shown:
        yield f"{level} {_headline(_title(checked, sheet.lang), [checked], sheet.lang)}"
        yield from ("", *_section(checked, sheet), "")
    yield from ([rest, ""] if rest else [])
    yield CHECKED_BY.get(sheet.lang).format(version=__version__)


def _headline(title: str, checks: Sequence[Checked], lang: Lang) -> str:
    return HEADLINE.get(lang).format(title=title, outcome=_outcome(checks, lang))


def _title(checked: Checked, lang: Lang) -> str:
    """Return the acronym of a plan, or its file where it has none."""
    acronym = checked.project.plan.acronym if checked.project.plan else ""
    return escaped(acronym or _file(checked, lang), LONGEST)


def _file(checked: Checked, lang: Lang) -> str:
    names = (checked.names[role] for role in Role if role in checked.names)
    return next(names, ABSENT.get(lang))


def _outcome(checks: Sequence[Checked], lang: Lang) -> str:
    """Return « 1 fichier inutilisable, 3 erreurs », or that the figures agree."""
    unusable = sum(map(_unusable, checks))
    parts = [in_number(UNUSABLE, unusable, lang)] if unusable else []
    for severity in Severity:
        number = sum(checked.count(severity) for checked in checks)
        parts += [counted(number, severity, lang)] if number else []
    agree = bool(checks) and all(checked.all_agree for checked in checks)
    return ", ".join(parts) or (ALL_AGREE if agree else NOTHING).get(lang)


def _unusable(checked: Checked) -> int:
    return len({fault.file for fault in checked.faults})


def _summary(checks: Sequence[Checked], sheet: Sheet) -> Table:
    """Return how many findings of which severity each plan has."""
    heads = [*sheet.head(PLAN, *SEVERITIES.values(), WAIVED, FILES_UNUSABLE)]
    rows = [
        [
            code(_file(checked, sheet.lang)),
            *(str(checked.count(severity)) for severity in Severity),
            str(len(checked.report.waived) if checked.report else 0),
            str(_unusable(checked)),
        ]
        for checked in checks
    ]
    return Table([head[:1].upper() + head[1:] for head in heads], rows, range(1, len(heads)))


def _section(checked: Checked, sheet: Sheet) -> Iterator[str]:
    yield from _facts(checked, sheet.lang)
    if checked.faults:
        yield from ("", NOT_CHECKED.get(sheet.lang), "", *_faults(checked, sheet))
    if checked.report is None:
        return
    found = checked.report.all_findings if checked.show_waived else checked.report.findings
    if found:
        rows = [row(located, sheet.lang) for located in found]
        yield from ("", *tabled(Table(sheet.head(*HEADS), rows), sheet))


def _facts(checked: Checked, lang: Lang) -> Iterator[str]:
    """Yield which files were read, and what came of them in numbers."""
    facts = [(FILES[role].get(lang), code(name)) for role, name in checked.names.items()]
    if Role.INDICATORS not in checked.names:
        facts.append((FILES[Role.INDICATORS].get(lang), NONE.get(lang)))
    if checked.report is not None:
        arithmetic = checked.report.arithmetic
        told = arithmetic.equations - arithmetic.unknown
        counts = EQUATION_COUNTS.get(lang).format(count=told, violated=arithmetic.violated)
        facts.append((EQUATIONS.get(lang), counts if arithmetic.violated else str(told)))
        facts += _left_out(checked, lang)
    for name, said in facts:
        yield FACT.get(lang).format(name=name, said=said)


def _left_out(checked: Checked, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield how many findings are not told, each kind where there are any."""
    if checked.report is None:
        return
    if checked.report.waived:
        yield WAIVED.get(lang), str(len(checked.report.waived))
    if checked.report.tolerated:
        yield TOLERATED.get(lang), str(checked.report.tolerated)
    if checked.since is not None:
        revision = escaped(checked.since.revision, LONGEST)
        yield LEFT_OUT.get(lang).format(revision=revision), str(checked.since.left_out)


def _faults(checked: Checked, sheet: Sheet) -> Iterator[str]:
    shown, rest = first(checked.faults, sheet)
    for fault in shown:
        said = escaped(reason(fault, sheet.lang), LONGEST)
        yield FAULT.get(sheet.lang).format(place=code(fault.where), reason=said)
    if rest:
        yield f"- {rest}"
