"""A numbering without holes: where there is an action 1.2.2 there is an action 1.2.1."""

from collections.abc import Iterable, Iterator

from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.message import Message, Shown
from pan_tp_cli.numbering import Step, gaps, step
from pan_tp_cli.outline import Coded, Kind, framework_codes, plan_headings
from pan_tp_cli.place import Role
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Example, Rule
from pan_tp_cli.text import Text

RUN = Text("{first} à {last}", "{first} to {last}")


def check(project: Project) -> Iterator[Finding]:
    """Find the numbers that headings and results skip, those of both tables once.

    A number that one of the tables has is none that the numbering skips. Activities and
    indicators are numbered by the transcriber, who may leave holes.
    """
    codes = [*plan_headings(project), *framework_codes(project)]
    known = {coded.entry.node for coded in codes if coded.kind is Kind.HEADING}
    for siblings in _siblings(codes):
        for behind, first, last in gaps(siblings):
            if first not in known or last not in known:
                known |= {first, last}
                yield RULE.at(siblings[behind].cell, missing=_missing(first, last))


def _siblings(codes: Iterable[Coded]) -> Iterable[dict[Step, Coded]]:
    """Group the codes of a table and kind by what comes before their last part."""
    groups: dict[tuple[Role, Kind, str, bool], dict[Step, Coded]] = {}
    for coded in codes:
        last = step(coded.entry.node)
        if last is not None:
            group = (coded.entry.role, coded.kind, last.stem, last.lettered)
            groups.setdefault(group, {}).setdefault(last, coded)
    return groups.values()


def _missing(first: str, last: str) -> Shown:
    return first if first == last else Message(RUN, {"first": first, "last": last})


PLAN = """\
format: pan-tp/plan-1
annees: [2023]
axes:
  - code: 1
    intitule: Prévention
    actions:
      - code: {code}
        intitule: Former
        activites: [{{id: 1-01, intitule: Former 20 agents, budget: {{2023: 5 000 000}}}}]
"""

RULE = Rule(
    id="structure.numero-manquant",
    severity=Severity.WARNING,
    title=Text("la numérotation saute {missing}", "the numbering skips {missing}"),
    why=Text(
        "Un numéro sauté est une ligne retirée sans que la suite soit renumérotée, ou une ligne "
        "oubliée ; un lecteur la cherchera, et un renvoi peut encore y mener.",
        "A number that is skipped is a row taken out without renumbering the rest, or a row left "
        "out; a reader will look for it, and a reference may still lead to it.",
    ),
    repair=Text(
        "cherchez {missing} dans le document signé ; si rien ne manque, renumérotez la suite",
        "look for {missing} in the signed document; if nothing is missing, renumber what follows",
    ),
    bad=Example(plan=PLAN.format(code="1.2")),
    good=Example(plan=PLAN.format(code="1.1")),
    check=check,
)
