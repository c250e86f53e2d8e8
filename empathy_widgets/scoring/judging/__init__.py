"""Judging free text: each criterion met, not met, or left to the trainer, with the words it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from empathy_widgets.scoring.judging.decision import Decision
    from empathy_widgets.scoring.judging.engine import judge

__all__ = ["Decision", "judge"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - one of the public names, each of its own type
    """Loads the engine when it is first asked for, so that importing `scoring` stays light."""
    if name == "judge":
        from empathy_widgets.scoring.judging.engine import judge

        return judge
    if name == "Decision":
        from empathy_widgets.scoring.judging.decision import Decision

        return Decision
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
