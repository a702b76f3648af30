"""States that a power cut may leave, rebuilt from a trace of the system calls of a real process.

What was synced is there. Of what was written since, any part may be missing and any write may be torn at 512 bytes;
names that were made, moved or removed since their folder was synced are there up to some moment of their order.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

SECTOR = 512
_CALLS = (
    "openat,open,creat,close,dup,dup2,dup3,fcntl,lseek,write,pwrite64,ftruncate,fsync,fdatasync,rename,unlink,unlinkat"
)
_LINE = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+= (-?\d+)")
_UNFINISHED = re.compile(r"^(\d+)\s+(.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"^(\d+)\s+<\.\.\. \w+ resumed>(.*)$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


class Operation(NamedTuple):
    """One change to a file or its name; `kind` is write, truncate, sync, make, rename, remove or sync_names."""

    kind: str
    path: str
    at: int = 0
    data: bytes = b""
    target: str = ""


def trace(arguments: Sequence[str], cwd: Path, log: Path) -> None:
    """Run a process under strace; the log has every byte that it wrote."""
    command = ["strace", "-f", "-xx", "-s", "20000000", "-e", f"trace={_CALLS}", "-o", str(log), *arguments]
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL, stderr=sys.stderr)


def operations(log: Path, root: Path, before: Path) -> list[Operation]:
    """The changes under the root, in the order in which they were made; `before` is a copy of it from the beginning."""
    sizes = {str(root / each.relative_to(before)): each.stat().st_size for each in before.rglob("*") if each.is_file()}
    reader = _TraceReader(str(root), sizes)
    for name, arguments, result in _calls(log):
        if result >= 0:
            reader.take(name, arguments, result)
    return reader.found


def _calls(log: Path) -> Iterator[tuple[str, str, int]]:
    waiting: dict[str, str] = {}
    with log.open() as lines:
        for line in lines:
            text = line.rstrip("\n")
            if begun := _UNFINISHED.match(text):
                waiting[begun[1]] = begun[0].removesuffix(" <unfinished ...>")
                continue
            if resumed := _RESUMED.match(text):
                text = waiting.pop(resumed[1]) + resumed[2]
            if call := _LINE.match(text):
                yield call[1], call[2], int(call[3])


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


@dataclass
class _Open:
    path: str
    at: int = 0


class _TraceReader:
    def __init__(self, root: str, sizes: dict[str, int]) -> None:
        self.found: list[Operation] = []
        self._root = root
        self._open: dict[int, _Open] = {}
        self._sizes = sizes

    def take(self, name: str, arguments: str, result: int) -> None:
        texts = [_bytes(each) for each in _TEXT.findall(arguments)]
        if name in {"openat", "open", "creat"}:
            self._opened(texts[0].decode(), arguments, result)
        elif name in {"rename", "unlink", "unlinkat"}:
            self._names(name, [each.decode() for each in texts])
        else:
            numbers = arguments.split(", ")
            self._on_descriptor(name, int(numbers[0]), numbers, texts, result)

    def _opened(self, path: str, arguments: str, result: int) -> None:
        self._open.pop(result, None)
        if not path.startswith(self._root):
            return
        self._open[result] = _Open(path)
        if "O_CREAT" in arguments and path not in self._sizes:
            self._sizes[path] = 0
            self.found.append(Operation("make", path))
        if "O_TRUNC" in arguments:
            self._sizes[path] = 0
            self.found.append(Operation("truncate", path))
        if "O_APPEND" in arguments:
            self._open[result].at = self._sizes.get(path, 0)

    def _names(self, name: str, paths: list[str]) -> None:
        if not paths[0].startswith(self._root):
            return
        if name == "rename":
            self._sizes[paths[1]] = self._sizes.pop(paths[0], 0)
            self.found.append(Operation("rename", paths[0], target=paths[1]))
        else:
            self._sizes.pop(paths[0], None)
            self.found.append(Operation("remove", paths[0]))

    def _on_descriptor(self, name: str, number: int, numbers: list[str], texts: list[bytes], result: int) -> None:
        held = self._open.get(number)
        if held is None:
            return
        if name == "close":
            del self._open[number]
        elif name in {"fsync", "fdatasync"}:
            kind = "sync" if held.path in self._sizes else "sync_names"
            self.found.append(Operation(kind, held.path))
        elif name == "lseek":
            held.at = result
        elif name == "ftruncate":
            self._sizes[held.path] = int(numbers[1])
            self.found.append(Operation("truncate", held.path, int(numbers[1])))
        elif name == "pwrite64":
            self._wrote(held, int(numbers[-1]), texts[0][:result])
        elif name == "write":
            self._wrote(held, held.at, texts[0][:result])
            held.at += result

    def _wrote(self, held: _Open, at: int, data: bytes) -> None:
        self._sizes[held.path] = max(self._sizes.get(held.path, 0), at + len(data))
        self.found.append(Operation("write", held.path, at, data))


@dataclass
class _File:
    content: bytearray = field(default_factory=bytearray)
    pending: list[Operation] = field(default_factory=list)

    def settled(self, chance: random.Random) -> bytes:
        """The content with some of what is pending, torn."""
        content = bytearray(self.content)
        for operation in self.pending:
            if operation.kind == "truncate":
                if chance.random() < 0.5:
                    _truncate(content, operation.at)
            else:
                for start in range(0, len(operation.data), SECTOR):
                    if chance.random() < 0.6:
                        _write(content, operation.at + start, operation.data[start : start + SECTOR])
        return bytes(content)

    def sync(self) -> None:
        for operation in self.pending:
            if operation.kind == "truncate":
                _truncate(self.content, operation.at)
            else:
                _write(self.content, operation.at, operation.data)
        self.pending.clear()


def _write(content: bytearray, at: int, data: bytes) -> None:
    if len(content) < at:
        content += bytes(at - len(content))
    content[at : at + len(data)] = data


def _truncate(content: bytearray, size: int) -> None:
    if len(content) > size:
        del content[size:]
    else:
        content += bytes(size - len(content))


class Disk:
    """Files as they are on a disk: contents with what is not synced yet, names with changes not synced yet."""

    def __init__(self, before: Path, root: Path) -> None:
        self._root = root
        self._names: dict[str, _File] = {}
        for path in before.rglob("*"):
            if path.is_file():
                self._names[str(root / path.relative_to(before))] = _File(bytearray(path.read_bytes()))
        self._seen = dict(self._names)
        self._pending_names: list[Operation] = []

    def apply(self, operation: Operation) -> None:
        """Follow one change."""
        match operation.kind:
            case "make" | "rename" | "remove":
                if operation.kind != "make" or operation.path not in self._seen:
                    _rename(self._seen, operation)
                    self._pending_names.append(operation._replace(data=b""))
            case "sync_names":
                self._sync_names(operation.path)
            case "sync" if operation.path in self._seen:
                self._seen[operation.path].sync()
            case _ if operation.path in self._seen:
                self._seen[operation.path].pending.append(operation)

    def _sync_names(self, folder: str) -> None:
        self._pending_names = [each for each in self._pending_names if str(Path(each.path).parent) != folder]
        elsewhere = {path: file for path, file in self._names.items() if str(Path(path).parent) != folder}
        self._names = elsewhere | {path: file for path, file in self._seen.items() if str(Path(path).parent) == folder}

    def cut(self, target: Path, chance: random.Random) -> None:
        """Write a state that a power cut now may leave."""
        names = dict(self._names)
        for operation in self._pending_names[: chance.randint(0, len(self._pending_names))]:
            _settle(names, self._seen, operation)
        shutil.rmtree(target, ignore_errors=True)
        for path, file in names.items():
            place = target / Path(path).relative_to(self._root)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.settled(chance))


def _rename(names: dict[str, _File], operation: Operation) -> None:
    if operation.kind == "make":
        names[operation.path] = _File()
    elif operation.kind == "remove":
        names.pop(operation.path, None)
    else:
        names[operation.target] = names.pop(operation.path)


def _settle(names: dict[str, _File], seen: dict[str, _File], operation: Operation) -> None:
    if operation.kind == "make":
        if operation.path in seen:
            names[operation.path] = seen[operation.path]
    elif operation.kind == "remove":
        names.pop(operation.path, None)
    elif operation.path in names:
        names[operation.target] = names.pop(operation.path)
    elif operation.target in seen:
        names[operation.target] = seen[operation.target]
