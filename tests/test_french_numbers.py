import subprocess
import sys

import pytest
from num2words import num2words

from pan_tp_cli import french_numbers

NUMBERS = (0, 1, 16, 21, 71, 80, 81, 91, 100, 200, 201, 1000, 1001, 80_000, 10**6, 2_983_250_000)


@pytest.mark.parametrize("number", NUMBERS)
def test_the_words_are_those_of_num2words(number: int) -> None:
    assert french_numbers.spell(number) == num2words(number, lang="fr")


@pytest.mark.parametrize("number", NUMBERS)
def test_words_read_back(number: int) -> None:
    assert french_numbers.read(french_numbers.spell(number)) == number


@pytest.mark.parametrize("words", ["", "beaucoup", "deux milliards et plus"])
def test_other_words_say_no_number(words: str) -> None:
    assert french_numbers.read(words) is None


def test_num2words_itself_is_whole_afterwards() -> None:
    code = (
        "from pan_tp_cli import french_numbers as f; f.spell(1); "
        "import num2words; print(num2words.num2words(42, lang='en'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "forty-two\n"
