"""`journal`: hold the journal against itself, print from it, erase personal values, and deliver varsler."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.diagnostics import Diagnostic, Refused, did_you_mean
from rammevaerk.facts.numbers import counted
from rammevaerk.names import fold, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rammevaerk.journal.statistik import Linje
    from rammevaerk.journal.store import Journal
    from rammevaerk.journal.verifying import Efterproevning

WRONG: Final = 1
_ARTER: Final = ("hændelse", "vurdering", "beslutning", "fravigelse", "varsel", "levering", "udgave", "sletning")
_PLACE: Final = Option("journal", "journalens fil, eller dens adresse i PostgreSQL", "FIL", "j")
_FORMAT: Final = Option("format", "tekst (som standard) eller json", "FORMAT", "f", ("tekst", "json"))
_HOVED: Final = Option("hoved", "et hoved, du har gemt; kun for efterprøv", "HOVED")
_AKTIVITET: Final = Option("aktivitet", "kun det om den aktivitet; for udskriv og slet", "ID")
_ART: Final = Option("art", "kun poster af den art; for udskriv", "ART", choices=_ARTER)
_TIL: Final = Option("til", "fil eller adresse på samme maskine, som varslerne skal til; for aflever", "FIL|URL")
_PERSON: Final = Option("person", "navnet på den, hvis oplysninger skal slettes; for slet", "NAVN")
_ABOUT: Final = """
Journalen gemmer, hvad der er set, vurderet og besluttet. Der kan kun skrives til; intet kan rettes.

  efterprøv  siger, om nogen har ændret, fjernet, indsat eller flyttet en post, og laver hver
             vurdering igen af de gemte oplysninger og regelfiler. Gem hovedet, den viser, et
             andet sted: med --hoved ses det, om noget er skåret af eller skrevet om siden.
  notat      skriver en vurdering som et notat, der kan stå alene. Skriv postens nummer efter.
  udskriv    skriver posterne i deres orden. De er af arten hændelse, vurdering, beslutning,
             fravigelse, varsel, levering, udgave eller sletning.
  statistik  siger, hvor tit hver indstilling og klausul er fulgt og fraveget.
  slet       sletter persondata om en aktivitet eller med en persons navn. Det kan ikke fortrydes.
             Kæden holder, og en post siger, at det er sket.
  aflever    giver modtageren de varsler, den ikke har fået: hvert af dem én gang, i deres orden.
             En fil får en linje med JSON for hvert; en adresse får dem som HTTP POST. Efter et
             nedbrud kan en adresse få det sidste igen, med den samme nøgle.

Koden er for efterprøv 0, når intet er galt, og 1, når noget er.

Eksempel:
  rammevaerk journal efterprøv --journal journal.db
  rammevaerk journal slet --person "Anna Holm" --journal postgresql://vært/base
  rammevaerk journal aflever --til varsler.jsonl --journal journal.db
