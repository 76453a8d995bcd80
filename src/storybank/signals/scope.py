"""Scope: the people, the teams, the money, the ranks and the time that a story moves, as numbers with spans."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from storybank.playbook.levels import reach
from storybank.signals.figures import Figure

_PEOPLE = re.compile(
    r"(?:\w+[ -]){0,2}?(?:engineers?|developers?|people|staff|employees|folks?|colleagues|nurses|teachers|workers|"
    r"drivers|analysts|designers|scientists|technicians|managers|reports|volunteers|agents|clerks|cooks|"
    r"specialists|officers|crew|heads|consultants|doctors|operators|buyers|planners|pilots|electricians|"
    r"mechanics|carers|guards|assistants|trainers|interns|testers)\b",
    re.I,
)
_TEAMS = re.compile(
    r"(?:\w+[ -]){0,2}?(?:teams|squads|groups|departments|divisions|organi[sz]ations|orgs|business units|companies|"
    r"countries|regions|sites|plants|hospitals|branches|subsidiaries|directorates|faculties|agencies)\b",
    re.I,
)
_EXECUTIVE = re.compile(
    r"\b(?:c[ -]?e[ -]?o|c[ -]?f[ -]?o|c[ -]?o[ -]?o|c[ -]?t[ -]?o|c[ -]?i[ -]?o|c[ -]?p[ -]?o|cmo|ciso|chief \w+ officer|"
    r"chief executive|chair(?:man|woman|person)?|the board|board of|executive committee|minister|president|svp|evp|vps?|"
    r"vice[ -]presidents?|managing directors?|permanent secretary)\b",
    re.I,
)
_MIDDLE = re.compile(
    r"\b(?:directors?|heads? of|general managers?|senior managers?|partners?|superintendent)\b", re.I
)
_WIDE = re.compile(
    r"\b(?:company[- ]wide|across the (?:company|group|organi[sz]ation|business)|whole (?:company|group|organi[sz]ation)|"
    r"organi[sz]ations|business units|divisions|group-wide|nationwide|all \w+ (?:regions|countries|divisions))\b",
    re.I,
)
_YEARS = re.compile(
    r"\b(?:multi-?year|(?:two|three|four|five|2|3|4|5)[ -]year|over (?:two|three|four|five) years)\b", re.I
)


def scope_numbers(prose: str, figures: Sequence[Figure]) -> Mapping[str, float]:
    """Named numbers about scope: how far people, money and teams reach, and counts of ranks and of wide words.

    `people`, `money` and `teams` put the largest number told on the scale of levels (`playbook.levels.reach`: 0 for
    none, 1 amid L6, 2 for L7); the others are counts, at most 5.
    """
    people = money = teams = 0.0
    for figure in figures:
        if figure.value is None:
            continue
        after = prose[figure.span.end : figure.span.end + 40].lstrip()
        inside = figure.span.of(prose)
        if figure.kind == "money":
            money = max(money, figure.value)
        elif figure.kind == "count":
            if _PEOPLE.match(after) or _PEOPLE.search(inside):
                people = max(people, figure.value)
            elif _TEAMS.match(after) or _TEAMS.search(inside):
                teams = max(teams, figure.value)
    return {
        "people": reach("people", people),
        "money": reach("money", money),
        "teams": reach("teams", teams),
        "executives": float(min(5, len(_EXECUTIVE.findall(prose)))),
        "middle-ranks": float(min(5, len(_MIDDLE.findall(prose)))),
        "wide": float(min(5, len(_WIDE.findall(prose)))),
        "years": float(min(5, len(_YEARS.findall(prose)))),
    }
