"""Documents, and rows of them, read into models."""

from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from pan_tp_cli.document import Document, Node
from pan_tp_cli.fault import InputError
from pan_tp_cli.model.base import Years

M = TypeVar("M", bound=BaseModel)


def read_model(model: type[M], document: Document) -> M:
    """Read a document into a model.

    Raises InputError with every fault of the file, up to `MAX_FAULTS` and how many more there are.
    """
    years = Years.of(document.tree)
    try:
        return model.model_validate(document.tree, context=years)
    except ValidationError as error:
        from pan_tp_cli.model.faults import faults_of  # most files have none

        raise InputError(*faults_of(error, years, model, document)) from None


def item_reader(model: type[BaseModel]) -> Callable[[dict[str, Node], Node], object]:
    """Return what makes the model of an item of a list as soon as it ends, so that it is not kept.

    The model holding the list takes it as it is. What is not valid stays as it stands, to be told
    with all else that is wrong, and so does what comes before the years of the file.
    """
    years: list[Years] = []

    def read(item: dict[str, Node], root: Node) -> object:
        if not years:
            known = Years.of(root)
            if known.years is None:
                return item
            years.append(known)
        try:
            return model.model_validate(item, context=years[0])
        except ValidationError:
            return item

    return read
