"""One story, angled for a principle, a level, a company, a round, a question or a time; nothing is invented.

`adapt` chooses, orders and trims the owner's own sentences. What it returns are stretches of the source, each with
its span, and questions to the owner about what is missing. Sentences that lean on one another stay together
(`adapt_links`), tails are cut only where nothing is lost that limits what stays (`adapt_trim`), the order of events
survives, and the selection under the time limit is the best there is (`adapt_choose`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from storybank.facts.check import check_facts
from storybank.planning.adapt_choose import Candidate, Chosen, Option, choose
from storybank.planning.adapt_links import links
from storybank.planning.adapt_model import Adaptation, Choice, Deed, Prompt, Told, Wishes, written
from storybank.planning.adapt_prompts import first_prompts, prompts
from storybank.planning.adapt_score import Wanted, Worth, wanted, worths
from storybank.planning.adapt_trim import cuts
from storybank.playbook.shelf import Shelf
from storybank.signals.fitted import Fitted
from storybank.stories.story import Story, told_text
from storybank.text.document import Document, PartKind
from storybank.text.span import Span

__all__ = ["Adaptation", "Choice", "Prompt", "Told", "Wishes", "adapt", "adapt_document"]

_PARTS: tuple[PartKind, ...] = ("situation", "task", "action", "result", "learning", "other")
_COVER = (300.0, 150.0, 1000.0, 700.0, 80.0, 0.0)
"""What it is worth that a part is told at all: more than all sentences together, in this order of need."""
_ROUNDS = 12  # selections at most until the no-invention check is content
_CUT_COSTS = 0.85  # a trimmed sentence keeps this share of its worth
_IDLE = 0.1  # worth up to which a sentence outside all parts says nothing
_FEW = 30  # words up to which sentences outside all parts are no story
_HEADLINE = 0.8  # the least worth of a result that is told first


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of the source: its span there, what it is, and whether it repeats an earlier one."""

    span: Span
    text: str
    part: PartKind
    worth: Worth
    again: bool


def adapt(
    story: Story | str,
    *,
    principle: str | None = None,
    level: str | None = None,
    company: str | None = None,
    round: str | None = None,
    seconds: float | None = None,
    question: str | None = None,
    wpm: float = 150.0,
    shelf: Shelf | None = None,
    fitted: Fitted | None = None,
) -> Adaptation:
    """Angle a story (or the text of one) without inventing anything.

    `principle` is a name of the playbook, `level` L5 to L7, `company` and `round` names of the playbook, `seconds`
    the time allowed (above 0; by default the round's, else none), `wpm` the pace in words a minute. Everything may
    be left out. Offsets point into `Adaptation.source`: the text given, or `told_text(story)`. Of a scrap (a title, a
    few words) there is no telling and there are no choices, but questions for every part.

    Raises `UnknownName`; `ValueError` for a time or pace that is not above 0.
    """
    from storybank.text import read

    text = story if isinstance(story, str) else told_text(story)
    wishes = Wishes(principle, level, company, round, seconds, question, wpm)
    return adapt_document(read(text), wishes, shelf=shelf, fitted=fitted)


def adapt_document(
    document: Document, wishes: Wishes, *, shelf: Shelf | None = None, fitted: Fitted | None = None
) -> Adaptation:
    """`adapt` for a document that was read already; offsets point into `document.text`."""
    from storybank.playbook.shelf import shipped as shipped_shelf
    from storybank.signals.fitted import shipped
    from storybank.signals.read import read_signals

    if (wishes.seconds is not None and not wishes.seconds > 0) or not wishes.wpm > 0:
        raise ValueError("a time and a pace must be above 0")
    fitted = fitted or shipped()
    want = wanted(wishes, shelf or shipped_shelf(), fitted)
    if not document.sentences:
        return _nothing(document, wishes, want)
    signals = read_signals(document, fitted)
    sentences = _sentences(signals.whole, signals.kept, signals.parts, worths(signals, want))
    if _is_scrap(sentences):
        return _nothing(document, wishes, want)
    limit = int(want.limit * wishes.wpm / 60) if want.limit is not None else None
    told, choices, proven, sound = _settle(document.text, sentences, limit, want)
    words = sum(len(t.text.split()) for t in told)
    return Adaptation(
        source=document.text,
        wishes=wishes,
        told=told,
        choices=choices,
        prompts=prompts(signals, want, told),
        words=words,
        seconds=60 * words / wishes.wpm,
        limit=want.limit,
        value=sum(c.value for c in choices if c.deed != "dropped"),
        proven=proven,
        notes=(*_notes(sentences, told, want, sound), *want.notes),
    )


