from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml.events import ScalarEvent

from pan_tp_cli import syntax
from pan_tp_cli.document import Document, Node
from pan_tp_cli.encoding import BOM
from pan_tp_cli.fault import InputError
from pan_tp_cli.place import Part, Route
from pan_tp_cli.source import Parse, by_libyaml, by_ruamel, read_document
from pan_tp_cli.text import Lang, Text
from pan_tp_cli.tree import MAX_DEPTH, MAX_FAULTS
from tests.projects import DATA

PARSERS = pytest.mark.parametrize("parse", [by_libyaml, by_ruamel])


def tree(text: str | bytes, parse: Parse = by_libyaml) -> Node:
    data = text.encode() if isinstance(text, str) else text
    return read_document(data, "f.yaml", parse).tree


def refusals(text: str | bytes, parse: Parse = by_libyaml) -> list[tuple[str, Text]]:
    """Return where and by which sentence a text is refused."""
    with pytest.raises(InputError) as caught:
        tree(text, parse)
    return [(fault.where, fault.message.text) for fault in caught.value.faults]


@PARSERS
@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a: 5 000 000", {"a": "5 000 000"}),
        ("a: 1.10\nb: no\nc: 1e3\nd: 0x10\ne: 2023-08-31", {
            "a": "1.10", "b": "no", "c": "1e3", "d": "0x10", "e": "2023-08-31"}),
        ("a: ~\nb: '~'\nc: null\nd: Null", {"a": None, "b": "~", "c": "null", "d": "Null"}),
        ("{2023: 5 000, 2024: ~, total: 22 %}", {"2023": "5 000", "2024": None, "total": "22 %"}),
        ("- a\n- [b, ~]\n- {c: d}", ["a", ["b", None], {"c": "d"}]),
        ("a: 'l''été'\nb: \"x \\u00e9\"\nc: |\n  deux\n  lignes\n", {
            "a": "l'été", "b": "x é", "c": "deux\nlignes\n"}),
        ("a: un texte\n  sur deux lignes", {"a": "un texte sur deux lignes"}),
        ("%YAML 1.2\n---\na: 1\n...\n", {"a": "1"}),
        ("# seul\na: 1 # après\n#b\nc: 2  ## fin\nd: '#1' #\n", {"a": "1", "c": "2", "d": "#1"}),
        ("a: b#1\nc: 'd' #e\n", {"a": "b#1", "c": "d"}),
        ("a: &;", None),
    ],
)  # fmt: skip
def test_scalars_stay_the_text_that_is_written(text: str, read: Node, parse: Parse) -> None:
    if read is None:
        assert refusals(text, parse)
    else:
        assert tree(text, parse) == read


@pytest.mark.parametrize("text", ["a: 1\r\nb: é\r\n", "a: 1\nb: é\n", "a: 1\rb: é\r"])
@pytest.mark.parametrize("mark", [b"", BOM])
def test_line_ends_and_a_byte_order_mark_change_no_position(text: str, mark: bytes) -> None:
    document = read_document(mark + text.encode(), "f.yaml")
    location = document.location(("b",))
    assert (location.line, location.column, location.end_column) == (2, 4, 5)
    assert document.line(2) == "b: é"


