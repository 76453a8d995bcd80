"""A masked period is shown by no command, and the employer of its story by all."""

from __future__ import annotations

from pathlib import Path

import pytest
from banked import done, run

STORY = """---
title: The crane that stood still in 2011
employer: Acmetron
period: winter 2010 to 2011
period_masked: yes
principles: [ownership]
---

In January 2011 one crane of Acmetron stood still for six hours. It held up 2011 boxes. I rang the yard and had it
running by noon. Since twenty eleven it has not stopped again.
"""
ID = "the-crane-that-stood-still-in-masked"
YEARS = ("2010", "in 2011", "January 2011", "twenty eleven", "in-2011", "years ago", '"age": 1')


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a bank, in it that story in two states."""
    monkeypatch.setenv("STORYBANK_DB", str(tmp_path / "bank.sqlite"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "other.md").write_text("In 2011 two cranes of Acmetron stood still for nine hours.", "utf-8")
    done("new", "--from", "-", text=STORY)
    done("edit", ID, "--set", "level=L6")
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [("show", ID), ("show", ID, "--revision", "1"), ("show", ID, "--format", "markdown"), ("list",), ("history", ID),
     ("diff", ID, "--format", "json"), ("compare", ID, "OTHER"), ("check-facts", ID, "OTHER"), ("adapt", ID),
     ("export", "-", "--mask"), ("export", "-", "--mask", "--as", "csv"), ("undo",), ("rm", ID),
     ("coverage",), ("coverage", "--format", "json"), ("plan-loop", "--interviewer", "Ada: ownership"),
     ("plan-loop", "--interviewer", "Ada: ownership", "--format", "json")],
    ids=" ".join,
)  # fmt: skip
def test_no_command_says_when(place: Path, arguments: tuple[str, ...]) -> None:
    """Neither the field nor the title, the id or the words; a number that is no year stays, and so does the name."""
    words = [str(place / "other.md") if word == "OTHER" else word for word in arguments]
    result = run(*words, columns=200)
    assert result.exit_code in (0, 1), result.stderr
    said = result.stdout + result.stderr
    assert said
    assert [year for year in YEARS if year in said] == []
    if arguments[0] in ("show", "export"):
        assert "2011 boxes" in " ".join(said.split())
        assert "Acmetron" in said


def test_its_owner_may_look_and_change_it(place: Path) -> None:
    """--reveal shows it, an edit takes the mask away, and an open period leaves the masked employer alone."""
    assert "masked (--reveal shows it)" in run("show", ID).stdout
    assert "winter 2010 to 2011" in run("show", ID, "--reveal").stdout
    done("edit", ID, "--set", "period_masked=no")
    done("edit", "the-crane", "--set", "masked=yes")
    said = run("show", "the-crane").stdout
    assert "winter 2010 to 2011" in said
    assert "Acmetron" not in said
