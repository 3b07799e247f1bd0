"""Seals and signatures in the room: sealed, checked, signed, checked again; a passphrase is never kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.domain.seals import Standing
from congress_desk.plumbing.settings import open_settings
from congress_desk.ui.rooms.records.seal_acts import SignatureAsked
from congress_desk.ui.rooms.records.state import Fact, Page
from congress_desk.ui.rooms.records.state_seals import KeyKind
from congress_desk.ui.rooms.records.view import RecordsView
from congress_desk.ui.widgets.notice import Notice
from tests import own_authority
from tests.ui.rooms.records.room import Room

ASKED = SignatureAsked(secret=own_authority.PASSPHRASE, role="TM. Đoàn Thư ký")


@pytest.fixture
def sealed(room: Room, tmp_path: Path) -> Path:
    path = tmp_path / "attendance-sealed.pdf"
    room.presenter.seals.seal(path)
    return path


def standing(room: Room) -> Standing | None:
    found = room.state.seals.found
    return found.comparison.standing if found else None


def test_the_shown_paper_is_sealed_into_a_file_and_stands_in_the_list(room: Room, sealed: Path) -> None:
    assert room.told() is Fact.SEALED
    assert room.state.page is Page.SEALS
    assert (room.state.seals.file, standing(room)) == (sealed, Standing.SEALED)
    (seal,) = room.state.seals.seals or ()
    assert (seal.form, seal.session) == ("attendance", room.hall.session)


def test_a_sealed_file_is_signed_and_is_then_the_one_at_hand(room: Room, sealed: Path, tmp_path: Path) -> None:
    room.presenter.seals.choose_key(own_authority.key_file(tmp_path))
    target = tmp_path / "attendance-signed.pdf"
    room.presenter.seals.sign(target, ASKED)
    assert room.told() is Fact.SIGNED
    assert (room.state.seals.file, standing(room)) == (target, Standing.SIGNED)
    found = room.state.seals.found
    assert found is not None
    assert found.good
    assert [one.signer for one in found.signatures] == [own_authority.SECRETARY]
    assert sealed.read_bytes() != target.read_bytes()
    assert own_authority.PASSPHRASE not in f"{room.state!r} {ASKED!r}"


def test_a_wrong_passphrase_signs_nothing(room: Room, sealed: Path, tmp_path: Path) -> None:
    room.presenter.seals.choose_key(own_authority.key_file(tmp_path))
    room.presenter.seals.sign(tmp_path / "signed.pdf", replace(ASKED, secret="wrong"))
    told = room.state.told
    assert told is not None
    assert isinstance(told.error, Trouble)
    assert told.error.problem is Problem.KEY_NOT_OPENED
    assert not (tmp_path / "signed.pdf").exists()
    assert room.state.seals.can_sign


def test_a_token_needs_its_library_and_names(room: Room, sealed: Path, tmp_path: Path) -> None:
    room.presenter.seals.choose_kind(KeyKind.TOKEN)
    room.presenter.seals.sign(tmp_path / "signed.pdf", ASKED)
    told = room.state.told
    assert told is not None
    assert isinstance(told.error, Refusal)
    assert told.error.reason is Reason.BAD_VALUE


def test_a_file_that_is_no_library_of_a_token_is_told_as_such(room: Room, sealed: Path) -> None:
    room.presenter.seals.choose_kind(KeyKind.TOKEN)
    room.presenter.seals.choose_library(sealed)
    told = room.state.told
    assert told is not None
    assert isinstance(told.error, Trouble)
    assert told.error.problem is Problem.NOT_A_TOKEN_LIBRARY
    assert room.state.seals.token_library is None
    assert not room.state.seals.has_key


def test_an_authority_that_is_silent_stops_the_signature_and_one_signs_without_it(
    room: Room, sealed: Path, tmp_path: Path
) -> None:
    open_settings().change(signing_time_stamp="http://127.0.0.1:1/")
    room.presenter.seals.examine(sealed)
    assert room.state.seals.time_stamp == "http://127.0.0.1:1/"
    room.presenter.seals.choose_key(own_authority.key_file(tmp_path))
    target = tmp_path / "signed.pdf"
    room.presenter.seals.sign(target, ASKED)
    told = room.state.told
    assert told is not None
    assert isinstance(told.error, Trouble)
    assert told.error.problem is Problem.TIME_STAMP_FAILED
    assert not target.exists()
    room.presenter.seals.sign(target, replace(ASKED, stamped=False))
    assert standing(room) is Standing.SIGNED


def test_a_changed_byte_is_found_and_such_a_file_is_not_signed(room: Room, sealed: Path, tmp_path: Path) -> None:
    raw = bytearray(sealed.read_bytes())
    raw[-20] ^= 1
    sealed.write_bytes(raw)
    room.presenter.seals.examine(sealed)
    assert standing(room) is Standing.SAME_CONTENT
    assert not room.state.seals.can_sign
    room.presenter.seals.sign(tmp_path / "signed.pdf", ASKED)
    assert not (tmp_path / "signed.pdf").exists()


def test_a_file_that_is_no_pdf_or_is_gone_is_told_as_such(room: Room, tmp_path: Path) -> None:
    (tmp_path / "text.pdf").write_bytes(b"no pdf")
    room.presenter.seals.examine(tmp_path / "text.pdf")
    assert standing(room) is Standing.UNKNOWN
    room.presenter.seals.examine(tmp_path / "gone.pdf")
    assert isinstance(room.state.seals.error, Trouble)


def test_nothing_is_sealed_where_the_file_cannot_be_kept(room: Room, tmp_path: Path) -> None:
    room.presenter.seals.seal(tmp_path / "nowhere" / "a.pdf")
    told = room.state.told
    assert told is not None
    assert isinstance(told.error, Trouble)
    assert room.desk.archive.seals.seals() == ()


def test_a_seal_that_fails_leaves_no_file_and_the_old_one_whole(room: Room, tmp_path: Path) -> None:
    old = tmp_path / "resolution.pdf"
    old.write_bytes(b"old")
    room.presenter._scene.state = replace(room.state, form=Form.RESOLUTION)  # of which nothing is written yet
    room.presenter.seals.seal(old)
    assert room.state.told is not None
    assert isinstance(room.state.told.error, Refusal)
    assert old.read_bytes() == b"old"
    assert not list(tmp_path.glob("*.partial"))


def test_tools_of_the_day_are_not_sealed(room: Room) -> None:
    assert room.state.can_seal
    room.presenter.choose_form(Form.BADGES)
    assert not room.state.can_seal


def texts(view: RecordsView) -> str:
    notices = (one.sentence for one in view.seals.findChildren(Notice) if not one.isHidden())
    labels = (one.text() for one in view.seals.findChildren(QLabel) if not one.isHidden())
    return " ".join([*notices, *labels])


def test_a_sealed_and_signed_file_dropped_on_the_room_is_told_in_plain_words(
    view: RecordsView, room: Room, sealed: Path, tmp_path: Path
) -> None:
    room.presenter.seals.choose_key(own_authority.key_file(tmp_path))
    view.seals.sign.secret.setText(own_authority.PASSPHRASE)
    target = tmp_path / "signed.pdf"
    view.sign_into(target)
    assert view.seals.sign.secret.text() == ""
    room.presenter.open_page(Page.PAPERS)
    view.dropping.dropped.emit(target)
    assert view.seals.isVisible()
    told = texts(view)
    assert "This is the sealed record" in told
    assert f"Valid signatures: {own_authority.SECRETARY}." in told
    assert view.seals.sign.isVisible()


def test_a_file_that_is_not_the_sealed_one_cannot_be_signed_in_the_view(
    view: RecordsView, room: Room, tmp_path: Path
) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(room.paper().pdf)
    view.dropping.dropped.emit(other)
    assert "This file was not sealed" in texts(view)
    assert not view.seals.sign.isVisible()
