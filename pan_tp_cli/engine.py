"""Rules over a project: equations evaluated, findings located and put in order."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pan_tp_cli.coverage import Coverage, cover
from pan_tp_cli.document import Document
from pan_tp_cli.equation import Equation, Outcome, Violation, evaluate
from pan_tp_cli.finding import Finding, Located, Severity
from pan_tp_cli.message import Message
from pan_tp_cli.place import Place, Role
from pan_tp_cli.project import Project
from pan_tp_cli.rule import Rule
from pan_tp_cli.table import Cell

if TYPE_CHECKING:
    from pan_tp_cli.standing import Judged

MAX_LINES = 3
Position = tuple[str, int, int, str]


class Arithmetic(NamedTuple):
    """What came of all equations.

    How many there are, how many do not hold or cannot be told because a cell is unreadable; the
    violations; and of the totals, which are the cells that some equation computes, how many are
    confirmed: all equations that compute them hold. `told` are the equations that hold or do not.
    Those of rules that only remark (severity info) are counted nowhere, but their violations are
    here too.
    """

    equations: int
    violated: int
    unknown: int
    violations: tuple[tuple[Rule, Violation], ...]
    totals: int
    confirmed: int
    grand_total_confirmed: bool | None
    told: tuple[Equation, ...]


class Report(NamedTuple):
    """All findings, gravest first, then by the money at stake; arithmetic and coverage.

    The `waived` findings are none of these; `judged` is what came of each waiver, and `tolerated`
    counts the findings that a tolerance hides.
    """

    findings: tuple[Located, ...]
    arithmetic: Arithmetic
    coverage: Coverage
    waived: tuple[Located, ...] = ()
    judged: "tuple[Judged, ...]" = ()
    tolerated: int = 0

    @property
    def all_findings(self) -> tuple[Located, ...]:
        """Return all findings, the waived ones among them, in order."""
        if not self.waived:
            return self.findings
        return tuple(sorted((*self.findings, *self.waived), key=order))

    def told(self) -> "Report":
        """Return what reports tell: findings and counts, without cells, equations and waivers."""
        return self._replace(
            arithmetic=self.arithmetic._replace(violations=(), told=()),
            coverage=self.coverage.counted(),
            judged=(),
        )

    def with_each(self, changed: Callable[[Located], Located]) -> "Report":
        """Return the report with each of its findings changed, the waived ones too."""
        return self._replace(
            findings=tuple(map(changed, self.findings)), waived=tuple(map(changed, self.waived))
        )

    def in_file_order(self) -> "Report":
        """Return the report with its findings where they stand in the files, however grave."""
        return self._replace(
            findings=tuple(sorted(self.findings, key=position)),
            waived=tuple(sorted(self.waived, key=position)),
        )


def run(
    project: Project,
    documents: Mapping[Role, Document],
    rules: Sequence[Rule],
    wanted: Container[str] | None = None,
) -> Report:
    """Apply the rules of the catalogue to a project; `documents` are the files it was read from.

    Only the rules `wanted`, by identifier, report and are counted; what they say rests on the
    equations of all.
    """
    everything = evaluate_all(project, rules)
    reporting = [rule for rule in rules if wanted is None or rule.id in wanted]
    arithmetic = everything
    if len(reporting) < len(rules):
        arithmetic = evaluate_all(project, reporting)
    reported = {rule.id for rule in reporting}
    diagnosed = _arithmetic_findings(project, rules, everything) if everything.violations else []
    diagnosed = [finding for finding in diagnosed if finding.rule in reported]
    others = [finding for rule in reporting for finding in rule.check(project)]
    found = tuple(sorted(located(_one_each(diagnosed, others), documents), key=order))
    return Report(found, arithmetic, cover(project.cells(), arithmetic.told))


def _one_each(diagnosed: Sequence[Finding], others: Sequence[Finding]) -> Iterator[Finding]:
    """Yield one finding for a cell that several find wrong: the diagnosed one, which says so.

    A warning stays, since it tells of something else than the figure: what is missing beside it.
    """
    wrong = {finding.place for finding in diagnosed}
    also: dict[Place, list[Message]] = {}
    for finding in others:
        if finding.severity is not Severity.WARNING and finding.place in wrong:
            also.setdefault(finding.place, []).append(finding.message)
        else:
            yield finding
    for finding in diagnosed:
        yield finding._replace(help=(*finding.help, *also.pop(finding.place, ())))


def _arithmetic_findings(
    project: Project, rules: Sequence[Rule], arithmetic: Arithmetic
) -> list[Finding]:
    """Return one finding per cause of violated equations, and what rules only remark.

    A remark whose equation holds once the causes are mended is theirs, and not told.
    """
    from pan_tp_cli.attribution import Attribution  # with the diagnosis, no part of a clean check
    from pan_tp_cli.diagnosis.diagnose import diagnose

    diagnosis = diagnose(arithmetic.told, _quantities(project))
    findings = list(Attribution(project, rules, diagnosis).findings())
    right = diagnosis.right()
    for rule, violation in arithmetic.violations:
        if rule.severity is Severity.INFO:
            mended = evaluate(violation.equation.with_values(right))
            if isinstance(mended, Violation):
                findings.append(rule.violated(mended, project))
    return findings


def _quantities(project: Project) -> dict[int, int]:
    """Return the quantities that activities announce, by the identity of their entry."""
    return {
        id(row.entry): row.activity.quantity
        for row in project.budget
        if row.activity and row.activity.quantity
    }


def evaluate_all(project: Project, rules: Iterable[Rule]) -> Arithmetic:
    """Evaluate the equations of all rules."""
    count = unknown = 0
    violations: list[tuple[Rule, Violation]] = []
    told: list[Equation] = []
    right: dict[int, Cell] = {}
    wrong: dict[int, Cell] = {}
    for rule in rules:
        for equation in rule.equations(project):
            outcome = evaluate(equation)
            if isinstance(outcome, Violation):
                violations.append((rule, outcome))
            if rule.severity is Severity.INFO:
                continue
            count += 1
            if outcome is Outcome.UNKNOWN:
                unknown += 1
            else:
                told.append(equation)
            if outcome is Outcome.HOLDS:
                right[id(equation.target)] = equation.target
            else:
                wrong[id(equation.target)] = equation.target
    confirmed = right.keys() - wrong.keys()
    figures, _ = project.grand_total
    return Arithmetic(
        equations=count,
        violated=sum(rule.severity is not Severity.INFO for rule, _ in violations),
        unknown=unknown,
        violations=tuple(violations),
        totals=len(right.keys() | wrong.keys()),
        confirmed=len(confirmed),
        grand_total_confirmed=_confirmed(figures, confirmed, wrong),
        told=tuple(told),
    )


def _confirmed(cell: Cell | None, confirmed: set[int], wrong: Mapping[int, Cell]) -> bool | None:
    """Tell whether a cell is confirmed; None where no equation computes it."""
    if cell is None or (id(cell) not in confirmed and id(cell) not in wrong):
        return None
    return id(cell) in confirmed


def located(findings: Iterable[Finding], documents: Mapping[Role, Document]) -> Iterator[Located]:
    """Yield findings with their places in the files, and the lines there."""
    for finding in findings:
        place = finding.place
        document = documents[place.role]
        location = document.location(place.route, place.part)
        last = min(location.end_line, location.line + MAX_LINES - 1)
        lines = tuple(document.line(number) for number in range(location.line, last + 1))
        yield Located(finding, location, lines)


def order(found: Located) -> tuple[int, int, Position]:
    """Return what puts findings in order: severity, the money at stake, place."""
    finding = found.finding
    return finding.severity.rank, -finding.at_stake, position(found)


def position(found: Located) -> Position:
    """Return what puts findings in the order of the files: file, place, then rule."""
    role, location = found.finding.place.role, found.location
    # the plan comes before its indicators
    file = "" if role is Role.PLAN else role.value
    return file, location.line, location.column, found.finding.rule
