# %% [markdown] id=title
# # Gallery · Galerij
#
# Every state of the empathy map and the persona sheet. Choose a language in the next cell and press ▶▶.
#
# Alles wat de empathiekaart en het personablad kunnen laten zien. Kies een taal in de volgende cel en druk op ▶▶.

# %% id=language tags=parameters
lang = "en"  # "en" or "nl"

# %% id=people hidden=1
from empathy_widgets import EmpathyMap, PersonaSheet, compare, overview


def say(en, nl):
    return nl if lang == "nl" else en


question = say(
    "What would water in the village mean to her?",
    "Wat zou water in het dorp voor haar betekenen?",
)
interview = say("interview, 3 May", "gesprek, 3 mei")
visit = say("visit, 3 May", "bezoek, 3 mei")

guesses = [
    ("see", say("A long path, and dust", "Een lang pad, en stof"), {}),
    (
        "think_feel",
        say("Proud that she carries more than her sister", "Trots dat ze meer draagt dan haar zus"),
        {},
    ),
    ("pains", say("Full jars are heavy", "Volle kruiken zijn zwaar"), {}),
    ("gains", say("A shorter walk", "Een kortere weg"), {}),
]

notes = [
    (
        "see",
        say("Twelve women at six, always the same", "Twaalf vrouwen om zes uur, altijd dezelfde"),
        {"evidence": "observed", "source": visit},
    ),
    (
        "see",
        say("New bricks beside the square", "Nieuwe stenen naast het plein"),
        {"evidence": "observed"},
    ),
    (
        "hear",
        say("“They are building, and nobody asked us”", "‘Ze bouwen, en ons is niets gevraagd’"),
        {"evidence": "told", "source": interview},
    ),
    (
        "hear",
        say("Her neighbour's story of yesterday", "Het verhaal van haar buurvrouw van gisteren"),
        {"evidence": "told"},
    ),
    (
        "think_feel",
        say(
            "“The only hour in which nobody needs me”",
            "‘Het enige uur waarin niemand me nodig heeft’",
        ),
        {"evidence": "told", "source": interview, "author": "Anna"},
    ),
    guesses[1],
    (
        "think_feel",
        say(
            "Worries about her eldest, who left for the city",
            "Maakt zich zorgen om haar oudste, die naar de stad ging",
        ),
        {"evidence": "inferred"},
    ),
    (
        "say_do",
        say("“It is far, but we are never alone”", "‘Het is ver, maar we zijn nooit alleen’"),
        {"evidence": "told", "tag": "say"},
    ),
    (
        "say_do",
        say(
            "Takes the long way back, with a full jar",
            "Neemt de lange weg terug, met een volle kruik",
        ),
        {"evidence": "observed", "source": visit, "tag": "do"},
    ),
    (
        "say_do",
        say("Goes quiet when the pump is mentioned", "Wordt stil als het over de pomp gaat"),
        {"evidence": "inferred"},
    ),
    ("pains", say("That others decide for her", "Dat anderen voor haar beslissen"), {}),
    (
        "pains",
        say("Her mother-in-law counts the minutes", "Haar schoonmoeder telt de minuten"),
        {"evidence": "told", "source": interview},
    ),
    (
        "gains",
        say("An hour with the others, every day", "Elke dag een uur met de anderen"),
        {"evidence": "told", "source": interview},
    ),
    (
        "gains",
        say("News before it reaches the square", "Nieuws voor het op het plein is"),
        {"evidence": "inferred"},
    ),
]


def fatima(notes=notes, **more):
    made = EmpathyMap(
        name="Fatima",
        role=say("mother of four", "moeder van vier"),
        situation=say("walks to the spring every morning", "loopt elke ochtend naar de bron"),
        question=question,
        goal=say(
            "Bring water home before the children wake", "Water halen voor de kinderen wakker zijn"
        ),
        lang=lang,
        **more,
    )
    made.write(
        "face", {"hair": "scarf", "hair_colour": "black", "skin": "5", "expression": "smile"}
    )
    made.write("fact.age", {"text": "34"})
    made.write("fact.household", {"text": say("six people", "zes mensen")})
    for region, text, how in notes:
        made.add(region, text, **how)
    return made


# %% [markdown] id=about-empty
# ## The empathy map · De empathiekaart
#
# **Empty.** Every region asks its own question; begin wherever you like.
#
# **Leeg.** Elk vak stelt zijn eigen vraag; begin waar je wilt.

