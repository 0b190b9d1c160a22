"""What to print to protect more, with gains worked out by hand on small plans."""

import pytest

from pan_tp_cli import engine, rules
from pan_tp_cli.advice import advise
from pan_tp_cli.coverage import Counts
from tests.projects import Read, embedded, framework, plan, read

CATALOGUE = rules.load(rules.identifiers())


def advice(given: Read) -> list[tuple[str, int, int, int]]:
    """Return what to print, in how many rows, and the cells that become locatable, detectable."""
    now = engine.run(given.project, given.documents, CATALOGUE).coverage
    found = advise(given.project, CATALOGUE, now)
    return [(each.id, each.rows, each.locatable, each.detectable) for each in found]


def test_the_embedded_plan_lacks_the_totals_of_50_activities() -> None:
    """Their 5 years each stand in a column of their action, and would then stand in a row too."""
    assert advice(embedded()) == [("activity-amounts", 50, 250, 0)]


def test_totals_of_activities() -> None:
    """Columns a, b (the years) and c (the totals), rows d (the axis), e, f (the activities).

    Now 1-01 and 1-02 are in a and b alone, both: 4 cells alike two by two. With totals they are
    in ae, be, af, bf. The axis is in ad, bd, d now, and stays told apart.
    """
    text = """\
    axes:
    - code: 1
      intitule: A
      budget: {2023: 3, 2024: 7, total: 10}
      activites:
      - {id: 1-01, intitule: B, budget: {2023: 1, 2024: 2}}
      - {id: 1-02, intitule: C, budget: {2023: 2, 2024: 5}}
    """
    assert ("activity-amounts", 2, 4, 0) in advice(read(plan(text)))


HEADLESS = """\
axes:
- code: 1
  intitule: A
  objectifs:
  - code: 1.1
    intitule: B
    activites:
    - {id: 1-01, intitule: C, budget: {2023: 1, 2024: ~}}
    - {id: 1-02, intitule: D, budget: {2023: 2, 2024: 5}}
"""


def test_amounts_of_headings_and_a_tableau_1() -> None:
    """Nothing is in an equation now; each level by itself, and tableau 1, gives two columns.

    The amounts of the axis or of the objective, or a row of tableau 1, are the sums of 1-01 and
    1-02, which become detectable, the blank year too. Totals of the activities make a row of each,
    and detectable as well; in all cases the two cells of a column or row stay alike.
    """
    assert sorted(advice(read(plan(HEADLESS)))) == [
        ("activity-amounts", 2, 0, 4),
        ("axis-amounts", 1, 0, 4),
        ("objective-amounts", 1, 0, 4),
        ("summary-table", 2, 0, 4),
    ]


def test_a_total_that_a_heading_lacks() -> None:
    """The years of the axis are in a column each (a, b), alike with the one activity below.

    With its total, they are in ac and bc: told from those of the activity, in a and b, which
    nothing else is in then: 4 cells. A total of the activity does the same, and so does a
    tableau 1: its row of the axis adds columns c and d, its totals a row.
    """
    text = """\
    axes:
    - code: 1
      intitule: A
      budget: {2023: 3, 2024: 7}
      activites:
      - {id: 1-01, intitule: B, budget: {2023: 3, 2024: 7}}
    """
    assert sorted(advice(read(plan(text)))) == [
        ("activity-amounts", 1, 4, 0),
        ("axis-amounts", 1, 4, 0),
        ("summary-table", 2, 4, 0),
    ]


def test_the_most_helpful_comes_first() -> None:
    text = HEADLESS.replace("intitule: A\n", "intitule: A\n  budget: {2023: 3, 2024: 5}\n")
    gains = [(locatable, detectable) for _, _, locatable, detectable in advice(read(plan(text)))]
    assert len(gains) > 1
    assert gains == sorted(gains, reverse=True)


def test_a_heading_over_an_empty_one_cannot_be_added_up() -> None:
    """Objective 1.2 prints and holds nothing: what the axis comes to, nobody can say."""
    text = HEADLESS + "  - {code: 1.2, intitule: E}\n"
    assert sorted(each[:2] for each in advice(read(plan(text)))) == [
        ("activity-amounts", 2),
        ("objective-amounts", 1),
    ]


def test_nothing_is_said_where_every_cell_is_locatable() -> None:
    text = """\
    recapitulatif:
      axes: [{axe: 1, 2023: 3, 2024: 7, total: 10}]
      total: {2023: 3, 2024: 7, total: 10}
    axes:
    - code: 1
      intitule: A
      budget: {2023: 3, 2024: 7, total: 10}
      activites:
      - {id: 1-01, intitule: B, budget: {2023: 1, 2024: 2, total: 3}}
      - {id: 1-02, intitule: C, budget: {2023: 2, 2024: 5, total: 7}}
    """
    given = read(plan(text))
    now = engine.run(given.project, given.documents, CATALOGUE).coverage
    assert now.counts == Counts(15, 0, 0)
    assert advice(given) == []


@pytest.mark.parametrize(
    ("indicator", "gain"),
    [
        ("unite: nombre\ncibles: {2023: 1, 2024: 2}", [("indicator-totals", 1, 0, 2)]),
        ("unite: pourcentage\ncibles: {2023: 1%, 2024: ~}", [("indicator-totals", 1, 0, 2)]),
        (
            "unite: nombre\ncumulatif: oui\ncibles: {2023: 1, 2024: 2}",
            [("indicator-totals", 1, 0, 1)],
        ),
        ("unite: nombre\ncibles: {2023: N/A, 2024: ~}", []),
        ("unite: nombre\ncibles: {2023: 1, 2024: 2}\ntotal: 3", []),
    ],
)
def test_a_total_of_targets_makes_them_detectable_and_never_locatable(
    indicator: str, gain: list[tuple[str, int, int, int]]
) -> None:
    assert advice(read(indicators=framework(indicator))) == gain


def test_advice_leaves_the_project_as_it_is() -> None:
    given = read(plan(HEADLESS))
    before = [cell.value for cell in given.project.cells()]
    assert advice(given)
    assert [cell.value for cell in given.project.cells()] == before
    assert given.project.summary is None


def test_words_gain_as_figures_do() -> None:
    """Words without figures are the sum of all years: now all five cells are alike.

    Once the axis prints its total, the words are compared with it, and no year is: they are told
    apart from the years, which stay alike.
    """
    text = "total_general: {lettres: huit}\n" + HEADLESS
    assert ("axis-amounts", 1, 1, 0) in advice(read(plan(text)))