"""


def _run(arguments: Arguments) -> int:
    action, *words = arguments.words or ("",)
    found = next((name for name in _ACTIONS if fold(name) == fold(action)), None)
    if found is None:
        help_ = did_you_mean(action, _ACTIONS) or f"skriv {listed(list(_ACTIONS), 'eller')} først"
        message = f"«journal» kan ikke «{action}»" if action else "skriv, hvad «journal» skal gøre"
        raise Refused([Diagnostic("J013", message, help_)])
    with closing(_opened(arguments)) as journal:
        return _ACTIONS[found](journal, words, arguments)


def _opened(arguments: Arguments) -> Journal:
    from rammevaerk.journal.store import Journal

    if not arguments.one("journal"):
        raise Refused([Diagnostic("B005", "ingen journal", "skriv fx «--journal journal.db»")])
    return Journal(arguments.one("journal"), create=False)


def _efterproev(journal: Journal, _words: list[str], arguments: Arguments) -> int:
    from rammevaerk.journal.post import read_hoved

    known = read_hoved(arguments.one("hoved")) if arguments.one("hoved") else None
    found = journal.verify(known)
    if arguments.one("format") == "json":
        print(json.dumps(_as_json(found), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_told(found)))
    return 0 if found.hel else WRONG


def _as_json(found: Efterproevning) -> dict[str, Any]:
    return {
        "hel": found.hel,
        "poster": found.antal,
        "hoved": str(found.hoved or ""),
        "fund": [{"kode": one.code, "tekst": one.message} for one in found.fund],
        "genskabt": found.genskabt,
        "ikke genskabt": {how: list(numbers) for how, numbers in found.ikke_genskabt.items()},
        "slettet": {str(nummer): count for nummer, count in found.slettede.items()},
    }


def _told(found: Efterproevning) -> Iterator[str]:
    from rammevaerk.journal.findings import WHY, numbers

    yield from map(str, found.fund)
    yield from [""] if found.fund else []
    how = "Kæden er hel." if found.hel else "Noget er galt."
    yield f"Journalen har {counted(found.antal, 'post', 'poster')}. {how}"
    yield f"Hoved: {found.hoved or 'mangler'}"
    if found.genskabt:
        count = counted(found.genskabt, "vurdering er", "vurderinger er")
        yield f"{count} lavet igen og blev den samme, tegn for tegn."
    for how, posts in found.ikke_genskabt.items():
        count = counted(len(posts), "vurdering kan", "vurderinger kan")
        yield f"{count} ikke laves igen, for {WHY[how]}: post {numbers(posts)}."
    if found.slettede:
        count = counted(sum(found.slettede.values()), "personoplysning", "personoplysninger")
        yield f"{count} er slettet, som journalen selv siger, i post {numbers(list(found.slettede))}."


def _notat(journal: Journal, words: list[str], arguments: Arguments) -> int:
    from rammevaerk.presentation.notat import write_notat
    from rammevaerk.presentation.page import page_for

    if len(words) != 1 or not (words[0].isascii() and words[0].isdigit()):
        help_ = "fx «rammevaerk journal notat 12 --journal journal.db»"
        raise Refused([Diagnostic("B005", "skriv nummeret på én post", help_)])
    found = journal.notat(int(words[0][:18]))
    if arguments.one("format") == "json":
        print(json.dumps(found.json, ensure_ascii=False, indent=2))
    else:
        print(write_notat(found.json, found.vurdering, page_for(sys.stdout)))
    return 0


def _udskriv(journal: Journal, _words: list[str], arguments: Arguments) -> int:
    from rammevaerk.journal.lines import as_json, as_line

    art: Any = arguments.one("art") or None
    as_data = arguments.one("format") == "json"
    for post in journal.entries(arguments.one("aktivitet") or None, art):
        print(json.dumps(as_json(post), ensure_ascii=False) if as_data else as_line(post))
    return 0


def _statistik(journal: Journal, _words: list[str], arguments: Arguments) -> int:
    found = journal.statistik()
    if arguments.one("format") == "json":
        print(json.dumps([_line(one) for one in found], ensure_ascii=False, indent=2))
    else:
        print("\n".join(_counts(found)))
    return 0


def _line(one: Linje) -> dict[str, Any]:
    counted = {"fulgt": one.fulgt, "fraveget": one.fraveget}
    return {"rammeværk": one.rammevaerk, "om": one.om, "navn": one.navn, **counted, "advarsel": one.advarsel}


def _counts(found: tuple[Linje, ...]) -> Iterator[str]:
    from rammevaerk.journal.statistik import ENOUGH

    if not found:
        yield "Ingen har besluttet noget om en aktivitet, der er vurderet."
        return
    rows = [(one.rammevaerk, one.om, one.navn, str(one.fulgt), str(one.fraveget), one.advarsel) for one in found]
    heads = ("rammeværk", "om", "navn", "fulgt", "fraveget", "")
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    for row in (heads, *rows):
        cells = (
            c.rjust(w) if at in _NUMBERS else c.ljust(w) for at, (c, w) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()
    yield f"\nMed mindst {ENOUGH} beslutninger er aldrig og altid fraveget begge et tegn på, at reglen skal ses efter."


def _slet(journal: Journal, _words: list[str], arguments: Arguments) -> int:
    posts = journal.erase(datetime.now(UTC), aktivitet=arguments.one("aktivitet"), person=arguments.one("person"))
    if not posts:
        print("Der er ingen persondata at slette.")
        return 0
    values = sum(len(post.indhold["fingeraftryk"]) for post in posts)
    numbers = {nummer for post in posts for nummer in post.indhold["poster"]}
    told = f"{counted(values, 'personoplysning', 'personoplysninger')} i {counted(len(numbers), 'post', 'poster')}"
    print(f"Slettet: {told}. Det står i post {listed([str(post.nummer) for post in posts])}.")
    print("Sikkerhedskopier og udskrifter, der er taget før, skal slettes for sig.")
    return 0


def _aflever(journal: Journal, _words: list[str], arguments: Arguments) -> int:
    from rammevaerk.journal.modtagere import kanal_to

    where = arguments.one("til")
    if not where:
        help_ = "skriv fx «--til varsler.jsonl» eller «--til http://127.0.0.1:8000/varsler»"
        raise Refused([Diagnostic("B005", "ingen modtager", help_)])
    kanal = kanal_to(where)
    count = journal.deliver(kanal, lambda: datetime.now(UTC))
    told = f"{counted(count, 'varsel', 'varsler')} er leveret" if count else "Der er ingen nye varsler"
    print(f"{told} til «{kanal.modtager}».")
    return 0


_NUMBERS: Final = (3, 4)
_ACTIONS: Final[dict[str, Callable[[Journal, list[str], Arguments], int]]] = {
    "efterprøv": _efterproev,
    "notat": _notat,
    "udskriv": _udskriv,
    "statistik": _statistik,
    "slet": _slet,
    "aflever": _aflever,
}

VERB: Final = Verb(
    name="journal",
    words="efterprøv|notat|udskriv|statistik|slet|aflever [POST] --journal FIL [VALG]…",
    summary="efterprøv journalen, skriv fra den, slet persondata, og aflever varsler",
    about=_ABOUT,
    options=(_PLACE, _FORMAT, _HOVED, _AKTIVITET, _ART, _PERSON, _TIL),
    run=_run,
)
