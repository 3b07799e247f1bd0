"""What is printed of votes and counts, read back in three languages: every field of domain.md 4.6, every figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from congress_desk.domain.attendance import Excuse, ExcuseScope
from congress_desk.domain.election_rules import BaseRule, InvalidReason, Office
from congress_desk.domain.elections import CommitteeRole, Election, Round
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.votes import HandMethod, HandsVote, ItemKind, ZoneCount
from congress_desk.plumbing.texts import words_for
from congress_desk.plumbing.vote_words import BASES, INVALID
from congress_desk.reports.forms import PdfForms
from congress_desk.services.elections import NewElection
from tests.builders import Hall, a_hall
from tests.reports.reading import numbers, page_texts, whole_text, without_marks
from tests.services.counted_ballots import counted
from tests.services.scanned_ballots import candidates, printed

each_language = pytest.mark.parametrize("language", ["vi", "en", "ar"])
TITLE = "Bầu Ban Chấp hành khóa I"
NAMES = ("Phạm An", "Lê Thị Ánh", "Đỗ Bình", "Trần Văn Đức")  # in the order of the ballot
# 22 convened, one absent for the whole congress: of 21 eleven elect. Votes: 19, 14, 12, 12
BALLOTS = ["yyyn"] * 7 + ["yyny"] * 7 + ["ynyy"] * 5 + ["!too_many"]
BASE = 21


@dataclass(frozen=True)
class Counted:
    """A hall of 22 convened, 20 of them present, whose rounds are all sealed."""

    hall: Hall
    rounds: Mapping[str, Round]
    vote: HandsVote

    def text(self, form: Form, of: str, language: str) -> str:
        subject = self.rounds[of].id if of else self.vote.id
        pdf = self.hall.records.preview(form, language=language, subject=subject)
        return without_marks(whole_text(pdf))


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counted]:
    hall = a_hall(tmp_path_factory.mktemp("count"), people=22, forms=PdfForms())
    for n in range(20):
        hall.check_in.by_code(hall.badge(n), hall.session)
    excuse = Excuse(reason="Điều trị dài ngày", scope=ExcuseScope.CONGRESS, allowed_by="Đoàn Chủ tịch")
    hall.check_in.excuse(hall.people[21].id, hall.session, excuse)
    first = _elect(hall, TITLE, 3, NAMES, Office.EXECUTIVE)
    rounds = {"first": _count(hall, first, first.latest, BALLOTS)}
    tie = hall.voting.rounds.break_tie(first.id)
    rounds["tie"] = _count(hall, first, tie, ["yn"] * 9 + ["ny"] * 8 + ["!nobody"])
    single = _elect(hall, "Bầu Bí thư", 1, ["Phạm An"], Office.SECRETARY)
    rounds["single"] = _count(hall, single, single.latest, ["y"] * 15 + ["n"] * 3 + ["!single_both"])
    several = _elect(hall, "Bầu Phó Bí thư", 2, ["Lê Thị Ánh", "Đỗ Bình"], Office.DEPUTY)
    rounds["several"] = _count(hall, several, several.latest, ["yy"] * 12 + ["ny"] * 4 + ["-y"] * 2 + ["!signed"])
    vote = hall.voting.hands.record(
        "Chỉ tiêu che phủ rừng",
        [
            ZoneCount(agree=9, disagree=1, zone="Bên trái", teller="Nguyễn Thị Lan"),
            ZoneCount(agree=7, disagree=2, other=1, zone="Bên phải", teller="Trần Văn Hòa"),
        ],
        hall.session,
        kind=ItemKind.TARGET,
        presider="Lê Văn Bách",
        method=HandMethod.PARTY_CARD,
        note="Có ý kiến khác nhau",
    )
    yield Counted(hall, rounds, vote)
    hall.store.close()


def _elect(hall: Hall, title: str, seats: int, names: tuple[str, ...] | list[str], office: Office) -> Election:
    new = NewElection(title=title, seats=seats, candidates=candidates(names), office=office)
    election = hall.voting.elections.create(new)
    roles = zip(hall.people[:3], (CommitteeRole.HEAD, CommitteeRole.SECRETARY, CommitteeRole.MEMBER), strict=True)
    return hall.voting.elections.name_committee(election.id, [(d.id, role) for d, role in roles])


def _count(hall: Hall, election: Election, one: Round, ballots: list[str]) -> Round:
    printed(hall, one, 24)
    hall.clock.pass_time(minutes=5)
    hall.voting.ballots.exchange(one.id, 1)
    counted(hall, one, ballots)
    hall.voting.ballots.count_spare(one.id, 24 - len(ballots) - 1)
    by = [member.name for member in hall.voting.elections.election(election.id).committee][:2]
    return hall.voting.sealing.seal(one.id, by)


def said(language: str, message: str, **places: object) -> str:
    return without_marks(words_for(language)(message, **places).replace("\u00a0", " "))


def share(language: str, votes: int, base: int = BASE) -> str:
    text = f"{(20_000 * votes + base) // (2 * base) / 100:.2f}"
    return text.replace(".", ",") if language == "vi" else text


def joined(text: str) -> str:
    return " ".join(text.split())


def stands(text: str, *messages: str) -> bool:
    """All words are there; PDFium puts those of an Arabic line, and their signs, in an order of its own."""
    plain = "".join(text.split())  # it parts words where a vowel mark stood
    return all(word.strip(".,:،؛()") in plain for message in messages for word in message.split())


def row(text: str, label: str, *figures: object) -> bool:
    """A line, or two of a wrapped label, with the label's first words and these figures and no others."""
    lines = text.splitlines()
    begin = " ".join(label.split()[:2])
    wanted = numbers(" ".join([label, *map(str, figures)]))
    pairs = zip(lines, [*lines[1:], ""], strict=True)
    return any(begin in one and wanted in (numbers(one), numbers(f"{one} {two}")) for one, two in pairs)


