"""Every form of the desk, sealed: its mark read from the page as a phone would, and what an archive asks of a PDF."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pikepdf
import pytest

from congress_desk.devices.cards.zxing import QR_ONLY, ZxingCodeReader
from congress_desk.devices.printer.pages import PdfiumPages
from congress_desk.devices.signing.archive import PdfaArchiving
from congress_desk.domain.record_marks import RecordMark, read_mark
from congress_desk.domain.records import NOT_SEALED, Form
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.seals import Seal, Standing
from tests.builders import OPENING, Hall
from tests.small_congress import a_small_congress, asked_of

LANGUAGES = ("vi", "en", "ar")
RECORDS = sorted(set(Form) - NOT_SEALED)
WITHOUT_MARK = {
    Form.BADGES: "its symbol is the delegate's",
    Form.INVITATION: "a letter, whose symbol is the delegate's",
    Form.NAME_TENTS: "stands on a table",
    Form.SEAT_TICKETS: "ten are cut from a page",
    Form.CALIBRATION: "rulers and nothing else",
}
Sealed = Mapping[Form, tuple[bytes, Seal]]


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    made = a_small_congress(tmp_path_factory.mktemp("small"))
    yield made
    made.store.close()


@pytest.fixture(scope="module")
def sealed(hall: Hall) -> Sealed:
    """Each in one of the three languages, in turn."""
    seal = hall.archive.seals.seal
    found = {}
    for place, form in enumerate(RECORDS):
        asked: dict[str, Any] = asked_of(hall, form)
        found[form] = seal(form, language=LANGUAGES[place % 3], **asked)
    return found


def marks_on(pdf: bytes, page: int) -> list[RecordMark]:
    """Read from a picture of the page at 200 dpi."""
    picture = PdfiumPages().picture(pdf, page, 1654)
    shape = (picture.height, picture.width, 3)
    codes = ZxingCodeReader(QR_ONLY).codes(np.frombuffer(picture.rgb, dtype=np.uint8).reshape(shape))
    return [mark for mark in map(read_mark, codes) if mark is not None]


@pytest.mark.parametrize("form", RECORDS)
def test_every_page_of_a_record_names_it_and_the_hash_that_was_sealed(sealed: Sealed, form: Form) -> None:
    pdf, seal = sealed[form]
    for page in range(min(seal.pages, 3)):
        (mark,) = marks_on(pdf, page)
        assert (mark.form, mark.language, mark.content, mark.id) == (form, seal.language, seal.content, seal.id)


def test_every_record_is_known_again_by_its_bytes(hall: Hall, sealed: Sealed) -> None:
    for form, (pdf, seal) in sealed.items():
        found = hall.archive.seals.compare(pdf)
        assert (found.standing, found.seal) == (Standing.SEALED, seal), form


def test_what_has_no_mark_is_named_here_with_the_reason_and_is_never_sealed(hall: Hall) -> None:
    for form in NOT_SEALED:
        with pytest.raises(Refusal) as caught:
            hall.archive.seals.seal(form, hall.session, language="vi")
        assert caught.value.reason is Reason.NOT_A_RECORD
        asked: dict[str, Any] = asked_of(hall, form)
        pdf = hall.records.preview(form, language="vi", **asked)
        assert (marks_on(pdf, 0) == []) == (form in WITHOUT_MARK), form


def test_ballots_of_a_round_carry_nothing_that_tells_one_from_another(hall: Hall) -> None:
    """A mark of the printing would; they are never sealed."""
    form = hall.voting.ballots.form(hall.voting.elections.elections()[0].latest.id)
    assert marks_on(hall.voting.ballots.sample(form), 0) == []


@pytest.mark.parametrize("form", RECORDS)
def test_a_sealed_record_is_as_an_archive_asks(sealed: Sealed, form: Form) -> None:
    """What can be seen without a validator; test_archive_validator.py has one, where it is installed."""
    pdf, seal = sealed[form]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert not document.is_encrypted
        assert document.trailer.get("/ID") is not None
        assert str(document.Root.Lang) == seal.language
        assert [str(one.S) for one in document.Root.OutputIntents] == ["/GTS_PDFA1"]
        assert not {"/AcroForm", "/OpenAction", "/AA"} & set(document.Root.keys())
        with document.open_metadata() as meta:
            assert meta["dc:title"] == str(document.docinfo["/Title"])
            assert meta["xmp:CreateDate"][:10].replace("-", "") == str(document.docinfo["/CreationDate"])[2:10]
        for one in document.objects:
            if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
                _as_an_archive_asks(one)


def _as_an_archive_asks(one: pikepdf.Object) -> None:
    """One object: no script, no transparency, no LZW, fonts embedded whose letters can be read out."""
    assert one.get("/S") not in (pikepdf.Name.JavaScript, pikepdf.Name.Launch)
    assert one.get("/SMask") is None or one.get("/Type") == pikepdf.Name.XObject
    assert "/LZWDecode" not in str(one.get("/Filter", ""))
    if one.get("/Type") == pikepdf.Name.FontDescriptor:
        assert {"/FontFile2", "/FontFile3"} & set(one.keys()), one.FontName
    if one.get("/Type") == pikepdf.Name.Font and one.get("/Subtype") == pikepdf.Name.Type0:
        assert "/ToUnicode" in one


def test_the_same_record_gives_the_same_archive_file(hall: Hall) -> None:
    plain = hall.records.preview(Form.DELEGATES, language="ar")
    made = [PdfaArchiving().for_archive(plain, language="ar", made_at=OPENING) for _ in range(2)]
    assert made[0] == made[1]
