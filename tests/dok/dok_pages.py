"""What the tests of the pages share: which rammeværk, as of which day, and a reader of pages."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).parents[2]
RAMME = "odense-2022"
DATO = "2026-11-23"


def pages(folder: Path) -> dict[str, Page]:
    return {path.name: Page(path) for path in folder.glob("*.html")}


def broken(folder: Path) -> list[tuple[str, str]]:
    """Links of the pages that lead nowhere, files that are not there, ids that stand twice."""
    found = pages(folder)
    wrong: list[tuple[str, str]] = []
    for name, page in found.items():
        wrong += [(name, id_) for id_ in set(page.ids) if page.ids.count(id_) > 1]
        for link in page.links:
            place, _, id_ = link.partition("#")
            if not (folder / (place or name)).exists() or (id_ and unquote(id_) not in found[place or name].ids):
                wrong.append((name, link))
        wrong += [(name, source) for source in page.sources if source and not (folder / source).exists()]
    return wrong


class Page(HTMLParser):
    """What tests ask of a page: its ids, its links, its words."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.sources: list[str] = []
        self.words: list[str] = []
        self._silent = 0
        self.feed(path.read_text("utf-8"))
        self.text = " ".join(" ".join(self.words).split())
        self.tight = "".join("".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._silent += tag in {"script", "style"}
        self.ids += [given["id"]] if "id" in given else []
        if tag == "a":
            self.links.append(given["href"])
        elif given.keys() & {"src", "href"}:
            self.sources.append(given.get("src") or given["href"])

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"script", "style"}

    def says(self, text: str) -> bool:
        """Whether the text stands there, whatever of it is a link."""
        return "".join(text.split()) in self.tight

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)
