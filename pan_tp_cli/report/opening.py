"""The first lines of a text report: which files it is about."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli import __version__
from pan_tp_cli.checked import Checked, Origin
from pan_tp_cli.place import Role
from pan_tp_cli.report.style import Style
from pan_tp_cli.text import Text, one_line

PLAN: Final = {
    Origin.GIVEN: Text("Plan : {name}", "Plan: {name}"),
    Origin.LOCAL: Text("Plan : {name} (dossier courant)", "Plan: {name} (current folder)"),
    Origin.EMBEDDED: Text(
        "Plan : {name} (livré avec pan-tp {version})", "Plan: {name} (comes with pan-tp {version})"
    ),
}
INDICATORS: Final = Text("Indicateurs : {name}", "Indicators: {name}")
UNUSABLE: Final = Text(
    "{line} : fichier inutilisable, rien n'y a été contrôlé",
    "{line}: file not usable, nothing in it was checked",
)
NO_INDICATORS: Final = Text(
    "Indicateurs : aucun (pas d'indicators.yaml à côté du plan)",
    "Indicators: none (no indicators.yaml beside the plan)",
)


def opening(checked: Checked, style: Style) -> Iterator[str]:
    """Yield which plan and which indicators were read, and whether they could be used."""
    names = checked.names
    line = PLAN[checked.origin].get(style.lang)
    line = line.format(name=names[Role.PLAN], version=__version__)
    acronym = checked.project.plan.acronym if checked.project.plan else ""
    yield _input(checked, Role.PLAN, f"{line}, {one_line(acronym)}" if acronym else line, style)
    if Role.INDICATORS in names:
        line = INDICATORS.get(style.lang).format(name=names[Role.INDICATORS])
        yield _input(checked, Role.INDICATORS, line, style)
    else:
        yield NO_INDICATORS.get(style.lang)


def _input(checked: Checked, role: Role, line: str, style: Style) -> str:
    return line if checked.read(role) else UNUSABLE.get(style.lang).format(line=line)
