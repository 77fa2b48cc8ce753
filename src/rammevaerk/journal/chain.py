"""The pure part of the chain: JSON in its one spelling, and the fingerprints made of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from rammevaerk.diagnostics import Unreadable
from rammevaerk.documents.text import forbidden
from rammevaerk.names import nfc

Json = bool | int | str | list["Json"] | dict[str, "Json"] | None

GENESIS: Final = "0" * 64
"""What stands for the entry before the first."""
LARGEST_NUMBER: Final = 10**18
DEEPEST: Final = 40
RESERVED: Final = "§"
"""No name begins with it, so that what stands for a personal value is never mistaken for anything else."""
_FORM: Final = "rammevaerk-post-1"
_PERSONAL_FORM: Final = b"rammevaerk-persondata-1\0"


class Raekke(NamedTuple):
    """One entry as it is stored, whatever somebody has since made of it."""

    nummer: int
    art: str
    tid: str
    virkning: str | None
    aktivitet: str | None
    noegle: str | None
    indhold: str
    forrige: str
    hash: str


def canonical(value: object) -> str:
    """The one spelling of a JSON value: sorted keys, no blanks, NFC, no floats; other values are `Unreadable`.

    >>> canonical({"ø": [True, None], "a": 1})
    '{"a":1,"ø":[true,null]}'
    """
    return spelled(plain(value))


def spelled(value: Json) -> str:
    """The same of a value that is plain already."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def plain(value: object, other: Callable[[object], Json] | None = None, depth: int = 0) -> Json:
    """The value as plain JSON data in NFC; tuples are lists, and `other` says what stands for what is no JSON."""
    if depth > DEEPEST:
        raise Unreadable("der er for mange niveauer inde i hinanden", "gør opbygningen fladere")
    match value:
        case None | bool():
            return value
        case int():
            return _whole(value)
        case str():
            return text(value)
        case list() | tuple():
            return [plain(one, other, depth + 1) for one in value]
        case Mapping():
            names = [_name(key) for key in value]
            if len(set(names)) < len(names):
                raise Unreadable(f"«{max(names, key=names.count)}» står der to gange", "slet den ene")
            inner = (plain(one, other, depth + 1) for one in value.values())
            return dict(zip(names, inner, strict=True))
    if other is not None:
        return other(value)
    raise unstorable()


def unstorable() -> Unreadable:
    """What is no JSON, or not for us."""
    return Unreadable("indholdet rummer noget, der ikke kan gemmes", "brug tekst, hele tal, ja/nej, lister og navne")


def text(value: str) -> str:
    """A text in NFC, without signs that no person writes."""
    if sign := forbidden(value):
        raise Unreadable(f"tegnet {sign} kan ikke gemmes", "slet tegnet; det er usynligt i de fleste programmer")
    return nfc(str(value))


def _whole(value: int) -> int:
    if abs(value) >= LARGEST_NUMBER:
        raise Unreadable("tallet er for stort", "skriv det som tekst")
    return int(value)


def _name(key: object) -> str:
    if not isinstance(key, str) or key.startswith(RESERVED):
        raise Unreadable(
            f"«{key}» kan ikke være et navn i indholdet", f"brug en tekst, der ikke begynder med {RESERVED}"
        )
    return text(key)


def digest(raekke: Raekke, nummer: int | None = None) -> str:
    """The hash of an entry, with what is before it; as if it had another number, where one is given.

    Empty, and so no entry's hash, when a column holds what none of ours does.
    """
    parts = raekke[1:-1]
    if not all(part is None or isinstance(part, str) for part in parts):
        return ""
    said = spelled([_FORM, raekke.nummer if nummer is None else nummer, *parts])
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def commitment(salt: bytes, value: str) -> str:
    """The fingerprint of a personal value in its one spelling; without the salt nobody can try values against it."""
    return hashlib.sha256(_PERSONAL_FORM + salt + value.encode()).hexdigest()
