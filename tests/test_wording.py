import pytest

from pan_tp_cli.wording import LONGEST_QUOTE, differing, squeezed


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("SYSTÈME", "systeme"),
        ("l'œuvre", "L’OEUVRE"),
        ("un(x1)", "Un (x1)."),
        ("de\u00a0traite", "de  traite"),
        ("", "- ."),
    ],
)
def test_typography_is_squeezed_away(first: str, second: str) -> None:
    assert squeezed(first) == squeezed(second)


@pytest.mark.parametrize(("first", "second"), [("5 agents", "50 agents"), ("a b", "b a")])
def test_letters_digits_and_order_are_not(first: str, second: str) -> None:
    assert squeezed(first) != squeezed(second)


@pytest.mark.parametrize(
    ("first", "second", "extracts"),
    [
        ("a b c d", "a x c d", ("a b c…", "a x c…")),
        ("w a b c d", "w a x c d", ("…a b c…", "…a x c…")),
        ("a b c", "a b", ("…b c", "…b")),
        ("b c", "a b c", ("b…", "a b…")),
        ("a b a b", "a b", ("…b a b", "…b")),
        ("un deux", "trois", ("un deux", "trois")),
        ("a", "!", ("a", "")),
    ],
)
def test_what_differs_is_quoted_with_a_word_on_both_sides(
    first: str, second: str, extracts: tuple[str, str]
) -> None:
    assert differing(first, second) == extracts


def test_a_long_difference_is_cut() -> None:
    extract, _ = differing("mot " * 100, "autre")
    assert len(extract) == LONGEST_QUOTE
    assert extract.endswith("…")
