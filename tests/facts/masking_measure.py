"""How much of what identifies somebody is masked, in texts that were marked without sight of the code.

`masking.jsonl` holds 80 invented texts, `masking-trades.jsonl` 40 more, half of them transcripts in small letters from
the start; a language model marked them (the second set by the one that then worked on the code). Texts with an odd
number were read while the code was written; those with an even number are for the final figures alone.

Run it to see the figures: `python tests/facts/masking_measure.py [--trades] [--even] [--missed [--small]]`; what was
missed is listed for odd texts only.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from storybank.facts.key import MASK, Key
from storybank.facts.redact import redact

DATA: Final = Path(__file__).parent / "masking.jsonl"
TRADES: Final = DATA.with_name("masking-trades.jsonl")
TITLES: Final = frozenset(
    re.findall(
        r"\w+",
        """mr mrs ms miss mx dr doctor dame sir lord lady herr frau graf signor signora senor senora monsieur madame
        mademoiselle cllr councillor canon bishop archbishop archdeacon dean deacon vicar rev reverend father mother
        brother sister pastor rabbi imam sheikh inspector superintendent constable pc sergeant sgt corporal lieutenant
        captain commander major colonel brigadier general admiral chief judge justice professor prof president mayor
        minister senator baron baroness count countess duke duchess prince princess king queen nurse matron chef coach
        auntie aunty aunt uncle grandma grandpa project operation von van de der of the and plus vat pani paní pan bibi
        bwana mama mheshimiwa sheikha doña attorney private sarge young old hon ing director""",
    )
)
"""Words within a mention that identify nobody: they may survive."""
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class Figures:
    """Counts over several texts."""

    mentions: Counter[str] = field(default_factory=Counter)
    masked: Counter[str] = field(default_factory=Counter)
    decoys: int = 0
    decoys_masked: int = 0
    other: int = 0
    other_masked: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def recall(self, kind: str | None = None) -> float:
        """The share of mentions that were masked, of one kind or of all."""
        if kind is None:
            return self.masked.total() / self.mentions.total()
        return self.masked[kind] / self.mentions[kind]

    @property
    def decoy_share(self) -> float:
        """The share of decoys that were masked in full or in part."""
        return self.decoys_masked / self.decoys

    @property
    def touched(self) -> float:
        """The share of the letters and digits outside mentions that were masked."""
        return self.other_masked / self.other


def texts(rest: int | None = None, small: bool | None = None, data: Path = DATA) -> list[dict[str, Any]]:
    """The marked texts, those whose number leaves `rest` when halved, with or without capitals."""
    found = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines()]
    found = [t for t in found if rest is None or int(t["id"][1:]) % 2 == rest]
    return [t for t in found if small is None or is_small(t["text"]) == small]


def is_small(text: str) -> bool:
    """True for a transcript in small letters."""
    return sum(c.isupper() for c in text) < 0.004 * len(text)


def spoken(one: dict[str, Any]) -> dict[str, Any]:
    """The same text as a transcript without capitals and marks: no text with an even number is one by itself."""

    def plain(words: str) -> str:
        return re.sub(r"[.,;:!?]+(?=[\s\"')]|$)|[\"“”()]|^- |^• ", "", words, flags=re.M).lower()

    mask = [{"words": plain(m["words"]), "kind": m["kind"]} for m in one["mask"]]
    return {
        "id": one["id"],
        "text": plain(one["text"]),
        "mask": mask,
        "keep": [k.lower() for k in one["keep"]],
    }


def measure(chosen: list[dict[str, Any]], *, employer: bool = False) -> Figures:
    """Mask each text by itself, amounts too; with `employer` the employer is told, as a story's own field tells it."""
    figures = Figures()
    for one in chosen:
        hide = [("Organisation", m["words"]) for m in one["mask"] if m["kind"] == "employer" and employer]
        masked = redact([one["text"]], money=True, hide=hide)
        _count(figures, one, hidden(one["text"], masked.texts[0], masked.key))
    return figures


