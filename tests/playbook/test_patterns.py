"""Every pattern of every file of wordings, and the table that they are compiled to."""

from __future__ import annotations

import re

from storybank.playbook.patterns import BAR, MACROS, expanded, wordings, written

ELSEWHERE = {("sameagain", ("again",))}  # the word must stand somewhere in the answer, not in the match


def _rows() -> list[tuple[str, tuple[str, ...], str]]:
    return [(tag, *line) for tag, lines in written().items() for line in lines]


def test_every_pattern_compiles_and_names_only_known_macros() -> None:
    """A slip in a file would show only when an answer happens to hold its words."""
    for tag, _, pattern in _rows():
        regex = expanded(pattern)
        assert not re.search(r"\{[a-z]+\}", regex), (tag, pattern)
        assert not re.compile(regex).match(""), (tag, pattern)


def test_every_pattern_has_a_cheap_test_that_belongs_to_it() -> None:
    """A word before the bar, or a part of it, occurs in the pattern, else the line could hardly ever speak."""
    for tag, words, pattern in _rows():
        regex = re.sub(r"\\[bwsd]", " ", expanded(pattern))
        pieces = [piece[:4] for word in words for piece in re.findall("[a-z]{2,}", word)]
        fits = any(part in regex for part in (*words, *pieces))
        assert fits or (tag, words) in ELSEWHERE, (tag, words)


def test_no_line_stands_twice_in_a_file() -> None:
    """Each pattern is written once."""
    rows = [(tag, pattern) for tag, _, pattern in _rows()]
    assert len(rows) == len(set(rows))


def test_macros_do_not_capture() -> None:
    """A group in a macro would change what a pattern's own groups mean."""
    assert all(re.compile(regex).groups == 0 for regex in MACROS.values())


def test_the_table_has_every_line_of_the_files() -> None:
    """Tags, words and patterns of the compiled table are those of the files, in their order."""
    table = [
        (tag, tuple(words.split(BAR)), pattern)
        for tag, rows in wordings().items()
        for words, _, _, pattern in rows
    ]
    assert table == _rows()


def test_nearly_every_line_has_needles() -> None:
    """A line without any is compiled for every text that has its word; a few are too short for better."""
    bare = [pattern for rows in wordings().values() for _, needs, _, pattern in rows if not needs]
    assert len(bare) <= 10
