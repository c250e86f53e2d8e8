"""What a view is given beside a step and its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import NotRequired

    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem


class Given(TypedDict):
    """The keywords of `render` and `plain`.

    Attributes:
        lang: the language of the page.
        strings: the words of that language.
        item: what a free-text step is judged on.
        previous: the answer to the step that this one follows.
    """

    lang: Lang
    strings: Mapping[str, str]
    item: NotRequired[RubricItem | None]
    previous: NotRequired[Any]
