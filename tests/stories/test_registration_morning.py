"""One morning, whole: an office's list, printed badges held before a camera, and the record that is signed.

Everything is real: the spreadsheet, the file, the printed QR read through the camera driver, the PDF read back.
"""

from __future__ import annotations

import datetime as dt
import queue
import re
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from openpyxl import Workbook

from congress_desk import building
from congress_desk.devices.camera.live import ChildCamera
from congress_desk.domain.attendance import Excuse, Session
from congress_desk.domain.records import Form
from congress_desk.services.desk import Desk
from congress_desk.services.ports.camera import CodeSeen, LiveReport
from tests.reports.reading import whole_text

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
OPENS = dt.date(2025, 9, 22)
PEOPLE = (
    ("Nguyễn Thị Ánh", "Nữ", "1/2/1975", "Đoàn Đại Từ", "001"),
    ("Trần Văn Bình", "Nam", "03-04-1980", "Đoàn Đại Từ", "002"),
    ("Lê Đức Cường", "Nam", 1970, "Đoàn Phổ Yên", "003"),
    ("Hoàng Thị Dung", "Nữ", dt.date(1985, 6, 5), "Đoàn Phổ Yên", "004"),
    ("Ma Văn Đạt", "Nam", "1969", "Đoàn Phổ Yên", "005"),
    ("Vi Thị Én", "Nữ", "٧/٨/١٩٩٠", "Đoàn Phổ Yên", "006"),
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("CONGRESS_DESK_CONFIG_DIR", str(tmp_path / "settings"))
    made = building.create_desk(
        tmp_path / "hall.congress",
        title="Đại hội đại biểu Đảng bộ xã Đại Từ lần thứ I, nhiệm kỳ 2025 - 2030",
        convening_body="Đảng ủy xã Đại Từ",
        opens=OPENS,
        place="Đại Từ",
    )
    yield made
    made.close()


def test_from_the_offices_list_to_the_signed_record(desk: Desk, tmp_path: Path) -> None:
    desk.listing.carry_out(desk.listing.plan_import(an_office_list(tmp_path / "danh sách.xlsx")))
    session = desk.sessions.add(name="Khai mạc", starts=at(7, 30), ends=at(11, 30))
    people = {d.sheet.card_number: d for d in desk.registry.delegates()}

    by_camera = desk.check_in.by_code(
        badge_seen_by_camera(desk, people["001"].badge_code, tmp_path), session.id, at=at(7, 1)
    )
    by_number = desk.check_in.by_code("002", session.id, at=at(7, 2))
    again = desk.check_in.by_code(people["001"].badge_code, session.id, at=at(7, 3))
    late = desk.check_in.by_name(desk.check_in.search("hoang d")[0].id, session.id, at=at(7, 45))
    fourth = desk.check_in.by_code("006", session.id, at=at(7, 50))
    desk.check_in.excuse(
        people["003"].id, session.id, Excuse(reason="Điều trị tại bệnh viện", allowed_by="Đoàn Chủ tịch")
    )

    assert [a.status for a in (by_camera, by_number, late, fourth)] == ["ok"] * 4
    assert again.first == by_camera.event
    assert figures_on_paper(desk, session) == {"convened": 6, "present": 4, "excused": 1, "absent": 1}
    status = desk.check_in.status(session.id)
    assert (status.quorum.needed, status.quorum.at) == (4, at(7, 50))
    assert desk.congress.verify().ok


def an_office_list(path: Path) -> Path:
    """As offices make it: title rows, a merged head, dates in every manner."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["ĐẢNG ỦY XÃ ĐẠI TỪ"])
    page.append(["DANH SÁCH ĐẠI BIỂU DỰ ĐẠI HỘI"])
    page.append([])
    page.append(["TT", "Họ và tên", "Giới tính", "Ngày, tháng, năm sinh", "Đoàn đại biểu", "Số thẻ"])
    for number, person in enumerate(PEOPLE, 1):
        page.append([number, *person])
    page.append(["Tổng cộng: 6 đồng chí"])
    page.merge_cells("A2:F2")
    book.save(path)
    return path


def badge_seen_by_camera(desk: Desk, code: str, tmp_path: Path) -> str:
    """Print the badges, hold the page before the (replayed) camera, and say what the driver reads of that badge."""
    frames = tmp_path / "camera"
    frames.mkdir()
    badges = pypdfium2.PdfDocument(desk.records.pdf(Form.BADGES, language="vi"))
    for number in range(len(badges)):
        badges[number].render(scale=2).to_pil().convert("RGB").save(frames / f"{number}.png")
    badges.close()
    seen: queue.Queue[LiveReport] = queue.Queue()
    camera = ChildCamera(hold_seconds=0.3)
    camera.start(str(frames), seen.put, faces=False)
    try:
        while not isinstance(report := seen.get(timeout=30), CodeSeen) or report.text != code:
            pass
    finally:
        camera.stop()
    return report.text


def figures_on_paper(desk: Desk, session: Session) -> dict[str, int]:
    text = whole_text(desk.records.pdf(Form.ATTENDANCE, session.id, language="en"))
    wanted = {
        "convened": "Convened",
        "present": "Came to the session",
        "excused": "Absent with leave",
        "absent": "Absent without leave",
    }
    found = {}
    for name, words in wanted.items():
        line = re.search(rf"^{words} (\d+)", text, re.MULTILINE | re.IGNORECASE)
        assert line is not None, text
        found[name] = int(line.group(1))
    return found


def at(hour: int, minute: int) -> dt.datetime:
    return dt.datetime(OPENS.year, OPENS.month, OPENS.day, hour, minute, tzinfo=ZONE)
