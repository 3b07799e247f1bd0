"""An office's list and its folder of photos: shown first, then all of it or nothing, and again when corrected."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from congress_desk.domain.badges import is_badge_code
from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.journal import Kind
from congress_desk.domain.lists import ImportPlan
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.storage.store import open_store
from tests.builders import Hall, a_hall, a_writer
from tests.services.fake_faces import a_photo

HEADER = "STT,Họ và tên,Ngày sinh,Giới tính,Đơn vị,Đoàn,Loại đại biểu,Số thẻ,Số CCCD"
ANH = "1,Nguyễn Thị Ánh,1/2/1975,Nữ,Huyện ủy,Đại Từ,Đương nhiên,101,019175001234"
BINH = "2,Trần Văn Bình,1968,Nam,Thành ủy,Sông Công,Được bầu,102,"


@pytest.fixture
def empty(tmp_path: Path) -> Hall:
    return a_hall(tmp_path)


def a_list(hall: Hall, *rows: str) -> Path:
    path = hall.path.parent / "danh sách.csv"
    path.write_text("\n".join((HEADER, *rows)), "utf-8")
    return path


def imported(hall: Hall, *rows: str) -> ImportPlan:
    return hall.listing.carry_out(hall.listing.plan_import(a_list(hall, *rows)), called="danh sách.csv")


def named(hall: Hall, name: str) -> Delegate:
    return next(d for d in hall.registry.delegates() if d.sheet.full_name == name)


def test_a_plan_shows_what_would_come_and_writes_nothing(empty: Hall) -> None:
    before = empty.events()
    plan = empty.listing.plan_import(a_list(empty, ANH, BINH))
    assert (plan.read, len(plan.added), len(plan.changed), plan.unchanged, plan.errors) == (2, 2, 0, 0, ())
    assert empty.registry.delegates() == ()
    assert empty.events() == before


def test_an_import_is_one_event_and_gives_everybody_a_badge(empty: Hall) -> None:
    imported(empty, ANH, BINH)
    anh = named(empty, "Nguyễn Thị Ánh")
    assert (anh.sheet.birth_date, anh.sheet.citizen_number) == (PartialDate(1975, 2, 1), "019175001234")
    event = empty.events()[-1]
    assert (event.kind, event.body["file"], len(event.body["added"])) == (Kind.DELEGATES_IMPORTED, "danh sách.csv", 2)
    assert all(is_badge_code(d.badge_code) for d in empty.registry.delegates())
    assert empty.check_in.by_code(anh.badge_code, empty.session).accepted
    assert empty.registry.history(anh.id)[0] == event


def test_the_same_list_again_changes_nothing(empty: Hall) -> None:
    imported(empty, ANH, BINH)
    before = empty.events()
    plan = imported(empty, ANH, BINH)
    assert (plan.unchanged, plan.added, plan.changed) == (2, (), ())
    assert empty.events() == before


def test_a_corrected_list_changes_only_what_it_says_and_keeps_the_badges(empty: Hall) -> None:
    imported(empty, ANH, BINH)
    code = named(empty, "Nguyễn Thị Ánh").badge_code
    plan = imported(empty, ANH.replace("Huyện ủy", "Huyện đoàn"), BINH)
    (change,) = plan.changed
    assert change.changes == {"unit": ("Huyện ủy", "Huyện đoàn")}
    anh = named(empty, "Nguyễn Thị Ánh")
    assert (anh.sheet.unit, anh.badge_code) == ("Huyện đoàn", code)
    assert empty.registry.history(anh.id)[-1].body["changed"] == [
        {"id": anh.id, "changes": {"unit": ["Huyện ủy", "Huyện đoàn"]}}
    ]


def test_a_list_with_errors_is_written_not_even_in_part(empty: Hall) -> None:
    plan = empty.listing.plan_import(a_list(empty, ANH, BINH.replace("1968", "hôm qua")))
    assert plan.errors
    with pytest.raises(Refusal) as caught:
        empty.listing.carry_out(plan)
    assert (caught.value.reason, caught.value.details["count"]) == (Reason.LIST_HAS_ERRORS, len(plan.errors))
    assert empty.registry.delegates() == ()


def test_what_another_desk_added_in_between_is_not_added_twice(empty: Hall) -> None:
    plan = empty.listing.plan_import(a_list(empty, ANH, BINH))
    other = empty.other_desk()
    imported(other, ANH)
    final = empty.listing.carry_out(plan)
    assert (len(final.added), final.unchanged) == (1, 1)
    assert len(empty.registry.delegates()) == 2
    other.store.close()


def test_a_file_that_is_no_list_is_a_trouble(empty: Hall) -> None:
    with pytest.raises(Trouble) as caught:
        empty.listing.plan_import(empty.path.parent / "none.xlsx")
    assert caught.value.problem is Problem.NO_SUCH_FILE


def test_a_template_is_a_list_that_the_import_understands(empty: Hall, tmp_path: Path) -> None:
    path = tmp_path / "mẫu.xlsx"
    empty.listing.save_template(path, title="Danh sách đại biểu", header=HEADER.split(","))
    empty.listing.export(tmp_path / "bảng.xlsx", title="Bảng", header=HEADER.split(","), rows=[ANH.split(",")])
    plan = empty.listing.plan_import(tmp_path / "bảng.xlsx")
    assert (plan.read, plan.errors) == (1, ())
    assert path.stat().st_size > 1000


# photos


def a_folder(hall: Hall, files: dict[str, bytes]) -> Path:
    folder = hall.path.parent / "ảnh"
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


RED, GREEN = a_photo((200, 30, 30)), a_photo((30, 200, 30))


def test_photos_are_matched_by_number_or_name_and_stored_in_one_act(empty: Hall) -> None:
    imported(empty, ANH, BINH)
    folder = a_folder(
        empty, {"101.jpg": RED, "khác/tran van binh.JPG": GREEN, "phong cảnh.png": RED, "ghi chú.txt": b"x"}
    )
    told: list[tuple[int, int]] = []

    def tell(read: int, of: int) -> bool:
        told.append((read, of))
        return True

    report = empty.listing.add_photos(folder, tell)
    assert (report.added, report.broken, report.stopped) == (2, (), False)
    assert list(report.matches.unmatched) == ["phong cảnh"]
    assert told == [(0, 2), (1, 2)]
    assert empty.events()[-1].kind is Kind.PHOTOS_ADDED
    assert all(d.photo for d in empty.registry.delegates())


def test_a_broken_picture_stops_no_other(empty: Hall) -> None:
    imported(empty, ANH, BINH)
    report = empty.listing.add_photos(a_folder(empty, {"101.jpg": b"no picture", "102.jpg": GREEN}))
    assert (report.added, report.broken) == (1, ("101.jpg",))
    assert [bool(named(empty, n).photo) for n in ("Nguyễn Thị Ánh", "Trần Văn Bình")] == [False, True]


def test_photos_that_were_stopped_are_not_stored_by_halves(empty: Hall) -> None:
    imported(empty, ANH, BINH)
    before = empty.events()
    report = empty.listing.add_photos(a_folder(empty, {"101.jpg": RED, "102.jpg": GREEN}), lambda read, _of: read < 1)
    assert (report.added, report.stopped) == (0, True)
    assert empty.events() == before


def test_a_folder_that_is_not_there_is_a_trouble(empty: Hall, tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        empty.listing.match_photos(tmp_path / "none")
    assert caught.value.problem is Problem.NO_SUCH_FILE


def test_of_two_pictures_of_one_person_the_first_is_taken_and_the_other_named(empty: Hall) -> None:
    imported(empty, ANH, BINH)
    report = empty.listing.add_photos(a_folder(empty, {"a/101.jpg": RED, "b/101.jpg": GREEN, "102.jpg": GREEN}))
    anh = named(empty, "Nguyễn Thị Ánh")
    assert (report.added, report.matches.ambiguous) == (2, {"101 (2)": (anh.id,)})
    assert empty.registry.photo(anh.id) == empty.pictures.portrait(RED)


def test_an_import_survives_the_closing_of_the_file(empty: Hall) -> None:
    imported(empty, ANH)
    empty.store.close()
    again = open_store(empty.path, a_writer())
    with again.reading() as work:
        people: Sequence[Delegate] = work.delegates.all()
        assert [d.sheet.full_name for d in people] == ["Nguyễn Thị Ánh"]
    again.close()
