"""Which schemas there are, what each is for, and the names that people give them."""

from typing import Final, NamedTuple

from pan_tp_cli.text import Text


class Schema(NamedTuple):
    """A schema: its name with its version, which a file names as ``pan-tp/NAME``.

    `edited` tells a file that people write, whose schema is made of its model, from a report,
    whose schema is shipped as it is.
    """

    name: str
    about: Text
    aliases: tuple[str, ...] = ()
    edited: bool = False

    @property
    def file(self) -> str:
        """Return the name of its file."""
        return f"{self.name}.schema.json"

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name that it is known by, its own first."""
        plain = self.name.rpartition("-")[0]
        return (self.name, plain, f"pan-tp/{self.name}", *self.aliases)


SCHEMAS: Final = (
    Schema(
        "plan-1",
        Text(
            "plan.yaml : la transcription du budget d'un plan d'action",
            "plan.yaml: the transcription of the budget of an action plan",
        ),
        ("plan.yaml",),
        edited=True,
    ),
    Schema(
        "indicateurs-1",
        Text(
            "indicators.yaml : la transcription du cadre d'indicateurs d'un plan",
            "indicators.yaml: the transcription of the indicator framework of a plan",
        ),
        ("indicators", "indicators.yaml"),
        edited=True,
    ),
    Schema(
        "derogations-1",
        Text(
            "derogations.yaml : les constats que les réviseurs acceptent",
            "derogations.yaml: the findings that the reviewers accept",
        ),
        ("derogations.yaml",),
        edited=True,
    ),
    Schema(
        "reglages-1",
        Text(
            "pan-tp.yaml : les réglages du contrôle d'un projet",
            "pan-tp.yaml: the settings of the check of a project",
        ),
        ("pan-tp", "pan-tp.yaml", "settings"),
        edited=True,
    ),
    Schema(
        "check-1",
        Text(
            "ce qu'écrit « pan-tp check --format json »",
            "what 'pan-tp check --format json' writes",
        ),
    ),
    Schema(
        "portfolio-1",
        Text(
            "ce qu'écrit « pan-tp check --format json » de plusieurs plans",
            "what 'pan-tp check --format json' writes of several plans",
        ),
    ),
    Schema(
        "coverage-1",
        Text(
            "ce qu'écrit « pan-tp coverage --format json »",
            "what 'pan-tp coverage --format json' writes",
        ),
    ),
    Schema(
        "show-1",
        Text(
            "ce qu'écrit « pan-tp show --format json »",
            "what 'pan-tp show --format json' writes",
        ),
    ),
    Schema(
        "diff-1",
        Text(
            "ce qu'écrit « pan-tp diff --format json »",
            "what 'pan-tp diff --format json' writes",
        ),
    ),
    Schema(
        "waivers-1",
        Text(
            "ce qu'écrit « pan-tp waive list --format json »",
            "what 'pan-tp waive list --format json' writes",
        ),
    ),
)


def find(name: str) -> Schema | None:
    """Return the schema that a name means."""
    return next((each for each in SCHEMAS if name in each.names), None)


def nearest(name: str) -> str | None:
    """Return the name of the schema that a wrong name comes nearest to."""
    from difflib import get_close_matches  # needed only for a wrong name

    known = {alias: each.name for each in SCHEMAS for alias in each.names}
    near = get_close_matches(name, known, 1)
    return known[near[0]] if near else None
