"""Rank: what weighs heaviest between aktiviteter, step by step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rammevaerk.model.rangering import Rangorden
from rammevaerk.names import spoken
from rammevaerk.passes.classify import known_klausul
from rammevaerk.passes.declarations import refuse_klausul
from rammevaerk.passes.draft import Draft, scalars

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.documents import Scalar
    from rammevaerk.rulefiles.document import Entry


def rank(draft: Draft) -> Draft:
    """The draft with its order; a layer that has none keeps the one below, and one that has its own puts it first."""
    own: dict[str, Rangorden] = {}
    for entry in draft.entries["rangering"]:
        one = _rangorden(draft, entry)
        if spoken(one.navn) in own:
            message = f"«{one.navn}» står to gange under «rangering»"
            draft.fault("R009", message, "slet det ene, eller giv det et andet navn", entry.place("navn"))
        own.setdefault(spoken(one.navn), one)
    below = (one for one in draft.below.rangering if spoken(one.navn) not in own)
    return replace(draft, rangering=(*own.values(), *below))


def _rangorden(draft: Draft, entry: Entry) -> Rangorden:
    known_klausul(draft, entry)
    klausuler = tuple(dict.fromkeys(_klausuler(draft, entry)))
    return Rangorden(entry.text("navn"), klausuler, entry.text("klausul"), entry.text("fortolkning"), draft.gaelder)


def _klausuler(draft: Draft, entry: Entry) -> Iterator[str]:
    """The klausuler it names that a rule on one aktivitet decides."""
    wrote = scalars(entry, "klausuler")
    if "klausuler" in entry.lists and not wrote:
        message = f"«{entry.text('navn')}» nævner ingen klausul"
        draft.fault("R006", message, "skriv de klausuler, der bærer trinnet", entry.place("klausuler"))
    decided = {regel.klausul for regel in (*draft.regler, *draft.below.regler)}
    for scalar in wrote:
        name = " ".join(scalar.text.split())
        if name not in draft.klausuler:
            refuse_klausul(draft, name, scalar.span, list(draft.klausuler))
        elif name not in decided:
            _refuse_undecided(draft, name, scalar)
        else:
            yield name


def _refuse_undecided(draft: Draft, name: str, scalar: Scalar) -> None:
    message = f"klausulen «{name}» afgøres ikke for den enkelte aktivitet og kan ikke rangere den"
    draft.fault("R012", message, "nævn en klausul, som en regel om aktiviteten afgør", scalar.span)
