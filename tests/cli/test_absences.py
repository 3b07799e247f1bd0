"""absences request, opinion, accept, refuse, list: every step scripted, with the same keys each time."""

from __future__ import annotations

from tests.cli.conftest import Desk


def test_a_request_goes_from_its_letter_to_its_decision(desk: Desk) -> None:
    case = desk("absences request", "001", "--session", "1", "--reason", "ốm", "--at", "2025-09-20T09:00")
    assert (case["state"], case["asked_by"], case["written"]) == ("asked", "Nguyễn Văn An", True)
    assert (case["at"], case["opinion"], case["decision"]) == ("2025-09-20T09:00:00+07:00", None, None)
    early = desk("absences accept", case["id"], "--by", "Lê Văn Chủ", status=2)
    assert early["reason"] == "head_not_heard"
    heard = desk("absences opinion", case["id"], "--by", "Trần Thị Trưởng", "--note", "đồng ý")
    assert (heard["state"], heard["opinion"]["agrees"]) == ("heard", True)
    done = desk("absences accept", case["id"], "--by", "Lê Văn Chủ", "--organ", "presidium")
    assert done["decision"].items() >= {"by": "Lê Văn Chủ", "organ": "presidium", "accepted": True}.items()
    assert desk("absences list") == [done]
    assert desk("status", "--session", "1")["excused"] == 1
    told = desk.say("absences list", "--delegate", "001").out
    assert "Trần Thị Trưởng" in told
    assert "20/09/2025" in told


def test_a_refusal_needs_its_reason_and_excuses_nobody(desk: Desk) -> None:
    case = desk("absences request", "002", "--whole-congress", "--reason", "bận", "--by-word")
    assert (case["session"], case["written"]) == (None, False)
    desk("absences opinion", case["id"], "--by", "Trưởng đoàn", "--against")
    assert desk("absences refuse", case["id"], "--by", "Chủ tọa", status=2)["reason"] == "reason_needed"
    done = desk("absences refuse", case["id"], "--by", "Chủ tọa", "--note", "phải dự")
    assert done["state"] == "refused"
    assert desk("status", "--session", "1")["excused"] == 0
