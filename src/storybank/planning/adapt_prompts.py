"""What a telling lacks, as questions to the owner. They hold no figure, name or deed: only the owner can give those."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache
from importlib.resources import files

from storybank.facts.fold import stem
from storybank.planning.adapt_model import Prompt, Told
from storybank.planning.adapt_score import Wanted, tables
from storybank.readings.principles import STOP
from storybank.signals.model import Signals
from storybank.stories.story import TOLD_PARTS
from storybank.text.document import PartKind

_SHOWN = 0.5  # probability from which a tag counts as shown
_HEAVY = 0.35  # weight from which a tag is asked for
_MOST = 5
_WORD = re.compile(r"[^\W\d_]+")
_PART_OF: dict[str, PartKind] = {
    "pain": "situation", "scope6": "situation", "scope7": "situation", "unasked": "task", "own": "action",
    "choice": "action", "influence": "action", "check": "action", "measured": "result", "business": "result",
    "lasting": "result", "insight": "learning", "changed": "learning", "ownfault": "learning",
}  # fmt: skip
_TELLS: dict[str, tuple[str, ...]] = {
    "situation": ("pain",), "task": ("assigned", "unasked"), "action": ("own",), "result": ("outcome", "measured"),
    "learning": ("insight", "changed"),
}  # fmt: skip
"""What shows that a part is told after all, in a sentence that as a whole belongs to another part."""


def prompts(signals: Signals, want: Wanted, told: Sequence[Told]) -> tuple[Prompt, ...]:
    """Questions about what the story lacks for this telling, in the order of telling, five at most.

    A tag is missing when the story itself, not only the telling, shows it nowhere.
    """
    asked = tables()["ask"]
    found: list[Prompt] = []
    for part in TOLD_PARTS:
        if part not in signals.parts and not any(_is_shown(signals, tag) for tag in _TELLS[part]):
            found.append(_prompt(asked["part"][part], f"no sentence tells the {part}", part, told))
    absent = {p.part for p in found}
    weights = {"measured": 1.0, **want.tags} if "result" not in absent else dict(want.tags)
    for tag, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        home = _PART_OF.get(tag)
        if home is None or home in absent or weight < _HEAVY or _is_shown(signals, tag):
            continue
        why = "no sentence shows it" + (f", and it counts for {', '.join(want.named)}" if want.named else "")
        found.append(_prompt(asked["tag"][tag], why, home, told))
    found = found[:_MOST]
    if len(found) < _MOST and (listened := _unheard(signals, want, told)):
        found.append(listened)
    order = {part: k for k, part in enumerate(TOLD_PARTS)}
    return tuple(sorted(found, key=lambda p: (p.after, order.get(p.part, 0))))


def first_prompts() -> tuple[Prompt, ...]:
    """What is asked of whoever has told nothing yet: every part, in the order of telling."""
    asked = tables()["ask"]["part"]
    return tuple(_prompt(asked[part], f"no sentence tells the {part}", part, ()) for part in TOLD_PARTS)


def _is_shown(signals: Signals, tag: str) -> bool:
    if tag == "measured" and any(f.outcome for f in signals.figures):
        return True
    return signals.best(tag, _SHOWN) is not None or bool(signals.said.get(tag))


def _prompt(question: str, why: str, part: PartKind, told: Sequence[Told]) -> Prompt:
    return Prompt(question, why, part, _place(part, [t.part for t in told]))


def _place(part: PartKind, parts: Sequence[PartKind]) -> int:
    """How many told sentences come before what is asked for: behind its part, or where that part would stand."""
    order = list(TOLD_PARTS)
    if part in parts:
        return len(parts) - list(reversed(parts)).index(part)
    earlier: Collection[PartKind] = order[: order.index(part)]
    return max((k + 1 for k, p in enumerate(parts) if p in earlier), default=0)


def _unheard(signals: Signals, want: Wanted, told: Sequence[Told]) -> Prompt | None:
    """What the playbook wants brought forward for the principle, where no sentence has a word near to it."""
    if want.entry is None or want.entry.emphasis is None:
        return None
    said = _about(signals.document.prose)
    for text in want.entry.emphasis.bring_forward:
        if not _about(text) & said:
            question = (
                f"{want.entry.title} listens for this: {text.rstrip('.')}. No sentence says so in words that can be "
                "recognised: which one tells it, or what could you add?"
            )
            return _prompt(
                question, "the playbook asks for it, and no sentence has a word of it", "action", told
            )
    return None


def _about(text: str) -> set[str]:
    """What a text is about: its stems, and for each one the words near to it."""
    found: set[str] = set()
    for word in _WORD.findall(text.lower()):
        if word not in STOP:
            found |= near_words().get(stem(word), {stem(word)})
    return found


@cache
def near_words() -> dict[str, set[str]]:
    """For the stem of each word of `data/near-words.txt`, all stems that stand in a set with it."""
    found: dict[str, set[str]] = {}
    text = (files("storybank.planning") / "data/near-words.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        near = {stem(word) for word in line.split("|")} if not line.startswith("#") else set()
        for one in near:
            found.setdefault(one, {one}).update(near)
    return found