def _settle(
    source: str, sentences: Sequence[_Sentence], limit: int | None, want: Wanted
) -> tuple[tuple[Told, ...], tuple[Choice, ...], bool, bool]:
    """The best selection that the no-invention check passes: told, choices, whether proven best, whether passed.

    The check may find that a sentence says more without its neighbour (in speech without full stops a condition may
    stand in the sentence before). Then the two are tied, nothing there is trimmed, and the choice is made again.
    """
    tied: set[int] = set()
    for _ in range(_ROUNDS):
        candidates, ways = _candidates(sentences, tied)
        chosen = choose(candidates, limit, _COVER)
        told, choices = _tell(
            sentences, candidates, ways, chosen, want if not tied else replace(want, result_first=False)
        )
        doubted = _unsound(source, told)
        new = {_untied(k, tied) for k in doubted} - tied
        if not new:
            return told, choices, chosen.proven, not doubted
        tied |= new
    return told, choices, chosen.proven, False


def _untied(sentence: int, tied: Collection[int]) -> int:
    """The sentence itself, or the nearest one before it that is not tied to its neighbour yet."""
    while sentence > 0 and sentence in tied:
        sentence -= 1
    return sentence


def _unsound(source: str, told: Sequence[Told]) -> set[int]:
    """Sentences of a telling in which the no-invention check finds something."""
    found: set[int] = set()
    text = written(source, told)
    for invention in check_facts(source, text):
        at = 0
        for sentence in told:
            at = text.index(sentence.text, at)
            if at <= invention.span.start < at + len(sentence.text):
                found.add(sentence.sentence)
                break
            at += len(sentence.text)
    return found


def _is_scrap(sentences: Sequence[_Sentence]) -> bool:
    """True when there is nothing to tell, however long it may take: a title, a note to oneself, a few words."""
    return all(s.part == "other" for s in sentences) and sum(len(s.text.split()) for s in sentences) <= _FEW


def _nothing(document: Document, wishes: Wishes, want: Wanted) -> Adaptation:
    """No telling, but questions: of a scrap of a story every part is missing."""
    note = "this is too little to tell; answer the questions, write the answers down, and adapt them"
    return Adaptation(document.text, wishes, (), (), first_prompts(), 0, 0.0, want.limit, 0.0, True, (note,))


def _sentences(
    whole: Document, kept: Sequence[int], parts: Sequence[PartKind], worth: Sequence[Worth]
) -> list[_Sentence]:
    """All sentences of the source; one that is said again is worth nothing the second time."""
    judged = {index: (part, value) for index, part, value in zip(kept, parts, worth, strict=True)}
    found: list[_Sentence] = []
    part: PartKind = "other"
    for k, sentence in enumerate(whole.sentences):
        span = whole.locate(sentence.span)
        again = k not in judged
        part, value = judged.get(k, (part, Worth(-1.0, (("said before", -1.0),))))
        found.append(_Sentence(span, span.of(whole.text), part, value, again))
    return found


