"""Plain text and Markdown: labels, headings, lists, marks."""

from __future__ import annotations

from typing import Literal

import pytest

from storybank.text import Document, read

STAR = ["situation", "task", "action", "result"]


def told(document: Document) -> list[str]:
    """The sentences of a document."""
    return [s.span.of(document.prose) for s in document.sentences]


def claims(document: Document) -> list[str | None]:
    """The part that each sentence stands under."""
    return [s.heading for s in document.sentences]


FORMS = [
    "Situation: {0}\nTask: {1}\nAction: {2}\nResult: {3}",
    "SITUATION: {0}\n\nTASK: {1}\n\nACTION: {2}\n\nRESULT: {3}",
    "situation: {0}\ntask: {1}\naction: {2}\nresult: {3}",
    "Situation - {0}\nTask – {1}\nAction — {2}\nResult - {3}",
    "Situation (30 seconds) {0}\nTask (20 seconds) {1}\nAction (90 seconds) {2}\nResult (30 seconds) {3}",
    "Situation (60-90 seconds): {0}\nTask [30s]: {1}\nAction: (2 min) {2}\nResult – 30 sec: {3}",
    "Situation\n{0}\n\nTask\n{1}\n\nAction\n{2}\n\nResult\n{3}",
    "**Situation:** {0}\n**Task**: {1}\n__Action__ {2}\n**Result** – {3}",
    "**S** {0}\n**T:** {1}\n**A**: {2}\n**R** - {3}",
    "(S) {0}\n(T) {1}\n[A] {2}\n(R): {3}",
    "S: {0}\nT: {1}\nA: {2}\nR: {3}",
    "S - {0}\nT – {1}\nA - {2}\nR - {3}",
    "S. {0}\nT. {1}\nA. {2}\nR. {3}",
    "=== Situation ===\n{0}\n--- Task ---\n{1}\n~ Action ~\n{2}\n## Result ##\n{3}",
    "*** Situation ***\n{0}\n** TASK **\n{1}\n*** Action (90 s) ***\n{2}\n** Result **\n{3}",
    "S) {0}\nT) {1}\nA) {2}\nR) {3}",
    "S - Situation: {0}\nT - Task (20 seconds): {1}\n**A - Action:** {2}\nR (Result): {3}",
    "- S: {0}\n- T: {1}\n- A: {2}\n- R: {3}",
    "1. Situation: {0}\n2. Task: {1}\n3. Action: {2}\n4. Result: {3}",
    "1) Situation. {0}\n2) Task. {1}\n3) Action. {2}\n4) Result. {3}",
    "* **Situation**: {0}\n* **Task**: {1}\n* **Action**: {2}\n* **Result**: {3}",
    "• Situation – {0}\n• Task – {1}\n• Action – {2}\n• Result – {3}",
    "# My story\n\n## Situation\n{0}\n\n## Task\n{1}\n\n## Action (90 seconds)\n{2}\n\n## Result\n{3}",
    "## 1. The Situation I faced\n{0}\n## My task\n{1}\n### What I did\n{2}\n## Results & impact ##\n{3}",
    "Situation\n=========\n{0}\n\nTask\n----\n{1}\n\nAction\n------\n{2}\n\nResult\n------\n{3}",
    "**Situation (30 seconds)**\n{0}\n\n**Task**\n{1}\n\n**Action**\n{2}\n\n**Result**\n{3}",
    "> **Situation:** {0}\n>\n> **Task:** {1}\n>\n> **Action:** {2}\n>\n> **Result:** {3}",
    "| Part | Text |\n|---|---|\n| Situation | {0} |\n| Task | {1} |\n| Action | {2} |\n| Result | {3} |",
    "> [!note] Situation\n> {0}\n\n> [!todo]- Task\n> {1}\n\n> [!info] Action\n> {2}\n\n> [!done] Result\n> {3}",
    "Situation >> {0}\nTask => {1}\nAction » {2}\nResult -- {3}",
    "Situation\u00a0: {0}\nTask ⇒ {1}\nAction ~ {2}\nResult : {3}",
    "I. Situation: {0}\nII. Task: {1}\nIII. Action: {2}\nIV. Result: {3}",
    "1.1. Situation: {0}\n1.2 Task: {1}\n§3 Action: {2}\nSection 4: Result: {3}",
    '<b>Situation</b>: {0}\n<strong>Task:</strong> {1}\n"Action": {2}\n`Result`: {3}',
    "# Situation: {0}\n# Task: {1}\n# Action: {2}\n# Result: {3}",
    "**Situation: {0}**\n\n**Task: {1}**\n\n**Action: {2}**\n\n**Result: {3}**",
    "Situation\t{0}\nTask\t{1}\nAction\t{2}\nResult\t{3}",
    "Situation    {0}\nTask         {1}\nAction       {2}\nResult       {3}",
    "<h3>Situation</h3>\n<p>{0}</p>\n<h3>Task</h3>\n<p>{1}</p>\n<h3>Action</h3>\n<p>{2}</p>\n<h3>Result</h3>\n<p>{3}</p>",
    "Situation: {0} Task: {1} Action: {2} Result: {3}",
    "SITUATION: {0} TASK: {1} ACTION: {2} RESULT: {3}",
    "(S) {0} (T) {1} (A) {2} (R) {3}",
    "S: {0} T: {1} A: {2} R: {3}",
    "**Situation:** {0} **Task:** {1} **Action:** {2} **Result:** {3}",
    "🎯 Situation: {0}\r\n\r\n🔧 Task: {1}\r\n\r\n💪 Action: {2}\r\n\r\n📈 Result: {3}",
    "Context: {0}\nGoal: {1}\nApproach: {2}\nOutcome: {3}",
    "Background\n{0}\n\nMy role\n{1}\n\nWhat I did\n{2}\n\nWhat came of it\n{3}",
]
SAID = ["We had a leak.", "I had to stop it.", "I closed the valve.", "Not one drop since."]


