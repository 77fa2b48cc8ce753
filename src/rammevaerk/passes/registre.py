"""Registers: the names that rules look up, and what else is said of each, one kind for each field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Unreadable, did_you_mean
from rammevaerk.documents import Mapping, Scalar, Sequence
from rammevaerk.model.klassifikation import NAME
from rammevaerk.model.klausul import Register
from rammevaerk.names import spoken
from rammevaerk.operators.terms import art_in_words
from rammevaerk.passes.draft import Draft, name_of, shortened
from rammevaerk.passes.values import read_field

if TYPE_CHECKING:
    from rammevaerk.documents import Node
    from rammevaerk.facts.kinds import Kind
    from rammevaerk.model.expression import Value
    from rammevaerk.rulefiles.document import Entry

    Post = dict[str, Value | tuple[str, ...]]

MOST_FIELDS: Final = 100
"""No list has as many columns."""


def read_register(draft: Draft, entry: Entry) -> Register:
    """The register; one that takes an earlier one's place has the same fields, of the same kinds."""
    before = next((one for name, one in draft.earlier.items() if spoken(name) == spoken(name_of(entry))), None)
    felter: dict[str, Kind] = dict(before.felter) if before else {}
    forms = {spoken(felt): felt for felt in (NAME, *felter)}
    posts: list[Post] = []
    seen: set[str] = set()
    for item in entry.lists["poster"].items if "poster" in entry.lists else ():
        post = _post(draft, item, felter, forms, before)
        name = str(post.get(NAME, ""))
        if not name:
            draft.fault("R004", "en post er et navn eller har nøglen «navn»", "skriv fx {navn: Brno}", item.span)
        elif spoken(name) in seen:
            draft.fault("R009", f"«{name}» står to gange i registret", "slet den ene", item.span)
        else:
            seen.add(spoken(name))
            posts.append(post)
        if len(felter) > MOST_FIELDS:
            message = f"registret «{shortened(name_of(entry))}» har mere end {MOST_FIELDS} felter"
            draft.fault("R022", message, "del det i flere registre", item.span)
            break
    klausul = entry.text("klausul") or (before.klausul if before else "")
    return Register(name_of(entry), tuple(posts), klausul, felter)


def _post(draft: Draft, item: Node, felter: dict[str, Kind], forms: dict[str, str], before: Register | None) -> Post:
    """A post's name and fields; without a name it is none."""
    if isinstance(item, Scalar):
        return {NAME: " ".join(item.text.split())}
    post: Post = {}
    for key, value in item.items if isinstance(item, Mapping) else ():
        felt = forms.setdefault(spoken(key.text), key.text)
        if felt == NAME and isinstance(value, Scalar):
            post[NAME] = " ".join(value.text.split())
        elif felt != NAME and (found := _field(draft, key, value)):
            kind, post[felt] = found
            _one_kind(draft, (key, value), felt, kind, felter, before)
    return post


def _field(draft: Draft, key: Scalar, value: Node) -> tuple[Kind, Value | tuple[str, ...]] | None:
    """A field's kind and value, or None where it has a fault."""
    items = value.items if isinstance(value, Sequence) else ()
    texts = tuple(item for item in items if isinstance(item, Scalar))
    if isinstance(value, Mapping) or len(texts) < len(items):
        message = f"under «{shortened(key.text)}» skal der stå en enkelt værdi eller en liste af tekster"
        draft.fault("R004", message, f"skriv fx «{shortened(key.text)}: [første, anden]»", value.span)
        return None
    if isinstance(value, Scalar) and not value.text.strip():
        message = f"der står ikke noget under «{shortened(key.text)}»"
        draft.fault("R006", message, "udfyld det, eller slet linjen; så er det uoplyst", key.span)
        return None
    if empty := next((item for item in texts if not item.text.strip()), None):
        message = f"et punkt under «{shortened(key.text)}» er tomt"
        draft.fault("R006", message, "udfyld det, eller slet det", empty.span)
        return None
    try:
        return read_field(value if isinstance(value, Scalar) else None, texts)
    except Unreadable as error:
        draft.unreadable("R014", error, value.span)
        return None


def _one_kind(  # noqa: PLR0913, PLR0917 - one fault, and all it has to say
    draft: Draft, said: tuple[Scalar, Node], felt: str, kind: Kind, felter: dict[str, Kind], before: Register | None
) -> None:
    """A field is of one kind in all posts, or no condition could speak of it."""
    key, value = said
    if before and felt not in felter:
        help_ = did_you_mean(felt, [NAME, *felter]) or f"felterne er {', '.join(map(_quoted, [NAME, *felter]))}"
        draft.fault("R003", f"registret «{before.name}» har ikke feltet «{shortened(felt)}»", help_, key.span)
        return
    first = felter.setdefault(felt, kind)
    if kind != first:
        message = f"«{shortened(felt)}» er {art_in_words(kind)} her og {art_in_words(first)} i andre poster"
        draft.fault("R014", message, "brug samme slags og enhed i dem alle", value.span)


def _quoted(name: str) -> str:
    return f"«{name}»"
