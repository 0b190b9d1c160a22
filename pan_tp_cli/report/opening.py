"""The first lines of a text report: which files it is about."""

import textwrap
from collections.abc import Iterator
from typing import Final

from pan_tp_cli import __version__
from pan_tp_cli.checked import Checked, Origin
from pan_tp_cli.place import Role
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Lang, Text, one_line

PLAN: Final = Text("Plan : {plan}", "Plan: {plan}")
ORIGIN: Final = {
    Origin.GIVEN: Text("{name}", "{name}"),
    Origin.LOCAL: Text("{name} (dossier courant)", "{name} (current folder)"),
    Origin.EMBEDDED: Text(
        "{name} (livré avec pan-tp {version})", "{name} (comes with pan-tp {version})"
    ),
}
INDICATORS: Final = Text("Indicateurs : {name}", "Indicators: {name}")
UNUSABLE: Final = Text(
    "{line} : fichier inutilisable, rien n'y a été contrôlé",
    "{line}: file not usable, nothing in it was checked",
)
ABSENT: Final = Text("(aucun fichier)", "(no file)")
NO_INDICATORS: Final = Text(
    "Indicateurs : aucun (pas d'indicators.yaml à côté du plan)",
    "Indicators: none (no indicators.yaml beside the plan)",
)


def opening(checked: Checked, style: Style) -> Iterator[str]:
    """Yield which plan and which indicators were read, and whether they could be used."""
    names = checked.names
    line = PLAN.get(style.lang).format(plan=plan_name(checked, style.lang))
    yield from _lines(_input(checked, Role.PLAN, line, style), style)
    if Role.INDICATORS in names:
        line = INDICATORS.get(style.lang).format(name=names[Role.INDICATORS])
        yield from _lines(_input(checked, Role.INDICATORS, line, style), style)
    else:
        yield from _lines(NO_INDICATORS.get(style.lang), style)


def _lines(text: str, style: Style) -> list[str]:
    """Return a text in lines that fit, with the names of files whole."""
    return textwrap.wrap(
        text,
        style.width,
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def plan_name(checked: Checked, lang: Lang) -> str:
    """Return the file of a plan, where it comes from, and its acronym.

    Of a framework alone it is the file of that, and of nothing that there is none.
    """
    name = next((checked.names[role] for role in Role if role in checked.names), ABSENT.get(lang))
    name = ORIGIN[checked.origin].get(lang).format(name=name, version=__version__)
    acronym = checked.project.plan.acronym if checked.project.plan else ""
    return f"{name}, {one_line(acronym)}" if acronym else name


def _input(checked: Checked, role: Role, line: str, style: Style) -> str:
    return line if checked.read(role) else UNUSABLE.get(style.lang).format(line=line)
