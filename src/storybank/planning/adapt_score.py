"""What each sentence is worth for a telling: what the reader says it shows, weighed by what is asked for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from storybank.errors import UnknownName
from storybank.planning.adapt_model import Wishes
from storybank.planning.adapt_own import own_weights
from storybank.playbook import model
from storybank.playbook.names import LEVELS, PRINCIPLES
from storybank.playbook.shelf import Shelf
from storybank.readings.asked import read_question
from storybank.readings.principles import asked_for, stems
from storybank.signals.fitted import Fitted
from storybank.signals.model import Signals

_BASE, _FULL = 0.25, 20  # what any sentence of so many words is worth: the owner thought it worth telling
_SHARE = {"situation": 0.8, "task": 0.9, "action": 1.3, "result": 1.0, "learning": 0.8, "other": 0.6}
_SCENE = 0.7  # for the sentence that says where we are: what follows refers back to it
_SPEAKS = 2.4  # for a principle that the sentence shows more clearly than its neighbours do
_SHARED = 0.12  # for each stem shared with the question or with what the playbook wants brought forward
_WORD = re.compile(r"[a-z]+")
LABELS = {
    "own": "a deed of your own", "choice": "a choice weighed", "influence": "people won over or helped",
    "check": "risk looked after", "unasked": "begun unasked", "assigned": "how it came to be yours",
    "outcome": "what came of it", "measured": "an outcome that can be checked", "business": "what it meant",
    "lasting": "it lasted", "insight": "a lesson of this story", "changed": "what you do differently",
    "ownfault": "an own limit admitted", "pain": "what was at stake", "scope6": "the scope", "scope7": "the wide scope",
    "filler": "says nothing", "effort": "effort offered as merit", "blame": "blames somebody", "gloat": "being right",
    "would": "what one would do", "generic": "a lesson for any story", "feeling": "only a feeling",
    "credit": "claims what others did", "sameagain": "nothing learnt",
}  # fmt: skip
"""What a tag is called in a reason."""


@cache
def tables() -> dict[str, Any]:
    """The emphasis tables, read once."""
    text = (files("storybank.planning") / "data/emphasis.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a telling should bring out: weights of tags and principles, stems to echo, and the time it may take.

    `entry` is the page of the principle that was asked for, where the playbook has one. `notes` say of values that
    our tables do not know how they are weighed.
    """

    tags: Mapping[str, float]
    principles: Mapping[str, float]
    echo: frozenset[str]
    shun: frozenset[str]
    result_first: bool
    limit: float | None
    entry: model.Principle | None
    named: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Worth:
    """What a sentence is worth, and the reasons with their share, greatest first."""

    value: float
    reasons: tuple[tuple[str, float], ...]


def wanted(wishes: Wishes, shelf: Shelf, fitted: Fitted) -> Wanted:
    """What the wishes ask for; raises `UnknownName` for a principle, level, company or round that is not there."""
    want = _Wanting()
    limit = wishes.seconds
    if wishes.principle:
        _want_principle(want, wishes.principle, shelf)
    if wishes.company:
        _want_company(want, wishes.company, shelf, 0.5 if wishes.principle else 1.0)
    if wishes.level:
        _want_level(want, wishes.level)
    if wishes.round:
        seconds = _want_round(want, wishes.round)
        limit = limit if limit is not None else seconds
    if wishes.question and wishes.question.strip():
        want.echo |= stems(wishes.question)
        _add_question(wishes.question, want.shares, want.tags, fitted)
        want.named.append("the question")
    return Wanted(
        want.tags, want.shares, frozenset(want.echo), frozenset(want.shun - want.echo), want.first, limit,
        want.entry, tuple(want.named), tuple(want.notes),
    )  # fmt: skip


@dataclass(slots=True)
class _Wanting:
    """What is wanted, while it is gathered."""

    tags: dict[str, float] = field(default_factory=dict)
    shares: dict[str, float] = field(default_factory=dict)
    echo: set[str] = field(default_factory=set)
    shun: set[str] = field(default_factory=set)
    first: bool = False
    entry: model.Principle | None = None
    named: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def _want_principle(want: _Wanting, given: str, shelf: Shelf) -> None:
    """What the reader knows of a principle, and what the playbook wants brought forward and trimmed for it."""
    name = _principle_named(given, shelf)
    _add_principle(want, name, 1.0, shelf)
    want.first = want.first or name in tables()["result-first"]["principles"]
    want.entry = _entry(name, shelf)
    if want.entry and (emphasis := want.entry.emphasis):
        want.echo |= _all_stems(*emphasis.bring_forward, *emphasis.results)
        want.shun |= _all_stems(*emphasis.trim)
    want.named.append(want.entry.title if want.entry else name.replace("-", " "))


def _want_company(want: _Wanting, given: str, shelf: Shelf, weight: float) -> None:
    """Each of the company's values a little, and the angle that the playbook advises for it."""
    names = shelf.names("company")
    if _slug(given) not in names:
        raise UnknownName("company", given, tuple(names))
    company = shelf.entry("company", _slug(given), model.Company)
    for name in company.values:
        _add_principle(want, name, weight / len(company.values), shelf)
    want.echo |= _all_stems(*company.angle)
    want.named.append(company.title)


def _want_level(want: _Wanting, given: str) -> None:
    level = given.upper()
    if level not in LEVELS:
        raise UnknownName("level", given, LEVELS)
    _add(want.tags, tables()["level"][level])
    want.first = want.first or level in tables()["result-first"]["levels"]
    want.named.append(level)


