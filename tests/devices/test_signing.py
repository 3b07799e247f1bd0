"""Signing PDFs: one person after another, with our stamp; a changed byte is found wherever it is."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import socket
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest
from pyhanko.pdf_utils.generic import NameObject, StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from congress_desk.devices.signing.archive import PdfaArchiving
from congress_desk.devices.signing.pades import PadesSigning
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.reports.forms import PdfForms
from congress_desk.reports.stamp import PdfStamps
from congress_desk.services.ports.sealing import KeyFile, SignatureFound, SigningTerms, Stamp, Trust
from tests import own_authority
from tests.reports import builders
from tests.reports.reading import MM, page_texts

TERMS = SigningTerms(reason="Biên bản", place="Thái Sơn")
AT = dt.datetime(2025, 9, 22, 17, 5, 9, tzinfo=builders.ZONE)
SIGNING = PadesSigning()


@pytest.fixture(scope="module")
def record() -> bytes:
    pdf = PdfForms().render(builders.a_record(builders.some_delegates(12)), "vi")
    return PdfaArchiving().for_archive(pdf, language="vi", made_at=AT)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keys")


def key_of(folder: Path, name: str = own_authority.SECRETARY, passphrase: str = own_authority.PASSPHRASE) -> KeyFile:
    return KeyFile(path=own_authority.key_file(folder, name), passphrase=passphrase)


def stamp(name: str = own_authority.SECRETARY, language: str = "vi") -> bytes:
    made = Stamp(
        name=name,
        organisation=own_authority.ORGANISATION,
        email="vp@thaison.gov.vn",
        role="TM. Đoàn Thư ký",
        at=AT,
        language=language,
    )
    return PdfStamps().draw(made)


@pytest.fixture(scope="module")
def signed_twice(record: bytes, folder: Path) -> bytes:
    once = SIGNING.sign(record, key_of(folder), TERMS, stamp())
    return SIGNING.sign(once, key_of(folder, own_authority.CHAIR), TERMS, stamp(own_authority.CHAIR))


def test_a_key_file_names_its_person_and_organisation(folder: Path) -> None:
    who = SIGNING.signatory(key_of(folder))
    assert (who.name, who.organisation) == (own_authority.SECRETARY, own_authority.ORGANISATION)
    assert who.valid_from < dt.datetime.now(dt.UTC) < who.valid_until


def test_a_wrong_passphrase_and_a_file_that_is_no_key_are_told_as_such(folder: Path) -> None:
    no_key = folder / "no.p12"
    no_key.write_bytes(b"no key")
    for key in (key_of(folder, passphrase="wrong"), KeyFile(path=no_key, passphrase="x")):
        with pytest.raises(Trouble) as caught:
            SIGNING.signatory(key)
        assert caught.value.problem is Problem.KEY_NOT_OPENED
    with pytest.raises(Trouble) as missing:
        SIGNING.signatory(KeyFile(path=folder / "gone.p12", passphrase="x"))
    assert missing.value.problem is Problem.NO_SUCH_FILE


def test_two_people_sign_one_after_the_other_and_both_stay_good(signed_twice: bytes, folder: Path) -> None:
    found = SIGNING.signatures(signed_twice, [own_authority.root_file(folder)], check_revocation=False)
    assert [one.signer for one in found] == [own_authority.SECRETARY, own_authority.CHAIR]
    assert all(one.intact and one.whole and one.trust is Trust.TRUSTED for one in found)
    assert not any(one.time_stamped or one.revocation_checked for one in found)


def test_what_was_signed_begins_with_the_sealed_bytes(record: bytes, signed_twice: bytes) -> None:
    assert signed_twice.startswith(record)


def test_without_roots_a_good_signature_is_intact_and_trusted_by_nobody(signed_twice: bytes) -> None:
    found = SIGNING.signatures(signed_twice, [], check_revocation=False)
    assert [(one.intact, one.trust) for one in found] == [(True, Trust.NO_ROOTS)] * 2


def test_one_changed_byte_of_the_record_is_found_wherever_it_is(record: bytes, signed_twice: bytes) -> None:
    for place in range(40, len(record), len(record) // 25):
        changed = bytearray(signed_twice)
        changed[place] ^= 1
        found: Sequence[SignatureFound] = ()
        with contextlib.suppress(Trouble):  # a reader may break at the byte; then it is no signed record at all
            found = SIGNING.signatures(bytes(changed), [], check_revocation=False)
        assert not any(one.intact for one in found), place


def test_the_stamp_says_in_vietnamese_who_signed_when_and_for_whom() -> None:
    told = page_texts(stamp())[0]
    for words in ("Ký bởi: Nguyễn Thuỳ Phượng", "Cơ quan: Tỉnh ủy Thái Sơn", "Ngày ký: 22.09.2025 17:05:09 +07:00"):
        assert words in told
    assert "Email: vp@thaison.gov.vn" in told


def test_stamps_stand_beside_each_other_and_in_the_upper_margin(signed_twice: bytes) -> None:
    with pikepdf.open(io.BytesIO(signed_twice)) as pdf:
        boxes = [[float(n) for n in annotation.Rect] for annotation in pdf.pages[0].Annots]
    assert len(boxes) == 2
    assert boxes[1][2] < boxes[0][0]
    assert all(box[1] > 842 - 20 * MM for box in boxes)


def boxes_of(pdf: bytes) -> list[tuple[int, list[float]]]:
    """Page and corners of every stamp."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            (number, [float(corner) for corner in one.Rect])
            for number, page in enumerate(document.pages)
            for one in page.get("/Annots", [])
        ]


