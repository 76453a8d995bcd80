"""The commands that read the playbook: every one lists, shows, speaks JSON, and answers slips with the nearest name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from storybank.cli import group
from storybank.playbook import shelf

LISTS = {
    "principles": ("principles", "ownership"),
    "levels": ("levels", "L6"),
    "themes": ("themes", "conflict-resolution"),
    "scenarios": ("scenarios", "l6-01"),
    "pitfalls": ("pitfalls", "we-without-i"),
    "walkthrough": ("walkthroughs", "acting-without-approval"),
    "checklist": ("checklists", "four-week-plan"),
    "guides": ("guides", "star"),
}
"""Command: the key of its listing in JSON, and one of its entries."""


def run(*arguments: str) -> Result:
    """A command, as if typed."""
    return CliRunner().invoke(group, list(arguments))


def said(*arguments: str) -> Any:
    """The JSON that a command prints."""
    done = run(*arguments, "--format", "json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


@pytest.mark.parametrize("command", LISTS)
def test_a_command_without_a_name_lists_its_entries(command: str) -> None:
    """The listing names every entry, as text and as JSON."""
    key, name = LISTS[command]
    assert name in run(command).output
    listed = said(command)
    assert listed["version"] == 1
    assert name in [entry["name"] for entry in listed[key]]


@pytest.mark.parametrize("command", LISTS)
def test_a_command_with_a_name_shows_the_entry_in_80_columns(command: str) -> None:
    """A page never runs over the width that it promises."""
    done = run(command, LISTS[command][1])
    assert done.exit_code == 0
    assert max(len(line) for line in done.output.splitlines()) <= 80
    assert len(done.output.splitlines()) > 10


@pytest.mark.parametrize("command", LISTS)
def test_a_misspelt_name_is_answered_in_one_line_with_the_nearest(command: str) -> None:
    """No traceback and no empty page for a slip of the pen."""
    done = run(command, LISTS[command][1] + "x")
    assert done.exit_code == 2
    assert LISTS[command][1] in done.output
    assert "Traceback" not in done.output


def test_questions_are_filtered_by_every_facet() -> None:
    """Principle, theme, level, company and indirectness narrow the list, together."""
    found = said("questions", "--principle", "ownership", "--level", "L7")["questions"]
    assert found
    assert all("ownership" in q["principles"] and "L7" in q["levels"] for q in found)
    themed = said("questions", "--theme", "failure-and-learning")["questions"]
    assert all("failure-and-learning" in q["themes"] for q in themed)
    assert all(q["indirect"] for q in said("questions", "--indirect")["questions"])
    assert said("questions", "--company", "google")["questions"]


def test_a_random_question_is_the_same_for_the_same_seed() -> None:
    """Practice can be repeated."""
    assert said("questions", "--random", "--seed", "7") == said("questions", "--random", "--seed", "7")
    drawn = {json.dumps(said("questions", "--random", "--seed", str(n))) for n in range(6)}
    assert len(drawn) > 1


def test_a_filter_that_does_not_exist_is_an_error_and_not_an_empty_list() -> None:
    """A misspelt principle would otherwise look like a gap in the playbook."""
    done = run("questions", "--principle", "owner")
    assert done.exit_code == 2
    assert "ownership" in done.output


def test_the_worked_answer_comes_bare_for_a_pipe() -> None:
    """`scenarios ID --answer --plain | storybank review -` works: no headings, no labels."""
    done = run("scenarios", "l6-01", "--answer", "--plain")
    assert done.exit_code == 0
    assert "situation" not in done.output.split("\n")[0]
    assert len(done.output.split()) > 300


def test_scenarios_are_filtered_by_level_principle_and_failure() -> None:
    """The three filters narrow together."""
    assert len(said("scenarios", "--level", "L7")["scenarios"]) == 20
    assert len(said("scenarios", "--failures", "--level", "L6")["scenarios"]) == 3
    assert all(
        "frugality" in s["principles"] for s in said("scenarios", "--principle", "frugality")["scenarios"]
    )


def test_search_finds_and_says_when_it_does_not() -> None:
    """Hits carry kind and name; nothing found is said in words."""
    hits = said("search", "frugality")["hits"]
    assert hits[0]["kind"] in {"principle", "question", "scenario"}
    assert "Nothing" in run("search", "qqqqzzzz").output


def test_learn_in_a_pipe_lists_its_stops_and_shows_each() -> None:
    """Nobody is asked to press a key where nobody can."""
    assert "1." in run("learn").output
    for stop in said("learn")["stops"]:
        assert run("learn", str(stop["stop"])).exit_code == 0


def test_a_playbook_of_ones_own_is_started_checked_and_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From nothing to a company of one's own in three commands."""
    home = tmp_path / "ours"
    assert run("playbook", "new", str(home), "--company", "blue-river").exit_code == 0
    done = run("playbook", "check", str(home))
    assert done.exit_code == 0, done.output
    assert "all in order" in done.output
    monkeypatch.setenv("STORYBANK_PLAYBOOK", str(home))
    assert [e["name"] for e in said("principles", "--company", "blue-river")["principles"]] == [
        "blue-river-care"
    ]
    assert said("questions", "--company", "blue-river")["questions"][0]["id"] == "blue-river-01"
    assert run("playbook", "new", str(home), "--company", "blue-river").exit_code == 2


def test_check_locates_a_fault_and_exits_with_one(tmp_path: Path) -> None:
    """File and line, as compilers write them."""
    (tmp_path / "questions").mkdir()
    file = tmp_path / "questions" / "mine.toml"
    file.write_text(
        '[[question]]\nid = "mine-01"\ntext = "?"\nprinciples = ["ownershp"]\n'
        'levels = ["L6"]\ntests = "t"\nprobes = ["p"]\n'
    )
    done = run("playbook", "check", str(tmp_path))
    assert done.exit_code == 1
    assert f"{file}:4:" in done.output
    assert "ownership" in done.output
    assert said_faults(tmp_path)[0]["line"] == 4


def said_faults(folder: Path) -> Any:
    """The faults that `check` reports as JSON."""
    return json.loads(run("playbook", "check", str(folder), "--format", "json").stdout)["faults"]


def test_a_listing_reads_one_small_file_and_no_scenario(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading costs a command only what it uses."""
    read: list[Path] = []
    plain = shelf.read

    def noted(path: Path) -> str:
        read.append(path)
        return plain(path)

    monkeypatch.setattr(shelf, "read", noted)
    assert run("scenarios").exit_code == 0
    assert run("questions", "--random").exit_code == 0
    assert read == []
    assert run("scenarios", "l6-02").exit_code == 0
    assert [path.name for path in read] == ["l6-02.toml"]
