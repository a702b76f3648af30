"""`icjims-server`: the centre and its administration."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path

import platformdirs

from icjims_core.problem import Broken, Locked, Problem
from icjims_core.problem_texts import problem_text
from icjims_sync_server.cli import administration, grammar, output, publishing, review
from icjims_sync_server.cli.output import Output
from icjims_sync_server.services import status
from icjims_sync_server.services.administration import people
from icjims_sync_server.services.administration import publishing as services_publishing
from icjims_sync_server.services.administration.installation import Place, init, open_centre
from icjims_sync_server.services.safekeeping import backup, verification
from icjims_sync_server.services.safekeeping.projector import Projector


def main(words: Sequence[str] | None = None) -> int:
    """Carry out one command; the exit code (docs/cli.md): 0, 2 usage, 3 refused, 5 database, 6 damage, 7 password."""
    stated = sys.argv[1:] if words is None else words
    try:
        arguments = grammar.parser().parse_args(stated)
    except grammar.Usage as problem:
        return _misread(problem, stated)
    told = Output(arguments.json, output.language_of(arguments.language, os.environ))
    try:
        return _run(arguments, place_of(arguments, os.environ), told)
    except Problem as problem:
        return told.problem(problem)
    except KeyboardInterrupt:
        return 130


def _misread(problem: grammar.Usage, words: Sequence[str]) -> int:
    """Say why a command line could not be read; the exit code."""
    if "--json" in words:
        return Output(json=True, language=output.language_of(None, os.environ)).problem(problem)
    print(problem.shown, file=sys.stderr)
    return problem.exit_code


def place_of(arguments: argparse.Namespace, environment: Mapping[str, str]) -> Place:
    """Where the centre lives, from options, environment, or the platform's habit."""
    folder = arguments.data_dir or environment.get("ICJIMS_SERVER_DATA_DIR")
    database = arguments.db or environment.get("ICJIMS_DATABASE_URL") or ""
    return Place(Path(folder) if folder else platformdirs.user_data_path("icjims-server", False), database)  # noqa: FBT003


def _run(arguments: argparse.Namespace, place: Place, told: Output) -> int:
    if arguments.command == "init":
        told.result({"data_dir": str(place.folder), "created": init(place)})
        return 0
    if arguments.command == "restore":
        return _restore(arguments, place, told)
    centre = open_centre(place)
    try:
        match arguments.command:
            case "serve":
                from icjims_sync_server.cli import serving  # noqa: PLC0415  # the other commands need no web server

                services_publishing.install(centre)
                return serving.serve(centre, place, arguments, told)
            case "ticket":
                told.result(administration.ticket(centre, place, arguments))
            case "status":
                told.result(status.status(centre))
            case "verify":
                Projector(centre).run()
                return _verified(verification.verify(centre), told)
            case "backup":
                size = backup.backup(centre, place, Path(arguments.file), _password(arguments))
                told.result({"file": arguments.file, "bytes": size})
            case command:
                every = administration.COMMANDS | publishing.COMMANDS | review.COMMANDS
                told.result(every[command](centre, arguments))
    finally:
        centre.database.close()
    return 0


def _verified(report: verification.Report, told: Output) -> int:
    wrong = [
        {"code": code, "what": what, "text": problem_text(verification.told(code, what), told.language)}
        for code, what in report.wrong
    ]
    told.result({"ok": not wrong, "checked": dict(report.checked), "wrong": wrong})
    if not wrong:
        return 0
    return told.problem(Broken("verification_failed", count=len(wrong)))


def _restore(arguments: argparse.Namespace, place: Place, told: Output) -> int:
    centre = backup.restore(place, Path(arguments.file), _password(arguments))
    try:
        with centre.database.read() as connection:
            pending = [status.describe(device) for device in people.devices(connection) if device.state == "pending"]
        told.result({"data_dir": str(place.folder), "epoch": centre.epoch.hex(), "devices": pending})
    finally:
        centre.database.close()
    return 0


def _password(arguments: argparse.Namespace) -> str:
    known = output.password(os.environ, arguments.password_fd)
    if known is not None:
        return known
    with warnings.catch_warnings():
        # Without a terminal getpass would read standard input and show what is typed.
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass("password: ", sys.stderr)
        except (EOFError, getpass.GetPassWarning):
            raise Locked("password_needed") from None


if __name__ == "__main__":
    raise SystemExit(main())
