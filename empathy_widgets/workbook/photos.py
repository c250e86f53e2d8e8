"""A photo that somebody chose, made small and clean.

Only what PNG, JPEG and WebP decoders read is let in; what comes out is always a new JPEG, upright,
with nothing of the camera or the place in it.
"""

from __future__ import annotations

import base64
import io
import warnings
from typing import TYPE_CHECKING

from empathy_widgets.content.strings import strings
from empathy_widgets.errors import PhotoError
from empathy_widgets.model.persona_sheet import PHOTOS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PIL.Image import Image

    from empathy_widgets.model.language import Lang

MAX_FILE = 10_000_000
"""A chosen file may be this large, in bytes."""

MAX_SIDE = 400
"""The longest side of the photo that is kept, in pixels."""

MAX_KEPT = 60 * 1024
"""The photo that is kept is at most this large, in bytes."""

MAX_PIXELS = 60_000_000
"""A photo with more pixels than this is not unpacked: a small file can hold a huge picture."""

_FORMATS = ("PNG", "JPEG", "WEBP")
_QUALITIES = (85, 75, 65, 50, 35, 20, 10)


def received_photo(message: Mapping[str, object], lang: Lang) -> tuple[str, str, str]:
    """What a browser sent as a photo, in a message of the type "photo".

    Args:
        message: its `slot` tells where the photo goes; the first of its `buffers` is the file.
        lang: the language in which a problem is told.

    Returns:
        The slot; the photo as it is kept, or ""; and what is wrong with it in words, or "".
    """
    slot, buffers = str(message.get("slot")), message.get("buffers")
    sent = bytes(buffers[0]) if isinstance(buffers, list) and buffers else b""
    problem = "no_picture"
    if slot in PHOTOS:
        try:
            return slot, prepare_photo(sent), ""
        except PhotoError as error:
            problem = error.reason
    return slot, "", strings(lang)[f"persona.photo.problem.{problem}"]


def prepare_photo(data: bytes) -> str:
    """A photo as it is kept on a persona sheet: a JPEG of at most 400 pixels and 60 KB, in base64.

    Args:
        data: the chosen file: PNG, JPEG or WebP, up to 10 MB.

    Raises:
        PhotoError: when it is anything else; its `reason` says why.
    """
    from PIL import Image

    if len(data) > MAX_FILE:
        message = "This photo is larger than 10 MB. Choose a smaller one, or save it smaller first."
        reason = "too_large"
        raise PhotoError(reason, message)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # our own limit on pixels is stricter than that of Pillow
            with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
                _refuse_huge(opened)
                return base64.b64encode(_small(opened)).decode("ascii")
    except PhotoError:
        raise
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except Exception as error:  # decoders fail in many ways on a damaged or hostile file
        message = "This is no photo that can be used. Choose a PNG, JPEG or WebP file."
        reason = "no_picture"
        raise PhotoError(reason, message) from error


def _refuse_huge(photo: Image) -> None:
    if photo.width * photo.height > MAX_PIXELS:
        raise _too_many_pixels()


def _too_many_pixels() -> PhotoError:
    message = "This picture has more than 60 million pixels. Save it smaller first."
    return PhotoError("too_many_pixels", message)


def _small(opened: Image) -> bytes:
    """Upright, on white, small enough; without anything but the pixels."""
    from PIL import Image, ImageOps

    opened.draft("RGB", (2 * MAX_SIDE, 2 * MAX_SIDE))
    upright = ImageOps.exif_transpose(opened).convert("RGBA")
    upright.thumbnail((MAX_SIDE, MAX_SIDE))
    page = Image.new("RGB", upright.size, "white")
    page.paste(upright, mask=upright)
    while True:
        for quality in _QUALITIES:
            kept = io.BytesIO()
            page.save(kept, "JPEG", quality=quality, optimize=True)
            if kept.tell() <= MAX_KEPT:
                return kept.getvalue()
        page.thumbnail((page.width // 2, page.height // 2))