def part_after(text: str, heading: str) -> str:
    """From the heading on; its number stands elsewhere in Arabic."""
    return text[text.index(re.sub(r"^\d+\. ", "", heading)) :]


@each_language
def test_the_count_record_has_every_field_of_the_attested_form(held: Counted, language: str) -> None:
    text = held.text(Form.COUNT_RECORD, "first", language)
    plain, committee = joined(text), [d.sheet.full_name for d in held.hall.people[:3]]
    for message in ("COUNT RECORD", "5. Elected", "ON BEHALF OF THE PRESIDIUM"):
        assert stands(text, said(language, message)), message
    assert TITLE in plain
    assert "190-QĐ/TW" in plain
    for n, name in enumerate(NAMES, 1):
        assert f"{n}. {name}" in plain
    assert stands(text, *committee)
    for message, count in (
        ("Delegates convened", 22),
        ("Base: convened less deductions", 21),
        ("Present at the vote", 20),
        ("Absent from the vote", 2),
        ("Ballots printed", 24),
        ("Ballots issued", 20),
        ("Ballots left over", 3),
        ("Ballots exchanged", 1),
        ("Ballots collected", 20),
        ("Valid ballots", 19),
        ("Invalid ballots", 1),
    ):
        assert row(text, said(language, message), count), message
    assert row(text, said(language, INVALID[InvalidReason.TOO_MANY]), 1)
    assert stands(text, held.hall.people[21].sheet.full_name)  # deducted, by name
    seal = held.rounds["first"].seal
    assert seal is not None
    assert seal.digest in text
    assert "07:05" in plain
    assert "22/09/2025" in plain


@each_language
def test_votes_stand_in_ballot_order_and_the_elected_by_votes_with_percentages_of_the_named_base(
    held: Counted, language: str
) -> None:
    for of, votes, elected in (
        ("first", {"Phạm An": 19, "Lê Thị Ánh": 14, "Đỗ Bình": 12, "Trần Văn Đức": 12}, 2),
        ("tie", {"Đỗ Bình": 9, "Trần Văn Đức": 8}, 1),
        ("single", {"Phạm An": 15}, 1),
        ("several", {"Lê Thị Ánh": 12, "Đỗ Bình": 18}, 2),
    ):
        text = held.text(Form.COUNT_RECORD, of, language)
        section = part_after(text, said(language, "5. Elected"))
        ballot = part_after(
            text[: -len(section)], said(language, "4. Votes for each person, in the order of the ballot")
        )
        for place, (name, count) in enumerate(votes.items(), 1):
            line = next(x for x in ballot.splitlines() if name in x)
            assert {str(place), str(count), share(language, count)} <= numbers(line).keys(), line
        best = sorted(votes.items(), key=lambda one: -one[1])[:elected]
        for place, (name, count) in enumerate(best, 1):
            assert row(section, name, place, count, share(language, count)), (of, name)
        base = words_for(language)(BASES[BaseRule.CONVENED])
        message = "Percentages are of {base}, {what}, rounded to two decimals."
        assert stands(text, said(language, message, base=BASE, what=base))


@each_language
def test_a_type_b_record_tells_who_disagreed_and_what_counts_for_nobody(held: Counted, language: str) -> None:
    text = held.text(Form.COUNT_RECORD, "several", language)
    assert row(text, "Lê Thị Ánh", 1, 12, share(language, 12), 4, 2)
    assert row(text, "Đỗ Bình", 2, 18, share(language, 18), 0, 0)
    single = held.text(Form.COUNT_RECORD, "single", language)
    assert row(single, "Phạm An", 1, 15, share(language, 15), 3, 0)
    assert row(single, said(language, INVALID[InvalidReason.SINGLE_BOTH]), 1)


