"""What a candidate lacks, and the questions to ask oneself about it: in our words, about the owner's."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from storybank.stories.mining.model import CRITERIA, Criterion, Genre, Voice
from storybank.stories.mining.wording import headline, is_past, pattern_of, words

LEAST, MOST = 3, 5
"""How many questions a candidate is asked."""
_MET: Final[dict[Criterion, float]] = {
    "drove": 0.6,
    "obstacle": 0.45,
    "measured": 0.55,
    "learnt": 0.45,
    "stakes": 0.45,
}
_ORDER: Final[tuple[Criterion, ...]] = ("measured", "obstacle", "drove", "stakes", "learnt")
_STOP: Final = re.compile(
    r"[,;:!?()–—]|(?<![A-Z])\.(?=\s|$)|\s-\s|(?<=\s)(?:by|after|before|from|while|through|within|because|which|that|who|when|so|using|via|despite|until|"
    r"although|where|since|during|resulting|leading|saving|cutting|reducing|increasing|improving|enabling)(?=\s)"
)
_SKIPPED: Final = re.compile(
    r"^(?:I|[Ww]e|[Ss]he|[Hh]e|[Yy]ou)(?:['’](?:ve|d))?\s+"
    r"(?:then |also |had |have |has )?(?!am |was |were |is |are )(?=\w)"
)
_PAUSE: Final = re.compile(r"[,;:!?()–—]\s|(?<![A-Z])\.(?=\s|$)")
_WORDS: Final = 9
_LINKS: Final = frozenset(
    (
        "with", "to", "for", "in", "on", "at", "of", "up", "out", "over", "off", "about", "against", "by", "from",
        "through", "into", "what", "that", "how", "why", "whom", "it", "them",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What is missing, the greatest want first, and the questions."""

    missing: tuple[Criterion, ...]
    questions: tuple[str, ...]


def missing_of(criteria: dict[Criterion, float]) -> tuple[Criterion, ...]:
    """The criteria that the words do not show to be met."""
    return tuple(name for name in CRITERIA if criteria[name] < _MET[name])


def ask(
    lead: str,
    text: str,
    voice: Voice,
    genre: Genre,
    criteria: dict[Criterion, float],
    figures: tuple[str, ...],
) -> Asked:
    """Three to five questions about an event: `lead` is its best line, `text` all of its words."""
    raw = _questions()
    missing = missing_of(criteria)
    topic = topic_of(lead, imperative=genre == "history")
    turn = sum(map(ord, lead))
    asked: list[str] = []
    if voice in raw["voice"]:
        asked.append(_about(raw["voice"][voice], topic))
    wanted = [name for name in _ORDER if name in missing and not (name == "drove" and voice != "own")]
    if len(wanted) + len(asked) < LEAST - 1:
        wanted += [name for name in ("learnt", "obstacle", "stakes") if name not in wanted]
        wanted = wanted[: LEAST - 1 - len(asked)]
    for name in wanted[: MOST - 1 - len(asked)]:
        asked.append(_about(_turned(raw["missing"][name], turn), "" if asked else topic))
    if genre == "history":
        asked.append(_about(raw["history"]["questions"][turn % 3], "" if asked else topic))
    else:
        kind, clause = _kind(text, raw)
        asked.append(_about(kind, "" if asked and _same(clause, topic) else clause or topic))
    if figures and len(asked) < MOST:
        asked.append(_turned(raw["figure"]["questions"], turn).replace("{figure}", figures[0]))
    return Asked(missing, tuple(dict.fromkeys(asked)))


def _about(question: str, topic: str) -> str:
    """The question about some words; about what was named before, when there are none."""
    if topic:
        return question.replace("{topic}", topic)
    bare = question.removeprefix("“{topic}”: ").replace("“{topic}”", "it")
    return bare[:1].upper() + bare[1:]


def _same(clause: str, topic: str) -> bool:
    """True when a clause would say again what the topic said."""
    return not clause or clause.lower() in topic.lower() or topic.lower() in clause.lower()


def topic_of(lead: str, imperative: bool = False) -> str:
    """What a line is about, in its own words: what follows its verb, up to the next pause.

    `imperative`: the line opens with a verb in its plain form, as commit messages do.
    """
    flat = " ".join(lead.split())
    body = _SKIPPED.sub("", flat)
    first, _, rest = body.partition(" ")
    while rest and (
        first.lower() in words().lists["adverbs"]
        or (is_past(first) and rest.split()[0].lower() not in _LINKS)
    ):
        first, _, rest = rest.partition(" ")
    body = rest if imperative and len(rest.split()) > 1 else f"{first} {rest}".strip()
    stop = _STOP.search(body, 4)
    cut = (body[: stop.start()] if stop else body).strip(" ,;:.-–—“”\"'")
    said = cut.split()
    if len(said) < 2 or len(cut) < 8:
        return headline(flat).strip('“”"').removesuffix(" …")
    if len(said) > _WORDS:
        said = said[:_WORDS]
        while len(said) > 2 and said[-1].lower() in (
            "a",
            "an",
            "the",
            "of",
            "in",
            "on",
            "to",
            "for",
            "and",
            "with",
            "at",
            "our",
            "my",
            "his",
            "her",
            "its",
        ):
            said.pop()
    return " ".join(said).strip(" ,;:.-–—“”\"'")


def _kind(text: str, raw: dict[str, Any]) -> tuple[str, str]:
    """The question of the kind of event that most words speak for, and the clause with the first of them."""
    found = [list(pattern.finditer(text)) for pattern in _cues()]
    counted = [(len({m.group().lower() for m in matches}), -k) for k, matches in enumerate(found)]
    best, place = max(counted, default=(0, 0))
    if not best:
        return str(raw["kind"][-1]["ask"]), ""
    return str(raw["kind"][-place]["ask"]), _clause(text, found[-place][0].start())


def _clause(text: str, at: int) -> str:
    """The clause around a place, if it is short enough to be named and long enough to mean something."""
    start = max((m.end() for m in _PAUSE.finditer(text, 0, at)), default=0)
    stop = _PAUSE.search(text, at)
    said = text[start : stop.start() if stop else len(text)].split()
    if said and said[0].lower() in ("and", "but", "so", "then"):
        said = said[1:]
    return " ".join(said).strip("“”\"'") if 3 <= len(said) <= 13 else ""


@cache
def _cues() -> tuple[re.Pattern[str], ...]:
    return tuple(pattern_of(frozenset(kind["cues"])) for kind in _questions()["kind"] if kind["cues"])


def _turned(listed: list[str], turn: int) -> str:
    """One of several wordings, by the line itself: the same line is always asked the same."""
    return listed[turn % len(listed)]


@cache
def _questions() -> dict[str, Any]:
    return tomllib.loads((files("storybank.stories.mining") / "asking.toml").read_text(encoding="utf-8"))
