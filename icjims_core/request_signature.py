"""Signed requests: our profile of RFC 9421 with RFC 9530 digests, shared by both ends (docs/protocol.md §12).

Label `sig1`, Ed25519, exactly these components in this order: "@method" "@target-uri", and for a request with a body
"content-digest" (sha-256) "content-type". Parameters in any order: created, nonce (128 bits, base64url), keyid (the
device's public key, base64url), alg="ed25519", tag="icjims-1"; no others.
"""

from __future__ import annotations

import base64
import binascii
import functools
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from icjims_core.problem import Refused

LABEL: Final = "sig1"
TAG: Final = "icjims-1"
NONCE_BYTES: Final = 16
MAX_SKEW_SECONDS: Final = 300

_BARE: Final = ("@method", "@target-uri")
_WITH_BODY: Final = (*_BARE, "content-digest", "content-type")
_INPUT: Final = re.compile(
    LABEL + r'=(\(("[a-z@-]{1,32}"(?: "[a-z@-]{1,32}"){0,7})\)((?:;[a-z]{1,16}=(?:[0-9]{1,15}|"[!#-\[\]-~]{0,128}"))+))'
)
_PARAMETER: Final = re.compile(r';([a-z]+)=([0-9]+|"[^"]*")')
_SIGNATURE: Final = re.compile(LABEL + r"=:([A-Za-z0-9+/]{86}==):")
_TIME_CONTEXT: Final = b"icjims-time-v1\x00"
AUTHOR_HEADER: Final = "icjims-author"
"""The header by which a person signs a request beside the device."""
_AUTHOR_CONTEXT: Final = b"icjims-author-v1\x00"


# A device asks many times, and reading its key costs a tenth of checking with it.
_public_key: Final = functools.lru_cache(4096)(Ed25519PublicKey.from_public_bytes)


@dataclass(frozen=True, slots=True)
class Signature:
    """What a valid signature says: whose key (32 bytes), when by his clock (seconds since 1970), under which nonce."""

    key: bytes
    created: int
    nonce: bytes


