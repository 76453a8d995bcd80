"""Figures in English prose: what is read, how it is read, and what is left alone."""

from __future__ import annotations

import pytest
from apart import lie_apart
from hypothesis import given, settings
from hypothesis import strategies as st
from shapes import SHAPES, repeated

from storybank.signals.figures import Figure, find_figures


def only(text: str) -> Figure:
    """The single figure of a text."""
    figures = find_figures(text)
    assert len(figures) == 1, [f.span.of(text) for f in figures]
    return figures[0]


def quotes(text: str) -> list[str]:
    """The words of each figure."""
    return [f.span.of(text) for f in find_figures(text)]


MONEY = [
    ("It brought in $1.8m in the spring", "$1.8m", 1_800_000),
    ("they wrote off £600,000", "£600,000", 600_000),
    ("roughly €21k went back to members", "roughly €21k", 21_000),
    ("the grant was 6.8 million euro", "6.8 million euro", 6_800_000),
    ("half a million dollars came back", "half a million dollars", 500_000),
    ("each visit cost us ₦410", "₦410", 410),
    ("we lost a couple of grand", "a couple of grand", 2_000),
    ("three point one million dollars in repeat orders", "three point one million dollars", 3_100_000),
    ("a bill of US$40k", "US$40k", 40_000),
    ("we saved CHF 12'000 a year", "CHF 12'000 a year", 12_000),
    ("which saved about 1.2 million", "about 1.2 million", 1_200_000),
    ("they paid 500 EUR", "500 EUR", 500),
    ("between them €1.234.567,50", "€1.234.567,50", 1_234_567.5),
    ("It cost Rs 2 lakh", "Rs 2 lakh", 200_000),
    ("Rs. 2.5 crore was lost", "Rs. 2.5 crore", 25_000_000),
    ("about fifteen quid a head", "about fifteen quid", 15),
    ("a quote of $2-3m", "$2-3m", 3_000_000),
    ("farmers got about two rupees more per litre", "about two rupees more per litre", 2),
    ("nearly two lakh rupees", "nearly two lakh rupees", 200_000),
    ("a quarter of a million dollars", "a quarter of a million dollars", 250_000),
]
PERCENT = [
    ("returns sank by 12%", "12%", 12),
    ("twelve per cent of them", "twelve per cent", 12),
    ("we are 12 percent up this year", "12 percent up", 12),
    ("it took seven percent fewer kilometres", "seven percent fewer kilometres", 7),
    ("they lost half the calls", "half the calls", 50),
    ("at half the permitted load", "half the permitted load", 50),
    ("a third of them left", "a third of them", 33.33),
    ("it took a third less", "a third less", 33.33),
    ("down to point six percent", "point six percent", 0.6),
    ("margin moved two points", "two points", 2),
    ("it cost 40 basis points", "40 basis points", 0.4),
    ("up 3 percentage points", "3 percentage points", 3),
    ("ninety nine point nine eight percent", "ninety nine point nine eight percent", 99.98),
    ("two thirds of the parents", "two thirds of the parents", 66.66),
    ("somewhere in the 10–15% band", "10–15%", 15),
]
TIME = [
    ("it ran for four hours", "four hours", 14_400),
    ("a reply took 15 min", "15 min", 900),
    ("p99 40 ms at peak", "40 ms", 0.04),
    ("in place within seven weeks", "within seven weeks", 4_233_600),
    ("clean for two years running", "two years running", 63_115_200),
    ("we shipped a month early", "a month early", 2_629_800),
    ("a day and a half of downtime", "a day and a half", 129_600),
    ("three and a half hours of queueing", "three and a half hours", 12_600),
    ("under twenty milli seconds", "under twenty milli seconds", 0.02),
    ("done with an hour to spare", "an hour to spare", 3_600),
    ("a tenth of a second", "a tenth of a second", 0.1),
    ("two hours and ten minutes of queue", "two hours and ten minutes", 7_800),
    ("half an hour of waiting", "half an hour", 1_800),
    ("three full working days", "three full working days", 259_200),
]
COUNT = [
    ("eleven customers renewed", "eleven customers", 11),
    ("we print 310,000 parcel labels a night", "310,000 parcel labels a night", 310_000),
    ("that is about two dozen", "about two dozen", 24),
    ("there came a hundred or so", "a hundred or so", 100),
    ("three of the nine had it", "three of the nine", 3),
    ("all but one stayed", "all but one", 1),
    ("every one of the 2,700 tool bags", "every one of the 2,700 tool bags", 2_700),
    ("a hundred and forty beds", "a hundred and forty beds", 140),
    ("eleven hundred tickets", "eleven hundred tickets", 1_100),
    ("two million three hundred thousand rides", "two million three hundred thousand rides", 2_300_000),
    ("sixty-one widgets", "sixty-one widgets", 61),
    ("only one red build a week", "only one red build a week", 1),
    ("more than 68 of the 72 airlines", "more than 68 of the 72 airlines", 68),
    ("2000 people signed up", "2000 people", 2_000),
    ("all but four of them stayed", "all but four of them", 4),
    ("it rang twice a week", "twice a week", 2),
    ("half a dozen depots", "half a dozen depots", 6),
    ("we opened on October 3 in all eleven wards", "all eleven wards", 11),
    ("we did well in 97 weeks out of 100", "97 weeks out of 100", 97),
]
RATIO = [
    ("it is 3x quicker", "3x", 3),
    ("one in nine came back", "one in nine", 1 / 9),
    ("it is twice the size", "twice the size", 2),
    ("seven in ten of the bookings", "seven in ten", 0.7),
    ("one copy in three was lost", "one copy in three", 1 / 3),
    ("four people in a hundred", "four people in a hundred", 0.04),
    ("eight out of ten patients", "eight out of ten", 0.8),
    ("One patient in 310 comes for nothing now; it was", "One patient in 310", 1 / 310),
    ("we lost one in every 250", "one in every 250", 1 / 250),
]
RATING = [
    ("it stands at 4.6/5", "4.6/5", 4.6),
    ("an NPS of 47", "47", 47),
    ("guests gave it five stars", "five stars", 5),
    ("she ended on B+ in chemistry", "B+", None),
    ("rated 4.6 out of 5", "4.6 out of 5", 4.6),
    ("we are third among sixty-four", "third among sixty-four", 3),
    ("the choir came 3rd of the twelve choirs", "3rd of the twelve choirs", 3),
]
READ = [
    *(("money", *case) for case in MONEY),
    *(("percent", *case) for case in PERCENT),
    *(("time", *case) for case in TIME),
    *(("count", *case) for case in COUNT),
    *(("ratio", *case) for case in RATIO),
    *(("rating", *case) for case in RATING),
]


