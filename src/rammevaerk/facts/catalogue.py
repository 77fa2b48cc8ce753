"""What the models say of themselves: each field as an Oplysning, its kind from the annotation."""

from __future__ import annotations

from types import MappingProxyType, NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Field

from rammevaerk.facts.kinds import TEXT, Kind, Oplysning

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Persondata = Literal["ja", "nej", "fritekst"]


def fact(  # noqa: PLR0913 - one line says all there is to say of a fact
    question: str,
    *,
    key: str | None = None,
    name: str | None = None,
    persondata: Persondata = "nej",
    singular: str = "",
    required: bool = False,
    default_factory: Callable[[], Any] | None = None,
) -> Any:  # noqa: ANN401 - as pydantic's own Field
    """One thing that can be known: the question in Danish, and where the spelling is not the attribute's own."""
    extra: dict[str, Any] = {"name": name, "persondata": persondata, "singular": singular}
    if default_factory is not None:
        return Field(default_factory=default_factory, alias=key, description=question, json_schema_extra=extra)
    default = ... if required else None
    return Field(default, alias=key, description=question, json_schema_extra=extra)


def catalogue(model: type[BaseModel]) -> Mapping[str, Oplysning]:
    """The facts of a model by their names in sentences, in the order of the model."""
    return MappingProxyType({found.name: found for found in _facts(model)})


def _facts(model: type[BaseModel]) -> tuple[Oplysning, ...]:
    found = []
    for attribute, field in model.model_fields.items():
        if attribute == OWN:
            continue
        key = field.alias or attribute
        extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
        found.append(
            Oplysning(
                name=str(extra.get("name") or key.replace("_", " ")),
                key=key,
                attribute=attribute,
                kind=_kind(field.annotation, tuple(field.metadata)),
                question=field.description or "",
                persondata=_persondata(extra.get("persondata")),
                singular=str(extra.get("singular") or ""),
            )
        )
    return tuple(found)


def _kind(annotation: Any, metadata: tuple[Any, ...] = ()) -> Kind:  # noqa: ANN401 - an annotation can be anything
    """The kind of value that an annotation stands for."""
    for said in metadata:
        if isinstance(said, Kind):
            return said
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *rest = get_args(annotation)
        return _kind(inner, tuple(rest))
    if origin in {Union, UnionType}:
        return _kind(next(part for part in get_args(annotation) if part is not NoneType))
    if origin is Literal:
        return Kind("valg", options=get_args(annotation))
    if origin is tuple:
        return _list_kind(get_args(annotation)[0])
    raise TypeError(annotation)


def _list_kind(element: Any) -> Kind:  # noqa: ANN401 - an annotation can be anything
    if isinstance(element, type) and issubclass(element, BaseModel):
        return Kind("liste", fields=_facts(element))
    return Kind("liste", element=TEXT)


def _persondata(said: object) -> Persondata:
    return "ja" if said == "ja" else "fritekst" if said == "fritekst" else "nej"


OWN: Final = "egne"
"""The one attribute that is no fact itself but holds those a rammeværk declares."""
