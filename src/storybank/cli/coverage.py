"""`storybank coverage`: what the stories cover, and which to write next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from storybank.cli.bank import bank_option, opened, show, write_json, write_text
from storybank.cli.plan_loop import LEVEL, read_loop, reviews, words_show

if TYPE_CHECKING:
    from storybank.planning.coverage import Load
    from storybank.usecases.masked import Veil

EMPTY_ADVICE = (
    "The bank is empty, so everything is a gap. Begin with a failure that taught you something, a disagreement you "
    "settled, and the work you are proudest of: `storybank new` keeps each. `storybank mine FILE` finds more in a "
    "résumé or notes, and `storybank demo-bank` shows what a full bank looks like."
)


@click.command("coverage")
@click.option("--level", type=LEVEL, default="L6", show_default=True, help="The level you aim at.")
@click.option(
    "--loop", "file", type=click.Path(path_type=Path, dir_okay=False),
    help="A loop file: the next story is then the one that your loop lacks most.",
)  # fmt: skip
@click.option(
    "--review", "reviewed", is_flag=True,
    help="Let the reviewer judge how well each story is told (slow the first time).",
)  # fmt: skip
@bank_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "csv", "svg"]), default="text", show_default=True,
    help="A heat map to read, one JSON object, a table, or a picture.",
)  # fmt: skip
def command(
    level: str,
    file: Path | None,
    reviewed: bool,
    where: str | None,
    form: Literal["text", "json", "csv", "svg"],
) -> None:
    """Show what your stories cover: strong, thin, missing, overused; and the story to write next.

    For a picture: storybank coverage --format svg > coverage.svg
    """
    from storybank.planning.coverage import coverage_of, with_next
    from storybank.planning.coverage_next import next_story
    from storybank.planning.fit_table import fits_from_tags, well_told
    from storybank.usecases.masked import veil_of
    from storybank.wiring import clock

    level = level.upper()
    loop = read_loop(file) if file else None
    with opened(where) as store:
        stories = store.every()
        veil = veil_of(store, stories, present=stories)
    today = clock().now().date()
    quality = veil.by_id(well_told(stories, reviews(stories, level, where) if reviewed else None))
    read, bank = veil.by_id(words_show(stories, where)), tuple(map(veil.named, stories))
    fits = fits_from_tags(bank, level=level, today=today, shown=read, quality=quality)
    coverage = coverage_of(bank, fits, level=level, today=today, quality=quality)
    coverage = with_next(coverage, next_story(coverage, bank, fits, today, loop))
    real = {veil.id(story.id): story.id for story in stories}
    coverage = replace(coverage, stories=tuple(_seen(veil, load, real) for load in coverage.stories))
    if form == "text":
        if not bank:
            from storybank.cli.bank import say

            say(EMPTY_ADVICE)
            return
        from storybank.planning.coverage_terminal import coverage_lines

        show(lambda look: coverage_lines(look, coverage))
        return
    from storybank.planning.coverage_out import coverage_csv, coverage_dict, coverage_svg

    if form == "json":
        advice = {} if bank else {"advice": EMPTY_ADVICE}
        write_json({"on": today.isoformat(), **coverage_dict(coverage), **advice})
    else:
        write_text(coverage_csv(coverage) if form == "csv" else coverage_svg(coverage))


def _seen(veil: Veil, load: Load, real: Mapping[str, str]) -> Load:
    """The use of a story without the company that heard it often, where that is its masked employer."""
    return replace(load, worn=veil.words(load.worn, real[load.id]))
