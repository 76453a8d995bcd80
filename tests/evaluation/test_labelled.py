"""Labelled answers are read exactly, and a broken line is named."""

from __future__ import annotations

import json
from typing import Any

import pytest
from perfect import labelled, record

from storybank.errors import BadLabels
from storybank.evaluation.labelled import find, parse


def test_every_quote_is_placed_in_the_text() -> None:
    """Parts, figures and defect quotes point at their own words."""
    (answer,) = labelled(record())
    assert [p.span.of(answer.text) for p in answer.parts][1] == "I had to stop that."
    assert [f.of(answer.text) for f in answer.figures] == ["from 9 to 2"]
    assert [d.span and d.span.of(answer.text) for d in answer.defects] == [None, "rebuilt the guide"]


def test_tags_are_kept_and_unknown_keys_are_passed_over() -> None:
    """`tags` stand beside a part's label; keys that nobody documented do no harm."""
    given = record(trap="keywords")
    given["parts"][2] |= {"tags": ["own"], "sure": True}
    (answer,) = labelled(given)
    assert [part.tags for part in answer.parts] == [None, None, frozenset({"own"}), None]


def test_white_space_may_differ_between_quote_and_text() -> None:
    """A line break in the text equals a space in the quote."""
    given = record()
    given["text"] = given["text"].replace(". ", ".\r\n\r\n").replace("from 9", "from\n9")
    (answer,) = labelled(given)
    assert answer.figures[0].of(answer.text) == "from\n9 to 2"


def test_a_figure_is_found_as_whole_words_first() -> None:
    """ "12%" is not sought inside "112%" while it stands alone elsewhere."""
    span = find("of 112% and 12% more", "12%")
    assert span is not None
    assert span.start == 12


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"target_level": "L8"}, "'L8' is no `target_level`; use one of L5, L6, L7"),
        ({"scores": {"clarity": 3, "principle": 3, "impact": 6, "growth": 1}}, "the score `impact`"),
        ({"scores": {"clarity": True, "principle": 3, "impact": 3, "growth": 1}}, "the score `clarity`"),
        ({"principles": []}, "one to three"),
        ({"principles": ["kindness"]}, "'kindness'"),
        ({"figures": ["from 8 to 2"]}, "not in the text: 'from 8 to 2'"),
        ({"defects": [{"name": "boring", "quote": None}]}, "'boring'"),
        ({"parts": []}, "before the text does"),
        ({"parts": [{"label": "task", "quote": "I had to"}]}, "cover the whole text"),
        ({"parts": [{"label": "plot", "quote": "The belt"}]}, "'plot' is no `label`"),
        ({"telling": "best"}, "'best' is no `telling`"),
        ({"text": " "}, "`text` must be"),
        ({"id": 7}, "`id` must be"),
    ],
)
def test_a_fault_is_named_with_file_and_line(changes: dict[str, Any], said: str) -> None:
    """The message names the file, the line and what is wrong there."""
    content = json.dumps(record(id="first")) + "\n\n" + json.dumps(record(**changes))
    with pytest.raises(BadLabels) as caught:
        parse([("more.jsonl", content)])
    assert str(caught.value).startswith("more.jsonl, line 3: ")
    assert said in str(caught.value)


@pytest.mark.parametrize("line", ["{", "[]", "3", "{}", '"text"', "[" * 100_000])
def test_a_line_that_is_no_labelled_answer_is_refused(line: str) -> None:
    """Anything but an object with the fields of the format is named, however deep."""
    with pytest.raises(BadLabels, match=r"^x, line 1: "):
        parse([("x", line)])


def test_an_id_may_be_used_once_over_all_files() -> None:
    """Two answers with one id could not be told apart later."""
    line = json.dumps(record())
    with pytest.raises(BadLabels, match=r"b, line 1: the id 'a' is used already at a, line 1"):
        parse([("a", line), ("b", line)])


def test_a_line_separator_inside_a_string_ends_no_line() -> None:
    """U+2028 may stand in a JSON string as it is."""
    given = record(question="Tell\u2028me")
    assert parse([("x", json.dumps(given, ensure_ascii=False))])[0].question == "Tell\u2028me"
