"""Ways of saying the same in other English: slips, dialects, spellings, typography. Each is a pure function.

None changes what is told. A slip spares every second chance where that is how people slip; what is a habit of
a dialect, a country or a keyboard is carried through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import count

Perturbation = Callable[[str], str]

_PAST_TO_PRESENT = {
    "was": "is", "were": "are", "had": "has", "went": "go", "told": "tell", "said": "say", "asked": "ask",
    "wanted": "want", "saw": "see", "found": "find", "took": "take", "made": "make", "gave": "give",
    "came": "come", "knew": "know", "thought": "think", "began": "begin", "met": "meet", "tried": "try",
    "agreed": "agree", "wrote": "write", "chose": "choose", "decided": "decide", "showed": "show",
    "added": "add", "moved": "move", "stayed": "stay", "worked": "work", "called": "call", "checked": "check",
    "rang": "ring", "fell": "fall", "rose": "rise", "became": "become", "needed": "need", "stopped": "stop",
}  # fmt: skip
_REGULARISED = {
    "told": "telled", "went": "goed", "found": "finded", "took": "taked", "made": "maked", "gave": "gived",
    "came": "comed", "knew": "knowed", "thought": "thinked", "began": "beginned", "wrote": "writed",
    "chose": "choosed", "fell": "falled", "rose": "rised", "became": "becomed", "cost": "costed",
    "saw": "seed", "rang": "ringed", "paid": "payed", "sent": "sended", "put": "putted", "taught": "teached",
}  # fmt: skip
_AGREEMENT = {
    "was": "were", "were": "was", "has": "have", "have": "has", "doesn't": "don't", "don't": "doesn't",
    "wasn't": "weren't", "isn't": "aren't", "is": "are", "are": "is", "goes": "go", "does": "do",
}  # fmt: skip
_PREPOSITIONS = {
    "in": "on", "on": "at", "at": "in", "to": "for", "for": "to", "from": "of", "with": "by", "by": "with",
}  # fmt: skip
_NORTHERN = {
    "nothing": "nowt", "something": "summat", "anything": "owt", "my": "me", "old": "auld", "little": "wee",
    "because": "cos", "those": "them", "isn't": "int", "wasn't": "wor not", "myself": "meself", "you": "yous",
    "between": "atween",
}  # fmt: skip
_SOUTHERN = {
    "because": "'cause", "isn't": "ain't", "aren't": "ain't", "them": "'em", "about": "'bout", "and": "an'",
    "going to": "gonna", "want to": "wanna", "wanted to": "wanned to", "until": "'til", "you": "y'all",
    "hasn't": "ain't", "haven't": "ain't",
}  # fmt: skip
_AMERICAN = {
    "organisation": "organization", "organisations": "organizations", "organisers": "organizers",
    "programme": "program", "colour": "color", "centre": "center", "labour": "labor", "learnt": "learned",
    "lorry": "truck", "till": "until", "half-term": "midterm break", "car park": "parking lot",
    "whilst": "while", "haulier": "hauler", "high street": "main street", "rota": "schedule",
    "rang": "called", "autumn": "fall", "kilometres": "kilometers", "tills": "registers",
    "cupboard": "closet",
    "straight away": "right away", "holidays": "vacations", "angry": "mad", "queue": "line", "rent": "lease",
}  # fmt: skip
_BRITISH = {
    "learned": "learnt", "program": "programme", "organization": "organisation", "color": "colour",
    "center": "centre", "realize": "realise", "while": "whilst", "among": "amongst", "called": "rang",
    "truck": "lorry", "schedule": "rota", "two weeks": "a fortnight", "until": "till",
    "right away": "straight away", "roadmap": "road map", "vacation": "holiday",
}  # fmt: skip
_CONTRACTED = {
    "do not": "don't", "did not": "didn't", "does not": "doesn't", "was not": "wasn't", "were not": "weren't",
    "could not": "couldn't", "would not": "wouldn't", "has not": "hasn't", "have not": "haven't",
    "had not": "hadn't", "is not": "isn't", "I am": "I'm", "I have": "I've", "I had": "I'd", "I would": "I'd",
    "it is": "it's", "that is": "that's", "cannot": "can't", "we had": "we'd", "they had": "they'd",
    "he had": "he'd", "she had": "she'd", "we have": "we've", "there is": "there's",
}  # fmt: skip
_EXPANDED = {
    "n't": " not", "'m": " am", "'ve": " have", "'ll": " will", "'re": " are",
}  # fmt: skip
_HAD = re.compile(  # 'd before what looks like a participle
    r"(\b\w+)'d (?=(?:n[eo]ver |already |always )?"
    r"(?!need|shorten|listen|want)(?:\w+(?:ed|en|wn|ne|de|ught|id|ut|ld|nt|lt)|got|found|had|left)\b)"
)
_WORD = r"(?<![\w'])(?:{})(?![\w'])"
_ARTICLE = re.compile(r"(?<![\w'])(?:a|an|the)\s+(?=\w)", re.IGNORECASE)


def _like(model: str, word: str) -> str:
    """The word, with a capital where the model begins with one."""
    return word[0].upper() + word[1:] if model[0].isupper() and not model.startswith("I ") else word


def _swap(text: str, table: Mapping[str, str], every: int = 1) -> str:
    """Replace whole words by table, every n-th chance."""
    longest_first = sorted(table, key=len, reverse=True)
    found = re.compile(_WORD.format("|".join(map(re.escape, longest_first))), re.IGNORECASE)
    lowered = {key.lower(): value for key, value in table.items()}
    turn = count()

    def other(match: re.Match[str]) -> str:
        word = match.group()
        return word if next(turn) % every else _like(word, lowered[word.lower()])

    return found.sub(other, text)


def articles_dropped(text: str) -> str:
    """No a, an or the at all."""
    return _ARTICLE.sub("", text)


def some_articles_dropped(text: str) -> str:
    """Every second article is missing."""
    turn = count()
    return _ARTICLE.sub(lambda m: m.group() if next(turn) % 2 else "", text)


def tense_slips(text: str) -> str:
    """Every third common verb falls into the present."""
    return _swap(text, _PAST_TO_PRESENT, every=3)


def regular_pasts(text: str) -> str:
    """Irregular verbs get a regular past: taked, telled."""
    return _swap(text, _REGULARISED)


def agreement_slips(text: str) -> str:
    """Every second verb disagrees with its subject: he have, they was."""
    return _swap(text, _AGREEMENT, every=2)


def plurals_dropped(text: str) -> str:
    """No plural after a number: four night, two people stays."""
    numbers = r"\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    return re.sub(rf"(\b(?:{numbers}) [a-z]{{3,}}[b-df-hj-rt-z])s\b", r"\1", text)


def prepositions_swapped(text: str) -> str:
    """Every third preposition is another one."""
    return _swap(text, _PREPOSITIONS, every=3)


def northern_dialect(text: str) -> str:
    """Spelt as spoken in the north of Britain."""
    return _swap(text, _NORTHERN)


def southern_dialect(text: str) -> str:
    """Spelt as spoken in the American South, with the g dropped."""
    return re.sub(r"\b(\w{3,})ing\b", r"\1in'", _swap(text, _SOUTHERN))


def american(text: str) -> str:
    """American words and spellings."""
    return re.sub(r"\b(\w{3,})is(e|es|ed|ing|ation)\b", _z, _swap(text, _AMERICAN))


def _z(match: re.Match[str]) -> str:
    """-ise to -ize where the word has it in American English."""
    stem, end = match.group(1), match.group(2)
    return f"{stem}iz{end}" if (stem + "ise").lower() in _ISE else match.group()


_ISE = {"organise", "analyse", "realise", "recognise", "apologise", "prioritise", "standardise", "summarise"}


def british(text: str) -> str:
    """British words and spellings."""
    return _swap(text, _BRITISH)


def contracted(text: str) -> str:
    """Everything that can be contracted is."""
    return _swap(text, _CONTRACTED)


def expanded(text: str) -> str:
    """No contractions."""
    text = re.sub(r"\b([Cc])an't\b", r"\1annot", text)
    text = re.sub(r"\b([Ww])on't\b", r"\1ill not", text)
    for short, long in _EXPANDED.items():
        text = re.sub(rf"(?<=\w){short}\b", long, text)
    text = _HAD.sub(r"\1 had ", text)
    text = re.sub(r"(?<=\w)'d\b", " would", text)
    return re.sub(r"\b(it|that|there|he|she|what|who)'s\b", r"\1 is", text, flags=re.IGNORECASE)


def lower_case(text: str) -> str:
    """As typed on a telephone: no capital letter."""
    return text.lower()


def commas_dropped(text: str) -> str:
    """No commas between words."""
    return re.sub(r",(?= )", "", text)


def comma_splices(text: str) -> str:
    """Every third full stop between two sentences is a comma."""
    turn = count()

    def other(match: re.Match[str]) -> str:
        letter = match.group(1)
        return match.group() if next(turn) % 3 else f", {letter if letter == 'I' else letter.lower()}"

    return re.sub(r"\. ([A-Z])", other, text)


def semicolons(text: str) -> str:
    """A semicolon for every full stop between two sentences."""
    return re.sub(r"\.(?= [A-Z])", ";", text)


def last_stop_dropped(text: str) -> str:
    """The answer ends without its full stop."""
    return text.rstrip().removesuffix(".")


def double_spaces(text: str) -> str:
    """Two spaces after a full stop, as typewriters had it."""
    return re.sub(r"(?<=[.!?]) (?=\S)", "  ", text)


def dashes(text: str) -> str:
    """A dash where a comma or a semicolon stood, every second time."""
    turn = count()
    return re.sub(r"[,;] (?=[a-z])", lambda m: m.group() if next(turn) % 2 else " – ", text)


def percent_in_words(text: str) -> str:
    """Per cent for the sign."""
    return re.sub(r"(?<=\d)%", " per cent", text)


def spaced_percent(text: str) -> str:
    """A space before the sign, as on the Continent."""
    return re.sub(r"(?<=\d)%", " %", text)


def bare_thousands(text: str) -> str:
    """4100 for 4,100."""
    return re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)


def money_after(text: str) -> str:
    """The sign of the currency after the amount, as on the Continent."""
    return re.sub(r"([£$€])(\d[\d,.]*\d|\d)(?! (?:million|billion))", r"\2 \1", text)


PERTURBATIONS: dict[str, Perturbation] = {
    function.__name__.replace("_", "-"): function
    for function in (
        articles_dropped, some_articles_dropped, tense_slips, regular_pasts, agreement_slips, plurals_dropped,
        prepositions_swapped, northern_dialect, southern_dialect, american, british, contracted, expanded,
        lower_case, commas_dropped, comma_splices, semicolons, last_stop_dropped, double_spaces, dashes,
        percent_in_words, spaced_percent, bare_thousands, money_after,
    )
}  # fmt: skip
"""All of them by name."""


def curly(text: str) -> str:
    """Typographic quotation marks and apostrophes."""
    text = re.sub(r"(?<=\w)'", "’", text)
    text = re.sub(r'(?<![\w.,!?])"', "“", text)
    return text.replace('"', "”").replace("'", "‘")


def straight(text: str) -> str:
    """Typewriter quotation marks and apostrophes."""
    return re.sub("[’‘]", "'", re.sub("[“”]", '"', text))


def crlf(text: str) -> str:
    """Line ends as on Windows."""
    return text.replace("\n", "\r\n")


def hard_spaces(text: str) -> str:
    """Every third space does not break, but for those that make a heading."""
    turn = count()
    return re.sub("(?<!#) ", lambda m: m.group() if next(turn) % 3 else "\xa0", text)


SAME_TEXT: dict[str, Perturbation] = {"crlf": crlf, "curly": curly, "hard-spaces": hard_spaces}
"""Other code points for the very same text: only offsets may differ."""
