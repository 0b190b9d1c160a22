"""JUnit XML: a test suite a plan, a test a rule, so that a pipeline shows what was checked.

A test fails where the check does: by a finding that is grave enough for the exit code. Lesser ones
are its output, and a rule all of whose findings are accepted is skipped.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from pan_tp_cli.checked import Checked
from pan_tp_cli.fault import Fault
from pan_tp_cli.finding import Located, Severity
from pan_tp_cli.place import Role
from pan_tp_cli.report.finding_line import kind
from pan_tp_cli.report.opening import ABSENT
from pan_tp_cli.report.reported import Reported, faults, place_of, reported
from pan_tp_cli.report.said import details, headline, line, reason
from pan_tp_cli.report.style import Style
from pan_tp_cli.report.words import accepted, counted
from pan_tp_cli.text import Lang, Text, printable, without_commands

OF_FAULTS: Final = "fichier"
UNUSABLE: Final = "fichier.inutilisable"
OF_PLAN: Final = Text("{family} ({plan})", "{family} ({plan})")
NO_CHARACTER: Final = str.maketrans(dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd"))
"""What XML 1.0 refuses beyond what is named by its code already."""


def render(checked: Checked, style: Style) -> str:
    """Return the report of one check."""
    return render_all([checked], style)


def render_all(checks: Sequence[Checked], style: Style) -> str:
    """Return a suite a check, in ASCII so that no terminal changes it.

    Where there are several, classes are named for their plan too: readers such as GitLab take
    tests of one name for the same.
    """
    suites = [_suite(checked, style.lang, alone=len(checks) == 1) for checked in checks]
    root = Element("testsuites", {"name": "pan-tp", **_total(suites)})
    root.extend(suites)
    indent(root)
    written: bytes = tostring(root, encoding="us-ascii", xml_declaration=True)
    return without_commands(written.decode(), "&#35;") + "\n"


def _total(suites: Sequence[Element]) -> dict[str, str]:
    names = ("tests", "failures", "errors")
    return {name: str(sum(int(suite.get(name, 0)) for suite in suites)) for name in names}


def _suite(checked: Checked, lang: Lang, *, alone: bool) -> Element:
    plan = _text(_plan(checked, lang))
    suite = Element("testsuite", {"name": plan})
    for element in (*_faults(checked, lang), *_rules(checked, lang)):
        if not alone:
            family = element.get("classname", "")
            element.set("classname", OF_PLAN.get(lang).format(family=family, plan=plan))
        suite.append(element)
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(name, str(len(suite.findall(f"testcase/{tag}"))))
    suite.set("tests", str(len(suite)))
    return suite


def _plan(checked: Checked, lang: Lang) -> str:
    names = (place_of(checked.names[role], checked) for role in Role if role in checked.names)
    return next(names, ABSENT.get(lang))


def _faults(checked: Checked, lang: Lang) -> Iterator[Element]:
    """Yield a test that could not be made for each file that could not be used."""
    by_file: dict[str, list[Fault]] = {}
    for fault, path in faults([checked]):
        by_file.setdefault(path, []).append(fault)
    for path, found in by_file.items():
        case = Element("testcase", {"classname": OF_FAULTS, "name": _text(path)})
        message = _text(reason(found[0], lang))
        error = SubElement(case, "error", {"type": UNUSABLE, "message": message})
        error.text = _text_of(f"{each.where}: {reason(each, lang)}" for each in found)
        yield case


class _OfRule(NamedTuple):
    """What a rule finds: what makes the check fail, what does not, and what is accepted."""

    failing: list[Reported]
    lesser: list[Reported]
    waived: list[Reported]


def _rules(checked: Checked, lang: Lang) -> Iterator[Element]:
    """Yield a test for each rule that was applied, none where nothing could be checked."""
    if checked.report is None:
        return
    by_rule = {rule: _OfRule([], [], []) for rule in checked.rules}
    for each in reported([checked]):
        of_rule = by_rule.setdefault(each.finding.rule, _OfRule([], [], []))
        if each.located.waiver is not None:
            of_rule.waived.append(each)
        elif _fails(each.finding.severity, checked.fail_on):
            of_rule.failing.append(each)
        else:
            of_rule.lesser.append(each)
    for rule, of_rule in by_rule.items():
        yield _case(rule, of_rule, lang)


def _fails(severity: Severity, threshold: Severity | None) -> bool:
    return threshold is not None and severity.rank <= threshold.rank


def _case(rule: str, found: _OfRule, lang: Lang) -> Element:
    family, _, name = rule.partition(".")
    case = Element("testcase", {"classname": family, "name": name})
    output = [*found.lesser, *found.waived]
    if found.failing:
        first = found.failing[0].finding
        message = headline(first, lang) if len(found.failing) == 1 else _count(found.failing, lang)
        failure = SubElement(case, "failure", {"type": first.severity.value})
        failure.set("message", _text(message))
        failure.text = _text_of(_lines(found.failing, lang))
    elif found.waived and not found.lesser:
        output = []
        skipped = SubElement(case, "skipped")
        skipped.set("message", _text(_why(found.waived[0].located, lang)))
        skipped.text = _text_of(_lines(found.waived, lang))
    if output:
        SubElement(case, "system-out").text = _text_of(_lines(output, lang))
    return case


def _count(found: Sequence[Reported], lang: Lang) -> str:
    severities = [each.finding.severity for each in found]
    counts = ((severities.count(severity), severity) for severity in Severity)
    return ", ".join(counted(number, severity, lang) for number, severity in counts if number)


def _lines(found: Iterable[Reported], lang: Lang) -> Iterator[str]:
    for each in found:
        where = f"{each.path}:{each.located.location.line}:{each.located.location.column}"
        yield f"{where}: {kind(each.finding, lang)} {headline(each.finding, lang)}"
        yield from (f"  {detail}" for detail in details(each.finding, lang))
        if each.located.waiver is not None:
            yield f"  {_why(each.located, lang)}"


def _why(located: Located, lang: Lang) -> str:
    return line(accepted(located.waiver).render(lang)) if located.waiver else ""


def _text_of(lines: Iterable[str]) -> str:
    return "\n" + "".join(f"{_text(each)}\n" for each in lines)


def _text(text: str) -> str:
    """Return text with the codes of characters that XML refuses, or that would do something."""
    return printable(text).translate(NO_CHARACTER)
