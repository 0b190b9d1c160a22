"""Frameworks whose indicators have one column of words, filled or blank."""

FILLED, OTHER = "CNCLTPPA", "OIM"


def results(key: str, rows: list[list[str | None]]) -> str:
    """Return a framework: a result per list, an indicator per item, None where it is blank."""
    lines = ["format: pan-tp/indicateurs-1", "annees: [2023]", "axes:", "  - code: 1"]
    lines += ["    intitule: Axe", "    produits:"]
    for number, cells in enumerate(rows, 1):
        lines += [f"      - code: 1.{number}", "        intitule: Produit", "        indicateurs:"]
        for rank, words in enumerate(cells, 1):
            row = f"id: P1.{number}-{rank}, intitule: A, unite: nombre, cibles: {{2023: 1}}"
            lines.append(f"          - {{{row}, {key}: {_written(key, words)}}}")
    return "\n".join(lines) + "\n"


def _written(key: str, words: str | None) -> str:
    if words is None:
        return "~"
    return words if key == "responsable" else f"[{words}]"
