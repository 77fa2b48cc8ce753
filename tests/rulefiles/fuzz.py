"""Throw broken rule files, sentences and fact files at the readers: only `Refused` may come out, soon and in Danish.

python tests/rulefiles/fuzz.py --minutter 10 --frø 1
"""

from __future__ import annotations

import argparse
import faulthandler
import re
import resource
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(Path(__file__).parent)]

from rammevaerk.diagnostics import Refused  # noqa: E402 - the path above has to be there first
from rammevaerk.facts.reading import read_text  # noqa: E402 - the same
from rammevaerk.passes import rammevaerk_from_documents  # noqa: E402 - the same
from rammevaerk.rulefiles.read import read_documents  # noqa: E402 - the same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SLOWEST = 60.0
"""Seconds that any one case may take; the specials made to be slow come nearest."""
MOST_MEMORY = 1_500
"""Megabytes that the whole run may take, the 100 MB cases' own bytes among them."""

RULES = [path.read_bytes() for path in sorted((ROOT / "rules/odense-2022").glob("*.yaml"))]
ASKING = {"typologi", "stoettemuligheder"}
RULES += [path.read_bytes() for path in sorted((ROOT / "rules").glob("*/*.yaml")) if path.stem in ASKING]
FACTS = [
    (path.read_bytes(), path.suffix[1:])
    for path in sorted((ROOT / "docs/eksempler").rglob("*.*"))
    if path.suffix in {".yaml", ".json"}
]
SENTENCES = [
    found.encode()
    for text in RULES
    for found in re.findall(r"^ +(?:krav|gælder når|når|er): (.*)$", text.decode(), re.MULTILINE)
]
PIECES = (
    *(
        b"\x00",
        b"\xff",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf",
        b"\r",
        b"\t",
        b"\xe2\x80\xa8",
        "å".encode("utf-16-le"),
        b"\x1b",
    ),
    *(
        b"(",
        b")",
        b"[",
        b"{",
        b"]",
        b"}",
        b'"',
        b"'",
        b"&a ",
        b"*a",
        b"!!python/object ",
        b"%",
        b"@",
        b"`",
        b"|\n",
        b">",
    ),
    *(
        b"? ",
        b"- ",
        b": ",
        b"#",
        b"---\n",
        b"...\n",
        b"<<: ",
        b"~",
        b"null",
        b"\\",
        b"\\u0000",
        b"\\ud800",
        b"{{",
        b"}}",
    ),
    *(b" og ", b" eller ", b" ikke ", b" er ", b" i de seneste ", b"1,234", b"99.99.9999", b"1e999", b"-0", b"0x1F"),
    *(b"(" * 200, b"ikke " * 200, b"1+" * 400, b"[" * 60, b"- " * 60, b"a" * 3_000, b"9" * 500, b"a: " * 30),
)


def mutated(random: Random, data: bytes) -> bytes:
    """The bytes with one to four things wrong with them."""
    for _ in range(random.randint(1, 4)):
        data = random.choice(_MUTATIONS)(random, data)
    return data


def _at(random: Random, data: bytes) -> int:
    return random.randrange(len(data) + 1)


def _flip(random: Random, data: bytes) -> bytes:
    at = _at(random, data)
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _cut(random: Random, data: bytes) -> bytes:
    return data[: _at(random, data)]


def _drop(random: Random, data: bytes) -> bytes:
    at = _at(random, data)
    return data[:at] + data[at + random.randint(1, 40) :]


def _insert(random: Random, data: bytes) -> bytes:
    at = _at(random, data)
    return data[:at] + random.choice(PIECES) + data[at:]


