"""The words around quantities.

Generated from figures.toml by training/compile_figures.py: edit the lexicon, not this.
"""
# fmt: off

from __future__ import annotations

from typing import Final


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split("|"))


def _values(pairs: str) -> dict[str, float]:
    return {word: float(value) for word, value in (pair.split("=") for pair in pairs.split("|"))}


SMALL: Final = _values(
    "zero=0|nought=0|naught=0|oh=0|one=1|two=2|three=3|four=4|five=5|six=6|seven=7|eight=8|nine=9|"
    "ten=10|eleven=11|twelve=12|thirteen=13|fourteen=14|fifteen=15|sixteen=16|seventeen=17|"
    "eighteen=18|nineteen=19|twenty=20|thirty=30|forty=40|fourty=40|fifty=50|sixty=60|seventy=70|"
    "eighty=80|ninety=90"
)
SCALE: Final = _values(
    "hundred=100|dozen=12|thousand=1000|grand=1000|lakh=100000|lakhs=100000|million=1e+06|"
    "millions=1e+06|mill=1e+06|mln=1e+06|mio=1e+06|crore=1e+07|crores=1e+07|billion=1e+09|"
    "billions=1e+09|bn=1e+09|trillion=1e+12"
)
LETTERS: Final = _values(
    "k=1000|m=1e+06|mm=1e+06|mn=1e+06|b=1e+09|bn=1e+09|tn=1e+12"
)
VAGUE: Final = _values(
    "couple=2|few=3|several=5|handful=5|dozens=24|scores=40|tens=20|hundreds=200|thousands=2000"
)
FRACTION: Final = _values(
    "half=0.5|halves=0.5|third=0.3333|thirds=0.3333|quarter=0.25|quarters=0.25|fifth=0.2|fifths=0.2|"
    "sixth=0.1667|sixths=0.1667|seventh=0.1429|sevenths=0.1429|eighth=0.125|eighths=0.125|"
    "ninth=0.1111|ninths=0.1111|tenth=0.1|tenths=0.1|twelfth=0.0833|twentieth=0.05|hundredth=0.01|"
    "hundredths=0.01|thousandth=0.001|thousandths=0.001"
)
TIME: Final = _values(
    "ns=1e-09|nanosecond=1e-09|nanoseconds=1e-09|us=1e-06|microsecond=1e-06|microseconds=1e-06|"
    "ms=0.001|msec=0.001|millis=0.001|millisecond=0.001|milliseconds=0.001|s=1|sec=1|secs=1|second=1|"
    "seconds=1|min=60|mins=60|minute=60|minutes=60|h=3600|hr=3600|hrs=3600|hour=3600|hours=3600|"
    "night=86400|nights=86400|evening=86400|evenings=86400|morning=86400|mornings=86400|"
    "afternoon=86400|afternoons=86400|d=86400|day=86400|days=86400|weekend=172800|weekends=172800|"
    "wk=604800|wks=604800|week=604800|weeks=604800|fortnight=1.2096e+06|fortnights=1.2096e+06|"
    "month=2.6298e+06|months=2.6298e+06|quarter=7.8894e+06|quarters=7.8894e+06|season=7.8894e+06|"
    "seasons=7.8894e+06|semester=1.57788e+07|semesters=1.57788e+07|yr=3.15576e+07|yrs=3.15576e+07|"
    "year=3.15576e+07|years=3.15576e+07|decade=3.15576e+08|decades=3.15576e+08"
)
SYMBOLS: Final = _set(
    "$|£|€|¥|₦|₹|₽|₩|₪|₫|₱|₴|₺|₵|฿|₡|₸|₲"
)
CODES: Final = _set(
    "usd|eur|gbp|chf|jpy|cny|inr|ngn|kes|ghs|zar|sek|nok|dkk|pln|czk|huf|aud|cad|nzd|sgd|hkd|brl|mxn|"
    "aed|sar|egp|try|ils|krw|thb|rmb|rs|pkr|lkr"
)
CURRENCIES: Final = _set(
    "dollar|dollars|buck|bucks|euro|euros|pound|pounds|quid|sterling|pence|cent|cents|naira|rupee|"
    "rupees|yen|yuan|renminbi|krona|kronor|krone|kroner|franc|francs|rand|shillings|cedis|pesos|"
    "reais|zloty|zlotys|forint|koruna|lira|liras|dirham|dirhams|riyals|ringgit|baht|rubles|roubles|"
    "shekels|rupiah|dong|grand"
)
PERCENTS: Final = _set(
    "%|percent|pct|percents|percentage|pp|ppt|bps|bp|points|‰|permille"
)
MONTHS: Final = _set(
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|"
    "mar|apr|jun|jul|aug|sep|sept|oct|nov|dec"
)
LABELS: Final = _set(
    "week|day|month|year|sprint|phase|stage|step|level|tier|grade|class|band|type|category|group|"
    "team|squad|room|ward|gate|platform|floor|building|block|unit|bay|lane|line|row|column|page|"
    "chapter|section|paragraph|article|clause|figure|table|slide|appendix|annex|exhibit|part|act|"
    "scene|episode|series|season|volume|issue|ticket|bug|incident|case|order|invoice|batch|lot|item|"
    "number|no|nr|option|plan|scenario|version|release|build|revision|model|mark|mk|mod|generation|"
    "gen|route|highway|motorway|interstate|road|flight|train|bus|tram|iso|rfc|rev|ifrs|sox|windows|"
    "python|java|node|angular|react|gpt|llama|claude|covid|iphone|android|ios|office|port|channel|"
    "key|rule|question|q|principle|reason|point|priority|sev|severity|p|zone|region|district|sector|"
    "area|site|depot|branch|hub|plant|terminal|studio|hall|court|field|pier|dock|track|wing|exit|"
    "apartment|apt|suite|flat|house|extension|ext|tel|pin|code|form|schedule|title|sheet|draft|round|"
    "wave|cohort|lesson"
)
DIALLED: Final = _set(
    "call|dial|dialled|ring|phone|tel|telephone|fax|mobile|whatsapp|ext"
)
STREETS: Final = _set(
    "street|st|road|rd|lane|ln|avenue|ave|drive|dr|close|square|sq|boulevard|blvd|court|terrace|way|"
    "row|crescent|gardens|hill|mews|quay|highway|strasse|straße|rue"
)
APPROXIMATORS: Final = _set(
    "about|around|roughly|approximately|approx|some|nearly|almost|over|under|below|above|circa|ca|"
    "exactly|precisely|barely|only|just|all|another|every|maybe|perhaps|say|probably|easily|fully|~|"
    "≈|<|>|+|like|within|inside|beyond|nigh|plus|minus|≤|≥|hardly|scarcely|both|minimum|maximum"
)
CLOSED: Final = _set(
    "a|an|the|this|that|these|those|i|we|you|he|she|it|they|me|us|him|her|them|my|our|your|his|its|"
    "their|and|or|but|so|if|as|at|in|on|by|for|from|to|of|with|within|without|after|before|during|"
    "since|because|until|till|than|then|when|while|where|what|which|who|whose|why|how|is|was|were|"
    "are|be|been|has|had|have|do|does|did|would|could|should|will|can|might|must|not|no|nor|there|"
    "here|into|onto|over|under|per|each|against|versus|vs|via|up|down|out|off|about|across|through|"
    "now|said|too|also|just|only|even|rather|instead|again|um|uh|er|like|yes|well|whereas|although|"
    "though|between|among|both|all|any|more|less|fewer|later|ago|earlier|early|late|ahead|times|once|"
    "twice"
)
NOUNS: Final = _set(
    "people|staff|children|men|women|folk|personnel|crew|police|sheep|fish|aircraft|feet|teeth|mice|"
    "geese|data|media|criteria|phenomena|sites|others|users|alumni|kg|g|mg|km|cm|mm|gb|mb|tb|kb|pb|"
    "kw|kwh|mw|gw|ml|litres|liters|tonne|fte|rpm|qps|tps|rps|fps|db|sku|percentile|carat|degrees|"
    "headcount|strong|left"
)
POINTING: Final = _set(
    "to|by|under|over|about|of|from|below|around|is|was|were|only|just|than|and|or|with|roughly|then|"
    "nearly|almost|got|went|at|above|hit|reached|fell|rose"
)
BETWEEN: Final = _set(
    "more|full|whole|straight|consecutive|extra|further|additional|working|business|calendar|solid|"
    "other|new|successive|odd|or so|short|long|clear|percentage|basis|good|net"
)
TIMING: Final = _set(
    "early|late|ahead|sooner|earlier|later|before|faster|quicker|behind|longer|saved|off|less|more|"
    "running|straight|since|shorter|ago|old|overdue|left|after"
)
SPANS: Final = _set(
    "by|within|under|inside|in|slipped|over|below|than|saved|lost|for|took|takes|gained|about|nearly|"
    "almost|roughly|around|least|half|after|just|only|delayed|late|early"
)
DATING: Final = _set(
    "in|since|of|by|until|till|from|during|late|early|mid|spring|summer|autumn|fall|winter|before|"
    "after|around|for|and|to|between|through|back|circa|fy|year|class"
)
LONE: Final = _set(
    "hour|day|week|fortnight|month|quarter|season|year|decade|minute"
)
OWNERS: Final = _set(
    "the|what|our|its|their|that|my|his|her|these|those|as"
)
DETERMINERS: Final = _set(
    "a|the|my|our|each|every|per|this|that|their|his|her"
)
QUANTIFIED: Final = _set(
    "the|every|each|last|first|these|those|our|my|their|about|all"
)
SHORT: Final = _set(
    "no|nr|nos|fig|p|pp|vol|sec|ch|art|v|ver|ext"
)
ENDS: Final = _set(
    ".|,|!|?|;|:|)|and|but|the|so|i|we|because"
)
TAKING_BACK: Final = frozenset(["wait", "sorry", "actually"])
"""After "no" these take back what was said: "four, no wait, two"."""
STUMBLES: Final = _set(
    ",|um|uh|er|erm|like|you|know|a|(|well|maybe|…"
)
PRICED: Final = _set(
    "save|saves|saved|saving|cost|costs|costing|pay|pays|paid|paying|earn|earns|earned|earning|spend|"
    "spends|spent|spending|invest|invested|worth"
)
RATED: Final = _set(
    "nps|csat|gpa|rating|ratings|score|scores|scored|rated|grade|grades|mark|marks|stars|promoter|"
    "satisfaction|enps|trustpilot|review"
)
SINGULARS: Final = _set(
    "was|is|has|us|this|its|as|yes|does|goes|says|his|hers|ours|always|perhaps|sometimes|besides|"
    "less|business|process|access|address|press|across|versus|plus|thus|focus|bus|status|virus|"
    "campus|boss|loss|class|gas|basis|crisis|analysis|james|afterwards|towards|whereas|unless|news|"
    "makes|takes|means|needs|works|gets|comes"
)
COMPOUNDS: Final = _set(
    "way|off|fold-out|liner|sided|side|dimensional|factor|tier|tiered|track|handed|piece|seater|"
    "wheeler|pronged|headed|stroke|party|ply|tone|horse|pager|to|on|by|size|time|hit|up|upmanship|"
    "word|d|step|part|line|nines|cornered|course|storey|story"
)
PRONOUN: Final = _set(
    "of|another|thing|way|could|would|can|should|may|might|must|that|who|which|where|is|was|has|had|"
    "day|time|point|hand|side|such|i|we|we'd|i'd|you|they|he|she|person|evening|morning|afternoon|"
    "night|off|big|more|to|on|by|does|did"
)
CHANGED: Final = _set(
    "fell|fall|fallen|falls|falling|dropped|drop|drops|dropping|rose|risen|rises|rise|rising|grew|"
    "grown|grows|growth|climbed|climb|jumped|jump|soared|surged|doubled|shrank|shrunk|shrink|sank|"
    "sunk|slid|slipped|declined|decline|decreased|decrease|increased|increase|improved|improvement|"
    "improve|worsened|went|gone|came|come|moved|shifted|reduced|reduction|reducing|reduce|cut|cuts|"
    "cutting|slashed|lowered|trimmed|shortened|shaved|raised|lifted|boosted|brought|bring|pushed|"
    "took|down|up|dipped|halved|gained|gain|lost|loss|doubling|plummeted|plunged|tumbled|recovered|"
    "settled|stabilised|stabilized|peaked|hit|reached|crossed|passed|topped|beat|exceeded|held|"
    "stayed|stood|ended|closed|finished|landed|netted|sat|accelerated|slowed|eased|crept|ticked|"
    "stopped|vanished"
)
YIELDED: Final = _set(
    "saved|saves|saving|savings|save|freed|recovered|avoided|prevented|spared|earned|earns|earn|"
    "generated|brought|brings|won|win|gained|signed|renewed|renewal|renewals|extended|sold|sales|"
    "revenue|orders|delivered|shipped|launched|adopted|adopt|joined|joining|switched|copied|rolled|"
    "uses|use|using|migrated|completed|certified|promoted|hired|kept|returned|left|quit|churned|"
    "cancelled|canceled|complained|complaints|refunded|refunds|paid|pays|fined|fine|worth|valued|"
    "penalties|penalty|profit|margin|premium|retention|attrition|raised|collected|donated|treated|"
    "served|reached|handled|processed|found|caught|missed|failed|passed|survived|died|injured|hurt|"
    "affected|hit|written|wrote|scored|rated|rating|ranked|voted|approved|accepted|turned|moved|live|"
    "going|merged|closed|cleared|resolved|fixed|retired|came|back|asked|invited|published|credited|"
    "dropped|stopped|met"
)
COMPARING: Final = _set(
    "instead|less|fewer|lower|shorter|cheaper|faster|quicker|sooner|earlier|early|ahead|late|later|"
    "more|higher|better|worse|longer|bigger|extra|over|spare|since|saved|off|down|up|left|back|again|"
    "live|accuracy|adoption|retention|uptime|growth|increase|reduction|improvement|drop|rise|"
    "decrease|jump|gain|lift|saving|savings"
)
CLOSING: Final = _set(
    "now|today|since|afterwards|afterward|eventually|finally|result|results|outcome|end|altogether|"
    "overall|total|still|later|thereafter|ultimately|net|final|already|meanwhile|so far|ended|"
    "finished|impact|effect|thanks"
)
SETTING: Final = _set(
    "company|firm|team|startup|start-up|agency|department|group|school|hospital|charity|had|have|has|"
    "with|ran|run|runs|managed|manage|led|headed|employed|employs|worked|working|work|owned|own|"
    "serves|served|serving|were|are|there|needed|need|needs|wanted|asked|would|could|should|must|"
    "will|if|deadline|due|target|goal|budget|contract|costs|cost|costing|spent|spend|spending|aged|"
    "old|ago|last|past|previous|every|each|between|gave|given|give|least|planned|plan|promised|"
    "supposed|expected|joined|met|meeting|sat|picked|called|rang|spoke|interviewed|read|wrote|walked|"
    "talked|took|let|put|pulled|split|invited|chose|tried|tested|trial|pilot|first|waited|waiting|"
    "later|after"
)
FACTORS: Final = _set(
    "halved|halving|halves|doubled|doubling|doubles|tripled|tripling|triples|trebled|trebling|"
    "quadrupled|quadrupling|quintupled|decimated|twofold|threefold|fourfold|fivefold|tenfold|"
    "hundredfold"
)
NEGATED: Final = _set(
    "not|never|no|none|nobody|nothing|neither|without|zero|nobody's|nothing's|hasn't|haven't|hadn't|"
    "didn't|wasn't|weren't"
)
LACKING: Final = _set(
    "had|has|have|having|with|i|there's|was|is|are|were|took"
)
IDLE: Final = _set(
    "idea|ideas|doubt|doubts|choice|need|matter|way|wonder|means|longer|more|less|such|sense|point|"
    "use|reason|question|sign|clue|interest|time|authority|power|experience|intention|plan|plans|"
    "budget|money|room|chance|guarantee|problem|worries|thanks|better|different|mandate|say|title|"
    "formal|official|real|clear|one's|sooner|other|good|big|excuse|particular|part|access|owner|"
    "process|rollback|test|tests|documentation|notice|warning|luck|secret|fan|expert|genius|hero|"
    "hurry|rush|end|limit|limits|objection|upper|right|rights|appetite|desire|patience|energy|intent|"
    "harm|small|answer|trace|great|easy|obvious|direct|simple|single|data|proof|evidence|knowledge|"
    "background|training"
)
IRREGULAR: Final = _set(
    "heard|bought|sold|got|done|stood|lay|lain|took|taken|gave|given|ran|tore|torn|burnt|burst|bit|"
    "bitten|sank|sunk|wrote|written|struck|threw|thrown|stole|grew|grown|drew|drawn|flew|flown|froze|"
    "frozen|rose|risen|sent|spent|built|kept|held|met|found|cut|shut|split|slept|hung|stuck|woke|"
    "drove|driven|rode|forgot|forgotten|chose|chosen|caught|brought|fought|shook|shaken|wore|worn|"
    "shot|won|bled|fed|bent|blew|blown|drank|drunk|eaten|ate|dealt|sued|swam|swum|drowned"
)
BEFELL: Final = _set(
    "hurt|injured|harmed|killed|died|lost|left|quit|missed|complained|noticed|resigned|failed|"
    "dropped|broke|leaked|crashed|returned|came|come|happened|paid|waited|waits|asked|called|phoned|"
    "rang|logged|late|stranded|affected|fired|laid|went|gone|slipped|stolen|stopped|objected|"
    "disputed|challenged|appealed|rejected|sued|fined|spilled|spilt|burned|fell|fallen|has|have|had|"
    "was|were|is|needs|needed|since|again|goes|outstanding"
)
PHRASES: Final = _set(
    "for the first time|first time in|first time ever|ahead of schedule|ahead of time|ahead of plan|"
    "under budget|over budget|below budget|within budget|on budget|on schedule|behind schedule|"
    "down to zero|down to nothing|down to nil|down to none|to zero|to nil|at zero|an all time low|"
    "an all time high|all time low|all time high|record low|record high|best ever|highest ever|"
    "lowest ever|best in years|on record|the same day|same day|the next day|clean audit|"
    "by an order of magnitude|an order of magnitude|orders of magnitude|cut in half|in half|by half|"
    "within the hour|within the day|within the week|within the month|within the year|inside the hour|"
    "inside the week|inside the month|a clean sweep|to the day|to the minute|to the penny|"
    "to the cent|more than ever|than ever before"
)
KEPT: Final = _set(
    "on time|in full|on the day|on its date|on that date|on the date|to the letter|all of the|"
    "as planned|word for word|the first ever|of their own accord|every one of|every single|"
    "each and every|all of them|all of us|all of those"
)
