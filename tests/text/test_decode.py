"""Bytes that are text, and bytes that are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybank.errors import UnreadableInput
from storybank.text.decode import decode


def test_utf8_comes_through_without_its_mark() -> None:
    """The byte-order mark is not part of the text; nothing else changes, line ends included."""
    assert decode("\ufeffIt’s\r\nfine 🎉".encode()) == ("It’s\r\nfine 🎉", ())


def test_windows_1252_is_read_with_a_notice() -> None:
    """Old editors save curly quotes as single bytes."""
    text, notices = decode("It’s “fine” – £5".encode("cp1252"))
    assert text == "It’s “fine” – £5"
    assert notices == ("read as Windows-1252, since it is not UTF-8",)


@pytest.mark.parametrize("name", ["utf-16", "utf-32"])
def test_wide_encodings_with_a_mark_are_read(name: str) -> None:
    """What old editors call Unicode is text too."""
    assert decode("I fixed it.".encode(name)) == ("I fixed it.", (f"read as {name.upper()}",))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "nothing but white space"),
        ("\ufeff\u200b\u00a0".encode(), "nothing but white space"),
        (b"a" * 101, "more than 100 bytes, the limit"),
        (b"%PDF-1.7 stuff", "a PDF"),
        (b"PK\x03\x04rest", "a Word or zip file"),
        (b"{\\rtf1 hello}", "an RTF file"),
        (b"I fixed\x00it", "binary"),
        (b"\x01\x02\x03\x04\x05abc", "binary"),
        (b"\x89PNG\r\n\x1a\n\x00", "binary"),
        (b"caf\x81 \x8d", "neither UTF-8 nor Windows-1252 \\(byte 3\\)"),
        (b"\xef\xbb\xbfcaf\xe9 au", "marked as UTF-8 but byte 6 is not"),
        (b"\xff\xfea\x00b", "begins like UTF-16"),
        ("a\0b".encode("utf-16"), "binary"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, reason: str) -> None:
    """The message says what was found, and stays on one line."""
    with pytest.raises(UnreadableInput, match=reason) as caught:
        decode(data, 100)
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=200))
def test_decoding_raises_nothing_else(data: bytes) -> None:
    """Any bytes give text or `UnreadableInput`."""
    try:
        text, _ = decode(data)
    except UnreadableInput:
        return
    assert text.strip()


@given(
    st.text(min_size=1, max_size=100).filter(
        lambda t: t.isprintable() and t.strip() and t[0] not in "%P{\ufeff"
    )
)
def test_utf8_is_read_as_it_is(text: str) -> None:
    """What was written in UTF-8 comes back to the last character."""
    assert decode(text.encode())[0] == text
