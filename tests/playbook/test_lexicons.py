"""Word lists: plain files, read when asked for."""

from __future__ import annotations

from importlib.resources import files

import pytest

from storybank.errors import UnknownName
from storybank.playbook.lexicons import lexicon, lexicon_groups

NAMES = sorted(
    f.name[:-4] for f in (files("storybank.playbook") / "data/lexicons").iterdir() if f.name.endswith(".txt")
)


@pytest.mark.parametrize("name", NAMES)
def test_entries_are_clean(name: str) -> None:
    """No comment, heading, blank or stray space passes for an entry, and everything is in lower case, but for
    initials."""
    assert lexicon(name)
    assert [
        e
        for e in lexicon(name)
        if not e or e != e.strip() or (e != e.lower() and not e.isupper()) or e[0] in "#["
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_groups_hold_all_entries(name: str) -> None:
    """A list has no groups, or every entry stands in one."""
    groups = lexicon_groups(name)
    assert not groups or frozenset().union(*groups.values()) == lexicon(name)


def test_an_unknown_list_is_an_error_with_the_nearest_name() -> None:
    """A misspelt name is refused, and the right one offered."""
    with pytest.raises(UnknownName, match="surnames"):
        lexicon("surname")
