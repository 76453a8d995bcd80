"""Editing at the terminal: whatever the editor does, nothing that was typed is lost."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from banked import done, run, told
from terminals import Terminal, editor, unsaved

pytest_plugins = ("bank_fixtures",)
pytestmark = [
    pytest.mark.usefixtures("place"),
    pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal as POSIX has them"),
]


def test_an_edit_is_kept(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the editor wrote is the next revision, and no file is left behind."""
    done("new", "--title", "Late")
    editor(monkeypatch, place, 'printf "\\nI moved it.\\n" >> "$1"', "true")
    assert "revision 2" in done("edit", "late")
    assert told("show", "late")["story"]["prose"] == "I moved it."
    assert "Nothing was changed" in done("edit", "late")
    assert told("edit", "late")["changed"] is False
    assert unsaved(place) == []


def test_what_may_be_a_slip_is_kept_and_said(place: Path) -> None:
    """A key or a tag that nobody knows stays, with a word on standard error, once."""
    done("new", "--title", "Late")
    assert "did you mean 'status'" in run("edit", "late", "--set", "statsu=ready").stderr
    result = run("edit", "late", "--set", "principles=ownershp, frugality")
    assert result.stderr.count("\n") == 1
    assert "did you mean 'ownership'" in result.stderr
    assert "Nothing was changed" in done("edit", "late", "--set", "statsu=ready")


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ('sed -i "s/^status:.*/status: finished/" "$1"; echo Words >> "$1"', "line 4: `status`"),
        ('sed -i "s/^id:.*/id: other/" "$1"; echo Words >> "$1"', "the id of a story stays"),
        ('echo Words >> "$1"; exit 3', "ended with status 3"),
        ('printf "Words\\0\\0\\0" > "$1"', "binary"),
    ],
)
def test_a_mistake_loses_nothing(
    place: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    """The message says where the words are; the story is as it was."""
    done("new", "--title", "Late")
    editor(monkeypatch, place, script)
    result = run("edit", "late")
    assert result.exit_code == 2
    assert said in result.stderr
    (left,) = unsaved(place)
    assert left in result.stderr
    assert b"Words" in (place / "data" / "storybank" / "unsaved" / left).read_bytes()
    assert len(told("history", "late")["revisions"]) == 1


def test_an_edit_left_in_one_bank_is_not_offered_in_another(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two banks may hold stories of one id: what was typed for one person must not come to stand in another's."""
    for bank in ("ada.sqlite", "ben.sqlite"):
        done("new", "--title", "Late", "--bank", str(place / bank))
    editor(monkeypatch, place, 'echo Words of Ada >> "$1"; exit 3', 'echo Words of Ben >> "$1"')
    left = run("edit", "late", "--bank", str(place / "ada.sqlite"))
    assert f"`storybank edit late --bank {place / 'ada.sqlite'}`" in left.stderr
    result = run("edit", "late", "--bank", str(place / "ben.sqlite"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert told("show", "late", "--bank", str(place / "ben.sqlite"))["story"]["prose"] == "Words of Ben"
    assert len(unsaved(place)) == 1
    monkeypatch.setenv("STORYBANK_DB", str(place / "ada.sqlite"))
    assert "left unfinished" in run("edit", "late", text="y\n").output


def test_somebody_else_was_quicker(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their change stays in the bank, mine in a file."""
    done("new", "--title", "Late")
    code = "from banked import GROUP; GROUP(['edit', 'late', '--set', 'period=2020'])"
    call = f'PYTHONPATH="{Path(__file__).parent}" "{sys.executable}" -c "{code}"'
    editor(monkeypatch, place, f'echo Mine >> "$1"; {call}')
    result = run("edit", "late")
    assert result.exit_code == 2
    assert "changed by somebody else" in result.stderr
    assert len(unsaved(place)) == 1
    story = told("show", "late")["story"]
    assert (story["period"], story["prose"]) == ("2020", "")
    left = place / "data" / "storybank" / "unsaved" / unsaved(place)[0]
    assert f"storybank edit late --from {left}" in result.stderr
    done("edit", "late", "--from", str(left))
    assert told("show", "late")["story"]["prose"] == "Mine"


def test_a_mistake_opens_the_editor_again(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal one can mend it at once."""
    done("new", "--title", "Late")
    editor(
        monkeypatch, place,
        'sed -i "s/^status:.*/status: finished/" "$1"; echo Words >> "$1"',
        'sed -i "s/^status:.*/status: ready/" "$1"',
    )  # fmt: skip
    terminal = Terminal("edit", "late")
    terminal.until("Edit again?")
    terminal.type("y\r")
    assert terminal.ended() == 0
    story = told("show", "late")["story"]
    assert (story["status"], story["prose"]) == ("ready", "Words")
    assert unsaved(place) == []


def test_an_unfinished_edit_is_taken_up(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next edit offers what was left."""
    done("new", "--title", "Late")
    editor(monkeypatch, place, 'echo Words >> "$1"; exit 1', 'echo More >> "$1"')
    assert run("edit", "late").exit_code == 2
    terminal = Terminal("edit", "late")
    terminal.until("Go on with it?")
    terminal.type("y\r")
    assert terminal.ended() == 0
    assert told("show", "late")["story"]["prose"] == "Words\nMore"
    assert unsaved(place) == []


def test_a_new_story_in_the_editor(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The template opens with the title in it; left as it was, nothing is kept."""
    editor(monkeypatch, place, "true", 'sed -i "s/^period:.*/period: 2020/" "$1"')
    assert "Nothing was kept" in done("new", "--edit", "--title", "Late: trains")
    done("new", "--edit", "--title", "Late: trains")
    assert told("show", "late-trains")["story"]["period"] == "2020"


@pytest.mark.parametrize("command", ["/nowhere/editor", "sed -i 's/unclosed"])
def test_no_editor(place: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """One line, with what to do."""
    done("new", "--title", "Late")
    editor(monkeypatch, place)
    monkeypatch.setenv("EDITOR", command)
    result = run("edit", "late")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "set EDITOR" in result.stderr
    assert unsaved(place) == []


def test_an_editor_that_takes_the_file_away(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left to keep, and the story is as it was."""
    done("new", "--title", "Late")
    editor(monkeypatch, place, 'rm "$1"')
    result = run("edit", "late")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "left no file behind; nothing was changed" in result.stderr
    assert len(told("history", "late")["revisions"]) == 1


def test_nobody_to_edit(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal and a named editor none is opened; what else there is, and where edits lie, is said."""
    done("new", "--title", "Late")
    editor(monkeypatch, place, 'echo Words >> "$1"; exit 1')
    assert run("edit", "late").exit_code == 2
    monkeypatch.undo()
    monkeypatch.setenv("STORYBANK_DB", str(place / "bank.sqlite"))
    monkeypatch.setenv("XDG_DATA_HOME", str(place / "data"))
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    result = run("edit", "late")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "storybank edit late --from FILE" in result.stderr
    assert unsaved(place)[0] in result.stderr
    assert "storybank new --from FILE" in run("new", "--edit").stderr


def test_an_editor_that_is_named_needs_no_terminal(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A script edits in a pipe as well; one that waits for keys gets none; what was typed before stays and is named."""
    from storybank.cli import editing

    asked = editing.somebody_types
    done("new", "--title", "Late")
    editor(
        monkeypatch, place, 'echo level: L9 > "$1"', 'read key; echo Words >> "$1"; echo said', 'exit 1'
    )  # fmt: skip
    monkeypatch.setattr("storybank.cli.editing.somebody_types", asked)
    assert run("edit", "late").exit_code == 2
    mistaken = unsaved(place)
    result = run("edit", "late", "--format", "json", text="keys")
    assert (result.exit_code, json.loads(result.stdout)["changed"]) == (0, True)
    assert mistaken[0] in result.stderr
    assert unsaved(place) == mistaken
    assert told("show", "late")["story"]["prose"] == "Words"
    assert "ended with status 1" in run("edit", "late").stderr


def test_the_newest_unfinished_edit_is_offered(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are named, and stay."""
    done("new", "--title", "Late")
    editor(monkeypatch, place, 'echo Older >> "$1"; exit 1', 'echo Newer >> "$1"; exit 1', "true")
    assert run("edit", "late").exit_code == 2
    assert run("edit", "late", text="n\n").exit_code == 2
    older, newer = sorted(unsaved(place), key=len)
    terminal = Terminal("edit", "late")
    terminal.until("Older unfinished edits")
    terminal.until(older)
    terminal.until(newer)
    terminal.type("y\r")
    assert terminal.ended() == 0
    assert told("show", "late")["story"]["prose"] == "Newer"
    assert unsaved(place) == [older]


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("exit 130", "nothing was changed"),
        ('echo Words >> "$1"; kill -s INT $$', "what you typed is kept in"),
    ],
)
def test_an_editor_that_ctrl_c_ends(
    place: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    """A word on what is kept, and the status that shells expect."""
    done("new", "--title", "Late")
    editor(monkeypatch, place, script)
    result = run("edit", "late")
    assert (result.exit_code, result.stderr.count("\n")) == (130, 1)
    assert said in result.stderr
    assert len(unsaved(place)) == ("typed" in said)


def test_ctrl_c_at_the_question_whether_to_edit_again(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends the same way as everywhere, with the place of what was typed."""
    done("new", "--title", "Late")
    editor(monkeypatch, place, 'echo Words >> "$1"; exit 3')
    terminal = Terminal("edit", "late")
    terminal.until("Edit again? [Y/n]: ")
    terminal.listens()
    terminal.type("\x03")
    assert terminal.ended() == 130
    assert "what you typed is kept in" in terminal.said
