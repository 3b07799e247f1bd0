"""Every refusal and every trouble has its sentence, and where it is raised it is given what the sentence needs."""

from __future__ import annotations

import ast
import datetime as dt
import string
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.plumbing.sentences import (
    FIELDS,
    PROBLEMS,
    REASONS,
    SEVERAL_SESSIONS,
    UNKNOWN_BY_WHAT,
    reason_sentence,
    sentence,
)
from congress_desk.plumbing.sentences_absences import ABSENCE_FIELDS
from congress_desk.plumbing.sentences_archive import ARCHIVE_FIELDS
from congress_desk.plumbing.sentences_paper import PAPER_FIELDS
from congress_desk.plumbing.sentences_programme import PROGRAMME_FIELDS
from congress_desk.plumbing.sentences_stage import STAGE_FIELDS
from congress_desk.plumbing.sentences_voting import VOTING_FIELDS
from congress_desk.plumbing.texts import Language, words_for

PROGRAM = Path(__file__).resolve().parents[2] / "congress_desk"
AT = dt.datetime(2025, 9, 22, 0, 42, tzinfo=dt.UTC)
HALL = ZoneInfo("Asia/Ho_Chi_Minh")
EVERY_LANGUAGE = pytest.mark.parametrize("language", list(Language))

DETAILS: dict[str, object] = {
    "at": AT,
    "id": "roll-1a2b3c4d",
    "session": "Khai mạc",
    "desk": "Bàn 2",
    "minutes": 15,
    "count": 3,
    "name": "Nguyễn Văn An",
    "code": "17560396385",
    "field": "quorum",
    "path": "/hall.congress",
    "called": "an.jpg",
    "character": "ꙮ",
    "place": "Ghi chú",
    "title": "Dự thảo Nghị quyết",
    "content": "Báo cáo chính trị",
    "number": 7,
    "most": 4000,
    "address": "http://tsa.example.vn",
    "port": 8765,
    "host": "10.0.0.9",
    "seat": "B-07",
    "paragraph": "women",
    "possible": "number, women",
    "missing": "222",
    "foreign": "223",
    "order": "222, 3",
    "value": "400",
    "counted": 11,
    "present": 10,
    "article": "14",
    "consent": 120,
    "attending": 430,
    "needed": 130,
    "candidates": 6,
    "seats": 3,
    "collected": 11,
    "issued": 10,
    "batch": "2",
    "sheet": "2/17",
    "sheets": 4,
    "line": 12,
    "marked": 24,
    "valid": 25,
    "printed": 30,
    "used": 28,
}


def places(text: str) -> set[str]:
    named = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return {name.removesuffix("_day") for name in named}


def raised() -> Iterator[tuple[str, str, set[str]]]:
    """Every Refusal(Reason.X, ...) and Trouble(Problem.X, ...) of the program: where, which code, which details."""
    for path in sorted(PROGRAM.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and ast.unparse(node.func) in ("Refusal", "Trouble"):
                details = {word.arg for word in node.keywords if word.arg}
                for code in ast.walk(node.args[0]):
                    if isinstance(code, ast.Attribute) and ast.unparse(code.value) in ("Reason", "Problem"):
                        yield f"{path.name}:{node.lineno}", code.attr, details


def test_every_code_has_its_sentence() -> None:
    assert set(REASONS) == set(Reason)
    assert set(PROBLEMS) == set(Problem)


@EVERY_LANGUAGE
@pytest.mark.parametrize("code", [*Reason, *Problem], ids=str)
def test_a_sentence_with_its_details_has_no_gap(code: Reason | Problem, language: Language) -> None:
    told_of = Refusal(code, **DETAILS) if isinstance(code, Reason) else Trouble(code, **DETAILS)
    told = sentence(words_for(language), told_of, HALL)
    assert "–" not in told
    assert "{" not in told
    assert told.rstrip().endswith(".")


def test_whoever_raises_a_refusal_gives_what_its_sentence_needs() -> None:
    needed = {code.name: places(text) for code, text in (*REASONS.items(), *PROBLEMS.items())}
    lacking = {where: needed[code] - given for where, code, given in raised() if needed[code] - given}
    assert lacking == {}


@EVERY_LANGUAGE
@pytest.mark.parametrize("what", list(UNKNOWN_BY_WHAT))
def test_what_is_unknown_is_told_by_its_kind(what: str, language: Language) -> None:
    told = reason_sentence(words_for(language), Reason.UNKNOWN, {"what": what})
    assert told != reason_sentence(words_for(language), Reason.UNKNOWN, {})
    assert words_for(language).knows(UNKNOWN_BY_WHAT[what])


@EVERY_LANGUAGE
def test_moments_are_told_by_the_clock_of_the_hall(language: Language) -> None:
    told = reason_sentence(words_for(language), Reason.REVOKED, {"at": AT}, HALL)
    assert "07:42" in told
    assert "22/09/2025" in told


@EVERY_LANGUAGE
@pytest.mark.parametrize("field", list(FIELDS))
def test_a_wrong_value_is_named_as_people_name_it(field: str, language: Language) -> None:
    told = reason_sentence(words_for(language), Reason.BAD_VALUE, {"field": field})
    assert words_for(language)(FIELDS[field]) in told
    assert language is Language.ENGLISH or FIELDS[field] not in told


def test_two_parts_never_call_different_values_by_one_field() -> None:
    parts = (ABSENCE_FIELDS, ARCHIVE_FIELDS, PAPER_FIELDS, PROGRAMME_FIELDS, STAGE_FIELDS, VOTING_FIELDS)
    fields = [field for part in parts for field in part]
    assert len(set(fields)) == len(fields)


def test_several_sessions_of_one_name_are_not_told_as_delegates() -> None:
    told = reason_sentence(words_for("en"), Reason.AMBIGUOUS, {"what": "session", "session": "Khai mạc"})
    assert told == SEVERAL_SESSIONS.format(session="Khai mạc")


def test_a_detail_that_is_not_there_is_a_dash_and_never_an_error() -> None:
    assert reason_sentence(words_for("vi"), Reason.ALREADY_PRESENT, {}).startswith("Đã điểm danh lúc –")


def test_a_path_keeps_its_direction_inside_an_arabic_sentence() -> None:
    told = sentence(words_for("ar"), Trouble(Problem.NO_SUCH_FILE, path="/a/b.congress"))
    assert "\u2068/a/b.congress\u2069" in told


def test_a_sentence_says_what_happened_what_is_safe_and_what_to_do() -> None:
    short = [text for text in (*REASONS.values(), *PROBLEMS.values()) if text.count(". ") < 1]
    assert short == []
    male = [text for text in REASONS.values() if {"he", "him", "his"} & set(text.casefold().split())]
    assert male == []
