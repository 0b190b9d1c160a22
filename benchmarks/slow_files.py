# ruff: noqa: E501 - rows of plans, each on a line
"""Files made to be as slow to check or to compare as can be, each of any size."""

import random
from collections.abc import Callable
from typing import Final, NamedTuple

YEARS: Final = "[2023, 2024]"
HEAD: Final = f"format: pan-tp/plan-1\nannees: {YEARS}\n"
FRAME: Final = f"format: pan-tp/indicateurs-1\nannees: {YEARS}\n"
WAIVERS: Final = "format: pan-tp/derogations-1\nderogations:\n"


class Case(NamedTuple):
    """Files by their names, and a second plan where two are compared."""

    files: dict[str, str]
    other: str = ""


def plan(text: str, **more: str) -> Case:
    """Return a plan, and other files beside it by their names."""
    return Case({"plan.yaml": text, **{f"{name}.yaml": file for name, file in more.items()}})


def rows(n: int, row: Callable[[int], str], head: str = HEAD, axis: str = "") -> str:
    """Write a plan of `n` activities in one axis; `row` makes what an activity has."""
    lines = "\n".join(f"      - {{{row(each)}}}" for each in range(n))
    return f"{head}axes:\n  - code: 1\n    intitule: A\n{axis}    activites:\n{lines}\n"


def activity(
    rank: int, label: str = "", more: str = "", budget: str = "2023: 1 000, 2024: 2 000"
) -> str:
    """Return an activity as a row between braces."""
    return f"id: 1-{rank}, intitule: {label or f'Former {rank}'}, budget: {{{budget}}}{more}"


def framework(n: int, row: Callable[[int], str]) -> str:
    """Return a framework of one output with that many indicators."""
    lines = "\n".join(f"          - {{{row(each)}}}" for each in range(n))
    return (
        f"{FRAME}axes:\n  - code: 1\n    intitule: A\n    effets:\n      - code: 1\n"
        f"        intitule: B\n        indicateurs:\n{lines}\n"
    )


def indicator(rank: int, label: str = "", more: str = "") -> str:
    """Return what an indicator says, between braces."""
    return (
        f"id: E1-{rank}, intitule: {label or f'Nombre {rank}'}, unite: nombre, "
        f"cibles: {{2023: 1, 2024: 2}}{more}"
    )


def words(rank: int, count: int = 12) -> str:
    """Return a wording of its own for each rank, of syllables that all have in common."""
    draw = random.Random(rank)
    return " ".join(
        "".join(draw.choice(("ba", "be", "ta", "to", "ri", "ru")) for _ in range(3))
        for _ in range(count)
    )


def _many(n: int, text: str) -> str:
    return "".join(text.format(i) for i in range(n))


def _headings(n: int) -> str:
    return (
        HEAD
        + "axes:\n"
        + _many(n, "  - {{code: {0}, intitule: A {0}, budget: {{2023: 1, 2024: 2, total: 4}}}}\n")
    )


