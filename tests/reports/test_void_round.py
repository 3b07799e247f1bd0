"""The count record of a round whose vote was declared void, and the remark on ballots beyond the people present."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from congress_desk.domain.elections import Round
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.reports.forms import PdfForms
from tests.builders import Hall, a_hall
from tests.reports.reading import whole_text, without_marks
from tests.reports.test_count_papers import joined, row, said, stands
from tests.services.counted_ballots import BY, counted, entered
from tests.services.scanned_ballots import an_election, issued, printed

NAMES = ("Phạm An", "Lê Thị Ánh", "Đỗ Bình")
WHY = "Thu về nhiều hơn phát ra một phiếu"
CHAIRS = ("Nguyễn Văn Hùng", "Lê Thị Mai")
each_language = pytest.mark.parametrize("language", ["vi", "en", "ar"])


@pytest.fixture
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """Six convened, four of them checked in."""
    hall = a_hall(tmp_path_factory.mktemp("void"), people=6, forms=PdfForms())
    for n in range(4):
        hall.check_in.by_code(hall.badge(n), hall.session)
    yield hall
    hall.store.close()


def a_round(hall: Hall) -> Round:
    return an_election(hall, seats=2, names=NAMES, session=hall.session).latest


def record(hall: Hall, one: Round, language: str = "vi") -> str:
    return without_marks(whole_text(hall.records.preview(Form.COUNT_RECORD, language=language, subject=one.id)))


@each_language
def test_the_record_of_a_void_round_says_why_by_whom_and_when_and_keeps_the_paper(hall: Hall, language: str) -> None:
    one = a_round(hall)
    printed(hall, one, 5)
    hall.voting.ballots.issue(one.id, 3)
    hall.voting.ballots.collect(one.id, 4)
    hall.voting.rounds.void_round(one.id, WHY, CHAIRS)
    text = record(hall, one, language)
    plain = joined(text)
    assert stands(text, said(language, "The vote of this round is void."))
    assert WHY in plain
    assert stands(text, *CHAIRS)
    assert "22/09/2025" in plain
    for message, count in (("Ballots printed", 5), ("Ballots issued", 3), ("Ballots collected", 4)):
        assert row(text, said(language, message), count), message
    for message in (
        "Draft: the count is not sealed, and these figures may still change.",
        "Nobody is elected in this round.",
        "5. Elected",
        "Valid ballots",
    ):
        assert not stands(text, said(language, message)), message


def test_in_vietnamese_the_void_vote_stands_word_by_word_and_nobody_decides_on_voting_again(hall: Hall) -> None:
    one = a_round(hall)
    hall.voting.rounds.void_round(one.id, WHY, CHAIRS)
    plain = joined(record(hall, one))
    assert "Cuộc bỏ phiếu vòng này bị hủy." in plain
    assert f"Lý do hủy: {WHY}" in plain
    assert "người tuyên bố: Nguyễn Văn Hùng, Lê Thị Mai." in plain
    assert "Dự thảo" not in plain
    assert "trúng cử" not in plain
    assert "bầu tiếp" not in plain


def test_votes_that_were_counted_before_the_round_was_void_elect_nobody_on_paper(hall: Hall) -> None:
    one = a_round(hall)
    counted(hall, one, ["yyn"] * 4)
    hall.voting.rounds.void_round(one.id, WHY, CHAIRS)
    plain = joined(record(hall, one))
    assert said("vi", "4. What was counted before the vote was declared void") in plain
    assert row(record(hall, one), said("vi", "Valid ballots"), 4)
    assert "trúng cử" not in plain
    again = hall.voting.rounds.vote_again(one.election)
    told = said("vi", "The vote of round {number} is void: {reason}", number=1, reason=WHY)
    assert told in joined(record(hall, again))


def test_a_void_round_has_no_label_no_hand_over_and_no_slide(hall: Hall) -> None:
    one = a_round(hall)
    hall.voting.rounds.void_round(one.id, WHY, CHAIRS)
    for form in (Form.SEAL_LABEL, Form.HAND_OVER, Form.RESULT_SLIDE):
        with pytest.raises(Refusal) as refused:
            hall.records.preview(form, language="vi", subject=one.id)
        assert refused.value.reason is Reason.ROUND_NOT_SEALED


@each_language
def test_more_ballots_issued_than_delegates_present_are_remarked_on_and_sealing_stays_possible(
    hall: Hall, language: str
) -> None:
    one = a_round(hall)
    issued(hall, one, 5)
    entered(hall, one, ["yyn"] * 5)
    message = (
        "Remark: {issued} ballots were issued, more than the {present} delegates registered as present "
        "when the first were issued."
    )
    told = said(language, message, issued=5, present=4)
    assert stands(record(hall, one, language), told)
    hall.voting.sealing.seal(one.id, BY)
    assert stands(record(hall, one, language), told)


def test_more_ballots_collected_than_delegates_present_are_remarked_on(hall: Hall) -> None:
    one = a_round(hall)
    hall.voting.ballots.issue(one.id, 3)
    hall.voting.ballots.collect(one.id, 5)
    assert "số phiếu thu về là 5, nhiều hơn số đại biểu đã điểm danh có mặt khi bắt đầu phát phiếu là 4" in joined(
        record(hall, one)
    )


def test_as_many_ballots_as_delegates_present_need_no_remark(hall: Hall) -> None:
    one = a_round(hall)
    issued(hall, one, 4)
    assert "Lưu ý" not in joined(record(hall, one))
