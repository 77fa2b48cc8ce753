"""How often recommendations were followed and overridden; never and always are both a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept import DAY, FACTS, TID, vurderet

from rammevaerk.journal.contents import Beslutning, Fravigelse
from rammevaerk.journal.statistik import ENOUGH, Linje
from rammevaerk.loading import read_udgave

if TYPE_CHECKING:
    from rammevaerk.journal.store import Journal

RAMME = "odense-2022"


def decide(journal: Journal, *, followed: int, overridden: int, klausul: str = "") -> list[Linje]:
    """One vurdering that says `afslut` by prioritering.6 and prioritering.4, and what was decided each time."""
    journal.keep(read_udgave(RAMME), TID)
    journal.append(vurderet(), TID)
    yes = Beslutning("havn", "afslut", "Bo Dam", DAY)
    no = Fravigelse("havn", "fortsæt", "Bo Dam", DAY, "chef", "derfor", klausul)
    journal.append_all([(one, TID, None) for one in (*[yes] * followed, *[no] * overridden)])
    return list(journal.statistik())


def told(lines: list[Linje]) -> dict[str, tuple[int, int, str]]:
    return {line.navn: (line.fulgt, line.fraveget, line.advarsel) for line in lines}


def test_each_handling_and_klausul_is_counted(journal: Journal):
    lines = decide(journal, followed=2, overridden=3)
    assert lines == [
        Linje(RAMME, "handling", "afslut", 2, 3),
        Linje(RAMME, "klausul", "prioritering.4", 2, 3),
        Linje(RAMME, "klausul", "prioritering.6", 2, 3),
    ]


def test_a_fravigelse_from_one_klausul_counts_against_that_alone(fil: Journal):
    found = told(decide(fil, followed=0, overridden=1, klausul="prioritering.4"))
    assert found == {"afslut": (0, 1, ""), "prioritering.4": (0, 1, "")}


def test_never_and_always_overridden_are_signs_when_there_are_enough(fil: Journal):
    assert set(told(decide(fil, followed=ENOUGH, overridden=0)).values()) == {(ENOUGH, 0, "aldrig fraveget")}


def test_always_overridden_is_a_sign(fil: Journal):
    assert set(told(decide(fil, followed=0, overridden=ENOUGH)).values()) == {(0, ENOUGH, "altid fraveget")}


def test_fewer_are_none(fil: Journal):
    assert set(told(decide(fil, followed=ENOUGH - 1, overridden=0)).values()) == {(ENOUGH - 1, 0, "")}
    assert Linje(RAMME, "handling", "afslut", ENOUGH - 1, 1).advarsel == ""


def test_a_decision_is_held_against_the_latest_vurdering_before_it(fil: Journal):
    fil.append(Beslutning("havn", "afslut", "Bo Dam", DAY), TID)  # nothing has been recommended yet
    decide(fil, followed=1, overridden=0)
    fil.append(vurderet({key: value for key, value in FACTS.items() if key != "evalueringer"}), TID)
    fil.append(Beslutning("havn", "afslut", "Bo Dam", DAY), TID)  # other than «afvent»
    found = told(list(fil.statistik()))
    assert found["afslut"] == (1, 0, "")
    assert found["afvent"] == (0, 1, "")


def test_nothing_decided_is_nothing_counted(fil: Journal):
    assert fil.statistik() == ()
