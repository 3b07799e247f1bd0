"""What offices write of their programmes, understood; what is doubtful is named with its row."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.devices.sheets.word import OfficeTables
from congress_desk.domain.agenda import ItemKind
from congress_desk.domain.agenda_clock import Hours, read_hours
from congress_desk.domain.agenda_plan import AgendaPlan, DoubtKind
from congress_desk.domain.agenda_reading import understand_agenda
from congress_desk.domain.list_tables import Table
from congress_desk.domain.refusals import Problem, Trouble
from tests.programme_files import HEADER, OFFICE, Row, a_sheet_file, a_word_file

OPENS = dt.date(2025, 9, 22)


def read(*rows: Row) -> AgendaPlan:
    table = Table(name="Sheet1", rows=tuple(tuple(row) for row in rows))
    return understand_agenda([table], opens=OPENS, called="ct.xlsx")


def times(plan: AgendaPlan) -> list[str]:
    return [f"{i.starts:%d %H:%M}-{i.ends:%H:%M}" for s in plan.sittings for i in s.items]


def doubts(plan: AgendaPlan) -> list[tuple[DoubtKind, int]]:
    return [(doubt.kind, doubt.row) for doubt in plan.doubts]


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("7h30", 450, None),
        ("7h", 420, None),
        ("07:30 - 08:00", 450, 480),
        ("7 giờ 30", 450, None),
        ("7 giờ 30 phút đến 8 giờ", 450, 480),
        ("7g30-8g", 450, 480),
        ("07.30 – 08.15", 450, 495),
        ("Từ 13h30' đến 14h00'", 810, 840),
        ("1:30 PM", 810, None),
        ("٠٧:٣٠", 450, None),
        ("07:30:00", 450, None),
        (0.3125, 450, None),
        (dt.datetime(2025, 9, 22, 7, 30), 450, None),
        ("22h00 - 24h00", 1320, 1440),
    ],
)
def test_times_are_read_as_offices_write_them(written: str | float, start: int, end: int | None) -> None:
    hours = read_hours(written)
    assert (hours.start, hours.end) == (start, end)


@pytest.mark.parametrize(
    ("written", "doubt"),
    [
        ("25h00", DoubtKind.TIME_IMPOSSIBLE),
        ("7h75", DoubtKind.TIME_IMPOSSIBLE),
        ("sau giờ nghỉ", DoubtKind.TIME_UNREADABLE),
        ("9h00 - 8h00", DoubtKind.ENDS_BEFORE_START),
        ("24:00", DoubtKind.MIDNIGHT),
        (12, DoubtKind.TIME_UNREADABLE),
    ],
)
def test_what_is_no_time_is_a_doubt(written: str | float, doubt: DoubtKind) -> None:
    assert read_hours(written).doubt is doubt


def test_an_empty_cell_or_a_dash_is_no_time_and_no_doubt() -> None:
    assert read_hours(None) == read_hours(" – ") == Hours()
    assert read_hours("15 phút").length == read_hours("15'").length == 15


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_times(text: str) -> None:
    hours = read_hours(text)
    assert hours.start is None or 0 <= hours.start <= 1440


@pytest.mark.parametrize("make", [a_sheet_file, a_word_file])
def test_an_office_programme_is_understood_alike_from_excel_and_word(make: object, tmp_path: Path) -> None:
    assert callable(make)
    file = make(tmp_path / "chuong trinh", OFFICE) if make is a_word_file else make(tmp_path / "ct.xlsx", OFFICE)
    plan = understand_agenda(OfficeTables().read(file), opens=OPENS, called=file.name)
    assert [(s.name, s.starts.day, s.reserve) for s in plan.sittings] == [
        ("Buổi sáng", 22, False),
        ("Buổi chiều", 22, False),
        ("Dự phòng: sáng", 23, True),
    ]
    assert times(plan)[:4] == ["22 07:30-08:00", "22 08:00-08:15", "22 08:15-08:30", "22 08:30-09:15"]
    assert times(plan)[6] == "22 13:30-14:30"
    items = [item.written for sitting in plan.sittings for item in sitting.items]
    assert [one.kind for one in items[2:6]] == [
        ItemKind.CREDENTIALS,
        ItemKind.REPORT,
        ItemKind.BREAK,
        ItemKind.PRESENTATIONS,
    ]
    assert all(one.number == "" and one.at is None for one in items)  # counted and following by themselves
    assert doubts(plan) == []


def test_overlaps_and_gaps_keep_the_times_as_written() -> None:
    plan = read(
        HEADER,
        ("1", "8h00 - 9h00", "Báo cáo", ""),
        ("2", "8h45 - 9h30", "Thảo luận", ""),
        ("3", "10h00 - 10h30", "Biểu quyết", ""),
    )
    assert times(plan) == ["22 08:00-09:00", "22 08:45-09:30", "22 10:00-10:30"]
    assert (DoubtKind.OVERLAP, 3) in doubts(plan)
    (sitting,) = plan.sittings
    assert [item.written.at for item in sitting.items] == [None, dt.time(8, 45), dt.time(10, 0)]


def test_empty_rows_rows_without_content_and_repeated_rows_are_left_out_and_named() -> None:
    plan = read(
        HEADER,
        ("1", "8h00 - 8h30", "Khai mạc", "Ban Tổ chức"),
        (None, None, " ", None),
        ("2", "8h30", None, None),
        ("3", "8h30 - 9h00", "Báo cáo", "Đoàn Chủ tịch"),
        ("3", "8h30 - 9h00", "Báo cáo", "Đoàn Chủ tịch"),
    )
    assert plan.items == 2
    assert doubts(plan)[1:] == [
        (DoubtKind.EMPTY_ROW, 3),
        (DoubtKind.NO_CONTENT, 4),
        (DoubtKind.REPEATED_ROW, 6),
    ]
    assert doubts(plan)[0] == (DoubtKind.NO_DAY, 0)


def test_a_time_merged_over_rows_is_shared_evenly(tmp_path: Path) -> None:
    rows: list[Row] = [
        HEADER,
        ("1", "8h00 - 9h00", "Báo cáo chính trị", "Đoàn Chủ tịch"),
        ("2", None, "Báo cáo kiểm điểm", "Đoàn Chủ tịch"),
        ("3", None, "Báo cáo thẩm tra tư cách", "Ban Thẩm tra"),
        ("4", "9h00 - 9h15", "Giải lao", None),
    ]
    file = a_sheet_file(tmp_path / "ct.xlsx", rows, merged=["B2:B4"])
    plan = understand_agenda(OfficeTables().read(file), opens=OPENS, called=file.name)
    assert times(plan) == ["22 08:00-08:20", "22 08:20-08:40", "22 08:40-09:00", "22 09:00-09:15"]
    assert (DoubtKind.SHARED_TIME, 2) in doubts(plan)


def test_midnight_is_the_end_of_the_day() -> None:
    plan = read(HEADER, ("1", "22h00 - 24h00", "Họp Đoàn Chủ tịch", ""))
    assert times(plan) == ["22 22:00-00:00"]
    assert (DoubtKind.MIDNIGHT, 2) in doubts(plan)


def test_a_time_that_goes_back_by_hours_is_another_day() -> None:
    plan = read(HEADER, ("1", "16h00 - 17h00", "Thảo luận", ""), ("2", "7h30 - 8h00", "Khai mạc", ""))
    assert [s.starts.day for s in plan.sittings] == [22, 23]
    assert (DoubtKind.DAY_GUESSED, 3) in doubts(plan)


def test_a_table_without_a_header_is_told_by_its_columns() -> None:
    plan = read(("7h30 - 8h00", "Đón tiếp đại biểu", "Ban Tổ chức"), ("8h00", "Khai mạc", "Đoàn Chủ tịch"))
    assert [i.written.by_whom for s in plan.sittings for i in s.items] == ["Ban Tổ chức", "Đoàn Chủ tịch"]
    assert (DoubtKind.NO_HEADER, 0) in doubts(plan)
    assert (DoubtKind.LENGTH_GUESSED, 2) in doubts(plan)


def test_numbers_that_are_no_counting_are_kept() -> None:
    plan = read(HEADER, ("I", "8h00", "Khai mạc", ""), ("II", "8h15", "Báo cáo", ""))
    assert [i.written.number for s in plan.sittings for i in s.items] == ["I", "II"]


def test_a_day_above_its_half_days_belongs_to_both() -> None:
    plan = read(
        HEADER,
        ("NGÀY THỨ HAI (23/9/2025)", None, None, None),
        ("Buổi sáng", None, None, None),
        ("1", "7h30 - 8h00", "Khai mạc", ""),
        ("Buổi chiều", None, None, None),
        ("2", "13h30 - 14h00", "Bế mạc", ""),
    )
    assert [(s.starts.day, s.starts.hour) for s in plan.sittings] == [(23, 7), (23, 13)]


def test_a_table_that_is_no_programme_gives_nothing() -> None:
    assert read(("Họ và tên", "Đơn vị"), ("Nguyễn Văn An", "Sở Công Thương")).items == 0


@given(
    st.lists(st.lists(st.one_of(st.none(), st.text(max_size=12), st.floats(), st.integers()), max_size=5), max_size=8)
)
def test_no_table_breaks_the_reading(rows: list[list[str | float | None]]) -> None:
    plan = read(HEADER, *rows)
    assert all(item.ends >= item.starts for sitting in plan.sittings for item in sitting.items)


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"\x00\x01\x02", b"%PDF-1.7"])
def test_what_is_no_table_is_a_trouble(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "ct.docx").write_bytes(content)
    with pytest.raises(Trouble) as caught:
        OfficeTables().read(tmp_path / "ct.docx")
    assert caught.value.problem is Problem.NOT_A_SPREADSHEET


def test_a_word_file_cut_off_is_a_trouble(tmp_path: Path) -> None:
    whole = a_word_file(tmp_path / "ct.docx", OFFICE).read_bytes()
    (tmp_path / "half.docx").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Trouble) as caught:
        OfficeTables().read(tmp_path / "half.docx")
    assert caught.value.problem is Problem.NOT_A_SPREADSHEET
