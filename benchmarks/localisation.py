"""How well faults are found and located: the embedded plan, mended, then spoilt in many ways.

    python -m benchmarks.localisation [CASES [SEED]]

Each case is one plan, spoilt, written to YAML, read and checked as any plan is. Columns: cases;
found, that is some error is reported; one each, as many errors as faults; the right cell, or row,
and the right value as the first repair; the right value among the first three; how many of the
findings that claim to be sure are wrong; the median and the longest time of a check in
milliseconds, reading included.
"""

import random
import statistics
import sys
import time
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, cast

from benchmarks import faults
from benchmarks.faults import Answer, Case, Spoil, Tree
from pan_tp_cli import engine, rules
from pan_tp_cli.document import Document
from pan_tp_cli.finding import Finding, Severity
from pan_tp_cli.model.indicators import Framework
from pan_tp_cli.model.plan import Plan
from pan_tp_cli.model.validation import read_model
from pan_tp_cli.place import Role
from pan_tp_cli.project import Project
from pan_tp_cli.repair import Repair
from pan_tp_cli.source import read_document

DATA = Path(__file__).parent.parent / "data"
KINDS: dict[str, Spoil] = {
    "printed total or subtotal, mistyped": faults.spoil_cells(faults.printed_totals),
    "printed total or subtotal, another amount": faults.spoil_cells(
        faults.printed_totals, faults.another
    ),
    "cell of tableau 1, mistyped": faults.spoil_cells(faults.summary_cells),
    "leaf, mistyped": faults.spoil_cells(faults.leaves),
    "leaf, times 10, 100 or 1 000": faults.spoil_cells(faults.leaves, faults.scaled),
    "leaf, copied from the year beside": faults.copied_neighbour,
    "leaf, changed late, nothing followed": faults.spoil_cells(faults.leaves, faults.another),
    "leaf, changed late, its action followed": faults.late_change,
    "two years of a row swapped": faults.swapped_columns,
    "row shifted by one year": faults.shifted_row,
    "row times 10, 100 or 1 000": faults.scaled_row,
    "missing row, a hole in the numbers": faults.missing_row(renumbered=False),
    "missing row, numbered on": faults.missing_row(renumbered=True),
    "duplicated row": faults.duplicated_row,
    "row below the wrong action": faults.misplaced_row,
    "two printed totals, mistyped": faults.spoil_cells(faults.printed_totals, count=2),
    "three printed totals, mistyped": faults.spoil_cells(faults.printed_totals, count=3),
    "two leaves, mistyped": faults.spoil_cells(faults.leaves, count=2),
    "three leaves, mistyped": faults.spoil_cells(faults.leaves, count=3),
    "ten leaves and totals, mistyped": faults.spoil_cells(
        lambda plan: [*faults.leaves(plan), *faults.printed_totals(plan)], count=10
    ),
}


class Result(NamedTuple):
    """What came of one case; the numbers are of faults or, for `errors`, of findings."""

    faults: int
    errors: int
    cell_first: int
    value_first: int
    in_three: int
    sure: int
    mistaken: int
    seconds: float


class Bench:
    """Checks spoilt plans beside one framework."""

    def __init__(self) -> None:
        document = read_document((DATA / "indicators.yaml").read_bytes(), "indicators.yaml")
        self._framework = read_model(Framework, document)
        self._indicators = document
        self._rules = rules.load(rules.identifiers())
        plan = read_document((DATA / "plan.yaml").read_bytes(), "plan.yaml")
        self.plan = cast(Tree, plan.tree)
        self._mend()

    def _mend(self) -> None:
        """Repair the faults that the plan has of its own, as the check proposes."""
        for finding in self._errors(self.plan)[0]:
            if finding.place.role is Role.PLAN:
                for change in finding.repairs[0].changes:
                    holder = self.plan
                    for step in change.place.route[:-1]:
                        holder = holder[step]  # type: ignore[index]
                    faults.Cell("", str(change.place.route[-1]), holder).put(int(change.proposed))  # type: ignore[arg-type]

    def _errors(self, plan: Tree) -> tuple[list[Finding], float]:
        data = faults.text(plan).encode()
        start = time.perf_counter()
        document: Document = read_document(data, "plan.yaml")
        project = Project(read_model(Plan, document), self._framework)
        documents = {Role.PLAN: document, Role.INDICATORS: self._indicators}
        report = engine.run(project, documents, self._rules)
        elapsed = time.perf_counter() - start
        found = [located.finding for located in report.findings]
        return [each for each in found if each.severity is Severity.ERROR], elapsed

    def result(self, case: Case) -> Result:
        """Check a case and compare what is found with its answers."""
        found, seconds = self._errors(case.plan)
        errors = [each for each in found if each.place.role is Role.PLAN]
        told = [each.repairs for each in errors]
        sure = [each.repairs[:1] for each in errors if each.sure]
        mistaken = [
            each for each in sure if not any(is_value(each, answer) for answer in case.answers)
        ]
        return Result(
            len(case.answers),
            len(errors),
            sum(any(is_cell(each[:1], answer) for each in told) for answer in case.answers),
            sum(any(is_value(each[:1], answer) for each in told) for answer in case.answers),
            sum(any(is_value(each[:3], answer) for each in told) for answer in case.answers),
            len(sure),
            len(mistaken),
            seconds,
        )


