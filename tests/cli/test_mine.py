"""`storybank mine`: candidates as text and JSON, drafts in the bank, clear words when nothing can be found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from storybank.cli import LazyGroup
from storybank.cli.mine import command
from storybank.wiring import open_store

RESUME = """EXPERIENCE

Nurse, Elmet General
2021 - present
- Cut falls on a 26-bed ward from 14 to 5 a quarter, although two inspections had warned of closure
- Persuaded the night staff, who had refused twice, to try bedside handover on nine wards
- Responsible for rotas
"""


class Group(LazyGroup):
    """The group with this command in it, whether it is registered yet or not."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """The command under test."""
        return command


group = Group("storybank")


@pytest.fixture
def resume(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A résumé, and a bank of one's own beside it."""
    monkeypatch.setenv("STORYBANK_DB", str(tmp_path / "bank.sqlite"))
    path = tmp_path / "cv.txt"
    path.write_text(RESUME)
    return path


def run(*arguments: str | Path, width: int = 80, text: str | None = None) -> Result:
    """The command, as if typed; whether the group knows it already does not matter."""
    import storybank.cli

    names = storybank.cli.COMMANDS
    storybank.cli.COMMANDS = {**names, "mine": ""}
    try:
        return CliRunner().invoke(
            group, ["mine", *map(str, arguments)], input=text, env={"COLUMNS": str(width)}
        )
    finally:
        storybank.cli.COMMANDS = names


def said(*arguments: str | Path) -> Any:
    """The JSON that it prints."""
    done = run(*arguments, "--format", "json")
    return json.loads(done.stdout)


def test_candidates_come_with_quote_place_want_and_questions(resume: Path) -> None:
    """Each candidate of the JSON has all that a person needs to judge it, best first."""
    found = said(resume)
    assert found["version"] == 1
    assert found["sources"] == [{"file": str(resume), "kind": "resume", "notices": []}]
    assert [c["number"] for c in found["candidates"]] == [1, 2]
    first = found["candidates"][0]
    assert first["quotes"][0]["line"] == 5
    assert first["quotes"][0]["text"] in RESUME
    assert first["score"] >= found["candidates"][1]["score"]
    assert "learnt" in first["missing"]
    assert 3 <= len(first["questions"]) <= 5
    assert first["story"] is None


def test_standard_input_is_a_source_too(resume: Path) -> None:
    """`-` reads it, once, beside files or alone; an empty one is told like an empty file."""
    found = json.loads(run("-", "-", "--format", "json", text=RESUME).stdout)
    assert found["candidates"][0]["quotes"][0]["file"] == "standard input"
    assert [c["title"] for c in found["candidates"]] == [c["title"] for c in said(resume)["candidates"]]
    empty = run("-", text="")
    assert (empty.exit_code, empty.stderr) == (2, "storybank: standard input: it is empty\n")


def test_accepted_candidates_become_drafts_once(resume: Path, tmp_path: Path) -> None:
    """A draft holds the quote and prompts; accepting it again keeps no second one."""
    kept = said(resume, "--accept", "2,1")["kept"]
    assert len(kept) == 2
    store = open_store(str(tmp_path / "bank.sqlite"))
    story = store.get(kept[0])
    assert story.prose in RESUME
    assert story.status == "draft"
    assert "line 6" in story.notes
    again = said(resume, "--accept", "1-2")
    assert again["kept"] == []
    assert {c["story"] for c in again["candidates"]} == set(kept)
    assert len(store.every()) == 2
    store.close()
    words = " ".join(run(resume, "--accept", "2").stdout.split())
    assert words == f"2 is in the bank already, as {kept[0]}."


def test_looking_alone_makes_no_bank(resume: Path, tmp_path: Path) -> None:
    """Without --accept nothing is written."""
    assert run(resume).exit_code == 0
    assert not (tmp_path / "bank.sqlite").exists()


@pytest.mark.parametrize("width", [40, 80])
def test_text_fits_its_window_and_holds_no_escapes(resume: Path, width: int) -> None:
    """In a pipe, narrow or not, lines fit and no colour is written."""
    done = run(resume, width=width)
    assert done.exit_code == 0
    assert max(map(len, done.stdout.splitlines())) <= width
    assert "\x1b" not in done.stdout
    assert "cv.txt" in "".join(done.stdout.split())
    assert "not shown" in done.stdout


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_mined(resume: Path) -> None:
    """The exit status is 2, the reason stands on standard error, JSON stays one whole object."""
    done = run(resume, resume.parent / "none.pdf", "--format", "json")
    assert done.exit_code == 2
    assert "no such file" in done.stderr
    found = json.loads(done.stdout)
    assert len(found["candidates"]) == 2
    assert found["unreadable"][0]["file"].endswith("none.pdf")


@pytest.mark.parametrize("wrong", ["0", "9", "one", "1-", "", "1-99999999"])
def test_a_number_that_is_not_in_the_list_keeps_nothing(resume: Path, tmp_path: Path, wrong: str) -> None:
    """A slip in --accept is told, and no draft is kept."""
    done = run(resume, "--accept", wrong)
    assert done.exit_code == 2
    assert not (tmp_path / "bank.sqlite").exists()


def test_a_text_without_any_story_gets_a_helpful_word(resume: Path) -> None:
    """Nothing found is no failure, and says what candidates come from."""
    dull = resume.parent / "dull.txt"
    dull.write_text("Opening hours are eleven to ten.\n")
    done = run(dull)
    assert done.exit_code == 0
    assert "storybank new" in done.stdout
    assert said(dull)["candidates"] == []


def test_each_criterion_comes_with_the_words_that_speak_for_it(resume: Path) -> None:
    """A reader of the list sees by which words of theirs a candidate was found."""
    first = next(c for c in said(resume)["candidates"] if "Cut falls" in c["title"])
    assert "although" in first["because"]["obstacle"]
    assert first["because"]["measured"] == ["from 14 to 5 a quarter"]
    assert "“although”" in run(resume).stdout


def test_limit_shows_the_best_and_says_how_many_are_left(resume: Path) -> None:
    """A shorter list keeps its numbers, so any of the whole list can be accepted."""
    done = run(resume, "--limit", "1")
    assert "1 more" in done.stdout
    assert len(said(resume, "--limit", "1", "--accept", "2")["kept"]) == 1
