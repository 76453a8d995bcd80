"""Texts on which a careless pattern takes forever: a few characters, repeated thousands of times.

`growth.py` measures that time grows with their length alone; the tests see that such texts are read at all.
"""

from __future__ import annotations

from typing import Final

SHAPES: Final[dict[str, tuple[str, ...]]] = {
    # What a review of repeated words and marks goes through.
    "review": (
        "1,234", "well-", "I'd'", ".", ". ", "-", "*", "_a", "#", '"', "(", "[a](", "`", "| a ", "a: ",
        "[00:01] ", "and I and ", "Anna Berg ", "from 4 to ", "5% ", "a.b.", "# a\n", "Result: ", "<!-- ",
        "\u200b", "👩🏽‍🚒",
    ),
    # One word to the reader, or none at all: cheap, and so measured far longer.
    "one word": ("a", "A", "7", " ", "\t \t\n", "a" * 300 + " " * 300),
    "read": (
        "." * 9 + "x", "? ", "*", "*a ", "_a ", "[", "[a](", "(", '"', "'a ", "“a", "`", "` ", "<", "<!--",
        "<!-- -->", "> ", ">\n", "#", "# ", "- ", "- a\n", "\n", "\r\n", " ", "a:", "A: b\n", "Q: b\nA: c\n",
        "[00:12] ", "0:12 a\n", "|", "|a|b|\n", "🎉", "🎉 ", "I. ", "S: a\n", "(S) a ", "Situation: ",
        "Situation:\n", "---\n", "a", "e.g. ", "a.", "\\*", "~~a ", "![a](", "```\n", ">> a\n", "<b ",
        "<v a\n", "INT a\n", "1. ", "a\n===\n", "abc.Def ", "00:01.000 --> 00:02.000\n", "\ufeff", "\x1b[",
        "\u2028", "(a", "‘a",
        "• a ", " A: ", "a [0:12] ", "00:00:12 a ", "Interviewer: a Candidate: b ", "[00:01] Interviewer: a ",
    ),
    "figures": (
        "1", "one ", "hundred and ", "half a ", "from 4 to ", "1-", "1/", "1.", "1 or ", "1 in ", "not a ",
        "\n \n", "1 ",
    ),
    "names": ("Anna ", "Anna van ", "anna colleague ", "A.", "Anna Lindqvist ", "É’", "De "),
    "confidential": (
        "1 ", "a-", "a.", "a@", "x@y.", "AB12 ", "+1(", "http://", "Project ", "password is ", "is not ",
    ),
    "delivery": ("um like you know ", "i guess i sort of ", "\" ' ", "not sure if ", "a, ", "or "),
    "wordings": (
        "i ", "i was so ", "the team ", "we're ", "my own boss ", "he's ", "a-", "',", "not ", "'", '"',
        "because they were ",
    ),
}  # fmt: skip
"""By what goes through them; each is repeated up to a length."""


def repeated(shape: str, characters: int) -> str:
    """The shape over and over, up to so many characters."""
    return shape * (characters // len(shape))
