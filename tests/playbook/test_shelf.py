"""Entries are found by kind and name, one's own in front of ours, and faults are located."""

from __future__ import annotations

from pathlib import Path

import pytest

from storybank.errors import BadPlaybook, UnknownName
from storybank.playbook import model
from storybank.playbook.shelf import KINDS, decode, own_folders, shelf_with, shipped


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "question"])
def test_every_shipped_entry_decodes_and_bears_the_name_of_its_file(kind: str) -> None:
    """No shipped file breaks its model, and an entry is found under the name that it gives itself."""
    names = shipped().names(kind)
    assert names
    for name in names:
        shipped().entry(kind, name, KINDS[kind])


def test_an_entry_of_ones_own_stands_in_front_of_ours(tmp_path: Path) -> None:
    """A coach can replace what we say of a theme by a file of the same name."""
    ours = (Path(str(shipped().folders[0])) / "themes" / "conflict-resolution.toml").read_text(
        encoding="utf-8"
    )
    (tmp_path / "themes").mkdir()
    own = ours.replace('title = "', 'title = "Own ', 1)
    (tmp_path / "themes" / "conflict-resolution.toml").write_text(own, encoding="utf-8")
    shelf = shelf_with([tmp_path])
    assert shelf.entry("theme", "conflict-resolution", model.Theme).title.startswith("Own ")
    assert len(shelf.names("theme")) == 12


def test_a_name_that_does_not_exist_is_answered_with_the_nearest() -> None:
    """A slip of the pen in a name costs no second look at the list."""
    with pytest.raises(UnknownName, match="ownership"):
        shipped().entry("principle", "owner-ship", model.Principle)


def test_a_fault_names_file_line_and_key() -> None:
    """Whoever writes an entry is told where to mend it."""
    text = '[[question]]\nid = "a-1"\ntext = "?"\n\n[[question]]\nid = "a-2"\ntext = ""\n'
    with pytest.raises(BadPlaybook) as fault:
        decode("mine.toml", text, model.Questions)
    assert fault.value.line in {1, 2, 5, 7}
    assert "question" in str(fault.value)
    assert "mine.toml" in str(fault.value)


def test_an_unknown_key_is_an_error_with_its_line() -> None:
    """A misspelt key is not silently dropped."""
    text = 'name = "x"\ntitle = "X"\nsummary = "s"\nsumary = "s"\nsection = [{ title = "t" }]\n'
    with pytest.raises(BadPlaybook, match="sumary") as fault:
        decode("x.toml", text, model.Guide)
    assert fault.value.line == 4


def test_broken_toml_is_told_with_its_line() -> None:
    """The parser's own place is passed on."""
    with pytest.raises(BadPlaybook, match="line 2"):
        decode("x.toml", 'name = "x"\ntitle = \n', model.Guide)


def test_folders_come_from_the_environment_before_the_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    """STORYBANK_PLAYBOOK beats the settings, as everywhere."""
    import os

    monkeypatch.setenv("STORYBANK_PLAYBOOK", os.pathsep.join(["one", "two"]))
    assert own_folders(["three"]) == [Path("one"), Path("two"), Path("three")]


def test_a_folder_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    """A mistyped folder is not taken for an empty one."""
    with pytest.raises(BadPlaybook, match="no such folder"):
        shelf_with([tmp_path / "nowhere"])
