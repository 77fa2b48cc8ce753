"""The follow-up as one page: style, fonts and diagrams inside it, nothing asked of the net."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from rammevaerk.presentation.dok.udseende import STYLES, faces, read_asset
from rammevaerk.presentation.rapport.blokke import Diagram, Punkter, Tabel, shown, tight
from rammevaerk.presentation.rapport.svg import svg

if TYPE_CHECKING:
    from rammevaerk.presentation.rapport.blokke import Dokument

_TEMPLATES: Final = files("rammevaerk.presentation.rapport") / "skabeloner"


def as_html(dokument: Dokument) -> bytes:
    """The whole page. The facts are nobody's markup: everything is escaped."""
    style = b"".join([faces(inside=True), *map(read_asset, STYLES), _read("rapport.css").encode()]).decode("utf-8")
    made = _environment().get_template("rapport.html").render(dokument=dokument.to_be_read(), style=Markup(style))  # noqa: S704 - our own files
    return (made.rstrip() + "\n").encode()


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FunctionLoader(_read), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {"vist": shown, "tæt": tight}
    made.tests |= {
        "tabel": lambda blok: isinstance(blok, Tabel),
        "diagram": lambda blok: isinstance(blok, Diagram),
        "punkter": lambda blok: isinstance(blok, Punkter),
    }
    made.globals["svg"] = lambda diagram, id_: Markup(svg(diagram, id_))  # noqa: S704 - it escapes what it is given
    return made


def _read(name: str) -> str:
    return (_TEMPLATES / name).read_text("utf-8")
