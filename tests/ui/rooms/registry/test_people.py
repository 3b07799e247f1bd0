"""What is listed, who is chosen, and every act on one delegate, on the real services."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from congress_desk.domain.consent import Taking, Way
from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import Category, Standing
from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.ui.rooms.registry.people import sheet_from
from congress_desk.ui.rooms.registry.scene import Scene
from congress_desk.ui.rooms.registry.state import Fact, Follow, Form, Only
from tests.builders import Hall, a_sheet
from tests.ui.builders import Later
from tests.ui.rooms.registry.conftest import Room


def a_picture(path: Path) -> Path:
    file = io.BytesIO()
    Image.new("RGB", (300, 400), "gray").save(file, "JPEG")
    path.write_bytes(file.getvalue())
    return path


def test_everybody_is_numbered_in_the_order_of_the_list(room: Room) -> None:
    assert [line.number for line in room.state.everybody or ()] == [1, 2, 3]
    assert room.names() == ["Nguyễn Văn Ánh", "Nguyễn Văn Bình", "Nguyễn Văn Chi"]


def test_search_begins_with_the_first_letter_and_ignores_diacritics(room: Room) -> None:
    room.presenter.filter(words="anh")
    assert room.names() == ["Nguyễn Văn Ánh"]
    room.presenter.filter(words="n v")
    assert len(room.names()) == 3


def test_a_card_number_is_found_too(room: Room) -> None:
    room.presenter.filter(words="002")
    assert room.names() == ["Nguyễn Văn Bình"]


def test_filters_work_together_and_go_away_together(room: Room, hall: Hall) -> None:
    hall.welcome([a_sheet(30, full_name="Lê Thị Hoa", category=Category.GUEST)])
    room.presenter.filter(category=Category.GUEST)
    assert room.names() == ["Lê Thị Hoa"]
    room.presenter.filter(delegation="Đoàn 01")
    assert room.names() == []
    room.presenter.clear_filters()
    assert len(room.names()) == 4


@pytest.mark.parametrize("only", [Only.NO_PHOTO, Only.NO_CONSENT, Only.NO_SEAT])
def test_those_who_lack_something_can_be_shown_alone(room: Room, only: Only) -> None:
    room.presenter.filter(only=only)
    assert len(room.names()) == 3


def test_those_not_in_standing_can_be_shown_alone(room: Room, hall: Hall) -> None:
    hall.registry.change_standing(hall.people[1].id, Standing.BARRED, "kết luận số 3")
    room.presenter.filter(only=Only.NOT_IN_STANDING)
    assert room.names() == ["Nguyễn Văn Bình"]


def test_the_chosen_one_comes_with_photo_and_history_newest_first(room: Room, tmp_path: Path) -> None:
    room.choose(0)
    room.presenter.people.set_photo(a_picture(tmp_path / "anh.jpg"))
    chosen = room.state.chosen
    assert chosen is not None
    assert chosen.photo is not None
    assert [event.kind for event in chosen.history or ()] == [Kind.PHOTOS_ADDED, Kind.DELEGATE_ADDED]


def test_an_act_of_another_desk_is_seen_at_once(room: Room, hall: Hall) -> None:
    room.choose(0)
    hall.registry.edit(hall.people[0].id, a_sheet(1, position="Bí thư"))
    assert room.state.chosen is not None
    assert room.state.chosen.delegate.sheet.position == "Bí thư"


def test_while_another_room_is_shown_nothing_is_read(room: Room, hall: Hall) -> None:
    room.presenter.leave()
    hall.welcome([a_sheet(9)])
    assert len(room.state.everybody or ()) == 3
    room.presenter.enter()
    assert len(room.state.everybody or ()) == 4


def test_saving_the_sheet_is_one_event(room: Room, hall: Hall) -> None:
    room.choose(0)
    room.presenter.people.open(Form.EDIT)
    before = len(hall.events())
    room.presenter.people.save_sheet({"full_name": " Nguyễn  Thị Ánh", "seat": "B-14", "birth_date": "5/9/1975"})
    assert len(hall.events()) == before + 1
    sheet = hall.registry.delegate(hall.people[0].id).sheet
    assert (sheet.full_name, sheet.seat, sheet.birth_date) == ("Nguyễn Thị Ánh", "B-14", PartialDate(1975, 9, 5))
    assert room.form() is Form.NONE
    assert room.state.told is not None
    assert room.state.told.fact is Fact.SAVED


def test_a_wrong_date_is_told_at_its_field_and_nothing_is_saved(room: Room, hall: Hall) -> None:
    room.choose(0)
    room.presenter.people.open(Form.EDIT)
    before = len(hall.events())
    room.presenter.people.save_sheet({"full_name": "", "birth_date": "31/02/1975"})
    assert room.state.wrong == {"full_name": "missing", "birth_date": "date"}
    assert room.form() is Form.EDIT
    assert len(hall.events()) == before


def test_a_sheet_keeps_every_typed_field() -> None:
    sheet, wrong = sheet_from({"full_name": "Lò Thị Hoa", "gender": "female", "category": "GU", "party_joined": ""})
    assert not wrong
    assert sheet is not None
    assert (sheet.gender, sheet.category, sheet.party_joined) == ("female", "GU", None)


def test_a_late_delegate_is_added_with_a_badge_and_chosen(room: Room, hall: Hall) -> None:
    room.presenter.people.open(Form.ADD)
    room.presenter.people.save_sheet({"full_name": "Lê Thị Hoa", "delegation": "Đoàn 01"})
    added = next(d for d in hall.registry.delegates() if d.sheet.full_name == "Lê Thị Hoa")
    assert added.badge_code
    assert room.state.marked == (added.id,)
    assert room.state.told is not None
    assert (room.state.told.fact, room.state.told.follow) == (Fact.ADDED, Follow.PRINT_BADGE)


def test_a_card_number_of_somebody_else_is_refused_and_the_form_stays(room: Room) -> None:
    room.choose(0)
    room.presenter.people.open(Form.EDIT)
    room.presenter.people.save_sheet({"full_name": "Nguyễn Văn Ánh", "card_number": "002"})
    assert room.form() is Form.EDIT
    assert room.state.told is not None
    assert isinstance(room.state.told.error, Refusal)
    assert room.state.told.error.reason is Reason.CODE_TAKEN


def test_a_replaced_card_refuses_the_old_one_and_offers_to_print(room: Room, hall: Hall) -> None:
    room.choose(0)
    room.presenter.people.open(Form.BADGE)
    room.presenter.people.issue_badge()
    assert hall.check_in.by_code(hall.badge(0), hall.session).reason is Reason.REVOKED
    assert room.state.told is not None
    assert room.state.told.follow is Follow.PRINT_BADGE
    assert room.state.told.about == hall.people[0].id


class PaperTray:
    """A printer that keeps what it was sent."""

    def __init__(self, *names: str) -> None:
        self._names = names
        self.sent: list[tuple[str, bytes]] = []

    def names(self) -> tuple[str, ...]:
        return self._names

    def send(self, pdf: Path, printer: str) -> None:
        self.sent.append((printer, pdf.read_bytes()))


def test_the_new_badge_is_printed_alone_and_journaled(hall: Hall, settings: SettingsFile, tmp_path: Path) -> None:
    tray = PaperTray("HP", "Canon")
    room = Room(hall, settings, tmp_path, printer=tray)
    room.choose(0)
    room.presenter.people.issue_badge()
    room.presenter.follow(Follow.PRINT_BADGE)
    ((printer, paper),) = tray.sent
    assert printer == "HP"
    assert "Nguyễn Văn Ánh" in paper.decode()
    assert "Nguyễn Văn Bình" not in paper.decode()
    assert hall.events()[-1].kind is Kind.PRINTED


def test_without_a_printer_the_badge_can_be_saved(hall: Hall, settings: SettingsFile, tmp_path: Path) -> None:
    room = Room(hall, settings, tmp_path, printer=PaperTray())
    room.choose(0)
    room.presenter.people.print_badge(hall.people[0].id)
    told = room.state.told
    assert told is not None
    assert isinstance(told.error, Trouble)
    assert (told.error.problem, told.follow) == (Problem.PRINTER_MISSING, Follow.SAVE_BADGE)
    room.presenter.people.save_badge(hall.people[0].id, tmp_path / "the.pdf")
    assert (tmp_path / "the.pdf").exists()
    assert hall.events()[-1].kind is Kind.PRINTED


def test_a_linked_chip_card_checks_in(room: Room, hall: Hall) -> None:
    room.choose(1)
    room.presenter.people.link_card("04 A2 24")
    assert hall.check_in.by_code("04A224", hall.session).accepted
    room.choose(2)
    room.presenter.people.link_card("04A224")
    assert room.state.told is not None
    assert isinstance(room.state.told.error, Refusal)


def test_a_standing_needs_its_reason(room: Room, hall: Hall) -> None:
    room.choose(0)
    room.presenter.people.open(Form.STANDING)
    room.presenter.people.change_standing(Standing.BARRED, " ")
    assert room.form() is Form.STANDING
    assert not room.state.saving
    room.presenter.people.change_standing(Standing.BARRED, "kết luận số 3")
    assert hall.registry.delegate(hall.people[0].id).standing is Standing.BARRED
    assert room.form() is Form.NONE


def test_an_alternate_takes_the_place_with_a_decision(room: Room, hall: Hall) -> None:
    (alternate,) = hall.welcome([a_sheet(20, full_name="Lê Thị Hoa", category=Category.ALTERNATE)])
    room.choose(0)
    room.presenter.people.open(Form.REPLACE)
    assert [person.id for person in room.state.alternates] == [alternate.id]
    room.presenter.people.replace_official(None, "12-QĐ/TU")
    assert room.state.wrong == {"alternate": "missing"}
    room.presenter.people.replace_official(alternate.id, "12-QĐ/TU")
    assert hall.registry.delegate(hall.people[0].id).standing is Standing.WITHDRAWN
    assert hall.registry.delegate(alternate.id).replaces == hall.people[0].id
    assert room.state.alternates == ()


def test_what_is_no_picture_is_told_and_the_photo_stays(room: Room, tmp_path: Path) -> None:
    broken = tmp_path / "anh.jpg"
    broken.write_text("not a picture")
    room.choose(0)
    room.presenter.people.set_photo(broken)
    assert room.state.told is not None
    assert isinstance(room.state.told.error, Trouble)
    assert room.state.told.error.problem is Problem.NOT_A_PICTURE


def test_consent_is_recorded_for_all_selected_and_withdrawn_for_one(room: Room, hall: Hall) -> None:
    room.presenter.mark([hall.people[0].id, hall.people[1].id])
    room.presenter.people.open(Form.CONSENT)
    room.presenter.people.consent(Taking(text_version="1", by="Phạm Thị Lan", way=Way.PAPER, language="vi"))
    (event,) = (e for e in hall.registry.history(hall.people[0].id) if e.kind is Kind.CONSENTED)
    assert (event.body["way"], event.body["language"]) == ("paper", "vi")
    assert [d.consented for d in hall.registry.delegates()] == [True, True, False]
    room.choose(0)
    room.presenter.people.withdraw_consent("Phạm Thị Lan", Way.PAPER)
    assert [d.consented for d in hall.registry.delegates()] == [False, True, False]


def test_consent_without_who_told_is_refused(room: Room, hall: Hall) -> None:
    room.choose(0)
    room.presenter.people.open(Form.CONSENT)
    room.presenter.people.consent(Taking(text_version="1"))
    assert room.form() is Form.CONSENT
    assert room.state.wrong == {"by": "missing"}
    assert not any(d.consented for d in hall.registry.delegates())


def test_a_spoken_consent_needs_its_witness(room: Room, hall: Hall) -> None:
    room.choose(0)
    room.presenter.people.open(Form.CONSENT)
    room.presenter.people.consent(Taking(text_version="1", by="Lan", way=Way.WITNESS))
    assert room.state.wrong == {"witness": "missing"}
    room.presenter.people.consent(Taking(text_version="1", by="Lan", way=Way.WITNESS, witness="Hùng"))
    assert hall.registry.delegate(hall.people[0].id).consented


def test_saying_no_is_recorded_like_saying_yes(room: Room, hall: Hall) -> None:
    room.choose(0)
    room.presenter.people.open(Form.CONSENT)
    room.presenter.people.refuse_consent(Taking(text_version="1", by="Lan", way=Way.DESK))
    assert room.form() is Form.NONE
    assert room.state.told is not None
    assert room.state.told.fact is Fact.CONSENT_REFUSED
    assert hall.registry.delegate(hall.people[0].id).declined


def test_a_late_answer_about_somebody_else_is_dropped(hall: Hall, settings: SettingsFile, tmp_path: Path) -> None:
    slow = Later()
    room = Room(hall, settings, tmp_path, runner=slow)
    slow.go_on()
    room.choose(0)
    room.choose(1)
    slow.go_on()
    assert room.state.chosen is not None
    assert room.state.chosen.delegate.id == hall.people[1].id


def test_closing_the_panel_chooses_nobody(room: Room) -> None:
    room.choose(0)
    room.presenter.close_panel()
    assert room.state.chosen is None
    assert room.state.marked == ()


def test_a_bug_is_not_told_as_a_refusal(room: Room) -> None:
    scene = Scene(room.around.surroundings())
    with pytest.raises(KeyError):
        scene.fail(KeyError("bug"))
