"""What an import would change: recognised people, kept knowledge, duplicates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import Category, Sheet
from congress_desk.domain.list_planning import completed, plan, recognised
from congress_desk.domain.lists import ImportPlan, RowUnderstood
from tests.domain.office_lists import a_delegate, a_list, read_grid

AN = Sheet(full_name="Nguyễn Văn An", birth_date=PartialDate(1975, 2, 1), citizen_number="019075001234",
           delegation="Đoàn A", card_number="001", category=Category.EX_OFFICIO, phone="0912345678")  # fmt: skip
BINH = Sheet(full_name="Trần Thị Bình", birth_date=PartialDate(1980, 3, 2), citizen_number="019180001235",
             delegation="Đoàn A", card_number="002")  # fmt: skip
EXISTING = (a_delegate(1, AN), a_delegate(2, BINH))


def told(planned: ImportPlan) -> list[tuple[int, str]]:
    return [(error.row, error.code) for error in planned.errors]


def test_into_an_empty_congress_everybody_is_new() -> None:
    planned = plan(a_list(AN, BINH), ())

    assert (planned.read, len(planned.added), planned.unchanged, planned.errors) == (2, 2, 0, ())


def test_the_same_list_again_changes_nothing() -> None:
    planned = plan(a_list(AN, BINH), EXISTING)

    assert (planned.added, planned.changed, planned.unchanged, planned.missing) == ((), (), 2, ())


@pytest.mark.parametrize(
    "corrected",
    [replace(AN, full_name="Nguyễn Văn Ân"), replace(AN, birth_date=PartialDate(1975, 1, 2)),
     replace(AN, delegation="B"),
     replace(AN, citizen_number="019075009999"), replace(AN, citizen_number="", card_number="", delegation="Đoàn B"),
     replace(AN, citizen_number="", card_number="", birth_date=PartialDate(1976, 2, 1))],
)  # fmt: skip
def test_a_corrected_person_is_recognised_by_the_other_facts(corrected: Sheet) -> None:
    planned = plan(a_list(corrected, BINH), EXISTING)

    assert planned.added == ()
    assert [change.delegate for change in planned.changed] == ["d1"]


def test_changes_are_told_field_by_field_old_and_new() -> None:
    planned = plan(a_list(replace(AN, phone="0999", birth_date=PartialDate(1975, 2, 3)), BINH), EXISTING)

    assert planned.changed[0].changes == {"phone": ("0912345678", "0999"), "birth_date": ("1975-02-01", "1975-02-03")}
    assert planned.changed[0].sheet.phone == "0999"


def test_empty_cells_and_assumed_categories_erase_nothing() -> None:
    bare = Sheet(full_name=AN.full_name, citizen_number=AN.citizen_number)
    planned = plan(a_list(bare, assumed=frozenset({"category"})), EXISTING)

    assert (planned.unchanged, planned.changed) == (1, ())
    assert planned.missing == ("d2",)


def test_a_category_that_the_list_gives_changes_the_known_one() -> None:
    planned = plan(a_list(replace(AN, category=Category.APPOINTED)), EXISTING)

    assert planned.changed[0].changes == {"category": ("EX", "AP")}


@pytest.mark.parametrize(
    "same",
    [replace(AN, birth_date=PartialDate(1975)), replace(AN, card_number="1"), replace(AN, full_name="NGUYỄN VĂN AN"),
     replace(AN, delegation="ĐOÀN A")],
)  # fmt: skip
def test_the_same_value_less_exactly_written_is_no_change(same: Sheet) -> None:
    row = RowUnderstood(sheet="DS", row=2, person=same)

    assert completed(AN, row) == AN


def test_a_namesake_with_another_number_and_birth_date_is_another_person() -> None:
    namesake = replace(AN, citizen_number="019066001234", birth_date=PartialDate(1966, 5, 5), card_number="")
    planned = plan(a_list(namesake), EXISTING)

    assert [row.person for row in planned.added] == [namesake]


def test_two_namesakes_of_one_delegation_are_not_guessed() -> None:
    existing = (
        a_delegate(1, Sheet(full_name="Lê An", delegation="A")),
        a_delegate(2, Sheet(full_name="Lê An", delegation="A")),
    )

    assert recognised(a_list(Sheet(full_name="Lê An", delegation="A", unit="X")).rows, existing) == {}


def test_a_wrong_number_in_one_row_takes_no_other_delegate_away() -> None:
    wrong = replace(BINH, citizen_number=AN.citizen_number)
    planned = plan(a_list(wrong, replace(AN, citizen_number="")), EXISTING)

    assert (planned.added, planned.missing) == ((), ())
    assert [change.delegate for change in planned.changed] == ["d2"]
    assert told(planned) == [(2, "citizen_number_taken")]
    assert planned.errors[0].params["name"] == "Nguyễn Văn An"


def test_namesakes_whom_only_their_posts_tell_apart_are_known_again() -> None:
    first = Sheet(full_name="Lê An", delegation="A", unit="Sở Y tế")
    second = replace(first, unit="Sở Nội vụ")
    existing = (a_delegate(1, first), a_delegate(2, second))

    again = plan(a_list(second, first), existing)
    assert (again.unchanged, again.added, again.errors) == (2, (), ())
    moved = plan(a_list(replace(first, unit="X"), replace(second, unit="Y")), existing)
    assert told(moved) == [(2, "person_unclear"), (3, "person_unclear")]


def test_name_and_birth_date_both_corrected_are_recognised_by_the_citizen_number_in_the_end() -> None:
    corrected = replace(AN, full_name="Nguyễn Văn Ánh Dương", birth_date=PartialDate(1976, 3, 3), card_number="")

    assert [change.delegate for change in plan(a_list(corrected), EXISTING).changed] == ["d1"]


def test_the_same_citizen_number_twice_names_both_rows() -> None:
    planned = plan(a_list(AN, replace(BINH, citizen_number=AN.citizen_number)), ())

    assert told(planned) == [(3, "duplicate_citizen_number")]
    assert planned.errors[0].params["first_row"] == "2"
    assert planned.errors[0].params["first_name"] == "Nguyễn Văn An"


def test_the_same_name_and_birth_date_is_a_duplicate_unless_the_numbers_differ() -> None:
    without = replace(AN, citizen_number="", card_number="")

    assert told(plan(a_list(AN, without), ())) == [(3, "duplicate_person")]
    assert told(plan(a_list(AN, replace(without, citizen_number="019075005555")), ())) == []


def test_a_row_copied_whole_is_a_duplicate_and_namesakes_without_dates_are_not() -> None:
    bare = Sheet(full_name="Lê An", delegation="A")

    assert told(plan(a_list(bare, bare), ())) == [(3, "duplicate_person")]
    assert told(plan(a_list(bare, replace(bare, unit="X")), ())) == []


def test_one_card_number_for_two_people_is_an_error_with_or_without_zeros() -> None:
    assert told(plan(a_list(AN, replace(BINH, card_number="1")), ())) == [(3, "duplicate_card_number")]


def test_a_card_of_a_delegate_whom_the_list_does_not_name_is_taken() -> None:
    newcomer = Sheet(full_name="Lê Cao", delegation="A", card_number="01")
    planned = plan(a_list(newcomer), EXISTING)

    assert told(planned) == [(2, "card_number_taken")]
    assert planned.errors[0].params == {"number": "01", "name": "Nguyễn Văn An"}


def test_two_people_may_exchange_their_cards() -> None:
    planned = plan(a_list(replace(AN, card_number="002"), replace(BINH, card_number="001")), EXISTING)

    assert told(planned) == []
    assert len(planned.changed) == 2


def test_errors_of_reading_stand_before_the_duplicates_with_their_columns() -> None:
    understood = read_grid(
        ["Họ tên", "CCCD", "Năm sinh"], ["Lê An", "019075001234", "x"], ["Lê Ba", "019075001234", 1980]
    )

    assert [(e.row, e.column, e.code) for e in plan(understood, ()).errors] == [
        (2, "C", "date_unreadable"),
        (3, "B", "duplicate_citizen_number"),
    ]


def test_the_order_of_the_delegates_does_not_matter() -> None:
    understood = a_list(replace(BINH, phone="1"), AN, Sheet(full_name="Lê Cao"))
    one, other = plan(understood, EXISTING), plan(understood, EXISTING[::-1])

    assert (one.added, one.changed, one.errors) == (other.added, other.changed, other.errors)


def test_a_corrected_number_is_recognised_by_name_and_delegation_where_no_birth_date_speaks_against_it() -> None:
    known = a_delegate(1, replace(AN, birth_date=None, card_number=""))
    planned = plan(a_list(replace(AN, birth_date=None, card_number="", citizen_number="019075007777")), (known,))

    assert [change.changes for change in planned.changed] == [{"citizen_number": ("019075001234", "019075007777")}]
