"""The main step was to pass the problem on, and others solved it.

Reporting a fault is right, and it is where ownership begins. If the story ends there for you, the credit goes
to whoever picked it up. An interviewer looks for what you brought along (a diagnosis, a fix, a test) and how
you saw it through.

Flagged:
> I opened a ticket with the network people, and they found the cable in the end.

Better:
> I traced it to one cable, brought the network engineer a spare and the log, and stayed until the graph was
> flat.

Source: guide, section 2; act-without-approval walkthrough, routing a problem is not owning it.
"""

from __future__ import annotations

from storybank.rules.checks import judged
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="handed-off",
    code="OWN003",
    family="ownership",
    severity="error",
    message=(
        "The turning point of your story is that you passed it on; the people who solved it are the ones I'd "
        "hire."
    ),
    advice=("Tell what you did before and after handing over; if that was little, choose another story."),
    check=judged("handed-off"),
    flagged=(
        Case(
            text=(
                "In our archive of old films the temperature rose by four degrees over one spring, and reels "
                "from the thirties began to smell of vinegar. I was in charge of the collection, so keeping "
                "it sound was my duty. I noticed it at once when I read the dial. I reported it to the "
                "building manager by email and he passed it to the heating firm. They came after a few days "
                "and looked at the plant. A technician of theirs found a stuck valve and replaced it, and he "
                "also changed the sensor. The temperature was back at eight degrees in May, and only two "
                "reels of 5,000 were lost. It showed me how important it is to read a dial every day."
            ),
            question="I reported it to the building manager by email and he passed it to the heating firm",
        ),
        Case(
            text=(
                "Customers of our phone company kept being billed twice after they moved house. I was on the "
                "hotline and wanted my callers to get their money back. I had about eight such calls in a "
                "week, so I saw that there was something behind it. So I forwarded everything to the "
                "second-line group with a short note and the customer numbers. A developer over there found "
                "out that the old address was not closed, and he wrote a correction. Finance then sent the "
                "refunds, some 14,000 in all. After that I had no more calls of that kind. I was glad that I "
                "had spotted it, and I learnt that one should always write the customer number in a note."
            ),
            question="So I forwarded everything to the second-line group",
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "The crane at our second quay stopped whenever the wind turned north, though the wind itself "
                "was harmless. It was the maker's equipment, and my role was only to plan the ships. I "
                "reported it to the maker, and I did not leave it there: I compared forty stops with the "
                "weather station and sent them the graph, which showed that one gauge shook with the mast. "
                "Their engineer doubted it, so I paid for a hired gauge from my own budget and had it "
                "mounted for a fortnight. He saw the difference and changed the bracket. I stayed up there "
                "with him for the test. Stops fell from twenty-two a month to two, and the ships saved some "
                "60 hours at berth. They now fit that bracket on every crane they sell."
            ),
        ),
        Case(
            text=(
                "I found mouse droppings in the flour store of our school kitchen on a Monday. Pest control "
                "is the caretaker's business, and I called him first, naturally. But lunch for 340 children "
                "was at noon and mine to cook, so I could not stop at a phone call. I sealed the store, "
                "threw out eleven open bags, and changed the menu to rice. I searched along the wall with a "
                "torch and found the gap behind the pipe. When the caretaker came I showed it to him, and "
                "held the board while he screwed it on. I checked the traps every morning for a month. "
                "Nothing has come back since autumn, and the inspector gave us full marks. I look behind "
                "pipes in every kitchen now."
            ),
            level="L5",
        ),
    ),
)
