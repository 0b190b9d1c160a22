"""No text breaks the reader, the models, the checks or the command line; see `targets`."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pan_tp_cli.document import Document, Node
from pan_tp_cli.fault import InputError
from pan_tp_cli.model.indicators import Framework
from pan_tp_cli.model.plan import Plan
from pan_tp_cli.model.validation import item_reader, read_model
from pan_tp_cli.place import Part, Role, Route
from pan_tp_cli.reading import ROWS
from pan_tp_cli.source import read_document
from pan_tp_cli.tree import NO_READERS
from tests.fuzz.targets import TARGETS
from tests.fuzz.texts import EXAMPLES, PLANS, PRINTED, raw, several, tampered, trees

FEWER = settings().max_examples // 5
ANY = raw() | trees() | tampered(EXAMPLES)
WAIVERS = [
    (
        "format: pan-tp/derogations-1\nderogations:\n- {regle: budget.somme-annees, noeud: 1, "
        "colonne: total, imprime: 4, attendu: 3, motif: m, par: p, expire: 2030-01-01}\n"
    )
]
SETTINGS = [
    (
        "select: [budget]\nignore: [budget.sous-total]\nseverites: {budget.somme-annees: info}\n"
        "fail-on: jamais\nlang: fr\n"
        "tolerances: [{regle: budget.somme-annees, montant: 5, pourquoi: p}]\n"
    )
]
SMALL = {
    "source": ANY,
    "money": raw() | st.text("0123456789 -.,%FCA\u00a0\u202f\u2009_\u2212\u0663").map(str.encode),
    "plan": trees() | tampered(PLANS),
    "indicators": trees() | tampered(EXAMPLES),
    "waivers": trees() | tampered(WAIVERS),
    "settings": trees() | tampered(SETTINGS),
}
"""What takes a millisecond or less."""
WHOLE = {
    "check": several(EXAMPLES) | tampered(EXAMPLES),
    "waive": several([*WAIVERS, *SETTINGS]) | tampered(WAIVERS),
    "diff": several(PLANS),
}
"""What runs the command line, some times for each text."""


@pytest.fixture(scope="module", autouse=True)
def _raised() -> Iterator[None]:
    """Let faults of the tool be raised, and not told in one sentence."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PAN_TP_DEBUG", "1")
        yield


@pytest.mark.parametrize("target", SMALL)
@given(data=st.data())
def test_nothing_that_is_read_breaks_a_rule(target: str, data: st.DataObject) -> None:
    TARGETS[target](data.draw(SMALL[target]))


@pytest.mark.parametrize("target", WHOLE)
@settings(
    max_examples=FEWER,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_no_plan_breaks_the_command_line(target: str, data: st.DataObject) -> None:
    TARGETS[target](data.draw(WHOLE[target]))


@settings(max_examples=FEWER)
@given(st.sampled_from((Role.PLAN, Role.INDICATORS)), st.data())
def test_the_embedded_plan_tampered_with_is_read_alike_at_once_and_row_by_row(
    role: Role, data: st.DataObject
) -> None:
    text = data.draw(tampered([PRINTED[role]]))
    model = Plan if role is Role.PLAN else Framework
    key, row = ROWS[role]
    outcomes: list[object] = []
    for readers in (NO_READERS, {key: item_reader(row)}, NO_READERS):
        try:
            document = read_document(text, "f", readers=readers)
            read = read_model(model, document)
            outcomes.append((read, document.begins, document.ends, document.odd_keys))
        except InputError as error:
            outcomes.append(error.faults)
    assert outcomes[1] == outcomes[0] == outcomes[2]


@given(ANY)
def test_what_is_read_stands_where_it_is_said_to_be(text: bytes) -> None:
    with suppress(InputError):
        document = read_document(text, "f")
        for route, value in _texts(document.tree, ()):
            read = "~" if value is None else value
            _same(document, document.span(route), read)
            if route and isinstance(route[-1], str):
                _same(document, document.span(route, Part.KEY), route[-1])


def _same(document: Document, span: tuple[int, int], read: str) -> None:
    """Hold that a text is written at a span; what is quoted or of several lines is written else."""
    written = document.text[slice(*span)]
    if not written.startswith(QUOTED) and "\n" not in written and "\r" not in written:
        assert written == read


QUOTED = ("'", '"', "|", ">")


def _texts(node: Node, route: Route) -> Iterator[tuple[Route, str | None]]:
    """Yield the texts and blank cells of a tree, with the ways to them."""
    if isinstance(node, dict | list):
        steps = node.items() if isinstance(node, dict) else enumerate(node)
        for step, inner in steps:
            yield from _texts(inner, (*route, step))
    else:
        yield route, node
