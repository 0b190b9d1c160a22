"""What the models refuse, an editor underlines; what they take, it leaves alone."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.schema.validating import refused_by_model, refused_by_schema

LONG = "x" * 4001


class Table(NamedTuple):
    """Changes of a right text, each written ``old -> new``, by who refuses what comes of them.

    `faults` both refuse and `right` neither. `findings` the tool reads, and reports by a rule;
    `beyond` is what no schema can say.
    """

    text: str
    faults: tuple[str, ...]
    right: tuple[str, ...]
    findings: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()

    def texts(self) -> dict[str, str]:
        return {change: self._changed(change) for change in (*self.faults, *self.right, *self.rest)}

    @property
    def rest(self) -> tuple[str, ...]:
        return (*self.findings, *self.beyond)

    def _changed(self, change: str) -> str:
        old, _, new = change.partition(" -> ")
        assert self.text.count(old) == 1, change
        return self.text.replace(old, new.replace("LONG", LONG))


PLAN = Table(
    """\
format: pan-tp/plan-1
titre: Plan
revision: 2023-08-31
monnaie: XOF
annees: [2023, 2024]
structures: {DNDS: Direction}
total_general: {chiffres: 9, lettres: neuf}
recapitulatif:
  axes: [{axe: 1, intitule: PREVENTION, 2023: 4, 2024: 5, total: 9, part: 100%}]
  total: {2023: 14, 2024: 15, total: 19, part: 99%}
  parts: {2023: 44%, 2024: 56%}
axes:
  - code: 1
    intitule: Prévenir
    budget: {2023: 104, 2024: 105}
    objectifs:
      - code: 1.1
        intitule: Informer
        actions:
          - code: 1.1.1
            intitule: Mener
            activites:
              - id: 1.1.1-01
                intitule: Former
                responsable: DNDS
                budget: {2023: 204, 2024: 205}
                en_trop: [7]
                quantite: 180
                indicateurs: [P1.1.1-1]
