import pytest

from pan_tp_cli.numbering import Key, alike, gaps, key, step, within


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("1", ("1",)),
        ("1.2.10", ("1", "2", "10")),
        ("1.2.a", ("1", "2", "a")),
        ("1.2.A.", ("1", "2", "a")),
        ("OS1.2", ("1", "2")),
        ("N°1.2", ("1", "2")),
        ("01.02", ("1", "2")),
        ("0", ("0",)),
        ("IV", ("iv",)),
        ("...", ("0",)),
    ],
)
def test_the_parts_of_a_code(code: str, parts: Key) -> None:
    assert key(code) == parts


@pytest.mark.parametrize(
    ("code", "above", "below"),
    [("1.2", "1.2", True), ("1.2.a", "1.2", True), ("1.20", "1.2", False), ("1", "1.2", False)],
)
def test_what_is_below_a_code(code: str, above: str, below: bool) -> None:
    assert within(key(code), key(above)) is below


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [("1", "2.1", True), ("A", "b.1", True), ("I", "1", False), ("II", "III", False)],
)
def test_which_codes_can_be_of_one_numbering(first: str, second: str, same: bool) -> None:
    assert alike(key(first), key(second)) is same


@pytest.mark.parametrize("code", ["1.", "1.2.ab", "x", "1.1-", "é", ""])
def test_a_step_is_a_number_or_one_letter(code: str) -> None:
    read = step(code)
    assert (read is not None) == (code in ("1.", "x"))


def test_a_code_far_away_is_one_gap() -> None:
    steps = [each for each in (step("1.1"), step(f"1.{10**40}")) if each]
    assert [(first, last) for _, first, last in gaps(steps)] == [("1.2", f"1.{10**40 - 1}")]
