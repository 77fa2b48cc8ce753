"""`frister` as a person meets it: the papers' own, those of aktiviteter, several papers, faults."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from rammevaerk.presentation.frister_json import schema

ROOT = Path(__file__).parents[2]
PORTEFOELJE = ROOT / "docs" / "eksempler" / "opdigtet" / "portefoelje.yaml"
EISENACH = ROOT / "docs" / "eksempler" / "skanderborg" / "eisenach.yaml"


def test_a_paper_alone_says_what_it_owes_and_what_it_refers_to(run) -> None:
    ran = run("frister", "--ramme", "odense-2022", "--dato", "01.01.2026")
    assert (ran.code, ran.err) == (0, "")
    assert "1 overskredet." in ran.out
    assert "! 31.12.2025  Overskredet. Rammeværket skal revideres af Økonomiudvalget." in ran.out
    assert "! Vækst Sammen 2021-2024 er udløbet." in ran.out
    assert "✓ Bystrategi 2019 har ingen kendt slutdato." in ran.out


def test_the_overskredne_stand_first_and_the_rest_by_their_day(run) -> None:
    ran = run("frister", PORTEFOELJE, "--ramme", "odense-2022", "--dato", "01.06.2024")
    assert ran.code == 0
    shown = [line[2:12] for line in ran.out.splitlines() if line[:1] in "!✓→?" and line[1:2] == " "]
    days = ["01.02.2024", "10.01.2025", "01.03.2025", "31.12.2025", "12.03.2026", "12.03.2026", "05.05.2026"]
    assert shown == [*days, *[" " * 10] * 12]
    assert "1 overskredet, 12 uafklaret, 1 kommende, 5 overholdt og 9 ikke relevant." in ran.out
    silent = "– Ikke relevant: evaluering af samarbejdet (5), skøn om borgerværdi (3), skøn om gør klogere"
    assert silent in " ".join(ran.out.split())


def test_what_is_missing_is_asked_where_it_is_missing(run, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("id: a\ntitel: Mødet\nstatus: i gang\nstart: 01.03.2024\n", "utf-8")
    ran = run("frister", path, "--ramme", "skanderborg", "--dato", "01.06.2024")
    assert "Uafklaret. Mødet: Det politiske udvalg skal have en opfølgning." in ran.out
    assert "Er det aldrig sket, er fristen den 01.03.2025." in " ".join(ran.out.split())
    assert "? Hvornår fik det politiske udvalg sidst en opfølgning?" in ran.out


def test_several_papers_share_one_file_each_with_its_own_facts(run, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    head = "id: a\ntitel: A\nstatus: i gang\ntype: venskabsbysamarbejde\nevalueringer: [{dato: 01.03.2023}]\n"
    path.write_text(f"{head}egne: {{opfølgning givet: 01.05.2024, fælles forståelse: ja}}\n", "utf-8")
    papers = ["odense-2022", "skanderborg", "kommunernes-internationale-arbejde"]
    words = [word for name in papers for word in ("--ramme", name)]
    found = json.loads(run("frister", path, *words, "--dato", "2024-06-01", "-f", "json").out)
    jsonschema.Draft202012Validator(schema()).validate(found)
    assert [one["rammeværk"] for one in found] == papers
    stands = {f["frist"]: (f["tilstand"], f["dato"]) for one in found for f in one["frister"] if f["aktivitet"]}
    assert stands == {
        "evaluering af samarbejdet": ("overskredet", "2024-03-01"),
        "opfølgning til udvalgene": ("overholdt", "2025-05-01"),
        "løbende vurdering": ("overholdt", "2025-03-01"),
        "skøn om borgerværdi": ("ikke relevant", None),
        "skøn om gør klogere": ("ikke relevant", None),
    }
    assert [one["huller"] for one in found] == [
        [],
        [
            {
                "art": "parameter",
                "navn": "venskabsbyer",
                "fra": "2023-01-01",
                "til": None,
                "klausuler": ["borgerservice.4"],
            }
        ],
        [],
    ]


def test_an_own_fact_that_no_paper_asks_for_is_still_refused(run, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("id: a\ntitel: A\nstatus: i gang\negne: {opfølgning givt: 01.05.2024}\n", "utf-8")
    ran = run("frister", path, "--ramme", "odense-2022", "--ramme", "skanderborg", "--dato", "2024-06-01")
    assert (ran.code, ran.out, set(ran.codes())) == (2, "", {"F021"})


def test_the_table_shows_what_asks_for_something(run) -> None:
    ran = run("frister", PORTEFOELJE, "--ramme", "odense-2022", "--dato", "01.06.2024", "--format", "tabel")
    assert ran.code == 0
    assert "! overskredet   01.02.2024" in ran.out
    assert "madkultur" not in ran.out
    assert ran.out.rstrip().endswith("5 overholdt og 9 ikke relevant.")


@pytest.mark.parametrize("words", [[], [EISENACH], ["--format", "json"]])
def test_a_paper_has_to_be_named(run, words: list[object]) -> None:
    ran = run("frister", *words)
    assert (ran.code, ran.out, ran.codes()) == (2, "", ["B005"])


def test_every_fault_of_everything_at_once(run, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("id: a\ntitel: A\nstatus: i gagn\n", "utf-8")
    words = ["--ramme", "odnse-2022", "--ramme", "skanderborg", "--dato", "31.2.2024"]
    ran = run("frister", path, tmp_path / "nix.yaml", *words)
    assert (ran.code, ran.out) == (2, "")
    assert sorted(ran.codes()) == ["B006", "D014", "F005", "R001"]


def test_a_paper_without_frister_says_so(run) -> None:
    ran = run("frister", "--ramme", "odense-by-og-kultur-2010", "--dato", "01.06.2012")
    assert "Der er ingen frister." in ran.out
    assert "Rammeværket odense-by-og-kultur-2010 er ikke i kraft fra den 01.01.2022." in ran.out