@PARSERS
@pytest.mark.parametrize(
    ("text", "where", "sentence"),
    [
        ("", "f.yaml", syntax.EMPTY_FILE),
        ("# rien\n\n", "f.yaml", syntax.EMPTY_FILE),
        ("a: 1\nb: 2\na: 3", "f.yaml:3:1", syntax.DUPLICATE_KEY),
        ("{a: 1, 'a': 3}", "f.yaml:1:8", syntax.DUPLICATE_KEY),
        ("a: !!int 5", "f.yaml:1:4", syntax.TAG),
        ("a: !secret {b: c}", "f.yaml:1:4", syntax.TAG),
        ("# a\n%TAG ! tag:x,\n---\na: 1", "f.yaml:2:1", syntax.TAG_DIRECTIVE),
        ("a: &x 5", "f.yaml:1:4", syntax.ANCHOR),
        ("a: &x [b]", "f.yaml:1:4", syntax.ANCHOR),
        ("<<: {a: b}", "f.yaml:1:1", syntax.MERGE_KEY),
        ("[a]: b", "f.yaml:1:1", syntax.COMPLEX_KEY),
        ("? {a: b}\n: c", "f.yaml:1:3", syntax.COMPLEX_KEY),
        ("~: a", "f.yaml:1:1", syntax.COMPLEX_KEY),
        ("a: 1\n---\nb: 2", "f.yaml:2:1", syntax.SEVERAL_DOCUMENTS),
        ("a:\n\tb: 1", "f.yaml:2:1", syntax.TAB),
        ("a: b\tc", "f.yaml:1:5", syntax.TAB),
        ("a: b\x00c", "f.yaml:1:5", syntax.CONTROL_CHARACTER),
        ("a: b\u2028c", "f.yaml:1:5", syntax.CONTROL_CHARACTER),
        ("a: b\ufeffc", "f.yaml:1:5", syntax.CONTROL_CHARACTER),
        ('a: "b\\x1b[31mc"', "f.yaml:1:4", syntax.CONTROL_CHARACTER),
        ("a:\nb: 1", "f.yaml:1:1", syntax.EMPTY_VALUE),
        ("{2025: , 2026: 1}", "f.yaml:1:2", syntax.EMPTY_VALUE),
        ("{2025:, 2026: 1}", "f.yaml:1:6", syntax.COLON_IN_BRACES),
        ("{2025: 52,5 %, 2026: 1}", "f.yaml:1:11", syntax.COMMA_IN_BRACES),
        ("a: b: c", "f.yaml:1:5", syntax.UNEXPECTED_COLON),
        ("a: 1\n b: 2", "f.yaml:2:3", syntax.UNEXPECTED_COLON),
        ("a: @b", "f.yaml:1:4", syntax.BAD_START),
        ("a: 'b\nc: d", "f.yaml:1:4", syntax.UNCLOSED_QUOTE),
        ("a: {b: 1\nc: d", "f.yaml:1:4", syntax.UNCLOSED_BRACE),
        ("a: [b, c", "f.yaml:1:4", syntax.UNCLOSED_BRACKET),
        (" a: 1\nb: 2", "f.yaml:2:1", syntax.INDENTATION),
        ('a: "\\q"', "f.yaml:1:4", syntax.ESCAPE),
        ("a: 'l'agent'\nb: 1", "f.yaml:1:7", syntax.AFTER_QUOTE),
        ('a: "b" et c\nd: 1', "f.yaml:1:8", syntax.AFTER_QUOTE),
        ("a: [b] c\nd: 1", "f.yaml:1:8", syntax.AFTER_BRACKET),
        ("b: 1\na:c\nd: 1", "f.yaml:2:1", syntax.MISSING_COLON),
        ("b: 1\na\nd: 1", "f.yaml:2:1", syntax.MISSING_COLON),
        ("a: # b\nc: 1", "f.yaml:1:1", syntax.HASH),
        ("a: b #1\nc: 1", "f.yaml:1:6", syntax.LOST_COMMENT),
        ("a: {b: c  #1\n}", "f.yaml:1:11", syntax.LOST_COMMENT),
        ("a: - b", "f.yaml:1:4", syntax.BAD_START),
        ("a: \u201cb: c\u201d", "f.yaml:1:6", syntax.UNEXPECTED_COLON),
        ("a:\n\u00a0 b: 1", "f.yaml:2:1", syntax.INDENTED_BY_OTHER_SPACE),
        ("a: b\u200bc", "f.yaml:1:5", syntax.CONTROL_CHARACTER),
    ],
)
def test_what_could_mean_two_things_is_refused_where_it_stands(
    text: str, where: str, sentence: Text, parse: Parse
) -> None:
    assert refusals(text, parse)[0] == (where, sentence)


