"""The drawn face: every choice shows, and nothing but known data gets into the picture."""

from __future__ import annotations

import base64
import itertools
import json
import re
from importlib import resources
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from empathy_widgets.model.empathy_map import Face
from empathy_widgets.views.face import face_img, face_svg

CHOICES = {name: get_args(field.annotation) for name, field in Face.model_fields.items()}
PARTS = json.loads(
    (resources.files("empathy_widgets.views") / "face_parts.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    ("choice", "value"),
    [(choice, value) for choice, values in CHOICES.items() for value in values],
)
def test_every_value_of_every_choice_draws_a_face_of_its_own(choice: str, value: str) -> None:
    others = [Face.model_validate({choice: other}) for other in CHOICES[choice] if other != value]
    drawn = face_svg(Face.model_validate({choice: value}))
    assert drawn not in [face_svg(other) for other in others]


def test_every_face_is_well_formed_and_needs_nothing_from_elsewhere() -> None:
    for values in itertools.product(*CHOICES.values()):
        drawn = face_svg(Face.model_validate(dict(zip(CHOICES, values, strict=True))))
        assert {element.tag.split("}")[1] for element in ET.fromstring(drawn).iter()} <= {  # noqa: S314 - our own
            "svg",
            "path",
            "circle",
        }
        assert "href" not in drawn


def test_the_parts_name_only_choices_and_slots_that_exist() -> None:
    for layer in (*PARTS["layers"], *PARTS["unknown"]):
        for choice, value in layer.get("when", {}).items():
            assert value in CHOICES[choice]
        for shape in layer["shapes"]:
            assert {shape.get("fill", "disc"), shape.get("stroke", "disc")} <= set(PARTS["slots"])
    for slot in PARTS["slots"].values():
        if isinstance(slot, dict):
            assert set(slot) - {"by"} == set(CHOICES[slot["by"]])


def test_a_person_without_a_face_is_a_plain_figure_of_no_colour_of_skin_or_hair() -> None:
    colours = set(re.findall(r"#[0-9a-f]{6,8}", face_svg(None)))
    assert colours == {PARTS["slots"]["disc"], PARTS["slots"]["unknown"]}


def test_the_picture_is_base64_and_its_words_are_escaped() -> None:
    picture = face_img(Face(), 'Fatima "the <b>quick</b>"', 48)
    encoded = re.search(r"base64,([^\"]+)", picture)
    assert encoded is not None
    assert base64.b64decode(encoded[1]).decode() == face_svg(Face())
    assert 'alt="Fatima &#34;the &lt;b&gt;quick&lt;/b&gt;&#34;"' in picture
    assert 'width="48"' in picture
