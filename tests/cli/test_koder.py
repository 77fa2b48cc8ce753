"""Every code of rule files, scenarier, engines and the command line stands in the list, and the list has no others."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = "[RGBM][0-9]{3}"


def test_the_list_of_codes_is_complete() -> None:
    sources = (ROOT / "src" / "rammevaerk").rglob("*.py")
    used = {code for path in sources for code in re.findall(f'"({CODE})"', path.read_text("utf-8"))}
    listed = re.findall(rf"^\| ({CODE}) \|", (ROOT / "docs" / "fejlkoder.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(used)
    assert len(listed) == len(set(listed))
