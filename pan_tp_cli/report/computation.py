"""A calculation in one line that a reader can redo by hand."""

from collections.abc import Sequence
from typing import Final

from pan_tp_cli.calculation import Calculation, Relation, Term
from pan_tp_cli.money import MINUS, NotApplicable, Percent, Value, write_percent, write_value
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
    terms, result = calculation.terms, calculation.result
    if calculation.relation is Relation.SUM:
        return _sum(terms, write_value(result, lang), lang)
    if calculation.relation is Relation.MEAN:
        return _mean(terms, result, lang)
    if calculation.relation is Relation.SHARE:
        return _share(terms, result, lang)
    if calculation.relation is Relation.LAST:
        column = next((term.column for term in reversed(terms) if term.value == result), "")
        return LAST.get(lang).format(column=column, amount=write_value(result, lang))
    return MAXIMUM.get(lang).format(amount=write_value(result, lang))


def _sum(terms: Sequence[Term], result: str, lang: Lang) -> str:
    if not terms:
        return NO_TERMS.get(lang)
    if len(terms) == 1:
        return ONE.get(lang).format(name=_name(terms[0]), amount=result)
    years = len({term.node for term in terms}) == 1 and len({t.column for t in terms}) > 1
    rows = len({term.column for term in terms}) == 1
    if len({term.value or 0 for term in terms}) == 1 and (years or rows):
        one = write_value(terms[0].value or 0, lang)
        shape = YEARS if years else ROWS
        return f"{shape.get(lang).format(amount=one, count=len(terms))} = {result}"
    text = _joined(terms, lang)
    if len(terms) > MAX_TERMS and rows:
        text = COUNTED.get(lang).format(count=len(terms), terms=text)
    return f"{text} = {result}"


def _mean(terms: Sequence[Term], result: Value, lang: Lang) -> str:
    given = [term for term in terms if isinstance(term.value, int | Percent)]
    percents = [_percent(term.value) for term in given]
    decimals = max((percent.decimals for percent in percents), default=0)
    units = sum(percent.scaled(decimals) for percent in percents)
    quotient = _quotient(units, len(given) * 10**decimals, result, lang)
    return f"({_joined(given, lang)}) ÷ {len(given)} {quotient}"


def _share(terms: Sequence[Term], result: Value, lang: Lang) -> str:
    part, whole = (term.value for term in terms)
    quotient = f"≈ {write_value(result, lang)}"
    if isinstance(part, int) and isinstance(whole, int):
        quotient = _quotient(part * 100, whole, result, lang)
    return f"{write_value(part, lang)} ÷ {write_value(whole, lang)} {quotient}"


def _quotient(numerator: int, denominator: int, result: Value, lang: Lang) -> str:
    """Return « = 79 % » where a quotient is exact, else « = 52,50 % ≈ 53 % », digits cut off."""
    percent = _percent(result)
    written = write_value(result, lang)
    if numerator * 10**percent.decimals == percent.units * denominator:
        return f"= {written}"
    decimals = percent.decimals + EXTRA_DECIMALS
    exact = write_percent(Percent(numerator * 10**decimals // denominator, decimals), lang)
    if not isinstance(result, Percent):
        exact = exact.rstrip("%\u00a0")
    return f"= {exact} ≈ {written}"


def _percent(value: Value) -> Percent:
    """Return a number in the shape of a percentage, so that both are divided alike."""
    return value if isinstance(value, Percent) else Percent(value if isinstance(value, int) else 0)


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
