"""Who began: work that a person took up of their own accord stays theirs, whoever sets a date for it afterwards.

A boss who hears of it says until when, or "go ahead". That is an order only where nobody had begun. So what was said
first decides: the own beginning, or the order.
"""

from __future__ import annotations

import re
from typing import Final

from storybank.signals.model import Signals

_CLEAR: Final = 0.5
_I: Final = r"(?<![\w'’])i(?:['’](?:d|ve)| had| have)?(?: \w+ly| just| then| simply| also| even)? "
_IT: Final = r"(?:it|this|that|them|the \w+)"
_CHARGE: Final = r"(?:job|task|problem|business|project|goal|duty|concern|mission|thing)"
_NOBODY: Final = r"(?:nobody|no one|no-one|not a soul)(?: else)?(?: had| has|['’]d)?(?: ever)? "
# Compiled when an order was found, which few answers tell of.
_BEGUN: Final = (
    # offered before anybody asked
    rf"{_I}(?:volunteered|stepped forward|signed up|appointed myself|offered to|offered myself)\b"
    rf"|{_I}(?:put|raised|held|stuck) (?:up )?my (?:own )?(?:hand|name) ?(?:up|down|forward)?\b"
    # made one's own
    rf"|{_I}(?:took|take) {_IT} (?:up)?on (?:me|myself)\b|{_I}took (?:up)?on myself\b"
    rf"|{_I}(?:made|make) {_IT} my (?:own )?(?:\w+ )?{_CHARGE}\b"
    rf"|{_I}(?:put|wrote|added) {_IT} (?:on|to|onto) my (?:own )?(?:\w+ )?(?:list|plan|desk|board)\b"
    rf"|{_I}(?:set|gave|promised) myself\b"
    r"|\bmy own (?:idea|initiative|accord|goal|bat)\b|\bself-(?:appointed|imposed)\b"
    # nobody had asked
    rf"|\b{_NOBODY}(?:asked|told|wanted|ordered|required|expected|assigned|instructed)"
    rf" (?:me|us|for {_IT}|{_IT} of (?:me|us))\b"
    r"(?! (?:if|whether|what|why|how|about|when|that)\b)"
    r"|\b(?:unasked|without (?:being|having been) (?:asked|told)|without anybody asking)\b"
    # what one wanted oneself
    rf"|\b(?:the (?:part|thing|bit|one|piece)|what) (?:that |which )?{_I}wanted to (?:\w+ )?\w+\b"
)


def self_started(signals: Signals) -> bool:
    """True where the speaker takes the work up before anybody is said to give it to them."""
    given = [e.span.start for e in signals.evidence["assigned"] if e.strength >= _CLEAR]
    begun = beginning(signals.document.prose)
    return begun is not None and (not given or begun < min(given))


def beginning(prose: str) -> int | None:
    """Where a prose first says that the speaker began of their own accord; None where it does not."""
    found = re.search(_BEGUN, prose, re.IGNORECASE)
    return found.start() if found else None
