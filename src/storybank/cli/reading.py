"""Pages of the playbook in a terminal: 80 columns, a pager when they are long, JSON when programs read them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import click

from storybank.cli.bank import Form, format_option, write_json

if TYPE_CHECKING:
    from rich.text import Text

    from storybank.playbook.index import Card
    from storybank.playbook.model import Entry
    from storybank.playbook.pages import Block, Page
    from storybank.playbook.shelf import Shelf
    from storybank.reviewer.terminal_look import Look

__all__ = [
    "Form", "format_option", "open_shelf", "page_lines", "paged", "show_cards", "show_entry", "show_kind",
    "show_pages", "write_json",
]  # fmt: skip
COLUMNS = 80
_LABELS = {
    "weak": "red", "weaker": "red", "sinks": "red", "strong": "green", "stronger": "green", "saves": "green",
    "reply": "green", "asked": "bold",
}  # fmt: skip


def open_shelf() -> Shelf:
    """Our playbook, with the folders named in STORYBANK_PLAYBOOK and the configuration in front."""
    from storybank.playbook.shelf import own_folders, shelf_with
    from storybank.usecases.settings import load_settings

    return shelf_with(own_folders(load_settings().playbook))


def show_entry(kind: str, entry: Entry, form: Form) -> None:
    """One entry in full."""
    if form == "json":
        write_json({kind: entry})
        return
    from storybank.playbook.pages import page_of

    show_pages([page_of(entry)])


def show_pages(pages: Iterable[Page]) -> None:
    """Pages one below the other, through the pager when they are longer than the window."""
    paged(lambda look: (line for page in pages for line in page_lines(look, page)))


def show_cards(
    cards: list[Card],
    form: Form,
    *,
    title: str,
    kind: str,
    more: str,
    aside: Callable[[Card], str] = lambda _: "",
) -> None:
    """A listing: name and title of each entry, with a remark."""
    if form == "json":
        write_json({kind: cards})
        return
    if not cards:
        click.echo("Nothing fits. Take a filter away, or look with `storybank search WORDS`.")
        return
    paged(lambda look: _listing(look, cards, title, more, aside))


def show_kind(
    kind: str,
    name: str | None,
    form: Form,
    *,
    more: str,
    aside: Callable[[Card], str] = lambda _: "",
    spelled: Callable[[str], str] = str.lower,
    arranged: Callable[[list[Card]], list[Card]] = list,
) -> None:
    """The entry of that name in full; without a name, the listing of its kind.

    `spelled` writes a name as its kind does; `arranged` picks and sorts what is listed.
    """
    from storybank.playbook.index import cards
    from storybank.playbook.shelf import KINDS

    shelf = open_shelf()
    if name:
        show_entry(kind, shelf.entry(kind, spelled(name), KINDS[kind]), form)
        return
    kinds = f"{kind}s"
    show_cards(
        arranged(cards(shelf, kind)), form, title=kinds.capitalize(), kind=kinds, more=more, aside=aside
    )


def _listing(
    look: Look, cards: list[Card], title: str, more: str, aside: Callable[[Card], str]
) -> Iterator[Text]:
    from rich.text import Text

    from storybank.reviewer.terminal_look import flat, heading, ink, wrap

    yield from heading(look, title, str(len(cards)))
    wide = min(max(len(card.name) for card in cards), look.width // 2)
    for card in cards:
        name = flat(card.name)
        head = ink(f" {name:<{wide}}  ", "bold")
        said = Text(flat(card.title))
        if remark := flat(aside(card)):
            said.append(f"  {remark}", "dim")
        if look.narrow or len(name) > wide:
            yield from wrap(look, ink(name, "bold"), " ")
            yield from wrap(look, said, "   ")
        else:
            yield from wrap(look, said, head)
    yield Text()
    yield from wrap(look, ink(more, "dim"), ink(" → ", "cyan"))


def page_lines(look: Look, page: Page) -> Iterator[Text]:
    """The lines of a page."""
    from rich.text import Text

    from storybank.reviewer.terminal_look import flat, heading, ink, wrap

    yield from heading(look, flat(page.title), page.aside)
    for block in page.blocks:
        yield from _block(look, block)
    for more in page.more:
        yield from wrap(look, ink(more, "dim"), ink(" → ", "cyan"))
    if page.more:
        yield Text()


def _block(look: Look, block: Block) -> Iterator[Text]:
    from rich.text import Text

    from storybank.reviewer.terminal_look import flat, ink, wrap

    if block.kind == "heading":
        yield from wrap(look, ink(flat(block.words), "bold underline" if look.styled else "bold"), " ")
        return
    if block.kind == "items":
        for number, item in enumerate(block.items, 1):
            mark = f"{number:>2}. " if block.ordered else "[ ] " if block.boxes else "• "
            yield from wrap(look, Text(flat(item)), ink(f"  {mark}", "cyan"))
    elif block.kind == "say":
        style = _LABELS.get(block.label, "cyan")
        label = f" {block.label:<9} " if not look.narrow else f" {block.label} " if block.label else "   "
        yield from wrap(look, Text(flat(block.words)), ink(label, style), None if not look.narrow else "   ")
    else:
        yield from wrap(look, Text(flat(block.words)), " ")
    yield Text()


def paged(lines: Callable[[Look], Iterator[Text]]) -> None:
    """Lines made for the window's width, through the pager when there are more than the window holds."""
    from dataclasses import replace

    from storybank.reviewer.terminal_look import look_of, make_console, put

    console = make_console(sys.stdout)
    look = look_of(console)
    look = replace(look, width=min(look.width, COLUMNS))
    page = list(lines(look))
    if not console.is_terminal or len(page) < console.size.height:
        put(look, page)
        return
    with console.capture() as held:
        put(look, page)
    click.echo_via_pager(held.get(), color=look.styled)
