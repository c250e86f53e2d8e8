"""Numbers as people type them, with a decimal comma or a decimal point."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang

_DRESS = re.compile(r"[\s€$£%']|,-$|,=$")
"""What may stand around and between the digits: spaces, signs of money, a percent sign, an apostrophe."""

_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?|[+-]?\.\d+")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}([.,])\d{3}(\1\d{3})*")
_THOUSANDS_SIGN = {"en": ",", "nl": "."}


def read_number(text: str, lang: Lang = "en") -> float | None:
    """The number that somebody typed, or None when it is none.

    Both a comma and a point are read in both languages; only where either could be meant, as in
    "1.250", does the language decide.

    >>> read_number("€ 1.250,50"), read_number("1,250.50")
    (1250.5, 1250.5)
    >>> read_number("3,5"), read_number("1.250", "nl"), read_number("1.250", "en")
    (3.5, 1250.0, 1.25)
    >>> read_number("about ten")
    """
    digits = _DRESS.sub("", text.strip()).replace("\N{MINUS SIGN}", "-")
    signs = [sign for sign in digits if sign in ".,"]
    if len(set(signs)) > 1:
        digits = digits.replace(signs[0], "")
        signs = [sign for sign in digits if sign in ".,"]
        decimal = len(signs) == 1
    else:
        grouped = _THOUSANDS.fullmatch(digits)
        decimal = not grouped or (len(signs) == 1 and signs[0] != _THOUSANDS_SIGN[lang])
    plain = digits.replace(",", ".") if decimal else re.sub("[.,]", "", digits)
    if not _PLAIN.fullmatch(plain):
        return None
    number = float(plain)
    return number if math.isfinite(number) else None
