"""Wordings compared as people read them: by their words, whatever the case, accents and spaces."""

import re

_WORD = re.compile(r"\w+").finditer
_NO_LETTER = re.compile(r"[\W_]+").sub
_LIGATURES = (("œ", "oe"), ("Œ", "OE"), ("æ", "ae"), ("Æ", "AE"))
LONGEST_QUOTE = 60


def squeezed(text: str) -> str:
    """Return the letters and digits of a wording alone, without case and accents.

    Two wordings that are squeezed to the same differ in typography only: apostrophes, hyphens,
    spaces, « SYSTÈME » and « système ».
    """
    if not text.isascii():
        import unicodedata  # most wordings of most plans are looked at without it

        for ligature, letters in _LIGATURES:  # far faster than str.translate
            text = text.replace(ligature, letters)
        text = unicodedata.normalize("NFKD", text)
    return _NO_LETTER("", text.casefold())


def differing(first: str, second: str) -> tuple[str, str]:
    """Return what differs between two wordings, as printed, with a word on both sides.

    It reaches from the first word that differs to the last one, and is cut where it is long.
    """
    ours, theirs = (list(_WORD(text)) for text in (first, second))
    before = _common([squeezed(word[0]) for word in ours], [squeezed(word[0]) for word in theirs])
    after = _common(
        [squeezed(word[0]) for word in reversed(ours[before:])],
        [squeezed(word[0]) for word in reversed(theirs[before:])],
    )
    return _extract(first, ours, before, after), _extract(second, theirs, before, after)


def _common(ours: list[str], theirs: list[str]) -> int:
    """Return how many words two lists have in common from their beginning."""
    pairs = enumerate(zip(ours, theirs, strict=False))
    unlike = (index for index, (one, other) in pairs if one != other)
    return next(unlike, min(len(ours), len(theirs)))


def _extract(text: str, words: list[re.Match[str]], before: int, after: int) -> str:
    """Return the words between those in common, with one of these on both sides."""
    kept = words[max(before - 1, 0) : len(words) - max(after - 1, 0)]
    if not kept:
        return ""
    start, end = kept[0].start(), kept[-1].end()
    quote = text[start:end]
    cut = len(quote) > LONGEST_QUOTE
    quote = quote[: LONGEST_QUOTE - 1].rstrip() if cut else quote
    return ("…" if start else "") + quote + ("…" if cut or end < len(text.rstrip(" .")) else "")
