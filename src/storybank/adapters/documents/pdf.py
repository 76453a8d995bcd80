"""PDF, read with pypdf: pure Python, no further packages."""

from __future__ import annotations

import io
import logging
from typing import Any

from storybank.errors import UnreadableInput
from storybank.stories.mining.model import Line, Source

_MOST_PAGES = 400
_LOCKED = "it is locked with a password; save a copy without one"
_DAMAGED = "the PDF is damaged; open it elsewhere and save or print it to PDF anew"


def read_pdf(name: str, data: bytes) -> Source:
    """The lines of a PDF, counted from 1 on each page. Raises `UnreadableInput`."""
    try:
        import pypdf
    except ImportError:
        raise UnreadableInput(
            "reading PDF needs an extra: pip install 'storybank[documents]', or save it as .docx or text"
        ) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would comment on every oddity of the file
    try:
        pages, notices = _pages(pypdf, data)
    except UnreadableInput:
        raise
    except (MemoryError, KeyboardInterrupt):
        raise
    except Exception as fault:
        # A damaged file can raise anything at all in a parser; nothing of it helps the person.
        locked = type(fault).__name__ in ("DependencyError", "FileNotDecryptedError", "WrongPasswordError")
        raise UnreadableInput(_LOCKED if locked else _DAMAGED) from None
    lines = [Line(text, number, page) for page, found in pages for number, text in enumerate(found, 1)]
    if not any(line.text.strip() for line in lines):
        raise UnreadableInput(
            "it holds pictures of pages and no text; run a text recognition over it, or type out what matters"
        )
    return Source(name, tuple(lines), notices=tuple(notices))


def _pages(pypdf: Any, data: bytes) -> tuple[list[tuple[int, list[str]]], list[str]]:
    """The lines of each page, and remarks."""
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableInput(_LOCKED)
    found: list[tuple[int, list[str]]] = []
    empty: list[int] = []
    notices: list[str] = []
    for number, page in enumerate(reader.pages, 1):
        if number > _MOST_PAGES:
            notices.append(f"only the first {_MOST_PAGES} pages were read")
            break
        try:
            text = page.extract_text() or ""
        except RecursionError:
            text = ""
        (found.append((number, text.split("\n"))) if text.strip() else empty.append(number))
    if empty and found:
        listed = ", ".join(map(str, empty[:8])) + (" and more" if len(empty) > 8 else "")
        notices.append(f"no text on page {listed}: a picture, perhaps")
    return found, notices
