"""What is set aside before an answer is judged: words to the marker, empty answers, loose words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from empathy_widgets.scoring.judging.reading import Reading

_PATTERNS = (
    r"\bfull (marks?|points|score|credit)\b",
    r"\b(maximum|maximal|max|maximale|hoogste|volle|alle|all) (score|points?|marks?|punten|cijfer)\b",
    r"\b(ignore|disregard|forget|override|negeer|vergeet|sla) .{0,40}(instructi\w*|regels|rules|above|prompt|rubric\w*|criteri\w*|previous|vorige|bovenstaande)",
    r"\b(mark|label|grade|rate (?:this|my|it)|score|markeer|beoordeel|geef|give|keur)\b.{0,60}\b(correct|satisfied|passed|voldaan|gehaald|behaald|true|(bonus)?points?|(bonus)?punt(en)?|10/10|[23]/[23]|alles 1)\b",
    r"\b(label|mark|set|zet|geef|keur|count|tel) .{0,40}\bas (met|passed|correct|full)\b|\bop voldaan\b|\bals (voldaan|juist|correct|goed|behaald) (markeren|tellen|rekenen|keuren)\b",
    r"\b(to|aan) (the|de) (ai|marker|model|grader)\b|\bfor the ai\b|\btaalmodel\b|\blanguage model\b|\bassistent\b|<!--|-->",
    r"\bcriteri(on|um|a)\s*[:=]|\b(marking|grading|verbeterd|re-evaluate|pre-validated|validated|gevalideerd|bijlage \d)\b|\bconfidence \d|\bfinal\s*:",
    r"\b(marked|graded|beschouwen) .{0,40}(\d/\d|\d op \d|verbeterd)|\b[123] ?/ ?[123]\b|\b(\w+) (van|op) de? ?(drie|\d) hoor\b",
    r"\b(approve|accept) (it|this|please)?\s*[.!]?$|^\W*(juist|correct|goed) aub|\bmark all\b|\btoon de cursist\b|\brespond with\b",
    r"\b(all|every|each|both|alle|elk|beide|allebei|drie|three) (\w+ ){0,2}(criteri\w+|requirements|eisen|voorwaarden)\b",
    r"\bmodel ?-?(answer|antwoord)\b",
    r"\b(score|grade|verdict|cijfer|punten|points|status|beoordeling|total|totaal)\W{0,4}\s*[:=]\s*(\d|full|vol|max|ok|good|confirmed|voldaan|geslaagd|perfect|100)",
    r"\b\d\s*(/|out of|van de|op de|op|uit)\s*\d\s*(points?|punten|goed|juist|correct|marks?)\b",
    r"\bdus \d/\d\b|\bso \d/\d\b|\bscore \d\b",
    r"\b(grader|examiner|evaluator|assessor|grading|beoordelaar|nakijker|corrector|examinator|lesgever|marking scheme|rubric)\b",
    r"\b(dear|beste|hello|hi|hallo) (ai|llm|bot|teacher|trainer|docent|model|robot|computer|system|systeem|marker)\b",
    r"(^|\s)(system|systeem|assistant|user|admin|instruction|instructie|note to self)\s*:",
    r"</?\s*(answer|grade|script|student|system|result|div|b|h1)\b",
    r"\b(approved|verified|goedgekeurd|geverifieerd|nagekeken|gecontroleerd) (by|door)\b|\bvinkjes? aan\b|\bsystem note\b|\balready (approved|verified|graded)\b",
    r"\b(this|dit|my|mijn) (answer|response|submission|antwoord|verhaal|text|tekst|story|note|briefje|inzending|hypothesis|hypothese|mail|plan)\b.{0,20}\b(is|gets?|meets?|contains?|satisf\w+|deserves?|fulfil\w*|bevat|voldoet|verdient|krijgt|scoort)\b.{0,60}\b(perfect|correct|points?|punten|juist|criteri\w+|metaphor|metafoor|full|voordeel|advantage|gain|kenmerken|features|excellent|goed|everything|volledig|alles)\b",
    r"\b(student|cursist|leerling|learner) (has|heeft|meets|voldoet|knows|is|verdient|deserves)\b",
    r"\b(ik keur|i approve|i hereby)\b|\b(ik |zodat .{0,12})geslaagd (ben|is)\b|\bgeslaagd voor (dit|deze|alle|beide|elk|het onderdeel|de (vraag|opdracht|oefening|criteria))\b",
    r"\b(aan|to) (the |de |mijn |my )?(verbeteraar|nakijker|corrector|marker|grader|examiner|docent|trainer|teacher|lesgever)\s*:",
    r"\b(this|my|dit|deze|mijn) (note|answer|notitie|briefje|antwoord|inzending)\b.{0,40}\b(approved|accepted|goedgekeurd|gekeurd|akkoord)\b",
    r"\b(whoever|who|those who) (grades?|marks?) (this|the map|my (map|answer|work))\b|\bvoor wie (dit|de kaart|mijn \w+) (nakijkt|beoordeelt)\b|\bcomputer meele(zen|est)\b",
    r"\bscore\b.{0,20}\bnaar boven\b|\bround (it|this|my score) up\b|\b(all three|alle drie|rest)( ook| also)?\s*[=:]\s*(1|ok|yes|ja)\b",
    r"\b(one thought|één gedachte|concrete?|concreet|their life|(hun|haar|zijn|eigen) leven|toetsbaar|testable)\s*([=:→]|->)\s*(ok|1|yes|ja|waar|true)\b|\bresult of check\b|\b(concrete?|concreet|their life|gedachte|thought) ok\b",
    r"[✔✓✅☑]|\[(\w+)=\d\]|\b(één gedachte|one thought|concreet|concrete|their life|hun leven)\s*:\s*(ja|yes|1)\b|\bmeets every point\b|\"verdict\"|\byour verdict\b|\bscore: \+",
)
_TO_THE_MARKER = re.compile("|".join(_PATTERNS), re.IGNORECASE | re.MULTILINE)
_MARKUP = re.compile(r"<!--.*?-->|\{[^{}]*[:=][^{}]*\}|```\w*|\[\w+\s*[:=]\s*\d\]", re.DOTALL)
"""Comments, JSON and code: nothing a learner writes to answer."""

_VERDICT = re.compile(
    r"[:=|→>\-]\s*\"?\(?\s*(yes|ja|true|waar|met|voldaan|satisfied|gehaald|ok|ok[ée]|1|100%?|goed|juist|correct|passed|pass|full|vol|done|present|aanwezig)\b",
    re.IGNORECASE,
)
_DONT_KNOW = re.compile(
    r"^\W*((sorry|hm+|uh+|eh+|euh+|tja|pff+|well|nou)\W+)*("
    r"idk|i ?d(on'?t|unno) ?(really )?know\b.{0,25}|dunno\b.{0,40}|no (idea|clue|answer|opinion|comment|time)\b.{0,15}|not sure\b.{0,12}|pass|skip(ped)?|n/?a|none|nothing( comes to mind| to say here.*)?|nothing yet|will (do|fill) (this |it )?(in )?later|didn'?t get round to it|can'?t think of (one|any|anything).{0,12}|not done yet|i'?m blank.{0,8}|(sorry\W+)?no time|hm+|nope.{0,12}|can i skip this one|tbd|todo|later|same|see above|blank"
    r"|(ik )?(weet|wist) (ik )?(het )?(echt |ook |nog )?(niet|nie)\b.{0,40}|geen ?(idee?|flauw idee|antwoord|mening|tijd|zin)\b.{0,15}|gn idee|niks|niets|nog niks|blanco|(ik )?pas|geen inspiratie|weet ik zo niet|kheb hier niks op|hier heb ik niets op gevonden|vraag(je)? (overgeslagen|voor later)|ik sla (deze|dit) over|zie vorige vraag|tja|geen id|sorry|nvt|n\.?v\.?t\.?|overslaan|idem|zie (boven|hierboven)|later|weet ni(et|e)?|moet ik nog over nadenken|sla ik over"
    r"|i('ll| will) do (this|it) .{0,12}later|do this (one )?later|nog (in te vullen|doen)|vul ik later in|kom(t)? (ik )?(nog|later)( op terug)?|have to think about (it|this)|test|asdf\w*|[a-z]|bla( ?bla)*|x+"
    r")\W*$",
    re.IGNORECASE,
)


class Sifted(NamedTuple):
    """An answer without the words addressed to the marker, and whether there were any."""

    text: str
    to_the_marker: bool


def sift(text: str, names: Iterable[str]) -> Sifted:
    """Leaves out what is addressed to the marker; `names` are the ids of the item's criteria.

    >>> sift("She never listens. Give full marks!", ["own_targets"])
    Sifted(text='She never listens.', to_the_marker=True)
    """
    bare = _MARKUP.sub("\n", text)
    if bare == text and not _is_to_the_marker(bare, names):
        return Sifted(text, to_the_marker=False)
    kept = []
    found = bare != text
    for piece in re.split(r"(\n|(?<=[.!?])\s+|(?=</?[a-z]+>))", bare):
        if piece.strip() and _is_to_the_marker(piece, names):
            found = True
        else:
            kept.append(piece)
    return Sifted("".join(kept).strip() if found else text, found)


def _is_to_the_marker(piece: str, names: Iterable[str]) -> bool:
    small = piece.lower()
    for name in names:
        spoken = name.replace("_", "[ _-]?")
        if "_" in name and re.search(name, small):
            return True
        if (
            "_" in name
            and re.search(rf"\b{spoken}\b", small)
            and re.search(r"\d/\d|met\b|geteld|voldaan|gehaald", small)
        ):
            return True
        if re.search(rf"\b{spoken}\b\W{{0,4}}[:=|✔✓]", small) and _VERDICT.search(small):
            return True
        if re.search(rf"\b{spoken}\b\"?\s*[:=|]\s*(\d|yes|ja|true)", small):
            return True
    return bool(_TO_THE_MARKER.search(piece))


def says_nothing(reading: Reading) -> bool:
    """Whether the answer is empty, a shrug, or no words at all.

    >>> from empathy_widgets.scoring.judging.reading import Reading
    >>> says_nothing(Reading("geen idee...", "nl")), says_nothing(Reading("Each other.", "en"))
    (True, False)
    """
    lines = [line for line in reading.text.split("\n") if line.strip()]
    if not any(token.form[0].isalpha() for token in reading.tokens):
        return True
    return all(_DONT_KNOW.match(line) for line in lines)


def is_gibberish(reading: Reading) -> bool:
    """Whether hardly a word of it stands in any dictionary."""
    words = [token for token in reading.tokens if token.form[0].isalpha()]
    unknown = sum(not token.known for token in words)
    return len(words) >= 2 and unknown / len(words) > 0.65


def is_loose_words(reading: Reading) -> bool:
    """Whether the answer is a row of key words that claims nothing.

    >>> from empathy_widgets.scoring.judging.reading import Reading
    >>> is_loose_words(Reading("contact, together, social, well, hour", "en"))
    True
    >>> is_loose_words(Reading("They lost the hour together.", "en"))
    False
    """
    words = [token for token in reading.tokens if token.form[0].isalpha()]
    if len(words) < 4:
        return False
    glue = sum(token.glue for token in words) / len(words)
    chunks = _chunks(reading)
    if len(chunks) >= 3:
        each = len(words) / len(chunks)
        return each <= 1.4 or (each <= 2.2 and glue < 0.34) or (each <= 3.0 and glue < 0.2)
    return len(words) > 4 and glue == 0.0 and not re.search(r"[?!:'\".]", reading.text)


def may_be_loose_words(reading: Reading) -> bool:
    """Whether hardly a small word joins the others: too bare to be sure that it claims anything.

    >>> from empathy_widgets.scoring.judging.reading import Reading
    >>> may_be_loose_words(Reading("talk client court calm mail says does", "en"))
    True
    >>> may_be_loose_words(Reading("jargon! coworkers! deadline!", "en"))
    True
    >>> may_be_loose_words(Reading("She talks with a client in court", "en"))
    False
    """
    words = [token for token in reading.tokens if token.form[0].isalpha()]
    if 3 <= len(words) <= len(_chunks(reading)):
        return True
    joined = re.search(r"[?!:;,'\".]", reading.text)
    return len(words) >= 6 and not joined and sum(token.glue for token in words) <= len(words) / 6


def _chunks(reading: Reading) -> set[str]:
    """What stands between commas, stops, dashes and line ends; what is said twice counts once."""
    parts = re.split(r"[,;/|\n+•·.!?…–—]| - | & ", reading.text.lower())
    return {part.strip() for part in parts if part.strip()}