""",
    faults=(
        "format: pan-tp/plan-1 -> format: pan-tp/plan-2",
        "format: pan-tp/plan-1 -> sigle: PAN",
        "titre: Plan -> titel: Plan",
        "titre: Plan -> titre: ~",
        "titre: Plan -> titre: [Plan]",
        "titre: Plan -> titre: LONG",
        "2023-08-31 -> 31/08/2023",
        "2023-08-31 -> 2023-02-30",
        "2023-08-31 -> 2023-W35-4",
        "2023-08-31 -> 20230831",
        "XOF -> francs",
        "XOF -> ~",
        "[2023, 2024] -> []",
        "[2023, 2024] -> 2023",
        "[2023, 2024] -> [2023, 2023]",
        "[2023, 2024] -> [1899, 2024]",
        "[2023, 2024] -> ['2023', 2201]",
        "[2023, 2024] -> ['2023', '2201']",
        "[2023, 2024] -> [2023, an]",
        "{DNDS: Direction} -> [DNDS]",
        "{DNDS: Direction} -> ~",
        "DNDS: Direction -> DNDS: ~",
        "chiffres: 9 -> chiffres: [9]",
        "chiffres: 9 -> montant: 9",
        "{chiffres: 9, lettres: neuf} -> neuf",
        "lettres: neuf -> lettres: LONG",
        "{axe: 1,  -> {",
        "{axe: 1,  -> {axe: ~, ",
        "{axe: 1,  -> {axe: 1 1, ",
        "{axe: 1,  -> {axes: 1, ",
        "intitule: PREVENTION -> intitule: [PREVENTION]",
        "part: 100% -> parts: 100%",
        "part: 100% -> part: [100%]",
        "{2023: 14, 2024: 15, total: 19, part: 99%} -> {total: 19, part: 99%}",
        "{2023: 14, 2024: 15, total: 19, part: 99%} -> ~\n  tota: ~",
        "{2023: 44%, 2024: 56%} -> 44%",
        "{2023: 44%, 2024: 56%} -> {2023: 44%, 2024: 56%, part: 1%}",
        "code: 1\n -> code: 1 2\n",
        "code: 1\n -> code: ~\n",
        f"code: 1\n -> code: {65 * 'x'}\n",
        "intitule: Prévenir -> intitule: ''",
        "intitule: Prévenir -> intitule: ~",
        "intitule: Prévenir -> intitule: LONG",
        "intitule: Prévenir -> note: x",
        "{2023: 104, 2024: 105} -> 5",
        "{2023: 104, 2024: 105} -> {}",
        "{2023: 104, 2024: 105} -> {total: 5}",
        "{2023: 104, 2024: 105} -> {2023: 104, 2024: 105, part: 5%}",
        "{2023: 104, 2024: 105} -> {2023: 104, 2024: 105, totl: 5}",
        "2023: 104 -> 2023: [104]",
        "2023: 104 -> 2023: {a: 1}",
        "objectifs: -> objectif:",
        "activites: -> activites: ~\n            notes:",
        "id: 1.1.1-01 -> code: 1.1.1-01",
        "budget: {2023: 204, 2024: 205} -> note: x",
        "responsable: DNDS -> responsable: LONG",
        "en_trop: [7] -> en_trop: 7",
        "en_trop: [7] -> en_trop: ~",
        "en_trop: [7] -> en_trop: [[7]]",
        "quantite: 180 -> quantite: douze",
        "quantite: 180 -> quantite: -180",
        "quantite: 180 -> quantite: −1 800",
        "quantite: 180 -> quantite: 1 80",
        "quantite: 180 -> quantite: 1.5",
        "[P1.1.1-1] -> P1.1.1-1",
        "[P1.1.1-1] -> [P1 1]",
    ),
    right=(
        "titre: Plan -> titre: 2023",
        "titre: Plan -> titre: 1.50",
        "titre: Plan -> titre: true",
        "titre: Plan -> titre: no",
        "titre: Plan -> # rien",
        "2023-08-31 -> ~",
        "2023-08-31 -> '2024-02-29'",
        "XOF -> EUR",
        "[2023, 2024] -> ['2023', 2024]",
        "DNDS: Direction -> DNDS: 12",
        "DNDS: Direction -> DNDS: ''",
        "{chiffres: 9, lettres: neuf} -> ~",
        "chiffres: 9 -> chiffres: ~",
        "chiffres: 9 -> chiffres: 2 983 250 000 FCFA",
        "chiffres: 9 -> chiffres: 2\u00a0983\u00a0250 XOF",
        "chiffres: 9 -> chiffres: 2\u202f983\u202f250 F\u00a0CFA",
        "chiffres: 9 -> chiffres: 2\u2009983",
        "chiffres: 9 -> chiffres: 2_983",
        "chiffres: 9 -> chiffres: 2983250000",
        "chiffres: 9 -> chiffres: -2 983",
        "chiffres: 9 -> chiffres: −2 983",
        "chiffres: 9 -> chiffres: -2983",
        "chiffres: 9 -> chiffres: '9'",
        "intitule: PREVENTION -> intitule: ~",
        "{axe: 1,  -> {axe: 1.10, ",
        "part: 100% -> part: 52.5 %",
        "part: 100% -> part: '52,5 %'",
        "part: 100% -> part: 52\u00a0%",
        "part: 100% -> part: ~",
        "{2023: 44%, 2024: 56%} -> ~",
        "code: 1\n -> code: 1.10\n",
        "code: 1\n -> code: no\n",
        "code: 1\n -> code: true\n",
        f"code: 1\n -> code: {64 * 'x'}\n",
        "intitule: Prévenir -> intitule: 12",
        "{2023: 104, 2024: 105} -> ~",
        "{2023: 104, 2024: 105} -> {2023: ~, 2024: 105, total: ~}",
        "{2023: 104, 2024: 105} -> {'2023': 104, 2024: 105}",
        "responsable: DNDS -> responsable: ~",
        "en_trop: [7] -> en_trop: []",
        "en_trop: [7] -> en_trop: [32 000 000, ~]",
        "quantite: 180 -> quantite: ~",
        "quantite: 180 -> quantite: 0",
        "quantite: 180 -> quantite: 1 800",
        "[P1.1.1-1] -> []",
        "[P1.1.1-1] -> [1.1]",
    ),
    findings=(
        "chiffres: 9 -> chiffres: 50 000 00",
        "2023: 104 -> 2023: 50 000 00",
        "2023: 104 -> 2023: 5.000.000",
        "2023: 104 -> 2023: 5.5",
        "2023: 104 -> 2023: ''",
        "2023: 104 -> 2023: cinq",
        "2023: 104 -> 2023: true",
        "part: 100% -> part: 100",
        "part: 100% -> part: 100 pour cent",
        "en_trop: [7] -> en_trop: [7 0]",
    ),
    beyond=(
        "[2023, 2024] -> [2024, 2023]",
        "[2023, 2024] -> [2023, 2024, 2025]",
        "2024: 105 -> 2025: 105",
        ", 2024: 105 -> ",
    ),
)

FRAMEWORK = Table(
    """\
