"""The coverage for other programs: a JSON object, CSV, and a picture that stands for itself."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from storybank.planning.coverage import CROSS_WANTED, Coverage, Kind, Matter
from storybank.planning.fit_table import Band, band

KINDS: dict[Kind, str] = {
    "principle": "Principles", "theme": "Themes", "category": "The 12-story matrix", "level": "Levels",
}  # fmt: skip
GLYPHS: dict[Band, str] = {"strong": "█", "workable": "●", "stretch": "•", "gap": "·"}
"""A cell without colour; the four stay apart in ASCII too."""
_FILLS: dict[Band, str] = {"strong": "#1a7f5a", "workable": "#7cc4a4", "stretch": "#f2cf7d", "gap": "#eceff1"}
_WIDEST = 60  # stories in a picture: more cannot be told apart
_CELL, _LEFT, _TOP = 18, 330, 70
_LETTER = 7  # points of an ordinary letter, so that a title ends within the picture


def coverage_dict(coverage: Coverage) -> dict[str, Any]:
    """The object of the contract, without its version."""
    return {
        "level": coverage.level,
        "stories": [{**asdict(load), "last_told": load.last_told.isoformat() if load.last_told else None}
                    for load in coverage.stories],
        "matters": [
            {
                "kind": m.kind, "name": m.name, "title": m.title, "best": m.best, "band": m.band,
                "standing": m.standing, "stories": list(m.stories), "scores": list(m.scores),
            }
            for m in coverage.matters
        ],
        "gaps": [m.name for m in coverage.standing("gap")],
        "one_story": [{"name": m.name, "story": m.stories[0]} for m in coverage.standing("one-story")],
        "overused": [{"story": load.id, "why": load.worn} for load in coverage.stories if load.worn],
        "thin": [{"story": load.id, "why": list(load.thin)} for load in coverage.stories if load.thin],
        "cross_functional": {
            "stories": coverage.cross_functional, "share": coverage.cross_share, "wanted": CROSS_WANTED,
        },
        "next": asdict(coverage.next_story) if coverage.next_story else None,
    }  # fmt: skip


def coverage_csv(coverage: Coverage) -> str:
    """A row for each matter: kind, name, standing, best, how many stories will do, then the score of every story."""
    held = io.StringIO()
    rows = csv.writer(held, lineterminator="\r\n")
    rows.writerow(["kind", "name", "standing", "best", "stories", *(load.id for load in coverage.stories)])
    for m in coverage.matters:
        rows.writerow([m.kind, m.name, m.standing, m.best, len(m.stories), *m.scores])
    return held.getvalue()


def coverage_svg(coverage: Coverage) -> str:
    """A heat map as SVG: no script, no font or style from elsewhere, a title on every cell, readable without colour.

    Columns are numbered, and the stories stand below by their numbers.
    """
    loads = coverage.stories[:_WIDEST]
    wide = _LEFT + _CELL * max(len(loads), 1) + 170
    body, y = [], _TOP
    for kind, title in KINDS.items():
        y += 28
        body.append(_words(12, y, title, size=14, weight="bold"))
        body += [_words(_LEFT + k * _CELL + 8, y + 4, str(k + 1), size=9, fill="#555555", anchor="middle")
                 for k in range(len(loads))]  # fmt: skip
        y += 8
        for matter in coverage.of(kind):
            body += _row(matter, coverage, y, len(loads))
            y += _CELL
    body += _legend(coverage, y + 34)
    y += 76
    for k, load in enumerate(loads, 1):
        body.append(_words(12, y, f"{k}  {_cut(load.title, (wide - 24) // _LETTER)}"))
        y += _CELL
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{y}" viewBox="0 0 {wide} {y}" '
        'role="img" font-family="system-ui, sans-serif" font-size="12">'
    )
    title = f"Coverage of {len(coverage.stories)} stories at {coverage.level}"
    share = "no story yet" if coverage.cross_share is None else f"{coverage.cross_share:.0%} across functions"
    top = [
        f"<title>{escape(title)}</title>", '<rect width="100%" height="100%" fill="#ffffff"/>',
        _words(12, 30, title, size=18, weight="bold"), _words(12, 52, share, fill="#555555"),
    ]  # fmt: skip
    return "\n".join([head, *top, *body, "</svg>"]) + "\n"


def _row(matter: Matter, coverage: Coverage, y: int, shown: int) -> list[str]:
    name = f"{matter.name}. {matter.title}" if matter.kind == "category" else matter.title
    found = [_words(12, y + 13, name)]
    for column, score in enumerate(matter.scores[:shown]):
        what = band(score)
        title = f"{coverage.stories[column].title}: {what} {score:.2f}"
        x = _LEFT + column * _CELL
        found.append(
            f'<g><title>{escape(_clean(title))}</title><rect x="{x}" y="{y}" width="{_CELL - 2}" height="{_CELL - 2}" '
            f'rx="3" fill="{_FILLS[what]}"/>'
            + _words(x + 8, y + 12, {"strong": "3", "workable": "2", "stretch": "1", "gap": ""}[what],
                     size=9, anchor="middle")
            + "</g>"
        )  # fmt: skip
    x = _LEFT + max(shown, 1) * _CELL + 10
    said = {"gap": "gap", "one-story": "one story", "weak": "none strong", "covered": ""}[matter.standing]
    colour = "#b3261e" if said == "gap" else "#555555"
    found.append(_words(x, y + 13, f"{matter.best:.2f}  {said}".rstrip(), fill=colour))
    return found


def _legend(coverage: Coverage, y: int) -> list[str]:
    found, x = [], 12
    for what, mark in (
        ("strong", "3 strong"),
        ("workable", "2 workable"),
        ("stretch", "1 stretch"),
        ("gap", "no fit"),
    ):
        found.append(f'<rect x="{x}" y="{y}" width="14" height="14" rx="3" fill="{_FILLS[what]}"/>')  # type: ignore[index]
        found.append(_words(x + 20, y + 12, mark))
        x += 110
    if len(coverage.stories) > _WIDEST:
        found.append(_words(x, y + 12, f"the first {_WIDEST} of {len(coverage.stories)} stories"))
    return found


def _words(
    x: int,
    y: int,
    words: str,
    *,
    size: int = 12,
    weight: str = "normal",
    fill: str = "#1b1b1b",
    anchor: str = "start",
) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" font-weight={quoteattr(weight)} fill="{fill}" '
        f'text-anchor="{anchor}">{escape(_clean(words))}</text>'
    )


def _cut(words: str, most: int) -> str:
    """The words, or their beginning."""
    return words if len(words) <= most else words[: most - 1] + "…"


def _clean(words: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(
        c if c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff" else " " for c in words
    )
