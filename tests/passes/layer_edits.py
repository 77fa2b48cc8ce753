"""Edits of the shipped rules, as an officer would lay them on top: it is known which tighten and which loosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rammevaerk.model.expression import And, AtLeast, Compare, Constant, Count, Not, Or, Parameter, walk

if TYPE_CHECKING:
    from random import Random

    from rammevaerk.model.klausul import Handling, Regel
    from rammevaerk.model.rammevaerk import Rammevaerk

OTHERS = (
    "EU-projekt",
    "horisont er lang",
    "antal partnere er mindst 2",
    'forvaltning er "Børn- og Ungeforvaltningen"',
    'der er mindst 1 blandt partnere, hvor (land er "Norge")',
)
"""Conditions that no rule here already depends on in the same way."""


@dataclass(frozen=True)
class Edit:
    """A layer's own part as YAML, and what was done."""

    what: str
    yaml: str


def bindende(ramme: Rammevaerk) -> list[Regel]:
    """The rules whose breach counts, whatever the aktivitet: those that can be made weaker."""
    return [r for r in ramme.regler if r.styrke == "skal" and not r.om_rammen]


def _rule(regel: Regel, krav: str, naar: str = "", more: str = "") -> str:
    when = f"\n    gælder når: >-\n      {naar}" if naar else ""
    return f"regler:\n  - id: {regel.id}\n    klausul: {regel.klausul}\n    krav: >-\n      {krav}{when}{more}\n"


def _said(regel: Regel) -> tuple[str, str]:
    return regel.krav.origin, regel.gaelder_naar.origin if regel.gaelder_naar else ""


def tightening(ramme: Rammevaerk, random: Random) -> Edit:
    """An edit after which nothing is allowed that was not."""
    regel = random.choice(bindende(ramme))
    krav, naar = _said(regel)
    other = random.choice(OTHERS)
    makers = [
        lambda: Edit("og", _rule(regel, f"({krav}) og {other}", naar)),
        lambda: Edit("en regel mere", _rule(regel, other, naar).replace(f"id: {regel.id}", f"id: {regel.id}-mere")),
        lambda: Edit("begge", _rule(regel, f"({krav}) og {other} og ({krav})", naar)),
        lambda: Edit("stærkere", _stronger(ramme, random)),
        lambda: Edit(
            "lukker af",
            _advice("fravælg", "forslag", other) if ramme.indstillinger else _rule(regel, f"({krav}) og {other}", naar),
        ),
    ]
    if naar:
        makers += [
            lambda: Edit("altid", _rule(regel, krav)),
            lambda: Edit("oftere", _rule(regel, krav, f"({naar}) eller {other}")),
        ]
    if isinstance(regel.krav, Or):
        makers.append(lambda: Edit("færre veje", _rule(regel, regel.krav.parts[0].origin, naar)))
    makers += [lambda edit=edit: edit for edit in _limits(regel, tighter=True)] * 4
    makers += [lambda edit=edit: edit for edit in _deadlines(ramme, tighter=True)]
    return random.choice(makers)()


def loosening(ramme: Rammevaerk, random: Random) -> Edit:
    """An edit after which something is allowed that was not."""
    regel = random.choice(bindende(ramme))
    krav, naar = _said(regel)
    other = random.choice(OTHERS)
    makers = [
        lambda: Edit("eller", _rule(regel, f"({krav}) eller {other}", naar)),
        lambda: Edit("sjældnere", _rule(regel, krav, f"({naar}) og {other}" if naar else other)),
        lambda: Edit("noget andet", _rule(regel, other, naar)),
        lambda: Edit(
            "ophører",
            _rule(regel, krav, naar, "\n    gælder: {til: 2024-12-31}").replace(krav, f"({krav}) eller {other}"),
        ),
        lambda: Edit("svagere", _weaker(regel)),
    ]
    if ramme.indstillinger:
        makers += [
            lambda handling=handling, status=status: Edit("åbner", _advice(handling, status, other))
            for handling, status in (("tilvælg", "forslag"), ("fortsæt", "i gang"), ("ingen", "i gang"))
        ]
    if isinstance(regel.krav, And) and not _repeated(regel):
        makers.append(lambda: Edit("færre krav", _rule(regel, regel.krav.parts[0].origin, naar)))
    makers += [lambda edit=edit: edit for edit in _limits(regel, tighter=False)] * 4
    makers += [lambda edit=edit: edit for edit in _deadlines(ramme, tighter=False)]
    return random.choice(makers)()


