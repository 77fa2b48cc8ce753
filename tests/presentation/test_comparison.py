"""What a caseworker reads of several rammeværker: why they differ, once, and what each alone asks for."""

from datetime import date
from pathlib import Path

import pytest

import rammevaerk as rv
from rammevaerk.presentation.comparison import write_agreement, write_comparison
from rammevaerk.presentation.page import Page

EXAMPLES = Path(__file__).parents[2] / "docs" / "eksempler"
ODENSE, SKANDERBORG, FAELLES = "odense-2022", "skanderborg", "kommunernes-internationale-arbejde"


def compared(file: str, id_: str, *names: str, day: date = date(2022, 6, 1)) -> rv.Sammenligning:
    (aktivitet,) = (one for one in rv.read(EXAMPLES / file) if one.id == id_)
    return rv.sammenlign(aktivitet, [rv.load(name) for name in names], day)


@pytest.fixture(scope="module")
def eisenach() -> rv.Sammenligning:
    return compared("skanderborg/eisenach.yaml", "eisenach-før", ODENSE, SKANDERBORG, FAELLES)


def sections(text: str) -> dict[str, str]:
    """Each section by its heading; what belongs to one is indented or blank."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line and line[0] != " ":
            found[line] = []
        elif found:
            found[list(found)[-1]].append(line)
    return {heading: "\n".join(lines) for heading, lines in found.items()}


def test_the_answers_stand_first_with_what_carries_them(eisenach) -> None:
    assert sections(eisenach.forklar())["Svarene er ikke ens"].split("\n")[:3] == [
        "  afvent  odense-2022: mål.2, prioritering.4 og prioritering.5",
        "  afvent  skanderborg: handling.1 og verden.4",
        "  ingen   kommunernes-internationale-arbejde: Ingen indstilling passer på aktiviteten.",
    ]


def test_a_fact_is_told_with_the_klausuler_that_stand_opposite_each_other_over_it(eisenach) -> None:
    why = sections(eisenach.forklar())["Derfor er svarene ikke ens"]
    assert (
        "  gør klogere: uoplyst\n"
        "    ? odense-2022 prioritering.5 afgør svaret: Det er ikke vurderet, om aktiviteten gør os klogere\n"
        "      og dygtigere.\n"
        "    ? odense-2022 prioritering.6: følger heraf\n"
        "    ? skanderborg verden.4 afgør svaret: Det er ikke vurderet, om aktiviteten gør arbejdet hjemme\n"
        "      bedre.\n"
        "      kommunernes-internationale-arbejde spørger ikke om det.\n"
    ) in why
    assert "  merværdi for borgere, merværdi for virksomheder og merværdi for medarbejdere: uoplyst\n" in why
    assert "      odense-2022 og kommunernes-internationale-arbejde spørger ikke om det." in why


def test_what_is_told_once_is_not_told_again(eisenach) -> None:
    found = sections(eisenach.forklar())
    alone = found[f"Kun i odense-2022: {len(eisenach.kun[ODENSE])} klausuler"]
    assert alone.strip().endswith("Nævnt ovenfor: mål.2, principper.1, fokus.2.")
    assert "gør klogere" not in found["Andre oplysninger, som flere af dem spørger om"]
    assert found[f"Kun i skanderborg: {len(eisenach.kun[SKANDERBORG])} klausuler"].count("handling.1") == 1


def test_missing_facts_are_asked_for_by_who_waits_for_them(eisenach) -> None:
    found = sections(eisenach.forklar())
    assert "  ? EU-projekt: Handler aktiviteten om EU-samarbejde" in found["2 oplysninger mangler for dem alle"]
    assert "  ? gør klogere: " in found["1 oplysning mangler for odense-2022 og skanderborg"]
    for name in (ODENSE, SKANDERBORG):
        alone = [key for key, names in eisenach.mangler.items() if names == (name,)]
        assert found[f"{len(alone)} oplysninger mangler kun for {name}"].count("  ? ") == len(alone) > 1


def test_the_deciding_part_of_a_klausul_stands_before_what_else_it_says() -> None:
    found = compared("odense/nordisk-platform.yaml", "nordisk-platform", ODENSE, FAELLES)
    why = sections(found.forklar())["Derfor er svarene ikke ens"]
    deciding = why.index("? odense-2022 prioritering.4 afgør svaret: Det vides ikke")
    assert deciding < why.index("✗ odense-2022 prioritering.4: Samarbejdet er ikke evalueret")


def test_a_klausul_that_reads_a_fact_but_got_its_udfald_elsewhere_is_told_in_short(eisenach) -> None:
    shared = sections(eisenach.forklar())["Andre oplysninger, som flere af dem spørger om"]
    assert "    – skanderborg skole.2, beskæftigelse.6: ikke relevant\n" in shared


@pytest.mark.parametrize(("deciding", "beside"), [("a.1", "a.2"), ("a.2", "a.1")])
def test_the_klausul_that_decides_stands_before_those_beside_it(tmp_path: Path, deciding: str, beside: str) -> None:
    for name in ("x", "y"):
        (tmp_path / f"{name}.yaml").write_text(
            f"rammeværk: {name}\negne: {{sol: {{art: ja/nej, spørgsmål: Er der sol?}}}}\n"
            "regler:\n  - {id: a.1, klausul: a.1, krav: sol}\n  - {id: a.2, klausul: a.2, krav: sol}\n"
            f"indstillinger: [{{handling: fravælg, når: {deciding} er ikke opfyldt}}]\n",
            "utf-8",
        )
    facts = {"id": "a", "titel": "A", "status": "forslag", "egne": {"sol": False}}
    text = rv.sammenlign(facts, [rv.load(tmp_path / f"{n}.yaml") for n in ("x", "y")], date(2024, 6, 1)).forklar()
    assert text.index(f"✗ x og y {deciding} afgør svaret: ") < text.index(f"✗ x og y {beside}: ")


def test_a_klausul_that_only_follows_says_from_what() -> None:
    found = compared("opdigtet/portefoelje.yaml", "studietur-til-solen", ODENSE, SKANDERBORG, day=date(2024, 6, 1))
    assert "Det følger af principper.1 og principper.2." in " ".join(found.forklar().split())


def test_a_klausul_that_decides_by_the_day_alone_is_told_although_it_rests_on_no_fact(tmp_path: Path) -> None:
    for name in ("x", "y"):
        (tmp_path / f"{name}.yaml").write_text(
            f"rammeværk: {name}\nregler:\n  - {{id: a.1, klausul: a.1, krav: vurderingsdato er senest 01.01.2020}}\n"
            "indstillinger: [{handling: fravælg, når: a.1 er ikke opfyldt}]\n",
            "utf-8",
        )
    facts = {"id": "a", "titel": "A", "status": "forslag"}
    text = rv.sammenlign(facts, [rv.load(tmp_path / f"{n}.yaml") for n in ("x", "y")], date(2024, 6, 1)).forklar()
    assert "    ✗ x og y a.1 afgør svaret: Kravet er ikke opfyldt: vurderingsdato er senest 01.01.2020.\n" in text


def test_answers_alike_are_said_to_be() -> None:
    found = compared("skanderborg/eisenach.yaml", "eisenach-før", ODENSE, SKANDERBORG)
    assert "Svarene er ens\n  afvent  odense-2022" in found.forklar()
    assert "Det afhænger svarene af" in found.forklar()
    ended = compared("skanderborg/eisenach.yaml", "eisenach", ODENSE, SKANDERBORG).forklar()
    assert "  ingen  skanderborg: Aktiviteten er afsluttet" in ended
    assert "Det afhænger svarene af" not in ended
    assert "\nOplysninger, som flere af dem spørger om" in ended


def test_out_of_force_is_said_in_words() -> None:
    found = compared("skanderborg/eisenach.yaml", "eisenach-før", ODENSE, SKANDERBORG, day=date(2021, 6, 1))
    assert "  ingen   odense-2022: Rammeværket er ikke i kraft den 01.06.2021." in found.forklar()


def two_editions(folder: Path) -> list[rv.Rammevaerk]:
    """The same rules, but that the newer wants fewer to travel."""
    for edition, most in (("gammel", 4), ("ny", 2)):
        (folder / f"{edition}.yaml").write_text(
            "rammeværk: rejser\negne:\n  rejsende: {art: tal, spørgsmål: Hvor mange?}\n"
            "  formål: {art: ja/nej, spørgsmål: Er der et formål?}\n  tog: {art: ja/nej, spørgsmål: Er det med tog?}\n"
            "regler:\n  - {id: r.1, klausul: r.1, krav: formål}\n  - {id: r.2, klausul: r.2, krav: tog}\n"
            f"  - {{id: r.3, klausul: r.3, krav: rejsende er højst {most}}}\n"
            "indstillinger:\n  - {handling: fravælg, når: r.1 er ikke opfyldt eller r.3 er ikke opfyldt}\n",
            "utf-8",
        )
    return [rv.load(folder / f"{edition}.yaml") for edition in ("gammel", "ny")]


def test_what_two_editions_both_say_is_said_once_and_after_what_differs(tmp_path: Path) -> None:
    rammer = two_editions(tmp_path)
    older, newer = (f"rejser (udgave {ramme.udgave[:12]})" for ramme in rammer)
    facts = {"id": "a", "titel": "A", "status": "forslag", "egne": {"rejsende": "3", "formål": True}}
    found = sections(rv.sammenlign(facts, rammer, date(2024, 6, 1)).forklar())
    assert f"    ✗ {newer} r.3 afgør svaret: " in found["Derfor er svarene ikke ens"]
    assert f"    ✓ {older} r.3: " in found["Derfor er svarene ikke ens"]
    assert found["Oplysninger, som de alle læser ens"].strip() == "tog: uoplyst · ? r.2"
    assert "Andre oplysninger, som flere af dem spørger om" not in found


def test_what_the_answers_turn_on_alike_stands_after_what_they_do_not(tmp_path: Path) -> None:
    rammer = two_editions(tmp_path)
    older, newer = (f"rejser (udgave {ramme.udgave[:12]})" for ramme in rammer)
    facts = {"id": "a", "titel": "A", "status": "forslag", "egne": {"rejsende": "3", "formål": False}}
    why = " ".join(
        sections(rv.sammenlign(facts, rammer, date(2024, 6, 1)).forklar())["Det afhænger svarene af"].split()
    )
    told = ["rejsende: 3 ✓", "formål: nej ✗", f"{older} og {newer} r.1 afgør svaret: Kravet er ikke opfyldt: formål."]
    places = [why.index(one) for one in told]
    assert places == sorted(places)


def test_long_lists_are_told_in_short() -> None:
    found = compared("odense/nordisk-platform.yaml", "nordisk-platform", ODENSE, FAELLES)
    assert (
        "  partnere: Trondheim, by Trondheim; Norrköping, by Norrköping; Tampere, by Tampere og 2 til"
        in found.forklar()
    )


def test_an_amount_that_each_reads_in_its_own_way_is_told_by_each(tmp_path: Path) -> None:
    for name, price in (("dyr", 500), ("billig", 100)):
        (tmp_path / f"{name}.yaml").write_text(
            f"rammeværk: {name}\nparametre:\n  timepris: {{værdier: [{{værdi: {price} kr./time}}]}}\n"
            "  årsværk i timer: {værdier: [{værdi: 1.600 timer/årsværk}]}\n"
            "  eurokurs: {værdier: [{værdi: 7 kr./EUR}]}\n"
            "regler: [{id: k.1, klausul: k.1, krav: sum af mængde i investeringer er højst 1.000 kr.}]\n",
            "utf-8",
        )
    facts = {"id": "a", "titel": "A", "status": "forslag", "investeringer": [{"mængde": "4 timer"}]}
    found = rv.sammenlign(facts, [rv.load(tmp_path / f"{name}.yaml") for name in ("dyr", "billig")], date(2024, 6, 1))
    assert "  investeringer: 2.000 kr. (dyr); 400 kr. (billig)" in found.forklar()


def test_bold_adds_no_words(eisenach) -> None:
    bold = write_comparison(eisenach, Page(bold=True))
    assert "\033[1mDerfor er svarene ikke ens\033[0m" in bold
    assert bold.replace("\033[1m", "").replace("\033[0m", "") == write_comparison(eisenach)


def test_agreement_is_a_sentence() -> None:
    assert write_agreement(1, 3) == "3 aktiviteter: 1 med ens svar og 2 med forskellige."
