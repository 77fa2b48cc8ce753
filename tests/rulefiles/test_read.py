from pathlib import Path

import pytest
from ruamel.yaml import YAML

from rammevaerk.diagnostics import Refused
from rammevaerk.passes import rammevaerk_from_documents
from rammevaerk.rulefiles.read import MOST_FILES, edition, read_documents, rule_files


def test_a_folder_without_rule_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        rule_files(tmp_path)
    assert [d.code for d in refused.value.diagnostics] == ["R001"]
    assert refused.value.diagnostics[0].help


def test_a_folder_with_very_many_rule_files_is_refused(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 1):
        (tmp_path / f"{number}.yaml").touch()
    with pytest.raises(Refused) as refused:
        rule_files(tmp_path)
    assert [d.code for d in refused.value.diagnostics] == ["R001"]


def test_files_are_read_in_the_order_of_their_names_and_nothing_else_is(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "c.txt", "d.yaml.bak", "e.yxml"):
        (tmp_path / name).touch()
    assert [path.name for path in rule_files(tmp_path)] == ["a.yml", "b.yaml"]
    assert rule_files(tmp_path / "c.txt") == (tmp_path / "c.txt",)


def test_the_edition_follows_the_content_and_where_it_stands() -> None:
    one = edition([("a.yaml", b"x"), ("b.yaml", b"y")])
    assert one == edition([("a.yaml", b"x"), ("b.yaml", b"y")])
    assert one != edition([("a.yaml", b"xy"), ("b.yaml", b"")])
    assert one != edition([("a.yaml", b"x"), ("c.yaml", b"y")])


def test_bom_nfd_and_windows_lines_read_as_what_they_say() -> None:
    import unicodedata

    text = 'rammeværk: prøve\nregler:\n  - {id: å.1, klausul: å.1, krav: gør klogere og "å" er emne}\n'
    plain = rammevaerk_from_documents(read_documents([("a.yaml", text.encode())]), "u")
    odd = unicodedata.normalize("NFD", text).replace("\n", "\r\n").encode("utf-8-sig")
    assert rammevaerk_from_documents(read_documents([("a.yaml", odd)]), "u") == plain


def test_scalars_are_texts_that_yaml_would_have_made_something_else_of() -> None:
    text = "rammeværk: NO\ntitel: 00.05.01\nejer: 1.234\nkilde: 2022-01-01\nregler: []\n"
    ramme = rammevaerk_from_documents(read_documents([("a.yaml", text.encode())]), "u")
    assert (ramme.id, ramme.titel, ramme.ejer, ramme.kilde) == ("NO", "00.05.01", "1.234", "2022-01-01")
    assert YAML(typ="safe").load(text)["ejer"] == 1.234
