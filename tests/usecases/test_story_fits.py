"""Reviews of a bank's stories: read once, and again only when something about them changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from storybank import usecases
from storybank.adapters.review_cache import ReviewCache
from storybank.reviewer import version
from storybank.reviewer.version import reviewer_version
from storybank.stories.story import Story
from storybank.usecases.story_fits import quality_by_review

STORIES = (
    Story("a", "A", prose="I moved the timetable and late trains fell by 40%."),
    Story("b", "B", prose="We did things."),
    Story("c", "Without words"),
)
Reads = list[tuple[str, str, str | None]]


class Nowhere:
    """Remembers nothing."""

    def load(self, keys: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """Nothing is known."""
        return {}

    def keep(self, scores: Mapping[str, tuple[int, ...]], current: Iterable[str]) -> None:
        """Nothing is kept."""


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    """What was read, by a reviewer whose scores depend on words and level."""
    seen: Reads = []

    def review_text(text: str, *, question: str | None, level: str) -> SimpleNamespace:
        seen.append((text, level, question))
        points = 1 + len(f"{text}{level[1:]}{question}") % 5
        return SimpleNamespace(scores={n: SimpleNamespace(value=points) for n in "cpig"})

    monkeypatch.setattr("storybank.usecases.review_answer.review_text", review_text)
    monkeypatch.setattr("storybank.reviewer.version.reviewer_version", lambda: "v1")
    return seen


def test_a_story_is_read_once(reads: Reads, tmp_path: Path) -> None:
    """The second run reads nothing and says the same; stories without words are left out."""
    first = quality_by_review(STORIES, "L6", ReviewCache(tmp_path / "side"))
    assert len(reads) == 2
    assert first.keys() == {"a", "b"}
    assert quality_by_review(STORIES, "L6", ReviewCache(tmp_path / "side")) == first
    assert len(reads) == 2
    assert quality_by_review(STORIES, "L6", Nowhere()) == first


def test_only_what_changed_is_read_again(reads: Reads, tmp_path: Path) -> None:
    """A change of the words; not one of title or tags, and not another story's."""
    cache = ReviewCache(tmp_path / "side")
    quality_by_review(STORIES, "L6", cache)
    reads.clear()
    changed = replace(STORIES[0], prose=STORIES[0].prose + " I asked Ada.")
    quality_by_review((changed, replace(STORIES[1], title="Other", principles=("ownership",))), "L6", cache)
    assert [text for text, _, _ in reads] == [changed.prose]


@pytest.mark.parametrize(
    "otherwise",
    [lambda c: quality_by_review(STORIES, "L7", c), lambda c: quality_by_review(STORIES, "L6", c, "Why?")],
)
def test_asked_otherwise_is_another_review(
    reads: Reads, tmp_path: Path, otherwise: Callable[[ReviewCache], dict[str, float]]
) -> None:
    """Another level or question reads anew, and the first reviews stay known."""
    cache = ReviewCache(tmp_path / "side")
    first = quality_by_review(STORIES, "L6", cache)
    otherwise(cache)
    assert len(reads) == 4
    otherwise(cache)
    assert quality_by_review(STORIES, "L6", cache) == first
    assert len(reads) == 4


def test_another_reviewer_reads_anew(reads: Reads, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an older version said is not believed, and goes."""
    cache = ReviewCache(tmp_path / "side")
    quality_by_review(STORIES, "L6", cache)
    monkeypatch.setattr("storybank.reviewer.version.reviewer_version", lambda: "v2")
    quality_by_review(STORIES, "L6", cache)
    assert len(reads) == 4
    monkeypatch.setattr("storybank.reviewer.version.reviewer_version", lambda: "v1")
    quality_by_review(STORIES, "L6", cache)
    assert len(reads) == 6


def test_two_stories_with_the_same_words(reads: Reads, tmp_path: Path) -> None:
    """One reading does for both."""
    twins = (STORIES[0], replace(STORIES[0], id="twin"))
    found = quality_by_review(twins, "L6", ReviewCache(tmp_path / "side"))
    assert len(reads) == 1
    assert found["a"] == found["twin"]


def test_scores_that_no_review_gives_are_not_believed(reads: Reads) -> None:
    """Whatever a cache says, a mean is made of four scores of 1 to 5."""

    class Wrong(Nowhere):
        """Knows everything, and wrongly."""

        def load(self, keys: Iterable[str]) -> dict[str, tuple[int, ...]]:
            """Nonsense."""
            return dict(zip(keys, [(0, 9, 1, 1), (3,)], strict=True))

    assert quality_by_review(STORIES, "L6", Wrong()) == quality_by_review(STORIES, "L6", Nowhere())


def test_the_version_tells_reviewers_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the same from run to run, and another when code, weights, word lists or the package's version change."""
    names = (
        "rules/rule.py",
        "signals/encoder/data/encoder.onnx",
        "playbook/data/lexicons/a.txt",
        "__init__.py",
    )
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one")
    monkeypatch.setattr(version, "files", lambda _: tmp_path)
    seen = {reviewer_version.__wrapped__()}
    assert seen == {reviewer_version.__wrapped__()}
    for name in names:
        (tmp_path / name).write_text("two")
        seen.add(reviewer_version.__wrapped__())
    (tmp_path / "rules/rule.py").rename(tmp_path / "rules/other.py")
    seen.add(reviewer_version.__wrapped__())
    assert len(seen) == 6


def test_the_shipped_reviewer_is_read_whole() -> None:
    """The files that make up its version are there, with the weights among them."""
    root = Path(usecases.__file__).parents[1]
    judging = {path.relative_to(root).as_posix() for path in version._judging(root)}
    assert {"signals/encoder/data/encoder.onnx", "playbook/data/timing.toml", "reviewer/engine.py"} <= judging
    assert not [name for name in judging if "__pycache__" in name]