@pytest.mark.parametrize("language", ["vi", "en", "ar"])
def test_head_of_committee_presidium_secretariat_and_one_more_sign_and_no_stamp_covers_another(
    folder: Path, language: str
) -> None:
    plain = PdfForms().render(builders.a_list(builders.some_delegates(60)), language)
    pdf = PdfaArchiving().for_archive(plain, language=language, made_at=AT)
    names = [own_authority.SECRETARY, own_authority.CHAIR, "Lê Thị Hoa", "Trần Văn Đức"]
    for name in names:
        pdf = SIGNING.sign(pdf, key_of(folder, name), TERMS, stamp(name, language))
    found = SIGNING.signatures(pdf, [own_authority.root_file(folder)], check_revocation=False)
    assert [(one.signer, one.holds, one.trust) for one in found] == [(name, True, Trust.TRUSTED) for name in names]
    stamps = boxes_of(pdf)
    assert [page for page, _ in stamps] == [0, 0, 0, 1]
    for page, box in stamps:
        assert box[0] >= 0
        assert not any(p == page and box[2] > b[2] > box[0] for p, b in stamps if b is not box)


def test_something_appended_after_a_signature_is_found(signed_twice: bytes) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(signed_twice), strict=False)
    page = writer.root["/Pages"]["/Kids"][0]
    page[NameObject("/Contents")] = writer.add_object(StreamObject(stream_data=b"BT ET"))
    writer.update_container(page)
    target = io.BytesIO()
    writer.write(target)  # type: ignore[no-untyped-call]
    assert target.getvalue().startswith(signed_twice)
    found = SIGNING.signatures(target.getvalue(), [], check_revocation=False)
    assert [(one.intact, one.whole, one.holds) for one in found] == [(True, False, False)] * 2


def test_an_authority_that_cannot_be_reached_stops_the_signature(record: bytes, folder: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/tsa"
        with pytest.raises(Trouble) as caught:
            SIGNING.sign(
                record, key_of(folder), SigningTerms(reason="", place="", time_stamp_address=address), stamp()
            )
    assert caught.value.problem is Problem.TIME_STAMP_FAILED


def test_what_is_no_pdf_is_told_as_such(folder: Path) -> None:
    for act in (
        lambda: SIGNING.signatures(b"no pdf", [], check_revocation=False),
        lambda: SIGNING.sign(b"no pdf", key_of(folder), TERMS, stamp()),
    ):
        with pytest.raises(Trouble) as caught:
            act()
        assert caught.value.problem is Problem.NOT_A_PDF


def test_the_archive_marks_are_there_and_the_same_record_gives_the_same_file(record: bytes) -> None:
    archiving = PdfaArchiving()
    assert archiving.has_marks(record)
    assert not archiving.has_marks(b"no pdf")
    plain = PdfForms().render(builders.a_record(builders.some_delegates(12)), "vi")
    assert not archiving.has_marks(plain)
    assert archiving.for_archive(plain, language="vi", made_at=AT) == record
    with pikepdf.open(io.BytesIO(record)) as pdf:
        assert str(pdf.Root.Lang) == "vi"
        with pdf.open_metadata() as meta:
            assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "B")
