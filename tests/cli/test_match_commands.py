"""Matching from the command line: where the bank is, which story is meant, and what programs are given."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from banked import done, run, told

from storybank.cli.bank import EMPTY

pytest_plugins = ("bank_fixtures",)
pytestmark = [
    pytest.mark.usefixtures("bank"),
    pytest.mark.skipif(
        not files("storybank.signals").joinpath("meaning_data").is_dir(),
        reason="the model of meanings is not here",
    ),
]


def test_an_empty_bank_is_answered_as_everywhere() -> None:
    """The words are those of the other commands on the bank; programs get an empty list."""
    assert " ".join(done("match", "When were you late?").split()) == EMPTY
    assert told("match", "When were you late?")["matches"] == []


@pytest.mark.parametrize("given", ["late-trains", "late", "LATE TRAINS"])
def test_a_story_is_meant_by_its_beginning_or_title(given: str, late: Path) -> None:
    """A story is named as for `show`: id, beginning of the id, or title."""
    found = told("questions-for", given, "--limit", "2")
    assert found["story"] == "late-trains"
    assert len(found["questions"]) == 2


def test_what_a_question_asks_for_fits_the_window() -> None:
    """At 40 columns no line is longer, and names stay whole."""
    lines = run("understand", "When did somebody's bad day become yours?", columns=40).stdout.splitlines()
    assert len(lines) >= 2
    assert max(map(len, lines)) <= 40


def test_a_story_that_is_not_there(late: Path) -> None:
    """The nearest ids are offered, and the exit status is 2."""
    result = run("questions-for", "lete-trains")
    assert result.exit_code == 2
    assert "nearest: late-trains" in result.stderr


def test_a_file_of_questions_gives_a_line_each(late: Path, tmp_path: Path) -> None:
    """One object a line, in the order of the file; a single question is spread over lines for people."""
    asked = ["When were you late?", "Tell me about a time you dug deep."]
    path = tmp_path / "questions.txt"
    path.write_text("\n\n".join(asked) + "\n")
    lines = done("match", "--questions", str(path), "--format", "json").splitlines()
    assert [json.loads(line)["question"] for line in lines] == asked
    assert all(json.loads(line)["version"] == 1 for line in lines)
    assert json.loads(lines[0]) == told("match", asked[0])
    assert done("match", "--questions", "-", "--format", "json", text=path.read_text()).splitlines() == lines
    assert len(done("match", asked[0], "--format", "json").splitlines()) > 1


def test_questions_for_a_story_say_why(late: Path) -> None:
    """The other way round says the same of each question: how well it fits, why, and what to tell the story for."""
    found = told("questions-for", "late-trains", "--limit", "2")["questions"]
    assert [set(q) for q in found] == [{"id", "text", "fit", "score", "reasons", "angle"}] * 2
    assert all(q["reasons"] for q in found)
    assert found[0]["reasons"][0] in " ".join(done("questions-for", "late-trains").split())


def test_what_cannot_be_read_lists_no_stories(late: Path) -> None:
    """People are told why and what to do; programs get every story as a gap, with the reason."""
    said = " ".join(done("match", "Parlez-moi d'un échec dont vous avez tiré une leçon").split())
    assert "does not read like English" in said
    assert "Put it in English." in said
    assert "late-trains" not in said
    assert told("match", "Anything else?")["matches"][0]["fit"] == "gap"
    assert "Put it as interviewers do" in " ".join(done("understand", "Anything else?").split())
    assert told("understand", "Anything else?")["notice"]
    assert told("understand", "When were you late?")["notice"] == ""


def test_programs_learn_whether_the_angle_is_shown(late: Path) -> None:
    """A story without words shows nothing: the principle that is asked for is one it would still have to show."""
    found = told("match", "Whom did you mentor?")["matches"][0]
    assert found["angle"]
    assert isinstance(found["angle_shown"], bool)
    assert ("It would have to show" in done("match", "Whom did you mentor?")) is (
        found["fit"] != "gap" and not found["angle_shown"]
    )


def test_a_long_question_stands_within_the_window(late: Path) -> None:
    """Over several lines where one is too short, and not whole where nobody would read it."""
    long = "When did you keep a promise that had become much more costly than anybody had thought " * 200
    for question in (long, "x" * 5_000):
        lines = run("match", question, "--limit", "1", columns=40).stdout.splitlines()
        assert max(map(len, lines)) <= 40
        assert len(lines) < 40
    assert told("match", long)["question"] == " ".join(long.split())
