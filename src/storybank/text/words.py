"""The words that the readers go by.

Generated from reading.toml by training/compile_reading.py: edit the lexicon, not this.
"""
# fmt: off

from __future__ import annotations

from typing import Final

from storybank.text.document import PartKind


def _set(words: str) -> frozenset[str]:
    return frozenset(words.strip().split("|"))


def _labels(part: PartKind, words: str) -> dict[str, PartKind]:
    return dict.fromkeys(words.strip().split("|"), part)


TITLES: Final = _set(
    "mr|mrs|ms|mx|dr|prof|st|rev|hon|gov|sen|rep|pres|supt|gen|col|maj|capt|cpt|"
    "cmdr|lt|sgt|cpl|messrs|mme|mlle|fr|sr|sra|hr|herr|ing|adm|amb|insp|det|mt|ft"
)
NUMBERED: Final = _set(
    "no|nos|nr|fig|figs|p|pp|vol|vols|ch|chap|sec|sect|art|ver|v|eq|para|c|ca|"
    "max|min|avg|ext|tel|pt|ref|app|rm|ex|ed|op"
)
NEVER: Final = _set(
    "e.g|eg|i.e|ie|vs|viz|cf|approx|esp|incl|excl|resp|a.k.a|aka|n.b|wrt"
)
ENDING: Final = _set(
    "etc|hr|hrs|mins|secs|yr|yrs|wk|wks|mo|mos|jr|sr|esq|al|qty|p.s"
)
MIXED: Final = _set(
    "inc|ltd|co|corp|llc|plc|gmbh|bros|pty|dept|depts|div|est|ave|blvd|rd|mgr|mgmt|"
    "govt|intl|assoc|asst|eng|mfg|univ|dist|misc|adj|orig|cont|fwd|attn|admin|ph.d|"
    "m.sc|b.sc|m.a|b.a|ed.d|d.phil"
)
DATES: Final = _set(
    "jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|tues|wed|thu|thur|"
    "thurs|fri|sat|sun"
)
CALENDAR: Final = _set(
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thurs|"
    "fri|sat|sun|january|february|march|april|june|july|august|september|october|"
    "november|december|jan|feb|apr|jun|jul|aug|sep|sept|oct|nov|dec|gmt|utc|est|edt|"
    "pst|pdt|cst|cdt|mst|mdt|cet|cest|bst|ist|jst|et|pt|eastern|pacific|central|local"
)
STARTERS: Final = _set(
    "i|i'm|i'd|i've|i'll|we|we're|we'd|we've|we'll|he|she|they|you|it|it's|the|a|"
    "an|this|that|that's|these|those|there|there's|here|my|our|his|her|their|your|its|"
    "and|but|or|so|yet|nor|then|when|while|where|what|why|how|who|if|as|at|in|on|"
    "by|for|from|to|with|within|without|after|before|during|since|because|although|"
    "though|however|once|until|instead|also|still|now|today|later|meanwhile|afterwards|"
    "eventually|finally|first|second|third|next|last|nobody|everybody|everyone|someone|"
    "somebody|no|not|nothing|none|one|two|three|some|most|many|all|both|each|every|"
    "another|other|others|people|yes|yeah|okay|well|even|only|just|over|under|out|up|"
    "down|back|looking|rather|perhaps|maybe|thanks|despite|given|having|being|did|was|"
    "were|is|are|had|has|have"
)
SPEECH: Final = _set(
    "said|says|asked|asks|replied|answered|told|shouted|wrote|writes|explained|added|"
    "thought|insisted|muttered|whispered|cried|called|goes|went|texted|demanded|joked|"
    "laughed|snapped|remarked|repeated|suggested|admitted|objected|countered|offered"
)
STUMBLES: Final = _set(
    "i|we|you|he|she|it|they|the|a|an|and|but|so|or|to|of|was|were|is|are|be|um|"
    "uh|er|erm|uhm|hmm|mm|like|that|this|my|our|his|her|their|because|cause|if|with|"
    "for|in|on|at|by|from|about|than|as|had|have|has|would|could|just|well|which|"
    "who|where|when"
)
SUFFIXES: Final = _set(
    "net|js|com|org|io|ai|co|uk|de|app|dev|py|exe|pdf|csv|xml|json"
)
INTERVIEWER: Final = _set(
    "interviewer|interviewers|interviewer 1|interviewer 2|interviewer 3|int|int 1|int 2|intv|"
    "intvr|iv|ivr|q|question|questioner|hiring manager|hm|recruiter|panel|panelist|"
    "panellist|panel member|panel chair|moderator|facilitator|host|coach|mentor|bar raiser|"
    "examiner|assessor|bot|ai interviewer|mock interviewer|chair|them|chatgpt|assistant"
)
CANDIDATE: Final = _set(
    "candidate|cand|me|myself|a|ans|answer|interviewee|ie|applicant|respondent|resp|"
    "participant|guest|coachee|mentee|student|job seeker|you|self"
)
STEMS: Final = _set(
    "laugh|chuckl|giggl|pause|paus|inaudible|unintelligible|indistinct|unclear|crosstalk|"
    "cross-talk|cross talk|overlap|cough|sigh|sniff|breath|inhale|exhale|clears throat|"
    "clearing throat|applause|clapping|music|silence|noise|background noise|background|"
    "phone ring|phone rings|typing|foreign|speaking foreign|bleep|redacted|blank_audio|"
    "blank audio|beep|sneez|yawn|gasp|groan|long pause|short pause|audio|no audio|sound|"
    "smiles|nods|recording|end of recording|end of audio|transcript|off mic|thinks|thinking|"
    "hesitat|stutter"
)
INLINE: Final = _set(
    "situation|context|background|problem|challenge|task|goal|objective|action|actions|"
    "approach|result|results|outcome|impact|learning|learnings|lesson|lessons|"
    "lessons learned|lessons learnt|reflection|reflections|takeaway|takeaways"
)
AROUND: Final = _set(
    "the|my|our|your|a|an|key|main|final|overall|initial|personal|specific|big|"
    "business|taken|plus|part|step|section|star|i|took|faced|and|setting"
)
QUESTION: Final = _set(
    "question|q|prompt|interview question|the question|question asked|behavioral question|"
    "behavioural question|asked"
)
ANSWER: Final = _set(
    "answer|my answer|a|response|the answer|sample answer|my response|story|my story|"
    "star answer|star response|my star answer"
)
PARTS: Final[dict[str, PartKind]] = {
    **_labels(
    "situation",
    "situation|situations|context|background|setting|set up|setup|scene|setting the scene|"
    "set the scene|scene setting|circumstances|problem|problem statement|the problem|challenge|"
    "challenges|obstacle|obstacles|hindrance|hindrances|complication|complications|"
    "starting point|where we were|what was wrong|what was going on|stakes|trigger|backdrop|"
    "premise",
    ),
    **_labels(
    "task",
    "task|tasks|goal|goals|objective|objectives|aim|aims|target|role|responsibility|"
    "responsibilities|mandate|mission|assignment|remit|brief|success criteria|"
    "what i had to do|what i had to achieve|what was asked of me|what was expected|job|charge|"
    "expectations",
    ),
    **_labels(
    "action",
    "action|actions|approach|steps|activities|activity|execution|solution|implementation|"
    "plan|what i did|what we did|how i did it|how i solved it|how i handled it|"
    "how i approached it|how we did it|method|intervention|response|what i actually did|my part",
    ),
    **_labels(
    "result",
    "result|results|outcome|outcomes|impact|impacts|effect|effects|achievement|achievements|"
    "benefit|benefits|follow up impact|followup impact|follow on impact|long term impact|"
    "lasting impact|longer term impact|long term effect|lasting effect|aftermath|"
    "what came of it|how it ended|how it turned out|metrics|consequence|consequences|ending|"
    "resolution|impact and outcomes",
    ),
    **_labels(
    "learning",
    "learning|learnings|lesson|lessons|lesson learned|lessons learned|lesson learnt|"
    "lessons learnt|reflection|reflections|takeaway|takeaways|take away|take aways|"
    "what i learned|what i learnt|what i took away|what we learned|what we learnt|"
    "learning and application|learning application|insight|insights|growth|retrospective|retro|"
    "looking back|hindsight|in hindsight|in retrospect|evaluation|what i would change|"
    "what i would do differently|what i'd do differently|what i'd change|"
    "what i do differently now|application|moral",
    ),
}
