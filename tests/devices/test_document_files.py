"""The library's folder, what a file is by its content, and what is taken out before it goes to a phone."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from congress_desk.devices.documents.folder import LibraryFolder, folder_beside
from congress_desk.devices.documents.inspecting import FileInspector
from congress_desk.devices.documents.page_images import PdfiumPageImages
from congress_desk.devices.documents.safe_copies import PdfSafeCopies
from congress_desk.domain.documents import FileKind
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.reports.library_papers import PdfLibraryPapers
from tests.library_files import a_clip, a_docx, a_locked_pdf, a_pdf, a_picture, an_active_pdf

INSPECTOR = FileInspector()


def problem_of(act: Callable[[], object]) -> Problem:
    with pytest.raises(Trouble) as told:
        act()
    return told.value.problem


@pytest.fixture
def folder(tmp_path: Path) -> LibraryFolder:
    return LibraryFolder(folder_beside(tmp_path / "hall.congress"))


def test_the_folder_stands_beside_the_congress_file(folder: LibraryFolder, tmp_path: Path) -> None:
    assert folder.path_of("abcd") == tmp_path / "hall.congress.files" / "ab" / "abcd"
    assert not (tmp_path / "hall.congress.files").exists()


def test_a_file_is_kept_once_by_what_it_holds(folder: LibraryFolder, tmp_path: Path) -> None:
    one, two = tmp_path / "one.pdf", tmp_path / "two.pdf"
    one.write_bytes(b"same")
    two.write_bytes(b"same")
    assert folder.take_in(one) == folder.take_in(two)
    sha256, size = folder.take_in(one)
    assert size == 4
    assert folder.path_of(sha256).read_bytes() == b"same"
    assert [p.name for p in (tmp_path / "hall.congress.files").rglob("*") if p.is_file()] == [sha256]


def test_a_file_that_was_changed_or_lost_is_noticed_and_heals_when_it_comes_again(
    folder: LibraryFolder, tmp_path: Path
) -> None:
    source = tmp_path / "one.pdf"
    source.write_bytes(b"right")
    sha256, _ = folder.take_in(source)
    kept = folder.path_of(sha256)
    assert folder.is_sound(sha256)
    os.chmod(kept, 0o644)
    kept.write_bytes(b"wrong")
    assert not folder.is_sound(sha256)
    folder.take_in(source)
    assert folder.is_sound(sha256)
    kept.unlink()
    assert not folder.is_sound(sha256)


def test_what_cannot_be_read_or_written_is_a_trouble(folder: LibraryFolder, tmp_path: Path) -> None:
    assert problem_of(lambda: folder.take_in(tmp_path / "none")) is Problem.CANNOT_READ
    source = tmp_path / "one.pdf"
    source.write_bytes(b"x")
    in_the_way = LibraryFolder(source / "files")
    assert problem_of(lambda: in_the_way.take_in(source)) is Problem.CANNOT_WRITE


def test_a_backup_takes_the_files_along_but_not_what_can_be_made_again(folder: LibraryFolder, tmp_path: Path) -> None:
    source = tmp_path / "one.pdf"
    source.write_bytes(b"x")
    sha256, _ = folder.take_in(source)
    folder.made("copy.pdf").write_bytes(b"y")
    target = tmp_path / "backup.files"
    folder.copy_to(target, [sha256, "0" * 64])
    folder.copy_to(target, [sha256])
    assert [p.name for p in target.rglob("*") if p.is_file()] == [sha256]


def test_every_kind_is_told_by_its_content_whatever_its_name_says(tmp_path: Path) -> None:
    liar = tmp_path / "report.pdf"
    assert INSPECTOR.inspect(a_pdf(tmp_path / "a.exe")).kind is FileKind.PDF
    assert INSPECTOR.inspect(a_docx(liar)).kind is FileKind.DOCX
    assert INSPECTOR.inspect(a_picture(liar)).kind is FileKind.PNG
    assert INSPECTOR.inspect(a_picture(liar, "JPEG")).kind is FileKind.JPEG
    assert INSPECTOR.inspect(a_picture(liar, "WEBP")).kind is FileKind.WEBP
    assert INSPECTOR.inspect(a_clip(liar)).kind is FileKind.MP4
    liar.write_bytes(b"\x1aE\xdf\xa3" + b"\x42\x82\x84webm")
    assert INSPECTOR.inspect(liar).kind is FileKind.WEBM


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MZ\x90\x00 this program",
        b"<html><script>alert(1)</script></html>",
        b"%PDF-1.7 and then nothing of a PDF",
        b"\x89PNG\r\n\x1a\n cut off",
        b"\xff\xd8\xff\xe0 cut off",
        b"PK\x03\x04 no archive",
        b"\x00\x00\x00\x18ftypheic",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    ],
)
def test_what_only_looks_like_a_document_is_none(tmp_path: Path, content: bytes) -> None:
    liar = tmp_path / "report.pdf"
    liar.write_bytes(content)
    assert problem_of(lambda: INSPECTOR.inspect(liar)) is Problem.NOT_A_DOCUMENT


def test_word_files_with_macros_or_entities_and_other_archives_are_none(tmp_path: Path) -> None:
    assert problem_of(lambda: INSPECTOR.inspect(a_docx(tmp_path / "m", extra="word/vbaProject.bin"))) is (
        Problem.NOT_A_DOCUMENT
    )
    bomb = a_docx(tmp_path / "b", "&x;")
    import zipfile

    with zipfile.ZipFile(bomb, "w") as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY x "boom">]><x>&x;</x>')
    assert problem_of(lambda: INSPECTOR.inspect(bomb)) is Problem.NOT_A_DOCUMENT
    with zipfile.ZipFile(tmp_path / "z", "w") as archive:
        archive.writestr("xl/workbook.xml", "")
    assert problem_of(lambda: INSPECTOR.inspect(tmp_path / "z")) is Problem.NOT_A_DOCUMENT


def test_pages_and_their_text_are_read(tmp_path: Path) -> None:
    found = INSPECTOR.inspect(a_pdf(tmp_path / "a.pdf", ["Phương hướng\nnhiệm vụ", "Trang hai"]))
    assert (found.pages, found.texts, found.active) == (2, ("Phương hướng\nnhiệm vụ", "Trang hai"), False)
    assert INSPECTOR.inspect(a_docx(tmp_path / "a.docx", "Dự thảo nghị quyết")).texts == ("Dự thảo nghị quyết",)


def test_locked_large_and_missing_files_are_named_for_what_they_are(tmp_path: Path) -> None:
    assert problem_of(lambda: INSPECTOR.inspect(a_locked_pdf(tmp_path / "l.pdf"))) is Problem.DOCUMENT_LOCKED
    small = FileInspector(most_bytes=100)
    assert problem_of(lambda: small.inspect(a_pdf(tmp_path / "a.pdf"))) is Problem.DOCUMENT_TOO_LARGE
    assert problem_of(lambda: INSPECTOR.inspect(tmp_path / "none")) is Problem.NO_SUCH_FILE


def test_scripts_actions_and_attached_files_are_taken_out_of_the_copy(tmp_path: Path) -> None:
    source = an_active_pdf(tmp_path / "evil.pdf")
    assert INSPECTOR.inspect(source).active
    before, target = source.read_bytes(), tmp_path / "clean.pdf"

    PdfSafeCopies(PdfLibraryPapers().mark).without_actions(source, target)

    assert source.read_bytes() == before
    assert not INSPECTOR.inspect(target).active
    with pikepdf.open(target) as pdf:
        objects = " ".join(repr(one) for one in pdf.objects)
    harmful = ("JavaScript", "Launch", "EmbeddedFile", "app.alert", "SubmitForm", "evil.exe", "cmd.exe")
    assert [word for word in harmful if word in objects] == []
    assert b"MZ" not in target.read_bytes()
    assert INSPECTOR.inspect(target).texts == INSPECTOR.inspect(source).texts


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_marked_copy_bears_the_name_on_every_page(tmp_path: Path, turned: int) -> None:
    source = a_pdf(tmp_path / "a.pdf", ["một", "hai"])
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        pdf.pages[1]["/Rotate"] = turned
        pdf.save(source)
    target = tmp_path / "marked.pdf"
    PdfSafeCopies(PdfLibraryPapers().mark).with_mark(source, target, ["Phạm Thị Hồng Thủy", "22/09/2025 07:15"])
    for text in INSPECTOR.inspect(target).texts:
        assert text.count("Phạm Thị Hồng Thủy") == 3
        assert "22/09/2025 07:15" in text


def test_a_page_becomes_a_picture_of_the_width_asked(tmp_path: Path) -> None:
    pdf = a_pdf(tmp_path / "a.pdf", ["một"])
    jpeg = PdfiumPageImages().page(pdf, 0, 300)
    assert jpeg.startswith(b"\xff\xd8")
    assert problem_of(lambda: PdfiumPageImages().page(pdf, 1, 300)) is Problem.CANNOT_READ
    banner = a_pdf(tmp_path / "b.pdf", ["x"], size=(100, 3000))
    document = pypdfium2.PdfDocument(banner)
    assert document[0].get_height() == 3000
    document.close()
    assert len(PdfiumPageImages().page(banner, 0, 300)) < 200_000
