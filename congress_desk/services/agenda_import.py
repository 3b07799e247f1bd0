"""From the office's table, or a template, to the programme: shown first, then all of it or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from congress_desk.domain.agenda import Agenda, ItemId, Sitting, SittingId, body_of, checked
from congress_desk.domain.agenda_fold import AGENDA_KINDS, fold_agenda, sitting_body
from congress_desk.domain.agenda_plan import AgendaPlan, PlannedSitting
from congress_desk.domain.agenda_reading import understand_agenda
from congress_desk.domain.attendance import Session
from congress_desk.domain.journal import Kind, SessionId, new_id
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.plumbing.programme_templates import Template, template_plan
from congress_desk.plumbing.texts import Words
from congress_desk.services.floor import Floor
from congress_desk.services.folding import Folding
from congress_desk.services.ports.sheets import TableReader


class AgendaImportService:
    def __init__(self, floor: Floor, tables: TableReader) -> None:
        self._floor = floor
        self._tables = tables
        self._folding = Folding(AGENDA_KINDS, fold_agenda)

    def plan(self, path: Path) -> AgendaPlan:
        """What the table says, with what is doubtful; nothing is written.

        Refusal: NO_AGENDA (no programme in it). Trouble: see ports.sheets.
        """
        tables = self._tables.read(path)
        with self._floor.reading() as work:
            opens = work.congress.get().opens
            there = len(self._folding.read(work).items)
        plan = understand_agenda(tables, opens=opens, called=path.name, instead_of=there)
        if not plan.items:
            raise Refusal(Reason.NO_AGENDA)
        return plan

    def plan_template(self, template: Template, say: Words, *, day: dt.date | None = None) -> AgendaPlan:
        """A template from this day on (the opening day, by default), its words in this language."""
        with self._floor.reading() as work:
            first = day or work.congress.get().opens
            there = len(self._folding.read(work).items)
        return template_plan(template, first, say, instead_of=there)

    def carry_out(self, plan: AgendaPlan, *, instead: bool = False) -> Agenda:
        """All or nothing. instead: of the programme that is there.

        Refusal: AGENDA_THERE, ITEM_BEGUN (of a programme that runs), BAD_VALUE.
        """
        with self._floor.act() as act:
            there = self._folding.read(act.work)
            if there.items and not instead:
                raise Refusal(Reason.AGENDA_THERE, count=len(there.items))
            begun = next((item for item in there.items if item.started), None)
            if begun is not None:
                raise Refusal(Reason.ITEM_BEGUN, content=begun.content)
            zone = ZoneInfo(act.work.congress.get().zone)
            sessions = act.work.sessions.all()
            sittings = [_written(planned, sessions, zone, act.now) for planned in plan.sittings]
            act.write(Kind.AGENDA_TAKEN_IN, body={"called": plan.called, "instead": True, "sittings": sittings})
            return self._folding.anew(act.work)


def _written(
    planned: PlannedSitting, sessions: Sequence[Session], zone: ZoneInfo, now: dt.datetime
) -> dict[str, object]:
    starts = planned.starts.replace(tzinfo=zone)
    ends = max((item.ends.replace(tzinfo=zone) for item in planned.items), default=starts)
    sitting = Sitting(
        id=SittingId(new_id(now)),
        name=planned.name,
        starts=starts,
        session=_session_of(starts, ends, sessions),
        reserve=planned.reserve,
    )
    items = [{"item": ItemId(new_id(now)), **body_of(checked(item.written))} for item in planned.items]
    return {**sitting_body(sitting), "items": items}


def _session_of(starts: dt.datetime, ends: dt.datetime, sessions: Sequence[Session]) -> SessionId | None:
    """The check-in session with which it shares most time."""
    shared = [(min(ends, s.ends) - max(starts, s.starts), s.id) for s in sessions]
    longest, session = max(shared, default=(dt.timedelta(0), None))
    return session if longest > dt.timedelta(0) else None
