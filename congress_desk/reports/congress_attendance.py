"""Attendance over the whole congress: figures by session, absences with their chain, marks of each delegate."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.attendance import Attendance, Presence, Session, is_late
from congress_desk.domain.hall_records import (
    AbsenceLine,
    CongressAttendanceRecord,
    CongressLine,
    ReplacementLine,
    ReplacementsRecord,
)
from congress_desk.plumbing.sentences_absences import STATES
from congress_desk.plumbing.texts import marked
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.session_words import chain_of, local, session_sentence
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say

_MARKS = {
    Presence.EXCUSED: marked("leave"),
    Presence.ABSENT: marked("absent"),
    Presence.EXPECTED: marked("absent"),
}
_LATE = marked("late")
_CAME = "x"


def render_congress_attendance(record: CongressAttendanceRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading, landscape=True)
    add_head(paper, record.heading.title)
    add_title(paper, say("ATTENDANCE RECORD"), say("of the whole congress"))
    _add_sessions(paper, record)
    _add_absences(paper, record)
    _section(paper, say("3. Alternates in the place of officials: {count}", count=len(record.replacements)))
    _add_replacements(paper, record.replacements)
    paper.signatures(
        (say("ON BEHALF OF THE SECRETARIAT"), say("(signature and full name)")),
        (say("ON BEHALF OF THE PRESIDIUM"), say("(signature and full name)")),
    )
    _add_matrix(paper, record)
    return paper.finish(say("Attendance of the congress"))


def render_replacements(record: ReplacementsRecord, fonts: FontSet, say: Say) -> bytes:
    """The paper by which alternates take the place of officials, for the congress to approve."""
    paper = Paper(fonts, say, record.heading, landscape=True)
    add_head(paper, record.heading.title)
    add_title(paper, say("REPLACEMENT OF OFFICIAL DELEGATES BY ALTERNATES"))
    _sentence(
        paper,
        say(
            "The credentials committee reports that the following alternates take the place of official delegates "
            "who are absent for the whole congress: {count}.",
            count=len(record.replacements),
        ),
    )
    paper.room(6)
    _add_replacements(paper, record.replacements)
    paper.signatures(
        (say("ON BEHALF OF THE CREDENTIALS COMMITTEE"), say("(signature and full name)")),
        (say("ON BEHALF OF THE PRESIDIUM"), say("(signature and full name)")),
    )
    return paper.finish(say("Replacement of officials"))


def _add_sessions(paper: Paper, record: CongressAttendanceRecord) -> None:
    say = paper.say
    _section(paper, say("1. Sessions: {count}", count=len(record.sessions)))
    if not record.sessions:
        _sentence(paper, say("None."))
        return
    columns = [
        Column(title=say("No."), share=20, align=Align.FIGURES),
        Column(title=say("Session"), share=170),
        Column(title=say("Convened"), share=50, align=Align.FIGURES),
        Column(title=say("Came"), share=44, align=Align.FIGURES),
        Column(title=say("With leave"), share=48, align=Align.FIGURES),
        Column(title=say("Without leave"), share=52, align=Align.FIGURES),
        Column(title=say("Late"), share=40, align=Align.FIGURES),
        Column(title=say("Came, % of convened"), share=62, align=Align.FIGURES),
        Column(title=say("Quorum reached at"), share=60, align=Align.CENTRE),
    ]
    rows = []
    for n, (session, status) in enumerate(zip(record.sessions, record.statuses, strict=True), 1):
        total, at = status.total, status.quorum.at
        came = total.present + total.left
        counts = (total.convened, came, total.excused, total.absent, total.late)
        reached = say.time(local(record.heading, at)) if status.quorum.reached and at else say("no")
        named = session_sentence(say, record.heading, session)
        rows.append(Row(cells=(str(n), named, *map(str, counts), say.share(came, total.convened), reached)))
    paper.table(columns, rows)
    if record.to_come:
        paper.room(3)
        _sentence(paper, say("Sessions that have not begun: {count}.", count=record.to_come))


def _add_absences(paper: Paper, record: CongressAttendanceRecord) -> None:
    say = paper.say
    _section(paper, say("2. Absences: {count}", count=len(record.absences)))
    if not record.absences:
        _sentence(paper, say("None."))
        return
    columns = [
        Column(title=say("No."), share=20, align=Align.FIGURES),
        Column(title=say("Full name"), share=100),
        Column(title=say("Delegation"), share=80),
        Column(title=say("Absent from"), share=90),
        Column(title=say("Reason"), share=86),
        Column(title=say("Request, opinion, decision"), share=122),
        Column(title=say("Recorded"), share=70),
    ]
    rows = [Row(cells=_absence(paper, record, n, line)) for n, line in enumerate(record.absences, 1)]
    paper.table(columns, rows)


def _absence(paper: Paper, record: CongressAttendanceRecord, number: int, line: AbsenceLine) -> tuple[str, ...]:
    say, sheet = paper.say, line.delegate.sheet
    comma = "، " if say.right_to_left else ", "
    name = comma.join(say.put(session.name) for session in line.sessions) or say("the whole congress")
    who = (str(number), say.put(sheet.full_name), say.delegation(sheet.delegation), name)
    chain = chain_of(say, record.heading, line.request) if line.request is not None else ""
    if line.request is not None and line.excuse is None:
        return (*who, say.put(line.request.reason), chain, say(STATES[line.request.state]))
    if line.excuse is None or line.recorded_at is None:
        return (*who, say("no word received"), "", "")
    reason = say.put(line.excuse.reason)
    if not line.excuse.with_leave:
        reason = say("without leave: {reason}", reason=line.excuse.reason)
    moment = local(record.heading, line.recorded_at)
    recorded = say("{time}, {date}, {who}", time=say.time(moment), date=say.date(moment.date()), who=line.recorded_by)
    allowed = say("Allowed by {who}", who=line.excuse.allowed_by) if line.excuse.allowed_by else ""
    return (*who, reason, chain or allowed, recorded)


def _add_replacements(paper: Paper, lines: Sequence[ReplacementLine]) -> None:
    say = paper.say
    if not lines:
        _sentence(paper, say("None."))
        return
    columns = [
        Column(title=say("No."), share=20, align=Align.FIGURES),
        Column(title=say("Official delegate"), share=100),
        Column(title=say("Position, unit"), share=100),
        Column(title=say("Delegation"), share=76),
        Column(title=say("Reason"), share=84),
        Column(title=say("Replaced by the alternate"), share=100),
        Column(title=say("Decision"), share=84),
    ]
    rows = []
    for n, line in enumerate(lines, 1):
        decided = say.put(line.decision)
        if line.decided_at is not None:
            date = say.date(local(paper.heading, line.decided_at).date())
            decided = say("{decision}, {date}", decision=line.decision, date=date)
        cells = (
            str(n),
            say.put(line.official.sheet.full_name),
            say.post(line.official),
            say.delegation(line.official.sheet.delegation),
            say.put(line.reason),
            say.put(line.alternate.sheet.full_name),
            decided,
        )
        rows.append(Row(cells=cells))
    paper.table(columns, rows)


def _add_matrix(paper: Paper, record: CongressAttendanceRecord) -> None:
    """Every convened delegate, a mark for each session."""
    say = paper.say
    if not record.sessions or not record.lines:
        return
    paper.turn_page()
    _section(paper, say("Annex. Each delegate at each session"))
    paper.text(
        say(
            "x: came; late: came after the beginning; leave: absent with leave; absent: without leave; "
            "-: not expected."
        ),
        part="table",
        italic=True,
        keeps_next=True,
    )
    paper.room(3)
    columns = [
        Column(title=say("No."), share=20, align=Align.FIGURES),
        Column(title=say("Full name"), share=120),
        *(Column(title=say.put(s.name), share=40, align=Align.CENTRE) for s in record.sessions),
    ]
    rows: list[Row] = []
    name: str | None = None
    for n, line in enumerate(record.lines, 1):
        if line.delegate.sheet.delegation != name:
            name = line.delegate.sheet.delegation
            group = say.delegation(name)
            rows.append(Row(heading=group, heading_again=say("{name} (continued)", name=group)))
        rows.append(Row(cells=(str(n), say.put(line.delegate.sheet.full_name), *_marks(say, record, line))))
    paper.table(columns, rows, part="list")


def _marks(say: Say, record: CongressAttendanceRecord, line: CongressLine) -> tuple[str, ...]:
    pairs = zip(record.sessions, line.attendances, strict=True)
    return tuple(_mark(say, session, attendance) for session, attendance in pairs)


def _mark(say: Say, session: Session, attendance: Attendance | None) -> str:
    if attendance is None:
        return "-"
    if attendance.first is not None and is_late(session, attendance.first):
        return say(_LATE)
    return _CAME if attendance.has_come else say(_MARKS[attendance.presence])


def _section(paper: Paper, title: str) -> None:
    paper.room(paper.leading(paper.size("body")) * 0.5)
    paper.text(title, bold=True, keeps_next=True)
    paper.room(3)


def _sentence(paper: Paper, text: str) -> None:
    paper.text(text, justified=True, indent=paper.style.indent)
