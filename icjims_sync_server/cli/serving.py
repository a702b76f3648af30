"""`serve`: the running centre, its background work, and its end."""

from __future__ import annotations

import argparse
import gc
import ipaddress
import logging
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from urllib.parse import urlsplit

import uvicorn

from icjims_core.problem import Problem, Refused
from icjims_sync_server.api.app import application
from icjims_sync_server.api.gathering import GatheringProtocol
from icjims_sync_server.api.host import Host
from icjims_sync_server.cli.output import Output
from icjims_sync_server.services.administration import authority
from icjims_sync_server.services.administration.installation import Place, now_utc
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.safekeeping.projector import Projector
from icjims_sync_server.services.scope import scopes, supervision
from icjims_sync_server.store import schema, settings

_TICK_SECONDS: Final = 0.5
_PATIENCE_TICKS: Final = 60
"""How many ticks background work waits for a quiet one: it shares processor and writer's lock with the requests."""
_STOP_SECONDS: Final = 10
_YOUNG_OBJECTS: Final = 50_000
_log: Final = logging.getLogger("icjims.centre")


def serve(centre: Centre, place: Place, arguments: argparse.Namespace, output: Output) -> int:
    """Serve until SIGTERM or SIGINT; the exit code."""
    if arguments.insecure_http and not _is_loopback(arguments.host):
        raise Refused("insecure_http_not_loopback", host=arguments.host)
    centre.database.write(schema.follow_declarations)
    listener = _bind(arguments.host, arguments.port)
    address = _address(arguments, listener.getsockname()[1])
    host = Host(centre, authority.ca_certificate(place.keys))
    config = uvicorn.Config(
        application(host),
        http=GatheringProtocol,
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=True,
        proxy_headers=False,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=_STOP_SECONDS,
        h11_max_incomplete_event_size=16 << 10,
        lifespan="off",
        ws="none",
    )
    if not arguments.insecure_http:
        files = authority.server_files(place.keys, _names(arguments), now_utc())
        config.ssl_keyfile, config.ssl_certfile = str(files.key), str(files.certificate)
    centre.database.write(lambda connection: settings.put(connection, settings.ADDRESS, address.encode()))
    # What was loaded stays; the young generation is large enough that a big push is not combed through again and again.
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG_OBJECTS, 20, 50)
    background = Background(host)
    background.start()
    try:
        _Announcing(config, address, output).run(sockets=[listener])
    finally:
        background.stop()
        listener.close()
    return 0


class _Announcing(uvicorn.Server):
    """Says where it listens as soon as it does."""

    def __init__(self, config: uvicorn.Config, address: str, output: Output) -> None:
        super().__init__(config)
        self._address = address
        self._output = output

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """End in order at SIGTERM and SIGINT, and end well: the signal is not raised again afterwards."""
        before = {each: signal.signal(each, self.handle_exit) for each in (signal.SIGTERM, signal.SIGINT)}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._output.line(f"listening on {self._address}")


class Background:
    """Projections, ends of grants and last-seen times, in a thread of their own."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="background", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End, with everything noted on disk."""
        self._stop.set()
        self._thread.join()
        self._host.pool.shutdown()
        self._host.seen.write(self._host.centre)
        self._host.centre.database.close()

    def _run(self) -> None:
        projector = Projector(self._host.centre)
        waited = 0
        while not self._stop.is_set():
            if not self._host.was_quiet() and waited < _PATIENCE_TICKS:
                waited += 1
                self._stop.wait(_TICK_SECONDS)
                continue
            try:
                busy = projector.step()
                if not busy:
                    self._tend()
            except Problem as problem:
                _log.warning("background work failed: %s", problem)
                busy = False
            if not busy:
                waited = 0
                self._stop.wait(_TICK_SECONDS)

    def _tend(self) -> None:
        centre = self._host.centre
        self._host.seen.write(centre)
        with centre.database.read() as connection:
            end = scopes.next_expiry(connection)
        if end is not None and end <= centre.clock():
            scopes.expire(centre)
        supervision.begin(centre)


def _bind(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.create_server((host, port), family=family, backlog=1024)
    except OSError:
        raise Refused("cannot_listen", host=host, port=port) from None
    listener.set_inheritable(True)
    return listener


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _address(arguments: argparse.Namespace, port: int) -> str:
    if arguments.public_url:
        return str(arguments.public_url).rstrip("/")
    scheme = "http" if arguments.insecure_http else "https"
    host = socket.gethostname() if arguments.host in ("0.0.0.0", "::") else arguments.host  # noqa: S104  # compared
    return f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}"


def _names(arguments: argparse.Namespace) -> list[str]:
    """Hosts that the certificate names: how this machine is called, what was asked for, loopback."""
    names = {"localhost", "127.0.0.1", "::1", socket.gethostname()}
    if arguments.host not in ("0.0.0.0", "::"):  # noqa: S104  # compared
        names.add(arguments.host)
    if arguments.public_url:
        host = urlsplit(arguments.public_url).hostname
        if host:
            names.add(host)
    return sorted(names)
