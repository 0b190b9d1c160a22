"""Which files are meant, on disk or in a git revision, and reading one whole."""

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, overload

from pan_tp_cli.checked import Origin
from pan_tp_cli.encoding import MAX_BYTES
from pan_tp_cli.fault import Fault, InputError
from pan_tp_cli.message import Message
from pan_tp_cli.system_errors import reason
from pan_tp_cli.text import Text, printable

if TYPE_CHECKING:
    from pan_tp_cli.git.path import AnyPath, GitPath

PLAN_NAME: Final = "plan.yaml"
INDICATORS_NAME: Final = "indicators.yaml"
WAIVERS_NAME: Final = "derogations.yaml"
SETTINGS_NAME: Final = "pan-tp.yaml"
COMPANIONS: Final = frozenset((INDICATORS_NAME, WAIVERS_NAME, SETTINGS_NAME))
"""What may stand beside a plan, and be judged with it alone."""
REPOSITORY: Final = ".git"
"""What the folder at the top of a repository holds."""
LOCAL_FOLDER: Final = Path("data")

NOT_FOUND = Text("ce fichier n'existe pas", "this file does not exist")
NO_PLAN = Text(
    "ce dossier ne contient pas de {name} : donnez un dossier qui en contient un, ou le fichier",
    "this folder holds no {name}: give a folder that does, or the file",
)
IS_FOLDER = Text("c'est un dossier, et non un fichier", "this is a folder, not a file")
NOT_REGULAR = Text(
    "ce n'est pas un fichier ordinaire : donnez un fichier YAML enregistré sur le disque",
    "this is not a regular file: give a YAML file saved on disk",
)
TOO_LARGE = Text(
    "le fichier dépasse {limit} Mio, la plus grande taille admise",
    "the file exceeds {limit} MiB, the largest size accepted",
)
NOT_READABLE = Text(
    "le fichier ne peut pas être lu : {reason}", "the file cannot be read: {reason}"
)


class Paths(NamedTuple):
    """The files to check, and how they were found; `indicators` is None where there are none."""

    plan: "AnyPath"
    indicators: "AnyPath | None"
    origin: Origin


def meant(path: "AnyPath | None") -> "AnyPath | None":
    """Return the path in a git revision where an argument is one, ``REF:path``; else what it is.

    A file or folder of that name comes first, and what begins with a drive is one.
    """
    if not isinstance(path, Path) or ":" not in str(path) or path.drive or os.path.lexists(path):
        return path
    from pan_tp_cli.git.path import parse  # rare: most plans are files

    return parse(path.as_posix()) or path


@overload
def plan_beside(path: Path) -> Path: ...


@overload
def plan_beside(path: "AnyPath") -> "AnyPath": ...


def plan_beside(path: "AnyPath") -> "AnyPath":
    """Return the ``plan.yaml`` beside a file that goes with one; else the path itself.

    So that a program may hand on whichever files of a plan have changed. A file that is not there
    stands for none.
    """
    if path.name not in COMPANIONS:
        return path
    plan = path.with_name(PLAN_NAME)
    return plan if _is_there(plan) and _is_there(path) else path


def _is_there(path: "AnyPath") -> bool:
    return os.path.lexists(path) if isinstance(path, Path) else path.exists()


def in_revision(plan: "AnyPath", ref: str) -> "GitPath":
    """Return the same plan, a file or folder, in another revision of its repository.

    A `ref` that is ``REF:path`` is taken as it is: the plan may have been elsewhere.
    """
    from pan_tp_cli.git import path  # rare: most plans are files

    return path.in_revision(plan, ref)


def find(plan: "AnyPath | None", indicators: "AnyPath | None") -> Paths:
    """Return the files meant: those given, else those of ``./data``, else the embedded plan.

    A folder stands for the ``plan.yaml`` that it holds, what goes with a plan for the one beside
    it, and the ``indicators.yaml`` beside the plan is taken where no other is given: beside it in
    the same revision, for a plan in git.
    Raises InputError for a folder without a plan, or one that may not be looked into.
    """
    try:
        return _find(meant(plan), meant(indicators))
    except OSError as error:
        raise _unreadable(printable(str(plan or LOCAL_FOLDER)), error) from None


