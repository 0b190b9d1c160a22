"""`pan-tp rules` and `pan-tp rule`: what is checked, and why."""

from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from pan_tp_cli.cli import completers
from pan_tp_cli.cli.exit_code import ExitCode
from pan_tp_cli.cli.language import OPTION
from pan_tp_cli.cli.options import LANGUAGE, LANGUAGES, Options, refusal
from pan_tp_cli.cli.output import FORMAT_NAME, Target, put, read_targets
from pan_tp_cli.message import Message
from pan_tp_cli.text import Lang, Text

FORMATS: Final = ("text", "json", "markdown")

ABOUT: Final = Text(
    "Liste les règles : identifiant, gravité, ce que dit un constat.",
    "List the rules: identifier, severity, what a finding says.",
)
ABOUT_ONE: Final = Text(
    "Explique une règle.\n\nPourquoi elle importe, un exemple qui la déclenche, le même corrigé, "
    "et que faire d'un constat.",
    "Explain a rule.\n\nWhy it matters, an example that triggers it, the same mended, and what to "
    "do about a finding.",
)
FORMAT: Final = Text(
    "text (par défaut), json ou markdown ; FORMAT=FICHIER écrit dans un fichier. Répétable.",
    "text (default), json or markdown; FORMAT=FILE writes to a file. Repeatable.",
)
RULE: Final = Text("RÈGLE", "RULE")
IDENTIFIER: Final = Text(
    "Une règle, comme budget.sous-total.", "A rule, such as budget.sous-total."
)
UNKNOWN: Final = Text(
    "règle inconnue « {name} » ; « pan-tp rules » les liste",
    "unknown rule '{name}'; 'pan-tp rules' lists them",
)
UNKNOWN_NEAR: Final = Text(
    "règle inconnue « {name} » : vouliez-vous écrire « {near} » ?",
    "unknown rule '{name}': did you mean '{near}'?",
)


def register(app: typer.Typer, command: type[TyperCommand], lang: Lang) -> None:
    """Add both commands to the application, with their help in `lang`."""
    options = Options(lang)
    option = options.value

    @app.command("rules", cls=command, help=ABOUT.get(lang))
    def rules(
        format: Annotated[
            list[str] | None, option("--format", FORMAT, FORMAT_NAME, completers.choices(FORMATS))
        ] = None,
        lang: Annotated[Lang, option(OPTION, LANGUAGE, LANGUAGES)] = lang,
    ) -> int:
        targets = read_targets(format, FORMATS, lang)
        from pan_tp_cli.rules import identifiers, load  # heavy: the models

        catalogue = load(identifiers())
        for target in targets:
            put(f"rules_{target.format}", catalogue, target, lang)
        return ExitCode.CLEAN

    @app.command("rule", cls=command, help=ABOUT_ONE.get(lang))
    def rule(
        identifier: Annotated[str, options.named(IDENTIFIER, RULE, completers.rules)],
        lang: Annotated[Lang, option(OPTION, LANGUAGE, LANGUAGES)] = lang,
    ) -> int:
        from pan_tp_cli.rules import identifiers, load

        if identifier not in identifiers():
            raise _unknown(identifier, identifiers(), lang)
        (explained,) = load([identifier])
        put("rule_text", explained, Target("text", None), lang)
        return ExitCode.CLEAN


def _unknown(name: str, known: tuple[str, ...], lang: Lang) -> typer.BadParameter:
    """Return the error of a rule that does not exist, with the nearest that does."""
    from difflib import get_close_matches  # needed only for a wrong name

    near = get_close_matches(name, known, 1)
    if not near:  # the slug without its family is what people remember
        near = get_close_matches(name, [rule.partition(".")[2] for rule in known], 1)
        near = [rule for rule in known if near and rule.endswith(f".{near[0]}")]
    if near:
        return refusal(Message(UNKNOWN_NEAR, {"name": name, "near": near[0]}), lang)
    return refusal(Message(UNKNOWN, {"name": name}), lang)
