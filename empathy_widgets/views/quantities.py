"""Numbers as a reader of one language writes them; the browser shows them in the same way."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from empathy_widgets.model.data import ColumnType
    from empathy_widgets.model.language import Lang

_NO_BREAK = "\N{NO-BREAK SPACE}"
_DECIMALS: dict[str, Literal[1, 2]] = {"number": 2, "money": 2, "percent": 1}
_UNGROUPED = 4
"""A year needs no sign between its thousands; an amount of money does."""


def quantity(number: float, type_: ColumnType, lang: Lang) -> str:
    """A number as it is shown.

    >>> quantity(80.19, "percent", "nl"), quantity(7.5, "number", "en"), quantity(2009, "number", "nl")
    ('80,2%', '7.5', '2009')
    >>> quantity(214600, "money", "en"), quantity(12500, "number", "nl")
    ('€214,600', '12.500')
    """
    digits = _rounded(number, _DECIMALS.get(type_, 2))
    whole, _, decimals = digits.removeprefix("-").partition(".")
    if type_ == "money" or len(whole) > _UNGROUPED:
        whole = f"{int(whole):,}"
    text = f"{whole}.{decimals}" if decimals else whole
    if lang == "nl":
        text = text.translate(str.maketrans(".,", ",."))
    if type_ == "money":
        text = f"€{_NO_BREAK if lang == 'nl' else ''}{text}"
    sign = "-" if float(digits) < 0 else ""
    return f"{sign}{text}{'%' if type_ == 'percent' else ''}"


def _rounded(number: float, decimals: int) -> str:
    """Rounded half up, as browsers do, without zeros at the end."""
    exact = Decimal(number).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