@pytest.mark.parametrize("form", FORMS)
def test_every_common_form_of_labels_is_known(form: str) -> None:
    """The sentences are the words alone, each under its part, each led by its label."""
    document = read(form.format(*SAID))
    assert told(document) == SAID
    assert claims(document) == STAR
    for sentence, said in zip(document.sentences, SAID, strict=True):
        assert sentence.lead < document.locate(sentence.span).start
        assert sentence.words > len(said.split())
    assert document.words <= len(document.text.split())


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("Follow-up impact (30 seconds)", "result"),
        ("+ Plus: Follow-up Impact", "result"),
        ("Learning and application", "learning"),
        ("Learning & Application (30s)", "learning"),
        ("Lessons learnt", "learning"),
        ("What I would do differently", "learning"),
        ("L", "learning"),
        ("R - Reflection", "result"),
        ("Background", "situation"),
        ("The challenge", "situation"),
        ("Rolling it out", None),
    ],
)
def test_headings_beyond_the_four(title: str, part: str | None) -> None:
    """STAR++ and its kin are mapped to the six parts; other headings claim nothing."""
    document = read(f"## {title}\nNot one drop since.")
    assert claims(document) == [part]
    assert document.prose == "Not one drop since."


def test_a_part_runs_on_until_the_next_heading() -> None:
    """Sentences below inherit the heading, through paragraphs and lesser headings."""
    document = read(
        "## Action\nI called. I wrote.\n\nI waited.\n\n### The roll-out\nI shipped.\n\n## Thanks\nBye now."
    )
    assert claims(document) == ["action", "action", "action", "action", None]


def test_a_heading_with_nothing_under_it_leaves_no_trace() -> None:
    """Only the heading over the words counts."""
    document = read("## Task\n\n## Action\nI called.\n\n## Result\n\n## Learning\n")
    assert told(document) == ["I called."]
    assert document.sentences[0].lead == document.text.index("## Action")
    assert document.words == 3


@pytest.mark.parametrize(
    "text", ["# A\n\n## Situation\n## Task\n", "Situation:\nTask:\nAction:\n", "**S**\n**T**\n", ""]
)
def test_headings_alone_are_no_answer(text: str) -> None:
    """No sentences, no words, no prose."""
    document = read(text)
    assert (document.sentences, document.words, document.prose) == ((), 0, "")


@pytest.mark.parametrize(
    "text",
    [
        "A. Smith and S. Patel left. T. Jones stayed.",
        "The result: nobody came. We asked why.",
        "I looked at the task at hand. Action was needed.",
        "A) was the cheap way. B) was the right one. C) was a joke.",
        "Results improved by 20%. Impact on churn was small.",
        "So the situation was bad. The action I took was to wait.",
        "We rated it S, A or B. (R) means registered.",
        "**Results** improved by a third. I was glad.",
    ],
)
def test_words_that_only_look_like_labels_stay_prose(text: str) -> None:
    """In doubt it is prose."""
    document = read(text)
    assert document.prose == text.replace("**", "")
    assert set(claims(document)) == {None}


