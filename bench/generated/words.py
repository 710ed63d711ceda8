"""Word material for invented articles: single words in large pools, so that no two articles share a passage.

Between two slots of a template stands at most one fixed word: a run of three words then always holds two chosen ones.
"""

import re
from random import Random

_SLOT = re.compile(r"\{(\w+)\}")

POOLS = {
    "quality": """common puzzling mild stubborn brief familiar uneven vague rare lasting ordinary tiring hidden
        seasonal unexpected gradual awkward harmless frustrating treatable private sharp dull sudden faint
        steady deep shallow broad narrow local distant fresh stale early late quick slow plain subtle odd quiet
        loud soft hard warm cold dry damp heavy light tight loose rough smooth bright dim long short high low
        thick thin open closed simple complex daily weekly monthly yearly first second third final new old young
        mature minor major partial full shared single double triple mixed pure weak strong gentle harsh regular
        irregular planned casual formal active passive typical unusual visible silent restless calm careful
        careless modest proud useful useless costly cheap safe firm solid""",
    "kind": """retired younger older busy anxious healthy tired cautious curious patient local urban rural
        foreign married single working former active frail tall left-handed confident worried stubborn grateful
        thoughtful quiet lively sleepless hopeful sporty pregnant bilingual nearby senior junior seasonal
        part-time full-time skilled trained insured uninsured widowed new returning chatty practical careful
        honest organized forgetful""",
    "people": """adults runners parents teachers nurses drivers gardeners students cyclists carpenters musicians
        swimmers cooks beginners travelers mothers fathers grandparents farmers painters dancers bakers sailors
        tailors pilots welders cleaners clerks waiters miners hikers rowers skiers golfers singers writers
        printers barbers butchers florists gamers neighbors widows soldiers officers plumbers roofers potters
        librarians engineers hairdressers mechanics electricians bricklayers managers weavers climbers boxers
        jugglers foresters shepherds postmen""",
    "expert": """doctors physiotherapists nurses rheumatologists pharmacists dietitians counselors neurologists
        midwives surgeons psychologists radiologists cardiologists dentists opticians podiatrists trainers
        coaches internists pediatricians geriatricians dermatologists researchers clinicians specialists
        practitioners assistants advisers""",
    "symptom": """pain numbness tingling stiffness tiredness cramps dizziness burning worry swelling headaches
        nausea itching trembling pressure soreness thirst restlessness weakness fever chills sweating hoarseness
        coughing sneezing wheezing bloating heartburn hiccups clumsiness forgetfulness irritability insomnia
        fatigue bruising dryness redness throbbing twitching aching shivering blushing faintness heaviness
        tightness clicking grinding snoring gasping palpitations blurring ringing spasms flushing tenderness
        unease yawning limping stumbling""",
    "body": """back knees hips neck shoulders wrists jaw feet chest calves spine elbows hands stomach eyes skin
        lungs pelvis ribs ankles thighs toes fingers thumbs heels shins scalp ears nose throat tongue gums
        cheeks eyelids forearms abdomen kidneys liver heart muscles tendons joints nerves bones sinuses tonsils
        palms soles nails""",
    "habit": """sitting lifting bending kneeling commuting snacking smoking gaming typing squatting rushing
        fasting dieting overeating overtraining slouching worrying reading scrolling traveling standing hauling
        digging ironing sewing pruning shoveling driving hurrying skipping grinding jogging sprinting juggling
        shopping binging""",
    "care": """walking swimming stretching breathing massage pacing cycling rowing dancing napping journaling
        counseling coaching heat ice rest hydration relaxation meditation gardening singing taping bracing
        exercise rehabilitation training yoga pilates acupuncture hydrotherapy insoles orthotics splints
        cushions pillows routines diaries reminders checklists telehealth mentoring self-monitoring mindfulness
        visualization balancing strengthening""",
    "thing": """stairs bags floors gardens notebooks shoes bicycles chairs children coats buses pillows alarms
        kettles rugs canes letters laundry radios curtains bathtubs mailboxes ladders jars keyboards dogs leaves
        windows doors tables lamps clocks blankets towels buckets hammers ropes benches fences bridges tunnels
        trains ferries markets offices kitchens cellars attics balconies corridors elevators playgrounds
        theaters museums churches libraries beaches forests meadows rivers lakes hills valleys islands villages
        suburbs streets alleys squares parks cafes bakeries garages workshops barns stables orchards vineyards
        greenhouses recipes menus puzzles novels magazines photographs paintings guitars pianos drums violins
        cameras telephones screens batteries cables engines tires boots gloves scarves hats socks sweaters
        umbrellas suitcases wallets keys tickets maps calendars errands chores meetings deadlines holidays
        birthdays weddings exams concerts matches races contests lessons interviews""",
    "aim": """sleep confidence movement appetite mood balance concentration strength comfort stamina
        independence work posture memory breathing hobbies mobility recovery patience routine energy focus
        flexibility grip endurance alertness digestion vision hearing speech humor friendship coordination reach
        stride rhythm warmth privacy""",
    "sees": """notice avoid prefer mention describe remember forget compare discuss record measure trace
        describe ignore accept question suspect expect enjoy dislike tolerate dread welcome seek choose change
        share hide explain study observe plan delay replace repeat resume adapt limit count list weigh judge
        value resist regret admit blame recognize overlook underrate exaggerate connect combine separate
        postpone schedule track report name suggest""",
    "does": """ease soften shorten calm delay lessen interrupt dampen reduce relieve settle curb worsen prolong
        provoke trigger deepen feed mask spread aggravate disturb weaken strengthen stiffen loosen irritate
        burden strain protect support restore steady affect reach touch follow precede accompany resemble
        outlast replace signal limit complicate slow hasten sharpen blunt ruin spoil improve shift alter shape
        tire overload soothe cool""",
    "manner": """slowly rarely quietly often suddenly usually gradually seldom partly mostly clearly silently
        easily briefly steadily oddly mildly again later indoors elsewhere unevenly together alone twice sooner
        outdoors upstairs downstairs abroad eventually carefully gladly calmly patiently openly vaguely firmly
        loosely daily weekly yearly strangely separately regularly reluctantly promptly politely secretly
        thoroughly roughly evenly badly nicely""",
    "opener": """Yet Still Sometimes Often Usually Meanwhile Today Later Elsewhere Overall Typically
        Occasionally Perhaps Clearly Surprisingly Fortunately Sadly Luckily Eventually Gradually Initially
        Generally Naturally Curiously Admittedly Notably Locally Recently Traditionally Nowadays Afterwards
        Rarely Moreover Besides Conversely Similarly Likewise Instead Otherwise Understandably Unsurprisingly
        Strangely Thankfully Frequently Apparently""",
    "linker": "because while although when unless whereas if since until once after before though whenever wherever",
    "may": "may can might could will should would must",
    "before": "before after during around between throughout following past despite without amid near beyond until",
    "moment": """breakfast lunch dinner work school winter summer spring autumn noon midnight dawn dusk sunset
        training travel exams holidays weekends mornings evenings afternoons meals naps showers chores meetings
        shifts surgery pregnancy retirement childhood adolescence storms heatwaves rehearsals matches flights
        commutes deadlines celebrations arguments visits appointments vaccination recovery harvest carnival
        supper bedtime rush-hour""",
    "study": """survey trial review cohort registry pilot comparison audit panel experiment analysis screening
        census questionnaire study follow-up crossover replication overview series""",
    "size": """small large careful recent long modest mixed local broad lengthy repeated joint national regional
        blinded randomized controlled prospective retrospective multicenter preliminary further later Danish
        Welsh Chilean Nordic Canadian Kenyan Polish Swiss Dutch Korean Tunisian Mexican Latvian Greek Nepalese
        Finnish Maltese Bolivian""",
    "found": "described noticed recorded observed measured documented saw traced noted mapped compared linked counted",
    "count": " ".join(str(number) for number in range(18, 979, 7)),
    "percent": " ".join(str(number) for number in range(6, 68)),
    # Conditions are compounds that no textbook knows: a region, a tissue and a complaint.
    "region": "lumbo cervico costo sacro thoraco femoro brachio cranio ilio scapulo tibio vertebro pelvo dorso",
    "tissue": "myal fascial neural tendinal articular vascular dermal chondral ligamental synovial osteal bursal",
    "trouble": "strain irritation stiffness syndrome ache weakness spasm sensitivity fatigue pressure tremor overload",
}
_SYLLABLES = ("bar", "dén", "fol", "gar", "hul", "jør", "kem", "lin", "mor", "nes", "pel", "rüd", "sal", "tov", "wex")
_WORDS = {name: tuple(words.split()) for name, words in POOLS.items()}

