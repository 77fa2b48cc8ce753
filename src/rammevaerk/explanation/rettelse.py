"""One thing that differs between two editions of a rammeværk, in the words of someone who has to tell it on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

from rammevaerk.explanation.values import in_words
from rammevaerk.facts.dates import write_date
from rammevaerk.facts.kinds import Kind
from rammevaerk.model.expression import Node
from rammevaerk.model.klausul import ALWAYS, Periode, Tekst
from rammevaerk.names import fold, listed
from rammevaerk.rulefiles.keys import TOP, with_inner

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

Slags = Literal["ny", "fjernet", "ændret"]
Thing = TypeVar("Thing")

_KEYS: Final = {fold(key.name): key.name for key in with_inner(TOP)}
"""The keys of rule files by the names of the model's fields."""
_KINDS: Final = {"ja/nej": "ja eller nej", "tal": "et tal", "dato": "en dato", "tekst": "tekst", "liste": "en liste"}


@dataclass(frozen=True, slots=True)
class Rettelse:
    """What differs: of which klausuler (of none where it is the whole rammeværk's), of what, and how it is told.

    The klausul it belongs to comes first, then those that look at it. `emne` is the kind of thing, `navn` its name;
    `foer` and `nu` are what stood there and stands there now, where the sentence does not say it itself.
    """

    klausuler: tuple[str, ...]
    emne: str
    navn: str
    slags: Slags
    tekst: str
    foer: str = ""
    nu: str = ""


def each(
    before: Mapping[str, Thing],
    now: Mapping[str, Thing],
    gone: Callable[[Thing], Rettelse],
    came: Callable[[Thing], Rettelse],
    both: Callable[[Thing, Thing], Iterable[Rettelse]],
) -> Iterator[Rettelse]:
    """What is told of each thing by its name: those there are, then those there were."""
    for name, one in now.items():
        if name in before:
            yield from both(before[name], one)
        else:
            yield came(one)
    yield from (gone(one) for name, one in before.items() if name not in now)


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a thing that are compared one by one: what each is called, and those that are told otherwise.

    `{}` in a word stands for the thing's name. A field that nobody has given a word is told by its key in rule files,
    and never passed over.
    """

    emne: str
    words: Mapping[str, str]
    apart: Collection[str]

    def changed(self, klausuler: tuple[str, ...], navn: str, before: Any, now: Any) -> Iterator[Rettelse]:  # noqa: ANN401 - any two of one class
        """What differs in them."""
        for name in (field.name for field in fields(now) if field.name not in self.apart):
            was, is_ = getattr(before, name), getattr(now, name)
            if not _alike(was, is_):
                what = self.words.get(name, f"«{key_of(name)}»").replace("{}", navn)
                tekst = f"{what} {happened(was, is_)}."
                yield Rettelse(klausuler, self.emne, navn, "ændret", tekst, shown(was), shown(is_))


def _alike(before: object, now: object) -> bool:
    """Conditions are alike when they say the same; what a begreb in them means is told of by itself."""
    if isinstance(before, Node) and isinstance(now, Node):
        return before.origin == now.origin
    return before == now


def key_of(field: str) -> str:
    """What a field of the model is called in rule files."""
    return _KEYS.get(field, field.replace("_", " "))


def happened(before: object, now: object) -> str:
    """What happened to something that is not what it was."""
    return "er kommet til" if _absent(before) else "er udgået" if _absent(now) else "er ændret"


def _absent(value: object) -> bool:
    return value is None or value in ("", (), ALWAYS) or (isinstance(value, Tekst | Mapping) and not value)


def shown(value: object) -> str:
    """A part of a rammeværk as text; empty where there is nothing, or nothing that can be shown in a line."""
    match value:
        case Node():
            return value.origin
        case Tekst():
            return "".join(f"{{{part}}}" if place % 2 else part for place, part in enumerate(value.parts))
        case Periode():
            return period(value)
        case Kind():
            return _kind(value)
        case bool() | int() | Decimal() | date():
            return in_words(value)
        case str():
            return value
        case tuple():
            return listed(list(filter(None, map(shown, value))))
        case _:
            return ""


def period(gaelder: Periode) -> str:
    """From when and to when, in words; empty for always."""
    parts = [f"fra {write_date(gaelder.fra)}"] if gaelder.fra else []
    return " ".join([*parts, *([f"til og med {write_date(gaelder.til)}"] if gaelder.til else [])])


def _kind(kind: Kind) -> str:
    if kind.skoen:
        return "et skøn"
    if kind.art == "valg":
        return f"et valg mellem {listed(list(kind.options), 'og')}"
    return f"en mængde i {kind.unit}" if kind.unit else _KINDS[kind.art]


def sentence(text: str) -> str:
    """The text with one full stop; «kr.» ends a sentence too."""
    return text if text.endswith(".") else f"{text}."
