import io
import sys

import pytest

from pan_tp_cli.cli import terminal
from pan_tp_cli.cli.language import language
from pan_tp_cli.report.markdown_parts import escaped
from pan_tp_cli.text import Lang

PLAINER_SIGNS = [
    chr(sign) for sign, plain in terminal.PLAINER.items() if {*plain} & {*"|`#*_<[]\\&$"}
]
"""Signs whose stand-in Markdown reads; that of ``≈``, which computations hold, can but strike."""


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


WIDE = (
    "：：set-output name=x：：y ＃＃［add-mask］ ＜img src=x＞ ｜ ％0A，"
    " ﹟ ⩴ ﹕﹕ ＠x ＝1 －c ｗｗｗ. ʷʷʷ. 𝗐𝗐𝗐. ⒲."
)
"""Signs of full width and others that Unicode says are like those of ASCII."""


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_no_sign_becomes_another_that_would_have_been_escaped(encoding: str) -> None:
    shown = "".join(each if each.isascii() else "?" for each in WIDE)
    assert terminal.showable(WIDE, encoding) == shown
    assert terminal.showable("é e\u0301 ﬁ ² ２\u2003x", "ascii") == "e e fi 2 2 x"


def test_no_stand_in_makes_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    terminal.write("██[add-mask]x\n▌█vso[x]\n##teamcity[x]\n")
    assert raw.getvalue().decode().splitlines() == [
        "<U+0023>#[add-mask]x", "<U+0023>#vso[x]", "<U+0023>#teamcity[x]",
    ]  # fmt: skip


@pytest.mark.parametrize("sign", PLAINER_SIGNS)
def test_no_stand_in_is_read_as_markdown(sign: str) -> None:
    assert escaped(sign).isascii()


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
