"""The record pack: all of it or nothing, every file hashed, what does not apply named with its reason."""

from __future__ import annotations

import datetime as dt
import errno
import hashlib
import io
import json
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pikepdf
import pytest

from congress_desk.devices.documents.folder import folder_beside
from congress_desk.devices.signing.archive import PdfaArchiving
from congress_desk.devices.signing.binding import PdfBinder
from congress_desk.domain.journal import Kind
from congress_desk.domain.records import NEEDS_ROUND, Form
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.domain.votes import ZoneCount
from congress_desk.plumbing.texts import words_for
from congress_desk.services.ports.binding import BoundPart
from congress_desk.services.ports.packing import PackMade
from tests import own_authority
from tests.builders import Hall, a_hall
from tests.reports.reading import page_texts, whole_text
from tests.services.archiving import key_of, papers_of

VI = words_for("vi")


@pytest.fixture
def made(hall: Hall, tmp_path: Path) -> PackMade:
    hall.check_in.by_code(hall.badge(0), hall.session)
    return papers_of(hall).archive.pack.make(tmp_path / "pack", VI)


def test_the_list_of_hashes_fits_every_file_and_itself_is_on_record(made: PackMade, hall: Hall) -> None:
    listed = (made.folder / "SHA256SUMS").read_text()
    named = {line.split("  ", 1)[1]: line.split("  ", 1)[0] for line in listed.splitlines()}
    found = {p.relative_to(made.folder).as_posix() for p in made.folder.rglob("*") if p.is_file()}
    assert set(named) == found - {"SHA256SUMS"}
    for name, sha256 in named.items():
        assert hashlib.sha256((made.folder / name).read_bytes()).hexdigest() == sha256
    event = hall.events()[-1]
    assert (event.kind, event.body["manifest"]) == (Kind.PACK_MADE, hashlib.sha256(listed.encode()).hexdigest())


def test_the_bound_file_opens_every_record_at_its_page(made: PackMade) -> None:
    raw = (made.folder / "record-pack.pdf").read_bytes()
    texts = page_texts(raw)
    assert len(texts) == made.pages
    for one in made.packed:
        assert texts[one.page - 1] == page_texts((made.folder / one.file).read_bytes())[0]
    with pikepdf.open(io.BytesIO(raw)) as bound, bound.open_outline() as outline:
        assert len(outline.root) == len(made.packed) + 1
    contents = "\n".join(texts[: made.packed[0].page - 1])
    for one in made.packed:
        line = next(line for line in contents.splitlines() if one.id.rsplit("-", 1)[1] in line)
        assert line.split()[-2:] == [str(one.pages), str(one.page)], one


def test_every_file_of_it_is_finished_for_the_archive(made: PackMade) -> None:
    files = [made.folder / "record-pack.pdf", *(made.folder / one.file for one in made.packed)]
    assert all(PdfaArchiving().has_marks(file.read_bytes()) for file in files)


def test_the_data_beside_a_record_is_what_its_mark_is_the_hash_of(made: PackMade) -> None:
    for one in made.packed:
        data = made.folder / "data" / f"{Path(one.file).stem}.json"
        json.loads(data.read_text())
        assert hashlib.sha256(data.read_bytes()).hexdigest().startswith(one.id.rsplit("-", 1)[1])


def test_a_congress_without_elections_and_texts_says_what_is_left_out_and_why(made: PackMade) -> None:
    left = {one.form: one.told for one in made.left_out}
    assert {Form.RESOLUTION, Form.ACTION_PROGRAMME} <= set(left)
    assert all(told.endswith(".") for told in left.values())
    told = whole_text((made.folder / "record-pack.pdf").read_bytes())
    assert "Không có trong bộ" in told
    minutes = next(one for one in made.packed if one.form == Form.MINUTES.value)
    assert "không tiến hành bầu cử" in whole_text((made.folder / minutes.file).read_bytes())


def test_every_form_of_the_desk_is_packed_or_named(made: PackMade, hall: Hall) -> None:
    forms = {one.form for one in made.packed} | {one.form for one in made.left_out}
    assert forms >= set(papers_of(hall).records.forms) - NEEDS_ROUND  # of a congress without elections
    assert forms >= {"documents", "copies", "opinions", "reading"}