@pytest.mark.parametrize(("kind", "text", "quote", "value"), READ)
def test_reads_quantities(kind: str, text: str, quote: str, value: float | None) -> None:
    """Kind, words and value of a figure in a short sentence."""
    figure = only(text)
    assert (figure.kind, figure.span.of(text)) == (kind, quote)
    assert figure.value == (None if value is None else pytest.approx(value, rel=1e-3))


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("the wait went from 4 hours to 15 minutes", "from 4 hours to 15 minutes", 900),
        ("errors are down from 11 to 4 percent", "down from 11 to 4 percent", 4),
        ("we kept 31 percent against 24", "31 percent against 24", 31),
        ("it shows in 0.2 percent where it had been 1.9", "0.2 percent where it had been 1.9", 0.2),
        ("six days instead of 23", "six days instead of 23", 518_400),
        ("alerts 4 -> 1", "4 -> 1", 1),
        ("ratings moved 3.1 to 4.3", "3.1 to 4.3", 4.3),
        ("crashes went from nine a month to none", "from nine a month to none", 0),
        ("from about forty a day to, like, one or two", "from about forty a day to, like, one or two", 2),
        ("from 40 milliseconds to, to 11", "from 40 milliseconds to, to 11", 0.011),
        ("from four one to four four", "from four one to four four", 4.4),
        ("from one in nine to one in fourteen", "from one in nine to one in fourteen", 1 / 14),
        ("thirty-one days down to nine", "thirty-one days down to nine", 777_600),
        ("we sold 40 seats, up from 12", "40 seats, up from 12", 40),
        ("eight weeks rather than twenty", "eight weeks rather than twenty", 4_838_400),
        ("we went from last to third among sixty-four", "from last to third among sixty-four", 3),
        ("from ten only one came late", "from ten only one", 1),
        ("the queue is a tenth of what it was", "a tenth of what it was", 0.1),
    ],
)
def test_pair_is_one_figure(text: str, quote: str, value: float) -> None:
    """A before-and-after pair is one figure whose value is the later state."""
    figure = only(text)
    assert figure.pair
    assert figure.span.of(text) == quote
    assert figure.value == pytest.approx(value)


