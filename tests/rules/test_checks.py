"""The checks, on readings made by hand: borders, interplay, and the facts that messages need."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import cast

import pytest

from storybank.playbook.names import Level
from storybank.readings.asked import Asked
from storybank.readings.model import Judged, Lesson, Outcome, Readings
from storybank.rules.model import Hit
from storybank.rules.registry import RULES, rule
from storybank.signals.figures import Figure
from storybank.signals.model import Evidence, OutcomeFigure, Signals
from storybank.text.document import Document, PartKind, Piece, Sentence
from storybank.text.span import Span

SENTENCES: tuple[tuple[str, PartKind], ...] = (
    ("The mill stood still.", "situation"),
    ("I had to start it.", "task"),
    ("I opened the gate.", "action"),
    ("I called the smith.", "action"),
    ("It ran by noon.", "result"),
    ("I keep a spare now.", "learning"),
)


def make(
    *,
    judged: dict[str, Judged] | None = None,
    shares: dict[PartKind, float] | None = None,
    tags: dict[str, tuple[int, ...]] | None = None,
    said: dict[str, tuple[Span, ...]] | None = None,
    fillers: int = 0,
    hedges: int = 0,
    result: str = "It ran by noon.",
    **changes: object,
) -> Readings:
    """Readings of a small answer without a defect; `tags` names the sentences that show each tag."""
    told = [(result if part == "result" else words, part) for words, part in SENTENCES]
    prose = " ".join(words for words, _ in told)
    spans = [Span(prose.index(words), prose.index(words) + len(words)) for words, _ in told]
    document = Document(
        prose, "plain", prose, (Piece(0, 0, len(prose)),), tuple(Sentence(s, s.start, 4) for s in spans)
    )
    evidence: defaultdict[str, tuple[Evidence, ...]] = defaultdict(tuple)
    evidence |= {tag: tuple(Evidence(tag, spans[k], k, 0.9) for k in ks) for tag, ks in (tags or {}).items()}
    signals = Signals(
        document=document, whole=document, kept=tuple(range(len(spans))),
        parts=tuple(p for _, p in told), evidence=evidence, said=said or {}, numbers={}, principles={},
        figures=(), lifting={}, quoted=(), fillers=tuple(spans[2:3] * fillers), hedges=tuple(spans[3:4] * hedges),
        names=(), confidential=(),
    )  # fmt: skip
    readings = Readings(
        signals=signals, target="L6", asked=Asked(), words=300, told=300,
        shares=shares or {"situation": 0.2, "task": 0.1, "action": 0.5, "result": 0.1, "learning": 0.1},
        outcome=Outcome("checkable", False, spans[4], (), (), ()), lesson=Lesson("changed", spans[5], ()),
        level="L6", judged=judged or {}, numbers={}, principles={}, is_story=True,
    )  # fmt: skip
    return replace(readings, **changes)  # type: ignore[arg-type]


def hits(name: str, readings: Readings) -> list[Hit]:
    """The rule's hits; their facts must fill the message and the advice."""
    found = list(rule(name).check(readings))
    for hit in found:
        assert "{" not in (rule(name).message + rule(name).advice).format(**(hit.facts or {}))
    return found


def present(probability: float = 0.9, *spans: Span) -> Judged:
    return Judged(probability, True, spans)


def test_a_sound_answer_has_no_defect_of_the_guide() -> None:
    """Nothing fires at warning or error when every reading is good."""
    assert [r.name for r in RULES if not r.preview and list(r.check(make()))] == []


@pytest.mark.parametrize(
    ("name", "part", "passes", "fails"),
    [("overlong-situation", "situation", 0.35, 0.36), ("thin-action", "action", 0.30, 0.29)],
)
def test_shares_are_judged_at_the_border(name: str, part: PartKind, passes: float, fails: float) -> None:
    """The guide's shares still pass; the next per cent does not."""
    assert hits(name, make(shares={part: passes})) == []
    assert len(hits(name, make(shares={part: fails}))) == 1


