"""Word lists of mining, and small questions about the wording of a line."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from storybank.playbook.lexicons import lexicon

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LEAD: Final = re.compile(r"[\s*_\"'“‘(\[]*")
_QUOTES: Final = {'"': '"', "“": "”", "‘": "’"}
_HEADLINE: Final = 64
_SHORTEST: Final = 28  # characters that a cut leaves at least
_JOINTS: Final = frozenset("and but or so which that who whom whose of to than into onto between if".split())  # noqa: SIM905
_ARTICLES: Final = frozenset("a an the my our your his her its their this these those".split())  # noqa: SIM905
_SOFT: Final = re.compile(r"[,;:.!?–—(]")


@dataclass(frozen=True, slots=True)
class Words:
    """The lists by name, and irregular pasts with their base forms."""

    lists: dict[str, frozenset[str]]
    irregular: dict[str, str]
    patterns: dict[str, re.Pattern[str]]


@cache
def words() -> Words:
    """The lists as shipped; read once."""
    raw = tomllib.loads((files("storybank.stories.mining") / "words.toml").read_text(encoding="utf-8"))
    lists = {name: frozenset(listed) for name, listed in raw["lists"].items()} | {"resume": lexicon("resume")}
    return Words(lists, raw["irregular"], {name: pattern_of(listed) for name, listed in lists.items()})


def pattern_of(listed: frozenset[str]) -> re.Pattern[str]:
    """Any of the entries as whole words; `*` at the end of an entry takes any ending."""
    longest = sorted(listed, key=lambda w: (-len(w), w))
    parts = [re.escape(w.removesuffix("*")) + (r"\w*" if w.endswith("*") else "") for w in longest]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def said(name: str, text: str) -> tuple[str, ...]:
    """The entries of a list that the text holds, as they stand, each once in lower case."""
    return tuple(dict.fromkeys(m.group().lower() for m in words().patterns[name].finditer(text)))


def opens_with(name: str, text: str) -> bool:
    """True when the text begins with an entry of the list."""
    return bool(words().patterns[name].match(text, _LEAD.match(text).end()))  # type: ignore[union-attr]


def tokens(text: str) -> list[str]:
    """Words in lower case."""
    return [m.group().lower().replace("’", "'") for m in _WORD.finditer(text)]


def heading_name(title: str) -> str:
    """A heading in lower case without marks and numbers at its ends."""
    return re.sub(r"^[\W\d_]+|[\W_]+$", "", title).lower()


def _without_source(bare: str) -> str:
    """ "feedback from my manager" is "feedback": who said it makes no event of it."""
    return re.sub(r"\s+(?:from|by)\s.*$", "", bare)


def is_heading(name: str, title: str) -> bool:
    """True when a heading is an entry of the list, or one joined to another by "and" or "&"."""
    listed = words().lists[name]
    bare = heading_name(title)
    bare = bare if bare in listed else _without_source(bare)
    parts = re.split(r"\s+(?:and|&|/)\s+|\s*/\s*", bare)
    return bare in listed or (len(parts) > 1 and all(p in listed for p in parts))


def is_past(word: str) -> bool:
    """True for a word that is, by its form, the past of a verb and opens a deed."""
    low = word.lower()
    if low in words().irregular:
        return True
    stem = low.rsplit("-", 1)[-1]
    return (len(stem) > 4 and stem.endswith("ed") and low not in words().lists["described"]) or (
        stem in words().irregular and stem != low
    )


def deeds(text: str) -> int:
    """How many words of a text are the past of a verb: how much happens in it."""
    return sum(is_past(word) for word in tokens(text))


def headline(text: str) -> str:
    """The beginning of a text, cut where a phrase ends, 64 characters at most: it serves as a title as it stands."""
    title = _cut(" ".join(text.split()))
    closing = _QUOTES.get(title[:1])
    return title[1:] if closing and closing not in title[1:] else title


def _cut(flat: str) -> str:
    if len(flat) <= _HEADLINE:
        return flat.rstrip(" .;,:")
    cut = flat[: _HEADLINE + 1]
    pauses = [m.start() for m in _SOFT.finditer(cut) if m.start() >= _SHORTEST]
    pauses = [p for p in pauses if not (cut[p - 1].isdigit() and cut[p + 1 : p + 2].isdigit())]
    pauses = [p for p in pauses if cut[:p].count("(") <= cut[:p].count(")")]  # not within a bracket
    if pauses:
        return cut[: pauses[-1]].rstrip()
    return _whole_phrases(cut)


def _whole_phrases(cut: str) -> str:
    """A text that was cut anywhere, back to the last place at which a phrase begins that was not finished."""
    whole = list(_WORD.finditer(cut[: cut.rfind(" ") if " " in cut else None]))
    joints = _JOINTS | words().lists["fronted"]
    starts = [m.start() for m in whole if m.start() >= _SHORTEST and m[0].lower() in joints]
    kept = cut[: starts[-1]] if starts else cut[: whole[-1].end()] if whole else cut
    while " " in kept.rstrip() and kept.split()[-1].lower() in _JOINTS | _ARTICLES | words().lists["fronted"]:
        kept = kept.rstrip().rpartition(" ")[0]
    return kept.rstrip(" ,;:.")
