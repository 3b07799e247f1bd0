"""consent --refuse, faces status, consents, passphrase, unlock, lock, erase --certificate, looks, the papers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from congress_desk.devices.pictures.drawn_portrait import drawn_portrait
from congress_desk.domain.delegates import Gender
from tests.cli.conftest import Desk, Said

GIVEN = ("--text-version", "2026-01", "--by", "Hoàng Thị Lan")
WORDS = "sông Cầu chè xanh núi Voi"


@pytest.fixture(scope="session")
def portraits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("portraits")
    for seed, card in enumerate(("001", "002")):
        gender = Gender.FEMALE if seed else Gender.MALE
        (folder / f"{card}.jpg").write_bytes(drawn_portrait(seed, gender=gender, height=480))
    return folder


@pytest.fixture
def enrolled(desk: Desk, portraits: Path) -> Desk:
    desk("delegates photos", str(portraits))
    desk("consent", "--all", *GIVEN)
    assert desk("faces enrol")["enrolled"] == 2
    return desk


@pytest.fixture
def words(tmp_path: Path) -> Path:
    path = tmp_path / "words.txt"
    path.write_text(WORDS + "\n", encoding="utf-8")
    return path


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return " ".join(" ".join(pages).split())


def test_how_before_whom_and_in_which_language_is_kept(desk: Desk) -> None:
    desk("consent", "001", *GIVEN, "--how", "witness", "--witness", "Ma Văn Đạt", "--lang", "vi")
    (answer,) = desk("faces consents")
    assert (answer["full_name"], answer["answer"], answer["text_version"]) == ("Nguyễn Văn An", "agreed", "2026-01")
    assert (answer["how"], answer["witness"], answer["language"]) == ("witness", "Ma Văn Đạt", "vi")
    assert (answer["by"], answer["purpose"]) == ("Hoàng Thị Lan", "check_in")
    assert answer.keys() >= {"delegate", "delegation", "at", "desk", "event"}
    assert desk("consent", "002", *GIVEN, "--how", "witness", status=2)["field"] == "witness"


def test_who_refused_is_not_asked_again_by_all(desk: Desk) -> None:
    assert desk("consent", "001", "--refuse", "--by", "Lan") == {"refused": 1}
    assert desk("consent", "--all", *GIVEN) == {"consented": 4, "new": 4, "declined": 1}
    an = desk.person("Nguyễn Văn An")
    assert (an["consented"], an["declined"]) == (False, True)
    assert desk("consent", "001", *GIVEN) == {"consented": 1, "new": 1}
    assert desk.say("consent", "--all", "--refuse", "--by", "Lan").out == "Refusals recorded: 5\n"
    told = desk.say("consent", "--all", *GIVEN).out
    assert "Not asked again, because they have said no: 5" in told


def test_yes_and_no_at_once_is_written_wrongly(desk: Desk) -> None:
    assert desk("consent", "001", "--refuse", "--withdraw", status=1)["problem"] == "usage"


def test_a_photo_taken_at_the_desk_goes_with_the_consent(desk: Desk, portraits: Path) -> None:
    picture = str(portraits / "001.jpg")
    desk("delegates photo", "001", picture, "--at-desk")
    desk("delegates photo", "002", picture)
    desk("consent", "--all", *GIVEN)
    desk("consent", "--all", "--withdraw")
    assert [p["photo"] for p in desk("delegates list") if p["card_number"] in ("001", "002")] == [False, True]


def test_status_tells_counts_key_and_day(enrolled: Desk) -> None:
    enrolled("consent", "003", "--withdraw")
    status = enrolled("faces status")
    counts = [status[k] for k in ("everybody", "consented", "refused", "withdrawn", "not_asked", "enrolled")]
    assert counts == [5, 4, 0, 1, 0, 2]
    assert (status["key"], status["passphrase"], status["due"]) == ("here", False, "2025-10-22")
    assert status["days_left"] < 0
    told = enrolled.say("faces status").out
    assert "The faces have to be erased by 22/10/2025." in told
    assert "overdue" in told
    enrolled("rules", "--erase-faces-after-days", "10")
    assert enrolled("faces status")["due"] == "2025-10-02"
    assert enrolled("rules", "--erase-faces-after-days", "0", status=2)["field"] == "erase_faces_after_days"


def test_a_day_that_is_still_to_come_is_counted_down(enrolled: Desk) -> None:
    times = ("--starts", "2025-09-23T07:00", "--ends", "2025-09-23T08:00")
    enrolled("sessions add", "--name", "Bế mạc", *times)
    enrolled("rules", "--erase-faces-after-days", "365")
    status = enrolled("faces status")
    told = enrolled.say("faces status").out
    assert ("days left" in told) == (status["days_left"] >= 0)


def test_a_second_computer_opens_with_the_passphrase(
    enrolled: Desk, words: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert enrolled("faces passphrase", "--set-from-file", str(words)) == {"passphrase": "set"}
    assert enrolled("faces passphrase", "--set-from-file", str(words)) == {"passphrase": "changed"}
    monkeypatch.setenv("CONGRESS_DESK_CONFIG_DIR", str(tmp_path / "elsewhere"))
    assert enrolled("faces status")["key"] == "locked"
    assert enrolled("faces enrol", status=1)["problem"] == "face_key_missing"
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("another passphrase", encoding="utf-8")
    assert enrolled("faces unlock", "--passphrase-file", str(wrong), status=2)["reason"] == "wrong_passphrase"
    assert enrolled("faces unlock", "--passphrase-file", str(words)) == {"key": "here"}
    assert enrolled("faces enrol")["people"] == 2
    assert enrolled("faces lock") == {"key": "locked"}
    assert enrolled("faces enrol", status=1)["problem"] == "face_key_missing"


def test_a_passphrase_is_read_from_a_file_and_never_shown(
    desk: Desk, call: Callable[..., Said], tmp_path: Path
) -> None:
    path = tmp_path / "w.txt"
    path.write_bytes(b"\xef\xbb\xbf" + WORDS.encode() + b"\r\n")
    desk("faces passphrase", "--set-from-file", str(path))
    (tmp_path / "plain.txt").write_text(WORDS, encoding="utf-8")
    desk("faces unlock", "--passphrase-file", str(tmp_path / "plain.txt"))
    assert WORDS not in json.dumps(desk("looks"), ensure_ascii=False)
    assert WORDS.encode() not in desk.file.read_bytes()
    path.write_bytes(b"\xff\xfe\x00")
    assert desk("faces passphrase", "--set-from-file", str(path), status=1)["problem"] == "cannot_read"
    assert desk("faces unlock", "--passphrase-file", str(tmp_path / "no.txt"), status=1)["problem"] == "no_such_file"
    path.write_text("short", encoding="utf-8")
    assert desk("faces passphrase", "--set-from-file", str(path), status=2)["reason"] == "passphrase_too_short"


def test_without_a_passphrase_there_is_nothing_to_unlock(desk: Desk, words: Path) -> None:
    assert desk("faces unlock", "--passphrase-file", str(words), status=2)["reason"] == "no_passphrase"
    assert desk("faces lock", status=2)["reason"] == "no_passphrase"


def test_erasing_prints_its_certificate_and_tells_what_was_tried(enrolled: Desk, words: Path, tmp_path: Path) -> None:
    enrolled("faces passphrase", "--set-from-file", str(words))
    out = tmp_path / "certificate.pdf"
    erased = enrolled("faces erase", "--by", "Hoàng Thị Lan", "--certificate", str(out), "--lang", "en")
    assert (erased["erased"], erased["key_destroyed"], erased["had_passphrase"]) == (2, True, True)
    assert erased["check"] == {
        "ok": True,
        "tried": 2,
        "opened": 0,
        "rows": 0,
        "traces": 0,
        "key_here": False,
        "key_in_file": False,
    }
    told = text_of(out)
    assert "Hoàng Thị Lan erased" in told
    assert erased["journal_hash"] in told.replace(" ", "")
    assert enrolled("faces status")["key"] == "none"
    assert enrolled("verify")["ok"]


def test_people_are_told_in_words_what_was_checked(enrolled: Desk, words: Path) -> None:
    enrolled("faces passphrase", "--set-from-file", str(words))
    said = enrolled.say("faces erase")
    assert "Checked: of 2 templates that were there, none opens and none is left." in said.out
    assert "Older copies of the file still open with the passphrase." in said.out


def test_a_certificate_that_cannot_be_written_erases_nothing(enrolled: Desk, tmp_path: Path) -> None:
    where = str(tmp_path / "no" / "c.pdf")
    assert enrolled("faces erase", "--certificate", where, status=1)["problem"] == "cannot_write"
    assert enrolled("faces status")["enrolled"] == 2


def test_the_attendance_is_the_same_before_and_after(enrolled: Desk) -> None:
    enrolled.card("001")
    before = enrolled("status", "--session", "1")
    enrolled("faces erase")
    assert enrolled("status", "--session", "1") == before


def test_looks_tell_who_printed_and_who_read_the_consents(desk: Desk, tmp_path: Path) -> None:
    desk.print("delegates", tmp_path / "d.pdf")
    desk("faces consents")
    looks = desk("looks")
    assert [one["what"] for one in looks] == ["print", "consents"]
    assert looks[0]["details"]["form"] == "delegates"
    assert looks[0].keys() == {"at", "desk", "actor", "what", "details", "event"}
    told = desk.say("looks").out.splitlines()
    assert told[0].endswith("A form was printed or saved")
    assert told[1].endswith("The list of consents was shown")


@pytest.mark.parametrize("language", ["vi", "en", "ar"])
def test_the_papers_about_rights_are_printed_like_any_other(desk: Desk, tmp_path: Path, language: str) -> None:
    desk("consent", "001", *GIVEN)
    desk("faces erase")
    for form in ("consent-form", "consent-list", "consent-register", "impact", "erasure"):
        out = tmp_path / f"{form}.pdf"
        assert desk.print(form, out, "--lang", language)["pages"] >= 1
        assert len(text_of(out)) > 200
    assert len(desk("looks")) == 5


def test_consent_forms_are_for_the_delegates_named(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "c.pdf"
    desk.print("consent-form", out, "--delegate", "002", "--lang", "en")
    assert "Trần Thị Bình" in text_of(out)
    assert desk.print("consent-form", out, "--delegation", "doan dinh hoa")["pages"] == 2
    desk("consent", "--all", *GIVEN)
    assert desk.print("consent-list", out, status=2)["reason"] == "nobody_to_print"
    assert desk.print("erasure", out, status=2)["reason"] == "nothing_erased"


def test_the_list_of_forms_names_them(call: Callable[..., Said]) -> None:
    listed = [one["form"] for one in call("print", "--list", "--json").json]
    assert set(listed) >= {"consent-form", "consent-list", "consent-register", "impact", "erasure"}


def test_consents_are_told_in_lines_too(desk: Desk) -> None:
    desk("consent", "001", *GIVEN, "--how", "paper")
    told = desk.say("faces consents").out
    assert told.startswith("Nguyễn Văn An · Agreed · 2026-01 · signed paper · Hoàng Thị Lan · ")
