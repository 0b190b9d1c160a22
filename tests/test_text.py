import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from pan_tp_cli.text import Lang, Text, french_spacing, one_line, printable

PACKAGE = Path(__file__).parent.parent / "pan_tp_cli"


def texts() -> Iterator[tuple[str, Text]]:
    """Yield every text written in the package, with the place where it is written."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text":
                fr, en = (ast.unparse(argument) for argument in node.args)
                if isinstance(node.args[0], ast.Constant):
                    place = f"{path.relative_to(PACKAGE)}:{node.lineno}"
                    yield place, Text(ast.literal_eval(fr), ast.literal_eval(en))


TEXTS = list(texts())


def test_there_are_texts() -> None:
    assert len(TEXTS) > 100


@pytest.mark.parametrize(("place", "text"), TEXTS, ids=[place for place, _ in TEXTS])
def test_a_text_is_there_in_both_languages_with_the_same_placeholders(
    place: str, text: Text
) -> None:
    assert text.fr.strip(), place
    assert text.en.strip(), place
    assert placeholders(text.fr) == placeholders(text.en), place


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize(("place", "text"), TEXTS, ids=[place for place, _ in TEXTS])
def test_french_has_no_breaking_space_before_its_high_punctuation(place: str, text: Text) -> None:
    written = text.get(Lang.FR)
    for mark in ":;?!»%":
        assert f" {mark}" not in written, place
    assert "« " not in written, place


def test_a_name_from_outside_cannot_drive_a_terminal() -> None:
    assert printable("a\x1b[31m\n\u202eb\udce9.yaml") == (
        "a<U+001B>[31m<U+000A><U+202E>b<U+DCE9>.yaml"
    )


def test_a_long_text_is_cut_and_put_on_one_line() -> None:
    assert one_line(" a\n b ", 10) == "a b"
    assert one_line("abcdef", 4) == "abc…"


def test_french_spacing() -> None:
    assert french_spacing("« a » : b ; c ? 5 %") == (
        "«\u00a0a\u00a0»\u00a0: b\u00a0; c\u00a0? 5\u00a0%"
    )