def _candidates(
    sentences: Sequence[_Sentence], tied: Collection[int] = ()
) -> tuple[list[Candidate], list[tuple[Span, ...]]]:
    """What may be chosen; and for each candidate the span of each of its options."""
    idle = [s.part == "other" and s.worth.value <= _IDLE for s in sentences]
    needs, binds = links([s.text for s in sentences], idle)
    candidates: list[Candidate] = []
    ways: list[tuple[Span, ...]] = []
    for k, s in enumerate(sentences):
        trims = () if k in tied else cuts(s.text)
        spans = (s.span, *(Span(s.span.start, s.span.start + at) for at in trims))
        value = s.worth.value
        options = tuple(
            Option(_words(s, x), value if n == 0 else _cut(value), n == 0) for n, x in enumerate(spans)
        )
        needed = needs[k] | {k - 1} if k in tied and k else needs[k]
        candidates.append(Candidate(options, _PARTS.index(s.part), needed, binds[k]))
        ways.append(spans)
    return candidates, ways


def _words(sentence: _Sentence, span: Span) -> int:
    return len(sentence.text[: len(span)].split())


def _cut(value: float) -> float:
    return value * _CUT_COSTS if value > 0 else value


def _tell(
    sentences: Sequence[_Sentence],
    candidates: Sequence[Candidate],
    ways: Sequence[tuple[Span, ...]],
    chosen: Chosen,
    want: Wanted,
) -> tuple[tuple[Told, ...], tuple[Choice, ...]]:
    """The telling in its order, and what became of every sentence."""
    first = _headline(sentences, candidates, chosen) if want.result_first else None
    told: list[Told] = []
    choices: list[Choice] = []
    for k, (s, pick) in enumerate(zip(sentences, chosen.picks, strict=True)):
        span = s.span if pick is None else ways[k][pick]
        deed: Deed = "dropped" if pick is None else "trimmed" if pick else "moved" if k == first else "kept"
        why = _why(s, deed, pick is not None and _alone(s, candidates[k]))
        value = 0.0 if pick is None else candidates[k].options[pick].worth
        choices.append(
            Choice(k, span, s.part, deed, why, s.worth.value if pick is None else value, len(s.text.split()))
        )
        if pick is not None:
            told.append(Told(span, s.text[: len(span)], s.part, k, deed, why))
    told.sort(key=lambda t: (t.sentence != first, t.sentence))
    return tuple(told), tuple(choices)


def _alone(sentence: _Sentence, candidate: Candidate) -> bool:
    return sentence.worth.value <= 0 and not candidate.needs


def _headline(sentences: Sequence[_Sentence], candidates: Sequence[Candidate], chosen: Chosen) -> int | None:
    """The result to open with: worth it, told in full, leaning on nothing, and nothing that is told leaning on it."""
    taken = [k for k, pick in enumerate(chosen.picks) if pick is not None]
    leaned = {j for k in taken for j in candidates[k].needs}
    fit = [
        k
        for k in taken
        if sentences[k].part == "result"
        and chosen.picks[k] == 0
        and not candidates[k].needs
        and k not in leaned
        and sentences[k].worth.value >= _HEADLINE
    ]
    if not fit or fit[0] == taken[0]:
        return None
    return max(fit, key=lambda k: (sentences[k].worth.value, -k))


def _why(sentence: _Sentence, deed: Deed, needed: bool) -> str:
    """The reason for a choice in a few words."""
    if sentence.again:
        return "said before, word for word"
    good = [label for label, gain in sentence.worth.reasons if gain >= 0.1][:2]
    bad = [label for label, gain in sentence.worth.reasons if gain <= -0.1][:2]
    shows = "; ".join(good) or "carries the thread"
    if deed == "moved":
        return f"the result leads here: {shows}"
    if deed == "trimmed":
        return f"its tail is a clause of its own that other sentences outweigh; stays for: {shows}"
    if deed == "kept":
        return f"needed so that the part is told: {shows}" if needed else shows
    if sentence.worth.value <= 0:
        return "adds nothing here: " + ("; ".join(bad) or "other sentences say more")
    return f"worth less for its {len(sentence.text.split())} words than what stays: " + (
        "; ".join(good) or "little is shown"
    )


def _notes(
    sentences: Sequence[_Sentence], told: Sequence[Told], want: Wanted, sound: bool
) -> tuple[str, ...]:
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
    names = ", ".join(p for p in _PARTS if p in there)
    return (f"{want.limit:g} seconds are too few to tell every part: {names} had to go",)
