"""Why a system refuses to read or write, in both languages."""

import errno
from typing import Final

from pan_tp_cli.text import Text

REASONS: Final = {
    errno.ENOENT: Text("le dossier n'existe pas", "the folder does not exist"),
    errno.ENOTDIR: Text(
        "son chemin passe par un fichier, qui n'est pas un dossier",
        "its path goes through a file, which is no folder",
    ),
    errno.EEXIST: Text("un fichier porte déjà ce nom", "a file has this name already"),
    errno.ELOOP: Text(
        "le lien symbolique renvoie à lui-même", "the symbolic link leads back to itself"
    ),
    errno.EACCES: Text("permission refusée", "permission denied"),
    errno.EPERM: Text("permission refusée", "permission denied"),
    errno.EROFS: Text("le disque est en lecture seule", "the disk is read-only"),
    errno.ENOSPC: Text("le disque est plein", "the disk is full"),
    errno.EDQUOT: Text("le quota de disque est épuisé", "the disk quota is used up"),
    errno.EFBIG: Text(
        "il dépasserait la plus grande taille admise", "it would exceed the largest size allowed"
    ),
    errno.EIO: Text("le disque ne répond pas comme il faut", "the disk does not answer properly"),
    errno.EBUSY: Text(
        "il est occupé, ou monté à cet endroit", "it is in use, or mounted at this place"
    ),
    errno.EISDIR: Text("c'est un dossier", "it is a folder"),
    errno.ENAMETOOLONG: Text("le nom est trop long", "the name is too long"),
}
"""Why a system refuses to read or write, by its error number."""


def reason(error: OSError | ValueError) -> Text | str:
    """Return why the system refused, in both languages where it is one of the usual reasons."""
    number = getattr(error, "errno", None) or 0
    return REASONS.get(number, getattr(error, "strerror", None) or str(error))
