"""Collect: the files' sections together, one head, no name twice."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from rammevaerk.names import spoken
from rammevaerk.passes.draft import Draft, name_of, name_span
from rammevaerk.rulefiles.document import Entry
from rammevaerk.rulefiles.keys import HEAD, SECTIONS

MOST_ENTRIES: Final = 1_000


def collect(draft: Draft) -> Draft:
    """The entries of every section, in the files' order, and the one head."""
    entries = {
        key.name: tuple(entry for document in draft.documents for entry in document.top.objects.get(key.name, ()))
        for key in SECTIONS
    }
    found = replace(draft, head=_head(draft), entries={name: _bounded(draft, name, e) for name, e in entries.items()})
    for key in SECTIONS:
        if key.name != "indstillinger":
            _refuse_doubles(found, key.name)
    return found


def _bounded(draft: Draft, section: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """No paper has thousands of clauses; a file that has takes forever to check."""
    if len(entries) > MOST_ENTRIES:
        message = f"der er mere end {MOST_ENTRIES:,} poster under «{section}»".replace(",", ".")
        draft.fault("R022", message, "del rammeværket i flere", entries[MOST_ENTRIES].span)
    return entries[:MOST_ENTRIES]


def _head(draft: Draft) -> Entry:
    """The one document that says which rammeværk this is; head keys anywhere else are faults."""
    heads = [d.top for d in draft.documents if "rammeværk" in d.top.scalars]
    if not heads:
        source = draft.documents[0].top.span
        draft.fault(
            "R008", "ingen af filerne siger, hvilket rammeværk det er", "skriv «rammeværk: navn» øverst", source
        )
        return Entry(source)
    for top in heads[1:]:
        help_ = f"det står også i {heads[0].place('rammeværk')}"
        draft.fault("R008", "«rammeværk» står i mere end én fil", help_, top.place("rammeværk"))
    for top in (d.top for d in draft.documents if "rammeværk" not in d.top.scalars):
        for key in (k.name for k in HEAD):
            if key in top.scalars or key in top.objects or key in top.lists:
                place = top.objects[key][0].span if top.objects.get(key) else top.place(key)
                draft.fault("R008", f"«{key}» hører til i filen med «rammeværk»", "flyt den derhen", place)
    return heads[0]


def _refuse_doubles(draft: Draft, section: str) -> None:
    seen: dict[str, Entry] = {}
    for entry in draft.entries[section]:
        name = name_of(entry)
        first = seen.setdefault(spoken(name), entry)
        if name and first is not entry:
            message = f"«{name}» står to gange under «{section}»"
            draft.fault("R009", message, f"det første står i {name_span(first)}", name_span(entry))
