"""What a row of a table may be, for JSON Schemas: a cell per year, a total, a share."""

from typing import Final, NamedTuple

from pan_tp_cli.model.base import PART, TOTAL
from pan_tp_cli.schema import scalars
from pan_tp_cli.schema.scalars import Json
from pan_tp_cli.schema.words import Words
from pan_tp_cli.text import Lang, Text

YEAR: Final = "^[0-9]{4}$"
AXIS: Final = "axe"
LABEL: Final = "intitule"

YEAR_AMOUNT: Final = Words(
    Text("Année", "Year"),
    Text(
        "Le montant imprimé pour cette année, par exemple 5 000 000. Une cellule vide s'écrit ~ et "
        "compte pour 0. Toutes les années de « annees » sont écrites.",
        "The amount printed for this year, for example 5 000 000. A blank cell is written ~ and "
        "counts as 0. All years of 'annees' are written.",
    ),
)
YEAR_SHARE: Final = Words(
    Text("Part de l'année", "Share of the year"),
    Text(
        "La part imprimée de cette année dans le total, par exemple 25 %.",
        "The printed share of this year in the total, for example 25 %.",
    ),
)
YEAR_TARGET: Final = Words(
    Text("Cible de l'année", "Target of the year"),
    Text(
        "La cible imprimée pour cette année ; N/A s'il n'y en a pas cette année-là, ~ si la "
        "cellule est vide.",
        "The target printed for this year; N/A where there is none that year, ~ where the cell is "
        "blank.",
    ),
)
COLUMNS: Final = {
    TOTAL: Words(
        Text("Total", "Total"),
        Text(
            "Le total imprimé de la ligne. Laissé de côté si le tableau le laisse vide.",
            "The printed total of the row. Left out where the table leaves it blank.",
        ),
    ),
    PART: Words(
        Text("Part", "Share"),
        Text(
            "La part imprimée de la ligne dans le total du plan, par exemple 22 %.",
            "The printed share of the row in the total of the plan, for example 22 %.",
        ),
    ),
    AXIS: Words(
        Text("Axe", "Axis"),
        Text("Le code de l'axe que la ligne résume.", "The code of the axis that the row sums up."),
    ),
    LABEL: Words(
        Text("Intitulé", "Wording"),
        Text(
            "L'intitulé de l'axe tel que le tableau 1 l'imprime.",
            "The wording of the axis as tableau 1 prints it.",
        ),
    ),
}


class Years(NamedTuple):
    """The cells of the years of a row: what is said of each, and what each may be."""

    words: Words
    cell: Json


def row(lang: Lang, years: Years, columns: dict[str, Json], required: tuple[str, ...] = ()) -> Json:
    """Return a row: `columns` by name, and the cells of its years, of which there is at least one.

    That its years are those of `annees` is beyond a schema.
    """
    shape: Json = {
        "type": "object",
        "properties": {name: COLUMNS[name].on(cell, lang) for name, cell in columns.items()},
        "patternProperties": {YEAR: years.words.on(years.cell, lang)},
        "additionalProperties": False,
        **_with_a_year(list(columns)),
    }
    return {**shape, "required": list(required)} if required else shape


def _with_a_year(columns: list[str]) -> Json:
    """Return that a row, where it is not blank, holds a key besides its `columns`."""
    if not columns:
        return {"minProperties": 1}
    return {"not": {"type": "object", "propertyNames": {"enum": columns}}}


def budget(lang: Lang) -> Json:
    """Return a row of amounts."""
    cell = scalars.amount(lang)
    return row(lang, Years(YEAR_AMOUNT, cell), {TOTAL: cell})


def shares(lang: Lang) -> Json:
    """Return a row of shares."""
    cell = scalars.percent(lang)
    return row(lang, Years(YEAR_SHARE, cell), {TOTAL: cell})


def summary_total(lang: Lang) -> Json:
    """Return the row of totals of tableau 1."""
    cell = scalars.amount(lang)
    columns = {TOTAL: cell, PART: scalars.percent(lang)}
    return row(lang, Years(YEAR_AMOUNT, cell), columns)


def summary_row(lang: Lang) -> Json:
    """Return a row of tableau 1."""
    cell = scalars.amount(lang)
    columns: dict[str, Json] = {
        AXIS: scalars.code(lang),
        LABEL: scalars.text(lang, "null"),
        TOTAL: cell,
        PART: scalars.percent(lang),
    }
    return row(lang, Years(YEAR_AMOUNT, cell), columns, (AXIS,))


def targets(lang: Lang, cell: Json) -> Json:
    """Return the row of the targets of an indicator."""
    return row(lang, Years(YEAR_TARGET, cell), {})
