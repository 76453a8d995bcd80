"""Transcripts: who speaks, when, and what only the transcriber wrote."""

from __future__ import annotations

from itertools import pairwise

import pytest

from storybank.text import Document, read

ASKED = "Tell me about a time you failed?"
SAID = "So I was at a bank. It broke and I fixed it."


def told(document: Document) -> list[str]:
    """The sentences of a document."""
    return [s.span.of(document.prose) for s in document.sentences]


DIALOGUES = [
    "Interviewer: {q}\nCandidate: {a}",
    "INTERVIEWER: {q}\n\nCANDIDATE: {a}\n\nINTERVIEWER: Thanks.",
    "Q: {q}\nA: {a}\nQ: Okay.",
    "Q. {q}\nA. {a}",
    "INT: {q}\nMe: {a}",
    "INT {q}\n\nCAND {a}",
    "INT\n{q}\n\nCAND\n{a}",
    "Interviewer: {q}\nMe: {a}",
    "**Interviewer:** {q}\n\n**Me:** {a}",
    "Hiring Manager: {q}\nSam: {a}",
    "Anna: {q}\nTom: {a}\nAnna: Okay?\n",
    "Anna Roy: {q}\n\nTom: So I was at a bank.\n\nTom: It broke and I fixed it.",
    "Speaker 1: {q}\nSpeaker 2: {a}",
    "I: {q}\nP: {a}",
    "[00:00:01] Interviewer: {q}\n[00:00:05] Candidate: {a}",
    "00:01 Interviewer: {q}\n00:05 Candidate: {a}",
    "Interviewer (00:01): {q}\nCandidate (00:05): {a}",
    "Sarah Jones  0:03\n{q}\n\nTom Smith  0:10\n{a}\n\nSarah Jones  0:30\nThanks.",
    ">> {q}\n>> {a}",
    ">> Anna: {q}\n>> Tom: {a}",
    "Interviewer: {q}\n\n{a}",
    "Interviewer: {q}\n{a}",
    "Interviewer: Thanks for coming.\n{q}\n{a}",
    "[Interviewer: {q}]\n{a}",
    "[Interviewer] {q}\n[Candidate] {a}",
    "[Interviewer]: {q}\n[Candidate]: {a}",
    "(Interviewer) {q}\n(Candidate) {a}",
    "Interviewer - {q}\nCandidate - {a}",
    "Interviewer\n{q}\n\nCandidate\n{a}",
    "### Interviewer\n\n{q}\n\n### Candidate\n\n{a}",
    "**Speaker 1**\n{q}\n\n**Speaker 2**\n{a}",
    "Speaker 1. {q}\nSpeaker 2. {a}",
    "[SPEAKER_00]: {q}\n[SPEAKER_01]: {a}",
    "[SPEAKER_00] {q}\n[SPEAKER_01] {a}",
    "spk_0: {q}\nspk_1: {a}",
    "[Ann Roy] 10:00:01\n{q}\n\n[Tom Ek] 10:00:09\n{a}",
    "Ann Roy - 00:01\n{q}\n\nTom Ek - 00:09\n{a}",
    "00:01 - Ann Roy\n{q}\n\n00:09 - Tom Ek\n{a}",
    "Ann Roy\n0:03\n{q}\n\nTom Ek\n0:09\n{a}",
    "00:00:03\nAnn Roy\n{q}\n\n00:00:09\nTom Ek\n{a}",
    "Ann Roy\n{q}\n\nTom Ek\n{a}\n\nAnn Roy\nThanks.",
    "Q1. {q}\nA1. {a}",
    "Panel member 1: {q}\nApplicant: {a}\nPanel member 2: Thanks.",
    "Roy, Ann   0:03\n{q}\nEk, Tom (Guest)   0:09\n{a}",
    "Ann Roy  10:02 AM\n{q}\nTom Ek  10:03 AM\n{a}",
    "Meeting\n5 May, 2:00PM\n\nAnn Roy started transcription\n\nAnn Roy   0:03\n{q}\n\nTom Ek   0:09\n{a}\n\n"
    "Ann Roy   0:19\nThanks.\n\nTom Ek   0:20\n\nAnn Roy stopped transcription",
    "Mock\n\nAttendees\n\nAnn Roy, Tom Ek\n\n00:00:00\n\nAnn Roy: {q}\nTom Ek: {a}\nAnn Roy: Ah.\nTom Ek:\n\n"
    "Meeting ended after 00:01:20",
    "0:0:0.0 --> 0:0:4.5\nAnn Roy\n{q}\n0:0:5.1 --> 0:0:15.9\nTom Ek\n{a}\n0:0:16.0 --> 0:0:17.0\nAnn Roy\nThanks.\n",
    "Q1: {q}\nA1: So I was at a bank.\nQ2: And?\nA2: It broke and I fixed it.",
    "ChatGPT said:\n{q}\n\nYou said:\n{a}\n\nChatGPT said:\nGood.",
    "**Ann Roy** *00:01*\n{q}\n\n**Tom Ek** *00:05*\n{a}",
    "Theme: failure\nInterviewer: {q}\nCandidate: {a}",
    "Interviewer: {q}\nCandidate: {a}\n\nTranscribed by https://otter.ai",
    "Mock interview, 12 May\n\nInterviewer: {q}\nCandidate: {a}",
    "Interviewer: {q} Candidate: {a}",
    "Interviewer: {q} Candidate: So I was at a bank. Interviewer: Go on. Candidate: It broke and I fixed it.",
    "**Interviewer:** {q} **Candidate:** {a}",
    "INTERVIEWER: {q} CANDIDATE: {a}",
    "interviewer: {q} candidate: {a}",
    "Q: {q} A: {a}",
    "Interviewer: {q} PM: So I was at a bank. PM: It broke PM: and I fixed it.",
    "[00:01] Interviewer: {q} [00:05] Candidate: So I was at a bank. [00:09] It broke and I fixed it.",
    "00:00:01 INT: {q} 00:00:05 CAND: So I was at a bank. 00:00:09 It broke and I fixed it.",
    "[00:01] Interviewer: {q} [00:05] So I was at a bank. [00:09] It broke and I fixed it.",
    "Speaker 1: {q} Speaker 2: {a}",
    "INTERVIEWER> {q}\nME> {a}",
    "<Interviewer> {q}\n<Candidate> {a}",
    "<Ann> {q}\n<Tom> {a}",
    "HR — {q}\nMe — {a}",
    "Ann Roy — {q}\nTom Ek — {a}",
    "(Interviewer, 00:03) {q}\n(Candidate, 00:09) {a}",
    "00:00:03 - 00:00:08 [Speaker A] {q}\n00:00:09 - 00:00:18 [Speaker B] {a}",
    "Ann Roy [HR] 0:03\n{q}\n\nTom Ek 0:09\n{a}",
    "Interviewer\n{q}\n\n{a}",
    "Interviewer: {q} So I was at a bank. It broke and I fixed it.",
    "WEBVTT\n\n1\n00:01.000 --> 00:04.000\n<v Anna>{q}</v>\n\n2\n00:04.500 --> 00:09.000\n<v Tom>{a}</v>\n",
    "1\n00:00:01,000 --> 00:00:04,000\nCoach: {q}\n\n2\n00:00:04,500 --> 00:00:09,000\nCandidate: {a}\n",
]


