"""A whole evaluation: perfect for who agrees, kept and read back, and compared with an older one."""

from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO
from typing import get_args

import pytest
from perfect import finding, labelled, record, report
from rich.console import Console

from storybank.errors import UnreadableInput
from storybank.evaluation import record as kept
from storybank.evaluation.diff import Change, diff
from storybank.evaluation.labelled import LabelledAnswer, Telling
from storybank.evaluation.run import Evaluation, evaluate
from storybank.evaluation.table import show, show_diff
from storybank.reviewer.report import Report, Score


def scores(points: int) -> dict[str, int]:
    """One value in all four dimensions."""
    return dict.fromkeys(("clarity", "principle", "impact", "growth"), points)


def answers() -> tuple[LabelledAnswer, ...]:
    """Two stories in three tellings each, and one alone."""
    told = zip(get_args(Telling), (5, 3, 1), strict=True)
    trios = [
        record(id=f"{s}-{t}", story=s, telling=t, scores=scores(n))
        for t, n in told
        for s in ("belt", "guide")
    ]
    return labelled(*trios, record(id="lone", story="lone", verdict="yes", level="L6"))


def careless(answer: LabelledAnswer) -> Report:
    """Right but for the lone answer: no figure, a defect too many and one missed, a better verdict."""
    right = report(answer)
    if answer.id != "lone":
        return right
    return replace(
        right,
        figures=(),
        findings=(finding("hedged"), finding("thin-action")),
        verdict="strong-yes",
        parts=right.parts[:3],
        scores=right.scores | {"growth": Score(4, (), None)},
        principles=(),
    )


def test_who_agrees_with_the_raters_gets_1_everywhere() -> None:
    """Every measure that can be taken is 1.0, its interval too."""
    done = evaluate(answers(), report)
    taken = {name: m for name, m in done.measures.items() if m.over}
    assert {m.value for m in taken.values()} == {1.0}
    assert {m.interval for m in taken.values()} == {(1.0, 1.0)}
    assert done.stories == 3
    assert (taken["parts"].over, taken["order"].over, taken["principles"].over) == (28, 6, 5)


def test_what_is_wrong_is_counted_where_it_is_wrong() -> None:
    """One answer of seven: 13 defects right, one false, one missed; a sentence bare; a principle gone."""
    done = evaluate(answers(), careless)
    assert done.rules["hedged"] == (0, 1, 0)
    assert done.rules["missing-learning"] == (6, 0, 1)
    assert done.measures["defects"].value == pytest.approx(26 / 28)
    assert done.parts["result"] == (6, 0, 1)
    assert done.measures["figures/recall"].value == pytest.approx(6 / 7)
    assert done.measures["principles"].value == pytest.approx(4 / 5)
    assert done.measures["order"].value == 1.0
    low, high = done.measures["defects"].interval or (1, 0)
    assert low <= 26 / 28 <= high


def test_an_evaluation_is_read_back_as_it_was_kept() -> None:
    """JSON out and in gives the same answers, counts and measures."""
    done = evaluate(answers(), careless)
    written = kept.render(done)
    again = kept.load(written)
    assert kept.render(again) == written
    assert again.answers == done.answers
    assert json.loads(written)["rules"]["hedged"] == {"tp": 0, "fp": 1, "fn": 0}


@pytest.mark.parametrize("text", ["", "[]", "3", "{}", '{"version": 9}', '{"version": 1, "marked": 3}'])
def test_what_is_no_evaluation_is_refused(text: str) -> None:
    """The message names the file and says how to make one."""
    with pytest.raises(UnreadableInput, match=r"^old\.json is no evaluation: .* --format json") as fault:
        kept.load(text, "old.json")
    assert "Error" not in str(fault.value)


def test_a_diff_says_what_changed_and_which_way() -> None:
    """Each change of the lone answer is told with the raters' view, and whether it is nearer to it."""
    old, new = evaluate(answers(), careless), evaluate(answers(), report)
    found = diff(old, new)
    assert {c.id for c in found.changes} == {"lone"}
    assert {c.turn for c in found.changes} == {"better"}
    assert Change("lone", "part 4", "-", "result", "result", "better") in found.changes
    assert Change("lone", "growth", "4", "1", "1", "better") in found.changes
    assert Change("lone", "defect hedged", "present", "absent", "absent", "better") in found.changes
    assert {c.turn for c in diff(new, old).changes} == {"worse"}
    assert found.measures["parts"][1] == 1.0
    assert diff(new, new).changes == ()


def test_a_diff_names_answers_that_only_one_side_has() -> None:
    """Answers come and go; labels are corrected."""
    all_of_them = answers()
    old, new = evaluate(all_of_them[:2], report), evaluate(all_of_them[1:], report)
    assert diff(old, new).gone == ("belt-strong",)
    assert len(diff(old, new).added) == 5
    other = evaluate(labelled(record(id="lone", verdict="no")), report)
    assert diff(new, other).relabelled == ("lone",)


def shown(done: Evaluation, old: Evaluation | None = None) -> str:
    """What a pipe gets."""
    out = StringIO()
    console = Console(file=out, width=120)
    show(console, done, rules=True)
    if old:
        show_diff(console, diff(old, done))
    return out.getvalue()


def test_the_table_is_plain_in_a_pipe() -> None:
    """No escape codes; every headline and every rule on a line of its own."""
    text = shown(evaluate(answers(), careless))
    assert "\x1b" not in text
    assert "7 answers of 3 stories" in text
    for words in ("Parts, macro F1", "Verdict, kappa", "names-a-person", "none"):
        assert words in text


def test_an_id_cannot_write_markup_or_escapes_into_the_table() -> None:
    """Ids come from files, and are shown as they are."""
    evil = labelled(record(id="[red]\x1b[31mlone"))
    text = shown(evaluate(evil, report), evaluate(evil, lambda a: replace(report(a), verdict="yes")))
    assert "\x1b" not in text
    assert "[red]" in text
    assert "1 answer changed: 1 for the better" in text