def _want_round(want: _Wanting, given: str) -> float:
    """What a round asks for; the seconds that it leaves for an answer."""
    rounds, name = tables()["round"], _slug(given)
    if name not in rounds:
        raise UnknownName("round", given, tuple(rounds))
    _add(want.tags, rounds[name]["weights"])
    want.first = want.first or rounds[name]["result_first"]
    want.named.append(f"a {name} round")
    return float(rounds[name]["seconds"])


def worths(signals: Signals, want: Wanted) -> list[Worth]:
    """The worth of each sentence of `signals.document`, in order."""
    shown = {tag: _by_sentence(signals.evidence[tag], len(signals.parts)) for tag in signals.evidence}
    speaks = _lift({p: _by_sentence(signals.principles[p], len(signals.parts)) for p in want.principles
                    if p in signals.principles})  # fmt: skip
    table = tables()
    out: list[Worth] = []
    for k, (sentence, part) in enumerate(zip(signals.document.sentences, signals.parts, strict=True)):
        gains: dict[str, float] = {}
        for tag, weight in (*table["base"][part].items(), *want.tags.items(), *table["against"].items()):
            label = LABELS[tag]
            gains[label] = gains.get(label, 0.0) + weight * max(0.0, shown[tag][k] - 0.15)
        for name, weight in want.principles.items():
            if name in speaks:
                label = f"speaks for {name}"
                gains[label] = gains.get(label, 0.0) + _SPEAKS * weight * speaks[name][k]
        said = _stems_of(sentence.span.of(signals.document.prose))
        if echoed := said & want.echo:
            gains["echoes what is asked for"] = _SHARED * min(4, len(echoed))
        if not echoed and (shunned := said & want.shun):
            gains["about what should be trimmed here"] = -_SHARED * min(4, len(shunned))
        if part == "situation" and "situation" not in signals.parts[:k]:
            gains["sets the scene"] = _SCENE
        reasons = tuple(sorted(gains.items(), key=lambda item: -abs(item[1])))
        base = _BASE * min(1.0, sentence.words / _FULL)
        total = base + sum(gains.values())
        out.append(Worth(total * _SHARE[part] if total > 0 else total, reasons))
    return out


def _principle_named(name: str, shelf: Shelf) -> str:
    known = tuple(dict.fromkeys((*PRINCIPLES, *shelf.names("principle"))))
    slug = _slug(name)
    if slug not in known:
        raise UnknownName("principle", name, known)
    return slug


def _add_principle(want: _Wanting, name: str, weight: float, shelf: Shelf) -> None:
    """A principle's share, and the tags that it asks for: by its page's numbers, our tables, or its page's words."""
    want.shares[name] = want.shares.get(name, 0.0) + weight
    entry, known = _entry(name, shelf), tables()["principle"].get(name)
    emphasis = entry.emphasis if entry else None
    ours = known is not None and not (emphasis and emphasis.weights)
    weights = known if ours else own_weights(emphasis) if emphasis else {}
    _add(want.tags, {tag: weight * of_one for tag, of_one in weights.items()})
    title = entry.title if entry else name.replace("-", " ")
    if weights and not ours:
        shows = ", ".join(LABELS[tag] for tag in weights)
        want.notes.append(f"{title} is weighed by the emphasis of its own page: {shows}")
    elif not ours:
        want.notes.append(
            f"no page says what to bring forward for {title}; for it, sentences are weighed as for any story"
        )


def _entry(name: str, shelf: Shelf) -> model.Principle | None:
    """The page of a principle, where the playbook has one."""
    return shelf.entry("principle", name, model.Principle) if name in shelf.names("principle") else None


def _add_question(question: str, shares: dict[str, float], tags: dict[str, float], fitted: Fitted) -> None:
    """What a question asks for: its kind, and the principles that its words are put to hear about."""
    import math

    asked = read_question(question)
    for kind in ("initiative", "failure", "disagreement"):
        if getattr(asked, kind):
            _add(tags, tables()["asked"][kind])
    said = asked_for(question, fitted)
    totals = {name: prior + said.get(name, 0.0) for name, prior in fitted.asked["prior"].items()}
    odds = {name: math.exp(total - max(totals.values())) for name, total in totals.items()}
    best = sorted(((odd, name) for name, odd in odds.items()), reverse=True)[:3]
    for odd, name in best:
        share = 0.8 * odd / sum(odds.values())
        shares[name] = shares.get(name, 0.0) + share
        _add(tags, {t: share * w for t, w in tables()["principle"].get(name, {}).items()})


def _add(tags: dict[str, float], more: Mapping[str, float]) -> None:
    for tag, weight in more.items():
        tags[tag] = tags.get(tag, 0.0) + weight


def _by_sentence(evidence: Iterable[Any], count: int) -> list[float]:
    found = [0.0] * count
    for e in evidence:
        found[e.sentence] = e.strength
    return found


def _lift(strengths: Mapping[str, Sequence[float]]) -> dict[str, list[float]]:
    """How far each sentence speaks for a principle beyond what the whole story does."""
    lifted: dict[str, list[float]] = {}
    for name, row in strengths.items():
        mean = sum(row) / max(1, len(row))
        lifted[name] = [s - mean for s in row]
    return lifted


def _stems_of(sentence: str) -> frozenset[str]:
    return frozenset(s for s in stems(sentence) if len(s) > 2)


def _all_stems(*texts: str) -> set[str]:
    return {stem for text in texts for stem in stems(text)}


def _slug(name: str) -> str:
    return "-".join(_WORD.findall(name.lower().replace("'", "").replace("’", "")))
