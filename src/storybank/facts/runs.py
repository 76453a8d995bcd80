"""Runs of capitalised words that may be names: where they begin and how far they reach.

They come from the claims of a text, from labels, titles, numbered places and the nouns that end the names of firms, and
grow over what belongs to a name: initials, "&", hyphens, "de", "of", numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from storybank.facts import lists
from storybank.facts.claim import Claim
from storybank.facts.fold import Folded
from storybank.facts.names import bare
from storybank.facts.naming import goes_on, is_given, is_rank, is_titled
from storybank.facts.vocabulary import group, is_common
from storybank.playbook.lexicons import lexicon_groups

_JOINING: Final = frozenset(["&", "of", "and", "-"])
_LONGEST: Final = 12  # tokens of the value of a label


def runs_of(f: Folded, claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Every run, in order and disjoint: its first token and the token behind it."""
    runs = [(c.first, c.end) for c in claims if c.kind == "name"]
    for first, end in _merged(f, sorted([*runs, *_labelled(f), *_numbered(f), *_titled(f), *_firms(f)])):
        yield first, _tailed(f, end)


def _merged(f: Folded, runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs with what joins them, and with the initials before them."""
    out: list[tuple[int, int]] = []
    apart = _apart(f)
    for first, end in runs:
        first = _counted(f, _initials(f, first))
        if out and (first < out[-1][1] or _bridged(f, *out[-1], first, apart)):
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((first, end))
    return out


def _initials(f: Folded, first: int) -> int:
    """Where a name begins that has initials: "T. Okonjo", "J. R. Smith"."""
    while (
        first > 1
        and f.word(first - 1) == "."
        and f.glued(first - 1)
        and f.tokens[first - 2].capital
        and len(f.word(first - 2)) == 1
        and f.tokens[first].gap in ("", " ")
    ):
        first -= 2
    return first


def _counted(f: Folded, first: int) -> int:
    """Where a name begins that a number opens, which claims take for a figure: "First Light Solar"."""
    token = f.tokens[first - 1] if first else None
    if token is None or not token.capital or token.opens or f.tokens[first].gap != " ":
        return first
    return first - (token.word in lists.numbers("number") or token.word in lists.numbers("ordinal"))


def _bridged(f: Folded, start: int, end: int, first: int, apart: frozenset[str]) -> bool:
    """True when what stands between two runs makes them one name."""
    between = [f.word(k) for k in range(end, first)]
    if not 0 < len(between) < 4 or any(f.tokens[k].gap == "\n" for k in range(end, first + 1)):
        return False
    if between == ["&"]:
        return True
    if between == ["-"]:
        return f.glued(end) and f.glued(first)
    if between[0] == "." and len(f.word(end - 1)) == 1 and f.glued(end):
        particles = lexicon_groups("name-context")["particle"]
        return between in (["."], [".", "-"]) or all(word in particles for word in between[1:])
    last = bare(f.word(end - 1))
    if between[0] == "of" and between[1:] in ([], ["the"]):
        bodies = lexicon_groups("not-surnames")["body"]
        if last in bodies or last in group("trade"):
            return not is_rank(last)
        return end - start > 1 and not is_rank(last) and bare(f.word(first)) not in apart
    particles = lexicon_groups("name-context")["particle"]
    return all(word in particles or word in ("'", "-") for word in between) and between[0] in particles


def _apart(f: Folded) -> frozenset[str]:
    """Names that the text has without "of" too: "Ada Moss of Harrowgrid" is two names where "Harrowgrid paid"."""
    return frozenset(
        bare(token.word)
        for k, token in enumerate(f.tokens)
        if token.capital and not token.opens and f.word(k - 1) not in ("of", "the")
    )


def _tailed(f: Folded, end: int) -> int:
    """Behind the number or syllable that is a part of the name: "TRACE-7", "GB-CHF-20417", "Eun-ji"."""
    while (
        end + 1 < len(f.tokens)
        and f.word(end) in ("-", "/", "_")
        and f.glued(end)
        and f.glued(end + 1)
        and (f.word(end + 1)[0].isdigit() or f.tokens[end + 1].shown.isupper())
    ):
        end += 2
    given = is_given(f.word(end - 1)) or not is_common(f.word(end - 1))
    if given and f.word(end) == "-" and f.glued(end) and f.glued(end + 1) and _is_syllable(f.word(end + 1)):
        end += 2
    return end


def _is_syllable(word: str) -> bool:
    """True for the second half of "Eun-ji"; "-led" and "-like" are none."""
    return word.isalpha() and 1 < len(word) < 6 and not is_common(word) and not goes_on(word)


def _labelled(f: Folded) -> Iterator[tuple[int, int]]:
    """What stands behind "Employer:" at the start of a line."""
    for at, token in enumerate(f.tokens):
        if token.word != ":" or f.word(at - 1) not in group("label"):
            continue
        before = at - 2
        while before >= 0 and f.tokens[before + 1].gap != "\n" and not f.word(before).isalnum():
            before -= 1
        if before >= 0 and f.tokens[before + 1].gap != "\n":
            continue
        end = at + 1
        while end < min(len(f.tokens), at + _LONGEST) and f.tokens[end].gap != "\n" and _in_name(f, end):
            end += 1
        while end > at + 1 and not f.tokens[end - 1].capital:
            end -= 1
        if end > at + 1 and f.tokens[at + 1].capital:
            yield at + 1, end


def _in_name(f: Folded, at: int) -> bool:
    return (f.tokens[at].capital and f.tokens[at].word.isalpha()) or f.word(at) in _JOINING


def _titled(f: Folded) -> Iterator[tuple[int, int]]:
    """What stands behind "Mr.", whose stop seems to end a sentence."""
    for at in range(1, len(f.tokens)):
        if not f.tokens[at].capital or not is_titled(f, at) or f.tokens[at].gap == "\n":
            continue
        title = at - 1 - (f.word(at - 1) == ".")
        if f.tokens[title].capital and not is_rank(f.word(title)) and len(f.word(at)) > 1:
            yield at, at + 1


def _firms(f: Folded) -> Iterator[tuple[int, int]]:
    """ "Harbour Foods", "Quarry Lane": capitalised words that end so, also where a line or a sentence begins."""
    ends = group("firm") | group("street") | lists.words("firm-ending")
    for at in range(1, len(f.tokens)):
        if not f.tokens[at].capital or f.word(at) not in ends or f.tokens[at].gap != " ":
            continue
        if f.word(at + 1) == "-" and f.glued(at + 1):
            continue  # "INC-4021"
        first = at
        while first > 0 and at - first < 4 and f.tokens[first].gap == " " and _leads(f, first - 1):
            first -= 1
        if first < at:
            yield first, at + 1


def _leads(f: Folded, at: int) -> bool:
    """True for a capitalised word that a name may begin with."""
    token = f.tokens[at]
    word = bare(token.word)
    if not token.capital or not word.replace("'", "").isalpha() or word in lists.words("stop"):
        return False
    openers = (
        lexicon_groups("not-surnames")["opening"] | lists.words("aux") | frozenset(lists.values("season"))
    )
    return not token.opens or not (word in openers or word.endswith(("ly", "ing", "ed")))


def _numbered(f: Folded) -> Iterator[tuple[int, int]]:
    """ "Shed 22", "Hangar Nine": a house with a number, not at the start of a sentence."""
    for at in range(len(f.tokens) - 1):
        token, number = f.tokens[at], f.tokens[at + 1]
        if token.capital and not token.opens and number.gap == " " and token.word in group("house"):
            counted = number.capital and number.word in lists.numbers("number")
            if counted or (number.word.isdigit() and len(number.word) < 5):
                yield at, at + 2