@each_language
def test_equal_votes_are_told_and_the_round_after_it_names_the_one_before(held: Counted, language: str) -> None:
    first = joined(held.text(Form.COUNT_RECORD, "first", language))
    tie = joined(held.text(Form.COUNT_RECORD, "tie", language))
    told = "Equal votes ({votes}) for {seats} last seats: {names}. A new ballot is held among them ({article})."
    names = "Đỗ Bình, Trần Văn Đức"
    assert stands(first, said(language, told, votes=12, seats=1, names=names, article="30"))
    assert stands(tie, said(language, "New ballot among those with equal votes"))
    elected = said(language, "Round {number} elected: {names}.", number=1, names="Phạm An, Lê Thị Ánh")
    assert stands(tie, elected)
    assert stands(tie, said(language, "More votes elect; more than half is not needed ({article}).", article="30"))


@each_language
def test_the_entry_log_names_every_pass_and_gives_no_single_ballot(held: Counted, language: str) -> None:
    text = held.text(Form.ENTRY_LOG, "first", language)
    assert stands(text, said(language, "BALLOT-ENTRY LOG"))
    for number, person in ((1, "Lan"), (2, "Hoa")):
        line = next(x for x in text.splitlines() if person in x)
        assert {str(number), "20"} <= numbers(line).keys()
    assert any({"20", "19", "1"} <= numbers(line).keys() for line in text.splitlines())
    assert not any(name in text for name in NAMES)


@each_language
def test_the_seal_label_and_the_hand_over_name_the_packet_and_its_digest(held: Counted, language: str) -> None:
    seal = held.rounds["tie"].seal
    assert seal is not None
    for form, title in ((Form.SEAL_LABEL, "SEALED BALLOTS"), (Form.HAND_OVER, "RECORD OF HANDING OVER BALLOTS")):
        text = held.text(form, "tie", language)
        assert stands(text, said(language, title))
        assert TITLE in joined(text)
        for message, count in (
            ("Round", 2),
            ("Ballots in the packet", 18),
            ("Valid ballots", 17),
            ("Invalid ballots", 1),
            ("Not used: left over, spoiled, exchanged", 6),
        ):
            assert row(text, said(language, message), count), (form, message)
        assert stands(text, *seal.by)
        assert seal.digest in "".join(text.split())
    for message in ("HANDED OVER: COUNTING COMMITTEE", "RECEIVED: PRESIDIUM", "RECEIVED: ARCHIVE"):
        assert stands(text, said(language, message)), message


@each_language
def test_the_result_slide_shows_the_elected_by_votes_on_wide_pages(held: Counted, language: str) -> None:
    pdf = held.hall.records.preview(Form.RESULT_SLIDE, language=language, subject=held.rounds["several"].id)
    text = without_marks(whole_text(pdf))
    for place, (name, count) in enumerate({"Đỗ Bình": 18, "Lê Thị Ánh": 12}.items(), 1):
        assert row(text, name, place, count, share(language, count))
    width, height = pypdfium2.PdfDocument(pdf)[0].get_size()
    assert width / height == pytest.approx(16 / 9, abs=0.01)


@each_language
def test_the_vote_record_gives_base_presence_zones_and_result(held: Counted, language: str) -> None:
    text = held.text(Form.VOTE_RECORD, "", language)
    assert "Chỉ tiêu che phủ rừng" in joined(text)
    assert stands(text, "Lê Văn Bách")
    for message, count in (("Base: convened less deductions", 21), ("Delegates convened", 22)):
        assert row(text, said(language, message), count)
    for message, count in (
        ("Present, checked in at that moment", 20),
        ("Agree", 16),
        ("Disagree", 3),
        ("Other opinion, abstention", 1),
    ):
        assert row(text, said(language, message), count, share(language, count)), message
    assert row(text, "Nguyễn Thị Lan", 9, 1, 0)
    assert row(text, "Trần Văn Hòa", 7, 2, 1)
    adopted = said(language, "The matter is adopted.")
    assert stands(text, adopted.split(maxsplit=1)[1])  # PDFium sets the first letter apart in Arabic
    register = whole_text(held.hall.records.preview(Form.VOTE_RECORD, language=language))
    assert any({"21", "20", "16", "3", share(language, 16)} <= numbers(x).keys() for x in register.splitlines())


def test_a_count_that_is_not_sealed_says_so_and_has_no_label(tmp_path: Path) -> None:
    hall = a_hall(tmp_path, people=3, forms=PdfForms())
    election = _elect(hall, TITLE, 3, NAMES, Office.OTHER)
    pdf = hall.records.preview(Form.COUNT_RECORD, language="vi", subject=election.latest.id)
    assert said("vi", "Draft: the count is not sealed, and these figures may still change.") in joined(
        whole_text(pdf)
    )
    with pytest.raises(Refusal) as refused:
        hall.records.preview(Form.SEAL_LABEL, language="vi", subject=election.latest.id)
    assert refused.value.reason is Reason.ROUND_NOT_SEALED
    hall.store.close()


def test_signatures_of_a_count_stand_with_the_end_of_the_record(held: Counted) -> None:
    pages = page_texts(held.hall.records.preview(Form.COUNT_RECORD, language="vi", subject=held.rounds["first"].id))
    assert "T/M ĐOÀN CHỦ TỊCH" in pages[-1]
    assert "Biên bản lập thành 3 bản" in joined(pages[-1])
