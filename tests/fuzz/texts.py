"""Texts that break readers: any bytes, trees of wild scalars, and plans that were tampered with."""

from collections.abc import Callable, Sequence
from typing import Final

from hypothesis import strategies as st

from pan_tp_cli import rules
from pan_tp_cli.place import Role
from tests.fuzz.targets import SEPARATOR
from tests.projects import DATA

CATALOGUE: Final = rules.load(rules.identifiers())
PLANS: Final = [example.plan for rule in CATALOGUE for example in (rule.bad, rule.good)]
EXAMPLES: Final = [
    "\n".join(filter(None, example)) for rule in CATALOGUE for example in (rule.bad, rule.good)
]
PRINTED: Final = {
    Role.PLAN: (DATA / "plan.yaml").read_text(encoding="utf-8"),
    Role.INDICATORS: (DATA / "indicators.yaml").read_text(encoding="utf-8"),
}
"""The files of the embedded plan."""
WILD: Final = (
    "9" * 5000, "-0", "0" * 30, "1 000 00", "5 000\u00a0000\u202f000", "12,5 %", "1e400", ".inf",
    "\u0663\u0660", "\uff15\uff10", "\u00b2", "\U0001d7d9", "N/A", "~", "''", "null", "no", "0x1F",
    "\ud800", "\x00", "\x1b[31m", "\u202eabc", "\u2028", "\ufeff", "e\u0301", "\u0130", "\u00a0",
    "&a 1", "*a", "!!int 1", "!x", "<<", "? a", "- a", "[", "]", "{", "}", "|", ">-", "#", " #a",
    "a: b", "a:b", ":", "'", '"', '"\\x00"', '"\\ud800"', "%TAG", "---", "...", "\t", "\r",
    "x" * 3000, "{a: " * 40, "[" * 40, "2023", "1900", "total", "part", "1" * 65, "1.1.1-01",
)  # fmt: skip
"""Scalars, and pieces of YAML, that a plan has no use for."""
KEYS: Final = (
    "format", "annees", "axes", "objectifs", "actions", "activites", "code", "id", "intitule",
    "budget", "2023", "2024", "total", "part", "en_trop", "structures", "responsable", "quantite",
    "indicateurs", "effets", "produits", "cibles", "unite", "reference", "sources", "derogations",
    "regle", "noeud", "expire", "ignore", "tolerances", "severites", "chiffres", "lettres",
)  # fmt: skip
HEADS: Final = (
    "", "format: pan-tp/plan-1\nannees: [2023, 2024]\n",
    "format: pan-tp/indicateurs-1\nannees: [2023, 2024]\n", "format: pan-tp/derogations-1\n",
)  # fmt: skip


def raw() -> st.SearchStrategy[bytes]:
    """Draw any bytes and any characters, surrogates among them."""
    texts = st.text(st.characters(), max_size=200)
    return st.binary(max_size=200) | texts.map(_encoded)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def trees() -> st.SearchStrategy[bytes]:
    """Draw the YAML of a tree whose keys are those of the files, or anything, with wild scalars."""
    scalars = st.sampled_from(WILD) | st.text(max_size=12)
    keys = st.sampled_from(KEYS) | scalars
    nodes = st.recursive(
        scalars, lambda inner: _lists(inner) | _mappings(keys, inner), max_leaves=12
    )
    blocks = st.lists(st.tuples(keys, nodes), max_size=6).map(
        lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs)
    )
    return st.tuples(st.sampled_from(HEADS), blocks).map("".join).map(_encoded)


def _lists(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(inner, max_size=4).map(lambda items: f"[{', '.join(items)}]")


def _mappings(
    keys: st.SearchStrategy[str], inner: st.SearchStrategy[str]
) -> st.SearchStrategy[str]:
    pairs = st.tuples(keys, inner).map(": ".join)
    return st.lists(pairs, max_size=4).map(lambda each: f"{{{', '.join(each)}}}")


@st.composite
def tampered(draw: st.DrawFn, texts: Sequence[str]) -> bytes:
    """Draw one of some texts with lines or characters of it cut out, doubled, swapped, put in."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 4))):
        text = draw(st.sampled_from((_in_lines, _in_characters)))(draw, text)
    return _encoded(text)


def _in_lines(draw: st.DrawFn, text: str) -> str:
    return "".join(_altered(draw, text.splitlines(keepends=True), lambda wild: [wild + "\n"]))


def _in_characters(draw: st.DrawFn, text: str) -> str:
    return "".join(_altered(draw, list(text), list))


def _altered(draw: st.DrawFn, parts: list[str], inserted: Callable[[str], list[str]]) -> list[str]:
    """Return parts with a slice of them gone, twice, behind the next, or something in its place."""
    start = draw(st.integers(0, len(parts)))
    end = min(len(parts), start + draw(st.integers(0, 8)))
    last = min(len(parts), end + draw(st.integers(0, 8)))
    before, slice_, following, rest = parts[:start], parts[start:end], parts[end:last], parts[last:]
    wild = inserted(draw(st.sampled_from(WILD)))
    changed = draw(
        st.sampled_from(
            (following, slice_ + slice_ + following, following + slice_, wild + following)
        )
    )
    return before + changed + rest


def several(texts: Sequence[str]) -> st.SearchStrategy[bytes]:
    """Draw what targets take that read two files."""
    one = tampered(texts) | trees() | raw()
    return st.tuples(one, one).map(SEPARATOR.join)
