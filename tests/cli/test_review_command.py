"""`storybank review`, with a reviewer that finds what the text asks for: options, formats, exits, errors."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner, Result

from storybank.cli import group
from storybank.errors import UnknownName
from storybank.playbook.names import LEVELS, Level
from storybank.reviewer.report import (
    DIMENSIONS,
    SEVERITIES,
    AnswerFacts,
    Finding,
    Part,
    Report,
    Score,
)
from storybank.text import Document

CALLS: list[dict[str, Any]] = []


def level_named(name: str) -> Level:
    """As the use case does."""
    for level in LEVELS:
        if level == name.upper():
            return level
    raise UnknownName("level", name, LEVELS)


def review_document(document: Document, **asked: Any) -> Report:
    """A report with a finding for each severity that the text names."""
    CALLS.append(asked)
    level = level_named(asked["level"] or "L6")
    text = document.text
    findings = tuple(
        Finding(f"some-{s}", "X1", s, text.index(s), text.index(s) + len(s), s, "Why.", "Do.")
        for s in SEVERITIES
        if s in text
    )
    return Report(
        text=text,
        answer=AnswerFacts(document.words, 10.0, level, asked["question"], "l6"),
        parts=(Part("action", 0, len(text), document.words, 10.0, None),),
        findings=findings,
        figures=(),
        scores=dict.fromkeys(DIMENSIONS, Score(3, (), None)),
        verdict="yes",
        level="L6",
        principles=(),
        probes=(),
        notices=document.notices,
    )


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, and the stand-in for the reviewer."""
    stub = ModuleType("storybank.usecases.review_answer")
    stub.__dict__.update(level_named=level_named, review_document=review_document)
    monkeypatch.setitem(sys.modules, stub.__name__, stub)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    CALLS.clear()
    Path("a.md").write_text("I mended the pump on my own.\n")
    Path("bad.md").write_text("A warning and a note.\n")
    return tmp_path


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    """The command line, as somebody would type it."""
    return CliRunner().invoke(group, ["review", *arguments], input=stdin)


def test_text() -> None:
    """One file: its report, and nothing on standard error."""
    result = run("a.md")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "a.md" in result.stdout
    assert "Yes at L6" in result.stdout
    assert "\x1b" not in result.stdout


def test_json_is_one_object() -> None:
    """One file gives one object without a file name; several give a line each, with it, in order."""
    result = run("a.md", "--format", "json")
    assert "file" not in json.loads(result.stdout)
    result = run("a.md", "bad.md", "a.md", "--format", "json")
    assert [json.loads(line)["file"] for line in result.stdout.splitlines()] == ["a.md", "bad.md", "a.md"]


def test_standard_input_and_offsets() -> None:
    """`-` reads standard input; CRLF counts two and the byte-order mark nothing."""
    result = run("-", "--format", "json", stdin=b"\xef\xbb\xbfOne.\r\nA note.\r\n")
    (finding,) = json.loads(result.stdout)["findings"]
    assert (finding["start"], finding["quote"]) == (8, "note")
    assert run("-", "-").exit_code == 2


@pytest.mark.parametrize(("fail_on", "exit_code"), [("error", 0), ("warning", 1), ("note", 1)])
def test_fail_on(fail_on: str, exit_code: int) -> None:
    """1 when a finding is as grave as that or graver."""
    assert run("bad.md", "--fail-on", fail_on).exit_code == exit_code
    assert run("a.md", "--fail-on", fail_on).exit_code == 0


def test_unreadable_among_several() -> None:
    """One line for each, the others reviewed all the same, exit 2 whatever else happened."""
    Path("folder").mkdir()
    Path("empty.md").write_text("")
    result = run("a.md", "none.md", "folder", "empty.md", "bad.md", "--format", "json", "--fail-on", "note")
    assert result.exit_code == 2
    assert len(result.stdout.splitlines()) == 2
    errors = result.stderr.splitlines()
    assert [line.split(": ")[1] for line in errors] == ["none.md", "folder", "empty.md"]
    assert "no such file" in errors[0]
    assert "folder" in errors[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.md"], "storybank: none.md: no such file; check the name, or use - for standard input"),
        (["a.md", "--level", "L8"], "storybank: there is no level 'L8'; did you mean 'L"),
        (["a.md", "--profile", "genral"], "there is no timing profile 'genral'; did you mean 'general'?"),
        (["a.md", "--wpm", "9"], "--wpm"),
        (["a.md", "--wpm", "nan"], "'nan' is not a number"),
        (["a.md", "--max-bytes", "5"], "storybank: a.md: the answer has more than 5 bytes, the limit"),
        (["a.md", "--format", "xml"], "'xml' is not one of"),
        (["a.md", "--lvel", "L6"], "No such option"),
        ([], "name a FILE"),
        (["x\x1b[31m\ny"], "storybank: x␛[31m y: no such file"),
        (["x\0y"], "no file can have such a name"),
    ],
)  # fmt: skip
def test_one_clear_line(arguments: list[str], said: str) -> None:
    """Wrong use and unreadable input: one line on standard error, nothing on standard output, exit 2."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert said in line


def test_flags_beat_front_matter_beats_settings() -> None:
    """Each wish comes from the nearest place that has it."""
    Path("storybank.toml").write_text('level = "L7"\nprofile = "l7"\nwpm = 120\noff = ["hedged"]\n')
    Path("front.md").write_text("---\nlevel: L5\n---\n\nI mended it.\n")
    run("a.md")
    run("front.md")
    run("front.md", "--level", "l6", "--wpm", "200", "--profile", "general")
    run("front.md", "--isolated")
    assert [(c["level"], c["profile"], c["wpm"]) for c in CALLS] == [
        ("L7", "l7", 120.0),
        ("L5", "l7", 120.0),
        ("L6", "general", 200.0),
        ("L5", None, None),
    ]
    assert CALLS[0]["off"] == {"hedged"}


def test_bad_settings() -> None:
    """A wrong setting stops everything with one line; --isolated goes past it."""
    Path("storybank.toml").write_text('level = "L9"\n')
    result = run("a.md")
    assert result.exit_code == 2
    assert result.stderr.startswith("storybank: storybank.toml: level: there is no level 'L9'")
    assert run("a.md", "--isolated").exit_code == 0


def test_notices_go_to_standard_error_where_programs_read() -> None:
    """Windows-1252 is told on standard error with JSON, in the report with text, not at all when quiet."""
    Path("old.txt").write_bytes("It cost £5 – I paid it.".encode("cp1252"))
    result = run("old.txt", "--format", "json")
    assert "Windows-1252" in result.stderr
    assert json.loads(result.stdout)
    assert "Windows-1252" in run("old.txt").stdout
    assert "Windows-1252" not in run("old.txt", "--quiet").output
    assert run("old.txt", "--quiet", "--format", "json").stderr == ""


def test_several_files_make_a_table() -> None:
    """Text of several files is a summary; Markdown and SARIF hold all of them."""
    assert "2 answers" in run("a.md", "bad.md").stdout
    assert run("a.md", "bad.md", "--format", "markdown").stdout.count("# Review of") == 2
    log = json.loads(run("a.md", "bad.md", "--format", "sarif").stdout)
    assert len(log["runs"][0]["artifacts"]) == 2


def test_interruption_is_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C: no traceback, one line, exit 130."""

    def interrupted(*_: object, **__: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["storybank.usecases.review_answer"], "review_document", interrupted)
    result = run("a.md")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (130, "", 1)
    assert result.stderr.startswith("storybank: stopped;")