@pytest.mark.parametrize("form", DIALOGUES)
def test_only_the_candidate_is_prose(form: str) -> None:
    """Labels and the interviewer's turns are neither prose nor words; the question is kept."""
    document = read(form.format(q=ASKED, a=SAID))
    assert document.kind == "transcript"
    assert told(document) == ["So I was at a bank.", "It broke and I fixed it."]
    assert document.words == len(SAID.split())
    assert document.front.question == ASKED


NAMED = [
    "Ann Roy   0:03\n{q}\n\nJoe Okafor   0:09\n{a}",
    "Ann Roy  0:03\n{q}\nJoe Okafor  0:09\n{a}",
    "Ann Roy - 0:03\n{q}\n\nJoe Okafor - 0:09\n{a}",
    "00:03 - Ann Roy\n{q}\n\n00:09 - Joe Okafor\n{a}",
    "[Ann Roy] 10:02:11\n{q}\n\n[Joe Okafor] 10:02:20\n{a}",
    "Ann Roy: {q}\nJoe Okafor: {a}",
    "Ann Roy: {q}\n\nJoe Okafor: {a}",
    "**Ann Roy:** {q}\n\n**Joe Okafor:** {a}",
    "Ann Roy (00:03): {q}\n\nJoe Okafor (00:09): {a}",
    "[00:03] Ann Roy: {q}\n[00:09] Joe Okafor: {a}",
    "Mock interview, 12 May\n\nAnn Roy: {q}\nJoe Okafor: {a}",
    "Ann Roy: {q}\nJoe Okafor: {a}\nAnn Roy: Thanks.",
    "Mock\n\nAnn Roy: {q}\nJoe Okafor: {a}\nAnn Roy: Thanks.",
    "Ann Roy   0:03\n{q}\n\nJoe Okafor   0:09\n{a}\n\nAnn Roy   0:30\nThanks.",
    "Ann: {q}\nJoe: So I was at a bank.\n\nIt broke and I fixed it.",
    "Ann Roy   0:01\nHi Joe.\n\nAnn Roy   0:03\n{q}\n\nJoe Okafor   0:09\n{a}",
]
OPENINGS = {
    "{} me about a time you failed.": (
        "Tell", "So, tell", "So tell", "Okay, tell", "Next question: tell", "Um, so, tell", "Thanks, Joe, tell",
    ),
    "{} a time you failed.": (
        "I'd like to hear about", "Let's talk about", "Um, can you describe", "We'd love you to share",
    ),
}  # fmt: skip
ASKED_SO = [form.format(words) for form, many in OPENINGS.items() for words in many]


