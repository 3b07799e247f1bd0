"""A congress whose day is over, with something in every part: what the printed pages are looked at with.

hall = a_played_day(tmp_path)     # the rehearsal's 445 people, PdfForms behind its records
Times are those of the hall; every act is made by the services, as the secretariat would.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

from congress_desk.devices.pictures.drawn_crowd import drawn_portraits
from congress_desk.domain.attendance import Excuse, ExcuseScope
from congress_desk.domain.closing_texts import Target, Task, TextPart
from congress_desk.domain.delegates import Category, Gender, Standing
from congress_desk.domain.election_rules import Office
from congress_desk.domain.elections import CommitteeRole, Election, Round
from congress_desk.domain.seating import HallShape, PlanName
from congress_desk.domain.speeches import RequestKind
from congress_desk.domain.votes import HandMethod, ItemKind, ZoneCount
from congress_desk.plumbing.consent_text import TEXT_VERSION
from congress_desk.reports.forms import PdfForms
from congress_desk.services.desk import Desk
from congress_desk.services.elections import NewElection
from congress_desk.services.rehearsal import Draw, fill_rehearsal
from congress_desk.storage.store import create_store
from tests.builders import OPENING, Hall, SetClock, a_congress, a_sheet, a_writer
from tests.played_library import play_library
from tests.services.counted_ballots import counted
from tests.services.scanned_ballots import candidates, printed

TITLE = "Đại hội đại biểu Đảng bộ tỉnh Thái Sơn lần thứ I, nhiệm kỳ 2025 - 2030"
LONG_NAME = "Nguyễn Phước Quý Thị Hoàng Yến Phương Thảo Công Tằng Tôn Nữ Trương Đình Ngọc"
UPPER = ("A Sáng", "Lý Mẩy", "Vũ Hà", "Tô Na", "Đỗ Bình", "Lê Thị Ánh", "Trần Văn Đức", "Vũ Thị Yến", "Vàng A Pao")
ARABIC_NAME = "محمد عبد الله الأنصاري"


def a_played_day(folder: Path, draw: Draw = drawn_portraits, *, people: int = 445, rehearsal: bool = False) -> Hall:
    """draw: makes the portraits; drawn_portraits takes its time. people: convened, 90 at least."""
    clock, path = SetClock(), folder / "played.congress"
    congress = a_congress(title=TITLE, rehearsal=rehearsal)
    hall = Hall(
        store=create_store(path, congress, a_writer("A", clock)),
        path=path,
        keys=folder / "keys",
        clock=clock,
        forms=PdfForms(),
    )
    clock.moment = OPENING - dt.timedelta(hours=12)
    fill_rehearsal(cast(Desk, hall), OPENING.date(), draw, people)
    _invite_more(hall)
    hall.people = list(hall.registry.delegates())
    _seat(hall)
    play_library(hall, folder)
    _let_them_in(hall)
    _hold_the_sittings(hall)
    _raise_hands(hall)
    _elect(hall)
    _write_closing_papers(hall)
    _ask_consent(hall)
    clock.moment = OPENING + dt.timedelta(hours=10, minutes=30)
    return hall


def _invite_more(hall: Hall) -> None:
    """Who makes lists hard: alternates, an Arabic name, a name of 78 letters, one of a letter, years unknown."""
    officials = [d for d in hall.registry.delegates() if d.is_official]
    for n, of in enumerate(officials[10:13], 1):
        alternate = a_sheet(
            n,
            full_name=("Hoàng Văn Thái", "Lò Thị Mây", "Ma Seo Páo")[n - 1],
            category=Category.ALTERNATE,
            delegation=of.sheet.delegation,
            card_number=f"80{n:02}",
            gender=Gender.MALE if n != 2 else Gender.FEMALE,
        )
        added = hall.registry.add(alternate)
        if n < 3:
            hall.registry.replace_official(of.id, added.id, decision=f"{n:02}-QĐ/TU ngày 20/9/2025")
    for n, name in enumerate((ARABIC_NAME, LONG_NAME, "Ý"), 1):
        guest = a_sheet(n, full_name=name, category=Category.GUEST, delegation="Khách mời", card_number=f"95{n:02}")
        hall.registry.add(guest)
    hall.registry.change_standing(officials[20].id, Standing.PENDING, "Đang xác minh đơn thư")
    hall.registry.change_standing(officials[30].id, Standing.WITHDRAWN, "Chuyển công tác ra ngoài tỉnh")
    for one in officials[40:44]:
        hall.registry.edit(one.id, replace(one.sheet, birth_date=None))


def _seat(hall: Hall) -> None:
    """One hall for the opening, another for the other sessions; fifteen on the stage."""
    stage = [d.id for d in hall.people if d.is_official][:15]
    for plan in PlanName:
        shape = HallShape(left=8, middle=12, right=8, rows=(12, 6), stage=15)
        hall.seating.arrange(plan, shape=shape, stage=stage)
    hall.people = list(hall.registry.delegates())


def _let_them_in(hall: Hall) -> None:
    """Most by card, some late, some gone early, some with leave; one reading voided."""
    for place, session in enumerate(hall.sessions.sessions()):
        expected = [d for d in hall.people if session.expects(d)]
        for n, one in enumerate(expected):
            if n % 67 == 11 + place:
                scope = ExcuseScope.CONGRESS if place == 0 and n < 200 else ExcuseScope.SESSION
                excuse = Excuse(reason="Điều trị tại bệnh viện", scope=scope, allowed_by="Đoàn Chủ tịch")
                if one.counts:
                    hall.check_in.excuse(one.id, session.id, excuse)
                continue
            if n % 53 == 7 + place:
                continue
            minutes = 9 if n % 71 == 3 else (n * 37) % 43 - 45
            hall.clock.moment = session.starts + dt.timedelta(minutes=minutes)
            hall.check_in.by_code(one.badge_code, session.id)
        hall.clock.moment = session.starts + dt.timedelta(minutes=40)
        for one in expected[60:64]:
            if hall.check_in.fold(session.id).of(one.id).first:
                hall.check_in.leave(one.id, session.id)


def _hold_the_sittings(hall: Hall) -> None:
    """Every item begun and ended at its time, three presentations read, one handed in, a word from the floor."""
    agenda, speeches, turns = hall.programme.agenda, hall.programme.speeches, hall.programme.turns
    hall.clock.moment = OPENING
    approved = [s for s in speeches.speeches().speeches if s.number]
    for timed in agenda.timeline():
        if timed.sitting.reserve or "Dự phòng" in timed.sitting.name:
            continue
        hall.clock.moment = max(timed.starts, hall.clock.moment)
        agenda.start(timed.item.id)
        if timed.item.kind.value == "presentations" and approved:
            for speech in approved[:3]:
                _speak(hall, speech.turn, 8)
                hall.programme.notes.write_gist("Nêu kết quả và ba kiến nghị với đại hội.", turn=speech.turn)
            speeches.hand_in(approved[3].id)
            speeches.withdraw(approved[4].id, "được phân công việc khác")
            asked = turns.ask(
                delegate=hall.people[5].id, kind=RequestKind.FLOOR, subject="Góp ý về chỉ tiêu", minutes=3
            )
            _speak(hall, asked.turn, 2)
            approved = []
        hall.programme.notes.write_gist("Đại hội nghe và nhất trí.", item=timed.item.id)
        hall.clock.moment = max(timed.ends, hall.clock.moment)
        agenda.end()


def _speak(hall: Hall, turn: str, minutes: float) -> None:
    hall.programme.turns.start(turn)  # type: ignore[arg-type]
    hall.clock.pass_time(minutes=minutes, seconds=25)
    hall.programme.turns.end()


def _raise_hands(hall: Hall) -> None:
    hands, session = hall.voting.hands, hall.sessions.sessions()[1].id
    present = hands.present(session)
    zones = [
        ZoneCount(agree=present // 3, disagree=2, other=1, zone="Bên trái", teller="Nguyễn Thị Lan"),
        ZoneCount(agree=present - present // 3 - 6, disagree=3, zone="Bên phải", teller="Trần Văn Hòa"),
    ]
    hands.record(
        "Chỉ tiêu giá trị sản xuất nông, lâm nghiệp tăng 4 %/năm",
        zones,
        session,
        kind=ItemKind.TARGET,
        presider="Lê Văn Bách",
        method=HandMethod.PARTY_CARD,
        note="Có ý kiến khác nhau trong thảo luận",
    )
    lost = [ZoneCount(agree=present // 4, disagree=present - present // 4 - 10, other=10)]
    hands.record("Bổ sung chỉ tiêu về kinh tế số", lost, session, kind=ItemKind.TARGET, presider="Lê Văn Bách")
    wrong = hands.all_agree("Báo cáo thẩm tra tư cách đại biểu", session, kind=ItemKind.CREDENTIALS)
    hands.void(wrong.id, "Đếm lại theo khu vực")
    hands.all_agree("Nghị quyết đại hội", session, kind=ItemKind.RESOLUTION, presider="Lê Văn Bách")


def _elect(hall: Hall) -> None:
    """The rehearsal's list of 18 for 15 seats ends in a tie; then a single name, names to agree to, alternates."""
    (executive,) = hall.voting.elections.elections()
    first = executive.latest
    of = _share(hall)
    ends = ["yynnn"] * of(130) + ["ynynn"] * of(130) + ["nyynn"] * of(100)
    spoiled = ["!too_many", "!too_many", "!signed", "!nobody"]
    _count(hall, executive, first, [*map(_thirteen, range(len(ends)), ends), *spoiled])
    tie = hall.voting.rounds.break_tie(executive.id)
    _count(hall, executive, tie, ["yn"] * of(180) + ["ny"] * of(140) + ["!nobody"])
    head = _named(hall, hall.voting.elections.create(_new("Bầu Bí thư Tỉnh ủy", 1, ["Phạm An"], Office.SECRETARY)))
    _count(hall, head, head.latest, ["y"] * of(310) + ["n"] * of(8) + ["!single_both", "!single_none"])
    names = ["Đỗ Bình", "Lê Thị Ánh", "Trần Văn Đức"]
    deputies = _named(hall, hall.voting.elections.create(_new("Bầu Phó Bí thư Tỉnh ủy", 3, names, Office.DEPUTY)))
    _count(hall, deputies, deputies.latest, _several(of))
    upper = _new("Bầu đại biểu dự đại hội cấp trên", 7, UPPER, Office.UPPER_CONGRESS)
    chosen = _named(hall, hall.voting.elections.create(replace(upper, alternate_seats=1)))
    _count(hall, chosen, chosen.latest, ["yyyyyyynn"] * of(250) + ["yyyyyynyn"] * of(40))
    alternates = hall.voting.rounds.elect_alternates(chosen.id, 1)
    _count(hall, chosen, alternates, ["yn"] * of(270) + ["ny"] * of(50))


