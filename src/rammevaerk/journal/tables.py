"""The tables, and the few statements that are asked of them. The only SQL of the project that changes anything."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, PrimaryKeyConstraint, String, Table, Text

METADATA: Final = MetaData()

FORM: Final = 2
"""The form of these tables; a journal of another form is refused, not guessed at."""

POSTER: Final = Table(
    "poster",
    METADATA,
    Column("nummer", Integer, primary_key=True, autoincrement=False),
    Column("art", Text, nullable=False),
    Column("tid", Text, nullable=False),
    Column("virkning", Text),
    Column("aktivitet", Text),
    Column("noegle", Text, unique=True),
    Column("indhold", Text, nullable=False),
    Column("forrige", Text, nullable=False),
    Column("hash", Text, nullable=False),
    # With art in it; else SQLite goes through every entry of a kind to find those of an aktivitet.
    Index("poster_aktivitet", "aktivitet", "art", "nummer"),
    Index("poster_art", "art", "nummer"),
)
"""The chain. The columns stand as in `chain.Raekke`."""

HOVED: Final = Table(
    "hoved",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("form", Integer, nullable=False),
    Column("nummer", Integer, nullable=False),
    Column("hash", Text, nullable=False),
)
"""One row: the last entry. Whoever appends holds it, and so appends come one after the other."""

PERSONDATA: Final = Table(
    "persondata",
    METADATA,
    Column("fingeraftryk", String(64)),
    Column("nummer", Integer),
    Column("salt", Text, nullable=False),
    Column("vaerdi", Text, nullable=False),
    PrimaryKeyConstraint("nummer", "fingeraftryk"),
    sqlite_with_rowid=False,
)
"""Personal values, outside the chain; those of one entry beside each other, so that they are read together."""

UDGAVER: Final = Table(
    "udgaver",
    METADATA,
    Column("hash", String(64), primary_key=True),
    Column("rammevaerk", Text, nullable=False),
    Column("under", Text, nullable=False),
    Column("filer", LargeBinary, nullable=False),
)
"""Rule files by their content hash."""

FOELGES: Final = Table(
    "foelges",
    METADATA,
    Column("rammevaerk", Text, nullable=False),
    Column("aktivitet", Text, nullable=False),
    Column("dag", Text),
    PrimaryKeyConstraint("rammevaerk", "aktivitet"),
    Index("foelges_dag", "rammevaerk", "dag"),
)
"""Which day each aktivitet is to be looked at again, outside the chain: it follows from the entries, and only says
where to look first. None is no day that is known; the row of no aktivitet holds the day that has been reached."""
