"""Why a rule matters, what to do about it and an example, in Markdown."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli.report.rule_parts import changed_lines, examples, without_values
from pan_tp_cli.rule import Rule
from pan_tp_cli.text import Lang, Text

WHY: Final = Text("**Pourquoi.** {why}", "**Why.** {why}")
REPAIR: Final = Text("**Que faire.** {repair}", "**What to do.** {repair}")
BAD: Final = Text(
    "Un exemple qui la déclenche (`{file}`) :", "An example that triggers it (`{file}`):"
)
GOOD: Final = Text("Le même, corrigé :", "The same, mended:")
FENCE: Final = "```"


def explained(rule: Rule, lang: Lang) -> Iterator[str]:
    """Yield the lines that explain a rule, below its title."""
    yield WHY.get(lang).format(why=sentence(without_values(rule.why, lang)))
    yield from ("", REPAIR.get(lang).format(repair=sentence(without_values(rule.repair, lang))))
    for name, bad, good in examples(rule):
        yield from ("", BAD.get(lang).format(file=name), "", *_fenced(bad.rstrip("\n")))
        changed = "\n".join(line for _, line in changed_lines(bad, good))
        if changed:
            yield from ("", GOOD.get(lang), "", *_fenced(changed))


def explained_plainly(rule: Rule, lang: Lang) -> Iterator[str]:
    """Yield the same lines without marks, for where Markdown is not understood."""
    lines = (line for line in explained(rule, lang) if not line.startswith(FENCE))
    yield from (line.replace("**", "").replace("`", "") for line in lines)


def sentence(text: str) -> str:
    """Return a text with a capital at its start and a full stop at its end."""
    ended = text if text.endswith((".", "!", "?")) else f"{text}."
    return ended[:1].upper() + ended[1:]


def _fenced(text: str) -> tuple[str, str, str]:
    return f"{FENCE}yaml", text, FENCE
