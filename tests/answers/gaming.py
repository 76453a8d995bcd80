"""Ways of making an answer look better, or worse, without another deed in it: from a story to a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import cycle

from bases import BARE, Story

Change = Callable[[Story], str]

_NAMES = (
    "Customer Obsession", "Ownership", "Invent and Simplify", "Bias for Action", "Dive Deep", "Earn Trust",
    "Think Big", "Frugality", "Deliver Results", "Insist on the Highest Standards",
)  # fmt: skip
_EMPTY = (
    "It was a very interesting time in many ways.",
    "As you can imagine, there was a lot going on.",
    "There is much more that I could say about this.",
    "Every day was different, and that is how it is in this kind of work.",
)
_PRAISE = (
    "I handled this brilliantly, if I may say so.",
    "I am an exceptional leader, and this shows it.",
    "Very few people could have done what I did there.",
    "I have always been known as somebody who gets things done.",
)
_BIG_WORDS = (
    "This was strategic, transformational and truly cross-functional.",
    "It had an enormous business impact at scale.",
    "It was a game changer and a paradigm shift.",
)
CLICHES = (
    "What I learned is that communication is key.",
    "It taught me that teamwork makes everything possible.",
    "My lesson is never to give up and always to give my best.",
)
_OF_NOTHING = (
    "5 meetings, 17% more of everything.",
    "Everything was 40% better.",
    "200% success.",
    "It was a 25% improvement overall.",
    "All in all plus 60%.",
)
_DEED = re.compile(
    r"\bI (?=(?:\w{3,}ed|chose|wrote|took|sat|went|drew|built|made|asked|told|found|stayed)\b)"
)


def _mixed(story: Story, sentences: Iterable[str], every: int) -> str:
    """Our sentences after every n-th of the story's, one after each part at least."""
    supply = cycle(sentences)
    parts = []
    for kind, words in story.parts:
        told = story.sentences(words)
        mixed = []
        for k, sentence in enumerate(told, 1):
            mixed.append(sentence)
            if k % every == 0 or k == len(told):
                mixed.append(story.inserted(next(supply)))
        parts.append((kind, " ".join(mixed)))
    return story.told(tuple(parts))


def _each_sentence(story: Story, change: Callable[[str], str]) -> str:
    return story.told(
        tuple((kind, " ".join(change(s) for s in story.sentences(words))) for kind, words in story.parts)
    )


def principles_as_sentences(story: Story) -> str:
    """A sentence that claims a principle after every second one."""
    return _mixed(story, (f"That was {name}." for name in _NAMES), 2)


def principles_shown(story: Story) -> str:
    """The same, in the wording of candidates who have read the list."""
    return _mixed(story, (f"I showed real {name} here." for name in _NAMES), 3)


def principles_as_clauses(story: Story) -> str:
    """A principle claimed in a clause at the end of every sentence."""
    names = cycle(_NAMES)

    def claimed(sentence: str) -> str:
        clause = story.inserted(f", which is {next(names)}")
        return f"{sentence[:-1]}{clause}{sentence[-1]}" if sentence[-1] in ".!?" else f"{sentence} {clause}"

    return _each_sentence(story, claimed)


def sentences_twice(story: Story) -> str:
    """Every sentence, then again."""
    return _each_sentence(story, lambda sentence: f"{sentence} {sentence}")


def told_twice(story: Story) -> str:
    """The whole answer, then again."""
    return story.told(story.parts + story.parts)


def outcome_thrice(story: Story) -> str:
    """The outcome three times in a row."""
    return story.told(tuple((k, " ".join([w] * 3) if k == "result" else w) for k, w in story.parts))


def lesson_thrice(story: Story) -> str:
    """The lesson three times in a row."""
    return story.told(tuple((k, " ".join([w] * 3) if k == "learning" else w) for k, w in story.parts))


def told_again(story: Story) -> str:
    """Each sentence of the outcome and of the lesson, then again with a few small words more."""

    def again(sentence: str) -> str:
        return f"{sentence} {story.inserted('So, as I have said,')} {sentence[0].lower()}{sentence[1:]}"

    if story.spoken:
        return story.text
    parts = ((k, w, k in ("result", "learning")) for k, w in story.parts)
    return story.told(
        tuple((k, " ".join(map(again, story.sentences(w))) if late else w) for k, w, late in parts)
    )


def one_template(story: Story, times: int) -> str:
    """A claim of success so many times, each for somebody else."""
    whom = ("customers", "suppliers", "colleagues", "managers", "partners", "neighbours")[:times]
    claims = " ".join(f"That made a great difference for the {who} in every respect." for who in whom)
    return story.told((*story.parts, ("result", story.inserted(claims))))


def padded(story: Story) -> str:
    """Sentences that say nothing, all over."""
    return _mixed(story, _EMPTY, 2)