@pytest.mark.parametrize(("name", "passes", "fails"), [("too-long", 750, 751), ("too-short", 150, 149)])
def test_length_is_judged_at_the_border(name: str, passes: int, fails: int) -> None:
    """750 and 150 words pass; one word beyond does not."""
    assert hits(name, make(words=passes, told=passes)) == []
    assert len(hits(name, make(words=fails, told=fails))) == 1


def test_fillers_and_hedges_are_counted() -> None:
    """Four fillers in a hundred words and two hedges pass; one more of either is one finding."""
    assert hits("filler-heavy", make(fillers=4, words=100)) == []
    assert len(hits("filler-heavy", make(fillers=5, words=100))) == 1
    assert hits("hedged", make(hedges=2)) == []
    (hit,) = hits("hedged", make(hedges=3))
    assert hit.facts == {"count": 3, "examples": "“I called the smith.”"}


@pytest.mark.parametrize(("part", "name"), [("situation", "missing-situation"), ("task", "missing-task")])
def test_missing_parts(part: PartKind, name: str) -> None:
    """No sentence for a part: missing, unless the reading is sure of it, or no event is told at all."""
    without: dict[PartKind, float] = {"action": 0.9, "result": 0.1}
    assert len(hits(name, make(shares=without))) == 1
    assert hits(name, make(shares=without, judged={name: Judged(0.01, False, ())})) == []
    assert hits(name, make(shares=without, judged={"hypothetical": present()})) == []
    assert len(hits(name, make(judged={name: present()}))) == 1


def test_hypothetical_answer_misses_its_result_and_nothing_else() -> None:
    """What one would do has no outcome; that no other part is there goes without saying."""
    told = make(
        judged={"hypothetical": present()}, shares={"action": 1.0},
        outcome=Outcome("none", False, None, (), (), ()), lesson=Lesson("none", None, ()), is_story=False,
    )  # fmt: skip
    found = {r.name for r in RULES if not r.preview and list(r.check(told))}
    assert found == {"hypothetical", "missing-result"}


@pytest.mark.parametrize("kind", ["none", "felt", "stated", "checkable"])
def test_one_outcome_gets_one_verdict(kind: str) -> None:
    """Missing, vague and unquantified exclude each other."""
    readings = make(outcome=Outcome(kind, False, None, (), (), ()))  # type: ignore[arg-type]
    found = [n for n in ("missing-result", "vague-result", "unquantified-result") if hits(n, readings)]
    assert found == {
        "none": ["missing-result"], "felt": ["vague-result"], "stated": ["unquantified-result"],
        "checkable": [],
    }[kind]  # fmt: skip


@pytest.mark.parametrize(
    ("target", "failure", "raised"), [("L5", False, 0), ("L5", True, 1), ("L6", False, 1), ("L7", False, 1)]
)
def test_missing_learning_depends_on_level_and_question(target: str, failure: bool, raised: int) -> None:
    """At L5 a lesson is asked for only after a failure."""
    readings = make(target=target, asked=Asked(given=True, failure=failure), lesson=Lesson("none", None, ()))
    assert len(hits("missing-learning", readings)) == raised


@pytest.mark.parametrize(("name", "silent"), [("scope-below-level", ("L5",)), ("scope-above-level", ("L7",))])
def test_scope_is_judged_where_it_can_differ(name: str, silent: tuple[Level, ...]) -> None:
    """Nothing is below L5 and nothing above L7."""
    for target in ("L5", "L6", "L7"):
        found = hits(name, make(judged={name: present()}, target=target))
        assert bool(found) == (target not in silent)


def test_assignment_counts_only_where_initiative_was_asked_for() -> None:
    """Being told to do it is no defect by itself."""
    told = {"assigned-not-initiated": present()}
    assert hits("assigned-not-initiated", make(judged=told)) == []
    assert len(hits("assigned-not-initiated", make(judged=told, asked=Asked(True, initiative=True)))) == 1


def test_judged_defect_points_at_each_phrase() -> None:
    """One hit for each phrase; without a phrase, one for the whole answer; none where it is not present."""
    first, second = Span(0, 3), Span(5, 9)
    readings = make(judged={"blames-others": present(0.9, first, second)})
    assert [h.span for h in hits("blames-others", readings)] == [first, second]
    assert [h.span for h in hits("handed-off", make(judged={"handed-off": present()}))] == [None]
    assert hits("handed-off", make(judged={"handed-off": Judged(0.4, False, ())})) == []


