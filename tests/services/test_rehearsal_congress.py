"""The rehearsal: a whole congress of people who do not exist, ready to be practised with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from congress_desk.domain.badges import is_badge_code
from congress_desk.domain.delegates import Gender
from congress_desk.services.rehearsal import fill_rehearsal
from tests.builders import OPENING, a_hall
from tests.services.fake_faces import a_photo
from tests.ui.builders import a_desk


def drawn(people: Sequence[tuple[int, Gender]]) -> Sequence[bytes]:
    return [a_photo((seed % 250, seed // 250, 7), size=20) for seed, _ in people]


def test_a_rehearsal_has_its_people_sessions_badges_and_portraits(tmp_path: Path) -> None:
    hall = a_hall(tmp_path, rehearsal=True)
    day = OPENING.date() + dt.timedelta(days=1)
    fill_rehearsal(a_desk(hall), day, drawn)
    everybody = hall.registry.delegates()
    official = [d for d in everybody if d.is_official]
    assert len(official) == 445
    assert len({d.sheet.delegation for d in official}) == 21
    assert len(everybody) > 445
    assert all(is_badge_code(d.badge_code) and d.photo for d in everybody)
    planned = [s for s in hall.sessions.sessions() if s.starts.astimezone(OPENING.tzinfo).date() == day]
    assert len(planned) == 3
    status = hall.check_in.status(planned[-1].id)
    assert (status.total.convened, status.quorum.needed) == (445, 297)
    assert hall.congress.verify().ok
    hall.store.close()