# %% id=empty
EmpathyMap(lang=lang)

# %% [markdown] id=about-partly
# **Partly filled.** Guesses are dashed, so that you see what there is to ask.
#
# **Deels ingevuld.** Aannames zijn gestippeld, zodat je ziet wat er nog te vragen is.

# %% id=partly
guess = fatima(guesses)
guess

# %% [markdown] id=about-full
# **Full.** How you know it stands under every note, in a shape and in words.
#
# **Vol.** Hoe je het weet staat onder elk briefje, met een teken en in woorden.

# %% id=full
whole = fatima()
whole

# %% [markdown] id=about-seven
# **Seven regions.** The same notes round and inside the head; 6 and 7 switch.
#
# **Zeven vakken.** Dezelfde briefjes rond en in het hoofd; met 6 en 7 wissel je.

# %% id=seven
fatima(view="seven")

# %% [markdown] id=about-outline
# **Outline.** Press O: headings and lists, in which you can do everything too.
#
# **Overzicht.** Druk op O: koppen en lijsten, waarin je ook alles kunt doen.

# %% id=outline
fatima()

# %% [markdown] id=about-one-region
# **One region.** Press F: one region in the light, the others wait.
#
# **Eén vak.** Druk op F: één vak in het licht, de andere wachten.

# %% id=one-region
fatima()

# %% [markdown] id=about-presenting
# **Presenting.** Press P, and the right arrow for the next region.
#
# **Presenteren.** Druk op P, en op de pijl naar rechts voor het volgende vak.

# %% id=presenting
fatima()

# %% [markdown] id=about-timer
# **The timer.** Press T: a quiet clock that you can hide.
#
# **De klok.** Druk op T: een stille klok, die je kunt verbergen.

# %% id=timer
fatima(guesses)

# %% [markdown] id=about-themes
# **Themes, needs, insights.** What belongs together, what she needs, and what you did not know before.
#
# **Thema's, behoeften, inzichten.** Wat bij elkaar hoort, wat zij nodig heeft, en wat je eerst niet wist.

# %% id=themes
themed = fatima()
themed.write("t-company", {"text": say("Not being alone", "Niet alleen zijn")}, "1")
themed.write("t-say", {"text": say("Having a say", "Meebeslissen")}, "2")
for note in themed.notes:
    if note.region in ("see", "gains") and note.evidence != "inferred":
        themed.write(note.id, {"theme": "t-company"})
    if note.region in ("hear", "pains") and note.source != "":
        themed.write(note.id, {"theme": "t-say"})
need = say("to be with others without a reason", "samen te zijn zonder reden")
themed.write("need-1", {"text": need}, "1")
insight = say(
    "The walk is not the problem: it is the prize.",
    "De weg is niet het probleem, maar de beloning.",
)
themed.write("insight-1", {"text": insight}, "1")
themed

# %% [markdown] id=about-comments
# **Comments.** A reviewer asks about a note, a region or the whole map; what is settled is ticked.
#
# **Opmerkingen.** Een lezer vraagt iets over een briefje, een vak of de hele kaart; wat klaar is, is afgevinkt.

# %% id=comments
asked = fatima()
told = [note for note in asked.notes if note.author]
which = say("Did she say it like this?", "Zei ze het zo?")
asked.write("c-1", {"text": which, "about": told[0].id, "author": "Piet"}, "1")
who = say("Who else did you talk to?", "Met wie heb je nog meer gesproken?")
asked.write("c-2", {"text": who, "about": "hear", "author": "Piet", "resolved": True}, "2")
asked

# %% [markdown] id=about-diff
# **What asking changed.** A second map begins with the guesses; under it stands what became of them.
#
# **Wat vragen veranderde.** Een tweede kaart begint met de aannames; eronder staat wat ervan werd.

# %% id=diff
dust, proud, heavy, short = guess.notes
heard = guess.revise()
heard.write(dust.id, {"evidence": "observed"})
company = say("An hour with the others", "Een uur met de anderen")
heard.write(short.id, {"text": company, "evidence": "told", "source": interview})
heard.remove(heavy.id)
heard.add("hear", notes[2][1], **notes[2][2])
heard

# %% [markdown] id=about-several
# **Several people.** What they share, and what sets them apart.
#
# **Meer mensen.** Wat ze delen, en wat hen onderscheidt.

