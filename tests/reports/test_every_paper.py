"""Every paper of a day that was held, in three languages: whole on the page and in its language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from congress_desk.domain.delegates import Gender
from congress_desk.domain.records import NEEDS_ROUND, NEEDS_SESSION, Form
from congress_desk.domain.refusals import Problem, Refusal, Trouble
from congress_desk.plumbing.texts import Language, words_for
from congress_desk.reports.forms import PdfForms
from congress_desk.services.ports.printer import FormRecord
from tests.builders import Hall, a_hall
from tests.paper_gallery import hang
from tests.played_day import a_played_day
from tests.played_papers import papers
from tests.reports import builders
from tests.reports.reading import page_texts, whole_text, without_marks
from tests.services.counted_ballots import sealed
from tests.services.scanned_ballots import an_election

each_language = pytest.mark.parametrize("language", [language.value for language in Language])
MM = 72 / 25.4
ENGLISH = re.compile(r"\b(?:the|of|and|with|from|page|none|for|this)\b", re.IGNORECASE)
BESIDE = ("ballots", "impact")  # a ballot has both languages; the assessment names licences and files
WITHOUT_FOOT = frozenset({Form.BADGES, Form.INVITATION, Form.NAME_TENTS, Form.SEAT_TICKETS, Form.CALIBRATION})
STRANGE = "Đại hội 中 lần thứ I"
WITHOUT_TITLE = frozenset({Form.NAME_TENTS, Form.CALIBRATION, Form.RESULT_SLIDE})  # the congress's is not on it


def plain_portraits(wanted: Sequence[tuple[int, Gender]]) -> list[bytes]:
    return [builders.a_photo(seed % 5) for seed, _ in wanted]


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    made = a_played_day(tmp_path_factory.mktemp("played"), plain_portraits, people=90)
    yield made
    made.store.close()


@pytest.fixture(scope="module")
def records(hall: Hall) -> dict[Form, FormRecord]:
    """What every form says, before it is paper."""
    one = hall.voting.elections.elections()[0].rounds[0].id
    found = {}
    for form in Form:
        session = hall.sessions.sessions()[1].id if form in NEEDS_SESSION else None
        found[form] = hall.records.record(form, session, subject=one if form in NEEDS_ROUND else "")
    return found


@each_language
def test_no_paper_is_empty_cut_off_or_in_another_language_and_no_signature_stands_alone(
    hall: Hall, language: str
) -> None:
    signed = without_marks(words_for(language)("(signature and full name)")).strip("()").split()[0]
    for name, paper in papers(hall).items():
        if name == "pack-contents":
            continue
        pdf = paper(language)
        pages = [without_marks(page) for page in page_texts(pdf)]
        assert min(map(len, pages)) > 10, name
        assert not any("\ufffd" in page for page in pages), name
        assert _inside(pdf), name
        if language != "en" and not name.startswith(BESIDE):
            assert not [page for page in pages if ENGLISH.search(page)], name
        assert all(len(page.split()) > 30 for page in pages if signed in page), name


def _inside(pdf: bytes) -> bool:
    """Whether no letter of the first pages comes nearer to the edge than 2 mm."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(min(3, len(document))):
            page = document[number]
            width, height = page.get_size()
            text = page.get_textpage()
            boxes = [text.get_rect(place) for place in range(text.count_rects())]
            if any(b[0] < 2 * MM or b[1] < 2 * MM or b[2] > width - 2 * MM or b[3] > height - 2 * MM for b in boxes):
                return False
    finally:
        document.close()
    return True


def test_a_character_that_no_font_has_stops_every_form_with_its_place(records: dict[Form, FormRecord]) -> None:
    forms = PdfForms()
    for form, record in records.items():
        if form in WITHOUT_TITLE:
            continue
        heading = replace(record.heading, title=STRANGE, convening_body=STRANGE)
        with pytest.raises(Trouble) as stopped:
            forms.render(replace(record, heading=heading), "vi")  # type: ignore[type-var]
        assert stopped.value.problem is Problem.NO_FONT_FOR, form
        assert stopped.value.details["character"] == "中", form
        assert "中" in str(stopped.value.details["place"]), form


def test_the_digit_policy_holds_in_every_form(
    records: dict[Form, FormRecord], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONGRESS_DESK_CONFIG_DIR", str(tmp_path))
    (tmp_path / "page_style.json").write_text(json.dumps({"digits": "arabic"}), encoding="utf-8")
    forms = PdfForms()
    for form, record in records.items():
        if form not in WITHOUT_FOOT:
            few: Any = _shortened(record)
            text = whole_text(forms.render(few, "ar"))
            assert "٢٢/٠٩/٢٠٢٥" in text, form  # when it was printed
            assert "22/09/2025" not in text, form


def _shortened(record: FormRecord) -> FormRecord:
    """Long lists to a few lines: the policy is the same on every page."""
    long = {"delegates", "alphabetical", "lines", "delegations", "answers"}
    kept: dict[str, Any] = {
        name: getattr(record, name)[:6]
        for name in long
        if isinstance(getattr(record, name, None), tuple) and len(getattr(record, name)) > 6
    }
    return replace(record, **kept) if kept else record  # type: ignore[type-var]


def test_the_gallery_hangs_each_page_as_a_picture(hall: Hall, tmp_path: Path) -> None:
    hang(hall, tmp_path, only="seal-label-secretary")
    names = sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".png")
    assert names == [f"seal-label-secretary-1-{language}-01.png" for language in ("ar", "en", "vi")]


@each_language
def test_a_congress_of_nobody_prints_its_paper_or_says_why_not(language: str, tmp_path: Path) -> None:
    empty = a_hall(tmp_path, people=0, forms=PdfForms())
    printed = set()
    for form in Form:
        session = empty.session if form in NEEDS_SESSION else None
        try:
            pdf = empty.records.preview(form, session, language=language)
        except Refusal:
            continue
        assert whole_text(pdf).strip() or form is Form.BADGES, form
        printed.add(form)
    empty.store.close()
    assert {Form.DELEGATES, Form.ROLL, Form.ATTENDANCE, Form.CREDENTIALS, Form.MINUTES, Form.CHARTS} <= printed


@each_language
def test_names_of_a_letter_of_eighty_and_of_another_script_stand_in_every_paper_of_an_election(
    language: str, tmp_path: Path
) -> None:
    names = ("Ý", builders.LONG_NAME, "محمد الأنصاري")
    hall = a_hall(tmp_path, people=9, forms=PdfForms())
    election = an_election(hall, seats=2, names=names)
    sealed(hall, election.latest, ["yyn"] * 5 + ["yny"] * 3)
    for form in (Form.COUNT_RECORD, Form.RESULT_SLIDE, Form.SEAL_LABEL, Form.HAND_OVER, Form.ENTRY_LOG):
        pdf = hall.records.preview(form, language=language, subject=election.latest.id)
        assert _inside(pdf), form
        if form is Form.COUNT_RECORD:
            text = " ".join(whole_text(pdf).split())
            assert all(word in text for word in ("Ý", "Quý", "Ánh", "الأنصاري"))
    hall.store.close()
