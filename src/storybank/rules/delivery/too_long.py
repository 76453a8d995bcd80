"""More than 750 words, which is five minutes at 150 words a minute.

Interviewers have some eight to ten questions' worth of time for an hour and want to ask into what they heard.
After three minutes attention sinks; after five they interrupt, often before your result. Keep two or three
deeds, and leave the others as answers to the questions that they will ask.

Flagged:
> (a story with every meeting, every name and every version of the plan)

Better:
> (the same story in two and a half minutes, with the one conversation that changed it)

Source: guide, section 2 (counted at white space, whatever the pace or the timing profile); STAR refined,
timing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from storybank.rules.model import Case, Hit, Rule

if TYPE_CHECKING:
    from storybank.readings.model import Readings

MOST = 750
"""Words that still pass; the guide's figure."""
_PACE = 150  # words a minute


def _check(readings: Readings) -> Iterator[Hit]:
    if readings.words > MOST:
        minutes = f"{readings.words / _PACE:.1f}".removesuffix(".0")
        yield Hit(None, {"words": readings.words, "minutes": minutes, "limit": MOST})


RULE = Rule(
    name="too-long",
    code="DEL003",
    family="delivery",
    severity="warning",
    message=(
        "{words} words is about {minutes} minutes aloud; most listeners will cut in before you reach the "
        "result."
    ),
    advice=(
        "Cut to {limit} words or fewer: keep the scene in two sentences, the two deeds that mattered, the "
        "result."
    ),
    check=_check,
    flagged=(
        Case(
            text=(
                "The story I'd like to tell is about the sewers of the town where I grew up, and where I "
                "came back to work as head of drainage in the spring of 2017. The town lies in a bowl "
                "between three hills, and whenever it rains hard for more than an hour the water comes down "
                "all three at the same time. In my first month we had two such rains. Forty-one cellars were "
                "flooded in the first, and sixty in the second, and among them was the cellar of the primary "
                "school, where the boiler stood. The school was closed for nine days. Parents wrote to the "
                "mayor, and the mayor wrote to me, and I still have that letter because it was polite and "
                "that made it worse. My job was to make sure that a rain like that, of the kind that comes "
                "every five years, would flood no more than ten cellars, and the mayor wanted it before the "
                "next election, though he did not put it like that.\n\nI started with the maps. There were "
                "three sets of them, one from 1934, one from 1968 and one on the computer, and no two "
                "agreed. I took the oldest one and walked along each line of it with Jana, who has been with "
                "the department since she was nineteen and knows where the lids are under the asphalt. That "
                "took us eleven days. We found that about a fifth of what was on the computer did not exist, "
                "and that there was a brick channel under the market which nobody had drawn since 1934, as "
                "high as a man, dry, and without any inflow. I climbed down into it myself. It ran from the "
                "foot of the eastern hill to the river, and at the upper end somebody had walled it "
                "up.\n\nAt that point I had two ways to go. Our consultants had drawn up a plan for a "
                "storage basin under the football ground, at a price of 6.4 million, and it was a sound "
                "plan; it had been calculated well, and the council had more or less agreed to it. The other "
                "way was the old channel. It would cost a tenth of that, but no one could tell me whether "
                "the bricks would hold if water ran through them at that speed. I did not want to choose by "
                "price alone. I asked an engineer from the mining school, who had spent his life with old "
                "tunnels, to come and look, and he knocked on the walls for a whole day and told me that he "
                "would trust two thirds of it, and that the last stretch below the bank needed a "
                "lining.\n\nThen came the part that took the longest, which was the people. The football "
                "club had been promised a new pitch on top of the basin, and its chairman sat on the "
                "council. I went to see him before I said anything in public. He was angry, and he had a "
                "right to be, for he had told his members. I could not give him the pitch. What I could "
                "offer was to put the drainage of the old one right within the same works, because our "
                "machines would be next to it anyway, and he took three weeks to think about that. The bank "
                "was afraid for its vault. I had sensors fitted there at our expense, and gave the manager "
                "the numbers on his own screen, so that he would see any movement as soon as I did. The "
                "consultants, who lost a large order, asked whether they might calculate the channel. I said "
                "yes, and they found an error in my slope which would have cost us a good deal of "
                "trouble.\n\nWe opened the wall in March 2019, on a dry day, and for the first month I let "
                "in only a third of the water through a gate that can be closed by hand. Jana and I took "
                "turns to walk through it after every rain. In May we found a crack of four millimetres in "
                "the last stretch, closed the gate, and lined another twelve metres. It meant a delay of "
                "seven weeks, and I told the council about it the same evening, before anybody else "
                "could.\n\nIn July 2021 we had the heaviest rain since they began to measure it, far above "
                "the five-year one. Six cellars were flooded, and the school stayed dry. We had spent "
                "780,000 instead of 6.4 million. The insurers lowered the premium for the market quarter by "
                "a fifth, and four other towns in our valley have looked for their own old channels since, "
                "two of them with success. Jana runs the inspections now, with a method that we wrote down "
                "together.\n\nWhat I learnt from it is to read the oldest map first. I had come with a "
                "computer and a degree, and I had thought that the past was what we had to repair. When we "
                "planned the new waterworks last year I spent the first week in the archive, and that spared "
                "us a well in the wrong place."
            ),
        ),
        Case(
            text=(
                "Okay so this one is about the costumes for the winter play, and it's a bit of a long one, "
                "but I think you need to know how it all hung together. I was wardrobe assistant at a "
                "municipal theatre, which means that I was number three out of three, after the head of "
                "wardrobe and the cutter. In October the head of wardrobe fell off a ladder and broke her "
                "wrist, and the cutter had just had a baby, so from one day to the next number three was the "
                "only one in the room. We had a play coming up with twenty-two actors, most of them in two "
                "costumes and some in three, fifty-one pieces in all, and the premiere was on the second of "
                "December. When I counted what was there, it came to nineteen finished pieces, eleven cut "
                "but not sewn, and the rest on paper. The director of the theatre came down and asked me "
                "whether I could get it done or whether he should put off the premiere. Putting it off would "
                "have cost around 40,000, because the tickets were sold. I asked him for a day to think "
                "about it, and he gave me until the next morning.\n\nSo that evening I stayed and wrote "
                "every piece on a card, and on the card I wrote how many hours I thought it would take. I "
                "laid the cards out on the cutting table by scene. What I got was 410 hours, and I had five "
                "weeks by myself, which is about 200 if you sleep. So I knew that it couldn't be done the "
                "way it was planned. I thought there were three ways: fewer costumes, more hands, or simpler "
                "costumes. I went through the cards again and asked about each one what the audience would "
                "really see from row five. In the second act eleven people stand in the dark behind a gauze. "
                "Nobody would see a hem there.\n\nIn the morning I told the director that I could do it, if "
                "he let me talk with the set designer about the second act and if I could have two people "
                "for two days a week. He said yes to the first and no to the second, as there was no money. "
                "The designer was not happy at all when I came to her with my cards. She had drawn each of "
                "those eleven coats by hand and she told me that she knew they were there even if nobody "
                "else did. I understood that, honestly, I would have felt the same. I asked her to come and "
                "sit in row five with me while a stagehand stood behind the gauze in a coat, first in a real "
                "one and then in a blanket. She laughed, and she said all right, blankets, but you cut the "
                "collars properly. That took 96 hours off my table.\n\nFor the hands I went to the "
                "vocational school, where I had learnt myself. My old teacher has a class of fourteen, and "
                "they always sew aprons, for years they've been sewing aprons. I asked her whether they'd "
                "like to sew for a stage instead. She was worried about the quality, and about the "
                "insurance, and so was I about the first one. So we agreed that they'd do only straight "
                "seams and linings, and that I'd be there on both afternoons, and that each piece would be "
                "checked by me and by one of the students together. I unpicked about one in six at the "
                "start, and I showed them why. By the third week it was one in twenty. I kept the silk for "
                "myself.\n\nThere was one bad moment, ten days before the premiere. I had cut the king's "
                "robe from the wrong measurements, because there were two actors with the same first name on "
                "the list, and I hadn't checked. It was eleven metres of velvet, 600 euro. I went up to the "
                "director before lunch and told him, and I said that I could piece it together with a band "
                "in another colour, or buy new. He chose the band. The actor said afterwards that it was the "
                "best thing about the robe, but that was luck, and I know that.\n\nOn the second of December "
                "all fifty-one pieces hung on the rail at four in the afternoon, three hours before the "
                "curtain. The theatre didn't need to put off anything, so the 40,000 were saved, and the "
                "costumes had cost 2,100 less than planned on account of the blankets. The school has sewn "
                "for us in every season since then, that's four now, and two of those students work here "
                "with me. The local paper mentioned the king's robe.\n\nWhat I've taken from it is to sit in "
                "row five before I thread a needle. And I write the family name on each measuring sheet, "
                "since the thing with the velvet, and I've the actor read it and sign it."
            ),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "When the fish market of our harbour went over to electronic auctions, the small boats "
                "stayed away, 31 of them, and with them a fifth of the catch. As market manager I had until "
                "the herring season to bring them back, or we would've lost our licence for the hall. I went "
                "out with four of the skippers at night. None of them minded the screens; what they minded "
                "was that the lots were too big, since a small boat cannot fill one. I could have lowered "
                "the fee, which the board favoured. I made half lots possible instead, though the big buyers "
                "were against it, and I sat with the largest of them for two evenings until he agreed to a "
                "trial on Tuesdays. Twenty-eight boats were back by September, and the price for small lots "
                "is 12% higher, so that the big buyer now asks for them. I'd go out with the boats before I "
                "buy any system."
            ),
        ),
        Case(
            text=(
                "I repair violins, and one day a teacher brought me fourteen children's violins that were "
                "all out of tune within the hour. She had a concert in nine days. I wanted all of them to "
                "stay in tune for a whole lesson. At first I suspected the strings, changed those on two of "
                "the violins, and it did nothing. So I took out the pegs and measured them: they were round, "
                "and the holes were oval, since the wood had dried near a heater. I could have bored them "
                "all out, but then the next dry winter would ruin them for good. I fitted thin sleeves, "
                "tried one violin for two days in my own warm kitchen, and then did the rest. All fourteen "
                "held through the concert, and they hold to this day. I asked her where they hang, and she "
                "moved them. I ask now where an instrument lives before I open it."
            ),
            level="L5",
        ),
    ),
)