def is_cell(repairs: Sequence[Repair], answer: Answer) -> bool:
    """Tell whether one of the repairs is about the right cell, or the right row."""
    if answer.pattern is not None:
        return is_value(repairs, answer)
    return any(
        (change.node, change.column) == (answer.node, answer.column)
        for repair in repairs
        for change in repair.changes[:1]
    )


def is_value(repairs: Sequence[Repair], answer: Answer) -> bool:
    """Tell whether one of the repairs is the right one, amounts included."""
    if answer.pattern is not None:
        return any(is_pattern(repair, answer) for repair in repairs)
    return any(
        (change.node, change.column, change.proposed) == (answer.node, answer.column, answer.right)
        for repair in repairs
        for change in repair.changes[:1]
    )


def is_pattern(repair: Repair, answer: Answer) -> bool:
    """Tell whether a repair names the right row in the right way."""
    if repair.pattern.value != answer.pattern:
        return False
    if answer.amounts is not None:
        shown = repair.message.values["amounts"]
        amounts = {m.values["column"]: m.values["amount"] for m in shown}  # type: ignore[union-attr]
        return repair.message.values["parent"] == answer.node and amounts == answer.amounts
    nodes = {repair.message.values.get("row"), *(change.node for change in repair.changes)}
    return answer.node in nodes


def cases(spoil: Spoil, plan: Tree, chance: random.Random, count: int) -> Iterable[Case]:
    """Yield that many spoilt plans."""
    made = 0
    while made < count:
        case = spoil(plan, chance)
        if case is not None:
            made += 1
            yield case


def percent(part: int, whole: int) -> str:
    """Write a share, 100 % only where nothing is missing."""
    if part == whole:
        return "100 %"
    return f"{min(100 * part / whole, 99.9):.1f} %"


HEADER = (
    "fault",
    "cases",
    "found",
    "one each",
    "cell first",
    "value first",
    "in three",
    "sure, but wrong",
    "ms: median, longest",
)


def line(cells: Iterable[object]) -> str:
    """Write a row of a Markdown table."""
    return f"| {' | '.join(map(str, cells))} |"


def row(name: str, results: Sequence[Result]) -> str:
    """Return what came of all cases of one kind of fault."""
    cases, total = len(results), sum(result.faults for result in results)
    times = [result.seconds * 1e3 for result in results]
    mistaken = sum(result.mistaken for result in results)
    return line(
        (
            name,
            cases,
            percent(sum(result.errors > 0 for result in results), cases),
            percent(sum(result.errors == result.faults for result in results), cases),
            percent(sum(result.cell_first for result in results), total),
            percent(sum(result.value_first for result in results), total),
            percent(sum(result.in_three for result in results), total),
            f"{mistaken} of {sum(result.sure for result in results)}",
            f"{statistics.median(times):.0f}, {max(times):.0f}",
        )
    )


def main(count: int, seed: int) -> None:
    """Print a line per kind of fault."""
    bench = Bench()
    print(line(HEADER))
    print(line("---" for _ in HEADER))
    for name, spoil in KINDS.items():
        chance = random.Random(zlib.crc32(name.encode()) + seed)
        spoilt = cases(spoil, bench.plan, chance, count)
        print(row(name, [bench.result(case) for case in spoilt]), flush=True)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    main(numbers[0] if numbers else 500, numbers[1] if len(numbers) > 1 else 0)
