"""`storybank adapt`: one story, angled for what is asked, in the owner's own sentences."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from storybank.cli.bank import Form, bank_option, format_option, reveal_option
from storybank.cli.within import PACE, Within

if TYPE_CHECKING:
    from rich.text import Text

    from storybank.planning.adapt import Adaptation
    from storybank.reviewer.terminal_look import Look

_STYLES = {"kept": "green", "moved": "cyan", "trimmed": "yellow", "dropped": "bright_black"}
_MARKS = {"kept": "●", "moved": "↑", "trimmed": "◐", "dropped": "○"}


@click.command("adapt")
@click.argument("story", metavar="STORY|FILE|-")
@click.option("--principle", metavar="NAME", help="What the interviewer listens for, such as ownership.")
@click.option("--level", metavar="L5|L6|L7", help="The level that the story should carry.")
@click.option("--company", metavar="NAME", help="A company of the playbook.")
@click.option("--round", "round_", metavar="NAME", help="recruiter, phone-screen, hiring-manager, peer, loop, "
              "bar-raiser or executive.")  # fmt: skip
@click.option(
    "--seconds",
    type=Within(5, 1200),
    metavar="N",
    help="How long it may take.  [default: the round's]",
)
@click.option("--question", metavar="TEXT", help="The question that it should answer.")
@click.option(
    "--wpm",
    type=PACE,
    default=150.0,
    metavar="N",
    help="Words a minute.  [default: 150]",
)
@reveal_option
@bank_option
@click.option("--isolated", is_flag=True, help="Use our own playbook alone.")
@format_option
def command(
    story: str,
    principle: str | None,
    level: str | None,
    company: str | None,
    round_: str | None,
    seconds: float | None,
    question: str | None,
    wpm: float,
    reveal: bool,
    where: str | None,
    isolated: bool,
    form: Form,
) -> None:
    """Angle a STORY for a principle, level, company, round, question or time.

    STORY is an id of the bank, a file of text or Markdown, or - for standard input. Your own sentences are chosen,
    ordered and trimmed; nothing is invented, and what is missing comes back as questions to you. Of a story that is
    hardly begun, only the questions come back.
    """
    from storybank.cli.story_input import story_text, veil_over
    from storybank.planning.adapt import adapt
    from storybank.playbook.shelf import shipped

    if isolated:
        shelf = shipped()
    else:
        from storybank.cli.reading import open_shelf

        shelf = open_shelf()
    given = story_text(story, where, wordless=True)
    found = adapt(
        given.text, principle=principle, level=level, company=company, round=round_,
        seconds=seconds, question=question, wpm=wpm, shelf=shelf,
    )  # fmt: skip
    veil = veil_over([given], where, reveal=reveal)
    found = veil.result(found, found.source)
    if form == "json":
        from storybank.cli.bank import write_json

        write_json(to_dict(found, veil.typed(story)))
        return
    from storybank.reviewer.terminal_look import look_of, make_console, put

    look = look_of(make_console(sys.stdout))
    put(look, _lines(look, found))


def to_dict(found: Adaptation, story: str) -> dict[str, Any]:
    """The contract: `source[start:end] == text` for every sentence, and nothing but sentences makes up `text`."""
    wishes = found.wishes
    return {
        "story": story,
        "for": {
            "principle": wishes.principle, "level": wishes.level, "company": wishes.company, "round": wishes.round,
            "seconds": found.limit, "question": wishes.question, "wpm": wishes.wpm,
        },
        "text": found.text,
        "sentences": [
            {"text": t.text, "start": t.span.start, "end": t.span.end, "part": t.part, "source_sentence": t.sentence,
             "change": t.deed, "why": t.why}
            for t in found.told
        ],
        "prompts": [{"question": p.question, "why": p.why, "part": p.part, "after": p.after} for p in found.prompts],
        "choices": [
            {"sentence": c.sentence, "start": c.span.start, "end": c.span.end, "part": c.part, "change": c.deed,
             "why": c.why, "value": round(c.value, 4), "words": c.words}
            for c in found.choices
        ],
        "words": found.words,
        "seconds": round(found.seconds, 1),
        "limit_seconds": found.limit,
        "value": round(found.value, 4),
        "proven_best": found.proven,
        "notes": list(found.notes),
        "source": found.source,
    }  # fmt: skip


def _lines(look: Look, found: Adaptation) -> Iterator[Text]:
    """The telling with questions where something is missing, then what changed and why."""
    from rich.text import Text

    from storybank.reviewer.terminal_look import PART_COLOURS, flat, heading, ink, wrap

    limit = f" of {found.limit:g}" if found.limit is not None else ""
    if found.told:
        aside = f"{found.words} words, {found.seconds:.0f}{limit} s at {found.wishes.wpm:g} a minute"
        yield from heading(look, "The telling", aside)
    else:
        yield from heading(look, "What the story lacks")
    for note in found.notes:
        yield from wrap(look, ink(flat(note), "yellow"), " ! ")
    for at in range(len(found.told) + 1):
        for prompt in found.prompts:
            if prompt.after == at:
                yield from wrap(look, ink(flat(prompt.question), "magenta"), ink(" ? ", "magenta"))
        if at < len(found.told):
            told = found.told[at]
            mark = (
                ink("   ", "") if told.deed == "kept" else ink(f" {_MARKS[told.deed]} ", _STYLES[told.deed])
            )
            yield from wrap(look, Text(flat(told.text), PART_COLOURS[told.part]), mark, "   ")
    if not found.choices:
        return
    yield from heading(look, "What became of each sentence", "● kept ↑ moved ◐ trimmed ○ left out")
    for choice in found.choices:
        words = found.source[choice.span.start : choice.span.end]
        short = flat(words) if len(words) <= 64 else flat(words)[:60].rstrip() + "…"
        line = Text(short).append(f"  {choice.why}", "dim")
        yield from wrap(look, line, ink(f" {_MARKS[choice.deed]} ", _STYLES[choice.deed]), "   ")
    if found.prompts:
        yield Text()
        yield from wrap(look, ink("Lines with ? are for you to answer; nothing is invented.", "dim"), " ")
