"""print documents | opinions | ballots: forms of a room, under the one command that prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Desk
from tests.cli.test_votes import created, hall
from tests.library_files import a_pdf

__all__ = ["hall"]


def test_the_list_names_them_with_what_they_need(desk: Desk) -> None:
    needs = {one["form"]: one["needs"] for one in desk.call("print", "--list", "--json").json}
    assert (needs["documents"], needs["opinions"], needs["ballots"]) == ([], [], ["round"])


@pytest.mark.parametrize("language", ["vi", "en", "ar"])
def test_register_and_synthesis_are_printed(desk: Desk, tmp_path: Path, language: str) -> None:
    desk("documents add", str(a_pdf(tmp_path / "a.pdf")), "--title", "Nghị quyết", "--class", "public")
    for form in ("documents", "opinions"):
        assert desk.print(form, tmp_path / "p.pdf", "--lang", language)["pages"] >= 1


def test_ballots_of_a_round_are_printed_and_counted(hall: Desk, tmp_path: Path) -> None:
    one = created(hall, tmp_path)
    assert hall.print("ballots", tmp_path / "p.pdf", status=2)["reason"] == "round_needed"
    assert hall.print("ballots", tmp_path / "p.pdf", "--round", one, "--copies", "3")["pages"] == 3
    assert hall("elections result", "--round", one)["printed"] == 3
    assert hall.print("ballots", tmp_path / "p.pdf", "--round", one, "--docx", status=2)["reason"] == "no_word_form"


def test_the_one_elections_round_is_meant_and_of_several_all_are_named(hall: Desk, tmp_path: Path) -> None:
    out = tmp_path / "p.pdf"
    none = hall.print("count-record", out, status=2)
    assert (none["reason"], none["there_are"]) == ("round_needed", [])
    one = created(hall, tmp_path)
    assert hall.print("count-record", out)["bytes"] == hall.print("count-record", out, "--round", one)["bytes"]
    created(hall, tmp_path, title="Bầu Bí thư")
    several = hall.print("count-record", out, status=2)
    assert (several["reason"], several["there_are"][1]) == ("round_needed", "Bầu Bí thư")


def test_a_round_named_beside_a_vote_record_is_not_taken_for_a_vote(hall: Desk, tmp_path: Path) -> None:
    one = created(hall, tmp_path)
    hall("votes record", "--item", "x", "--all-agree", "--session", "1")
    assert hall.print("vote-record", tmp_path / "p.pdf", "--round", one)["pages"] >= 1


def test_what_is_not_there_yet_is_said_of_the_paper_asked_for(hall: Desk, tmp_path: Path) -> None:
    reasons = {
        form: hall.print(form, tmp_path / "p.pdf", status=2)["reason"] for form in ("programme", "vote-record")
    }
    assert reasons == {"programme": "no_programme", "vote-record": "nothing_on_record"}


def test_ballots_that_cannot_be_saved_are_not_on_record(hall: Desk, tmp_path: Path) -> None:
    one = created(hall, tmp_path)
    (tmp_path / "taken").mkdir()
    for out in ("taken", "no/such/folder.pdf"):
        words = ("--round", one, "--copies", "3", "--out", str(tmp_path / out))
        assert hall("elections ballots", *words, status=1)["problem"] == "cannot_write"
    assert hall("elections result", "--round", one)["printed"] is None
