"""Import and export for the user of an open store: whole batches or nothing, each export told before it is given."""

from __future__ import annotations

import errno
import itertools
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

import msgspec

from icjims_core import access
from icjims_core.access import Operation, Subject
from icjims_core.modules import record_type
from icjims_core.problem import Refused
from icjims_core.projections.records import Record
from icjims_desktop.services import documents
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.import_export.transfer import Imported, Importer, Line, batches
from icjims_desktop.services.oversight.asking import check_purpose, read_purpose
from icjims_desktop.services.paper import numbering
from icjims_desktop.services.reading import lists
from icjims_desktop.services.recording import writing

_BLOCK = 500
_WHATEVER = "any"
"""Stands for any purpose, where it is asked whether the role may export at all."""

Progress = Callable[[int], None]
"""How many lines or records are done."""


class Files:
    """Records from and to JSON Lines."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def take(
        self,
        type_: str,
        path: Path,
        *,
        batch: int | None = None,
        case: bytes | None = None,
        reason: str | None = None,
        progress: Progress = lambda _done: None,
    ) -> Imported:
        """Make and edit the records of a file, all of it or nothing; with `batch`, each batch of so many lines so.

        `reason`: why records are changed, for the lines that do not say so themselves.

        Raises `Refused` with `line` and mostly `field`; `done` counts the lines of the batches that were kept.
        """
        declared = record_type(type_)
        access.check(Operation.CREATE, self._desk.me.actor, Subject(declared))
        self._check_case(case)
        total, lines = Imported(), 0
        try:
            with opened(path) as file:
                for block in batches(file, batch):
                    total.plus(self._take_batch(type_, case, block, reason))
                    lines += len(block)
                    progress(lines)
        except Refused as problem:
            if lines:
                raise Refused(problem.code, **problem.params, done=lines) from None
            raise
        return total

    def _check_case(self, case: bytes | None) -> None:
        if case is not None:
            with self._desk.view() as view:
                writing.check_case(view, case)

    def _take_batch(self, type_: str, case: bytes | None, block: Sequence[Line], reason: str | None) -> Imported:
        now = self._desk.now()
        with self._desk.view() as view:
            give = partial(numbering.give, self._desk)
            read = Importer(view, self._desk.me, type_, case, self._desk.ids, give, reason).read(block, now)
        if read.changes:
            self._desk.commit(read.changes, now)
        return read.result

    def give(
        self,
        type_: str,
        path: Path,
        *,
        annulled: bool = False,
        purpose: str | None = None,
        progress: Progress = lambda _done: None,
    ) -> int:
        """Write the records of a type to a file, annulled ones only when asked for; how many.

        The file appears under its name when it is whole. What is sealed leaves closed: a sealed type is refused with
        `sealed_not_exported`, a sealed record shows no content. Special categories of data go along only for a declared
        purpose. No case is left out for want of a purpose: it is asked for. Raises `Refused`: `file_failed`,
        `may_not_export`, `purpose_required`.
        """
        if record_type(type_).sealed:
            raise Refused("sealed_not_exported", type=type_)
        check_purpose(purpose)
        desk, written = self._desk, 0
        desk.check_enrolled()
        access.check(Operation.EXPORT, desk.me.actor, Subject(purpose=_WHATEVER))
        desk.consultation.record("export", now=desk.now(), type=type_, file=path.name[:200])
        with whole_file(path) as file, desk.view(unsealing=False) as view:
            for block in _in_blocks(lists.matching(view, type_, {}, annulled=annulled)):
                stated = desk.asking.check(view, {each.row.case for each in block}, purpose, Operation.EXPORT)
                desk.consultation.looked("export", block, now=desk.now(), purpose=stated)
                shown = (documents.document(each, view.people) for each in block)
                lines = shown if read_purpose(purpose).code else map(documents.without_special, shown)
                file.writelines(msgspec.json.encode(each) + b"\n" for each in lines)
                written += len(block)
                progress(written)
        return written


def _in_blocks(records: Iterable[Record]) -> Iterator[list[Record]]:
    rest = iter(records)
    while block := list(itertools.islice(rest, _BLOCK)):
        yield block


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A file to read; raises `Refused("file_failed")`."""
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise file_problem(error, path) from error


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes its name when it is whole and durable; pipes and devices are written as they are."""
    special = path.exists() and not path.is_file()
    target = path if special else path.with_name(path.name + ".unfinished")
    try:
        with target.open("wb") as file:
            yield file
            file.flush()
            if not special:
                os.fsync(file.fileno())
        if not special:
            target.replace(path)
    except OSError as error:
        raise file_problem(error, path) from error
    finally:
        if not special:
            target.unlink(missing_ok=True)


def file_problem(error: OSError, path: Path) -> Refused:
    """What the operating system said of a file of the user's."""
    if error.errno == errno.ENOSPC:
        return Refused("disk_full")
    name = errno.errorcode.get(error.errno or 0, "")
    return Refused("file_not_found" if name == "ENOENT" else "file_failed", file=str(path)[:300], cause=name)
