"""The whole of a review note, made from what a reviewer takes into a meeting."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.place import Role
from pan_tp_cli.report.note import budget, findings, indicators, summary, waivers
from pan_tp_cli.report.note import verdict as verdicts
from pan_tp_cli.report.note.amounts import refs
from pan_tp_cli.report.note.blocks import Note, Row, Section, Table, column
from pan_tp_cli.report.note.opening import NAME, about, facts, faults, plan_title
from pan_tp_cli.report.words import protected, recommended
from pan_tp_cli.text import Lang, Text

COVERAGE: Final = Text("Ce que le contrôle protège", "What the check protects")
COVERED: Final = Text(
    "{counts}. Une erreur dans une cellule localisable est vue, et à sa place ; dans une cellule "
    "détectable seulement, elle est vue parmi d'autres ; sans protection, rien ne la montre.",
    "{counts}. An error in a locatable cell is seen, and where it is; in one that is detectable "
    "only it is seen among others; in an unprotected one nothing shows it.",
)
CELLS: Final = Text("Cellules : {counts}", "Cells: {counts}")
LIMITS: Final = Text(
    "L'arithmétique dit ce qui est cohérent, pas ce qui a été décidé : chaque réparation se "
    "vérifie sur le document signé.",
    "Arithmetic says what is consistent, not what was decided: each repair is to be compared with "
    "the signed document.",
)
SIGNATURES: Final = Text("Décision et signatures", "Decision and signatures")
DECIDED: Final = Text("La sous-commission décide :", "The reviewers decide:")
CHOICES: Final = (
    Text("☐ le plan est bon à signer ;", "☐ the plan is ready to be signed;"),
    Text(
        "☐ le plan est à corriger d'après la colonne « Décision », puis à contrôler de nouveau ;",
        '☐ the plan is to be corrected by the column "Decision", then checked again;',
    ),
    Text("☐ autre :", "☐ other:"),
)
PERSON: Final = Text("Nom", "Name")
OFFICE: Final = Text("Qualité", "Office")
DATE: Final = Text("Date", "Date")
SIGNATURE: Final = Text("Signature", "Signature")
MOST_SIGNATURES: Final = 4


def note(briefing: Briefing, lang: Lang) -> Note:
    """Return a note with all that was found, in a language."""
    checked = briefing.checked
    return Note(
        lang,
        NAME.get(lang),
        plan_title(checked, lang),
        about(checked, lang),
        verdicts.verdict(briefing, lang),
        tuple(verdicts.counts(briefing, lang)),
        faults(checked.faults, lang),
        facts(briefing, lang),
        tuple(_sections(briefing, lang)),
    )


def _sections(briefing: Briefing, lang: Lang) -> Iterator[Section]:
    report = briefing.report
    by = refs(report)
    yield from findings.sections(report.findings, lang)
    if briefing.checked.read(Role.PLAN):
        yield summary.section(briefing, by, lang)
        yield budget.section(briefing, by, lang)
    optional = (indicators.section(briefing, by, lang), waivers.section(report.waived, lang))
    yield from filter(None, optional)
    yield _coverage(briefing, lang)
    yield _signatures(lang)


def _coverage(briefing: Briefing, lang: Lang) -> Section:
    counts = ", ".join(protected(briefing.report.coverage.counts, lang))
    cells = CELLS.get(lang).format(counts=counts)
    paragraphs = (COVERED.get(lang).format(counts=cells), LIMITS.get(lang))
    advice = tuple(recommended(each, lang) for each in briefing.covered.advice)
    return Section(COVERAGE.get(lang), 1, paragraphs, tuple(map(_capital, advice)))


def _signatures(lang: Lang) -> Section:
    """Return the block to sign: blank rows, for names that the tool does not know."""
    heads = {PERSON: 52, OFFICE: 52, DATE: 28, SIGNATURE: 48}
    columns = [column(head, width, lang) for head, width in heads.items()]
    rows = [Row(((),) * len(columns), tall=True)] * MOST_SIGNATURES
    paragraphs = (DECIDED.get(lang), *(choice.get(lang) for choice in CHOICES))
    table = Table(SIGNATURES.get(lang), columns, rows)
    return Section(SIGNATURES.get(lang), 1, paragraphs, table=table, together=True)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