# %% id=several
aisha = EmpathyMap(name="Aisha", role=say("Fatima's niece", "nichtje van Fatima"), lang=lang)
aisha.write("face", {"hair": "curly", "hair_colour": "black", "skin": "4", "glasses": "round"})
aisha.add(
    "gains",
    say("Every day an hour with the others", "Een uur met de anderen, elke dag"),
    evidence="told",
)
aisha.add("pains", say("Is late for school", "Komt te laat op school"), evidence="told")
compare(whole, aisha, lang=lang)

# %% [markdown] id=about-side-by-side
# **Side by side.** Press C: the same inside the map, with how each of them is known.
#
# **Naast elkaar.** Druk op C: hetzelfde in de kaart, met hoe je het van elk weet.

# %% id=side-by-side
fatima(others=[aisha])

# %% [markdown] id=about-read-only
# **Read-only.** To show to somebody; only code still changes it.
#
# **Alleen lezen.** Om aan iemand te laten zien; alleen code verandert er nog iets aan.

# %% id=read-only
fatima(read_only=True)

# %% [markdown] id=about-long-text
# **Long and right-to-left text.** A note grows with what is written in it.
#
# **Lange tekst en tekst van rechts naar links.** Een briefje groeit mee met wat erop staat.

# %% id=long-text
far = EmpathyMap(
    name=say(
        "Fatima bint Abdullah, whom everybody at the spring simply calls Auntie",
        "Fatima bint Abdullah, die iedereen bij de bron gewoon tante noemt",
    ),
    role=say("grandmother of eleven and mother of four", "grootmoeder van elf en moeder van vier"),
    question=question,
    lang=lang,
)
long = say(
    "On the way up she tells the others what her eldest wrote from the city, and on the way down "
    "they tell her what they think of it; by the time the jars stand in the yard there is an answer.",
    "Op de heenweg vertelt ze de anderen wat haar oudste uit de stad heeft geschreven, en op de "
    "terugweg vertellen zij wat ze ervan vinden; als de kruiken op het erf staan, is er een antwoord.",
)
far.add("say_do", long, evidence="observed", source=visit)
far.add("hear", "يبنون قرب الساحة ولم يسألنا أحد", evidence="told", source="مقابلة")
far.add("see", "👩🏾‍🌾👩🏿‍🌾👩🏽‍🌾 ×  4", evidence="observed")
far.add("pains", "https://example.org/" + "a-very-long-address-without-a-space/" * 3)
far.add("think_feel", "<b>not bold</b> & “quoted”")
far

# %% [markdown] id=about-sheet-empty
# ## The persona sheet · Het personablad
#
# **Empty.** What is still empty says what you could ask.
#
# **Leeg.** Wat nog leeg is, zegt wat je zou kunnen vragen.

# %% id=sheet-empty
PersonaSheet(lang=lang)

# %% [markdown] id=about-sheet-full
# **Full.** A drawn face, a quote, and for every theme how you know it.
#
# **Vol.** Een getekend gezicht, een citaat, en bij elk thema hoe je het weet.


# %% id=sheet-full
def joost(**more):
    made = PersonaSheet(
        name="Joost",
        who=say("buys cars for 180 colleagues", "koopt auto's voor 180 collega's"),
        group=say("fleet managers", "wagenparkbeheerders"),
        quote=say(
            "Everybody is my customer here, and I hear it first.",
            "Iedereen is hier mijn klant, en ik hoor het als eerste.",
        ),
        lang=lang,
        **more,
    )
    made.write("face", {"hair": "short", "glasses": "square", "beard": "stubble"})
    day = say(
        "Answers colleagues before the first coffee.",
        "Beantwoordt collega's voor de eerste koffie.",
    )
    goals = say("Head of purchasing within two years.", "Binnen twee jaar hoofd inkoop.")
    fears = say("A contract that arrives too late.", "Een contract dat te laat komt.")
    made.fill("day", day, evidence="told", source=say("5 of 7 interviews", "5 van 7 gesprekken"))
    made.fill("goals", goals, evidence="told")
    made.fill("fears", fears, evidence="inferred", source=say("three stories", "drie verhalen"))
    made.fill("dreams", say("A cycling tour with his son.", "Een fietstocht met zijn zoon."))
    ends = {
        "low": say("by the rules", "volgens de regels"),
        "high": say("by the person", "naar de mens"),
    }
    made.write("slider-1", {**ends, "value": 30}, "1")
    for fact, text in (("age", "41"), ("household", say("two sons", "twee zonen"))):
        made.write(f"demographics.{fact}", {"text": text})
    return made


