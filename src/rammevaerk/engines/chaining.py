"""durable-rules as a forward-chaining engine: for now, whether it can be had on this machine at all.

The package ships no wheels, and its source does not import on Python 3.13 (docs/decisions). Nothing that judges
an aktivitet needs it; the live watch will, and says this where it cannot have it.
"""

from __future__ import annotations

import sys
from importlib import import_module


def unavailable() -> str:
    """Why durable-rules cannot be used here, in Danish; empty when it can."""
    try:
        import_module("durable.engine")
    except ImportError as error:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        if error.name in ("durable", "durable.engine"):
            return (
                f"pakken durable-rules er ikke installeret (den kan ikke bruges på Python {version} endnu)"
                if (sys.version_info >= (3, 13))
                else "pakken durable-rules er ikke installeret; installér den med «pip install durable-rules»"
            )
        return f"pakken durable-rules er installeret, men kan ikke indlæses på Python {version}"
    return ""
