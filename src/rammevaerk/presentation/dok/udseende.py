"""The look of every page that is written: the vendored style sheet and fonts, and what is added to them."""

from __future__ import annotations

import base64
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_ROOT: Final[Traversable] = files("rammevaerk.presentation.dok")
FONTS: Final = ("Regular", "Italic", "SemiBold")
STYLES: Final = ("dkfds/dkfds.css", "statisk/dok.css")


def faces(*, inside: bool) -> bytes:
    """The font faces as a style sheet, from files or from the style sheet itself."""
    faces = []
    for name, weight, style in (
        ("Regular", "400 500", "normal"),
        ("Italic", "400", "italic"),
        ("SemiBold", "600 700", "normal"),
    ):
        place = f"IBMPlexSans-{name}.woff2"
        if inside:
            place = f"data:font/woff2;base64,{base64.b64encode(read_asset(f'dkfds/fonts/{place}')).decode()}"
        faces.append(
            f"@font-face{{font-family:IBM Plex Sans;font-display:swap;font-weight:{weight};font-style:{style};"
            f'src:url({place}) format("woff2")}}\n'
        )
    return "".join(faces).encode()


@cache
def read_asset(name: str) -> bytes:
    """A file of the pages: style, font, template or script."""
    return _ROOT.joinpath(*name.split("/")).read_bytes()
