"""`storybank evaluate`: how near the program comes to the raters of labelled answers."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from storybank.evaluation.labelled import LabelledAnswer
    from storybank.reviewer.report import Report

_PIPE_WIDTH = 120  # columns where nobody's window sets a limit


@click.command("evaluate")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE.jsonl...")
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True,
    help="A table to read, or one JSON object to keep.",
)  # fmt: skip
@click.option(
    "--folds", type=click.IntRange(min=2), metavar="N",
    help="Cross-validate by story: fit what is fitted anew N times, each time judging only stories left out.",
)  # fmt: skip
@click.option(
    "--diff", "old", type=click.Path(path_type=Path), metavar="OLD.json",
    help="Show what changed since an evaluation kept with --format json.",
)  # fmt: skip
@click.option("--rules", is_flag=True, help="Show each rule by itself too (JSON always holds them).")
def command(
    files: tuple[Path, ...], form: Literal["table", "json"], folds: int | None, old: Path | None, rules: bool
) -> None:
    """Measure the reviewer on labelled answers.

    Every FILE holds one labelled answer a line; docs/labelled-answers.md gives the format. Each answer is
    reviewed with its own question and target level and compared with what its raters said. Intervals are
    95% bootstrap intervals over stories.
    """
    from storybank.evaluation import diff, labelled, record, run

    before = record.load(_read(old, "an evaluation kept with --format json"), str(old)) if old else None
    answers = labelled.parse((str(file), _read(file)) for file in files)
    if not answers:
        from storybank.errors import BadLabels

        raise BadLabels(
            f"no labelled answer in {', '.join(map(str, files))}; write one JSON object on each line"
        )
    reports = _crossvalidated(answers, folds) if folds else _reviewed(answers)
    evaluation = run.compare(answers, reports)
    changed = diff.diff(before, evaluation) if before else None
    if form == "json":
        click.echo(record.render(evaluation, **({"diff": changed.to_dict()} if changed else {})))
        return
    from rich.console import Console

    from storybank.evaluation.table import show, show_diff

    console = Console() if sys.stdout.isatty() else Console(width=_PIPE_WIDTH)
    show(console, evaluation, rules)
    if changed:
        show_diff(console, changed)


def _reviewed(answers: Sequence[LabelledAnswer]) -> Iterator[Report]:
    """A report an answer; how far it has come is shown on standard error, where somebody watches."""
    from storybank.usecases.review_answer import review_text

    watched = sys.stderr.isatty()
    for number, answer in enumerate(answers, 1):
        if watched:
            click.echo(f"\rreviewing {number:,} of {len(answers):,}", err=True, nl=number == len(answers))
        yield review_text(answer.text, question=answer.question, level=answer.target_level)


def _crossvalidated(answers: Sequence[LabelledAnswer], folds: int) -> Sequence[Report]:
    stories = len({answer.story for answer in answers})
    if stories < folds:
        from storybank.errors import BadLabels

        raise BadLabels(
            f"{folds} folds need as many stories, and there are {stories}; ask for fewer with --folds"
        )
    from storybank.evaluation.folds import crossvalidate

    return crossvalidate(answers, folds)


def _read(file: Path, what: str = "a file of labelled answers") -> str:
    """The text of a file of labels or results: UTF-8, with or without a byte-order mark. `what` is to be named."""
    from storybank.errors import UnreadableInput

    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UnreadableInput(f"{file}: byte {fault.start} is not UTF-8; save it as UTF-8") from None
    except OSError as fault:
        why = (fault.strerror or str(fault)).lower()
        raise UnreadableInput(f"{file}: {why}; name {what}") from None
