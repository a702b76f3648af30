"""The commands and options of `icjims-server`."""

from __future__ import annotations

import argparse
from typing import Final, NoReturn

from icjims_core.problem import Problem
from icjims_core.publishing.publications import CALENDAR, CONTACTS, KINDS
from icjims_sync_server.cli.output import LANGUAGES
from icjims_sync_server.services.administration.people import ROLES

_KEPT: Final = argparse.SUPPRESS
_DIGITS: Final = 18


class Usage(Problem):
    """The command line cannot be read (exit 2); `shown` is what a person at a terminal reads of it."""

    exit_code = 2

    def __init__(self, code: str, /, *, message: str, shown: str = "") -> None:
        super().__init__(code, message=message)
        self.shown = shown


class _Parser(argparse.ArgumentParser):
    """Raises `Usage("usage")` where argparse would end the process."""

    def error(self, message: str) -> NoReturn:
        raise Usage("usage", message=message, shown=f"{self.format_usage()}{self.prog}: {message}")


def parser() -> argparse.ArgumentParser:
    """The parser; common options may stand before or after the command."""
    main = _Parser(prog="icjims-server", parents=[_common(default=None)], allow_abbrev=False)
    commands = main.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, parents=[_common(default=_KEPT)], allow_abbrev=False)

    add("init", "make directory, keys, certificate authority and schema, or bring them up to date")
    serve = add("serve", "run the centre")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=_port, default=8443)
    serve.add_argument("--public-url", metavar="URL", help="how workstations reach this centre")
    serve.add_argument("--insecure-http", action="store_true", help="without TLS, on loopback only")
    _office(add("office", "offices"))
    _ticket(add("ticket", "a ticket for a person at a workstation"))
    _user(add("user", "people"))
    _device(add("device", "workstations"))
    assign = add("assign", "put a case with its history into the scope of an office or person")
    _case(assign)
    assign.add_argument("--until", metavar="DATE", help="last day (YYYY-MM-DD), or a moment with its zone")
    _case(add("withdraw", "take a case out of the scope of an office or person"))
    _publish(add("publish", "a code list, the calendar or contacts, signed, for every workstation"))
    add("publications", "every edition that was published")
    lost = add("handovers", "what was sent to another body and not confirmed in time")
    lost.add_argument("--all", action="store_true", help="what is still within its days too")
    _register(add("register", "numbers of the Unified Register"))
    review = add("quarantine", "work that came in and does not count")
    _sub(review, "list")
    _sub(review, "show").add_argument("id", metavar="ID")
    _supervision(add("supervision", "which prosecutor's office supervises an office"))
    demo = add("demo-data", "make up the cases of a country, for training")
    demo.add_argument("--cases", type=_count, required=True, metavar="N", help="number of cases")
    demo.add_argument("--seed", type=_seed, required=True, metavar="S", help="number that repeats the same data")
    add("status", "offices, devices, digests, what waits or was not counted")
    add("verify", "check every hash, chain, signature, feed and projection")
    for name, text in (("backup", "write a sealed backup"), ("restore", "make the centre of a backup")):
        command = add(name, text)
        command.add_argument("file", metavar="FILE")
        command.add_argument("--password-fd", type=int, metavar="N")
    return main


def _common(*, default: str | None) -> _Parser:
    common = _Parser(add_help=False, allow_abbrev=False)
    common.add_argument("--data-dir", metavar="DIR", default=default)
    common.add_argument("--db", metavar="URL", default=default)
    common.add_argument("--json", action="store_true", default=default or False)
    common.add_argument("--language", choices=LANGUAGES, default=default)
    return common


def _sub(parent: argparse.ArgumentParser, name: str) -> argparse.ArgumentParser:
    actions = parent._subparsers  # noqa: SLF001  # argparse offers no other way to find them again
    if actions is None:
        parent.add_subparsers(dest="action", required=True, metavar="ACTION")
        actions = parent._subparsers  # noqa: SLF001
    group = actions._group_actions[0] if actions else None  # noqa: SLF001
    if not isinstance(group, argparse._SubParsersAction):  # noqa: SLF001
        raise TypeError("no actions")
    made: argparse.ArgumentParser = group.add_parser(name, parents=[_common(default=_KEPT)], allow_abbrev=False)
    return made


def _office(office: argparse.ArgumentParser) -> None:
    add = _sub(office, "add")
    add.add_argument("code", metavar="CODE")
    add.add_argument("--name", required=True, metavar="TEXT")
    _sub(office, "list")


def _ticket(ticket: argparse.ArgumentParser) -> None:
    ticket.add_argument("--office", required=True, metavar="CODE")
    ticket.add_argument("--user", required=True, metavar="LOGIN")
    ticket.add_argument("--role", required=True, choices=ROLES, metavar="ROLE")
    ticket.add_argument("--name", metavar="TEXT")
    ticket.add_argument("--approved", action="store_true", help="the device needs no approval of its own")
    ticket.add_argument("--public-url", metavar="URL")


def _user(user: argparse.ArgumentParser) -> None:
    _sub(user, "list")
    _sub(user, "disable").add_argument("login", metavar="LOGIN")
    move = _sub(user, "move")
    move.add_argument("login", metavar="LOGIN")
    move.add_argument("--office", required=True, metavar="CODE")


def _device(device: argparse.ArgumentParser) -> None:
    _sub(device, "list")
    for name in ("approve", "suspend", "revoke"):
        _sub(device, name).add_argument("device", metavar="DEVICE")


def _case(command: argparse.ArgumentParser) -> None:
    command.add_argument("case", metavar="CASE")
    command.add_argument("--office", required=True, metavar="CODE")
    command.add_argument("--user", metavar="LOGIN")


def _publish(publish: argparse.ArgumentParser) -> None:
    for kind in KINDS:
        command = _sub(publish, kind)
        command.add_argument("file", metavar="FILE")
        if kind != CALENDAR:
            command.add_argument("--name", metavar="NAME", help="instead of the name of the file")
        if kind == CONTACTS:
            command.add_argument("--edition", metavar="EDITION", help="of a table (.csv), like 2026-2")
            command.add_argument("--source", metavar="TEXT", help="of a table (.csv): whose list it is")


def _supervision(supervision: argparse.ArgumentParser) -> None:
    declare = _sub(supervision, "set")
    declare.add_argument("office", metavar="OFFICE")
    declare.add_argument("prosecutor", metavar="PROSECUTOR")
    declare.add_argument("--from", dest="since", metavar="DATE", help="first day (YYYY-MM-DD), by default today")
    declare.add_argument("--until", metavar="DATE", help="first day no longer (YYYY-MM-DD)")
    _sub(supervision, "list")


def _register(register: argparse.ArgumentParser) -> None:
    _sub(register, "doubts")
    trust = _sub(register, "trust")
    trust.add_argument("key", metavar="KEY")
    trust.add_argument("--name", metavar="TEXT", help="whose key it is")
    _sub(register, "keys")
    taken = _sub(register, "import")
    taken.add_argument("file", metavar="FILE")
    taken.add_argument("--signature", metavar="FILE", help="instead of FILE.sig")
    taken.add_argument("--dry-run", action="store_true", help="only the report")


def _count(text: str) -> int:
    count = _seed(text)
    if count < 1:
        raise ValueError(text)
    return count


def _seed(text: str) -> int:
    if not (text.isascii() and text.removeprefix("-").isdigit()) or len(text) > _DIGITS:
        raise ValueError(text)
    return int(text)


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise ValueError(text)
    return port
