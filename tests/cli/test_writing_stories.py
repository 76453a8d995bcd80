"""Writing at the terminal: the interview and the editor never lose what was typed."""

from __future__ import annotations

import os
import pty
import select
import signal
import stat
import sys
import time
from pathlib import Path

import pytest
from banked import done, run, told

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal as POSIX has them")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bank, and a data folder, of the test's own."""
    monkeypatch.setenv("STORYBANK_DB", str(tmp_path / "bank.sqlite"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("VISUAL", raising=False)
    return tmp_path


def editor(monkeypatch: pytest.MonkeyPatch, folder: Path, *scripts: str) -> None:
    """An editor that runs one shell script after the other on the file, call by call."""
    for number, script in enumerate(scripts):
        (folder / f"step{number}").write_text(script)
    path = folder / "an editor"
    path.write_text(
        f'#!/bin/sh\ncd "{folder}"\nfor n in 0 1 2 3 4 5 6 7 8 9; do\n'
        "if [ -f step$n ]; then mv step$n now; . ./now; exit $?; fi\ndone\n"
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("EDITOR", f"'{path}'")


def unsaved(folder: Path) -> list[str]:
    """The edits that wait."""
    return sorted(p.name for p in (folder / "data" / "storybank" / "unsaved").glob("*"))


class Terminal:
    """A command in a terminal of its own, typed at and listened to."""

    def __init__(self, *arguments: str) -> None:
        self.seen = ""
        self.child, self.end = pty.fork()
        if self.child == 0:
            signal.signal(
                signal.SIGINT, signal.SIG_DFL
            )  # ignored, and inherited, where tests run in the background
            code = f"from banked import GROUP; GROUP({list(arguments)!r}, prog_name='storybank')"
            env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent), "COLUMNS": "80", "TERM": "dumb"}
            os.execve(sys.executable, [sys.executable, "-c", code], env)

    def until(self, words: str) -> None:
        """Listen until these words were shown."""
        deadline = time.monotonic() + 60
        while words not in self.seen:
            assert time.monotonic() < deadline, self.seen
            if select.select([self.end], [], [], 0.1)[0]:
                self.seen += os.read(self.end, 4096).decode()
        self.seen = self.seen.split(words, 1)[1]

    def asks(self, question: str) -> None:
        """Wait for a question, and until it listens: a signal before that can fall between two of its steps."""
        self.until(question)
        self.until("> ")

    def type(self, words: str) -> None:
        """Type words, as they are."""
        os.write(self.end, words.encode())

    def ended(self) -> int:
        """The status with which it ended."""
        deadline = time.monotonic() + 60
        while True:
            if not select.select([self.end], [], [], 0.1)[0]:
                if time.monotonic() > deadline:
                    os.kill(self.child, signal.SIGKILL)
                continue
            try:
                more = os.read(self.end, 4096)
            except OSError:
                break
            if not more:
                break
            self.seen += more.decode()
        os.close(self.end)
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])


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
        assert terminal.ended() == 0
        assert "storybank new --resume late-trains" in terminal.seen
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


@pytest.mark.parametrize("end", ["\x03", "\x04"])
def test_an_answer_under_way_is_kept_when_one_stops(end: str) -> None:
    """Lines that were entered are kept, though the answer they belong to was not finished."""
    terminal = Terminal("new", "--title", "Late trains")
    terminal.until("Where was it?")
    terminal.type("\r\r")
    terminal.asks("What was going on")
    terminal.type("A train came late.\r")
    terminal.until("> ")
    terminal.type(end)
    assert terminal.ended() == 0
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


def test_no_editor(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, with what to do."""
    done("new", "--title", "Late")
    monkeypatch.setenv("EDITOR", "/nowhere/editor")
    result = run("edit", "late")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "set EDITOR" in result.stderr
    assert unsaved(place) == []