@pytest.mark.parametrize("form", NAMED)
def test_one_question_and_one_answer_are_a_conversation(form: str) -> None:
    """Two names labelled alike, of which the first asks to be told, need not come back."""
    asked = "Tell me about a time you failed."
    document = read(form.format(q=asked, a=SAID))
    assert (document.kind, document.front.question) == ("transcript", asked)
    assert told(document) == ["So I was at a bank.", "It broke and I fixed it."]
    assert document.words == len(SAID.split())
    assert [document.locate(s.span).of(document.text) for s in document.sentences] == told(document)


@pytest.mark.parametrize("asked", ASKED_SO)
@pytest.mark.parametrize(
    "form", ["Interviewer: {}\nCandidate: {}", "Ann Roy: {}\nJoe Ek: {}", "Interviewer: {}\n{}"]
)
def test_interviewers_open_as_people_talk(asked: str, form: str) -> None:
    """Small words and a wish to hear stand before the request, and hide it from nobody."""
    document = read(form.format(asked, SAID))
    assert (document.front.question, document.words) == (asked, len(SAID.split()))


@pytest.mark.parametrize(
    "text",
    [
        "Interviewer: tell me about a time you failed\nI ran the bakery and it burned",
        "Interviewer\ntell me about a time you failed\nI ran the bakery and it burned",
        "INTERVIEWER: Tell me about a time\nwhen you failed\nI ran the bakery and it burned",
        "interviewer: tell me about a time\nwhen you failed\ni ran the bakery and it burned",
        "interviewer: tell me about a time you failed so i ran the bakery and it burned down in the night",
        "interviewer: tell me about one yeah so i ran the bakery interviewer: go on and then i burned it in"
        " the dark of last winter",
        "I ran the bakery and it was warm interviewer: and then\n\nit burned interviewer: who saw it\n\nnobody",
        "Candidate: I ran the bakery until Easter Interviewer: and then Candidate: it burned",
        "Interviewer: Whenever you like. I ran the bakery and it burned. Why? Nobody knew, and so I asked around.",
        "Interviewer: Tell me about a time you failed.\nI ran a bakery. Why me? Nobody else would.",
        "Interviewer: Tell me about a time you failed.\nWhen I ran the bakery it burned.",
    ],
)
def test_a_lone_label_of_the_interviewer_hides_no_answer(text: str) -> None:
    """Where nobody else is labelled, the answer begins behind the question, with stops and without."""
    document = read(text)
    assert document.kind == "transcript"
    assert "bakery" in document.prose
    assert "about a time" not in document.prose
    assert "nterviewer" not in document.prose


def test_a_recogniser_that_knows_nobody_calls_everybody_speaker() -> None:
    """On one line, in small letters, "speaker:" answers the interviewer wherever it comes back."""
    said = "speaker: so i ran a bakery speaker: and it burned speaker: and i built it again"
    assert read(f"interviewer: take your time {said}").prose.split() == said.replace("speaker:", "").split()


