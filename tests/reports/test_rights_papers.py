"""The papers about rights read back in three languages: what is asked, what was answered, what was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from congress_desk.domain.consent import Answer
from congress_desk.domain.identification import Thresholds, score_of
from congress_desk.domain.rights_records import ModelInUse
from congress_desk.plumbing.consent_text import DECLARATION, TEXT
from congress_desk.plumbing.rights_words import ANSWERS
from congress_desk.plumbing.texts import words_for
from congress_desk.reports.forms import PdfForms
from congress_desk.services.ports.printer import FormRecord
from tests.reports import rights_builders as made
from tests.reports.builders import a_delegate, a_heading, some_delegates
from tests.reports.reading import grey, has_row, numbers, page_texts, poppler_text, whole_text, without_marks

FORMS = PdfForms()
each_language = pytest.mark.parametrize("language", ["vi", "en", "ar"])
left_to_right = pytest.mark.parametrize("language", ["vi", "en"])
PAPERS: dict[str, Callable[[], FormRecord]] = {
    "consent-form": made.a_form,
    "consent-list": lambda: made.a_list(some_delegates(12)),
    "consent-register": made.a_register,
    "impact": made.an_assessment,
    "erasure": made.a_certificate,
}


def text_of(record: FormRecord, language: str) -> str:
    return " ".join(whole_text(FORMS.render(record, language)).split())


def said(language: str, message: str, **places: object) -> str:
    return " ".join(words_for(language)(message, **places).split())


@pytest.mark.parametrize("paper", PAPERS)
@each_language
def test_every_paper_keeps_its_margins_and_says_the_same_each_time(paper: str, language: str) -> None:
    record = PAPERS[paper]()
    pdf = FORMS.render(record, language)
    assert FORMS.render(record, language) == pdf
    dark = grey(pdf) < 200
    columns = np.flatnonzero(dark.any(axis=0))
    assert columns[0] > dark.shape[1] * 0.08
    assert columns[-1] < dark.shape[1] * 0.92


@pytest.mark.parametrize("paper", PAPERS)
def test_a_rehearsal_is_marked_on_every_paper(paper: str) -> None:
    record = PAPERS[paper]()
    rehearsed: FormRecord = replace(record, heading=a_heading(rehearsal=True))  # type: ignore[type-var]
    assert "REHEARSAL" not in text_of(record, "en")
    assert (grey(FORMS.render(rehearsed, "en")) < 240).sum() > (grey(FORMS.render(record, "en")) < 240).sum()


# consent


@left_to_right
def test_the_form_tells_everything_and_offers_no_beside_yes(language: str) -> None:
    told = text_of(made.a_form(), language).replace("- ", "-")
    for name, sentence in TEXT:
        assert said(language, name) in told
        assert said(language, sentence).replace("- ", "-")[:60] in told
    assert said(language, DECLARATION)[:50] in told
    assert said(language, "I do not agree. I come in with my card, and nobody asks me again.") in told
    assert "22/10/2025" in told
    assert made.VERSION in told


@each_language
def test_a_form_is_one_page_for_each_delegate(language: str) -> None:
    assert len(page_texts(FORMS.render(made.a_form(), language))) == 1
    people = some_delegates(3)
    pages = page_texts(FORMS.render(made.a_form(people), language))
    assert len(pages) == 3
    for delegate, page in zip(people, pages, strict=True):
        assert delegate.sheet.full_name in page
        assert delegate.sheet.card_number in page


def test_numbers_of_laws_keep_their_order_in_arabic() -> None:
    read = poppler_text(FORMS.render(made.a_form(), "ar"))
    if read is not None:
        assert "91/2025/QH15" in read
        assert "356/2025/NĐ-CP" in read


def test_a_form_without_sessions_promises_no_day() -> None:
    assert "22/10/2025" not in text_of(made.a_form(erase_by=None), "en")


@each_language
def test_the_list_has_a_row_to_sign_for_everybody(language: str) -> None:
    people = some_delegates(30)
    pages = page_texts(FORMS.render(made.a_list(people), language))
    whole = " ".join(" ".join(pages).split())
    assert all(d.sheet.full_name in whole for d in people)
    delegations = {d.sheet.delegation for d in people}
    law = [page for page in pages if "GDPR" in page]
    assert len(law) == len(delegations)


# the register


@left_to_right
def test_the_register_tells_every_answer_with_text_way_taker_and_time(language: str) -> None:
    record = made.a_register(12)
    told = text_of(record, language)
    assert all(d.sheet.full_name in told for d, _ in record.lines)
    for answer in Answer:
        assert said(language, ANSWERS[answer]) in told
    assert told.count("22/09/2025 07:30") == 13
    assert "Ma Văn Đạt" in told
    assert "450" in told


def test_the_register_counts_who_was_not_asked() -> None:
    told = text_of(made.a_register(40), "en")
    assert "agreed 38, refused 1, withdrawn 1, not asked 410" in told


@each_language
def test_an_empty_register_says_so(language: str) -> None:
    record = replace(made.a_register(0), counts=dict.fromkeys(Answer, 0))
    assert without_marks(said(language, "Nobody has answered yet."))[:8] in without_marks(text_of(record, language))


# the erasure


@left_to_right
def test_the_certificate_tells_what_was_erased_and_what_was_tried(language: str) -> None:
    told = text_of(made.a_certificate(), language)
    for figure in ("412", "398", "17", "07:30", "22/09/2025"):
        assert figure in told
    assert "Hoàng Thị Lan" in told
    assert said(language, "Result: nothing opens any more, and nothing is left.") in told
    assert "Bàn 2, Bàn 3" in told
    assert made.HASH in told
    assert made.HASH[::-1] in told


def test_a_certificate_tells_remains_as_they_are() -> None:
    found = made.a_check(opened=412, traces=3, key_here=True)
    pdf = FORMS.render(made.a_certificate(check=found), "en")
    told = " ".join(whole_text(pdf).split())
    assert "remains were found" in told
    assert "nothing opens any more" not in told
    assert has_row(whole_text(pdf), "To open each of the 412 templates", 412, 0)
    assert has_row(whole_text(pdf), "To find their bytes anywhere", 3, 0)


def test_what_was_not_searched_or_not_checked_is_said() -> None:
    assert "not searched" in text_of(made.a_certificate(check=made.a_check(traces=None)), "en")
    assert "was not checked" in text_of(made.a_certificate(check=None), "en")


def test_copies_are_told_by_whether_a_passphrase_opens_them() -> None:
    assert "have to be deleted" in text_of(made.a_certificate(), "en")
    plain = text_of(made.a_certificate(had_passphrase=False, desks=()), "en")
    assert "no key opens the templates in older copies" in plain
    assert "The key was also at" not in plain


def test_without_a_name_the_user_of_the_computer_stands_there() -> None:
    assert "lan erased" in text_of(made.a_certificate(by=""), "en")


# the assessment


@each_language
def test_the_assessment_holds_every_figure(language: str) -> None:
    found = numbers(whole_text(FORMS.render(made.an_assessment(), language)))
    for figure in ("450", "398", "21", "391", "405", "442", "350", "131072", "1204", "977"):
        assert found[figure] > 0, figure
    assert made.HASH in whole_text(FORMS.render(made.an_assessment(), language)).replace("\n", "")


def test_thresholds_are_printed_as_they_are_in_force() -> None:
    told = text_of(made.an_assessment(), "en")
    assert "0.212" in told
    assert "1.00 % of them" in told
    assert "0,212" in text_of(made.an_assessment(), "vi")
    few = text_of(made.an_assessment(thresholds=Thresholds(people=12)), "en")
    assert "a fixed rule decides" in few
    assert "cannot be computed here" in text_of(made.an_assessment(thresholds=None), "en")


def test_the_paper_explains_the_score_that_decides() -> None:
    """Whoever changes the score changes the sentence."""
    assert score_of([0.30, 0.52]) == pytest.approx(2 * 0.30 - 0.52)
    assert "twice the distance to the nearest person less the distance to the second" in text_of(
        made.an_assessment(), "en"
    )


def test_the_settings_decide_what_the_assessment_says() -> None:
    strict, free = text_of(made.an_assessment(), "en"), text_of(made.an_assessment(auto_accept=True), "en")
    assert "confirms by a key" in strict
    assert "accepted without a key press at this congress" in free
    assert "No passphrase is set" in text_of(made.an_assessment(scrypt_cost=0), "en")
    assert "no session is planned yet" in text_of(made.an_assessment(erase_by=None), "en")
    gone = replace(made.an_assessment().figures, templates=0, enrolled=0)
    erased = made.an_assessment(erasure=made.a_certificate().erasure, figures=gone, scrypt_cost=0)
    assert "destroyed with the templates" in text_of(erased, "en")
    assert "On 22/09/2025 at 07:30" in text_of(made.an_assessment(erasure=made.a_certificate().erasure), "en")


def test_a_model_that_is_not_here_is_not_described() -> None:
    told = text_of(made.an_assessment(models=(ModelInUse(model_hash=made.HASH),)), "en")
    assert told.count("not known on this computer") == 3
    assert "No face model is on this computer" in text_of(made.an_assessment(models=()), "en")


def test_a_long_name_fits_the_form() -> None:
    name = "Nguyễn Phước Quý Thị Hoàng Yến Phương Thảo Công Tằng Tôn Nữ Trương Đình Ngọc Bảo Ánh"
    (page,) = page_texts(FORMS.render(made.a_form([a_delegate(1, full_name=name)]), "vi"))
    assert name in " ".join(page.split())
