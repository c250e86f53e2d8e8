"""How a note on a map is put together: one thought, or several joined."""

from __future__ import annotations

import re

_QUOTE = re.compile(r"\"[^\"]*\"|“[^”]*”|(?<!\w)'[^']{3,}'(?!\w)")
_HARD = re.compile(r"\s*[;/+•\n]\s*|(?<=[a-zà-ü0-9%)Q])[.!?]+\s+(?=\S)|\s[-–—]\s")
_COMMA = re.compile(r",\s+(?!\d)")
_AND = re.compile(r"\s+(?:and|en|&|én|plus|also|ook|as well as)\s+")
_CAUSE = re.compile(
    r"\b(because|so|since|that|who|which|whose|where|when|while|until|if|before|after|though|although|unless|as|to"
    r"|want|omdat|zodat|dat|die|waar|wanneer|terwijl|tot|als|voor|nadat|toen|hoewel|zodra|sinds|om|dus|waardoor)\b"
)
_LINKED = re.compile(
    r"^(because|so|since|that|who|which|where|when|while|until|if|as|but|says|said|want|omdat|zodat|dat|die|waar|terwijl|tot|als|maar|zegt|dus|met|with|toch|hè|hé)\b"
)
_SAYS = re.compile(
    r"^(?:(?:she|he|they|ze|zij|hij)\s+)?(?:says?|tells?|promises?|claims?|zegt|zeggen|vertelt|belooft|beweert)\b"
)
"""A note that tells what somebody says and then does holds one thought: the tension between the two."""


def note_shape(text: str) -> dict[str, float]:
    """Numbers that tell how many observations a note holds.

    >>> note_shape("Knees ache on the hill; Fatou owes her two chickens")["hard joins"]
    0.5
    >>> note_shape('Her sister: "come, eat, sit down"')["commas"]
    0.0
    """
    bare = _QUOTE.sub(" Q ", text.strip().rstrip(".!?…").lower())
    hard = [part for part in _HARD.split(bare) if _solid(part)]
    commas = [part for part in _COMMA.split(bare) if _solid(part)]
    ands = [part for part in _AND.split(bare) if _solid(part)]
    pieces = [
        piece
        for part in _HARD.split(bare)
        for each in _COMMA.split(part)
        for piece in _AND.split(each)
        if len(piece.split()) >= 3 and not _LINKED.match(piece.strip())
    ]
    words = len(bare.split())
    joins = len(hard) + len(commas) + len(ands) - 3
    return {
        "hard joins": min(3, max(0, len(hard) - 1)) / 2,
        "any hard join": float(len(hard) > 1),
        "commas": min(3, max(0, len(commas) - 1)) / 2,
        "any comma": float(len(commas) > 1),
        "ands": min(3, max(0, len(ands) - 1)) / 2,
        "any and": float(len(ands) > 1),
        "pieces": min(4, len(pieces)) / 2,
        "one piece": float(len(pieces) <= 1),
        "many pieces": float(len(pieces) >= 3),
        "no join": float(len(hard) <= 1 and len(commas) <= 1 and len(ands) <= 1),
        "causes": min(3, len(_CAUSE.findall(bare))) / 2,
        "quotes": float(" q " in f" {bare} "),
        "few words": float(words <= 3),
        "some words": float(4 <= words <= 8),
        "many words": float(words >= 14),
        "says, then does": float(bool(_SAYS.match(bare)) and words >= 6 and joins <= 2),
        "joined quote": float("q" in bare.split() and len(pieces) >= 2),
    }


def _solid(part: str) -> bool:
    return sum(each.isalnum() for each in part) >= 2
