"""`storybank mine`: story candidates from a résumé, reviews, notes, the history of code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from storybank.cli.bank import bank_option, counted, format_option, opened, say, show, write_json
from storybank.cli.inputs import STDIN, read_input

if TYPE_CHECKING:
    from typing import Literal

    from rich.text import Text

    from storybank.adapters.documents import Gathered
    from storybank.reviewer.terminal_look import Look
    from storybank.stories.mining.model import Candidate, Quote
    from storybank.stories.story import Story

_QUOTES = 3
"""Quotes of one candidate that are shown to be read; JSON holds all."""
_CUES = 3
"""Words of one criterion that are shown."""
_AT_ONCE = 1000


def _numbers(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[int, ...] | None:
    """Numbers of the list, such as `1,3` or `2-4`, each once and in the order given; None where none were asked for."""
    if value is None:
        return None
    found: list[int] = []
    for part in (piece.strip() for piece in value.split(",")):
        first, dash, last = part.partition("-")
        if not first.isdecimal() or (dash and not last.isdecimal()):
            raise click.BadParameter(
                f"{part!r} is no number of the list; write them like 1,3 or 2-4", ctx, param
            )
        start, end = int(first), int(last) if dash else int(first)
        if not start <= end <= start + _AT_ONCE:
            raise click.BadParameter(f"{part!r} is no range of the list", ctx, param)
        found += range(start, end + 1)
    return tuple(dict.fromkeys(found))


@click.command("mine")
@click.argument("names", nargs=-1, required=True, metavar="FILE|FOLDER|REPO|-...")
@click.option(
    "--accept",
    callback=_numbers,
    metavar="N,N",
    help="Keep these of the list as drafts in the bank, such as 1,3 or 2-4.",
)
@click.option(
    "--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many to show."
)
@click.option(
    "--since",
    type=click.IntRange(0, 80),
    metavar="YEARS",
    help="Leave out what ended longer ago.  [default: it ranks lower]",
)
@click.option(
    "--me",
    multiple=True,
    metavar="NAME|E-MAIL",
    help="How reviews name you, or your address in git; may be repeated.",
)
@bank_option
@format_option
@click.pass_context
def command(
    ctx: click.Context, names: tuple[str, ...], accept: tuple[int, ...] | None, limit: int, since: int | None,
    me: tuple[str, ...], where: str | None, form: Literal["text", "json"],
) -> None:  # fmt: skip
    """Find stories in what you have: a résumé, reviews, notes, a repository.

    Reads text, Markdown, HTML, Word, OpenDocument and PDF, folders of them, and your own commits. Each candidate comes
    with its place, what its words do not show yet, and questions to ask yourself. The list is the same every time, so
    its numbers can be accepted. Exits with 2 when a file that you named could not be read.
    """
    from storybank.adapters.documents import LIMIT
    from storybank.signals.fitted import shipped
    from storybank.stories.mining.mine import mine
    from storybank.wiring import clock, gather

    today = clock().now().date()
    given = read_input(STDIN, LIMIT) if STDIN in names else None
    gathered = gather(names, today, [m for m in me if "@" in m], since, given)
    found = (
        mine(gathered.sources, shipped().reader, today, [m for m in me if "@" not in m], since)
        if gathered.sources
        else []
    )
    _complain(gathered)
    if accept and any(not 1 <= n <= len(found) for n in accept):
        wrong = next(n for n in accept if not 1 <= n <= len(found))
        raise click.UsageError(f"there is no candidate {wrong}; the list has {len(found)}")
    held, fresh = _bank(where, found, accept or ())
    if form == "json":
        write_json(_object(gathered, found[:limit], held, fresh, today))
    else:
        _tell(gathered, found, limit, held, fresh, [n for n in accept or () if n in held])
    if gathered.named:
        ctx.exit(2)


def _bank(
    where: str | None, found: Sequence[Candidate], accept: Sequence[int]
) -> tuple[dict[int, str], dict[int, str]]:
    """By number: the ids of stories that the bank holds already, and of the drafts that were kept now."""
    from storybank.stories.mining.drafts import already_kept, draft
    from storybank.usecases.keep_story import keep_new
    from storybank.usecases.masked import veil_of
    from storybank.wiring import clock

    held: dict[int, str] = {}
    fresh: dict[int, str] = {}
    with opened(where, new=True) as store:
        stories: list[Story] = list(store.every())
        for number, candidate in enumerate(found, 1):
            known = already_kept(candidate, stories)
            if known is not None:
                held[number] = known.id
        wanted = [n for n in accept if n not in held]
        if wanted:
            with store.transaction():
                for number in wanted:
                    source = found[number - 1].quotes[0].place.file
                    fresh[number] = keep_new(
                        store, clock(), draft(found[number - 1]), f"mined from {source}"
                    ).story.id
        veil = veil_of(store, (story for story in stories if story.id in held.values()))
    return {number: veil.id(story_id) for number, story_id in held.items()}, fresh


def _complain(gathered: Gathered) -> None:
    from storybank.cli import complain

    for name, why in gathered.faults:
        complain(f"{name}: {why}")
    for source in gathered.sources:
        for notice in source.notices:
            complain(f"{source.name}: {notice}")


def _object(
    gathered: Gathered, found: Sequence[Candidate], held: dict[int, str], fresh: dict[int, str], today: date
) -> dict[str, Any]:
    from storybank.stories.mining.mine import kind_of

    return {
        "sources": [
            {"file": s.name, "kind": kind_of(s, today.year), "notices": list(s.notices)}
            for s in gathered.sources
        ],
        "unreadable": [{"file": name, "why": why} for name, why in gathered.faults],
        "candidates": [_candidate(n, c, held, fresh) for n, c in enumerate(found, 1)],
        "kept": list(fresh.values()),
    }


def _candidate(number: int, found: Candidate, held: dict[int, str], fresh: dict[int, str]) -> dict[str, Any]:
    return {
        "number": number,
        "title": found.title,
        "score": found.score,
        "voice": found.voice,
        "years": list(found.years) if found.years else None,
        "context": found.context,
        "criteria": found.criteria,
        "because": {name: list(said) for name, said in found.because.items()},
        "quotes": [_quote(q) for q in found.quotes],
        "figures": [_quote(q) for q in found.figures],
        "missing": list(found.missing),
        "questions": list(found.questions),
        "story": fresh.get(number) or held.get(number),
    }


def _quote(quote: Quote) -> dict[str, Any]:
    place = quote.place
    return {
        "text": quote.text, "file": place.file, "page": place.page, "line": place.line,
        "last_line": place.last or place.line, "commit": place.commit,
    }  # fmt: skip


def _tell(
    gathered: Gathered, found: Sequence[Candidate], limit: int, held: dict[int, str], fresh: dict[int, str],
    again: Sequence[int],
) -> None:  # fmt: skip
    """The list, or what was kept of it; `again` are accepted ones that the bank holds already."""
    if not gathered.sources:
        say("Nothing could be read, so there is nothing to find.")
        return
    if not found:
        say(
            "No story stands out in there. Candidates come from lines that say what you did, what was hard and what "
            "came of it; `storybank new` asks you for one step by step."
        )
        return
    for number, story in fresh.items():
        say(f"Kept {number} as draft {story}.")
    for number in again:
        say(f"{number} is in the bank already, as {held[number]}.")
    if fresh:
        say(f"Next: `storybank edit {next(iter(fresh.values()))}` (its questions stand in the notes).")
    if fresh or again:
        return
    show(lambda look: _page(look, found[:limit], held))
    left = len(found) - limit
    if left > 0:
        say(f"{left} more with --limit {len(found)}.")
    say("Keep some as drafts: the same command with --accept 1,3.")


def _page(look: Look, found: Sequence[Candidate], held: dict[int, str]) -> Iterator[Text]:
    from rich.text import Text

    from storybank.reviewer.terminal_look import heading, wrap

    count = f"{len(found)} candidate{'' if len(found) == 1 else 's'}"
    yield from heading(look, count, "best first")
    for number, candidate in enumerate(found, 1):
        yield from _entry(look, number, candidate, held.get(number))
        if number < len(found):
            yield Text()
    yield from wrap(look, Text())


def _entry(look: Look, number: int, found: Candidate, story: str | None) -> Iterator[Text]:
    from rich.text import Text

    from storybank.reviewer.terminal_look import flat, ink, wrap
    from storybank.stories.mining.model import MEANINGS

    head = Text.assemble((flat(found.title), "bold"))
    if story:
        head.append(f"  in the bank as {story}", "dim")
    yield from wrap(look, head, ink(f"{number:>3}  ", "cyan"))
    indent = "     " if not look.narrow else "   "
    about = [found.context] if found.context else []
    if found.years and not any(str(y) in found.context for y in found.years):
        about.append("-".join(map(str, dict.fromkeys(found.years))))
    if about:
        yield from wrap(look, ink(flat(", ".join(about)), "dim"), indent)
    for quote in found.quotes[:_QUOTES]:
        yield from wrap(
            look,
            Text.assemble((f"“{flat(quote.text)}”", "italic"), (f"  {flat(quote.place.words())}", "dim")),
            f"{indent}",
        )
    if len(found.quotes) > _QUOTES:
        more = counted(len(found.quotes) - _QUOTES, "more place", "more places")
        yield from wrap(look, ink(f"and {more}", "dim"), indent)
    for name in found.criteria:
        if name not in found.missing:
            said = ", ".join(f"“{flat(words)}”" for words in found.because.get(name, ())[:_CUES])
            line = Text.assemble(MEANINGS[name], (f"  {said}" if said else "", "dim"))
            yield from wrap(look, line, ink(f"{indent}✓ ", "green"))
    if found.missing:
        yield from wrap(
            look,
            Text("not shown: " + "; ".join(MEANINGS[n] for n in found.missing)),
            ink(f"{indent}• ", "yellow"),
        )
    for question in found.questions:
        yield from wrap(look, Text(flat(question)), ink(f"{indent}? ", "magenta"))
