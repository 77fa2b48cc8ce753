"""What came of running the scenarier: written by the run, read by the pages.

A result belongs to a row of a scenarie in a feature, and is only believed while feature and rule files are those that
were run. What has changed since has not been run.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.explanation.portefoelje import Portefoeljevurdering
from rammevaerk.names import listed
from rammevaerk.presentation.klassificering import HOLDER
from rammevaerk.presentation.portefoelje import figures, name_of_gruppe
from rammevaerk.presentation.rangering import trin_in_words
from rammevaerk.presentation.text import facts_in_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from rammevaerk.explanation.klassificering import Klassificering
    from rammevaerk.explanation.koblinger import Koblingssvar
    from rammevaerk.explanation.portefoelje import Gruppevurdering
    from rammevaerk.explanation.rangering import Rangering
    from rammevaerk.explanation.vurdering import Begrundelse, Klausulvurdering, Vurdering

Json = dict[str, Any]
LARGEST: Final = 50_000_000
_FORM: Final = "rammeværk-resultater 1"


@dataclass(frozen=True, slots=True)
class Resultat:
    """What came of one row: whether it went as expected, the step where it did not, and the answer explained."""

    bestaaet: bool
    trin: str = ""
    svar: Mapping[str, Any] | None = None
    fortalt: tuple[str, ...] = ()
    """What was answered beside the udfald: classes, and matches."""


@dataclass(frozen=True)
class Resultater:
    """The results of a run, and the fingerprints of what was run."""

    features: Mapping[str, str] = field(default_factory=dict)
    udgaver: Mapping[str, str] = field(default_factory=dict)
    raekker: Mapping[tuple[str, int, int], Resultat] = field(default_factory=dict)

    def of(self, feature: str, line: int, row: int) -> Resultat | None:
        """The result of a row of the scenarie at that line; None when it has not been run."""
        return self.raekker.get((feature, line, row))

    def believed(self, feature: str, data: bytes, ramme: str, udgave: str) -> bool:
        """Whether the feature and the rule files are still those that were run."""
        return self.features.get(feature) == fingerprint(data) and self.udgaver.get(ramme) == udgave


NOT_RUN: Final = Resultater()


def fingerprint(data: bytes) -> str:
    """The content hash of a file."""
    return hashlib.sha256(data).hexdigest()


def one_result(  # noqa: PLR0913, PLR0917 - the columns of the file
    feature: str,
    line: int,
    row: int,
    trin: str,
    vurdering: Vurdering | Portefoeljevurdering | None,
    klausuler: Collection[str],
    fortalt: Iterable[str] = (),
) -> Json:
    """One row as it stands in the file; `trin` is the step that did not hold."""
    found: Json = {"feature": feature, "linje": line, "række": row, "bestået": not trin}
    if trin:
        found["trin"] = trin
    if isinstance(vurdering, Portefoeljevurdering):
        found["svar"] = _explained_together(vurdering, klausuler)
    elif vurdering:
        found["svar"] = _explained(vurdering, klausuler)
    return found | ({"fortalt": told} if (told := list(fortalt)) else {})


def told_of_classes(found: Klassificering) -> Iterator[str]:
    """The verdicts and the classes as sentences."""
    for one in found.klassifikationer.values():
        yield f"{one.navn}: {one.svar}. {one.tekst}"
        yield from (f"{k.vaerdi}: {HOLDER[k.holder][1]}. {k.betingelse.begrundelse}" for k in one.klasser)


def told_of_matches(found: Koblingssvar, said: str) -> Iterator[str]:
    """The order of the posts, and of those that a scenarie names the criteria."""
    for one in found.koblinger.values():
        yield f"{one.navn}: {'; '.join(f'{post.navn} ({post.svar})' for post in one.poster)}."
        for post in (post for post in one.poster if post.navn in said):
            yield from (f"{post.navn}, {k.navn}: {k.betingelse.begrundelse}" for k in post.kriterier)


def told_of_order(found: Rangering) -> Iterator[str]:
    """The places with their reasons, and who has none."""
    for one in found.foerst:
        places = "" if one.bedst == one.ringest else f", kan blive nr. {one.bedst} til nr. {one.ringest}"
        yield f"{one.plads}. {one.titel}{places}. {'; '.join(map(trin_in_words, one.trin))}."
    for word, some in (("Venter", found.venter), ("Bør afsluttes", found.slut)):
        if some:
            yield f"{word}: {listed([one.titel for one in some])}."


def write_results(rows: Iterable[Json], features: Mapping[str, str], udgaver: Mapping[str, str]) -> str:
    """The file of results, the same whatever order the rows were run in."""
    ordered = sorted(rows, key=lambda row: (row["feature"], row["linje"], row["række"]))
    head = {"form": _FORM, "features": dict(sorted(features.items())), "udgaver": dict(sorted(udgaver.items()))}
    return json.dumps(head | {"rækker": ordered}, ensure_ascii=False, indent=1) + "\n"


def read_results(data: bytes, source: str) -> Resultater:
    """The results of a file. Raises `Refused` when it is something else."""
    try:
        return _read(json.loads(data))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        message = "filen rummer ikke resultater fra en kørsel af scenarierne"
        help_line = "lav den med «pytest tests/features --resultater FIL»"
        raise Refused([Diagnostic("B007", message, help_line, Span(source))]) from None


def _read(found: Json) -> Resultater:
    if found["form"] != _FORM:
        raise ValueError(found["form"])
    raekker = {(one["feature"], one["linje"], one["række"]): _resultat(one) for one in found["rækker"]}
    return Resultater(dict(found["features"]), dict(found["udgaver"]), raekker)


def _resultat(one: Json) -> Resultat:
    return Resultat(bool(one["bestået"]), str(one.get("trin", "")), one.get("svar"), tuple(one.get("fortalt", ())))


def _explained(vurdering: Vurdering, klausuler: Collection[str]) -> Json:
    """The answer as far as the row speaks of it: the indstilling, and the klausuler it names."""
    advice = vurdering.indstilling
    return {
        "dato": vurdering.dato.isoformat(),
        "handling": advice.handling,
        "begrundelser": _reasons(advice.begrundelser),
        "vilkår": _reasons(advice.vilkaar),
        "bemærkninger": _reasons(advice.bemaerkninger),
        "klausuler": {id_: _klausul(one) for id_, one in vurdering.klausuler.items() if id_ in klausuler},
        "portefølje": [],
        "mangler": [one.navn for one in vurdering.mangler if set(one.klausuler) & set(klausuler)],
    }


def _explained_together(vurdering: Portefoeljevurdering, klausuler: Collection[str]) -> Json:
    """The answers of the rules about the portfolio that the row names or whose klausul it does."""
    regler = [one for one in vurdering.regler if {one.id, one.klausul} & set(klausuler)]
    missing = dict.fromkeys(m.navn for regel in regler for gruppe in regel.grupper for m in gruppe.mangler)
    return {
        "dato": vurdering.dato.isoformat(),
        "handling": "",
        "klausuler": {},
        "portefølje": [_gruppe(regel.id, gruppe) for regel in regler for gruppe in regel.grupper],
        "mangler": [*missing],
    }


def _gruppe(regel: str, gruppe: Gruppevurdering) -> Json:
    return {
        "regel": regel,
        "gruppe": name_of_gruppe(gruppe),
        "udfald": str(gruppe.udfald),
        "begrundelse": gruppe.begrundelse,
        "tal": list(figures(gruppe)),
    }


def _reasons(reasons: tuple[Begrundelse, ...]) -> list[list[str]]:
    return [[one.klausul, one.tekst] for one in reasons]


def _klausul(one: Klausulvurdering) -> Json:
    return {
        "udfald": str(one.udfald),
        "begrundelse": one.begrundelse,
        "hensyn": list(one.hensyn),
        "fakta": list(facts_in_words(one)),
        "regler": {regel.id: str(regel.udfald) for regel in one.regler if len(one.regler) > 1},
    }
