"""Settings: where they come from, which beat which, and what is said of wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from storybank.errors import BadConfiguration
from storybank.usecases.settings import Settings, load_settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder, and a home with no settings in it."""
    home = tmp_path / "home"
    (home / "storybank").mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    project = tmp_path / "project"
    project.mkdir()
    return project


def test_none(folder: Path) -> None:
    """Without any file, nothing is set."""
    assert load_settings(folder=folder) == Settings()


def test_every_key(folder: Path) -> None:
    """Level in any case, profile, pace; rules by name or code, and families."""
    (folder / "storybank.toml").write_text(
        'level = "l7"\nprofile = "star-plus-plus"\nwpm = 170\noff = ["hedged", "STR003", "Privacy"]\n'
    )
    expected = Settings("L7", "star-plus-plus", 170.0, frozenset({"hedged", "missing-result", "privacy"}))
    assert load_settings(folder=folder) == expected
    assert load_settings(isolated=True, folder=folder) == Settings()


def test_the_nearest_file_wins_key_by_key(folder: Path) -> None:
    """storybank.toml beats pyproject.toml beats the user's file, and what they leave open stays."""
    user = folder.parent / "home" / "storybank" / "storybank.toml"
    user.write_text('level = "L5"\nwpm = 130\nprofile = "general"\n')
    (folder / "pyproject.toml").write_text('[tool.storybank]\nlevel = "L6"\nprofile = "l7"\n')
    (folder / "storybank.toml").write_text('profile = "walkthrough"\n')
    assert load_settings(folder=folder) == Settings("L6", "walkthrough", 130.0)


def test_a_project_that_says_nothing_of_us_is_not_parsed(folder: Path) -> None:
    """Somebody else's broken pyproject.toml is none of our business; nor is their table."""
    (folder / "pyproject.toml").write_text("[tool.other\n")
    assert load_settings(folder=folder) == Settings()
    (folder / "pyproject.toml").write_text('[project]\nname = "storybank-notes"\n')
    assert load_settings(folder=folder) == Settings()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('level = "L9"', "level: there is no level 'L9'"),
        ("level = 6", "level: there is no level '6'"),
        ('profile = "star-plus"', "did you mean 'star-plus-plus'?"),
        ("wpm = 4000", "wpm: words a minute must be a number from 50 to 400, not 4000"),
        ("wpm = true", "wpm: words a minute"),
        ('off = "hedged"', "off: must be a list"),
        ('off = ["hegded"]', "off: there is no rule or family 'hegded'; did you mean 'hedged'?"),
        ('lvel = "L6"', "lvel: there is no setting 'lvel'; did you mean 'level'?"),
        ('profile = ["l6"]', "profile: must be the name of a timing profile"),
        ('[review]\nlevel = "L6"', "review: this is a table, and settings stand without one"),
        ('[tool.storybank]\nlevel = "L6"', "tool: this is a table, and settings stand without one"),
        ("level = ", "not valid TOML"),
        ("\udcff", "is not UTF-8"),
    ],
)
def test_wrong_values(folder: Path, text: str, said: str) -> None:
    """The message names the file and the key, and offers the nearest name."""
    (folder / "storybank.toml").write_text(text, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(BadConfiguration) as fault:
        load_settings(folder=folder)
    assert str(fault.value).startswith(f"{folder / 'storybank.toml'}: ")
    assert said in str(fault.value)


def test_a_table_that_is_none(folder: Path) -> None:
    """`tool.storybank` must be a table."""
    (folder / "pyproject.toml").write_text('[tool]\nstorybank = "L6"\n')
    with pytest.raises(BadConfiguration, match="must be a table"):
        load_settings(folder=folder)
