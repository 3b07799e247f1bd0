"""The end of the faces: nothing opens any more, that is tried and not believed, and the attendance stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from congress_desk.domain.erasure import erasures_of
from congress_desk.domain.journal import Kind
from congress_desk.domain.records import AttendanceRecord, Form
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.gallery import about_template
from congress_desk.storage.store import CongressStore, open_store
from tests.builders import Hall, a_writer
from tests.services.enrolling import BLUE, GREEN, RED, enrolled, photographed
from tests.services.fake_faces import a_photo
from tests.services.test_face_rights_key import WORDS


@pytest.fixture
def elsewhere(ready: Hall, tmp_path: Path) -> Iterator[Hall]:
    store = open_store(ready.path, a_writer("B", ready.clock))
    yield Hall(store=store, path=ready.path, keys=tmp_path / "elsewhere", clock=ready.clock)
    store.close()


def test_nothing_opens_after_the_erasure_and_the_check_has_tried_it(ready: Hall) -> None:
    with ready.store.reading() as work:
        sealed = work.templates.all()
    assert len(sealed) == 3
    assert ready.store.traces_of([t.sealed for t in sealed]) == 3

    erased = ready.faces.erase(by="Hoàng Thị Lan")

    assert (erased.templates, erased.people, erased.by) == (3, 3, "Hoàng Thị Lan")
    check = erased.check
    assert check is not None
    assert (check.tried, check.opened, check.rows, check.traces) == (3, 0, 0, 0)
    assert (check.key_here, check.key_in_file, check.ok) == (False, False, True)
    assert ready.store.traces_of([t.sealed for t in sealed]) == 0
    for template in sealed:
        with pytest.raises(Trouble) as caught:
            ready.vault.open(template.sealed, about_template(template))
        assert caught.value.problem is Problem.FACE_KEY_MISSING
    assert not any(d.enrolled for d in ready.registry.delegates())


def test_the_erasure_and_its_check_are_two_acts_in_the_journal(ready: Hall) -> None:
    erased = ready.faces.erase()
    act, check = ready.events()[-2:]
    assert (act.kind, check.kind) == (Kind.FACES_ERASED, Kind.ERASURE_CHECKED)
    assert (erased.event, erased.hash) == (act.id, act.hash)
    assert erased.check is not None
    assert erased.check.hash == check.hash
    assert sorted(act.body["delegates"]) == sorted(d.id for d in ready.people)
    assert ready.congress.verify().ok


def test_photos_taken_at_the_desk_go_too_and_those_of_the_list_stay(ready: Hall) -> None:
    one, two, three = (d.id for d in ready.people)
    ready.listing.put_photos({one: a_photo((90, 90, 90))})
    ready.faces.withdraw_consent(three)
    ready.registry.set_photo(three, a_photo(BLUE))  # for the badge alone: he never agreed to more
    assert ready.faces.erase().desk_photos == 2
    assert ready.registry.photo(one) is not None
    assert ready.registry.photo(two) is None
    assert ready.registry.photo(three) is not None


def test_a_key_under_a_passphrase_is_destroyed_with_the_key_here(ready: Hall) -> None:
    ready.faces.set_passphrase(WORDS)
    with ready.store.reading() as work:
        wrapped = work.face_key.get()
    assert wrapped is not None
    erased = ready.faces.erase()
    assert erased.had_passphrase
    assert not ready.faces.status().passphrase
    assert ready.store.traces_of([wrapped.sealed, wrapped.salt]) == 0


def test_another_desk_that_had_the_key_is_named_and_drops_it_when_it_looks(ready: Hall, elsewhere: Hall) -> None:
    ready.faces.set_passphrase(WORDS)
    elsewhere.faces.unlock(WORDS)
    erased = ready.faces.erase()
    assert erased.desks == ("B",)
    assert elsewhere.vault.key_id() != ""
    elsewhere.faces.status()
    assert elsewhere.vault.key_id() == ""
    dropped = ready.events()[-1]
    assert (dropped.kind, dropped.desk, dropped.body["erased"]) == (Kind.FACE_KEY_LOCKED, "B", True)


def test_a_desk_that_gave_the_key_back_is_not_named(ready: Hall, elsewhere: Hall) -> None:
    ready.faces.set_passphrase(WORDS)
    elsewhere.faces.unlock(WORDS)
    elsewhere.faces.lock()
    assert ready.faces.erase().desks == ()


def test_a_desk_without_the_key_can_erase_and_names_who_has_it(ready: Hall, elsewhere: Hall) -> None:
    erased = elsewhere.faces.erase()
    assert (erased.templates, erased.desk, erased.desks) == (3, "B", ("A",))
    assert erased.check is not None
    assert erased.check.ok
    assert ready.vault.key_id() != ""
    ready.faces.status()
    assert ready.vault.key_id() == ""


def test_what_remains_is_told_and_not_hidden(ready: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready.vault, "destroy", lambda: None)
    erased = ready.faces.erase()
    check = erased.check
    assert check is not None
    assert (check.opened, check.key_here, check.ok) == (3, True, False)


def test_where_the_file_cannot_be_searched_the_check_says_so(ready: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CongressStore, "traces_of", lambda _self, _secrets: None)
    check = ready.faces.erase().check
    assert check is not None
    assert (check.traces, check.ok) == (None, True)


def test_erasing_again_is_harmless_and_a_new_enrolment_has_a_new_key(ready: Hall) -> None:
    first = ready.vault.key_id()
    ready.faces.erase()
    assert ready.faces.erase().templates == 0
    photographed(ready, RED, GREEN, BLUE)
    assert enrolled(ready).enrolled == 3
    assert ready.vault.key_id() not in ("", first)
    assert ready.faces.status().enrolled == 3


def test_an_erasure_of_the_first_version_has_no_check(hall: Hall) -> None:
    with hall.floor.act() as act:
        act.write(Kind.FACES_ERASED, body={"templates_erased": 4})
    (erased,) = erasures_of(hall.events())
    assert (erased.templates, erased.people, erased.check) == (4, 0, None)


def test_the_record_of_attendance_is_the_same_before_and_after(ready: Hall) -> None:
    ready.check_in.by_face(ready.people[0].id, ready.session, scores=[0.2])
    ready.check_in.by_code(ready.badge(1), ready.session)
    before = ready.records.record(Form.ATTENDANCE, ready.session)
    ready.faces.erase()
    after = ready.records.record(Form.ATTENDANCE, ready.session)
    assert isinstance(before, AttendanceRecord)
    assert isinstance(after, AttendanceRecord)
    assert before.status == after.status
    assert before.status.total.present == 2
    assert [line.attendance for line in before.lines] == [line.attendance for line in after.lines]
