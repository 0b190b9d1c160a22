import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pan_tp_cli.unified import Edit, edited, header_name, unified

TEN = "".join(f"ligne {number}\n" for number in range(10))


def replacing(text: str, old: str, new: str) -> Edit:
    start = text.index(old)
    return Edit(start, start + len(old), new)


def test_a_change_is_shown_with_three_lines_around_it() -> None:
    assert unified("p.yaml", TEN, [replacing(TEN, "5", "cinq")]) == (
        "--- a/p.yaml\n+++ b/p.yaml\n@@ -3,7 +3,7 @@\n ligne 2\n ligne 3\n ligne 4\n"
        "-ligne 5\n+ligne cinq\n ligne 6\n ligne 7\n ligne 8\n"
    )


def test_neighbouring_lines_are_shown_as_one_change() -> None:
    edits = [replacing(TEN, "5", "cinq"), replacing(TEN, "4", "quatre")]
    assert "-ligne 4\n-ligne 5\n+ligne quatre\n+ligne cinq\n" in unified("p.yaml", TEN, edits)


def test_a_later_hunk_counts_the_lines_that_came_or_went_before_it() -> None:
    long = TEN + TEN.replace("ligne", "rang")
    edits = [replacing(long, "ligne 0\nligne 1", "début"), replacing(long, "rang 9", "fin")]
    headers = [line for line in unified("p.yaml", long, edits).splitlines() if line[0] == "@"]
    assert headers == ["@@ -1,5 +1,4 @@", "@@ -17,4 +16,4 @@"]


def test_what_changes_nothing_is_not_shown() -> None:
    assert unified("p.yaml", TEN, [replacing(TEN, "5", "5")]) == ""
    assert unified("p.yaml", TEN, []) == ""


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("plan.yaml", "plan.yaml"),
        ("été.yaml", "été.yaml"),
        ("mon plan.yaml", "mon plan.yaml\t"),
        ('a"b\\c\n.yaml', '"a\\"b\\\\c\\012.yaml"'),
    ],
)
def test_a_name_is_written_as_git_reads_it(name: str, shown: str) -> None:
    assert header_name(name) == shown


lines = st.text(alphabet="abé \u2028\r", max_size=3)
endings = st.sampled_from(["\n", "\r\n"])


@st.composite
def edits_of_texts(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """Draw a text, with or without an end to its last line, and edits that do not overlap."""
    ending = draw(endings)
    text = ending.join(draw(st.lists(lines, min_size=1, max_size=30)))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8).map(set)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [Edit(start, end, draw(st.text("xy\n", max_size=4))) for start, end in pairs]


@given(edits_of_texts())
def test_only_the_spans_change(drawn: tuple[str, list[Edit]]) -> None:
    text, edits = drawn
    after, at = edited(text, edits), 0
    shift = 0
    for edit in edits:
        assert after[at + shift : edit.start + shift] == text[at : edit.start]
        shift += len(edit.text) - (edit.end - edit.start)
        at = edit.end
    assert after[at + shift :] == text[at:]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("repository")
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    return folder


@given(edits_of_texts())
def test_git_makes_the_same_edits(repository: Path, drawn: tuple[str, list[Edit]]) -> None:
    text, edits = drawn
    after = edited(text, edits)
    path = repository / "f"
    path.write_bytes(text.encode())
    diff = unified("f", text, edits)
    assert bool(diff) == (after != text)
    if diff and after:
        command = ["git", "apply", "--whitespace=nowarn"]
        subprocess.run(command, cwd=repository, input=diff.encode(), check=True)
        assert path.read_bytes() == after.encode()
