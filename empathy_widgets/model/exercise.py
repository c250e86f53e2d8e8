"""An exercise: what a workbook teaches, asks and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator

from empathy_widgets.errors import UnknownStepError
from empathy_widgets.model.answers import HAND_IN
from empathy_widgets.model.choose import ChooseAnswer, ChooseStep
from empathy_widgets.model.data import DataAnswer, DataStep
from empathy_widgets.model.empathy_map import EmpathyMapAnswer, EmpathyMapStep
from empathy_widgets.model.faults import fault
from empathy_widgets.model.form import FormAnswer, FormStep
from empathy_widgets.model.language import Frozen, Identifier, Text
from empathy_widgets.model.lines import LinesAnswer, LinesStep
from empathy_widgets.model.order import OrderAnswer, OrderStep
from empathy_widgets.model.persona_sheet import PersonaSheetAnswer, PersonaSheetStep
from empathy_widgets.model.sort import SortAnswer, SortStep
from empathy_widgets.model.step import Answer, Release
from empathy_widgets.model.table import TableAnswer, TableStep
from empathy_widgets.model.text import TextAnswer, TextStep

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

AnyStep = (
    ChooseStep
    | SortStep
    | OrderStep
    | TextStep
    | LinesStep
    | FormStep
    | TableStep
    | DataStep
    | EmpathyMapStep
    | PersonaSheetStep
)

ANSWERS: dict[str, type[Answer]] = {
    answer.kind: answer
    for answer in (
        ChooseAnswer,
        SortAnswer,
        OrderAnswer,
        TextAnswer,
        LinesAnswer,
        FormAnswer,
        TableAnswer,
        DataAnswer,
        EmpathyMapAnswer,
        PersonaSheetAnswer,
    )
}
"""For each kind of step the class of its answers."""


STEP = "a step"
"""What a part of the page is called that is no prose; an author's file never says it."""


class Prose(Frozen):
    """A piece of prose on the page: the files `<prose>.en.md` and `<prose>.nl.md`."""

    prose: Identifier
    map: Identifier | None = None
    """A worked map that is shown under it: `maps/<map>.yaml`."""


def _prose_or_step(part: object) -> str:
    """How one entry of a page says what it is: `prose: …` or `kind: …`."""
    if isinstance(part, dict):
        return "prose" if "prose" in part and "kind" not in part else STEP
    return "prose" if isinstance(part, Prose) else STEP


Part = Annotated[
    Annotated[Prose, Tag("prose")]
    | Annotated[Annotated[AnyStep, Field(discriminator="kind")], Tag(STEP)],
    Discriminator(_prose_or_step),
]
"""One thing on the page."""


class Exercise(Frozen):
    """Everything in `exercise.yaml`.

    Attributes:
        format_version: of this file.
        id: the name of the folder.
        number: the place in the course, from 0.
        title: the one heading of the workbook.
        able: what you will be able to do, each beginning with a verb.
        minutes: about how long it takes; for the trainer, and shown in the contents of the course.
        pass_mark: the share of the points (0 to 1) that passes.
        release: when model answers may be opened.
        page: what stands on the page from top to bottom, prose and steps.
    """

    format_version: Literal[1]
    id: Identifier
    number: Annotated[int, Field(ge=0, le=99)]
    title: Text
    summary: Text
    able: Annotated[tuple[Text, ...], Field(min_length=1, max_length=6)]
    minutes: Annotated[int, Field(ge=1, le=600)]
    pass_mark: Annotated[float, Field(ge=0, le=1)] = 0.6
    release: Release = "after_attempt"
    page: Annotated[tuple[Part, ...], Field(min_length=1)]
    trainer: Text | None = None

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        maps: list[str] = []
        before: set[str] = set()
        worked: set[str | None] = {None}
        for number, part in enumerate(self.page):
            if isinstance(part, Prose):
                if part.map and part.map in worked:
                    message = f'the map "{part.map}" stands on this page twice; keep one'
                    raise fault(message, "page", number, "map")
                worked.add(part.map)
                continue
            if part.id in before:
                message = f'two steps are called "{part.id}"; give each its own id'
                raise fault(message, "page", number, "id")
            if part.id == HAND_IN:
                message = f'the step id "{HAND_IN}" is taken; choose another'
                raise fault(message, "page", number, "id")
            before.add(part.id)
            for message, field in _goes_astray(part, maps):
                raise fault(message, "page", number, field)
            if isinstance(part, EmpathyMapStep):
                maps.append(part.id)
        return self

    @property
    def steps(self) -> tuple[AnyStep, ...]:
        """The steps, in the order of the page."""
        return tuple(part for part in self.page if not isinstance(part, Prose))

    @property
    def points(self) -> int:
        """All points that can be earned."""
        return sum(step.points for step in self.steps)

    def step(self, name: str) -> AnyStep:
        """The step of that name.

        Raises:
            UnknownStepError: when there is none; it names the nearest.
        """
        for step in self.steps:
            if step.id == name:
                return step
        raise UnknownStepError(self.id, name, [step.id for step in self.steps])


def _goes_astray(step: AnyStep, maps: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with the earlier maps that a step names: the fault, and the field it is in."""
    no_map = "which is not an earlier map"
    if isinstance(step, EmpathyMapStep) and step.follows and step.follows not in maps:
        yield f'step "{step.id}" follows "{step.follows}", {no_map}', "follows"
    if isinstance(step, PersonaSheetStep) and step.from_map not in {None, *maps}:
        yield f'step "{step.id}" takes notes from "{step.from_map}", {no_map}', "from_map"
    for name in step.compare:
        if name not in maps:
            yield f'step "{step.id}" compares "{name}", {no_map}', "compare"
    compared = step.compared
    if compared and (len(set(compared)) != len(compared) or len(compared) not in {2, 3}):
        yield (
            f'step "{step.id}" can compare two or three different maps; name those that matter most',
            "compare",
        )
