import json

from pan_tp_cli.report.json_parts import written

TEXTS = ["##[add-mask]a", "##vso[x]b", "###[c", "\x7f\x9b\u202e\udc9b\x00\n", "#[d] ## e"]


def test_a_document_drives_neither_a_terminal_nor_a_pipeline() -> None:
    text = written({"texts": TEXTS})
    assert json.loads(text) == {"texts": TEXTS}
    assert text.isascii()
    assert text.replace("\n", "").isprintable()
    assert "##[" not in text
    assert "##vso[" not in text
