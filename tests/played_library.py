"""Documents, paper copies, opinions and links of the played day."""

from __future__ import annotations

from pathlib import Path

from congress_desk.domain.documents import AskOpinions, Card, Document, DocumentType, Secrecy, Status
from congress_desk.domain.journal import new_id
from congress_desk.domain.opinions import OpinionId, Stance, Verdict
from tests.builders import OPENING, Hall
from tests.library_files import a_pdf

PARTS = ("I. Đánh giá nhiệm kỳ qua", "II. Phương hướng, mục tiêu", "III. Nhiệm vụ và giải pháp")
DOCUMENTS = (
    ("Báo cáo chính trị trình đại hội", "01-BC/TU", DocumentType.DRAFT, Secrecy.INTERNAL, AskOpinions.NAMED),
    ("Báo cáo kiểm điểm của Ban Chấp hành", "02-BC/TU", DocumentType.REPORT, Secrecy.INTERNAL, AskOpinions.UNNAMED),
    ("Chương trình làm việc của đại hội", "03-CTr/TU", DocumentType.PROGRAMME, Secrecy.PUBLIC, AskOpinions.NO),
    ("Quy chế làm việc của đại hội", "04-QC/TU", DocumentType.REGULATION, Secrecy.RECALL, AskOpinions.NO),
    ("Thông báo triệu tập đại hội", "348-TB/TU", DocumentType.NOTICE, Secrecy.PUBLIC, AskOpinions.NO),
)
OPINIONS = (
    (Stance.AGREE, "", ""),
    (Stance.AMEND, PARTS[0], "Nêu rõ hơn nguyên nhân của những chỉ tiêu chưa đạt trong nhiệm kỳ qua."),
    (Stance.AMEND, PARTS[1], "Chỉ tiêu che phủ rừng nên là 80 % trở lên, thay cho 78 %."),
    (Stance.OTHER, PARTS[1], "Đề nghị bổ sung mục tiêu về kinh tế số, tỷ trọng 20 - 25 % GRDP."),
    (Stance.AMEND, PARTS[2], "Làm rõ cơ quan chủ trì và thời hạn của từng nhiệm vụ."),
    (Stance.AGREE, PARTS[2], "Nhất trí cao với các nhiệm vụ đột phá."),
)


def play_library(hall: Hall, folder: Path) -> tuple[Document, ...]:
    documents = tuple(_document(hall, folder, n) for n in range(len(DOCUMENTS)))
    hall.library.copies.issue(documents[3].id, range(1, 6), delegation=hall.people[0].sheet.delegation)
    hall.library.copies.issue(documents[3].id, [6, 7], delegate=hall.people[1].id)
    hall.library.copies.issue(documents[3].id, [8], delegate=hall.people[2].id)
    hall.library.copies.take_back(documents[3].id, [1, 2, 6])
    for number, (stance, part, text) in enumerate(OPINIONS):
        given = hall.library.opinions.receive(
            OpinionId(new_id(OPENING)),
            documents[0].id,
            stance=stance,
            part=part,
            text=text,
            delegate=hall.people[number * 7].id,
        )
        if number % 2:
            hall.library.opinions.answer(given.id, Verdict.TAKEN_IN, "Tiếp thu, chỉnh sửa trong dự thảo.")
    return documents


def _document(hall: Hall, folder: Path, number: int) -> Document:
    title, mark, kind, secrecy, opinions = DOCUMENTS[number]
    parts = PARTS if opinions is not AskOpinions.NO else ()
    card = Card(title=title, number=mark, type=kind, secrecy=secrecy, opinions=opinions, parts=parts)
    path = a_pdf(folder / f"document-{number}.pdf", [title, "Trang hai"])
    return hall.library.documents.add(path, card, status=Status.ISSUED)
