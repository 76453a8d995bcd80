"""From sources to ranked candidates, with a reader that hears nothing and with the one that ships."""

from __future__ import annotations

from datetime import date

import pytest
from deaf import Deaf, source
from hypothesis import given, settings
from hypothesis import strategies as st
from measuring import by_length, mean, measure

from storybank.signals.fitted import shipped
from storybank.stories.markdown import from_markdown, to_markdown
from storybank.stories.mining.drafts import already_kept, draft
from storybank.stories.mining.mine import mine
from storybank.stories.mining.model import CRITERIA, Candidate
from storybank.stories.story import told_text

TODAY = date(2025, 6, 1)
RESUME = """EXPERIENCE

Engineer, Kontorix
2019 - present
- Cut the nightly billing run from 7 hours to 50 minutes, although the vendor refused to help
- Responsible for the nightly billing run and its failures
- We cut support tickets from 400 to 90 a month, although the vendor refused to help

Clerk, Postamt
2003 - 2006
- Cut the sorting of parcels from 5 hours to 2 hours, although the foreman refused to help

EDUCATION
Cut my thesis from 300 to 90 pages, although my tutor refused to help
"""
NOTES = """# Billing run, May 2022

The billing run took 7 hours each night and failed twice a week.

I batched the queries and it went from 7 hours to 50 minutes.

What I learnt: measure first.
"""


def found(*texts: tuple[str, str], since: int | None = None) -> list[Candidate]:
    """Candidates with a deaf reader."""
    return mine([source(name, text) for name, text in texts], Deaf(), TODAY, since=since)


def scores(listed: list[Candidate]) -> dict[str, float]:
    """Score by the first words of the title."""
    return {" ".join(c.title.split()[:3]): c.score for c in listed}


def test_a_deed_of_ones_own_ranks_above_the_groups_and_an_old_one() -> None:
    """Own before joint, recent before old; a duty and what stands below Education are no candidates here."""
    by_title = scores(found(("cv.txt", RESUME)))
    assert next(iter(by_title)) == "Cut the nightly"
    assert by_title["Cut the nightly"] > by_title["Cut the sorting"]
    assert by_title["Cut the nightly"] > by_title["We cut support"]
    assert "Responsible for the" not in by_title
    assert "Cut my thesis" not in by_title


def test_since_leaves_out_what_is_older() -> None:
    """With a limit of years, what ended before it is gone, and what has no date stays."""
    assert "Cut the sorting" not in scores(found(("cv.txt", RESUME), since=7))
    assert found(("n.txt", "I cut waste from 19 kilos to 7 kilos a day although everyone laughed."), since=1)


def test_one_event_in_two_files_is_one_candidate_with_both_places() -> None:
    """The résumé's line and the notes' section are merged, each quoted with its place."""
    listed = [c for c in found(("cv.txt", RESUME), ("n.md", NOTES)) if "billing" in c.lead]
    assert len(listed) == 1
    assert {q.place.file for q in listed[0].quotes} == {"cv.txt", "n.md"}
    assert "learnt" not in listed[0].missing


@given(
    st.permutations(
        [
            ("cv.txt", RESUME),
            ("n.md", NOTES),
            ("m.txt", "I won the Harlow contract although three firms were cheaper."),
        ]
    )
)
@settings(max_examples=6, deadline=None)
def test_the_order_of_files_changes_nothing(files: list[tuple[str, str]]) -> None:
    """The same files in another order give the same list."""
    assert [(c.title, c.score) for c in found(*files)] == [(c.title, c.score) for c in found(*sorted(files))]


def test_every_candidate_is_asked_three_to_five_questions_about_itself() -> None:
    """No candidate goes without questions, none is asked one twice, and the first names its own words."""
    for candidate in found(("cv.txt", RESUME), ("n.md", NOTES)):
        assert 3 <= len(candidate.questions) <= 5
        assert len(set(candidate.questions)) == len(candidate.questions)
        named = candidate.questions[0].split("“")[1].split("”")[0]
        assert any(named in q.text for q in candidate.quotes)
        assert not any("{" in q for q in candidate.questions)


