"""A link of the raion: carries bytes between an office and the centre, and breaks when it is told to."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress


class BreakingLink:
    """A TCP relay on loopback that cuts a connection after so many bytes have passed through it.

    `break_after(n)` arms one cut; without it everything passes. What it carries is TLS: it sees no content.
    """

    def __init__(self, host: str, port: int) -> None:
        self._target = (host, port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self._left: int | None = None
        self.cuts = 0
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def port(self) -> int:
        """Where offices connect."""
        return int(self._listener.getsockname()[1])

    def break_after(self, count: int) -> None:
        """Cut the connection that carries the `count`-th byte from now, in either direction."""
        with self._lock:
            self._left = count

    def close(self) -> None:
        """Stop listening; open connections end by themselves."""
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(self._target)
            except OSError:
                near.close()
                continue
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(source, sink), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(16384):
                if self._breaks(len(data)):
                    break
                sink.sendall(data)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _breaks(self, count: int) -> bool:
        with self._lock:
            if self._left is None:
                return False
            self._left -= count
            if self._left > 0:
                return False
            self._left = None
            self.cuts += 1
            return True
