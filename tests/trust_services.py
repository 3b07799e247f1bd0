"""A trust centre on this computer: a root, a time-stamp authority, OCSP and a revocation list over real HTTP.

openssl answers (`ts`, `ocsp`, `ca`); a small server carries what is asked to it. The tests' own, for 127.0.0.1 only.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

PASSPHRASE = "bốn từ rời nhau"
ROOT, STAMPS = "Cơ quan chứng thực gốc", "Cơ quan cấp dấu thời gian"
_DAY = dt.timedelta(days=1)
_STAMPING = """[tsa]
default_tsa = here
[here]
serial = {folder}/stamps
signer_cert = {folder}/tsa.pem
certs = {folder}/root.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
"""
_LISTING = """[ca]
default_ca = here
[here]
database = {folder}/index.txt
crlnumber = {folder}/crlnumber
default_md = sha256
default_crl_days = 7
"""


@dataclass
class TrustCentre:
    """folder: its own. asked: which of its doors were knocked at ("tsa", "ocsp", "crl"), in order."""

    folder: Path
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.silent = False  # it answers nothing any more
        self._key = rsa.generate_private_key(65537, 2048)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _door_of(self))
        self._root = self._certificate(ROOT, self._key, [_basic(authority=True), _usage(authority=True)])
        self._write("root", self._root, self._key)
        stamps = rsa.generate_private_key(65537, 2048)
        purpose = (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), True)
        self._write("tsa", self._certificate(STAMPS, stamps, [_basic(), _usage(), purpose]), stamps)
        for name, text in (("tsa.cnf", _STAMPING), ("ca.cnf", _LISTING)):
            (self.folder / name).write_text(text.format(folder=self.folder))
        for name, text in (("index.txt", ""), ("stamps", "01\n"), ("crlnumber", "01\n")):
            (self.folder / name).write_text(text)
        self._thread = threading.Thread(target=self._server.serve_forever, name="trust-centre")
        self._thread.start()

    @property
    def root(self) -> Path:
        return self.folder / "root.pem"

    @property
    def stamps_address(self) -> str:
        return self._address("tsa")

    def key_file(self, name: str, *, revocation: str, until: dt.datetime | None = None) -> Path:
        """A person's PKCS#12 file. revocation: "ocsp" or "crl", the door named in the certificate."""
        key = rsa.generate_private_key(65537, 2048)
        made = self._certificate(name, key, [_basic(), _usage(), self._where(revocation)], until=until)
        self._enter(made)
        path = self.folder / f"{name}-{revocation}.p12"
        locked = serialization.BestAvailableEncryption(PASSPHRASE.encode())
        path.write_bytes(pkcs12.serialize_key_and_certificates(name.encode(), key, made, [self._root], locked))
        path.with_suffix(".pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
        return path

    def revoke(self, key_file: Path, at: dt.datetime) -> None:
        """In the register of the root: revoked from then on."""
        made = x509.load_pem_x509_certificate(key_file.with_suffix(".pem").read_bytes())
        register = self.folder / "index.txt"
        lines = register.read_text().splitlines()
        serial = _serial(made)
        register.write_text(
            "".join(
                line.replace("V\t", "R\t", 1).replace("\t\t", f"\t{at.astimezone(dt.UTC):%y%m%d%H%M%SZ}\t", 1) + "\n"
                if f"\t{serial}\t" in line
                else line + "\n"
                for line in lines
            )
        )

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _enter(self, made: x509.Certificate) -> None:
        with (self.folder / "index.txt").open("a") as register:
            until = f"{made.not_valid_after_utc:%y%m%d%H%M%SZ}"
            register.write(f"V\t{until}\t\t{_serial(made)}\tunknown\t/CN=x{_serial(made)}\n")

    def answer(self, door: str, asked: bytes) -> bytes:
        """What openssl answers at one of the doors."""
        question, told = self.folder / f"{door}.question", self.folder / f"{door}.answer"
        question.write_bytes(asked)
        self._openssl(*self._command(door, question, told))
        if door == "crl":
            return x509.load_pem_x509_crl(told.read_bytes()).public_bytes(serialization.Encoding.DER)
        return told.read_bytes()

    def _command(self, door: str, question: Path, told: Path) -> Sequence[str]:
        at = self.folder
        if door == "tsa":
            return ("ts", "-reply", "-config", f"{at}/tsa.cnf", "-queryfile", str(question), "-out", str(told))
        root, its_key = f"{at}/root.pem", f"{at}/root.key"
        if door == "crl":
            return ("ca", "-gencrl", "-config", f"{at}/ca.cnf", "-cert", root, "-keyfile", its_key, "-out", str(told))
        signed = ("-rsigner", root, "-rkey", its_key, "-CA", root, "-index", f"{at}/index.txt", "-ndays", "1")
        return ("ocsp", *signed, "-reqin", str(question), "-respout", str(told))

    def _openssl(self, *command: str) -> None:
        subprocess.run(["openssl", *command], check=True, capture_output=True)

    def _address(self, door: str) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/{door}"

    def _where(self, revocation: str) -> tuple[x509.ExtensionType, bool]:
        address = x509.UniformResourceIdentifier(self._address(revocation))
        if revocation == "ocsp":
            found = x509.AccessDescription(AuthorityInformationAccessOID.OCSP, address)
            return x509.AuthorityInformationAccess([found]), False
        return x509.CRLDistributionPoints([x509.DistributionPoint([address], None, None, None)]), False

    def _certificate(
        self,
        name: str,
        key: rsa.RSAPrivateKey,
        extensions: list[tuple[x509.ExtensionType, bool]],
        *,
        until: dt.datetime | None = None,
    ) -> x509.Certificate:
        now = dt.datetime.now(dt.UTC)
        made = (
            x509.CertificateBuilder()
            .subject_name(_named(name))
            .issuer_name(_named(ROOT))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - 3650 * _DAY if name in (ROOT, STAMPS) else now - 30 * _DAY)
            .not_valid_after(until or now + 365 * _DAY)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key()), critical=False)
        )
        for extension, critical in extensions:
            made = made.add_extension(extension, critical=critical)
        return made.sign(self._key, hashes.SHA256())

    def _write(self, name: str, certificate: x509.Certificate, key: rsa.RSAPrivateKey) -> None:
        plain = serialization.NoEncryption()
        pem = serialization.Encoding.PEM
        (self.folder / f"{name}.pem").write_bytes(certificate.public_bytes(pem))
        (self.folder / f"{name}.key").write_bytes(
            key.private_bytes(pem, serialization.PrivateFormat.TraditionalOpenSSL, plain)
        )


