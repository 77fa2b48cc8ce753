"""The kinds of value as pydantic reads them: fast in JSON, Danish words beside it, and one error for each.

What is common (ISO text, true, an option) is decided inside pydantic-core; amounts and dates are remembered.
Labels of alternatives begin with §, so that `errors.py` can leave them out of a place.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import core_schema

from rammevaerk.diagnostics import Unreadable
from rammevaerk.facts.dates import read_date
from rammevaerk.facts.kinds import DATE, RESOURCE, TEXT, YES_NO, Kind
from rammevaerk.facts.numbers import FRACTION, WHOLE, write_number
from rammevaerk.facts.unit_table import RESOURCE_UNITS, in_words
from rammevaerk.facts.units import Maengde, read_quantity, write_quantity

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler

LONGEST_TEXT: Final = 100_000
LONGEST_LIST: Final = 10_000
MOST_FAULTS: Final = 1_000
"""Reading stops after so many; nobody mends more in one go."""
_REMEMBERED: Final = 65_536
_YES_NO_WORDS: Final = {"ja": True, "nej": False}
_TEXT_SCHEMA: Final = core_schema.str_schema(strict=True, strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT)


class Fakta(BaseModel):
    """What every record of facts has in common: frozen, strict, keys as written or folded, nothing unknown."""

    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", validate_by_name=True, validate_by_alias=True, serialize_by_alias=True
    )


@lru_cache(_REMEMBERED)
def read_resource(text: str) -> Maengde:
    """An amount that is money or working time."""
    amount = read_quantity(text)
    if amount.enhed not in RESOURCE_UNITS:
        units = in_words([RESOURCE])
        raise Unreadable(f"«{text}» er hverken penge eller arbejdstid", f"skriv mængden i {units}")
    return amount


_day = lru_cache(_REMEMBERED)(read_date)


class _Dato:
    """Reads a date from text, Danish or ISO; a Python date is taken as it is."""

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        text = core_schema.no_info_after_validator_function(_day, core_schema.str_schema(strict=True))
        day = core_schema.union_schema([(core_schema.date_schema(strict=True), "§dag"), (text, "§tekst")])
        as_text = core_schema.to_string_ser_schema(when_used="json")
        return core_schema.json_or_python_schema(text, day, serialization=as_text)


class _Ressource:
    """Reads an amount of money or working time; one already read is taken as it is."""

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        text = core_schema.no_info_after_validator_function(
            read_resource, core_schema.str_schema(strict=True, strip_whitespace=True)
        )
        read = core_schema.union_schema([(core_schema.is_instance_schema(Maengde), "§mængde"), (text, "§tekst")])
        as_text = core_schema.plain_serializer_function_ser_schema(str)  # pydantic would take the dataclass apart
        return core_schema.json_or_python_schema(text, read, serialization=as_text)


def _yes_no_schema() -> core_schema.CoreSchema:
    words = core_schema.no_info_after_validator_function(
        _YES_NO_WORDS.__getitem__, core_schema.literal_schema(["ja", "nej"])
    )
    return core_schema.union_schema(
        [core_schema.bool_schema(strict=True), words],
        mode="left_to_right",
        custom_error_type="ja_nej",
        custom_error_message="ja eller nej",
        serialization=core_schema.simple_ser_schema("bool"),
    )


class _JaNej:
    """Reads true, false, `ja` or `nej`."""

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return _yes_no_schema()


Tekst = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT), TEXT]
Kle = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^\d\d\.\d\d\.\d\d$"), TEXT]
Dato = Annotated[date, _Dato(), DATE]
JaNej = Annotated[bool, _JaNej(), YES_NO]
Ressource = Annotated[Maengde, _Ressource(), Kind("tal", RESOURCE)]
Tekster = Annotated[tuple[Tekst, ...], Field(max_length=LONGEST_LIST, strict=False)]


class Skoen(Fakta):
    """What only a person can say: the answer, whose it is, when and why."""

    svar: JaNej | None = Field(default=None, description="Er svaret ja eller nej?")
    svaret_af: Tekst | None = Field(
        default=None, description="Hvem har svaret?", json_schema_extra={"persondata": "ja"}
    )
    dato: Dato | None = Field(default=None, description="Hvornår er der svaret?")
    begrundelse: Tekst | None = Field(
        default=None, description="Hvorfor er svaret sådan?", json_schema_extra={"persondata": "fritekst"}
    )


BARE: Final = {answer: Skoen(svar=answer) for answer in (True, False)}
"""The two answers that nobody has signed; one object each."""


class _EllerBart:
    """Reads a skøn, or a bare ja/nej, which nobody has signed."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:  # noqa: ANN401
        bare = core_schema.no_info_after_validator_function(BARE.__getitem__, _yes_no_schema())
        return core_schema.union_schema([(handler(source), "§post"), (bare, "§bart")], mode="left_to_right")


