"""What people are told where leave is asked for, and the words of its steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from congress_desk.domain.absences import AbsenceCase, CaseState, Organ
from congress_desk.domain.refusals import Reason
from congress_desk.plumbing.texts import marked

Saying = Callable[..., str]  # the words of a screen or of a paper, each isolating what is put in

ABSENCE_REASONS: Mapping[Reason, str] = {
    Reason.NO_SUCH_ABSENCE: marked(
        "There is no such request for leave. Nothing was changed. Choose one of the list of requests."
    ),
    Reason.ABSENCE_ASKED_ALREADY: marked(
        "A request for this absence is on record already. Nothing was changed. Go on with that one, or void it first."
    ),
    Reason.ABSENCE_DECIDED: marked(
        "This request was decided already. Nothing was changed. Void the decision first if it was a mistake."
    ),
    Reason.HEAD_NOT_HEARD: marked(
        "The head of delegation has not been heard. Nothing was changed. Record the opinion first."
    ),
    Reason.HEAD_HALF_A_DAY: marked(
        "A head of delegation may let somebody off for half a day at most. Nothing was changed. The presidium decides."
    ),
}
ABSENCE_FIELDS: Mapping[str, str] = {"decided_by": marked("name of the person who gives the opinion or decides")}
ORGANS: Mapping[Organ, str] = {
    Organ.HEAD: marked("Head of delegation, force majeure"),
    Organ.PRESIDIUM: marked("Presidium"),
    Organ.CONVENING: marked("Convening committee"),
}
STATES: Mapping[CaseState, str] = {
    CaseState.ASKED: marked("waits for the head of delegation"),
    CaseState.HEARD: marked("waits for the decision"),
    CaseState.ACCEPTED: marked("accepted"),
    CaseState.REFUSED: marked("refused"),
}


def steps_of(say: Saying, case: AbsenceCase, day: Callable[[dt.datetime], str]) -> tuple[str, ...]:
    """One short line a step that was taken, in their order. day: a moment as the date that is shown."""
    asked = marked("Written request: {who}, {date}") if case.written else marked("Asked by word: {who}, {date}")
    steps = [say(asked, who=case.asked_by, date=day(case.at))]
    if (told := case.opinion) is not None:
        words = marked("Head of delegation agrees: {who}, {date}")
        if not told.agrees:
            words = marked("Head of delegation does not agree: {who}, {date}")
        steps.append(_noted(say, say(words, who=told.by, date=day(told.at)), told.note))
    if (made := case.decision) is not None:
        words = (
            marked("Accepted ({organ}): {who}, {date}")
            if made.accepted
            else marked("Refused ({organ}): {who}, {date}")
        )
        step = say(words, organ=say(ORGANS[made.organ]), who=made.by, date=day(made.at))
        steps.append(_noted(say, step, made.note))
    return tuple(steps)


def _noted(say: Saying, step: str, note: str) -> str:
    return say(marked("{step} ({note})"), step=step, note=note) if note else step
