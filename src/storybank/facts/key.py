"""The key to masked texts: which mask stands for which words. Whoever has it can put the words back exactly."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any, Final

from storybank.errors import UnreadableInput

KINDS: Final = (
    "Person", "Organisation", "Place", "Project", "Name", "Email", "Phone", "Link", "Address",
    "Secret", "Money", "Text", "Period",
)  # fmt: skip
MASK: Final = re.compile(rf"\[({'|'.join(KINDS)}) ([1-9][0-9]{{0,6}})(?:\.([1-9][0-9]{{0,4}}))?\]")
"""What a mask looks like: `[Person 3]`; `[Person 3.2]` for the second way in which person 3 was written."""
_VERSION = 1


@dataclass(slots=True)
class Entity:
    """Somebody or something: kind, number, and every way in which it was written, the first one first."""

    kind: str
    number: int
    forms: list[str]

    def mask(self, form: str) -> str:
        """The mask of one way of writing it; a new way is taken into the forms."""
        if form not in self.forms:
            self.forms.append(form)
        at = self.forms.index(form)
        return f"[{self.kind} {self.number}]" if at == 0 else f"[{self.kind} {self.number}.{at + 1}]"


@dataclass(slots=True)
class Key:
    """All entities in the order in which they were met. Grows as more texts are masked with it."""

    entities: list[Entity] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)
    """Ids that masked stories were given, with those that they had."""

    def copy(self) -> Key:
        """The same key, to grow apart."""
        return Key([Entity(e.kind, e.number, list(e.forms)) for e in self.entities], dict(self.ids))

    def to_json(self) -> str:
        """The key as a JSON object that `from_json` reads."""
        entities = [{"kind": e.kind, "number": e.number, "forms": e.forms} for e in self.entities]
        return (
            json.dumps(
                {"version": _VERSION, "entities": entities, "ids": self.ids}, ensure_ascii=True, indent=1
            )
            + "\n"
        )

    @classmethod
    def from_json(cls, text: str) -> Key:
        """Read a key; raises `UnreadableInput` for anything else."""
        try:
            raw = json.loads(text)
            if raw["version"] != _VERSION:
                raise UnreadableInput(
                    "the key file was written by a newer storybank; update storybank to use it"
                )
            ids = {str(k): str(v) for k, v in raw.get("ids", {}).items()}
            return cls([_entity(e) for e in raw["entities"]], ids)
        except (ValueError, KeyError, TypeError, AttributeError):
            raise UnreadableInput("that is no key file of `storybank anonymise`; check the name") from None


def _entity(raw: Any) -> Entity:
    kind, number, forms = raw["kind"], raw["number"], raw["forms"]
    if (
        kind not in KINDS
        or not isinstance(number, int)
        or not forms
        or not all(isinstance(f, str) and f for f in forms)
    ):
        raise ValueError
    return Entity(kind, number, list(forms))


def restore(masked: str, key: Key) -> str:
    """The words back in their places: the exact text, when nobody changed the masks. Unknown masks stay."""
    known = {(e.kind, e.number): e.forms for e in key.entities}

    def back(match: re.Match[str]) -> str:
        forms = known.get((match[1], int(match[2])))
        at = int(match[3] or 1) - 1
        return forms[at] if forms and at < len(forms) else match[0]

    return MASK.sub(back, masked)
