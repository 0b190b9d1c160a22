"""What stands at the end of the first sheet: the signs, the coverage and the files."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli.checked import Checked, Covered
from pan_tp_cli.coverage import Counts
from pan_tp_cli.finding import Severity
from pan_tp_cli.money import Percent, write_amount, write_percent
from pan_tp_cli.place import Role
from pan_tp_cli.report.coverage_outline import outline
from pan_tp_cli.report.rule_help import sentence
from pan_tp_cli.report.words import recommended
from pan_tp_cli.report.workbook.cell_text import clean
from pan_tp_cli.report.workbook.front_tables import heads
from pan_tp_cli.report.workbook.looks import Form, Kind, Look
from pan_tp_cli.report.workbook.page import Content, Page
from pan_tp_cli.text import Text

SIGNS: Final = Text("Comment lire", "How to read")
SIGN_SPANS: Final = (2, 10)
SAMPLE: Final = 1000
FRAMED: Final = {
    Severity.ERROR: Text(
        "Cellule encadrée de rouge : une erreur y a été constatée ; la colonne « Constats » mène à "
        "elle.",
        'Cell framed in red: an error was found there; the column "Findings" leads to it.',
    ),
    Severity.WARNING: Text(
        "Encadrée d'orange : un avertissement, à la sous-commission de trancher.",
        "Framed in orange: a warning, for the reviewers to settle.",
    ),
    Severity.INFO: Text(
        "Encadrée de bleu : mérite un coup d'œil.", "Framed in blue: worth a look."
    ),
}
COLOURED: Final = Text(
    "Fond rose : le chiffre imprimé n'est pas celui que fait la formule, en ce moment.",
    "Pink: the printed figure is not the one that the formula makes, at this moment.",
)
MADE: Final = Text(
    "Italique gris : une formule qui additionne les lignes ; rien de tel n'est imprimé.",
    "Grey italics: a formula that adds up rows; nothing of the kind is printed.",
)
COVERAGE: Final = Text("Ce que le contrôle protège", "What the check protects")
COVERAGE_HEADS: Final = (
    Text("Cellules", "Cells"),
    Text("localisables", "locatable"),
    Text("part", "share"),
    Text("détectables", "detectable"),
    Text("sans protection", "unprotected"),
)
COVERAGE_SPANS: Final = (6, 2, 1, 1, 2)
MEANING: Final = Text(
    "Une erreur dans une cellule localisable est vue, et l'on sait où ; dans une cellule "
    "détectable, elle est vue ; sans protection, rien ne la verrait.",
    "An error in a locatable cell is seen, and where it is; in a detectable one it is seen; in one "
    "without protection nothing would see it.",
)
DEEPEST: Final = 1
FILES: Final = Text("Fichiers contrôlés", "Files checked")
FILE_HEADS: Final = (
    Text("Rôle", "Role"),
    Text("Fichier", "File"),
    Text("SHA-256 de son contenu", "SHA-256 of its content"),
)
FILE_SPANS: Final = (2, 4, 6)
ROLES: Final = {
    Role.PLAN: Text("Plan", "Plan"),
    Role.INDICATORS: Text("Indicateurs", "Indicators"),
    Role.WAIVERS: Text("Dérogations", "Waivers"),
    Role.SETTINGS: Text("Réglages", "Settings"),
}


def signs(page: Page) -> None:
    """Write what frames and colours mean."""
    lang = page.sheet.lang
    page.heading(SIGNS.get(lang))
    samples = [(Look(form=Form.RIGHT, mark=severity), text) for severity, text in FRAMED.items()]
    samples += [(Look(Kind.LIVE, Form.RIGHT), COLOURED), (Look(Kind.MADE, Form.RIGHT), MADE)]
    for look, text in samples:
        sample = clean(write_amount(SAMPLE, lang))
        page.line([sample, text.get(lang)], SIGN_SPANS, [look, Look(Kind.FREE)])


def coverage(page: Page, covered: Covered) -> None:
    """Write how many cells are protected how well, and what would protect more."""
    checked, lang = covered.checked, page.sheet.lang
    if checked.report is None:
        return
    page.heading(COVERAGE.get(lang))
    heads(page, COVERAGE_HEADS, COVERAGE_SPANS)
    number = Look(form=Form.AMOUNT)
    for line in outline(checked.project, checked.report.coverage, lang):
        if line.depth <= DEEPEST:
            kind = Kind.PLAIN if line.depth else Kind.LABEL
            looks = [Look(kind), number, Look(form=Form.RIGHT), number, number]
            name = "    " * line.depth + clean(line.name)
            contents: list[Content] = [name, *_numbers(line.counts, page)]
            page.line(contents, COVERAGE_SPANS, looks)
    page.paragraph(MEANING.get(lang), Kind.SMALL)
    for advice in covered.advice:
        page.paragraph(clean(sentence(recommended(advice, lang))), Kind.SMALL)


def _numbers(counts: Counts, page: Page) -> Iterator[Content]:
    """Yield the counts; the share of locatable cells is cut off, so that 100 % is all."""
    yield counts.locatable
    share = Percent(counts.locatable * 100 // counts.total) if counts.total else None
    yield write_percent(share, page.sheet.lang) if share else ""
    yield counts.detectable
    yield counts.unprotected


def files(page: Page, checked: Checked) -> None:
    """Write which files were read, so that nobody need ask which version it was."""
    lang = page.sheet.lang
    page.heading(FILES.get(lang))
    heads(page, FILE_HEADS, FILE_SPANS)
    for given in checked.inputs:
        contents = [ROLES[given.role].get(lang), clean(given.name), given.sha256]
        page.line(contents, FILE_SPANS, [Look(Kind.LABEL), Look(), Look()])
