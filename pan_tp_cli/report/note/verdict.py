"""Whether a plan can be signed, and the counts that this rests on."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.finding import Severity
from pan_tp_cli.money import write_amount
from pan_tp_cli.place import Role
from pan_tp_cli.report.announced import announced
from pan_tp_cli.report.note.blocks import Count, Tone, Verdict
from pan_tp_cli.report.signing import Standing, sentence, standing
from pan_tp_cli.report.suspects import suspected
from pan_tp_cli.report.words import SEVERITIES, SEVERITY, few, in_number
from pan_tp_cli.text import Lang, Text

WAIVED: Final = (
    Text(
        "{count} constat accepté par dérogation n'est pas compté ; il est donné plus bas.",
        "{count} finding accepted by a waiver is not counted; it is given below.",
    ),
    Text(
        "{count} constats acceptés par dérogation ne sont pas comptés ; ils sont donnés plus bas.",
        "{count} findings accepted by waivers are not counted; they are given below.",
    ),
)
TOLERATED: Final = (
    Text("{count} écart toléré n'est pas compté.", "{count} tolerated difference is not counted."),
    Text(
        "{count} écarts tolérés ne sont pas comptés.",
        "{count} tolerated differences are not counted.",
    ),
)
RULES_LEFT: Final = Text(
    "Seules {applied} des {known} règles ont été appliquées.",
    "Only {applied} of the {known} rules were applied.",
)
NO_INDICATORS: Final = Text(
    "Aucun cadre d'indicateurs n'a été contrôlé avec le plan.",
    "No indicator framework was checked with the plan.",
)
NO_PLAN: Final = Text("Aucun budget n'a été contrôlé.", "No budget was checked.")
ACCEPTED: Final = (Text("accepté", "accepted"), Text("acceptés", "accepted"))
TOTALS: Final = Text("totaux confirmés", "totals confirmed")
OF: Final = Text("{count} sur {all}", "{count} of {all}")


def verdict(briefing: Briefing, lang: Lang) -> Verdict:
    """Return what a reviewer must know before anything else."""
    stands = standing(briefing.checked)
    tone = Tone.CLEAR if stands is Standing.RIGHT else Tone.CAUTION
    said = sentence(briefing.checked, lang)
    return Verdict(Tone.ALARM if stands.bars else tone, said, tuple(_remarks(briefing, lang)))


def _remarks(briefing: Briefing, lang: Lang) -> Iterator[str]:
    checked, report = briefing.checked, briefing.report
    yield from announced(briefing, lang)
    yield from suspected(briefing, lang)
    if report.waived:
        yield in_number(WAIVED, len(report.waived), lang)
    if report.tolerated:
        yield in_number(TOLERATED, report.tolerated, lang)
    if checked.applied < checked.known:
        yield RULES_LEFT.get(lang).format(applied=checked.applied, known=checked.known)
    if not checked.read(Role.PLAN):
        yield NO_PLAN.get(lang)
    if not checked.read(Role.INDICATORS):
        yield NO_INDICATORS.get(lang)


def counts(briefing: Briefing, lang: Lang) -> Iterator[Count]:
    """Yield how many findings there are of each severity, and how many totals are confirmed."""
    for severity in Severity:
        number = briefing.checked.count(severity)
        words = SEVERITY if few(number, lang) else SEVERITIES
        yield Count(words[severity].get(lang), write_amount(number, lang))
    waived = len(briefing.report.waived)
    if waived:
        words_of = ACCEPTED[0] if few(waived, lang) else ACCEPTED[1]
        yield Count(words_of.get(lang), write_amount(waived, lang))
    arithmetic = briefing.report.arithmetic
    said = {"count": arithmetic.confirmed, "all": arithmetic.totals}
    yield Count(TOTALS.get(lang), OF.get(lang).format(**said))