def _repeated(regel: Regel) -> bool:
    """Whether the first part may say all that the whole says; then leaving out the others loosens nothing."""
    return any(isinstance(node, Not) for node in walk(regel.krav))


def _stronger(ramme: Rammevaerk, random: Random) -> str:
    weak = [
        k
        for k in ramme.klausuler.values()
        if k.styrke == "bør" and ramme.regler_for[k.id] and not any(r.om_rammen for r in ramme.regler_for[k.id])
    ]
    one = random.choice(weak)
    return f"klausuler:\n  - {{id: {one.id}, afsnit: Lag, styrke: skal, art: regel, tekst: Det skal ske.}}\n"


def _weaker(regel: Regel) -> str:
    return f"klausuler:\n  - {{id: {regel.klausul}, afsnit: Lag, styrke: bør, art: regel, tekst: Det bør ske.}}\n"


def _advice(handling: Handling, status: str, other: str) -> str:
    return f"indstillinger:\n  - handling: {handling}\n    når: >-\n      status er {status} og {other}\n"


def _limits(regel: Regel, *, tighter: bool) -> list[Edit]:
    """The rule's own numbers moved: a number of elements, and a parameter that a date or an amount is held against."""
    found = []
    krav, naar = _said(regel)
    if (
        isinstance(regel.krav, Compare)
        and isinstance(regel.krav.right, Count)
        and isinstance(regel.krav.left, Constant)
    ):
        number = int(regel.krav.left.value)
        moved = number + 1 if tighter else number - 1
        found.append(Edit("antal", _rule(regel, krav.replace(f"mindst {number}", f"mindst {moved}"), naar)))
    if isinstance(regel.krav, AtLeast) and isinstance(regel.krav.number, Constant) and tighter:
        found.append(Edit("flere", _rule(regel, krav.replace("der er mindst 1", "der er mindst 2"), naar)))
    read = {node.name for node in walk(regel.krav) if isinstance(node, Parameter)}
    found += [
        Edit(f"parameteren {name}", f"parametre:\n  {name}: {{værdier: [{{værdi: {LIMITS[name][tighter]}}}]}}\n")
        for name in sorted(read & LIMITS.keys())
    ]
    return found


def _deadlines(ramme: Rammevaerk, *, tighter: bool) -> list[Edit]:
    """How often something must happen, how long a skøn holds, how long before it is warned of: each moved."""
    binding = (one for one in ramme.frist.values() if ramme.klausuler[one.klausul].styrke == "skal")
    read = {name for one in binding for name in one.parameters}
    return [
        Edit(f"fristens {name}", f"parametre:\n  {name}: {{værdier: [{{værdi: {LIMITS[name][tighter]}}}]}}\n")
        for name in sorted(read & LIMITS.keys())
    ]


LIMITS = {
    "evalueringsinterval": ("13 måneder", "11 måneder"),
    "opfølgningsinterval": ("14 måneder", "10 måneder"),
    "skønnets holdbarhed": ("25 måneder", "23 måneder"),
    "varslingstid": ("1 måned", "3 måneder"),
    "puljens beløb": ("50.001 kr.", "49.999 kr."),
    "beløb pr. skoleklasse": ("10.000,01 kr.", "9.999 kr."),
    "beløb pr. forening": ("6.000 kr.", "4.000 kr."),
    "færreste deltagere": ("9", "11"),
    "højeste alder": ("19", "17"),
    "mindste målopfyldelse": ("99 pct.", "101 pct."),
}
"""Parameters with a value that is weaker than today's, and one that is stronger."""
