"""Confidential detail other than names: what should not leave the house along with a story.

Each kind has its shape: addresses and numbers that reach or identify somebody, secrets, internal systems,
ticket ids, code names that are introduced as such, and remarks that a thing isn't public. A shape that also
occurs harmlessly (a figure, a standard, "Project Manager") needs the words around it to speak for it. In doubt
nothing is found. Repetitions are bounded and each candidate begins at an edge, so time grows with length only.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import urlsplit

from storybank.playbook.lexicons import lexicon_groups
from storybank.text.span import Span

_EMAIL: Final = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
    r"|\b[a-z][\w.]{1,30} at [\w-]{2,30} dot (?:com|org|net|io|co|eu|de|fr|es|it|nl|in|uk)\b",
    re.I,
)
_DIGITS: Final = re.compile(r"(?<![\w.,#/-])(?:\+|\()?\d(?:[ ./()-]{0,2}\d){6,18}(?![\w]|[.,]\d)")
_CALLED: Final = re.compile(
    r"\b(?:phone|telephone|tel|mobile|cell|call(?:ed)?|r[au]ng|ring|fax|whatsapp|"
    r"dial(?:led)?|text(?:ed)?)\b[^.!?\n]{0,30}$",
    re.I,
)
_PHONE: Final = re.compile(r"(?:\+|00)[1-9]|0\d|\(\d{2,5}\)|\d{3}[ .-]\d{3}[ .-]\d{4}$")
_SSN: Final = re.compile(
    r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])|\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"
)
_IBAN: Final = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_NUMBERED: Final = re.compile(
    r"\b(?:(?:account|acct|iban|passport|routing|social security|national insurance|policy|sort code)"
    r"(?: (?:number|no\.?|code|id))?|(?:customer|client|patient|card|contract|employee|personnel|member(?:ship)?|"
    r"invoice|tax|licen[cs]e|case|order) (?:number|no\.?|id|#))"
    r"(?: (?:is|was|are)|:| #)? ?(?P<it>[A-Z]{0,4}-?\d[\d -]{4,24}\d)(?!\w|[.,]\d|%)",
    re.I,
)
_SECRET: Final = re.compile(
    r"\b(?:sk|pk|rk)[-_](?:live_|test_|proj-)?[A-Za-z0-9_-]{16,128}|\bgh[pousr]_[A-Za-z0-9]{20,80}"
    r"|\bgithub_pat_\w{20,120}|\bglpat-[\w-]{16,64}|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bAIza[\w-]{30,50}"
    r"|\bxox[abprs]-[\w-]{10,120}|\beyJ[\w-]{10,400}\.[\w-]{10,800}(?:\.[\w-]{5,400})?"
    r"|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----|(?<!\w)[0-9a-fA-F]{32,128}(?!\w)"
)
_PASSWORD: Final = re.compile(
    r"\b(?:password|passwd|pwd|passphrase|passcode|pass code|api[ -]key|access[ -]key|secret[ -]key|access token|"
    r"door code|alarm code|pin(?: code| number)?)(?: (?:was|is|of|to|at the time was)|:| ?=) ?"
    r"(?:[\"'“‘](?P<said>[^\"'”’\n]{3,60})[\"'”’]|(?P<bare>[^\s\"'“”‘’,;]{4,80}))",
    re.I,
)
_URL: Final = re.compile(r"\b(?:https?|ftp|ssh|smb|jdbc:\w{2,12})://[^\s<>\"'”’)\]]{1,300}", re.I)
_HOST: Final = re.compile(
    r"(?<![\w.@/-])[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9-]{1,63}){0,4}"
    r"\.(?:local|internal|corp|lan|intranet|intra)(?![\w-])"
    r"|(?<![\w.])(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?![\w.]\d)"
    r"|\\\\[\w-]{2,40}\\[\w$-]{1,60}",
    re.I,
)
_MACHINE: Final = re.compile(r"(?<![\w.-])[a-z][a-z0-9]{0,20}(?:-[a-z0-9]{1,20}){1,6}(?![\w-])")
_TICKET: Final = re.compile(
    r"(?<![\w/-])([A-Z][A-Z0-9]{1,9})-(\d{2,7})(?![\w-])|\b(?:INC|CHG|PRB|RITM|REQ)\d{6,10}\b"
)
_TRACKED: Final = re.compile(r"\b(?:ticket|issue|bug|story|incident|task|epic|jira)s?[ :(#]{1,3}$", re.I)
_PROJECT: Final = re.compile(
    r"\b(?:Project|Operation|Programme|Program|Codename) ([\"“'‘]?)([A-Z][\w-]{1,30})"
)
_CODENAMED: Final = re.compile(
    r"\b(?:code[- ]?nam(?:ed|e:?)|under the (?:code|project|working) ?-?name(?: of)?|"
    r"(?:code|working) ?-?name (?:was|is|of)|"
    r"(?:known|referred to) internally as|internally (?:called|known as|named|dubbed)|"
    r"(?:project|initiative|programme|operation) (?:called|named|known as|dubbed)) (?:was |is |the )?"
    r"(?:(?:project|operation) )?[\"“'‘]?(?P<name>[^\W_][\w-]{1,30}(?: (?-i:[A-Z])[\w-]{1,30})?)",
    re.I,
)
_REMARK: Final = re.compile(
    r"\b(?:(?:under|bound by|covered by|subject to|signed) (?:an? |the |strict )?"
    r"(?:nda|n\.d\.a\.|embargo|non[- ]?disclosure(?: agreement)?|confidentiality(?: agreement)?)"
    r"|(?:is|are|it'?s|that'?s|has|have|still) ?(?:not|n'?t) (?:yet )?(?:been )?"
    r"(?:public|announced|disclosed|publicly known|made public)(?: yet| knowledge)?"
    r"|not (?:public|announced|disclosed|published) yet|not yet (?:public|announced|disclosed)"
    r"|(?:strictly|highly|commercially|company|still|is|are|it'?s|that'?s) (?:\w+ )?"
    r"confidential(?! (?:manner|way|helpline))"
    r"|(?:i'?m|i am|we'?re|we are) not (?:really |actually )?(?:supposed|allowed|meant) to "
    r"(?:say|tell|share|talk about|mention|disclose|reveal|name)"
    r"|i should ?(?:not|n'?t) (?:really |probably )?be (?:saying|telling|sharing|mentioning)"
    r"|off the record|between (?:you and me|ourselves)(?= |[,.;]|$)(?! (?:was|there|and|we|the))"
    r"|keep (?:this|that|it) (?:to yourself|between us)"
    r"|(?:don'?t|do not|please never) (?:repeat|quote) (?:this|that|it|me)\b"
    r"|(?:for )?internal use only|internal only|(?:a |our )trade secrets?"
    r"|(?:unannounced|undisclosed|unreleased) (?:\w+ )?(?:product|deal|chip|feature|device|merger|acquisition|"
    r"drug|car|model|phone|game|figures?|results?|launch))",
    re.I,
)
_STREETS: Final = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Crescent|Boulevard|Blvd|Court|"
    "Gardens|Terrace|Square|Way|Grove"
)
_ADDRESS: Final = re.compile(
    rf"(?<![\w.,])(?:(?:Flat|Apt|Unit) \d{{1,4}}[A-Za-z]?,? )?\d{{1,5}}[A-Za-z]? (?P<street>[A-Z][\w'’-]{{1,20}})"
    rf"(?: [A-Z][\w'’-]{{1,20}})? (?:{_STREETS})\b(?! [a-z]{{3,}}s\b)"
    r"|\b[A-ZÄÖÜ][\wäöüß-]{1,30}(?:straße|strasse|weg|platz|gasse|allee|straat|gracht|laan|gatan|vägen)"
    r" \d{1,4}[a-z]?\b"
    r"|\b(?:Rue|Via|Viale|Calle|Avenida|Rua|Piazza|Plaza|Jalan) (?:[\w'’]{1,20} ){0,4}?[A-Z][\w'’-]{1,20},? \d{1,4}\b"
    r"|(?<![\w.,])\d{1,4}(?: bis)?,? (?:rue|avenue|boulevard|place|quai) (?:de |du |des |de la |d['’])?"
    r"[A-Z][\w'’-]{1,30}"
    r"|\bP\.? ?O\.? Box \d{1,6}\b|\b(?!S[OQ]\d)[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b"
)
_SPOKEN_ADDRESS: Final = re.compile(
    r"\b(?:live[sd]?|living|address (?:is|was)|house|flat|office) (?:at |is at |was at )?(?:number )?\d{1,5}[a-z]? "
    r"[a-z'-]{2,20}(?: [a-z'-]{2,20})? (?:street|road|avenue|lane|drive|close|crescent|boulevard|terrace|square)\b",
    re.I,
)


def find_confidential(prose: str) -> tuple[Span, ...]:
    """Confidential details, in order and disjoint; of two that overlap, the longer one."""
    found = sorted({span for find in _FINDERS for span in find(prose)}, key=lambda s: (-len(s), s))
    kept: list[Span] = []  # in order and disjoint, so only the neighbours can overlap
    for span in found:
        at = bisect(kept, span)
        if not any(span.overlaps(other) for other in kept[max(0, at - 1) : at + 1]):
            kept.insert(at, span)
    return tuple(kept)


def _plain(*patterns: re.Pattern[str]) -> Callable[[str], Iterator[Span]]:
    """A finder for shapes that need no second look."""

    def find(prose: str) -> Iterator[Span]:
        for pattern in patterns:
            for match in pattern.finditer(prose):
                yield Span(*match.span())

    return find


def _numbers(prose: str) -> Iterator[Span]:
    """Telephone and card numbers among runs of digits."""
    for match in _DIGITS.finditer(prose):
        run = match.group()
        digits = "".join(c for c in run if c.isdigit())
        before = prose[max(0, match.start() - 50) : match.start()]
        card = 13 <= len(digits) <= 19 and not run.startswith("0") and "." not in run and _luhn(digits)
        phone = len(digits) >= 9 and _PHONE.match(run) and not re.match(r"0[./]\d", run)
        if card or phone or (_CALLED.search(before) and not re.match(r"(?:19|20)\d\d[ ./-]", run)):
            yield Span(*match.span())


def _luhn(digits: str) -> bool:
    doubled = [int(d) * (2 if k % 2 else 1) for k, d in enumerate(reversed(digits))]
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0 and len(set(digits)) > 1


def _accounts(prose: str) -> Iterator[Span]:
    """Account numbers: those that check as an IBAN, and those that a word before them calls so."""
    for match in _IBAN.finditer(prose):
        plain = match.group().replace(" ", "")
        checked = int("".join(str(int(c, 36)) for c in plain[4:] + plain[:4])) % 97 == 1
        if checked or "iban" in prose[max(0, match.start() - 20) : match.start()].lower():
            yield Span(*match.span())
    for match in _NUMBERED.finditer(prose):
        if sum(c.isdigit() for c in match["it"]) >= 6:
            yield Span(*match.span("it"))


def _passwords(prose: str) -> Iterator[Span]:
    """What a password is said to be: in quotes, or a word that is none (a figure or a mark within)."""
    for match in _PASSWORD.finditer(prose):
        if match["said"] is not None:
            yield Span(*match.span("said"))
            continue
        word = match["bare"].rstrip(".!?)")
        pin = match.group().lower().startswith(("pin", "door", "alarm", "passcode", "pass code"))
        mixed = any(c.isdigit() for c in word) and any(c.isalpha() for c in word)
        if (mixed and len(word) >= 6) or (pin and word.isdigit() and len(word) <= 8):
            yield Span(match.start("bare"), match.start("bare") + len(word))


def _addresses_of_machines(prose: str) -> Iterator[Span]:
    """Internal URLs and machine names; a public page is none."""
    groups = lexicon_groups("confidential")
    for match in _URL.finditer(prose):
        url = match.group().rstrip(".,;:!?")
        if _is_internal(url, groups["internal-hosts"]):
            yield Span(match.start(), match.start() + len(url))
    for match in _MACHINE.finditer(prose):
        pieces = match.group().split("-")
        if pieces[-1].isdigit() and any(p.rstrip("0123456789") in groups["environments"] for p in pieces):
            yield Span(*match.span())


def _is_internal(url: str, words: frozenset[str]) -> bool:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:  # a bracket that is never closed
        return False
    if host in ("", "localhost", "127.0.0.1"):
        return False
    if "." not in host or _HOST.fullmatch(host) or "@" in parts.netloc:
        return True
    return any(label in words for label in host.split(".")[:-2]) or bool(
        re.search(r"(?:token|secret|password|api_?key|signature)=", url, re.I)
    )


def _tickets(prose: str) -> Iterator[Span]:
    """Ids of tickets with a project key; standards and models look alike and are left alone."""
    standards = lexicon_groups("confidential")["standards"]
    for match in _TICKET.finditer(prose):
        key, number = match[1], match[2]
        told = _TRACKED.search(prose[max(0, match.start() - 20) : match.start()])
        if key is None or (key not in standards and (told or (len(key) >= 3 and len(number) >= 3))):
            yield Span(*match.span())


def _code_names(prose: str) -> Iterator[Span]:
    """Names of undertakings that are introduced as such."""
    groups = lexicon_groups("confidential")
    for match in _PROJECT.finditer(prose):
        if match[2].lower() not in groups["project-words"]:
            yield Span(match.start(), match.end())
    for match in _CODENAMED.finditer(prose):
        if match["name"].split()[0].lower() not in groups["not-a-name"]:
            yield Span(*match.span())


def _streets(prose: str) -> Iterator[Span]:
    """Postal addresses; a famous street stands for what is done in it."""
    famous = lexicon_groups("confidential")["famous-streets"]
    for match in _ADDRESS.finditer(prose):
        if (match["street"] or "").lower() not in famous:
            yield Span(*match.span())


_FINDERS: Final = (
    _plain(_EMAIL, _SSN, _SECRET, _HOST, _REMARK, _SPOKEN_ADDRESS),
    _numbers,
    _accounts,
    _passwords,
    _addresses_of_machines,
    _tickets,
    _code_names,
    _streets,
)
