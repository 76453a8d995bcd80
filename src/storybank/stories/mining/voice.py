"""Who acts in a sentence, and how it sounds in the first person: what the reader of answers was taught on.

A résumé leaves its subject out, a review speaks of its subject by name, notes say I. The rewording is only for the
reader's ears; nothing of it is ever shown or kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from storybank.stories.mining.model import Genre, Item, Voice
from storybank.stories.mining.wording import (
    heading_name,
    is_heading,
    is_past,
    opens_with,
    said,
    tokens,
    words,
)

_I: Final = re.compile(r"(?<![\w'’])(?:I|I['’](?:ve|d|m|ll))(?![\w.])")
_PRONOUN: Final = re.compile(r"(?<!\w)(?:She|He|she|he)(?!\w)")
_MY: Final = re.compile(r"(?<!\w)(?:[Mm]y|[Mm]yself|[Mm]ine|me)(?!\w)")
_OPEN: Final = re.compile(r"[\s\"'“‘(\[]*")
_WAS: Final = re.compile(
    r"(?:I|[Hh]e|[Ss]he)(?:['’]m|['’]ve been| was| am| were| have been| had been| has been| is)\s+(?:also\s+)?"
)
_CLAUSES: Final = 4  # clauses of a sentence in which its own deed may come
_NAMED: Final = re.compile(
    r"(?:employee|name|reviewee|subject|staff member|feedback (?:for|on|about)|review(?: of| for)?|"
    r"appraisal(?: of| for)?|"
    r"evaluation(?: of| for)?|assessment(?: of| for)?)\s*(?:\d{4}\s*)?"
    r"[:–—-]?\s+(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w.'’-]+(?![\w.'’-]*:)){0,3})",
)
_NO_NAME: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "for",
        "this",
        "that",
        "she",
        "he",
        "they",
        "we",
        "i",
        "you",
        "when",
        "while",
        "after",
        "his",
        "her",
        "their",
        "our",
        "performance",
        "annual",
        "review",
        "self",
        "peer",
        "manager",
        "year",
        "mid",
        "period",
        "feedback",
        "customer",
        "team",
        "employee",
        "comments",
        "summary",
        "goals",
        "overall",
        "strengths",
    ]
)
_SUBJECT: Final = re.compile(
    r"(?<![\w.])([A-Z][a-z'’-]+)(?: [A-Z][a-z'’-]+)? (?:also |then |has |had |personally |single-handedly )?(\w+)"
)


@dataclass(frozen=True, slots=True)
class Owner:
    """How a source speaks of the person whose stories are looked for."""

    first: bool = True
    second: bool = False
    names: tuple[str, ...] = ()
    bare: bool = True
    """Whether a line without a subject is the person's own."""
    spoken_of: frozenset[tuple[str, ...]] = frozenset()
    """Sections (the headings above them) in which somebody else writes about the person."""


def genre_of(file: str, titles: Sequence[str], found: Sequence[Item]) -> Genre:
    """What kind of document it is, by its headings, its looks and last its name."""
    known = {t for t in map(heading_name, titles) if t}
    reviewed = any(is_heading("review", t) for t in known) or any(
        p in t
        for t in known
        for p in ("performance review", "appraisal", "peer feedback", "self-assessment", "annual review")
    )
    resume = sum(is_heading("resume", t) for t in known)
    low = file.lower()
    if reviewed and resume < 3:
        return "review"
    jobs = {item.role for item in found if item.role and item.years}
    if (
        resume >= 2
        or (resume and jobs)
        or re.search(r"(?:^|[^a-z])(?:cv|resume|résumé|lebenslauf)(?:[^a-z]|$)", low)
    ):
        return "resume"
    return "review" if "review" in low or "appraisal" in low or "feedback" in low else "notes"


def owner_of(genre: Genre, titles: Sequence[str], found: Sequence[Item], told: Sequence[str] = ()) -> Owner:
    """How the source names its person; `told` are names that the person gave."""
    given = tuple(part for name in told for part in (name, *name.split()) if len(part) > 1)
    if genre != "review":
        return Owner(names=given)
    named = given or _named([*titles, *(item.text for item in found[:12])])
    sections: dict[tuple[str, ...], list[str]] = {}
    for item in found:
        if not any(is_heading("self", title) for title in item.path):
            sections.setdefault(item.path, []).append(item.text)
    third = _subjects([text for texts in sections.values() for text in texts])
    if not named and third:
        best, count = third.most_common(1)[0]
        named = (best,) if count >= 2 else ()
    joined = {path: " ".join(texts) for path, texts in sections.items()}
    named_in = frozenset(
        path for path, text in joined.items() if _speaks_of(text, named) and not _of_oneself(path, text)
    )
    every = " ".join(joined.values())
    you = len(re.findall(r"(?<!\w)[Yy]ou(?!\w)", every))
    second = not named_in and you > len(_I.findall(every))
    return Owner(first=not second, second=second, names=named, spoken_of=named_in)


def _speaks_of(text: str, names: Sequence[str]) -> bool:
    """True when a text names the person, or says she or he where it hardly says I."""
    if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names):
        return True
    return len(_PRONOUN.findall(text)) > len(_I.findall(text))


