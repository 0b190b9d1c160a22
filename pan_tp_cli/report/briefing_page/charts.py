"""The plan in pictures: money by axis and by year, and the targets that it is to reach."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.model.base import TOTAL
from pan_tp_cli.model.indicators import Aggregation, Unit
from pan_tp_cli.money import NotApplicable, Percent, write_amount, write_percent
from pan_tp_cli.project import Project
from pan_tp_cli.report.bar_chart import Bar, Chart, Series
from pan_tp_cli.report.briefing_page.cells import ABSENT
from pan_tp_cli.table import IndicatorRow
from pan_tp_cli.text import Lang, Text, one_line

LONGEST_NAME: Final = 14
BY_AXIS: Final = Text("Le budget par axe", "The budget by axis")
BY_YEAR: Final = Text("Le budget par année", "The budget by year")
AGAINST: Final = Text("L'argent et les cibles, par année", "Money and targets, by year")
AS_MADE: Final = Text(
    "Montants que donnent les activités, et leur part du total.",
    "Amounts that the activities make, and their share of the total.",
)
AGAINST_MEANS: Final = Text(
    "Quelle part de l'argent revient à l'année, et quelle part des cibles : en moyenne sur les "
    "indicateurs en nombre dont les cibles s'additionnent (ici {count}).",
    "Which share of the money goes to the year, and which share of the targets: as a mean over the "
    "indicators that are counts and whose targets add up (here {count}).",
)
AXIS: Final = Text("Axe", "Axis")
YEAR: Final = Text("Année", "Year")
AMOUNT: Final = Text("Montant", "Amount")
SHARE: Final = Text("Part", "Share")
MONEY: Final = Text("Argent", "Money")
TARGETS: Final = Text("Cibles", "Targets")
OF_MONEY: Final = Text("part de l'argent", "share of the money")
OF_TARGETS: Final = Text("part des cibles", "share of the targets")
BEHIND: Final = Text("{amount} ({share})", "{amount} ({share})")
CODED: Final = Text("{code} {label}", "{code} {label}")


class Picture(NamedTuple):
    """A picture with the same figures as a table; `file` is what its file is called, without SVG.

    `heads` are the heads of the columns, and each of `rows` begins with its own.
    """

    file: str
    chart: Chart
    means: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def pictures(briefing: Briefing, lang: Lang) -> tuple[Picture, ...]:
    """Return the pictures that a plan has figures for: of one axis or one year there are none."""
    return tuple(_pictures(briefing, lang))


def _pictures(briefing: Briefing, lang: Lang) -> Iterator[Picture]:
    seen, project = briefing.overview, briefing.checked.project
    whole = seen.whole.amounts
    axes = [(axis.node, axis.label, axis.total) for axis in seen.whole.children]
    if len(axes) > 1:
        named = [(_name(code, label), _short(code, label, project), n) for code, label, n in axes]
        yield _money("budget-par-axe", (BY_AXIS, AXIS), named, whole[TOTAL].made, lang)
    years = [(year, year, whole[year].made) for year in project.years]
    if len(years) > 1 and axes:
        yield _money("budget-par-annee", (BY_YEAR, YEAR), years, whole[TOTAL].made, lang)
        shares = target_shares(project.indicators, project.years)
        if shares:
            money = [_fraction(made, whole[TOTAL].made) for _, _, made in years]
            yield _against(project, money, shares, lang)


def _name(code: str, label: str) -> str:
    return CODED.fr.format(code=code, label=one_line(label))


def _short(code: str, label: str, project: Project) -> str:
    """Return a name of an axis that is short: as tableau 1 calls it, cut where that is too long."""
    rows = project.summary.rows if project.summary else ()
    called = next((row.entry.label for other, row in rows if other == code and row.entry.label), "")
    return one_line(_name(code, called or label), LONGEST_NAME)


def _money(
    file: str,
    words: tuple[Text, Text],
    given: Sequence[tuple[str, str, int | None]],
    whole: int | None,
    lang: Lang,
) -> Picture:
    """Return a picture of amounts: each with its name, a short one, and None where unknown."""
    title, head = words
    bars, rows = [], []
    for name, _, amount in given:
        said = ABSENT if amount is None else write_amount(amount, lang)
        share = _written(_fraction(amount, whole), lang)
        bars.append(Bar(amount, BEHIND.get(lang).format(amount=said, share=share)))
        rows.append((name, said, share))
    chart = Chart(
        title.get(lang), tuple(short for _, short, _ in given), (Series("", tuple(bars)),)
    )
    heads = tuple(each.get(lang) for each in (head, AMOUNT, SHARE))
    return Picture(file, chart, AS_MADE.get(lang), heads, tuple(rows))


def _against(
    project: Project, money: Sequence[Fraction | None], targets: "TargetShares", lang: Lang
) -> Picture:
    """Return a picture of two shares a year."""
    series = tuple(
        Series(
            name.get(lang),
            tuple(Bar(None if n is None else float(n), _written(n, lang)) for n in shares),
        )
        for name, shares in ((OF_MONEY, money), (OF_TARGETS, targets.shares))
    )
    said = zip(*((bar.said for bar in each.bars) for each in series), strict=True)
    rows = tuple((year, *both) for year, both in zip(project.years, said, strict=True))
    means = AGAINST_MEANS.get(lang).format(count=targets.indicators)
    heads = tuple(each.get(lang) for each in (YEAR, MONEY, TARGETS))
    return Picture(
        "argent-et-cibles", Chart(AGAINST.get(lang), project.years, series), means, heads, rows
    )


class TargetShares(NamedTuple):
    """Which share of the targets falls in each year, as a mean over so many indicators."""

    shares: tuple[Fraction, ...]
    indicators: int


def target_shares(indicators: Sequence[IndicatorRow], years: Sequence[str]) -> TargetShares | None:
    """Return the mean share of each year in the targets of an indicator; None without any.

    Only counts whose targets add up have shares; a row with more cells than columns, or with a cell
    that cannot be read, has none that is sure.
    """
    given = [amounts for row in indicators if (amounts := _counts(row, years))]
    if not given:
        return None
    shares = [
        sum((Fraction(amounts[rank], sum(amounts)) for amounts in given), Fraction(0)) / len(given)
        for rank in range(len(years))
    ]
    return TargetShares(tuple(shares), len(given))


def _counts(row: IndicatorRow, years: Sequence[str]) -> list[int]:
    """Return the targets of an indicator by year; none where they do not add up, or not surely."""
    indicator = row.indicator
    adds_up = indicator.unit is Unit.COUNT and indicator.aggregated is Aggregation.SUM
    if not adds_up or indicator.extra:
        return []
    values = [row.targets[year].value if year in row.targets else None for year in years]
    amounts = [value if isinstance(value, int) else 0 for value in values]
    readable = all(value is None or isinstance(value, int | NotApplicable) for value in values)
    return amounts if readable and min(amounts) >= 0 and sum(amounts) > 0 else []


def _fraction(part: int | None, whole: int | None) -> Fraction | None:
    return Fraction(part, whole) if part is not None and whole else None


def _written(share: Fraction | None, lang: Lang) -> str:
    """Write a share in whole percents, half of one rounded up."""
    if share is None:
        return ABSENT
    return write_percent(Percent(int((share * 200 + 1) // 2)), lang)
