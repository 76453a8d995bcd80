"""Names in a transcript without capitals, as stretches to mask.

A word that no list of ordinary words holds is a name, and so is a given name that is no ordinary word. Ordinary
words are names where the words around say so: behind a title, behind "called", between "at" and "logistics", before
"street". Names that are ordinary words and stand without such a hint stay unseen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from storybank.facts import lists
from storybank.facts.fold import Folded, is_foreign
from storybank.facts.hinted import hinted_names
from storybank.facts.introduced import introduced_firms
from storybank.facts.names import bare
from storybank.facts.naming import Found, goes_on, is_role, kind_of, persons, shown, titles
from storybank.facts.somebody import introduced_people
from storybank.facts.vocabulary import group, is_common, is_known, is_public, is_rare, is_read, seen
from storybank.playbook.lexicons import lexicon, lexicon_groups
from storybank.signals.small_names import CASED

_RANKS: Final = frozenset(
    ["doctor", "professor", "sergeant", "captain", "inspector", "constable", "father", "reverend", "sister"]
)
_FEWEST: Final = 12  # words of a text, from which on it can be told apart
_NOUN: Final = 4  # letters of a noun that may end the name of a firm
_STRANGE: Final = 0.15
"""The share of rare words from which on a text is taken for another language: there they tell nothing."""
_ARTICLES: Final = frozenset(["a", "an"])


def is_spoken(f: Folded) -> bool:
    """True for a text that does not write names with capitals."""
    words = [t for t in f.tokens if t.shown[:1].isalpha()]
    capitals = sum(t.capital and t.word not in lists.words("i") for t in words)
    return len(words) >= _FEWEST and capitals <= CASED * len(words)


def spoken_names(f: Folded) -> Iterator[Found]:
    """The names of a text in small letters."""
    marked = _marked(f)
    used = frozenset(t.word for k, t in enumerate(f.tokens) if f.word(k - 1) in lists.words("before-a-word"))
    at = 0
    while at < len(f.tokens):
        if not marked[at]:
            at += 1
            continue
        end = at + 1
        while end < len(f.tokens) and marked[end] and f.tokens[end].gap != "\n":
            end += 1
        end = _with_noun(f, at, _extended(f, at, end))
        kind = kind_of(f, at, end)
        yield Found(kind, shown(f, at - _needs_title(f, at, end, used), end))
        if end - at > 1:  # a part may stand alone elsewhere, or the run may be two names
            yield from (Found(kind, shown(f, k, k + 1)) for k in range(at, end) if is_rare(bare(f.word(k))))
        at = end
    yield from hinted_names(f)
    yield from introduced_people(f)
    yield from introduced_firms(f)


def _needs_title(f: Folded, first: int, end: int, used: frozenset[str]) -> bool:
    """True for the "long" of "mr long" in a text that also says "a long time": there the title makes the name."""
    word = f.word(first)
    return end - first == 1 and word in used and is_common(word) and f.word(first - 1) in titles()


# --- words that are names by themselves


def _marked(f: Folded) -> list[bool]:
    """For each token whether it is a name, or a part of one."""
    rare = [_rare(f, k) for k in range(len(f.tokens))]
    if sum(rare) > _STRANGE * len(rare):
        rare = [False] * len(rare)
    marked = [rare[k] or _given(f, k) or _titled(f, k) for k in range(len(f.tokens))]
    for k in range(1, len(f.tokens)):
        if marked[k - 1] and not marked[k] and f.tokens[k].gap == " ":
            marked[k] = _family(f, k, rare)
    for k in range(len(f.tokens) - 2, -1, -1):
        if marked[k + 1] and not marked[k] and f.tokens[k + 1].gap == " ":
            marked[k] = _first(f, k, rare)
    _bind(f, marked)
    return _joined(f, marked)


def _bind(f: Folded, marked: list[bool]) -> None:
    """Mark the particle within a name, and the initial behind a title: "khalid bin rashid", "mr a tesfaye"."""
    particles = lexicon_groups("name-context")["particle"]
    for k in range(1, len(f.tokens) - 1):
        if marked[k] or not marked[k + 1] or f.tokens[k + 1].gap != " ":
            continue
        initial = len(f.word(k)) == 1 and f.word(k).isalpha() and f.word(k - 1) in titles()
        marked[k] = initial or (
            marked[k - 1] and f.word(k) in particles and f.word(k) not in lists.words("stop")
        )


def _joined(f: Folded, marked: list[bool]) -> list[bool]:
    """Both halves of what a hyphen joins, where one of them is a name: "achebe-clarke"."""
    for k in range(1, len(f.tokens) - 1):
        joins = f.word(k) == "-" and f.glued(k) and f.glued(k + 1) and (marked[k - 1] or marked[k + 1])
        if joins and all(f.word(n).replace("'", "").isalpha() and len(f.word(n)) > 1 for n in (k - 1, k + 1)):
            marked[k - 1] = marked[k] = marked[k + 1] = True
    return marked


def _rare(f: Folded, at: int) -> bool:
    word = bare(f.word(at))
    if is_foreign(word):
        return True
    if not word.replace("'", "").isalpha() or not is_rare(word) or not is_rare(word.replace("'", "")):
        return False
    before = f.word(at - 1)
    if before in lists.words("before-a-thing"):
        return False
    return not (before in _ARTICLES or before in lists.numbers("number") or before.isdigit())


def _given(f: Folded, at: int) -> bool:
    """A given name: always where it is no ordinary word, else where somebody acts by it."""
    word = bare(f.word(at))
    if len(word) < 2 or word in lists.words("stop") or is_public(word) or word in lists.words("aux"):
        return False
    before, after = f.word(at - 1), f.word(at + 1)
    if word in lexicon("given-names") and word not in seen() and word not in group("spoken"):
        return len(word) > 2 or before in persons() or before in group("towards")
    acted = after in group("speech") and after not in lists.words("stop")
    if is_read(word) and before not in lists.words("before-noun") - {"and", "with", "from", "to", "by"}:
        return acted or before in persons() or before in group("towards")
    if word not in lexicon("given-names") and word not in lexicon("given-names-weak"):
        return False
    return acted and (
        before in persons() or before in group("towards") or before in ("and", "but", "then", "so")
    )


def _titled(f: Folded, at: int) -> bool:
    """ "mr abernathy", "a ms price": what follows a title that is nothing else."""
    word, before = f.word(at), f.word(at - 1)
    if not word.isalpha() or len(word) < 2 or word in lists.words("stop") or word in lists.words("aux"):
        return False
    if before in lists.words("before-a-surname"):
        return not f.word(at - 2).isdigit()
    if before not in titles():
        return False
    return not is_known(word) or (before in _RANKS and _is_called(f, at))


def _is_called(f: Folded, at: int) -> bool:
    """ "i worked under doctor strange", but not "the doctor said" and "a sister company"."""
    word, ahead = f.word(at), f.word(at - 2)
    if goes_on(word) or is_role(word) or is_public(word) or word.endswith("s"):
        return False
    return (
        ahead in group("clause")
        or ahead in group("addressing")
        or ahead in ("with", "by", "to", "from", "under", "for")
    )


def _family(f: Folded, at: int, rare: list[bool]) -> bool:
    """What goes on with a name: a family name, or a word that was never seen as an ordinary one."""
    word, before = bare(f.word(at)), bare(f.word(at - 1))
    if f.word(at - 1) != before or not word.isalpha() or goes_on(word) or is_role(word):
        return False
    first = before in lexicon("given-names") or rare[at - 1]
    if f.word(at - 2) in titles() and (is_read(before) or first):
        return not word.endswith("s") and f.word(at + 1) not in _ARTICLES
    return first and (is_read(word) or (word in lexicon("surnames") and word not in lists.ordinary()))


def _first(f: Folded, at: int, rare: list[bool]) -> bool:
    """What a name begins with: an initial, a given name, "saint", "hotel"."""
    word, behind = f.word(at), bare(f.word(at + 1))
    if len(word) == 1:
        return word.isalpha() and word not in "aio" and f.word(at - 1) != "'"
    if word in group("before-a-name"):
        return rare[at + 1] and behind not in lexicon("given-names")
    if word in lists.words("stop") or word in group("speech") or is_public(word):
        return False
    if f.word(at + 2) == "-" and word in lexicon("surnames"):
        return True  # "park ji-hoon"
    given = word in lexicon("given-names-weak") or is_read(word)
    family = (rare[at + 1] and behind not in lexicon("given-names")) or behind in lexicon("surnames")
    return (
        given
        and family
        and f.word(at - 1) not in lists.words("before-noun") - {"and", "with", "by", "to", "from"}
    )


def _extended(f: Folded, first: int, end: int) -> int:
    """Behind the nouns that end the name of a firm or a place: "fennimore logistics"."""
    if bare(f.word(end - 1)) in lexicon("given-names") or f.word(end - 1) in lists.words("stop"):
        return end
    if any(f.word(first - 1) in names for names in (titles(), persons())):
        return end
    if f.word(end) in ("&", "and") and f.word(end + 1) in ("sons", "daughters", "brothers", "co", "partners"):
        return end + 2
    if f.word(end) == "&" and f.word(end + 1).isalpha():
        end += 2
    last = end
    while last < min(end + 3, len(f.tokens)) and f.tokens[last].gap == " " and _ends_a_name(f.word(last)):
        last += 1
    middle = f.word(last)
    if last == end and f.word(end + 1) in group("trade") and middle.isalpha() and not goes_on(middle):
        return end + 2 if middle not in lexicon("person-roles") and not middle.endswith("s") else end
    return last


def _with_noun(f: Folded, first: int, end: int) -> int:
    """Behind the ordinary noun that ends the name of a firm: "through bridgeway voices and"."""
    word, noun = bare(f.word(first)), f.word(end)
    firm = f.word(first - 1) in group("employing") or f.word(first - 1) in group("firm-noun")
    if end - first > 1 or not firm or not is_rare(word) or word in lexicon("given-names"):
        return end
    if not noun.isalpha() or len(noun) < _NOUN or f.tokens[end].gap != " " or f.word(first) != word:
        return end
    if (
        goes_on(noun)
        or is_role(noun)
        or is_public(noun)
        or noun in group("beside")
        or noun in group("no-employer")
    ):
        return end
    last = end + 1 >= len(f.tokens) or f.tokens[end + 1].gap == "\n"
    return end + 1 if last or goes_on(f.word(end + 1)) else end


def _ends_a_name(word: str) -> bool:
    if word in lists.words("stop") or word in group("beside"):
        return False
    things = lexicon_groups("not-surnames")
    names = (group("trade"), group("street"), group("house"), things["body"], things["place"])
    return any(word in nouns for nouns in names)
