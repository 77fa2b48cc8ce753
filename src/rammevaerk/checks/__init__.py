"""One file for each question asked of a rammeværk itself, or of its scenarier.

`CHECKS` asks of a loaded rammeværk; `scenarier.py` of a .feature file, which need not be readable at all.
"""

from __future__ import annotations

from typing import Final

from rammevaerk.checks.afsnit import forgotten_sentences
from rammevaerk.checks.felter import misspelt_fields
from rammevaerk.checks.spoergsmaal import unasked_facts
from rammevaerk.checks.ubrugt import unused_declarations

CHECKS: Final = (forgotten_sentences, unasked_facts, unused_declarations, misspelt_fields)
