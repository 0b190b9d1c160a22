"""Whether a plan can be signed, and how a workbook shows that."""

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.report.signing import Standing, sentence, standing
from pan_tp_cli.report.workbook.looks import Kind
from pan_tp_cli.text import Lang


def verdict(briefing: Briefing, lang: Lang) -> tuple[Kind, str]:
    """Return what a reviewer must know before anything else, and how it is to be shown."""
    stands = standing(briefing.checked)
    kind = Kind.CLEAR if stands is Standing.RIGHT else Kind.CAUTION
    return Kind.ALARM if stands.bars else kind, sentence(briefing.checked, lang)
