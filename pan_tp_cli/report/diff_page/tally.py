"""How many there are of something, in the form that goes with the number."""

from typing import Final

from pan_tp_cli.report.diff_page.findings import ShownFindings
from pan_tp_cli.report.words import in_number
from pan_tp_cli.text import Lang, Text

Forms = tuple[Text, Text]
"""A text for one, and for many."""

NEW: Final[Forms] = (
    Text("{count} nouveau", "{count} new"),
    Text("{count} nouveaux", "{count} new"),
)
CAUSED: Final[Forms] = (
    Text("dont {count} de même cause que les totaux", "{count} of them caused by the totals"),
    Text("dont {count} de même cause que les totaux", "{count} of them caused by the totals"),
)
REPAIRED: Final[Forms] = (
    Text("{count} réparé", "{count} repaired"),
    Text("{count} réparés", "{count} repaired"),
)
GONE: Final[Forms] = (
    Text("{count} parti avec sa ligne", "{count} gone with its row"),
    Text("{count} partis avec leur ligne", "{count} gone with their row"),
)
UNSEEN: Final[Forms] = (
    Text("{count} qui n'est plus vu", "{count} no longer seen"),
    Text("{count} qui ne sont plus vus", "{count} no longer seen"),
)
UNCHECKED: Final[Forms] = (
    Text("{count} qui ne peut plus être contrôlé", "{count} that can no longer be checked"),
    Text("{count} qui ne peuvent plus être contrôlés", "{count} that can no longer be checked"),
)
NEWLY_WAIVED: Final[Forms] = (
    Text("{count} accepté depuis", "{count} waived since"),
    Text("{count} acceptés depuis", "{count} waived since"),
)
CHANGED: Final[Forms] = (
    Text("{count} avec d'autres valeurs", "{count} with other values"),
    Text("{count} avec d'autres valeurs", "{count} with other values"),
)
STAYING: Final[Forms] = (
    Text("{count} persistant", "{count} persisting"),
    Text("{count} persistants", "{count} persisting"),
)
BORN_WAIVED: Final[Forms] = (
    Text("{count} accepté dès son apparition", "{count} waived as it appeared"),
    Text("{count} acceptés dès leur apparition", "{count} waived as they appeared"),
)
WAIVED: Final[Forms] = (
    Text("{count} accepté par dérogation", "{count} waived"),
    Text("{count} acceptés par dérogation", "{count} waived"),
)


def of_findings(shown: ShownFindings, lang: Lang) -> tuple[str, ...]:
    """Return how many findings are new, repaired and so on, the new ones in any case."""
    counts = (
        (CAUSED, shown.same_cause),
        (REPAIRED, len(shown.repaired)),
        (GONE, len(shown.gone)),
        (UNSEEN, len(shown.unseen)),
        (UNCHECKED, len(shown.unchecked)),
        (CHANGED, len(shown.changed)),
        (STAYING, len(shown.staying)),
        (BORN_WAIVED, len(shown.born_waived)),
        (NEWLY_WAIVED, len(shown.newly_waived)),
        (WAIVED, len(shown.waived)),
    )
    others = (in_number(forms, number, lang) for forms, number in counts if number)
    return (in_number(NEW, len(shown.new), lang), *others)
