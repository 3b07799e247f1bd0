"""A congress of a few people with a little of everything, so that every form of the desk can be printed."""

from __future__ import annotations

from pathlib import Path

from congress_desk.domain.agenda import Content
from congress_desk.domain.closing_texts import Target, Task, TextPart
from congress_desk.domain.documents import Card, Secrecy, Status
from congress_desk.domain.records import NEEDS_ROUND, NEEDS_SESSION, Form
from congress_desk.domain.seating import HallShape, PlanName, drawn_hall
from congress_desk.domain.votes import ZoneCount
from congress_desk.reports.forms import PdfForms
from tests.builders import OPENING, Hall, a_hall
from tests.library_files import a_pdf
from tests.services.counted_ballots import sealed
from tests.services.scanned_ballots import an_election


def a_small_congress(folder: Path) -> Hall:
    hall = a_hall(folder, people=6, forms=PdfForms())
    for n in range(4):
        hall.check_in.by_code(hall.badge(n), hall.session)
    hall.voting.hands.record("Thông qua chương trình", [ZoneCount(agree=4)], hall.session)
    sealed(hall, an_election(hall, seats=4).latest, ["yyyyn", "yyyny"])
    sitting = hall.programme.agenda.add_sitting(name="Phiên khai mạc", starts=OPENING)
    hall.programme.agenda.add_item(sitting.id, Content(content="Khai mạc", minutes=30))
    for plan in PlanName:
        hall.seating.draw(plan, drawn_hall(HallShape(left=2, middle=2, right=2, rows=(1,))))
        hall.seating.assign(hall.people[0].id, plan, "A-01")
    card = Card(title="Báo cáo chính trị", secrecy=Secrecy.PUBLIC)
    hall.library.documents.add(a_pdf(folder / "a.pdf"), card, status=Status.ISSUED)
    closing = hall.archive.closing
    for part in (TextPart.RESOLUTION, TextPart.ACTION_PROGRAMME):
        closing.write(part, "I. Đánh giá\nĐại hội tán thành.")
    closing.put_targets([Target(name="GRDP", unit="%", value="10,5")])
    closing.put_tasks([Task(task="Xây dựng đề án", lead="Ban Tổ chức", deadline="2026")])
    hall.faces.erase(by="Nguyễn Thị Lan")
    return hall


def asked_of(hall: Hall, form: Form) -> dict[str, object]:
    """The session or the round that a form needs, as records and seals take it."""
    if form in NEEDS_SESSION:
        return {"session": hall.session}
    if form in NEEDS_ROUND:
        return {"subject": hall.voting.elections.elections()[0].latest.id}
    return {}