@pytest.mark.parametrize(
    "text",
    [
        "Idea: share the van.\nPlan: ask Tom for the keys.",
        "Boss: Tell me why you are late.\nTom: The bus.\n\nThat is how my week began. I had to find another way.",
        "I ran the desk for a year.\nAnn: tell me what you need.\nTom: more people and a bigger room than this one.",
        "Monday — I called Ann.\nTuesday — I called Tom, and he told me about it.",
        "I told the interviewer: no more. Then I asked my interviewer: why not? Nobody knew.",
        "NOTE TO SELF: slow down.\nTests: we had four hundred and ninety of them.\nI cut ten.",
        "HR told me to wait. I did not.\nMe — I am like that.",
        "Rotterdam: we had two sites there. Tell me who had more.\nLeeds: one.",
    ],
)
def test_names_and_requests_in_a_story_make_no_conversation(text: str) -> None:
    """Notes by name and a dialogue told within an answer stay the words of one person."""
    assert read(text).kind == "plain"


@pytest.mark.parametrize(
    "text",
    [
        "Simplification: here is the case. It was big.",
        "Note: I was new. Nobody knew.",
        "I wrote to the Candidate: he was late. It worked.",
        "S: We had a leak.\nT: Stop it.\nA: I closed it.\nR: Dry.",
        "I learned one thing: ask. Then I asked.",
        "- lead: Ann\n- me: designer\nI built it.",
        "We met at 10:30. At 11:15 we left.",
        "My goals [as agreed] were two. I met both.",
        "Ownership: I took it.\nFrugality: I spent nothing.",
        "Users: they waited. Nobody cared.\nI fixed the queue.",
        "Interviewer training was mine. I built it.\nCandidates liked it.",
        "Speaker\nI gave the talk. It went well.",
        "I ran the panel (chair: me). We met at noon.",
        "Cost: a month. The goal set by me: ten a day. The price paid by me: two friends.",
        "We chose plan A: wait. Then it rained.",
    ],
)
def test_a_word_with_a_colon_is_no_speaker(text: str) -> None:
    """An answer by one person is not torn apart."""
    assert read(text).kind == "plain"


def test_where_nothing_shows_the_end_of_a_question_the_next_stamp_is_the_answer() -> None:
    """Cues without full stops, pasted as one line, of which only the interviewer's is labelled."""
    said = "so we had a leak in the yard [00:09] and i went down and closed it [00:14] and it was dry by noon"
    document = read(f"[00:01] Interviewer: okay go ahead [00:04] {said}")
    assert document.kind == "transcript"
    assert document.prose.split() == [w for w in said.split() if not w.startswith("[")]


def test_who_says_most_is_the_candidate() -> None:
    """In a dialogue of two names, many words outweigh who speaks first."""
    document = read(
        "Tom: Hi, so I was at a bank, it broke one night, and I fixed it.\nAnna: Why?\nTom: It was mine."
    )
    assert document.prose.startswith("Hi, so I was at a bank")
    assert "Why" not in document.prose


def test_cues_give_seconds() -> None:
    """Time is shared out by length within a cue; a pause counts to what stands before it."""
    document = read(
        "1\n00:00:10,000 --> 00:00:14,000\nSo I was working\nat a bank.\n\n"
        "2\n00:00:15,000 --> 00:00:19,000\nIt broke.\n"
    )
    assert told(document) == ["So I was working at a bank.", "It broke."]
    assert sum(s.seconds or 0 for s in document.sentences) == pytest.approx(9, abs=0.01)
    assert document.sentences[1].seconds == pytest.approx(4, abs=0.2)


def test_the_time_of_the_interviewer_is_not_counted() -> None:
    """Only the candidate's turns last."""
    document = read(
        "[00:00] Q: Why?\n[00:10] A: I fixed it.\n[00:30] Q: And?\n[01:00] A: It held.\n[01:05] Q: Thanks."
    )
    assert [s.seconds for s in document.sentences] == [20.0, 5.0]


@pytest.mark.parametrize(
    "form",
    [
        "[00:00] {0} [00:10] {1} [00:20]",
        "(00:00:00) {0}\n(00:00:10) {1}\n(00:00:20)",
        "0:00\n{0}\n0:10\n{1}\n0:20",
    ],
)
def test_stamps_within_the_text_give_seconds(form: str) -> None:
    """Stamps are left out of the prose and tell the time."""
    document = read(form.format("I broke it.", "I fixed it."))
    assert told(document) == ["I broke it.", "I fixed it."]
    assert [s.seconds for s in document.sentences] == [10.0, 10.0]


