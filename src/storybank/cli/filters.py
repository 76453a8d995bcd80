"""Names given as filters: checked, so that a slip of the pen is not answered with an empty list."""

from __future__ import annotations

from storybank.errors import UnknownName
from storybank.playbook.shelf import Shelf


def known(shelf: Shelf, kind: str, name: str | None) -> str | None:
    """The name as the playbook writes it; raises `UnknownName` with the nearest one when there is none."""
    if name is None:
        return None
    wanted = name.strip().lower().replace(" ", "-").replace(",", "").replace(";", "")
    if wanted not in shelf.names(kind):
        raise UnknownName(kind, name, tuple(shelf.names(kind)))
    return wanted
