"""`storybank plan-loop`: which story to tell to whom, over a whole day of interviews."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storybank.cli.bank import EMPTY, Form, bank_option, format_option, opened, say, show, watched, write_json
from storybank.planning.loop import USUAL_STORIES
from storybank.playbook.names import LEVELS

if TYPE_CHECKING:
    from storybank.planning.loop import Loop
    from storybank.ports import Store
    from storybank.stories.story import Story
    from storybank.usecases.masked import Veil

LEVEL = click.Choice(LEVELS, case_sensitive=False)


@click.command("plan-loop")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--interviewer", "people", multiple=True, metavar="WORDS",
    help='An interviewer, such as "Ada (bar raiser): ownership, dive-deep". May be given many times.',
)  # fmt: skip
@click.option(
    "--company", help="Who interviews: what they heard before is not told to the same people again."
)
@click.option("--level", type=LEVEL, help="The level you aim at.  [default: L6]")
@click.option(
    "--stories",
    type=click.IntRange(1, 10),
    help=f"Stories for each --interviewer.  [default: {USUAL_STORIES}]",
)
@click.option("--repeats", type=click.IntRange(1, 10), help="How often one story may be told.  [default: 1]")
@click.option(
    "--least-fit", type=click.FloatRange(0, 1), help="Leave a place empty rather than fit worse (0 to 1)."
)
@click.option(
    "--failures", type=click.IntRange(0, 10), help="Failure stories to tell at least.  [default: 1]"
)
@click.option("--told-again", is_flag=True, help="People may hear a story again.")
@click.option(
    "--set", "pins", multiple=True, metavar="NAME=STORY", help="Tell this story to this interviewer."
)
@click.option("--without", multiple=True, metavar="STORY", help="Leave a story out.")
@click.option(
    "--prices", is_flag=True, help="What each story, limit and term costs, and what one more story buys."
)
@click.option(
    "--review", "reviewed", is_flag=True,
    help="Let the reviewer judge how well each story is told (slow the first time).",
)  # fmt: skip
@click.option("--short", is_flag=True, help="Only the plan, without reasons.")
@bank_option
@format_option
def command(
    file: Path | None, people: tuple[str, ...], company: str | None, level: str | None, stories: int | None,
    repeats: int | None, least_fit: float | None, failures: int | None, told_again: bool, pins: tuple[str, ...],
    without: tuple[str, ...], prices: bool, reviewed: bool, short: bool, where: str | None, form: Form,
) -> None:  # fmt: skip
    """Plan a loop: which story goes to whom, with one in reserve, proven to be the best plan there is.

    FILE is TOML with company, level and an [[interviewer]] table for each (name, round, wishes, stories); flags add
    to it and beat it. Wishes are principles or themes; a part of a name will do where only one has it.
    """
    from storybank.errors import BadLoop
    from storybank.planning.fit_table import fits_from_tags
    from storybank.planning.loop_plan import plan_loop
    from storybank.planning.loop_problem import check
    from storybank.usecases.masked import veil_of
    from storybank.wiring import clock

    if file is None and not people:
        raise BadLoop(
            'no interviewers; name them with --interviewer "Ada: ownership, dive-deep", or give a loop file'
        )
    loop = _loop(file, people, stories)
    changes = {"company": company, "level": level and level.upper(), "repeats": repeats, "least_fit": least_fit,
               "failures": failures, "told_again": told_again or None}  # fmt: skip
    loop = _changed(loop, changes, pins, without)
    check(loop)
    with opened(where) as store:
        held = tuple(store.every())
        veil = veil_of(store, held, present=held)
        if held or form == "json":
            loop = _named(loop, store, veil)
    if not held and form == "text":
        say(EMPTY)
        return
    today, bank = clock().now().date(), tuple(map(veil.named, held))
    shown = veil.by_id(words_show(held, where))
    quality = veil.by_id(reviews(held, loop.level, where)) if reviewed else None
    fits = fits_from_tags(bank, level=loop.level, today=today, shown=shown, quality=quality)
    plan = plan_loop(loop, bank, fits, today, prices=prices)
    if form == "json":
        from storybank.planning.loop_json import plan_dict

        write_json(plan_dict(plan, loop, bank, fits, today))
        return
    from storybank.planning.loop_terminal import plan_lines

    titles = {s.id: s.title for s in bank}
    show(lambda look: plan_lines(look, plan, loop, titles, why=not short))


def reviews(bank: Sequence[Story], level: str, where: str | None) -> dict[str, float]:
    """How well each story is told, by its review."""
    from storybank.usecases.story_fits import quality_by_review
    from storybank.wiring import review_cache

    with watched("Reviewing the stories") as far:
        return quality_by_review(bank, level, review_cache(where), far=far)


def words_show(bank: Sequence[Story], where: str | None) -> dict[str, dict[str, float]]:
    """What the words of each story show; nothing where the model of meanings is not installed: tags then decide."""
    if not bank:
        return {}
    try:
        from storybank.signals.meaning import shipped_meaning
        from storybank.usecases.story_fits import shown_by_words
        from storybank.wiring import vector_cache

        with watched("Reading the stories") as far:
            return shown_by_words(bank, shipped_meaning(), vector_cache(where), far)
    except (ImportError, FileNotFoundError):
        return {}


def known_principles() -> tuple[str, ...]:
    """Amazon's principles, and those of the companies in the playbook."""
    from storybank.cli.reading import open_shelf
    from storybank.playbook.names import PRINCIPLES

    return tuple(dict.fromkeys((*PRINCIPLES, *open_shelf().names("principle"))))


def read_loop(file: Path) -> Loop:
    """The loop that a file describes; `BadLoop` when it cannot be read."""
    from storybank.errors import BadLoop
    from storybank.planning.loop_read import loop_of

    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BadLoop(f"{file} is not UTF-8 text; save it as UTF-8") from None
    except OSError as fault:
        raise BadLoop(f"{file}: {(fault.strerror or str(fault)).lower()}") from None
    return loop_of(text, known_principles(), str(file))


def _loop(file: Path | None, people: tuple[str, ...], stories: int | None) -> Loop:
    from dataclasses import replace

    from storybank.planning.loop import Loop
    from storybank.planning.loop_read import interviewer_of

    loop = read_loop(file) if file else Loop(())
    more = tuple(interviewer_of(words, stories or loop.stories, known_principles()) for words in people)
    return replace(loop, interviewers=(*loop.interviewers, *more))


def _named(loop: Loop, store: Store, veil: Veil) -> Loop:
    """The loop with stories by the ids that are shown, whether an id, its beginning or a title was given.

    Raises `NoSuchStory`.
    """
    from dataclasses import replace

    from storybank.usecases.keep_story import find

    def shown(given: str) -> str:
        return veil.id(find(store, given).id)

    pins = tuple((who, shown(given)) for who, given in loop.pins)
    return replace(loop, pins=pins, without=tuple(map(shown, loop.without)))


def _changed(
    loop: Loop, changes: Mapping[str, object], pins: tuple[str, ...], without: tuple[str, ...]
) -> Loop:
    from dataclasses import replace

    from storybank.errors import BadLoop

    pairs = []
    for pin in pins:
        who, mark, story = pin.rpartition("=")
        if not mark or not who.strip() or not story.strip():
            raise BadLoop(f"cannot read --set {pin!r}; write it as NAME=STORY, such as Ada=late-train")
        pairs.append((who.strip(), story.strip()))
    given = {key: value for key, value in changes.items() if value is not None}
    return replace(loop, **given, pins=(*loop.pins, *pairs), without=(*loop.without, *without))  # type: ignore[arg-type]
