"""The files that the guide shows load, and nothing is wrong with them; so in both languages."""

import re

import pytest
from markdown_it import MarkdownIt

from tests.projects import ROOT, read

NAMES = ("guide.md", "guide.en.md")
GUIDES = {name: (ROOT / "docs" / name).read_text(encoding="utf-8") for name in NAMES}
MARKDOWN = MarkdownIt("commonmark").enable("table")

in_both = pytest.mark.parametrize("guide", NAMES)


def blocks(guide: str, language: str) -> list[str]:
    """Return the blocks of one language that a guide shows, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDES[guide], re.MULTILINE | re.DOTALL)


def block(guide: str, opening: str) -> str:
    (found,) = [text for text in blocks(guide, "yaml") if text.startswith(opening)]
    return found


@in_both
def test_the_plan_of_the_guide_is_right(guide: str) -> None:
    plan, framework = (block(guide, f"format: pan-tp/{name}-1") for name in ("plan", "indicateurs"))
    found = read(plan, framework).findings()
    assert [finding.rule for finding in found] == ["transcription.cellules-vides"]


@in_both
def test_the_rows_of_the_guide_load(guide: str) -> None:
    row = block(guide, "- id: 3.1.1-02").replace("\n", "\n    ")
    text = (
        "format: pan-tp/plan-1\nannees: [2023, 2024, 2025, 2026, 2027]\n"
        f"axes:\n- code: 3\n  intitule: A\n  activites:\n  {row}"
    ).rstrip()
    assert read(text.replace("\n    ", "\n  ")).project.budget[1].entry.node == "3.1.1-02"


@in_both
def test_the_indicator_of_the_guide_is_right(guide: str) -> None:
    lines = block(guide, "- id: E1.2-1").splitlines()
    text = (
        "format: pan-tp/indicateurs-1\nannees: [2023, 2024, 2025, 2026, 2027]\n"
        "axes:\n- code: 1\n  intitule: A\n  effets:\n  - code: 1.2\n    intitule: B\n"
        "    indicateurs:\n" + "\n".join(f"    {line}" for line in lines)
    )
    assert read(indicators=text).findings("indicateur.total", "indicateur.hors-bornes") == []


def parts(guide: str) -> list[str]:
    """Return what a guide is made of, block by block: its headings by level, its code by language.

    Paragraphs, items of lists and cells of tables are among them.
    """
    tokens = MARKDOWN.parse(GUIDES[guide])
    return [f"{token.tag} {token.info}".strip() for token in tokens if token.nesting >= 0]


def test_both_languages_have_the_same_headings() -> None:
    french, english = ([part for part in parts(name) if re.match(r"h\d", part)] for name in NAMES)
    assert french == english
    assert set(french) == {"h1", "h2", "h3"}


def test_both_languages_show_the_same_code() -> None:
    french, english = ([part for part in parts(name) if "code" in part] for name in NAMES)
    assert french == english
    assert set(french) == {"code", "code sh", "code yaml", "code console", "code diff"}


def test_both_languages_are_made_of_the_same_parts() -> None:
    """Neither has a paragraph, an item of a list or a row of a table that the other has not."""
    french, english = map(parts, NAMES)
    assert french == english


def commands(guide: str) -> list[list[str]]:
    """Return each command that a guide shows without its output: its first words and its options.

    The words between these may be names of files, which are in the language of the guide.
    """
    lines = [line for text in blocks(guide, "sh") for line in text.splitlines()]
    typed = [line.partition("#")[0].replace("--lang en", "") for line in lines]
    return [[*line.split()[:2], *re.findall(r"(?<!\S)-[\w-]+", line)] for line in typed]


def test_both_languages_show_the_same_commands() -> None:
    french, english = map(commands, NAMES)
    assert french == english
    assert len([words for words in french if words]) > 10
