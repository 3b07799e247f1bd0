"""Sealing: what is sealed is told from everything else, by its bytes first and by its symbol after."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from congress_desk.devices.documents.folder import folder_beside
from congress_desk.domain.journal import Kind
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.seals import Standing
from congress_desk.services.ports.sealing import Trust
from tests import own_authority
from tests.builders import Hall, a_hall
from tests.services.archiving import Papers, key_of, papers_of


@pytest.fixture
def papers(hall: Hall, tmp_path: Path) -> Papers:
    hall.clock.moment = dt.datetime.now(dt.UTC)  # certificates are of today
    return papers_of(hall, roots=(own_authority.root_file(tmp_path),))


def sealed(papers: Papers) -> bytes:
    return papers.archive.seals.seal(Form.ATTENDANCE, papers.hall.session, language="vi")[0]


def test_a_sealed_record_is_known_byte_for_byte(papers: Papers) -> None:
    pdf, seal = papers.archive.seals.seal(Form.ATTENDANCE, papers.hall.session, language="vi")
    found = papers.archive.seals.examine(pdf)
    assert found.good
    assert found.archive_marks
    assert (found.comparison.standing, found.comparison.seal) == (Standing.SEALED, seal)
    event = papers.hall.events()[-1]
    assert (event.kind, event.body["sha256"]) == (Kind.RECORD_SEALED, seal.version.sha256)


def test_signatures_are_put_one_after_another_and_all_are_on_record(papers: Papers, tmp_path: Path) -> None:
    seals = papers.archive.seals
    once, _ = seals.sign(sealed(papers), key_of(tmp_path), role="TM. Đoàn Thư ký")
    twice, seal = seals.sign(once, key_of(tmp_path, own_authority.CHAIR), role="TM. Đoàn Chủ tịch")
    assert [one.signer for one in seal.signatures] == [own_authority.SECRETARY, own_authority.CHAIR]
    found = seals.examine(twice)
    assert found.good
    assert found.comparison.standing is Standing.SIGNED
    assert [one.trust for one in found.signatures] == [Trust.TRUSTED] * 2
    assert seals.compare(once).standing is Standing.SIGNED
    assert seals.seals() == (seal,)


def test_a_changed_byte_makes_another_file_of_the_same_content(papers: Papers) -> None:
    pdf = bytearray(sealed(papers))
    pdf[-20] ^= 1  # after the last object: every page still shows
    found = papers.archive.seals.compare(bytes(pdf))
    assert found.standing is Standing.SAME_CONTENT
    assert found.seal is not None
    assert not found.genuine


def test_something_added_elsewhere_is_told_and_never_signed(papers: Papers, tmp_path: Path) -> None:
    pdf = sealed(papers) + b"\n% added"
    assert papers.archive.seals.compare(pdf).standing is Standing.ADDED_TO
    with pytest.raises(Refusal) as caught:
        papers.archive.seals.sign(pdf, key_of(tmp_path))
    assert caught.value.reason is Reason.SEAL_BROKEN


def test_a_printed_paper_is_told_from_a_sealed_one(papers: Papers, tmp_path: Path) -> None:
    pdf = papers.records.pdf(Form.ROLL, papers.hall.session, language="vi")
    assert papers.archive.seals.compare(pdf).standing is Standing.PRINTED
    with pytest.raises(Refusal) as caught:
        papers.archive.seals.sign(pdf, key_of(tmp_path))
    assert caught.value.reason is Reason.NOT_SEALED


def test_the_same_figures_carry_the_same_mark_and_one_arrival_more_another(papers: Papers) -> None:
    hall = papers.hall
    first = papers.archive.seals.seal(Form.ATTENDANCE, hall.session, language="vi")[1]
    hall.clock.pass_time(minutes=3)
    again = papers.archive.seals.seal(Form.ATTENDANCE, hall.session, language="vi")[1]
    hall.check_in.by_code(hall.badge(0), hall.session)
    after = papers.archive.seals.seal(Form.ATTENDANCE, hall.session, language="vi")[1]
    assert first.content == again.content != after.content
    assert first.version != again.version  # the hour of printing differs


def test_a_record_of_another_congress_is_told_by_its_symbol(papers: Papers, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = a_hall(tmp_path / "other", people=2)
    pdf = papers_of(other).records.preview(Form.ROLL, other.session, language="vi")
    assert papers.archive.seals.compare(pdf).standing is Standing.OTHER_CONGRESS
    other.store.close()


def test_a_preview_that_was_never_printed_is_known_by_nothing_but_its_symbol(papers: Papers) -> None:
    pdf = papers.records.preview(Form.ROLL, papers.hall.session, language="vi")
    assert papers.archive.seals.compare(pdf).standing is Standing.UNKNOWN_CONTENT
    assert papers.archive.seals.compare(b"no pdf").standing is Standing.UNKNOWN


def test_an_expired_certificate_signs_nothing(papers: Papers, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        papers.archive.seals.sign(sealed(papers), key_of(tmp_path, expired=True))
    assert caught.value.reason is Reason.CERTIFICATE_NOT_VALID
    assert all(event.kind is not Kind.RECORD_SIGNED for event in papers.hall.events())


def test_every_sealed_and_signed_file_is_kept_and_goes_into_a_backup(papers: Papers, tmp_path: Path) -> None:
    pdf = sealed(papers)
    signed, _ = papers.archive.seals.sign(pdf, key_of(tmp_path))
    for folder in (folder_beside(papers.hall.path), tmp_path / "backup"):
        papers.archive.seals.back_up(tmp_path / "backup")
        kept = {path.read_bytes() for path in folder.rglob("*") if path.is_file() and not path.suffix}
        assert {pdf, signed} <= kept
