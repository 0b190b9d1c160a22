"""Plans whose every word would do something wherever it comes out, in places named alike."""

from collections.abc import Iterator
from itertools import cycle
from typing import Final

TRAPS: Final = (
    "=1+trap",
    "+trap()",
    "-trap()",
    "@trap",
    '=HYPERLINK("https://trap.ml";"trap")',
    "::error title=x::trap",
    "::set-output name=trap::x",
    "%0A::error::trap",
    "##[add-mask]trap",
    "##vso[task.setvariable variable=trap]x",
    "<script>trap()</script>",
    "\"><img src=trap onerror=trap()><b trap='",
    "'><svg/onload=trap()>",
    "</title></style></textarea><trap>",
    "<!-- trap -->",
    "]]><trap/>",
    "&lt;trap&gt; &#60;trap&#62;",
    "{{ trap }}{% trap %}${trap}",
    "{trap} {0} %(trap)s %s",
    "| trap | \\| x",
    "`trap` ``` trap",
    "[trap](https://trap.ml) ![trap](https://trap.ml/i.png)",
    "<https://trap.ml> https://trap.ml www.trap.ml",
    "@trap !12 #12",
    "$(touch trap) `touch trap`; touch trap",
    "javascript:trap()",
    "# trap",
    "~~trap~~ **trap** _trap_",
    "--- trap",
    "\\x1b[31mtrap \\u202etrap \\033[0m",
    "trap " * 300,
)
"""What a plan may hold, for all its characters can be read, and what it would do somewhere."""
RAW: Final = "a\x1b]0;trap\x07\x1b[31m\x9b31m\x7f\x00\t\r\n::error::trap\r##[add-mask]trap"
HIDDEN: Final = "\u202etrap\u2066\u2028\u2029\u200b\u200d\ufeff\u00ad\u2060\U000e0041\udc9b\x85"
OUTSIDE: Final = (RAW.replace("\x00", "") + HIDDEN, "=trap|`<b>$(touch trap)", "--trap", "-c", "")
"""What an argument or a name may hold besides: anything but the character NUL."""
NAME: Final = "pl\x1b[31man\n::error::trap\r\x07\x9b\u202e\u2028 =<b>`|$(touch trap)'\"\udc9b"
"""The folder that plans are in."""
TAG: Final = "v1;$(touch${IFS}trap)<b>`|'\"=::error::trap##[add-mask]trap"
"""A name that git allows for a tag but for its colons and brackets, which are taken away."""
REVISION: Final = TAG.replace(":", "").replace("[", "")


def quoted(trap: str) -> str:
    """Return a trap as a value of YAML."""
    return "'" + trap.replace("'", "''") + "'"


def word(trap: str) -> str:
    """Return a trap as a code: up to 64 characters without a space."""
    return "".join(trap.split())[:50]


def row(rank: int, traps: Iterator[str]) -> str:
    """Return an activity all of whose texts are traps, and whose total is wrong."""
    texts = [quoted(next(traps)) for _ in range(4)]
    return (
        f"      - {{id: {quoted(f'{rank}' + word(next(traps)))}, intitule: {texts[0]}, "
        f"responsable: {texts[1]}, note: {texts[2]}, periodicite: {texts[3]}, "
        f"budget: {{2023: 1, 2024: {rank}, total: 1}}, en_trop: [{quoted(next(traps))}]}}\n"
    )


def plan(shift: int = 0) -> str:
    """Return a plan whose every text is a trap; `shift` tells two versions apart."""
    traps = cycle(TRAPS[shift:] + TRAPS[:shift])
    known = "".join(f"  {quoted(trap)}: {quoted(trap)}\n" for trap in TRAPS if len(trap) < 200)
    axes = ""
    for rank in range(1, 5):
        code, text = (quoted(f"{word(next(traps))}{rank}"), quoted(next(traps)))
        axes += f"  - code: {code}\n    intitule: {text}\n    note: {quoted(next(traps))}\n"
        axes += f"    budget: {{2023: {quoted(next(traps))}, 2024: 2, total: {5 + shift}}}\n"
        axes += "    activites:\n" + "".join(row(each, traps) for each in range(1, 5))
    return (
        "format: pan-tp/plan-1\nannees: [2023, 2024]\n"
        f"titre: {quoted(TRAPS[10])}\nsigle: {quoted(TRAPS[shift])}\nmonnaie: XOF\n"
        f"structures:\n{known}"
        f"total_general: {{chiffres: 9, lettres: {quoted(TRAPS[4])}}}\n"
        f"recapitulatif:\n  axes:\n    - {{axe: {quoted(word(TRAPS[0]) + '1')}, "
        f"intitule: {quoted(TRAPS[11])}, 2023: 1, 2024: 1, total: 9, part: {quoted(TRAPS[2])}}}\n"
        f"  total: {{2023: 1, 2024: 1, total: 9, part: 100 %}}\n"
        f"axes:\n{axes}"
    )


def framework() -> str:
    """Return a framework whose every text is a trap."""
    traps = cycle(TRAPS)
    items = ""
    for rank, trap in enumerate(TRAPS):
        items += (
            f"          - {{id: {quoted(f'P{rank}' + word(trap))}, intitule: {quoted(trap)}, "
            f"unite: nombre, reference: {quoted(next(traps))}, "
            f"cibles: {{2023: 5, 2024: {quoted(next(traps)) if rank % 2 else 3}}}, total: 9, "
            f"sources: [{quoted(next(traps))}], responsable: {quoted(next(traps))}, "
            f"partenaires: [{quoted(next(traps))}], note: {quoted(next(traps))}}}\n"
        )
    return (
        "format: pan-tp/indicateurs-1\nannees: [2023, 2024]\n"
        f"axes:\n  - code: {quoted(word(TRAPS[0]) + '1')}\n    intitule: {quoted(TRAPS[20])}\n"
        f"    produits:\n      - code: {quoted(word(TRAPS[9]))}\n"
        f"        intitule: {quoted(TRAPS[12])}\n        indicateurs:\n{items}"
    )


def waivers() -> str:
    """Return waivers that no longer serve, and one that does, for reasons that are traps."""
    code = "1" + word(TRAPS[7])
    items = "".join(
        f"  - {{regle: budget.somme-annees, noeud: {quoted(word(trap))}, colonne: total, "
        f"imprime: {quoted(trap)}, attendu: {quoted(trap)}, motif: {quoted(trap)}, "
        f"par: {quoted(trap)}, expire: jamais}}\n"
        for trap in (*TRAPS, code)
    )
    return f"format: pan-tp/derogations-1\nderogations:\n{items}"
