"""Is each field of a register meant? One that stands in a single post and looks like another is likely a slip.

A post may lack a field, and then it is unknown. So a slip of the pen in its name makes it unknown without a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rammevaerk.diagnostics import Diagnostic, edit_distance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.model.rammevaerk import Rammevaerk


def misspelt_fields(ramme: Rammevaerk) -> Iterator[Diagnostic]:
    """Fields that one post alone has, and that are one letter from a field of more."""
    for register in ramme.registre.values():
        count = {felt: sum(felt in post for post in register.poster) for felt in register.felter}
        for felt in (felt for felt, number in count.items() if number == 1):
            near = (other for other, number in count.items() if number > 1 and edit_distance(felt, other) == 1)
            for other in near:
                message = f"{ramme.id}: feltet «{felt}» i registret «{register.name}» står kun i én post"
                yield Diagnostic("R104", message, f"mente du «{other}»?")
