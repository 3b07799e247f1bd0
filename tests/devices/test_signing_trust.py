"""Time stamps and revocation with a real trust centre: openssl answers as authority, OCSP and list, over HTTP."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from congress_desk.devices.signing.pades import PadesSigning
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing import seal_words
from congress_desk.reports.forms import PdfForms
from congress_desk.reports.stamp import PdfStamps
from congress_desk.services.ports.sealing import KeyFile, SignatureFound, SigningTerms, Stamp, Trust
from tests import own_authority
from tests.reports import builders
from tests.trust_services import PASSPHRASE, TrustCentre

SIGNING = PadesSigning()
NAME = "Nguyễn Thuỳ Phượng"
each_door = pytest.mark.parametrize("door", ["ocsp", "crl"])


@pytest.fixture(scope="module")
def record() -> bytes:
    return PdfForms().render(builders.a_record(builders.some_delegates(3)), "vi")


@pytest.fixture(scope="module")
def drawn() -> bytes:
    at = dt.datetime(2025, 9, 22, 17, tzinfo=builders.ZONE)
    return PdfStamps().draw(Stamp(name=NAME, organisation="", email="", role="", at=at, language="vi"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TrustCentre]:
    centre = TrustCentre(tmp_path_factory.mktemp("trust"))
    yield centre
    centre.close()


@pytest.fixture
def centre(built: TrustCentre) -> TrustCentre:
    built.asked.clear()
    built.silent = False
    return built


def sign(record: bytes, drawn: bytes, key: Path, address: str = "") -> bytes:
    terms = SigningTerms(reason="Biên bản", place="", time_stamp_address=address)
    return SIGNING.sign(record, KeyFile(path=key, passphrase=PASSPHRASE), terms, drawn)


def found(pdf: bytes, centre: TrustCentre, *, asks: bool = True) -> SignatureFound:
    (one,) = SIGNING.signatures(pdf, [centre.root], check_revocation=asks)
    assert one.intact
    assert one.whole
    return one


@each_door
def test_a_time_stamped_signature_is_trusted_and_its_revocation_was_asked(
    centre: TrustCentre, record: bytes, drawn: bytes, door: str
) -> None:
    before = dt.datetime.now(dt.UTC) - dt.timedelta(seconds=2)
    signed = sign(record, drawn, centre.key_file(NAME, revocation=door), centre.stamps_address)
    assert set(centre.asked) == {"tsa"}
    one = found(signed, centre)
    assert door in centre.asked
    assert (one.trust, one.time_stamped, one.time_trusted, one.revocation_checked) == (
        Trust.TRUSTED,
        True,
        True,
        True,
    )
    assert one.signed_at is not None
    assert before <= one.signed_at <= dt.datetime.now(dt.UTC) + dt.timedelta(seconds=2)
    assert seal_words.NOT_REVOKED in seal_words.vouching(one)
    assert seal_words.TIME_STAMPED in seal_words.vouching(one)


def test_with_the_settings_off_nobody_is_asked(centre: TrustCentre, record: bytes, drawn: bytes) -> None:
    signed = sign(record, drawn, centre.key_file(NAME, revocation="ocsp"))
    one = found(signed, centre, asks=False)
    assert centre.asked == []
    assert (one.trust, one.time_stamped, one.revocation_checked) == (Trust.TRUSTED, False, False)
    assert seal_words.vouching(one)[1:] == (seal_words.REVOCATION, seal_words.OWN_TIME)


@each_door
def test_a_signature_of_a_revoked_certificate_does_not_hold(
    centre: TrustCentre, record: bytes, drawn: bytes, door: str
) -> None:
    key = centre.key_file(NAME, revocation=door)
    signed = sign(record, drawn, key, centre.stamps_address)
    centre.revoke(key, dt.datetime.now(dt.UTC) - dt.timedelta(days=1))
    one = found(signed, centre)
    assert (one.trust, one.holds, one.revocation_checked) == (Trust.REVOKED, False, True)
    assert found(signed, centre, asks=False).trust is Trust.TRUSTED  # who does not ask is not told


@each_door
def test_a_later_revocation_leaves_only_time_stamped_signatures_standing(
    centre: TrustCentre, record: bytes, drawn: bytes, door: str
) -> None:
    key = centre.key_file(NAME, revocation=door)
    stamped, plain = sign(record, drawn, key, centre.stamps_address), sign(record, drawn, key)
    centre.revoke(key, dt.datetime.now(dt.UTC) + dt.timedelta(minutes=1))
    assert (found(stamped, centre).trust, found(stamped, centre).holds) == (Trust.REVOKED_SINCE, True)
    assert (found(plain, centre).trust, found(plain, centre).holds) == (Trust.REVOKED, False)


@each_door
def test_an_issuer_that_does_not_answer_is_told_as_such(
    centre: TrustCentre, record: bytes, drawn: bytes, door: str
) -> None:
    signed = sign(record, drawn, centre.key_file(NAME, revocation=door))
    centre.silent = True
    one = found(signed, centre)
    assert (one.trust, one.holds, one.revocation_checked) == (Trust.NO_ANSWER, True, False)


def test_a_certificate_that_had_expired_before_it_signed_holds_nothing(
    centre: TrustCentre, record: bytes, drawn: bytes
) -> None:
    ended = dt.datetime.now(dt.UTC) - dt.timedelta(hours=1)
    one = found(sign(record, drawn, centre.key_file(NAME, revocation="ocsp", until=ended)), centre)
    assert (one.trust, one.holds) == (Trust.EXPIRED, False)


def test_a_signature_outlives_its_certificate(centre: TrustCentre, record: bytes, drawn: bytes) -> None:
    ends = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=2)
    signed = sign(record, drawn, centre.key_file(NAME, revocation="ocsp", until=ends), centre.stamps_address)
    latest = ends + dt.timedelta(seconds=20)
    one = found(signed, centre)
    while one.trust is Trust.TRUSTED and dt.datetime.now(dt.UTC) < latest:
        one = found(signed, centre, asks=False)
    assert (one.trust, one.holds) == (Trust.EXPIRED_SINCE, True)
    assert found(signed, centre).revocation_checked
    centre.silent = True
    one = found(signed, centre)
    assert (one.trust, one.holds, one.revocation_checked) == (Trust.EXPIRED_SINCE, True, False)


def test_a_time_stamp_of_a_strange_authority_is_told_as_such(
    centre: TrustCentre, record: bytes, drawn: bytes, tmp_path: Path
) -> None:
    signed = sign(record, drawn, own_authority.key_file(tmp_path), centre.stamps_address)
    (one,) = SIGNING.signatures(signed, [own_authority.root_file(tmp_path)], check_revocation=False)
    assert (one.trust, one.time_stamped, one.time_trusted) == (Trust.TRUSTED, True, False)
    assert seal_words.UNKNOWN_STAMP in seal_words.vouching(one)


def test_what_is_no_authority_stamps_nothing_and_signs_nothing(
    centre: TrustCentre, record: bytes, drawn: bytes, page: str
) -> None:
    key = centre.key_file(NAME, revocation="crl")
    centre.silent = True
    for address in (centre.stamps_address, page, "http://127.0.0.1:1/tsa", "no address", "ftp://127.0.0.1/tsa"):
        with pytest.raises(Trouble) as caught:
            sign(record, drawn, key, address)
        assert caught.value.problem is Problem.TIME_STAMP_FAILED, address


@pytest.fixture
def page() -> Iterator[str]:
    """Of a web server that answers everything with a page of words."""

    class Words(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told = b"<html>no authority</html>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is told of it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Words)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()
