"""What an editor says of the keys of ``derogations.yaml`` and ``pan-tp.yaml``."""

from collections.abc import Mapping
from typing import Final

from pan_tp_cli.model.settings import Settings, Tolerance
from pan_tp_cli.model.waivers import Waiver, Waivers
from pan_tp_cli.schema.table_words import FORMAT
from pan_tp_cli.schema.words import Words
from pan_tp_cli.text import Text

WORDS: Final[Mapping[type, Mapping[str, Words]]] = {
    Waivers: {
        "format": FORMAT,
        "derogations": Words(
            Text("Dérogations", "Waivers"),
            Text(
                "Les constats acceptés. « pan-tp waive add » en ajoute, « pan-tp waive prune » "
                "retire ceux qui ne servent plus.",
                "The accepted findings. 'pan-tp waive add' adds one, 'pan-tp waive prune' removes "
                "those that no longer serve.",
            ),
        ),
    },
    Waiver: {
        "regle": Words(
            Text("Règle", "Rule"),
            Text(
                "La règle du constat, par exemple budget.somme-annees ; « pan-tp rules » les "
                "liste.",
                "The rule of the finding, for example budget.somme-annees; 'pan-tp rules' lists "
                "them.",
            ),
        ),
        "noeud": Words(
            Text("Nœud", "Node"),
            Text(
                "Le code ou l'identifiant que le constat nomme : 1.1.1-02, P1.2.1-1, recap:total.",
                "The code or identifier that the finding names: 1.1.1-02, P1.2.1-1, recap:total.",
            ),
        ),
        "colonne": Words(
            Text("Colonne", "Column"),
            Text(
                "La colonne du constat : une année, total ou part ; ~ s'il n'en a pas.",
                "The column of the finding: a year, total or part; ~ where it has none.",
            ),
        ),
        "imprime": Words(
            Text("Valeur imprimée", "Printed value"),
            Text(
                "La valeur imprimée quand le constat a été accepté. Si elle change, la dérogation "
                "est périmée.",
                "The value printed when the finding was accepted. When it changes, the waiver is "
                "void.",
            ),
        ),
        "attendu": Words(
            Text("Valeur attendue", "Expected value"),
            Text(
                "La valeur attendue quand le constat a été accepté. Si elle change, la dérogation "
                "est périmée.",
                "The value expected when the finding was accepted. When it changes, the waiver is "
                "void.",
            ),
        ),
        "motif": Words(
            Text("Motif", "Reason"),
            Text(
                "Pourquoi le constat est accepté. Une dérogation sans motif est un constat.",
                "Why the finding is accepted. A waiver without a reason is a finding.",
            ),
        ),
        "par": Words(
            Text("Par", "By"),
            Text("Qui accepte le constat. Facultatif.", "Who accepts the finding. Optional."),
        ),
        "expire": Words(
            Text("Échéance", "Last day"),
            Text(
                "Le dernier jour de la dérogation, AAAA-MM-JJ, ou jamais.",
                "The last day of the waiver, YYYY-MM-DD, or jamais (never).",
            ),
        ),
    },
    Settings: {
        "select": Words(
            Text("Règles appliquées", "Rules that apply"),
            Text(
                "Les seules règles ou familles à appliquer, comme --select : "
                "[budget, transcription].",
                "The only rules or families to apply, like --select: [budget, transcription].",
            ),
        ),
        "ignore": Words(
            Text("Règles écartées", "Rules left out"),
            Text(
                "Les règles ou familles à ne pas appliquer, comme --ignore.",
                "The rules or families not to apply, like --ignore.",
            ),
        ),
        "severites": Words(
            Text("Gravités", "Severities"),
            Text(
                "La gravité d'une règle, si ce n'est pas la sienne : "
                "{budget.somme-pourcentages: avertissement}.",
                "The severity of a rule, where it is not its own: "
                "{budget.somme-pourcentages: avertissement}.",
            ),
        ),
        "fail-on": Words(
            Text("Seuil d'échec", "Threshold of failure"),
            Text(
                "La gravité à partir de laquelle le code de sortie est 1 : erreur (par défaut), "
                "avertissement, info, ou jamais.",
                "The severity from which the exit code is 1: erreur (default), avertissement, "
                "info, or jamais (never).",
            ),
        ),
        "lang": Words(
            Text("Langue", "Language"),
            Text("La langue des rapports : fr ou en.", "The language of the reports: fr or en."),
        ),
        "tolerances": Words(
            Text("Tolérances", "Tolerances"),
            Text(
                "Les écarts à taire, chacun avec sa raison. Les calculs restent exacts.",
                "The differences not to be told, each with its reason. The sums stay exact.",
            ),
        ),
    },
    Tolerance: {
        "regle": Words(
            Text("Règle", "Rule"),
            Text(
                "La règle dont les écarts sont tus, par exemple budget.somme-annees.",
                "The rule whose differences are not told, for example budget.somme-annees.",
            ),
        ),
        "noeud": Words(
            Text("Nœud", "Node"),
            Text(
                "Le code ou l'identifiant où la tolérance vaut ; partout si rien n'est dit.",
                "The code or identifier where the tolerance holds; everywhere where nothing is "
                "said.",
            ),
        ),
        "montant": Words(
            Text("Montant", "Amount"),
            Text(
                "Le plus grand écart tu, au moins 1, par exemple 1 000.",
                "The largest difference that is not told, at least 1, for example 1 000.",
            ),
        ),
        "pourquoi": Words(
            Text("Pourquoi", "Why"),
            Text(
                "La raison, obligatoire : arrondi au millier.",
                "The reason, required: arrondi au millier (rounded to thousands).",
            ),
        ),
    },
}
"""What is said of each key, by the model that holds it."""