def _wrong_tree(n: int) -> str:
    """Every figure of a tree of headings is at odds with all others."""
    draw = random.Random(n)

    def budget() -> str:
        first, second, total = (draw.randrange(10**6) for _ in range(3))
        return f"{{2023: {first}, 2024: {second}, total: {total}}}"

    lines = [HEAD + "axes:"]
    for axis in range(1, max(2, n // 100)):
        lines += [f"- code: {axis}", f"  intitule: A{axis}", f"  budget: {budget()}", "  actions:"]
        for action in range(1, 11):
            lines += [f"  - code: {axis}.{action}", f"    intitule: B{axis}.{action}"]
            lines += [f"    budget: {budget()}", "    activites:"]
            for row in range(10):
                lines += [
                    f"    - {{id: {axis}.{action}-{row}, intitule: C {axis} {action} {row}, budget: {budget()}}}"
                ]
    return "\n".join(lines) + "\n"


def _renamed(n: int, label: Callable[[int], str]) -> Case:
    old = rows(n, lambda rank: activity(rank, words(rank)))
    new = rows(n, lambda rank: activity(n - rank, label(rank)))
    return Case({"plan.yaml": old}, new)


def _amounts(n: int, shift: int) -> str:
    draw = random.Random(5)
    ranked = [draw.randrange(1, 10**6) for _ in range(n)]
    if shift:
        draw.shuffle(ranked)
    return rows(
        n, lambda rank: activity(rank, budget=f"2023: {ranked[rank]}, 2024: {ranked[-rank]}")
    )


STRUCTURES: Final = "structures: {{{0}}}\n"

CASES: Final[dict[str, tuple[int, Callable[[int], Case]]]] = {
    # what the reader meets
    "deep-brackets": (100_000, lambda n: plan("a: " + "[" * n)),
    "deep-braces": (100_000, lambda n: plan("{a: " * n)),
    "deep-dashes": (100_000, lambda n: plan("- " * n)),
    "deep-questions": (100_000, lambda n: plan("? " * n)),
    "deep-indents": (1_000, lambda n: plan("".join(" " * i + "a:\n" for i in range(n)))),
    "same-key": (50_000, lambda n: plan(HEAD + "a: 1\n" * n)),
    "same-keys": (50_000, lambda n: plan(HEAD + _many(n, "k{0}: 1\n") + _many(n, "k{0}: 2\n"))),
    "anchors": (50_000, lambda n: plan(HEAD + _many(n, "k{0}: &a{0} 1\n"))),
    "aliases": (50_000, lambda n: plan(HEAD + "a: &a 1\n" + _many(n, "k{0}: *a\n"))),
    "tags": (50_000, lambda n: plan(HEAD + _many(n, "k{0}: !!int 1\n"))),
    "tag-directives": (20_000, lambda n: plan(_many(n, "%TAG !t{0}! tag:x,{0}:\n") + "---\na: 1\n")),
    "empty-values": (50_000, lambda n: plan(HEAD + _many(n, "k{0}:\n"))),
    "long-plain": (1_000_000, lambda n: plan(HEAD + "titre: " + "a " * n + "\n")),
    "long-plain-lines": (200_000, lambda n: plan(HEAD + "titre: a\n" + " a b\n" * n)),
    "long-quoted-lines": (200_000, lambda n: plan(HEAD + "titre: 'a\n" + " a b\n" * n + " '\n")),
    "long-block": (200_000, lambda n: plan(HEAD + "titre: |\n" + "  a b\n" * n)),
    "long-escapes": (200_000, lambda n: plan(HEAD + 'titre: "' + "\\x41" * n + '"\n')),
    "open-quote": (200_000, lambda n: plan(HEAD + "titre: 'a\n" + "  a: b\n" * n)),
    "blank-lines": (2_000_000, lambda n: plan(HEAD + "\n" * n + "a: [\n")),
    "spaces": (2_000_000, lambda n: plan(HEAD + "titre: a" + " " * n + "#b\n")),
    "comments": (200_000, lambda n: plan(HEAD + "# a\n" * n + "a: {\n")),
    "flow-scalars": (200_000, lambda n: plan(HEAD + "titre: [" + "a, " * n + "b]\n")),
    "flow-colons": (200_000, lambda n: plan(HEAD + "titre: [" + "a:b, " * n + "b]\n")),
    "long-key": (1_000_000, lambda n: plan(HEAD + "? " + "a" * n + "\n: 1\n")),
    "one-line": (
        1_000,
        lambda n: plan(
            f"{{format: pan-tp/plan-1, annees: {YEARS}, axes: [{{code: 1, intitule: A, activites: ["
            + ", ".join(f"{{{activity(i, budget='2023: 1 000, 2024: 2 000, total: 4')}}}" for i in range(n))
            + "]}]}\n"
        ),
    ),
    # what the models refuse
    "unknown-keys": (20_000, lambda n: plan(HEAD + _many(n, "strucure{0}: 1\n") + "axes: []\n")),
    "unknown-keys-in-rows": (
        20_000,
        lambda n: plan(rows(n, lambda i: activity(i, more=", responsabel: A, coment: B"))),
    ),
    "unknown-columns": (
        20_000,
        lambda n: plan(rows(n, lambda i: activity(i, budget="2023: 1, 2024: 2, totals: 3, sum: 4"))),
    ),
    "unknown-columns-in-row": (
        20_000,
        lambda n: plan(rows(1, lambda i: activity(i, budget=_many(n, "totals{0}: 3, ") + "2023: 1"))),
    ),
    "empty-rows": (50_000, lambda n: plan(rows(n, lambda _: ""))),
    "empty-axes": (50_000, lambda n: plan(HEAD + "axes:\n" + "- {}\n" * n)),
    "missing-years": (
        1_000,
        lambda n: plan(
            rows(
                n,
                lambda i: activity(i, budget=""),
                f"format: pan-tp/plan-1\nannees: [{', '.join(map(str, range(1900, 2201)))}]\n",
            )
        ),
    ),
    "texts-for-lists": (50_000, lambda n: plan(rows(n, lambda i: activity(i, more=", en_trop: x")))),
    "long-codes": (
        200,
        lambda n: plan(rows(n, lambda i: activity(i).replace("1-", "1" * 5000 + "-"))),
    ),
    "many-digits": (200, lambda n: plan(rows(n, lambda i: activity(i, budget=f"2023: {'9' * 6000}, 2024: 1 {'000 ' * 2000}")))),
    "percent-digits": (
        200,
        lambda n: plan(
            rows(1, activity), indicators=framework(n, lambda i: indicator(i, more=f", total: {'9' * 6000} %"))
        ),
    ),
    # what rules look at
    "unreadable": (1_000, lambda n: plan(rows(n, lambda i: activity(i, budget="2023: 1 00, 2024: 5.000")))),
    "long-unreadable": (200, lambda n: plan(rows(n, lambda i: activity(i, budget=f"2023: {'1 ' * 9000}, 2024: 1")))),
    "unknown-structures": (
        1_000,
        lambda n: plan(
            rows(n, lambda i: activity(i, more=f", responsable: {words(i, 3)}"),
                 HEAD + STRUCTURES.format("OIM: Organisation, OSC: Société civile"))
        ),
    ),
    "unknown-and-known-structures": (
        500,
        lambda n: plan(
            rows(n, lambda i: activity(i, more=f", responsable: {words(i, 4)}"),
                 HEAD + STRUCTURES.format(", ".join(f"K{i}: {words(i + n, 4)}" for i in range(n))))
        ),
    ),
    "structures-of-pieces": (
        5,
        lambda n: plan(
            rows(n, lambda i: activity(i, more=f", responsable: '{'a,' * 1900}{i}'"),
                 HEAD + STRUCTURES.format(f"OIM: '{'a,' * 1900}b'"))
        ),
    ),
    "one-structure-of-pieces": (
        2_000,
        lambda n: plan(
            rows(1, lambda i: activity(i, more=f", responsable: '{'a,' * 1900}{i}'"),
                 HEAD + STRUCTURES.format(f"OIM: '{'a,' * n}b'"))
        ),
    ),
    "same-activities": (1_000, lambda n: plan(rows(n, lambda i: activity(i, "Former des agents")))),
    "same-ids": (1_000, lambda n: plan(rows(n, lambda i: activity(1, f"Former {i}")))),
    "same-codes": (1_000, lambda n: plan(HEAD + "axes:\n" + "- {code: 1, intitule: A}\n" * n)),
    "same-rows-wrong-sum": (
        500,
        lambda n: plan(
            rows(n, lambda i: activity(i, "Former des agents"), axis="    budget: {2023: 5, 2024: 6, total: 7}\n")
        ),
    ),
    "one-row-missing": (
        1_000,
        lambda n: plan(
            rows(n, lambda i: activity(i, words(i)),
                 axis=f"    budget: {{2023: {n * 1000 - 1000}, 2024: {n * 2000 - 2000}, total: {n * 3000 - 3000}}}\n")
        ),
    ),
    "long-labels": (200, lambda n: plan(rows(n, lambda i: activity(i, words(i, 500))))),
    "long-labels-wrong-sum": (
        200,
        lambda n: plan(
            rows(n, lambda i: activity(i, words(i, 500)),
                 axis=f"    budget: {{2023: {n * 1000 - 1000}, 2024: {n * 2000 - 2000}, total: {n * 3000 - 3000}}}\n")
        ),
    ),
    "wrong-totals": (1_000, lambda n: plan(rows(n, lambda i: activity(i, budget="2023: 1 000, 2024: 2 000, total: 4")))),
    "all-wrong": (300, lambda n: plan(_wrong_tree(n))),
    "headings": (500, lambda n: plan(_headings(n))),
    "summary": (
        500,
        lambda n: plan(
            HEAD + "recapitulatif:\n  axes:\n"
            + _many(n, "  - {{axe: {0}, intitule: B {0}, 2023: 1, 2024: 2, total: 4, part: 3 %}}\n")
            + "  total: {2023: 7, 2024: 8, total: 9, part: 100 %}\n  parts: {2023: 4 %, 2024: 5 %, total: 100 %}\n"
            + _headings(n).removeprefix(HEAD)
        ),
    ),
    "extra-cells": (20_000, lambda n: plan(rows(1, lambda i: activity(i, more=f", en_trop: [{'1, ' * n}2]")))),
    "codes-far-apart": (1_000, lambda n: plan(HEAD + "axes:\n" + _many(n, "- {{code: {0}9999999999999, intitule: A}}\n"))),
    "wrong-indicators": (
        1_000,
        lambda n: plan(rows(1, activity), indicators=framework(n, lambda i: indicator(i, more=", total: 9"))),
    ),
    "linked-indicators": (
        100,
        lambda n: plan(
            rows(n, lambda i: activity(i, more=f", indicateurs: [{', '.join(f'E1-{k}' for k in range(n))}]")),
            indicators=framework(n, indicator),
        ),
    ),
    "same-indicators": (
        1_000,
        lambda n: plan(rows(1, activity), indicators=framework(n, lambda _: indicator(1, "Nombre d'agents"))),
    ),
    "letters": (1, lambda n: plan(rows(1, activity, HEAD + f"total_general: {{chiffres: 3 000, lettres: '{'deux cent mille ' * (240 * n)}'}}\n"))),
    # beside the plan
    "waivers": (
        1_000,
        lambda n: plan(
            rows(1, activity),
            derogations=WAIVERS + _many(n, "- {{regle: budget.somme-annees, noeud: 1-{0}, imprime: 1, attendu: 2, motif: m, par: p, expire: jamais}}\n"),
        ),
    ),
    "same-waivers": (
        1_000,
        lambda n: plan(
            rows(1, activity),
            derogations=WAIVERS + "- {regle: budget.somme-annees, noeud: 1-1, imprime: 1, attendu: 2, motif: m, par: p, expire: jamais}\n" * n,
        ),
    ),
    "unknown-rules-waived": (
        1_000,
        lambda n: plan(
            rows(1, activity),
            derogations=WAIVERS + _many(n, "- {{regle: budget.some{0}-annee, noeud: 1-1, motif: m, par: p, expire: jamais}}\n"),
        ),
    ),
    "matching-waivers": (
        1_000,
        lambda n: plan(
            rows(n, lambda i: activity(i, budget="2023: 1 000, 2024: 2 000, total: 4")),
            derogations=WAIVERS + _many(n, "- {{regle: budget.somme-annees, noeud: 1-{0}, colonne: total, imprime: 4, attendu: 3 000, motif: m, par: p, expire: jamais}}\n"),
        ),
    ),
    "unknown-rules-selected": (
        1_000,
        lambda n: plan(rows(1, activity), **{"pan-tp": "ignore:\n" + _many(n, "- budget.some{0}-annee\n")}),
    ),
    "tolerances": (
        1_000,
        lambda n: plan(
            rows(n, lambda i: activity(i, budget="2023: 1 000, 2024: 2 000, total: 4")),
            **{"pan-tp": "tolerances:\n" + _many(n, "- {{regle: budget.somme-annees, noeud: 1-{0}, montant: 5, pourquoi: p}}\n")},
        ),
    ),
    # two plans
    "diff-renamed": (125, lambda n: _renamed(n, lambda i: words(-i - 1))),
    "diff-alike": (125, lambda n: _renamed(n, lambda i: words(i) + " x")),
    "diff-all-one-wording": (
        500,
        lambda n: Case(
            {"plan.yaml": rows(n, lambda i: activity(i, "Former"))},
            rows(n, lambda i: activity(i + n, "Former", budget=f"2023: {i}, 2024: 1")),
        ),
    ),
    "diff-many-rows": (
        1_000,
        lambda n: Case(
            {"plan.yaml": rows(n, lambda i: activity(i, words(i)))}, rows(n, lambda i: activity(i, words(i + n)))
        ),
    ),
    "diff-amounts": (250, lambda n: Case({"plan.yaml": _amounts(n, 0)}, _amounts(n, 1))),
    "diff-gone-rows": (
        150,
        lambda n: Case(
            {"plan.yaml": rows(2 * n, lambda i: activity(i, words(i), budget=f"2023: {i**2 + 1}, 2024: 0"))},
            rows(n, lambda i: activity(i, words(i), budget=f"2023: {i**2 + 3 * i + 5}, 2024: 0")),
        ),
    ),
    "diff-long-labels": (
        25,
        lambda n: Case(
            {"plan.yaml": rows(n, lambda i: activity(i, "a " * 1990 + str(i)))},
            rows(n, lambda i: activity(i, f"{i} " + "b a " * 990)),
        ),
    ),
    "diff-stale": (300, lambda n: Case({"plan.yaml": _wrong_tree(n)}, _wrong_tree(n + 1))),
}  # fmt: skip
