"""The shape of an answer, whatever its subject: how it is built, whom it speaks of, what it repeats."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from empathy_widgets.scoring.judging.questions import questions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from empathy_widgets.scoring.judging.reading import Reading, Token

_SITUATION = re.compile(
    r"\b(when(ever)?|if|every (time|day|morning)|each|after|before|once|as soon as|while|als|wanneer|zodra|telkens|elke|iedere|terwijl|na|voor(dat)?)\b"
)
_WISH = re.compile(
    r"\b(i('d| would)? (really |just |only )?(want|wish|like|love|need|long|hope|prefer)|i wan(na|t)|let me"
    r"|wil ik|ik wil|ik zou|zou ik|ik wou|wou ik|ik hoop|hoop ik|verlang ik|ik verlang|ik wens|wens ik|heb ik .{0,12}nodig)\b"
)
_OUTCOME = re.compile(
    r"\b(so that|so i|so we|so (he|she|my|it|the)|in order to|so as to|because then|then i can|zodat|opdat|om (te|zo|mijn|mij|me|even)|dan kan ik|dan (ben|heb|voel) ik|zo kan ik|want dan)\b"
)
_OTHER_SPEAKER = re.compile(
    r"\bas (an?|the) (ngo|organi[sz]ation|charity|non-?profit|donor|man|husband)\b|\bals (de |een )?(ngo|organisatie|stichting|non-?profit|donateur|man|echtgenoot)\b|\b(they|she|the women|ze|zij|de vrouwen) (want|wants|wil|willen)\b|\b(wil|willen) (ze|zij|de vrouwen)\b|\bwhen you\b|\byou want\b|\bwil je\b"
)
_OURS = re.compile(r"\b(our|ours|us|we|onze|ons|wij|we)\b")
_SAID = re.compile(r"\"[^\"]{3,}\"|'[^']{6,}'(?!\w)|: [\"'a-zà-ü]")
_CLOCK = re.compile(r"\b\d{1,2}([:.u]\d{2}|u|h| ?(am|pm|uur|o'clock))\b")
_ORDER = re.compile(
    r"^\W*(you (should|must|need to|have to)|try|stop|buy|use|take|make sure|don't|please|koop|gebruik|neem|stop|probeer|zorg|je moet|u moet|moet|should|must|needs? to|ga|laat)\b"
)
_DISTANCED = re.compile(
    r"\b(not true|isn't true|myth|nonsense|rubbish|disagree|no (point|use|sense|need)|see (no|the) (point|use)|don't (believe|think|see)|(would|will|won't) not|wouldn't|won't"
    r"|neither|nor|some (people )?say|others (say|would)|people say|would be too easy|that isn't the case|refuse|can't say|not the (reason|problem|case)|i assume nothing|none of (our|my|that)"
    r"|klopt niet|fabeltje|sprookje|onzin|niet mee eens|geen (zin|nut)|(het|er) nut niet|geloof (ik )?niet|niet geloven|zou(den)? (ik )?(het |dat |er )?niet|evenmin|geen van beide|ook niet|sommigen zeggen|anderen (zeggen|zouden)|weiger|kun(t)? niet zeggen"
    r"|niet zo dat|niet de (reden|oorzaak)|het probleem niet|ligt (het )?niet|ligt niet|doet er niet toe|doen (we|wij).{0,12}niet|niets van dat alles|zeg me niet|hoeft niet|hoeven niet)\b"
)
_CLASSROOM = re.compile(
    r"\b(this (course|exercise|question|page|site|website|answer|box|module|exam|widget|thing (on|working))|the (course|exam|slides|deadline|teacher|link|exercise|wi-?fi|projector|beamer)|teacher|homework|certificate|log ?in|laptop|my (phone|screen|teacher|boss|brother|neighbour|dad|uncle|own|map|group|photo)"
    r"|hand (this|it) in|upload|password|absent|classmates?|group ?work|who (took|has) my|is this (the|thing|working|saved)|save (this|it)\b|next (slide|exercise|question)|coffee break|timer|beamer|projector|flip ?chart|whiteboard marker|the (sound|video|microphone|window|printer)|print this|on a3|group \d|this map|the example|the author|open the window|slow internet|subgroup|breakout|(the|that) button|add a (photo|note)|can (we|i) (use|add|do|skip|change) (this|it|photos?|more|another|the)|text only|only text|do we (need|have) to (fill|do|write)"
    r"|deze (cursus|oefening|vraag|pagina|site|module|opdracht|les)|de (cursus|slides|docent|oefening|opdracht|les|wifi|beamer)|docent|juf|meester|mevrouw|meneer|examen|certificaat|inloggen|indienen|inleveren|uploaden|wachtwoord|(mijn|mn|m'n) (gsm|scherm|laptop|docent|baas|broer|buur\w*|vader|nonkel|eigen|balpen|pen|groepje|foto|kaart)|lesgever|les van|verslepen|drag|(de|the) (briefjes|notes)|klas|klasgenoot|groepje|afwezig|werkt dit|flip-?over|groep \d|deze kaart|het (geluid|filmpje|voorbeeld|raam)|de (video|stift|printer|timer)|op a3|traag internet|uitwerking|tafel \d|subgroep|kom niet aan een|nog (een )?kwartier|(de|die) knop|foto toevoegen|kunnen we hier|mag (dit|het) ook|moeten we (er|ze|alle|dit)|wordt dit (opgeslagen|bewaard)|opslaan|wie heeft mijn|hoe ?lang duurt (dit|het|de les) nog|hoe laat|what time|pauze|break|haha|lol)\b"
)
_BULLET = re.compile(r"(^|\n)\s*([-*•]|\d+[.)])\s")


def shape(reading: Reading, *, parts: int) -> dict[str, float]:
    """Numbers between 0 and about 2 that tell how an answer is built."""
    tokens = reading.tokens
    count = max(1, len(tokens))
    text = reading.text
    small = text.lower()
    chunks = {part.strip() for part in re.split(r"[,;/|\n+•.]| - ", small) if part.strip()}
    found = {
        "length": min(len(tokens), 80) / 40,
        "brief": float(len(tokens) < 8),
        "tiny": float(len(tokens) < 3),
        "glue": sum(token.glue for token in tokens) / count,
        "denied": sum(token.negated for token in tokens) / count,
        "unknown": sum(not token.known for token in tokens) / count,
        "numbers": min(3, sum(token.form[0].isdigit() for token in tokens)) / 2,
        "sentences": min(6, len(reading.sentences)) / 3,
        "commas": min(6, small.count(",")) / 3,
        "bullets": min(3, len(_BULLET.findall(text))) / 2,
        "loose": float(len(chunks) >= 3 and len(tokens) / len(chunks) < 2),
        "names": min(3, len(_names(reading))) / 2,
        "clock": float(bool(_CLOCK.search(small))),
        "said": float(bool(_SAID.search(text))),
        "shouted": float(bool(re.search(r"\b[A-Z]{4,}\b", text))),
        "ours": min(4, len(_OURS.findall(small))) / 2,
        "order": float(bool(_ORDER.search(small))),
        "distanced": min(3, len(_DISTANCED.findall(small))) / 2,
        "classroom": min(2, len(_CLASSROOM.findall(small))) / 2,
        "exclaims": min(3, small.count("!")) / 2,
    }
    found.update(_asked(reading, parts))
    return found


def _names(reading: Reading) -> list[str]:
    """Words with a capital that no sentence begins with."""
    names = []
    for sentence in reading.sentences:
        for token in sentence.tokens[1:]:
            form = reading.text[token.start : token.end]
            if (
                form[0].isupper()
                and form not in {"I", "I'm", "I'd", "I've", "I'll"}
                and not form.isupper()
            ):
                names.append(form)
    return names


def _asked(reading: Reading, parts: int) -> dict[str, float]:
    found = questions(reading, every_line=parts > 1)
    return {
        "questions": min(3, len(found)) / 2,
        "marks": min(3, reading.text.count("?")) / 2,
        "open": min(3, sum(each.open for each in found)) / 2,
        "two_open": float(sum(each.open for each in found) >= 2),
        "closed": min(3, sum(not each.open for each in found)) / 2,
        "leading": min(2, sum(each.leading for each in found)) / 1,
        "plan": min(3, sum(each.about_plan for each in found)) / 2,
        "double": min(2, sum(each.double for each in found)) / 2,
        "open_not_plan": min(3, sum(each.open and not each.about_plan for each in found)) / 2,
    }


def story_parts(reading: Reading) -> tuple[dict[str, float], Mapping[str, Sequence[Token]]]:
    """How far an answer is a job story, and the words of its wish and of its outcome.

    >>> from empathy_widgets.scoring.judging.reading import Reading
    >>> told, parts = story_parts(Reading("When I fetch water I want company so that I can talk.", "en"))
    >>> told["job_story"], [token.form for token in parts["wish"]]
    (1.0, ['company'])
    """
    small = reading.text.lower()
    wish = _WISH.search(small)
    outcome = _OUTCOME.search(small, wish.end() if wish else 0)
    situation = _SITUATION.search(small)
    found = {
        "situation": float(situation is not None),
        "wish": float(wish is not None),
        "outcome": float(outcome is not None),
        "other_speaker": float(bool(_OTHER_SPEAKER.search(small))),
        "job_story": float(bool(situation and wish and outcome)),
    }
    if wish is None:
        return found, {"wish": (), "outcome": ()}
    end = outcome.start() if outcome else len(small)
    return found, {
        "wish": tuple(token for token in reading.tokens if wish.end() <= token.start < end),
        "outcome": tuple(
            token for token in reading.tokens if outcome and token.start >= outcome.end()
        ),
    }


def repeated(reading: Reading, source: Reading) -> float:
    """Which share of the meaning words of an answer, in their order, stands in `source` as well."""
    words = [token.lemma for token in reading.content]
    if not words:
        return 0.0
    pairs = set(_neighbours([token.lemma for token in source.content]))
    known = {token.lemma for token in source.content}
    single = sum(word in known for word in words) / len(words)
    if len(words) == 1:
        return single
    double = sum(pair in pairs for pair in _neighbours(words)) / (len(words) - 1)
    return (single + double) / 2


def _neighbours(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    return pairwise(words)