@pytest.mark.parametrize(
    "text",
    [
        "0:00:01.000,0:00:11.000\nI broke it.\n\n0:00:11.000,0:00:21.000\nI fixed it.\n",
        "0:01\n1 second\nI broke it.\n0:11\n11 seconds\nI fixed it.\n0:21",
        "0:0:1.0 --> 0:0:11.0\nI broke it.\n0:0:11.0 --> 0:0:21.0\nI fixed it.\n",
        "1\n00:00:01 --> 00:00:11\nI broke it.\n\n2\n00:00:11 --> 00:00:21\nI fixed it.\n",
        "WEBVTT\n\n00:01.000 --> 00:11.000\n&gt;&gt; I&nbsp;broke it.\n\n00:11.000 --> 00:21.000\nI fixed it.\n",
    ],
)
def test_stamps_of_services_are_not_said(text: str) -> None:
    """The forms that video sites and meeting tools export tell the time and leave no word behind."""
    document = read(text)
    assert told(document) == ["I broke it.", "I fixed it."]
    assert [s.seconds for s in document.sentences] == [10.0, 10.0]


@pytest.mark.parametrize("murmur", ["Mm-hm.", "right right", "Okay."])
@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_a_murmur_does_not_cut_a_sentence(murmur: str, joint: str) -> None:
    """The interviewer hums, the candidate goes on."""
    turns = ["Interviewer: Why?", "Candidate: We called the", f"Interviewer: {murmur}", "Candidate: vendor."]
    assert told(read(joint.join(turns)))[-1].split() == ["We", "called", "the", "vendor."]


@pytest.mark.parametrize(
    ("first", "between", "then"),
    [
        ("We called the", "What did they say?", "vendor."),
        ("We called the", "and what did they say", "vendor."),
        ("We called it", "Mm-hm.", "a day."),
        ("We called the", "Mm-hm.", "Vendor."),
        ("We called the", "I see that you have been around there for some time", "vendor."),
    ],
)
def test_a_new_turn_is_a_new_sentence(first: str, between: str, then: str) -> None:
    """After a question, or where the sentence may have ended, nothing is joined."""
    document = read(f"Interviewer: Why?\nCandidate: {first}\nInterviewer: {between}\nCandidate: {then}")
    assert told(document) == [first, then]


def test_without_stamps_there_are_no_seconds() -> None:
    """No time is made up; a single stamp tells none."""
    assert read("I fixed it.").sentences[0].seconds is None
    assert read("[00:10] I fixed it. It held.", "transcript").sentences[0].seconds is None


def test_words_after_the_last_stamp_go_at_the_same_pace() -> None:
    """The last stretch has no end; the speaker's own pace fills in."""
    document = read("[00:00] I broke it.\n[00:10] I fixed it.")
    assert document.sentences[1].seconds == pytest.approx(10, rel=0.2)


def test_a_cue_does_not_cut_a_sentence() -> None:
    """A sentence runs over cues and over the voice tags on each of them."""
    cues = "".join(
        f"00:0{k}.000 --> 00:0{k + 1}.000\n<v Tom>{words}</v>\n\n"
        for k, words in enumerate(["So I was", "at a bank.", "It broke."])
    )
    assert told(read("WEBVTT\n\nNOTE made by hand\n\n" + cues)) == ["So I was at a bank.", "It broke."]


def test_rolling_captions_are_read_once() -> None:
    """Captions that repeat the line above do not double the words."""
    document = read(
        "WEBVTT\n\n00:00.000 --> 00:02.000\nso I was<00:01.000><c> at</c>\n\n"
        "00:02.000 --> 00:02.010\nso I was at\n\n00:02.010 --> 00:04.000\nso I was at\na bank<c> here</c>\n"
    )
    assert document.prose == "so I was at a bank here"


def test_rolling_captions_are_known_by_what_they_repeat() -> None:
    """Captions without tags roll too where most cues open with the line that closed the one above."""
    lines = ["so i was", "at a bank", "in rome", "where it broke", "and i fixed it"]
    cues = "".join(
        f"00:0{k}.000 --> 00:0{k + 1}.000\n{said}\n{after}\n\n"
        for k, (said, after) in enumerate(pairwise(lines))
    )
    document = read("WEBVTT\n\n" + cues)
    assert document.prose == " ".join(lines)
    assert document.sentences[0].seconds == pytest.approx(4)


def test_what_is_said_twice_is_no_rolling_caption() -> None:
    """A line that somebody repeats once, in many cues, stays."""
    said = ["no", "no", "it broke", "and I called", "the bank", "in Rome"]
    cues = "".join(f"00:0{k}.000 --> 00:0{k + 1}.000\n{words}\n\n" for k, words in enumerate(said))
    assert read("WEBVTT\n\n" + cues).prose == " ".join(said)


