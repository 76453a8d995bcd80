"""`storybank evaluate`, with a reviewer that agrees with the raters: reading, output, errors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from storybank.cli.evaluate import command
from storybank.errors import BadLabels, StorybankError, UnreadableInput
from storybank.evaluation.labelled import parse
from storybank.reviewer.report import AnswerFacts, Part, Report, Score
from storybank.usecases import review_answer

LINE: dict[str, Any] = {
    "id": "a",
    "story": "s",
    "question": None,
    "target_level": "L7",
    "style": "spoken",
    "telling": None,
    "text": "It broke. I fixed it.",
    "parts": [{"label": "situation", "quote": "It broke."}, {"label": "action", "quote": "I fixed it."}],
    "defects": [],
    "scores": {"clarity": 2, "principle": 2, "impact": 1, "growth": 1},
    "verdict": "no",
    "level": "L5",
    "principles": ["ownership"],
    "figures": [],
}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of two answers, and a reviewer that knows their labels but for the second one's verdict."""
    path = tmp_path / "answers.jsonl"
    lines = [LINE, LINE | {"id": "b", "story": "t", "text": "It broke.\nI fixed it."}]
    path.write_text("\ufeff" + "\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    known = {answer.text: answer for answer in parse([("x", "\n".join(map(json.dumps, lines)))])}

    def review_text(text: str, *, question: str | None, level: str) -> Report:
        gold = known[text]
        assert (question, level) == (gold.question, gold.target_level)
        return Report(
            text,
            AnswerFacts(5, 2.0, "L7", question, "l7"),
            tuple(Part(p.label, p.span.start, p.span.end, 2, 1.0, None) for p in gold.parts),
            (),
            (),
            {dimension: Score(value, (), None) for dimension, value in gold.scores.items()},
            "no" if gold.id == "a" else "yes",
            gold.level,
            (),
            (),
        )

    monkeypatch.setattr(review_answer, "review_text", review_text)
    return path


def run(*arguments: str | Path) -> Result:
    """The command as a pipe would see it."""
    return CliRunner().invoke(command, [str(a) for a in arguments])


def failure(*arguments: str | Path) -> StorybankError:
    """What the command raises for the group to print."""
    error = run(*arguments).exception
    assert isinstance(error, StorybankError)
    return error


def test_the_table_goes_to_standard_output_without_escapes(file: Path) -> None:
    """A pipe gets plain text; rules are shown when asked for."""
    result = run(file)
    assert result.exit_code == 0
    assert "2 answers of 2 stories" in result.stdout
    assert "\x1b" not in result.stdout
    assert "too-long" not in result.stdout
    assert "too-long" in run(file, "--rules").stdout


def test_json_is_one_object_and_nothing_else(file: Path) -> None:
    """Measures, rules and every answer, on one line."""
    result = run(file, "--format", "json")
    assert result.stdout.count("\n") == 1
    written = json.loads(result.stdout)
    assert written["measures"]["parts"] == {"value": 1.0, "interval": [1.0, 1.0], "over": 4}
    assert [m["id"] for m in written["marked"]] == ["a", "b"]


def test_a_diff_shows_what_changed(file: Path, tmp_path: Path) -> None:
    """An old evaluation with another verdict: the change is told in both formats."""
    old = tmp_path / "old.json"
    old.write_text(
        run(file, "--format", "json").stdout.replace('"said": ', '"said":').replace('"yes"', '"no"')
    )
    assert "0 for the better (+), 1 for the worse (-)" in run(file, "--diff", old).stdout
    written = json.loads(run(file, "--diff", old, "--format", "json").stdout)
    assert [c["what"] for c in written["diff"]["changes"]] == ["verdict"]


def test_bad_input_is_named_on_one_line(file: Path, tmp_path: Path) -> None:
    """A file that is missing, a folder, broken, empty, not UTF-8, or no evaluation."""
    broken, empty, odd = tmp_path / "broken.jsonl", tmp_path / "empty.jsonl", tmp_path / "odd.jsonl"
    broken.write_text("{\n")
    empty.write_text("\n")
    odd.write_bytes(b"\xff\xfe{")
    assert "no such file" in str(failure(tmp_path / "none.jsonl"))
    assert "directory" in str(failure(tmp_path))
    assert isinstance(failure(broken), BadLabels)
    assert "no labelled answer" in str(failure(empty))
    assert "not UTF-8" in str(failure(odd))
    assert isinstance(failure(file, "--diff", file), UnreadableInput)
    assert "name an evaluation kept with --format json" in str(
        failure(file, "--diff", tmp_path / "none.json")
    )
    assert "\n" not in str(failure(broken))


def test_more_folds_than_stories_are_refused(file: Path) -> None:
    """Each fold needs a story to leave out; one fold is no cross-validation."""
    assert "there are 2" in str(failure(file, "--folds", "3"))
    assert run(file, "--folds", "1").exit_code == 2
