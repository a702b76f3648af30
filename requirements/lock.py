"""Writes the hash-pinned locks of this folder from pyproject.toml; needs uv on the PATH."""

import subprocess
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent
EXTRAS_OF_LOCK = {
    "dev": ["dev"],
    "desktop": ["desktop", "package"],
    "server": ["server"],
}


def write_lock(name: str, extras: list[str]) -> None:
    """Resolve one set of extras; the smaller locks take their versions from the largest."""
    command = ["uv", "pip", "compile", "--universal", "--python-version", "3.11"]
    command += ["--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url"]
    command += [f"--extra={extra}" for extra in extras]
    if name != "dev":
        command.append(f"--constraints={FOLDER / 'dev.txt'}")
    command += ["--quiet", "pyproject.toml", "-o", f"requirements/{name}.txt"]
    subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, check=True)


if __name__ == "__main__":
    for lock, its_extras in EXTRAS_OF_LOCK.items():
        write_lock(lock, its_extras)
        print(f"requirements/{lock}.txt written")
