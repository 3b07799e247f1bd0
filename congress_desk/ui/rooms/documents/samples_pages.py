"""Links, portal, statistics, opinions, copies: named states of these pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from congress_desk.domain.documents import (
    Copy,
    PortalNotice,
)
from congress_desk.domain.documents_links import Link, LinkId, Scope
from congress_desk.domain.documents_reach import Obstacle
from congress_desk.domain.documents_records import CopiesRecord, CopyLine, DelegationReading, DocumentReading
from congress_desk.domain.opinions import Opinion, OpinionId, Stance, Verdict
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.links import LinkUse
from congress_desk.services.portal_settings import PortalSettings, Reachability
from congress_desk.services.ports.network import Address
from congress_desk.ui.rooms.documents.sample_documents import BASE, DOCUMENTS, HEADING, LINES, MORNING, PARTS
from congress_desk.ui.rooms.documents.sample_pictures import SLIDE_PNG
from congress_desk.ui.rooms.documents.samples_library import EMPTY, LIBRARY
from congress_desk.ui.rooms.documents.stands import (
    Answered,
    Copies,
    Line,
    Live,
    OpinionsShown,
    Portal,
    Reading,
)
from congress_desk.ui.rooms.documents.state import Follow, Page, Told
from congress_desk.ui.sample_people import PEOPLE


def _link(number: int, scope: Scope, **more: object) -> LinkUse:
    link = Link(
        id=LinkId(f"link-{number}"),
        hash=f"{number:064}",
        scope=scope,
        document=None,
        delegate=PEOPLE[number].id if scope in (Scope.DELEGATE, Scope.PERSONAL) else None,
        issued_at=MORNING,
        expires_at=MORNING + dt.timedelta(days=36500),
        revoked_at=MORNING if number == 4 else None,
    )
    facts: dict[str, object] = {"devices": number, "watched": False, "delegate": None, "document": None} | more
    return LinkUse(link=link, **facts)  # type: ignore[arg-type]


LINKS = replace(
    LIBRARY,
    page=Page.LINKS,
    links=(
        _link(2, Scope.DELEGATE, devices=5, watched=True, delegate=PEOPLE[2]),
        _link(0, Scope.CONGRESS, devices=212),
        _link(1, Scope.DOCUMENT, devices=61, document=DOCUMENTS[2]),
        _link(3, Scope.PERSONAL, devices=1, delegate=PEOPLE[3], document=DOCUMENTS[2]),
        _link(4, Scope.DELEGATE, devices=0, delegate=PEOPLE[4]),
    ),
)
LINKS_NONE = replace(LIBRARY, page=Page.LINKS, links=())

ADDRESS = Address(text="192.168.10.5", interface="wlan0", wireless=True)
REACHED = Reachability(addresses=(ADDRESS,), base=BASE, listening=True, phones=212, firewall="", obstacles=())
WIFI = PortalSettings(wifi_name="DAI-HOI", wifi_password="thaison2025")
NOTICES = (
    PortalNotice(id="n1", text="Phiên buổi chiều bắt đầu lúc 14 giờ 00 tại hội trường tầng 2", posted_at=MORNING),
    PortalNotice(id="n2", text="Tổ 3 thảo luận tại phòng 204", posted_at=MORNING, delegates_only=True),
)
PORTAL_RUNNING = replace(
    LIBRARY,
    page=Page.PORTAL,
    portal=Portal(live=Live.RUNNING, settings=WIFI, reach=REACHED, notices=NOTICES, slide=SLIDE_PNG),
)
PORTAL_STOPPED = replace(
    LIBRARY,
    page=Page.PORTAL,
    portal=Portal(reach=replace(REACHED, listening=False, phones=0, obstacles=(Obstacle.NOT_LISTENING,))),
)
PORTAL_BLOCKED = replace(
    PORTAL_RUNNING,
    portal=Portal(
        live=Live.RUNNING,
        reach=replace(REACHED, phones=0, firewall="ufw", obstacles=(Obstacle.BLOCKED_HERE, Obstacle.FIREWALL_ON)),
        wrong={"base_url": "wrong"},
    ),
)
PORTAL_RETURNING = replace(
    PORTAL_RUNNING,
    portal=Portal(
        live=Live.RETURNING, reach=REACHED, slide=SLIDE_PNG, certificate="/etc/ssl/hall.pem", key="/hall.key"
    ),
)
PORTAL_TAKEN = replace(
    PORTAL_STOPPED,
    told=Told(number=3, error=Trouble(Problem.PORT_TAKEN, port=8765), follow=Follow.RESTART),
)


def _read(line: Line) -> DocumentReading:
    return DocumentReading(
        document=line.document,
        devices=line.devices,
        opened=line.opened,
        finished=line.finished,
        times=line.devices * 2,
        finished_devices=line.finished,
        delegations=tuple(
            DelegationReading(delegation=p.sheet.delegation, expected=12, opened=n + 3, finished=n)
            for n, p in enumerate(PEOPLE)
        ),
        not_opened=PEOPLE[:4],
    )


WHO_HAS_READ = replace(
    LIBRARY,
    page=Page.READING,
    reading=Reading(documents=tuple(_read(line) for line in LINES), chosen=DOCUMENTS[2].id),
)
WHO_HAS_READ_NOTHING = replace(EMPTY, page=Page.READING, reading=Reading(documents=()))


def _opinion(number: int, stance: Stance, text: str, **more: object) -> Opinion:
    facts: dict[str, object] = {"part": PARTS[number % 3], "delegate": PEOPLE[number].id} | more
    return Opinion(
        id=OpinionId(f"opinion-{number}"),
        document=DOCUMENTS[2].id,
        version=3,
        stance=stance,
        text=text,
        received_at=MORNING + dt.timedelta(minutes=number),
        **facts,  # type: ignore[arg-type]
    )


OPINIONS_LIST = (
    _opinion(0, Stance.AMEND, "Đề nghị bổ sung chỉ tiêu về chuyển đổi số cấp xã đến năm 2030."),
    _opinion(1, Stance.AGREE, "", part="", verdict=Verdict.TAKEN_IN),
    _opinion(2, Stance.OTHER, "Làm rõ nguồn vốn cho hạ tầng giao thông.", general=True, verdict=Verdict.EXPLAINED,
             answer="Đã nêu tại mục 2, Phần II."),
    _opinion(3, Stance.AMEND, "Sửa cụm từ “cơ bản hoàn thành” thành “hoàn thành”.", delegate=None),
)  # fmt: skip
OPINIONS = replace(LIBRARY, page=Page.OPINIONS, opinions=OPINIONS_LIST)
OPINION_ANSWERED = replace(
    OPINIONS,
    opining=OpinionsShown(
        chosen=OPINIONS_LIST[0].id, verdict=Verdict.EXPLAINED, needs_words=True, answered=Answered.OPEN
    ),
)
OPINIONS_NONE = replace(LIBRARY, page=Page.OPINIONS, opinions=())


def _copy(number: int, *, back: bool = False) -> CopyLine:
    person = PEOPLE[number] if number % 2 else None
    return CopyLine(
        document=DOCUMENTS[5],
        delegate=person,
        copy=Copy(
            id=f"copy-{number}",
            document=DOCUMENTS[5].id,
            number=number + 1,
            delegate=person.id if person else None,
            delegation=PEOPLE[number].sheet.delegation,
            issued_at=MORNING,
            returned_at=MORNING + dt.timedelta(hours=4) if back else None,
        ),
    )


COPIES = replace(
    LIBRARY,
    page=Page.COPIES,
    copies=Copies(
        record=CopiesRecord(heading=HEADING, lines=tuple(_copy(n, back=n == 2) for n in range(5)), only_out=False),
        only_out=False,
        document=DOCUMENTS[5].id,
    ),
)
COPIES_NONE = replace(
    COPIES,
    copies=Copies(
        record=CopiesRecord(heading=HEADING, lines=(), only_out=True),
        wrong={"copies": "wrong", "document": "missing", "holder": "missing"},
    ),
)