def test_the_first_of_two_keys_is_told_behind_other_duplicates() -> None:
    with pytest.raises(InputError) as caught:
        tree("a: 1\nb: 2\na: 3\nc: 4\nc: 5")
    assert [fault.message.values["line"] for fault in caught.value.faults] == ["1", "4"]


@PARSERS
@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("x:\n- a:\n1 b: 2\nc: 3\nc: 4", "4", 5),  # behind a missing value, whose place is there
        ("x:\n-\nc: 3\nc: 4", "3", 4),
        ("{a\n  b, c: 2,\n a b}", "1", 3),
        ("'': 1\n'': 2", "1", 2),
        ("*a :\nc: 1\nc: 2", "2", 3),
        ("! c :\n! d :\n! c :", "1", 3),
        (f"a: 1\n&b {' ' * 90}: &c\na: 2", "1", 3),
    ],
)
def test_the_first_of_two_keys_is_found_whatever_is_wrong_before(
    text: str, first: str, second: int, parse: Parse
) -> None:
    with pytest.raises(InputError) as caught:
        tree(text, parse)
    faults = [each for each in caught.value.faults if each.message.text is syntax.DUPLICATE_KEY]
    assert [
        (each.message.values["line"], each.location.line) for each in faults if each.location
    ] == [(first, second)]


def test_a_text_full_of_faults_is_not_read_to_its_end() -> None:
    told = refusals("a: 1\n" * 100_000)
    assert told[-2:] == [
        (f"f.yaml:{MAX_FAULTS + 1}:1", syntax.DUPLICATE_KEY),
        ("f.yaml", syntax.GAVE_UP),
    ]
    assert len(told) == MAX_FAULTS + 1


@PARSERS
def test_no_escape_makes_a_character_that_a_terminal_obeys(parse: Parse) -> None:
    for escape in ("\\e", "\\x9b", "\\n", "\\r", "\\t", "\\u202e", "\\u2066", "\\0", "\\u200b"):
        assert refusals(f'a: "x{escape}y"', parse)[0][1] is syntax.CONTROL_CHARACTER
    said = refusals("a: !%1b[31m 5", parse)
    assert said[0][1] in (syntax.TAG, syntax.MALFORMED)


def test_an_alias_is_refused_and_so_never_expanded() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"
    assert [sentence for _, sentence in refusals(bomb)] == [syntax.ANCHOR] * 6


def test_every_fault_is_told_at_once() -> None:
    assert [where for where, _ in refusals("a: 1\na: 2\nb:\nc: !t 1\na: 3")] == [
        "f.yaml:2:1",
        "f.yaml:3:1",
        "f.yaml:4:4",
        "f.yaml:5:1",
    ]


@pytest.mark.parametrize(
    ("data", "where", "sentence"),
    [
        (b"a: 1\nb: caf\xe9\n", "f.yaml:2:7", syntax.NOT_UTF8),
        ("a: é".encode("utf-16"), "f.yaml", syntax.UTF16),
        (BOM, "f.yaml", syntax.EMPTY_FILE),
        (b"PK\x03\x04\x14\x00", "f.yaml", syntax.OFFICE_FILE),
    ],
)
def test_other_encodings_are_refused(data: bytes, where: str, sentence: Text) -> None:
    assert refusals(data) == [(where, sentence)]


