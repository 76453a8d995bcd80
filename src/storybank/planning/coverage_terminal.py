"""The coverage in a terminal: a heat map that needs no colour, then what to do about it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from storybank.planning.coverage import CROSS_WANTED, Coverage, Load, Matter
from storybank.planning.coverage_out import GLYPHS, KINDS
from storybank.planning.fit_table import Band, band
from storybank.reviewer.terminal_look import Look, flat, heading, ink, wrap
from storybank.stories.story import CATEGORIES

COLOURS: dict[Band, str] = {"strong": "green", "workable": "cyan", "stretch": "yellow", "gap": "bright_black"}
_NAME = 30  # columns of a name where there is room
_MOST = 8


def coverage_lines(look: Look, coverage: Coverage) -> Iterator[Text]:
    """The whole page."""
    count = len(coverage.stories)
    yield from heading(
        look, "Coverage", f"{count} {'story' if count == 1 else 'stories'}, aiming at {coverage.level}"
    )
    yield from _key(look, coverage)
    for kind, title in KINDS.items():
        yield from heading(look, title)
        yield from _columns(look, coverage)
        for matter in coverage.of(kind):
            yield from _row(look, matter)
    yield from _use(look, coverage)
    yield from _advice(look, coverage)


def _key(look: Look, coverage: Coverage) -> Iterator[Text]:
    """What the marks mean, and which story each column is."""
    marks, room = "  ".join(f"{GLYPHS[b]} {b}" for b in GLYPHS), _room(look)
    all_fit = len(coverage.stories) <= room
    each = "one mark a story, as numbered" if all_fit else f"one mark a story, the best {room} first"
    yield from wrap(look, ink(f"{marks}; {each}; then how many will do", "dim"), " ")
    if all_fit:
        names = ", ".join(f"{k}={flat(load.id)}" for k, load in enumerate(coverage.stories, 1))
        yield from wrap(look, ink(names, "dim"), " ")


def _wide(look: Look) -> int:
    """The columns of a name."""
    return 18 if look.narrow else _NAME


def _room(look: Look) -> int:
    """How many marks stand in a row."""
    return max(4, look.width - _wide(look) - 18)


def _columns(look: Look, coverage: Coverage) -> Iterator[Text]:
    """The numbers of the columns, their last digit, where every story has one."""
    count = len(coverage.stories)
    if 1 < count <= _room(look):
        yield ink(" " * (_wide(look) + 2) + "".join(str(k % 10) for k in range(1, count + 1)), "dim")


def _row(look: Look, matter: Matter) -> Iterator[Text]:
    """Name, a mark a story (the best first where they do not all fit), how many will do, and what is wrong.

    In a narrow window a long name has a line of its own: cut, nobody could tell it from others.
    """
    name = f"{matter.name:>2} {matter.title}" if matter.kind == "category" else matter.name
    wide, room = _wide(look), _room(look)
    name = flat(name)
    if look.narrow and len(name) > wide:
        yield from wrap(look, Text(name), " ", "   ")
        name = ""
    name = name if len(name) <= wide else name[: wide - 1] + "…"
    line = Text(" ").append(f"{name:<{wide}} ")
    scores = (
        matter.scores if len(matter.scores) <= room else tuple(sorted(matter.scores, reverse=True))[:room]
    )
    for score in scores:
        what = band(score)
        line.append(GLYPHS[what], COLOURS[what])
    line.append(f" {len(matter.stories):>2} ", "bold")
    said = {"gap": "gap", "one-story": "only one", "weak": "none strong", "covered": ""}[matter.standing]
    if matter.kind != "level":
        line.append(said, "red" if said == "gap" else "yellow")
    yield line


def _use(look: Look, coverage: Coverage) -> Iterator[Text]:
    """Stories that are worn, carry much alone, or have little to show."""
    yield from heading(look, "Stories")
    carrying = sorted((x for x in coverage.stories if x.only), key=lambda x: (-len(x.only), x.id))
    for load in carrying[:_MOST]:
        yield from _said(look, load, f"the only one for {', '.join(_names(load.only))}", "cyan")
    for load in [x for x in coverage.stories if x.worn][:_MOST]:
        yield from _said(look, load, f"let it rest: {load.worn}", "yellow")
    thin = [x for x in coverage.stories if x.thin]
    for load in thin[:_MOST]:
        yield from _said(look, load, f"thin: {', '.join(load.thin)}", "yellow")
    if len(thin) > _MOST:
        yield from wrap(look, ink(f"and {len(thin) - _MOST} more with thin evidence", "dim"), " ")
    old = [x for x in coverage.stories if x.age is not None and x.age >= 6]
    for load in old[:_MOST]:
        yield from _said(look, load, f"ended {load.age} years ago", "dim")
    untagged = sum(not x.tagged for x in coverage.stories)
    if untagged:
        words = (
            f"{untagged} of {len(coverage.stories)} without a principle or theme that you confirmed: such "
        )
        words += (
            "stories count for what they show, which is worth less. `storybank tag ID` suggests, with quotes."
        )
        yield from wrap(look, Text(words), ink(" ▲ ", "yellow"))
    never = sum(not x.told for x in coverage.stories)
    yield from wrap(look, Text(f"{never} of {len(coverage.stories)} were never told."), " ")
    if coverage.cross_share is not None:
        enough = coverage.cross_share >= CROSS_WANTED
        mark = ink(" ✓ ", "green") if enough else ink(" ▲ ", "yellow")
        words = f"{coverage.cross_share:.0%} reach across functions; {CROSS_WANTED:.0%} or more should"
        words += f" ({untagged} untagged: nobody can say yet)." if untagged and not enough else "."
        yield from wrap(look, Text(words), mark)


def _names(only: tuple[str, ...]) -> Iterator[str]:
    for name in only[:_MOST]:
        yield f"category {name}" if name.isdigit() else name


def _said(look: Look, load: Load, words: str, style: str) -> Iterator[Text]:
    line = Text(flat(load.title), "bold").append(f"  {words}", f"not bold {style}")
    yield from wrap(look, line, ink(" • ", "cyan"))


def _advice(look: Look, coverage: Coverage) -> Iterator[Text]:
    found = coverage.next_story
    yield from heading(look, "The story to write next")
    if found is None:
        yield from wrap(look, Text("Nothing is missing: practise the ones you have."), " ")
        return
    words = Text(f"One on {found.wish}", "bold")
    if found.category:
        words.append(f", perhaps of the kind “{CATEGORIES[found.category].lower()}”", "not bold")
    yield from wrap(look, words.append("."), ink(" → ", "cyan"))
    for reason in found.reasons:
        yield from wrap(look, Text(f"{reason}"), ink("   + ", "green"))
    gain = f"{found.gain:,} points"
    yield from wrap(look, ink(f"A perfect one would add {gain} to {found.plan}.", "dim"), "   ")
