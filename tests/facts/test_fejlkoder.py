"""Every code of these two rooms stands in the list of codes, and the list has no others."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = (ROOT / "src" / "rammevaerk" / "documents", ROOT / "src" / "rammevaerk" / "facts")


def test_the_list_of_codes_is_complete():
    used = {
        code
        for room in ROOMS
        for path in room.rglob("*.py")
        for code in re.findall(r'"([DF][0-9]{3})"', path.read_text(encoding="utf-8"))
    }
    listed = re.findall(
        r"^\| ([DF][0-9]{3}) \|", (ROOT / "docs" / "fejlkoder.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert listed == sorted(used)
