"""The file of fingerprints beside the rule files: for each piece of the paper its place and what stands for its words.

The rule loader reads `.yaml` alone, so this file is no part of an edition, and no word of the paper is in it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.diagnostics import Diagnostic, Refused, Span, did_you_mean
from rammevaerk.documents.text import decode, read_bytes
from rammevaerk.names import listed
from rammevaerk.rulefiles.kilde.splitting import HEADING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rammevaerk.model.klausul import Klausul
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.rulefiles.kilde.splitting import Papir

FILE: Final = "kilde.json"
METHOD: Final = 1
"""How words are spelled before they are hashed; a new spelling is a new method, and old fingerprints are refused."""
_LARGEST: Final = 5_000_000
_SIGNS: Final = 16
_NUMBERS: Final = ("punktum", "led", "ord")


@dataclass(frozen=True, slots=True)
class Anker:
    """One piece of the paper: its place, the number of its words, their fingerprint; `tekst` only in a user's own."""

    afsnit: str
    punktum: int
    led: int
    ord: int
    fingeraftryk: str
    tekst: str = ""

    @property
    def heading(self) -> bool:
        """Whether this is the heading of its afsnit."""
        return self.punktum == HEADING


@dataclass(frozen=True, slots=True)
class Ankerfil:
    """A file of anchors: the rammeværk whose paper it is of, and the pieces of the paper in order."""

    ramme: str
    ankre: tuple[Anker, ...]


def anchors_of(papir: Papir, *, texts: bool = False) -> tuple[Anker, ...]:
    """The anchors of a paper; with its words only where they may be kept."""
    return tuple(
        Anker(
            s.afsnit,
            s.punktum,
            s.led,
            s.end - s.start,
            papir.fingerprint(s),
            papir.quote_lines(s.start, s.end) if texts else "",
        )
        for s in papir.stykker
    )


def written_in(ramme: Rammevaerk) -> tuple[Klausul, ...]:
    """The klausuler that stand in the rammeværk's own paper, and not in one of those it builds on."""
    return tuple(one for one in ramme.klausuler.values() if not one.ramme)


def sections_of(ramme: Rammevaerk) -> dict[str, int]:
    """The afsnit that klausuler stand in, in order, and the last sentence that one of them has."""
    found: dict[str, int] = {}
    for klausul in written_in(ramme):
        if klausul.afsnit and klausul.punktummer:
            found[klausul.afsnit] = max(found.get(klausul.afsnit, 0), *klausul.punktummer)
    return found


def write_anchors(id_: str, anchors: tuple[Anker, ...]) -> str:
    """The file's text: one line for each piece, so that a change is seen as a line."""
    rows = ",\n".join(f"    {json.dumps(_row(anchor), ensure_ascii=False)}" for anchor in anchors)
    head = f'{{\n  "rammeværk": {json.dumps(id_, ensure_ascii=False)},\n  "metode": {METHOD},\n  "stykker": [\n'
    return f"{head}{rows}\n  ]\n}}\n"


def _row(anchor: Anker) -> dict[str, str | int]:
    row: dict[str, str | int] = {"afsnit": anchor.afsnit, "punktum": anchor.punktum}
    row |= {"led": anchor.led} if anchor.led else {}
    row |= {"ord": anchor.ord, "fingeraftryk": anchor.fingeraftryk}
    return row | ({"tekst": anchor.tekst} if anchor.tekst else {})


def read_anchors(path: Path) -> tuple[Anker, ...]:
    """The anchors in a file. Raises `Refused` when it is missing or says something else."""
    return read_ankerfil(path).ankre


def read_ankerfil(path: Path) -> Ankerfil:
    """The whole file. Raises `Refused` when it is missing or says something else."""
    if not path.is_file():
        raise Refused([Diagnostic("K001", f"«{path}» findes ikke", "skriv den med «rammevaerk kilde tilknyt»", None)])
    text = decode(read_bytes(path, _LARGEST), str(path), _LARGEST)
    try:
        held = json.loads(text)
        if held["metode"] != METHOD:
            message = "fingeraftrykkene er lavet på en anden måde end programmets"
            raise Refused(
                [Diagnostic("K002", message, "lav dem igen med «rammevaerk kilde tilknyt --forny»", Span(str(path)))]
            )
        return Ankerfil(str(held["rammeværk"]), tuple(_anchor(row) for row in held["stykker"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        message, help_ = "filen er ikke en fil med fingeraftryk", "lav den igen med «rammevaerk kilde tilknyt --forny»"
        raise Refused([Diagnostic("K002", message, help_, Span(str(path)))]) from None


def _anchor(row: dict[str, Any]) -> Anker:
    numbers = [row.get(key, 0) for key in _NUMBERS]
    texts = [row["afsnit"], row["fingeraftryk"], row.get("tekst", "")]
    if not all(type(n) is int and n >= 0 for n in numbers) or not all(isinstance(t, str) for t in texts):
        raise ValueError
    if numbers[2] < 1 or len(texts[1]) != _SIGNS:
        raise ValueError
    return Anker(texts[0], *numbers, *texts[1:])


def anchored(ramme: Rammevaerk, anchors: tuple[Anker, ...]) -> dict[str, tuple[int, ...]]:
    """For each klausul that says where it stands, the indexes of its anchors."""
    places: dict[tuple[str, int], list[int]] = {}
    for index, anchor in enumerate(anchors):
        places.setdefault((anchor.afsnit, anchor.punktum), []).append(index)
    return {
        klausul.id: tuple(i for number in klausul.punktummer for i in places.get((klausul.afsnit, number), ()))
        for klausul in written_in(ramme)
        if klausul.punktummer
    }


def unplaced(ramme: Rammevaerk, anchors: tuple[Anker, ...]) -> Iterator[Diagnostic]:
    """Klausuler that point at sentences which the paper does not have."""
    places = {(anchor.afsnit, anchor.punktum) for anchor in anchors}
    sections = list(dict.fromkeys(anchor.afsnit for anchor in anchors if anchor.afsnit))
    for klausul in written_in(ramme):
        left = [str(number) for number in klausul.punktummer if (klausul.afsnit, number) not in places]
        if not left:
            continue
        if klausul.afsnit not in sections:
            message = f"{ramme.id}: «{klausul.id}» står i afsnittet «{klausul.afsnit}», som ikke er fundet i papiret"
            help_ = did_you_mean(klausul.afsnit, sections) or f"de fundne afsnit er {listed(sections) or 'ingen'}"
        else:
            last = max(anchor.punktum for anchor in anchors if anchor.afsnit == klausul.afsnit)
            word = "punktum" if len(left) == 1 else "punktummer"
            message = f"{ramme.id}: «{klausul.id}» peger på {word} {listed(left)} i afsnittet «{klausul.afsnit}»"
            help_ = f"afsnittet har {last} i papiret; ret «punktummer» i regelfilen"
        yield Diagnostic("K003", message, help_, None)
