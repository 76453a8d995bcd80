"""Figures as people say them: states in fractions, what did not happen, places, repairs, and where each one ends."""

from __future__ import annotations

import pytest

from storybank.signals.figures import Figure, find_figures


def quotes(text: str) -> list[str]:
    """The words of each figure."""
    return [f.span.of(text) for f in find_figures(text)]


def only(text: str) -> Figure:
    """The single figure of a text."""
    (figure,) = find_figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("Orders a van went up by a half.", "a half", 50),
        ("The load on the boiler is half.", "half", 50),
        ("Breakages are at a third, and", "a third", 33.33),
        ("the cost of it is a tenth\nthe other rule stayed", "a tenth", 10),
        ("It moved from a quarter to a half.", "from a quarter to a half", 50),
        ("we lost a third the year before", "a third", 33.33),
        ("fewer than half of those were ours", "fewer than half of those", 50),
        ("half the week went on it", "half the week", 50),
    ],
)
def test_a_fraction_may_say_how_things_stand(text: str, quote: str, value: float) -> None:
    """A share needs no "of": a verb of being before it and an end behind it do; a date is no part of it."""
    figure = only(text)
    assert (figure.span.of(text), figure.kind) == (quote, "percent")
    assert figure.value == pytest.approx(value, rel=1e-3)


@pytest.mark.parametrize(
    "text", ["I came a second late", "he was a third wheel", "it was at a quarter past six"]
)
def test_a_fraction_that_is_a_time_or_a_name_stands_for_no_share(text: str) -> None:
    """Seconds, hours and ordinals are written with the words of fractions."""
    assert "percent" not in {f.kind for f in find_figures(text)}


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("nobody cancelled a lesson", "nobody cancelled a lesson"),
        ("nobody bought the cheap kind", "nobody bought"),
        ("nobody's sent a wrong box", "nobody's sent a wrong box"),
        ("no one's been moved for noise since Lent", "no one's been moved for noise since"),
        ("not once did a pump stop", "not once did"),
        ("there wasn't one burnt tray in it", "wasn't one burnt tray"),
        ("there wasn't a complaint about the lift", "wasn't a complaint"),
        ("the tank never ran dry", "never ran dry"),
        ("the wages have never been late", "never been late"),
        ("we lost nobody, and", "lost nobody"),
        ("headcount is the same as before", "the same as before"),
        ("they sold the same number as in May", "the same number as in May"),
        ("claims have become nil", "nil"),
    ],
)
def test_what_did_not_happen_is_told_in_words(text: str, within: str) -> None:
    """Negation with any past form, and a state that did not change, are figures of kind `words`."""
    found = [f for f in find_figures(text) if within in f.span.of(text)]
    assert [f.kind for f in found] == ["words"]


@pytest.mark.parametrize(
    "text",
    [
        "nobody would believe it",
        "nobody listened to it",
        "I never liked it",
        "they never reply",
        "we did it the same way as they do",
        "the same day I rang",
        "from that day to the day I left",
    ],
)
def test_a_negation_without_an_event_tells_nothing(text: str) -> None:
    """A wish, a habit or a manner is no outcome, however it is denied."""
    assert [q for q in quotes(text) if q != "the same day"] == []


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("he is our third biggest client and", "third biggest client", 3),
        ("the blue one was the second most watched.", "second most watched", 2),
        ("we're second in the county", "second in the county", 2),
        ("we came 4th in the league", "4th in the league", 4),
    ],
)
def test_a_place_may_be_told_by_its_order_or_its_field(text: str, quote: str, value: float) -> None:
    """A superlative behind an ordinal ranks, and so does "in the" behind "came"."""
    figure = only(text)
    assert (figure.span.of(text), figure.kind, figure.value) == (quote, "rating", value)


@pytest.mark.parametrize(
    "text", ["the first interest", "I was third in the queue", "my second best coat", "second test"]
)
def test_an_ordinal_alone_ranks_nothing(text: str) -> None:
    """What merely ends in "est" is no superlative, and a queue no ranking."""
    assert [f for f in find_figures(text) if f.kind == "rating" and "best" not in text] == []


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("it takes one hour ten, and", "one hour ten", 4200),
        ("the set-up took two hours and twenty.", "two hours and twenty", 8400),
        ("a kit costs four pounds sixty to make", "four pounds sixty", 4.6),
        ("so we lost a million four.", "a million four", 1_400_000),
        ("a million two hundred thousand people", "a million two hundred thousand people", 1_200_000),
        ("nineteen fewer women died", "nineteen fewer women", 19),
        ("nine incidents fewer in the region", "nine incidents fewer", 9),
        ("it is 400,000 euros a year less", "400,000 euros a year", 400_000),
        ("in 88 cases of 90 it held", "88 cases of 90", 88 / 90),
        ("the loss is nought point three", "nought point three", 0.3),
        ("it became in the fourth year 2.3 times", "2.3 times", 2.3),
        ("there has been one leak since", "one leak", 1),
        ("every last box bar one", "one", 1),
        ("it was fifteen fifteen percent", "fifteen fifteen percent", 15),
        ("it was four no two two kilowatts and", "four no two two kilowatts", 2),
        ("not one and nobody else", "not one", None),
    ],
)
def test_a_figure_is_cut_where_a_reader_would_cut_it(text: str, quote: str, value: float | None) -> None:
    """The smaller unit, the difference, the whole of a share and a stumble belong to the number they stand with."""
    figure = next(f for f in find_figures(text) if quote in f.span.of(text))
    assert figure.span.of(text) == quote
    assert figure.value == (None if value is None else pytest.approx(value, rel=1e-3))


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("within an hour five people came", ["within an hour", "five people"]),
        ("after two hours thirty of them left", ["two hours", "thirty of them"]),
        ("for ten pounds twenty people came", ["ten pounds", "twenty people"]),
        ("a million three people", ["a million", "three people"]),
        ("in three boxes of 12 bottles", ["three boxes", "12 bottles"]),
        ("that was four years ago, and there has been one leak", ["four years ago", "one leak"]),
        ("two years it's been five", ["two years", "five"]),
        ("nineteen nights and not one stop", ["nineteen nights", "not one stop"]),
        ("not one and nine other lifts", ["not one", "nine other lifts"]),
        ("for two years now nine shops have it", ["two years", "nine shops"]),
    ],
)
def test_neighbours_that_belong_to_two_things_stay_apart(text: str, apart: list[str]) -> None:
    """Two numbers side by side are one figure only where the second completes the first."""
    assert quotes(text) == apart


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("they sat eighteen minutes, now one hour ten", "eighteen minutes, now one hour ten", 4200),
        ("we are at eight percent now, from fifteen", "eight percent now, from fifteen", 8),
        ("nine minutes, it'd been eleven", "nine minutes, it'd been eleven", 540),
        ("it is half what it was", "half what it was", 0.5),
        (
            "up from thirty one no wait from forty one to sixty percent",
            "up from thirty one no wait from forty one to sixty percent",
            60,
        ),
    ],
)
def test_pairs_of_speech_are_one_figure(text: str, quote: str, value: float) -> None:
    """ "Now", "it had been" and a correction join two states as "from" and "to" do."""
    figure = only(text)
    assert (figure.span.of(text), figure.pair) == (quote, True)
    assert figure.value == pytest.approx(value)
