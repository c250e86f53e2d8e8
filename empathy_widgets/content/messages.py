"""What pydantic found wrong in a file, said in the words of the author of that file."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from empathy_widgets.model import faults
from empathy_widgets.model.exercise import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

_KEY = "[key]"
"""What pydantic adds to a place when it is the name itself that is wrong there."""

_LANGUAGES = {"en": "English", "nl": "Dutch"}

_SENTENCES: Mapping[str, str] = {
    "string_type": "{where} should be text; put quotes around a number or a date",
    "string_too_short": "{where} is empty; write something there",
    "string_too_long": "{where} is longer than {max_length} characters; make it shorter",
    "int_type": "{where} should be a whole number",
    "int_parsing": "{where} should be a whole number",
    "int_from_float": "{where} should be a whole number",
    "float_type": "{where} should be a number",
    "float_parsing": "{where} should be a number",
    "bool_type": "{where} should be true or false",
    "bool_parsing": "{where} should be true or false",
    "greater_than_equal": "{where} should be {ge} or more",
    "less_than_equal": "{where} should be {le} or less",
    "too_short": "{where} needs at least {min_length}; there {are} {actual_length}",
    "too_long": "{where} may hold at most {max_length}; there are {actual_length}",
    "tuple_type": "{where} should be a list; begin each line with a hyphen",
    "list_type": "{where} should be a list; begin each line with a hyphen",
    "dict_type": "{where} should hold fields of its own; indent them below it",
    "model_type": '{where} should be text in both languages, such as {{en: "…", nl: "…"}}, or fields of its own',
    "model_attributes_type": '{where} should be text in both languages, such as {{en: "…", nl: "…"}}, or fields of its own',
    "string_pattern_mismatch": "{where} cannot be {input}; use small letters, digits and hyphens, and begin with a letter",
    "literal_error": "{where} cannot be {input}; choose {expected}",
}


def explain(detail: ErrorDetails, location: Sequence[int | str], model: type[BaseModel]) -> str:
    """One fault as a sentence that says where it is, what it is and what to do.

    Args:
        detail: the fault as pydantic reports it.
        location: where it stands, as the file has it.
        model: the model that the file should be.
    """
    where, code = name_of(location), detail["type"]
    match code:
        case "missing":
            said = _missing(location)
        case "extra_forbidden":
            said = _unknown(location, model)
        case "union_tag_invalid" | "union_tag_not_found":
            said = _no_kind(where, detail["input"])
        case "value_error":
            said = str(detail.get("ctx", {}).get("error", detail["msg"]))
        case faults.KIND:
            said = detail["msg"]
        case _ if code in _SENTENCES:
            said = _SENTENCES[code].format(where=where, **_facts(detail))
        case _:
            said = f"{where}: {detail['msg']}"
    return said


def name_of(location: Sequence[int | str]) -> str:
    """A place in a file, as an author would say it.

    >>> name_of(["page", 2, "options", 0, "feedback", "nl"])
    'page 3 / options 1 / feedback / nl'
    """
    words: list[str] = []
    for part in location:
        if isinstance(part, int) and words:
            words[-1] += f" {part + 1}"
        elif part != _KEY:
            words.append(str(part))
    return " / ".join(words)


def _missing(location: Sequence[int | str]) -> str:
    *parents, last = location
    if last in _LANGUAGES and parents:
        return f'{name_of(parents)} has no {_LANGUAGES[str(last)]} text; add "{last}: …"'
    inside = f"{name_of(parents)} has no" if parents else "there is no"
    return f'{inside} "{last}"; add "{last}: …"'


def _unknown(location: Sequence[int | str], model: type[BaseModel]) -> str:
    *parents, last = location
    inside = f"{name_of(parents)} has" if parents else "this file has"
    near = difflib.get_close_matches(str(last), sorted(_field_names(model)), n=1)
    advice = f'did you mean "{near[0]}"?' if near else "take it out"
    return f'{inside} a field "{last}" that nothing reads; {advice}'


def _field_names(model: type[BaseModel]) -> set[str]:
    schema = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return {name for part in parts for name in part.get("properties", {})}


def _no_kind(where: str, found: object) -> str:
    kind = found.get("kind") if isinstance(found, dict) else None
    if kind is None:
        return f'{where} says neither "prose:" nor "kind:"; add one of them'
    *others, last = ANSWERS
    kinds = f"{', '.join(others)} or {last}"
    return f'{where} is of kind "{kind}", which does not exist; choose {kinds}'


def _facts(detail: ErrorDetails) -> dict[str, object]:
    """What a sentence may name: what was found, and the bounds that pydantic tells."""
    bounds = {name: value for name, value in detail.get("ctx", {}).items() if name != "error"}
    found = detail["input"]
    return {
        **bounds,
        "input": f'"{found}"' if isinstance(found, str) else found,
        "are": "is" if bounds.get("actual_length") == 1 else "are",
    }