format: pan-tp/indicateurs-1
annees: [2023, 2024]
axes:
  - code: 1
    intitule: Prévenir
    effets:
      - code: 1.1
        intitule: Savoir
        indicateurs:
          - id: E1.1-1
            intitule: Part
            unite: pourcentage
            reference: 50%
            cibles: {2023: 75%, 2024: N/A}
            total: 79%
            en_trop: [80%]
            sources: [Rapport]
    produits:
      - code: 1.1.1
        intitule: Former
        indicateurs:
          - id: P1.1.1-1
            intitule: Nombre
            unite: nombre
            cibles: {2023: 1, 2024: 2}
            total: 3
            agregation: somme
            cumulatif: oui
""",
    faults=(
        "indicateurs-1\n -> plan-1\n",
        "effets: -> effet:",
        "produits: -> produits: ~\n    notes:",
        "unite: pourcentage -> unite: pourcent",
        "unite: pourcentage -> unite: ~",
        "unite: nombre -> note: x",
        "agregation: somme -> agregation: cumul",
        "cumulatif: oui -> cumulatif: peut-être",
        "cumulatif: oui -> cumulatif: ~",
        "cumulatif: oui -> cumulatif: no",
        "cibles: {2023: 1, 2024: 2} -> cibles: {}",
        "cibles: {2023: 1, 2024: 2} -> cibles: ~",
        "cibles: {2023: 1, 2024: 2} -> cibles: {2023: 1, 2024: 2, total: 3}",
        "cibles: {2023: 1, 2024: 2} -> note: x",
        "2023: 1, -> 2023: [1],",
        "total: 3 -> total: [3]",
        "sources: [Rapport] -> sources: Rapport",
        "sources: [Rapport] -> sources: [~]",
        "sources: [Rapport] -> sources: ['']",
        "sources: [Rapport] -> sources: [LONG]",
        "en_trop: [80%] -> en_trop: 80%",
    ),
    right=(
        "unite: pourcentage -> unite: 'pourcentage'",
        "reference: 50% -> reference: ~",
        "reference: 50% -> reference: N/A",
        "reference: 50% -> reference: 52.5 %",
        "2023: 75% -> 2023: ~",
        "2023: 1, -> 2023: N/A,",
        "2023: 1, -> 2023: 1 000,",
        "2023: 1, -> 2023: -5,",
        "total: 3 -> total: ~",
        "agregation: somme -> agregation: ~",
        "agregation: somme -> agregation: maximum",
        "cumulatif: oui -> cumulatif: non",
        "cumulatif: oui -> cumulatif: true",
        "cumulatif: oui -> cumulatif: 'false'",
        "sources: [Rapport] -> sources: ~",
        "sources: [Rapport] -> sources: [2023, true]",
        "en_trop: [80%] -> en_trop: [~]",
        "            total: 79%\n -> ",
    ),
    findings=(
        "reference: 50% -> reference: 50",
        "2023: 75% -> 2023: 75",
        "2024: N/A -> 2024: NA",
        "total: 79% -> total: 79 000",
        "en_trop: [80%] -> en_trop: [N/A]",
        "2023: 1, -> 2023: 1%,",
        "2023: 1, -> 2023: 1 00,",
        "2023: 1, -> 2023: 1.5,",
        "total: 3 -> total: 3%",
    ),
    beyond=("{2023: 75%, 2024: N/A} -> {2023: 75%}",),
)

WAIVERS = Table(
    """\
format: pan-tp/derogations-1
derogations:
  - regle: budget.somme-annees
    noeud: 1.1
    colonne: 2023
    imprime: 10 000
    attendu: 5
    motif: vu
    par: atelier
    expire: 2027-12-31
