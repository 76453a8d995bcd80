"""What a text claims, in normal forms."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storybank.facts.claims import claims_of

UNITS = ("", " people", "%", " weeks", " servers")


def figures(text: str) -> list[tuple[float, str]]:
    """Value and unit of each figure."""
    return [(c.value or 0.0, c.unit) for c in claims_of(text) if c.kind == "figure"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("it took 310,000 labels", 310_000, ""),
        ("it took 310 000 labels", 310_000, ""),
        ("it took thirty-one people", 31, ""),
        ("three hundred and forty thousand users", 340_000, ""),
        ("a hundred and five users", 105, ""),
        ("half a million users", 500_000, ""),
        ("two and a half weeks", 2.5 * 604_800, "time"),
        ("thirty per cent of them", 30, "percent"),
        ("£1.3 million a year", 1_300_000, "gbp"),
        ("$40k of it", 40_000, "usd"),
        ("forty thousand dollars", 40_000, "usd"),
        ("a dozen sites", 12, ""),
        ("three dozen sites", 36, ""),
        ("XXX units", 30, ""),
        ("it doubled", 2, "x"),
        ("two-thirds of users", 66.66666, "percent"),
        ("5x faster", 5, "x"),
        ("1.5 points lower", 1.5, ""),
        ("90 basis points", 0.9, "points"),
    ],
)
def test_a_number_has_one_value_however_it_is_written(text: str, value: float, unit: str) -> None:
    """Figures, words, packs, fractions and roman numerals come to a value and a unit."""
    assert [u for v, u in figures(text) if v == pytest.approx(value)] == [unit]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("30 people", "exact"), ("about 30 people", "about"), ("nearly 30 people", "below"), ("30+ people", "above"),
        ("more than 30 people", "above"), ("less than 30 people", "below"), ("up to 30 people", "below"),
        ("30 or so people", "about"), ("at least 30 people", "above"), ("I think it was 30 people", "about"),
    ],
)  # fmt: skip
def test_how_surely_a_number_is_given(text: str, hedge: str) -> None:
    """A hedge before or behind a number belongs to it."""
    assert [c.hedge for c in claims_of(text) if c.kind == "figure"] == [hedge]


@settings(deadline=None, max_examples=50)
@given(st.integers(2, 999_999).filter(lambda n: not 1900 <= n < 2100), st.sampled_from(UNITS))
def test_digits_and_words_are_one_number(number: int, unit: str) -> None:
    """Every number spelled out has the value of its digits (four digits may be a year)."""
    words = f"we had {spelled(number)}{unit.replace('%', ' percent')} in all"
    assert figures(words)[:1] == figures(f"we had {number}{unit} in all")[:1] != []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("In March 2022 it fell.", {"month 3", "year 2022"}),
        ("On 5 March it fell.", {"day 5", "month 3"}),
        ("On the 5th of March it fell.", {"day 5", "month 3"}),
        ("It fell on Tuesday.", {"weekday 2"}),
        ("It fell in the winter of 2021.", {"season winter", "year 2021"}),
        ("It fell in twenty nineteen.", {"year 2019"}),
        ("It fell at 16:30.", {"clock 16:30"}),
    ],
)
def test_dates_are_put_together(text: str, key: set[str]) -> None:
    """Words of one date make one claim, whatever their order."""
    assert [set(c.key) for c in claims_of(text) if c.kind == "date"] == [key]


@pytest.mark.parametrize(
    "text", ["It may fail.", "We had to march on.", "A second attempt.", "Then we mar it."]
)
def test_words_that_look_like_months_are_none(text: str) -> None:
    """ "May" and "march" are months only where a date could stand."""
    assert [c for c in claims_of(text) if c.kind == "date"] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Then Ada Smith left Acme's office.", ["Ada Smith", "Acme's"]),
        ("We cut costs. Everybody agreed.", []),
        ("Priya said no.", ["Priya"]),
        ("then priya said no", ["priya"]),
        ("we used PostgreSQL", ["PostgreSQL"]),
        ("I'd asked, and I left.", []),
    ],
)
def test_names_are_found_and_words_are_not(text: str, names: list[str]) -> None:
    """A capital that no grammar asks for makes a name; the first word of a sentence must be no ordinary one."""
    assert [c.quote for c in claims_of(text) if c.kind == "name"] == names


def test_who_holds_a_role() -> None:
    """ "As the lead" claims a role for the speaker, "my lead" does not; words that raise a rank are kept."""
    roles = [c.key for c in claims_of("As the senior engineer I met my director.") if c.kind == "role"]
    assert roles == [("self", "engineer", "senior"), ("any", "director")]


def test_a_number_too_long_to_be_one_can_be_read() -> None:
    """More digits than Python takes for a number are read as they are written."""
    assert next(c.key[0] for c in claims_of("We had " + "1" * 5000 + " past three.")) == "written"


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    """Every claim quotes the text it was found in."""
    assert all(c.span.of(text) == c.quote for c in claims_of(text))


ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()  # noqa: SIM905
ONES += ["seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(n: int) -> str:
    """A number below a million in words."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{ONES[n // 100]} hundred" + (f" and {spelled(n % 100)}" if n % 100 else "")
    rest = n % 1000
    return f"{spelled(n // 1000)} thousand" + (
        "" if not rest else f" and {spelled(rest)}" if rest < 100 else f" {spelled(rest)}"
    )
