"""The command `rammevaerk`: finds the verb, runs it, and answers for every way it can end."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Final, NoReturn, TextIO

from rammevaerk.cli.arguments import HELP, PROGRAM, Option, Verb, asks_for_help, in_columns, read_arguments
from rammevaerk.diagnostics import Diagnostic, Refused, did_you_mean
from rammevaerk.names import fold, listed, nfc

VERBS: Final = (
    "vurder",
    "forklar",
    "tjek",
    "dækning",
    "dok",
    "kilde",
    "ændringer",
    "sammenlign",
    "frister",
    "klassificer",
    "støtte",
    "portefølje",
    "følg",
    "rangér",
    "rapport",
    "hvadhvis",
    "skabelon",
    "journal",
    "sql",
)
"""Each is a module of this room, imported when it is asked for."""

JUDGED: Final = 0
FAULTS_FOUND: Final = 1
UNUSABLE: Final = 2
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141

_INTERNAL: Final = Diagnostic(
    "B099",
    "intern fejl: programmet gik i stå",
    "kør igen med RAMMEVAERK_FEJLSOEG=1, og send teksten til dem, der udvikler programmet",
)
_VERSION: Final = Option("version", "vis programmets version")


def run() -> NoReturn:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    code = main(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = _pipe_closed()
    sys.exit(code)


def main(given: list[str]) -> int:
    """The exit code of a command line; every fault is told on stderr, in Danish."""
    try:
        return _run(given)
    except Refused as refused:
        write_faults(refused.diagnostics)
        return UNUSABLE
    except KeyboardInterrupt:
        print("\nAfbrudt.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        return _pipe_closed()
    except OSError as error:
        write_faults([_unwritable(error)])
        return UNUSABLE
    except Exception:
        if os.environ.get("RAMMEVAERK_FEJLSOEG"):
            raise
        write_faults([_INTERNAL])
        return UNUSABLE


def _run(given: list[str]) -> int:
    if not given or (asks_for_help(given) and given[0].startswith("-")):
        return _say(program_help(), sys.stdout if given else sys.stderr, JUDGED if given else UNUSABLE)
    if given[0] == _VERSION.flag:
        return _say(f"{PROGRAM} {_version()}", sys.stdout, JUDGED)
    verb = find_verb(given[0])
    if asks_for_help(given[1:]):
        return _say(verb.help(), sys.stdout, JUDGED)
    return verb.run(read_arguments(verb, given[1:]))


def find_verb(word: str) -> Verb:
    """The verb of that name, with or without æ, ø and å."""
    for name in VERBS:
        if fold(nfc(word)) == fold(name):
            return load_verb(name)
    if word.startswith("-"):
        flags = (HELP.flag, _VERSION.flag)
        help_line = did_you_mean(word, flags) or f"skriv kommandoen først; den er en af {listed(list(VERBS))}"
        raise Refused([Diagnostic("B002", f"ukendt valg «{word}»", help_line)])
    help_line = did_you_mean(word, VERBS) or f"kommandoerne er {listed(list(VERBS))}"
    raise Refused([Diagnostic("B001", f"ukendt kommando «{word}»", help_line)])


def load_verb(name: str) -> Verb:
    """The verb of one module of this room."""
    verb = import_module(f"rammevaerk.cli.{fold(name)}").VERB
    assert isinstance(verb, Verb)  # noqa: S101 - each module of the room holds one
    return verb


def program_help() -> str:
    """The help of the whole program."""
    verbs = [(name, load_verb(name).summary) for name in VERBS]
    lines = [
        f"brug: {PROGRAM} KOMMANDO …",
        "",
        "Holder kommunens aktiviteter op mod dens egne rammer og siger hvorfor.",
    ]
    options = [(one.label(), one.meaning) for one in (HELP, _VERSION)]
    more = f"Se mere om en kommando med «{PROGRAM} KOMMANDO --hjælp»."
    return "\n".join([*lines, "", "Kommandoer:", *in_columns(verbs), "", "Valg:", *in_columns(options), "", more])


def write_faults(faults: tuple[Diagnostic, ...] | list[Diagnostic]) -> None:
    """Every fault on stderr."""
    for fault in faults:
        print(fault, file=sys.stderr)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(PROGRAM)
    except PackageNotFoundError:
        return "(ikke installeret)"


def _say(text: str, stream: TextIO, code: int) -> int:
    print(text, file=stream)
    return code


def _pipe_closed() -> int:
    """Who reads the output has stopped. Nothing is wrong; nothing more can be said, nor tried at the end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED


def _unwritable(error: OSError) -> Diagnostic:
    what = f"«{error.filename}» kan ikke bruges" if error.filename else "svaret kan ikke skrives"
    return Diagnostic("B008", what, "kontrollér stien, adgangen og pladsen på disken")
