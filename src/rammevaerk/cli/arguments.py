"""The command line's own words: verbs, options and values, every fault of them at once.

Not argparse: its help, its errors and its wording between Python versions are English, and a caseworker meets
the faults before anything else. What is left to do without it is this file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Diagnostic, Refused, did_you_mean
from rammevaerk.names import fold, listed, nfc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PROGRAM: Final = "rammevaerk"


@dataclass(frozen=True, slots=True)
class Option:
    """One option; without a `value` word it is a switch."""

    name: str
    meaning: str
    value: str = ""
    short: str = ""
    choices: tuple[str, ...] = ()

    @property
    def flag(self) -> str:
        """How it is written."""
        return f"--{self.name}"

    def label(self) -> str:
        """How it stands in the help."""
        return ", ".join([*([f"-{self.short}"] if self.short else []), f"{self.flag} {self.value}".strip()])


HELP: Final = Option("hjælp", "vis denne hjælp", short="h")
_HELP_WORDS: Final = {"-h", "--hjælp", "--hjaelp", "--help"}


@dataclass(frozen=True, slots=True)
class Arguments:
    """What was written after the verb: plain words, and the values of each option."""

    words: tuple[str, ...] = ()
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def one(self, name: str, default: str = "") -> str:
        """The value of an option; of one written twice, the last."""
        return self.values[name][-1] if name in self.values else default

    def every(self, name: str) -> tuple[str, ...]:
        """Each value of an option that may be written several times."""
        return self.values.get(name, ())


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing the program can do: its name, what may follow, and what does it."""

    name: str
    words: str
    summary: str
    about: str
    options: tuple[Option, ...]
    run: Callable[[Arguments], int]

    def usage(self) -> str:
        """The line that shows how it is written."""
        return f"brug: {PROGRAM} {self.name} {self.words}".rstrip()

    def help(self) -> str:
        """The whole help."""
        options = [(one.label(), one.meaning) for one in (*self.options, HELP)]
        return "\n".join([self.usage(), "", self.about.strip(), "", "Valg:", *in_columns(options)])


def in_columns(rows: list[tuple[str, str]]) -> Iterator[str]:
    """Names and what they mean, side by side."""
    width = max(len(name) for name, _ in rows)
    return (f"  {name:<{width}}  {meaning}" for name, meaning in rows)


def read_arguments(verb: Verb, given: list[str]) -> Arguments:
    """What was written, or every fault of it."""
    reading = _Reading(verb, [nfc(word) for word in given])
    reading.read()
    if reading.faults:
        raise Refused(reading.faults)
    return Arguments(tuple(reading.words), {name: tuple(values) for name, values in reading.values.items()})


def asks_for_help(given: list[str]) -> bool:
    """Whether help is asked for anywhere before `--`."""
    before = given[: given.index("--")] if "--" in given else given
    return any(nfc(word) in _HELP_WORDS for word in before)


@dataclass
class _Reading:
    verb: Verb
    left: list[str]
    words: list[str] = field(default_factory=list)
    values: dict[str, list[str]] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)

    def read(self) -> None:
        while self.left:
            word = self.left.pop(0)
            if word == "--":
                self.words += self.left
                return
            if word.startswith("-") and word != "-":
                self._option(word)
            else:
                self.words.append(word)

    def _option(self, word: str) -> None:
        flag, has_value, value = word.partition("=")
        option = self._known(flag)
        if option is None:
            return
        if not option.value:
            if has_value:
                self._fault("B003", f"«{option.flag}» tager ingen værdi", f"skriv kun «{option.flag}»")
            self.values.setdefault(option.name, []).append(option.name)
        elif has_value or (self.left and not self.left[0].startswith("--")):
            self._value(option, value if has_value else self.left.pop(0))
        else:
            self._fault("B003", f"«{option.flag}» mangler en værdi", f"skriv «{option.flag} {option.value}»")

    def _known(self, flag: str) -> Option | None:
        for one in (*self.verb.options, HELP):
            if flag == f"-{one.short}" or (flag.startswith("--") and fold(flag) == fold(one.flag)):
                return one
        flags = [one.flag for one in (*self.verb.options, HELP)]
        self._fault("B002", f"ukendt valg «{flag}»", did_you_mean(flag, flags) or f"valgene er {listed(flags)}")
        if self.left and not self.left[0].startswith("-") and "=" not in flag:
            self._skip_value()
        return None

    def _skip_value(self) -> None:
        """What follows an unknown option is as likely its value as a word; either way there is a fault already."""
        self.left.pop(0)

    def _value(self, option: Option, value: str) -> None:
        if not value.strip():
            self._fault("B003", f"«{option.flag}» mangler en værdi", f"skriv «{option.flag} {option.value}»")
        elif option.choices and value not in option.choices:
            help_line = did_you_mean(value, option.choices) or f"vælg mellem {listed(list(option.choices))}"
            self._fault("B004", f"«{option.flag}» kan ikke være «{value}»", help_line)
        else:
            self.values.setdefault(option.name, []).append(value)

    def _fault(self, code: str, message: str, help_line: str) -> None:
        self.faults.append(Diagnostic(code, message, help_line))
