"""The no-invention check: what it must find, however it is slipped in, and what it must let pass."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storybank.facts.check import check_facts

SOURCE = (
    "In March 2022 our team of about 30 engineers had nine outages a month at Daventry. My colleague Ada Smith wrote "
    "the parser. I helped the platform team with the rollout. We cut costs by 40%, nearly £1.3 million a year. I did "
    "not manage the budget. I tried to fix the billing system. Some customers complained. I was a senior engineer and "
    "my director asked me to report. I think the churn fell by half. Two of the squads adopted it. If the pilot had "
    "failed, we would have closed the depot. He claimed that I broke the build."
)
SENTENCES = re.split(r"(?<=\.)\s+", SOURCE)
ANSWERS = [
    json.loads(line)["text"]
    for line in (Path(__file__).parents[2] / "training/answers/given.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]

SLIPS = [
    # figures: other numbers, in every dress
    ("We cut costs by 45%.", "figure"),
    ("We cut costs by forty-five percent.", "figure"),
    ("We cut costs by ４５%.", "figure"),
    ("We cut costs by ٤٥%.", "figure"),
    ("We cut costs by 4 5%.", "figure"),
    ("We cut costs by 4\u200b5%.", "figure"),
    ("We had XLV engineers.", "figure"),
    ("We had Ⅻ engineers.", "figure"),
    ("A dozen squads adopted it.", "figure"),
    ("Dozens of customers complained.", "figure"),
    ("A couple of hundred engineers did it.", "figure"),
    ("A couple of directors asked me to report.", "figure"),
    ("We cut costs by two-thirds.", "figure"),
    ("Costs doubled.", "figure"),
    ("We had dreißig outages.", "figure"),
    ("It was ranked 3rd.", "rank"),
    ("We had ½ of the outages.", "figure"),
    ("Q3 outages fell.", "figure"),
    ("Three squads adopted it.", "figure"),
    ("We cut costs by fοrty-five percent.", "figure"),
    ("The third-largest outage was at Daventry.", "rank"),
    # units, currencies, rates, levels, directions, subjects
    ("We saved nearly $1.3 million a year.", "figure"),
    ("We saved nearly €1.3m a year.", "figure"),
    ("We cut costs by 40 points.", "figure"),
    ("We cut costs to 40%.", "figure"),
    ("Costs rose by 40%.", "figure"),
    ("There were nine outages a week.", "figure"),
    ("We saved nearly £1.3 million a month.", "figure"),
    ("We saved nearly £1.3 billion a year.", "figure"),
    ("There were nine squads.", "figure"),
    # hedges on numbers
    ("Our team of 30 engineers had outages.", "figure"),
    ("Our team of more than 30 engineers had outages.", "figure"),
    ("We saved £1.3 million a year.", "figure"),
    ("We saved over £1.3 million a year.", "figure"),
    # names, in every dress
    ("Bob wrote the parser.", "name"),
    ("bob wrote the parser", "name"),
    ("\u0412ob wrote the parser.", "name"),
    ("Ada Jones wrote the parser.", "name"),
    ("We moved the depot from Daventry to Swindon.", "name"),
    ("We rolled it out with IBM.", "name"),
    ("Борис wrote the parser.", "name"),
    ("We met O'Neill.", "name"),
    # dates
    ("In April 2022 we had outages.", "date"),
    ("In March 2021 we had outages.", "date"),
    ("On 3 March 2022 we had outages.", "date"),
    ("On Tuesday we had outages.", "date"),
    ("In the winter of 2022 we had outages.", "date"),
    ("Last year we had outages.", "date"),
    ("In twenty nineteen we had outages.", "date"),
    # roles and ranks
    ("I was a principal engineer.", "rank"),
    ("I was a director.", "role"),
    ("As director, I reported.", "role"),
    ("The CEO asked me to report.", "role"),
    ("I became head of engineering.", "role"),
    ("My vice president asked me.", "role"),
    # scope and quantity
    ("The company adopted it.", "scope"),
    ("It was adopted worldwide.", "scope"),
    ("Our teams had outages.", "scope"),
    ("We closed the depots.", "scope"),
    ("Every country adopted it.", "scope"),
    ("All customers complained.", "quantity"),
    ("Most customers complained.", "quantity"),
    ("Everyone complained.", "quantity"),
    ("It was the best rollout.", "rank"),
    ("It was the biggest rollout.", "rank"),
    ("I was the only engineer.", "quantity"),
    # deeds
    ("I led the platform team with the rollout.", "deed"),
    ("I wrote the parser.", "attribution"),
    ("I cut costs.", "attribution"),
    ("I managed the budget.", "negation"),
    ("I fixed the billing system.", "hedge"),
    ("The churn fell by half.", "hedge"),
    ("The pilot failed.", "hedge"),
    ("We closed the depot.", "hedge"),
    ("I broke the build.", "hedge"),
    ("I did not fix the billing system.", "negation"),
    ("Led the platform team with the rollout.", "deed"),
    ("I owned the rollout.", "deed"),
]


@pytest.mark.parametrize(("slip", "kind"), SLIPS)
def test_what_is_slipped_in_is_found(slip: str, kind: str) -> None:
    """Each attempt is found, as what it is."""
    assert kind in {i.kind for i in check_facts(SOURCE, slip)}


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(SLIPS), st.permutations(SENTENCES), st.integers(0, len(SENTENCES)))
def test_a_slip_is_found_among_true_sentences(slip: tuple[str, str], order: list[str], at: int) -> None:
    """True sentences around a slip neither hide it nor become suspect themselves."""
    _between(slip, order, at)


@pytest.mark.parametrize("neighbour", SENTENCES)
def test_no_slip_is_hidden_by_one_true_sentence(neighbour: str) -> None:
    """No single true sentence, before or behind, hides a slip; two squads make no difference to £1.3 million."""
    for slip in SLIPS:
        _between(slip, [neighbour], 0)
        _between(slip, [neighbour], 1)


def _between(slip: tuple[str, str], order: list[str], at: int) -> None:
    text = "\n".join([*order[:at], slip[0], *order[at:]])
    start = len("\n".join(order[:at])) + bool(at)
    found = check_facts(SOURCE, text)
    assert slip[1] in {i.kind for i in found}
    assert all(start <= i.span.start < start + len(slip[0]) for i in found)


@pytest.mark.parametrize(
    "fair",
    [
        "We cut costs by 40%, nearly £1.3 million a year.",
        "We cut costs by 40 per cent.",
        "Costs were cut by forty percent.",
        "I helped with the rollout.",
        "In March 2022 we had nine outages a month.",
        "Ada wrote the parser.",
        "About thirty engineers were in our team.",
        "I did not manage the budget, but I helped the platform team.",
        "My director asked me to report, and some customers complained.",
        "I was an engineer.",
        "Two squads adopted it.",
        "The team was at Daventry.",
        "",
    ],
)
def test_a_fair_rewording_passes(fair: str) -> None:
    """What says no more than the source, in nearly its words, is no invention."""
    assert check_facts(SOURCE, fair) == []


@settings(deadline=None, max_examples=50)
@given(st.data())
def test_rearranged_sentences_pass(data: st.DataObject) -> None:
    """Any choice and order of the sentences of a real answer is free of inventions."""
    text = data.draw(st.sampled_from(ANSWERS))
    sentences = [s for s in re.split(r"(?<=[.!?])\s+|\n+", text.strip()) if s]
    order = data.draw(st.permutations(sentences))
    count = data.draw(st.integers(1, len(order)))
    between = data.draw(st.sampled_from([" ", "\n", "\n\n"]))
    assert check_facts(text, between.join(order[:count])) == []


@settings(deadline=None, max_examples=50)
@given(
    st.integers(2, 10_000),
    st.integers(2, 10_000),
    st.sampled_from(["", "%", " weeks", " servers", "k users"]),
)
def test_a_changed_number_is_found_and_a_kept_one_is_not(a: int, b: int, unit: str) -> None:
    """Of two numbers in one place the other one is an invention, and only the other one."""
    source, other = f"It took {a}{unit} in the end.", f"In the end it took {b}{unit}."
    assert bool(check_facts(source, other)) == (a != b)


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_checked(source: str, rewritten: str) -> None:
    """Findings quote the rewritten text, and what is nearest quotes the source; a text states itself."""
    for invention in check_facts(source, rewritten):
        assert invention.span.of(rewritten) == invention.quote
        assert invention.nearest is None or invention.nearest.span.of(source) == invention.nearest.quote
    assert check_facts(rewritten, rewritten) == []


def test_the_nearest_claim_is_shown() -> None:
    """A finding points at what the source states instead."""
    (found,) = (i for i in check_facts(SOURCE, "We cut costs by 45%.") if i.kind == "figure")
    assert found.nearest is not None
    assert found.nearest.quote == "40%"
