"""Spoken fillers: "um", "like", "you know".

A filler is told from the same word in earnest by what stands around it: pauses on both sides where the text
has commas, the words that it would have to govern where it has none. In doubt it is no filler.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from storybank.playbook.lexicons import lexicon, lexicon_groups
from storybank.signals.figure_words import SCALE, SMALL
from storybank.signals.quotation import quoted
from storybank.signals.tokens import BARRIER, Tokens, tokenise
from storybank.text.span import Span

_STOPS: Final = frozenset({".", "!", "?", "…", BARRIER})
_BREAKS: Final = _STOPS | frozenset(",;:()—–-\"“”'‘’")
_LOOSE: Final = 0.04
"""Speech with fewer marks a word than this was written down without punctuation."""


def find_fillers(prose: str) -> tuple[Span, ...]:
    """Spoken fillers ("um", "like", "you know", "basically"), in order and disjoint; quoted ones left out."""
    tokens = tokenise(prose)
    return tuple(Span(tokens.starts[a], tokens.ends[b - 1]) for a, b in fillers(tokens, quoted(tokens)))


def fillers(tokens: Tokens, silent: bytearray) -> list[tuple[int, int]]:
    """The same as ranges of tokens; `silent` marks the quoted ones."""
    checks = _checks()
    words = tokens.words
    text = _Text(tokens)
    found: list[tuple[int, int]] = []
    reached = 0
    for at, word in enumerate(words):
        check = checks.get(word)
        if check is None or at < reached or silent[at]:
            continue
        size = check(text, at)
        if size:
            reached = at + size
            found.append((at, reached))
    return found


class _Text:
    """The words with what the checks ask of them: is there a pause before or after?"""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.words = words = tokens.words
        marks = sum(map(words.count, ",.;?!"))
        spoken = len(words) - words.count(BARRIER) - marks
        self.loose = marks < _LOOSE * spoken
        self.pauses = lexicon("vocal-pauses")
        self.sets = lexicon_groups("delivery")

    def pause_before(self, at: int) -> bool:
        return self.words[at - 1] in _BREAKS

    def pause_after(self, end: int) -> bool:
        return self.words[end] in _BREAKS

    def hesitates(self, at: int) -> bool:
        """True when the token is itself a sound of thinking or opens another filler."""
        word = self.words[at]
        return word in self.pauses or word == "basically" or (word == "you" and self.words[at + 1] == "know")

    def amount(self, at: int) -> bool:
        word = self.words[at]
        if word in ("a", "maybe", "about", "around"):
            word = self.words[at + 1]
        return word[:1].isdigit() or word in SMALL or word in SCALE or word in self.sets["amount"]


def _pause(text: _Text, at: int) -> int:
    """A sound, unless it is written as an acronym, a suffix or a unit."""
    tokens = text.tokens
    shown = tokens.text[tokens.starts[at] : tokens.ends[at]]
    acronym = len(shown) > 1 and shown.isupper() and not tokens.text.isupper()
    before = text.words[at - 1]
    glued = tokens.glued(at) and before in "-'’/"
    unit = shown in ("mm", "hm") and (before[-1:].isdigit() or before in SMALL or before in "x×")
    return 0 if acronym or glued or unit else 1


def _always(text: _Text, at: int) -> int:
    return 1


def _set_off(text: _Text, at: int) -> int:
    return int(text.words[at - 1] == "," and text.words[at + 1] == ",")


def _you(text: _Text, at: int) -> int:
    words = text.words
    if words[at + 1] == "see":
        return 2 if text.pause_before(at) and words[at + 2] == "," else 0
    if words[at + 1] != "know":
        return 0
    if words[at + 2 : at + 5] == ["what", "i", "mean"]:
        return 5
    before, after = words[at - 1], words[at + 2]
    opens, closes = text.pause_before(at), text.pause_after(at + 2)
    if opens and closes:
        return 2
    if not opens and before in text.sets["know_before"]:
        return 0
    hesitant = before in text.pauses or before in text.sets["be"] or before in text.sets["stance"]
    if closes or text.hesitates(at + 2):
        return 2
    if after in text.sets["known"]:
        contracted = text.loose and after in ("it's", "that's")
        return 2 if (hesitant or contracted) and not opens else 0
    if opens:
        return 2 if after not in ("he", "she", "they") or text.loose else 0
    return 2 if text.loose or hesitant or before in text.sets["join"] else 0


def _like(text: _Text, at: int) -> int:
    words = text.words
    before, after = words[at - 1], words[at + 1]
    opens, closes = text.pause_before(at), text.pause_after(at + 1)
    if opens and closes:
        return 1
    if not opens and (before in text.sets["like_before"] or before.endswith(("'d", "n't"))):
        return 0
    if text.hesitates(at + 1) or before in text.pauses or text.hesitates(at - 2):
        return 1
    if closes:
        return int(after in (",", "—", "–", "…") and before not in text.sets["subject"])
    if text.amount(at + 1):
        return 1
    return 0 if opens else int(_unmarked_like(text, before, after))


def _unmarked_like(text: _Text, before: str, after: str) -> bool:
    """No pause on either side: a filler only where "like" could neither be a verb nor compare."""
    if before in text.sets["be"]:
        return (
            after not in text.sets["compared"]
            and (text.loose or after in text.sets["loud"])
            and not after.endswith("ing")
        )
    if before in text.sets["stance"]:
        return True
    if before in text.sets["links"]:
        return True
    if before in text.sets["infinitive"]:
        return text.loose and after not in text.sets["compared"] and not after.endswith("ing")
    if before in text.sets["join"]:
        return after not in text.sets["compared"] and not after.endswith("ing")
    happened = after.endswith("ed") or after in text.sets["be"] or after in lexicon("past-forms")
    if before in text.sets["subject"] or before in text.sets["third"]:
        return happened
    return text.loose and happened


def _kind(text: _Text, at: int) -> int:
    words = text.words
    if words[at + 1] != "of" or words[at + 2] in ("you", "him", "her", "them"):
        return 0
    before, earlier = words[at - 1], words[at - 2]
    if text.pause_before(at):
        return 2
    noun = before in text.sets["determiner"] or (
        earlier in text.sets["determiner"]
        and before not in text.sets["be"]
        and before not in text.sets["subject"]
    )
    return 0 if noun and before not in text.pauses else 2


def _mean(text: _Text, at: int) -> int:
    words = text.words
    if words[at + 1] != "mean" or words[at - 1] in ("what", "do", "which", "how", "by", "did", "if", "know"):
        return 0
    if words[at + 2] in ("it", "to", "business", "by", "every", "well", "that"):
        return 0
    if text.pause_after(at + 2) or text.loose or text.hesitates(at + 2):
        return 2
    return (
        2
        if text.pause_before(at)
        and words[at + 2]
        in text.sets["known"] | text.sets["subject"] | text.sets["third"] | {"there", "there's"}
        else 0
    )


def _tag(text: _Text, at: int) -> int:
    words = text.words
    return int(
        words[at - 1] == "," and (words[at + 1] == "?" or (words[at] == "right" and words[at + 1] == ","))
    )


def _tail(text: _Text, at: int) -> int:
    """A vague end: "or whatever", "and stuff"; and the restart "so yeah"."""
    words = text.words
    after = words[at + 1]
    if after == "yeah":
        return 2
    if (words[at], after) not in (("or", "whatever"), ("and", "stuff"), ("and", "whatnot")):
        return 0
    end = at + 4 if words[at + 2 : at + 4] == ["like", "that"] else at + 2
    return end - at if text.pause_after(end) or words[end] in text.sets["join"] or text.hesitates(end) else 0


@cache
def _checks() -> dict[str, Callable[[_Text, int], int]]:
    """By first word, what decides whether a filler begins there and how many tokens it has."""
    return {
        **dict.fromkeys(lexicon("vocal-pauses"), _pause),
        **dict.fromkeys(("basically", "kinda", "sorta"), _always),
        **dict.fromkeys(("actually", "literally"), _set_off),
        **dict.fromkeys(("kind", "sort"), _kind),
        **dict.fromkeys(("right", "yeah", "okay", "ok"), _tag),
        **dict.fromkeys(("or", "and", "so", "but"), _tail),
        "you": _you,
        "like": _like,
        "i": _mean,
    }
