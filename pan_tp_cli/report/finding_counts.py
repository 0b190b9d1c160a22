"""How many findings a comparison has, by what became of them, in words that all formats share."""

from collections.abc import Iterator
from typing import Final

from pan_tp_cli.compared import Compared
from pan_tp_cli.report.words import in_number
from pan_tp_cli.text import Lang, Text

Forms = tuple[Text, Text]
"""A text for one, and for many."""

NEW: Final[Forms] = (
    Text("{count} nouveau", "{count} new"),
    Text("{count} nouveaux", "{count} new"),
)
DUE: Final[Forms] = (
    Text("dont {count} dû aux totaux périmés", "{count} of them due to stale totals"),
    Text("dont {count} dus aux totaux périmés", "{count} of them due to stale totals"),
)
REPAIRED: Final[Forms] = (
    Text("{count} réparé", "{count} repaired"),
    Text("{count} réparés", "{count} repaired"),
)
GONE: Final[Forms] = (
    Text("{count} parti avec sa ligne", "{count} gone with its row"),
    Text("{count} partis avec leur ligne", "{count} gone with their rows"),
)
UNSEEN: Final[Forms] = (
    Text("{count} qui n'est plus vu", "{count} no longer seen"),
    Text("{count} qui ne sont plus vus", "{count} no longer seen"),
)
UNCHECKED: Final[Forms] = (
    Text("{count} qui ne peut plus être contrôlé", "{count} that can no longer be checked"),
    Text("{count} qui ne peuvent plus être contrôlés", "{count} that can no longer be checked"),
)
CHANGED: Final[Forms] = (
    Text("dont {count} avec d'autres valeurs", "{count} of them with other values"),
    Text("dont {count} avec d'autres valeurs", "{count} of them with other values"),
)
STAYING: Final[Forms] = (
    Text("{count} persistant", "{count} persisting"),
    Text("{count} persistants", "{count} persisting"),
)
BORN_WAIVED: Final[Forms] = (
    Text("dont {count} dès son apparition", "{count} of them as it appeared"),
    Text("dont {count} dès leur apparition", "{count} of them as they appeared"),
)
NEWLY_WAIVED: Final[Forms] = (
    Text("dont {count} depuis", "{count} of them since"),
    Text("dont {count} depuis", "{count} of them since"),
)
WAIVED: Final[Forms] = (
    Text("{count} accepté par dérogation", "{count} waived"),
    Text("{count} acceptés par dérogation", "{count} waived"),
)


def finding_counts(compared: Compared, lang: Lang) -> Iterator[str]:
    """Yield how many findings are new, repaired and so on, no kind that has none."""
    matched = compared.findings
    if matched is None:
        return
    changed = sum(not kept.same_values for kept in matched.persisting)
    waived = ((BORN_WAIVED, len(matched.born_waived)), (NEWLY_WAIVED, len(matched.newly_waived)))
    yield from _counted((NEW, len(matched.new)), lang, (DUE, len(compared.of_stale)))
    yield from _counted((REPAIRED, len(matched.repaired)), lang)
    yield from _counted((GONE, len(matched.gone)), lang)
    yield from _counted((UNSEEN, len(matched.unseen)), lang)
    yield from _counted((UNCHECKED, len(matched.unchecked)), lang)
    yield from _counted((STAYING, len(matched.persisting)), lang, (CHANGED, changed))
    yield from _counted((WAIVED, len(matched.waived)), lang, *waived)


def _counted(whole: tuple[Forms, int], lang: Lang, *parts: tuple[Forms, int]) -> Iterator[str]:
    """Yield « 3 nouveaux (dont 2 dus aux totaux périmés) »; nothing where there is none."""
    told = [in_number(forms, count, lang) for forms, count in parts if count]
    if whole[1]:
        said = in_number(*whole, lang)
        yield f"{said} ({', '.join(told)})" if told else said
