"""Sealed, signed and packed files put to veraPDF, profile PDF/A-2B (collected where it is installed)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from congress_desk.domain.records import NOT_SEALED, Form
from congress_desk.plumbing.texts import words_for
from tests import own_authority
from tests.archive_validator import broken_rules
from tests.builders import Hall
from tests.services.archiving import key_of
from tests.small_congress import a_small_congress, asked_of

LANGUAGES = ("vi", "en", "ar")


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    made = a_small_congress(tmp_path_factory.mktemp("small"))
    yield made
    made.store.close()


@pytest.fixture(scope="module")
def judged(hall: Hall, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Every record sealed, one signed by two, the bound pack, and one that was never finished for the archive."""
    folder, seals = tmp_path_factory.mktemp("judged"), hall.archive.seals
    for place, form in enumerate(sorted(set(Form) - NOT_SEALED)):
        asked: dict[str, Any] = asked_of(hall, form)
        (folder / f"{form}.pdf").write_bytes(seals.seal(form, language=LANGUAGES[place % 3], **asked)[0])
    hall.clock.moment = dt.datetime.now(dt.UTC)  # certificates are of today
    for language in LANGUAGES:
        signed = seals.seal(Form.ATTENDANCE, hall.session, language=language)[0]
        for name in (own_authority.SECRETARY, own_authority.CHAIR):
            signed, _ = seals.sign(signed, key_of(folder, name), role="TM. Đoàn Thư ký")
        (folder / f"signed-{language}.pdf").write_bytes(signed)
    made = hall.archive.pack.make(folder / "pack", words_for("vi"))
    (folder / "pack.pdf").write_bytes((made.folder / "record-pack.pdf").read_bytes())
    (folder / "plain.pdf").write_bytes(hall.records.preview(Form.DELEGATES, language="vi"))
    return broken_rules(sorted(folder.glob("*.pdf")))


def test_a_paper_that_was_not_finished_for_the_archive_is_seen_by_the_validator(judged: Mapping[str, str]) -> None:
    assert "6.6.2.1-1" in judged["plain.pdf"]  # no metadata


def test_every_record_every_signed_one_and_the_pack_conform_to_pdf_a_2b(judged: Mapping[str, str]) -> None:
    files = set(judged) - {"plain.pdf"}
    assert len(files) == len(set(Form) - NOT_SEALED) + len(LANGUAGES) + 1
    assert {name: judged[name] for name in files if judged[name]} == {}
