import pytest

from pan_tp_cli.finding import Severity
from pan_tp_cli.text import Lang
from tests.projects import plan, read

RULE = "budget.total-en-lettres"
AMOUNT = "2 983 250 000"
WORDS = "deux milliards neuf cent quatre-vingt-trois millions deux cent cinquante mille"


def text(words: str, figures: str = AMOUNT) -> str:
    body = f"total_general: {{chiffres: {figures}, lettres: {words}}}\n"
    return plan(body + "axes: [{code: 1, intitule: A}]")


@pytest.mark.parametrize(
    "words",
    [
        WORDS,
        WORDS.upper(),
        WORDS.replace("-", " "),
        WORDS.replace(" ", "-"),
        WORDS.replace(" millions", "  millions"),
        WORDS + " de francs CFA",
        WORDS + " Francs CFA",
        WORDS + " de FCFA",
        WORDS + " F CFA.",
        WORDS + " (2 983 250 000)",
        WORDS.replace("-", "\u2011"),
        WORDS.replace("quatre-vingt-trois", "huitante-trois"),
    ],
)
def test_hyphens_capitals_spaces_and_currency_do_not_count(words: str) -> None:
    assert read(text(words)).said_by(RULE) == []


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        (WORDS.replace("cinquante", "soixante"), Severity.ERROR),
        ("deux milliards", Severity.ERROR),
        ("zéro", Severity.ERROR),
        (WORDS.replace("neuf cent ", "neuf cents "), Severity.WARNING),
        (WORDS.replace("trois", "troix"), Severity.WARNING),
        ("beaucoup", Severity.WARNING),
    ],
)
def test_another_value_is_an_error_and_another_spelling_a_warning(
    words: str, severity: Severity
) -> None:
    (finding,) = read(text(words)).said_by(RULE)
    assert (finding.severity, finding.node, finding.column) == (severity, "total_general", None)
    assert (finding.printed, finding.expected, finding.difference) == (words, WORDS, None)


@pytest.mark.parametrize("figures", ["~", "50 000 00"])
def test_without_figures_to_compare_with_it_says_nothing(figures: str) -> None:
    assert read(text(WORDS, figures)).said_by(RULE) == []


@pytest.mark.parametrize(("words", "wrong"), [("douze", False), ("treize", True)])
def test_words_alone_are_compared_with_the_plan(words: str, wrong: bool) -> None:
    body = f"""\
        total_general: {{lettres: {words}}}
        axes:
          - {{code: 1, intitule: A, budget: {{2023: 2, 2024: 3, total: 5}}}}
          - {{code: 2, intitule: B, budget: {{2023: 3, 2024: 4, total: 7}}}}
        """
    assert bool(read(plan(body)).said_by(RULE)) is wrong


def test_it_says_the_number_that_the_words_say_and_the_words_that_it_wants() -> None:
    (finding,) = read(text("deux milliards")).said_by(RULE)
    assert "2,000,000,000" in finding.message.render(Lang.EN)
    assert finding.help[-1].render(Lang.EN) == f"in words: {WORDS}"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (WORDS.replace("neuf cent ", "neuf cents "), "the amount in words is misspelt"),
        ("beaucoup", "the amount in words does not read as a number"),
    ],
)
def test_it_tells_a_misspelt_number_from_what_is_none(words: str, told: str) -> None:
    (finding,) = read(text(words)).said_by(RULE)
    assert finding.message.render(Lang.EN) == told
    assert [advice.render(Lang.EN) for advice in finding.help] == [f"in words: {WORDS}"]


def test_an_axis_without_a_total_adds_nothing_to_the_words_of_the_plan() -> None:
    body = """\
        total_general: {lettres: cinqq}
        axes:
          - {code: 1, intitule: A, budget: {2023: 2, 2024: 3, total: 5}}
          - {code: 2, intitule: B, budget: {2023: ~, 2024: ~, total: ~}}
        """
    (finding,) = read(plan(body)).said_by(RULE)
    assert finding.expected == "cinq"
