"""What all reports for a meeting say in one voice: verdict, announced total, warning."""

from pathlib import Path

import pytest

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.finding import Severity
from pan_tp_cli.report import briefing_html, briefing_markdown
from pan_tp_cli.report.announced import announced
from pan_tp_cli.report.signing import Standing, sentence, standing
from pan_tp_cli.text import Lang
from tests.projects import waivers
from tests.report.briefings import RIGHT, briefing
from tests.report.workbooks import workbook

STALE = RIGHT.replace("2023: 10, 2024: 0}}", "2023: 60, 2024: 0}}")
"""An activity holds 60 for 10: the announced total agrees with its axes, not with its rows."""
OFF = RIGHT.replace("2024: 10, total: 15", "2024: 10, total: 51")
WAIVED = waivers(
    "regle: budget.somme-annees, noeud: 1-01, colonne: total, imprime: 51, attendu: 15, "
    "motif: le document signé porte ce total, expire: 2027-12-31"
)


def texts(given: Briefing) -> dict[str, str]:
    """Return the words of each report, with plain spaces; those of Word are those of Markdown."""
    first = workbook(given).sheet("Synthèse")
    cells = (str(cell.value) for row in first.iter_rows() for cell in row if cell.value)
    written = {
        "markdown": briefing_markdown.render(given, Lang.FR),
        "html": briefing_html.render(given, Lang.FR),
        "xlsx": "\n".join(cells),
    }
    return {
        form: text.replace("\u00a0", " ").replace("\u202f", " ").replace("&#39;", "'")
        for form, text in written.items()
    }


@pytest.mark.parametrize(
    ("text", "accepted", "verdict"),
    [
        (RIGHT, "", "Peut être signé : les chiffres contrôlés concordent"),
        (OFF, "", "À ne pas signer en l'état : 1 erreur à corriger"),
        (OFF, WAIVED, "Peut être signé si 1 égalité fausse, admise par dérogation"),
    ],
)
def test_the_verdict_is_the_same(tmp_path: Path, text: str, accepted: str, verdict: str) -> None:
    for form, said in texts(briefing(tmp_path, text, waivers=accepted)).items():
        assert verdict in said, form


def test_figures_that_contradict_one_another_are_never_said_to_agree(tmp_path: Path) -> None:
    given = briefing(tmp_path, OFF, waivers=WAIVED)
    assert given.checked.count(Severity.ERROR) == given.checked.count(Severity.WARNING) == 0
    assert standing(given.checked) is Standing.ACCEPTED
    assert "1 wrong equation" in sentence(given.checked, Lang.EN)


def test_a_suspected_row_is_warned_of_everywhere(tmp_path: Path) -> None:
    for form, said in texts(briefing(tmp_path, STALE)).items():
        assert "Attention :" in said, form
        assert "n'est pas à recopier dans les totaux" in said, form


def test_an_announced_total_that_rows_do_not_make_is_told_with_theirs(tmp_path: Path) -> None:
    given = briefing(tmp_path, STALE)
    assert list(announced(given, Lang.EN)) == [
        "The announced total, 30\u00a0FCFA, is not what the rows add up to: 80\u00a0FCFA."
    ]
    for form, said in texts(given).items():
        assert "80 FCFA" in said, form
