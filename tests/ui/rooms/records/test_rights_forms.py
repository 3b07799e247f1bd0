"""The papers about rights in the records room: for whom, and when there is none yet."""

from __future__ import annotations

from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.ui.rooms.records.state import Stand, Whose
from tests.ui.rooms.records.room import Room


def test_a_certificate_waits_for_the_erasure(room: Room) -> None:
    room.presenter.choose_form(Form.ERASURE)
    assert room.stand() is Stand.FAILED
    error = room.paper().error
    assert isinstance(error, Refusal)
    assert error.reason is Reason.NOTHING_ERASED


def test_a_consent_form_is_blank_or_for_chosen_people(room: Room) -> None:
    room.presenter.choose_form(Form.CONSENT_FORM)
    assert (room.state.only, room.paper().pages) == (None, 1)
    room.presenter.choose_whose(Whose.DELEGATION)
    assert room.state.only
    assert room.paper().pages == len(room.state.only)


def test_a_consent_form_of_chosen_people_waits_until_somebody_is_chosen(room: Room) -> None:
    room.presenter.choose_form(Form.CONSENT_FORM)
    room.presenter.choose_whose(Whose.CHOSEN)
    assert room.stand() in (Stand.NOBODY_CHOSEN, Stand.CHOOSING)
