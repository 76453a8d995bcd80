"""Answers as they come, read into documents that can be judged."""

from storybank.text.document import PART_KINDS, Document, FrontMatter, PartKind, Sentence
from storybank.text.read import read, read_bytes
from storybank.text.span import Span

__all__ = ["PART_KINDS", "Document", "FrontMatter", "PartKind", "Sentence", "Span", "read", "read_bytes"]