PLAIN = """
{kind} {people} {manner} {sees} {quality} {thing} {before} {moment}
{opener}, {quality} {symptom} {may} {does} {aim} {linker} {people} {sees} {thing}
{people} {may} {manner} {sees} {thing} {linker} {quality} {symptom} {does} {aim}
{quality} {thing} {may} seem {quality} {linker} {kind} {people} {sees} {body}
{habit} {before} {moment} {may} {does} {quality} {body}
{condition} {may} {does} {body} {before} {quality} {moment}
{opener}, {kind} {people} with {condition} {sees} {habit} {manner}
{quality} {body} and {quality} {symptom} {may} {manner} {does} {aim}
{expert} {manner} {sees} {quality} {symptom} {before} {moment}
{people} living with {condition} {sees} {thing} {linker} {expert} {sees} {aim}
{opener}, {expert} and {kind} {people} {sees} {condition} {manner}
{quality} {thing}, {quality} {thing} and {aim} {may} {manner} change {before} {moment}
{condition} {manner} looks {quality} {linker} {habit} {may} {does} {body}
{linker} {moment} {may} feel {quality}, {people} {sees} {quality} {symptom}
{thing} {may} {manner} {does} {kind} {people} {before} {moment}
""".strip().splitlines()
"""Sentences that need no source: they say nothing that a reader would act on."""

