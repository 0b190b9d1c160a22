"""Rounded shares may add up to 99 or 101 %; say so, and which rounding adds up to 100 %."""

from collections.abc import Iterator, Sequence

from pan_tp_cli.calculation import Relation
from pan_tp_cli.equation import Equation, Violation
from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.message import Message
from pan_tp_cli.model.base import PART, TOTAL
from pan_tp_cli.money import Percent, Value
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Cell, Entry
from pan_tp_cli.text import Text

LARGEST_REMAINDERS = Text(
    "arrondies par la méthode des plus forts restes, elles feraient {whole} : {shares}",
    "rounded by the largest remainders, they would make {whole}: {shares}",
)
ONE_SHARE = Text("{name} {share}", "{name} {share}")


def equations(project: Project) -> Iterator[Equation]:
    """State each printed 100 % as the sum of the shares that it closes."""
    summary = project.summary
    if summary is None:
        return
    rows = [row for _, row in summary.rows]
    if summary.total and PART in summary.total.cells and all(PART in row.cells for row in rows):
        terms = tuple(row.cells[PART] for row in rows)
        yield Equation(RULE.id, Relation.SUM, summary.total.cells[PART], terms)
    if summary.shares and TOTAL in summary.shares.cells:
        terms = tuple(summary.shares.cells[year] for year in project.years)
        yield Equation(RULE.id, Relation.SUM, summary.shares.cells[TOTAL], terms)


def refine(finding: Finding, violation: Violation, project: Project) -> Finding:
    """Add the rounding that would add up, where every amount behind the shares is printed."""
    terms = violation.equation.terms
    decimals = max(term.value.decimals for term in terms if isinstance(term.value, Percent))
    whole = Percent(100 * 10**decimals, decimals)
    printed = _printed_amounts(project)
    amounts = [printed.get((term.entry, term.column)) for term in terms]
    if not all(isinstance(amount, int) for amount in amounts):
        return finding
    shares = largest_remainders([amount for amount in amounts if isinstance(amount, int)], whole)
    if not shares:
        return finding
    named = tuple(
        Message(ONE_SHARE, {"name": _name(term), "share": share})
        for term, share in zip(terms, shares, strict=True)
    )
    advice = Message(LARGEST_REMAINDERS, {"whole": whole, "shares": named})
    return finding._replace(help=(*finding.help, advice))


def _name(share: Cell) -> str:
    """Return the wording of an axis, its node where it has none, or the year of a share."""
    return (share.entry.label or share.entry.node) if share.column == PART else str(share.column)


def _printed_amounts(project: Project) -> dict[tuple[Entry, str | None], Value]:
    """Return the printed amounts that the shares of tableau 1 are the shares of, by share."""
    summary = project.summary
    if summary is None or summary.total is None:
        return {}
    amounts: dict[tuple[Entry, str | None], Value] = {
        (row.entry, PART): row.cells[TOTAL].value for _, row in summary.rows if TOTAL in row.cells
    }
    if summary.shares:
        for year in project.years:
            amounts[summary.shares.entry, year] = summary.total.cells[year].value
    return amounts


def largest_remainders(amounts: Sequence[int], whole: Percent) -> list[Percent]:
    """Return shares of `amounts`, at the precision of `whole`, that add up to it exactly.

    Hamilton's method: round all down, then raise those that lost most. Empty where no amount is
    above zero.
    """
    total = sum(amounts)
    if total <= 0 or min(amounts) < 0:
        return []
    parts = [divmod(amount * whole.units, total) for amount in amounts]
    units = [quotient for quotient, _ in parts]
    by_loss = sorted(range(len(parts)), key=lambda index: -parts[index][1])
    for index in by_loss[: whole.units - sum(units)]:
        units[index] += 1
    return [Percent(unit, whole.decimals) for unit in units]


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
recapitulatif:
  axes:
    - {{axe: 1, intitule: Prévention, 2023: {amount}, total: {amount}, part: {share}}}
    - {{axe: 2, intitule: Protection, 2023: {amount}, total: {amount}, part: {share}}}
    - {{axe: 3, intitule: Poursuite, 2023: 2 000 000, total: 2 000 000, part: {last}}}
  total: {{2023: {total}, total: {total}, part: 100 %}}
axes:
  - {{code: 1, intitule: Prévention, budget: {{2023: {amount}, total: {amount}}}}}
  - {{code: 2, intitule: Protection, budget: {{2023: {amount}, total: {amount}}}}}
  - {{code: 3, intitule: Poursuite, budget: {{2023: 2 000 000, total: 2 000 000}}}}
"""
THIRDS = {"amount": "2 000 000", "share": "33 %", "last": "33 %", "total": "6 000 000"}
QUARTERS = {"amount": "1 000 000", "share": "25 %", "last": "50 %", "total": "4 000 000"}

RULE = Rule(
    id="budget.somme-pourcentages",
    severity=Severity.INFO,
    title=Text(
        "les parts arrondies s'additionnent à {expected}, pas à {printed}",
        "the rounded shares add up to {expected}, not to {printed}",
    ),
    why=Text(
        "Chaque part peut être bien arrondie sans que leur somme fasse 100 % ; un lecteur "
        "attentif le remarquera, et la note de bas de tableau est à prévoir.",
        "Each share may be rounded well and still the sum is not 100%; an attentive reader will "
        "notice, and a footnote should say so.",
    ),
    repair=Text(
        "ce n'est pas une faute si chaque part est bien arrondie : une note sous le tableau suffit",
        "no fault if each share is rounded well: a note below the table is enough",
    ),
    bad=Example(plan=PLAN.format(**THIRDS)),
    good=Example(plan=PLAN.format(**QUARTERS)),
    equations=equations,
    refine=refine,
)