def test_a_title_on_its_own_line_opens_what_follows() -> None:
    """A short line without a verb, with prose or a list beneath, is a heading."""
    text = "Leek soup (serves four)\n\n- Wash three leeks.\n- Cut them."
    document = read(text)
    assert told(document) == ["Wash three leeks.", "Cut them."]
    assert document.sentences[0].lead == 0
    assert document.sentences[0].words == 7


def test_a_line_that_tells_is_no_title() -> None:
    """Short lines with a verb of telling stay prose."""
    assert len(read("I fixed it\n\n- We had calm.\n- We slept.").sentences) == 3


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("It was **very** *bad* and __slow__, _truly_ ***so***.", "It was very bad and slow, truly so."),
        ("I ran `kubectl get pods` on snake_case_name.", "I ran kubectl get pods on snake_case_name."),
        ("**I** got an A* and 2 * 3 = 6.", "I got an A* and 2 * 3 = 6."),
        ("**See** [the **plan**](https://x.org/a_(b)) or ![chart](c.png)this.", "See the plan or this."),
        ("**Mail** <https://x.org>, or not\\*.", "Mail https://x.org, or not*."),
        ("We<br>won. **Yes.**", "We won. Yes."),
        ("<p>We won.</p><p>They <b>paid</b>.</p>", "We won. They paid."),
        ("I ~~failed~~ won `a*b*c` **it**.", "I won a*b*c it."),
        ("**I** won[^1].\n\n[^1]: Not quite.\n", "I won."),
        ("I did <!-- not\nreally --> **it**.", "I did \nit."),
        ("Costs fell; p < 0.05 and **x > y**.", "Costs fell; p < 0.05 and x > y."),
        ("> I **did**\n> it all.", "I did\nit all."),
        ("```\nI **did** it.\n```", "I did it."),
        ("**I** did.\n\n***\n\nWe won.", "I did.\nWe won."),
        ("**Done:**\n- [x] I called.\n- [ ] I wrote.", "I called.\nI wrote."),
    ],
)
def test_marks_are_not_said(text: str, prose: str) -> None:
    """Prose holds the words without the marks."""
    assert read(text).prose.strip() == prose


def test_comments_switch_rules_off() -> None:
    """Names are collected from all such comments; other comments are only dropped."""
    document = read(
        "<!-- storybank: off we-without-i, too-long -->\n# A\n<!-- x -->\nWe won. <!--storybank:off Hedged-->"
    )
    assert document.silenced == {"we-without-i", "too-long", "hedged"}
    assert document.prose.strip() == "We won."


def test_a_comment_without_names_is_remarked_on() -> None:
    """Nobody should think that something is off when nothing is."""
    assert read("We won.\n<!-- storybank off hedged -->").silenced == {"hedged"}
    document = read("We won.\n<!-- storybank: off -->")
    assert document.silenced == frozenset()
    assert document.notices == ("line 2: the comment names no rule to switch off",)


@pytest.mark.parametrize("slip", ["of hedged", "on hedged", "disable hedged", "hedged"])
def test_a_comment_that_is_not_understood_is_remarked_on(slip: str) -> None:
    """What speaks to the program and switches nothing off says so; a comment about it is only a comment."""
    document = read(f"We won.\n<!-- storybank: {slip} -->")
    assert document.silenced == frozenset()
    (notice,) = document.notices
    assert notice.startswith("line 2: the comment says nothing that is understood")
    assert "<!-- storybank: off NAME -->" in notice
    assert read("We won.\n<!-- storybank likes this one -->").notices == ()


def test_a_rule_may_be_written_with_underscores() -> None:
    """As its file is called: the name is one name, and not three words."""
    assert read("We won.\n<!-- storybank: off too_long -->").silenced == {"too-long"}


def test_items_of_lists_are_sentences() -> None:
    """Bullets and numbers are left out; a wrapped item stays whole; a wrapped figure is no bullet."""
    document = read(
        "I did three things:\n- asked around\n  for a week\n* wrote it up\n2) told everyone\n\n"
        "In that year the whole of the team had grown from 5 to\n12. That was all."
    )
    assert told(document) == [
        "I did three things:",
        "asked around\n  for a week",
        "wrote it up",
        "told everyone",
        "In that year the whole of the team had grown from 5 to\n12.",
        "That was all.",
    ]


