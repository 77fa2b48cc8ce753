"""What happened to a section that is compared thing by thing and field by field: each by its name and its keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.explanation.rettelse import Fields, Rettelse, each, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.model.rammevaerk import Rammevaerk

_CALLED: Final = {
    "frister": "Fristen «{}»",
    "holdbarhed": "Fristen «{}»",
    "henvisninger": "Henvisningen til «{}»",
    "revisioner": "Rammeværkets {}",
    "portefoelje": "Porteføljereglen «{}»",
    "rangering": "Rangordenen efter «{}»",
}
"""What a thing of a section is called; where nobody has said it, by its name and the section's key."""


def other_sections(before: Rammevaerk, now: Rammevaerk, known: set[str]) -> Iterator[Rettelse]:
    """The fields of a rammeværk beside the known ones: a thing in them is new, gone or changed in some field."""
    for name in (field.name for field in fields(now) if field.name not in known):
        was, is_ = _by_name(getattr(before, name)), _by_name(getattr(now, name))
        if was is None or is_ is None:
            others = {field.name for field in fields(now)} - {name}
            yield from Fields("rammeværk", {}, others).changed((), now.id, before, now)
        else:
            yield from _Section(name).changed(was, is_)


def _by_name(value: object) -> dict[str, Any] | None:
    """The things of a section by their names; None where it has no such things."""
    things = list(value.values()) if isinstance(value, Mapping) else list(value) if isinstance(value, tuple) else None
    if things is None or not all(map(is_dataclass, things)):
        return None
    return {_name(one): one for one in things}


def _name(thing: object) -> str:
    return next((str(getattr(thing, key)) for key in ("navn", "name", "id") if hasattr(thing, key)), str(thing))


class _Section:
    """One section of the model."""

    def __init__(self, field: str) -> None:
        self.emne = key_of(field)
        self._called = _CALLED.get(field, f"«{{}}» under «{self.emne}»")

    def changed(self, before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Rettelse]:
        return each(before, now, self._gone, self._came, self._both)

    def _gone(self, thing: Any) -> Rettelse:  # noqa: ANN401 - a thing of any section
        return Rettelse(_klausuler(thing), self.emne, _name(thing), "fjernet", f"{self._call(thing)} er udgået.")

    def _came(self, thing: Any) -> Rettelse:  # noqa: ANN401
        return Rettelse(_klausuler(thing), self.emne, _name(thing), "ny", f"{self._call(thing)} er kommet til.")

    def _both(self, before: Any, now: Any) -> Iterator[Rettelse]:  # noqa: ANN401
        words = {f.name: f"{self._call(now)}: «{key_of(f.name)}»" for f in fields(now)}
        klausuler = tuple(dict.fromkeys((*_klausuler(now), *_klausuler(before))))
        yield from Fields(self.emne, words, ()).changed(klausuler, _name(now), before, now)

    def _call(self, thing: object) -> str:
        return self._called.replace("{}", _name(thing))


def _klausuler(thing: object) -> tuple[str, ...]:
    found = getattr(thing, "klausuler", None) or getattr(thing, "klausul", "")
    return tuple(found) if isinstance(found, tuple) else tuple(filter(None, [str(found)]))