def padded_at_the_end(story: Story) -> str:
    """Sentences that say nothing, at the end."""
    return story.told((*story.parts, ("other", story.inserted(" ".join(_EMPTY)))))


def self_praise(story: Story) -> str:
    """Praise of oneself, all over."""
    return _mixed(story, _PRAISE, 3)


def big_words(story: Story) -> str:
    """The vocabulary of strategy, without a fact."""
    return _mixed(story, _BIG_WORDS, 3)


def figures_of_nothing(story: Story) -> str:
    """Figures that count nothing, all over."""
    return _mixed(story, _OF_NOTHING, 2)


def figures_of_nothing_at_the_end(story: Story) -> str:
    """The same hung on the end of the last sentence of every part."""
    supply = cycle(words[0].lower() + words[1:-1] for words in _OF_NOTHING)
    if story.spoken:
        return story.text
    return story.told(
        tuple((kind, f"{words[:-1]}, {next(supply)}{words[-1]}") for kind, words in story.parts)
    )


def louder(story: Story) -> str:
    """The same deeds with grander adverbs and adjectives."""
    adverbs = cycle(("masterfully", "boldly", "brilliantly", "decisively"))
    text = _DEED.sub(lambda m: f"{m.group()}{next(adverbs)} ", story.text)
    text = re.sub(r"\b(was|were) (?=(?:a|an|the)?\s?[a-z]{4})", r"\1 absolutely ", text)
    return re.sub(r"\bproblem\b", "gigantic problem", text)


def capitals(story: Story) -> str:
    """All of it shouted."""
    return story.text.upper()


def empty_headings_after(story: Story) -> str:
    """Headings of the better kind at the end, with nothing under them."""
    return f"{story.text}\n\n## Business impact\n\n## Leadership principles\n\n## Lessons learned\n"


def empty_labels_after(story: Story) -> str:
    """Labels at the end, with nothing after them."""
    return f"{story.text}\n\nResult:\n\nLearning:\n"


def empty_headings_before(story: Story) -> str:
    """Headings at the head, with nothing under them but the last, under which the answer stands as it is."""
    return f"## Result\n\n## Learning\n\n## My answer\n\n{story.text}"


RAISES_NOTHING: dict[str, Change] = {
    change.__name__.replace("_", "-"): change
    for change in (
        principles_as_sentences, principles_shown, principles_as_clauses, sentences_twice, told_twice,
        outcome_thrice, lesson_thrice, told_again, padded, padded_at_the_end, self_praise, big_words,
        figures_of_nothing, figures_of_nothing_at_the_end, louder, capitals,
        empty_headings_after, empty_labels_after, empty_headings_before,
    )
}  # fmt: skip
"""By name: none of them may lift a score, the verdict or the level."""

_WE = (
    (r"(?<!\w)I(?= was\b| wasn't\b)", "we"), (r"\bwe was", "we were"), (r"(?<!\w)I'm\b", "we're"),
    (r"(?<!\w)I am\b", "we are"), (r"(?<!\w)I(?=\b)", "we"), (r"\bmyself\b", "ourselves"), (r"\bmy\b", "our"),
    (r"\bMy\b", "Our"), (r"\bmine\b", "ours"), (r"\bme\b", "us"),
)  # fmt: skip


def everyone(story: Story) -> str:
    """Every I a we."""
    text = story.text
    for single, plural in _WE:
        text = re.sub(single, plural, text)
    return text if story.spoken else re.sub(r"(^|[.!?]\s+)we\b", r"\1We", text, flags=re.MULTILINE)


def no_outcome(story: Story) -> str:
    """The outcome left out."""
    return story.replacing("result", None)


def no_figures(story: Story) -> str:
    """The outcome without anything to check."""
    assert story.bare_result is not None
    return story.replacing("result", story.bare_result)


def no_lesson(story: Story) -> str:
    """The look back left out."""
    return story.replacing("learning", None)


def cliche(story: Story, which: int) -> str:
    """A lesson that could end any story, instead of the lesson."""
    return story.replacing("learning", story.inserted(CLICHES[which]))


LOWERS: dict[str, tuple[str, str, Change]] = {
    "no-outcome": ("impact", "result", no_outcome),
    "no-figures": ("impact", BARE, no_figures),
    "everyone": ("principle", "action", everyone),
    "no-lesson": ("growth", "learning", no_lesson),
    **{
        f"cliche-{k + 1}": ("growth", "learning", lambda story, k=k: cliche(story, k))  # type: ignore[misc]
        for k in range(len(CLICHES))
    },
}
"""By name: the score that must fall, the part that a story must have for it, and the change."""


def applies(needs: str, story: Story) -> bool:
    """True when the story has what the change takes away."""
    return story.bare_result is not None if needs == BARE else story.has(needs)
