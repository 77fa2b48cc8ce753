"""Reading and checking one aktivitet from JSON text, against plain pydantic of the same shape."""

from __future__ import annotations

import sys

from measuring import Row, interleaved, microseconds, ratio, show
from plain_model import Plain
from varied import as_text, plain

from rammevaerk.facts.reading import read_text

ROUNDS = 25
BAR = 1.5
KINDS = (("all facts", 1.0), ("four of five facts", 0.8), ("a few facts", 0.15))


def measure() -> list[Row]:
    rows = []
    for name, known in KINDS:
        texts = [as_text(one) for one in plain(3, 1_000, known)]
        check(texts)

        def ours(texts: list[str] = texts) -> None:
            for text in texts:
                read_text(text)

        def theirs(texts: list[str] = texts) -> None:
            read = Plain.model_validate_json
            for text in texts:
                read(text)

        one, other = interleaved({"ours": ours, "theirs": theirs}, ROUNDS).values()
        figures = microseconds(one, len(texts)), microseconds(other, len(texts)), ratio(one, other)
        rows.append(Row(f"read and check one aktivitet, {name}", "plain pydantic", *figures, BAR))
    return rows


def check(texts: list[str]) -> None:
    """Both read the same: the same keys set, the same days, records and answers."""
    for text in texts:
        (found,), expected = read_text(text), Plain.model_validate_json(text)
        assert found.model_fields_set == expected.model_fields_set
        for name in expected.model_fields_set - {"egne"}:
            one, other = getattr(found, name), getattr(expected, name)
            assert _shape(one) == _shape(other), (name, one, other)


def _shape(value: object) -> object:
    """A value without its class; of amounts only that there is one, for plain pydantic leaves them as text."""
    if isinstance(value, list | tuple):
        return [_shape(one) for one in value]
    fields = getattr(value, "model_fields_set", None)
    if fields is None:
        return value
    amounts = {"maengde", "investering", "udbytte"}
    return {name: name if name in amounts else _shape(getattr(value, name)) for name in sorted(fields)}


if __name__ == "__main__":
    sys.exit(show(measure()))
