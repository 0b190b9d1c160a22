"""What reports say of coverage: heads of columns, what these mean, and what no printing changes."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli.coverage import Counts, Coverage, Protection
from pan_tp_cli.money import Percent, write_amount, write_percent
from pan_tp_cli.project import Project
from pan_tp_cli.text import Lang, Text

HEADINGS: Final = (
    Text("localisables", "locatable"),
    Text("part", "share"),
    Text("détectables", "detectable"),
    Text("sans protection", "unprotected"),
)
SHORT_HEADINGS: Final = (
    Text("loc.", "loc."),
    Text("part", "share"),
    Text("dét.", "det."),
    Text("sans", "none"),
)
NAMED: Final = (
    (Text("localisable", "locatable"), SHORT_HEADINGS[0]),
    (Text("détectable", "detectable"), SHORT_HEADINGS[2]),
    (Text("sans protection", "unprotected"), SHORT_HEADINGS[3]),
)
MEANINGS: Final = (
    Text(
        "une erreur y est vue, et aucune autre cellule ne peut l'expliquer seule",
        "an error there is seen, and no other single cell can explain it",
    ),
    Text(
        "une erreur y est vue, sans qu'on sache dans quelle cellule ; un arrondi peut la cacher",
        "an error there is seen, not in which cell it is; rounding may hide it",
    ),
    Text("aucune égalité ne verrait une erreur", "no equation would see an error"),
)
MEANS: Final = Text("{name} : {means}", "{name}: {means}")
MEANS_IN_SHORT: Final = Text("{name} ({short}) : {means}", "{name} ({short}): {means}")
ROWS_ALONE: Final = Text(
    "cadre de mesure : aucune cellule n'est localisable, car chaque ligne n'a que sa propre "
    "égalité ; imprimer d'autres totaux n'y changerait rien",
    "measurement framework: no cell is locatable, for each row has no equation but its own; "
    "printing more totals would not change that",
)
BASELINES: Final = Text(
    "références de base sans protection : {count} ; aucune égalité ne les contient",
    "unprotected baselines: {count}; no equation holds them",
)
ADVICE: Final = Text("Pour protéger davantage", "To protect more")


def legend(lang: Lang) -> Iterator[str]:
    """Yield what each column means."""
    for (name, _), means in zip(NAMED, MEANINGS, strict=True):
        yield MEANS.get(lang).format(name=name.get(lang), means=means.get(lang))


def legend_of_both(lang: Lang) -> Iterator[str]:
    """Yield the same with the short names of the columns, for a table that may have these."""
    for (name, short), means in zip(NAMED, MEANINGS, strict=True):
        said = {"name": name, "short": short, "means": means}
        yield MEANS_IN_SHORT.get(lang).format(**{key: text.get(lang) for key, text in said.items()})


def numbers(counts: Counts, lang: Lang) -> tuple[str, ...]:
    """Return the cells of a line: the share of locatable ones is cut off, so that 100 % is all."""
    share = "–"
    if counts.total:
        share = write_percent(Percent(counts.locatable * 100 // counts.total), lang)
    locatable, *others = (write_amount(count, lang) for count in counts)
    return (locatable, share, *others)


def notes(project: Project, coverage: Coverage, lang: Lang) -> Iterator[str]:
    """Yield what no printing would change."""
    cells = (cell for row in project.indicators for cell in row.all_cells())
    counts = coverage.counts_of(cells)
    if counts.detectable and not counts.locatable:
        yield ROWS_ALONE.get(lang)
    baselines = [coverage.protections.get(id(row.baseline)) for row in project.indicators]
    unprotected = baselines.count(Protection.UNPROTECTED)
    if unprotected:
        yield BASELINES.get(lang).format(count=write_amount(unprotected, lang))