def test_criteria_are_shares_and_what_is_missing_is_weak() -> None:
    """Criteria run from 0 to 1, and a missing one is weaker than any that the same list calls shown."""
    for candidate in found(("cv.txt", RESUME), ("n.md", NOTES)):
        assert set(candidate.criteria) == set(CRITERIA)
        told = " ".join(quote.text for quote in candidate.quotes)
        assert all(words in told for said in candidate.because.values() for words in said)
        assert all(0 <= value <= 1 for value in candidate.criteria.values())
        assert all(candidate.criteria[name] < 0.6 for name in candidate.missing)


def test_a_paragraph_is_cut_where_something_new_is_begun() -> None:
    """A deed that brings something into being after another is a story of its own; one that goes on is not."""
    text = (
        "I inherited a shop that lost 900 a week, closed two counters and rehired the baker. "
        "I let the counters to a florist, and in May the shop earned 300 a week. "
        "I introduced a box scheme for 40 families who could not come to town."
    )
    told = [" ".join(q.text for q in c.quotes) for c in found(("notes.txt", text))]
    assert len(told) == 2
    assert any(words.startswith("I introduced") for words in told)
    assert any("florist" in words and "inherited" in words for words in told)


WORDS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="*_`[]<>"),
    min_size=1,
    max_size=30,
)


@given(
    st.lists(
        st.sampled_from(["I cut", "from 7 hours to 50 minutes", "although they refused", "—", "“so”", "ß"])
        | WORDS,
        min_size=3,
        max_size=12,
    )
)
@settings(max_examples=60, deadline=None)
def test_a_draft_holds_words_of_the_source_and_nothing_else(parts: list[str]) -> None:
    """Every word of a draft's title, prose and figures stands in the file; and it survives the way through Markdown."""
    text = "- I cut the queue from 90 to 5 although they refused " + " ".join(parts)
    for candidate in found(("n.txt", text)):
        story = draft(candidate)
        known = set(text.split())
        assert set(story.prose.split()) <= known | {
            w for w in story.prose.split() if any(w in k for k in known)
        }
        assert story.title in " ".join(text.split()) or story.title in candidate.lead
        assert all(f.text in story.prose for f in story.figures)
        assert not (story.situation)
        assert not (story.action)
        assert not (story.result)
        assert not (story.learning)
        assert not (story.principles)
        assert from_markdown(to_markdown(story), story.title).prose == story.prose


def test_an_accepted_candidate_is_known_again() -> None:
    """What is in the bank already is found by its words, whatever its id and title became."""
    first, *_ = found(("cv.txt", RESUME))
    story = draft(first)
    assert already_kept(first, [story]) is story
    assert already_kept(first, []) is None
    assert first.lead in told_text(story)
    assert first.questions[0] in story.notes


def test_a_heading_that_says_whose_words_follow_names_no_event() -> None:
    """What a manager praised and what went badly are two events, though both stand below "Feedback from my manager"."""
    text = (
        "Feedback from my manager:\n\nYou pushed back on the vendor, and saved us £40k.\n\n"
        "I lost the trust of the night team and won it back. Complaints went from 9 to 1."
    )
    assert len(found(("brag.txt", text))) == 2


def test_nothing_in_gives_nothing_out() -> None:
    """Empty files, and files of nothing but marks, have no candidates."""
    assert found(("a.txt", ""), ("b.md", "---\n\n***\n\n# \n")) == []


@pytest.fixture(scope="module")
def measured() -> dict[str, tuple[float, float]]:
    """Means of both halves of the samples: precision at 5, nDCG."""
    return {half: mean(measure(half)) for half in ("tuned", "apart")}


def test_the_samples_are_ranked_as_well_as_is_claimed(measured: dict[str, tuple[float, float]]) -> None:
    """On documents that nothing was chosen by, the good candidates come first; the floor is below what was measured."""
    assert measured["apart"][0] >= 0.95
    assert measured["apart"][1] >= 0.94
    assert measured["tuned"][1] >= 0.93


def test_the_ranking_is_better_than_the_longest_line_first(measured: dict[str, tuple[float, float]]) -> None:
    """Long lines often tell more; on the documents kept apart, length alone does worse in both measures."""
    assert measured["apart"] > mean(by_length("apart"))
    assert measured["apart"][1] > mean(by_length("apart"))[1]


def test_the_same_text_is_ranked_the_same_twice() -> None:
    """The whole way, with the reader that ships, gives the same list again."""
    sources = [source("cv.txt", RESUME), source("n.md", NOTES)]
    assert mine(sources, shipped().reader, TODAY) == mine(sources, shipped().reader, TODAY)
