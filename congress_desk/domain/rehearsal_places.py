"""The province of the rehearsal: 21 delegations with their peoples, units and posts.

Places carry names of a northern mountain province, so that the team feels at home; delegations and their sizes,
posts and people are made up.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from congress_desk.domain.rehearsal_names import KINH


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """share: its part of the 445. peoples: ethnicity -> weight. kind decides posts and units."""

    name: str
    kind: str  # commune, ward, office, police, army, business, school
    share: int
    group: int  # discussion group 1-7
    peoples: dict[str, int] = field(default_factory=dict)
    units: tuple[str, ...] = ()


_HIGH = {KINH: 26, "Tày": 34, "Nùng": 12, "Dao": 14, "Mông": 10, "Sán Chay": 4}
_MIDDLE = {KINH: 52, "Tày": 22, "Nùng": 14, "Sán Chay": 6, "Dao": 6}
_FOOTHILLS = {KINH: 72, "Sán Dìu": 14, "Tày": 8, "Nùng": 8, "Mường": 4}
_TOWN = {KINH: 88, "Tày": 9, "Nùng": 5, "Sán Dìu": 2, "Mường": 2}
_PROVINCE = {KINH: 82, "Tày": 16, "Nùng": 6, "Dao": 3, "Mông": 2, "Mường": 1}

DELEGATIONS: tuple[Delegation, ...] = (
    Delegation(name="Đoàn các cơ quan Đảng tỉnh", kind="office", share=46, group=1, peoples=_PROVINCE,
               units=("Văn phòng Tỉnh ủy", "Ban Tổ chức Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy", "Ban Nội chính Tỉnh ủy",
                      "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Trường Chính trị tỉnh", "Ủy ban MTTQ tỉnh")),
    Delegation(name="Đoàn Ủy ban nhân dân tỉnh", kind="office", share=48, group=2, peoples=_PROVINCE,
               units=("Sở Nội vụ", "Sở Tài chính", "Sở Xây dựng", "Sở Y tế", "Sở Công Thương", "Sở Tư pháp",
                      "Sở Nông nghiệp và Môi trường", "Sở Khoa học và Công nghệ", "Sở Giáo dục và Đào tạo",
                      "Sở Văn hóa, Thể thao và Du lịch", "Sở Dân tộc và Tôn giáo", "Văn phòng UBND tỉnh")),
    Delegation(name="Đoàn Công an tỉnh", kind="police", share=26, group=3, peoples=_PROVINCE,
               units=("Công an tỉnh",)),
    Delegation(name="Đoàn Quân sự tỉnh", kind="army", share=22, group=3, peoples=_PROVINCE,
               units=("Bộ Chỉ huy Quân sự tỉnh",)),
    Delegation(name="Đoàn Đại học vùng", kind="school", share=20, group=4, peoples=_TOWN,
               units=("Trường Đại học Sư phạm", "Trường Đại học Nông Lâm", "Trường Đại học Y - Dược",
                      "Trường Đại học Kỹ thuật Công nghiệp", "Trường Đại học Khoa học")),
    Delegation(name="Đoàn các doanh nghiệp", kind="business", share=18, group=4, peoples=_TOWN,
               units=("Công ty Gang thép", "Công ty Điện lực", "Công ty Than", "Ngân hàng Nông nghiệp chi nhánh tỉnh",
                      "Công ty Dệt may")),
    Delegation(name="Đoàn phường Phan Đình Phùng", kind="ward", share=22, group=1, peoples=_TOWN),
    Delegation(name="Đoàn phường Tích Lương", kind="ward", share=19, group=2, peoples=_TOWN),
    Delegation(name="Đoàn phường Sông Công", kind="ward", share=18, group=3, peoples=_TOWN),
    Delegation(name="Đoàn phường Phổ Yên", kind="ward", share=21, group=4, peoples=_FOOTHILLS),
    Delegation(name="Đoàn phường Đức Xuân", kind="ward", share=18, group=5, peoples=_MIDDLE),
    Delegation(name="Đoàn xã Đại Từ", kind="commune", share=20, group=5, peoples=_FOOTHILLS),
    Delegation(name="Đoàn xã Phú Lương", kind="commune", share=18, group=5, peoples=_MIDDLE),
    Delegation(name="Đoàn xã Đồng Hỷ", kind="commune", share=18, group=6, peoples=_FOOTHILLS),
    Delegation(name="Đoàn xã Phú Bình", kind="commune", share=18, group=6, peoples=_FOOTHILLS),
    Delegation(name="Đoàn xã Định Hóa", kind="commune", share=17, group=6, peoples=_MIDDLE),
    Delegation(name="Đoàn xã Võ Nhai", kind="commune", share=17, group=6, peoples=_HIGH),
    Delegation(name="Đoàn xã Chợ Đồn", kind="commune", share=16, group=7, peoples=_HIGH),
    Delegation(name="Đoàn xã Ba Bể", kind="commune", share=15, group=7, peoples=_HIGH),
    Delegation(name="Đoàn xã Na Rì", kind="commune", share=14, group=7, peoples=_HIGH),
    Delegation(name="Đoàn xã Ngân Sơn", kind="commune", share=14, group=7, peoples=_HIGH),
)  # fmt: skip

POSTS: dict[str, tuple[str, ...]] = {
    "office": ("Trưởng ban", "Phó Trưởng ban", "Chánh Văn phòng", "Trưởng phòng", "Phó Trưởng phòng",
               "Chuyên viên chính"),
    "department": ("Giám đốc", "Phó Giám đốc", "Trưởng phòng", "Phó Trưởng phòng", "Bí thư Chi bộ",
                   "Chuyên viên chính"),
    "ward": ("Bí thư Đảng ủy", "Phó Bí thư Thường trực Đảng ủy", "Chủ tịch UBND phường", "Phó Chủ tịch HĐND phường",
             "Chủ nhiệm Ủy ban Kiểm tra Đảng ủy", "Trưởng Ban Xây dựng Đảng", "Chủ tịch Ủy ban MTTQ phường",
             "Phó Chủ tịch UBND phường", "Trưởng trạm Y tế", "Bí thư Đoàn phường"),
    "commune": ("Bí thư Đảng ủy", "Phó Bí thư Thường trực Đảng ủy", "Chủ tịch UBND xã", "Phó Chủ tịch HĐND xã",
                "Chủ nhiệm Ủy ban Kiểm tra Đảng ủy", "Trưởng Ban Xây dựng Đảng", "Chủ tịch Ủy ban MTTQ xã",
                "Phó Chủ tịch UBND xã", "Trưởng trạm Y tế", "Bí thư Đoàn xã"),
    "police": ("Giám đốc Công an tỉnh", "Phó Giám đốc Công an tỉnh", "Trưởng phòng", "Phó Trưởng phòng",
               "Đội trưởng"),
    "army": ("Chỉ huy trưởng", "Chính ủy", "Phó Chỉ huy trưởng", "Chủ nhiệm Chính trị", "Trợ lý"),
    "school": ("Hiệu trưởng", "Phó Hiệu trưởng", "Trưởng khoa", "Phó Trưởng khoa", "Giảng viên chính"),
    "business": ("Tổng Giám đốc", "Phó Tổng Giám đốc", "Giám đốc", "Chủ tịch Công đoàn", "Quản đốc phân xưởng"),
}  # fmt: skip

SECTORS = {
    "office": "Cơ quan Đảng, đoàn thể",
    "ward": "Cấp phường",
    "commune": "Cấp xã",
    "police": "Lực lượng vũ trang",
    "army": "Lực lượng vũ trang",
    "school": "Đơn vị sự nghiệp",
    "business": "Doanh nghiệp",
}

HOMETOWNS = (
    "xã Đại Từ, tỉnh Thái Nguyên", "xã Phú Bình, tỉnh Thái Nguyên", "xã Định Hóa, tỉnh Thái Nguyên",
    "phường Phổ Yên, tỉnh Thái Nguyên", "xã Võ Nhai, tỉnh Thái Nguyên", "xã Chợ Mới, tỉnh Thái Nguyên",
    "xã Bạch Thông, tỉnh Thái Nguyên", "xã Ba Bể, tỉnh Thái Nguyên", "xã Hiệp Hòa, tỉnh Bắc Ninh",
    "xã Vũ Thư, tỉnh Hưng Yên", "xã Kiến Xương, tỉnh Hưng Yên", "phường Nam Định, tỉnh Ninh Bình",
    "xã Sóc Sơn, thành phố Hà Nội", "xã Quảng Uyên, tỉnh Cao Bằng", "xã Tràng Định, tỉnh Lạng Sơn",
    "xã Đông Hưng, tỉnh Hưng Yên", "xã Thanh Miện, thành phố Hải Phòng", "xã Lập Thạch, tỉnh Phú Thọ",
)  # fmt: skip

MAJORS = (
    "Xây dựng Đảng và Chính quyền nhà nước", "Luật", "Quản lý kinh tế", "Kinh tế nông nghiệp", "Lâm nghiệp",
    "Nông học", "Quản lý đất đai", "Tài chính - Ngân hàng", "Kế toán", "Quản lý giáo dục", "Sư phạm Ngữ văn",
    "Sư phạm Toán học", "Y đa khoa", "Công nghệ thông tin", "Kỹ thuật điện", "Luyện kim", "Xây dựng công trình",
    "Chăn nuôi thú y", "Quản lý văn hóa", "Hành chính công",
)  # fmt: skip

SCIENCE_MAJORS = frozenset(
    {"Lâm nghiệp", "Nông học", "Y đa khoa", "Công nghệ thông tin", "Kỹ thuật điện", "Luyện kim",
     "Xây dựng công trình", "Chăn nuôi thú y"}
)  # fmt: skip
MILITARY_MAJORS = {"police": "Nghiệp vụ công an", "army": "Chỉ huy tham mưu lục quân"}
AWARDS = (
    "", "", "Bằng khen của Chủ tịch UBND tỉnh", "Bằng khen của Tỉnh ủy", "Bằng khen của Thủ tướng Chính phủ",
    "Chiến sĩ thi đua cấp tỉnh", "Huân chương Lao động hạng Ba", "Kỷ niệm chương",
)  # fmt: skip
HOTELS = ("Khách sạn Đồi Chè", "Khách sạn Hồ Xanh", "Nhà khách Tỉnh ủy", "Khách sạn Ven Sông")
VILLAGES = (
    "Đồng Tâm", "Hợp Nhất", "Làng Hin", "Nà Mạ", "Khuổi Nặm", "Bản Pè", "Cây Thị", "Đồng Mây", "Suối Bén", "Tân Lập",
    "Nà Phầy", "Gốc Gạo", "Đầm Sen", "Bãi Bông",
)  # fmt: skip
LOCAL_POSTS = {
    "commune": (
        "Bí thư Chi bộ xóm",
        "Hiệu trưởng Trường THCS",
        "Bí thư Chi bộ kiêm Trưởng xóm",
        "Giám đốc Hợp tác xã",
    ),
    "ward": ("Bí thư Chi bộ tổ dân phố", "Hiệu trưởng Trường THCS", "Tổ trưởng tổ dân phố", "Giám đốc Hợp tác xã"),
}
