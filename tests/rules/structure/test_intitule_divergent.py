import pytest

from tests.projects import cells, plan, read

RULE = "structure.intitule-divergent"
FRAMEWORK = """\
format: pan-tp/indicateurs-1
annees: [2023]
axes:
  - code: 1
    intitule: Renforcer l'œuvre et l'accès à la chaîne pénale
"""


def axis(label: str) -> str:
    return plan(f'axes: [{{code: 1, intitule: "{label}"}}]')


@pytest.mark.parametrize(
    "label",
    [
        "Renforcer l'œuvre et l'accès à la chaîne pénale",
        "RENFORCER L'OEUVRE ET L'ACCES A LA CHAINE PENALE",
        "Renforcer l’œuvre  et l’accès à la chaîne pénale.",
    ],
)
def test_typography_alone_is_not_told(label: str) -> None:
    assert read(axis(label), FRAMEWORK).said_by(RULE) == []


@pytest.mark.parametrize(
    ("label", "ours", "theirs"),
    [
        ("Renfocer l'œuvre et l'accès à la chaîne pénale", "Renfocer l…", "Renforcer l…"),
        ("Renforcer l'œuvre et l'accès à la chaîne civile", "…chaîne civile", "…chaîne pénale"),
        ("Renforcer l'œuvre et l'accès à chaîne pénale", "…à chaîne…", "…à la chaîne…"),
        ("Autre", "Autre", "Renforcer l'œuvre et l'accès à la chaîne pénale"),
    ],
)
def test_the_words_that_differ_are_quoted_from_both_tables(
    label: str, ours: str, theirs: str
) -> None:
    (finding,) = read(axis(label), FRAMEWORK).said_by(RULE)
    assert cells([finding]) == [(RULE, "1", None)]
    quoted = finding.message.values
    assert (quoted["ours"], quoted["theirs"]) == (ours, theirs)


def test_a_code_that_stands_twice_is_not_compared() -> None:
    text = plan("axes: [{code: 1, intitule: A}, {code: 1, intitule: B}]")
    assert read(text, FRAMEWORK).said_by(RULE) == []


def test_both_tables_are_needed() -> None:
    assert read(axis("Autre")).said_by(RULE) == []
    assert read(indicators=FRAMEWORK).said_by(RULE) == []
