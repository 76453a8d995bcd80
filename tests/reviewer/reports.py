"""Reports built by hand, for the tests of everything that shows one."""

from __future__ import annotations

from dataclasses import replace

from storybank.reviewer.report import (
    AnswerFacts,
    Dimension,
    Finding,
    Part,
    PrincipleShown,
    Probe,
    Quote,
    Reason,
    Report,
    ReportedFigure,
    Score,
    Severity,
)
from storybank.text.document import PartKind

QUESTION = "Tell me about a time you fixed something that was nobody's job."
SITUATION = (
    "In the spring of 2023 our clinic chain moved its bookings to a new portal, and within a month about one "
    "patient in nine turned up on the wrong day. The vendor pointed at us, we pointed at the vendor, and the "
    "front desks swallowed it: forty minutes a day in each of our 23 clinics."
)
TASK = (
    "I looked after the text reminders, nothing more, but I told my manager I'd get no-shows back under 5%."
)
ACTION = (
    "So we pulled six weeks of bookings and we compared them with the call logs. It turned out that the "
    "portal stored times without a zone, and sort of guessed. Amira Haddad from the vendor disagreed, so I "
    "recorded one booking end to end and we watched it together on a call.\n\nThe team then wrote a small "
    "check that ran before each reminder, and we rolled it out to two clinics first, maybe three, I guess, "
    "before the rest."
)
RESULT = "Mismatches fell from 11% to 0.4% in five weeks, and the check's error rate stayed below 0.1%."
LEARNING = "What I learnt is that communication is key."
TEXT = "\n\n".join((SITUATION + " " + TASK, ACTION, RESULT + " " + LEARNING)) + "\n"
_PACE = 150 / 60


def _part(text: str, kind: PartKind, quote: str, target: tuple[float, float] | None) -> Part:
    start = text.index(quote)
    words = len(quote.split())
    return Part(kind, start, start + len(quote), words, words / _PACE, target)


def _finding(
    text: str, rule: str, code: str, severity: Severity, quote: str, message: str, advice: str
) -> Finding:
    start = text.index(quote)
    return Finding(rule, code, severity, start, start + len(quote), quote, message, advice)


def _quote(text: str, words: str) -> Quote:
    start = text.index(words)
    return Quote(start, start + len(words), words)


def _reason(text: str, says: str, words: str | None = None) -> Reason:
    if words is None:
        return Reason(says)
    start = text.index(words)
    return Reason(says, start, start + len(words))


def _findings(text: str) -> tuple[Finding, ...]:
    hedge = "You take the force out of your own deeds, so a listener doubts them."
    plainly = "Say what happened, or give an honest estimate in a number."
    return (
        _finding(
            text, "scope-below-level", "LEV001", "error", text,
            "The story reaches 23 clinics through one small team; "
            "L6 asks for several teams or a whole component.",
            "Name who else had to change something because of you, and how long it lasted.",
        ),
        _finding(
            text, "we-without-i", "OWN001", "error", "we pulled six weeks of bookings and we compared them",
            "Five deeds are told as “we” and one as “I”: an interviewer cannot tell which were yours.",
            "For each step say what you decided or did; keep “we” for what was truly shared.",
        ),
        _finding(
            text, "names-a-person", "PRI001", "warning", "Amira Haddad",
            "A private person is named in full.", "Use the role instead: “the vendor's engineer”.",
        ),
        _finding(text, "hedged", "DEL002", "warning", "sort of guessed", hedge, plainly),
        _finding(text, "hedged", "DEL002", "warning", "maybe three", hedge, plainly),
        _finding(text, "hedged", "DEL002", "warning", "I guess", hedge, plainly),
        _finding(
            text, "technical-only-result", "EVI003", "warning", RESULT,
            "The figures say how well the check works, not what that was worth to anyone.",
            "Add what fewer wrong days meant: desk hours freed, appointments kept, patients not sent home.",
        ),
        _finding(
            text, "figure-without-baseline", "EVI020", "note", "below 0.1%",
            "Nobody can tell whether that is good.", "Say what it was before, or what others reach.",
        ),
        _finding(
            text, "generic-lesson", "GRO002", "warning", "communication is key",
            "This lesson could end any story.",
            "Name one thing that you now do differently, and when you last did.",
        ),
    )  # fmt: skip


def _scores(text: str) -> dict[Dimension, Score]:
    return {
        "clarity": Score(
            4,
            (
                _reason(text, "the parts come in an order that is easy to follow"),
                _reason(
                    text,
                    "opens with stakes that anyone understands",
                    "patient in nine turned up on the wrong day",
                ),
            ),
            "Cut the blame between vendor and clinic to half a sentence.",
        ),
        "principle": Score(
            3,
            (
                _reason(
                    text,
                    "took on a problem outside the job",
                    "I looked after the text reminders, nothing more",
                ),
                _reason(text, "no cost or trade-off is told"),
            ),
            "Say what you gave up or risked to do this.",
        ),
        "impact": Score(
            3,
            (
                _reason(text, "a before and after in figures", "from 11% to 0.4%"),
                _reason(text, "no business meaning"),
            ),
            "Say what the drop from 11% was worth: hours, appointments or money.",
        ),
        "growth": Score(
            2,
            (_reason(text, "a lesson, but one that fits any story", "communication is key"),),
            "Tell where you used the lesson since.",
        ),
    }  # fmt: skip