def _find(plan: "AnyPath | None", indicators: "AnyPath | None") -> Paths:
    origin = Origin.GIVEN
    if plan is None:
        local = (LOCAL_FOLDER / PLAN_NAME).is_file()
        origin = Origin.LOCAL if local else Origin.EMBEDDED
        plan = LOCAL_FOLDER if local else _embedded_folder()
    if not isinstance(plan, Path):
        plan = plan.with_companions(PLAN_NAME, INDICATORS_NAME, WAIVERS_NAME)
    plan = plan_beside(plan)
    if plan.is_dir():
        if not (plan / PLAN_NAME).exists():
            raise InputError(Fault(printable(str(plan)), _no_plan(plan)))
        plan = plan / PLAN_NAME
    beside = plan.with_name(INDICATORS_NAME)
    if indicators is None and beside.exists() and beside != plan:
        indicators = beside
    return Paths(plan, indicators, origin)


def _no_plan(folder: "AnyPath") -> Message:
    """Return that a folder holds no plan and, for one in a revision, which one does."""
    if not isinstance(folder, Path):
        from pan_tp_cli.git import bare, texts  # loaded with the path itself, but for its messages

        near = None if folder.in_index else bare.near(folder.ref, str(LOCAL_FOLDER), PLAN_NAME)
        if near:
            return Message(texts.NO_PLAN, {"name": PLAN_NAME, "near": near})
    return Message(NO_PLAN, {"name": PLAN_NAME})


def spelled(path: "AnyPath | None") -> tuple[str, ...]:
    """Return how to write the plan of a revision that stands where a file is meant.

    ``v1`` is ``v1:data`` then, and ``v1..v2`` two of them; nothing where it is none, or is there.
    """
    if not isinstance(path, Path) or ":" in str(path) or os.path.lexists(path):
        return ()
    from pan_tp_cli.git import bare  # rare: most plans are files, and there

    return bare.spelled(path.as_posix(), str(LOCAL_FOLDER), PLAN_NAME)


def waivers_of(paths: Paths) -> "AnyPath | None":
    """Return where the waivers of a plan are, there or not yet; the embedded plan has none."""
    return None if paths.origin is Origin.EMBEDDED else paths.plan.with_name(WAIVERS_NAME)


def settings_of(paths: Paths) -> Path | None:
    """Return the settings nearest to a plan: beside it, or above it in its repository.

    Outside of a repository nothing above the plan is its own; the embedded plan has none. For a
    plan in a revision they are those of today, at its place in the working tree.
    """
    plan = paths.plan if isinstance(paths.plan, Path) else paths.plan.here()
    if paths.origin is Origin.EMBEDDED or plan is None:
        return None
    beside = plan.parent
    folders = _up_to_repository(beside.absolute())
    for folder in [beside, *folders[1:]]:
        if (folder / SETTINGS_NAME).exists():
            return near(folder / SETTINGS_NAME)
    return None


def _up_to_repository(folder: Path) -> list[Path]:
    """Return a folder and those above it up to the top of the repository, if it is in one."""
    folders = [folder, *folder.parents]
    tops = (rank for rank, each in enumerate(folders) if (each / REPOSITORY).exists())
    return folders[: next(tops, 0) + 1]


def near(path: Path) -> Path:
    """Return a path as seen from the current folder, where it is inside of it."""
    try:
        return path.absolute().relative_to(Path.cwd())
    except ValueError:
        return path


def _embedded_folder() -> Path:
    """Return where the embedded plan is."""
    return shipped("data")


def shipped(folder: str) -> Path:
    """Return where a folder of the tool is: in the installed package, or at the checkout's top."""
    package = Path(__file__).parent
    inside = package / folder
    return inside if inside.is_dir() else package.parent / folder


def read(path: "AnyPath") -> bytes:
    """Return the bytes of a file. Raises InputError where it is not a readable, regular file."""
    if not isinstance(path, Path):
        from pan_tp_cli.git import reading  # loaded with the path itself, but for its messages

        return reading.read(path)
    name = printable(str(path))
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(Fault(name, _not_found(path))) from None
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from None
    if stat.S_ISDIR(status.st_mode):
        raise InputError(Fault(name, Message(IS_FOLDER)))
    if not stat.S_ISREG(status.st_mode):
        raise InputError(Fault(name, Message(NOT_REGULAR)))
    if status.st_size > MAX_BYTES:
        limit = str(MAX_BYTES // 1024**2)
        raise InputError(Fault(name, Message(TOO_LARGE, {"limit": limit})))
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(name, error) from None


def _not_found(path: Path) -> Message:
    """Return that there is no file and, where a revision has its name, how to write that."""
    meant = spelled(path)
    if len(meant) != 1:
        return Message(NOT_FOUND)
    from pan_tp_cli.git import texts  # loaded with what was meant

    return Message(texts.BARE, {"near": printable(meant[0])})


def _unreadable(name: str, error: OSError | ValueError) -> InputError:
    return InputError(Fault(name, Message(NOT_READABLE, {"reason": reason(error)})))
