import io
import sys

import pytest

from pan_tp_cli.cli import terminal
from pan_tp_cli.cli.language import language
from pan_tp_cli.text import Lang


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "−5\u202f000 FCFA « été » … œuvre → ☃"),
        ("cp1252", "-5 000 FCFA « été » … œuvre -> ?"),
        ("ascii", '-5 000 FCFA " ete " ... oeuvre -> ?'),
    ],
)
def test_only_characters_that_the_terminal_has(encoding: str, shown: str) -> None:
    text = "−5\u202f000 FCFA « été » … œuvre → ☃"
    assert terminal.showable(text, encoding) == shown


def test_text_is_written_in_the_encoding_of_its_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    terminal.write("écart : −1\n")
    assert raw.getvalue() == b"ecart : -1\n"


@pytest.mark.parametrize(("columns", "width"), [("20", 40), ("72", 72), ("300", 300)])
def test_the_width_is_that_of_the_terminal_but_never_too_small(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal.style(Lang.FR).width == width


@pytest.mark.parametrize(
    ("arguments", "variable", "lang"),
    [
        ([], "", Lang.FR),
        ([], "en_GB.UTF-8", Lang.EN),
        (["check", "--lang", "en"], "", Lang.EN),
        (["check", "--lang=en"], "fr", Lang.EN),
        (["check", "--lang"], "", Lang.FR),
        (["check", "--", "--lang", "en"], "", Lang.FR),
        (["--lang", "fr", "check"], "en", Lang.FR),
        (["--lang", "xx"], "", Lang.FR),
    ],
)
def test_the_language_is_known_before_the_arguments_are_parsed(
    arguments: list[str], variable: str, lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAN_TP_LANG", variable)
    assert language(arguments) is lang