SOURCED = """
{opener}, one {size} {study} {found} {symptom} among {kind} {people}
{care} {may} {manner} {does} {quality} {symptom} {before} {moment}
one {size} {study} {found} {condition} in {count} {kind} {people}
{opener}, {care} with {quality} {care} {may} {does} {condition}
{percent} percent of {kind} {people} had {quality} {symptom} {before} {moment}
{kind} {people} kept {aim} {manner} {linker} {care} {may} {does} {symptom}
{expert} {may} {sees} {quality} {care} {linker} {symptom} {does} {aim}
{count} {kind} {people} {found} less {symptom} {before} {moment} with {care}
{habit} {may} {does} {condition}, {size} {expert} {found}
{size} {expert} {found} {quality} {aim} in {percent} percent of {people}
""".strip().splitlines()
"""Sentences that belong in a paragraph with a citation."""

HEADINGS = """
{condition} and {aim}
when {habit} {may} {does} {quality} {body}
what {kind} {people} {sees} {before} {moment}
{quality} {care}, step by step
{symptom} in {quality} {body}
how {expert} {sees} {condition}
living with {quality} {symptom} {before} {moment}
{habit} and {quality} {symptom}
{thing}, {aim} and {symptom}
why {condition} {may} stay {quality}
{care} for {kind} {people}
""".strip().splitlines()

TITLES = """
{condition}: what {kind} {people} should know about {symptom}
{symptom} {before} {moment}: {condition} and {aim}
{care} and {condition}: a guide for {kind} {people}
{condition} in {kind} {people}: from {habit} to {aim}
{quality} {condition}: how {expert} see it
""".strip().splitlines()

STUDIES = """
{care} for {condition} in {kind} {people}: a {size} {study}
{condition} among {kind} {people} {before} {moment}: a {study}
effects of {habit} on {symptom} and {aim}: a {size} {study}
{care} or {care} for {quality} {symptom} {before} {moment}
{aim} and {condition}: a {study} of {count} {people}
""".strip().splitlines()
"""Titles of works that do not exist."""


def word(random: Random, pool: str) -> str:
    """A word of a pool."""
    if pool == "condition":
        return f"{word(random, 'region')}{word(random, 'tissue')} {word(random, 'trouble')}"
    return random.choice(_WORDS[pool])


def line(random: Random, templates: list[str]) -> str:
    """One of the templates, its slots filled, with a capital at the start."""
    text = _SLOT.sub(lambda slot: word(random, slot[1]), random.choice(templates))
    return text[0].upper() + text[1:]


def sentences(random: Random, templates: list[str], words: int) -> str:
    """Sentences of about so many words in all, at least one."""
    said = [line(random, templates) + "."]
    while sum(sentence.count(" ") + 1 for sentence in said) < words:
        said.append(line(random, templates) + ".")
    return " ".join(said)


def person(random: Random) -> str:
    """A family name made of two syllables, and an initial or two."""
    first, second = random.sample(_SYLLABLES, 2)
    return f"{first.title()}{second} {''.join(random.sample('ABCDEGHJKLMNPRST', random.randint(1, 2)))}"
