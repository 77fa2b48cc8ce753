"""What happened to a section of a rammeværk that has no words of its own here: its things, each by its name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from rammevaerk.explanation.rettelse import Fields, Rettelse, each, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.model.rammevaerk import Rammevaerk


def other_sections(before: Rammevaerk, now: Rammevaerk, known: set[str]) -> Iterator[Rettelse]:
    """The fields of a rammeværk beside the known ones: a thing in them is new, gone or changed in some field."""
    for name in (field.name for field in fields(now) if field.name not in known):
        was, is_ = _by_name(getattr(before, name)), _by_name(getattr(now, name))
        if was is None or is_ is None:
            yield from Fields("rammeværk", {}, {f.name for f in fields(now)} - {name}).changed((), now.id, before, now)
        else:
            yield from _Section(key_of(name)).changed(was, is_)


def _by_name(value: object) -> dict[str, Any] | None:
    """The things of a section by their names; None where it has no such things."""
    things = list(value.values()) if isinstance(value, Mapping) else list(value) if isinstance(value, tuple) else None
    if things is None or not all(map(is_dataclass, things)):
        return None
    return {_name(one, place): one for place, one in enumerate(things)}


def _name(thing: object, place: int) -> str:
    return next((str(getattr(thing, key)) for key in ("navn", "name", "id") if hasattr(thing, key)), str(place + 1))


class _Section:
    """One section, called as in rule files."""

    def __init__(self, key: str) -> None:
        self.key = key

    def changed(self, before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Rettelse]:
        return each(before, now, self._gone, self._came, self._both)

    def _gone(self, thing: Any) -> Rettelse:  # noqa: ANN401 - a thing of any section
        name = _name(thing, 0)
        return Rettelse(_klausuler(thing), self.key, name, "fjernet", f"«{name}» under «{self.key}» er udgået.")

    def _came(self, thing: Any) -> Rettelse:  # noqa: ANN401
        name = _name(thing, 0)
        return Rettelse(_klausuler(thing), self.key, name, "ny", f"«{name}» under «{self.key}» er kommet til.")

    def _both(self, before: Any, now: Any) -> Iterator[Rettelse]:  # noqa: ANN401
        name = _name(now, 0)
        words = {f.name: f"«{key_of(f.name)}» ved «{name}» under «{self.key}»" for f in fields(now)}
        klausuler = tuple(dict.fromkeys((*_klausuler(now), *_klausuler(before))))
        yield from Fields(self.key, words, ()).changed(klausuler, name, before, now)


def _klausuler(thing: object) -> tuple[str, ...]:
    found = getattr(thing, "klausuler", None) or getattr(thing, "klausul", "")
    return tuple(found) if isinstance(found, tuple) else tuple(filter(None, [str(found)]))
