"""The key of the face templates: one a congress, apart from the file, and gone for good when destroyed."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.storage.vault import KEY_BYTES, FileVault
from tests.children import quick_children

TEMPLATE = bytes(range(256)) * 2


def trouble(vault: FileVault, sealed: bytes, about: bytes) -> Problem:
    with pytest.raises(Trouble) as caught:
        vault.open(sealed, about)
    return caught.value.problem


def test_what_was_sealed_opens_and_shows_nothing_of_itself(tmp_path: Path) -> None:
    vault = FileVault(tmp_path / "keys", "c1")
    one, two = vault.seal(TEMPLATE, b"d1"), vault.seal(TEMPLATE, b"d1")
    assert one != two
    assert vault.open(one, b"d1") == vault.open(two, b"d1") == TEMPLATE
    assert TEMPLATE[:16] not in one
    assert FileVault(tmp_path / "keys", "c1").open(one, b"d1") == TEMPLATE


def test_the_key_is_for_this_user_alone(tmp_path: Path) -> None:
    FileVault(tmp_path / "keys", "c1").seal(b"x", b"")
    (key,) = (tmp_path / "keys").iterdir()
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert stat.S_IMODE(key.parent.stat().st_mode) == 0o700
    assert key.stat().st_size == KEY_BYTES


def test_another_congresss_key_opens_nothing(tmp_path: Path) -> None:
    one, other = FileVault(tmp_path, "c1"), FileVault(tmp_path, "c2")
    sealed = one.seal(TEMPLATE, b"d1")
    assert trouble(other, sealed, b"d1") is Problem.FACE_KEY_MISSING
    other.seal(TEMPLATE, b"d1")
    assert trouble(other, sealed, b"d1") is Problem.FACE_KEY_MISSING


def test_a_template_moved_to_another_person_or_changed_does_not_open(tmp_path: Path) -> None:
    vault = FileVault(tmp_path, "c1")
    sealed = vault.seal(TEMPLATE, b"d1")
    changed = sealed[:-1] + bytes([sealed[-1] ^ 1])
    assert trouble(vault, sealed, b"d2") is Problem.FACE_KEY_MISSING
    assert trouble(vault, changed, b"d1") is Problem.FACE_KEY_MISSING


def test_a_destroyed_key_opens_no_copy_and_a_new_key_is_another(tmp_path: Path) -> None:
    vault = FileVault(tmp_path, "c1")
    sealed = vault.seal(TEMPLATE, b"d1")
    vault.destroy()
    vault.destroy()
    assert list(tmp_path.iterdir()) == []
    assert trouble(vault, sealed, b"d1") is Problem.FACE_KEY_MISSING
    vault.seal(TEMPLATE, b"d1")
    assert trouble(vault, sealed, b"d1") is Problem.FACE_KEY_MISSING


@pytest.mark.parametrize("content", [b"", b"half a key", bytes(33)])
def test_a_key_file_that_is_none_is_a_missing_key(tmp_path: Path, content: bytes) -> None:
    vault = FileVault(tmp_path, "c1")
    sealed = vault.seal(TEMPLATE, b"d1")
    (tmp_path / "c1.key").write_bytes(content)
    assert trouble(vault, sealed, b"d1") is Problem.FACE_KEY_MISSING


def test_where_no_key_can_be_kept_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("a file where the folder should be")
    with pytest.raises(Trouble) as caught:
        FileVault(tmp_path / "keys", "c1").seal(b"x", b"")
    assert caught.value.problem is Problem.CANNOT_WRITE
    (tmp_path / "c2.key").mkdir()
    with pytest.raises(Trouble) as caught:
        FileVault(tmp_path, "c2").destroy()
    assert caught.value.problem is Problem.CANNOT_WRITE


def test_processes_that_make_the_key_at_once_agree_on_one(tmp_path: Path) -> None:
    with quick_children() as context, context.Pool(6) as pool:
        for n in range(10):
            sealed = pool.map(_seal, [(str(tmp_path), f"c{n}")] * 12, chunksize=1)
            vault = FileVault(tmp_path, f"c{n}")
            assert {vault.open(one, b"d1") for one in sealed} == {TEMPLATE}
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(f"c{n}.key" for n in range(10))


def _seal(place: tuple[str, str]) -> bytes:
    folder, congress = place
    return FileVault(Path(folder), congress).seal(TEMPLATE, b"d1")
