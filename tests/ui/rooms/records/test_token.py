"""Signing with a token in the room: its library is chosen, the rest is found on it (where SoftHSM2 is installed)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.domain.seals import Standing
from congress_desk.services.ports.sealing import Token
from congress_desk.ui.rooms.records.seal_acts import SignatureAsked
from congress_desk.ui.rooms.records.state_seals import KeyKind
from congress_desk.ui.rooms.records.view import RecordsView
from tests import own_authority
from tests.devices.test_signing_token import PIN, token
from tests.ui.rooms.records.room import Room

__all__ = ["token"]


@pytest.fixture
def at_hand(room: Room, token: Token, tmp_path: Path) -> Room:
    """A sealed file, and the token's library chosen."""
    room.presenter.seals.seal(tmp_path / "sealed.pdf")
    room.presenter.seals.choose_kind(KeyKind.TOKEN)
    room.presenter.seals.choose_library(token.library)
    return room


def test_the_library_alone_is_chosen_and_pin_and_role_are_typed(
    view: RecordsView, at_hand: Room, tmp_path: Path
) -> None:
    form = view.seals.sign
    assert (form.token.currentText(), form.token.isVisible()) == ("desk", True)
    form.token_key.setCurrentText("chu-tich")
    form.token_key.activated.emit(form.token_key.currentIndex())
    QTest.keyClicks(form.secret, PIN)
    form.role.setText("TM. Đoàn Chủ tịch")
    assert form.sign.isEnabled()
    view.sign_into(tmp_path / "signed.pdf")
    found = at_hand.state.seals.found
    assert found is not None
    assert (found.comparison.standing, found.good) == (Standing.SIGNED, True)
    assert [one.signer for one in found.signatures] == [own_authority.CHAIR]


def test_a_wrong_pin_is_told_and_the_file_stays_as_it_was(at_hand: Room, tmp_path: Path) -> None:
    at_hand.presenter.seals.sign(tmp_path / "signed.pdf", SignatureAsked(secret="0000"))
    told = at_hand.state.told
    assert told is not None
    assert isinstance(told.error, Trouble)
    assert told.error.problem is Problem.KEY_NOT_OPENED
    assert not (tmp_path / "signed.pdf").exists()
    assert at_hand.state.seals.can_sign
