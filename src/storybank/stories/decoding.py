"""What a decoder complains of, in words: which field of a story, what stands there, and what is wanted."""

from __future__ import annotations

import re

from storybank.playbook.names import LEVELS
from storybank.stories.story import PROVENANCES, STATUSES

_AT = re.compile(r"(?P<what>.*?)(?: - at `(?:key in )?\$(?P<path>.*)`)?\Z", re.DOTALL)
_KINDS = re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<got>[^`]+)`")
_MISSING = re.compile(r"Object missing required field `(?P<name>[^`]+)`")
_CHOICE = re.compile(r"Invalid enum value (?P<value>.+)", re.DOTALL)
_STEP = re.compile(r"\.(?P<name>[^.\[]+)|\[(?P<number>\d*|\.\.\.)\]")
_WORDS = {
    "str": "text", "int": "a whole number", "float": "a number", "bool": "true or false", "array": "a list",
    "object": "an object", "null": "nothing", "date": "a date such as 2024-05-01",
}  # fmt: skip
_CHOICES = {"level": LEVELS, "status": STATUSES, "provenance": PROVENANCES}


def in_words(fault: Exception) -> str:
    """The complaint as somebody would say it who knows stories and not the decoder."""
    if isinstance(fault, RecursionError):
        return "it is nested too deep"
    said = str(fault)
    parts = _AT.fullmatch(said)
    what, path = (parts["what"], parts["path"] or "") if parts else (said, "")
    if missing := _MISSING.fullmatch(what):
        return f"{_place(path + '.' + missing['name'])} is missing"
    if kinds := _KINDS.fullmatch(what):
        wanted = " or ".join(
            _WORDS.get(kind, kind) for kind in kinds["wanted"].split(" | ") if kind != "null"
        )
        return f"{_place(path) or 'it'} is {_WORDS.get(kinds['got'], kinds['got'])}; {wanted} is wanted there"
    if choice := _CHOICE.fullmatch(what):
        known = _CHOICES.get(path.rpartition(".")[2])
        return f"{_place(path)} cannot be {choice['value']}" + (
            f"; choose from {', '.join(known)}" if known else ""
        )
    plain = what if what[:2].isupper() else what[:1].lower() + what[1:]
    return f"{_place(path)}: {plain}" if path else plain


def _place(path: str) -> str:
    """`$.figures[0].text` as a person counts: `text` of `figures` 1."""
    said = ""
    for step in _STEP.finditer(path):
        if step["name"]:
            said = f"`{step['name']}`" + (f" of {said}" if said else "")
        elif step["number"].isdigit():
            said = f"{said} {int(step['number']) + 1}".strip()
    return said
