"""Fillers and hedges: the same words in earnest and as weakness."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from apart import lie_apart
from hypothesis import given
from hypothesis import strategies as st
from shapes import SHAPES, repeated

from storybank.signals.delivery import find_fillers, find_hedges
from storybank.text.span import Span

FILLERS = (
    ("Um, we opened the valve.", ["Um"]),
    ("So, uh, the crane was, er, late.", ["uh", "er"]),
    ("It took, like, nine weeks.", ["like"]),
    ("It took like nine weeks to dry.", ["like"]),
    ("He was like, no way.", ["like"]),
    ("They were, you know, tired of it.", ["you know"]),
    ("You know, we never asked the porters.", ["You know"]),
    ("And you know we had no forklift that day.", ["you know"]),
    ("The roof leaked, you know.", ["you know"]),
    ("You know what I mean, the soil was wet.", ["You know what I mean"]),
    ("The kiln was basically cold.", ["basically"]),
    ("I sort of waved at the pilot.", ["sort of"]),
    ("We kind of ran out of chairs.", ["kind of"]),
    ("It was kinda steep, I mean, really steep.", ["kinda", "I mean"]),
    ("I mean, the wool was wet.", ["I mean"]),
    ("That was the plan, right?", ["right"]),
    ("So yeah, the bees survived.", ["So yeah"]),
    ("We bought rope and tape and stuff.", ["and stuff"]),
    ("It was, literally, upside down.", ["literally"]),
    ("uhm the hatch was um like stuck and you know nobody saw it", ["uhm", "um", "like", "you know"]),
    (
        "so they were you know basically waiting for the ferry and like nobody rang",
        ["you know", "basically", "like"],
    ),
    ("it was like really loud in the mill and i sort of shouted", ["like", "sort of"]),
    ("Äh, der Plan, ähm, the plan was old.", ["Äh", "ähm"]),
)
NO_FILLERS = (
    "It looks like rain over the quarry, and I would like a lamp like hers.",
    "I'd like to show you what it's like. They didn't like it.",
    "Do you know the answer? As you know, the gate was shut.",
    "You know the harbour better than I do, and you know what he wants.",
    "If you know the tide, you know when to leave.",
    "I mean it. What I mean is that the hull was thin. By that I mean Tuesday.",
    "This kind of glue fails in frost, and that sort of customer leaves.",
    "We needed a new kind of hinge, some kind of brace, a sort of filter.",
    "That was kind of you. It was kind of her to come.",
    "The lamp was like a lighthouse; the sand moved like water.",
    "Companies like ours, something like forty of them, and the like.",
    "He likes people like that and thinks like a sailor.",
    "So we stopped. So I asked him. So it went.",
    "The ER was full, the bolt was 5 mm, and we turned right at the mill.",
    'She wrote: "Um, like, you know, basically no." I kept the note.',
    "We sold them like we always had, at a stall, like at a fair.",
    "She like to polish the brass and he like it too.",
    "i like the early shift and my crew like it because they know what it feels like",
)
HEDGES = (
    ("I guess I fixed the pump.", ["I guess"]),
    ("I sort of rewired the mill.", ["sort of"]),
    ("I maybe helped them a little with the nets.", ["maybe", "a little"]),
    ("It kind of worked in the end.", ["kind of"]),
    ("I built the jetty, I suppose.", ["I suppose"]),
    ("I possibly contributed a bit.", ["possibly", "a bit"]),
    ("I think I helped with the loading plan.", ["I think"]),
    ("I think it improved the yield.", ["I think"]),
    ("We got there, more or less.", ["more or less"]),
    ("I redrew the map or something.", ["or something"]),
    ("I taught them knots, not sure if that counts.", ["not sure"]),
    ("I'm not sure how much of that was me.", ["not sure"]),
    ("I may have suggested the ramp.", ["may have"]),
    ("It might have helped the night crew.", ["might have"]),
    ("That probably made a difference.", ["probably"]),
    ("It was, I suppose, my idea.", ["I suppose"]),
    ("It was partly my doing.", ["partly"]),
    ("The complaints dropped, I guess.", ["I guess"]),
    ("So I, um, I guess I moved the desks.", ["I guess"]),
    ("i kind of took over the rota and i guess it got better", ["kind of", "i guess"]),
    ("and i perhaps calmed them down somewhat", ["perhaps", "somewhat"]),
)
NO_HEDGES = (
    "We saved roughly 30%, maybe ten of them left, about forty stayed.",
    "I think it was 212. There were perhaps ninety, and I spent maybe a week on it.",
    "I think we should move the depot, I told them.",
    "I think he was about to resign. Maybe she had forgotten.",
    "He probably knew. They might have lost the key.",
    "She said, 'I guess I sort of helped a bit.' I laughed.",
    "I said maybe we could start on Monday.",
    "I wasn't sure whether the ice would hold, so I drilled.",
    "The captain was not sure.",
    "It was a bit cold and the lane was a little narrow.",
    "I moved a bit of sand and wrote a little script.",
    "If it had failed I would probably have called the coastguard.",
    "What kind of wood is it? A sort of oak.",
    "I believe that trust is earned. I think about that day often.",
    "Looking back, maybe I should have asked her first.",
    "I suppose what it shows is that ropes wear.",
    "I don't know why the engine stopped.",
    "We perhaps lose two crates a day in summer.",
)
_PIECES = (
    "um like you know i guess I think it helped a bit , . ? \" ' ’ “ ” maybe kind sort of was and \n \n\n "
    "ten not sure might have my idea or something right — é 😀 mm ER"
)
Find = Callable[[str], tuple[Span, ...]]


@pytest.mark.parametrize(("prose", "words"), FILLERS)
def test_fillers_are_found(prose: str, words: list[str]) -> None:
    """A word that only fills a pause is found, with commas around it or without."""
    assert [s.of(prose) for s in find_fillers(prose)] == words


@pytest.mark.parametrize("prose", NO_FILLERS)
def test_words_in_earnest_are_no_fillers(prose: str) -> None:
    """The same words as verbs, comparisons, nouns, units or quotations are left alone."""
    assert [s.of(prose) for s in find_fillers(prose)] == []


@pytest.mark.parametrize(("prose", "words"), HEDGES)
def test_hedges_are_found(prose: str, words: list[str]) -> None:
    """A wording that weakens an own deed or its result is found."""
    assert [s.of(prose) for s in find_hedges(prose)] == words


@pytest.mark.parametrize("prose", NO_HEDGES)
def test_honest_doubt_is_no_hedge(prose: str) -> None:
    """Estimates, opinions, plans, doubts about others or facts, and quotations are no hedges."""
    assert [s.of(prose) for s in find_hedges(prose)] == []


def test_an_answer_pasted_in_quotation_marks_is_still_heard() -> None:
    """Marks around the whole answer do not hide its fillers: only short quotations are left out."""
    prose = '"' + "Um, so we, like, waited for the boat. " * 20 + '"'
    assert len(find_fillers(prose)) == 40


@pytest.mark.parametrize("find", [find_fillers, find_hedges])
@given(st.lists(st.sampled_from(_PIECES.split(" "))).map(" ".join) | st.text(max_size=200))
def test_spans_lie_in_the_text_in_order_and_apart(find: Find, prose: str) -> None:
    """Whatever the text, spans are inside it, sorted, not empty and disjoint."""
    lie_apart(find(prose), prose)


@pytest.mark.parametrize("find", [find_fillers, find_hedges])
@pytest.mark.parametrize("shape", SHAPES["delivery"], ids=repr)
def test_hostile_repetition_is_read(find: Find, shape: str) -> None:
    """What is found in 64,000 characters of repetition lies in the text, in order and apart."""
    text = repeated(shape, 64_000)
    lie_apart(find(text), text)
