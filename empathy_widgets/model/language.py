"""Short texts in both languages of the course, side by side."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Lang = Literal["en", "nl"]
LANGUAGES: tuple[Lang, ...] = ("en", "nl")

_INSIDE = re.compile(r'"([^"]*)"')

Filled = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=50)]


def language(lang: str) -> Lang:
    """The language of that code.

    Raises:
        ValueError: when there is no course in it.

    >>> language("nl")
    'nl'
    """
    if lang not in LANGUAGES:
        message = f'There is no course in "{lang}"; choose "en" or "nl".'
        raise ValueError(message)
    return lang


class Frozen(BaseModel):
    """A value that never changes and takes no fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Text(Frozen):
    """One short text in English and in Dutch; neither may be missing.

    >>> Text(en="hears", nl="hoort")["nl"]
    'hoort'
    """

    en: Filled
    nl: Filled

    def __getitem__(self, lang: Lang) -> str:
        return self.nl if lang == "nl" else self.en

    def quoted(self) -> Text:
        """The same text in the quotation marks of each language; those inside become of the other kind.

        >>> Text(en='"Later," she says', nl='"Straks," zegt ze').quoted()
        Text(en='“‘Later,’ she says”', nl='‘“Straks,” zegt ze’')
        """
        en, nl = _INSIDE.sub(r"‘\1’", self.en), _INSIDE.sub(r"“\1”", self.nl)
        return Text(en=f"“{en}”", nl=f"‘{nl}’")

    def format(self, **values: object) -> Text:
        """The same text with its named placeholders filled in, in both languages.

        >>> Text(en="{n} notes", nl="{n} briefjes").format(n=3)["en"]
        '3 notes'
        """
        return Text(en=self.en.format(**values), nl=self.nl.format(**values))