def test_every_vote_has_its_own_record_beside_the_register_and_its_row_in_the_spreadsheet(
    hall: Hall, tmp_path: Path
) -> None:
    hall.check_in.by_code(hall.badge(0), hall.session)
    for item in ("Chương trình", "Quy chế"):
        hall.voting.hands.record(item, [ZoneCount(agree=1)], hall.session)
    made = papers_of(hall).archive.pack.make(tmp_path / "pack", VI)
    records = [one for one in made.packed if one.form == Form.VOTE_RECORD.value]
    assert [one.about for one in records] == ["", "1. Chương trình", "2. Quy chế"]
    sheet = openpyxl.load_workbook(made.folder / "data" / "votes.xlsx").active
    assert [row[1] for row in sheet.iter_rows(min_row=4, values_only=True)] == ["Chương trình", "Quy chế"]


def test_sealed_records_are_in_it_byte_for_byte_as_last_signed(hall: Hall, tmp_path: Path) -> None:
    papers = papers_of(hall)
    sealed, seal = papers.archive.seals.seal(Form.ROLL, hall.session, language="vi")
    signed, _ = papers.archive.seals.sign(sealed, key_of(tmp_path))
    lost, lost_seal = papers.archive.seals.seal(Form.DELEGATES, language="en")
    kept = folder_beside(hall.path)
    for one in kept.rglob(hashlib.sha256(lost).hexdigest()):
        one.unlink()
    made = papers.archive.pack.make(tmp_path / "pack", VI)
    assert [(made.folder / one.file).read_bytes() for one in made.sealed] == [signed]
    assert (made.sealed[0].id, made.sealed[0].signers) == (seal.id, (own_authority.SECRETARY,))
    assert [one.form for one in made.left_out if one.about == lost_seal.id] == [Form.DELEGATES.value]
    assert made.sealed[0].file in (made.folder / "SHA256SUMS").read_text()


def test_stopped_it_leaves_nothing(hall: Hall, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []

    def stop_at_the_third(made: int, of: int) -> bool:
        seen.append((made, of))
        return made < 3

    with pytest.raises(Refusal) as caught:
        papers_of(hall).archive.pack.make(tmp_path / "pack", VI, stop_at_the_third)
    assert caught.value.reason is Reason.PACK_STOPPED
    assert not list(tmp_path.glob("pack*"))
    assert [made for made, _ in seen] == [0, 1, 2, 3]


class FullDisk(PdfBinder):
    """The disk runs full when the pack is nearly done."""

    def bind(
        self, first: bytes, parts: Sequence[BoundPart], target: Path, *, language: str, made_at: dt.datetime
    ) -> None:
        super().bind(first, parts, target, language=language, made_at=made_at)
        raise OSError(errno.ENOSPC, "No space left on device", str(target))


def test_a_disk_that_runs_full_leaves_nothing_half(hall: Hall, tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        papers_of(hall, binder=FullDisk()).archive.pack.make(tmp_path / "pack", VI)
    assert caught.value.problem is Problem.DISK_FULL
    assert not list(tmp_path.glob("pack*"))
    assert all(event.kind is not Kind.PACK_MADE for event in hall.events())


def test_what_is_there_is_never_written_over(made: PackMade, hall: Hall) -> None:
    with pytest.raises(Trouble) as caught:
        papers_of(hall).archive.pack.make(made.folder, VI)
    assert caught.value.problem is Problem.FILE_EXISTS
    with pytest.raises(Trouble) as nowhere:
        papers_of(hall).archive.pack.make(made.folder / "no" / "where", VI)
    assert nowhere.value.problem is Problem.CANNOT_WRITE


def test_a_congress_of_nobody_gives_a_pack_too(tmp_path: Path) -> None:
    empty = a_hall(tmp_path, people=0)
    made = papers_of(empty).archive.pack.make(tmp_path / "pack", words_for("ar"))
    assert {one.form for one in made.left_out} >= {Form.BADGES}
    empty.store.close()
