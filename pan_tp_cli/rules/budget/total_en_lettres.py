"""The amount in words must be the amount in figures, and well spelt.

Hyphens, capitals and spaces do not count: both French spellings (before and after 1990) pass.
"""

from collections.abc import Iterator
from typing import NamedTuple

from pan_tp_cli import french_numbers
from pan_tp_cli.calculation import Relation
from pan_tp_cli.equation import Equation, Violation
from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.message import Message
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Cell
from pan_tp_cli.text import Text

MISSPELT = Text(
    "le montant en lettres n'est pas écrit comme il faut",
    "the amount in words is misspelt",
)
NOT_A_NUMBER = Text(
    "le montant en lettres ne se lit pas comme un nombre",
    "the amount in words does not read as a number",
)
WRITE = Text("en toutes lettres : {words}", "in words: {words}")

_HYPHENS = str.maketrans(dict.fromkeys("-\u2010\u2011", " "))
_CURRENCIES = tuple(
    f" {of}{name}"
    for of in ("de ", "")
    for name in ("francs cfa", "franc cfa", "francs", "franc", "fcfa", "f cfa", "xof")
)
_ELSEWHERE = ("septante", "huitante", "octante", "nonante")
"""Numbers as Belgium and Switzerland say them: right, if not what is expected."""


def _plain(words: str) -> str:
    """Return words without capitals, hyphens, double spaces and currency."""
    spaced = words.casefold().translate(_HYPHENS)
    plain = " ".join(spaced.partition("(")[0].split()).rstrip(".")
    for currency in _CURRENCIES:
        plain = plain.removesuffix(currency)
    return plain


def read(words: str, likely: int) -> int | None:
    """Return the number that French words say, None where they say none.

    `likely` is tried first: it is cheaper to spell one number than to read any.
    """
    if _plain(words) == _plain(french_numbers.spell(likely)):
        return likely
    return french_numbers.read(_plain(words))


class _Announced(NamedTuple):
    """The total in words, and the cells that say it in figures: their sum is `amount`."""

    words: Cell
    text: str
    figures: tuple[Cell, ...]
    amount: int


def _announced(project: Project) -> _Announced | None:
    """Return the total in words and in figures: those announced, else the total of the plan."""
    figures, words = project.grand_total
    if words is None:
        return None
    cells = (figures,) if figures else project.total_cells()
    amounts = [cell.value or 0 for cell in cells]
    numbers = [amount for amount in amounts if isinstance(amount, int)]
    if not numbers or len(numbers) < len(amounts):
        return None
    return _Announced(words, str(words.value), cells, sum(numbers))


def equations(project: Project) -> Iterator[Equation]:
    """State the number that the words say as the announced total in figures."""
    total = _announced(project)
    number = read(total.text, total.amount) if total else None
    if total and number is not None:
        target = total.words._replace(value=number)
        yield Equation(RULE.id, Relation.SUM, target, total.figures)


def refine(finding: Finding, violation: Violation, project: Project) -> Finding:
    """Show words as words, and say how the figures are written."""
    total = _announced(project)
    if total is None:
        return finding
    right = french_numbers.spell(total.amount)
    return finding._replace(
        printed=total.text,
        expected=right,
        difference=None,
        help=(*finding.help, Message(WRITE, {"words": right})),
    )


def check(project: Project) -> Iterator[Finding]:
    """Find words that say no number, or the right one in a wrong spelling."""
    total = _announced(project)
    if total is None:
        return
    number, right = read(total.text, total.amount), french_numbers.spell(total.amount)
    text = _plain(total.text)
    if number == total.amount and any(word in text for word in _ELSEWHERE):
        return
    if number is None or (number == total.amount and text != _plain(right)):
        title = NOT_A_NUMBER if number is None else MISSPELT
        finding = RULE.with_texts(total.words, title, WRITE, words=right)
        yield finding._replace(severity=Severity.WARNING, expected=right)


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
total_general: {{chiffres: 12 000 000, lettres: {words}}}
axes:
  - {{code: 1, intitule: Prévention, budget: {{2023: 12 000 000, total: 12 000 000}}}}
"""

RULE = Rule(
    id="budget.total-en-lettres",
    severity=Severity.ERROR,
    title=Text(
        "le montant en lettres dit {printed}, et non le montant en chiffres",
        "the amount in words says {printed}, which is not the amount in figures",
    ),
    why=Text(
        "En cas de désaccord, le droit donne raison aux lettres ; elles sont retapées à la main "
        "et oubliées quand les chiffres changent.",
        "Where they disagree, the law goes by the words; they are typed by hand and forgotten "
        "when the figures change.",
    ),
    repair=Text(
        "si les chiffres sont justes, récrivez le montant en lettres",
        "if the figures are right, write the amount in words anew",
    ),
    bad=Example(plan=PLAN.format(words="deux millions")),
    good=Example(plan=PLAN.format(words="douze millions")),
    equations=equations,
    check=check,
    refine=refine,
)
