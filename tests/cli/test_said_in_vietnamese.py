"""What people read is in their language: no code of the program is left in an answer without --json."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Desk
from tests.cli.test_votes import created, hall, table
from tests.library_files import a_pdf

__all__ = ["hall"]
CODE = re.compile(r"\b(number|composition|gender|entry|agree|amend|issued|collected|official_absent|delegates)\b")


@pytest.fixture(autouse=True)
def vietnamese(hall: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONGRESS_DESK_LANGUAGE", "vi")


def test_the_figures_of_the_credentials_report(hall: Desk) -> None:
    said = hall.say("credentials").out
    assert "Giới tính · Nam: " in said
    assert CODE.search(said) is None


def test_opinions_and_bundles(hall: Desk, tmp_path: Path) -> None:
    paper = str(a_pdf(tmp_path / "a.pdf"))
    hall("documents add", paper, "--title", "Dự thảo", "--class", "public", "--opinions", "unnamed")
    hall("opinions add", "--document", "Dự thảo", "--stance", "agree")
    said = hall.say("opinions list").out
    one = created(hall, tmp_path)
    hall("elections issue", "--round", one, "--count", "1")
    hall("elections collect", "--round", one, "--count", "1")
    hall("elections enter", "--round", one, "--pass", "1", table(tmp_path, "p.csv", "yyn"))
    said += hall.say("elections batches", "--round", one).out
    assert CODE.search(said) is None, said


@pytest.mark.parametrize("command", ["votes rules", "speeches rules", "credentials-rules", "portal settings"])
def test_settings_are_shown_as_the_options_that_change_them(hall: Desk, command: str) -> None:
    lines = hall.say(command).out.splitlines()
    options = hall.call(*command.split(), "--help").out
    assert all(line.split()[0] in options for line in lines)
