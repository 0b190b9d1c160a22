"""What became of the findings: new, repaired, staying, accepted."""

from collections.abc import Container, Iterable, Iterator
from typing import Final, NamedTuple

from pan_tp_cli.compared import Compared
from pan_tp_cli.diff.findings import Kept, Matched
from pan_tp_cli.finding import Located, Severity, Waived
from pan_tp_cli.message import Message
from pan_tp_cli.report.diff_named import cell_words, named
from pan_tp_cli.report.finding_text import remarks
from pan_tp_cli.report.words import SEVERITY, sentence
from pan_tp_cli.text import Lang, Text, one_line

SAME_CAUSE: Final = Text(
    "même cause que les totaux qui n'ont pas suivi",
    "same cause as the totals that did not follow",
)
BORN_WAIVED: Final = Text(
    "dérogation ajoutée dans la même révision que la faute",
    "waiver added in the same revision as the fault",
)
REASON: Final = Text("accepté : {reason}", "accepted: {reason}")
SIGNED: Final = Text("accepté par {by} : {reason}", "accepted by {by}: {reason}")
BEFORE: Final = Text("avant : {said}", "before: {said}")


class ShownFinding(NamedTuple):
    """A finding: how grave, of which rule, where, what it says; `marks` are set off from it."""

    severity: Severity
    level: str
    rule: str
    where: str
    label: str
    place: str
    message: str
    marks: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


class ShownFindings(NamedTuple):
    """All findings, by what became of them; `changed` stay, with other values than before."""

    new: tuple[ShownFinding, ...]
    repaired: tuple[ShownFinding, ...]
    gone: tuple[ShownFinding, ...]
    unseen: tuple[ShownFinding, ...]
    unchecked: tuple[ShownFinding, ...]
    changed: tuple[ShownFinding, ...]
    staying: tuple[ShownFinding, ...]
    born_waived: tuple[ShownFinding, ...]
    newly_waived: tuple[ShownFinding, ...]
    waived: tuple[ShownFinding, ...]

    @property
    def any(self) -> bool:
        """Tell whether there are findings at all."""
        return self.any_news or bool(self.staying or self.waived)

    @property
    def any_news(self) -> bool:
        """Tell whether anything became of a finding."""
        became = (self.new, self.repaired, self.gone, self.unseen, self.unchecked, self.changed)
        return any((*became, self.born_waived, self.newly_waived))


def findings(compared: Compared, matched: Matched, lang: Lang) -> ShownFindings:
    """Return what became of all findings."""
    told = {id(each) for each in (*matched.born_waived, *matched.newly_waived)}
    caused = {id(each) for each in compared.of_stale}
    earlier = [each for each in matched.waived if id(each) not in told]
    staying = [_staying(each, lang) for each in matched.persisting]
    return ShownFindings(
        new=tuple(_new(matched.new, caused, lang)),
        repaired=tuple(_shown(each, lang) for each in matched.repaired),
        gone=tuple(_shown(each, lang) for each in matched.gone),
        unseen=tuple(_shown(each, lang) for each in matched.unseen),
        unchecked=tuple(_shown(each, lang) for each in matched.unchecked),
        changed=tuple(each for each in staying if each.marks),
        staying=tuple(each for each in staying if not each.marks),
        born_waived=tuple(_waived(each, lang, born=True) for each in matched.born_waived),
        newly_waived=tuple(_waived(each, lang, born=False) for each in matched.newly_waived),
        waived=tuple(_waived(each, lang, born=False) for each in earlier),
    )


def _new(found: Iterable[Located], caused: Container[int], lang: Lang) -> Iterator[ShownFinding]:
    """Yield new findings with what may mend them; of one with a cause told already, only that."""
    for each in found:
        shown = _shown(each, lang)
        if id(each) in caused:
            yield shown._replace(marks=(SAME_CAUSE.get(lang),))
        else:
            yield shown._replace(remarks=tuple(remarks(named(each, lang).finding, lang)))


def _staying(kept: Kept, lang: Lang) -> ShownFinding:
    """Return a finding that stays; what it said before, if it now says something else."""
    old, new = (sentence(each.finding).render(lang) for each in kept)
    shown = _shown(kept.after, lang)
    if kept.same_values or old == new:
        return shown
    return shown._replace(marks=(BEFORE.get(lang).format(said=old),))


def _waived(located: Located, lang: Lang, *, born: bool) -> ShownFinding:
    marks = [BORN_WAIVED.get(lang)] if born else []
    if located.waiver:
        marks.append(_reason(located.waiver).render(lang))
    return _shown(located, lang)._replace(marks=tuple(marks))


def _reason(waiver: Waived) -> Message:
    text = SIGNED if waiver.by else REASON
    return Message(text, {"by": one_line(waiver.by), "reason": one_line(waiver.reason)})


def _shown(located: Located, lang: Lang) -> ShownFinding:
    finding, location = located.finding, located.location
    return ShownFinding(
        finding.severity,
        SEVERITY[finding.severity].get(lang),
        finding.rule,
        cell_words(finding.node, finding.column, lang),
        one_line(finding.label),
        f"{location.file}:{location.line}",
        sentence(finding).render(lang),
    )
