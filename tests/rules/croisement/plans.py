"""A plan and a framework to hold against each other, of one action and its output."""

from textwrap import dedent

from tests.projects import plan

YEARS = "2023, 2024, 2025"


def row(*values: str) -> str:
    """Return the cells of a row, one per year."""
    return ", ".join(
        f"{year}: {value}" for year, value in zip(YEARS.split(", "), values, strict=True)
    )


def action(*amounts: str, activities: str = "", more: str = "") -> str:
    """Return a plan of one action, 1.1, with lines of activities below it."""
    listed = f", activites: [{activities}]" if activities else ""
    return plan(
        "axes:\n- code: 1\n  intitule: A\n  actions:\n"
        f"  - {{code: 1.1, intitule: B, budget: {{{row(*amounts)}}}{listed}{more}}}\n",
        YEARS,
    )


def activity(name: str, *amounts: str, said: str = "indicateurs: [P1.1-1]") -> str:
    """Return an activity that names an indicator."""
    return f"{{id: {name}, intitule: C, {said}, budget: {{{row(*amounts)}}}}}"


def indicator(*targets: str, name: str = "P1.1-1", said: str = "unite: nombre") -> str:
    """Return an indicator with its targets."""
    return f"{{id: {name}, intitule: N, {said}, cibles: {{{row(*targets)}}}}}"


def output(*indicators: str, code: str = "1.1", under: str = "1.1") -> str:
    """Return a framework of one output below one action."""
    listed = ", ".join(indicators)
    return dedent(f"""\
        format: pan-tp/indicateurs-1
        annees: [{YEARS}]
        axes:
        - code: 1
          intitule: A
          actions:
          - code: {under}
            intitule: B
            produits: [{{code: {code}, intitule: P, indicateurs: [{listed}]}}]
        """)
