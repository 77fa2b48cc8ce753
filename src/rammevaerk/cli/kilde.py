"""`kilde`: the anchors between rule files and the paper: splitting it, comparing a new edition, drafting from it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.cli.citater import ENDING, own_folder
from rammevaerk.diagnostics import Diagnostic, Refused, did_you_mean
from rammevaerk.names import listed, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
    from rammevaerk.rulefiles.kilde.anchors import FILE, read_anchors, sections_of, unplaced
    from rammevaerk.rulefiles.kilde.comparing import compare

    place, ramme, paper = _place_and_paper(words, "kontrol")
    anchors = read_anchors(place / FILE)
    if faults := tuple(unplaced(ramme, anchors)):
        raise Refused(faults)
    papir = _split(paper, sections_of(ramme))
    differences = compare(ramme, _with_words(anchors, arguments), papir)
    if arguments.one("format", "tekst") == "json":
        print(json.dumps([_as_json(one) for one in differences], ensure_ascii=False, indent=2))
    else:
        print("\n".join(_told(ramme, differences)))
    return CHANGED if any(one.aendring != "uændret" for one in differences) else 0


def _tilknyt(words: list[str], arguments: Arguments) -> int:
    """Write the paper's words for the user, and the fingerprints where there are none yet or they are to be renewed."""
    from rammevaerk.rulefiles.kilde.anchors import FILE, anchors_of, read_anchors, sections_of, unplaced, write_anchors

    place, ramme, paper = _place_and_paper(words, "tilknyt")
    papir = _split(paper, sections_of(ramme))
    anchors = anchors_of(papir)
    faults = tuple(unplaced(ramme, anchors))
    if faults:
        raise Refused(faults)
    own = _folder(arguments) / f"{ramme.id}{ENDING}"
    _write(own, write_anchors(ramme.id, anchors_of(papir, texts=True)))
    shared = place / FILE
    if arguments.one("forny") or not shared.exists():
        _write(shared, write_anchors(ramme.id, anchors))
    print("\n".join(_counted(anchors)))
    print(f"\nPapirets ord: {own}\nFingeraftryk: {shared}")
    if read_anchors(shared) == anchors:
        return 0
    print(
        "Papiret er en anden udgave end fingeraftrykkene; se hvad der er ændret med «kilde kontrol».", file=sys.stderr
    )
    return CHANGED


def _counted(anchors: tuple[Anker, ...]) -> Iterator[str]:
    """How many sentences each afsnit has."""
    for afsnit in dict.fromkeys(anchor.afsnit for anchor in anchors):
        pieces = [anchor for anchor in anchors if anchor.afsnit == afsnit and not anchor.heading]
        numbers = len({anchor.punktum for anchor in pieces})
        items = sum(1 for anchor in pieces if anchor.led)
        told = f"{numbers} {'punktum' if numbers == 1 else 'punktummer'}"
        yield f"{afsnit}: {told}{f' og {items} led' if items else ''}"


def _ny(words: list[str], arguments: Arguments) -> int:
    """A draft of rule files, with the fingerprints beside; on stdout where no folder is named."""
    from rammevaerk.rulefiles.kilde.anchors import FILE, anchors_of, write_anchors
    from rammevaerk.rulefiles.kilde.drafting import draft, joined

    name = arguments.one("navn")
    if len(words) != 1 or not name:
        help_ = "fx «rammevaerk kilde ny politik.txt --navn min-politik -o mine-regler»"
        raise Refused([Diagnostic("B005", "skriv papirets fil og rammeværkets navn", help_)])
    if slug(name) != name:
        raise Refused(
            [Diagnostic("K012", f"«{name}» kan ikke være et navn på et rammeværk", f"skriv fx «{slug(name)}»")]
        )
    paper = _existing(Path(words[0]))
    papir = _split(paper)
    files = draft(papir, name, paper.name)
    if not arguments.one("mappe"):
        print(joined(files), end="")
        return 0
    folder = Path(arguments.one("mappe")) / name
    if folder.exists():
        raise Refused([Diagnostic("K013", f"«{folder}» findes allerede", "vælg et andet navn eller en anden mappe")])
    for file, text in {**files, FILE: write_anchors(name, anchors_of(papir))}.items():
        _write(folder / file, text)
    print(f"{folder}: {len(files)} regelfiler og {FILE}")
    return 0


def _folder(arguments: Arguments) -> Path:
    """Where the user's own files go: the folder that was named, or the user's own for this program."""
    named = arguments.one("mappe")
    return Path(named) if named else own_folder()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


def _with_words(anchors: tuple[Anker, ...], arguments: Arguments) -> tuple[Anker, ...]:
    """The anchors with the paper's words, where the user's own file is of the same edition."""
    from rammevaerk.rulefiles.kilde.anchors import read_anchors
    from rammevaerk.rulefiles.kilde.quoting import with_words

    file = arguments.one("ord")
    return with_words(anchors, read_anchors(Path(file)), file) if file else anchors


def _place_and_paper(words: list[str], action: str) -> tuple[Path, Rammevaerk, Path]:
    """The folder of the rammeværk, the rammeværk and the paper's file."""
    from rammevaerk.loading import find, load

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


def _split(path: Path, afsnit: Mapping[str, int] | None = None) -> Papir:
    from rammevaerk.rulefiles.kilde.reading import read_paper
    from rammevaerk.rulefiles.kilde.splitting import split

    text, warnings = read_paper(path)
    for warning in warnings:
        print(warning, file=sys.stderr)
    return split(text, afsnit)


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
