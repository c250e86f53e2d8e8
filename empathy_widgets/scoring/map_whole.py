"""Checks of an empathy map as a whole. Each gives findings whose points add up to its share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from empathy_widgets.model.empathy_map import REGIONS
from empathy_widgets.model.language import Text
from empathy_widgets.scoring.likeness import is_mirror
from empathy_widgets.scoring.results import Finding

if TYPE_CHECKING:
    from empathy_widgets.model.empathy_map import EmpathyMapAnswer, MapRules


@dataclass(frozen=True)
class _Criterion:
    """What is looked at: findings of it differ in what was seen."""

    name: str
    title: Text

    def met(self, points: float, seen: Text, evidence: str = "", part: str = "") -> Finding:
        return Finding(self.name, "met", points, self.title, seen, evidence, part=part)

    def lacks(
        self, points: float, seen: Text, question: Text, evidence: str = "", part: str = ""
    ) -> Finding:
        return Finding(self.name, "not_met", points, self.title, seen, evidence, question, part)

    def open(self, points: float, seen: Text, question: Text) -> Finding:
        return Finding(self.name, "open", points, self.title, seen, question=question)


_PERSON = _Criterion("person", Text(en="One person", nl="Eén persoon"))
_PERSON_MET = Text(
    en="Your map is about one person in one situation.",
    nl="Je kaart gaat over één persoon in één situatie.",
)
_NO_NAME = Text(en="This person has no name yet.", nl="Deze persoon heeft nog geen naam.")
_NO_NAME_QUESTION = Text(
    en="What would you call this person, so that you see somebody and not a group?",
    nl="Hoe noem je deze persoon, zodat je iemand voor je ziet en geen groep?",
)
_NO_SITUATION = Text(en="The situation is still open.", nl="De situatie staat er nog niet bij.")
_NO_SITUATION_QUESTION = Text(
    en="Where is this person at this moment, and what is going on there?",
    nl="Waar is deze persoon op dit moment, en wat is daar aan de hand?",
)

_REGIONS = _Criterion("regions", Text(en="All six questions", nl="Alle zes de vragen"))
_REGIONS_ALL = Text(en="Every region holds what was asked.", nl="In elk vak staat wat gevraagd is.")
_REGIONS_SOME = Text(
    en="Regions that hold what was asked: {n} of 6.",
    nl="Vakken waar staat wat gevraagd is: {n} van de 6.",
)
_REGION_EMPTY = Text(en="There is no note here yet.", nl="Hier ligt nog geen briefje.")
_REGION_LACKS = Text(
    en="Notes here: {n}; asked: {asked}.",
    nl="Briefjes hier: {n}; gevraagd: {asked}.",
)

_MIRRORED = _Criterion("mirrored", Text(en="Pains and gains", nl="Pijnpunten en voordelen"))
_MIRRORED_MET = Text(
    en="Pains and gains each tell something of their own.",
    nl="Pijnpunten en voordelen vertellen elk iets eigens.",
)
_MIRRORED_NOT = Text(
    en="This gain is the pain “{pain}” turned round.",
    nl="Dit voordeel is het pijnpunt ‘{pain}’ omgekeerd.",
)
_MIRRORED_QUESTION = Text(
    en="Suppose that the pain were gone. What would this person do or have then that is not there now?",
    nl="Stel dat het pijnpunt weg is. Wat zou deze persoon dan doen of hebben dat er nu niet is?",
)

_EVIDENCE = _Criterion("evidence", Text(en="How you know it", nl="Hoe je het weet"))
_EVIDENCE_MET = Text(
    en="Notes that rest on more than an assumption: {n}.",
    nl="Briefjes die op meer rusten dan een aanname: {n}.",
)
_EVIDENCE_NOT = Text(
    en="Notes that rest on more than an assumption: {n}; asked: {asked}.",
    nl="Briefjes die op meer rusten dan een aanname: {n}; gevraagd: {asked}.",
)
_EVIDENCE_QUESTION = Text(
    en="What did you see or hear that tells you this?",
    nl="Wat heb je gezien of gehoord waaruit dat blijkt?",
)

_TENSION = _Criterion("tension", Text(en="Tension", nl="Spanning"))
_TENSION_MET = Text(
    en="This note shows that saying and doing differ.",
    nl="Dit briefje laat zien dat zeggen en doen verschillen.",
)
_TENSION_OPEN = Text(
    en="A program cannot see whether two of your notes pull in different directions. Judge it yourself, or ask your trainer.",
    nl="Een programma ziet niet of twee van je briefjes elkaar tegenspreken. Oordeel zelf, of vraag het je trainer.",
)
_TENSION_NOT = Text(
    en="There is too little on the map yet to find a tension in.",
    nl="Er staat nog te weinig op de kaart om spanning in te vinden.",
)
_TENSION_QUESTION = Text(
    en="Where does this person say one thing and do or think another? What could explain it?",
    nl="Waar zegt deze persoon het een, en doet of denkt die het ander? Wat kan dat verklaren?",
)
_SAYS_BUT_DOES = re.compile(
    r"\b(says?|said|saying|tells?|told|zegt|zei|zeggen|vertelt|vertelde)\b.+"
    r"\b(but|yet|while|though|does|still|maar|terwijl|toch|doet|intussen|ondertussen)\b"
    r"|\b(but|yet|maar|toch)\b.+\b(says?|said|zegt|zei)\b",
    re.IGNORECASE | re.DOTALL,
)


def person(answer: EmpathyMapAnswer, share: float) -> list[Finding]:
    """A name and a situation make somebody of a target group."""
    if not answer.name.strip():
        return [_PERSON.lacks(share, _NO_NAME, _NO_NAME_QUESTION)]
    if not answer.situation.strip():
        return [_PERSON.lacks(share, _NO_SITUATION, _NO_SITUATION_QUESTION, answer.name)]
    return [_PERSON.met(share, _PERSON_MET, answer.name)]


def regions(answer: EmpathyMapAnswer, rules: MapRules, share: float) -> list[Finding]:
    """Every region holds the number of notes that the exercise asks."""
    asked = rules.notes_per_region
    lacking = [region for region in REGIONS if len(answer.in_region(region)) < asked]
    filled = len(REGIONS) - len(lacking)
    each = share / len(REGIONS)
    found = [
        _Criterion("regions", _in_both(f"map.region.{region}")).lacks(
            each,
            _lacks(len(answer.in_region(region)), asked),
            _in_both(f"map.region.{region}.prompt"),
            part=region,
        )
        for region in lacking
    ]
    if filled:
        said = _REGIONS_SOME.format(n=filled) if lacking else _REGIONS_ALL
        found.insert(0, _REGIONS.met(each * filled, said))
    return found


def mirrored(answer: EmpathyMapAnswer, share: float) -> list[Finding]:
    """A gain that only turns a pain round tells nothing new."""
    pains, gains = answer.in_region("pains"), answer.in_region("gains")
    if not pains or not gains:
        return []
    twins = [(gain, pain) for gain in gains for pain in pains if is_mirror(gain.text, pain.text)]
    if not twins:
        return [_MIRRORED.met(share, _MIRRORED_MET)]
    each = share / len(twins)
    return [
        _MIRRORED.lacks(
            each, _MIRRORED_NOT.format(pain=pain.text), _MIRRORED_QUESTION, gain.text, gain.id
        )
        for gain, pain in twins
    ]


def evidence(answer: EmpathyMapAnswer, rules: MapRules, share: float) -> list[Finding]:
    """After asking, some notes rest on more than an assumption."""
    asked = rules.not_assumed
    known = sum(note.evidence != "assumed" for note in answer.notes)
    if known >= asked:
        return [_EVIDENCE.met(share, _EVIDENCE_MET.format(n=known))]
    seen = _EVIDENCE_NOT.format(n=known, asked=asked)
    return [_EVIDENCE.lacks(share, seen, _EVIDENCE_QUESTION)]


def tension(answer: EmpathyMapAnswer, share: float) -> list[Finding]:
    """After asking, somewhere saying differs from doing or thinking; only the plain case is decided."""
    for note in answer.notes:
        if _SAYS_BUT_DOES.search(note.text):
            return [_TENSION.met(share, _TENSION_MET, note.text, note.id)]
    if answer.in_region("say_do") and len(answer.notes) > 1:
        return [_TENSION.open(share, _TENSION_OPEN, _TENSION_QUESTION)]
    return [_TENSION.lacks(share, _TENSION_NOT, _TENSION_QUESTION)]


def _lacks(found: int, asked: int) -> Text:
    return _REGION_LACKS.format(n=found, asked=asked) if found else _REGION_EMPTY


def _in_both(key: str) -> Text:
    from empathy_widgets.content.strings import strings

    return Text(en=strings("en")[key], nl=strings("nl")[key])
