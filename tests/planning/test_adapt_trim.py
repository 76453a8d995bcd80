"""Where a sentence may be cut short, and where it may not."""

from __future__ import annotations

import pytest

from storybank.planning.adapt import adapt
from storybank.planning.adapt_links import links
from storybank.planning.adapt_trim import cuts, heads, stretches


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        (
            "I moved the whole queue to the new server, which pleased the night shift.",
            "I moved the whole queue to the new server",
        ),
        (
            "I rebuilt the rota over the weekend; the office smelled of paint.",
            "I rebuilt the rota over the weekend",
        ),
        (
            "I rebuilt the rota over the weekend, and the office smelled of paint.",
            "I rebuilt the rota over the weekend",
        ),
        (
            "I rebuilt the rota over the weekend – the office smelled of paint.",
            "I rebuilt the rota over the weekend",
        ),
    ],
)
def test_a_clause_of_its_own_may_go(sentence: str, kept: str) -> None:
    """A tail that limits nothing can be cut at its joint."""
    assert [sentence[:at] for at in cuts(sentence)] == [kept]


@pytest.mark.parametrize(
    "tail",
    [
        ", which was not true.",
        ", and the pilot never ran.",
        ", which he said was mine.",
        "; at least that is what Ann told me.",
        ", which held for some of the sites.",
        ", and the rest depends on the pilot.",
        "; I think it held.",
        ", which about 30 did.",
        ", and the vendor wrote the code with us.",
        "; two of five failed.",
        " – almost.",
        ", which may have helped.",
        ", so the others could follow.",
        ", and our colleagues finished it.",
        ", unless it rained.",
        "; or so they claimed.",
        ", and the vendor wrote the code.",
        ", and a consultant drew the design.",
        ", and our partner finished it.",
        ", which my manager had designed.",
        ", which someone had begun.",
        "; Ann sewed it up.",
        ", which anyone can see.",
        ", which was rejected later.",
        ", which the auditors denied.",
        ", which was alleged later.",
        "; presumably it held.",
        ", which appears to hold.",
        ", which in my view held.",
        ", which a handful of sites copied.",
        "; it was unable to cope.",
    ],
)
def test_what_limits_a_sentence_stays(tail: str) -> None:
    """A tail with a negation, hedge, quantity, attribution or condition is never cut."""
    assert cuts("I moved the whole queue to the new server" + tail) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "If I had moved the queue to the server, and the team had known it, all was well.",
        "I moved not only the old queue, and the new one followed.",
        "Because I moved the queue to the new server, the night shift was pleased.",
        "She said “I moved the queue to the new server; the shift was pleased” that day.",
        "I moved it, and the shift slept.",
        "I moved the queue – the one in the yard – to the server.",
    ],
)
def test_what_waits_for_its_tail_keeps_it(sentence: str) -> None:
    """Conditions, quotations, asides and short remains are left whole."""
    assert cuts(sentence) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The contractor worried about his terms.", "We sat down and he agreed."),
        ("Errors fell to none.", "That was the best part."),
        ("Errors fell to none.", "The next day they came back."),
        ("We stopped the line.", "Four people then left."),
        ("Daventry was hard.", "Swindon was harder."),
        ("I rang nine of the passengers.", "Two were nurses."),
        ("The last boat left before the train came.", "In the first week 31 people slept on the quay."),
        ("The last boat left before the train came.", "On that same day I rang the railway."),
        ("I rang nine of the passengers.", "31 had paid for a room."),
        ('She said "stop.', 'I will not."'),
        ("We built a tool in seven months.", "Five weeks after the start 3 of 44 handlers were using it."),
        ("The wrong vial was packed.", "I wanted to know how often this happened."),
    ],
)
def test_a_sentence_that_points_back_leans(before: str, after: str) -> None:
    """Pronouns, sequence words, comparisons and open quotations need the sentence before."""
    assert links([before, after], [False, False])[0][1] == {0}


@pytest.mark.parametrize(
    "after", ["But it did not last.", "Or so I thought.", "Not all of them, though.", "However, it failed."]
)
def test_a_sentence_that_takes_back_cannot_be_left_out(after: str) -> None:
    """What limits the sentence before must be told with it."""
    assert links(["Errors fell to none.", after], [False, False])[1] == (frozenset(), frozenset({0}))


