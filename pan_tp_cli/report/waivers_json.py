"""The waivers of a plan as JSON, ``pan-tp/waivers-1``: ``schemas/waivers-1.schema.json``."""

from typing import TYPE_CHECKING

from pan_tp_cli.checked import Checked
from pan_tp_cli.place import Place, Role
from pan_tp_cli.report.json_parts import Json, faults, opening, place, written
from pan_tp_cli.report.style import Style

if TYPE_CHECKING:
    from pan_tp_cli.standing import Judged

SCHEMA = "pan-tp/waivers-1"


def render(checked: Checked, style: Style) -> str:
    """Return the waivers as one JSON document, in ASCII as all JSON reports are."""
    judged = checked.report.judged if checked.report else ()
    document = {
        **opening(SCHEMA, checked),
        "waivers": [_waiver(checked, each) for each in judged],
        "faults": faults(checked.faults, style.lang),
    }
    return written(document)


def _waiver(checked: Checked, judged: "Judged") -> Json:
    waiver, where = judged.waiver, Place(Role.WAIVERS, ("derogations", judged.rank))
    return {
        "rule": waiver.rule,
        "node": waiver.node,
        "column": waiver.column,
        "printed": waiver.printed,
        "expected": waiver.expected,
        "motif": waiver.reason,
        "par": waiver.by,
        "expire": waiver.expires.isoformat() if waiver.expires else None,
        "standing": judged.standing.value,
        "location": place(checked.documents[where.role].location(where.route)),
    }
