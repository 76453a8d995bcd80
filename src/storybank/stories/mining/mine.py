"""From sources to ranked candidates. Pure: the same sources on the same day always give the same list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from storybank.stories.mining.asking import ask
from storybank.stories.mining.efforts import Effort, efforts, is_chore, sentences, telling
from storybank.stories.mining.grouping import Unit, units
from storybank.stories.mining.layout import items, titles
from storybank.stories.mining.logs import history_of
from storybank.stories.mining.model import (
    CRITERIA,
    Candidate,
    Criterion,
    Genre,
    Place,
    Quote,
    Source,
    Voice,
    Years,
)
from storybank.stories.mining.same import Told, same_events
from storybank.stories.mining.voice import Owner, genre_of, owner_at, owner_of
from storybank.stories.mining.weigh import WEIGHTS, Hears, Weighed, recency, weigh
from storybank.stories.mining.when import age
from storybank.text.sentences import split

LEAST = 0.12
"""Score below which nothing is a candidate, unless there are hardly any."""
FEW, LEAST_OF_FEW = 5, 0.10
"""So many are shown if they reach this, however little the sources hold."""
_READ = 500  # events that the reader hears
_EFFORTS = 40  # efforts of one history that are read
_CHORE = 0.6  # what is left of a chore that somebody explained
_VOICES: tuple[Voice, ...] = ("own", "joint", "duty", "other", "none")


@dataclass(frozen=True, slots=True)
class _Found:
    """A candidate of one source, before those of one event are put together."""

    quotes: tuple[Quote, ...]
    weighed: Weighed
    genre: Genre
    years: Years | None
    context: str
    told: tuple[tuple[str, bool], ...] = ()
    owner: Owner | None = None

    @property
    def text(self) -> str:
        return " ".join(q.text for q in self.quotes)


def mine(
    sources: Sequence[Source], reader: Hears, today: date, me: Sequence[str] = (), since: int | None = None
) -> list[Candidate]:
    """The candidates of all sources, best first.

    `me` are names by which reviews may speak of the person. With `since`, what ended more than so many years ago is
    left out; without, it steps back.
    """
    found: list[_Found] = []
    for source in (_history(source, me) for source in sources):
        found += _of_lines(source, today.year, me)
        found += _of_commits(source, reader)
    if since is not None:
        found = [f for f in found if (age(f.years, today.year) or 0) <= since]
    found = _read(found, reader)
    groups = same_events([Told(f.text, f.years, f.quotes[0].place.file) for f in found])
    made = [_candidate([found[k] for k in group], today.year) for group in groups]
    ranked = sorted(made, key=lambda c: (-c.score, _order(c.quotes[0].place)))
    return [c for place, c in enumerate(ranked) if c.score >= (LEAST_OF_FEW if place < FEW else LEAST)]


def kind_of(source: Source, this_year: int) -> Genre:
    """What a source was taken for."""
    if _history(source).commits:
        return "history"
    return genre_of(source.name, titles(source.lines), items(source.name, source.lines, this_year))


def _history(source: Source, me: Sequence[str] = ()) -> Source:
    """The source with its commits, also where a history was kept as text."""
    commits = () if source.commits else history_of(source.lines, me).commits
    return Source(source.name, (), commits, source.notices) if commits else source


def _read(found: list[_Found], reader: Hears) -> list[_Found]:
    """The same with the reader heard on each, or on the most promising where there are very many."""
    order = sorted(
        range(len(found)), key=lambda k: (-found[k].weighed.base, _order(found[k].quotes[0].place))
    )
    chosen = set(order[:_READ])
    return [
        replace(f, weighed=weigh(f.told, f.owner, reader)) if f.owner is not None and k in chosen else f
        for k, f in enumerate(found)
    ]


def _of_lines(source: Source, this_year: int, me: Sequence[str]) -> Iterable[_Found]:
    every = items(source.name, source.lines, this_year)
    if not every:
        return
    named = titles(source.lines)
    genre = genre_of(source.name, named, every)
    owner = owner_of(genre, named, every, me)
    for unit in units(every, genre, owner):
        told = [(s.of(i.text), i.bullet) for i in unit.items for s in split(i.text)[0]]
        if told:
            here = owner_at(owner, unit.items[0].path)
            quotes = tuple(Quote(i.text, i.place) for i in unit.items)
            yield _Found(
                quotes, weigh(told, here, None), genre, _years(unit), _context(unit), tuple(told), here
            )


def _of_commits(source: Source, reader: Hears) -> Iterable[_Found]:
    every = efforts(source.commits)
    largest = sorted(every, key=lambda e: (-_weight(e), e.commits[0].on))[:_EFFORTS]
    for effort in largest:
        told = telling(effort) if effort.area else sentences(effort.commits[0])
        weighed = weigh([(t.text, True) for t in told], owner_of("history", (), ()), reader, own=True)
        quotes = tuple(
            Quote(t.text, Place(source.name, commit=f"{t.commit} of {t.on:%Y-%m-%d}")) for t in told
        )
        first, last = effort.commits[0].on, effort.commits[-1].on
        if effort.area:
            words = f"{len(effort.commits)} commits in {effort.area} from {first:%Y-%m-%d} to {last:%Y-%m-%d}"
            grown = replace(weighed, base=weighed.base * min(1.0, 0.55 + 0.05 * len(effort.commits)))
        else:
            words = f"a commit of {first:%Y-%m-%d}"
            chore = _CHORE if is_chore(effort.commits[0].message.split("\n", 1)[0]) else 1.0
            grown = replace(weighed, lead=told[0].text, base=weighed.base * chore)
        yield _Found(quotes, grown, "history", (first.year, last.year), words)


def _weight(effort: Effort) -> float:
    return min(len(effort.commits), 30) + min(effort.size, 3000) / 150 + min(effort.days, 60) / 6


def _years(unit: Unit) -> Years | None:
    named = [item.years for item in unit.items if item.years]
    return (min(y[0] for y in named), max(y[1] for y in named)) if named else None


def _context(unit: Unit) -> str:
    first = unit.items[0]
    return first.role or (first.path[-1] if first.path else "")


def _candidate(told: list[_Found], this_year: int) -> Candidate:
    """One candidate of all that tells its event, the best telling first."""
    told = sorted(told, key=lambda f: -f.weighed.base)
    best = told[0]
    criteria: dict[Criterion, float] = {
        name: max(f.weighed.criteria[name] for f in told) for name in CRITERIA
    }
    voice = min((f.weighed.voice for f in told), key=_VOICES.index)
    gain = sum(WEIGHTS[n] * (criteria[n] - best.weighed.criteria[n]) for n in CRITERIA)
    dated = [f.years for f in told if f.years]
    years = min(dated, key=lambda y: (y[1] - y[0], y)) if dated else None
    quotes = tuple(dict.fromkeys(q for f in told for q in f.quotes))
    figures = {
        words: Quote(words, q.place)
        for f in told
        for words in f.weighed.because["measured"]
        for q in f.quotes
        if words in q.text
    }
    asked = ask(
        best.weighed.lead, " ".join(f.text for f in told), voice, best.genre, criteria, tuple(figures)
    )
    score = (best.weighed.base + 0.5 * gain) * recency(age(years, this_year))
    return Candidate(
        quotes, best.weighed.lead, voice, best.genre, criteria, round(min(1.0, score), 3), years, best.context,
        tuple(figures.values()), asked.missing, asked.questions,
        {n: tuple(dict.fromkeys(w for f in told for w in f.weighed.because[n])) for n in CRITERIA},
    )  # fmt: skip


def _order(place: Place) -> tuple[str, int, int, str]:
    return place.file, place.page or 0, place.line or 0, place.commit or ""
