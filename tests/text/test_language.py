"""Whether a text is English at all."""

from __future__ import annotations

import pytest

from storybank.text.language import is_english

NOTES = (
    "- Led migration of 40 stores\n- Convinced 3 VPs\n- Cut cost 30%\n- Learned to start earlier, and to ask"
)


def known(word: str) -> bool:
    """A vocabulary of few words."""
    return word in ("team", "plan", "director", "service")


@pytest.mark.parametrize(
    "text", ["", "fine", "gut gemacht", NOTES, "we lost the client and i called them " * 9]
)
def test_english_and_doubt_pass(text: str) -> None:
    """Notes, speech, and too few words to tell."""
    assert is_english(text, known)


def test_notes_without_small_words_pass_by_their_longer_ones() -> None:
    """What has no room for "the" and "of" says things in English words all the same."""
    notes = (
        "Fixed pipeline. Wrote runbook. Cut deploy 40m -> 6m. Trained 4 juniors. Saved £20k/yr. "
        "Next: users early, ship small."
    )
    assert is_english(notes * 2, lambda word: word != "runbook")
    assert not is_english(notes * 2, known)


@pytest.mark.parametrize(
    "text",
    [
        "Im Winter fiel die Heizung aus, und ich rief den Vermieter an. Also besorgte ich drei Öfen.",
        "El año pasado nuestro equipo perdió a su mayor cliente y yo decidí llamar a cada uno.",
        "去年我们的团队失去了最大的客户，我决定给每个供应商打电话，了解他们不满意的原因。",
    ],
)
def test_other_languages_are_seen(text: str) -> None:
    """They lack the small words of English, or its letters."""
    assert not is_english(f"{text} {text}", known)
