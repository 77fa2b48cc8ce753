"""What the tests in a real browser share: where it is, why it may be missing, and what axe-core finds on a page."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SILENT = """
--disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync
"""
AXE = Path(__file__).with_name("axe")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def missing() -> str:
    """Why these tests cannot run here; empty when they can."""
    try:
        import playwright.sync_api  # noqa: F401
    except ModuleNotFoundError:
        return "sprunget over: playwright er ikke installeret (pip install 'rammevaerk[browser]')"
    return "" if CHROMIUM else "sprunget over: der er ingen Chromium (apt-get install chromium)"


def violations(page) -> list[str]:
    page.evaluate(AXE.joinpath("axe.min.js").read_text("utf-8"))
    locale = json.loads(AXE.joinpath("da.json").read_text("utf-8"))
    page.evaluate("locale => axe.configure({locale})", locale)
    # what it would call the nodes is not asked for: on a page of thousands that takes longer than all its rules
    options = {
        "selectors": False,
        "preload": False,
        "runOnly": {"type": "tag", "values": RULES},
        "resultTypes": ["violations"],
    }
    found = page.evaluate("options => axe.run(document, options)", options)
    return [f"{one['id']}: {one['help']} {one['nodes'][0]['html'][:200]}" for one in found["violations"]]
