"""What tests read off a page of docs/: tables, fenced blocks, and blocks that are made from the code.

`python tests/docs/doc_pages.py` writes the made blocks anew, and takes words that are no longer used off the list of
machine words; the tests fail while a page says something else.
"""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
README = ROOT / "README.md"

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"^(`+) ?(.*?) ?\1$")
_MADE = re.compile(r"(<!-- herfra skrives af en test: (\w+) -->\n)(.*?)(<!-- hertil -->)", re.DOTALL)


def fences(page: Path, language: str) -> list[str]:
    """The text of each fenced block of a language, in order."""
    return [text for kind, text in _FENCE.findall(page.read_text("utf-8")) if kind == language]


def tables(page: Path, *header: str) -> list[list[str]]:
    """The rows of every table with this header, code marks taken off."""
    rows: list[list[str]] = []
    inside = False
    for line in page.read_text("utf-8").splitlines():
        cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if not line.startswith("|"):
            inside = False
        elif cells == list(header):
            inside = True
        elif inside and not set(line) <= set("|- "):
            rows.append([uncoded(cell) for cell in cells])
    return rows


def uncoded(cell: str) -> str:
    found = _CODE.match(cell)
    return found.group(2) if found else cell


def made(page: Path) -> dict[str, str]:
    """The blocks of a page that are made from the code, by name."""
    return {name: text for _, name, text, _ in _MADE.findall(page.read_text("utf-8"))}


def write_made(page: Path, blocks: dict[str, str]) -> None:
    text = _MADE.sub(lambda m: m[1] + blocks[m[2]] + m[4], page.read_text("utf-8"))
    page.write_text(text, "utf-8")


def table(header: list[str], rows: list[list[str]]) -> str:
    """Rows as Markdown."""
    lines = [header, ["---"] * len(header), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def main() -> None:
    from doc_blocks import BLOCKS
    from test_ordliste import MACHINE, used

    for page, blocks in BLOCKS.items():
        if page.exists():
            write_made(page, {name: make() for name, make in blocks.items()})
    lines = MACHINE.read_text("utf-8").splitlines(keepends=True)
    MACHINE.write_text("".join(line for line in lines if not line.strip().isalpha() or line.strip() in used()), "utf-8")


if __name__ == "__main__":
    main()
