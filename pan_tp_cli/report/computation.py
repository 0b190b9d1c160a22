"""A calculation in one line that a reader can redo by hand."""

from collections.abc import Sequence
from typing import Final

from pan_tp_cli.calculation import Calculation, Relation, Term
from pan_tp_cli.money import MINUS, NotApplicable, Percent, write_value
from pan_tp_cli.text import Lang, Text

MAX_TERMS: Final = 6
SHOWN_FIRST: Final = 3
SHOWN_LAST: Final = 2
EXTRA_DECIMALS: Final = 2
ELLIPSIS: Final = "…"

YEARS: Final = Text("{amount} × {count} années", "{amount} × {count} years")
ROWS: Final = Text("{amount} × {count} lignes", "{amount} × {count} rows")
COUNTED: Final = Text("{count} lignes : {terms}", "{count} rows: {terms}")
LAST: Final = Text("dernière cible, {column} : {amount}", "last target, {column}: {amount}")
MAXIMUM: Final = Text("plus haute cible : {amount}", "highest target: {amount}")
ONE: Final = Text("{name} : {amount}", "{name}: {amount}")
NO_TERMS: Final = Text("aucun montant", "no amount")


def write_calculation(calculation: Calculation, lang: Lang) -> str:
    """Return how the result is computed; long sums are shortened in the middle."""
    result = write_value(calculation.result, lang)
    terms = calculation.terms
    if calculation.relation is Relation.SUM:
        return _sum(terms, result, lang)
    if calculation.relation is Relation.MEAN:
        given = [term for term in terms if isinstance(term.value, int | Percent)]
        return f"({_joined(given, lang)}) ÷ {len(given)} = {result}"
    if calculation.relation is Relation.SHARE:
        return f"{_share(terms, calculation.result, lang)} ≈ {result}"
    if calculation.relation is Relation.LAST:
        column = next(
            (term.column for term in reversed(terms) if term.value == calculation.result), ""
        )
        return LAST.get(lang).format(column=column, amount=result)
    return MAXIMUM.get(lang).format(amount=result)


def _sum(terms: Sequence[Term], result: str, lang: Lang) -> str:
    if not terms:
        return NO_TERMS.get(lang)
    if len(terms) == 1:
        return ONE.get(lang).format(name=_name(terms[0]), amount=result)
    values = {term.value for term in terms}
    years = len({term.node for term in terms}) == 1
    if len(values) == 1:
        one = write_value(terms[0].value, lang)
        shape = YEARS if years else ROWS
        return f"{shape.get(lang).format(amount=one, count=len(terms))} = {result}"
    text = _joined(terms, lang)
    if len(terms) > MAX_TERMS and not years:
        text = COUNTED.get(lang).format(count=len(terms), terms=text)
    return f"{text} = {result}"


def _name(term: Term) -> str:
    return term.node if term.column is None else f"{term.node}, {term.column}"


def _joined(terms: Sequence[Term], lang: Lang) -> str:
    """Join terms by plus signs; a blank one counts as 0 and is shown as 0."""
    given = [term for term in terms if not isinstance(term.value, NotApplicable)]
    texts = [write_value(term.value or 0, lang) for term in given]
    if len(texts) > MAX_TERMS:
        texts = [*texts[:SHOWN_FIRST], ELLIPSIS, *texts[-SHOWN_LAST:]]
    return " + ".join([*texts[:1], *map(_in_parentheses, texts[1:])])


def _in_parentheses(text: str) -> str:
    return f"({text})" if text.startswith(MINUS) else text


def _share(terms: Sequence[Term], result: object, lang: Lang) -> str:
    """Return part ÷ whole = the share, with two digits more than are printed, cut off."""
    part, whole = (term.value for term in terms)
    text = f"{write_value(part, lang)} ÷ {write_value(whole, lang)}"
    if not (isinstance(part, int) and isinstance(whole, int) and isinstance(result, Percent)):
        return text
    decimals = result.decimals + EXTRA_DECIMALS
    exact = Percent(part * 100 * 10**decimals // whole, decimals)
    return f"{text} = {write_value(exact, lang)}"
