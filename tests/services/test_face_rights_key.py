"""The key of the faces under the secretariat's passphrase: a second computer opens with it, nobody without it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from congress_desk.domain.identification import Band
from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.services.face_status import KeyState
from congress_desk.services.faces import SHORTEST_PASSPHRASE
from congress_desk.storage.store import open_store
from tests.builders import Hall, a_writer
from tests.services.enrolling import RED, agreed, enrolled, live, photographed

WORDS = "sông Cầu chè xanh núi Voi"


@pytest.fixture
def elsewhere(ready: Hall, tmp_path: Path) -> Iterator[Hall]:
    """The same file on another computer, whose user has no key."""
    store = open_store(ready.path, a_writer("B", ready.clock))
    other = Hall(store=store, path=ready.path, keys=tmp_path / "elsewhere", clock=ready.clock)
    other.people, other.session = ready.people, ready.session
    yield other
    store.close()


def refused(act: object, *words: str) -> Reason:
    with pytest.raises(Refusal) as caught:
        act(*words)  # type: ignore[operator]
    return caught.value.reason


def missing(act: object, *words: str) -> bool:
    with pytest.raises(Trouble) as caught:
        act(*words)  # type: ignore[operator]
    return caught.value.problem is Problem.FACE_KEY_MISSING


def test_a_second_computer_opens_with_the_passphrase_and_finds_the_same_people(ready: Hall, elsewhere: Hall) -> None:
    assert missing(elsewhere.faces.propose, live(RED))  # type: ignore[arg-type]
    assert elsewhere.faces.status().key is KeyState.LOCKED
    assert ready.faces.set_passphrase(WORDS) is False
    elsewhere.faces.unlock(WORDS)
    found = elsewhere.faces.propose(live(RED))
    assert (found.band, found.candidates[0].delegate) == (Band.GREEN, ready.people[0].id)
    status = elsewhere.faces.status()
    assert (status.key, status.passphrase) == (KeyState.HERE, True)
    kinds = [e.kind for e in ready.events()]
    assert kinds.count(Kind.FACE_KEY_WRAPPED) == kinds.count(Kind.FACE_KEY_OPENED) == 1


def test_a_wrong_passphrase_is_refused_and_recorded_nowhere(ready: Hall, elsewhere: Hall) -> None:
    ready.faces.set_passphrase(WORDS)
    before = ready.events()
    assert refused(elsewhere.faces.unlock, "another passphrase") is Reason.WRONG_PASSPHRASE
    assert missing(elsewhere.faces.propose, live(RED))  # type: ignore[arg-type]
    assert ready.events() == before


def test_without_a_passphrase_nothing_is_unlocked_or_locked(ready: Hall, elsewhere: Hall) -> None:
    assert refused(elsewhere.faces.unlock, WORDS) is Reason.NO_PASSPHRASE
    assert refused(ready.faces.lock) is Reason.NO_PASSPHRASE
    assert ready.faces.status().key is KeyState.HERE


def test_a_changed_passphrase_closes_the_door_to_the_old_one(ready: Hall, elsewhere: Hall) -> None:
    ready.faces.set_passphrase(WORDS)
    assert ready.faces.set_passphrase("hồ Núi Cốc mùa thu") is True
    assert refused(elsewhere.faces.unlock, WORDS) is Reason.WRONG_PASSPHRASE
    elsewhere.faces.unlock("hồ Núi Cốc mùa thu")


@pytest.mark.parametrize("short", ["", "x" * (SHORTEST_PASSPHRASE - 1), " " * 40])
def test_a_short_passphrase_is_refused(ready: Hall, short: str) -> None:
    assert refused(ready.faces.set_passphrase, short) is Reason.PASSPHRASE_TOO_SHORT
    assert not ready.faces.status().passphrase


def test_only_a_desk_with_the_key_sets_a_passphrase(ready: Hall, elsewhere: Hall) -> None:
    assert missing(elsewhere.faces.set_passphrase, WORDS)
    ready.faces.set_passphrase(WORDS)
    assert missing(elsewhere.faces.set_passphrase, WORDS)
    assert elsewhere.vault.key_id() == ""


def test_no_second_key_is_made_beside_one_that_is_locked(hall: Hall, tmp_path: Path) -> None:
    hall.faces.set_passphrase(WORDS)
    photographed(hall, RED)
    agreed(hall, 0)
    hall.faces.lock()
    assert missing(enrolled, hall)  # type: ignore[arg-type]
    assert hall.vault.key_id() == ""
    hall.faces.unlock(WORDS)
    assert enrolled(hall).enrolled == 1


def test_two_desks_that_set_the_first_passphrase_at_once_leave_one_key(
    hall: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(hall.path, a_writer("B", hall.clock))
    other = Hall(store=store, path=hall.path, keys=tmp_path / "elsewhere", clock=hall.clock)
    wrap = hall.vault.wrap

    def slow_wrap(passphrase: str) -> object:
        other.faces.set_passphrase(WORDS)
        return wrap(passphrase)

    monkeypatch.setattr(hall.vault, "wrap", slow_wrap)
    assert missing(hall.faces.set_passphrase, "hồ Núi Cốc mùa thu")
    hall.vault.destroy()
    hall.faces.unlock(WORDS)
    store.close()


def test_a_locked_desk_forgets_what_it_had_open(ready: Hall) -> None:
    ready.faces.set_passphrase(WORDS)
    assert ready.faces.propose(live(RED)).band is Band.GREEN
    ready.faces.lock()
    assert ready.faces.status().key is KeyState.LOCKED
    assert missing(ready.faces.propose, live(RED))  # type: ignore[arg-type]
    ready.faces.unlock(WORDS)
    assert ready.faces.propose(live(RED)).band is Band.GREEN
