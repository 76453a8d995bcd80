"""How well the no-invention check judges free paraphrase, in rewrites that were marked by others.

`rewrites.jsonl` holds 40 invented stories, each rewritten three times: honestly, and twice with slips. A language
model wrote and marked them without sight of the code. Stories with an odd number were read while the code was
written; those with an even number are for the final figures alone. `rewrites-read.jsonl` and
`rewrites-unread.jsonl` hold 30 more stories each, written later, once honestly and once with slips: of many trades,
as notes, as transcripts without stops, in learners' English. The former were read while the code was mended, the
latter by nobody.

Run it to see the figures: `python tests/facts/rewrites_measure.py [--missed]`; `--missed` lists odd stories only.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from storybank.facts.check import Invention, check_facts
from storybank.text.span import Span

FOLDER: Final = Path(__file__).parent
READ, UNREAD = "rewrites-read.jsonl", "rewrites-unread.jsonl"


@dataclass(slots=True)
class Figures:
    """Counts over several rewrites."""

    honest: int = 0
    clean: int = 0
    alarms: int = 0
    slips: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    findings: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def alarm_rate(self) -> float:
        """Findings per honest rewrite."""
        return self.alarms / self.honest

    @property
    def clean_share(self) -> float:
        """The share of honest rewrites without a finding."""
        return self.clean / self.honest

    def recall(self, kind: str | None = None) -> float:
        """The share of slips that a finding touches, of one kind or of all."""
        if kind is None:
            return self.found.total() / self.slips.total()
        return self.found[kind] / self.slips[kind]

    @property
    def precision(self) -> float:
        """The share of the findings in slipped rewrites that touch a slip."""
        return self.right / self.findings


def rewrites(rest: int | None = None) -> list[dict[str, Any]]:
    """The first rewrites of the stories whose number leaves `rest` when halved, or of all."""
    return [r for r in rewrites_in("rewrites.jsonl") if rest is None or int(r["id"][1:3]) % 2 == rest]


def rewrites_in(name: str) -> list[dict[str, Any]]:
    """The rewrites of one file."""
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def measure(chosen: Sequence[dict[str, Any]], *, sure: bool = False) -> Figures:
    """Check each rewrite against its source, and count; with `sure` only findings that are."""
    figures = Figures()
    for one in chosen:
        found = [i for i in check_facts(one["source"], one["rewrite"]) if not sure or i.certainty == "sure"]
        if one["slips"]:
            _slipped(figures, one, found)
        else:
            figures.honest += 1
            figures.clean += not found
            figures.alarms += len(found)
            figures.wrong += [_shown(one, i) for i in found]
    return figures


def _slipped(figures: Figures, one: dict[str, Any], found: Sequence[Invention]) -> None:
    places = []
    for slip in one["slips"]:
        start = one["rewrite"].index(slip["words"])
        place = Span(start, start + len(slip["words"]))
        places.append(place)
        figures.slips[slip["kind"]] += 1
        touched = any(i.span.overlaps(place) for i in found)
        figures.found[slip["kind"]] += touched
        if not touched:
            figures.missed.append(f"{one['id']} {slip['kind']}: <{slip['words']}> {slip['why']}")
    for invention in found:
        figures.findings += 1
        right = any(invention.span.overlaps(p) for p in places)
        figures.right += right
        if not right:
            figures.wrong.append(_shown(one, invention))


def _shown(one: dict[str, Any], invention: Invention) -> str:
    a, b = invention.span.start, invention.span.end
    around = one["rewrite"][max(0, a - 40) : b + 25]
    return f"{one['id']} {invention.kind} <{invention.quote}>: {invention.why} | ...{around}..."


def show(name: str, f: Figures) -> None:
    """Two lines of figures."""
    kinds = " ".join(f"{kind} {f.found[kind]}/{f.slips[kind]}" for kind in sorted(f.slips))
    print(
        f"{name:11} honest: {f.alarm_rate:.2f} alarms each, {f.clean}/{f.honest} without any; slips: recall "
        f"{f.recall():.3f}, precision {f.precision:.3f} ({f.right}/{f.findings})\n      {kinds}"
    )


def main() -> None:
    """Print the figures of each set, with all findings and with the sure ones."""
    sets = {"odd": rewrites(1), "even": rewrites(0), "read": rewrites_in(READ), "unread": rewrites_in(UNREAD)}
    for name, chosen in sets.items():
        show(name, measure(chosen))
        show(f"{name}, sure", measure(chosen, sure=True))
    if "--missed" in sys.argv:
        figures = measure(rewrites(1))
        print("\nMISSED", *sorted(figures.missed), "\nWRONG", *sorted(figures.wrong), sep="\n")


if __name__ == "__main__":
    main()
