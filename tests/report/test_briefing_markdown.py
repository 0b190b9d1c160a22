"""The review note as Markdown: read by a person, and by a parser where the plan is hostile."""

from pathlib import Path

import pytest

from pan_tp_cli import app, rules
from pan_tp_cli.checked import Conventions
from pan_tp_cli.fault import Fault
from pan_tp_cli.message import Message
from pan_tp_cli.placing import placed
from pan_tp_cli.report.briefing_markdown import render
from pan_tp_cli.text import Lang
from tests.projects import ROOT, TODAY
from tests.report.hostile import AS_IT_IS, TEXTS, all_printable, saying
from tests.report.notes import FORMULAS, SOUND, briefed, briefing_of
from tests.report.test_check_markdown import PINGS, tokens
from tests.report.test_golden import LANGS, PIPELINE, SAMPLE, compare

ROWS = ("the whole plan", "1")
"""Of the budget of the hostile plan: findings that are at nodes of other names mark no activity."""
SAMPLES = {"sample": SAMPLE, "waived": PIPELINE / "waived"}


@LANGS
@pytest.mark.parametrize("name", SAMPLES)
def test_a_note_is_as_it_was_read(
    name: str, lang: Lang, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(ROOT)
    checked = app.check(SAMPLES[name], None, rules.identifiers(), Conventions(TODAY))
    text = render(briefed(placed(checked)), lang)
    compare(f"briefing-markdown-{name}.{lang.value}.md", text, request)


@LANGS
def test_every_section_is_a_heading_and_every_table_is_one(tmp_path: Path, lang: Lang) -> None:
    read = tokens(render(briefing_of(tmp_path, SOUND), lang))
    levels = [each.tag for each in read if each.type == "heading_open"]
    assert levels == ["h1", *["h2"] * 5]
    assert sum(each.type == "table_open" for each in read) == 3


@pytest.mark.parametrize("text", [*TEXTS, *FORMULAS])
def test_a_plan_is_shown_and_means_nothing(tmp_path: Path, text: str) -> None:
    checked = saying(tmp_path, text)
    assert checked.report is not None
    fault = Fault(text, Message(AS_IT_IS, {"text": text}))
    written = render(briefed(checked._replace(faults=(fault,))), Lang.EN)
    assert all_printable(written.replace("\u200b", ""))
    assert not PINGS.search(written)
    read = tokens(written)
    markup = {each.content for each in read if each.type in {"html_inline", "html_block"}}
    assert markup <= {"<br>"}
    assert {"link_open", "image", "fence"}.isdisjoint(each.type for each in read)
    assert (
        sum(each.type == "td_open" for each in read)
        == 2 + 6 * len(checked.report.findings) + 4 * len(ROWS) + 4 * 4
    ), "the fault, the findings, the budget, the signatures"