joost()

# %% [markdown] id=about-sheet-from-map
# **From a map.** Notes become themes and keep how they are known; what rests on assumptions only is named.
#
# **Van een kaart.** Briefjes worden thema's en houden hun zekerheid; wat alleen op aannames rust, wordt genoemd.

# %% id=sheet-from-map
taken = PersonaSheet(name="Fatima", lang=lang)
taken.take_notes(guess)
taken

# %% [markdown] id=about-sheet-test
# **The test.** Nine questions to colleagues, suppliers and customers.
#
# **De toets.** Negen vragen aan collega's, leveranciers en klanten.

# %% id=sheet-test
tested = joost()
sure = say("Yes, he sits next to me.", "Ja, hij zit naast me.")
missing = say("That he never drives himself.", "Dat hij zelf nooit rijdt.")
tested.write(
    "review-1", {"reviewer": "Anna", "group": "staff", "know": sure, "missing": missing}, "1"
)
tested.write("review-2", {"reviewer": "Karim", "group": "customer"}, "2")
tested

# %% [markdown] id=about-sheet-history
# **History.** Every version tells what changed, and who made you change it.
#
# **Geschiedenis.** Elke versie vertelt wat er veranderde, en door wie.

# %% id=sheet-history
older = joost()
older.keep_version(say("First interviews", "Eerste gesprekken"), date=say("3 May", "3 mei"))
older.fill(
    "fears",
    say("Saying no to people he likes.", "Nee zeggen tegen mensen die hij mag."),
    evidence="told",
)
older.keep_version(say("Anna asked him.", "Anna vroeg het hem."), date=say("20 May", "20 mei"))
older.write(
    "who", {"text": say("leases cars for 180 colleagues", "least auto's voor 180 collega's")}
)
older

# %% [markdown] id=about-sheet-journey
# **The journey.** What he does, thinks and feels, and what can be better next week.
#
# **De klantreis.** Wat hij doet, denkt en voelt, en wat volgende week al beter kan.

# %% id=sheet-journey
travels = joost()
first = {
    "touchpoint": say("Asks for an offer", "Vraagt een offerte"),
    "does": say("Sends one mail to three suppliers", "Mailt drie leveranciers tegelijk"),
    "thinks": say("Who answers first?", "Wie antwoordt het eerst?"),
    "feels": say("Hurried", "Gehaast"),
    "gap": say("No answer for two days", "Twee dagen geen antwoord"),
    "quick_win": say("A call within the hour", "Bel binnen een uur"),
}
travels.write("journey-1", first, "1")
then = {
    "touchpoint": say("Hands over the keys", "Geeft de sleutels"),
    "does": say("Walks along to the car", "Loopt mee naar de auto"),
    "feels": say("Seen", "Gezien"),
}
travels.write("journey-2", then, "2")
travels

# %% [markdown] id=about-overview
# **Overview.** The personas of one target group side by side.
#
# **Overzicht.** De persona's van één doelgroep naast elkaar.

# %% id=overview
noor = PersonaSheet(
    name="Noor", who=say("drives 40,000 km a year", "rijdt 40.000 km per jaar"), lang=lang
)
noor.write("face", {"hair": "long", "hair_colour": "red", "skin": "2", "expression": "smile"})
noor.fill(
    "day",
    say("Six customers, and lunch in the car.", "Zes klanten, en lunch in de auto."),
    evidence="told",
)
noor.fill(
    "fears",
    say("Standing still on the way to a customer.", "Stilstaan op weg naar een klant."),
    evidence="told",
)
overview(joost(), noor, taken, lang=lang)

# %% [markdown] id=about-sheet-photo
# **With a photo.** A sheet holds three; each is made small, and forgets where it was taken.
#
# **Met een foto.** Op een blad passen er drie; elke foto wordt klein, en vergeet waar hij is gemaakt.

# %% id=sheet-photo
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw

with TemporaryDirectory() as folder:
    file = Path(folder) / "desk.png"
    picture = Image.new("RGB", (600, 600), "#dfe7ea")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 420, 600, 600), fill="#9a5b13")
    draw.rounded_rectangle((180, 210, 420, 400), 16, fill="#2f6f8f")
    draw.rectangle((280, 400, 320, 420), fill="#22262b")
    picture.save(file)
    pictured = joost()
    pictured.add_photo(file, alt=say("The screen on his desk", "Het scherm op zijn bureau"))
pictured
