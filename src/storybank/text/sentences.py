"""Prose to sentences: one pass of one pattern finds the places where a sentence may end, rules decide.

Made for written English and for punctuated speech. A place is a run of stops before white space, a line
break, an emoji, or a stop that lacks its space ("done.Then"). In doubt a sentence goes on: half a sentence
misleads a judge more than two sentences in one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from storybank.text import words
from storybank.text.chains import habitual, links
from storybank.text.document import Document, Sentence
from storybank.text.span import Span

EMOJI = "\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55\ufe0f\u200d\u20e3"
NEWLINE = "(?:\r\n?|[\n\v\f\u2028\u2029])"
_UNSEEN = "\xad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_CLOSE = f"[)\\]}}\"'”’»*_\x00-\x08\x0e-\x1b\x7f{_UNSEEN}]"  # what is not seen is clutter, and closes nothing
_PLACE = re.compile(
    rf"(?<![.!?…。！？‽])(?P<stop>[.!?…。！？‽]++)(?P<close>{_CLOSE}*+)"
    rf"(?:[ \t]?[{EMOJI}]|[ \t][:;]-?[)D(P](?=\s|\Z))*+(?=\s|\Z)"
    rf"|(?P<line>{NEWLINE})\s*+"
    rf"|(?<=\s)(?<![{EMOJI}]\s)[{EMOJI}]++(?P<emoji>(?=\s))"
    r"|(?<=[a-z]{3})[.!?](?P<tight>(?=(?:I|[A-Z][a-z]{1,14})[ ,'’]))"
)
_CLOSERS = frozenset(")]}\"'”’»")
_HELD = re.compile(
    r'"[^"]{1,240}"|“[^“”]{1,240}”|\([^()]{1,240}\)'
    r"|(?<![^\W_])['‘](?=\w)(?:[^'‘’]|(?<=\w)['’](?=\w)){1,160}['’](?![^\W_])"
)
_NEXT = re.compile(r"[\"'“‘(\[{*_«¿¡–—$€£#~+-]*+([^\W_]++(?:['’][^\W_]++)*+)?")
_ITEM = re.compile(r"[-–—] [A-Z0-9]")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)++[^\W\d_]{1,3}")
_CAPITAL = re.compile(r"[.!?]\s[A-Z]")
_WORD = re.compile(r"\w")
_I = frozenset({"i", "i'm", "i'd", "i've", "i'll"})
_NOON = frozenset({"a.m", "p.m"})
_WHEN = frozenset(
    {"at", "by", "around", "about", "until", "till", "before", "after", "from", "on", "and", "then"}
)
_HOUR = 5  # words
_FULL_WIDTH = frozenset("。！？")
_WRAP = range(40, 131)  # widths at which people and editors wrap lines
_REACH = 48  # how far back the word before a stop is looked for


def split(prose: str, stops: Sequence[int] = ()) -> tuple[list[Span], int]:
    """Sentences of `prose`, trimmed of white space, and how many of them close with a stop of their own.

    `stops` are offsets, sorted, where a sentence begins whatever stands before it. Every character that is
    no white space lies in exactly one sentence.
    """
    spans: list[Span] = []
    closed = 0
    edges = sorted({0, *(s for s in stops if 0 < s < len(prose)), len(prose)})
    cased = prose.lstrip()[:1].isupper() or bool(_CAPITAL.search(prose))
    habit = ";" in prose and habitual(prose)
    for start, end in pairwise(edges):
        begins, ends = _segment(prose, start, end, cased)
        begins, chained = _unchained(prose, [*begins, end], habit)
        closed += ends + chained
        for a, b in pairwise(begins):
            b -= len(prose[a:b]) - len(prose[a:b].rstrip())
            if a < b:
                spans.append(Span(a, b))
    return spans, closed


def count_words(prose: str, span: Span) -> int:
    """Words that begin within the span, counted at white space."""
    found = len(prose[span.start : span.end].split())
    if span.start and found and not prose[span.start - 1].isspace():
        found -= 1
    return found


def resegment(document: Document, boundaries: Sequence[int]) -> Document:
    """The same document with its sentences cut anew.

    `boundaries` are prose offsets at which new sentences start (0 may be left out; any order). A heading and
    a paragraph begin a sentence whatever is asked. Headings, words and seconds are carried over; seconds are
    shared out by length. Raises `ValueError` for an offset outside the prose.
    """
    prose, old = document.prose, document.sentences
    if any(not 0 <= b <= len(prose) for b in boundaries):
        raise ValueError(f"a boundary lies outside the prose of {len(prose)} characters")
    if not old:
        return document
    wanted = {_skip_space(prose, b) for b in boundaries}
    for before, here in zip((None, *old), old, strict=False):
        if before is None or before.paragraph != here.paragraph or _led(document, here):
            wanted.add(here.span.start)
    cuts = [*sorted(w for w in wanted if old[0].span.start <= w < len(prose)), len(prose)]
    starts = [s.span.start for s in old]
    made = []
    for a, b in pairwise(cuts):
        span = Span(a, a + len(prose[a:b].rstrip()))
        source = old[bisect_right(starts, a) - 1]
        same = source.span.start == a
        extra = source.words - count_words(prose, source.span) if same else 0
        made.append(
            Sentence(
                span=span,
                lead=source.lead if same else document.locate(span).start,
                words=count_words(prose, span) + extra,
                heading=source.heading,
                paragraph=source.paragraph,
                seconds=_seconds(old, starts, a, b, len(prose)),
            )
        )
    return replace(document, sentences=tuple(made))


def _led(document: Document, sentence: Sentence) -> bool:
    return sentence.lead != document.locate(sentence.span).start


def _skip_space(prose: str, at: int) -> int:
    while at < len(prose) and prose[at].isspace():
        at += 1
    return at


def _seconds(old: Sequence[Sentence], starts: list[int], a: int, b: int, end: int) -> float | None:
    """The time of prose[a:b], from sentences that each last until the next one starts."""
    total = 0.0
    for k in range(max(0, bisect_right(starts, a) - 1), bisect_left(starts, b)):
        seconds, begin = old[k].seconds, starts[k]
        close = starts[k + 1] if k + 1 < len(starts) else end
        if seconds is None:
            return None
        total += seconds * (min(b, close) - max(a, begin)) / max(1, close - begin)
    return total


def _segment(prose: str, start: int, end: int, cased: bool) -> tuple[list[int], int]:
    """Where the sentences of prose[start:end] begin, and how many close with a stop."""
    begun = _skip_space(prose, start)
    begins, closed = [begun], 0
    held: list[tuple[int, int]] | None = None
    wrapped: bool | None = None
    checked, wordy = begun, False
    for place in _PLACE.finditer(prose, start, end):
        kind = place.lastgroup
        after = _skip_space(prose, place.end()) if kind != "tight" else place.end()
        if kind == "line":
            if wrapped is None:
                wrapped = _wrapped(prose[start:end])
            if wrapped or (cased and _continues(prose, place.start(), after)):
                continue
        elif kind == "emoji":
            if place.start() == begun or not prose[after : after + 1].isupper():
                continue
        elif kind == "tight":
            if _name_inside(prose, place.end()):
                continue
        else:
            if held is None:
                held = _held(prose, start, end)
            if _inside(held, place.start(), place.end()) or not _closes(prose, place, begun, after, end):
                continue
            closed += 1
        if not wordy and checked < place.end():
            wordy, checked = bool(_WORD.search(prose, checked, place.end())), place.end()
        if wordy and begun < after < end:
            # What holds no letter or figure ("...", a lone emoji) is no sentence of its own.
            begun, wordy = after, False
            checked = after
            begins.append(after)
    if len(begins) > 1 and not _WORD.search(prose, begins[-1], end):
        begins.pop()
    return begins, closed


def _unchained(prose: str, edges: list[int], habit: bool) -> tuple[list[int], int]:
    """The same edges with those of chained clauses among them, and how many there are of these."""
    found = []
    for a, b in pairwise(edges):
        if ";" in prose[a:b]:
            found += links(prose, a, b, partial(_inside, _held(prose, a, b)), habit)
    return (sorted({*edges, *found}), len(found)) if found else (edges, 0)


def _wrapped(segment: str) -> bool:
    """True when the lines were broken to fit a width, not to end something."""
    lines = [line.rstrip() for line in re.split(NEWLINE, segment.strip())]
    width = max(map(len, lines))
    if width not in _WRAP:
        return False
    full = 0
    for line, after in pairwise(lines):
        word = after.split(None, 1)[:1]
        full += bool(word) and len(line) + 1 + len(word[0]) > width - 6
    return full >= 0.8 * (len(lines) - 1)


def _continues(prose: str, at: int, after: int) -> bool:
    """True when a line goes on after the break at `at`: a small letter follows and no stop stands before."""
    return prose[after : after + 1].islower() and (
        prose[at - 1 : at].isalnum() or prose[at - 1 : at] in ",-–—"
    )


def _held(prose: str, start: int, end: int) -> list[tuple[int, int]]:
    """Quotations and asides that open in mid-sentence: stops within them end nothing."""
    found = []
    for match in _HELD.finditer(prose, start, end):
        at = match.start() - 1
        while at >= start and prose[at] in " \t\n\r\xa0":
            at -= 1
        if at >= start and (prose[at].isalnum() or prose[at] in ",:;-–—&/%$€£"):
            found.append(match.span())
    return found


def _inside(held: list[tuple[int, int]], start: int, end: int) -> bool:
    if not held:
        return False
    at = bisect_right(held, (start, 1 << 62)) - 1
    return at >= 0 and held[at][0] < start and end < held[at][1]


def _name_inside(prose: str, at: int) -> bool:
    named = _NEXT.match(prose, at)
    return bool(named and named.group(1) and named.group(1).lower() in words.SUFFIXES)


def _closes(prose: str, place: re.Match[str], begun: int, after: int, end: int) -> bool:
    """True when the run of stops ends a sentence."""
    if after >= end:
        return True
    stop, close = place.group("stop", "close")
    following = _NEXT.match(prose, after, end)
    first = following.group(1) if following and following.group(1) else ""
    if not first:
        # A dash, a bracket or a sign: the sentence has ended unless a dash takes it up again. A capital after
        # the dash does not: so look the items of a list that were joined on one line.
        return prose[after] not in "–—-,;:" or bool(_ITEM.match(prose, after, end))
    small = first[0].islower() and first.replace("’", "'") not in _I
    if not _CLOSERS.isdisjoint(close):
        if small:
            return False
        if any(c in "\"'”’»" for c in close) and stop[-1] in "!?‽":
            return not _attributed(prose, after, end)
    if not _FULL_WIDTH.isdisjoint(stop) or any(c in "!?‽" for c in stop):
        return True
    before = prose[max(begun, place.start() - _REACH) : place.start()]
    word = before.split()[-1] if before and not before[-1].isspace() else ""
    if stop != ".":
        return bool(word) and not small and word.lower().strip("\"'“‘(,") not in words.STUMBLES
    if word.lower() in _NOON and _is_hour(prose[begun : place.start()]):
        return False
    lone = place.start() - len(word) == begun
    return _full_stop(word.lstrip("\"'“‘([{*_#"), first, small, lone, close)


def _is_hour(said: str) -> bool:
    """True for "At about 5 p.m", which says when, and not yet what."""
    words_said = said.lower().split()
    return len(words_said) <= _HOUR and words_said[0] in _WHEN


def _attributed(prose: str, after: int, end: int) -> bool:
    """True for «"Why now?" Anna asked»: the words after a quotation say who spoke."""
    ahead = prose[after : min(end, after + 60)].split(None, 3)[:3]
    return any(w.strip(".,;:!?").lower() in words.SPEECH for w in ahead[1:]) and ahead[0][-1:] not in ".,;:!?"


def _full_stop(word: str, first: str, small: bool, lone: bool, close: str) -> bool:
    """True when the single stop after `word` ends a sentence that `first` does not carry on."""
    low, opener = word.lower(), first.lower().replace("’", "'") in words.STARTERS
    digit = first[0].isdigit()
    if word.isdigit():
        return not (lone and len(word) <= 3)
    if len(word) == 1 and word.isalpha():
        if lone:
            return False
        return (word == "I" and not small) or (opener and not small and not digit)
    if low in words.NEVER:
        return bool(close)
    if _DOTTED.fullmatch(word):
        if low in _NOON:
            return not small and first.lower() not in words.CALENDAR
        return opener and not small and low not in words.NEVER
    if low in words.NUMBERED:
        return not digit and (not small or low == "no")
    if low in words.TITLES and low not in words.ENDING:
        return not word[0].isupper() and opener and not small
    if low in words.ENDING:
        return not small and not digit
    if low in words.MIXED or (low in words.DATES and word[:1].isupper()):
        return opener and not small
    return True
