"""What the tests of this folder read: the project's own files and their syntax trees."""

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("icjims_core", "icjims_desktop", "icjims_sync_server")
MADE_BY_TOOLS = {"__pycache__", "build", "dist"}


@cache
def project_files() -> tuple[Path, ...]:
    """Every file of the project, relative to its root, without what tools have made."""
    return tuple(sorted(_walk()))


def _walk() -> Iterator[Path]:
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if not _is_made(name)]
        yield from (Path(folder, name).relative_to(ROOT) for name in files if _is_text_of_ours(name))


def _is_made(folder: str) -> bool:
    hidden = folder.startswith(".") and folder != ".ci"
    return hidden or folder in MADE_BY_TOOLS or folder.endswith(".egg-info")


def _is_text_of_ours(name: str) -> bool:
    return name != "uv.lock" and not name.startswith(".coverage") and not name.endswith(".pyc")


def python_files(*folders: str) -> list[Path]:
    """The Python files under these folders, or all."""
    files = [path for path in project_files() if path.suffix == ".py"]
    return [path for path in files if not folders or path.parts[0] in folders]


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a file named relative to the root."""
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), str(path))
