"""The files that the guide shows load, and nothing is wrong with them."""

import re

from tests.projects import ROOT, read

GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def block(opening: str) -> str:
    (found,) = [text for text in BLOCKS if text.startswith(opening)]
    return str(found)


def test_the_plan_of_the_guide_is_right() -> None:
    found = read(block("format: pan-tp/plan-1"), block("format: pan-tp/indicateurs-1")).findings()
    assert [finding.rule for finding in found] == ["transcription.cellules-vides"]


def test_the_rows_of_the_guide_load() -> None:
    row = block("- id: 3.1.1-02").replace("\n", "\n    ")
    text = (
        "format: pan-tp/plan-1\nannees: [2023, 2024, 2025, 2026, 2027]\n"
        f"axes:\n- code: 3\n  intitule: A\n  activites:\n  {row}"
    ).rstrip()
    assert read(text.replace("\n    ", "\n  ")).project.budget[1].entry.node == "3.1.1-02"


def test_the_indicator_of_the_guide_is_right() -> None:
    lines = block("- id: E1.2-1").splitlines()
    text = (
        "format: pan-tp/indicateurs-1\nannees: [2023, 2024, 2025, 2026, 2027]\n"
        "axes:\n- code: 1\n  intitule: A\n  effets:\n  - code: 1.2\n    intitule: B\n"
        "    indicateurs:\n" + "\n".join(f"    {line}" for line in lines)
    )
    assert read(indicators=text).findings("indicateur.total", "indicateur.hors-bornes") == []
