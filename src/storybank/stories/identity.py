"""The id of a story: short, readable, good as a file name, and never changed once given."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

LONGEST = 60
"""Characters of an id that we make ourselves."""
_LONGEST_GIVEN = 120
_SPLIT = re.compile(r"[^\w]+|_+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\Z")  # no file may bear such a name on Windows
_NO_NAME = "story"


def slug(title: str) -> str:
    """`title` in lower case, its words joined by hyphens; letters and digits of every script are kept.

    A title without any gives `story`.
    """
    folded = unicodedata.normalize(
        "NFC", unicodedata.normalize("NFKC", title.replace("'", "").replace("’", ""))
    )
    words = [w for w in _SPLIT.split(folded.lower()) if w]
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word
        if len(longer) > LONGEST:
            break
        made = longer
    made = made or (words[0][:LONGEST] if words else _NO_NAME)
    made = made if is_id(made) else _NO_NAME
    return f"{made}-story" if _RESERVED.match(made) else made


def new_id(title: str, taken: Container[str]) -> str:
    """The id of a new story: its title's slug, with a number from 2 when that is taken."""
    return numbered(slug(title), taken)


def numbered(wanted: str, taken: Container[str]) -> str:
    """The id itself, with a number from 2 when it is taken."""
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found


def is_id(text: str) -> bool:
    """True for lower-case words joined by single hyphens, 120 characters at most."""
    return (
        0 < len(text) <= _LONGEST_GIVEN
        and text == text.lower()
        and "_" not in text
        and all(re.fullmatch(r"\w+", word) for word in text.split("-"))
        and unicodedata.normalize("NFC", text) == text
    )
