"""Importing a list, adding photos, preparing faces: shown first, carried out whole, cancelled cleanly."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
import openpyxl
import pytest
from PIL import Image

from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing.list_words import template_header
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.services.ports.camera import PictureSeen
from congress_desk.services.ports.faces import Face, Flaw, Picture
from congress_desk.ui.rooms.registry.state import Fact, Follow, Form, Page, Row
from tests.builders import Hall
from tests.ui.builders import AtOnce
from tests.ui.rooms.registry.conftest import Room

T = TypeVar("T")


def a_list(path: Path, *rows: Sequence[str]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đoàn", "Số thẻ"), *rows):
        sheet.append(list(row))
    book.save(path)
    return path


KNOWN = ("1", "Nguyễn Văn Ánh", "", "Bí thư Đảng ủy", "Đoàn 01", "001")
SAME = ("2", "Nguyễn Văn Bình", "", "", "Đoàn 01", "002")
NEW = ("3", "Lê Thị Hoa", "05/09/1979", "Chuyên viên", "Đoàn 01", "050")
WRONG = ("4", "Trần Văn Đạt", "31/02/1975", "", "Đoàn 01", "051")


def test_a_list_is_shown_before_anything_changes(room: Room, hall: Hall, tmp_path: Path) -> None:
    before = len(hall.events())
    room.presenter.list_import.look_at(a_list(tmp_path / "ds.xlsx", KNOWN, SAME, NEW))
    shown = room.state.list_import
    assert room.page() is Page.IMPORT
    assert [(row.what, row.row.person.full_name) for row in shown.rows] == [
        (Row.ADDED, "Lê Thị Hoa"),
        (Row.CHANGED, "Nguyễn Văn Ánh"),
        (Row.UNCHANGED, "Nguyễn Văn Bình"),
    ]
    assert [person.sheet.full_name for person in shown.missing] == ["Nguyễn Văn Chi"]
    assert shown.can_import
    assert len(hall.events()) == before


def test_importing_is_one_event_and_leads_to_the_photos(room: Room, hall: Hall, tmp_path: Path) -> None:
    room.presenter.list_import.look_at(a_list(tmp_path / "ds.xlsx", KNOWN, NEW))
    before = len(hall.events())
    room.presenter.list_import.carry_out()
    assert len(hall.events()) == before + 1
    assert hall.events()[-1].body["file"] == "ds.xlsx"
    assert room.page() is Page.PEOPLE
    assert "Lê Thị Hoa" in room.names()
    assert room.state.told is not None
    assert room.state.told.places == {"added": 1, "changed": 1}
    room.presenter.follow(Follow.ADD_PHOTOS)
    assert room.page() is Page.PHOTOS


def test_a_list_with_errors_cannot_be_imported_until_it_is_corrected(room: Room, hall: Hall, tmp_path: Path) -> None:
    path = a_list(tmp_path / "ds.xlsx", NEW, WRONG)
    room.presenter.list_import.look_at(path)
    before = len(hall.events())
    plan = room.state.list_import.plan
    assert plan is not None
    assert [(error.row, error.column, error.code) for error in plan.errors] == [(3, "C", "date_impossible")]
    assert not room.state.list_import.can_import
    room.presenter.list_import.carry_out()
    assert len(hall.events()) == before
    a_list(path, NEW)
    room.presenter.list_import.look_again()
    assert room.state.list_import.can_import


def test_a_list_that_says_nothing_new_offers_no_import(room: Room, tmp_path: Path) -> None:
    room.presenter.list_import.look_at(a_list(tmp_path / "ds.xlsx", SAME))
    assert not room.state.list_import.can_import


def test_what_is_no_list_is_told_and_another_file_can_be_chosen(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "ds.xlsx"
    path.write_text("hello")
    room.presenter.list_import.look_at(path)
    assert not room.state.list_import.reading
    assert room.state.list_import.plan is None
    assert room.state.told is not None
    assert isinstance(room.state.told.error, Trouble)
    room.presenter.list_import.forget()
    assert room.state.list_import.path is None


def test_the_empty_list_has_all_columns_in_the_language_of_the_screens(room: Room, tmp_path: Path) -> None:
    room.presenter.save_template(tmp_path / "mau.xlsx")
    cells = [cell for row in openpyxl.load_workbook(tmp_path / "mau.xlsx").active.values for cell in row if cell]
    assert set(template_header("en")) <= set(cells)
    assert room.state.told is not None
    assert room.state.told.fact is Fact.TEMPLATE_SAVED


def test_the_shown_table_is_exported(room: Room, tmp_path: Path) -> None:
    room.presenter.export(tmp_path / "bang.xlsx", title="Delegates", header=["Full name"], rows=[["Lê Thị Hoa"]])
    values = [cell for row in openpyxl.load_workbook(tmp_path / "bang.xlsx").active.values for cell in row]
    assert "Lê Thị Hoa" in values


def photos_in(folder: Path, *names: str) -> Path:
    folder.mkdir()
    file = io.BytesIO()
    Image.new("RGB", (300, 400), "gray").save(file, "JPEG")
    for name in names:
        (folder / name).write_bytes(file.getvalue())
    return folder


def test_photos_are_matched_first_and_added_as_one_event(room: Room, hall: Hall, tmp_path: Path) -> None:
    folder = photos_in(tmp_path / "anh", "001.jpg", "nguyen van binh.jpg", "IMG_2231.jpg")
    before = len(hall.events())
    room.presenter.photos.look_at(folder)
    shown = room.state.photos
    assert {match.file: match.delegates[0].sheet.full_name for match in shown.matched} == {
        "001.jpg": "Nguyễn Văn Ánh",
        "nguyen van binh.jpg": "Nguyễn Văn Bình",
    }
    assert [match.file for match in shown.unmatched] == ["IMG_2231.jpg"]
    assert [person.sheet.full_name for person in shown.without] == ["Nguyễn Văn Chi"]
    assert len(hall.events()) == before
    room.presenter.photos.add()
    assert len(hall.events()) == before + 1
    assert (room.state.photos.added, room.state.photos.progress) == (2, None)
    assert sum(bool(d.photo) for d in hall.registry.delegates()) == 2


def test_a_broken_picture_stops_no_other(room: Room, hall: Hall, tmp_path: Path) -> None:
    folder = photos_in(tmp_path / "anh", "001.jpg")
    (folder / "002.jpg").write_text("broken")
    room.presenter.photos.look_at(folder)
    room.presenter.photos.add()
    assert (room.state.photos.added, room.state.photos.broken) == (1, ("002.jpg",))


def test_cancelled_photos_add_nothing(hall: Hall, settings: SettingsFile, tmp_path: Path) -> None:
    room = Room(hall, settings, tmp_path, runner=AtOnce(pieces=0))
    room.presenter.photos.look_at(photos_in(tmp_path / "anh", "001.jpg", "002.jpg"))
    room.presenter.photos.add()
    assert room.state.told is not None
    assert room.state.told.fact is Fact.PHOTOS_STOPPED
    assert room.state.photos.progress is None
    assert not any(d.photo for d in hall.registry.delegates())


def test_a_missing_folder_is_told(room: Room, tmp_path: Path) -> None:
    room.presenter.photos.look_at(tmp_path / "nowhere")
    assert room.state.told is not None
    assert isinstance(room.state.told.error, Trouble)
    assert room.state.told.error.problem is Problem.NO_SUCH_FILE


class GreyFaces:
    """An engine for drawn pictures: a face for every picture, too small on the second one."""

    model_hash = "grey"

    def __init__(self) -> None:
        self._seen = 0

    def decode(self, raw: bytes) -> Picture:
        return np.zeros((4, 4, 3), dtype=np.uint8)

    def faces(self, picture: Picture, *, strict: bool = False) -> Sequence[Face]:
        self._seen += 1
        poor = self._seen == 2
        template = np.eye(128, dtype=np.float32)[self._seen]
        return [
            Face(
                box=(0, 0, 4, 4),
                eye_distance=60,
                sharpness=30,
                flaws=(Flaw.TOO_SMALL,) if poor else (),
                template=None if poor else template,
            )
        ]


@pytest.fixture
def ready(hall: Hall, settings: SettingsFile, tmp_path: Path) -> Room:
    """All three have a photo; two have agreed."""
    room = Room(hall, settings, tmp_path, make_face_engine=GreyFaces)
    room.presenter.photos.look_at(photos_in(tmp_path / "anh", "001.jpg", "002.jpg", "003.jpg"))
    room.presenter.photos.add()
    hall.faces.consent([person.id for person in hall.people[:2]], text_version="1", by="Lan")
    return room


def test_faces_of_those_who_agreed_are_prepared_and_the_others_told_why(ready: Room, hall: Hall) -> None:
    ready.presenter.faces.enrol()
    report = ready.state.faces.report
    assert report is not None
    assert report.enrolled == sum(d.enrolled for d in hall.registry.delegates()) == 1
    assert {one.full_name: one.reason for one in report.not_enrolled} == {
        "Nguyễn Văn Chi": "no_consent",
        "Nguyễn Văn Bình": "too_small",
    }
    assert ready.state.faces.progress is None
    assert Kind.FACES_ENROLLED in [event.kind for event in hall.events()]


def test_from_the_report_the_camera_opens_for_one_person_and_leads_back(ready: Room, hall: Hall) -> None:
    ready.presenter.filter(words="Ánh")
    ready.presenter.open_page(Page.FACES)
    ready.presenter.faces.enrol()
    assert ready.state.faces.report is not None
    poor = next(one for one in ready.state.faces.report.not_enrolled if one.reason == "too_small")
    ready.presenter.retake(poor.delegate)
    assert ready.page() is Page.PEOPLE
    assert ready.form() is Form.CAMERA
    assert ready.state.chosen is not None
    assert ready.state.chosen.delegate.id == poor.delegate
    assert ready.state.chosen.history is not None
    ready.around.camera.see(PictureSeen(width=64, height=48, rgb=bytes(64 * 48 * 3)))
    ready.presenter.camera.take()
    ready.presenter.camera.use()
    assert ready.state.told is not None
    assert ready.state.told.follow is Follow.FACES
    ready.presenter.follow(Follow.FACES)
    assert ready.page() is Page.FACES


def test_two_who_look_alike_are_compared_by_their_photos(ready: Room, hall: Hall) -> None:
    ready.presenter.faces.compare(hall.people[0].id, hall.people[1].id)
    assert ready.state.faces.pair is not None
    one, other = ready.state.faces.pair
    assert (one.delegate.id, other.delegate.id) == (hall.people[0].id, hall.people[1].id)
    assert one.photo
    assert other.photo


def test_without_the_models_it_is_told_and_nothing_hangs(hall: Hall, settings: SettingsFile, tmp_path: Path) -> None:
    def no_models() -> GreyFaces:
        raise Trouble(Problem.FACES_MISSING)

    room = Room(hall, settings, tmp_path, make_face_engine=no_models)
    room.presenter.photos.look_at(photos_in(tmp_path / "anh", "001.jpg"))
    room.presenter.photos.add()
    hall.faces.consent([hall.people[0].id], text_version="1", by="Lan")
    room.presenter.faces.enrol()
    assert room.state.faces.progress is None
    assert room.state.told is not None
    assert isinstance(room.state.told.error, Trouble)
