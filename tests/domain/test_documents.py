"""Who may read a document, how its status goes on, what a link is worth, and what a synthesis says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from congress_desk.domain.delegates import Category, Standing
from congress_desk.domain.documents import (
    AskOpinions,
    Card,
    Document,
    DocumentId,
    FileKind,
    Secrecy,
    Status,
    Version,
    admit_reader,
    check_status,
    may_be_handed_out,
)
from congress_desk.domain.documents_links import (
    Link,
    LinkId,
    Scope,
    check_link,
    is_token,
    new_token,
    token_hash,
    usual_expiry,
)
from congress_desk.domain.documents_reach import wireless_code
from congress_desk.domain.documents_records import WirelessNetwork
from congress_desk.domain.opinions import (
    MOST_LETTERS,
    Opinion,
    OpinionId,
    Stance,
    check_opinion,
    synthesis,
    tidy_opinion,
)
from congress_desk.domain.refusals import Reason, Refusal
from tests.builders import OPENING, a_delegate


def a_document(name: str = "d1", *, status: Status = Status.ISSUED, **card: Any) -> Document:
    version = Version(number=1, sha256="ab", kind=FileKind.PDF, size=9, pages=1, called="a.pdf", added_at=OPENING)
    facts: dict[str, Any] = {"title": "Báo cáo", "secrecy": Secrecy.PUBLIC}
    issued = OPENING if status is Status.ISSUED else None
    return Document(
        id=DocumentId(name),
        card=Card(**(facts | card)),
        status=status,
        versions=(version,),
        added_at=OPENING,
        issued_at=issued,
    )


def reason_of(act: Callable[[], object]) -> Reason:
    with pytest.raises(Refusal) as refused:
        act()
    return refused.value.reason


def an_opinion(name: str, document: str = "d1", *, minutes: int = 0, **more: Any) -> Opinion:
    facts: dict[str, Any] = {"part": "", "stance": Stance.AGREE, "text": "", "delegate": None}
    return Opinion(
        id=OpinionId(name),
        document=DocumentId(document),
        version=1,
        received_at=OPENING + dt.timedelta(minutes=minutes),
        **(facts | more),
    )


def test_a_public_document_opens_for_anybody() -> None:
    admit_reader(a_document(), None, present=False)


@pytest.mark.parametrize("secrecy", [Secrecy.INTERNAL, Secrecy.RECALL])
def test_an_internal_document_opens_with_a_delegates_link_only(secrecy: Secrecy) -> None:
    document = a_document(secrecy=secrecy)
    admit_reader(document, a_delegate(), present=False)
    assert reason_of(lambda: admit_reader(document, None, present=False)) is Reason.DELEGATE_NEEDED


def test_a_secret_document_opens_for_nobody_whatever_else_is_asked_of_it() -> None:
    document = a_document(secrecy=Secrecy.SECRET)
    assert reason_of(lambda: admit_reader(document, a_delegate(), present=True)) is Reason.SECRET_NEVER_BY_QR
    gathering = a_document(secrecy=Secrecy.SECRET, opinions=AskOpinions.NAMED)
    assert reason_of(lambda: may_be_handed_out(gathering)) is Reason.SECRET_NEVER_BY_QR
    assert not gathering.is_open


@pytest.mark.parametrize(
    ("standing", "reason"), [(Standing.BARRED, Reason.BARRED), (Standing.WITHDRAWN, Reason.WITHDRAWN)]
)
def test_who_is_barred_or_withdrawn_reads_nothing_internal(standing: Standing, reason: Reason) -> None:
    document = a_document(secrecy=Secrecy.INTERNAL)
    assert reason_of(lambda: admit_reader(document, a_delegate(standing=standing), present=True)) is reason


@pytest.mark.parametrize("category", [Category.GUEST, Category.STAFF])
def test_a_guest_reads_internal_documents_only_by_a_link_addressed_to_him(category: Category) -> None:
    document, guest = a_document(secrecy=Secrecy.INTERNAL), a_delegate(category=category)
    assert reason_of(lambda: admit_reader(document, guest, present=True)) is Reason.NOT_FOR_GUESTS
    admit_reader(document, guest, present=True, addressed=True)


def test_what_opens_only_for_the_present_opens_while_they_are_present() -> None:
    document = a_document(secrecy=Secrecy.INTERNAL, only_present=True)
    admit_reader(document, a_delegate(), present=True)
    assert reason_of(lambda: admit_reader(document, a_delegate(), present=False)) is Reason.NOT_CHECKED_IN
    public = a_document(only_present=True)
    assert reason_of(lambda: admit_reader(public, None, present=False)) is Reason.DELEGATE_NEEDED


@pytest.mark.parametrize("status", [Status.DRAFT, Status.APPRAISED, Status.APPROVED])
def test_what_is_not_issued_opens_only_where_opinions_are_asked(status: Status) -> None:
    assert reason_of(lambda: may_be_handed_out(a_document(status=status))) is Reason.NOT_ISSUED
    may_be_handed_out(a_document(status=status, opinions=AskOpinions.UNNAMED))


def test_what_was_recalled_opens_for_nobody() -> None:
    document = a_document(status=Status.RECALLED, opinions=AskOpinions.NAMED)
    assert reason_of(lambda: admit_reader(document, a_delegate(), present=True)) is Reason.DOCUMENT_RECALLED


def test_a_status_goes_on_as_offices_do() -> None:
    for old, new in [
        (Status.DRAFT, Status.APPRAISED),
        (Status.APPRAISED, Status.APPROVED),
        (Status.APPROVED, Status.ISSUED),
        (Status.ISSUED, Status.RECALLED),
        (Status.RECALLED, Status.ISSUED),
    ]:
        check_status(old, new)
    for old, new in [(Status.ISSUED, Status.DRAFT), (Status.DRAFT, Status.RECALLED), (Status.ISSUED, Status.ISSUED)]:
        assert reason_of(lambda old=old, new=new: check_status(old, new)) is Reason.WRONG_STATUS  # type: ignore[misc]


def test_a_token_is_128_bits_in_22_letters_and_no_two_are_the_same() -> None:
    tokens = {new_token() for _ in range(500)}
    assert len(tokens) == 500
    assert all(len(token) == 22 and is_token(token) for token in tokens)
    assert new_token(lambda count: b"\xff" * count) == "_" * 21 + "w"
    assert len({token_hash(token) for token in tokens}) == 500


@pytest.mark.parametrize(
    "text", ["", "a", "a" * 21, "a" * 23, "a" * 21 + "=", "../" * 7 + "a", "ạ" * 22, "a" * 21 + "\n"]
)
def test_what_has_not_the_shape_of_a_token_is_none(text: str) -> None:
    assert not is_token(text)


def a_link(**more: Any) -> Link:
    facts: dict[str, Any] = {"document": None, "delegate": None, "scope": Scope.CONGRESS}
    return Link(
        id=LinkId("l"), hash="h", issued_at=OPENING, expires_at=OPENING + dt.timedelta(days=30), **(facts | more)
    )


def test_a_link_opens_until_it_expires_or_is_called_back() -> None:
    assert check_link(a_link(), OPENING) == a_link()
    assert reason_of(lambda: check_link(None, OPENING)) is Reason.NO_SUCH_LINK
    assert reason_of(lambda: check_link(a_link(revoked_at=OPENING), OPENING)) is Reason.LINK_REVOKED
    late = OPENING + dt.timedelta(days=30)
    assert reason_of(lambda: check_link(a_link(), late)) is Reason.LINK_EXPIRED


def test_links_last_thirty_days_from_the_opening_or_from_today() -> None:
    before = OPENING - dt.timedelta(days=100)
    assert usual_expiry(before, OPENING.date()).date() == OPENING.date() + dt.timedelta(days=30)
    after = OPENING + dt.timedelta(days=3)
    assert usual_expiry(after, OPENING.date()) == after + dt.timedelta(days=30)


def test_the_wireless_symbol_masks_what_phones_would_misread() -> None:
    assert wireless_code(WirelessNetwork(name="Hội; trường", password='a:b"c\\')) == (
        'WIFI:T:WPA;S:Hội\\; trường;P:a\\:b\\"c\\\\;;'
    )
    assert wireless_code(WirelessNetwork(name="open")) == "WIFI:T:nopass;S:open;;"


def test_an_opinion_is_kept_as_text_and_nothing_else() -> None:
    assert tidy_opinion("  Dòng 1\r\nDòng\x00 2\u202e \ud800") == "Dòng 1\nDòng 2"
    assert tidy_opinion("<script>alert(1)</script>") == "<script>alert(1)</script>"


def test_a_change_or_another_opinion_needs_words_and_not_too_many() -> None:
    document = a_document(parts=("I", "II"), opinions=AskOpinions.NAMED)
    check_opinion(document, "I", Stance.AGREE, "")
    assert reason_of(lambda: check_opinion(document, "", Stance.AMEND, "")) is Reason.OPINION_NEEDS_WORDS
    long = "x" * (MOST_LETTERS + 1)
    assert reason_of(lambda: check_opinion(document, "", Stance.OTHER, long)) is Reason.OPINION_TOO_LONG
    assert reason_of(lambda: check_opinion(document, "III", Stance.AGREE, "")) is Reason.BAD_VALUE


def test_the_synthesis_goes_by_document_then_part_then_time() -> None:
    first = a_document(parts=("I", "II"), opinions=AskOpinions.NAMED)
    opinions = [
        an_opinion("o3", minutes=3, part="II"),
        an_opinion("o2", minutes=2, part="I", stance=Stance.AMEND, text="sửa"),
        an_opinion("o1", minutes=1, part="I"),
        an_opinion("o4", minutes=4, general=True, stance=Stance.OTHER, text="chung"),
        an_opinion("o5", minutes=5, part="bỏ rồi"),
    ]
    (found,) = synthesis([a_document("none"), first], opinions)
    assert [(part.part, [o.id for o in part.opinions]) for part in found.parts] == [
        ("I", ["o1", "o2"]),
        ("II", ["o3"]),
        ("bỏ rồi", ["o5"]),
    ]
    assert [o.id for o in found.general] == ["o4"]
    assert (found.tally.agree, found.tally.amend, found.tally.other, found.tally.all) == (3, 1, 1, 5)
