"""Minutes, resolution, action programme and charts on paper and as Word files, read back in three languages."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx import Document

from congress_desk.domain.closing_texts import ClosingTexts
from congress_desk.domain.minutes import MinutesRecord
from congress_desk.domain.record_marks import mark_of, read_mark
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.speech_figures import SpeechFigures
from congress_desk.plumbing.texts import Language, words_for
from congress_desk.reports.forms import PdfForms
from congress_desk.reports.word import WordForms
from congress_desk.services.ports.printer import FormRecord
from tests.reports import builders, closing_builders
from tests.reports.reading import has_row, numbers, page_texts, symbols, whole_text

FORMS, WORD = PdfForms(), WordForms()
EVERY_LANGUAGE = pytest.mark.parametrize("language", list(Language))


def told(record: FormRecord, language: str = "vi") -> str:
    return whole_text(FORMS.render(record, language))


def word_text(record: FormRecord, language: str) -> str:
    document = Document(io.BytesIO(WORD.render(record, language)))
    texts = [paragraph.text for paragraph in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(texts)


@EVERY_LANGUAGE
def test_minutes_give_every_vote_and_every_person_elected(language: Language) -> None:
    record = closing_builders.some_minutes()
    text = told(record, language)
    for vote in (v for entry in record.course.entries for v in entry.votes):
        figures = (vote.present, vote.agree, vote.disagree, vote.other, vote.base)
        assert any(numbers(line) >= numbers(" ".join(map(str, figures))) for line in text.splitlines()), vote
    for number, one in enumerate(record.elections[0].elected, 1):
        assert one.name in text
        share = f"{10_000 * one.votes / one.base / 100:.2f}".replace(".", "," if language == "vi" else ".")
        assert has_row(text, one.name, number, one.votes, share)


def test_minutes_tell_what_happened_in_order() -> None:
    text = told(closing_builders.some_minutes())
    wanted = (
        "Đại hội khai mạc lúc 07:30, 22/09/2025.",
        closing_builders.VENUE[:30],
        "Đoàn Chủ tịch gồm 9 đồng chí.",
        "1. Chào cờ",
        "2. Bầu Đoàn Chủ tịch",
        "3. Tham luận",
        "Nông Thị Hằng (Định Hóa)",
        "phát biểu ý kiến",
        "Nghỉ giải lao",
        "Các nội dung biểu quyết: 2",
        "Bầu Ban Chấp hành",
        "Đại hội bế mạc lúc 11:30",
        "T/M ĐOÀN THƯ KÝ",
    )
    places = [text.find(words) for words in wanted]
    assert -1 not in places, dict(zip(wanted, places, strict=True))
    assert places == sorted(places)


def test_a_congress_of_which_nothing_is_known_yet_has_minutes_too() -> None:
    course = MinutesRecord(heading=builders.a_heading(), entries=(), figures=SpeechFigures())
    record = closing_builders.some_minutes(convened=0, sessions=(), course=course, elections=(), texts=ClosingTexts())
    for language in Language:
        assert len(page_texts(FORMS.render(record, language))) == 1
    assert "không tiến hành bầu cử" in told(record)


@EVERY_LANGUAGE
def test_a_resolution_carries_its_targets_in_one_table(language: Language) -> None:
    record = closing_builders.a_resolution()
    text = told(record, language)
    for number, target in enumerate(record.targets, 1):
        line = next(line for line in text.splitlines() if target.name[:20] in line)
        assert str(number) in line
    for group in {target.group for target in record.targets}:
        assert group in text
    assert "01-NQ/ĐH" in text


def test_a_resolution_without_targets_has_no_annex() -> None:
    assert "PHỤ LỤC" in told(closing_builders.a_resolution())
    assert "PHỤ LỤC" not in told(closing_builders.a_resolution(targets=()))


@EVERY_LANGUAGE
def test_every_task_stands_with_who_leads_it_and_by_when(language: Language) -> None:
    record = closing_builders.an_action_programme(40)
    pages = page_texts(FORMS.render(record, language))
    heads = sum(words_for(language)("To be done by").split()[0] in page for page in pages)
    assert heads == len(pages)  # the head comes again on every page
    text = "\n".join(pages)
    assert text.count("Ban Tổ chức") >= 40
    assert all(f"đề án số {n} " in text.replace("\n", " ") for n in range(1, 41))


@EVERY_LANGUAGE
def test_charts_say_their_base_and_every_figure(language: Language) -> None:
    record = closing_builders.some_charts()
    text = told(record, language)
    gender = record.composition[0]
    for row in gender.bars:
        assert any(numbers(line)[str(row.count)] for line in text.splitlines())
    chart, presence = record.attendance[0], record.presence[0]
    assert str(chart.needed) in text
    for bar in presence.bars:
        line = next(line for line in text.splitlines() if bar.label in line)
        assert numbers(line) == numbers(f"{bar.counts[0]} {bar.convened}")


@EVERY_LANGUAGE
@pytest.mark.parametrize(
    "record",
    [closing_builders.some_minutes(), closing_builders.a_resolution(), closing_builders.an_action_programme()],
    ids=["minutes", "resolution", "action programme"],
)
def test_the_word_file_holds_the_figures_of_the_paper(record: FormRecord, language: Language) -> None:
    pdf, word = told(record, language), word_text(record, language)
    pages = numbers("\n".join(line for line in pdf.splitlines() if "11:45" not in line))
    assert set(numbers(word)) == set(pages)
    assert "\u2068" not in word


def test_an_arabic_word_file_runs_from_the_right() -> None:
    document = Document(io.BytesIO(WORD.render(closing_builders.some_minutes(), "ar")))
    xml = document.element.xml
    assert "<w:bidi/>" in xml
    assert "<w:bidiVisual" in xml
    assert "<w:rtl/>" in xml


def test_a_vietnamese_sentence_in_an_arabic_word_file_keeps_its_stop_at_its_end() -> None:
    record = replace(closing_builders.a_resolution(), paragraphs=("Đại hội nhất trí.", "Giao cấp ủy thực hiện. " * 9))
    document = Document(io.BytesIO(WORD.render(record, "ar")))
    short = next(p for p in document.paragraphs if "nhất trí." in p.text)
    long = next(p for p in document.paragraphs if "Giao cấp ủy" in p.text)
    assert short.text == "\u200eĐại hội nhất trí.\u200e\u200f"
    assert ("<w:bidi/>" in short._p.xml, "<w:bidi/>" in long._p.xml) == (True, False)  # long ones run as written


def test_a_form_that_is_no_draft_has_no_word_file() -> None:
    with pytest.raises(Refusal) as caught:
        WORD.render(builders.a_record(builders.some_delegates(3)), "vi")
    assert caught.value.reason is Reason.NO_WORD_FORM


@EVERY_LANGUAGE
def test_the_mark_is_read_from_the_foot_of_every_page(language: Language) -> None:
    record = closing_builders.some_minutes()
    mark = mark_of(record, congress="c1", form="minutes", scope="", language=language)
    marked = replace(record, heading=replace(record.heading, mark=mark))
    pdf = FORMS.render(marked, language)
    pages = page_texts(pdf)
    assert [read_mark(text) for text in symbols(pdf)] == [mark] * len(pages)
    assert all(mark.digits in page for page in pages)
