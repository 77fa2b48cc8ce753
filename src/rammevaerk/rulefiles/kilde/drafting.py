"""A first draft of rule files from a paper: a klausul for each sentence, its strength suggested from its verb.

Nothing of the paper's wording goes into the draft but the names of its sections and the verbs that were gone by.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from rammevaerk.names import fold, slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.rulefiles.kilde.splitting import Papir, Stykke

HEAD: Final = "rammevaerk"
_VERBS: Final = (
    ("skal", re.compile(r"\b(skal|må ikke|må kun|pligt\w*|forpligt\w*|kræver|kræves|altid|aldrig)\b", re.IGNORECASE)),
    (
        "bør",
        re.compile(
            r"\b(bør|tilstræber|tilstræbes|stræber|prioriterer|prioriteres|ønsker|søger|vil|sigter|har som mål)\b",
            re.IGNORECASE,
        ),
    ),
    ("kan", re.compile(r"\b(kan|må|mulighed\w*)\b", re.IGNORECASE)),
)
_SMALL: Final = ("den", "det", "der", "for", "fra", "hvad", "hvem", "hvor", "med", "som", "til", "ved", "vores")
_WORD: Final = re.compile(r"[a-zæøå]{3,}")
_LONGEST_KEY: Final = 40
_FILES: Final = 100
"""With more sections than this they share one file."""


def suggest_strength(sentence: str) -> tuple[str, str]:
    """The strength a sentence seems to have, and the word that says so; without one it informs.

    >>> suggest_strength("Vi tilstræber at rejse sammen.")
    ('bør', 'tilstræber')
    """
    for strength, verbs in _VERBS:
        if found := verbs.search(sentence):
            return strength, found[1].lower()
    return "oplysning", ""


def draft(papir: Papir, name: str, source: str) -> dict[str, str]:
    """The draft's files by name."""
    sections: dict[str, list[Stykke]] = {}
    for stykke in papir.stykker:
        if stykke.punktum and not stykke.led:
            sections.setdefault(stykke.afsnit, []).append(stykke)
    keys = _keys(list(sections))
    parts = {key: list(_klausuler(papir, key, pieces)) for key, pieces in zip(keys, sections.values(), strict=True)}
    head = _head(name, source, list(sections))
    if len(parts) > _FILES:
        rows = [row for part in parts.values() for row in part]
        return {f"{HEAD}.yaml": head + "\nklausuler:\n" + "\n".join(rows)}
    files = {f"{HEAD}.yaml": head}
    for key, rows in parts.items():
        files[f"{fold(key)}.yaml"] = "klausuler:\n" + "\n".join(rows)
    return files


def joined(files: dict[str, str]) -> str:
    """The same draft as one file."""
    head, *rest = files.values()
    rows = "\n".join(text.removeprefix("klausuler:\n") for text in rest)
    return f"{head}\nklausuler:\n{rows}" if rest else head


def _head(name: str, source: str, sections: list[str]) -> str:
    return (
        "# Et udkast, lavet af «rammevaerk kilde ny». Hver klausul er et punktum i papiret.\n"
        "# Det, der står som forslag, skal et menneske tage stilling til. Klausulerne skrives med egne ord.\n"
        f"rammeværk: {_quoted(name)}\n"
        "titel: Skriv papirets titel\n"
        "ejer: Skriv, hvem papiret tilhører\n"
        f"kilde: {_quoted(source)}\n"
        f"afsnit: [{', '.join(map(_quoted, sections))}]\n"
    )


def _klausuler(papir: Papir, key: str, pieces: list[Stykke]) -> Iterator[str]:
    for piece in pieces:
        strength, word = suggest_strength(papir.quote(piece.start, piece.end))
        why = f"der står «{word}»" if word else "intet ord siger andet"
        art = "oplysning" if strength == "oplysning" else "skøn"
        yield (
            f"  - id: {key}.{piece.punktum}  # linje {papir.line(piece.start)} i papiret\n"
            f"    afsnit: {_quoted(piece.afsnit)}\n"
            f"    punktummer: [{piece.punktum}]\n"
            f"    styrke: {strength}  # forslag: {why}\n"
            f"    art: {art}  # forslag: en klausul, der kan afgøres af fakta, får arten regel og en regel\n"
            "    tekst: Skriv punktummet med egne ord.\n"
            "    hvorfor: Udkast. Skriv, hvorfor klausulen har denne art.\n"
        )


def _keys(sections: list[str]) -> list[str]:
    """A short name for each section, as klausulerne are called by: its first word that says something."""
    found: list[str] = []
    for number, section in enumerate(sections, 1):
        words = [word for word in _WORD.findall(section.lower()) if word not in _SMALL]
        whole = slug(section)[:_LONGEST_KEY].strip("-")
        options = [*words[:1], *([whole] if _WORD.match(whole) else []), f"afsnit-{number}"]
        found.append(next(key for key in options if key not in found and fold(key) not in (HEAD, *map(fold, found))))
    return found


def _quoted(text: str) -> str:
    """A text as YAML, whatever signs are in it."""
    return json.dumps(text, ensure_ascii=False)
