"""What the hall sees is read from the journal: at every desk, after a kill, and never an old name."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from congress_desk.domain.delegates import Category
from congress_desk.domain.documents import Card, Secrecy
from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.speeches import Entry
from congress_desk.domain.stage import (
    AgendaFace,
    AttendanceFace,
    BlackFace,
    Choice,
    DocumentFace,
    ElectedShown,
    ElectionFace,
    ElectionShown,
    FaceKind,
    ResultFace,
    SpeakerFace,
    StageSettings,
    TitleFace,
    VoteShown,
    WelcomeFace,
)
from tests.builders import OPENING, Hall, a_sheet
from tests.library_files import a_pdf

SPEAKER = Choice(kind=FaceKind.SPEAKER)


def kinds(hall: Hall) -> list[Kind]:
    return [event.kind for event in hall.events()]


def test_before_anything_was_shown_the_wall_bears_the_congresss_name(hall: Hall) -> None:
    air = hall.stage.on_air()
    assert air.face == TitleFace(title=hall.congress.congress().title, more="Tỉnh ủy Thái Sơn")
    assert not air.fold.black


def test_a_title_with_words_shows_them_and_is_in_the_journal(hall: Hall) -> None:
    hall.stage.take(Choice(kind=FaceKind.TITLE, title=" Giải lao ", more="đến 09:45"))
    assert hall.stage.on_air().face == TitleFace(title="Giải lao", more="đến 09:45")
    assert kinds(hall)[-1] is Kind.STAGE_SHOWN


def test_another_desk_and_a_desk_that_was_killed_show_the_same(hall: Hall) -> None:
    hall.stage.take(Choice(kind=FaceKind.ATTENDANCE))
    hall.stage.change(StageSettings(welcome=False, hall_metres=45, screen_cm=400, language="ar"))
    other = hall.other_desk()
    assert other.stage.on_air() == hall.stage.on_air()
    assert other.stage.settings().hall_metres == 45
    other.store.close()


def test_black_hides_what_is_on_air_and_gives_it_back(hall: Hall) -> None:
    hall.stage.take(Choice(kind=FaceKind.ATTENDANCE))
    hall.stage.black()
    hall.stage.black()
    air = hall.stage.on_air()
    assert isinstance(air.face, BlackFace)
    assert isinstance(air.under, AttendanceFace)
    assert kinds(hall).count(Kind.STAGE_BLACKED) == 1
    hall.stage.black(False)
    assert isinstance(hall.stage.on_air().face, AttendanceFace)


def test_a_take_ends_the_black(hall: Hall) -> None:
    hall.stage.black()
    hall.stage.take(Choice(kind=FaceKind.TITLE))
    assert isinstance(hall.stage.on_air().face, TitleFace)


def test_attendance_is_live(hall: Hall) -> None:
    hall.stage.take(Choice(kind=FaceKind.ATTENDANCE))
    before = hall.stage.on_air().face
    hall.check_in.by_code(hall.badge(0), hall.session)
    after = hall.stage.on_air().under
    assert isinstance(before, AttendanceFace)
    assert isinstance(after, AttendanceFace)
    assert (before.present, after.present, after.convened, after.needed) == (0, 1, 3, 2)
    assert not after.reached


def test_the_quorum_stands_there_with_its_time_in_the_congresss_zone(hall: Hall) -> None:
    hall.stage.take(Choice(kind=FaceKind.ATTENDANCE))
    for number in range(2):
        hall.check_in.by_code(hall.badge(number), hall.session)
    face = hall.stage.on_air().under
    assert isinstance(face, AttendanceFace)
    assert face.reached
    assert face.reached_at is not None
    assert (face.reached_at.hour, face.reached_at.utcoffset()) == (7, dt.timedelta(hours=7))


def test_who_checks_in_is_welcomed_for_four_seconds(hall: Hall) -> None:
    hall.welcome([a_sheet(8, seat="B-14", category=Category.APPOINTED)])
    hall.check_in.by_code(hall.badge(3), hall.session)
    welcome = hall.stage.on_air()
    assert welcome.face == WelcomeFace(
        name=hall.people[3].sheet.full_name, delegation=hall.people[3].sheet.delegation, seat="B-14"
    )
    assert isinstance(welcome.under, TitleFace)
    hall.clock.pass_time(seconds=3.9)
    assert isinstance(hall.stage.on_air().face, WelcomeFace)
    hall.clock.pass_time(seconds=0.2)
    assert isinstance(hall.stage.on_air().face, TitleFace)


def test_an_arrival_at_another_desk_is_welcomed_too(hall: Hall) -> None:
    other = hall.other_desk()
    assert isinstance(hall.stage.on_air().face, TitleFace)
    other.check_in.by_code(other.badge(1), other.session)
    assert isinstance(hall.stage.on_air().face, WelcomeFace)
    other.store.close()


def test_the_welcome_can_be_switched_off_and_never_breaks_the_black(hall: Hall) -> None:
    hall.check_in.by_code(hall.badge(0), hall.session)
    hall.stage.black()
    assert isinstance(hall.stage.on_air().face, BlackFace)
    hall.stage.black(False)
    hall.stage.change(StageSettings(welcome=False))
    assert isinstance(hall.stage.on_air().face, TitleFace)


def test_an_arrival_that_was_taken_back_is_not_welcomed(hall: Hall) -> None:
    admission = hall.check_in.by_code(hall.badge(0), hall.session)
    assert admission.event is not None
    hall.check_in.undo(admission.event.id)
    assert isinstance(hall.stage.on_air().face, TitleFace)


@pytest.mark.parametrize(
    "wrong", [StageSettings(hall_metres=2), StageSettings(screen_cm=9), StageSettings(language="fr")]
)
def test_measures_that_no_hall_has_are_refused(hall: Hall, wrong: StageSettings) -> None:
    with pytest.raises(Refusal) as told:
        hall.stage.change(wrong)
    assert told.value.reason is Reason.BAD_VALUE
    assert hall.stage.settings() == StageSettings()


def test_letters_grow_with_the_hall_and_shrink_with_the_screen() -> None:
    assert StageSettings(hall_metres=30, screen_cm=300).least_share == Fraction(1, 20)
    assert StageSettings(hall_metres=60, screen_cm=300).least_share == Fraction(1, 10)
    assert StageSettings(hall_metres=10, screen_cm=600).least_share == Fraction(1, 25)
    assert StageSettings(hall_metres=100, screen_cm=100).least_share == Fraction(1, 8)


def an_open_document(hall: Hall, folder: Path, **card: object) -> str:
    facts = {"title": "Dự thảo Báo cáo chính trị", "number": "12-BC/TU", "secrecy": Secrecy.PUBLIC} | card
    document = hall.library.documents.add(a_pdf(folder / "b.pdf"), Card(**facts))  # type: ignore[arg-type]
    hall.library.documents.issue(document.id)
    return document.id


def test_a_document_is_shown_with_a_symbol_of_its_address(hall: Hall, tmp_path: Path) -> None:
    name = an_open_document(hall, tmp_path)
    hall.stage.take(Choice(kind=FaceKind.DOCUMENT, about=name))
    face = hall.stage.on_air().face
    assert isinstance(face, DocumentFace)
    assert face.address.endswith(f"/d/{name}")
    assert len(face.symbol) == len(face.symbol[0]) > 25
    assert (face.title, face.number) == ("Dự thảo Báo cáo chính trị", "12-BC/TU")


def test_a_secret_document_never_gets_on_the_wall(hall: Hall, tmp_path: Path) -> None:
    name = an_open_document(hall, tmp_path, secrecy=Secrecy.SECRET)
    with pytest.raises(Refusal) as told:
        hall.stage.take(Choice(kind=FaceKind.DOCUMENT, about=name))
    assert told.value.reason is Reason.SECRET_NEVER_BY_QR


def test_a_document_recalled_while_on_the_wall_leaves_it(hall: Hall, tmp_path: Path) -> None:
    name = an_open_document(hall, tmp_path)
    hall.stage.take(Choice(kind=FaceKind.DOCUMENT, about=name))
    hall.library.documents.recall(name)  # type: ignore[arg-type]
    assert isinstance(hall.stage.on_air().face, TitleFace)


def test_without_a_document_the_congresss_own_page_is_shown(hall: Hall) -> None:
    face = hall.stage.face_of(Choice(kind=FaceKind.DOCUMENT))
    assert isinstance(face, DocumentFace)
    assert face.address.endswith("/")
    assert kinds(hall).count(Kind.STAGE_SHOWN) == 0


VOTE = VoteShown(title="Quy chế", agree=438, disagree=3, other=2, base=443, passed=True, share=Fraction(438, 443))
PEOPLE = (ElectedShown(name="Lê A", votes=440, share=Fraction(440, 443)),)
ELECTION = ElectionShown(title="Ban Chấp hành", seats=1, base=443, people=PEOPLE)


def test_a_result_stays_what_it_was_when_it_was_shown(hall: Hall) -> None:
    hall.stage.take(Choice(kind=FaceKind.RESULT, result=VOTE))
    other = hall.other_desk()
    assert other.stage.on_air().face == ResultFace(vote=VOTE)
    other.store.close()
    hall.stage.take(Choice(kind=FaceKind.ELECTION, result=ELECTION))
    assert hall.stage.on_air().face == ElectionFace(election=ELECTION)


def test_a_result_without_a_result_is_refused(hall: Hall) -> None:
    with pytest.raises(Refusal) as told:
        hall.stage.take(Choice(kind=FaceKind.RESULT))
    assert told.value.reason is Reason.BAD_VALUE


def a_called_speech(hall: Hall, topic: str = "Kinh tế rừng") -> str:
    speech = hall.programme.speeches.register(Entry(topic=topic, delegate=hall.people[0].id, minutes=10))
    hall.programme.speeches.approve(speech.id)
    hall.programme.speeches.call(speech.id)
    return speech.id


def speaker_on_air(hall: Hall) -> SpeakerFace:
    face = hall.stage.on_air().face
    assert isinstance(face, SpeakerFace)
    return face


def test_the_timer_is_true_after_the_desk_was_killed_and_opened_again(hall: Hall) -> None:
    speech = a_called_speech(hall)
    hall.stage.take(SPEAKER)
    hall.programme.turns.start(speech)  # type: ignore[arg-type]
    hall.clock.pass_time(minutes=4, seconds=12)
    again = hall.other_desk()
    timer = speaker_on_air(again).timer
    assert timer.elapsed(hall.clock.now()) == dt.timedelta(minutes=4, seconds=12)
    hall.clock.pass_time(minutes=6)
    assert speaker_on_air(again).timer.left(hall.clock.now()) == -dt.timedelta(seconds=12)
    again.store.close()


def test_a_speaker_who_withdraws_while_on_the_wall_leaves_it_at_once(hall: Hall) -> None:
    speech = a_called_speech(hall)
    hall.stage.take(SPEAKER)
    assert speaker_on_air(hall).name == hall.people[0].sheet.full_name
    hall.programme.speeches.withdraw(speech, "ốm")  # type: ignore[arg-type]
    assert isinstance(hall.stage.on_air().face, TitleFace)
    a_called_speech(hall, "Nông thôn mới")
    assert speaker_on_air(hall).topic == "Nông thôn mới"


def test_with_a_programme_it_is_the_agenda_that_takes_the_place_of_who_left(hall: Hall) -> None:
    put_agenda(hall)
    speech = a_called_speech(hall)
    hall.stage.take(SPEAKER)
    hall.programme.speeches.withdraw(speech, "ốm")  # type: ignore[arg-type]
    face = hall.stage.on_air().face
    assert isinstance(face, AgendaFace)
    assert face.now is not None
    assert face.now.content == "Khai mạc"
    assert [line.content for line in face.following] == ["Báo cáo chính trị", "Tham luận"]


def put_agenda(hall: Hall) -> None:
    from congress_desk.domain.agenda import Content

    sitting = hall.programme.agenda.add_sitting(name="Phiên khai mạc", starts=OPENING)
    for content in ("Khai mạc", "Báo cáo chính trị", "Tham luận"):
        hall.programme.agenda.add_item(sitting.id, Content(content=content, minutes=30))


def test_the_agenda_on_the_wall_runs_late_with_the_day(hall: Hall) -> None:
    put_agenda(hall)
    hall.stage.take(Choice(kind=FaceKind.AGENDA))
    hall.programme.agenda.start_next()
    hall.clock.pass_time(minutes=50)
    face = hall.stage.on_air().face
    assert isinstance(face, AgendaFace)
    first = face.following[0].starts
    assert first is not None
    assert first >= OPENING + dt.timedelta(minutes=50)


def test_what_a_newer_program_wrote_is_shown_as_the_title(hall: Hall) -> None:
    with hall.floor.act() as act:
        act.write(Kind.STAGE_SHOWN, body={"kind": "hologram"})
    assert isinstance(hall.stage.on_air().face, TitleFace)


def test_changing_one_setting_keeps_the_others(hall: Hall) -> None:
    hall.stage.change(replace(hall.stage.settings(), hall_metres=20))
    hall.stage.change(replace(hall.stage.settings(), welcome=False))
    assert hall.stage.settings() == StageSettings(welcome=False, hall_metres=20)
