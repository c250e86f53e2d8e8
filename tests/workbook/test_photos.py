"""Photos made small and clean: upright, at most 400 pixels and 60 KB, nothing of the camera in them."""

from __future__ import annotations

import base64
import io
import random
import struct
import zlib

import pytest
from PIL import Image

from empathy_widgets.content.strings import strings
from empathy_widgets.errors import PhotoError
from empathy_widgets.model.language import LANGUAGES
from empathy_widgets.model.persona_sheet import Photo
from empathy_widgets.workbook.photos import MAX_FILE, MAX_KEPT, prepare_photo


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    data = io.BytesIO()
    picture.save(data, kind, **options)
    return data.getvalue()


def opened(kept: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(kept)))


def noise(width: int, height: int) -> Image.Image:
    """The hardest picture to keep small."""
    pixels = random.Random(1).randbytes(3 * width * height)  # noqa: S311 - nothing secret
    return Image.frombytes("RGB", (width, height), pixels)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_large_photo_becomes_a_small_jpeg(kind: str) -> None:
    kept = prepare_photo(saved(Image.new("RGB", (1600, 1200), "teal"), kind))

    assert ("JPEG", (400, 300)) == (opened(kept).format, opened(kept).size)
    assert Photo(data=kept).data == kept


def test_the_hardest_picture_stays_under_60_kilobytes() -> None:
    kept = base64.b64decode(prepare_photo(saved(noise(900, 900), "PNG")))

    assert len(kept) <= MAX_KEPT


def test_a_photo_that_was_taken_sideways_is_turned_upright_and_forgets_where() -> None:
    sideways = Image.new("RGB", (300, 100), "red")
    sideways.paste("blue", (0, 0, 150, 100))
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter to the right
    exif[0x010F] = "A camera"
    exif.get_ifd(0x8825)[1] = "N"

    photo = opened(prepare_photo(saved(sideways, "JPEG", exif=exif, comment=b"secret")))

    assert (100, 300) == photo.size
    top = photo.convert("RGB").getpixel((50, 20))
    assert isinstance(top, tuple)
    assert top[2] > 200
    assert not photo.getexif()
    assert {"exif", "comment", "icc_profile", "xmp"}.isdisjoint(photo.info)


def test_what_is_see_through_becomes_white() -> None:
    clear = Image.new("RGBA", (50, 50), (255, 0, 0, 0))

    corner = opened(prepare_photo(saved(clear, "PNG"))).convert("RGB").getpixel((5, 5))

    assert isinstance(corner, tuple)
    assert min(corner) > 250


def bomb() -> bytes:
    """A PNG of a few bytes that says it is 100 000 by 100 000 pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        check = zlib.crc32(name + body)
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


REFUSED = {
    "empty": (b"", "no_picture"),
    "text": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "no_picture"),
    "gif": (saved(Image.new("P", (9, 9)), "GIF"), "no_picture"),
    "bmp": (saved(Image.new("RGB", (9, 9)), "BMP"), "no_picture"),
    "cut off": (saved(noise(300, 300), "JPEG")[:2_000], "no_picture"),
    "damaged": (saved(noise(50, 50), "PNG")[:60] + b"x" * 500, "no_picture"),
    "too large": (b"\x89PNG" + bytes(MAX_FILE), "too_large"),
    "bomb": (bomb(), "too_many_pixels"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_anything_else_is_refused_with_a_reason(name: str) -> None:
    data, reason = REFUSED[name]

    with pytest.raises(PhotoError) as caught:
        prepare_photo(data)

    assert reason == caught.value.reason
    assert str(caught.value) == strings("en")[f"persona.photo.problem.{reason}"]
    assert all(f"persona.photo.problem.{reason}" in strings(lang) for lang in LANGUAGES)