Skoennet = Annotated[Skoen, _EllerBart(), Kind("ja/nej", skoen=True)]


def _whole(number: int) -> Decimal:
    if abs(number) >= 10**WHOLE:
        raise Unreadable("tallet er for stort", f"højst {WHOLE} cifre før kommaet")
    return Decimal(number)


def _fraction(number: float) -> Decimal:
    """A fraction that stood as a bare number in JSON; refused where the binary number could have changed it."""
    exact = Decimal(repr(number))
    exponent = exact.as_tuple().exponent
    if len(exact.as_tuple().digits) > WHOLE or not isinstance(exponent, int) or not -FRACTION <= exponent <= 0:
        raise Unreadable("tallet har for mange cifre til at stå som rent tal", "sæt tallet i anførselstegn, fx «0,5»")
    return exact


def _as_written(value: EgenVaerdi) -> object:
    """A value as it is written in a file, so that it reads back the same."""
    if isinstance(value, Decimal):
        return write_number(value)
    if isinstance(value, Maengde):
        return write_quantity(value)
    if isinstance(value, Skoen):
        return value.model_dump(mode="json", exclude_unset=True)
    return value.isoformat() if isinstance(value, date) else value


class _Raa:
    """Reads a value whose kind is declared elsewhere: yes/no, number, text, a list of texts, or a skøn."""

    def __get_pydantic_core_schema__(self, _source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        after = core_schema.no_info_after_validator_function
        skoen = (handler.generate_schema(Skoen), "§post")
        plain = [
            (core_schema.none_schema(), "§ingen"),
            (core_schema.bool_schema(strict=True), "§ja/nej"),
            (_TEXT_SCHEMA, "§tekst"),
            (after(_whole, core_schema.int_schema(strict=True)), "§helt"),
            (after(_fraction, core_schema.float_schema(strict=True, allow_inf_nan=False)), "§tal"),
        ]
        exact = [
            (core_schema.is_instance_schema(Decimal), "§præcist"),
            (core_schema.is_instance_schema(date), "§dag"),
            (core_schema.is_instance_schema(Maengde), "§mængde"),
        ]
        listed = (core_schema.tuple_variable_schema(_TEXT_SCHEMA, max_length=LONGEST_LIST), "§liste")
        return core_schema.json_or_python_schema(
            # Each way that is tried in vain costs as much as a record: a skøn comes first, and JSON has no exact ones.
            core_schema.union_schema([skoen, *plain, listed], mode="left_to_right"),
            core_schema.union_schema([*plain, *exact, listed, skoen], mode="left_to_right"),
            serialization=core_schema.plain_serializer_function_ser_schema(_as_written),
        )


class _EllerIngen:
    """Reads a section; one that is left empty has nothing in it."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:  # noqa: ANN401
        return core_schema.no_info_after_validator_function(_filled, core_schema.nullable_schema(handler(source)))


def _filled(section: dict[str, Any] | None) -> dict[str, Any]:
    return section or {}


EgenVaerdi = bool | str | Decimal | date | Maengde | tuple[str, ...] | Skoen | None
Raa = Annotated[EgenVaerdi, _Raa()]
Egne = Annotated[dict[str, Raa], _EllerIngen()]
