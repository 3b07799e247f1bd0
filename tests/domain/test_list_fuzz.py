"""Any table at all is understood or refused by its cells; nothing makes the reading fall over."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from congress_desk.domain.list_planning import plan
from congress_desk.domain.list_reading import understand
from congress_desk.domain.list_tables import Table
from tests.domain.office_lists import TODAY, a_delegate

HEADERS = ["STT", "Họ và tên", "Họ", "Tên", "Ngày sinh", "Nam", "Nữ", "Năm", "Giới tính", "Đoàn", "CCCD",
"Loại đại biểu",
           "Đương nhiên", "Ngày vào Đảng", "Chính thức", "Chức vụ", "Ghế", "Khai mạc", "الاسم الكامل",
           "Category"]  # fmt: skip
OTHERS = ["Lê An", "Đoàn xã Ba Bể", "I", "II. ĐOÀN A", "x", "Tổng cộng", "TM. BAN", "KHÁCH MỜI", "1/2/1975",
"31/02/1970", "Nam",
          "nữ", "1975", "019075001234", "1.9E+10", "", " ", "\u200f", "�", "(1)", "12"]  # fmt: skip
CELLS = st.one_of(
    st.sampled_from(HEADERS), st.sampled_from(OTHERS), st.none(), st.booleans(), st.integers(), st.floats(),
    st.text(max_size=6),
    st.dates(), st.datetimes(),
)  # fmt: skip
ROWS = st.lists(st.lists(CELLS, max_size=7).map(tuple), max_size=9).map(tuple)
TABLES = st.lists(
    st.builds(lambda name, rows: Table(name=name, rows=rows), st.sampled_from(["DS", "1. A", "Sheet1"]), ROWS)
)


@settings(max_examples=60, deadline=None)
@given(TABLES)
def test_any_workbook_is_understood_or_refused_by_its_cells(tables: list[Table]) -> None:
    understood = understand(tables, today=TODAY)
    planned = plan(understood, [a_delegate(i, row.person) for i, row in enumerate(understood.rows[:2])])

    assert understood == understand(tables, today=TODAY)
    for error in planned.errors:
        assert error.row >= 1
        assert re.fullmatch("[A-Z]{1,3}", error.column)
    for row in understood.rows:
        assert row.person.full_name
        birth = row.person.birth_date
        assert birth is None or dt.date(1925, 1, 1).year <= birth.year <= TODAY.year - 18
