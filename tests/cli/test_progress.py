import sys
from io import StringIO

import pytest

from rammevaerk.cli import progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("patience", "seen"), [(-1.0, True), (1_000.0, False)])
@pytest.mark.parametrize("total", [None, 3])
def test_a_bar_appears_only_after_a_while(monkeypatch, patience: float, seen: bool, total: int | None) -> None:  # noqa: FBT001
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(progress, "PATIENCE", patience)
    assert list(progress.watched("abc", "Læser", total)) == ["a", "b", "c"]
    assert ("Læser" in sys.stderr.getvalue()) is seen


def test_no_bar_where_nobody_looks(monkeypatch) -> None:
    monkeypatch.setattr(sys, "stderr", StringIO())
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    assert list(progress.watched("abc", "Læser")) == ["a", "b", "c"]
    assert sys.stderr.getvalue() == ""
