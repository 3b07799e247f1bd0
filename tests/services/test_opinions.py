"""Opinions on a real store: received once, with a name or without, sorted, answered, put together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from congress_desk.domain.documents import AskOpinions, Document, Secrecy
from congress_desk.domain.journal import Kind, new_id
from congress_desk.domain.opinions import Opinion, OpinionId, Stance, Verdict
from congress_desk.domain.refusals import Reason
from tests.builders import OPENING, Hall
from tests.services.test_documents import add, reason_of

PARTS = ("I. Đánh giá", "II. Phương hướng")


@pytest.fixture
def draft(hall: Hall, tmp_path: Path) -> Document:
    return add(hall, tmp_path, secrecy=Secrecy.INTERNAL, opinions=AskOpinions.NAMED, parts=PARTS)


def an_id() -> OpinionId:
    return OpinionId(new_id(OPENING))


def give(hall: Hall, draft: Document, stance: Stance = Stance.AMEND, text: str = "sửa", **more: Any) -> Opinion:
    facts = {"opinion": an_id(), "delegate": hall.people[0].id} | more
    return hall.library.opinions.receive(facts.pop("opinion"), draft.id, stance=stance, text=text, **facts)


def test_an_opinion_is_received_once_however_often_it_is_sent(hall: Hall, draft: Document) -> None:
    number = an_id()
    first = give(hall, draft, opinion=number, part=PARTS[0])
    assert give(hall, draft, opinion=number, text="other words") == first
    assert hall.library.opinions.opinions() == (first,)
    event = hall.events()[-1]
    assert (event.kind, str(event.id), event.delegate) == (Kind.OPINION_RECEIVED, number, hall.people[0].id)
    assert event.body["text"] == "sửa"
    assert hall.congress.verify().ok


def test_without_names_nothing_tells_who_sent_it(hall: Hall, tmp_path: Path) -> None:
    draft = add(hall, tmp_path, opinions=AskOpinions.UNNAMED)
    opinion = give(hall, draft)
    assert opinion.delegate is None
    assert hall.events()[-1].delegate is None
    assert hall.people[0].id not in str(hall.events()[-1])


def test_with_names_a_delegate_is_needed(hall: Hall, draft: Document) -> None:
    assert reason_of(lambda: give(hall, draft, delegate=None)) is Reason.DELEGATE_NEEDED


def test_nothing_is_received_where_none_is_asked_or_after_the_recall(
    hall: Hall, draft: Document, tmp_path: Path
) -> None:
    silent = add(hall, tmp_path, "Im lặng")
    assert reason_of(lambda: give(hall, silent)) is Reason.OPINIONS_CLOSED
    hall.library.documents.recall(draft.id)
    assert reason_of(lambda: give(hall, draft)) is Reason.OPINIONS_CLOSED
    assert reason_of(lambda: give(hall, draft, text="")) is Reason.OPINIONS_CLOSED
    assert hall.library.opinions.opinions() == ()


def test_it_belongs_to_the_version_that_was_read(hall: Hall, draft: Document, tmp_path: Path) -> None:
    from tests.library_files import a_pdf

    assert give(hall, draft).version == 1
    hall.library.documents.add_version(draft.id, a_pdf(tmp_path / "2.pdf", ["hai"]))
    assert give(hall, draft).version == 2


def test_the_secretariat_sorts_and_answers(hall: Hall, draft: Document) -> None:
    opinions, one, two = hall.library.opinions, give(hall, draft), give(hall, draft)
    assert opinions.sort(one.id, general=False, part=PARTS[1]).part == PARTS[1]
    assert opinions.sort(two.id, general=True, part=PARTS[1]).part == ""
    assert opinions.answer(one.id, Verdict.TAKEN_IN).verdict is Verdict.TAKEN_IN
    assert reason_of(lambda: opinions.answer(one.id, Verdict.EXPLAINED)) is Reason.REASON_NEEDED
    assert opinions.answer(one.id, Verdict.EXPLAINED, "đã có ở mục 3").answer == "đã có ở mục 3"
    assert reason_of(lambda: opinions.sort(one.id, general=False, part="III")) is Reason.BAD_VALUE
    assert reason_of(lambda: opinions.answer(OpinionId("x"), Verdict.TAKEN_IN)) is Reason.NO_SUCH_OPINION
    count = len(hall.events())
    opinions.sort(two.id, general=True)
    assert len(hall.events()) == count
    record = opinions.synthesis()
    (found,) = record.documents
    assert [o.id for o in found.general] == [two.id]
    assert [(p.part, [o.id for o in p.opinions]) for p in found.parts] == [(PARTS[1], [one.id])]
    assert set(record.names) == {hall.people[0].id}


def test_what_a_delegate_has_said_is_shown_to_him_alone(hall: Hall, draft: Document) -> None:
    mine = give(hall, draft)
    give(hall, draft, delegate=hall.people[1].id)
    portal = hall.library.portal
    link = hall.library.links.for_delegates([hall.people[0].id])[0]
    assert portal.own_opinions(portal.open("ab" * 8, [link.link.id], draft.id)) == (mine,)
