"""The printed programme and the register of presentations, read back in three languages."""

from __future__ import annotations

import datetime as dt

import pytest

from congress_desk.domain.agenda import Content, Item, ItemId, Sitting, SittingId
from congress_desk.domain.agenda_records import PresentationsRecord, ProgrammeBand, ProgrammeLine, ProgrammeRecord
from congress_desk.domain.agenda_times import planned_times
from congress_desk.domain.speech_figures import figures, topic_groups
from congress_desk.domain.speech_timer import Timer
from congress_desk.domain.speeches import Draft, Entry, Speech, Speeches, SpeechId, SpeechState
from congress_desk.plumbing.texts import words_for
from congress_desk.reports.forms import PdfForms
from tests.reports.builders import STARTS, a_heading
from tests.reports.reading import page_texts, whole_text, without_marks

FORMS = PdfForms()
GROUPS = ("Xây dựng Đảng", "Kinh tế", "Văn hóa - xã hội", "Khoa học, công nghệ", "Quốc phòng, an ninh", "Đô thị", "")
each_language = pytest.mark.parametrize("language", ["vi", "en", "ar"])


def a_programme(days: int = 2, lines: int = 12) -> ProgrammeRecord:
    bands = []
    for day in range(days):
        starts = STARTS + dt.timedelta(days=day)
        items = tuple(
            Item(
                id=ItemId(f"{day}-{n}"),
                sitting=SittingId(str(day)),
                written=Content(content=f"Nội dung số {n} của ngày {day}", by_whom="Đoàn Chủ tịch", minutes=15),
                number=str(n),
            )
            for n in range(1, lines + 1)
        )
        sitting = Sitting(id=SittingId(str(day)), name="Buổi sáng", starts=starts, items=items, reserve=day == 1)
        times = zip(items, planned_times(sitting), strict=True)
        rows = tuple(ProgrammeLine(item=item, starts=begins, ends=ends) for item, (begins, ends) in times)
        bands.append(ProgrammeBand(sitting=sitting, lines=rows))
    return ProgrammeRecord(heading=a_heading(), bands=tuple(bands))


def a_register(count: int = 142) -> PresentationsRecord:
    """As large as a province's: 142 in seven groups, a few of each state."""
    states = (SpeechState.DELIVERED, SpeechState.HANDED_IN, SpeechState.APPROVED, SpeechState.WITHDRAWN)
    speeches = Speeches(
        speeches=tuple(
            Speech(
                id=SpeechId(str(n)),
                entry=Entry(
                    topic=f"Chủ đề tham luận số {n} về phát triển",
                    speaker=f"Nguyễn Văn {n}",
                    delegation=f"Đảng ủy xã {n}",
                    group=GROUPS[n % len(GROUPS)],
                    draft=Draft.UPPER if n % 6 == 0 else Draft.OWN,
                ),
                number=n,
                state=states[n % len(states)],
                registered_at=STARTS,
                timer=Timer(allowed=dt.timedelta(minutes=10)),
            )
            for n in range(count)
        )
    )
    return PresentationsRecord(heading=a_heading(), groups=topic_groups(speeches), figures=figures(speeches))


@each_language
def test_the_programme_has_four_columns_a_band_for_each_half_day_and_every_item(language: str) -> None:
    say = words_for(language)
    text = without_marks(whole_text(FORMS.render(a_programme(), language)))
    for title in ("Time", "Content", "Carried out by"):
        assert without_marks(say(title)) in text
    assert text.count("Nội dung số") == 24
    assert "07:30" in text
    assert "10:30" in text
    for day in ("22/09/2025", "23/09/2025"):
        assert day in text
    assert without_marks(say("in reserve")) in text
    assert without_marks(say("Monday")) in text


@each_language
def test_a_long_programme_repeats_its_head_and_its_band_on_every_page(language: str) -> None:
    say = words_for(language)
    pages = [without_marks(page) for page in page_texts(FORMS.render(a_programme(days=3, lines=25), language))]
    assert len(pages) > 2
    assert all(without_marks(say("Carried out by")) in page for page in pages[:-1])


@each_language
def test_the_totals_of_the_register_are_sums_of_its_rows(language: str) -> None:
    record = a_register()
    say = words_for(language)
    text = without_marks(whole_text(FORMS.render(record, language)))
    assert text.count("Chủ đề tham luận số") == record.total == 107  # 142 without the withdrawn
    assert sum(group.count for group in record.groups) == record.total
    counts = record.figures.counts
    assert record.total == counts.registered - counts.withdrawn
    assert str(record.total) in text
    assert without_marks(say("Other topics")) in text


def test_an_empty_register_is_a_paper_too() -> None:
    assert "0" in whole_text(FORMS.render(a_register(0), "vi"))
