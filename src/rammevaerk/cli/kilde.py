"""`kilde`: the anchors between rule files and the paper: splitting it, comparing a new edition, drafting from it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.diagnostics import Diagnostic, Refused, did_you_mean
from rammevaerk.names import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.rulefiles.kilde.anchors import Anker
    from rammevaerk.rulefiles.kilde.comparing import Forskel
    from rammevaerk.rulefiles.kilde.splitting import Papir

CHANGED: Final = 1
_ACTIONS: Final = ("kontrol", "tilknyt", "ny")
_FORMAT: Final = Option("format", "tekst (som standard) eller json; kun for kontrol", "FORMAT", "f", ("tekst", "json"))
_OUT: Final = Option("mappe", "mappen, der skrives i; kun for tilknyt og ny", "MAPPE", "o")
_NAME: Final = Option("navn", "det nye rammeværks navn; kun for ny", "NAVN")
_WORDS: Final = Option("ord", "filen fra tilknyt med papirets ord, så kontrol kan vise før og nu", "FIL")
_RENEW: Final = Option("forny", "skriv også rammeværkets fingeraftryk igen; kun for tilknyt")
_ABOUT: Final = """
Holder regelfilerne sammen med papiret. Et fingeraftryk af hvert punktum følger med rammeværket;
ordene gør ikke.

  kontrol  siger for hver klausul, hvad der er sket med dens punktummer i en ny udgave af papiret:
           uændret, flyttet, omformuleret eller forsvundet, og hvilke regler det rører ved.
           Nye linjeskift, orddelinger, dobbelte mellemrum og sideskift er ingen ændring.
  tilknyt  deler papiret i nummererede punktummer og skriver dem med papirets ord i din egen mappe.
  ny       skriver et udkast til regelfiler med en klausul for hvert punktum.

Papiret er en fil, der ender på .txt, .md, .docx eller .pdf.

Koden er for kontrol 0, når alt er uændret, og 1, når noget er ændret.

Eksempel:
  rammevaerk kilde kontrol odense-2022 rammer.txt
  rammevaerk kilde ny politik.docx --navn min-politik -o mine-regler
"""


def _run(arguments: Arguments) -> int:
    action, *words = arguments.words or ("",)
    if action not in _ACTIONS:
        help_ = did_you_mean(action, _ACTIONS) or f"skriv {listed(list(_ACTIONS), 'eller')} først"
        message = f"«kilde» kan ikke «{action}»" if action else "skriv, hvad «kilde» skal gøre"
        raise Refused([Diagnostic("K008", message, help_)])
    return {"kontrol": _kontrol, "tilknyt": _tilknyt, "ny": _ny}[action](words, arguments)


def _kontrol(words: list[str], arguments: Arguments) -> int:
    from rammevaerk.rulefiles.kilde.anchors import FILE, read_anchors, unplaced
    from rammevaerk.rulefiles.kilde.comparing import compare

    place, ramme, paper = _place_and_paper(words, "kontrol")
    anchors = read_anchors(place / FILE)
    if faults := tuple(unplaced(ramme, anchors)):
        raise Refused(faults)
    papir = _split(paper, _sections(ramme))
    differences = compare(ramme, _with_words(anchors, arguments), papir)
    if arguments.one("format", "tekst") == "json":
        print(json.dumps([_as_json(one) for one in differences], ensure_ascii=False, indent=2))
    else:
        print("\n".join(_told(ramme, differences)))
    return CHANGED if any(one.aendring != "uændret" for one in differences) else 0


def _tilknyt(words: list[str], arguments: Arguments) -> int:
    raise Refused([Diagnostic("K008", "kan endnu ikke bruges", "")])


def _ny(words: list[str], arguments: Arguments) -> int:
    raise Refused([Diagnostic("K008", "kan endnu ikke bruges", "")])


def _with_words(anchors: tuple[Anker, ...], arguments: Arguments) -> tuple[Anker, ...]:
    """The anchors with the paper's words, where the user's own file is of the same edition."""
    from dataclasses import replace

    from rammevaerk.rulefiles.kilde.anchors import read_anchors

    if not arguments.one("ord"):
        return anchors
    own = read_anchors(Path(arguments.one("ord")))
    if [replace(anchor, tekst="") for anchor in own] != list(anchors):
        message = "filen med papirets ord er af en anden udgave end rammeværkets fingeraftryk"
        raise Refused([Diagnostic("K009", message, "lav den igen med «rammevaerk kilde tilknyt»")])
    return own


def _place_and_paper(words: list[str], action: str) -> tuple[Path, Rammevaerk, Path]:
    """The folder of the rammeværk, the rammeværk and the paper's file."""
    from rammevaerk.api import find, load

    if len(words) != 2:  # noqa: PLR2004 - the two of them
        raise Refused(
            [
                Diagnostic(
                    "B005", "skriv ét rammeværk og ét papir", f"fx «rammevaerk kilde {action} odense-2022 rammer.pdf»"
                )
            ]
        )
    place = find(words[0])
    return (place.parent if place.is_file() else place), load(place), _existing(Path(words[1]))


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise Refused([Diagnostic("B007", f"«{path}» findes ikke", "skriv stien til papirets fil")])
    return path


def _sections(ramme: Rammevaerk) -> list[str]:
    return list(dict.fromkeys(klausul.afsnit for klausul in ramme.klausuler.values() if klausul.afsnit))


def _split(path: Path, afsnit: Iterable[str] = ()) -> Papir:
    from rammevaerk.rulefiles.kilde.reading import read_paper
    from rammevaerk.rulefiles.kilde.splitting import split

    text, warnings = read_paper(path)
    for warning in warnings:
        print(warning, file=sys.stderr)
    return split(text, list(afsnit))


def _as_json(one: Forskel) -> dict[str, object]:
    row: dict[str, object] = {"klausul": one.klausul, "ændring": one.aendring, "regler": list(one.regler)}
    return row | ({"sted": one.sted} if one.sted else {})


def _told(ramme: Rammevaerk, differences: tuple[Forskel, ...]) -> Iterable[str]:
    """What changed, one entry for each, and what did not as a number."""
    changed = [one for one in differences if one.aendring != "uændret"]
    same = len(differences) - len(changed)
    for one in changed:
        yield f"{one.klausul or '(ingen klausul)'}: {one.aendring}{f'  {one.sted}' if one.sted else ''}"
        yield from (f"    {word} {text}" for word, text in (("før:", one.before), ("nu: ", one.now)) if text)
        if one.regler:
            yield f"    rører ved {listed(list(one.regler))}"
    if changed:
        yield ""
    yield f"{ramme.id}: {same} klausuler er uændret, {len(changed)} steder er ændret."


VERB: Final = Verb(
    name="kilde",
    words="kontrol|tilknyt|ny [RAMMEVÆRK] PAPIR [VALG]…",
    summary="hold regelfilerne sammen med papiret",
    about=_ABOUT,
    options=(_FORMAT, _OUT, _NAME, _WORDS, _RENEW),
    run=_run,
)
