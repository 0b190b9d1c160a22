from pan_tp_cli.text import Lang
from tests.projects import cells, framework, plan, read

RULE = "transcription.cellules-vides"


def test_blank_cells_and_totals_are_counted_once_per_table() -> None:
    text = plan("""\
        recapitulatif: {axes: [{axe: 1, 2023: ~, 2024: 1, total: 1}]}
        axes:
          - {code: 1, intitule: A, budget: {2023: ~, 2024: ~}}
          - {code: 2, intitule: B, budget: {2023: 1, 2024: ~, total: 1}}
        """)
    indicators = framework("unite: nombre\ncibles: {2023: N/A, 2024: ~}\ntotal: 5")
    found = read(text, indicators).said_by(RULE)
    assert cells(found) == [
        (RULE, "recap", None),
        (RULE, "budget", None),
        (RULE, "indicateurs", None),
    ]
    counts = [finding.message.values for finding in found]
    assert [(count["blank"], count["totals"]) for count in counts] == [(1, 0), (3, 1), (1, 0)]


def test_full_tables_say_nothing() -> None:
    text = plan("axes: [{code: 1, intitule: A, budget: {2023: 1, 2024: 0, total: 1}}]")
    assert read(text).said_by(RULE) == []


def test_many_rows_are_not_all_named() -> None:
    rows = "".join(
        f"  - {{code: {number}, intitule: A, budget: {{2023: ~, 2024: 1, total: 1}}}}\n"
        for number in range(1, 21)
    )
    (finding,) = read(plan(f"axes:\n{rows}")).said_by(RULE)
    named = finding.help[-1].render(Lang.EN)
    assert named.endswith("11, 12, …")
