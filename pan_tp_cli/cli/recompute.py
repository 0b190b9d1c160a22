"""`pan-tp recompute`: the totals of a plan, written anew from its leaves."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from typer.core import TyperCommand

from pan_tp_cli.cli import patch
from pan_tp_cli.cli.exit_code import ExitCode
from pan_tp_cli.cli.language import OPTION
from pan_tp_cli.cli.options import (
    FILE,
    INDICATORS,
    LANGUAGE,
    LANGUAGES,
    Options,
    complain_each,
    refusal,
    tell,
    working_file,
)
from pan_tp_cli.finding import Finding
from pan_tp_cli.message import Message
from pan_tp_cli.place import cell_name
from pan_tp_cli.repair import Change
from pan_tp_cli.text import Lang, Text

if TYPE_CHECKING:
    from pan_tp_cli.checked import Checked
    from pan_tp_cli.recompute import Recomputed
    from pan_tp_cli.table import Cell

ABOUT: Final = Text(
    "Recalcule les totaux imprimés à partir des montants de base.\n\nMontre ce qui change sous la "
    "forme d'un diff ; n'écrit dans les fichiers qu'avec --write, et n'y change que les chiffres "
    "faux. Refuse quand la faute semble être dans un montant de base, et non dans un total.\n\n"
    "Code de sortie : 0 totaux recalculés ou déjà justes, 1 refus ou total impossible à calculer, "
    "2 mauvais usage, 3 fichier illisible, invalide ou non inscriptible, 70 défaut de l'outil.",
    "Recompute the printed totals from the amounts that they are made of.\n\nShows what changes as "
    "a diff; writes to the files only with --write, and changes nothing there but wrong figures. "
    "Refuses where the fault seems to be in an amount, and not in a total.\n\nExit code: 0 totals "
    "recomputed or already right, 1 refused or a total that cannot be computed, 2 wrong usage, 3 "
    "a file that cannot be read or written or is not valid, 70 a fault of the tool.",
)
WRITE: Final = Text(
    "Écrit les totaux recalculés dans les fichiers.", "Write the recomputed totals to the files."
)
FORCE: Final = Text(
    "Recalcule même si la faute semble être ailleurs que dans les totaux.",
    "Recompute even where the fault seems to be elsewhere than in the totals.",
)
EMBEDDED: Final = Text(
    "le plan livré avec pan-tp ne se récrit pas : donnez votre plan (PLAN)",
    "the plan that comes with pan-tp is not rewritten: give your own plan (PLAN)",
)
SUSPECT: Final = Text(
    "{where}: {cell} : la faute semble être ici ({printed} imprimé, {proposed} proposé)",
    "{where}: {cell}: the fault seems to be here ({printed} printed, {proposed} proposed)",
)
POSSIBLE: Final = Text(
    "{where}: {cell} : la faute est peut-être ici ({printed} imprimé, {proposed} proposé)",
    "{where}: {cell}: the fault may be here ({printed} printed, {proposed} proposed)",
)
ELSEWHERE: Final = Text("{where}: {cell} : {message}", "{where}: {cell}: {message}")
REFUSED: Final = Text(
    "refus : recalculer les totaux cacherait une faute qui semble être ailleurs ; corrigez-la "
    "d'abord, ou passez outre avec --force",
    "refused: to recompute the totals would hide a fault that seems to be elsewhere; mend it "
    "first, or override with --force",
)
UNREADABLE: Final = Text(
    "{where}: {cell} : « {printed} » n'est pas un nombre bien écrit",
    "{where}: {cell}: '{printed}' is not a well-written number",
)
UNKNOWN: Final = Text(
    "totaux laissés tels quels, impossibles à calculer : {count} ({cells})",
    "totals left as they are, impossible to compute: {count} ({cells})",
)
DISPUTED: Final = Text(
    "totaux laissés tels quels, car deux calculs en donnent des valeurs différentes : {count} "
    "({cells})",
    "totals left as they are, as two computations give them different values: {count} ({cells})",
)
WRITTEN: Final = Text("{file} : totaux récrits : {count}", "{file}: totals rewritten: {count}")
NOT_WRITTEN: Final = Text(
    "totaux à récrire : {count} ; rien n'est écrit sans --write",
    "totals to rewrite: {count}; nothing is written without --write",
)
NOTHING: Final = Text("aucun total à récrire", "no total to rewrite")


def register(app: typer.Typer, command: type[TyperCommand], lang: Lang) -> None:
    """Add the command to the application, with its help in `lang`."""
    options = Options(lang)

    @app.command("recompute", cls=command, help=ABOUT.get(lang))
    def recompute(
        plan: Annotated[Path | None, options.plan()] = None,
        indicators: Annotated[Path | None, options.value("--indicators", INDICATORS, FILE)] = None,
        write: Annotated[bool, options.flag("--write", WRITE)] = False,
        force: Annotated[bool, options.flag("--force", FORCE)] = False,
        lang: Annotated[Lang, options.value(OPTION, LANGUAGE, LANGUAGES)] = lang,
    ) -> int:
        from pan_tp_cli import amending  # heavy: pydantic and the YAML parser
        from pan_tp_cli import app as use_cases
        from pan_tp_cli.rules import identifiers

        checked = use_cases.check(plan, indicators, identifiers())
        if checked.faults:
            tell(checked.faults, lang)
            return ExitCode.INPUT
        if write:
            refuse_embedded(checked, lang)
            for path in checked.paths.values():
                working_file(path, lang)
        result = amending.recompute(checked)
        suspects = () if force else tuple(suspicions(checked, result))
        if suspects:
            complain(suspects, lang)
            complain([Message(REFUSED)], lang)
            return ExitCode.FINDINGS
        patch.put(checked, result.changes)
        complain(written(checked, result) if write else waiting(result), lang)
        complain(left(checked, result), lang)
        return ExitCode.FINDINGS if result.unknown or result.disputed else ExitCode.CLEAN


def complain(messages: Iterable[Message], lang: Lang) -> None:
    """Write messages to standard error, a line each, as they come; of very many the first ones."""
    complain_each((message.render(lang) for message in messages), lang)


def refuse_embedded(checked: "Checked", lang: Lang) -> None:
    """Raise BadParameter where no plan is given and there is none here: it is not the user's."""
    from pan_tp_cli.checked import Origin  # loaded with the check

    if checked.origin is Origin.EMBEDDED:
        raise refusal(Message(EMBEDDED), lang)