@pytest.mark.parametrize("text", ["three or four lines a time", "between 20 and 30 seats", "5-7 trucks"])
def test_range_is_one_figure_but_no_pair(text: str) -> None:
    """A range is a single figure that compares nothing."""
    assert not only(text).pair


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("the queue halved", "halved"),
        ("complaints about it tripled", "tripled"),
        ("and not one since", "not one since"),
        ("of those none came back", "none came back"),
        ("nobody was hurt", "nobody was hurt"),
        ("none of the patients lost it", "none of the patients"),
        ("no hotel missed a day", "no hotel missed"),
        ("misprints are down to zero", "down to zero"),
        ("we closed on budget for the first time in years", "for the first time"),
        ("the alarm never went off again", "never went off again"),
        ("it has not come back since", "not come back since"),
        ("we passed without a single finding", "without a single finding"),
        ("there were no findings at all", "no findings at all"),
        ("we did not lose any client", "not lose any client"),
        ("there were no more incidents", "no more incidents"),
        ("we opened ahead of schedule", "ahead of schedule"),
        ("not one of the bags was near", "not one of the bags"),
    ],
)
def test_outcome_without_digits(text: str, within: str) -> None:
    """Outcomes told in words are figures of kind `words`, with a hint that says so."""
    found = [f for f in find_figures(text) if within in f.span.of(text)]
    assert [f.kind for f in found] == ["words"]
    assert found[0].value is None
    assert found[0].hint >= 0.5


@pytest.mark.parametrize(
    "text",
    [
        "In 2022 I joined, and I left in March 2024.",
        "from 2019 to 2021 I ran the depot",
        "from twenty nineteen to twenty twenty one I ran it",
        "the freeze began on 2 June and ended on June 12",
        "12/05/2021 and 2021-05-12",
        "we were on version 3.11 and then Python 3.12",
        "v2 ran on an H100 behind GPT-4 and an iPhone 12",
        "the office is at 14 Mill Lane",
        "1. Talk to the owner",
        "call me on 555-0199 or +44 20 7946 0958 or 0800 123 456",
        "the desk is staffed 24/7",
        "it was a two-way street",
        "one of the best, the one I like, and I for one agree",
        "no one of that name; no-one to blame",
        "they came one by one, one after another",
        "one day I went home",
        "in week nine, on line 3, at step 4",
        "a Level 3 engineer told me about ISO 27001",
        "in the 1990s and the 90s",
        "Q3 and FY22 and the third person",
        "on the one hand",
        "my first draft, the second one",
        "I had no idea and no choice",
        "nobody would listen",
    ],
)
def test_numbers_that_only_name_are_left_alone(text: str) -> None:
    """Years, dates, versions, names, addresses, labels, telephone numbers and idioms are no figures."""
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("outcome", "setting"),
    [
        ("errors fell by 40 percent", "a site with 40 percent temps"),
        ("it saved 20 hours a week", "I worked 20 hours a week"),
        ("we cut it from 9 to 2", "I sat with 2 clerks"),
        ("costs are down 300 a month", "a company of 300 people"),
        ("eleven customers renewed", "we had eleven customers"),
        ("it now takes two days instead of nine", "over two years I worked there"),
        ("and not one since", "we had twelve trucks"),
        ("sales grew 18%", "18% a year ago"),
    ],
)
def test_hint_ranks_outcome_wording_over_setting(outcome: str, setting: str) -> None:
    """The wording around a figure decides the hint."""
    assert max(f.hint for f in find_figures(outcome)) > max(f.hint for f in find_figures(setting))


@pytest.mark.parametrize(
    "text", ["by a quarter past nine", "by half past eleven", "ten minutes past six", "at 4 a.m."]
)
def test_a_time_of_day_is_one_figure_and_hardly_an_outcome(text: str) -> None:
    """The words of a clock stay together, and their wording speaks for the scene."""
    figure = only(f"We had to be done {text}.")
    assert text.removeprefix("by ").removeprefix("at ") in figure.span.of(f"We had to be done {text}.")
    assert figure.hint < 0.3


@pytest.mark.parametrize(
    "text", ["from second to third grade", "from top to bottom", "the first of three talks"]
)
def test_no_place_in_a_ranking(text: str) -> None:
    """Ordinals that name a level or an order are no places."""
    assert not any(f.kind == "rating" for f in find_figures(f"We moved {text}."))


@pytest.mark.parametrize(
    "text",
    [
        "sales were 2% above the year before", "errors dropped by half", "R: -38%", "calls fell 12% in May",
        "it is three times faster", "we ship twice as fast", "it takes ten minutes less", "it went from 9 to 4",
    ],
)  # fmt: skip
def test_a_difference_carries_its_comparison(text: str) -> None:
    """A figure that tells how far two states lie apart is relative."""
    assert only(text).relative


