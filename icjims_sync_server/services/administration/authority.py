"""The centre's own certificate authority and the certificate that it serves under."""

from __future__ import annotations

import datetime
import hashlib
import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from icjims_core.problem import Broken
from icjims_sync_server.services.administration.keys import read_private, write_file, write_private

CA_KEY: Final = "authority.key"
CA_CERTIFICATE: Final = "authority.crt"
SERVER_KEY: Final = "server.key"
SERVER_CERTIFICATE: Final = "server.crt"

_CA_LIFE: Final = datetime.timedelta(days=20 * 365)
_SERVER_LIFE: Final = datetime.timedelta(days=397)
_RENEW_BEFORE: Final = datetime.timedelta(days=130)
# A workstation with a slow clock must still find the certificate valid.
_BACKDATED: Final = datetime.timedelta(days=2)


@dataclass(frozen=True, slots=True)
class ServerFiles:
    """What a TLS server needs."""

    key: Path
    certificate: Path


def make(folder: Path, now: datetime.datetime) -> None:
    """Make the authority unless it is there."""
    if (folder / CA_KEY).exists() and (folder / CA_CERTIFICATE).exists():
        return
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "ICJIMS centre")])
    public = key.public_key()
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BACKDATED)
        .not_valid_after(now + _CA_LIFE)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .sign(key, hashes.SHA256())
    )
    write_private(folder / CA_KEY, key)
    write_file(folder / CA_CERTIFICATE, certificate.public_bytes(serialization.Encoding.PEM), 0o644)


def ca_certificate(folder: Path) -> bytes:
    """The authority's certificate in PEM."""
    return (folder / CA_CERTIFICATE).read_bytes()


def pin(folder: Path) -> str:
    """Hexadecimal SHA-256 of the authority's SubjectPublicKeyInfo: what a ticket carries."""
    public = x509.load_pem_x509_certificate(ca_certificate(folder)).public_key()
    info = public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(info).hexdigest()


def server_files(folder: Path, hosts: Sequence[str], now: datetime.datetime) -> ServerFiles:
    """Key and certificate for these host names and addresses, made or renewed where they do not fit any more."""
    files = ServerFiles(folder / SERVER_KEY, folder / SERVER_CERTIFICATE)
    if files.key.exists() and files.certificate.exists() and _fits(files.certificate, hosts, now):
        return files
    ca_key = read_private(folder / CA_KEY)
    if not isinstance(ca_key, ec.EllipticCurvePrivateKey):
        raise Broken("keys_damaged", file=CA_KEY)
    ca = x509.load_pem_x509_certificate(ca_certificate(folder))
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "ICJIMS centre server")]))
        .issuer_name(ca.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BACKDATED)
        .not_valid_after(now + _SERVER_LIFE)
        .add_extension(x509.SubjectAlternativeName([_name(host) for host in hosts]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(ca_key.public_key()), critical=False)
        .sign(ca_key, hashes.SHA256())
    )
    write_private(files.key, key)
    write_file(files.certificate, certificate.public_bytes(serialization.Encoding.PEM), 0o644)
    return files


def _fits(path: Path, hosts: Sequence[str], now: datetime.datetime) -> bool:
    certificate = x509.load_pem_x509_certificate(path.read_bytes())
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return now + _RENEW_BEFORE < certificate.not_valid_after_utc and {_name(host) for host in hosts} <= set(names)


def _name(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host.encode("idna").decode())


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )
