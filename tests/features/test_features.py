"""Every feature file of every rammeværk is run: a new one needs no Python here."""

from __future__ import annotations

from pathlib import Path

from pytest_bdd import scenarios

scenarios(str(Path(__file__).parents[2] / "features"))