@pytest.mark.parametrize("input", ["plain", "markdown"])
@pytest.mark.parametrize("bullet", "•▪►")
def test_a_list_pasted_as_one_line_is_a_list(input: Literal["plain", "markdown"], bullet: str) -> None:
    """Each bullet begins a sentence, also within the line; a single one is part of the words around it."""
    document = read(f"{bullet} Counted the doors {bullet} Wrote to the board {bullet} Waste halved", input)
    assert told(document) == ["Counted the doors", "Wrote to the board", "Waste halved"]
    assert len(read(f"Head of stores {bullet} Leeds", input).sentences) == 1


def test_the_question_is_not_the_answer() -> None:
    """A question label before the answer goes into the front matter's place."""
    for text in (
        "Question: Tell me about a leak.\n\nSituation: We had one.",
        "**Question:** Tell me about a leak.\n**Answer:** We had one.",
        "## Question\nTell me about a leak.\n\n## Answer\nWe had one.",
    ):
        document = read(text)
        assert told(document) == ["We had one."]
        assert document.front.question == "Tell me about a leak."
        assert document.words <= 4


def test_plain_takes_marks_at_their_word() -> None:
    """Asked to read plain text, the reader leaves asterisks, rules and names alone."""
    text = "---\nAnn: I *did* it.\n---"
    document = read(text, "plain")
    assert document.kind == "plain"
    assert "Ann: I *did* it." in document.prose


def test_paragraphs_are_numbered() -> None:
    """Blank lines part paragraphs, single breaks do not."""
    assert [s.paragraph for s in read("One.\nTwo.\n\nThree.\r\n\r\nFour.").sentences] == [0, 0, 1, 2]


def test_the_first_row_of_a_table_may_hold_words() -> None:
    """A row above the rule that tells something is said; one that names columns is not; bars are no words."""
    rows = "|---|---|\n| Task | I had to fix it. |"
    document = read(f"| Situation | Our lift stopped. |\n{rows}")
    assert [told(document)[0], told(document)[1].strip()] == ["Our lift stopped.", "I had to fix it."]
    assert claims(document) == ["situation", "task"]
    assert document.words == len(
        ["Situation", "Our", "lift", "stopped.", "Task", "I", "had", "to", "fix", "it."]
    )
    named = read(f"| Part | What I did |\n{rows}")
    assert (told(named), named.words) == (["I had to fix it."], 6)


@pytest.mark.parametrize(
    "text", ["> > > - - - I fixed the lift.", "- - I fixed the lift.", "- > * I fixed the lift."]
)
def test_marks_within_marks_are_not_said(text: str) -> None:
    """A quotation of a list of lists leaves the words."""
    document = read(text)
    assert (document.prose, document.words) == ("I fixed the lift.", 4)
    assert document.locate(document.sentences[0].span).of(text) == "I fixed the lift."


@pytest.mark.parametrize(
    "form",
    [
        "(S)ituation – 20s\n{0}\n\n(A)ction – 60s\n{1}",
        "(S)ituation: {0}\n(A)ction: {1}",
        "**S**ituation - {0}\n**A**ction - {1}",
        "## (S)ituation – 20s\n{0}\n\n## (A)ction (60 seconds)\n{1}",
        "Situation – 20s\n{0}\n\nAction – about 60 sec\n{1}",
        "S – 20s\n{0}\n\nA – 60s\n{1}",
    ],
)
def test_a_time_plan_in_a_heading_is_not_said(form: str) -> None:
    """Headings count as one word each; the seconds planned for a part are no words and no figures."""
    said = ["Our lift stopped.", "I fixed it."]
    document = read(form.format(*said))
    assert told(document) == said
    assert claims(document) == ["situation", "action"]
    assert document.words == 8


@pytest.mark.parametrize(
    "text", ["Result – 20%\nWe won.", "Result: 20 minutes\nWe won.", "(I)f it broke, I fixed it."]
)
def test_a_figure_behind_a_label_is_no_time_plan(text: str) -> None:
    """What was achieved stays."""
    assert ("20" in read(text).prose) == ("20" in text)
    assert read(text).prose
