"""Links and what a phone may do with them, on a real store: at once, and for as long as they hold."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from congress_desk.domain.delegates import Category, DelegateId, Standing
from congress_desk.domain.documents import AskOpinions, Card, Document, DocumentId, Secrecy, Status
from congress_desk.domain.documents_links import LinkId, Scope, token_hash
from congress_desk.domain.documents_records import SheetKind
from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.links import NewLink, checked_base
from congress_desk.services.portal import Reading
from tests.builders import Hall, a_sheet
from tests.library_files import a_pdf, an_active_pdf
from tests.services.test_documents import add, reason_of

BASE = "http://192.168.1.10:8765"


@pytest.fixture
def document(hall: Hall, tmp_path: Path) -> Document:
    return add(hall, tmp_path, secrecy=Secrecy.INTERNAL)


def opened(hall: Hall, document: Document, *links: NewLink) -> Reading:
    return hall.library.portal.open("ab" * 8, [link.link.id for link in links], document.id)


def own(hall: Hall, n: int = 0) -> NewLink:
    return hall.library.links.for_delegates([hall.people[n].id])[0]


def test_a_token_is_told_once_and_stored_as_its_hash_only(hall: Hall, document: Document, tmp_path: Path) -> None:
    made = hall.library.links.for_document(document.id)
    assert made.url(BASE + "/") == f"{BASE}/q/{made.token}"
    assert made.link.hash == token_hash(made.token)
    hall.store.close()
    kept = b"".join(p.read_bytes() for p in tmp_path.glob("hall.congress*") if p.is_file())
    assert made.token.encode() not in kept
    assert made.link.hash.encode() in kept


def test_what_may_not_go_out_gets_no_link(hall: Hall, tmp_path: Path) -> None:
    secret = add(hall, tmp_path, "Nhân sự", secrecy=Secrecy.SECRET)
    draft = add(hall, tmp_path, "Nháp", status=Status.DRAFT)
    links = hall.library.links
    assert reason_of(lambda: links.for_document(secret.id)) is Reason.SECRET_NEVER_BY_QR
    assert reason_of(lambda: links.personal(secret.id, hall.people[0].id)) is Reason.SECRET_NEVER_BY_QR
    assert reason_of(lambda: links.for_document(draft.id)) is Reason.NOT_ISSUED
    assert reason_of(lambda: links.for_document(DocumentId("x"))) is Reason.NO_SUCH_DOCUMENT
    assert reason_of(lambda: links.for_delegates([DelegateId("x")])) is Reason.NO_SUCH_DELEGATE
    assert links.links() == ()


def test_a_scanned_token_is_known_until_it_is_called_back_or_expires(hall: Hall, document: Document) -> None:
    portal, made = hall.library.portal, hall.library.links.for_document(document.id)
    assert portal.enter(made.token) == made.link
    assert reason_of(lambda: portal.enter("A" * 22)) is Reason.NO_SUCH_LINK
    assert reason_of(lambda: portal.enter("../../etc/passwd")) is Reason.NO_SUCH_LINK
    hall.library.links.revoke(made.link.id)
    assert reason_of(lambda: portal.enter(made.token)) is Reason.LINK_REVOKED
    other = hall.library.links.for_document(document.id)
    hall.clock.pass_time(days=31)
    assert reason_of(lambda: portal.enter(other.token)) is Reason.LINK_EXPIRED
    assert reason_of(lambda: hall.library.links.revoke(LinkId("x"))) is Reason.NO_SUCH_LINK


def test_an_internal_document_opens_by_the_delegates_link_and_by_no_posters(hall: Hall, document: Document) -> None:
    poster = hall.library.links.for_document(document.id)
    assert reason_of(lambda: opened(hall, document)) is Reason.DELEGATE_NEEDED
    assert reason_of(lambda: opened(hall, document, poster)) is Reason.DELEGATE_NEEDED
    reading = opened(hall, document, poster, own(hall))
    assert reading.reader == hall.registry.delegate(hall.people[0].id)


def test_a_personal_link_opens_its_own_document_and_no_other(hall: Hall, document: Document, tmp_path: Path) -> None:
    other = add(hall, tmp_path, "Khác", secrecy=Secrecy.INTERNAL)
    guest = hall.registry.add(a_sheet(9, category=Category.GUEST))
    personal = hall.library.links.personal(document.id, guest.id)
    assert opened(hall, document, personal).reader == guest
    assert reason_of(lambda: opened(hall, other, personal)) is Reason.DELEGATE_NEEDED
    assert hall.library.portal.visitor("ab" * 8, [personal.link.id]).delegate is None


def test_everything_holds_with_the_next_request(hall: Hall, document: Document) -> None:
    link = own(hall)
    desk = hall.other_desk()
    opened(hall, document, link)

    desk.registry.change_standing(hall.people[0].id, Standing.BARRED, "kết luận")
    assert reason_of(lambda: opened(hall, document, link)) is Reason.BARRED
    desk.registry.change_standing(hall.people[0].id, Standing.ACTIVE, "đính chính")
    opened(hall, document, link)

    desk.library.documents.recall(document.id)
    assert reason_of(lambda: opened(hall, document, link)) is Reason.DOCUMENT_RECALLED
    desk.library.documents.issue(document.id)
    desk.library.links.revoke_of(hall.people[0].id)
    assert reason_of(lambda: opened(hall, document, link)) is Reason.DELEGATE_NEEDED
    desk.store.close()


def test_new_labels_replace_the_old_ones(hall: Hall) -> None:
    old = own(hall)
    new = own(hall)
    assert reason_of(lambda: hall.library.portal.enter(old.token)) is Reason.LINK_REVOKED
    assert hall.library.portal.enter(new.token) == new.link
    kinds = [event.kind for event in hall.events()][-2:]
    assert kinds == [Kind.LINKS_REVOKED, Kind.LINKS_ISSUED]


def test_what_opens_only_for_the_present_follows_the_check_in(hall: Hall, tmp_path: Path) -> None:
    document, link = add(hall, tmp_path, secrecy=Secrecy.INTERNAL, only_present=True), own(hall)
    assert reason_of(lambda: opened(hall, document, link)) is Reason.NOT_CHECKED_IN
    hall.check_in.by_code(hall.badge(0), hall.session)
    opened(hall, document, link)
    hall.check_in.leave(hall.people[0].id, hall.session)
    assert reason_of(lambda: opened(hall, document, link)) is Reason.NOT_CHECKED_IN


def test_the_first_page_shows_what_this_phone_may_read(hall: Hall, document: Document, tmp_path: Path) -> None:
    public = add(hall, tmp_path, "Chương trình")
    add(hall, tmp_path, "Nhân sự", secrecy=Secrecy.SECRET)
    add(hall, tmp_path, "Nháp", status=Status.DRAFT)
    settings = hall.library.settings
    settings.post_notice("Tất cả")
    inside = settings.post_notice("Đại biểu", delegates_only=True)
    portal = hall.library.portal
    page = portal.first_page(portal.visitor("ab" * 8, []))
    assert page.documents == (public,)
    assert (page.locked, [n.text for n in page.notices], page.delegate) == (1, ["Tất cả"], None)
    assert page.running is not None
    page = portal.first_page(portal.visitor("ab" * 8, [own(hall).link.id]))
    assert set(page.documents) == {public, document}
    assert {n.text for n in page.notices} == {"Tất cả", "Đại biểu"}
    settings.withdraw_notice(inside.id)
    settings.withdraw_notice("nothing")
    assert [n.text for n in settings.notices()] == ["Tất cả"]
    assert reason_of(lambda: settings.post_notice(" ")) is Reason.BAD_VALUE


def test_openings_are_counted_by_device_and_delegate_and_written_together(hall: Hall, document: Document) -> None:
    portal, link = hall.library.portal, own(hall)
    reading = opened(hall, document, link)
    for device in ("aa" * 8, "bb" * 8):
        portal.note_opening(device, reading)
        portal.note_opening(device, reading, again=True)
    portal.note_visit("aa" * 8, link.link.id, outside=True)
    portal.note_visit("aa" * 8, link.link.id, outside=True)
    count = len(hall.events())
    assert portal.write_down() == 3
    assert portal.write_down() == 0
    portal.note_opening("aa" * 8, reading, finished=True, again=True)
    portal.write_down()
    assert len(hall.events()) == count  # counting is no act
    (found,) = hall.library.reading.record(document.id).documents
    assert (found.devices, found.finished_devices, found.opened, found.finished, found.times) == (2, 1, 1, 1, 2)
    assert [d.id for d in found.not_opened] == [hall.people[1].id, hall.people[2].id]
    (delegation,) = found.delegations
    assert (delegation.expected, delegation.opened, delegation.finished) == (3, 1, 1)


def test_a_link_on_many_devices_is_shown_to_the_secretariat(hall: Hall, document: Document) -> None:
    personal, poster = own(hall), hall.library.links.for_document(document.id)
    for n in range(3):
        for link in (personal, poster):
            hall.library.portal.note_visit(f"{n:016x}", link.link.id, outside=True)
    hall.library.portal.write_down()
    uses = hall.library.links.links()
    assert [(use.link.scope, use.devices, use.watched) for use in uses] == [
        (Scope.DELEGATE, 3, True),
        (Scope.DOCUMENT, 3, False),
    ]


def test_a_marked_copy_is_made_once_for_all_who_ask_at_the_same_moment(hall: Hall, tmp_path: Path) -> None:
    document = add(hall, tmp_path, secrecy=Secrecy.INTERNAL, watermark=True)
    files = hall.library.portal_files
    mine, yours = opened(hall, document, own(hall)), opened(hall, document, own(hall, 1))
    served: list[Any] = []
    threads = [threading.Thread(target=lambda: served.append(files.served(mine))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({(one.path, one.tag) for one in served}) == 1
    made = [p for p in (tmp_path / "hall.congress.files" / "made").iterdir() if p.suffix == ".pdf"]
    assert made == [served[0].path]
    assert files.served(yours).path != served[0].path
    assert files.picture(mine, 0, 900) is files.picture(mine, 0, 900)
    assert files.picture(mine, 0, 900) != files.picture(yours, 0, 900)


def test_a_pdf_with_scripts_is_served_without_them(hall: Hall, tmp_path: Path) -> None:
    active = hall.library.documents.add(
        an_active_pdf(tmp_path / "a.pdf"), Card(title="a", secrecy=Secrecy.PUBLIC), status=Status.ISSUED
    )
    calm = add(hall, tmp_path)
    files = hall.library.portal_files
    served = files.served(opened(hall, active))
    assert served.tag.endswith("-clean")
    assert b"JavaScript" not in served.path.read_bytes()
    assert files.served(opened(hall, calm)).path == hall.library.documents.file(calm.id)
    assert files.picture(opened(hall, calm), 0, 900).startswith(b"\xff\xd8")


def test_the_address_on_symbols_is_found_or_set(hall: Hall) -> None:
    settings = hall.library.settings
    assert settings.base().startswith("http://")
    assert settings.base().endswith(":8765")
    settings.change(replace(settings.settings(), base="https://docs.example.vn/", wifi_name="Hội", wifi_password="k"))
    assert settings.base() == "https://docs.example.vn"
    assert "k" not in str(hall.events()[-1].body.values())
    assert settings.settings().wireless is not None
    for wrong in ({"port": 0}, {"wifi_name": ""}, {"base": "ftp://x"}):
        changed = replace(settings.settings(), **wrong)
        assert reason_of(lambda changed=changed: settings.change(changed)) is Reason.BAD_VALUE  # type: ignore[misc]


def test_what_keeps_phones_away_is_told(hall: Hall) -> None:
    found = hall.library.settings.reachability()
    assert not found.listening
    assert found.phones == 0
    hall.library.portal.note_visit("aa" * 8, None, outside=True)
    hall.library.portal.note_visit("bb" * 8, None, outside=False)
    hall.library.portal.write_down()
    assert hall.library.settings.reachability().phones == 1


@pytest.mark.parametrize(
    "text", ["", "192.168.1.1", "http://", "javascript:alert(1)", "http://a:b@c", "http://a?x", "http://a:99999"]
)
def test_an_address_that_is_none_is_refused(text: str) -> None:
    assert reason_of(lambda: checked_base(text)) is Reason.BAD_VALUE


def test_an_address_may_have_a_port_a_path_or_six_groups() -> None:
    assert checked_base(" http://192.168.1.10:8765/ ") == "http://192.168.1.10:8765"
    assert checked_base("https://hall.example/docs/") == "https://hall.example/docs"
    assert checked_base("http://[fe80::1]:80") == "http://[fe80::1]:80"


def test_sheets_make_links_and_their_printing_is_journaled(hall: Hall, document: Document) -> None:
    papers = hall.library.papers
    record = papers.document_sheet([document.id], SheetKind.POSTER, base=BASE)
    pdf = papers.pdf(record, language="vi")
    assert pdf.startswith(b"%PDF")
    assert hall.events()[-1].kind is Kind.PRINTED
    assert hall.events()[-1].body["sheet"] == "poster"
    assert papers.congress_sheet(SheetKind.SLIDE, base=BASE).invitations[0].document is None
    count = len(hall.events())
    assert papers.address_sheet(SheetKind.SLIDE, base=BASE).invitations[0].url == BASE + "/"
    assert len(hall.events()) == count
    labels = papers.delegate_labels([d.id for d in hall.people], base=BASE)
    assert [one.person and one.person.id for one in labels.invitations] == [d.id for d in hall.people]
    assert reason_of(lambda: papers.document_sheet([], SheetKind.GRID, base=BASE)) is Reason.NO_DOCUMENT_TO_PRINT
    assert reason_of(lambda: papers.delegate_labels([], base=BASE)) is Reason.NOBODY_TO_PRINT


def test_a_draft_that_gathers_opinions_opens_before_it_is_issued(hall: Hall, tmp_path: Path) -> None:
    draft = add(hall, tmp_path, status=Status.DRAFT, opinions=AskOpinions.UNNAMED)
    assert opened(hall, draft).document == draft
    with pytest.raises(Refusal):
        opened(hall, add(hall, tmp_path, "b", status=Status.DRAFT))
    assert a_pdf(tmp_path / "x.pdf").exists()
