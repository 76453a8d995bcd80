"""Which mask stands for which words, and the one pass that puts the masks in: both in time linear in the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Final

from storybank.facts import lists
from storybank.facts.key import Entity, Key
from storybank.facts.naming import Found, is_given, titles
from storybank.facts.vocabulary import is_common
from storybank.playbook.lexicons import lexicon_groups

_TOKEN: Final = re.compile(r"[^\W\d_]+|\d+|\s+|.", re.DOTALL)
_NAMES: Final = ("Person", "Name", "Organisation", "Place", "Project")


def plain(words: str) -> str:
    """Words as they are compared: small letters, straight apostrophes, single spaces."""
    return " ".join(words.lower().replace("’", "'").split())


class Register:
    """A key that finds the entity of any words without going through all of them."""

    def __init__(self, key: Key) -> None:
        self.key = key
        self._whole: dict[str, Entity] = {}
        self._edges: dict[str, dict[int, Entity]] = {}
        self._singles: set[str] = set()
        self._counts: dict[str, int] = {}
        self._noted: set[tuple[str, str]] = set()
        self.people: list[tuple[str, Entity]] = []
        """Full names of persons with whose mask they bear: each part of one may stand alone."""
        for entity in key.entities:
            self._counts[entity.kind] = max(self._counts.get(entity.kind, 0), entity.number)
            for form in entity.forms:
                self._note(entity, form, entity.kind)

    def enter(self, found: Found) -> None:
        """Give the words a mask, or find the one that they have: by the same words, or by a part of a full name."""
        folded = plain(found.form)
        whole = self._whole.get(folded)
        if whole is None and folded.endswith("s") and folded[:-1] in self._singles:
            return  # the plural of a name: its singular is looked for with any ending
        if whole is None and found.kind in _NAMES:
            near = [e for e in self._near(folded) if found.kind in (e.kind, "Name") or e.kind == "Name"]
            whole = near[0] if len(near) == 1 else None
        if whole is None:
            self._counts[found.kind] = self._counts.get(found.kind, 0) + 1
            whole = Entity(found.kind, self._counts[found.kind], [found.form])
            self.key.entities.append(whole)
        elif found.form not in whole.forms:
            whole.forms.append(found.form)
        self._note(whole, found.form, found.kind)

    def _note(self, entity: Entity, form: str, kind: str) -> None:
        folded = plain(form)
        if not folded or (form, kind) in self._noted:
            return
        self._noted.add((form, kind))
        self._whole.setdefault(folded, entity)
        words = folded.split()
        self._singles.update([folded] if len(words) == 1 else [])
        if kind == "Person" and len(words) > 1:
            self.people.append((form, entity))
            self._singles.update(plain(part) for part in _alone(form))
        if entity.kind in _NAMES and len(words) > 1:
            for edge in {words[0], words[-1]}:
                self._edges.setdefault(edge, {})[id(entity)] = entity

    def _near(self, folded: str) -> list[Entity]:
        """Whose name these words are a part of, or the other way round: "Ada" and "Ada Smith"."""
        words = folded.split()
        if len(words) == 1:
            return list(self._edges.get(folded, {}).values()) if len(folded) > 1 else []
        parts = {id(e): e for edge in (words[0], words[-1]) if (e := self._whole.get(edge)) and len(edge) > 1}
        return [e for e in parts.values() if e.kind in _NAMES]


@dataclass(slots=True)
class _Node:
    """What may follow, and whose words end here."""

    after: dict[str, _Node] = field(default_factory=dict)
    owner: Entity | None = None
    strict: bool = False
    """True for a name that in small letters is an ordinary word."""
    told: bool = False
    """True for a strict name that a transcript in small letters may hold: told by the owner, or of no person."""
    inner: bool = False
    """True for a name that at the start of a sentence is an ordinary word: "Will"."""

    def fits(self, tokens: list[re.Match[str]], first: int, small: bool) -> bool:
        """True when the words that begin at a token can be the name."""
        if self.strict and not (tokens[first][0][0].isupper() or (small and self.told)):
            return False
        return not self.inner or not _opens(tokens, first)


def _opens(tokens: list[re.Match[str]], at: int) -> bool:
    """True at the start of a text, a line or a sentence."""
    if at == 0:
        return True
    before = tokens[at - 1][0]
    return "\n" in before or before in ".!?" or (before.isspace() and (at == 1 or tokens[at - 2][0] in ".!?"))


class Swapper:
    """Puts masks in the place of every way of writing every entity, the longest first."""

    def __init__(self, register: Register, kept: Collection[str], told: Collection[str]) -> None:
        self._kept = frozenset(plain(k) for k in kept)
        self._told = told
        self._root = _Node()
        for entity in register.key.entities:
            for form in tuple(entity.forms):
                self._add(form, entity)
        for form, entity in register.people:
            for part in _alone(form):
                self._add(part, entity, part=True)

    def _add(self, form: str, entity: Entity, *, part: bool = False) -> None:
        folded = plain(form)
        if not folded or folded in self._kept:
            return
        node = self._root
        for token in _TOKEN.findall(form.strip()):
            node = node.after.setdefault(_key(token), _Node())
        strict = folded.isalpha() and form[0].isupper() and is_common(folded)
        inner = part and strict and folded in lists.words("stop")
        if node.owner is None:
            node.owner, node.strict, node.inner = entity, strict, inner
            alone = entity.kind != "Person" and not is_given(folded) and folded not in lists.words("stop")
            node.told = folded in self._told or alone
        elif not part:
            node.strict, node.inner = node.strict and strict, False

    def swap(self, text: str, *, small: bool) -> str:
        """The text with masks; `small` for one that writes names without capitals."""
        out: list[str] = []
        done = 0
        for start, end, entity in self.places(text, small=small):
            out += text[done:start], entity.mask(text[start:end])
            done = end
        return "".join([*out, text[done:]])

    def places(self, text: str, *, small: bool) -> Iterator[tuple[int, int, Entity]]:
        """Where in the text somebody is named, from where to where, and who; in order, none overlapping."""
        tokens = list(_TOKEN.finditer(text))
        keys = [_key(token[0]) for token in tokens]
        at = 0
        while at < len(tokens):
            found = self._longest(tokens, keys, at, small)
            if found is None:
                at += 1
                continue
            entity, behind, end = found
            yield tokens[at].start(), end, entity
            at = behind

    def _longest(
        self, tokens: list[re.Match[str]], keys: list[str], first: int, small: bool
    ) -> tuple[Entity, int, int] | None:
        """Whose name begins at a token, the token behind it, and where in the text it ends."""
        best: tuple[Entity, int, int] | None = None
        node = self._root
        for at in range(first, len(tokens)):
            key, end = keys[at], tokens[at].end()
            family = node.after.get(key[:-1]) if key.endswith("s") and len(key) > 1 else None
            if family is not None and family.owner is not None and family.fits(tokens, first, small):
                best = family.owner, at + 1, end - 1
            follows = node.after.get(key)
            if follows is None:
                break
            node = follows
            if node.owner is not None and node.fits(tokens, first, small):
                best = node.owner, at + 1, end
        return best


def _key(token: str) -> str:
    return " " if token.isspace() else token.lower().replace("’", "'")


def _alone(form: str) -> list[str]:
    """The names of a full name, each of which may stand alone elsewhere."""
    words = form.split()
    if len(words) < 2:
        return []
    particles = lexicon_groups("name-context")["particle"]
    return [
        w
        for w in words
        if len(w) > 2
        and w.lower() not in particles
        and w.lower().rstrip(".") not in titles()
        and (w[0].isupper() or not is_common(w.lower()))
    ]