def test_names_are_pointed_at_one_by_one() -> None:
    """Each full name is a finding of its own, and is said in the message."""
    readings = make()
    readings = replace(readings, signals=replace(readings.signals, names=(Span(4, 8), Span(9, 14))))
    found = hits("names-a-person", readings)
    assert [h.span for h in found] == [Span(4, 8), Span(9, 14)]
    assert cast("dict[str, str]", found[0].facts)["name"] == "mill"


def test_missing_reasons_and_missing_trade_off_exclude_each_other() -> None:
    """A bare log of deeds lacks reasons; deeds told with people in them lack at most a trade-off."""
    row: dict[str, tuple[int, ...]] = {"own": (1, 2, 3, 4)}
    assert hits("decisions-without-reason", make(tags=row))
    assert not hits("no-trade-off", make(tags=row))
    heard = row | {"influence": (3,)}
    assert not hits("decisions-without-reason", make(tags=heard))
    assert hits("no-trade-off", make(tags=heard))
    assert not hits("no-trade-off", make(tags=heard | {"choice": (2,)}))


def test_failure_is_dodged_without_an_own_fault_or_without_harm() -> None:
    """A failure question wants a fault of one's own that mattered; other questions do not."""
    asked = Asked(given=True, failure=True)
    assert hits("failure-dodged", make(asked=asked))
    assert not hits("failure-dodged", make(asked=asked, tags={"ownfault": (2,)}))
    trifle = make(
        asked=asked, tags={"ownfault": (2,)}, outcome=Outcome("none", False, None, (), (), ()),
        lesson=Lesson("generic", None, ()),
    )  # fmt: skip
    assert hits("failure-dodged", trifle)
    assert not hits("failure-dodged", make())


@pytest.mark.parametrize(
    ("name", "tags", "only"),
    [
        ("no-lasting-effect", {"lasting": (4,)}, ("L6", "L7")),
        ("no-business-context", {"business": (4,)}, ("L7",)),
        ("team-without-people", {"influence": (3,)}, ("L6", "L7")),
    ],
)
def test_senior_previews(name: str, tags: dict[str, tuple[int, ...]], only: tuple[str, ...]) -> None:
    """Each is raised at its levels, and silenced by one sentence that shows what it misses."""
    for target in ("L5", "L6", "L7"):
        assert bool(hits(name, make(tags={"own": (2, 3)}, target=target))) == (target in only)
        assert not hits(name, make(tags={"own": (2, 3)} | tags, target=target))


@pytest.mark.parametrize(
    ("result", "lasts"),
    [
        ("The doors now stand open for eleven minutes.", True),
        ("Two other mills now grind by our plan.", True),
        ("It has ground without a stop since the spring.", True),
        ("The sacks have stayed at eighty for a year and a half.", True),
        ("It’s not been down for one minute since.", True),
        ("The wheel hasn’t broken since.", True),
        ("There are eighty sacks each day.", False),
        ("It was now ten sacks an hour.", False),
        ("They now knew that the stone was sound.", False),
        ("By noon we had forty sacks.", False),
    ],
)
def test_what_holds_today_has_lasted(result: str, lasts: bool) -> None:
    """A result in the present tense beside "now" tells how it is; the same word in the past tells that day."""
    assert bool(hits("no-lasting-effect", make(result=result))) != lasts


@pytest.mark.parametrize(
    ("name", "tag", "place"), [("no-lasting-effect", "lasting", 4), ("no-trade-off", "choice", 2)]
)
def test_what_could_be_quoted_is_not_missed(name: str, tag: str, place: int) -> None:
    """A score may quote a fainter sentence than a rule would call clear: then no note says that there is none."""
    readings = make(tags={"own": (1, 2, 3, 4), "influence": (3,)})
    assert hits(name, readings)
    faint = Evidence(tag, readings.signals.document.sentences[place].span, place, 0.35)
    evidence = defaultdict(tuple, readings.signals.evidence) | {tag: (faint,)}
    assert not hits(name, replace(readings, signals=replace(readings.signals, evidence=evidence)))


