"""What is spoken of at the rehearsal congress: invented topics in groups, one for a delegation each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalTopic:
    """upper: it speaks to a draft of the upper level."""

    group: str
    topic: str
    upper: bool = False


_PARTY = "Xây dựng Đảng và hệ thống chính trị"
_ECONOMY = "Phát triển kinh tế, hạ tầng"
_SOCIETY = "Văn hóa, xã hội, đại đoàn kết"
_DIGITAL = "Khoa học, công nghệ, chuyển đổi số"
_DEFENCE = "Quốc phòng, an ninh, nội chính"

REHEARSAL_TOPICS = (
    RehearsalTopic(group=_PARTY, topic="Nâng cao năng lực lãnh đạo, sức chiến đấu của tổ chức cơ sở đảng"),
    RehearsalTopic(group=_PARTY, topic="Đổi mới nội dung, phương thức sinh hoạt chi bộ vùng cao"),
    RehearsalTopic(group=_PARTY, topic="Góp ý dự thảo Báo cáo chính trị về công tác xây dựng Đảng", upper=True),
    RehearsalTopic(group=_ECONOMY, topic="Phát triển công nghiệp chế biến gắn với vùng nguyên liệu"),
    RehearsalTopic(group=_ECONOMY, topic="Nâng cao giá trị cây chè, xây dựng sản phẩm đặc trưng của tỉnh"),
    RehearsalTopic(group=_ECONOMY, topic="Huy động nguồn lực đầu tư hạ tầng giao thông liên vùng"),
    RehearsalTopic(group=_ECONOMY, topic="Góp ý dự thảo văn kiện về mô hình tăng trưởng mới", upper=True),
    RehearsalTopic(group=_SOCIETY, topic="Giảm nghèo bền vững vùng đồng bào dân tộc thiểu số"),
    RehearsalTopic(group=_SOCIETY, topic="Giữ gìn bản sắc văn hóa các dân tộc gắn với phát triển du lịch"),
    RehearsalTopic(group=_SOCIETY, topic="Phát huy vai trò xung kích của thanh niên trong chuyển đổi số cộng đồng"),
    RehearsalTopic(group=_DIGITAL, topic="Chính quyền địa phương hai cấp phục vụ người dân trên môi trường số"),
    RehearsalTopic(group=_DIGITAL, topic="Gắn nghiên cứu của nhà trường với nhu cầu của doanh nghiệp"),
    RehearsalTopic(group=_DEFENCE, topic="Giữ vững an ninh, trật tự từ cơ sở"),
    RehearsalTopic(group=_DEFENCE, topic="Xây dựng thế trận lòng dân trong khu vực phòng thủ tỉnh"),
)
APPROVED = 9  # the first so many may speak; the others wait for the presidium
