"""Profiles of a bank: each text is read once, and again only when its words change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np
import pytest

from storybank.signals.meaning import Meaning, Sense, shipped_meaning
from storybank.stories.story import Story
from storybank.usecases import match_stories
from storybank.usecases.match_stories import Kept, NoCache, read_bank

A, B, TWIN = (
    Story("a", "A", prose="I moved the timetable."),
    Story("b", "B"),
    Story("twin", "T", prose="I moved the timetable."),
)


class Memory:
    """Keeps senses as long as it lives."""

    def __init__(self) -> None:
        self.kept: dict[str, Kept] = {}
        self.current: list[str] = []

    def load(self) -> dict[str, Kept]:
        """Everything."""
        return dict(self.kept)

    def keep(self, senses: dict[str, Kept], current: Iterable[str]) -> None:
        """Some more."""
        self.kept |= senses
        self.current = list(current)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were read."""
    seen: list[str] = []
    read = Meaning.sense

    def sense(self: Meaning, text: str) -> Sense:
        seen.append(text)
        return read(self, text)

    monkeypatch.setattr(Meaning, "sense", sense)
    return seen


def passing(*stories: Story) -> Iterator[Story]:
    """Stories that can be gone through only once."""
    yield from stories


def test_a_text_is_read_once(reads: list[str]) -> None:
    """The second time nothing is read, two stories of the same words share a reading, and the rows are the same."""
    cache = Memory()
    first = read_bank(passing(TWIN, B, A), shipped_meaning(), cache)
    assert sorted(reads) == ["B", "I moved the timetable."]
    again = read_bank(passing(A, B, TWIN), shipped_meaning(), cache)
    assert len(reads) == 2
    assert [story.id for story in first.stories] == ["a", "b", "twin"]
    assert again.stories == first.stories
    assert np.array_equal(again.vectors, first.vectors)
    assert all(map(np.array_equal, again.senses, first.senses))
    assert np.array_equal(first.vectors, read_bank((A, B, TWIN), shipped_meaning(), NoCache()).vectors)


def test_only_changed_words_are_read_again(reads: list[str]) -> None:
    """Not those of another story, and not for a change of tags; what no story has any more is not current."""
    cache = Memory()
    read_bank((A, B), shipped_meaning(), cache)
    reads.clear()
    changed = replace(B, prose="I asked Ada.")
    read_bank((replace(A, themes=("conflict-resolution",), title="New"), changed), shipped_meaning(), cache)
    assert reads == ["I asked Ada."]
    assert len(cache.current) == 2
    assert len(cache.kept) == 3


def test_what_is_read_is_kept_as_it_comes(reads: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A first run that is stopped half way has half of it done the next time; and it says how far it is."""
    monkeypatch.setattr(match_stories, "_AT_ONCE", 2)
    bank = [Story(f"s{k}", f"Story {k}") for k in range(5)]
    cache, heard = Memory(), list[tuple[int, int]]()

    def stop(done: int, of: int) -> None:
        heard.append((done, of))
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_bank(bank, shipped_meaning(), cache, stop)
    assert heard == [(2, 5), (4, 5)]
    assert len(cache.kept) == 4
    reads.clear()
    assert len(read_bank(bank, shipped_meaning(), cache)) == 5
    assert reads == ["Story 4"]


def test_many_texts_read_side_by_side_are_read_alike() -> None:
    """To the last bit: what runs beside a text has no part in its sense."""
    meaning = shipped_meaning()
    texts = [f"{A.prose} {k} times, {'and again ' * k}" for k in range(9)]
    alone, together = [meaning.sense(text) for text in texts], meaning.senses(texts)
    assert all(map(np.array_equal, alone, together))


def test_an_empty_bank_has_no_rows(reads: list[str]) -> None:
    """Nothing is read for it."""
    assert len(read_bank((), shipped_meaning(), Memory())) == 0
    assert reads == []