@pytest.mark.parametrize(
    "sentence",
    [
        "I spent the whole winter on a small proxy and shipped it.",
        "I watched the night shift pack the trays and timed them.",
    ],
)
def test_what_names_its_own_thing_leans_on_nobody(sentence: str) -> None:
    """A pronoun that finds its thing in the sentence needs no other sentence."""
    assert links(["Errors fell to none.", sentence], [False, False])[0][1] == frozenset()


def test_somebody_sought_is_not_whom_she_means() -> None:
    """Behind "a lead who would stay" a pronoun may still mean whoever was known before: both are told."""
    sentences = ["Ilse ran the press.", "I needed a lead.", "I had tea.", "Nobody had asked her."]
    assert links(sentences, [False] * 4)[0][3] == {0, 1}


def test_she_needs_whoever_she_is() -> None:
    """A person's pronoun leans on the last sentence that could say who is meant, however far back."""
    needs, _ = links(["My manager was away.", "I moved the queue.", "I asked her for a day."], [False] * 3)
    assert needs[2] == {0}


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("So, basically, you know, I rewrote the parser in two days.", "I rewrote the parser in two days."),
        ("Well, um, 40 people came to the yard.", "40 people came to the yard."),
        ("um, so, we moved the queue to the yard", "we moved the queue to the yard"),
    ],
)
def test_fillers_at_the_head_may_go(sentence: str, kept: str) -> None:
    """What says nothing is no loss: the rest counts as the whole sentence."""
    assert [(s.span.of(sentence), s.idle) for s in stretches(sentence)] == [(kept, True)]


@pytest.mark.parametrize(
    "sentence", ["So I rewrote the parser in two days.", "Well, the parser was slow all day.", "Um, so, yes."]
)
def test_a_head_stays_where_the_rest_could_not_begin(sentence: str) -> None:
    """A cause stays, and so does a head before words that could not begin a written sentence."""
    assert stretches(sentence) == ()


def test_a_clause_before_a_deed_may_go() -> None:
    """The end of the sentence alone, where it begins with the speaker and leans on nothing."""
    sentence = "I sat down in the yard, and I rewrote the parser in a week."
    assert [sentence[at:] for at in heads(sentence)] == ["I rewrote the parser in a week."]


@pytest.mark.parametrize(
    "head",
    [
        "Nobody had asked for it", "It may have been late", "Ann had begun the work", "The vendor wrote the code",
        "Because the yard was closed", "He said it was mine", "I built a parser in the yard", "About 30 sites failed",
    ],
)  # fmt: skip
def test_what_a_deed_rests_on_stays(head: str) -> None:
    """A head that denies, hedges, counts, credits, names or brings up what follows is never cut."""
    assert heads(f"{head}, and I rewrote the parser for the yard in a week.") == ()


def test_a_telling_leaves_fillers_out() -> None:
    """The sentence is called trimmed, is a span of its source, and says why."""
    found = adapt(
        "So, basically, you know, I rewrote the parser in two days. It took 3 seconds and not 40, and the customer "
        "was happy."
    )
    assert found.told[0].text == "I rewrote the parser in two days."
    assert (found.told[0].deed, found.told[0].span.start) == ("trimmed", 25)
    assert found.told[0].why.startswith("only fillers went")
    assert not any("No sentence tells a deed" in p.question for p in found.prompts)


def test_a_further_deed_may_go() -> None:
    """What the speaker did besides is no limit to what he did."""
    sentence = "I built a wooden ramp behind the yard and painted the gate."
    assert [sentence[:at] for at in cuts(sentence)] == ["I built a wooden ramp behind the yard"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann built a wooden ramp behind the yard and painted the gate.",
        "I built a wooden ramp behind the yard and failed the test.",
        "I saw that the wooden ramp had been moved and painted the gate.",
        "I built the wooden ramp, the gate behind the yard and repaired the bell.",
        "I built a wooden ramp behind the yard and fresh bread came.",
        "I built a wooden ramp behind the yard and painted the gate with Ann.",
        "I asked the night shift to stay longer and painted the gate.",
    ],
)
def test_a_joined_verb_that_may_belong_elsewhere_stays(sentence: str) -> None:
    """Others' deeds, failures, lists, clauses within the sentence and nouns are no further deed of the speaker."""
    assert cuts(sentence) == ()
