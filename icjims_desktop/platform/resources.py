"""Where bundled fonts, icons and translations lie: checkout, install or frozen build."""

import sys
from pathlib import Path


def resource_path(*parts: str) -> Path:
    """Path of a bundled resource; raises FileNotFoundError when the installation is incomplete."""
    package = Path(__file__).resolve().parents[1]
    frozen = getattr(sys, "_MEIPASS", None)
    roots = [package / "resources", package.parent / "resources"]
    if frozen is not None:
        roots.insert(0, Path(frozen) / "resources")
    for root in roots:
        candidate = root.joinpath(*parts)
        if candidate.exists():
            return candidate
    raise FileNotFoundError("/".join(parts))
