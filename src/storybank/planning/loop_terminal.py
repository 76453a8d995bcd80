"""The plan in a terminal: interviewer by interviewer, then what it is worth, and at what price."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.text import Text

from storybank.planning.fit_table import UNCONFIRMED, Band, band
from storybank.planning.loop import Assignment, Interviewer, Loop, Plan, Price
from storybank.reviewer.terminal_look import Look, flat, heading, ink, wrap

BAND_COLOURS: dict[Band, str] = {"strong": "green", "workable": "cyan", "stretch": "yellow", "gap": "red"}
_MOST = 8  # prices of a kind: the rest are in the JSON


def plan_lines(
    look: Look, plan: Plan, loop: Loop, titles: Mapping[str, str], *, why: bool = True
) -> Iterator[Text]:
    """The whole page; `titles` by story id, `why` with the reasons."""
    company = flat(loop.company) or "the loop"
    yield from heading(look, f"Plan for {company}, {loop.level}", _verdict(plan))
    for words in plan.shortfalls:
        yield from wrap(look, Text(flat(words)), ink(" ✖ ", "red"))
    for remedy in plan.remedies:
        left = f" (then {remedy.missing} missing)" if remedy.missing else ""
        yield from wrap(look, Text(f"{flat(remedy.text)}{left}"), ink("   → ", "cyan"))
    for words in plan.notices:
        yield from wrap(look, Text(flat(words)), ink(" ▲ ", "yellow"))
    if plan.shortfalls or plan.notices:
        yield Text()
    for who, one in enumerate(loop.interviewers):
        yield from _person(look, plan, who, one, titles, why)
    unconfirmed = sum(any(UNCONFIRMED in reason for reason in one.fit.reasons) for one in plan.assignments)
    if unconfirmed:
        rest = "rests on its" if unconfirmed == 1 else "rest on their"
        words = (
            f"{unconfirmed} of {len(plan.assignments)} {rest} words alone, which count less than what you "
        )
        words += "confirm: `storybank tag ID` suggests, with quotes."
        yield from wrap(look, Text(words), ink(" → ", "cyan"))
    yield from _worth(look, plan)
    yield from _prices(look, plan, titles)


def _verdict(plan: Plan) -> str:
    """What the plan is worth and how good that is, in a few words."""
    if plan.missing:
        fewest = "the fewest possible" if plan.optimal else "the fewest found"
        return f"{plan.points:,} points, {plan.missing} missing, {fewest}"
    return f"{plan.points:,} points, {'proven best' if plan.optimal else 'best found'}"


def _person(
    look: Look, plan: Plan, who: int, one: Interviewer, titles: Mapping[str, str], why: bool
) -> Iterator[Text]:
    name = Text(flat(one.name), "bold")
    if one.round:
        name = Text.assemble(name, (f"  {flat(one.round)}", "dim"))
    yield from wrap(look, name, ink(f" {who + 1} ", "dim"), "   ")
    told = [a for a in plan.assignments if a.interviewer == who]
    for assignment in told:
        yield from _telling(look, assignment, one, titles, why)
    unserved = [w.name for k, w in enumerate(one.wishes) if all(a.wish != k for a in told)]
    if unserved:
        many = "one story leaves" if one.stories == 1 else f"{one.stories} stories leave"
        why_not = f"{many} no room for" if len(told) >= one.stories else "no story for"
        yield from wrap(look, ink(f"{why_not}: {', '.join(unserved)}", "dim"), "   ")
    yield Text()


def _telling(
    look: Look, one: Assignment, person: Interviewer, titles: Mapping[str, str], why: bool
) -> Iterator[Text]:
    mark = ink("   • ", "cyan")
    line = Text.assemble((flat(titles.get(one.story, one.story)), "bold"), (f"  {one.story}", "dim"))
    yield from wrap(look, line, mark)
    served = Text(f"{person.wishes[one.wish].name}: ")
    served.append(f"{one.fit.band} {one.fit.score:.2f}", BAND_COLOURS[one.fit.band])
    yield from wrap(look, served, "     ")
    if why:
        yield from wrap(look, ink("; ".join(flat(r) for r in one.reasons), "dim"), "     ")
    if one.backup is not None and one.backup_fit is not None:
        fit = band(one.backup_fit)
        line = Text("in reserve: ").append(flat(titles.get(one.backup, one.backup)))
        line.append(f"  {fit} {one.backup_fit:.2f}", BAND_COLOURS[fit])
        yield from wrap(look, line, "     ", "       ")
    if why and one.swap is not None:
        words = f"next best here: {flat(titles.get(one.swap.story, one.swap.story))}, {_cost(one.swap.loss)}"
        yield from wrap(look, ink(words, "dim"), "     ", "       ")


def _cost(points: int) -> str:
    return f"for {points:,} points less" if points else "at no loss"


def _worth(look: Look, plan: Plan) -> Iterator[Text]:
    yield from heading(look, "What it is worth", "1,000 points = one story that fits perfectly")
    for term in plan.terms:
        if term.name == "shortfall":
            continue
        head = ink(f" {term.points:>8,}  ", "bold")
        words = Text(f"{term.name}: {term.amount:g} x {term.weight:,}")
        if not look.narrow:
            words.append(f"  {term.text}", "dim")
        yield from wrap(look, words, head)
    best = "no plan can be worth more" + (" with so few missing" if plan.missing else "")
    above = plan.points + plan.bound - plan.value
    bound = best if plan.value == plan.bound else f"no plan can exceed {above:,}"
    yield from wrap(look, Text(bound), ink(f" {plan.points:>8,}  ", "bold"))


def _prices(look: Look, plan: Plan, titles: Mapping[str, str]) -> Iterator[Text]:
    titled = {
        "story": "Price of losing a story", "limit": "Price of a limit", "term": "Price of a term",
        "one-more": "What one more story would buy",
    }  # fmt: skip
    for kind, title in titled.items():
        prices = sorted(
            (p for p in plan.prices if p.kind == kind), key=lambda p: (-abs(p.missing), -p.points, p.name)
        )
        if not prices:
            continue
        yield from heading(look, title)
        for price in prices[:_MOST]:
            yield from wrap(look, _price(price, titles), ink(f" {price.points:>8,}  ", "bold"))
        if len(prices) > _MOST:
            yield from wrap(
                look, ink(f"and {len(prices) - _MOST} smaller ones (--format json)", "dim"), " " * 11
            )


def _price(price: Price, titles: Mapping[str, str]) -> Text:
    name = flat(titles.get(price.name, price.name)) if price.kind == "story" else price.name
    words = Text(name, "bold").append(f"  {price.text}", "not bold dim")
    if price.missing:
        more = f"{abs(price.missing)} {'more' if price.missing > 0 else 'fewer'} missing"
        words.append(f"; {more}", "not bold")
    return words
