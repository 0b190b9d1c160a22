"""What searches have found: texts that once broke the reader, a report or a command."""

from pathlib import Path

import pytest

from pan_tp_cli.cli import main
from pan_tp_cli.model.plan import Plan
from pan_tp_cli.rules.structure import responsable_inconnu
from pan_tp_cli.text import Lang
from pan_tp_cli.tree import MAX_FAULTS
from tests.fuzz.targets import TARGETS
from tests.projects import plan, read

FORMATS = (
    "text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown", "html",
)  # fmt: skip
MOST_TOLD = 205
SMALL = """\
format: pan-tp/plan-1
annees: [2023, 2024]
structures: {OIM: Organisation Internationale pour les Migrations}
total_general: {chiffres: 30 000, lettres: trente mille}
recapitulatif:
  axes:
  - {axe: 1, intitule: A, 2023: 10 000, 2024: 20 000, total: 30 000, part: 100 %}
  total: {2023: 10 000, 2024: 20 000, total: 30 000, part: 100 %}
  parts: {2023: 33 %, 2024: 67 %, total: 100 %}
axes:
- code: 1
  intitule: Prévention
  budget: {2023: 10 000, 2024: 20 000, total: 30 000}
  actions:
  - code: 1.1
    intitule: Former
    budget: {2023: 10 000, 2024: 20 000, total: 30 000}
    activites:
    - id: 1.1-01
      intitule: Former 20 juges
      responsable: OIM
      quantite: 20
      budget: {2023: 4 000, 2024: ~, total: 4 000}
    - {id: 1.1-02, intitule: 'Tenir l''atelier (x2)', budget: {2023: 6 000, 2024: 20 000}}
"""
MANY = range(3000)


@pytest.mark.parametrize(
    "text",
    [
        "a: b\n" + "\n" * 80 + "&nnt: {)tte un\nnaT/p\nld:",  # a property behind blank lines
        " " * 99 + "&a",
        "52,,5 ",
        "a: &x\nb: !t\nc: &y",
    ],
)
@pytest.mark.parametrize("target", ["source", "plan", "indicators", "waivers", "settings"])
def test_texts_that_broke_the_reader(text: str, target: str) -> None:
    TARGETS[target](text.encode())


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("total", ["30 001", "9" * 5000, "x" * 200_000, "~"])
def test_any_total_is_told_in_every_format(total: str, form: str, tmp_path: Path) -> None:
    text = SMALL.replace(
        "20 000, total: 30 000}\n  actions", f"20 000, total: {total}}}\n  actions"
    )
    assert text != SMALL or total == "~"
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    told = tmp_path / "told"
    code = main.run(["check", str(tmp_path), "--format", f"{form}={told}"], Lang.FR)
    assert code == (0 if total == "~" else 1)
    size = told.stat().st_size
    assert size > 0
    assert size < 150_000 or form == "json"  # programs are given what is printed, whole


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("plan.yaml", "titre: x\n" * 9000 + SMALL),
        ("plan.yaml", "".join(f"axs{rank}: x\n" for rank in MANY) + SMALL),
        ("plan.yaml", SMALL.replace("part: 100 %", ", ".join(f"c{n}: 1" for n in MANY))),
        ("pan-tp.yaml", f"select: [{', '.join(f'budget.x{rank}' for rank in MANY)}]\n"),
    ],
)
def test_a_file_full_of_faults_is_refused_in_a_page_or_two(
    name: str, text: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plan.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert main.run(["check", str(tmp_path)], Lang.EN) == 3
    told = capfd.readouterr().err.splitlines()
    assert MAX_FAULTS <= len(told) <= MOST_TOLD


def test_responsible_structures_are_parted_whatever_spaces_they_hold() -> None:
    cell = "OIM" + " " * 3900 + "et" + " " * 50 + "OSC"
    given = read(plan(
        "structures: {OIM: x, OSC: y}\naxes: [{code: 1, intitule: A, activites: ["
        f"{{id: 1-1, intitule: B, responsable: '{cell}', budget: {{2023: 1, 2024: 1}}}}]}}]"
    ))  # fmt: skip
    assert isinstance(given.project.plan, Plan)
    assert given.findings(responsable_inconnu.RULE.id) == []