def _share(hall: Hall) -> Callable[[int], int]:
    """As many of those convened as there are of 445."""
    convened = sum(d.counts for d in hall.people)
    return lambda count: max(1, -(-count * convened // 445))


def _several(of: Callable[[int], int]) -> list[str]:
    return ["yyy"] * of(260) + ["yyn"] * of(40) + ["y-n"] * of(15) + ["y2y"] * of(5) + ["!marked"]


def _thirteen(ballot: int, end: str) -> str:
    """A ballot for the thirteen first of the list, here and there but one, so that their votes differ."""
    struck = next((place for place in range(13) if ballot % 29 == place and ballot < 29 * place), None)
    return "".join("n" if place == struck else "y" for place in range(13)) + end


def _new(title: str, seats: int, names: Sequence[str], office: Office) -> NewElection:
    return NewElection(title=title, title_beside="", seats=seats, candidates=candidates(names), office=office)


def _named(hall: Hall, election: Election) -> Election:
    members = [d for d in hall.people if d.is_official][-25:-20]
    roles = [CommitteeRole.HEAD, CommitteeRole.SECRETARY, *[CommitteeRole.MEMBER] * 3]
    return hall.voting.elections.name_committee(election.id, [(d.id, r) for d, r in zip(members, roles, strict=True)])


def _count(hall: Hall, election: Election, one: Round, ballots: Sequence[str]) -> None:
    by = [member.name for member in hall.voting.elections.election(election.id).committee][:2]
    printed(hall, one, len(ballots) + 5)
    hall.clock.pass_time(minutes=3)
    hall.voting.ballots.exchange(one.id, 1)
    counted(hall, one, ballots)
    hall.voting.ballots.count_spare(one.id, 4)
    hall.clock.pass_time(minutes=20)
    hall.voting.sealing.seal(one.id, by)


def _write_closing_papers(hall: Hall) -> None:
    closing = hall.archive.closing
    for part, text in CLOSING_TEXTS.items():
        closing.write(part, text)
    closing.put_targets(TARGETS)
    closing.put_tasks(TASKS)


def _ask_consent(hall: Hall) -> None:
    officials = [d.id for d in hall.people if d.is_official]
    hall.faces.consent(officials[:300], text_version=TEXT_VERSION, by="Nguyễn Thị Lan", language="vi")
    hall.faces.refuse_consent(officials[300:320], by="Nguyễn Thị Lan", text_version=TEXT_VERSION)
    hall.faces.withdraw_consent(officials[2], by="Nguyễn Thị Lan")
    hall.faces.erase(by="Nguyễn Thị Lan")


CLOSING_TEXTS: Mapping[TextPart, str] = {
    TextPart.VENUE: "Hội trường Trung tâm Hội nghị tỉnh, phường Phan Đình Phùng",
    TextPart.ORGANS: "Đoàn Chủ tịch gồm 15 đồng chí\nĐoàn Thư ký gồm 5 đồng chí\n"
    "Ban Thẩm tra tư cách đại biểu gồm 7 đồng chí",
    TextPart.RESULTS: "Đại hội thông qua Báo cáo chính trị và các chỉ tiêu chủ yếu của nhiệm kỳ 2025 - 2030.",
    TextPart.CLOSING: "Biên bản được đọc trước đại hội và được đại hội nhất trí thông qua.",
    TextPart.RESOLUTION_NUMBER: "01-NQ/ĐH",
    TextPart.RESOLUTION: "Đại hội đại biểu Đảng bộ tỉnh Thái Sơn lần thứ I, nhiệm kỳ 2025 - 2030 quyết nghị:\n"
    "1. Tán thành những nội dung cơ bản về đánh giá tình hình nhiệm kỳ qua và phương hướng, nhiệm vụ, giải pháp "
    "nhiệm kỳ tới nêu trong Báo cáo chính trị trình đại hội.\n"
    "2. Thông qua các chỉ tiêu chủ yếu nêu trong phụ lục kèm theo Nghị quyết này.\n"
    "3. Giao Ban Chấp hành Đảng bộ tỉnh khóa I lãnh đạo, chỉ đạo tổ chức thực hiện thắng lợi Nghị quyết.",
    TextPart.ACTION_PROGRAMME: "Triển khai Nghị quyết đại hội, Ban Chấp hành Đảng bộ tỉnh ban hành Chương trình "
    "hành động với ba rõ: rõ việc, rõ người, rõ thời gian.",
}
TARGETS = (
    Target(group="Về kinh tế", name="Tốc độ tăng giá trị sản xuất nông, lâm nghiệp", unit="%/năm", value="4"),
    Target(group="Về kinh tế", name="Thu nhập bình quân đầu người", unit="triệu đồng", value="120", by="2030"),
    Target(group="Về xã hội, môi trường", name="Tỷ lệ che phủ rừng", unit="%", value="≥ 80", by="2030"),
    Target(group="Về xã hội, môi trường", name="Số hộ nghèo", unit="hộ", value="0", by="2030", note="theo chuẩn"),
    Target(group="Về xây dựng Đảng", name="Kết nạp đảng viên mới hằng năm", unit="%", value="≥ 3"),
    Target(group="Về xây dựng Đảng", name="Tổ chức đảng hoàn thành tốt nhiệm vụ trở lên", unit="%", value="90"),
)
TASKS = (
    Task(
        group="I. Xây dựng Đảng",
        task="Đề án nâng cao chất lượng sinh hoạt chi bộ",
        lead="Ban Tổ chức Tỉnh ủy",
        issued="Quý IV/2025",
        deadline="2025 - 2027",
    ),
    Task(
        group="I. Xây dựng Đảng",
        task="Quy chế làm việc của Ban Chấp hành khóa I",
        lead="Văn phòng Tỉnh ủy",
        issued="Tháng 10/2025",
        deadline="Tháng 10/2025",
    ),
    Task(
        group="II. Kinh tế, xã hội",
        task="Chương trình giảm nghèo bền vững vùng đồng bào dân tộc thiểu số",
        lead="Đảng ủy UBND tỉnh",
        issued="Quý I/2026",
        deadline="2026 - 2030",
        note="hằng năm báo cáo",
    ),
)
