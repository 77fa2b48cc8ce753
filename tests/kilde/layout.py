"""Layouts and slips for the laws: the same words set anew, and the same layout with one word changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from rammevaerk.rulefiles.kilde.splitting import Papir

SLIPS = {
    "another": lambda word: "noget" if word != "noget" else "andet",
    "gone": lambda _: "",
    "twice": lambda word: f"{word} {word}",
    "longer": lambda word: f"{word}s",
    "shorter": lambda word: word[1:] or "x",
    "negated": lambda word: f"ikke {word}",
    "swapped case": lambda word: word.swapcase() if word.swapcase() != word else f"{word}1",
}


def slip(text: str, papir: Papir, index: int, kind: str) -> str:
    """The paper with one of its words changed; the words of a line are told apart by counting."""
    word = papir.words[index]
    before = [part for w in papir.words[:index] if w.line == word.line for part in w.shown.split()]
    rows = text.split("\n")
    row = papir.lines[word.line].number - 1
    places = [m for m in re.finditer(r"\S+", rows[row]) if m[0] == word.shown]
    found = places[min(before.count(word.shown), len(places) - 1)]
    rows[row] = rows[row][: found.start()] + SLIPS[kind](word.shown) + rows[row][found.end() :]
    return "\n".join(rows)


def can_slip(papir: Papir, index: int) -> bool:
    """Whether the word stands in one piece in the file."""
    word = papir.words[index]
    return word.spoken and word.shown in papir.lines[word.line].text.split()


def relaid(text: str, random: Random) -> str:
    """The same words: other lines, hyphens where words break, wider gaps, pages with header and number."""
    width = random.choice([18, 40, 66, 90, 400])
    parts = [text] if random.random() < 0.3 else re.split(r"\n\s*\n", text)  # all in one, or paragraphs kept
    lines: list[str] = []
    for part in parts:
        lines += [*_wrapped(part.split(), width, random), *[""] * random.randint(0, 2)]
    return "\n".join(_paged(lines, random) if random.random() < 0.5 else lines)


def _wrapped(words: list[str], width: int, random: Random) -> list[str]:
    lines, line = [], ""
    for word in words:
        gap = " " * random.choice([1, 1, 1, 2, 3])
        if len(line) + len(word) < width:
            line += (gap if line else "") + word
        elif random.random() < 0.5 and (broken := _hyphenated(word, random)):
            lines.append(f"{line} {broken[0]}".strip())
            line = broken[1]
        else:
            lines.append(line)
            line = word
    return [*filter(None, lines), line + " " * random.randint(0, 2)]


def _hyphenated(word: str, random: Random) -> tuple[str, str] | None:
    """A word broken between letters, by a hyphen or a soft one."""
    places = [m.start() + 2 for m in re.finditer(r"(?=[a-zæøå]{4})", word)]
    if not places:
        return None
    at = random.choice(places)
    return word[:at] + random.choice(["-", "-", "\u00ad"]), word[at:]


def _paged(lines: list[str], random: Random) -> list[str]:
    height, found = random.randint(12, 40), []
    starts = range(0, len(lines), height)
    if len(starts) == 1:
        return lines
    for number, start in enumerate(starts, 1):
        found += [f"Byens papir om {number}", *lines[start : start + height], str(number)]
        found[-1] += "\f" if number < len(starts) else ""
    return found