def test_what_a_wording_says_outright_has_lasted() -> None:
    """Where a wording says that others took it over, no note says that nobody did."""
    readings = make(said={"lasting": (Span(0, 4),)})
    assert hits("no-lasting-effect", make())
    assert not hits("no-lasting-effect", readings)


def test_feelings_are_missed_only_where_people_matter() -> None:
    """A failure, a disagreement or a clash with somebody wants a feeling; one layer of any kind suffices."""
    for asked in (Asked(given=True, failure=True), Asked(given=True, disagreement=True)):
        assert hits("feelings-left-out", make(asked=asked))
        assert not hits("feelings-left-out", make(asked=asked, said={"relationship": (Span(0, 4),)}))
        assert not hits("feelings-left-out", make(asked=asked, is_story=False))
    assert hits("feelings-left-out", make(tags={"influence": (3,), "yield": (3,)}))
    assert not hits("feelings-left-out", make(tags={"influence": (3,)}))
    assert not hits("feelings-left-out", make())


def test_each_confidential_detail_is_shown_on_its_own() -> None:
    """Each detail is a finding of its own, and is said in the message."""
    readings = make()
    readings = replace(readings, signals=replace(readings.signals, confidential=(Span(4, 8), Span(9, 14))))
    found = hits("confidential-detail", readings)
    assert [h.span for h in found] == [Span(4, 8), Span(9, 14)]
    assert cast("dict[str, str]", found[0].facts)["detail"] == "mill"


@pytest.mark.parametrize(("relative", "found"), [(False, 1), (True, 0)])
def test_a_difference_needs_no_baseline(relative: bool, found: int) -> None:
    """A figure that tells how far two states lie apart carries what it is compared with."""
    readings = make(result="Scrap is 2% now.")
    span = Span(readings.signals.document.prose.index("2%"), readings.signals.document.prose.index("2%") + 2)
    figure = OutcomeFigure(Figure(span, "percent", False, 2.0, 0.5, relative), True)
    readings = replace(readings, signals=replace(readings.signals, figures=(figure,)))
    assert len(hits("metric-without-baseline", readings)) == found


@pytest.mark.parametrize(
    ("result", "found"),
    [
        ("It earns us £900 a month.", 1),
        ("That saved the mill £900 a month.", 0),
        ("The mill stopped paying £900 a month.", 0),
        ("We got £900 of the rent back.", 0),
    ],
)
def test_what_is_saved_needs_no_baseline(result: str, found: int) -> None:
    """A sum saved or no longer spent tells both states: with the deed and without it."""
    readings = make(result=result)
    at = readings.signals.document.prose.index("£900")
    figure = OutcomeFigure(Figure(Span(at, at + 4), "money", False, 900.0, 0.5), True)
    readings = replace(readings, signals=replace(readings.signals, figures=(figure,)))
    assert len(hits("metric-without-baseline", readings)) == found


@pytest.mark.parametrize(
    ("figure", "found"),
    [("five stars", 0), ("ten out of ten", 0), ("40 of the 40", 0), ("5/5", 0), ("4/5", 1), ("4.6 stars", 1)],
)
def test_as_much_as_there_can_be_needs_no_baseline(figure: str, found: int) -> None:
    """Nobody has to be told whether full marks are much; of any other mark one asks what it was before."""
    readings = make(result=f"They gave us {figure} that day.")
    at = readings.signals.document.prose.index(figure)
    rating = OutcomeFigure(Figure(Span(at, at + len(figure)), "rating", False, 5.0, 0.0), True)
    readings = replace(readings, signals=replace(readings.signals, figures=(rating,)))
    assert len(hits("metric-without-baseline", readings)) == found


def test_nobody_hopes_that_a_failure_lasts() -> None:
    """Where a failure was asked for, no note asks for how long its outcome has held."""
    assert hits("no-lasting-effect", make())
    assert not hits("no-lasting-effect", make(asked=Asked(given=True, failure=True)))
