"""What the first sheet says, in sentences."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli import __version__
from pan_tp_cli.briefing import Briefing
from pan_tp_cli.finding import Severity
from pan_tp_cli.money import write_amount
from pan_tp_cli.place import Role
from pan_tp_cli.report.announced import announced
from pan_tp_cli.report.said import reason
from pan_tp_cli.report.suspects import suspected
from pan_tp_cli.report.words import SEVERITIES, SEVERITY, few, in_number
from pan_tp_cli.report.workbook.cell_text import clean
from pan_tp_cli.text import Lang, Text

CHECKED: Final = Text(
    "Contrôlé le {day} par pan-tp {version}", "Checked on {day} by pan-tp {version}"
)
REVISION: Final = Text("{checked} ; texte du {revision}", "{checked}; text of {revision}")
FAULT: Final = Text("{place} : {reason}", "{place}: {reason}")
WAIVED: Final = (
    Text(
        "{count} constat accepté par dérogation n'est pas compté ; la feuille des constats dit "
        "pourquoi il l'est.",
        "{count} finding accepted by a waiver is not counted; the sheet of findings says why.",
    ),
    Text(
        "{count} constats acceptés par dérogation ne sont pas comptés ; la feuille des constats "
        "dit pourquoi ils le sont.",
        "{count} findings accepted by waivers are not counted; the sheet of findings says why.",
    ),
)
TOLERATED: Final = (
    Text("{count} écart toléré n'est pas compté.", "{count} tolerated difference is not counted."),
    Text(
        "{count} écarts tolérés ne sont pas comptés.",
        "{count} tolerated differences are not counted.",
    ),
)
UNDECIDED: Final = (
    Text(
        "{count} égalité n'a pas pu être vérifiée, faute de cellule lisible.",
        "{count} equation could not be checked, for want of a readable cell.",
    ),
    Text(
        "{count} égalités n'ont pas pu être vérifiées, faute de cellules lisibles.",
        "{count} equations could not be checked, for want of readable cells.",
    ),
)
RULES_LEFT: Final = Text(
    "Seules {applied} des {known} règles ont été appliquées.",
    "Only {applied} of the {known} rules were applied.",
)
NO_PLAN: Final = Text("Aucun budget n'a été contrôlé.", "No budget was checked.")
NO_INDICATORS: Final = Text(
    "Aucun cadre d'indicateurs n'a été contrôlé avec le plan.",
    "No indicator framework was checked with the plan.",
)
ACCEPTED: Final = (Text("accepté", "accepted"), Text("acceptés", "accepted"))
TOTALS: Final = Text("totaux confirmés", "totals confirmed")
EQUATIONS: Final = Text("égalités vérifiées", "equations checked")
OF: Final = Text("{count} / {all}", "{count} / {all}")


def made_by(briefing: Briefing, lang: Lang) -> str:
    """Return when and by what the plan was checked, and of which day its text is."""
    said = CHECKED.get(lang).format(day=briefing.day.isoformat(), version=__version__)
    plan = briefing.checked.project.plan
    if plan is None or plan.revision is None:
        return said
    return REVISION.get(lang).format(checked=said, revision=plan.revision.isoformat())


def faults(briefing: Briefing, lang: Lang) -> Iterator[str]:
    """Yield why files could not be used."""
    for fault in briefing.checked.faults:
        yield FAULT.get(lang).format(place=clean(fault.where), reason=clean(reason(fault, lang)))


def remarks(briefing: Briefing, lang: Lang) -> Iterator[str]:
    """Yield what else is to be known at once."""
    checked, report = briefing.checked, briefing.report
    yield from announced(briefing, lang)
    yield from suspected(briefing, lang)
    counts = (
        (WAIVED, len(report.waived)),
        (TOLERATED, report.tolerated),
        (UNDECIDED, report.arithmetic.unknown),
    )
    yield from (in_number(forms, count, lang) for forms, count in counts if count)
    if checked.applied < checked.known:
        yield RULES_LEFT.get(lang).format(applied=checked.applied, known=checked.known)
    if not checked.read(Role.PLAN):
        yield NO_PLAN.get(lang)
    if not checked.read(Role.INDICATORS):
        yield NO_INDICATORS.get(lang)


def counts(briefing: Briefing, lang: Lang) -> tuple[list[str], list[str]]:
    """Return figures, and what each of them counts."""
    arithmetic = briefing.report.arithmetic
    found = {severity: briefing.checked.count(severity) for severity in Severity}
    accepted = len(briefing.report.waived)
    told = arithmetic.equations - arithmetic.unknown
    confirmed = {"count": arithmetic.confirmed, "all": arithmetic.totals}
    figures = [write_amount(count, lang) for count in (*found.values(), accepted)]
    figures += [OF.get(lang).format(**confirmed), write_amount(told, lang)]
    captions = [
        (SEVERITY if few(count, lang) else SEVERITIES)[severity].get(lang)
        for severity, count in found.items()
    ]
    captions.append(ACCEPTED[0 if few(accepted, lang) else 1].get(lang))
    return figures, [*captions, TOTALS.get(lang), EQUATIONS.get(lang)]