def suspicions(checked: "Checked", result: "Recomputed") -> Iterator[Message]:
    """Yield the cells that are at fault, or may be, and are no totals."""
    from pan_tp_cli.mending import leaf_at_fault, suspected

    for located in checked.report.findings if checked.report else ():
        finding = located.finding
        if leaf_at_fault(finding, result.targets):
            changes = suspected(finding)
            yield from (_suspicion(checked, finding, change) for change in changes)
            if not changes:
                shown = {"where": located.location.start, "cell": _name(finding)}
                yield Message(ELSEWHERE, {**shown, "message": finding.message})


def _suspicion(checked: "Checked", finding: Finding, change: Change) -> Message:
    location = checked.documents[change.place.role].location(change.place.route)
    return Message(
        SUSPECT if finding.sure else POSSIBLE,
        {
            "where": location.start,
            "cell": _name(change),
            "printed": change.printed,
            "proposed": change.proposed,
        },
    )


def _name(named: Finding | Change) -> str:
    return cell_name(named.node, named.column)


def written(checked: "Checked", result: "Recomputed") -> Iterator[Message]:
    """Write the totals to the files, and yield each file as it is written."""
    from pan_tp_cli import amending  # loaded with the computation

    for role in amending.write(checked, result.changes):
        count = sum(change.place.role is role for change in result.changes)
        yield Message(WRITTEN, {"file": checked.names[role], "count": count})
    if not result.changes:
        yield Message(NOTHING)


def waiting(result: "Recomputed") -> Iterator[Message]:
    """Yield how many totals wait to be written."""
    count = len(result.changes)
    yield Message(NOT_WRITTEN, {"count": count}) if count else Message(NOTHING)


def left(checked: "Checked", result: "Recomputed") -> Iterator[Message]:
    """Yield the totals that are left as they are, and the unreadable cells that they wait for."""
    for cell in result.unreadable:
        where = checked.documents[cell.place.role].location(cell.place.route).start
        shown = {"where": where, "cell": _cell(cell), "printed": cell.value}
        yield Message(UNREADABLE, shown)
    for text, cells in ((UNKNOWN, result.unknown), (DISPUTED, result.disputed)):
        if cells:
            yield Message(text, {"count": len(cells), "cells": tuple(map(_cell, cells))})


def _cell(cell: "Cell") -> str:
    return cell_name(cell.entry.node, cell.column)
