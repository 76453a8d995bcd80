"""What the raters and the program say is put on the same lines."""

from __future__ import annotations

from dataclasses import replace

from perfect import finding, labelled, record, report

from storybank.evaluation.sheet import gold_sentences, gold_sheet, majority, said_sheet
from storybank.reviewer.report import Part, ReportedFigure
from storybank.text import PartKind, Span


def part(kind: PartKind, start: int, end: int) -> Part:
    """A part without its timing."""
    return Part(kind, start, end, 0, 0.0, None)


def test_a_sentence_takes_the_part_that_covers_most_of_it() -> None:
    """Most characters decide, the earlier part in a draw, and nothing where no part lies."""
    parts = [part("task", 0, 4), part("action", 4, 10), part("result", 14, 20)]
    sentences = [Span(0, 6), Span(2, 6), Span(3, 10), Span(10, 14), Span(11, 16)]
    assert majority(sentences, parts) == ("task", "task", "action", None, "result")


def test_an_entry_of_several_sentences_is_cut_into_them() -> None:
    """Adjacent sentences with one label count one by one."""
    given = record()
    given["parts"][:2] = [{"label": "task", "quote": "The belt jammed every night. I had to stop that."}]
    (answer,) = labelled(given)
    assert [s.label for s in gold_sentences(answer)] == ["task", "task", "action", "result"]


def test_a_heading_goes_with_the_sentence_after_it() -> None:
    """A heading inside an entry makes no sentence of its own, nor does a bullet."""
    text = "## Action\n\nI rebuilt the guide.\n\n- I tested it twice."
    given = record(text=text, parts=[{"label": "action", "quote": text}], defects=[], figures=[])
    (answer,) = labelled(given)
    assert [s.span.of(text)[:9] for s in gold_sentences(answer)] == ["## Action", "I tested "]


def test_what_the_candidate_did_not_say_is_no_sentence() -> None:
    """A speaker's label goes with the words after it; an interviewer's turn is in no part and is not compared."""
    asked, said = "Interviewer: And what did you do?", "Candidate:\nI rebuilt the guide. I tested it twice."
    text = f"Candidate:\nThe belt jammed.\n\n{asked}\n\n{said}"
    quotes = [("situation", "Candidate:\nThe belt jammed."), ("other", asked), ("action", said)]
    parts = [{"label": label, "quote": quote} for label, quote in quotes]
    (answer,) = labelled(record(text=text, parts=parts, defects=[], figures=[]))
    assert [s.label for s in gold_sentences(answer)] == ["situation", "action", "action"]
    assert gold_sentences(answer)[1].span.of(text).startswith("Candidate:")


def test_speech_without_full_stops_stays_as_the_raters_cut_it() -> None:
    """Where only the raters know the sentences, theirs stand."""
    text = " ".join(["so the belt jammed every night and i had to stop that um yes"] * 12)
    given = record(text=text, parts=[{"label": "action", "quote": text}], defects=[], figures=[])
    assert len(gold_sentences(labelled(given)[0])) == 1


def test_notes_and_names_beyond_the_guide_are_not_counted() -> None:
    """Only warnings and errors of the thirty names are defects, each once."""
    (answer,) = labelled(record())
    found = [
        finding("hedged", "note"),
        finding("no-baseline"),
        finding("too-long", "error"),
        finding("too-long"),
    ]
    said = said_sheet(answer, replace(report(answer), findings=tuple(found)))
    assert said.defects == ("too-long",)


def test_figures_of_the_setting_are_not_compared() -> None:
    """A figure that states no outcome is left out."""
    (answer,) = labelled(record())
    figures = (ReportedFigure(0, 3, "", "count", False), ReportedFigure(4, 8, "", "count", True))
    assert said_sheet(answer, replace(report(answer), figures=figures)).figures == (Span(4, 8),)


def test_who_agrees_with_the_raters_says_the_same() -> None:
    """A report made from the labels gives the raters' own sheet."""
    (answer,) = labelled(record())
    assert said_sheet(answer, report(answer)) == gold_sheet(answer)