def _repeat(random: Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    at = random.randrange(len(lines))
    return b"".join(lines[:at] + [lines[at]] * random.randint(2, 30) + lines[at + 1 :])


def _swap(random: Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _indent(random: Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    at = random.randrange(len(lines))
    lines[at] = random.choice([b" ", b"  ", b"\t", b""]) + lines[at].lstrip(b" " * random.randint(0, 4))
    return b"".join(lines)


def _graft(random: Random, data: bytes) -> bytes:
    other = random.choice(RULES)
    start = _at(random, other)
    at = _at(random, data)
    return data[:at] + other[start : start + random.randint(1, 200)] + data[at:]


def _nfd(_: Random, data: bytes) -> bytes:
    return unicodedata.normalize("NFD", data.decode("utf-8", "replace")).encode("utf-8", "replace")


_MUTATIONS = (_flip, _flip, _cut, _drop, _insert, _insert, _insert, _repeat, _swap, _indent, _graft, _nfd)


def random_case(random: Random) -> Callable[[], object]:
    """A rule file, a sentence in a small rule file, or a fact file, with something wrong."""
    kind = random.random()
    if kind < 0.35:
        files = [(f"{place}.yaml", data) for place, data in enumerate(RULES)]
        at = random.randrange(len(files))
        # Alone a file has no head; now and then it stands among its fellows.
        near = [files[at], *(file for file in files if file is not files[at] and random.random() < 0.15)]
        return _rules([(near[0][0], mutated(random, near[0][1])), *near[1:]])
    if kind < 0.75:
        sentence = mutated(random, random.choice(SENTENCES)).replace(b"\n", b" ")
        head = "rammeværk: x\nregler:\n  - id: a.1\n    klausul: a.1\n    krav: >-\n      ".encode()
        return _rules([("a.yaml", head + sentence + b"\n"), ("b.yaml", RULES[4])])
    data, form = random.choice(FACTS)
    return _facts(mutated(random, data), form)


def _rules(files: list[tuple[str, bytes]]) -> Callable[[], object]:
    return lambda: rammevaerk_from_documents(read_documents(files), "u")


def _facts(data: bytes, form: str) -> Callable[[], object]:
    return lambda: read_text(data, "a", form)


def specials() -> Iterator[tuple[str, Callable[[], object]]]:
    """The known ways to make a reader fall over."""
    head = "rammeværk: x\n"
    walls = {
        "10^5 firkantede": "titel: " + "[" * 10**5,
        "10^5 krøllede": "titel: " + "{" * 10**5,
        "10^5 runde i et krav": f"regler: [{{id: a, klausul: a, krav: {'(' * 10**5}}}]",
        "10^5 i anførselstegn": 'titel: "' + "[" * 10**5,
        "10^5 punkter": "titel: " + "- " * 10**5,
        "10^5 punkter ned ad": "\n".join(" " * depth + "-" for depth in range(1_000)),
        "10^5 nøgler i nøgler": "titel: " + "{a: " * 10**5,
        "10^5 spørgsmålstegn": "? " * 10**5,
        "10^5 ankre": "titel: [" + "&a x, " * 10**5 + "]",
        "latterbombe": "a: &a [x,x]\n" + "".join(f"b{n}: &b{n} [*a,*a,*a,*a]\n" for n in range(30)),
        "samme nøgle": "titel: x\n" * 20_000,
        "25.000 nøgler": "".join(f"k{n}: x\n" for n in range(25_000)),
        "25.000 felter": "registre: {r: {poster: [{navn: A" + "".join(f", k{n}: x" for n in range(25_000)) + "}]}}",
        "6.000 poster og 2.000 kriterier": "registre: {r: {poster: [{navn: A, k: x}"
        + "".join(f", n{n}" for n in range(6_000))
        + "]}}\nkoblinger: {r: {register: r, kriterier: [{navn: A, kræves: ja, når: k er emne}"
        + "".join(f", {{navn: n{n}, kræves: ja, når: k er emne}}" for n in range(2_000))
        + "]}}",
        "6.000 regler": "regler:\n" + "".join(f"- {{id: a{n}, klausul: a{n}, krav: x}}\n" for n in range(6_000)),
        "900 fejl i 900 regler": "regler:\n"
        + "".join(f"- {{id: a{n}, klausul: a{n}, krav: {'ukendt og ' * 50}x}}\n" for n in range(900)),
        "900 næsten rigtige navne": "begreber:\n"
        + "".join(f"  navn nummer {n} i rækken: {{er: EU-projekt}}\n" for n in range(900))
        + "regler:\n"
        + "".join(f"- {{id: a{n}, klausul: a{n}, krav: navn numer {n} i rekken er mid}}\n" for n in range(900)),
        "900 navne af de samme ord": "begreber:\n"
        + "".join(f"  {' '.join('ab'[n >> i & 1] for i in range(30))}: {{er: EU-projekt}}\n" for n in range(900)),
        "begreber i begreber": "begreber:\n  b0: {er: EU-projekt}\n"
        + "".join(f"  b{n}: {{er: b{n - 1} og b{n - 1}}}\n" for n in range(1, 60))
        + "regler: [{id: a, klausul: a, krav: b59}]",
        "900 begreber i række": "begreber:\n  b0: {er: EU-projekt}\n"
        + "".join(f"  b{n}: {{er: ikke b{n - 1}}}\n" for n in range(1, 900)),
        "900 regler i række": "regler:\n- {id: a0, klausul: a0, krav: EU-projekt}\n"
        + "".join(f"- {{id: a{n}, klausul: a{n}, krav: a{n - 1} er opfyldt}}\n" for n in range(1, 900)),
        "900 regler i ring": "regler:\n"
        + "".join(f"- {{id: a{n}, klausul: a{n}, krav: a{(n + 1) % 900} er opfyldt}}\n" for n in range(900)),
        "1 MB": "titel: " + "a " * 500_000,
        "lange tal": f"parametre: {{loft: {{værdier: [{{værdi: {'9' * 250_000}}}]}}}}",
        "mange klammer i tekst": f"regler: [{{id: a, klausul: a, krav: EU-projekt, opfyldt: '{'{' * 250_000}'}}]",
        "mange pladsholdere": f"regler: [{{id: a, klausul: a, krav: EU-projekt, opfyldt: '{'{x}' * 80_000}'}}]",
        "lange navne": f"begreber: {{{'a' * 250_000}: {{er: EU-projekt}}}}",
        "uparret surrogat": 'titel: "\\ud800"',
    }
    for name, text in walls.items():
        yield f"regelfil: {name}", _rules([("a.yaml", (head + text).encode())])
        yield f"faktafil: {name}", _facts(text.encode(), "yaml")
    for name, data in (("100 MB", b"titel: " + b"a" * 10**8), ("NUL", b"\x00" * 10), ("halv UTF-8", b"titel: \xc3")):
        yield f"regelfil: {name}", _rules([("a.yaml", data)])
        yield f"faktafil: {name}", _facts(data, "yaml")
        yield f"json: {name}", _facts(b'{"id": "' + data, "json")
    yield "json: 10^5 firkantede", _facts(b"[" * 10**5, "json")
    yield "json: 10^5 krøllede", _facts(b'{"a":' * 10**5, "json")


def run_case(case: Callable[[], object]) -> tuple[str, float]:
    """What came out, and how long it took; anything but `Refused` is left to fall through."""
    began = time.perf_counter()
    try:
        case()
        outcome = "læst"
    except Refused as refused:
        outcome = _refusal(refused)
    seconds = time.perf_counter() - began
    assert seconds < SLOWEST, f"{seconds:.1f} sekunder"
    return outcome, seconds


def _refusal(refused: Refused) -> str:
    """A refusal says something, in Danish, that can be printed."""
    assert refused.diagnostics
    for diagnostic in refused.diagnostics:
        assert str(diagnostic).encode()
        assert diagnostic.message
        assert not _FOREIGN.search(_QUOTED.sub("", diagnostic.message)), diagnostic
    return "afvist"


_QUOTED = re.compile("«.*»", re.DOTALL)
_FOREIGN = re.compile(r"\b(?:the|expected|found|NoneType|Error|str|int|list|dict|object|mapping|scalar|token)\b")


def memory() -> int:
    """The most memory the run has taken, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Run the specials once and random cases until the time is up; print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--minutter", type=float, default=10)
    options.add_argument("--frø", type=int, default=1)
    given = options.parse_args()
    began, outcomes, slowest = time.monotonic(), Counter[str](), (0.0, "")
    for name, case in specials():
        faulthandler.dump_traceback_later(120, exit=True)
        outcome, seconds = run_case(case)
        outcomes[outcome] += 1
        slowest = max(slowest, (seconds, name))
    print(f"særlige: {dict(outcomes)}, den langsomste {slowest[0]:.1f} s ({slowest[1]})", flush=True)  # noqa: T201
    slowest, number = (0.0, ""), 0
    while time.monotonic() - began < given.minutter * 60:
        number += 1
        seed = given.frø * 1_000_000_000 + number
        faulthandler.dump_traceback_later(120, exit=True)
        try:
            outcome, seconds = run_case(random_case(Random(seed)))
        except BaseException:
            print(f"fejl ved frø {seed}", flush=True)  # noqa: T201
            raise
        outcomes[outcome] += 1
        slowest = max(slowest, (seconds, str(seed)))
    assert memory() < MOST_MEMORY, memory()
    print(  # noqa: T201
        f"tilfældige: {number} tilfælde, i alt {dict(outcomes)}, den langsomste {slowest[0]:.2f} s ({slowest[1]}), "
        f"højst {memory()} MB"
    )


if __name__ == "__main__":
    main()
