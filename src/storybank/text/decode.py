"""Bytes to text: UTF-8, else Windows-1252, and one clear line for what is no text at all."""

from __future__ import annotations

import re

from storybank.errors import UnreadableInput

_UTF8_BOM = b"\xef\xbb\xbf"
_WIDE_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_FORMATS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b"))
_CONTROL_SHARE = 0.1  # a stray control character is clutter; one in ten is no text
_UNSEEN = re.compile("[\\s\u200b\u200c\u200d\u2060\ufeff]*")


def decode(data: bytes, max_bytes: int = 1_000_000) -> tuple[str, tuple[str, ...]]:
    """The text of `data` without its byte-order mark, and remarks for the user.

    No line end is translated. Raises `UnreadableInput` for more than `max_bytes`, for nothing but white
    space, and for bytes that are no text.
    """
    if len(data) > max_bytes:
        raise UnreadableInput(
            f"the answer has more than {max_bytes:,} bytes, the limit; shorten it or raise --max-bytes"
        )
    if not data:
        raise UnreadableInput("the answer is empty; write it first, or pipe it in")
    text, notices = _decode(data)
    if _UNSEEN.fullmatch(text):
        raise UnreadableInput("the answer holds nothing but white space; write it first, or pipe it in")
    return text, notices


def _decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, name in _WIDE_BOMS:
        if data.startswith(mark):
            return _wide(data, name)
    marked = data.startswith(_UTF8_BOM)
    body = data[len(_UTF8_BOM) :] if marked else data
    _refuse_binary(body)
    try:
        return body.decode("utf-8"), ()
    except UnicodeDecodeError as fault:
        if marked:
            raise UnreadableInput(
                f"the answer is marked as UTF-8 but byte {fault.start + len(_UTF8_BOM)} is not; save it anew"
            ) from None
    try:
        return body.decode("cp1252"), ("read as Windows-1252, since it is not UTF-8",)
    except UnicodeDecodeError as fault:
        raise UnreadableInput(
            f"the answer is neither UTF-8 nor Windows-1252 (byte {fault.start}); save it as UTF-8"
        ) from None


def _wide(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """UTF-16 and UTF-32 with their mark: what old editors call Unicode."""
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        raise UnreadableInput(
            f"the answer begins like {name.upper()} but does not go on so; save it as UTF-8"
        ) from None
    if "\0" in text:
        raise UnreadableInput("the answer is binary, not text; save it as plain text or Markdown")
    return text, (f"read as {name.upper()}",)


def _refuse_binary(data: bytes) -> None:
    for magic, what in _FORMATS:
        if data.startswith(magic):
            raise UnreadableInput(f"the answer is {what}, not text; save it as plain text or Markdown")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls > _CONTROL_SHARE * len(data):
        raise UnreadableInput("the answer is binary, not text; save it as plain text or Markdown")
