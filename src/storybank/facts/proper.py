"""Names in a text that writes them with capitals, as stretches to mask.

They begin as runs of capitalised words (`storybank.facts.names`), grow over what belongs to a name (initials, "&",
hyphens, "de", numbers) and shrink by what does not: titles, job titles, tools, tongues, days, ordinary words that
only open a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from storybank.facts import lists
from storybank.facts.claim import Claim
from storybank.facts.fold import Folded
from storybank.facts.names import bare
from storybank.facts.naming import (
    Found,
    acts,
    is_agent,
    is_given,
    is_rank,
    is_role,
    is_titled,
    kind_of,
    names_nobody,
    shown,
    titles,
)
from storybank.facts.vocabulary import group, is_common, is_known
from storybank.playbook.lexicons import lexicon, lexicon_groups

_MARKS: Final = frozenset("\"“”'‘(-–—:;•*")
_SCHEMES: Final = ("project", "operation", "programme", "program", "codename")
_ALSO_NAMES: Final = ("will", "may")
_JOINING: Final = frozenset(["&", "of", "and", "-"])
_LONGEST: Final = 12  # tokens of the value of a label


def proper_names(f: Folded, claims: Sequence[Claim]) -> Iterator[Found]:
    """The names among the claims of a text, and those that its labels and numbered places hold."""
    low = {t.word for t in f.tokens if not t.capital}
    runs = [(c.first, c.end) for c in claims if c.kind == "name"]
    for first, end in _merged(f, sorted([*runs, *_labelled(f), *_numbered(f), *_titled(f), *_firms(f)])):
        yield from _kept(f, first, _tailed(f, end), low)


# --- runs that grow


def _merged(f: Folded, runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs with what joins them, and with the initials before them."""
    out: list[tuple[int, int]] = []
    for first, end in runs:
        first = _initials(f, first)
        if out and (first < out[-1][1] or _bridged(f, *out[-1], first)):
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


def _bridged(f: Folded, start: int, end: int, first: int) -> bool:
    """True when what stands between two runs makes them one name."""
    between = [f.word(k) for k in range(end, first)]
    if not 0 < len(between) < 4 or any(f.tokens[k].gap == "\n" for k in range(end, first + 1)):
        return False
    if between == ["&"]:
        return True
    if between == ["-"]:
        return f.glued(end) and f.glued(first)
    if between == ["."]:
        return len(f.word(end - 1)) == 1 and f.glued(end)
    last = bare(f.word(end - 1))
    if between[0] == "of" and between[1:] in ([], ["the"]):
        bodies = lexicon_groups("not-surnames")["body"]
        return (last in bodies or last in group("trade") or end - start > 1) and not is_rank(last)
    particles = lexicon_groups("name-context")["particle"]
    return all(word in particles or word in ("'", "-") for word in between) and between[0] in particles


def _tailed(f: Folded, end: int) -> int:
    """Behind the number that is a part of the name: "TRACE-7", "GB-CHF-20417"."""
    while (
        end + 1 < len(f.tokens)
        and f.word(end) in ("-", "/", "_")
        and f.glued(end)
        and f.glued(end + 1)
        and (f.word(end + 1)[0].isdigit() or f.tokens[end + 1].shown.isupper())
    ):
        end += 2
    return end


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


# --- runs that shrink


def _kept(f: Folded, first: int, end: int, low: set[str]) -> Iterator[Found]:
    """What of a run is masked: nothing, or a stretch of it."""
    while end - first > 1 and not f.word(first)[0].isalnum():
        first += 1
    if bare(f.word(first)) not in titles() or is_rank(bare(f.word(first))):
        first, end = _without_roles(f, first, end)
    while end - first > 1 and (f.word(first) in titles() or f.word(first) == "."):
        first += 1
    if end - first > 1 and f.word(first) in _SCHEMES:
        first += 1
    titled = is_titled(f, first)
    if first >= end or (not titled and _is_nobodys(f, first, end, low)):
        return
    words = shown(f, first, end)
    if words:
        yield Found("Person" if titled else kind_of(f, first, end), words)


