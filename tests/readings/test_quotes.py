"""What is quoted: clauses that a reader recognises, and each of them once."""

from __future__ import annotations

import pytest

from storybank.readings.quotes import standing, widened
from storybank.text.document import Document, PartKind, Piece, Sentence
from storybank.text.read import read
from storybank.text.span import Span


def quotes(text: str, *stretches: str) -> list[str]:
    """The quotes made of stretches of a text."""
    document = read(text)
    prose = document.prose
    spans = [Span(prose.index(s), prose.index(s) + len(s)) for s in stretches]
    return [span.of(prose) for span in widened(document, spans)]


WIDENED = [
    (
        "We were late, and the manager above me was frankly incompetent, so I left.",
        "me was frankly incompetent",
        "We were late, and the manager above me was frankly incompetent",
    ),
    ("They told me to check their lists, and I did.", "to check their", "They told me to check their lists"),
    ("When the vendor failed, I renegotiated the price.", "renegotiated", "I renegotiated the price."),
    (
        "I wrote it to the board's mailbox and one of the clerks read it.",
        "board's mailbox",
        "I wrote it to the board's mailbox and one of the clerks read it.",
    ),
    (
        "I spent every night on it, which shows how much I cared, and they saw it.",
        "night on it, which shows how much I",
        "I spent every night on it, which shows how much I cared",
    ),
    ("I submitted it to the board, then we waited.", "submitted it to", "I submitted it to the board"),
    ("It was late; the boss, I think, did not care.", "did not", "the boss, I think, did not care."),
    ("I asked because nobody else had dared to.", "nobody", "because nobody else had dared to."),
    ("He left (badly) on a Monday.", "badly", "He left (badly) on a Monday."),
    ("At 9:07 it broke, and we ran.", "it broke", "At 9:07 it broke"),
]


@pytest.mark.parametrize(("text", "stretch", "quote"), WIDENED)
def test_a_stretch_is_quoted_with_its_clause(text: str, stretch: str, quote: str) -> None:
    """A quote begins and ends where its clause does, never within a phrase."""
    assert quotes(text, stretch) == [quote]


def test_overlapping_stretches_make_one_quote() -> None:
    """Twins of one wording are quoted once, and stretches of two clauses twice."""
    text = "I would first try to understand it, and I would ask them all."
    assert quotes(text, "I would first try to understand", "I would first try") == [
        "I would first try to understand it"
    ]
    assert quotes(text, "would ask", "first try") == [
        "I would first try to understand it",
        "I would ask them all.",
    ]


def test_a_stretch_over_two_sentences_stays() -> None:
    """What reaches over a full stop is quoted as it was marked."""
    assert quotes("I rang him. He came.", "rang him. He") == ["rang him. He"]


SCRAPS = ("so what I learned is tell them first", "I do that", "now each time a van is late", "okay")


def spoken(*, punctuated: bool = False, apart: int = 0) -> Document:
    """Speech cut into the scraps; `apart` code points of something else stand in the text before the third one."""
    prose = " ".join(SCRAPS)
    spans = [Span(prose.index(scrap), prose.index(scrap) + len(scrap)) for scrap in SCRAPS]
    sentences = tuple(Sentence(s, s.start, len(s.of(prose).split())) for s in spans)
    cut = spans[2].start
    text = f"{prose[:cut]}{'-' * apart}{prose[cut:]}"
    pieces = (
        (Piece(0, 0, cut), Piece(cut, cut + apart, len(prose) - cut)) if apart else (Piece(0, 0, len(prose)),)
    )
    return Document(text, "transcript", prose, pieces, sentences, punctuated=punctuated)


LOOK_BACK: tuple[PartKind, ...] = ("learning", "learning", "learning", "other")


def test_a_scrap_of_speech_is_quoted_with_what_follows() -> None:
    """ "I do that" says nothing alone; what was long enough, or written with full stops, stays as it is."""
    document = spoken()
    first, scrap, _, last = (sentence.span for sentence in document.sentences)
    assert standing(document, LOOK_BACK, scrap).of(document.prose) == "I do that now each time a van is late"
    assert standing(document, LOOK_BACK, first) == first
    assert standing(document, LOOK_BACK, last).of(document.prose) == "now each time a van is late okay"
    assert standing(spoken(punctuated=True), LOOK_BACK, scrap) == scrap


def test_a_scrap_is_not_joined_over_what_was_not_said() -> None:
    """Where a time stamp follows, the words before it are taken in; where another part begins, none are."""
    document = spoken(apart=9)
    scrap = document.sentences[1].span
    joined = "so what I learned is tell them first I do that"
    assert standing(document, LOOK_BACK, scrap).of(document.prose) == joined
    assert standing(document, ("action", "learning", "other", "other"), scrap) == scrap


@pytest.mark.parametrize(
    ("scraps", "place", "quote"),
    [
        (
            ("he was never colder", "in his life", "so how should he know"),
            1,
            "he was never colder in his life",
        ),
        (("none of them report", "to me", "we had two pumps"), 1, "none of them report to me"),
        (
            ("it was said", "so for the first week", "I took the drains"),
            1,
            "so for the first week I took the drains",
        ),
        (("we agreed", "the depot master", "never came by"), 1, "the depot master never came by"),
    ],
)
def test_a_scrap_goes_with_the_clause_it_belongs_to(scraps: tuple[str, ...], place: int, quote: str) -> None:
    """What follows with a subject of its own begins anew, unless an opening leads up to it."""
    prose = " ".join(scraps)
    spans = [Span(prose.index(scrap), prose.index(scrap) + len(scrap)) for scrap in scraps]
    sentences = tuple(Sentence(s, s.start, len(s.of(prose).split())) for s in spans)
    document = Document(prose, "transcript", prose, (Piece(0, 0, len(prose)),), sentences, punctuated=False)
    told: list[PartKind] = ["action" for _ in scraps]
    assert quote in standing(document, told, spans[place]).of(prose)
