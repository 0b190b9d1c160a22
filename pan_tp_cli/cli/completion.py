"""`pan-tp completion`: the script by which a shell asks pan-tp what a word may be completed to."""

import os
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from pan_tp_cli.cli import terminal
from pan_tp_cli.cli.completers import VARIABLE, choices
from pan_tp_cli.cli.exit_code import ExitCode
from pan_tp_cli.cli.language import OPTION
from pan_tp_cli.cli.options import LANGUAGE, LANGUAGES, Options, refusal
from pan_tp_cli.message import Message
from pan_tp_cli.text import Lang, Text

NAME: Final = "pan-tp"
BASH: Final = "bash"
SHELLS: Final = (BASH, "zsh", "fish", "powershell")

ABOUT: Final = Text(
    "Écrit le script de complétion d'un shell.\n\nbash : pan-tp completion bash > "
    "~/.local/share/bash-completion/completions/pan-tp ; zsh, fish et powershell : voir le guide. "
    "Complète les commandes, les options, les formats, les règles, les constats à accepter, les "
    "codes d'un plan et les révisions git.",
    "Write the completion script of a shell.\n\nbash: pan-tp completion bash > "
    "~/.local/share/bash-completion/completions/pan-tp; zsh, fish and powershell: see the guide. "
    "Completes commands, options, formats, rules, findings to accept, codes of a plan and git "
    "revisions.",
)
SHELL: Final = Text("SHELL", "SHELL")
WHICH: Final = Text("bash, zsh, fish ou powershell.", "bash, zsh, fish or powershell.")
UNKNOWN: Final = Text("shell inconnu « {name} » : {names}", "unknown shell '{name}': {names}")

OF_BASH: Final = f"""\
# bash ends words at ':', '=' and '@': pan-tp is asked for the last word (-1) of the line as it is
# typed, and what bash holds for earlier words is taken off the answers; '@' is kept, for bash takes
# it for a part of the word that it replaces
_pan_tp_completion() {{
    local line=${{COMP_LINE:0:COMP_POINT}} own=${{COMP_WORDS[COMP_CWORD]}} IFS=$'\\n'
    local typed begun answer
    typed=${{line##*[[:space:]]}}
    [[ $own == [:=] ]] && own=
    [[ $COMP_CWORD -gt 0 && ${{COMP_WORDS[COMP_CWORD - 1]}} == @ ]] && own=@$own
    begun=${{typed%"$own"}}
    COMPREPLY=()
    for answer in $(COMP_WORDS="$line''" COMP_CWORD=-1 {VARIABLE}=complete_bash \\
                    "$1" 2>/dev/null); do
        COMPREPLY+=("${{answer#"$begun"}}")
    done
}}
complete -o default -o nosort -F _pan_tp_completion {NAME}
"""
"""typer's own script for bash, without the care for the ends of words, breaks RULE@NODE."""


def register(app: typer.Typer, command: type[TyperCommand], lang: Lang) -> None:
    """Add the command to the application, with its help in `lang`."""
    options = Options(lang)

    @app.command("completion", cls=command, help=ABOUT.get(lang))
    def completion(
        shell: Annotated[str, options.named(WHICH, SHELL, choices(SHELLS))],
        lang: Annotated[Lang, options.value(OPTION, LANGUAGE, LANGUAGES)] = lang,
    ) -> int:
        if shell not in SHELLS:
            names = ", ".join(SHELLS)
            raise refusal(Message(UNKNOWN, {"name": shell, "names": names}), lang)
        terminal.write(script(shell))
        return ExitCode.CLEAN


def script(shell: str) -> str:
    """Return the script of a shell."""
    if shell == BASH:
        return OF_BASH
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    return get_completion_script(prog_name=NAME, complete_var=VARIABLE, shell=shell) + "\n"


def prepare() -> None:
    """Make typer ready to answer the shells."""
    os.environ["COLUMNS"] = "10000"  # else help texts, which some show, are broken over lines
    from typer.completion import completion_init  # type: ignore[attr-defined]

    completion_init()
