"""The effect of other rules on a portfolio, as text, as a table and as JSON."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.facts.dates import write_date
from rammevaerk.facts.numbers import write_count
from rammevaerk.names import listed
from rammevaerk.presentation.aendringer import counted_changes
from rammevaerk.presentation.omvurdering import NONE, klausul_in_words, why_turned
from rammevaerk.presentation.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rammevaerk.explanation.hvadhvis import Gruppeskift, Hvadhvis
    from rammevaerk.explanation.omvurdering import Omvurdering

Json = dict[str, Any]
_LONGEST: Final = 16


def sentence(found: Hvadhvis) -> str:
    """The effect in one sentence."""
    number = len(found.skifter)
    return f"{write_count(number)} af {write_count(found.antal)} aktiviteter skifter indstilling."


def moves(found: Hvadhvis) -> Iterator[str]:
    """How many go from what to what, the most first."""
    times = Counter((one.foer, one.nu) for one in found.skifter)
    ordered = sorted(times.items(), key=lambda one: (-one[1], one[0]))
    return (f"{write_count(number)} fra {was} til {is_}" for (was, is_), number in ordered)


def write_hvadhvis(found: Hvadhvis, page: Page = Page()) -> str:  # noqa: B008 - a page is frozen
    """Who would be answered otherwise and why, what turns without turning an answer, and what differs in the rules."""
    lines = [
        page.heading(page.hanging("", f"{found.titel}: hvad de nye regler ville ændre")),
        page.hanging("", _place(found)),
        "",
        page.heading(page.hanging("", _headline(found))),
    ]
    for one in found.skifter:
        lines.append(page.hanging("  ", f"{one.titel} ({one.aktivitet}): {one.foer} → {one.nu}"))
        lines.append(page.hanging("    ", f"på grund af {why_turned(one)}"))
    lines += _under("Klausuler, der får et andet udfald, uden at indstillingen skifter", _klausuler(found), page)
    lines += _under("Regler om aktiviteterne tilsammen", map(rule_in_words, found.tilsammen), page)
    lines += ["", page.heading("Forskellen mellem de to udgaver"), page.hanging("  ", counted_changes(found.rettelser))]
    for change in found.rettelser:
        place = f"{change.klausuler[0]}: " if change.klausuler else ""
        lines.append(page.hanging("  · ", f"{place}{change.tekst}"))
    return "\n".join(lines)


def _headline(found: Hvadhvis) -> str:
    told = list(moves(found))
    return f"{sentence(found)} {listed(told).capitalize()}." if told else sentence(found)


def _place(found: Hvadhvis) -> str:
    parts = [found.nu, f"vurderet den {write_date(found.dato)}"]
    parts.append(f"fra udgave {found.foer_udgave[:12]} til udgave {found.nu_udgave[:12]}")
    return " · ".join(parts)


def _klausuler(found: Hvadhvis) -> Iterator[str]:
    """Of each turn of a klausul who it is of: one line where many turn alike."""
    alike: dict[str, list[str]] = {}
    for one in found.kun_klausuler:
        for klausul in one.klausuler:
            alike.setdefault(klausul_in_words(klausul), []).append(one.titel)
    for words, titles in alike.items():
        yield f"{words} for {listed(_first(titles))}"


def _first(titles: Sequence[str], most: int = 8) -> list[str]:
    more = len(titles) - most
    return [*titles[:most], f"{write_count(more)} til"] if more > 1 else list(titles)


def rule_in_words(one: Gruppeskift) -> str:
    """A rule about the portfolio that turned: from what to what."""
    who = f" for {one.gruppe}" if one.gruppe else ""
    return f"{one.regel}{who}: {one.foer or NONE} → {one.nu or NONE}"


def _under(heading: str, found: Iterator[str] | map[str], page: Page) -> Iterator[str]:
    said = list(found)
    if said:
        yield from ("", page.heading(heading))
        yield from (page.hanging("  · ", one) for one in said)


def write_table(found: Hvadhvis, page: Page = Page()) -> str:  # noqa: B008 - a page is frozen
    """Those of which something turns as a table, one row each, no wider than the page."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from rammevaerk.presentation.table import SIGNS, plain

    if not found.omvurderinger:
        return sentence(found)
    table = Table(box=SIMPLE_HEAD, padding=(0, 1))
    table.add_column("Aktivitet", overflow="fold")
    for name in ("Før", "Nu"):
        table.add_column(name, no_wrap=True)
    table.add_column("Klausuler", overflow="fold", min_width=_LONGEST)
    for one in (*found.skifter, *found.kun_klausuler):
        table.add_row(
            f"{one.titel}\n{one.aktivitet}",
            f"{SIGNS[one.foer]} {one.foer}",
            f"{SIGNS[one.nu]} {one.nu}" if one.vendt else "uændret",
            _in_cell(one),
        )
    return f"{plain(table, page)}\n{page.hanging('', _headline(found))}"


def _in_cell(one: Omvurdering) -> str:
    return "\n".join(map(klausul_in_words, one.klausuler)) or why_turned(one)


def hvadhvis_as_json(found: Hvadhvis) -> Json:
    """The whole effect as JSON data; the keys keep æ, ø and å."""
    return {
        "rammeværk": found.nu,
        "før": found.foer_udgave,
        "nu": found.nu_udgave,
        "dato": found.dato.isoformat(),
        "aktiviteter": found.antal,
        "skifter": [_omvurdering(one) for one in found.skifter],
        "kun klausuler": [_omvurdering(one) for one in found.kun_klausuler],
        "tilsammen": [
            {"regel": one.regel, "gruppe": one.gruppe or None, "før": _udfald(one.foer), "nu": _udfald(one.nu)}
            for one in found.tilsammen
        ],
        "ændringer": [{"klausuler": list(one.klausuler), "tekst": one.tekst} for one in found.rettelser],
    }


def _omvurdering(one: Omvurdering) -> Json:
    return {
        "aktivitet": one.aktivitet,
        "før": one.foer,
        "nu": one.nu,
        "afgørende": list(one.afgoerende),
        "klausuler": [{"klausul": k.klausul, "før": _udfald(k.foer), "nu": _udfald(k.nu)} for k in one.klausuler],
        "tekst": why_turned(one) if one.vendt else None,
    }


def _udfald(udfald: object) -> str | None:
    return None if udfald is None else str(udfald)
