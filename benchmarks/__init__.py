"""Measurements of the whole product and of its parts; see README.md."""

from __future__ import annotations

from pathlib import Path

from icjims_core import modules


def declare() -> None:
    """Declare the workload's record type; before anything else reads the declarations."""
    own = str(Path(__file__).parent / "modules")
    if own not in modules.__path__:
        modules.__path__.append(own)