def _of_oneself(path: tuple[str, ...], text: str) -> bool:
    """True below a title such as "Self-assessment form", where the text says I more often than she or he."""
    return any(said("self", title) for title in path) and len(_I.findall(text)) > len(_PRONOUN.findall(text))


def _named(texts: Sequence[str]) -> tuple[str, ...]:
    for text in texts:
        match = _NAMED.search(text) or re.match(
            r"(?i:employee|name|reviewee):\s*(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+(?![\w'’-]*:)){0,3})",
            text,
        )
        if match:
            parts = [p for p in match["name"].split() if p.lower().strip(".,") not in _NO_NAME]
            if parts:
                return (" ".join(parts), *parts)
    return ()


def _subjects(texts: Sequence[str]) -> Counter[str]:
    """Names that stand before a verb in the past, with how often."""
    found: Counter[str] = Counter()
    for text in texts:
        for match in _SUBJECT.finditer(text):
            if is_past(match[2]) and match[1].lower() not in _NO_NAME and not is_past(match[1]):
                found[match[1]] += 1
    return found


def owner_at(owner: Owner, path: tuple[str, ...]) -> Owner:
    """The owner below some headings: where others write about the person, I is not they."""
    if any(is_heading("self", title) for title in path):
        return replace(owner, first=True, second=False)
    return replace(owner, first=False) if path in owner.spoken_of else owner


def voice(sentence: str, owner: Owner, *, bullet: bool) -> Voice:
    """Whose deed a sentence tells."""
    start = _OPEN.match(sentence).end()  # type: ignore[union-attr]
    body = sentence[start:]
    if _duty(body, owner):
        return "duty"
    if owner.first and _I.search(body):
        return "own"
    if _names_owner(body, owner):
        return "own"
    words_said = _past_adverbs(tokens(body))
    if not words_said:
        return "none"
    if opens_with("groups", body):
        return "joint"
    if owner.bare and _deed(words_said):
        return "own"
    if owner.bare and opens_with("fronted", body):
        parts = (_past_adverbs(tokens(part)) for part in body.split(", ")[1:_CLAUSES])
        if any(_deed(part) for part in parts if len(part) > 1):
            return "own"
    if opens_with("others", body) or (_I.search(body) and not owner.first):
        return "other"
    if bullet and words_said[0].endswith("ing") and len(words_said[0]) > 5:
        return "duty"
    if owner.first and _MY.search(body):
        return "own"
    if re.search(r"(?<!\w)(?:[Ww]e|[Oo]ur)(?!\w)", body):
        return "joint"
    if _subjects([body[:60]]):
        return "other"
    return "none"


def _deed(words_said: list[str]) -> bool:
    """True for words that open with a verb in the past, which nobody else did."""
    return is_past(words_said[0]) and words_said[1:2] not in (["by"], ["was"], ["were"])


def heard(sentence: str, owner: Owner, told: Voice) -> str:
    """The sentence as its person would say it."""
    if told not in ("own", "duty"):
        return sentence
    start = _OPEN.match(sentence).end()  # type: ignore[union-attr]
    text = sentence[start:]
    if owner.first and (_I.search(text) or not text):
        return text
    for name in sorted(owner.names, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?:['’]s)(?!\w)", "my", text)
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "I", text)
    if not owner.first:
        text = re.sub(r"(?<!\w)[Yy]ou(?!\w)" if owner.second else r"(?<!\w)(?:[Ss]he|[Hh]e)(?!\w)", "I", text)
        text = re.sub(
            r"(?<!\w)[Yy]our(?!\w)" if owner.second else r"(?<!\w)(?:[Hh]is|[Hh]er)(?!\w)", "my", text
        )
    if _I.search(text):
        return text
    first = text.split(" ", 1)[0]
    verb = is_past(first) or first.lower() in words().lists["adverbs"] or told == "duty"
    return f"I {'was ' if _adjective(first) else ''}{text[:1].lower()}{text[1:]}" if verb else text


def _adjective(word: str) -> bool:
    return word.lower() in (
        "responsible",
        "involved",
        "accountable",
        "part",
        "member",
        "tasked",
        "in",
        "able",
    )


def _duty(body: str, owner: Owner) -> bool:
    """True for "responsible for", "was involved in", "helped with": a share or a standing task, not a deed."""
    rest = body
    for name in sorted(owner.names, key=len, reverse=True):
        if rest.startswith(name + " "):
            rest = "I" + rest[len(name) :]
            break
    rest = (
        _WAS.sub("", rest, count=1)
        if _WAS.match(rest)
        else re.sub(r"^(?:I|She|He|You)\s+(?:also\s+)?", "", rest, count=1)
    )
    return opens_with("duty", rest)


def _names_owner(body: str, owner: Owner) -> bool:
    if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", body) for name in owner.names):
        return True
    if not owner.first and owner.second and re.search(r"(?<!\w)[Yy]ou(?!\w)", body):
        return True
    return not owner.first and bool(re.search(r"(?<!\w)(?:[Ss]he|[Hh]e)(?!\w)", body))


def _past_adverbs(every: list[str]) -> list[str]:
    at = 0
    listed = words().lists["adverbs"]
    while at < len(every) - 1 and every[at] in listed:
        at += 1
    return every[at:]
