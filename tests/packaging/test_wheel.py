"""A wheel holds every file that the program reads beside its modules."""

import subprocess
import sys
from pathlib import Path

from tests.architecture.source import ROOT

PACKAGES = ("icjims_core", "icjims_desktop", "icjims_sync_server")
SOURCES = {".py", ".pyc"}


def data_files(folder: Path) -> set[Path]:
    files = (each for name in PACKAGES for each in (folder / name).rglob("*") if each.is_file())
    return {each.relative_to(folder) for each in files if each.suffix not in SOURCES and "resources" not in each.parts}


def test_every_file_beside_the_modules_gets_into_the_wheel(tmp_path: Path) -> None:
    build = [sys.executable, "setup.py", "--quiet", "build_py", "--build-lib", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    packed = data_files(tmp_path)
    assert data_files(ROOT) - packed == set()
    assert Path("icjims_core/modules/apprehension.toml") in packed
    assert Path("icjims_core/declarations/shared_help.toml") in packed
