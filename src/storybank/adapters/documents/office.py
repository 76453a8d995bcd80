"""Word (.docx) and OpenDocument (.odt), read with the standard library: a zip file with one XML file of paragraphs.

python-docx would bring lxml for what are eight tags here. Declared entities are refused, sizes are bounded.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from storybank.errors import UnreadableInput
from storybank.stories.mining.model import Line, Source, Style

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_OPEN = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_LARGEST = 100_000_000
"""Bytes of XML: no document has so much to say."""
_DAMAGED = "the file is damaged; open it in the program it was made with and save it anew"
_LOCKED = "it is locked with a password; save a copy without one"
_LISTED = ("list", "bullet", "aufz", "puce", "lista")


def read_office(name: str, data: bytes) -> Source:
    """The paragraphs of a document, counted from 1. Raises `UnreadableInput`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if "word/document.xml" in names:
                lines = list(_word(_xml(archive, "word/document.xml"), _styles(archive, names)))
            elif "content.xml" in names:
                lines = list(_open(_xml(archive, "content.xml")))
            elif any(n.startswith(("xl/", "ppt/")) for n in names):
                raise UnreadableInput("it is a spreadsheet or a presentation; save it as PDF or text")
            else:
                raise UnreadableInput("it is a zip file without a document; unpack it and name what is in it")
    except UnreadableInput:
        raise
    except Exception as fault:
        # A damaged archive can raise anything at all; for a locked member it is a plain RuntimeError.
        locked = type(fault) is RuntimeError
        raise UnreadableInput(_LOCKED if locked else _DAMAGED) from None
    if not lines:
        raise UnreadableInput("it holds no text; if it is a scanned picture, read it into text first")
    return Source(name, tuple(lines))


def _xml(archive: zipfile.ZipFile, member: str) -> ElementTree.Element:
    if archive.getinfo(member).file_size > _LARGEST:
        raise UnreadableInput("it unpacks to more than 100 MB; that is no document")
    with archive.open(member) as file:
        data = file.read(_LARGEST + 1)
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise UnreadableInput("it declares entities, which no document does; save it anew")
    return ElementTree.fromstring(data)


def _styles(archive: zipfile.ZipFile, names: list[str]) -> dict[str, str]:
    """Names of paragraph styles by id: ids are translated in some languages, names are not."""
    if "word/styles.xml" not in names:
        return {}
    found = {}
    for style in _xml(archive, "word/styles.xml"):
        for space in (_WORD, _STRICT):
            named = style.find(f"{space}name")
            if named is not None:
                found[style.get(f"{space}styleId") or ""] = (named.get(f"{space}val") or "").lower()
    return found


def _word(root: ElementTree.Element, styles: dict[str, str]) -> Iterator[Line]:
    space = _STRICT if root.tag.startswith(_STRICT) else _WORD
    for number, paragraph in enumerate(_paragraphs(root, space), 1):
        head = paragraph.find(f"{space}pPr")
        style_tag = head.find(f"{space}pStyle") if head is not None else None
        style_id = (style_tag.get(f"{space}val") or "") if style_tag is not None else ""
        style = styles.get(style_id, style_id.lower())
        numbering = head.find(f"{space}numPr") if head is not None else None
        for text in _runs(paragraph, space).split("\n"):
            if text.strip():
                kind, depth = _kind(style, numbering, space)
                yield Line(text.strip(), number, None, kind, depth)


def _paragraphs(root: ElementTree.Element, space: str) -> Iterator[ElementTree.Element]:
    """Paragraphs in order; those of a text box once, although Word writes them twice."""
    skipped = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{space}p":
            yield element
        waiting.extend(child for child in reversed(list(element)) if child.tag != skipped)


def _runs(paragraph: ElementTree.Element, space: str) -> str:
    """The words of a paragraph, without deleted ones and without those of paragraphs in it."""
    parts: list[str] = []

    def walk(element: ElementTree.Element) -> None:
        for child in element:
            if child.tag == f"{space}t":
                parts.append(child.text or "")
            elif child.tag == f"{space}tab":
                parts.append("\t")
            elif child.tag in (f"{space}br", f"{space}cr"):
                parts.append("\n")
            elif child.tag == f"{space}noBreakHyphen":
                parts.append("-")
            elif child.tag not in (
                f"{space}del",
                f"{space}moveFrom",
                f"{space}p",
                f"{space}pPr",
                f"{space}rPr",
            ):
                walk(child)

    walk(paragraph)
    return "".join(parts)


def _kind(style: str, numbering: ElementTree.Element | None, space: str) -> tuple[Style | None, int]:
    """What a paragraph is; a plain one is left to its looks, since many write headings and bullets by hand."""
    if style.startswith(("heading", "title", "subtitle", "überschrift", "titre")):
        digits = "".join(c for c in style if c.isdigit())
        return "heading", int(digits) if digits else 1
    if numbering is not None:
        level = numbering.find(f"{space}ilvl")
        value = (level.get(f"{space}val") or "0") if level is not None else "0"
        return "item", int(value) + 1 if value.isdigit() else 1
    if any(part in style for part in _LISTED):
        return "item", 1
    return None, 0


def _open(root: ElementTree.Element) -> Iterator[Line]:
    number = 0
    waiting: list[tuple[ElementTree.Element, int]] = [(root, 0)]
    while waiting:
        element, lists = waiting.pop()
        if element.tag in (f"{_OPEN}p", f"{_OPEN}h"):
            number += 1
            text = " ".join(_spelt(element).split())
            if text and element.tag == f"{_OPEN}h":
                level = element.get(f"{_OPEN}outline-level") or "1"
                yield Line(text, number, None, "heading", int(level) if level.isdigit() else 1)
            elif text:
                yield Line(text, number, None, "item" if lists else None, lists)
        else:
            inner = lists + (element.tag == f"{_OPEN}list")
            if element.tag != f"{_OPEN}tracked-changes":
                waiting.extend((child, inner) for child in reversed(list(element)))


def _spelt(element: ElementTree.Element) -> str:
    parts = [element.text or ""]
    for child in element:
        parts.append(
            {f"{_OPEN}tab": "\t", f"{_OPEN}line-break": " ", f"{_OPEN}s": " "}.get(child.tag, "")
            or _spelt(child)
        )
        parts.append(child.tail or "")
    return "".join(parts)
