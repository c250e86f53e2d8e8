"""The sentences that go with a decision, in both languages."""

from __future__ import annotations

from empathy_widgets.model.language import Text

SAYS_IT = Text(
    en="Your answer says this in its own words.",
    nl="Je antwoord zegt dit in eigen woorden.",
)
DOES_NOT_DO_IT = Text(
    en="Nothing in your answer goes against this.",
    nl="Niets in je antwoord gaat hiertegen in.",
)
DOES_NOT_SAY_IT = Text(
    en="Your answer does not say this yet.",
    nl="Je antwoord zegt dit nog niet.",
)
GOES_AGAINST = Text(
    en="These words go against what is asked here.",
    nl="Deze woorden gaan in tegen wat hier gevraagd wordt.",
)
NOTHING_YET = Text(
    en="There is no answer to judge here yet.",
    nl="Er staat hier nog geen antwoord om te beoordelen.",
)
LOOSE_WORDS = Text(
    en="These are loose key words; a sentence would show what you mean by them.",
    nl="Dit zijn losse trefwoorden; een zin zou laten zien wat je ermee bedoelt.",
)
REPEATED = Text(
    en="This repeats the question or the story; what is your own answer?",
    nl="Dit herhaalt de vraag of het verhaal; wat is je eigen antwoord?",
)
TO_THE_MARKER = Text(
    en="Words to the marker do not count; there is no answer beside them.",
    nl="Woorden aan de beoordelaar tellen niet; ernaast staat geen antwoord.",
)
NOT_SURE = Text(
    en="Your trainer will look at this one: your words allow more than one reading.",
    nl="Je trainer bekijkt deze: je woorden zijn op meer dan één manier te lezen.",
)
