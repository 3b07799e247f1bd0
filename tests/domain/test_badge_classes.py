"""Which badge somebody wears, also when only the list's column of categories says it."""

from __future__ import annotations

import pytest

from congress_desk.domain.badge_classes import BadgeKind, badge_kind
from congress_desk.domain.delegates import Category, Delegate, DelegateId
from tests.builders import a_delegate
from tests.domain.office_lists import people, read_grid


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Báo chí", BadgeKind.PRESS),
        ("Phóng viên", BadgeKind.PRESS),
        ("BTC", BadgeKind.ORGANIZER),
        ("Ban tổ chức", BadgeKind.ORGANIZER),
        ("Phục vụ", BadgeKind.SERVICE),
        ("صحافة", BadgeKind.PRESS),
        ("Khách mời", BadgeKind.GUEST),
        ("Dự khuyết", BadgeKind.ALTERNATE),
        ("Chỉ định", BadgeKind.DELEGATE),
    ],
)
def test_the_category_of_the_list_decides_the_badge(written: str, kind: BadgeKind) -> None:
    (person,) = people(read_grid(["Họ và tên", "Loại đại biểu"], ["Hà Văn An", written]))
    assert badge_kind(Delegate(id=DelegateId("d"), sheet=person)) is kind


def test_a_guest_of_the_press_is_a_guest() -> None:
    assert badge_kind(a_delegate(category=Category.GUEST, position="Nhà báo")) is BadgeKind.GUEST
