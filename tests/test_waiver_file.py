"""A file of waivers keeps its comments and its layout, whatever is added or removed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pan_tp_cli import waiver_file
from pan_tp_cli.document import Document
from pan_tp_cli.model.validation import read_model
from pan_tp_cli.model.waivers import Waivers
from pan_tp_cli.source import read_document
from pan_tp_cli.unified import edited
from pan_tp_cli.waiver_file import Entry

HEAD = "format: pan-tp/derogations-1  # format\n"
BLOCK = HEAD + (
    "derogations:\n"
    "    # first\n"
    "    - regle: a.b\n"
    "      noeud: 1\n"
    "      expire: jamais  # revu\n"
    "\n"
    "    # second\n"
    "    - {regle: c.d, noeud: 2,\n"
    "       expire: jamais}\n"
    "    - regle: e.f\n"
    "      noeud: 3\n"
    "      expire: jamais\n"
    "      motif: |\n"
    "        deux\n"
    "        lignes\n"
    "# end\n"
)
FLOW = HEAD + (
    "derogations: [{regle: a.b, noeud: 1, expire: jamais}, "
    "{regle: c.d, noeud: 2, expire: jamais},\n"
    "  {regle: e.f, noeud: 3, expire: jamais}]  # end\n"
)
EMPTY = HEAD + "derogations:   []  # none\n"
UNINDENTED = HEAD + "derogations:\n- regle: a.b\n  noeud: 1\n  expire: jamais"
LAYOUTS = pytest.mark.parametrize(
    "text", [BLOCK, FLOW, EMPTY, UNINDENTED, BLOCK.replace("\n", "\r\n"), "\ufeff" + FLOW]
)
NEW = Entry(
    {"regle": "x.y", "noeud": "9", "colonne": "~", "motif": 'dit "oui" : #1', "expire": "jamais"}
)


def document(text: str) -> Document:
    return read_document(text.encode(), "f")


def nodes(text: str) -> list[str]:
    return [waiver.node for waiver in read_model(Waivers, document(text)).waivers]


@LAYOUTS
def test_a_waiver_is_added_behind_all_others_and_nothing_else_changes(text: str) -> None:
    read = document(text)
    edit = waiver_file.appended(read, NEW)
    after = edited(text, [edit])
    assert nodes(after) == [*nodes(text), "9"]
    assert read_model(Waivers, document(after)).waivers[-1].reason == 'dit "oui" : #1'
    assert text[edit.start : edit.end].strip() in ("", "[]")
    assert edit.text.count("\r\n") == (edit.text.count("\n") if "\r\n" in text else 0)


@LAYOUTS
def test_every_choice_of_waivers_is_removed(text: str) -> None:
    read, before = document(text), nodes(text)
    for choice in range(1, 2 ** len(before)):
        gone = {rank for rank in range(len(before)) if choice & 1 << rank}
        after = edited(text, list(waiver_file.without(read, gone)))
        assert nodes(after) == [each for rank, each in enumerate(before) if rank not in gone]
        assert ("# end" in after) == ("# end" in text)


def test_comments_of_what_stays_stay() -> None:
    after = edited(BLOCK, list(waiver_file.without(document(BLOCK), {2})))
    assert after == BLOCK[: BLOCK.index("    - regle: e.f")] + "# end\n"


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], include_characters=" "), min_size=1
)


@example("~")
@given(TEXTS)
def test_any_reason_is_read_back_as_it_was_given(reason: str) -> None:
    said = " ".join(reason.split())
    entry = Entry({"regle": "a.b", "noeud": "1", "expire": "jamais", "motif": said or "-"})
    for text in (
        waiver_file.created(entry),
        edited(FLOW, [waiver_file.appended(document(FLOW), entry)]),
    ):
        (*_, last) = read_model(Waivers, document(text)).waivers
        assert last.reason == (said or "-")
