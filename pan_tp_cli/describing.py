"""The schemas of files as text: made of the models, or read from those that are shipped."""

import json
from typing import Final

from pan_tp_cli import files
from pan_tp_cli.schema.catalogue import Schema
from pan_tp_cli.text import Lang

FOLDER: Final = "schemas"


def described(schema: Schema, lang: Lang) -> str:
    """Return the text of a schema, in ASCII so that no terminal changes it.

    That of a file that people edit explains its keys in `lang`; that of a report, which programs
    read, is in English. Raises InputError where a shipped file cannot be read.
    """
    if schema.edited:
        from pan_tp_cli.schema.derive import schema_of  # heavy: the models

        return json.dumps(schema_of(schema, lang), indent=2) + "\n"
    return files.read(files.shipped(FOLDER) / schema.file).decode()
