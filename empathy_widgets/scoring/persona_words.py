"""What the checks of a persona sheet say, and how they tell the first person from the third."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from empathy_widgets.content.strings import strings
from empathy_widgets.model.language import LANGUAGES, Text
from empathy_widgets.model.persona_sheet import THEMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.persona_sheet import Group, Theme

WORD = re.compile(r"[^\W\d_]{2}")
"""Two letters in a row: a dash or a dot is no answer yet."""

FIRST_PERSON = re.compile(
    r"\b(I|I'm|I’m|me|my|mine|myself|we|us|our|ours|ik|mij|mijn|mezelf|mijzelf|m'n|m’n|wij|ons|onze)\b",
    re.IGNORECASE,
)
THIRD_PERSON = re.compile(
    r"[\W_]*(he|she|they|his|her|their|hij|zij|ze|haar|zijn|hun)\b", re.IGNORECASE
)

PERSON = Text(en="Somebody", nl="Iemand")
PERSON_MET = Text(
    en="Your persona has a name and a life in one line.",
    nl="Je persona heeft een naam en een leven in één regel.",
)
NO_NAME = Text(en="Your persona has no name yet.", nl="Je persona heeft nog geen naam.")
NO_NAME_QUESTION = Text(
    en="What do you call this person when you talk about them at the table?",
    nl="Hoe noem je deze persoon als jullie het er aan tafel over hebben?",
)
NO_WHO = Text(
    en="Who this is, in one line, is still open.", nl="Wie dit is, in één regel, staat nog open."
)
NO_WHO_QUESTION = Text(
    en="How would somebody who knows this person introduce them to you?",
    nl="Hoe zou iemand die deze persoon kent, hem of haar aan je voorstellen?",
)

QUOTE = Text(en="In their own words", nl="In eigen woorden")
QUOTE_MET = Text(en="The quote speaks in the first person.", nl="Het citaat spreekt in de ik-vorm.")
NO_QUOTE = Text(en="There is no quote yet.", nl="Er is nog geen citaat.")
QUOTE_ABOUT = Text(
    en="This tells about the person; a quote is spoken by the person.",
    nl="Dit vertelt over de persoon; een citaat komt uit de mond van de persoon.",
)
QUOTE_OPEN = Text(
    en="A program cannot hear who is speaking here. Judge it yourself, or ask your trainer.",
    nl="Een programma hoort niet wie hier spreekt. Oordeel zelf, of vraag het je trainer.",
)
QUOTE_QUESTION = Text(
    en="What did somebody like this literally say to you, that you still remember?",
    nl="Wat zei iemand als deze persoon letterlijk tegen je, wat je bijgebleven is?",
)

THEMES_ASKED = Text(en="The themes", nl="De thema's")
THEMES_MET = Text(
    en="{n} of the {asked} themes that are asked hold something.",
    nl="{n} van de {asked} gevraagde thema's zijn ingevuld.",
)
THEME_EMPTY = Text(en="This theme is still empty.", nl="Dit thema is nog leeg.")
THEME_COPY = Text(
    en="This repeats the question or another theme.", nl="Dit herhaalt de vraag of een ander thema."
)

HUMAN = Text(en="More life than figures", nl="Meer leven dan cijfers")
HUMAN_MET = Text(
    en="Themes from the person's life: {human}. Demographic facts: {figures}.",
    nl="Thema's uit het leven van de persoon: {human}. Demografische feiten: {figures}.",
)
HUMAN_NOT = Text(
    en="Themes from the person's life: {human}. Demographic facts: {figures}. The figures weigh more here.",
    nl="Thema's uit het leven van de persoon: {human}. Demografische feiten: {figures}. De cijfers wegen hier zwaarder.",
)
HUMAN_QUESTION = Text(
    en="Which of these facts would make you do something differently tomorrow, and what do you not know yet about this life?",
    nl="Door welk van deze feiten zou je morgen iets anders doen, en wat weet je nog niet van dit leven?",
)

SOURCES = Text(en="Where it comes from", nl="Waar het vandaan komt")
SOURCES_MET = Text(
    en="Themes that name a source and rest on more than an assumption: {n}.",
    nl="Thema's die een bron noemen en op meer dan een aanname rusten: {n}.",
)
SOURCES_NOT = Text(
    en="Themes that name a source and rest on more than an assumption: {n}; asked: {asked}.",
    nl="Thema's die een bron noemen en op meer dan een aanname rusten: {n}; gevraagd: {asked}.",
)
SOURCES_QUESTION = Text(
    en="Who told you this, or where did you see it? And if nobody did, whom could you ask?",
    nl="Wie vertelde je dit, of waar zag je het? En als dat niemand was, wie zou je het kunnen vragen?",
)

TESTED = Text(en="Tested", nl="Getoetst")
TESTED_MET = Text(
    en="{n} of the 3 groups have answered.", nl="{n} van de 3 groepen hebben geantwoord."
)
TESTED_NOT: Mapping[Group, Text] = {
    "staff": Text(
        en="Nobody of your own staff has answered yet.",
        nl="Nog niemand van de eigen medewerkers heeft geantwoord.",
    ),
    "supplier": Text(
        en="No supplier has answered yet.", nl="Nog geen leverancier heeft geantwoord."
    ),
    "customer": Text(en="No customer has answered yet.", nl="Nog geen klant heeft geantwoord."),
}
TESTED_QUESTION: Mapping[Group, Text] = {
    "staff": Text(
        en="Which colleague speaks with people like this every week?",
        nl="Welke collega spreekt elke week met mensen als deze?",
    ),
    "supplier": Text(
        en="Who delivers to you and meets these people somewhere else?",
        nl="Wie levert aan je en komt deze mensen ergens anders tegen?",
    ),
    "customer": Text(
        en="Which customer dares to say that this is not like them at all?",
        nl="Welke klant durft te zeggen dat dit helemaal niet op hen lijkt?",
    ),
}

VERSIONS = Text(en="Versions", nl="Versies")
VERSIONS_MET = Text(
    en="Versions that say what changed: {n}.", nl="Versies die zeggen wat er veranderde: {n}."
)
VERSIONS_NOT = Text(
    en="Versions that say what changed: {n}; asked: {asked}.",
    nl="Versies die zeggen wat er veranderde: {n}; gevraagd: {asked}.",
)
VERSIONS_QUESTION = Text(
    en="What did the last person you asked make you change, and when?",
    nl="Wat heb je veranderd door de laatste persoon aan wie je het vroeg, en wanneer?",
)


def title_of(theme: Theme) -> Text:
    """The name of a theme in both languages."""
    return _in_both(f"persona.theme.{theme}")


def question_of(theme: Theme) -> Text:
    """The question that a theme answers, in both languages."""
    return _in_both(f"persona.theme.{theme}.prompt")


def prompts() -> list[str]:
    """The questions of all themes in both languages: what stands there before anybody wrote."""
    return [
        strings(lang)[f"persona.theme.{theme}.prompt"] for lang in LANGUAGES for theme in THEMES
    ]


def _in_both(key: str) -> Text:
    return Text(en=strings("en")[key], nl=strings("nl")[key])
