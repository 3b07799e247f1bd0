"""documents, opinions and portal from outside: the keys that offices script with."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from tests.cli.conftest import Desk
from tests.library_files import a_pdf

BASE = "http://192.168.1.10:8765"
TITLE = "Báo cáo chính trị"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return a_pdf(tmp_path / "bao cao.pdf", ["Độ che phủ rừng", "hai"])


@pytest.fixture
def report(desk: Desk, file: Path) -> Any:
    return add(desk, file)


def add(desk: Desk, file: Path, title: str = TITLE, secrecy: str = "public", *more: str, status: int = 0) -> Any:
    return desk("documents add", str(file), "--title", title, "--class", secrecy, *more, status=status)


def symbols(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    found = [
        symbol.text
        for page in document
        for symbol in zxingcpp.read_barcodes(page.render(scale=2, grayscale=True).to_numpy())
    ]
    document.close()
    return found


def test_add_tells_id_hash_and_pages(desk: Desk, file: Path) -> None:
    said = add(desk, file, TITLE, "internal", "--number", "348-TB/TU", "--type", "notice")
    assert said["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert (said["pages"], said["class"], said["number"], said["type"]) == (2, "internal", "348-TB/TU", "notice")
    (listed,) = desk("documents list")
    assert listed == said
    assert desk("verify")["ok"] is True


def test_what_is_no_document_is_a_trouble(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"MZ")
    assert add(desk, tmp_path / "x.pdf", status=1)["problem"] == "not_a_document"
    assert add(desk, tmp_path / "none.pdf", status=1)["problem"] == "no_such_file"


def test_a_link_is_told_with_its_address(desk: Desk, report: Any) -> None:
    said = desk("documents link", "--document", report["document"], "--base-url", BASE)
    assert said["url"].startswith(f"{BASE}/q/")
    assert len(said["url"].rsplit("/", 1)[1]) == 22
    personal = desk("documents link", "--document", TITLE, "--delegate", "001", "--base-url", BASE)
    assert personal["delegate"] == desk.person("Nguyễn Văn An")["id"]
    assert personal["url"] != said["url"]
    assert desk("documents link", "--document", TITLE)["url"].startswith("http://")


def test_secret_documents_are_refused_a_qr_and_a_link_and_the_sentence_says_why(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    secret = add(desk, file, "Nhân sự", "secret")
    said = desk("documents link", "--document", secret["document"], "--base-url", BASE, status=2)
    assert said["reason"] == "secret_never_by_qr"
    assert "Nhân sự" in said["message"]
    out = tmp_path / "s.pdf"
    said = desk("documents sheet", "--document", "Nhân sự", "--lang", "vi", "--out", str(out), status=2)
    assert said["reason"] == "secret_never_by_qr"
    assert not out.exists()


@pytest.mark.parametrize("language", ["vi", "en", "ar"])
@pytest.mark.parametrize("kind", ["poster", "grid", "tent", "slide", "labels"])
def test_a_sheets_symbols_are_the_links_it_made(
    desk: Desk, report: Any, tmp_path: Path, kind: str, language: str
) -> None:
    out = tmp_path / "s.pdf"
    more = ("--lang", language, "--out", str(out), "--kind", kind, "--base-url", BASE)
    said = desk("documents sheet", "--document", report["document"], *more)
    assert set(symbols(out)) == set(said["urls"])
    assert said["base_url"] == BASE


def test_a_sheet_is_saved_as_pictures_too_and_shows_the_wifi(desk: Desk, report: Any, tmp_path: Path) -> None:
    desk("portal settings", "--wifi-name", "Hội trường", "--wifi-password", "mật;khẩu")
    out = tmp_path / "s.pdf"
    said = desk("documents sheet", "--document", TITLE, "--out", str(out), "--png", "1200", "--base-url", BASE)
    (picture,) = said["pictures"]
    raw = Image.open(io.BytesIO(Path(picture).read_bytes()))
    found = {symbol.text for symbol in zxingcpp.read_barcodes(raw)}
    assert found == {said["urls"][0], "WIFI:T:WPA;S:Hội trường;P:mật\\;khẩu;;"}


def test_the_congress_has_one_symbol_for_everything_and_every_delegate_a_label(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "s.pdf"
    said = desk("documents sheet", "--kind", "slide", "--out", str(out), "--base-url", BASE)
    assert symbols(out) == said["urls"]
    labels = desk("documents sheet", "--delegates", "--out", str(out), "--base-url", BASE)
    assert sorted(symbols(out)) == sorted(labels["urls"])
    assert len(labels["urls"]) == 5
    some = desk("documents sheet", "--delegates", "Đoàn Phổ Yên", "--out", str(out), "--base-url", BASE)
    assert len(some["urls"]) == 2
    assert len([one for one in desk("documents links") if one["revoked_at"]]) == 2


def test_status_version_recall_and_search(desk: Desk, report: Any, tmp_path: Path) -> None:
    newer = desk("documents version", "--document", TITLE, str(a_pdf(tmp_path / "2.pdf", ["khác"])))
    assert (newer["version"], newer["pages"]) == (2, 1)
    assert [d["title"] for d in desk("documents search", "KHAC")] == [TITLE]
    assert desk("documents search", "che phủ") == []
    assert desk("documents recall", "--document", TITLE)["status"] == "recalled"
    said = desk("documents link", "--document", TITLE, "--base-url", BASE, status=2)
    assert said["reason"] == "document_recalled"
    assert desk("documents status", "--document", TITLE, "--to", "draft", status=2)["reason"] == "wrong_status"
    assert desk("documents status", "--document", TITLE, "--to", "issued")["status"] == "issued"
    edited = desk("documents edit", "--document", TITLE, "--class", "recall", "--part", "I", "--watermark", "yes")
    assert (edited["class"], edited["parts"], edited["watermark"]) == ("recall", ["I"], True)
    assert desk("documents check")["ok"] is True


def test_a_file_that_was_changed_is_named_by_check(desk: Desk, report: Any) -> None:
    folder = desk.file.with_name(desk.file.name + ".files")
    kept = folder / report["sha256"][:2] / report["sha256"]
    kept.chmod(0o644)
    kept.write_bytes(b"x")
    assert desk("documents check", status=1)["damaged"] == [report["document"]]


def test_links_are_called_back_by_id_and_by_delegate(desk: Desk, report: Any) -> None:
    made = desk("documents link", "--document", TITLE, "--base-url", BASE)
    assert desk("documents revoke", "--link", made["link"])["revoked"] == 1
    desk("documents link", "--document", TITLE, "--delegate", "001", "--base-url", BASE)
    assert desk("documents revoke", "--delegate", "001")["revoked"] == 1
    assert all(one["revoked_at"] for one in desk("documents links"))
    assert desk("documents revoke", "--link", "none", status=2)["reason"] == "no_such_link"


def test_statistics_name_who_has_not_opened(desk: Desk, report: Any, tmp_path: Path) -> None:
    (said,) = desk("documents stats")["documents"]
    assert (said["document"], said["devices"], said["opened"]) == (report["document"], 0, 0)
    assert len(said["not_opened"]) == 4
    out = tmp_path / "stats.pdf"
    assert desk("documents stats", "--document", TITLE, "--out", str(out), "--lang", "ar")["pages"] >= 1
    assert out.read_bytes().startswith(b"%PDF")


def test_paper_copies_and_the_register(desk: Desk, report: Any, tmp_path: Path) -> None:
    desk("documents copies-issue", "--document", TITLE, "--numbers", "1-3", "--delegation", "Đoàn Phổ Yên")
    desk("documents copies-issue", "--document", TITLE, "--numbers", "4", "--delegate", "001")
    assert desk("documents copies-return", "--document", TITLE, "--numbers", "2")["returned"] == [2]
    out = desk("documents copies", "--only-out", "--out", str(tmp_path / "c.pdf"))
    assert [(c["number"], c["full_name"]) for c in out["copies"]] == [(1, None), (3, None), (4, "Nguyễn Văn An")]
    said = desk("documents register", "--out", str(tmp_path / "r.pdf"))
    assert said["types"] == {"other": 1}


def test_opinions_are_listed_sorted_answered_and_printed(desk: Desk, file: Path, tmp_path: Path) -> None:
    add(desk, file, "Dự thảo", "internal", "--opinions", "named", "--part", "I", "--type", "draft")
    given = ("--document", "Dự thảo", "--delegate", "001", "--stance", "amend", "--text", "sửa mục 2")
    opinion = desk("opinions add", *given)["opinion"]
    desk("opinions sort", opinion, "--part", "I")
    desk("opinions answer", opinion, "--verdict", "taken_in")
    (listed,) = desk("opinions list", "--document", "Dự thảo")
    assert (listed["part"], listed["verdict"], listed["full_name"]) == ("I", "taken_in", "Nguyễn Văn An")
    for language in ("vi", "en", "ar"):
        out = tmp_path / f"{language}.pdf"
        assert desk("opinions print", "--lang", language, "--out", str(out))["opinions"] == 1
    assert desk("opinions add", *given[:-2], status=2)["reason"] == "opinion_needs_words"


def test_a_backup_takes_the_documents_along(desk: Desk, report: Any, tmp_path: Path) -> None:
    target = tmp_path / "copies"
    target.mkdir()
    desk("backup", str(target))
    (folder,) = target.glob("*.congress.files")
    assert (folder / report["sha256"][:2] / report["sha256"]).is_file()


def test_the_portal_tells_what_is_in_the_way(desk: Desk) -> None:
    desk("portal settings", "--port", "9")
    said = desk("portal check", status=1)
    assert "not_listening" in said["obstacles"]
    assert desk("portal settings", "--port", "0", status=2)["reason"] == "bad_value"
    (notice,) = desk("portal notice", "--post", "Chiều nay họp tổ")
    assert desk("portal notice", "--withdraw", notice["notice"]) == []


def test_a_document_that_is_named_wrongly_is_refused(desk: Desk, report: Any, file: Path) -> None:
    assert desk("documents recall", "--document", "Không có", status=2)["reason"] == "no_such_document"
    add(desk, file, TITLE)
    assert desk("documents recall", "--document", TITLE, status=2)["reason"] == "ambiguous"
    assert (
        desk("documents link", "--document", report["document"], "--base-url", "x", status=2)["reason"] == "bad_value"
    )


def test_the_registration_from_phones_is_closed_and_opened(desk: Desk) -> None:
    assert desk("portal settings")["speeches"] == "open"
    assert desk("portal settings", "--speeches", "closed")["speeches"] == "closed"
    assert desk("portal settings", "--wifi-name", "Hội trường")["speeches"] == "closed"
    assert desk("portal settings", "--speeches", "open")["speeches"] == "open"
