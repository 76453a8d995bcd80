"""One plain form for letters, digits, dashes and marks of any script."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storybank.facts.fold import fold, stem


@pytest.mark.parametrize(
    ("shown", "plain"),
    [
        ("３０", "30"), ("٣٠", "30"), ("३०", "30"), ("3\u200b0", "30"), ("3\u00ad0", "30"), ("②", "2"), ("𝟛", "3"),
        ("ﬁx", "fix"), ("\u0421osts", "costs"), ("Вob", "bob"), ("it’s", "it's"), ("Sinéad", "sinead"),
    ],
)  # fmt: skip
def test_look_alikes_have_one_form(shown: str, plain: str) -> None:
    """However a digit or letter is dressed up, its token reads the same."""
    assert [t.word for t in fold(shown).tokens] == [plain]


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=60))
def test_tokens_point_into_the_text(text: str) -> None:
    """Tokens stand in order within the text, whatever it holds, and none is empty."""
    last = 0
    for token in fold(text).tokens:
        assert last <= token.start < token.end <= len(text)
        last = token.start


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("teams", "team"),
        ("led", "leading"),
        ("wrote", "written"),
        ("migrated", "migrate"),
        ("companies", "company"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    """Endings and irregular forms do not tell words apart."""
    assert stem(one) == stem(other)


def test_a_title_does_not_make_its_words_names() -> None:
    """In a line in title case capitals say nothing; in a sentence they do."""
    assert all(t.opens for t in fold("Cutting Print Queue Freezes").tokens)
    assert not fold("we met Ada today.").tokens[2].opens
