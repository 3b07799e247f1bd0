"""Of which kind an item is, guessed from its words; the secretariat corrects what was guessed wrongly."""

from __future__ import annotations

from congress_desk.domain.agenda import ItemKind
from congress_desk.domain.names import folded

# in this order: "báo cáo thẩm tra tư cách" is credentials before it is a report
_WORDS = (
    (ItemKind.BREAK, ("giai lao", "nghi trua", "an trua", "nghi toi", "break", "lunch", "استراحة", "غداء")),
    (ItemKind.CREDENTIALS, ("tham tra tu cach", "tinh hinh dai bieu", "credentials", "اهلية المندوبين")),
    (ItemKind.PRESENTATIONS, ("tham luan", "presentations", "عروض", "مداخلات")),
    (
        ItemKind.ELECTION,
        ("bau cu", "bo phieu", "kiem phieu", "bau ban chap hanh", "bau doan dai bieu", "de cu", "ung cu"),
    ),
    (ItemKind.ELECTION, ("election of the executive", "secret ballot", "الاقتراع", "انتخاب اللجنة التنفيذية")),
    (ItemKind.CLIP, ("phong su", "clip", "video", "phim", "مقطع")),
    (ItemKind.VOTE, ("bieu quyet", "thong qua", "bau doan", "bau ban", "vote", "adopt", "التصويت", "اقرار")),
    (ItemKind.DISCUSSION, ("thao luan", "gop y", "discussion", "مناقشة")),
    (ItemKind.CEREMONY, ("chao co", "khai mac", "be mac", "van nghe", "tang hoa", "chuc mung", "tuyen bo ly do")),
    (ItemKind.CEREMONY, ("gioi thieu dai bieu", "phat bieu chi dao", "opening", "closing", "flag", "ceremony")),
    (ItemKind.CEREMONY, ("افتتاح", "اختتام", "تحية العلم")),
    (ItemKind.REPORT, ("bao cao", "du thao nghi quyet", "kiem diem", "report", "تقرير")),
)


def guessed_kind(content: str) -> ItemKind:
    plain = folded(content)
    return next((kind for kind, words in _WORDS if any(word in plain for word in words)), ItemKind.OTHER)
