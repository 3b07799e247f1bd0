"""A confirmed check-in strengthens later sessions: with consent, never by itself, never in doubt, undone with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from congress_desk.domain.consent import Way
from congress_desk.domain.journal import EventId, Kind, SessionId
from congress_desk.plumbing.consent_text import NAMES_CHECK_IN, TEXT, TEXT_VERSION
from congress_desk.services.ports.store import SealedTemplate
from tests.builders import OPENING, Hall
from tests.devices import tiny_models as tiny
from tests.services.enrolling import BLUE, GREEN, RED, REDDISH, enrolled, live, photographed
from tests.services.fake_faces import Colour, a_photo, template_of

FAR_RED = (148, 30, 30)  # 0.52 from the photo: nobody else is near, but that is not sure enough


@pytest.fixture
def ready(hall: Hall) -> Hall:
    """Three people enrolled, who agreed to the text that names check-ins."""
    photographed(hall, RED, GREEN, BLUE)
    hall.faces.consent([person.id for person in hall.people[:3]], text_version=TEXT_VERSION, by="Lan")
    enrolled(hall)
    return hall


def came(hall: Hall, n: int = 0, *, by_itself: bool = False, session: SessionId | None = None) -> EventId:
    admission = hall.check_in.by_face(hall.people[n].id, session or hall.session, scores=[0.1], by_itself=by_itself)
    assert admission.event is not None
    assert admission.accepted
    return admission.event.id


def templates(hall: Hall, n: int = 0) -> list[SealedTemplate]:
    with hall.store.reading() as work:
        return [t for t in work.templates.all() if t.delegate == hall.people[n].id]


def sessions(hall: Hall, count: int) -> list[SessionId]:
    made = [
        hall.sessions.add(name=f"Phiên {n}", starts=start, ends=start + dt.timedelta(hours=1))
        for n in range(count)
        for start in [OPENING + dt.timedelta(hours=5 + 2 * n)]
    ]
    return [session.id for session in made]


def score(hall: Hall) -> float:
    return hall.faces.propose(live((215, 30, 30))).candidates[0].score


def test_a_confirmed_check_in_adds_one_sealed_template(ready: Hall) -> None:
    before = score(ready)
    arrival = came(ready)
    assert ready.faces.strengthen(arrival, live(REDDISH))
    photo, added = sorted(templates(ready), key=lambda t: t.id == arrival)
    assert (added.id, added.model_hash) == (arrival, photo.model_hash)
    assert template_of(REDDISH).tobytes() not in added.sealed
    assert score(ready) < before
    event = ready.events()[-1]
    assert (event.kind, event.delegate) == (Kind.FACE_STRENGTHENED, ready.people[0].id)
    assert event.body["template"] == arrival
    assert event.body["dropped"] == []


def test_no_picture_and_no_numbers_stand_in_the_journal(ready: Hall) -> None:
    ready.faces.strengthen(came(ready), live(REDDISH))
    assert set(ready.events()[-1].body) == {"template", "dropped", "model", "key_id"}


def test_every_desk_knows_it_at_once(ready: Hall) -> None:
    other = ready.other_desk()
    before = score(other)
    ready.faces.strengthen(came(ready), live(REDDISH))
    assert score(other) == score(ready) < before


def test_the_same_check_in_adds_one_template_only(ready: Hall) -> None:
    arrival = came(ready)
    assert ready.faces.strengthen(arrival, live(REDDISH))
    assert not ready.faces.strengthen(arrival, live(REDDISH))
    assert len(templates(ready)) == 2


def test_what_was_accepted_by_itself_or_by_card_adds_nothing(ready: Hall) -> None:
    assert not ready.faces.strengthen(came(ready, by_itself=True), live(RED))
    by_card = ready.check_in.by_code(ready.badge(1), ready.session).event
    assert by_card is not None
    assert not ready.faces.strengthen(by_card.id, live(GREEN))
    assert not ready.faces.strengthen(EventId("nothing"), live(BLUE))
    assert len(templates(ready)) == len(templates(ready, 1)) == 1


@pytest.mark.parametrize(
    "frames", [live(FAR_RED), live(GREEN), live(RED, 2), [*live(RED, 2), *live(GREEN, 1)], [[0.5] * 64] * 3]
)
def test_a_doubtful_face_adds_nothing_though_it_was_confirmed(ready: Hall, frames: list[list[float]]) -> None:
    assert not ready.faces.strengthen(came(ready), frames)
    assert len(templates(ready)) == 1


def test_a_person_cannot_be_led_away_step_by_step(ready: Hall) -> None:
    """Each is judged by the photo alone, not by what was added before."""
    for step, session in enumerate(sessions(ready, 12)):
        ready.faces.strengthen(came(ready, session=session), live((200 + 5 * step, 30, 30)))
    assert not ready.faces.strengthen(came(ready), live((255, 30, 30)))


def test_a_consent_to_the_older_text_allows_no_second_template(hall: Hall) -> None:
    photographed(hall, RED)
    hall.faces.consent([hall.people[0].id], text_version="2026-01", by="Lan")
    enrolled(hall)
    assert not hall.faces.strengthen(came(hall), live(RED))
    hall.faces.withdraw_consent(hall.people[0].id, by="Lan")
    photographed(hall, RED)
    hall.faces.consent([hall.people[0].id], text_version=TEXT_VERSION, by="Lan", way=Way.PAPER)
    assert not hall.faces.strengthen(came(hall, session=sessions(hall, 1)[0]), live(RED))  # not enrolled again yet
    enrolled(hall)
    assert hall.faces.strengthen(came(hall, session=sessions(hall, 3)[2]), live(RED))


def test_the_text_in_force_names_check_ins() -> None:
    assert TEXT_VERSION in NAMES_CHECK_IN
    assert any("confirmed" in words for _, words in TEXT)


def test_the_newest_three_stay_and_that_of_the_photo_always(ready: Hall) -> None:
    [photo] = templates(ready)
    arrivals = [came(ready, session=session) for session in sessions(ready, 5)]
    assert all(ready.faces.strengthen(arrival, live(REDDISH)) for arrival in arrivals)
    assert {t.id for t in templates(ready)} == {photo.id, *arrivals[2:]}
    assert ready.events()[-1].body["dropped"] == [arrivals[1]]


@pytest.mark.parametrize("how", ["undo", "void"])
def test_a_check_in_that_is_voided_takes_its_template_along(ready: Hall, how: str) -> None:
    before = score(ready)
    arrival = came(ready)
    ready.faces.strengthen(arrival, live(REDDISH))
    other = ready.other_desk()
    assert score(other) < before
    getattr(ready.check_in, how)(arrival, "nhầm người")
    assert len(templates(ready)) == 1
    assert score(ready) == score(other) == before
    assert ready.events()[-1].body["templates_erased"] == 1
    assert not ready.faces.strengthen(arrival, live(REDDISH))


def test_withdrawal_new_photo_model_and_erasure_leave_nothing_of_it(ready: Hall, tmp_path: Path) -> None:
    acts: list[tuple[Colour, Callable[[], object]]] = [
        (RED, lambda: ready.faces.withdraw_consent(ready.people[0].id)),
        (GREEN, lambda: ready.registry.set_photo(ready.people[1].id, a_photo((30, 180, 30)))),
        (BLUE, lambda: ready.face_models.use(tiny.supplied(tmp_path / "stick"))),
    ]
    for n, (colour, act) in enumerate(acts):
        assert ready.faces.strengthen(came(ready, n), live(colour))
        assert len(templates(ready, n)) == 2
        act()
        assert templates(ready, n) == []


def test_the_erasure_counts_and_tries_them_too(ready: Hall) -> None:
    ready.faces.strengthen(came(ready), live(REDDISH))
    erased = ready.faces.erase(by="Lan")
    assert (erased.templates, erased.check is not None and erased.check.ok) == (4, True)


def test_a_desk_without_the_key_adds_nothing_and_the_check_in_stands(ready: Hall) -> None:
    ready.faces.set_passphrase("mật khẩu của ban thư ký")
    arrival = came(ready)
    ready.faces.lock()
    assert not ready.faces.strengthen(arrival, live(REDDISH))
    assert ready.check_in.status(ready.session).total.present == 1
