"""Signed requests: the RFC's own example, agreement with another implementation, and everything that must fail."""

from __future__ import annotations

import base64
import datetime

import http_message_signatures
import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from hypothesis import given
from hypothesis import strategies as st

from icjims_core import request_signature
from icjims_core.problem import Refused

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
URL = "https://centre.example:8443/v1/sync"
NONCE = bytes(16)
NOW = 1_800_000_000

# RFC 9421, appendix B.1.4.
RFC_KEY = b"""-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF
-----END PRIVATE KEY-----
"""


def signed(body: bytes | None = b"frames", **changed: str) -> dict[str, str]:
    """Headers of a valid request, with some of them changed."""
    headers = request_signature.signed_headers(
        KEY,
        method="POST",
        url=URL,
        created=NOW,
        nonce=NONCE,
        body=body,
        content_type="application/vnd.icjims.frames" if body is not None else None,
    )
    return headers | {name.replace("_", "-"): value for name, value in changed.items()}


def check(headers: dict[str, str], body: bytes | None = b"frames", method: str = "POST", url: str = URL) -> None:
    """Check as a server would."""
    request_signature.check(headers, method=method, url=url, body=body)


def test_the_ed25519_example_of_the_rfc() -> None:
    """RFC 9421 appendix B.2.6."""
    components = [
        ("date", "Tue, 20 Apr 2021 02:07:55 GMT"),
        ("@method", "POST"),
        ("@path", "/foo"),
        ("@authority", "example.com"),
        ("content-type", "application/json"),
        ("content-length", "18"),
    ]
    parameters = (
        '("date" "@method" "@path" "@authority" "content-type" "content-length")'
        ';created=1618884473;keyid="test-key-ed25519"'
    )
    key = load_pem_private_key(RFC_KEY, None)
    assert isinstance(key, Ed25519PrivateKey)
    made = key.sign(request_signature.signature_base(components, parameters))
    expected = "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw=="
    assert base64.b64encode(made).decode() == expected


def test_the_digest_example_of_the_rfc() -> None:
    """RFC 9530 §2 for the body of RFC 9421's test request."""
    assert (
        request_signature.content_digest(b'{"hello": "world"}')
        == "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:"
    )


class _Keys(http_message_signatures.HTTPSignatureKeyResolver):
    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey:
        return Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(key_id + "="))

    def resolve_private_key(self, key_id: str) -> Ed25519PrivateKey:
        assert key_id
        return KEY


def test_another_implementation_accepts_what_we_sign() -> None:
    headers = request_signature.signed_headers(
        KEY,
        method="POST",
        url=URL,
        created=int(datetime.datetime.now(datetime.UTC).timestamp()),
        nonce=NONCE,
        body=b"frames",
        content_type="application/vnd.icjims.frames",
    )
    message = httpx.Request("POST", URL, headers=headers, content=b"frames")
    verifier = http_message_signatures.HTTPMessageVerifier(
        signature_algorithm=http_message_signatures.algorithms.ED25519, key_resolver=_Keys()
    )
    results = verifier.verify(message, max_age=datetime.timedelta(seconds=60))
    assert [str(name) for name in results[0].covered_components] == [
        '"@method"', '"@target-uri"', '"content-digest"', '"content-type"', '"@signature-params"',
    ]  # fmt: skip


def test_we_accept_what_another_implementation_signs() -> None:
    headers = {"content-type": "application/json", "content-digest": request_signature.content_digest(b"{}")}
    message = httpx.Request("POST", URL, headers=headers, content=b"{}")
    http_message_signatures.HTTPMessageSigner(
        signature_algorithm=http_message_signatures.algorithms.ED25519, key_resolver=_Keys()
    ).sign(
        message,
        key_id=base64.urlsafe_b64encode(PUBLIC).rstrip(b"=").decode(),
        created=datetime.datetime.fromtimestamp(NOW, datetime.UTC),
        nonce="AAAAAAAAAAAAAAAAAAAAAA",
        label="sig1",
        tag="icjims-1",
        include_alg=True,
        use_existing_digest=True,
        covered_component_ids=("@method", "@target-uri", "content-digest", "content-type"),
    )
    found = request_signature.check(dict(message.headers), method="POST", url=URL, body=b"{}")
    assert found == request_signature.Signature(PUBLIC, NOW, NONCE)


def test_a_request_without_a_body_is_signed_without_its_digest() -> None:
    found = request_signature.check(signed(None), method="POST", url=URL)
    assert found == request_signature.Signature(PUBLIC, NOW, NONCE)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        signed(signature="sig1=::"),
        signed(signature=signed()["signature"] + ", " + signed()["signature"]),
        signed(signature_input=signed()["signature-input"].replace("ed25519", "none")),
        signed(signature_input=signed()["signature-input"].replace("sig1=", "sig2=")),
        signed(signature_input=signed()["signature-input"] + ";expires=1900000000"),
        signed(signature_input=signed()["signature-input"].replace(f"created={NOW}", f"created={NOW + 1}")),
        signed(signature_input=signed()["signature-input"].replace(f"created={NOW}", f'created="{NOW}"')),
        signed(
            signature_input=signed()["signature-input"].replace('"@method" "@target-uri"', '"@target-uri" "@method"')
        ),
        signed(signature_input=signed()["signature-input"].replace('"@method" ', "")),
        signed(content_type="application/json"),
        signed(content_digest=request_signature.content_digest(b"other")),
        signed(content_digest="sha=:" + "A" * 27 + "=:"),
        signed(None),
    ],
)
def test_anything_outside_the_profile_is_refused(headers: dict[str, str]) -> None:
    with pytest.raises(Refused, match="bad_signature"):
        check(headers)


def test_method_address_and_body_are_bound() -> None:
    check(signed())
    for method, url, body in [
        ("PUT", URL, b"frames"),
        ("POST", URL + "?a", b"frames"),
        ("POST", URL.replace("centre", "other"), b"frames"),
        ("POST", URL, b"framed"),
        ("POST", URL, None),
    ]:
        with pytest.raises(Refused, match="bad_signature"):
            check(signed(), body, method, url)


@given(st.sampled_from(["signature", "signature-input", "content-digest", "content-type"]), st.text(max_size=300))
def test_no_header_text_does_anything_but_refuse(name: str, text: str) -> None:
    headers = signed()
    if headers[name] != text:
        with pytest.raises(Refused, match="bad_signature"):
            check(headers | {name: text})


def test_freshness_has_five_minutes_to_either_side() -> None:
    found = request_signature.check(signed(), method="POST", url=URL, body=b"frames")
    assert [request_signature.is_fresh(found, NOW + by) for by in (-301, -300, 0, 300, 301)] == [
        False, True, True, True, False,
    ]  # fmt: skip


def test_the_centre_s_time_is_bound_to_the_nonce() -> None:
    proof = request_signature.sign_time(KEY, NONCE, NOW)
    request_signature.check_time(PUBLIC, NONCE, NOW, proof)
    for nonce, now, word in [
        (b"\x01" * 16, NOW, proof),
        (NONCE, NOW + 1, proof),
        (NONCE, NOW, "é"),
        (NONCE, -1, proof),
    ]:
        with pytest.raises(Refused, match="bad_signature"):
            request_signature.check_time(PUBLIC, nonce, now, word)
