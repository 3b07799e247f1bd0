"""Settings hold at once; acts on the congress are journaled; what cannot be undone is asked."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from congress_desk.domain.attendance import SessionKind
from congress_desk.domain.delegates import OFFICIAL
from congress_desk.domain.journal import Kind, Verification
from congress_desk.domain.refusals import Reason, Refusal, Trouble
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.plumbing.texts import Language, words_for
from congress_desk.services.face_status import KeyState
from congress_desk.ui.rooms.settings.samples import SESSIONS
from congress_desk.ui.rooms.settings.state import (
    Busy,
    Fact,
    SessionDraft,
    share_from,
    time_from,
    written_share,
)
from congress_desk.ui.rooms.settings.words import admitted, verdict
from tests.builders import OPENING, ZONE
from tests.ui.rooms.settings.conftest import Room

DAY = dt.date(2025, 9, 23)


def test_a_setting_of_the_desk_holds_and_is_kept_at_once(room: Room, settings: SettingsFile) -> None:
    room.presenter.change_desk(sound_volume=30, faces_on=True, camera="1")
    assert (room.state.desk.sound_volume, room.state.desk.camera) == (30, "1")
    assert SettingsFile(settings.path).current.faces_on
    assert room.around.looks == []


def test_language_and_theme_are_shown_everywhere_at_once(room: Room) -> None:
    room.presenter.change_desk(language="ar")
    room.presenter.change_desk(theme="dark")
    assert room.around.looks == [True, True]


def test_a_value_that_cannot_be_used_is_told_at_its_place(room: Room) -> None:
    room.presenter.change_desk(desk_name="  ")
    assert room.state.wrong == {"desk_name": "not_allowed"}
    room.presenter.change_desk(desk_name="Bàn 2")
    assert room.state.wrong == {}
    assert room.told() is Fact.DESK_NAMED


def test_the_sound_can_be_tried(room: Room) -> None:
    room.presenter.try_sound()
    assert room.around.played == ["ok"]


def test_the_heading_of_all_papers_is_one_event(room: Room) -> None:
    before = len(room.kinds())
    room.presenter.save_congress(title="Đại hội", convening_body="Tỉnh ủy", opens=DAY, place="Hội trường")
    assert len(room.kinds()) == before + 1
    assert room.hall.congress.heading().place == "Hội trường"
    assert room.state.congress is not None
    assert room.state.congress.title == "Đại hội"


def test_a_heading_without_a_name_is_not_saved(room: Room) -> None:
    before = len(room.kinds())
    room.presenter.save_congress(title="", convening_body="Tỉnh ủy", opens=DAY, place="")
    assert room.state.wrong == {"title": "missing"}
    assert len(room.kinds()) == before


def test_rules_are_journaled_and_other_rules_stay(room: Room) -> None:
    others = room.hall.congress.rules()
    room.presenter.save_rules(quorum="60 %", auto_accept_faces=True, undo_minutes=5)
    assert room.hall.congress.rules() == replace(
        others, quorum=Fraction(3, 5), auto_accept_faces=True, undo_minutes=5
    )
    assert room.kinds()[-1] is Kind.RULES_CHANGED
    assert room.told() is Fact.RULES_SAVED


def test_a_share_that_is_none_is_told(room: Room) -> None:
    room.presenter.save_rules(quorum="most", auto_accept_faces=False, undo_minutes=5)
    assert room.state.wrong == {"quorum": "share"}


@pytest.mark.parametrize(
    ("text", "share"),
    [("2/3", Fraction(2, 3)), (" 1 / 2 ", Fraction(1, 2)), ("60%", Fraction(3, 5)), ("66,7 %", Fraction(667, 1000))],
)
def test_shares_are_read_as_people_write_them(text: str, share: Fraction) -> None:
    assert share_from(text) == share


@pytest.mark.parametrize("text", ["", "0", "3/2", "101 %", "abc", "-1/2"])
def test_shares_outside_the_whole_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        share_from(text)


def test_shares_are_written_as_they_are_read() -> None:
    for share in (Fraction(2, 3), Fraction(3, 5), Fraction(67, 100)):
        assert share_from(written_share(share)) == share


@pytest.mark.parametrize("text", ["8:30", "08h30", "8g30", "8.30", "0830", " 08:30 "])
def test_times_are_read_as_people_write_them(text: str) -> None:
    assert time_from(text) == dt.time(8, 30)


@pytest.mark.parametrize("text", ["", "25:00", "8:60", "abc", "8:3"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        time_from(text)


def test_a_session_is_added_in_the_time_zone_of_the_congress(room: Room) -> None:
    room.presenter.new_session()
    assert room.state.draft is not None
    assert room.state.draft.day == OPENING.date()
    room.presenter.save_session(
        SessionDraft(name="Phiên chiều", day=DAY, starts="13h30", ends="17:00", admits=OFFICIAL)
    )
    added = room.state.sessions[-1]
    assert added.starts == dt.datetime(2025, 9, 23, 13, 30, tzinfo=ZONE)
    assert added.admits == OFFICIAL
    assert room.draft() is None
    assert room.told() is Fact.SESSION_ADDED


def test_a_session_is_corrected_with_what_it_holds(room: Room) -> None:
    room.presenter.pick_session(room.hall.session)
    room.presenter.edit_session()
    draft = room.state.draft
    assert draft is not None
    assert (draft.name, draft.starts, draft.ends) == ("Phiên khai mạc", "07:00", "11:00")
    room.presenter.save_session(replace(draft, ends="11:45", kind=SessionKind.OTHER))
    (session,) = room.state.sessions
    assert (session.id, session.kind) == (room.hall.session, SessionKind.OTHER)
    assert room.kinds()[-1] is Kind.SESSION_EDITED


def test_a_session_that_cannot_be_is_told_field_by_field(room: Room) -> None:
    room.presenter.save_session(SessionDraft(name=" ", day=DAY, starts="8:00", ends="7:00", admits=frozenset()))
    assert room.state.wrong == {"name": "missing", "ends": "before_start", "admits": "nobody"}
    room.presenter.save_session(SessionDraft(name="Phiên", day=DAY, starts="morning", ends="7:00"))
    assert room.state.wrong == {"starts": "time"}
    room.presenter.drop_draft()
    assert room.draft() is None


def test_closing_and_opening_again_are_one_button(room: Room) -> None:
    room.presenter.pick_session(room.hall.session)
    room.presenter.close_or_reopen()
    assert [s.closed_at is None for s in room.state.sessions] == [False]
    assert room.told() is Fact.SESSION_CLOSED
    room.presenter.close_or_reopen()
    assert [s.closed_at is None for s in room.state.sessions] == [True]
    assert room.told() is Fact.SESSION_REOPENED


def test_a_copy_is_made_into_the_chosen_folder(room: Room, tmp_path: Path) -> None:
    target = tmp_path / "usb"
    target.mkdir()
    room.presenter.back_up(target)
    (copy,) = target.iterdir()
    assert room.state.backup == str(copy)
    assert room.state.busy is Busy.NOTHING
    assert room.told() is Fact.BACKED_UP


def test_a_copy_that_cannot_be_made_is_told(room: Room, tmp_path: Path) -> None:
    room.presenter.back_up(tmp_path / "nowhere" / "copy.congress")
    assert room.state.told is not None
    assert isinstance(room.state.told.error, Trouble)
    assert room.state.busy is Busy.NOTHING


def test_the_journal_is_proved_in_plain_words(room: Room) -> None:
    room.presenter.verify()
    found = room.state.verification
    assert found is not None
    assert found.ok
    said = verdict(found, words_for("en"))
    assert said == f"The journal is whole: {found.events} records, none changed, none missing."


@pytest.mark.parametrize("why", ["sequence", "previous_hash", "hash", "something new"])
@pytest.mark.parametrize("language", list(Language))
def test_a_broken_journal_says_what_and_what_to_do(why: str, language: Language) -> None:
    said = verdict(Verification(ok=False, events=3, why=why), words_for(language))
    assert said
    assert "{" not in said


def test_all_templates_are_erased_with_one_event(room: Room) -> None:
    room.presenter.faces.erase("Phạm Thị Lan")
    assert Kind.FACES_ERASED in room.kinds()
    assert room.told() is Fact.FACES_ERASED
    assert room.state.told is not None
    assert room.state.told.certificate
    assert room.state.faces is not None
    assert room.state.faces.erased is not None
    assert room.state.faces.erased.by == "Phạm Thị Lan"


def test_the_certificate_of_an_erasure_is_saved_and_journaled(room: Room, tmp_path: Path) -> None:
    room.presenter.faces.erase("Phạm Thị Lan")
    room.presenter.faces.save_certificate(tmp_path / "certificate.pdf")
    assert (tmp_path / "certificate.pdf").read_bytes()
    assert room.told() is Fact.CERTIFICATE_SAVED
    assert room.kinds()[-1] is Kind.PRINTED


def test_without_an_erasure_there_is_no_certificate(room: Room, tmp_path: Path) -> None:
    room.presenter.faces.save_certificate(tmp_path / "certificate.pdf")
    assert room.state.told is not None
    assert isinstance(room.state.told.error, Refusal)
    assert room.state.told.error.reason is Reason.NOTHING_ERASED


def test_a_passphrase_is_typed_twice_then_takes_the_key_away_and_brings_it_back(room: Room) -> None:
    faces = room.presenter.faces
    faces.set_passphrase("bốn từ không liên quan", "bốn từ không liên can")
    assert room.state.wrong == {"passphrase": "differs"}
    faces.set_passphrase("bốn từ không liên quan", "bốn từ không liên quan")
    assert room.told() is Fact.PASSPHRASE_SET
    faces.take_key_away()
    assert room.told() is Fact.KEY_TAKEN
    assert room.key() is KeyState.LOCKED
    faces.open_key("một câu nào đó khác")
    assert room.state.told is not None
    assert isinstance(room.state.told.error, Refusal)
    faces.open_key("bốn từ không liên quan")
    assert room.told() is Fact.KEY_OPENED
    assert room.key() is KeyState.HERE


def test_how_long_faces_are_kept_is_a_rule_of_the_congress(room: Room) -> None:
    room.presenter.save_rules(quorum="2/3", erase_faces_after_days=14)
    assert room.hall.congress.rules().erase_faces_after_days == 14


def test_check_ins_do_not_make_the_room_read_again(room: Room) -> None:
    shown = len(room.view.states)
    room.hall.check_in.by_code(room.hall.badge(0), room.hall.session)
    assert len(room.view.states) == shown


def test_a_refusal_is_told_in_the_room(room: Room) -> None:
    room.presenter.save_rules(quorum="2/3", auto_accept_faces=False, undo_minutes=0)
    assert room.state.told is not None
    assert isinstance(room.state.told.error, Refusal)


def test_who_is_admitted_is_said_shortly() -> None:
    say = words_for("en")
    assert admitted(SESSIONS[0], say) == "Official delegates"
    assert admitted(SESSIONS[1], say) == "Everybody"
