"""Writing at the terminal: the interview never loses what was answered, and a file is a story."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from banked import done, run, told
from terminals import Terminal

pytest_plugins = ("bank_fixtures",)
pytestmark = [
    pytest.mark.usefixtures("place"),
    pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal as POSIX has them"),
]


def test_the_interview_fills_a_story() -> None:
    """Question by question; an empty answer skips."""
    terminal = Terminal("new")
    terminal.asks("What would you call this story?")
    answers = [
        "Late trains", "Norrey", "", "A train came late.\rPeople waited.\r", "", "I rang them.\rI moved it.\r",
        "Nobody waited.\r", "31 people (measured: log)\r", "", "Why you?\r", "Dive Deep, ownership", "",
    ]  # fmt: skip
    for answer in answers:
        terminal.type(f"{answer}\r")
    assert terminal.ended() == 0
    story = told("show", "late-trains")["story"]
    assert story["situation"] == "A train came late.\nPeople waited."
    assert story["actions"] == ["I rang them.", "I moved it."]
    assert story["figures"] == [{"text": "31 people", "provenance": "measured", "source": "log"}]
    assert story["followups"] == [{"question": "Why you?", "reply": ""}]
    assert story["principles"] == ["dive-deep", "ownership"]
    assert (story["employer"], story["task"], story["status"]) == ("Norrey", "", "draft")


@pytest.mark.parametrize("how", ["interrupt", "kill"])
def test_an_interview_that_stops_keeps_what_was_answered(how: str) -> None:
    """By Ctrl-C or by force: each answer is in the bank, and the interview goes on where it stopped."""
    terminal = Terminal("new", "--title", "Late trains")
    terminal.until("Where was it?")
    terminal.type("Norrey\r")
    terminal.asks("When was it?")
    if how == "interrupt":
        terminal.type("\x03")
        assert terminal.ended() == 130
        assert "what you answered is kept; go on with `storybank new --resume late-trains`" in terminal.said
    else:
        os.kill(terminal.child, signal.SIGKILL)
        terminal.ended()
    assert told("show", "late-trains")["story"]["employer"] == "Norrey"
    terminal = Terminal("new", "--resume", "late-trains")
    terminal.until("When was it?")
    terminal.type("2022\r")
    terminal.asks("What was going on")
    terminal.type("\x04")
    assert terminal.ended() == 0
    assert told("show", "late-trains")["story"]["period"] == "2022"


@pytest.mark.parametrize(("end", "status"), [("\x03", 130), ("\x04", 0)])
def test_an_answer_under_way_is_kept_when_one_stops(end: str, status: int) -> None:
    """Lines that were entered are kept, though the answer they belong to was not finished."""
    terminal = Terminal("new", "--title", "Late trains")
    terminal.until("Where was it?")
    terminal.type("\r\r")
    terminal.asks("What was going on")
    terminal.type("A train came late.\r")
    terminal.until("> ")
    terminal.listens()
    terminal.type(end)
    assert terminal.ended() == status
    assert told("show", "late-trains")["story"]["situation"] == "A train came late."


def test_json_is_not_mixed_with_an_interview() -> None:
    """At a terminal, too, nothing but the object goes to standard output; the template comes in one."""
    terminal = Terminal("new", "--format", "json")
    assert terminal.ended() == 2
    assert "speaks to people" in terminal.seen
    assert told("new", "--template")["template"] == done("new", "--template")


def test_nobody_to_ask() -> None:
    """Without a terminal the command says what else there is."""
    result = run("new", text="")
    assert result.exit_code == 2
    assert "--from FILE, --title TEXT, or --template" in result.stderr


def test_the_template_is_a_story(place: Path) -> None:
    """Filled in, hints and all, it can be taken in; left empty, it lacks a title."""
    template = done("new", "--template")
    assert "no title" in run("new", "--from", "-", text=template).stderr
    filled = template.replace("title:", "title: Late").replace("## Result\n", "## Result\n\nIt helped.\n")
    done("new", "--from", "-", text=filled)
    story = told("show", "late")["story"]
    assert story["result"] == "It helped."
    assert not any(
        story[part] for part in ("situation", "task", "action", "actions", "learning", "notes", "figures")
    )


def test_the_same_story_twice(place: Path) -> None:
    """It is kept under another id, with a word on the first."""
    file = place / "late.md"
    file.write_text("# Late\n\nI moved it.\n")
    assert run("new", "--from", str(file)).stderr == ""
    assert "the very same story is in the bank as late;" in run("new", "--from", str(file)).stderr
    assert told("list")["of"] == 2


@pytest.mark.parametrize("empty", [("--told", ""), ("--from", "")])
def test_an_empty_value_is_no_missing_option(place: Path, empty: tuple[str, str]) -> None:
    """A variable that is not set opens no editor."""
    done("new", "--title", "Late")
    result = run("edit", "late", *empty)
    assert result.exit_code == 2
    assert "editor" not in result.stderr


def test_told_tomorrow(place: Path) -> None:
    """A date that is still to come is kept, with a word: most often the year is wrong."""
    done("new", "--title", "Late")
    assert "2999-01-01 is still to come" in run("edit", "late", "--told", "2999-01-01; Acme").stderr
    assert run("edit", "late", "--told", "today").stderr == ""


def test_a_title_that_is_given_beats_that_of_the_file(place: Path) -> None:
    """Flags beat what a file says; a template is filled in with it, and an empty one is refused as such."""
    (place / "resume.md").write_text("# Ann Lee\n\nI mended the pump.\n")
    done("new", "--from", str(place / "resume.md"), "--title", "The pump: mended")
    assert told("show", "the-pump-mended")["story"]["title"] == "The pump: mended"
    empty = done("new", "--template", "--title", "The pump: mended")
    assert "The pump: mended" in empty.split("employer:")[0]
    done("new", "--from", "-", text=f"{empty}\nI mended another.\n")
    assert told("show", "the-pump-mended-2")["story"]["title"] == "The pump: mended"
    assert "the title is empty" in run("new", "--title", " ").stderr
    assert "--set title=" in run("new", "--resume", "the-pump-mended", "--title", "Another").stderr
