"""Searches for texts that break the reader, the checks or the command line, guided by coverage.

``python -m tests.fuzzing TARGET --seconds 600`` tries what atheris makes of small plans and of the
catalogue's examples, and ``python -m tests.fuzzing TARGET FILE`` tries one file again: see
docs/testing.md.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

SLOWEST: Final = 10
"""Seconds that no input of a few kB may take, on a machine that does other work as well."""
LONGEST: Final = 8192
MOST_MEMORY: Final = 2048
WORDS: Final = (
    "format: pan-tp/plan-1\\x0a", "format: pan-tp/indicateurs-1\\x0a", "annees: [2023, 2024]\\x0a",
    "axes:\\x0a", "objectifs:\\x0a", "actions:\\x0a", "activites:\\x0a", "code: ", "id: ",
    "intitule: ", "budget: {2023: ", "total: ", "en_trop: [", "recapitulatif:\\x0a", "parts: {",
    "part: 22 %", "total_general:\\x0a", "chiffres: ", "lettres: ", "structures:\\x0a",
    "responsable: ", "quantite: ", "periodicite: annuelle", "indicateurs:\\x0a", "effets:\\x0a",
    "produits:\\x0a", "unite: pourcentage", "unite: nombre", "cibles: {2023: ", "reference: ",
    "agregation: moyenne", "cumulatif: oui", "sources: [", "partenaires: [", "N/A", "5 000 000",
    "52,5 %", "&a ", "*a ", "!!int ", "<<: ", "---\\x0a", "? ", "|\\x0a", "derogations:\\x0a",
    "regle: ", "noeud: ", "colonne: ", "imprime: ", "attendu: ", "motif: ", "par: ",
    "expire: jamais", "select: [", "ignore: [", "\\xc2\\xa0", "\\xd9\\xa3", "#=====\\x0a",
)  # fmt: skip
"""What a fuzzer would have to find letter by letter, as libFuzzer writes it in a dictionary."""


def seeds() -> Iterator[bytes]:
    """Yield texts to begin with: the examples of the catalogue, alone and with one another."""
    from pan_tp_cli import rules
    from tests.fuzz.targets import SEPARATOR

    for rule in rules.load(rules.identifiers()):
        for example in (rule.bad, rule.good):
            given = [text.encode() for text in example if text]
            yield from given
            yield SEPARATOR.join(given)
    yield from (text.encode() for text in ("5 000 000 FCFA", "52,5 %", "deux cent mille"))


def main() -> None:
    """Try one file, or search for as long as the command line says."""
    parser = argparse.ArgumentParser()
    parser.add_argument("target")
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--found", type=Path, default=Path("found"), help="where to keep what breaks"
    )
    asked = parser.parse_args()
    os.environ["PAN_TP_DEBUG"] = "1"  # what would be told in one sentence is raised
    if asked.file:
        from tests.fuzz.targets import TARGETS

        TARGETS[asked.target](asked.file.read_bytes())
    else:
        search(asked.target, asked.seconds, asked.seed, asked.found)


def search(target: str, seconds: int, seed: int, found: Path) -> None:
    """Search by atheris until something breaks or the time is over; ends the process."""
    import atheris  # not for every Python, and needed here alone

    with atheris.instrument_imports(include=["pan_tp_cli"]):
        from pan_tp_cli import rules
        from tests.fuzz.targets import TARGETS

        rules.load(rules.identifiers())
    found.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        corpus, words = Path(name) / "corpus", Path(name) / "words"
        corpus.mkdir()
        for rank, text in enumerate(seeds()):
            (corpus / str(rank)).write_bytes(text)
        words.write_text("".join(f'"{word}"\n' for word in WORDS), encoding="utf-8")
        options = {
            "max_total_time": seconds, "timeout": SLOWEST, "max_len": LONGEST, "seed": seed,
            "rss_limit_mb": MOST_MEMORY, "dict": words, "artifact_prefix": f"{found}/{target}-",
            "print_final_stats": 1,
        }  # fmt: skip
        arguments = [f"-{key}={value}" for key, value in options.items()]
        atheris.Setup([sys.argv[0], *arguments, str(corpus)], TARGETS[target])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
