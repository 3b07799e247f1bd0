"""The portal by HTTPS with the organizer's own certificate: cookies travel encrypted only."""

from __future__ import annotations

import asyncio
import datetime as dt
import http.client
import ipaddress
import ssl
import threading
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from congress_desk.portal.server import listen, make_server, run
from congress_desk.services.ports.portal import Certificate
from tests.portal.conftest import KEY, Open
from tests.portal.serving import HERE, SECONDS


def a_certificate(folder: Path) -> Certificate:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hall")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HERE))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    chain, private = folder / "chain.pem", folder / "key.pem"
    chain.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return Certificate(chain=chain, key=private)


def test_with_a_certificate_pages_travel_encrypted_and_cookies_are_secure(portal: Open, tmp_path: Path) -> None:
    certificate = a_certificate(tmp_path)
    listening = listen(HERE, 0)
    server = make_server(portal.hall.library, KEY, certificate)
    thread = threading.Thread(target=lambda: asyncio.run(run(server, listening, portal.hall.library)))
    thread.start()
    try:
        trusting = ssl.create_default_context(cafile=str(certificate.chain))
        client = http.client.HTTPSConnection(HERE, listening.getsockname()[1], timeout=SECONDS, context=trusting)
        client.request("GET", "/")
        answer = client.getresponse()
        answer.read()
        assert answer.status == 200
        assert "; Secure" in (answer.getheader("Set-Cookie") or "")
        client.request("GET", f"/d/{portal.public.id}/file", headers={"Range": "bytes=0-99"})
        part = client.getresponse()
        assert (part.status, len(part.read())) == (206, 100)
        client.close()
    finally:
        server.should_exit = True
        thread.join(SECONDS)
        listening.close()
