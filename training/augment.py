"""Ways in which one answer can be written down differently without meaning anything else.

Training sees each answer in a new guise every time: as a speech recogniser would print it, with the slips of a
second language, cut badly. A judgement that survives these is about the story, not its spelling.
Every function works on words and returns text plus the map of old to new sentence starts through `rebuild`.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace
from itertools import pairwise

from records import Banked, Example, Sentence

_WORD = re.compile(r"\S+")
_ARTICLE = {"a", "an", "the"}
_FILLERS = ("um,", "uh,", "you know,", "like,", "so", "I mean,", "er,")
_SPELLING = {
    "organisation": "organization", "realised": "realized", "prioritised": "prioritized", "colour": "color",
    "centre": "center", "programme": "program", "organised": "organized", "behaviour": "behavior",
    "apologised": "apologized", "recognised": "recognized", "cheque": "check", "favour": "favor",
}  # fmt: skip
_AGREEMENT = {
    "was": "were",
    "were": "was",
    "has": "have",
    "is": "are",
    "doesn't": "don't",
    "wasn't": "weren't",
}


_PRESENT = {
    "was": "is", "were": "are", "had": "have", "told": "tell", "said": "say", "went": "go", "took": "take",
    "made": "make", "came": "come", "saw": "see", "gave": "give", "got": "get", "ran": "run", "kept": "keep",
    "felt": "feel", "left": "leave", "brought": "bring", "held": "hold", "spoke": "speak", "knew": "know",
    "found": "find", "began": "begin", "sat": "sit", "wrote": "write", "did": "do", "lost": "lose", "led": "lead",
}  # fmt: skip
_DIALECT = {
    "my": "me", "because": "'cause", "nothing": "nowt", "isn't": "ain't", "them": "'em", "you": "ye", "and": "an'",
    "those": "them", "something": "summat", "until": "till", "about": "'bout", "very": "right", "of": "o'",
}  # fmt: skip
_NUMBER = re.compile(
    r"\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred"
)


def guise(example: Example, rng: random.Random) -> Example:
    """One random guise of an answer."""
    roll = rng.random()
    bare = roll < 0.3  # as a recogniser prints it: no capitals, no punctuation
    slips = rng.random() < 0.25
    articles = rng.choice((0.0, 0.0, 0.0, 0.3, 0.9)) if not bare else 0.0
    fillers = rng.choice((0.0, 0.0, 0.0, 0.01, 0.02))
    american = rng.random() < 0.5
    commas = rng.random() < 0.1
    dialect = rng.random() < 0.06
    loud = rng.choice((0.1, 0.3)) if rng.random() < 0.1 else 0.0
    counted = False

    def change(word: str) -> str | None:
        nonlocal counted
        low = word.lower().strip(".,;:!?\"'()“”")
        if low in _ARTICLE and rng.random() < articles:
            return None
        after_number, counted = counted, bool(_NUMBER.fullmatch(low))
        if loud and rng.random() < loud:
            if low in ("a", "the"):
                return f"{word} {rng.choice(_ADJECTIVES)}"
            if word[-1] in ".!" and len(low) > 2:
                said = rng.choice(_CLAUSES).format(p=rng.choice(_SLOGANS), a=rng.choice(_ADJECTIVES))
                word = f"{word[:-1]}{said}{word[-1]}"
        if dialect:
            word = word.replace(low, _DIALECT.get(low, low)) if rng.random() < 0.7 else word
            word = re.sub(r"(?<=\w\w\w)ing\b", "in'", word)
        if commas:
            word = word.rstrip(",")
        if slips and after_number and low.endswith("s") and rng.random() < 0.5:
            word = word.replace(low, low[:-1])
        if slips and low in _PRESENT and rng.random() < 0.2:
            word = word.replace(low, _PRESENT[low])
        if slips and low in _AGREEMENT and rng.random() < 0.4:
            word = word.replace(low, _AGREEMENT[low])
        elif slips and len(low) > 5 and low.endswith("ed") and word[-1].isalpha() and rng.random() < 0.12:
            word = word[:-2] if not low.endswith(("ied", "eed")) else word
        if american and low in _SPELLING:
            word = word.replace(low, _SPELLING[low])
        if bare:
            word = re.sub(r"[.,;:!?\"“”()*#]", "", word).lower()
            return word or None
        if fillers and rng.random() < fillers:
            return f"{rng.choice(_FILLERS)} {word}"
        return word

    changed = rebuild(example, change)
    if rng.random() < 0.2:
        changed = pad(changed, rng, bare)
    if bare:
        return tear(changed, rng) if rng.random() < 0.5 else changed
    if rng.random() < 0.04:
        changed = run_on(changed, rng.choice(";;,"))
    return unstopped(changed) if rng.random() < 0.12 else changed


def run_on(example: Example, joint: str) -> Example:
    """Every full stop but the last becomes a semicolon or a comma, as in the breathless mails of some."""
    letters = list(example.text)
    for one, following in pairwise(example.sentences):
        if letters[one.end - 1] == ".":
            letters[one.end - 1] = joint
            word = example.text[following.start : following.end].split(maxsplit=1)[0]
            if len(word) > 1 and word[0].isupper() and word[1:].islower() and "'" not in word:
                letters[following.start] = word[0].lower()
    return replace(example, text="".join(letters))


def unstopped(example: Example) -> Example:
    """The last full stop was forgotten, or not copied."""
    if not example.text.endswith(".") or len(example.sentences) < 2:
        return example
    end = len(example.text) - 1
    last = replace(example.sentences[-1], end=min(end, example.sentences[-1].end))
    return replace(
        example,
        text=example.text[:end],
        sentences=[*example.sentences[:-1], last],
        defects={n: [(a, min(b, end)) for a, b in spans] for n, spans in example.defects.items()},
        figures=[(a, min(b, end)) for a, b in example.figures],
    )


_TURNS = {"and", "so", "but", "then", "because", "which", "when", "i", "we", "he", "she", "they", "it", "if", "um", "uh"}  # fmt: skip


def tear(example: Example, rng: random.Random) -> Example:
    """Cut some sentences in two, as a reader of speech without full stops does who cuts too readily.

    Each piece keeps the label; the tags, which may belong to either piece, are left out.
    """
    sentences: list[Sentence] = []
    for one in example.sentences:
        words = list(_WORD.finditer(example.text, one.start, one.end))
        places = [w for w in words[2:-1] if w.group().lower() in _TURNS] or words[3:-3]
        if len(words) < 7 or not places or rng.random() > 0.25:
            sentences.append(one)
            continue
        at = rng.choice(places).start()
        sentences.append(Sentence(one.start, at - 1, one.label, None, one.torn))
        sentences.append(Sentence(at, one.end, one.label, None, torn=True))
    return replace(example, sentences=sentences)


_PADDING = (
    "This shows {p}.", "I have always been a person of {p}.", "{p} is what I stand for.", "It was a {a}, {a} effort.",
    "I really showed {p} and {p} here.", "To me this is all about {p}.", "What a {a} and {a} journey it was.",
    "So that is {p} in a nutshell, in my view.", "We are talking about something truly {a} here.",
    "{p}, {p} and {p}: these guide everything I do.", "As I said, it was {a}.", "It goes without saying how {a} that is.",
)  # fmt: skip
_ADJECTIVES = (
    "amazing", "incredible", "outstanding", "world-class", "truly remarkable", "game-changing", "exceptional",
    "transformational", "huge", "phenomenal", "very significant", "massive", "impressive",
)  # fmt: skip
_SLOGANS = (
    "customer obsession", "ownership", "bias for action", "deep dives", "earning trust", "delivering results",
    "thinking big", "frugality", "the highest standards", "leadership", "excellence", "innovation", "teamwork",
)  # fmt: skip
_CLAUSES = (
    ", and that is {p}", ", which for me is {p}", " out of {p}", ", pure {p}", ", and it was {a}", ", {a} as it was",
    ", in the name of {p}", ", so {p}",
)  # fmt: skip


def pad(example: Example, rng: random.Random, bare: bool) -> Example:
    """Stuff an answer with words that say nothing, or say a sentence twice: no label of the whole changes."""
    sentences: list[Sentence] = []
    pieces: list[str] = []
    moves: list[tuple[int, int, int]] = []
    position = 0
    chance = rng.choice((0.08, 0.2))
    repeat = rng.random() < 0.4

    def say(text: str, label: str, tags: frozenset[str] | None) -> None:
        nonlocal position
        sentences.append(Sentence(position, position + len(text), label, tags))
        pieces.append(text)
        position += len(text) + 1

    for old in example.sentences:
        body = example.text[old.start : old.end]
        moves.append((old.start, old.end, position - old.start))
        say(body, old.label, old.tags)
        if rng.random() < chance:
            if repeat:
                say(body, "other", frozenset({"filler"}))
            else:
                line = rng.choice(_PADDING)
                while "{p}" in line or "{a}" in line:
                    line = line.replace("{p}", rng.choice(_SLOGANS), 1).replace(
                        "{a}", rng.choice(_ADJECTIVES), 1
                    )
                line = line[0].upper() + line[1:]
                say(re.sub(r"[.,:]", "", line).lower() if bare else line, "other", frozenset({"filler"}))

    def carry(span: tuple[int, int]) -> tuple[int, int] | None:
        for start, end, shift in moves:
            if start <= span[0] < end:
                return span[0] + shift, min(span[1], end) + shift
        return None

    return Example(
        example.id, example.story, " ".join(pieces), example.question, example.target, example.style,
        example.telling, sentences,
        {n: [c for s in spans if (c := carry(s))] for n, spans in example.defects.items()},
        [c for s in example.figures if (c := carry(s))], example.scores, example.verdict, example.level,
        example.principles, example.record, example.partial,
    )  # fmt: skip


def inject(example: Example, bank: list[Banked], rng: random.Random) -> Example:
    """Put one to three banked sentences where such a sentence would stand, in place of one or beside it."""
    rows = [(example.text[s.start : s.end], s.label, s.tags) for s in example.sentences]
    for banked in rng.sample(bank, rng.choice((1, 1, 2, 3))):
        places = [k for k, row in enumerate(rows) if row[1] == banked.label]
        if places:
            at = rng.choice(places)
        else:
            at = {"situation": 0, "task": min(1, len(rows) - 1)}.get(banked.label, len(rows) - 1)
        row = (banked.text, banked.label, banked.tags)
        if places and rng.random() < 0.5 and len(rows) > 3:
            rows[at] = row
        else:
            rows.insert(at + 1, row)
    sentences, position = [], 0
    for text, label, tags in rows:
        sentences.append(Sentence(position, position + len(text), label, tags))
        position += len(text) + 1
    return Example(
        example.id, example.story, " ".join(r[0] for r in rows), example.question, example.target, example.style,
        example.telling, sentences, {}, [], example.scores, example.verdict, example.level, example.principles,
        example.record, partial=True,
    )  # fmt: skip


def rebuild(example: Example, change) -> Example:  # type: ignore[no-untyped-def]
    """Rewrite an answer word by word, carrying every span along; a word changed to None is dropped."""
    pieces: list[str] = []
    position = 0
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    sentences: list[Sentence] = []
    for sentence in example.sentences:
        body = example.text[sentence.start : sentence.end]
        first = None
        for match in _WORD.finditer(body):
            word = change(match.group())
            old = sentence.start + match.start()
            if word is None:
                starts[old] = position
                ends[sentence.start + match.end()] = max(position - 1, 0)
                continue
            starts[old] = position
            if first is None:
                first = position
            pieces.append(word)
            position += len(word)
            ends[sentence.start + match.end()] = position
            position += 1
        if first is not None:
            sentences.append(Sentence(first, position - 1, sentence.label, sentence.tags, sentence.torn))
    text = " ".join(pieces)

    def carry(span: tuple[int, int]) -> tuple[int, int] | None:
        start = [new for old, new in starts.items() if old <= span[0]]
        end = [new for old, new in ends.items() if old >= span[1]]
        if not start or not end or end[0] <= start[-1]:
            return None
        return start[-1], end[0]

    return Example(
        example.id, example.story, text, example.question, example.target, example.style, example.telling,
        sentences, {n: [c for s in spans if (c := carry(s))] for n, spans in example.defects.items()},
        [c for s in example.figures if (c := carry(s))], example.scores, example.verdict, example.level,
        example.principles, example.record, example.partial,
    )  # fmt: skip
