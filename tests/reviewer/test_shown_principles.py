"""Leadership principles: which sentences are quoted for one."""

from __future__ import annotations

from dataclasses import replace

from storybank.readings.model import Readings
from storybank.reviewer.principles import shown_principles
from storybank.signals.model import Evidence, Signals
from storybank.text import PartKind, read

TEXT = (
    "The pumps stood still for weeks. The seals were sound. I opened the first pump at night. "
    "I drew up a list of the valves. Water ran by noon."
)
PARTS: tuple[PartKind, ...] = ("situation", "action", "action", "action", "result")


def readings(speaks: dict[int, float], own: dict[int, float]) -> Readings:
    """Readings of the text; how much each sentence speaks for diving deep, and tells of an own deed."""
    document = read(TEXT)
    spans = [s.span for s in document.sentences]

    def ranked(tag: str, strengths: dict[int, float]) -> tuple[Evidence, ...]:
        found = [Evidence(tag, span, k, strengths.get(k, 0.0)) for k, span in enumerate(spans)]
        return tuple(sorted(found, key=lambda e: -e.strength))

    signals = Signals(
        document=document, whole=document, kept=tuple(range(5)), parts=PARTS,
        evidence={"own": ranked("own", own), "joint": ()},
        said={}, numbers={}, principles={"dive-deep": ranked("dive-deep", speaks)}, figures=(), lifting={}, quoted=(),
        fillers=(), hedges=(), names=(), confidential=(),
    )  # fmt: skip
    blank = object.__new__(Readings)
    return replace_fields(blank, signals=signals, principles={"dive-deep": 0.9}, is_story=True)


def replace_fields(blank: Readings, **fields: object) -> Readings:
    """Readings of which only these fields are asked for."""
    for name, value in fields.items():
        object.__setattr__(blank, name, value)
    return blank


def test_deeds_are_quoted_before_what_was_so() -> None:
    """Of sentences that speak for a principle about alike, those with a deed are quoted, in their order."""
    speaks = {0: 0.95, 1: 0.9, 2: 0.8, 3: 0.7}
    (shown,) = shown_principles(readings(speaks, {2: 0.9, 3: 0.9}), 4)
    assert [quote.quote for quote in shown.evidence] == [
        "I opened the first pump at night.", "I drew up a list of the valves.",
    ]  # fmt: skip


def test_nothing_is_quoted_where_nothing_is_shown() -> None:
    """No story, or no leadership in it: no principle."""
    one = readings({2: 0.9}, {2: 0.9})
    assert shown_principles(one, 1) == ()
    assert shown_principles(replace_fields(one, is_story=False), 4) == ()


def test_principles_are_not_all_shown_by_the_same_words() -> None:
    """A sentence quoted for the first principle gives way to another that speaks for the second about as much."""
    one = readings({2: 0.9, 3: 0.85, 4: 0.8}, {2: 0.9, 3: 0.9, 4: 0.9})
    ranked = one.signals.principles["dive-deep"]
    signals = replace(one.signals, principles={"dive-deep": ranked, "ownership": ranked})
    both = replace_fields(one, signals=signals, principles={"dive-deep": 0.5, "ownership": 0.4})
    first, second = shown_principles(both, 4)
    assert first.evidence != second.evidence


def test_a_step_of_others_gives_way_to_one_of_the_speaker() -> None:
    """What was so, or what somebody else did, shows less than a deed that speaks for the principle as much."""
    (shown,) = shown_principles(readings({1: 0.9, 2: 0.9}, {1: 0.6, 2: 0.8}), 4)
    assert [quote.quote for quote in shown.evidence] == ["I opened the first pump at night."]


def test_one_good_quote_is_better_than_two() -> None:
    """A second sentence that says far less than the first is left out."""
    (shown,) = shown_principles(readings({2: 0.9, 3: 0.2}, {2: 0.9, 3: 0.9}), 4)
    assert [quote.quote for quote in shown.evidence] == ["I opened the first pump at night."]


def test_a_claim_without_any_deed_shows_nothing() -> None:
    """Where the score says no more than named, a principle needs a deed, be it one of all together."""
    speaks = {1: 0.9, 2: 0.9}
    assert shown_principles(readings(speaks, {2: 0.1}), 2) == ()
    assert shown_principles(readings(speaks, {2: 0.9}), 2)
    assert shown_principles(readings(speaks, {2: 0.1}), 3)