def test_nesting_is_bounded() -> None:
    assert tree("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert refusals("[" * 100_000) == [(f"f.yaml:1:{MAX_DEPTH + 1}", syntax.TOO_DEEP)]


def test_sentences_are_in_the_language_asked_for() -> None:
    with pytest.raises(InputError) as caught:
        tree("a: 1\na: 2")
    message = caught.value.faults[0].message
    assert message.render(Lang.FR) == (
        "la clé «\u00a0a\u00a0» est écrite deux fois\u00a0: la première est à la ligne 1"
    )
    assert message.render(Lang.EN) == "the key 'a' is written twice: the first one is on line 1"


def routes(node: Node, route: Route = ()) -> Iterator[tuple[Route, Node]]:
    """Yield every node of a tree below its root, with its route."""
    entries = node.items() if isinstance(node, dict) else enumerate(node or ())
    if isinstance(node, dict | list):
        for step, child in entries:
            yield (*route, step), child
            yield from routes(child, (*route, step))


def spans(document: Document) -> dict[tuple[Route, Part], tuple[int, int]]:
    """Return the span of every key and value of a document."""
    found = {}
    for route, _ in routes(document.tree):
        found[route, Part.VALUE] = document.span(route)
        if isinstance(route[-1], str):
            found[route, Part.KEY] = document.span(route, Part.KEY)
    return found


@pytest.mark.parametrize("name", ["plan.yaml", "indicators.yaml"])
def test_both_parsers_give_the_same_trees_and_positions(name: str) -> None:
    data = (DATA / name).read_bytes()
    fast, pure = (read_document(data, name, parse) for parse in (by_libyaml, by_ruamel))
    assert fast.tree == pure.tree
    assert spans(fast) == spans(pure)


@pytest.mark.parametrize("name", ["plan.yaml", "indicators.yaml"])
def test_a_position_never_lies(name: str) -> None:
    document = read_document((DATA / name).read_bytes(), name)
    looked_at = 0
    for route, value in routes(document.tree):
        start, end = document.span(route)
        text = document.text[start:end]
        if isinstance(value, str):
            assert text.strip("'").replace("''", "'") == value
            looked_at += 1
        location = document.location(route)
        assert document.line(location.line)[location.column - 1 :].startswith(text.split("\n")[0])
        if isinstance(route[-1], str):
            start, end = document.span(route, Part.KEY)
            assert document.text[start:end] == route[-1]
    assert looked_at > 700


plain = (
    st.text("abcé0123 %é.-'", min_size=1, max_size=12)
    .map(str.strip)
    .filter(lambda text: text and text[0] not in "%'-" and not text.startswith("."))
)
trees = st.recursive(
    st.none() | plain,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(plain, below, max_size=4),
    max_leaves=12,
).filter(lambda node: isinstance(node, dict | list))


def flow(node: Node) -> str:
    """Write a tree as YAML between braces."""
    if isinstance(node, dict):
        return "{" + ", ".join(f"{key}: {flow(value)}" for key, value in node.items()) + "}"
    if isinstance(node, list):
        return "[" + ", ".join(map(flow, node)) + "]"
    return "~" if node is None else node


@given(trees)
def test_write_then_read_gives_the_same_tree_from_both_parsers(node: Node) -> None:
    fast, pure = (
        read_document(flow(node).encode(), "f", parse) for parse in (by_libyaml, by_ruamel)
    )
    assert fast.tree == pure.tree == node
    assert spans(fast) == spans(pure)
    for route, value in routes(fast.tree):
        start, end = fast.span(route)
        assert fast.text[start:end] == flow(value)


def test_the_parser_makes_its_own_events_again_whatever_was_read() -> None:
    libyaml = pytest.importorskip("_ruamel_yaml")
    for text in ("a: 1", "[" * 100, "a: b: c"):
        with suppress(InputError):
            tree(text)
        assert libyaml.ScalarEvent is ScalarEvent
        assert type(libyaml.CParser("a").get_event()).__name__ == "StreamStartEvent"


yaml_like = st.text("ab:-{}[],'\"#&*!|>%@~ \n\t?<é1", max_size=40)


@given(yaml_like)
def test_no_text_breaks_the_reader(text: str) -> None:
    for parse in (by_libyaml, by_ruamel):
        with suppress(InputError):
            spans(read_document(text.encode(), "f", parse))
