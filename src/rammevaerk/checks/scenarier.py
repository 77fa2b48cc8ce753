"""The guard of the scenarier: no slip of a capital letter may turn one green or make it vanish."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rammevaerk.checks.gherkin import read_feature
from rammevaerk.diagnostics import Diagnostic, did_you_mean
from rammevaerk.names import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from rammevaerk.checks.feature import Feature, Scenarie, Word
    from rammevaerk.diagnostics import Span

TAG: Final = "@klausul:"
_PLACEHOLDER: Final = re.compile(r"<([^<>\s][^<>]*)>")
_CONTINUING: Final = ("Og", "Men", "*")


def check_feature(data: bytes, source: str, klausuler: Collection[str] | None = None) -> list[Diagnostic]:
    """All that is wrong with a .feature file; tags are held against `klausuler` when they are known."""
    feature, faults = read_feature(data, source)
    if feature:
        broken = {fault.span.line for fault in faults if fault.span}
        faults += [fault for check in _CHECKS for fault in check(feature) if not _follows(fault, feature, broken)]
        faults += _tags(feature, klausuler)
    return sorted(faults, key=lambda fault: (fault.span is not None, fault.span, fault.code))


def _follows(fault: Diagnostic, feature: Feature, broken: set[int]) -> bool:
    """Whether the scenarie at the fault has a broken line, which is then the cause: a step that is none, for one."""
    if fault.code not in _CAUSED or fault.span is None:
        return False
    starts = sorted({part.span.line for part in feature.afsnit} | {one.span.line for one in _all(feature)})
    here = max(start for start in starts if start <= fault.span.line)
    after = min((start for start in starts if start > fault.span.line), default=None)
    return any(line > here and (after is None or line < after) for line in broken)


def _steps(feature: Feature) -> Iterator[Diagnostic]:
    for one in _all(feature):
        if not one.trin:
            what = "baggrunden" if one.background else f"scenariet «{one.name}»"
            yield Diagnostic("G010", f"{what} har ingen trin", "skriv Givet, Når og Så, eller slet det", one.span)
        elif one.trin[0].keyword in _CONTINUING:
            first = one.trin[0]
            message = f"det første trin begynder med «{first.keyword}»"
            yield Diagnostic("G017", message, "begynd med Givet, Når eller Så", first.span)


def _outcomes(feature: Feature) -> Iterator[Diagnostic]:
    for one in feature.scenarier:
        if one.trin and not any(trin.outcome for trin in one.trin):
            message = f"scenariet «{one.name}» undersøger ingenting"
            yield Diagnostic("G011", message, "skriv et trin med «Så»", one.span)


def _scenarier(feature: Feature) -> Iterator[Diagnostic]:
    for part in feature.afsnit:
        empty = all(one.background for one in part.scenarier)
        if empty and (part.keyword == "Regel" or len(feature.afsnit) == 1):
            help_line = "skriv mindst ét «Scenarie:»"
            yield Diagnostic("G012", f"«{part.keyword}: {part.name}» har ingen scenarier", help_line, part.span)


def _names(feature: Feature) -> Iterator[Diagnostic]:
    """Of two with one name the test runner drops the first without a word."""
    seen: dict[str, Scenarie] = {}
    for one in feature.scenarier:
        if not one.name:
            yield Diagnostic("G013", "scenariet har intet navn", "skriv efter kolonet, hvad det viser", one.span)
        elif one.name in seen:
            message = f"to scenarier hedder «{one.name}»"
            help_line = f"giv det ene et andet navn; det første står i linje {seen[one.name].span.line}"
            yield Diagnostic("G013", message, help_line, one.span)
        else:
            seen[one.name] = one


def _examples(feature: Feature) -> Iterator[Diagnostic]:
    for one in feature.scenarier:
        if one.outline and not one.eksempler:
            message = f"det abstrakte scenarie «{one.name}» har ingen eksempler"
            yield Diagnostic("G014", message, "skriv «Eksempler:» og en tabel, eller kald det «Scenarie:»", one.span)
        for table in one.eksempler:
            if not table.rows:
                help_line = "skriv en række med kolonnernes navne og mindst én række under den"
                yield Diagnostic("G014", "eksemplerne er tomme", help_line, table.span)


def _placeholders(feature: Feature) -> Iterator[Diagnostic]:
    """Every `<name>` has a column in every table of examples, and every column is used."""
    for part in feature.afsnit:
        for one in part.scenarier:
            used = _used(one)
            yield from _undefined(one)
            for table in one.eksempler:
                for column in table.columns:
                    if column.text not in used:
                        help_line = f"skriv «<{column.text}>» i et trin, eller slet kolonnen"
                        yield Diagnostic("G016", f"kolonnen «{column.text}» bruges ikke", help_line, column.span)


def _used(scenarie: Scenarie) -> set[str]:
    texts = [scenarie.name, *(f"{trin.text}\n{trin.more}" for trin in scenarie.trin)]
    return {name for text in texts for name in _PLACEHOLDER.findall(text)}


def _undefined(scenarie: Scenarie) -> Iterator[Diagnostic]:
    tables = [{column.text for column in table.columns} for table in scenarie.eksempler]
    if scenarie.outline and not tables:
        return  # said already: there are no examples at all
    places = [(scenarie.name, scenarie.span), *((f"{t.text}\n{t.more}", t.span) for t in scenarie.trin)]
    for text, span in places:
        for name in dict.fromkeys(_PLACEHOLDER.findall(text)):
            known = set.intersection(*tables) if tables else set()
            if name not in known:
                help_line = _near(name, known) or f"skriv en kolonne «{name}» i hver tabel med eksempler"
                yield Diagnostic("G015", f"«<{name}>» står ikke i eksemplerne", help_line, span)


def _tags(feature: Feature, klausuler: Collection[str] | None) -> Iterator[Diagnostic]:
    """Every scenarie shows a klausul, by a tag of its own, its Regel's or its Egenskab's."""
    for part in feature.afsnit:
        if part.keyword == "Regel" and not _tagged(part.tags):
            yield _untagged(f"«Regel: {part.name}»", part.span)
        elif part.keyword != "Regel":
            loose = (one for one in part.scenarier if not one.background and not _tagged(one.tags))
            yield from (_untagged(f"scenariet «{one.name}»", one.span) for one in loose)
    words = (tag for part in feature.afsnit for tag in (*part.tags, *(t for one in part.scenarier for t in one.tags)))
    for tag in dict.fromkeys(words):
        yield from _tag(tag, klausuler)


def _tagged(tags: tuple[Word, ...]) -> bool:
    return any(fold(tag.text).startswith(TAG[:-1]) for tag in tags)


def _untagged(what: str, span: Span) -> Diagnostic:
    message = f"{what} siger ikke, hvilken klausul den viser"
    return Diagnostic("G018", message, f"skriv fx «{TAG}mål.2» i linjen over", span)


def _tag(tag: Word, klausuler: Collection[str] | None) -> Iterator[Diagnostic]:
    id_ = tag.text.removeprefix(TAG)
    if id_ == tag.text or not id_:
        if fold(tag.text).startswith(TAG[:-1]):
            message = f"mærket «{tag.text}» nævner ingen klausul"
            yield Diagnostic("G018", message, f"skriv «{TAG}» og klausulens nummer uden mellemrum", tag.span)
    elif klausuler is not None and id_ not in klausuler:
        help_line = _near(id_, klausuler) or "se klausulernes numre i rammeværkets regelfiler"
        yield Diagnostic("G019", f"ukendt klausul «{id_}»", help_line, tag.span)


def _near(word: str, known: Collection[str]) -> str:
    same = next((one for one in known if fold(one) == fold(word)), "")
    return f"mente du «{same}»?" if same else did_you_mean(word, known)


def _all(feature: Feature) -> Iterator[Scenarie]:
    return (one for part in feature.afsnit for one in part.scenarier)


_CHECKS: Final = (_steps, _outcomes, _scenarier, _names, _examples, _placeholders)
_CAUSED: Final = frozenset({"G010", "G011", "G012", "G014", "G015", "G016"})
"""Faults that a broken line in the same scenarie explains; it is enough to be told of that line."""
