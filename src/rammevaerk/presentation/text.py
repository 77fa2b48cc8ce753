"""The answer as plain Danish text, for a terminal, a mail or a memo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import fill
from typing import Final

from rammevaerk.explanation.values import in_words
from rammevaerk.explanation.vurdering import Begrundelse, Klausulvurdering, Mangel, Vurdering
from rammevaerk.facts.dates import write_date
from rammevaerk.model.resultat import Udfald
from rammevaerk.names import listed

WIDTH: Final = 100
MARKS: Final[Mapping[Udfald, str]] = {
    Udfald.OPFYLDT: "✓",
    Udfald.IKKE_OPFYLDT: "✗",
    Udfald.UAFKLARET: "?",
    Udfald.IKKE_RELEVANT: "–",
    Udfald.IKKE_I_KRAFT: "·",
}
"""A sign beside each udfald's word; never instead of it."""


def write_summary(vurdering: Vurdering) -> str:
    """The indstilling, what it rests on, what is missing, and one line for each klausul."""
    return "\n".join([*_head(vurdering), *_advice(vurdering), *_missing(vurdering.mangler), *_klausuler(vurdering)])


def write_vurdering(vurdering: Vurdering, only: Iterable[str] = ()) -> str:
    """The same, with ground, considerations and facts under each klausul, or under `only` those."""
    chosen = [vurdering.klausuler[id_] for id_ in only] or list(vurdering.klausuler.values())
    lines = [*_head(vurdering), *_advice(vurdering), *_missing(vurdering.mangler), "", "Klausulerne"]
    for klausul in chosen:
        lines += ["", *_explained(klausul)]
    return "\n".join(lines)


def _head(vurdering: Vurdering) -> list[str]:
    """Whose answer it is, and of which edition of the rules."""
    place = f"{vurdering.rammevaerk} · vurderet {write_date(vurdering.dato)} · udgave {vurdering.udgave[:12]}"
    return [f"{vurdering.titel} ({vurdering.aktivitet})", place, "", f"Indstilling: {vurdering.indstilling.handling}"]


def _advice(vurdering: Vurdering) -> Iterator[str]:
    advice = vurdering.indstilling
    yield from _reasons("", advice.begrundelser)
    yield from _reasons("Vilkår – skal bringes i orden", advice.vilkaar)
    yield from _reasons("Bemærkninger", advice.bemaerkninger)


def _reasons(heading: str, reasons: Iterable[Begrundelse]) -> Iterator[str]:
    found = list(reasons)
    if found and heading:
        yield from ("", heading)
    width = max((len(one.klausul) for one in found), default=0)
    for one in found:
        yield _hanging(f"  {one.klausul:<{width}}  ", one.tekst)


def _missing(mangler: tuple[Mangel, ...]) -> Iterator[str]:
    if mangler:
        yield from ("", f"Mangler {len(mangler)} oplysning{'er' if len(mangler) > 1 else ''}")
    for mangel in mangler:
        yield _hanging("  ? ", f"{mangel.navn}: {mangel.spoergsmaal} ({listed(list(mangel.klausuler))})")


def _klausuler(vurdering: Vurdering) -> Iterator[str]:
    yield from ("", "Klausuler")
    width = max((len(id_) for id_ in vurdering.klausuler), default=0)
    for one in vurdering.klausuler.values():
        yield _hanging(f"  {MARKS[one.udfald]} {one.id:<{width}}  {one.udfald:<13} {one.styrke:<9}  ", one.begrundelse)


def _explained(klausul: Klausulvurdering) -> Iterator[str]:
    """One klausul in three parts: ground, considerations, facts."""
    yield f"{MARKS[klausul.udfald]} {klausul.id} – {klausul.udfald} ({klausul.styrke})"
    yield _hanging("  ", klausul.begrundelse)
    if klausul.grundlag:
        yield _hanging("  Grundlag: ", klausul.grundlag)
    for regel in klausul.regler:
        name = f" ({regel.id})" if len(klausul.regler) > 1 else ""
        yield _hanging(f"  Regel{name}: ", f"{regel.krav} – {regel.udfald}")
    for one in klausul.hensyn:
        yield _hanging("  Hensyn: ", one)
    for key, value in klausul.fakta.items():
        yield _hanging("  Fakta: ", f"{key.replace('_', ' ')}: {_shown(value)}")


def _shown(value: object) -> str:
    """A fact as a facts file holds it, in words."""
    match value:
        case {"svar": svar, **rest}:
            return ", ".join([_shown(svar), *(str(part) for part in rest.values() if part)])
        case dict():
            return ", ".join(_shown(part) for part in value.values())
        case list() | tuple():
            return "; ".join(map(_shown, value)) or "ingen"
        case _:
            return in_words(value)


def _hanging(before: str, text: str) -> str:
    return fill(text, WIDTH, initial_indent=before, subsequent_indent=" " * min(len(before), WIDTH // 2))