def test_a_table_of_a_recogniser_is_a_transcript() -> None:
    """Rows of from, to, in thousandths of a second, and words."""
    document = read("start\tend\ttext\n0\t2000\tIt broke.\n2000\t5500\tI fixed it.\n")
    assert (document.kind, told(document)) == ("transcript", ["It broke.", "I fixed it."])
    assert [s.seconds for s in document.sentences] == [2.0, 3.5]


@pytest.mark.parametrize(
    "form", ["0:01 {q}\n0:05 {a}\n0:09 It held.", "0:01\n{q}\n0:05\n{a}\n0:09\nIt held."]
)
def test_an_order_at_the_head_is_the_question_though_nobody_is_labelled(form: str) -> None:
    """A recogniser that tells nobody apart writes the interviewer's first words like all others."""
    document = read(form.format(q=ASKED, a=SAID))
    assert document.front.question == ASKED
    assert told(document) == ["So I was at a bank.", "It broke and I fixed it.", "It held."]


@pytest.mark.parametrize(
    ("asked", "stories"),
    [
        ("Thanks. Now tell me about a time you had to say no.", 2),
        ("Could you give me another example?", 2),
        ("Was there one time when it changed something?", 1),
        ("Can you give me one specific example?", 1),
        ("And what did you learn?", 1),
    ],
)
def test_several_stories_in_one_transcript_are_remarked_on(asked: str, stories: int) -> None:
    """Whoever is asked for a second story is told to split the file; pressing on with one is no second."""
    document = read(f"Interviewer: {ASKED}\nMe: {SAID}\nInterviewer: {asked}\nMe: I said no to a bank.")
    assert [n.split()[0] for n in document.notices] == (["2"] if stories > 1 else [])


@pytest.mark.parametrize(
    "text",
    [
        "Ferry Timetable\nWhat was wrong? The boats left late, and I was asked why.\n\nNew Plan\nI wrote another.",
        "Ann Roy\nHead of Port\n\nI met her in May and asked for a berth. She gave me two.",
    ],
)
def test_titles_and_names_on_lines_of_their_own_are_no_conversation(text: str) -> None:
    """Speakers come back; titles and signatures stand once."""
    assert read(text).kind == "plain"


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("It broke [laughs] and I fixed it.", "It broke  and I fixed it."),
        ("It broke [inaudible 00:12] and I fixed it.", "It broke  and I fixed it."),
        ("It broke [long pause] (laughs) and *sighs* I fixed it.", "It broke   and  I fixed it."),
        ("We[coughs]left.", "We left."),
        ("It broke. *[pause]* I {laughs} fixed it in {haste}.", "It broke.  I  fixed it in {haste}."),
        (
            "[laughs] It was the (laughing stock of) the firm [the bank].",
            "It was the (laughing stock of) the firm [the bank].",
        ),
    ],
)
def test_notes_of_the_transcriber_are_not_said(text: str, prose: str) -> None:
    """Laughs and pauses go, what a writer put in brackets stays."""
    document = read(text, "transcript")
    assert document.prose == prose


def test_speech_without_stops_is_marked_as_such() -> None:
    """A model cuts it later; until then a line or a turn is a sentence."""
    speech = (
        "so this was at the bike share company the winter before last and we had locks that would not open "
        * 4
    )
    document = read(speech)
    assert not document.punctuated
    assert len(document.sentences) == 1
    lines = "\n".join(
        [
            "so this was at the bike share company",
            "we had locks that would not open",
            "people complained a lot",
        ]
        * 4
    )
    document = read(lines)
    assert not document.punctuated
    assert len(document.sentences) == 12


@pytest.mark.parametrize(
    "text",
    [
        "fine",
        "I fixed it. " * 20,
        "\n".join("- a bullet with some words and no stop at all" for _ in range(9)),
        "\n".join("A line of notes that has no stop in it" for _ in range(9)),
        "One long sentence " + "that goes on and on " * 10 + "stops.",
    ],
)
def test_notes_and_short_answers_are_not_speech_without_stops(text: str) -> None:
    """Bullets and lines with capitals are sentences though they lack stops; too little text tells nothing."""
    assert read(text).punctuated


def test_front_matter_may_head_a_transcript() -> None:
    """Its question beats the interviewer's."""
    document = read(f"---\nquestion: Why?\n---\nInterviewer: {ASKED}\nMe: {SAID}")
    assert (document.kind, document.front.question) == ("transcript", "Why?")
