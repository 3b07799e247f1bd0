"""Badge codes: every slip of the hand is noticed, and no code follows from another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.badges import CODE_LENGTH, check_digit, in_groups, is_badge_code, new_badge_code

bodies = st.integers(1_000_000_000, 9_999_999_999).map(str)


@given(bodies)
def test_every_single_wrong_digit_is_caught(body: str) -> None:
    code = body + check_digit(body)
    for place, digit in enumerate(code):
        for wrong in set("0123456789") - {digit}:
            assert not is_badge_code(code[:place] + wrong + code[place + 1 :])


@given(bodies)
def test_every_swap_of_two_neighbours_is_caught(body: str) -> None:
    code = body + check_digit(body)
    for place in range(CODE_LENGTH - 1):
        if code[place] != code[place + 1]:
            swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
            assert not is_badge_code(swapped)


def test_the_check_digit_is_damms() -> None:
    assert check_digit("572") == "4"  # the example of Damm's thesis


def test_a_new_code_is_one_and_the_range_is_whole() -> None:
    assert is_badge_code(new_badge_code())
    assert new_badge_code(lambda _n: 0)[:10] == "1000000000"
    assert new_badge_code(lambda n: n - 1)[:10] == "9999999999"
    assert len({new_badge_code() for _ in range(2000)}) == 2000


def test_other_texts_are_no_badge_codes() -> None:
    code = new_badge_code()
    for text in ("", code[:-1], code + "0", " " + code[1:], "x" + code[1:], code.replace(code[0], "٣", 1), "²" * 11):
        assert not is_badge_code(text)


def test_a_code_is_read_aloud_in_groups() -> None:
    assert in_groups("12345678901") == "1234 567 8901"
