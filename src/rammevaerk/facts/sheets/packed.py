"""A workbook's bytes → its parts, unpacked within bounds, and packed anew for the library that reads them.

It is tempting to hand the file to the library. However: a few thousand bytes unpack to gigabytes, and two readers of
one zip need not agree on what is in it. So it is unpacked here, once, and the library sees only what was looked at.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Diagnostic, Refused, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

PACKED_LIMIT: Final = 100_000_000
UNPACKED_LIMIT: Final = 200_000_000
_MOST_PARTS: Final = 2_000
_LOCAL_HEADER: Final = 30
_READ: Final = re.compile(
    r"(?:\[Content_Types\]\.xml|_rels/\.rels|xl/_rels/[^/]+\.rels|xl/[^/]+\.xml|xl/worksheets/[^/]+\.xml"
    r"|xl/worksheets/_rels/[^/]+\.rels)",
    re.IGNORECASE,
)
"""The parts that hold cells and lead to them; pictures, macros and what lies outside the file are left out."""
_DECLARED: Final = re.compile(rb"<!(?!--|\[CDATA)")
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an old workbook and one with a password begin."""
SAVE: Final = "åbn filen i Excel eller LibreOffice, og gem den igen som .xlsx"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a workbook, and the checksum that it should have."""

    data: bytes
    checksum: int


def unpacked(data: bytes, source: str, *, everything: bool = False) -> dict[str, Part]:
    """The parts that are read, or all there are, by their names.

    Raises `Refused` when it is no workbook, or too large a one.
    """
    if data.startswith(_OLD):
        raise _refusal("F038", "filen har adgangskode eller er gemt i et gammelt format", SAVE, source)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
        _each_once(entries)
        return _parts(data, [entry for entry in entries if everything or _READ.fullmatch(entry.filename)], source)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, OSError):
        raise _refusal("F038", "filen er ikke et helt regneark", SAVE, source) from None


def _each_once(entries: list[zipfile.ZipInfo]) -> None:
    names = {entry.filename.casefold() for entry in entries}
    if len(entries) > _MOST_PARTS or len(names) < len(entries):
        raise zipfile.BadZipFile


def _parts(data: bytes, entries: list[zipfile.ZipInfo], source: str) -> dict[str, Part]:
    found: dict[str, Part] = {}
    left = UNPACKED_LIMIT
    for entry in entries:
        part = _inflated(data, entry, left)
        if len(part) > left:
            message = f"filen fylder mere end {UNPACKED_LIMIT // 1_000_000} MB, når den pakkes ud"
            raise _refusal("F039", message, "del den op i flere", source)
        if _READ.fullmatch(entry.filename):
            _look(part, source)
        left -= len(part)
        found[entry.filename] = Part(part, entry.CRC)
    if not any(name.casefold() == "xl/workbook.xml" for name in found):
        raise zipfile.BadZipFile
    return found


def _inflated(data: bytes, entry: zipfile.ZipInfo, limit: int) -> bytes:
    """The bytes of a part, at most one more than the limit, whatever the file says that they are."""
    begin = entry.header_offset
    names = data[begin + 26 : begin + _LOCAL_HEADER]
    if data[begin : begin + 4] != b"PK\x03\x04" or entry.flag_bits & 1:
        raise zipfile.BadZipFile
    start = begin + _LOCAL_HEADER + int.from_bytes(names[:2], "little") + int.from_bytes(names[2:], "little")
    packed = data[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        part = packed[: limit + 1]
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        part = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, limit + 1)
    else:
        raise zipfile.BadZipFile
    if len(part) <= limit and len(part) != entry.file_size:
        raise zipfile.BadZipFile
    return part


def _look(part: bytes, source: str) -> None:
    """What no program for sheets writes: entities of its own, or a text in which signs are not bytes."""
    if b"\0" in part or (b"!" in part and _DECLARED.search(part)):
        raise _refusal("F038", "filen rummer noget, som intet regneark skriver", SAVE, source)


def packed(parts: Mapping[str, Part], source: str) -> BytesIO:
    """The parts as a workbook that needs no unpacking. Raises `Refused` when one is not what its checksum says."""
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part.data)
        if any(part.checksum != archive.getinfo(name).CRC for name, part in parts.items()):
            raise _refusal("F038", "filen er ikke et helt regneark", SAVE, source)
    whole.seek(0)
    return whole


def _refusal(code: str, message: str, help_line: str, source: str) -> Refused:
    return Refused([Diagnostic(code, message, help_line, Span(source))])