def _door_of(centre: TrustCentre) -> type[BaseHTTPRequestHandler]:
    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._tell(b"")

        def do_POST(self) -> None:
            self._tell(self.rfile.read(int(self.headers["Content-Length"])))

        def _tell(self, asked: bytes) -> None:
            door = self.path.strip("/")
            if centre.silent:
                self.send_error(503)
                return
            centre.asked.append(door)
            told = centre.answer(door, asked)
            self.send_response(200)
            self.send_header("Content-Type", _TYPES[door])
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is told of it."""

    return Door


_TYPES = {
    "tsa": "application/timestamp-reply",
    "ocsp": "application/ocsp-response",
    "crl": "application/pkix-crl",
}


def _named(name: str) -> x509.Name:
    parts = (
        (NameOID.COUNTRY_NAME, "VN"),
        (NameOID.ORGANIZATION_NAME, "Tỉnh ủy Thái Sơn"),
        (NameOID.COMMON_NAME, name),
    )
    return x509.Name([x509.NameAttribute(oid, text) for oid, text in parts])


def _serial(made: x509.Certificate) -> str:
    digits = f"{made.serial_number:X}"
    return digits if len(digits) % 2 == 0 else f"0{digits}"


def _basic(*, authority: bool = False) -> tuple[x509.ExtensionType, bool]:
    return x509.BasicConstraints(authority, None), True


def _usage(*, authority: bool = False) -> tuple[x509.ExtensionType, bool]:
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
    return usage, True
