"""The key under the secretariat's passphrase: a second computer opens with it, and nothing opens without it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.storage.vault import KEY_BYTES, MOST_COST, SCRYPT_COST, FileVault

WORDS = "sông Cầu chè xanh núi Voi"
COST = 2**4


def a_vault(folder: Path, congress: str = "c1") -> FileVault:
    return FileVault(folder, congress, cost=COST)


def test_a_second_computer_opens_with_the_passphrase(tmp_path: Path) -> None:
    here, there = a_vault(tmp_path / "here"), a_vault(tmp_path / "there")
    sealed = here.seal(b"a face", b"d1")
    wrapped = here.wrap(WORDS)
    there.unlock(wrapped, WORDS)
    assert there.open(sealed, b"d1") == b"a face"
    assert here.key_id() == there.key_id() == wrapped.key_id != ""


def test_the_same_passphrase_from_another_keyboard_is_the_same(tmp_path: Path) -> None:
    wrapped = a_vault(tmp_path / "here").wrap(unicodedata.normalize("NFC", WORDS))
    a_vault(tmp_path / "there").unlock(wrapped, unicodedata.normalize("NFD", WORDS))


@pytest.mark.parametrize("wrong", ["", "sông cầu chè xanh núi voi", WORDS + " ", "x" * 100])
def test_a_wrong_passphrase_is_refused_and_leaves_no_key(tmp_path: Path, wrong: str) -> None:
    wrapped = a_vault(tmp_path / "here").wrap(WORDS)
    there = a_vault(tmp_path / "there")
    with pytest.raises(Refusal) as caught:
        there.unlock(wrapped, wrong)
    assert caught.value.reason is Reason.WRONG_PASSPHRASE
    assert there.key_id() == ""
    assert not (tmp_path / "there").exists()


def test_a_wrong_passphrase_is_refused_where_the_key_is_too(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    wrapped = vault.wrap(WORDS)
    with pytest.raises(Refusal):
        vault.unlock(wrapped, "another")
    assert vault.key_id() == wrapped.key_id


def test_the_wrapped_key_shows_nothing_of_the_key_and_never_repeats(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    one, two = vault.wrap(WORDS), vault.wrap(WORDS)
    key = (tmp_path / "c1.key").read_bytes()
    assert len(key) == KEY_BYTES
    assert key not in one.sealed
    assert key.hex()[:16] != one.key_id
    assert (one.salt, one.sealed) != (two.salt, two.sealed)
    assert one.key_id == two.key_id


def test_a_wrapped_key_opens_in_its_own_congress_only(tmp_path: Path) -> None:
    wrapped = a_vault(tmp_path).wrap(WORDS)
    with pytest.raises(Refusal):
        a_vault(tmp_path / "there", "c2").unlock(wrapped, WORDS)
    with pytest.raises(Refusal):
        a_vault(tmp_path / "there").unlock(replace(wrapped, key_id="0" * 16), WORDS)
    for damaged in (b"", wrapped.sealed[:-1], wrapped.sealed[:8]):
        with pytest.raises(Refusal):
            a_vault(tmp_path / "there").unlock(replace(wrapped, sealed=damaged), WORDS)


@pytest.mark.parametrize("cost", [0, 1, 3, -8, 2 * MOST_COST])
def test_a_file_that_asks_for_too_much_memory_is_damaged(tmp_path: Path, cost: int) -> None:
    wrapped = a_vault(tmp_path).wrap(WORDS)
    with pytest.raises(Trouble) as caught:
        a_vault(tmp_path / "there").unlock(replace(wrapped, cost=cost), WORDS)
    assert caught.value.problem is Problem.DAMAGED


def test_the_key_of_the_file_takes_the_place_of_another_key(tmp_path: Path) -> None:
    here, there = a_vault(tmp_path / "here"), a_vault(tmp_path / "there")
    sealed, wrapped = here.seal(b"a face", b"d1"), here.wrap(WORDS)
    there.seal(b"other", b"d1")
    there.unlock(wrapped, WORDS)
    assert there.open(sealed, b"d1") == b"a face"


def test_a_guess_costs_what_is_recommended(tmp_path: Path) -> None:
    """scrypt with N = 2^17, r = 8, p = 1: OWASP's password storage recommendation."""
    assert FileVault(tmp_path, "c1").wrap(WORDS).cost == SCRYPT_COST == 2**17
