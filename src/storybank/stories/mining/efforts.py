"""From a history of commits to efforts: what one person did in one corner of the code without a long break."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from storybank.stories.mining.model import Commit
from storybank.stories.mining.wording import said, tokens, words

_PAUSE: Final = timedelta(days=30)
_LEAST: Final = 3
_BODY: Final = 25  # words: one commit that is explained at such length is an effort by itself
_SAID: Final = 5  # words below the subject: so many explain a commit where no files say what belongs together
_FEW: Final = 5  # efforts below which a history is searched more closely
_BROAD: Final = 0.3
_DEEPEST: Final = 4
_LINES: Final = 400  # lines of one file that count: generated files must not say where the work was
_PREFIX: Final = re.compile(r"^(?P<type>[a-z]+)(?:\((?P<scope>[^()]{1,40})\))?!?:\s+")
_TRAILER: Final = re.compile(
    r"^[A-Z][\w-]+(?: [Bb]y)?:\s.*[@<].*$|^(?:Change-Id|Reviewed-on|Refs|Fixes|Closes|Issue|See|PR)\b.{0,80}$"
    r"|^\(cherry picked|^git-svn-id:"
)
_TAIL: Final = re.compile(r"\s*\(#\d+\)$")
_LOCKS: Final = re.compile(
    r"(?:^|/)(?:[\w.-]*lock[\w.-]*|go\.sum|vendor/.*|node_modules/.*|dist/.*|.*\.min\.\w+|.*\.snap|.*\.svg|.*\.png)$"
)


@dataclass(frozen=True, slots=True)
class Effort:
    """Commits of one corner (`area`, a path; empty where no files are known), oldest first."""

    area: str
    commits: tuple[Commit, ...]

    @property
    def days(self) -> int:
        """From the first commit to the last, both counted."""
        return (self.commits[-1].on - self.commits[0].on).days + 1

    @property
    def size(self) -> int:
        """Lines changed, those of generated files left out; words of the message where no files are known."""
        if not self.area:
            return sum(len(c.message.split()) for c in self.commits)
        return sum(min(n, _LINES) for c in self.commits for path, n in c.files if not _LOCKS.search(path))


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a commit's message."""

    text: str
    commit: str
    on: date
    subject: bool


def efforts(commits: Iterable[Commit]) -> list[Effort]:
    """Efforts in the order of their first commits; chores such as version bumps belong to none.

    Where no files are known, as in a history that was kept as text, each commit that is explained is one by itself.
    """
    every = sorted((c for c in commits if not is_chore(c.message)), key=lambda c: (c.on, c.id))
    alone = [Effort("", (c,)) for c in every if not c.files and len(_body(c.message).split()) >= _SAID]
    kept = [c for c in every if c.files]
    areas = _areas(kept)
    by_area: dict[str, list[Commit]] = defaultdict(list)
    for commit in kept:
        by_area[areas[commit.id]].append(commit)
    found: list[Effort] = []
    for area, listed in by_area.items():
        group: list[Commit] = []
        for commit in listed:
            if group and commit.on - group[-1].on > _PAUSE:
                found.append(Effort(area, tuple(group)))
                group = []
            group.append(commit)
        found.append(Effort(area, tuple(group)))
    told = [e for e in found if len(e.commits) >= _LEAST or _explained(e, _BODY)]
    if len(told) + len(alone) < _FEW:  # a small history: there, a sentence below a subject is an explanation
        told = [e for e in found if len(e.commits) >= _LEAST or _explained(e, _SAID)]
    return sorted([*told, *alone], key=lambda e: (e.commits[0].on, e.area, e.commits[0].id))


def is_chore(message: str) -> bool:
    """True for a commit that nobody would tell about."""
    subject = message.split("\n", 1)[0].strip()
    kind = _PREFIX.match(subject)
    if kind and kind["type"] in ("chore", "style", "docs", "ci", "build", "release"):
        return not _body(message)
    first = tokens(subject)[:1]
    low = subject.lower()
    return not first or (
        not _body(message)
        and (
            first[0] in words().lists["chores"]
            or any(low.startswith(c + " ") or low == c for c in words().lists["chores"])
        )
    )


def sentences(commit: Commit) -> list[Told]:
    """The subject of a commit and the sentences of its body, without prefixes, trailers and issue numbers."""
    from storybank.text.sentences import split

    subject = commit.message.split("\n", 1)[0].strip()
    told = [Told(_TAIL.sub("", _PREFIX.sub("", subject)), commit.id, commit.on, True)]
    body = _body(commit.message)
    told += [Told(" ".join(s.of(body).split()), commit.id, commit.on, False) for s in split(body)[0]]
    return [t for t in told if tokens(t.text)]


def telling(effort: Effort, most: int = 5) -> list[Told]:
    """The sentences that say most of an effort (reasons, trouble, figures), in their order."""
    from storybank.signals.figures import find_figures

    every = list({t.text.lower(): t for c in effort.commits for t in sentences(c)}.values())

    def worth(told: Told) -> float:
        figures = [
            f
            for f in find_figures(told.text)
            if f.pair or f.hint > 0.3 or f.kind in ("percent", "money", "time")
        ]
        hard, stakes = len(said("obstacle", told.text)), len(said("stakes", told.text))
        reason = bool(
            re.search(
                r"\b(?:because|so that|instead|rather than|otherwise|root cause|turned out)\b",
                told.text,
                re.IGNORECASE,
            )
        )
        return (
            2 * bool(figures) + min(hard, 3) + min(stakes, 2) + reason + min(len(tokens(told.text)), 14) / 14
        )

    best = sorted(range(len(every)), key=lambda k: (-worth(every[k]), k))[:most]
    return [every[k] for k in sorted(best)]


def _explained(effort: Effort, words: int) -> bool:
    """True when a commit of it has so many words below its subject."""
    return any(len(_body(commit.message).split()) >= words for commit in effort.commits)


def _body(message: str) -> str:
    lines = message.split("\n")[1:]
    kept = [line for line in lines if not _TRAILER.match(line.strip())]
    return "\n".join(kept).strip()


def _areas(commits: Sequence[Commit]) -> dict[str, str]:
    """The corner of each commit: where most of its lines are, as deep as no corner holds most of the history."""
    depth = {c.id: 1 for c in commits}
    for deeper in range(2, _DEEPEST + 1):
        count = Counter(_corner(c, depth[c.id]) for c in commits)
        broad = {area for area, n in count.items() if n > max(8, _BROAD * len(commits))}
        for commit in commits:
            if _corner(commit, depth[commit.id]) in broad:
                depth[commit.id] = deeper
    return {c.id: _corner(c, depth[c.id]) for c in commits}


def _corner(commit: Commit, depth: int) -> str:
    """The folder (of so many steps) with most of a commit's lines; tests count little, they follow the code."""
    weight: Counter[str] = Counter()
    for path, lines in commit.files:
        if _LOCKS.search(path):
            continue
        steps = path.split("/")
        share = 0.2 if steps[0] in ("test", "tests", "docs", "spec") else 1.0
        weight["/".join(steps[: min(depth, max(1, len(steps) - 1))]) if len(steps) > 1 else "."] += int(
            100 * share * min(lines + 1, _LINES)
        )
    if not weight:
        return "."
    return min(weight, key=lambda area: (-weight[area], area))
