"""Names for people who do not exist: Vietnamese family, middle and given names with their usual frequencies.

Weights follow what is commonly reported of Vietnamese family names (Nguyễn 38 %, Trần 11, Lê 9.5, Phạm 7 ...).
A name is drawn from parts, so that it is nobody's in particular; minority names keep their own customs.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from types import MappingProxyType

from congress_desk.domain.delegates import Gender

KINH = "Kinh"


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """families: "Name weight, Name weight"; middle and given names: words between spaces, the usual ones repeated."""

    families: str
    male_middle: str
    male_given: str
    female_middle: str
    female_given: str


_FAMILIES = (
    "Nguyễn 38.4, Trần 12.1, Lê 9.5, Phạm 7.0, Hoàng 5.1, Vũ 3.9, Phan 2.8, Trương 2.2, Bùi 2.1, Đặng 2.1, Đỗ "
    "1.9, Ngô 1.7, Hồ 1.5, Dương 1.4, Đinh 1.0, Đào 0.9, Đoàn 0.9, Lương 0.8, Mai 0.8, Trịnh 0.8, Lưu 0.6, Tạ "
    "0.5, Phùng 0.5, Quách 0.3, Cao 0.5, Hà 0.7"
)

_KINH_MALE_MIDDLE = (
    "Văn Văn Văn Văn Đức Đức Quang Quang Minh Hữu Hữu Ngọc Xuân Xuân Thanh Tiến Mạnh Trọng Công Đình Đình Anh "
    "Hồng Quốc Quốc Viết Thế Duy Bá Tuấn"
)
_KINH_MALE_GIVEN = (
    "Hùng Dũng Tuấn Tuấn Sơn Hải Hải Cường Cường Thắng Thắng Long Nam Minh Đức Quang Trung Hưng Tùng Tuân Thành "
    "Thành Toàn Hiếu Hoàng Việt Khánh Bình Bình Chung Kiên Lâm Linh Phong Phúc Quân Quyết Quyền Tân Thịnh Thuận "
    "Tiến Trường Vinh Vượng Đạt Điệp Định Đông Dương Giang Hà Hào Hòa Huy Khang Lợi Lực Mạnh Nghĩa Ngọc Nhân"
)
_KINH_FEMALE_MIDDLE = (
    "Thị Thị Thị Thị Thị Thị Thanh Thanh Thu Thu Thúy Hồng Hồng Ngọc Ngọc Minh Kim Bích Phương Mai Lan Hoài Quỳnh"
)
_KINH_FEMALE_GIVEN = (
    "Hương Hương Hà Hà Lan Mai Hoa Hằng Hằng Thủy Thủy Nga Ngọc Nhung Nhung Oanh Phương Phượng Quyên Quỳnh Tâm Thảo "
    "Thơm Thoa Thu Thúy Trang Tuyết Vân Yến Ánh Anh Bình Châm Chi Dung Duyên Giang Hạnh Hiền Hiền Hoài Hồng Huệ "
    "Huyền Khánh Lê Liên Linh Loan Lý Minh"
)

NAMINGS: MappingProxyType[str, Naming] = MappingProxyType(
    {
        KINH: Naming(
            families=_FAMILIES,
            male_middle=_KINH_MALE_MIDDLE,
            male_given=_KINH_MALE_GIVEN,
            female_middle=_KINH_FEMALE_MIDDLE,
            female_given=_KINH_FEMALE_GIVEN,
        ),
        "Tày": Naming(
            families=(
                "Hoàng 20, Nông 18, Ma 14, Lương 10, Triệu 8, Hà 7, Lý 5, Bế 4, Đàm 4, Dương 4, Chu 3, Lộc 3, "
                "Nguyễn 8"
            ),
            male_middle="Văn Văn Văn Đình Công Quốc Thế Ngọc Đức Trung",
            male_given=(
                "Hùng Chiến Thắng Sơn Khánh Tuấn Bằng Cao Chính Đoàn Huy Kiên Lập Mạnh Nghiệp Phong Quân Tài "
                "Thông Tuyên Vịnh Đại"
            ),
            female_middle="Thị Thị Thị Thị Thu Bích Ngọc Hồng",
            female_given=(
                "Bích Chuyên Duyên Hằng Hiệp Hoan Huế Lả Liễu Mến Nga Nhâm Nhung Nương Thắm Thêm Thiết Thủy "
                "Tuyên Xuân Yên Điệp"
            ),
        ),
        "Nùng": Naming(
            families=(
                "Nông 22, Hoàng 16, Lục 10, Lâm 8, Vi 10, Lương 8, Triệu 5, Chu 6, Mông 5, Long 4, Phùng 4, Hứa 4"
            ),
            male_middle="Văn Văn Văn Thanh Đức Minh Quang Viết",
            male_given=(
                "Chính Dũng Hợp Hưng Khoa Lâm Lương Mằn Nghĩa Nhất Phú Quý Sáng Tân Thạch Thoại Tiệp Tư Vàng Vũ Đông"
            ),
            female_middle="Thị Thị Thị Thị Thanh Thúy",
            female_given=(
                "Bay Chầm Dương Hảo Hậu Hoài Hường Kiều Len Mai Minh Nguyệt Nhinh Sen Thương Tuyến Tươi Vui Yến"
            ),
        ),
        "Sán Dìu": Naming(
            families="Lưu 14, Trương 12, Lê 12, Diệp 12, Ôn 10, Tạ 8, Trần 10, Ninh 8, Từ 7, Lý 7",
            male_middle="Văn Văn Quang Minh Tiến Ngọc",
            male_given="Bảy Cường Hà Hiệp Hội Lưu Năm Ninh Phúc Sáu Thanh Thọ Tiến Toàn Tư Việt",
            female_middle="Thị Thị Thị Thu",
            female_given="Bảy Chín Hà Hai Hiên Hồng Liên Năm Nhàn Sáu Tám Thanh Tư Vân",
        ),
        "Sán Chay": Naming(
            families="Trần 22, Hoàng 16, La 14, Lý 12, Ninh 12, Hầu 12, Tống 6, Đàm 6",
            male_middle="Văn Văn Văn Quang Đức",
            male_given="Cường Hải Hành Hoạt Khoa Lâm Múi Ngân Phong Sinh Tài Thức Tiến Ước",
            female_middle="Thị Thị Thị",
            female_given="Chanh Hiền Hoa Hương Lan Lai Mùi Nga Nhung Tâm Thìn Xuân",
        ),
        "Dao": Naming(
            families="Triệu 24, Đặng 20, Bàn 18, Lý 14, Phùng 10, Chảo 6, Phượng 4, Dương 4",
            male_middle="Văn Văn Tiến Hữu Tài Kim Phúc Sành",
            male_given="An Bảo Cường Hiên Hương Kinh Long Lưu Minh Nhất Phấu Quý Thành Thắng Tiến Vượng",
            female_middle="Thị Thị Thị Mùi Thu",
            female_given="Chiêu Coi Dất Hai Hương Lai Liều Mai Mẩy Nảy Nhậy Pham Thanh Thủy Vân",
        ),
        "Mông": Naming(
            families="Hoàng 16, Vàng 14, Lý 14, Giàng 12, Sùng 10, Dương 12, Thào 8, Ngô 8, Lầu 6",
            male_middle="Văn Văn A A Seo Mí Đức",
            male_given="Chinh Dế Dinh Hòa Lầu Páo Pháng Phình Phử Sáng Sính Sử Thành Tủa Tráng Vừ",
            female_middle="Thị Thị Thị",
            female_given="Chá Chở Dí Dợ Hoa Mái Mỷ Pà Sao Sua Vá Xuân",
        ),
        "Mường": Naming(
            families="Bùi 34, Đinh 22, Quách 16, Hà 14, Bạch 14",
            male_middle="Văn Văn Văn Thanh Quang",
            male_given="Chiến Dũng Hiểu Khánh Minh Nam Sơn Thắng Toản Tuấn Ước",
            female_middle="Thị Thị Thị",
            female_given="Hằng Hiền Hoa Huệ Lan Nga Nhiên Thảo Thơm Vân",
        ),
    }
)


def invented_name(chance: random.Random, ethnicity: str, gender: Gender, birth_year: int) -> str:
    """Family, middle and given name; the younger more often with four words and fewer "Văn" and "Thị"."""
    naming = NAMINGS[ethnicity]
    weighted = [family.split(" ") for family in naming.families.split(", ")]
    family = chance.choices([name for name, _ in weighted], [float(weight) for _, weight in weighted])[0]
    female = gender is Gender.FEMALE
    middles = (naming.female_middle if female else naming.male_middle).split()
    givens = (naming.female_given if female else naming.male_given).split()
    given = chance.choice([word for word in givens if word != family])
    if birth_year >= 1982 and ethnicity == KINH:
        middles = [word for word in middles if word not in ("Văn", "Thị")] + middles[:1]
    middles = [word for word in middles if word not in (family, given)]
    middle = chance.choice(middles)
    if ethnicity == KINH and chance.random() < (0.22 if birth_year >= 1980 else 0.08):
        middle = _longer(chance, middle, middles, female)
    return f"{family} {middle} {given}"


def _longer(chance: random.Random, middle: str, middles: list[str], female: bool) -> str:
    """Nguyễn Thị Thu Hà: four words, "Thị" first."""
    second = chance.choice([word for word in middles if word not in (middle, "Văn", "Thị")] or middles)
    first = "Thị" if female else middle
    return first if first == second else f"{first} {second}"
