"""Makes the vendored part of Det Fælles Designsystem anew, from the npm package itself.

    npm pack dkfds@11.2.0
    python tests/dok/vendor_dkfds.py dkfds-11.2.0.tgz

Fonts and licences are copied unchanged: a changed font may not carry its name. From the style sheet, whose text is MIT,
only the rules for what the pages use are kept, and neither font faces nor icons: those are written in `dok.css`.
"""

from __future__ import annotations

import hashlib
import re
import sys
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = "11.2.0"
FOLDER = Path(__file__).parents[2] / "src" / "rammevaerk" / "presentation" / "dok" / "dkfds"
FONTS = ("Regular", "Italic", "SemiBold")
FONT_PLACE = "package/dist/fonts/IBMPlexSans/complete/woff2"
_WORDS = """
container page-container skipnav h1 h2 h3 h4 h5 h6 font-lead header footer badge badge-success badge-error badge-warning
badge-info alert alert-info alert-warning alert-error alert-success alert-body alert-heading alert-text alert--paragraph
table table--zebra table--compact details details-summary details-text form-group form-label form-hint form-input button
button-primary button-secondary card sr-only nobullet-list
"""
USED = frozenset(_WORDS.split())
_CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")


def main(package: Path) -> None:
    """Write every file, and VENDOR.toml with where each came from."""
    with tarfile.open(package) as archive:
        read = lambda name: archive.extractfile(name).read()  # type: ignore[union-attr]  # noqa: E731 - each is a file
        css = read("package/dist/css/dkfds.min.css").decode("utf-8")
        made = {
            "LICENSE.md": read("package/dist/LICENSE.md"),
            "dkfds.css": subset(css).encode(),
            "fonts/license.txt": read(f"{FONT_PLACE}/license.txt"),
        }
        made |= {f"fonts/IBMPlexSans-{one}.woff2": read(f"{FONT_PLACE}/IBMPlexSans-{one}.woff2") for one in FONTS}
    for name, data in made.items():
        target = FOLDER / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    (FOLDER / "VENDOR.toml").write_text(_told(package, made), "utf-8")


def _told(package: Path, made: dict[str, bytes]) -> str:
    lines = [
        "# Made by tests/dok/vendor_dkfds.py; not edited by hand.",
        'name = "dkfds"',
        f'version = "{VERSION}"',
        f'source = "npm pack dkfds@{VERSION}"',
        f'sha256 = "{hashlib.sha256(package.read_bytes()).hexdigest()}"',
        'license = "MIT AND OFL-1.1"',
        "",
        "[files]",
        *(f'"{name}" = "{hashlib.sha256(data).hexdigest()}"' for name, data in sorted(made.items())),
    ]
    return "\n".join(lines) + "\n"


def subset(css: str) -> str:
    """The rules for what the pages use, in their order."""
    return "".join(_kept(css.removeprefix("\ufeff"))) + "\n"


def _kept(css: str) -> Iterator[str]:
    for head, body in _blocks(css):
        if head.startswith(("@media", "@supports")):
            inner = "".join(_kept(body))
            if inner:
                yield f"{head}{{{inner}}}"
        elif not head.startswith("@"):
            selectors = [one for one in _split(head) if set(_CLASS.findall(one)) <= USED]
            declarations = ";".join(one for one in body.split(";") if one and "url(" not in one)
            if selectors and declarations:
                yield f"{','.join(selectors)}{{{declarations}}}"


def _split(head: str) -> list[str]:
    """A list of selectors at its commas, but for those inside parentheses."""
    return re.split(r",(?![^(]*\))", head)


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    """Each rule as what stands before its braces and between them."""
    start = 0
    while (opened := css.find("{", start)) >= 0:
        head = css[start:opened].rsplit(";", 1)[-1].strip() if "@charset" in css[start:opened] else css[start:opened]
        depth, place = 1, opened + 1
        while depth:
            depth += {"{": 1, "}": -1}.get(css[place], 0)
            place += 1
        yield head.strip(), css[opened + 1 : place - 1]
        start = place


if __name__ == "__main__":
    main(Path(sys.argv[1]))