def full() -> Report:
    """A middling answer with a bit of everything."""
    parts = (
        _part(TEXT, "situation", SITUATION, (30.0, 30.0)),
        _part(TEXT, "task", TASK, (20.0, 20.0)),
        _part(TEXT, "action", ACTION, (90.0, 90.0)),
        _part(TEXT, "result", RESULT, (30.0, 30.0)),
        _part(TEXT, "learning", LEARNING, None),
    )
    drop, rate = _quote(TEXT, "from 11% to 0.4%"), _quote(TEXT, "below 0.1%")
    words = len(TEXT.split())
    return Report(
        text=TEXT,
        answer=AnswerFacts(words, words / _PACE, "L6", QUESTION, "l6"),
        parts=parts,
        findings=_findings(TEXT),
        figures=(
            ReportedFigure(drop.start, drop.end, drop.quote, "percent", True),
            ReportedFigure(rate.start, rate.end, rate.quote, "percent", True),
        ),
        scores=_scores(TEXT),
        verdict="no",
        level="L5",
        principles=(
            PrincipleShown(
                "ownership", 0.82, (_quote(TEXT, "I told my manager I'd get no-shows back under 5%"),)
            ),
            PrincipleShown("dive-deep", 0.55, (_quote(TEXT, "I recorded one booking end to end"),)),
        ),
        probes=(
            Probe(
                "Who worked out that the portal stored times without a zone?",
                "you say “it turned out”, and an interviewer will want to know by whose work",
                TEXT.index("It turned out"),
                TEXT.index("It turned out") + len("It turned out"),
            ),
            Probe(
                "What did the 11% cost the clinics before you started?",
                "the result has no value put on it yet",
            ),
        ),
        notices=("read as Windows-1252: the file is not UTF-8",),
    )  # fmt: skip


def strong() -> Report:
    """The same answer as if nothing were wrong with it."""
    report = full()
    best: dict[Dimension, Score] = {
        d: Score(5, (Reason("told with tension and pay-off"),), None) for d in report.scores
    }
    return replace(report, findings=(), verdict="strong-yes", level="L6", scores=best, probes=(), notices=())


def no_story(text: str = "fine, I guess") -> Report:
    """An answer that tells nothing."""
    lowest: dict[Dimension, Score] = {
        "clarity": Score(
            1, (Reason("there is no story to follow"),), "Tell one event from beginning to end."
        ),
        "principle": Score(1, (Reason("no deed is told"),), "Tell one thing that you did."),
        "impact": Score(1, (Reason("no result is told"),), "Say what came of it."),
        "growth": Score(1, (Reason("no lesson is told"),), "Say what you do differently since."),
    }
    words = len(text.split())
    missing = (
        ("missing-situation", "STR001", "warning", "Nothing says what was wrong or why it mattered."),
        ("missing-result", "STR003", "error", "The answer stops before anything came of it."),
        ("too-short", "STR008", "warning", f"{words} words: an answer needs a minute at least."),
    )  # fmt: skip
    return Report(
        text=text,
        answer=AnswerFacts(words, words / _PACE, "L6", None, "l6"),
        parts=(Part("other", 0, len(text), words, words / _PACE, None),) if text else (),
        findings=tuple(
            Finding(rule, code, severity, 0, len(text), text, message, "Tell it.")  # type: ignore[arg-type]
            for rule, code, severity, message in missing
        ),
        figures=(),
        scores=lowest,
        verdict="strong-no",
        level="L5",
        principles=(),
        probes=(Probe("Can you think of one time when that happened?", "no event is told yet"),),
        is_story=False,
    )  # fmt: skip


def empty() -> Report:
    """Nothing at all, as the Python interface may be given."""
    return no_story("")


EVIL = (
    "I cut \x1b[31mcosts\x1b[0m by 40%\x07 and [bold red]nobody[/bold red] :skull: noticed.\r\n\r\n"
    "\x9b2J\u202eevil\u202c <script>alert(1)</script> & **stars** | `ticks` \ud800 [link](http://x)\u2028"
    "We \x1b]8;;http://evil\x1b\\won\x1b]8;;\x1b\\. " + "長い" * 60 + " 👩‍👩‍👧 " + "x" * 300
)


def hostile() -> Report:
    """Escape sequences, markup of every kind, wide characters and words without end, in every field."""
    quote = "\x1b[31mcosts\x1b[0m"
    at = EVIL.index("We \x1b")
    nasty = "[blink]\x1b[2J</div><script> [/] *a* `b` |"
    report = full()
    return replace(
        report,
        text=EVIL,
        answer=AnswerFacts(60, 24.0, "L7", nasty, nasty),
        parts=(
            Part("action", 0, EVIL.index("\r\n"), 9, 3.6, (10.0, 20.0)),
            Part("result", at, len(EVIL), 10, 4.0, None),
        ),
        findings=(
            _finding(EVIL, nasty, "XXX001", "error", quote, nasty, nasty),
            Finding("b", "XXX002", "warning", at, len(EVIL), EVIL[at:], nasty, nasty),
            Finding("c", "XXX003", "note", at, at + 2, EVIL[at : at + 2], nasty, nasty),
        ),
        figures=(),
        scores={d: Score(2, (Reason(nasty, 0, 20),), nasty) for d in report.scores},
        principles=(PrincipleShown(nasty, 0.3, (Quote(at, len(EVIL), EVIL[at:]),)),),
        probes=(Probe(nasty, nasty),),
        notices=(nasty,),
    )
