"""One story, angled for a principle, a level, a company, a round, a question or a time; nothing is invented.

`adapt` chooses, orders and trims the owner's own sentences. What it returns are stretches of the source, each with
its span, and questions to the owner about what is missing. Sentences that lean on one another stay together
(`adapt_links`), and so do a claim and what limits it (`adapt_limits`); clauses are cut only where nothing is lost that
limits what stays (`adapt_trim`), the order of events survives, and the selection under the time limit is the best
there is (`adapt_choose`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from storybank.facts.check import check_facts
from storybank.planning.adapt_choose import Candidate, Chosen, choose
from storybank.planning.adapt_model import Adaptation, Choice, Deed, Prompt, Told, Wishes, written
from storybank.planning.adapt_offer import COVER, Offer, Sentence, offered, sentences_of
from storybank.planning.adapt_prompts import first_prompts, prompts
from storybank.planning.adapt_score import Wanted, wanted, worths
from storybank.planning.adapt_why import notes, why
from storybank.playbook.shelf import Shelf
from storybank.readings.asked import read_question
from storybank.signals.fitted import Fitted
from storybank.stories.story import Story, told_text
from storybank.text.document import Document
from storybank.text.span import Span

__all__ = ["Adaptation", "Choice", "Prompt", "Told", "Wishes", "adapt", "adapt_document"]

_ROUNDS = 12  # selections at most until the no-invention check is content
_FEW = 30  # words up to which sentences outside all parts are no story
_HEADLINE = 0.8  # the least worth of a result that is told first


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
    asked = read_question(wishes.question)
    sentences = sentences_of(signals, worths(signals, want), admission=asked.failure)
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
        notes=(*notes(sentences, told, want, sound), *want.notes),
    )


def _settle(
    source: str, sentences: Sequence[Sentence], limit: int | None, want: Wanted
) -> tuple[tuple[Told, ...], tuple[Choice, ...], bool, bool]:
    """The best selection that the no-invention check passes: told, choices, whether proven best, whether passed.

    The check may find that a sentence says more without its neighbour (in speech without full stops a condition may
    stand in the sentence before). Then the two are tied, nothing there is trimmed, and the choice is made again.
    """
    tied: set[int] = set()
    for _ in range(_ROUNDS):
        offer = offered(sentences, tied)
        chosen = choose(offer.candidates, limit, COVER)
        told, choices = _tell(sentences, offer, chosen, want.result_first and not tied)
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


def _is_scrap(sentences: Sequence[Sentence]) -> bool:
    """True when there is nothing to tell, however long it may take: a title, a note to oneself, a few words."""
    return all(s.part == "other" for s in sentences) and sum(len(s.text.split()) for s in sentences) <= _FEW


def _nothing(document: Document, wishes: Wishes, want: Wanted) -> Adaptation:
    """No telling, but questions: of a scrap of a story every part is missing."""
    note = "this is too little to tell; answer the questions, write the answers down, and adapt them"
    return Adaptation(document.text, wishes, (), (), first_prompts(), 0, 0.0, want.limit, 0.0, True, (note,))


def _tell(
    sentences: Sequence[Sentence], offer: Offer, chosen: Chosen, result_first: bool
) -> tuple[tuple[Told, ...], tuple[Choice, ...]]:
    """The telling in its order, and what became of every sentence."""
    first = _headline(sentences, offer.candidates, chosen) if result_first else None
    told: list[Told] = []
    choices: list[Choice] = []
    for k, (s, pick) in enumerate(zip(sentences, chosen.picks, strict=True)):
        way = offer.ways[k][pick or 0]
        span = Span(s.span.start + way.span.start, s.span.start + way.span.end)
        deed: Deed = "dropped" if pick is None else "trimmed" if pick else "moved" if k == first else "kept"
        reason = why(s, deed, pick is not None and _alone(s, offer.candidates[k]), way.idle)
        value = s.worth.value if pick is None else offer.candidates[k].options[pick].worth - s.must
        choices.append(Choice(k, span, s.part, deed, reason, value, len(s.text.split())))
        if pick is not None:
            told.append(Told(span, way.span.of(s.text), s.part, k, deed, reason))
    told.sort(key=lambda t: (t.sentence != first, t.sentence))
    return tuple(told), tuple(choices)


def _alone(sentence: Sentence, candidate: Candidate) -> bool:
    return sentence.worth.value <= 0 and not candidate.needs


def _headline(sentences: Sequence[Sentence], candidates: Sequence[Candidate], chosen: Chosen) -> int | None:
    """The result to open with: worth it, told in full, leaning on nothing, and nothing that is told leaning on it."""
    taken = [k for k, pick in enumerate(chosen.picks) if pick is not None]
    leaned = {j for k in taken for j in candidates[k].needs | candidates[k].bound}
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
