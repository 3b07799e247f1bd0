"""Records from the command line: sealed, signed, verified, written as Word, packed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from openpyxl import Workbook

from tests import own_authority
from tests.cli.conftest import Desk
from tests.library_files import a_pdf


@pytest.fixture
def sealed(desk: Desk, tmp_path: Path) -> Path:
    out = tmp_path / "list.pdf"
    desk("records seal", "delegates", "--lang", "vi", "--out", str(out))
    return out


def verify(desk: Desk, pdf: Path, *, status: int = 0) -> Any:
    said = desk.call("verify", str(pdf), str(desk.file), "--json")
    assert said.status == status, said
    return said.json


def test_a_sealed_record_is_signed_and_known(desk: Desk, sealed: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(own_authority.PASSPHRASE + "\n", encoding="utf-8")
    key, out = str(own_authority.key_file(tmp_path)), tmp_path / "signed.pdf"
    given = ("--p12", key, "--secret-file", str(secret), "--role", "TM. Đoàn Thư ký", "--out", str(out))
    signed = desk("records sign", str(sealed), *given)
    assert signed["signed_by"] == [own_authority.SECRETARY]
    assert verify(desk, sealed)["standing"] == "sealed"
    found = verify(desk, out)
    assert (found["ok"], found["standing"], found["archive_marks"]) == (True, "signed", True)
    assert [one["intact"] for one in found["signatures"]] == [True]
    assert [one["id"] for one in desk("records list")] == [signed["id"]]


def test_one_changed_byte_is_told_in_plain_words(desk: Desk, sealed: Path, tmp_path: Path) -> None:
    changed = bytearray(sealed.read_bytes())
    changed[-15] ^= 1
    other = tmp_path / "changed.pdf"
    other.write_bytes(changed)
    found = verify(desk, other, status=2)
    assert (found["ok"], found["reason"], found["archive_marks"]) == (False, "not_the_sealed_record", False)
    said = desk.call("records", "verify", str(desk.file), str(other))
    assert said.status == 2
    assert "not the file that was sealed" in said.err


def test_what_is_no_whole_record_of_this_congress_is_never_taken_for_one(
    desk: Desk, sealed: Path, tmp_path: Path
) -> None:
    raw = sealed.read_bytes()
    with pikepdf.open(sealed) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
    files = {
        "half.pdf": raw[: len(raw) // 2],
        "words.pdf": "Biên bản".encode(),
        "empty.pdf": b"",
        "longer.pdf": raw + b"\n% more",
    }
    for name, found in files.items():
        (tmp_path / name).write_bytes(found)
    standings = {name: verify(desk, tmp_path / name, status=2)["standing"] for name in (*files, "locked.pdf")}
    assert standings.pop("longer.pdf") == "added_to"
    assert set(standings.values()) <= {"unknown", "same_content"}
    assert desk.call("verify", str(tmp_path / "gone.pdf"), str(desk.file), "--json").json["problem"] == "no_such_file"


def test_a_record_of_another_congress_is_told_as_such(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other.congress"
    words = ("--title", "Đại hội khác", "--convening-body", "Tỉnh ủy", "--opens", "2025-10-10")
    desk.call("create", str(other), *words)
    desk.call("records", "seal", str(other), "resolution", "--out", str(tmp_path / "r.pdf"))
    desk.call("records", "seal", str(other), "documents", "--out", str(tmp_path / "d.pdf"))
    assert verify(desk, tmp_path / "d.pdf", status=2)["standing"] == "other_congress"


def test_a_sealed_file_that_may_only_be_read_is_verified_and_signed_into_another(
    desk: Desk, sealed: Path, tmp_path: Path
) -> None:
    sealed.chmod(0o444)
    secret = tmp_path / "secret.txt"
    secret.write_text(own_authority.PASSPHRASE, encoding="utf-8")
    assert verify(desk, sealed)["ok"]
    key, out = str(own_authority.key_file(tmp_path)), tmp_path / "signed.pdf"
    given = ("--p12", key, "--secret-file", str(secret), "--time-stamp", "none", "--out", str(out))
    assert desk("records sign", str(sealed), *given)["out"] == str(out)
    root = str(own_authority.root_file(tmp_path))
    (one,) = desk("records verify", str(out), "--root", root)["signatures"]
    assert (one["trust"], one["time_stamped"], one["revocation_checked"]) == ("trusted", False, False)
    (one,) = desk("records verify", str(out), "--root", root, "--revocation")["signatures"]
    assert one["trust"] == "no_answer"  # its certificate names nobody to ask
    assert desk("records verify", str(out), "--root", str(secret), status=1)["problem"] == "cannot_read"


def test_an_authority_that_does_not_answer_stops_a_signature_and_none_needs_none(
    desk: Desk, sealed: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(own_authority.PASSPHRASE, encoding="utf-8")
    key, out = str(own_authority.key_file(tmp_path)), tmp_path / "signed.pdf"
    given = ("--p12", key, "--secret-file", str(secret), "--out", str(out))
    told = desk("records sign", str(sealed), *given, "--time-stamp", "http://127.0.0.1:1/", status=1)
    assert told["problem"] == "time_stamp_failed"
    assert not out.exists()
    assert desk("records list")[0]["signed_by"] == []


def test_tools_of_the_day_are_not_sealed(desk: Desk, tmp_path: Path) -> None:
    for form in ("badges", "ballots", "calibration", "reading"):
        out = str(tmp_path / "x.pdf")
        assert desk("records seal", form, "--out", out, status=2)["reason"] == "not_a_record"
    assert desk("records seal", "poster", "--out", out, status=2)["reason"] == "no_such_form"


def test_a_vote_and_the_papers_of_the_library_are_sealed_too(desk: Desk, tmp_path: Path) -> None:
    desk("votes record", "--item", "Nghị quyết", "--all-agree", "--session", "1")
    desk("documents add", str(a_pdf(tmp_path / "a.pdf")), "--title", "Báo cáo", "--class", "public")
    for form, *asked in (("vote-record", "--vote", "1"), ("documents",), ("opinions", "--document", "Báo cáo")):
        out = tmp_path / f"{form}.pdf"
        seal = desk("records seal", form, *asked, "--out", str(out))
        assert seal["form"] == form
        assert (seal["round"], bool(seal["vote"]), bool(seal["document"])) == (
            None,
            form == "vote-record",
            form == "opinions",
        )
        assert verify(desk, out)["record"]["id"] == seal["id"]


def test_verify_of_a_congress_alone_goes_on_as_before(desk: Desk) -> None:
    assert desk("verify")["ok"]


def test_a_key_is_a_file_or_a_token_and_never_both(desk: Desk, sealed: Path, tmp_path: Path) -> None:
    secret = tmp_path / "pin.txt"
    secret.write_text("1234")
    out = ("--secret-file", str(secret), "--out", str(tmp_path / "x.pdf"))
    for given in ((), ("--token", "a"), ("--p12", "k.p12", "--token", "a", "--token-library", "l", "--key", "k")):
        refused = desk("records sign", str(sealed), *given, *out, status=2)
        assert refused["reason"] == "bad_value"
    wrong = str(own_authority.key_file(tmp_path))
    trouble = desk("records sign", str(sealed), "--p12", wrong, *out, status=1)
    assert trouble["problem"] == "key_not_opened"


def test_the_words_of_the_resolution_come_from_files(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "resolution.pdf"
    assert desk.print("resolution", out, status=2)["reason"] == "no_text_to_print"
    words = tmp_path / "words.txt"
    words.write_text("I. Đánh giá\nĐại hội tán thành.", encoding="utf-8")
    assert desk("records text", "resolution", "--from-file", str(words))["text"].startswith("I. Đánh giá")
    book = Workbook()
    for row in (("TT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu"), (1, "GRDP", "%", "10,5")):
        book.active.append(row)
    table = tmp_path / "targets.xlsx"
    book.save(table)
    assert desk("records targets", str(table))["targets"] == 1
    assert desk.print("resolution", out)["pages"] == 2
    word = tmp_path / "resolution.docx"
    assert desk.print("resolution", word, "--docx")["docx"]
    assert word.read_bytes().startswith(b"PK")
    assert desk("records tasks", str(table), status=2)["reason"] == "bad_value"


def test_the_pack_is_one_call(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    made = desk.print("pack", folder, "--lang", "en")
    assert made["pages"] > len(made["records"]) > 3
    assert {"resolution"} <= {one["form"] for one in made["left_out"]}
    assert (folder / "record-pack.pdf").is_file()
    assert desk.print("pack", folder, status=1)["problem"] == "file_exists"
    assert "pack" in {form["form"] for form in desk.call("print", "--list", "--json").json}