def _is_nobodys(f: Folded, first: int, end: int, low: set[str]) -> bool:
    """True for terms, counted things ("Sprint 14") and single words that are no name."""
    if all(names_nobody(f, k) or not f.word(k)[0].isalnum() for k in range(first, end)):
        return True
    counted = f.word(end)[:1].isdigit() and f.tokens[end].gap == " "
    if counted and all(is_common(bare(f.word(k))) and not is_given(f.word(k)) for k in range(first, end)):
        return True
    return end - first == 1 and _is_one_word(f, first, low)


def _is_one_word(f: Folded, at: int, low: set[str]) -> bool:
    """True for a single word that is no name: too short, a title, or ordinary and only at the start of a sentence."""
    word = bare(f.word(at))
    if len(word) < 2 or word in titles() or _says_nothing(f, at):
        return True
    if f.word(at - 1) in _MARKS and is_common(word) and not is_given(word):
        return True
    if not f.tokens[at].opens or (len(f.tokens[at].shown) > 1 and f.tokens[at].shown.isupper()):
        return False
    ordinary = word in low or is_common(word)
    if is_given(word) and ordinary:
        return f.word(at + 1) in ("from", "of", "at", "in", "left") or (
            word in low and not acts(f, at, at + 1)
        )
    return ordinary and not is_given(word) and not acts(f, at, at + 1)


def _says_nothing(f: Folded, at: int) -> bool:
    """True for "You", "Why", "the Director": no name, wherever it stands."""
    word = bare(f.word(at))
    if word in lists.words("stop") or word in lists.words("aux"):
        return word not in _ALSO_NAMES
    if is_given(word):
        return False
    named = not _introduced(f, at) and (word in lexicon("surnames") or acts(f, at, at + 1))
    return word in lexicon_groups("not-surnames")["opening"] or (is_role(word) and not named)


def _without_roles(f: Folded, first: int, end: int) -> tuple[int, int]:
    """A run without the job title in it: "Duty Controller", "Head of Platform", "Chief Executive Ada Smith"."""
    if _follows_role(f, first) and all(_plain(f, k) for k in range(first, end)):
        return end, end
    if any(f.word(k) == "&" for k in range(first, end)):
        return first, end
    head = bare(f.word(end - 1))
    if end - first == 1:
        return first, end  # a word alone is judged by what stands around it
    if is_rank(head) or (_introduced(f, first) and is_agent(head)):
        if all(_modifies(f, k) for k in range(first, end - 1)) and not _has_given(f, first, end):
            return end, end
        if head in lists.words("rank-head") and not _has_given(f, first, end):
            end -= 1
    while first < end - 1 and _ranks(f, first):
        first += 1
    return first, end


def _ranks(f: Folded, at: int) -> bool:
    """ "Director Smith", "Deputy Manager Smith"."""
    ranks = lists.words("rank-head")
    return f.word(at) in ranks or (f.word(at) in lists.words("rank-modifier") and f.word(at + 1) in ranks)


def _has_given(f: Folded, first: int, end: int) -> bool:
    """ "Ada Baker", "with Grace Cook": a given name before what is a role elsewhere."""
    words = [bare(f.word(k)) for k in range(first, end - 1)]
    weak = lexicon("given-names-weak")
    if any(word in lexicon("given-names") and word not in weak for word in words):
        return True
    return len(words) == 1 and words[0] in weak and not _introduced(f, first)


def _introduced(f: Folded, first: int) -> bool:
    """True behind what stands before a job title rather than before a name: "a", "our", "as", the start of a line."""
    return first == 0 or f.tokens[first].gap == "\n" or f.word(first - 1) in group("before-a-title")


def _follows_role(f: Folded, first: int) -> bool:
    """True behind "Head of" and "Director for"."""
    before = first - 1
    if f.word(before) in ("the", "our"):
        before -= 1
    return (
        f.word(before) in ("of", "for")
        and f.tokens[max(0, before - 1)].capital
        and is_rank(f.word(before - 1))
    )


def _plain(f: Folded, at: int) -> bool:
    word = bare(f.word(at))
    return not word.isalpha() or (is_known(word) and not is_given(word)) or names_nobody(f, at)


def _modifies(f: Folded, at: int) -> bool:
    """True for a word that says which manager, nurse, officer: an ordinary one, or two of them in one."""
    word = bare(f.word(at))
    if _plain(f, at) or is_rank(word) or (is_common(word) and word in lexicon("given-names-weak")):
        return True
    cuts = range(3, len(word) - 2)
    return any(is_common(word[:k]) and is_common(word[k:]) for k in cuts)
