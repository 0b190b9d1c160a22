"""The responsible structures are among those that the plan lists."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.table import Cell
from pan_tp_cli.text import LONGEST_SHOWN, Text, one_line
from pan_tp_cli.wording import squeezed

MAX_NAMED = 12
MOST_PIECES = 24
"""Pieces of a name that may be one of a list; the longest of the embedded plan has 5."""
MOST_COMPARED = 20_000
"""Names compared to propose a nearest one: a tenth of a millisecond each."""
LONGEST_COMPARED = 200
ALSO = Text("elle est nommée aussi à : {nodes}", "it is named at these rows too: {nodes}")
AND_MORE = Text("{nodes}, …", "{nodes}, …")
NEAREST = Text("voulait-on dire {key} ({name}) ?", "was {key} meant ({name})?")

_SEPARATOR = re.compile(r"(\s*[/,;()&]+\s*|\s+(?:et|ET)\s+)").split


class _Known(NamedTuple):
    """The known structures: their keys by what keys and names are squeezed to.

    `longest` is the number of pieces that separators part the longest name in, as far as names in
    a list of structures are looked for.
    """

    keys: Mapping[str, str]
    longest: int


def check(project: Project) -> Iterator[Finding]:
    """Find structures that the list of the plan does not have, each at the first row naming it."""
    structures = project.plan.structures if project.plan else {}
    if not structures:
        return
    named = [(key, word) for key, name in structures.items() for word in (name, key)]
    keys = {squeezed(word): key for key, word in named}
    pieces = max(len(_pieces(word)) for _, word in named)
    known = _Known(keys, min(pieces, MOST_PIECES))
    cells: dict[str, list[Cell]] = {}
    for cell in _cells(project):
        for name in dict.fromkeys(_unknown(str(cell.value), known)):
            cells.setdefault(name, []).append(cell)
    compared = MOST_COMPARED // len(keys)
    for rank, (name, where) in enumerate(cells.items()):
        near = _nearest(squeezed(name), known) if rank < compared else None
        yield _finding(name, where, near, structures)


def _cells(project: Project) -> Iterator[Cell]:
    """Yield the cells that name a responsible structure."""
    activities = ((row.entry, row.activity.responsible) for row in project.budget if row.activity)
    indicators = ((row.entry, row.indicator.responsible) for row in project.indicators)
    for entry, responsible in (*activities, *indicators):
        if responsible and responsible.strip():
            yield Cell(entry, None, responsible, ("responsable",))


def _unknown(text: str, known: _Known) -> Iterator[str]:
    """Yield the structures of a cell that are not known, as printed.

    The name of one may itself hold a comma or « et »: the longest known name is taken first, and
    what goes on in small letters (« de la Femme ») belongs to the name before it.
    """
    if squeezed(text) in known.keys:
        return
    pieces = _pieces(text)
    bare = [squeezed(piece) for piece in pieces]
    unknown = ""
    start = 0
    while start < len(pieces):
        end = _known_end(bare, start, known)
        piece = pieces[start].strip()
        if end is None and unknown and piece[:1].islower():
            unknown += "".join(pieces[start - 1 : start + 1])
        else:
            if unknown:
                yield unknown
            unknown = piece if end is None and bare[start] else ""
        start = (start if end is None else end) + 2
    if unknown:
        yield unknown


def _pieces(text: str) -> list[str]:
    """Return what separators part, and the separators.

    Where there is more than one space, looking for a separator takes the square of their number.
    """
    return _SEPARATOR(one_line(text))


def _known_end(bare: Sequence[str], start: int, known: _Known) -> int | None:
    """Return where the longest known name that begins at a piece ends; all pieces are squeezed."""
    last = min(len(bare), start + known.longest)
    ends = (end for end in range(last - 1, start - 1, -1) if (end - start) % 2 == 0)
    return next((end for end in ends if "".join(bare[start : end + 1]) in known.keys), None)


def _finding(
    name: str, where: Sequence[Cell], near: str | None, structures: Mapping[str, str]
) -> Finding:
    finding = RULE.at(where[0], name=one_line(name, LONGEST_SHOWN))
    more: list[Message] = []
    if near:
        more.append(Message(NEAREST, {"key": near, "name": structures[near]}))
    if len(where) > 1:
        more.append(Message(ALSO, {"nodes": _nodes(where[1:])}))
    return finding._replace(help=(*finding.help, *more))


def _nodes(cells: Iterable[Cell]) -> Shown:
    nodes = tuple(cell.entry.node for cell in cells)
    return nodes if len(nodes) <= MAX_NAMED else Message(AND_MORE, {"nodes": nodes[:MAX_NAMED]})


def _nearest(word: str, known: _Known) -> str | None:
    """Return the key of the structure most like a word: one whose name it begins, or nearly is."""
    from difflib import get_close_matches  # needed only for an unknown name

    begun = [key for name, key in known.keys.items() if name.startswith(word)]
    if len(set(begun)) == 1 and len(word) > 3:
        return begun[0]
    near = get_close_matches(word, known.keys, 1, 0.7) if len(word) <= LONGEST_COMPARED else []
    return known.keys[near[0]] if near else None


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
structures: {{OIM: Organisation Internationale pour les Migrations, OSC: Société Civile}}
axes:
  - code: 1
    intitule: Prévention
    activites:
      - {{id: 1-01, intitule: Former 20 agents, responsable: {name}, budget: {{2023: 5 000 000}}}}
"""

RULE = Rule(
    id="structure.responsable-inconnu",
    severity=Severity.WARNING,
    title=Text(
        "la structure « {name} » n'est pas dans la liste du plan",
        "the structure '{name}' is not in the list of the plan",
    ),
    why=Text(
        "Une structure qui n'est nommée nulle part ailleurs peut être une faute de frappe, ou "
        "une institution à qui personne n'a demandé si elle s'engage.",
        "A structure that is named nowhere else may be a typing mistake, or an institution that "
        "nobody asked whether it commits itself.",
    ),
    repair=Text(
        "corrigez le nom, ou ajoutez la structure à la liste « structures » du plan si le document "
        "la définit",
        "mend the name, or add the structure to the list 'structures' of the plan where the "
        "document defines it",
    ),
    bad=Example(plan=PLAN.format(name="OIN / OSC")),
    good=Example(plan=PLAN.format(name="OIM / OSC")),
    check=check,
)
