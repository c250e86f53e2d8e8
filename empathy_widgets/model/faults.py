"""Faults between the fields of a file: what is wrong, and where to mend it."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

KIND = "between_fields"


def fault(message: str, *place: int | str) -> PydanticCustomError:
    """An error to raise in a validator that looks at several fields.

    Args:
        message: what is wrong and what to do, in the words of an author.
        place: where to mend it, from the object that is validated.
    """
    return PydanticCustomError(KIND, "{message}", {"message": message, "place": place})
