"""The model centre behind a real HTTP server with certificates of its own, and strangers that answer in its place."""

from __future__ import annotations

import contextlib
import datetime
import ipaddress
import json
import socket
import threading
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from pathlib import Path
from typing import Any

import uvicorn
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from icjims_core import request_signature, wire
from icjims_core.problem import Refused
from tests.sync.memory import MemoryLink

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

NOW = 1_800_000_000


class Authority:
    """A certificate authority and a server certificate for the loopback addresses."""

    def __init__(self, folder: Path, name: str, hosts: tuple[str, ...] = ("127.0.0.1",)) -> None:
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        certificate = self._certificate(subject, subject, key, key, ca=True, hosts=())
        server_key = ec.generate_private_key(ec.SECP256R1())
        server = self._certificate(
            x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "centre")]),
            subject,
            server_key,
            key,
            ca=False,
            hosts=hosts,
        )
        self.pem = certificate.public_bytes(Encoding.PEM).decode()
        self.chain = folder / f"{name}.pem"
        self.key = folder / f"{name}.key"
        self.chain.write_bytes(server.public_bytes(Encoding.PEM))
        self.key.write_bytes(server_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))

    @staticmethod
    def _certificate(
        subject: x509.Name,
        issuer: x509.Name,
        key: ec.EllipticCurvePrivateKey,
        signer: ec.EllipticCurvePrivateKey,
        *,
        ca: bool,
        hosts: tuple[str, ...],
    ) -> x509.Certificate:
        start = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(start)
            .not_valid_after(start + datetime.timedelta(days=36500))
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        )
        if hosts:
            names = [x509.IPAddress(ipaddress.ip_address(host)) for host in hosts]
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        return builder.sign(signer, hashes.SHA256())


async def read_body(receive: Receive) -> bytes:
    """All of a request."""
    body = bytearray()
    while True:
        event = await receive()
        body += event.get("body", b"")
        if not event.get("more_body"):
            return bytes(body)


async def reply(send: Send, status: int, content_type: str, *parts: bytes, **headers: str) -> None:
    """An answer in parts."""
    fields = [(b"content-type", content_type.encode())]
    fields += [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": fields})
    for part in parts:
        await send({"type": "http.response.body", "body": part, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


async def refuse(send: Send, refused: Refused) -> None:
    """A problem document."""
    document = {"code": refused.code, "params": refused.params, "status": 401}
    await reply(send, 401, "application/problem+json", json.dumps(document).encode())


def centre_app(link: MemoryLink, key: bytes, *, clock: Callable[[], int] = lambda: NOW, ca: str = "") -> App:
    """The model centre's HTTP side for one device key; checks signatures and clocks as the centre does."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        path, method = scope["raw_path"].decode(), scope["method"]
        body = await read_body(receive)
        if path == "/v1/ca":
            await reply(send, 200, "application/x-pem-file", ca.encode())
            return
        headers = {name.decode(): value.decode() for name, value in scope["headers"]}
        url = f"{scope['scheme']}://{headers['host']}{path}"
        try:
            signature = request_signature.check(
                headers, method=method, url=url, body=body if "content-type" in headers else None
            )
        except Refused as refused:
            await refuse(send, refused)
            return
        assert signature.key == key
        if not request_signature.is_fresh(signature, clock()):
            proof = request_signature.sign_time(link.centre.key, signature.nonce, clock())
            await refuse(send, Refused("clock_skew", now=clock(), proof=proof))
            return
        if path == "/v1/sync" or path.endswith("/acts"):
            frames = link.frames(path, body, headers["content-type"])
            parts = [len(data).to_bytes(4, "big") + data async for data in frames]
            await reply(send, 200, wire.MEDIA_TYPE, *parts)
            return
        data = await link.json(method, path, json.loads(body) if body else None)
        await reply(send, 200, "application/json", data)

    return app


@contextlib.contextmanager
def serving(app: App, authority: Authority | None = None) -> Iterator[int]:
    """Serve on a free loopback port until the block ends."""
    tls = {} if authority is None else {"ssl_certfile": str(authority.chain), "ssl_keyfile": str(authority.key)}
    config = uvicorn.Config(app, lifespan="off", log_level="critical", timeout_keep_alive=30, **tls)  # type: ignore[arg-type]
    server = uvicorn.Server(config)
    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="http-centre")
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        server.should_exit = True
        server.force_exit = True
        thread.join()
        listener.close()
