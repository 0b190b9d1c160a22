"""What is said where a path in a git revision cannot be read, with the command that helps."""

from typing import Final

from pan_tp_cli.text import Text

UNSAFE: Final = Text(
    "ce nom n'est pas donné à git : une révision ne commence pas par un tiret, et ni elle ni le "
    "chemin ne contiennent de caractères de contrôle",
    "this name is not given to git: a revision does not begin with a dash, and neither it nor the "
    "path holds control characters",
)
NO_GIT: Final = Text(
    "git n'est pas installé, ou pas dans PATH : installez-le jusqu'à ce que « git --version » "
    "réponde, ou donnez un fichier",
    "git is not installed, or not on PATH: install it until 'git --version' answers, or give a "
    "file",
)
NOT_STARTED: Final = Text(
    "git ne peut pas être lancé : {reason}", "git cannot be started: {reason}"
)
NO_REPOSITORY: Final = Text(
    "une révision se lit dans un dépôt git, et ce dossier n'est dans aucun : allez d'abord dans "
    "le dépôt (« cd DOSSIER »), ou donnez un fichier qui existe",
    "a revision is read in a git repository, and this folder is in none: go to the repository "
    "first ('cd FOLDER'), or give a file that exists",
)
REFUSED: Final = Text("git ne peut pas répondre : {reason}", "git cannot answer: {reason}")
PARTIAL: Final = Text(
    "ce clone est partiel, et ce contenu n'y est pas ; pan-tp ne demande rien à un serveur : "
    "« git show RÉVISION:chemin » le fait, pour chacun des fichiers du plan",
    "this clone is partial, and does not hold this content; pan-tp asks no server: 'git show "
    "REVISION:path' does, for each of the files of the plan",
)

FOLDER: Final = Text(
    "c'est un dossier dans cette révision, et non un fichier",
    "this is a folder in that revision, not a file",
)
NOT_A_FILE: Final = Text(
    "ce n'est ni un fichier ni un dossier de cette révision : écrivez RÉVISION:chemin",
    "this is neither a file nor a folder of that revision: write REVISION:path",
)
TOO_LARGE: Final = Text(
    "le fichier dépasse {limit} Mio, la plus grande taille admise",
    "the file exceeds {limit} MiB, the largest size accepted",
)
LINK_OUTSIDE: Final = Text(
    "c'est un lien symbolique qui sort de cette révision : donnez le fichier où il mène",
    "this is a symbolic link that leads out of that revision: give the file that it leads to",
)
LINK_NOWHERE: Final = Text(
    "c'est un lien symbolique qui ne mène à aucun fichier de cette révision ; "
    "« git ls-tree -r --name-only --full-tree {quoted} » les liste",
    "this is a symbolic link that leads to no file of that revision; "
    "'git ls-tree -r --name-only --full-tree {quoted}' lists them",
)
LINK_IN_INDEX: Final = Text(
    "c'est un lien symbolique dans l'index : donnez le fichier où il mène",
    "this is a symbolic link in the index: give the file that it leads to",
)
SUBMODULE: Final = Text(
    "« {name} » est un sous-module, donc un autre dépôt : lancez la commande dans celui-ci "
    "(« cd {folder} »), avec une de ses révisions",
    "'{name}' is a submodule, so another repository: run the command in that one "
    "('cd {folder}'), with one of its revisions",
)
CONFLICT: Final = Text(
    "ce fichier est en conflit de fusion : écrivez « :2:{path} » pour votre version, ou "
    "« :3:{path} » pour l'autre",
    "this file is in a merge conflict: write ':2:{path}' for your version, or ':3:{path}' for the "
    "other one",
)

NOT_IN_INDEX: Final = Text(
    "ce chemin n'est pas dans l'index ; « git ls-files » dit ce qui y est, et « git add {quoted} » "
    "l'y met",
    "this path is not in the index; 'git ls-files' says what is, and 'git add {quoted}' puts it "
    "there",
)
NOT_IN_REVISION: Final = Text(
    "ce chemin n'existe pas dans la révision « {ref} » ; "
    "« git ls-tree -r --name-only --full-tree {quoted} » liste ses fichiers",
    "this path does not exist in the revision '{ref}'; "
    "'git ls-tree -r --name-only --full-tree {quoted}' lists its files",
)
OTHER_PATH: Final = Text(
    "rien n'est à cet endroit : vouliez-vous écrire « {near} » ?",
    "nothing is at that place: did you mean '{near}'?",
)

BARE: Final = Text(
    "pas de fichier de ce nom, mais une révision de git : écrivez « {near} »",
    "no file of this name, but a git revision: write '{near}'",
)
BARE_COMMAND: Final = Text(
    "pas de fichier de ce nom, mais git connaît cette révision : lancez « {command} »",
    "no file of this name, but git knows that revision: run '{command}'",
)
NO_PLAN: Final = Text(
    "ce dossier ne contient pas de {name} : vouliez-vous écrire « {near} » ?",
    "this folder holds no {name}: did you mean '{near}'?",
)

AMBIGUOUS: Final = Text(
    "« {ref} » est le début de plusieurs identifiants de git : donnez-en plus de chiffres "
    "(« git rev-parse --disambiguate={quoted} » les liste)",
    "'{ref}' is the beginning of several identifiers of git: give more digits of it "
    "('git rev-parse --disambiguate={quoted}' lists them)",
)
NO_FILE_AND_UNKNOWN: Final = Text(
    "pas de fichier de ce nom, et git ne connaît pas la révision « {ref} » : {advice}",
    "no file of this name, and git does not know the revision '{ref}': {advice}",
)
UNKNOWN: Final = Text(
    "git ne connaît pas la révision « {ref} » : {advice}",
    "git does not know the revision '{ref}': {advice}",
)
REMOTE_NAME: Final = Text("écrivez « {near} »", "write '{near}'")
NEAR: Final = Text(
    "vouliez-vous écrire « {near} » ? sinon, {advice}", "did you mean '{near}'? if not, {advice}"
)
OR_NEAR: Final = Text(
    "{advice} ; si ce n'est pas cela, vouliez-vous écrire « {near} » ?",
    "{advice}; if it is not that, did you mean '{near}'?",
)
NO_COMMIT: Final = Text(
    "ce dépôt n'a encore aucun commit (« git commit » en fait un) ; l'index se lit par « :chemin »",
    "this repository has no commit yet ('git commit' makes one); the index is read by ':path'",
)
LIST: Final = Text(
    "« git branch --all » et « git tag » listent celles qu'il connaît",
    "'git branch --all' and 'git tag' list those that it knows",
)
FETCH: Final = Text(
    "« git branch --all » et « git tag » listent celles qu'il connaît, et « {command} » la "
    "demande à « {remote} » (écrivez ensuite « {then} »)",
    "'git branch --all' and 'git tag' list those that it knows, and '{command}' asks '{remote}' "
    "for it (then write '{then}')",
)
SHALLOW: Final = Text(
    "ce clone est superficiel, lancez « {command} », puis écrivez « {then} »",
    "this clone is shallow, run '{command}', then write '{then}'",
)
TOO_FAR: Final = Text(
    "l'histoire de « {base} » ne va pas jusque-là (« git log --oneline {quoted} » la montre)",
    "the history of '{base}' does not go that far ('git log --oneline {quoted}' shows it)",
)