def content_digest(body: bytes) -> str:
    """The Content-Digest header of a body (RFC 9530)."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"


def signature_base(components: Iterable[tuple[str, str]], parameters: str) -> bytes:
    """The bytes that are signed (RFC 9421 §2.5): a line for each component, then the parameters as they are sent."""
    lines = [f'"{name}": {value}' for name, value in components]
    lines.append(f'"@signature-params": {parameters}')
    return "\n".join(lines).encode("ascii", "strict")


def signed_headers(
    key: Ed25519PrivateKey,
    *,
    method: str,
    url: str,
    created: int,
    nonce: bytes,
    body: bytes | None = None,
    content_type: str | None = None,
    public: bytes | None = None,
) -> dict[str, str]:
    """The headers to send with a request: Signature-Input, Signature, and for a body its digest and type.

    `url` is the target as it is sent: absolute, ASCII, without fragment. `created` is in seconds, `nonce` 16 random
    bytes. Give both `body` and `content_type`, or neither. `public`: the key's 32 public bytes, where they are at hand.
    """
    headers = {}
    if body is not None and content_type is not None:
        headers = {"content-digest": content_digest(body), "content-type": content_type}
    names = _WITH_BODY if headers else _BARE
    covered = " ".join(f'"{name}"' for name in names)
    parameters = (
        f'({covered});created={created};nonce="{_text(nonce)}"'
        f';keyid="{_text(public or key.public_key().public_bytes_raw())}";alg="ed25519";tag="{TAG}"'
    )
    signature = key.sign(signature_base(_components(names, method, url, headers), parameters))
    headers["signature-input"] = f"{LABEL}={parameters}"
    headers["signature"] = f"{LABEL}=:{base64.b64encode(signature).decode()}:"
    return headers


def check(headers: Mapping[str, str], *, method: str, url: str, body: bytes | None = None) -> Signature:
    """The signature of a received request; raises `Refused("bad_signature")` for anything outside the profile.

    `headers` by lower-case name, repeated ones joined by ", " (and thereby refused). `body` is `None` when there is
    none. Whether the key is known, the time near and the nonce new is for the caller to decide.
    """
    signature = check_head(headers, method=method, url=url, with_body=body is not None)
    if body is not None and headers.get("content-digest") != content_digest(body):
        raise Refused("bad_signature", what="digest")
    return signature


def check_head(headers: Mapping[str, str], *, method: str, url: str, with_body: bool) -> Signature:
    """As `check` before the body is here: what is signed of it is its digest, which is still to be compared."""
    names, parameters, values = _read_input(headers.get("signature-input", ""))
    if names != (_WITH_BODY if with_body else _BARE):
        raise Refused("bad_signature", what="components")
    sent = _SIGNATURE.fullmatch(headers.get("signature", ""))
    if sent is None:
        raise Refused("bad_signature", what="signature")
    key, nonce = _bytes(values["keyid"], 32), _bytes(values["nonce"], NONCE_BYTES)
    try:
        base = signature_base(_components(names, method, url, headers), parameters)
        _public_key(key).verify(base64.b64decode(sent[1]), base)
    except (InvalidSignature, ValueError):
        raise Refused("bad_signature", what="signature") from None
    return Signature(key, int(values["created"]), nonce)


def author_header(author: Ed25519PrivateKey, request: Signature, *, method: str, url: str) -> str:
    """The person's word that this very request is his: `request` names the device's key, time and nonce."""
    signature = author.sign(_authored(request, method, url))
    return f"{_text(author.public_key().public_bytes_raw())}.{_text(signature)}"


def check_author(headers: Mapping[str, str], request: Signature, *, method: str, url: str) -> bytes:
    """The author's key (32 bytes) that signed a request beside the device; raises `Refused("bad_signature")`.

    Whose key it is, and that it belongs to the device, is for the caller to decide.
    """
    key_text, _, signature = headers.get(AUTHOR_HEADER, "").partition(".")
    key = _bytes(key_text, 32)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(_bytes(signature, 64), _authored(request, method, url))
    except (InvalidSignature, ValueError):
        raise Refused("bad_signature", what="author") from None
    return key


def _authored(request: Signature, method: str, url: str) -> bytes:
    head = request.key + request.nonce + request.created.to_bytes(8, "big")
    return _AUTHOR_CONTEXT + head + f"{method} {url}".encode("ascii", "strict")


def is_fresh(signature: Signature, now: int) -> bool:
    """Whether it was made within five minutes of `now` (seconds since 1970), to either side."""
    return abs(signature.created - now) <= MAX_SKEW_SECONDS


def sign_time(centre: Ed25519PrivateKey, nonce: bytes, now: int) -> str:
    """The centre's word (base64url) that it is `now` seconds since 1970, in answer to the request with this nonce."""
    return _text(centre.sign(_TIME_CONTEXT + nonce + now.to_bytes(8, "big")))


def check_time(centre_key: bytes, nonce: bytes, now: int, proof: str) -> None:
    """Raises `Refused("bad_signature")` unless the centre (its key, 32 bytes) gave this time for this nonce."""
    try:
        signed = _TIME_CONTEXT + nonce + now.to_bytes(8, "big")
        Ed25519PublicKey.from_public_bytes(centre_key).verify(_bytes(proof, 64), signed)
    except (InvalidSignature, ValueError, OverflowError):
        raise Refused("bad_signature", what="time") from None


def _read_input(sent: str) -> tuple[tuple[str, ...], str, dict[str, str]]:
    found = _INPUT.fullmatch(sent)
    if found is None:
        raise Refused("bad_signature", what="input")
    names = tuple(name[1:-1] for name in found[2].split(" "))
    pairs = _PARAMETER.findall(found[3])
    values = {name: value.strip('"') for name, value in pairs}
    if len(pairs) != len(values) or values.keys() != {"created", "nonce", "keyid", "alg", "tag"}:
        raise Refused("bad_signature", what="parameters")
    if values["alg"] != "ed25519" or values["tag"] != TAG or not values["created"].isdigit():
        raise Refused("bad_signature", what="parameters")
    return names, found[1], values


def _components(names: Iterable[str], method: str, url: str, headers: Mapping[str, str]) -> list[tuple[str, str]]:
    derived = {"@method": method, "@target-uri": url}
    return [(name, derived[name] if name in derived else headers.get(name, "").strip()) for name in names]


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _bytes(text: str, size: int) -> bytes:
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise Refused("bad_signature", what="parameters") from None
    if len(data) != size or _text(data) != text:
        raise Refused("bad_signature", what="parameters")
    return data
