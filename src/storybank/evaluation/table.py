"""An evaluation for the terminal; plain text in a pipe."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from storybank.evaluation.diff import Diff, Turn
from storybank.evaluation.measures import GRADED, Hits
from storybank.evaluation.run import HEADLINES, Evaluation, Measure
from storybank.reviewer.visible import one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

_TITLES = {
    "parts": ("Parts, macro F1", "sentence"),
    "defects": ("Defects, micro F1", "marked"),
    "defects/precision": ("  precision", "reported"),
    "defects/recall": ("  recall", "marked"),
    "figures": ("Outcome figures, F1", "marked"),
    "figures/precision": ("  precision", "reported"),
    "figures/recall": ("  recall", "marked"),
    **{name: (f"{name.capitalize()}, kappa", "answer") for name in GRADED},
    "order": ("Tellings in order", "pair"),
    "principles": ("First principle named", "answer"),
}
_COUNTLESS = ("marked", "reported")
_TURNS: Mapping[Turn, tuple[str, str]] = {
    "better": ("+", "green"),
    "worse": ("-", "red"),
    "same": ("=", "dim"),
}
_WHOLE = Measure(None, None, 0)


def show(console: Console, evaluation: Evaluation, rules: bool = False) -> None:
    """Print the measures with their intervals, the parts, and with `rules` each rule."""
    stories = f"{evaluation.stories} stor{'y' if evaluation.stories == 1 else 'ies'}"
    console.print(f"{_many(len(evaluation.answers), 'answer')} of {stories}", highlight=False)
    table = _table("Measure", "Value", "95% interval", "Over")
    for name in HEADLINES:
        title, unit = _TITLES[name]
        measure = evaluation.measures.get(name, _WHOLE)
        over = f"{measure.over:,} {unit}" if unit in _COUNTLESS else _many(measure.over, unit)
        table.add_row(title, *_value(measure), over)
    console.print(table)
    console.print(_hits("Part", evaluation.parts, evaluation.measures, "part:"))
    if rules:
        console.print(_hits("Rule", evaluation.rules, evaluation.measures, "rule:"))


def show_diff(console: Console, diff: Diff) -> None:
    """Print what changed, answer by answer, then the measures that moved."""
    turns = [change.turn for change in diff.changes]
    answers = len({change.id for change in diff.changes})
    console.print(
        f"{_many(answers, 'answer')} changed: {turns.count('better')} for the better (+), "
        f"{turns.count('worse')} for the worse (-), {turns.count('same')} neither (=)",
        highlight=False,
    )
    if diff.changes:
        table = _table("Answer", "", "What", "Old", "New", "Raters", words=True)
        last = None
        for change in diff.changes:
            mark, style = _TURNS[change.turn]
            words = [one_line(w) for w in (change.what, change.old, change.new, change.gold)]
            table.add_row(
                _plain(change.id if change.id != last else ""), mark, *map(_plain, words), style=style
            )
            last = change.id
        console.print(table)
    if diff.measures:
        table = _table("Measure", "Old", "New", "Change")
        for name, (old, new) in diff.measures.items():
            moved = "" if old is None or new is None else f"{new - old:+.3f}"
            table.add_row(name, _number(old), _number(new), moved)
        console.print(table)
    for ids, what in (
        (diff.gone, "only in the old"),
        (diff.added, "new"),
        (diff.relabelled, "labelled otherwise now"),
    ):
        if ids:
            console.print(_plain(f"{what}: {one_line(', '.join(ids))}"), highlight=False)


def _hits(title: str, hits: Mapping[str, Hits], measures: Mapping[str, Measure], lead: str) -> Table:
    table = _table(title, "F1", "95% interval", "Precision", "Recall", "Right", "False", "Missed")
    for name, hit in hits.items():
        value = _value(measures.get(f"{lead}{name}", _WHOLE))
        table.add_row(_plain(name), *value, _number(hit.precision), _number(hit.recall), *map(str, hit))
    return table


def _table(first: str, *others: str, words: bool = False) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    table.add_column(first)
    for name in others:
        table.add_column(name, justify="left" if words else "right")
    return table


def _value(measure: Measure) -> tuple[str, str]:
    interval = measure.interval
    return _number(measure.value), f"{interval[0]:.2f} to {interval[1]:.2f}" if interval else ""


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:.3f}"


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _plain(text: str) -> Text:
    """Text that is never read as markup."""
    from rich.text import Text

    return Text(one_line(text))
