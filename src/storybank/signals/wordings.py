"""Wordings: ways in which people say a thing, as patterns; a second witness beside the reader.

Each file of `playbook/data/wordings` belongs to one tag and holds a pattern a line: `word, word | regex`. The
words before the bar are a cheap test (one of them must occur before the regex is tried at all); the regex runs
over lower-cased prose with plain quotes and may use the names of `MACROS` in braces. What somebody else is
quoted as saying does not count. A match decides nothing: it is one number among those that a judgement weighs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from storybank.text.span import Span

MACROS: dict[str, str] = {
    "i": r"i(?:'ve|'d|'m|'ll)?",
    "we": r"(?:we(?:'ve|'d|'re)?|the (?:whole )?team|my team|our team)",
    "they": r"(?:they|he|she|these people|those people|the others|nobody else|everyone else|(?:the|my|our|that|their) \w+(?: \w+)?)",
    "boss": r"(?:boss|manager|supervisor|director|lead|head(?: of \w+)?|line manager|foreman|principal|matron|superior|owner|chief)",
    "not": r"(?:not|n't|never|hardly|barely)",
    "gap": r"(?:[\w',-]+ ){0,4}?",
    "adv": r"(?:\w+ly |really |just |simply |quite |very |so |even |still )?",
    "deg": r"(?:(?:\w+ly|so|very|quite|rather|pretty|more and more|more|a bit|a little|kind of|sort of|just|like|um|uh|also|both|all|too|still|even|at first|out|with myself) ){0,2}",
    "mood": r"(?:frustrated|irritated|impatient|annoyed|angry|furious|upset|afraid|scared|frightened|terrified|nervous|anxious|worried|stressed|overwhelmed|burnt out|burned out|ashamed|embarrassed|humiliated|offended|defensive|jealous|envious|insecure|guilty|disappointed|discouraged|demotivated|demorali[sz]ed|disheartened|lonely|threatened|helpless|powerless|resentful|bitter|homesick|rattled|panicked|fed up|pissed off|uneasy|uncomfortable|tense|heartbroken|mortified|unsettled|intimidated|proud of myself|torn|bewildered)\b",
    "others": r"(?:he|she|they|people|everyone|everybody|some of them|half of them|most of them|both of them|(?:the|my|our|their|his|her|both|some|many|most) (?!i\b|we\b)[\w-]+(?: (?!i\b|we\b)[\w-]+)?)",
    "folk": r"(?:he|she|they|people|everyone|everybody|both of them|the (?:room|call|meeting|team|staff|group|crew|class|shift|nurses|drivers|teachers|parents|engineers|developers|volunteers|whole \w+|others)|(?:my|our|his|her|their) (?:boss|manager|director|lead|team|colleagues?|people|staff|crew|client|trainee|apprentice|teammates?|peers?|nurses|drivers|engineers|developers|volunteers))",
    "name": r"(?!\w+ly\b)(?!(?:i|we|it|that|which|this|nobody|none|and|but|to|not|could|have|who|had|the|i'd|i'm|so|then|have|um|uh|was|were|what)\b)[\w'-]+",
    "them": r"(?:him|her|them|both|everyone|everybody|people|each of them|both of them|all of them|(?:the|my|our|his|her|their|that|every|each|both) [\w-]+)",
    "their": r"(?:his|her|their|the \w+'s?|my \w+'s?|people's|everyone's|everybody's|each other's|one another's)",
}
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "–": "-"})
_QUOTED = re.compile(r"\"[^\"\n]{1,240}\"|(?<!\w)'[^'\n]{2,160}'(?!\w)")


@cache
def tags() -> tuple[str, ...]:
    """The tags that have a file of wordings, sorted."""
    folder = files("storybank.playbook") / "data/wordings"
    return tuple(sorted(path.name[:-4] for path in folder.iterdir() if path.name.endswith(".txt")))


class Wordings(Mapping[str, tuple[Span, ...]]):
    """For each tag, where its wordings stand in the prose, in order; looked up when somebody asks."""

    def __init__(self, low: str) -> None:
        self._low = low
        self._quoted = [Span(*match.span()) for match in _QUOTED.finditer(low)]
        self._found: dict[str, tuple[Span, ...]] = {}

    def __getitem__(self, tag: str) -> tuple[Span, ...]:
        if tag not in tags():
            raise KeyError(tag)
        if tag not in self._found:
            self._found[tag] = _matches(self._low, _patterns(tag), self._quoted)
        return self._found[tag]

    def __iter__(self) -> Iterator[str]:
        return iter(tags())

    def __len__(self) -> int:
        return len(tags())


def find_wordings(prose: str) -> Wordings:
    """The wordings of a prose."""
    low = prose.translate(_PLAIN).lower()
    if len(low) != len(prose):  # a letter whose lower case is longer would shift every offset
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in prose.translate(_PLAIN))
    return Wordings(low)


def _matches(
    low: str, patterns: Sequence[tuple[tuple[str, ...], str]], quoted: Sequence[Span]
) -> tuple[Span, ...]:
    found: set[Span] = set()
    for words, pattern in patterns:
        if any(word in low for word in words):
            found.update(Span(*match.span()) for match in _compiled(pattern).finditer(low) if match.group())
    return tuple(sorted(s for s in found if not any(q.overlaps(s) for q in quoted)))


@cache
def _patterns(tag: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    text = (files("storybank.playbook") / f"data/wordings/{tag}.txt").read_text(encoding="utf-8")
    rows = []
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            words, _, pattern = line.partition("|")
            rows.append((tuple(w.strip() for w in words.split(",")), pattern.strip()))
    return tuple(rows)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    for name, regex in MACROS.items():
        pattern = pattern.replace("{" + name + "}", regex)
    return re.compile(rf"\b(?:{pattern})")
