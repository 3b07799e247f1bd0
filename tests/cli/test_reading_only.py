"""A congress file that may only be read: whatever only reads answers, every act is refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Desk

READING = ("verify", "status --session 1", "delegates list", "credentials", "documents list", "votes list",
           "seats list", "elections list", "agenda list", "speeches list", "records list", "sessions list", "looks",
           "rules", "faces status", "opinions list", "delegates history 001")  # fmt: skip
ACTS = ("check-in card 002 --session 1", "votes record --item x --all-agree --session 1",
        "excuse 003 --session 1 --reason x", "delegates edit 001 --set seat=A-1", "votes rules --formula >=2/3",
        "records seal attendance --session 1")  # fmt: skip
ALONE = ("verify", "status", "credentials", "looks", "rules", "excuse")  # commands of no group


@pytest.fixture
def archive(desk: Desk, tmp_path: Path) -> Desk:
    desk.card("001")
    desk.file.chmod(0o444)
    return desk


def called(desk: Desk, command: str) -> list[str]:
    """FILE after the command's own words."""
    words = command.split()
    inner = 1 if words[0] in ALONE else 2
    return [*words[:inner], str(desk.file), *words[inner:]]


@pytest.mark.parametrize("command", READING)
def test_what_only_reads_answers_and_leaves_nothing_behind(archive: Desk, command: str) -> None:
    before, beside = archive.file.read_bytes(), set(archive.file.parent.iterdir())
    said = archive.call(*called(archive, command), "--json")
    assert said.status == 0, said
    assert archive.file.read_bytes() == before
    assert set(archive.file.parent.iterdir()) == beside


def test_papers_are_printed_and_copies_are_made_of_an_archive(archive: Desk, tmp_path: Path) -> None:
    archive.print("attendance", tmp_path / "a.pdf", "--session", "1", "--lang", "vi")
    archive.print("delegates", tmp_path / "d.pdf", "--lang", "ar")
    archive("backup", str(tmp_path / "copy.congress"))
    assert {one.name for one in tmp_path.glob("*.pdf")} == {"a.pdf", "d.pdf"}
    assert archive("looks") == []  # it cannot be noted there
    assert archive.call("check-in", "card", str(tmp_path / "copy.congress"), "002", "--session", "1").status == 0


@pytest.mark.parametrize("command", ACTS)
def test_an_act_is_refused_and_says_what_to_do(archive: Desk, command: str, tmp_path: Path) -> None:
    before = archive.file.read_bytes()
    words = called(archive, command)
    if "seal" in words:
        words += ["--out", str(tmp_path / "sealed.pdf")]
    said = archive.call(*words, "--json")
    assert (said.status, said.json["problem"]) == (1, "read_only")
    assert "copy the file" in said.json["message"]
    assert archive.file.read_bytes() == before
    assert not (tmp_path / "sealed.pdf").exists()
