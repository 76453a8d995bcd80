"""Wordings, as patterns: ways in which people say a thing.

Each file of `data/wordings` belongs to one tag and holds a pattern a line: `word, word | regex`. The words before the
bar are a cheap test (one of them must occur before the regex is tried at all); the regex runs over lower-cased prose
with plain quotes and may use the names of `MACROS` in braces. `data/compiled/wordings.json` holds all lines with the
needles of each (`storybank.playbook.needles`), so that a review compiles a twentieth of them.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

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
    "name": r"(?!\w+ly\b)(?!(?:i|we|it|that|which|this|nobody|none|and|but|to|not|could|have|who|had|the|i'd|i'm|so|then|have|um|uh|was|were|what)\b)[\w'-]{1,40}",
    "them": r"(?:him|her|them|both|everyone|everybody|people|each of them|both of them|all of them|(?:the|my|our|his|her|their|that|every|each|both) [\w-]+)",
    "their": r"(?:his|her|their|the \w+'s?|my \w+'s?|people's|everyone's|everybody's|each other's|one another's)",
}

Row = tuple[str, list[str], bool, str]
"""A compiled line: words of which one occurs in the text; needs; whether the pattern reaches over the end of a
sentence, so that all of the text must be looked at together; the pattern. `BAR` joins words, and pieces of a need."""
BAR = "|"
ENDS = ".?!"
"""Marks that end a sentence; most patterns never reach over one."""


@cache
def wordings() -> dict[str, list[Row]]:
    """The compiled lines by tag, tags sorted; read once."""
    text = (files("storybank.playbook") / "data/compiled/wordings.json").read_text(encoding="utf-8")
    found: dict[str, list[Row]] = json.loads(text)
    return found


def expanded(pattern: str) -> str:
    """The regular expression that a line means."""
    for name, regex in MACROS.items():
        pattern = pattern.replace("{" + name + "}", regex)
    return rf"\b(?:{pattern})"


def written() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Words and pattern of each line, as the files have them, by tag."""
    folder = files("storybank.playbook") / "data/wordings"
    paths = sorted((path for path in folder.iterdir() if path.name.endswith(".txt")), key=lambda p: p.name)
    return {path.name[:-4]: _lines(path.read_text(encoding="utf-8")) for path in paths}


def compiled_wordings() -> dict[str, list[Row]]:
    """What `wordings` reads, made from the files."""
    from storybank.playbook.needles import crosses, needs

    def row(words: tuple[str, ...], pattern: str) -> Row:
        regex = expanded(pattern)
        asked = [BAR.join(need) for need in needs(regex) if BAR not in "".join(need)]
        return BAR.join(words), asked, crosses(regex), pattern

    return {tag: [row(*line) for line in lines] for tag, lines in written().items()}


def _lines(text: str) -> list[tuple[tuple[str, ...], str]]:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    parts = [line.partition("|") for line in lines]
    return [(tuple(w.strip() for w in words.split(",")), pattern.strip()) for words, _, pattern in parts]
