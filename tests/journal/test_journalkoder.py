"""Every code of the journal stands in the list, and the list has no others."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_list_of_codes_is_complete():
    sources = (ROOT / "src" / "rammevaerk").rglob("*.py")
    used = {code for path in sources for code in re.findall('"(J[0-9]{3})"', path.read_text("utf-8"))}
    listed = re.findall(r"^\| (J[0-9]{3}) \|", (ROOT / "docs" / "fejlkoder.md").read_text("utf-8"), re.MULTILINE)
    assert listed == sorted(used)