@pytest.mark.parametrize(
    "text",
    ["calls fell to 12%", "96% of the pieces are back", "answered within 40 seconds", "one in nine came"],
)
def test_a_state_is_not_relative(text: str) -> None:
    """A figure that tells one state leaves open what it is compared with."""
    assert not only(text).relative


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Both chemical customers stayed.", "Both chemical customers stayed"),
        ("both teams were writing until night", "both teams were writing"),
        ("both of the doctors are back", "both of the doctors are back"),
    ],
)
def test_two_of_two_is_told_with_what_became_of_them(text: str, quote: str) -> None:
    """The word "both" counts where something happened to the two."""
    assert quotes(text) == [quote]
    assert quotes("both of us and our boss in both hands") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("We ran it for ten days before we changed the others.", "ten days"),
        ("It was two years after the hall had closed that it sold for ten days after rain.", "ten days"),
        ("We closed it ten days before the deadline.", "ten days before"),
    ],
)
def test_a_time_ends_before_the_clause_behind_it(text: str, quote: str) -> None:
    """What opens a clause of its own is no part of how long something took."""
    assert quotes(text)[-1] == quote


@pytest.mark.parametrize("text", ["Errors went down by a good third.", "Costs fell by a solid quarter."])
def test_a_fraction_may_be_a_good_one(text: str) -> None:
    """A word of fullness before a part of the whole leaves it a part."""
    assert only(text).kind == "percent"
    assert quotes("We had a good quarter.") == []


def test_speech_without_punctuation() -> None:
    """A transcript in lower case, with fillers, is read like prose."""
    text = (
        "so um in twenty nineteen we had like three sites and it went from uh two hours to twenty minutes "
        "and the returns went from seven percent to point two and you know nobody got hurt"
    )
    found = find_figures(text)
    assert [f.value for f in found if f.pair] == [pytest.approx(1200), pytest.approx(0.2)]
    assert "nobody got hurt" in quotes(text)
    assert "three sites" in " ".join(quotes(text))


def test_curly_quotes_and_growing_letters_keep_offsets() -> None:
    """Typographic apostrophes and letters that grow when lowered do not move a span."""
    text = "İİİ we haven’t had one since — and 12% more"
    assert "12%" in " ".join(quotes(text))
    assert quotes(text)[-1].startswith("12%")


WORDS = """
from to of in the a one two hundred thousand and half point 4 15 2022 % $ £ 1,000 3.5 k m hours
minutes percent weeks no not none nobody since never again where instead against was had people
customers , . - -> / : ( ) fell saved twice double third quarter couple dozens stars B+ an A June '
’ İ é 😀 per week every all but least at
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\n\n"])
PROSE = st.lists(PIECES, max_size=40).map(" ".join)


@given(st.one_of(st.text(max_size=200), PROSE))
@settings(max_examples=300, deadline=None)
def test_spans_are_sorted_within_range_and_apart(text: str) -> None:
    """Whatever the text, spans are non-empty, in range, in order, apart; hints lie between 0 and 1."""
    last = 0
    for figure in find_figures(text):
        assert last <= figure.span.start < figure.span.end <= len(text)
        assert 0 <= figure.hint <= 1
        assert figure.span.of(text).strip() == figure.span.of(text)
        last = figure.span.end


@given(PROSE, PROSE, PROSE)
@settings(max_examples=200, deadline=None)
def test_figures_do_not_depend_on_other_paragraphs(before: str, text: str, after: str) -> None:
    """What stands in other paragraphs changes neither spans nor hints."""
    alone = [(f.span.start, f.span.end, f.kind, f.pair, f.value, f.hint) for f in find_figures(text)]
    head = before + "\n\n"
    whole = head + text + "\n\n" + after
    low, high = len(head), len(head) + len(text)
    inside = [f for f in find_figures(whole) if low <= f.span.start < high]
    moved = [(f.span.start - low, f.span.end - low, f.kind, f.pair, f.value, f.hint) for f in inside]
    assert moved == alone


@pytest.mark.parametrize("shape", SHAPES["figures"], ids=repr)
def test_hostile_repetition_is_read(shape: str) -> None:
    """The figures of 64,000 characters of repetition lie in the text, in order and apart."""
    text = repeated(shape, 64_000)
    lie_apart((f.span for f in find_figures(text)), text)


@pytest.mark.parametrize(
    ("text", "told", "value"),
    [
        ("We were at ninety, no, eighty-nine days.", "ninety, no, eighty-nine days", 89 * 86400),
        (
            "so we were at twenty two no sorry twenty six percent",
            "twenty two no sorry twenty six percent",
            26,
        ),
        ("It served two terminals, I mean two piers.", "two terminals, I mean two piers", 2),
    ],
)
def test_a_number_taken_back_is_told_once(text: str, told: str, value: float) -> None:
    """Who corrects a number in speech has told one figure, and it is the second."""
    (figure,) = find_figures(text)
    assert (figure.span.of(text), figure.value, figure.pair) == (told, value, False)


def test_two_numbers_with_a_plain_no_between_are_two() -> None:
    """ "No" before a noun or a comparison takes nothing back."""
    text = "We had nine complaints, no more than four refunds and no three sites alike."
    assert len(find_figures(text)) > 1