def hidden(text: str, masked: str, key: Key) -> list[bool]:
    """For each character of the text whether a mask stands in its place."""
    forms = {(e.kind, e.number): e.forms for e in key.entities}
    out: list[bool] = []
    at = 0
    for mask in MASK.finditer(masked):
        out += [False] * (mask.start() - at)
        out += [True] * len(forms[mask[1], int(mask[2])][int(mask[3] or 1) - 1])
        at = mask.end()
    out += [False] * (len(masked) - at)
    assert len(out) == len(text)
    return out


def _count(figures: Figures, one: dict[str, Any], gone: list[bool]) -> None:
    text = one["text"]
    within = [False] * len(text)
    kinds = {m["words"]: m["kind"] for m in one["mask"]}
    for words in sorted(kinds, key=len, reverse=True):
        for a, b in _places(text, words, within):
            within[a:b] = [True] * (b - a)
            figures.mentions[kinds[words]] += 1
            left = [w for w in _WORD.finditer(text, a, b) if w[0].lower() not in TITLES]
            left = [w for w in left if not all(gone[w.start() : w.end()])]
            figures.masked[kinds[words]] += not left
            if left:
                figures.missed.append(
                    f"{one['id']} {kinds[words]}: {text[max(0, a - 30) : b + 15]!r} <{words}>"
                )
    for words in one["keep"]:
        for a, b in _places(text, words, within):
            figures.decoys += 1
            figures.decoys_masked += any(gone[a:b])
            if any(gone[a:b]):
                figures.wrong.append(f"{one['id']} decoy: {text[max(0, a - 20) : b + 15]!r} <{words}>")
    for word in _WORD.finditer(text):
        if not any(within[word.start() : word.end()]):
            figures.other += len(word[0])
            figures.other_masked += sum(gone[word.start() : word.end()])
            if any(gone[word.start() : word.end()]):
                figures.wrong.append(
                    f"{one['id']} other: {text[max(0, word.start() - 20) : word.end() + 15]!r} <{word[0]}>"
                )


def _places(text: str, words: str, within: list[bool]) -> list[tuple[int, int]]:
    """Where the words stand by themselves, outside what was counted already."""
    pattern = rf"(?<![^\W_]){re.escape(words)}(?![^\W_])"
    found = [m.span() for m in re.finditer(pattern, text)]
    return [(a, b) for a, b in found if not any(within[a:b])]


def show(name: str, figures: Figures) -> None:
    """One line of figures."""
    kinds = " ".join(
        f"{kind} {figures.masked[kind]}/{figures.mentions[kind]}" for kind in sorted(figures.mentions)
    )
    print(
        f"{name:22} recall {figures.recall():.3f}  decoys masked {figures.decoys_masked}/{figures.decoys}"
        f"  other touched {figures.touched:.4f}  | {kinds}"
    )


def main() -> None:
    """Print the figures of both halves."""
    data = TRADES if "--trades" in sys.argv else DATA
    for name, rest in (("odd", 1), ("even", 0))[: 1 + ("--even" in sys.argv)]:
        show(f"{name}, capitals", measure(texts(rest, False, data)))
        made = [spoken(t) for t in texts(rest, False, data)]
        show(f"{name}, made small", measure(made))
        show("  employer told", measure(made, employer=True))
        if small := texts(rest, True, data):
            show(f"{name}, small letters", measure(small))
            show("  employer told", measure(small, employer=True))
    if "--missed" in sys.argv:
        odd = texts(1, None, data)
        figures = measure(
            [spoken(t) for t in odd if not is_small(t["text"])] if "--small" in sys.argv else odd
        )
        print("\n".join(sorted(figures.missed)), "\n", "\n".join(sorted(figures.wrong)), sep="\n")


if __name__ == "__main__":
    main()
