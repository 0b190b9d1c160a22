"""What a note opens with: which plan was checked, on which day, from which files, by what."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from pan_tp_cli import __version__
from pan_tp_cli.briefing import Briefing
from pan_tp_cli.checked import Checked, Input, Origin
from pan_tp_cli.fault import Fault
from pan_tp_cli.place import Role
from pan_tp_cli.report.note.blocks import Line, Look, Row, Section, Table, column, short
from pan_tp_cli.report.said import reason
from pan_tp_cli.report.words import in_number
from pan_tp_cli.text import Lang, Text

NAME: Final = Text("Note de relecture", "Review note")
REVISION: Final = Text("révision du {date}", "revision of {date}")
NO_TITLE: Final = Text("Plan sans titre", "Plan without a title")
DATE: Final = Text("Contrôlé le", "Checked on")
TOOL: Final = Text("Outil", "Tool")
EQUATIONS: Final = Text("Égalités vérifiées", "Equations checked")
ALL_HOLD: Final = Text("{all}, toutes justes", "{all}, all of which hold")
VIOLATED: Final = (
    Text("{{all}}, dont {count} fausse", "{{all}}, {count} violated"),
    Text("{{all}}, dont {count} fausses", "{{all}}, {count} violated"),
)
UNKNOWN: Final = (
    Text(
        "{count} de plus n'a pas pu l'être : une cellule y est illisible",
        "{count} more could not be: a cell of it cannot be read",
    ),
    Text(
        "{count} de plus n'ont pas pu l'être : une cellule y est illisible",
        "{count} more could not be: a cell of theirs cannot be read",
    ),
)
EMBEDDED: Final = Text("{name} (livré avec l'outil)", "{name} (comes with the tool)")
FILES: Final = {
    Role.PLAN: Text("Plan", "Plan"),
    Role.INDICATORS: Text("Indicateurs", "Indicators"),
    Role.WAIVERS: Text("Dérogations", "Waivers"),
    Role.SETTINGS: Text("Réglages", "Settings"),
}
SHA: Final = "SHA-256 {digest}"
UNUSABLE: Final = Text("Fichiers inutilisables", "Files that cannot be used")
NOT_CHECKED: Final = Text(
    "Rien n'y a été contrôlé. Corrigez-les et relancez le contrôle avant toute décision.",
    "Nothing in them was checked. Mend them and run the check again before any decision.",
)
FILE: Final = Text("Fichier", "File")
WHY: Final = Text("Pourquoi", "Why")
MONTHS: Final = (
    Text("janvier", "January"), Text("février", "February"), Text("mars", "March"),
    Text("avril", "April"), Text("mai", "May"), Text("juin", "June"),
    Text("juillet", "July"), Text("août", "August"), Text("septembre", "September"),
    Text("octobre", "October"), Text("novembre", "November"), Text("décembre", "December"),
)  # fmt: skip
DAY: Final = Text("{day} {month} {year}", "{day} {month} {year}")
FIRST: Final = Text("1er", "1")


def plan_title(checked: Checked, lang: Lang) -> str:
    """Return what the plan calls itself; its file where it has no title."""
    plan = checked.project.plan
    named = (plan.title or plan.acronym) if plan else ""
    return short(named or checked.title or NO_TITLE.get(lang))


def about(checked: Checked, lang: Lang) -> str:
    """Return the acronym of the plan and the date of its text, as far as it says them."""
    plan = checked.project.plan
    if plan is None:
        return ""
    acronym = short(plan.acronym) if plan.title else ""
    revision = REVISION.get(lang).format(date=day(plan.revision, lang)) if plan.revision else ""
    return ", ".join(filter(None, (acronym, revision)))


def day(date: datetime.date, lang: Lang) -> str:
    """Return « 31 août 2023 », « 1er mars 2024 »."""
    number = FIRST.get(lang) if date.day == 1 else str(date.day)
    month = MONTHS[date.month - 1].get(lang)
    return DAY.get(lang).format(day=number, month=month, year=date.year)


def facts(briefing: Briefing, lang: Lang) -> Mapping[str, Sequence[str]]:
    """Return when and by what the plan was checked, and each file with its checksum."""
    checked = briefing.checked
    told = {
        DATE.get(lang): [day(briefing.day, lang)],
        TOOL.get(lang): [f"pan-tp {__version__}"],
        EQUATIONS.get(lang): list(_equations(briefing, lang)),
    }
    files = {FILES[given.role].get(lang): _file(given, checked, lang) for given in checked.inputs}
    return {**told, **files}


def _equations(briefing: Briefing, lang: Lang) -> Iterator[str]:
    arithmetic = briefing.report.arithmetic
    count, violated = arithmetic.equations - arithmetic.unknown, arithmetic.violated
    text = in_number(VIOLATED, violated, lang) if violated else ALL_HOLD.get(lang)
    yield text.format(all=count)
    if arithmetic.unknown:
        yield in_number(UNKNOWN, arithmetic.unknown, lang)


def _file(given: Input, checked: Checked, lang: Lang) -> list[str]:
    name = short(given.name)
    if checked.origin is Origin.EMBEDDED and given.role in (Role.PLAN, Role.INDICATORS):
        name = EMBEDDED.get(lang).format(name=name)
    return [name, SHA.format(digest=given.sha256)]


def faults(found: Sequence[Fault], lang: Lang) -> Section | None:
    """Return why files could not be used; None where all could."""
    if not found:
        return None
    columns = [column(FILE, 60, lang), column(WHY, 110, lang)]
    rows = [
        Row(
            (
                (Line(short(each.where), Look.STRONG),),
                (Line(short(reason(each, lang))),),
            )
        )
        for each in found
    ]
    table = Table(UNUSABLE.get(lang), columns, rows)
    return Section(UNUSABLE.get(lang), 1, (NOT_CHECKED.get(lang),), table=table)
