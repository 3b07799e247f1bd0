"""Words and tables of the closing papers: the last one stands, a table is read by its headers, nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from congress_desk.domain.closing_texts import (
    Target,
    Task,
    TextPart,
    checked_tasks,
    fold_closing_texts,
    rows_body,
    targets_in,
    tasks_in,
)
from congress_desk.domain.journal import Kind
from congress_desk.domain.list_tables import Cell, Table
from congress_desk.domain.refusals import Reason, Refusal
from tests.builders import an_event


def table(*rows: Sequence[Cell]) -> list[Table]:
    return [Table(name="Sheet1", rows=tuple(tuple(row) for row in rows))]


def refused(read: object, tables: list[Table]) -> object:
    with pytest.raises(Refusal) as caught:
        read(tables)  # type: ignore[operator]
    assert caught.value.reason is Reason.BAD_VALUE
    return caught.value.details.get("row")


def test_the_last_words_of_a_part_stand() -> None:
    first = an_event(Kind.CLOSING_TEXT_PUT, None, body={"part": "results", "text": "một"})
    last = an_event(Kind.CLOSING_TEXT_PUT, None, body={"part": "results", "text": " hai \n\nba"})
    found = fold_closing_texts([first, last])
    assert found.paragraphs(TextPart.RESULTS) == ("hai", "ba")
    assert found.of(TextPart.RESOLUTION) == ""


def test_rows_come_back_from_the_journal_as_they_went_in() -> None:
    targets = (Target(name="GRDP", value="10,5", unit="%"),)
    tasks = (Task(task="Đề án", lead="Ban Tổ chức", deadline="2026"),)
    events = [
        an_event(Kind.TARGETS_PUT, None, body=rows_body(targets)),
        an_event(Kind.TASKS_PUT, None, body=rows_body(tasks)),
    ]
    found = fold_closing_texts(events)
    assert (found.targets, found.tasks) == (targets, tasks)


def test_a_table_of_targets_is_read_by_its_headers_with_its_groups() -> None:
    found = targets_in(
        table(
            ("PHỤ LỤC CHỈ TIÊU", None, None, None),
            ("TT", "Chỉ tiêu", "ĐVT", "Mục tiêu đến năm 2030"),
            ("I", "Về kinh tế", None, None),
            (1, "Tăng trưởng GRDP", "%/năm", "10,5"),
            (None, None, None, None),
            ("II", "Về xã hội", None, None),
            (2, "Hộ nghèo", "%", 1.0),
        )
    )
    assert [(t.group, t.name, t.unit, t.value) for t in found] == [
        ("Về kinh tế", "Tăng trưởng GRDP", "%/năm", "10,5"),
        ("Về xã hội", "Hộ nghèo", "%", "1"),
    ]


def test_tasks_need_the_three_clears() -> None:
    header = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian ban hành", "Thời gian thực hiện")
    good = (1, "Đề án cán bộ", "Ban Tổ chức", "Quý IV/2025", "2026")
    found = tasks_in(table(header, good))
    assert found == (Task(task="Đề án cán bộ", lead="Ban Tổ chức", issued="Quý IV/2025", deadline="2026"),)
    assert refused(tasks_in, table(header, good, (2, "Đề án khác", "", "", "2026"))) == 3
    assert refused(tasks_in, table(("STT", "Nhiệm vụ"), (1, "Đề án"))) is None
    with pytest.raises(Refusal):
        checked_tasks([Task(task="x", lead=" ", deadline="2026")])


def test_a_heading_under_which_nothing_stands_is_a_row_that_lacks_its_clears() -> None:
    header, good = ("Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"), ("Việc một", "Ban Tổ chức", "30/6/2026")
    assert refused(tasks_in, table(header, good, ("Việc hai", None, None))) == 3
    one, two = ("I", "Kinh tế", None), ("1", "Nông nghiệp", None)
    (target,) = targets_in(table(("TT", "Chỉ tiêu", "Mục tiêu"), one, two, ("a", "Tăng trưởng", "10,5")))
    assert target.group == "Kinh tế – Nông nghiệp"


def test_a_table_in_english_and_in_arabic_is_read_too() -> None:
    assert tasks_in(table(("Task", "Lead", "Deadline"), ("a", "b", "c")))[0].lead == "b"
    assert targets_in(table(("المؤشر", "القيمة"), ("a", "5")))[0].value == "5"
    assert refused(targets_in, table(("x", "y"), ("a", "b"))) is None
