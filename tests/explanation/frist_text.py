"""Small rammeværker and odense-2022 with other revisions, for the tests of frister."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rammevaerk.passes import rammevaerk_from_documents
from rammevaerk.rulefiles.read import read_documents, rule_files

if TYPE_CHECKING:
    import rammevaerk as rv

FACTS: dict[str, Any] = {"id": "a", "titel": "A", "status": "i gang"}
DAY = date(2024, 6, 1)
RULES = Path(__file__).parents[2] / "rules"

HEAD = """
rammeværk: prøve
gælder: {fra: 2000-01-01}
parametre:
  interval:
    klausul: a.1
    værdier: [{fra: 2020-01-01, værdi: 12 måneder}, {fra: 2030-01-01, til: 2031-12-31, værdi: 1 måned}]
egne:
  sidste møde: {art: dato, spørgsmål: Hvornår var det sidste møde?}
regler:
  - {id: a.1, klausul: a.1, krav: EU-projekt}
frister:
"""
"""Everything but the frister, one a line: «  navn: {…}»."""


def ramme_of(text: str) -> rv.Rammevaerk:
    """A rammeværk of one file."""
    return rammevaerk_from_documents(read_documents([("a.yaml", text.encode())]), "0" * 64)


def odense(registreret: str = "") -> rv.Rammevaerk:
    """odense-2022 with these revisions registered."""
    files = [(path.name, path.read_text("utf-8")) for path in rule_files(RULES / "odense-2022")]
    changed = [
        (name, text.replace("registreret: []", f"registreret: [{registreret}]").encode()) for name, text in files
    ]
    return rammevaerk_from_documents(read_documents(changed), "0" * 64)
