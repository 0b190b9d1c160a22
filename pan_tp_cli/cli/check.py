"""`pan-tp check`: what plans say twice and differently."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from typer.core import TyperCommand

from pan_tp_cli.cli import check_texts as texts
from pan_tp_cli.cli.check_values import (
    BY_SEVERITY,
    ORDERS,
    THRESHOLDS,
    read_most,
    read_order,
    read_revision,
    read_rules,
    read_threshold,
    refuse_blank,
)
from pan_tp_cli.cli.checking import Outcome, Request, Tells, check_one
from pan_tp_cli.cli.clock import today
from pan_tp_cli.cli.completers import choices, revisions, rules_and_families
from pan_tp_cli.cli.ending import keep
from pan_tp_cli.cli.exit_code import ExitCode, gravest
from pan_tp_cli.cli.language import OPTION
from pan_tp_cli.cli.options import (
    FILE,
    INDICATORS,
    LANGUAGE,
    LANGUAGES,
    WAIVERS,
    Options,
    refusal,
    tell,
)
from pan_tp_cli.cli.output import (
    FORMAT_NAME,
    Target,
    put,
    put_all,
    read_targets,
    refuse_overwriting,
)
from pan_tp_cli.cli.page import put_page
from pan_tp_cli.cli.patch import put_repairs
from pan_tp_cli.cli.settings import FAIL_ON as DEFAULT_THRESHOLD
from pan_tp_cli.cli.settings import Asked, held, put_settings, spoken
from pan_tp_cli.cli.step_summary import put_summary
from pan_tp_cli.message import Message
from pan_tp_cli.text import Lang

if TYPE_CHECKING:
    from pan_tp_cli.checked import Checked
    from pan_tp_cli.gathering import Gathered

PAGE: Final = "html"
FORMATS: Final = (
    "text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown", PAGE,
)  # fmt: skip
ANNOTATIONS: Final = "github"
BY_PROGRAMS: Final = frozenset(("sarif", ANNOTATIONS, "gitlab", "junit"))
"""The formats that say where files are as programs find them."""


def register(app: typer.Typer, command: type[TyperCommand], lang: Lang) -> None:
    """Add the command to the application, with its help in `lang`."""
    options = Options(lang)
    option = options.value

    @app.command("check", cls=command, help=texts.ABOUT.get(lang))
    def check(
        context: typer.Context,
        plans: Annotated[list[Path] | None, options.plans()] = None,
        indicators: Annotated[Path | None, option("--indicators", INDICATORS, FILE)] = None,
        format: Annotated[
            list[str] | None, option("--format", texts.FORMAT, FORMAT_NAME, choices(FORMATS))
        ] = None,
        fail_on: Annotated[
            str | None, option("--fail-on", texts.FAIL_ON, texts.SEVERITY, choices([*THRESHOLDS]))
        ] = None,
        select: Annotated[
            list[str] | None, option("--select", texts.SELECT, texts.RULES, rules_and_families)
        ] = None,
        ignore: Annotated[
            list[str] | None, option("--ignore", texts.IGNORE, texts.RULES, rules_and_families)
        ] = None,
        patch: Annotated[bool, options.flag("--patch", texts.PATCH)] = False,
        waivers: Annotated[Path | None, option("--waivers", WAIVERS, FILE)] = None,
        no_waivers: Annotated[bool, options.flag("--no-waivers", texts.NO_WAIVERS)] = False,
        show_waived: Annotated[bool, options.flag("--show-waived", texts.SHOW_WAIVED)] = False,
        show_fingerprints: Annotated[
            bool, options.flag("--show-fingerprints", texts.SHOW_FINGERPRINTS)
        ] = False,
        since: Annotated[
            str | None, option("--since", texts.SINCE, texts.REVISION, revisions)
        ] = None,
        sort: Annotated[
            str, option("--sort", texts.SORT, texts.ORDER, choices([*ORDERS]))
        ] = BY_SEVERITY,
        most: Annotated[int | None, option("--max", texts.MOST, texts.NUMBER)] = None,
        stats: Annotated[bool, options.flag("--stats", texts.STATS)] = False,
        jobs: Annotated[int | None, option("--jobs", texts.JOBS, texts.NUMBER)] = None,
        show_settings: Annotated[
            bool, options.flag("--show-settings", texts.SHOW_SETTINGS)
        ] = False,
        lang: Annotated[Lang, option(OPTION, LANGUAGE, LANGUAGES)] = lang,
    ) -> int:
        targets = [] if patch and not format else read_targets(format, FORMATS, lang)
        if patch and any(target.file is None for target in targets):
            raise refusal(Message(texts.PATCH_AND_REPORT), lang)
        refuse_blank(since, lang)
        read_threshold(fail_on or DEFAULT_THRESHOLD, lang)
        read_rules(select or [], ignore or [], lang)
        request = Request(
            Asked(select, ignore, fail_on, lang, spoken(context)),
            None if no_waivers else today(),
            Tells(
                show_waived, show_fingerprints, stats, by_programs(targets), read_most(most, lang)
            ),
            indicators,
            waivers,
            read_revision(since, lang),
            read_order(sort, lang),
        )
        meant = gathered(plans or [])
        if meant is None:
            alone = plans[0] if plans else None
            if show_settings:
                return show_settings_of(alone, request)
            return report_one(keep(check_one(alone, request)), targets, patch)
        for_one_alone = {
            "--indicators": indicators, "--waivers": waivers, "--patch": patch,
            "--show-settings": show_settings,
            f"--format {PAGE}": any(target.format == PAGE for target in targets),
        }  # fmt: skip
        refuse_for_several(for_one_alone, lang)
        from pan_tp_cli.cli.many import check_many  # rare: most checks are of one plan

        return report_all(check_many(meant.plans, request, jobs), targets, request)


def by_programs(targets: Iterable[Target]) -> bool:
    """Tell whether programs are to find the files that reports name."""
    return any(target.format in BY_PROGRAMS for target in targets)


def put_summary_beside(targets: Iterable[Target], checks: "Sequence[Checked]", lang: Lang) -> None:
    """Write the summary of a workflow's step beside annotations, of which but few are shown."""
    if any(target.format == ANNOTATIONS for target in targets):
        put_summary(checks, lang)


