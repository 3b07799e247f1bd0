"""Faces are taken back: of a template, once it has to go, no byte is left in the file and no key anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from congress_desk.domain.identification import Band
from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.gallery import Gallery
from congress_desk.storage.store import open_store
from tests.builders import Hall, a_writer
from tests.services.enrolling import (
    GREEN,
    RED,
    live,
)
from tests.services.fake_faces import ColourFaces


def sealed_templates(hall: Hall) -> list[bytes]:
    with hall.store.reading() as work:
        return [t.sealed for t in work.templates.all()]


def bytes_on_disk(hall: Hall) -> bytes:
    return b"".join(p.read_bytes() for p in sorted(hall.path.parent.glob(hall.path.name + "*")))


def test_withdrawn_consent_erases_the_template_at_once_and_the_card_still_works(ready: Hall) -> None:
    person = ready.people[0]
    with ready.store.reading() as work:
        (mine,) = [t.sealed for t in work.templates.all() if t.delegate == person.id]
    ready.faces.withdraw_consent(person.id, by="Lan")
    assert ready.events()[-1].kind is Kind.CONSENT_WITHDRAWN
    assert mine not in bytes_on_disk(ready)
    assert ready.faces.propose(live(RED)).band is Band.GREY
    assert ready.faces.propose(live(GREEN)).band is Band.GREEN
    assert ready.check_in.by_code(ready.badge(0), ready.session).accepted


def test_withdrawing_what_was_never_given_records_no_withdrawal(hall: Hall) -> None:
    hall.faces.withdraw_consent(hall.people[0].id)
    assert not any(e.kind is Kind.CONSENT_WITHDRAWN for e in hall.events())


def test_erasing_leaves_no_byte_of_any_template_in_the_file_and_no_key(ready: Hall) -> None:
    sealed = sealed_templates(ready)
    assert all(template in bytes_on_disk(ready) for template in sealed)
    ready.faces.erase()
    assert sealed_templates(ready) == []
    left = bytes_on_disk(ready)
    assert not any(template[start : start + 32] in left for template in sealed for start in range(0, 500, 32))
    assert not list(ready.keys.glob("*.key"))
    assert ready.faces.propose(live(RED)).band is Band.GREY
    assert ready.gallery.people == 0


def test_an_old_backup_opens_nothing_after_the_erasure(ready: Hall, tmp_path: Path) -> None:
    backup = ready.congress.back_up(tmp_path / "before.congress")
    ready.faces.erase()
    old = open_store(backup, a_writer())
    with old.reading() as work, pytest.raises(Trouble) as caught:
        Gallery(ready.vault).refresh(work)
    assert caught.value.problem is Problem.FACE_KEY_MISSING
    old.close()


def test_on_a_computer_without_the_key_nothing_is_proposed_or_enrolled(ready: Hall, tmp_path: Path) -> None:
    elsewhere = Hall(store=ready.store, path=ready.path, keys=tmp_path / "no keys here", clock=ready.clock)
    before = ready.events()
    with pytest.raises(Trouble) as proposing:
        elsewhere.faces.propose(live(RED))
    with pytest.raises(Trouble) as enrolling:
        elsewhere.faces.enrol(ColourFaces)
    assert {proposing.value.problem, enrolling.value.problem} == {Problem.FACE_KEY_MISSING}
    assert ready.events() == before