""",
    faults=(
        "derogations-1 -> derogation-1",
        "derogations:\n -> derogation:\n",
        "regle: budget.somme-annees -> note: x",
        "regle: budget.somme-annees -> regle: ''",
        "noeud: 1.1 -> noeud: 1 1",
        "noeud: 1.1 -> noeud: ~",
        "colonne: 2023 -> colonne: an",
        "colonne: 2023 -> colonne: 23",
        "colonne: 2023 -> colonne: [2023]",
        "imprime: -> imprim:",
        "imprime: 10 000 -> imprime: [10 000]",
        "motif: vu -> motif: LONG",
        "expire: 2027-12-31 -> expire: never",
        "expire: 2027-12-31 -> expire: 2027-02-30",
        "expire: 2027-12-31 -> expire: ~",
        "    expire: 2027-12-31\n -> ",
    ),
    right=(
        "noeud: 1.1 -> noeud: recap:total",
        "colonne: 2023 -> colonne: total",
        "colonne: 2023 -> colonne: part",
        "colonne: 2023 -> colonne: ~",
        "colonne: 2023 -> colonne: '2023'",
        "imprime: 10 000 -> imprime: 50 000 00",
        "imprime: 10 000 -> imprime: ~",
        "attendu: 5 -> attendu: 52.5",
        "motif: vu -> motif: ~",
        "par: atelier -> par: 12",
        "expire: 2027-12-31 -> expire: jamais",
    ),
)

SETTINGS = Table(
    """\
select: [budget]
ignore: [budget.pourcentage]
fail-on: avertissement
lang: fr
severites: {budget.pourcentage: info}
tolerances:
  - {regle: budget.somme-annees, noeud: 1.1, montant: 1 000, pourquoi: arrondi}
""",
    faults=(
        "select: -> selct:",
        "select: [budget] -> select: budget",
        "select: [budget] -> select: ['']",
        "select: [budget] -> select: ~",
        "fail-on: avertissement -> fail-on: toujours",
        "lang: fr -> lang: de",
        "budget.pourcentage: info -> budget.pourcentage: grave",
        "budget.pourcentage: info -> budget.pourcentage: ~",
        "{budget.pourcentage: info} -> [info]",
        ", pourquoi: arrondi -> ",
        "pourquoi: arrondi -> pourquoi: ' '",
        "pourquoi: arrondi -> pourquoi: ~",
        "pourquoi: arrondi -> pourquoi: LONG",
        "pourquoi: arrondi -> pourquoi: [arrondi]",
        "montant: 1 000 -> montant: -5",
        "montant: 1 000 -> montant: -5 000",
        "montant: 1 000 -> montant: 0",
        "montant: 1 000 -> montant: 1 00",
        "montant: 1 000 -> montant: ~",
        "montant: 1 000 -> montan: 1 000",
        "noeud: 1.1 -> noeud: 1 1",
    ),
    right=(
        "fail-on: avertissement -> fail-on: jamais",
        "fail-on: avertissement -> fail-on: ~",
        "lang: fr -> lang: ~",
        "{budget.pourcentage: info} -> {}",
        "noeud: 1.1 -> noeud: ~",
        "montant: 1 000 -> montant: 1",
        "montant: 1 000 -> montant: 1 000 FCFA",
        "pourquoi: arrondi -> pourquoi: 12",
    ),
)

TABLES = pytest.mark.parametrize(
    ("name", "table"),
    [
        ("plan-1", PLAN),
        ("indicateurs-1", FRAMEWORK),
        ("derogations-1", WAIVERS),
        ("reglages-1", SETTINGS),
    ],
)


@TABLES
def test_a_schema_refuses_what_the_model_refuses_and_underlines_what_a_rule_tells(
    name: str, table: Table, tmp_path: Path
) -> None:
    refused = refused_by_schema(name, tmp_path, {"": table.text, **table.texts()})
    assert refused == {*table.faults, *table.findings}


@TABLES
def test_the_model_refuses_what_the_table_says(name: str, table: Table) -> None:
    refused = refused_by_model(name, {"": table.text, **table.texts()})
    assert refused == {*table.faults, *table.beyond}