def gathered(plans: Sequence[Path]) -> "Gathered | None":
    """Return the plans meant where a report of several is due; None for one, or for the default."""
    if not plans:
        return None
    from pan_tp_cli.gathering import gather  # no part of `--help`

    found = gather(plans)
    return found if found.several else None


def refuse_for_several(options: Mapping[str, object], lang: Lang) -> None:
    """Refuse options that make sense for one plan alone. Raises BadParameter, a wrong usage."""
    for name, value in options.items():
        if value:
            raise refusal(Message(texts.FOR_ONE_ALONE, {"option": name}), lang)


def show_settings_of(plan: Path | None, request: Request) -> ExitCode:
    """Write what holds for a check of a plan, in the place of checking it."""
    from pan_tp_cli import app as use_cases  # heavy: pydantic and the YAML parser

    file = use_cases.settings(plan)
    put_settings(held(request.asked, file), file)
    return ExitCode.CLEAN


def report_one(outcome: Outcome, targets: Sequence[Target], patch: bool) -> ExitCode:
    """Write the reports of one plan, and its repairs as a patch where that is asked for."""
    checked, lang = outcome.checked, outcome.lang
    refuse_overwriting(targets, checked.paths.values(), lang)
    for target in targets:
        if target.format == PAGE:
            put_page(checked, target, today(), lang)
        else:
            put(f"check_{target.format}", checked, target, lang)
    put_summary_beside(targets, [checked], lang)
    if patch:
        put_repairs(checked, lang)
    tell(checked.faults, lang)
    return outcome.code


def report_all(
    outcomes: Sequence[Outcome], targets: Sequence[Target], request: Request
) -> ExitCode:
    """Write one report of several plans: in the language asked for, or else in that of them all."""
    checks = [outcome.checked for outcome in outcomes]
    spoken_by_all = {outcome.lang for outcome in outcomes}
    lang = spoken_by_all.pop() if len(spoken_by_all) == 1 else request.asked.lang
    refuse_overwriting(targets, [path for each in checks for path in each.paths.values()], lang)
    for target in targets:
        put_all(f"check_{target.format}", checks, target, lang)
    put_summary_beside(targets, checks, lang)
    for checked in checks:
        tell(checked.faults, lang)
    return gravest(outcome.code for outcome in outcomes)
