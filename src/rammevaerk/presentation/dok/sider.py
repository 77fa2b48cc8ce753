"""The pages as files: their names and what is in them. Nothing is written here, no page asks the net for anything."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from rammevaerk.explanation.values import in_words, posts_in_words
from rammevaerk.facts.dates import write_date
from rammevaerk.names import danish_order, listed
from rammevaerk.presentation.aendringer import counted_changes
from rammevaerk.presentation.dok import ord_
from rammevaerk.presentation.dok.anchors import Anchors, Links, page_name
from rammevaerk.presentation.dok.frister import frister, interval_in_words, shown_values
from rammevaerk.presentation.dok.soegning import as_script, entries
from rammevaerk.presentation.dok.status import Status
from rammevaerk.presentation.dok.udseende import FONTS, STYLES, faces, read_asset

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rammevaerk.presentation.dok.indhold import Rammeafsnit

_OF_RAMME: Final = {"": "ramme.html", "-fortolkninger": "fortolkninger.html", "-ordliste": "ordliste.html"}


@dataclass(frozen=True)
class Samling:
    """Every rammeværk that is shown, and the day the pages speak of."""

    rammer: tuple[Rammeafsnit, ...]
    dato: date
    koert: bool
    """Whether there are results of a run at all."""

    @property
    def citeret(self) -> bool:
        """Whether some paper is quoted in its own words."""
        return any(one.citater for one in self.rammer)


def site(samling: Samling) -> Mapping[str, bytes]:
    """Every file of the site by its name."""
    pairs = [(one, _links(one, Anchors(), together=False)) for one in samling.rammer]
    found = {"index.html": _page("forside.html", samling, pairs, title="Kommunens rammer")}
    for one, links in pairs:
        for suffix, template in _OF_RAMME.items():
            name = f"{page_name(one.ramme.id)}{suffix}.html"
            found[name] = _page(template, samling, pairs, one=one, links=links, side=suffix, title=one.ramme.titel)
    found["samlet.html"] = together(samling)
    assets = {"soegeposter.js": as_script(entries(pairs)).encode(), "soegning.js": read_asset("statisk/soegning.js")}
    assets |= {"dkfds.css": read_asset(STYLES[0]), "dok.css": read_asset(STYLES[1]), "skrift.css": faces(inside=False)}
    assets |= {f"IBMPlexSans-{one}.woff2": read_asset(f"dkfds/fonts/IBMPlexSans-{one}.woff2") for one in FONTS}
    assets |= {
        "LICENSE-dkfds.md": read_asset("dkfds/LICENSE.md"),
        "LICENSE-skrift.txt": read_asset("dkfds/fonts/license.txt"),
    }
    return found | {f"filer/{name}": data for name, data in assets.items()}


def _links(one: Rammeafsnit, anchors: Anchors, *, together: bool) -> Links:
    elsewhere = frozenset(one.ramme.klausuler.keys() - one.ramme.own.keys())
    return Links(one.ramme.id, anchors, together, elsewhere)


def together(samling: Samling) -> bytes:
    """Everything in one file, with style, script and fonts inside it."""
    anchors = Anchors()
    pairs = [(one, _links(one, anchors, together=True)) for one in samling.rammer]
    style = (faces(inside=True) + b"".join(map(read_asset, STYLES))).decode("utf-8")
    scripts = [as_script(entries(pairs)), read_asset("statisk/soegning.js").decode("utf-8")]
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'" for one in scripts)
    policy = f"default-src 'none'; style-src 'unsafe-inline'; font-src data:; script-src {hashes}; base-uri 'none'"
    inside = {"style": Markup(style), "scripts": [Markup(one) for one in scripts], "policy": policy}  # noqa: S704 - our own files and escaped JSON
    return _page("samlet.html", samling, pairs, title="Kommunens rammer, samlet", **inside)


def _page(template: str, samling: Samling, pairs: list[tuple[Rammeafsnit, Links]], **more: Any) -> bytes:  # noqa: ANN401 - what a template is given
    given = {"samling": samling, "pairs": pairs, "together": template == "samlet.html", "one": None, "side": None}
    return (_environment().get_template(template).render(**(given | more)).rstrip() + "\n").encode()


@cache
def _environment() -> Environment:
    """The templates. Rule texts are nobody's markup: everything is escaped."""
    made = Environment(
        loader=FunctionLoader(lambda name: read_asset(f"skabeloner/{name}").decode("utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"dato": write_date, "listet": listed, "danske": lambda names: sorted(names, key=danish_order)}
    made.globals |= {
        "Status": Status,
        "ord": ord_,
        "in_words": in_words,
        "frister": frister,
        "counted": counted_changes,
        "posts": posts_in_words,
    }
    made.globals |= {"shown_values": shown_values, "interval_in_words": interval_in_words}
    return made
