"""Why a sentence was kept, moved, trimmed or left out; and plain remarks on the telling."""

from __future__ import annotations

from collections.abc import Sequence

from storybank.planning.adapt_model import Deed, Told
from storybank.planning.adapt_offer import PARTS, Sentence
from storybank.planning.adapt_score import Wanted


def why(sentence: Sentence, deed: Deed, needed: bool, idle: bool = False) -> str:
    """The reason for a choice in a few words; `idle` for a trim of nothing but fillers."""
    if sentence.again:
        return "said before, word for word"
    if sentence.must and deed != "dropped":
        return "admits what the question asks for"
    good = [label for label, gain in sentence.worth.reasons if gain >= 0.1][:2]
    bad = [label for label, gain in sentence.worth.reasons if gain <= -0.1][:2]
    shows = "; ".join(good) or "carries the thread"
    if deed == "moved":
        return f"the result leads here: {shows}"
    if deed == "trimmed":
        gone = "only fillers went" if idle else "a clause of its own went that other sentences outweigh"
        return f"{gone}; stays for: {shows}"
    if deed == "kept":
        return f"needed so that the part is told: {shows}" if needed else shows
    if sentence.worth.value <= 0:
        return "adds nothing here: " + ("; ".join(bad) or "other sentences say more")
    return f"worth less for its {len(sentence.text.split())} words than what stays: " + (
        "; ".join(good) or "little is shown"
    )


def notes(sentences: Sequence[Sentence], told: Sequence[Told], want: Wanted, sound: bool) -> tuple[str, ...]:
    """Plain remarks: what the check still doubts, and parts that did not fit."""
    if not sound:
        return ("the sentences run into one another: read the telling against the source before you use it",)
    there = {s.part for s in sentences} - {t.part for t in told} - {"other"}
    if not told and not there and all(s.worth.value <= 0 for s in sentences):
        return ("no sentence of this tells a part of a story; answer the questions, and adapt the answers",)
    if not told:
        return (f"{want.limit:g} seconds are too few for any sentence of this",)
    if not there or want.limit is None:
        return ()
    names = ", ".join(p for p in PARTS if p in there)
    return (f"{want.limit:g} seconds are too few to tell every part: {names} had to go",)
