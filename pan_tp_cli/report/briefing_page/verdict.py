"""Whether a plan can be signed, and the counts that say why."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.checked import Checked
from pan_tp_cli.engine import Report
from pan_tp_cli.finding import Located, Severity
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.place import Role
from pan_tp_cli.report.briefing_page.anchors import wrong_places
from pan_tp_cli.report.briefing_page.grand_total import GrandTotal, grand_total
from pan_tp_cli.report.signing import Standing, sentence, standing
from pan_tp_cli.report.suspects import named_suspects
from pan_tp_cli.report.words import counted, in_number, protected
from pan_tp_cli.text import Lang, Text

Forms = tuple[Text, Text]


ALSO_WRONG: Final[Forms] = (
    Text("{count} cellule à corriger dans le reste.", "{count} cell to correct in the rest."),
    Text("{count} cellules à corriger dans le reste.", "{count} cells to correct in the rest."),
)
TO_DECIDE: Final[Forms] = (
    Text(
        "{count} avertissement reste à trancher par les réviseurs.",
        "{count} warning is left to the reviewers.",
    ),
    Text(
        "{count} avertissements restent à trancher par les réviseurs.",
        "{count} warnings are left to the reviewers.",
    ),
)
WAIVED: Final[Forms] = (
    Text("{count} constat est accepté par dérogation.", "{count} finding is waived."),
    Text("{count} constats sont acceptés par dérogation.", "{count} findings are waived."),
)
TOLERATED: Final[Forms] = (
    Text(
        "{count} écart est trop petit pour être dit, selon les réglages.",
        "{count} difference is too small to be told, by the settings.",
    ),
    Text(
        "{count} écarts sont trop petits pour être dits, selon les réglages.",
        "{count} differences are too small to be told, by the settings.",
    ),
)
LONELY: Final[Forms] = (
    Text(
        "{count} cellule n'est recoupée par aucune égalité : à relire à deux.",
        "{count} cell stands in no equation: to be read by two people.",
    ),
    Text(
        "{count} cellules ne sont recoupées par aucune égalité : à relire à deux.",
        "{count} cells stand in no equation: to be read by two people.",
    ),
)
APPLIED: Final = Text(
    "Règles appliquées : {applied} sur {known} ; le reste n'a pas été contrôlé.",
    "Rules applied: {applied} of {known}; the rest was not checked.",
)
NOT_READ: Final = {
    Role.PLAN: Text("Aucun budget n'a été contrôlé.", "No budget was checked."),
    Role.INDICATORS: Text(
        "Aucun cadre d'indicateurs n'a été contrôlé avec le plan.",
        "No indicator framework was checked with the plan.",
    ),
}
SINCE: Final = Text(
    "Seuls les constats nouveaux par rapport à {revision} sont dits ; {count} y étaient déjà.",
    "Only findings that are new against {revision} are told; {count} were there already.",
)
EQUATIONS: Final = Text("{right} sur {all}", "{right} of {all}")
TOTALS: Final = Text(
    "{confirmed} totaux imprimés confirmés sur {totals}",
    "{confirmed} printed totals of {totals} confirmed",
)
UNDECIDED: Final[Forms] = (
    Text("{count} indécidable, une cellule étant illisible", "{count} undecided: unreadable cell"),
    Text("{count} indécidables, une cellule étant illisible", "{count} undecided: unreadable cell"),
)
CELLS: Final[Forms] = (
    Text("{count} cellule", "{count} cell"),
    Text("{count} cellules", "{count} cells"),
)
NO_CELL: Final = Text("aucune cellule", "no cell")


class Verdict(NamedTuple):
    """The verdict: a headline, sentences that limit it, and counts."""

    standing: Standing
    headline: str
    remarks: tuple[str, ...]
    counts: tuple[tuple[Severity, str], ...]
    cells: int
    to_correct: str
    equations: str
    totals: str
    undecided: str
    protected: tuple[str, ...]
    grand_total: GrandTotal | None


def verdict(briefing: Briefing, report: Report, lang: Lang) -> Verdict:
    """Return the verdict on a plan."""
    checked = briefing.checked
    cells = cells_to_correct(report.findings)
    stands = standing(checked)
    numbers = {severity: checked.count(severity) for severity in Severity}
    arithmetic = report.arithmetic
    told = arithmetic.equations - arithmetic.unknown
    values: dict[str, Shown] = {
        "right": told - arithmetic.violated,
        "all": told,
        "confirmed": arithmetic.confirmed,
        "totals": arithmetic.totals,
    }
    return Verdict(
        stands,
        sentence(checked, lang),
        (*named_suspects(briefing, lang), *_remarks(checked, report, stands, lang)),
        tuple((each, counted(n, each, lang)) for each, n in numbers.items() if n),
        cells,
        in_number(CELLS, cells, lang) if cells else NO_CELL.get(lang),
        Message(EQUATIONS, values).render(lang),
        Message(TOTALS, values).render(lang),
        in_number(UNDECIDED, arithmetic.unknown, lang) if arithmetic.unknown else "",
        tuple(protected(report.coverage.counts, lang)),
        grand_total(briefing, report, lang),
    )


def cells_to_correct(found: Sequence[Located]) -> int:
    """Return how many cells the errors ask to correct, each counted once."""
    errors = (each for each in found if each.finding.severity is Severity.ERROR)
    return len({place for each in errors for place in wrong_places(each)})


def _remarks(checked: Checked, report: Report, stands: Standing, lang: Lang) -> Iterator[str]:
    """Yield what a reader must know besides: nothing of it is told by the headline."""
    if checked.applied < checked.known:
        shown: dict[str, Shown] = {"applied": checked.applied, "known": checked.known}
        yield Message(APPLIED, shown).render(lang)
    if checked.since:
        given: dict[str, Shown] = {
            "revision": checked.since.revision,
            "count": checked.since.left_out,
        }
        yield Message(SINCE, given).render(lang)
    yield from (said.get(lang) for role, said in NOT_READ.items() if not checked.read(role))
    numbers = (
        (ALSO_WRONG, cells_to_correct(report.findings) if stands is Standing.UNUSABLE else 0),
        (TO_DECIDE, 0 if stands is Standing.TO_SETTLE else checked.count(Severity.WARNING)),
        (WAIVED, len(report.waived)),
        (TOLERATED, report.tolerated),
        (LONELY, report.coverage.counts.unprotected),
    )
    yield from (in_number(forms, count, lang) for forms, count in numbers if count)
