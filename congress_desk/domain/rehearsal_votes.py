"""What the rehearsal congress votes on: two votes by hands, and an election in preparation."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.ballots import CandidateId
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.elections import Candidate
from congress_desk.domain.votes import ItemKind

REHEARSAL_VOTES = (
    (ItemKind.ORGAN, "Số lượng và danh sách Đoàn Chủ tịch đại hội"),
    (ItemKind.PROGRAMME, "Chương trình làm việc của đại hội"),
)
PRACTISED = "Diễn tập: biểu quyết thử trước giờ điểm danh"
ELECTION_TITLE = "Bầu Ban Chấp hành Đảng bộ tỉnh khóa I, nhiệm kỳ 2025 - 2030"
ELECTION_BESIDE = "Election of the Executive Committee, term 2025-2030"
SEATS, CANDIDATES, COMMITTEE = 15, 18, 5


def rehearsal_candidates(people: Sequence[Delegate]) -> tuple[tuple[Candidate, ...], tuple[Delegate, ...]]:
    """Officials of different names for the list, and others for the counting committee."""
    different = {d.sheet.full_name: d for d in people if d.is_official}
    chosen = list(different.values())[: CANDIDATES + COMMITTEE]
    listed = tuple(
        Candidate(
            id=CandidateId(""),
            name=d.sheet.full_name,
            born=str(d.sheet.birth_date or ""),
            delegate=d.id,
        )
        for d in chosen[:CANDIDATES]
    )
    return listed, tuple(chosen[CANDIDATES:])
