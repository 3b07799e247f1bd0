"""The attendance record of a session: the official paper on who was there, with every base named.

It counts nobody: figures come from the status, lists from the lines of the record.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from congress_desk.domain.absences import CaseState
from congress_desk.domain.attendance import Presence
from congress_desk.domain.journal import Method
from congress_desk.domain.quorum import Figures
from congress_desk.domain.records import AttendanceLine, AttendanceRecord
from congress_desk.plumbing.method_words import METHODS
from congress_desk.reports.charts import add_attendance
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.session_words import chain_of, local, session_sentence
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say

Cells = Callable[[AttendanceLine], tuple[str, ...]]


def render_attendance(record: AttendanceRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading)
    add_head(paper, record.heading.title)
    add_title(paper, say("ATTENDANCE RECORD"), session_sentence(say, record.heading, record.session))
    _add_figures(paper, record)
    _add_quorum(paper, record)
    _add_delegations(paper, record)
    _add_lists(paper, record)
    _add_replacements(paper, record)
    _add_check(paper, record)
    paper.signatures(
        (say("ON BEHALF OF THE SECRETARIAT"), say("(signature and full name)")),
        (say("ON BEHALF OF THE PRESIDIUM"), say("(signature and full name)")),
    )
    _add_annex(paper, record)
    _add_curve(paper, record)
    return paper.finish(say("Attendance record"))


def _add_figures(paper: Paper, record: AttendanceRecord) -> None:
    say, total = paper.say, record.status.total
    base = total.convened
    _section(paper, say("1. Figures"))
    columns = [
        Column(title=say("Official delegates"), share=60),
        Column(title=say("Persons"), share=20, align=Align.FIGURES),
        Column(title=say("Share of the convened"), share=28, align=Align.FIGURES),
    ]
    named = (
        (say("Convened"), total.convened),
        (say("Came to the session"), total.present + total.left),
        (say("- present in the hall"), total.present),
        (say("- came and left"), total.left),
        (say("Absent with leave"), total.excused),
        (say("Absent without leave"), total.absent),
    )
    rows = [
        Row(cells=(name, str(count), say.share(count, base)), bold=n < 2) for n, (name, count) in enumerate(named)
    ]
    paper.table(columns, rows)
    paper.room(4)
    _sentence(
        paper, say("Shares are of the {count} official delegates convened, rounded to two decimals.", count=base)
    )
    _sentence(paper, say("Of those who came, {count} came after the beginning.", count=total.late))
    _sentence(
        paper,
        say(
            "Besides, {count} persons are in the hall who are not in this base (alternates, guests, staff).",
            count=record.status.others_present,
        ),
    )


def _add_quorum(paper: Paper, record: AttendanceRecord) -> None:
    say, quorum = paper.say, record.status.quorum
    _section(paper, say("2. Quorum"))
    share = say.put(f"{quorum.share.numerator}/{quorum.share.denominator}")
    _sentence(
        paper,
        say(
            "Needed: at least {share} of the {convened} convened, which is {needed}. Present: {present}.",
            share=share,
            convened=record.status.total.convened,
            needed=quorum.needed,
            present=record.status.total.present,
        ),
    )
    if quorum.reached and quorum.at is not None:
        moment = local(record.heading, quorum.at)
        text = say(
            "The quorum is reached, since {time} on {date}.", time=say.time(moment), date=say.date(moment.date())
        )
    else:
        text = say("The quorum is not reached.")
    paper.text(text, bold=True, indent=paper.style.indent)


def _add_delegations(paper: Paper, record: AttendanceRecord) -> None:
    say = paper.say
    _section(paper, say("3. By delegation"))
    columns = [
        Column(title=say("No."), share=24, align=Align.FIGURES),
        Column(title=say("Delegation"), share=118),
        Column(title=say("Convened"), share=52, align=Align.FIGURES),
        Column(title=say("Present"), share=46, align=Align.FIGURES),
        Column(title=say("Left"), share=40, align=Align.FIGURES),
        Column(title=say("With leave"), share=46, align=Align.FIGURES),
        Column(title=say("Without leave"), share=50, align=Align.FIGURES),
        Column(title=say("Late"), share=40, align=Align.FIGURES),
        Column(title=say("Present, % of convened"), share=66, align=Align.FIGURES),
    ]
    rows = [
        Row(cells=(str(n), say.delegation(one.name), *_figures(say, one.figures)))
        for n, one in enumerate(record.status.delegations, 1)
    ]
    rows.append(Row(cells=("", say("Total"), *_figures(say, record.status.total)), bold=True))
    paper.table(columns, rows)


def _figures(say: Say, one: Figures) -> tuple[str, ...]:
    counts = (one.convened, one.present, one.left, one.excused, one.absent, one.late)
    return (*map(str, counts), say.share(one.present, one.convened))


def _add_lists(paper: Paper, record: AttendanceRecord) -> None:
    say = paper.say
    of = {presence: [n for n in record.lines if n.attendance.presence is presence] for presence in Presence}
    excused = Column(title=say("Reason"), share=66), Column(title=say("Request, opinion, decision"), share=96)
    _section(paper, say("4. Absent with leave: {count}", count=len(of[Presence.EXCUSED])))
    _add_list(paper, of[Presence.EXCUSED], excused, lambda line: _excuse(paper, record, line))
    without = [n for n in record.lines if n.attendance.presence in (Presence.ABSENT, Presence.EXPECTED)]
    _section(paper, say("5. Absent without leave: {count}", count=len(without)))
    _add_list(paper, without, (Column(title=say("Note"), share=76),), lambda line: _absence(paper, record, line))
    late = [line for line in record.lines if line.late]
    _section(paper, say("6. Came after the beginning: {count}", count=len(late)))
    arrived = (Column(title=say("Came at"), share=40, align=Align.CENTRE),)
    _add_list(paper, late, arrived, lambda line: (_time(paper, record, line, first=True),))
    _section(paper, say("7. Came and left: {count}", count=len(of[Presence.LEFT])))
    left = (Column(title=say("Left at"), share=40, align=Align.CENTRE),)
    _add_list(paper, of[Presence.LEFT], left, lambda line: (_time(paper, record, line, first=False),))


def _add_list(paper: Paper, lines: Sequence[AttendanceLine], more: Sequence[Column], cells: Cells) -> None:
    say = paper.say
    if not lines:
        _sentence(paper, say("None."))
        return
    columns = [
        Column(title=say("No."), share=18, align=Align.FIGURES),
        Column(title=say("Full name"), share=76),
        Column(title=say("Delegation"), share=60),
        *more,
    ]
    rows = [
        Row(
            cells=(
                str(n),
                say.put(one.delegate.sheet.full_name),
                say.delegation(one.delegate.sheet.delegation),
                *cells(one),
            )
        )
        for n, one in enumerate(lines, 1)
    ]
    paper.table(columns, rows)


def _excuse(paper: Paper, record: AttendanceRecord, line: AttendanceLine) -> tuple[str, str]:
    say = paper.say
    excuse = line.attendance.excuse
    if excuse is None:
        return "", ""
    reason = say.put(excuse.reason)
    if line.attendance.whole_congress:
        reason = say("{reason} (whole congress)", reason=excuse.reason)
    request = next((one for one in record.requests if one.id == excuse.request), None)
    chain = (
        chain_of(say, record.heading, request) if request else say("Allowed by {who}", who=excuse.allowed_by or "-")
    )
    return reason, chain


def _absence(paper: Paper, record: AttendanceRecord, line: AttendanceLine) -> tuple[str]:
    """A request that waits or was refused is told: it excuses nobody."""
    say, excuse = paper.say, line.attendance.excuse
    asked = [
        one for one in record.requests if one.delegate == line.delegate.id and one.state is not CaseState.ACCEPTED
    ]
    if excuse is None and asked:
        return (" ".join(chain_of(say, record.heading, one) for one in asked),)
    if line.attendance.presence is Presence.EXPECTED or excuse is None:
        return (say("not checked in"),)
    return (say.put(excuse.reason),)


def _time(paper: Paper, record: AttendanceRecord, line: AttendanceLine, *, first: bool) -> str:
    event = line.attendance.first if first else line.attendance.last
    return paper.say.time(local(record.heading, event.happened_at)) if event else ""


def _add_replacements(paper: Paper, record: AttendanceRecord) -> None:
    say = paper.say
    _section(paper, say("8. Alternates in the place of officials: {count}", count=len(record.replacements)))
    if not record.replacements:
        _sentence(paper, say("None."))
        return
    columns = [
        Column(title=say("No."), share=18, align=Align.FIGURES),
        Column(title=say("Official delegate"), share=80),
        Column(title=say("Replaced by the alternate"), share=80),
        Column(title=say("Delegation"), share=70),
    ]
    rows = [
        Row(
            cells=(
                str(n),
                say.put(official.sheet.full_name),
                say.put(alternate.sheet.full_name),
                say.delegation(official.sheet.delegation),
            )
        )
        for n, (official, alternate) in enumerate(record.replacements, 1)
    ]
    paper.table(columns, rows)


def _add_check(paper: Paper, record: AttendanceRecord) -> None:
    say = paper.say
    _section(paper, say("9. For the secretariat's own check"))
    _sentence(
        paper,
        say("Readings refused: {refused}. Entries voided: {voided}.", refused=record.refused, voided=record.voided),
    )


def _add_annex(paper: Paper, record: AttendanceRecord) -> None:
    """Who came, when, and how he was identified: the figures above can be checked name by name."""
    say = paper.say
    came = [line for line in record.lines if line.attendance.has_come]
    if not came:
        return
    paper.turn_page()
    _section(paper, say("Annex. Delegates who came to the session: {count}", count=len(came)))
    columns = Column(title=say("Came at"), share=36, align=Align.CENTRE), Column(title=say("Identified by"), share=50)
    _add_list(paper, came, columns, lambda line: (_time(paper, record, line, first=True), _method(say, line)))


def _add_curve(paper: Paper, record: AttendanceRecord) -> None:
    if record.curve is not None and record.curve.steps:
        add_attendance(paper, record.curve)


def _method(say: Say, line: AttendanceLine) -> str:
    first = line.attendance.first
    method = first.body.get("method", "") if first else ""
    return say(METHODS[Method(method)]) if method else ""


def _section(paper: Paper, title: str) -> None:
    paper.room(paper.leading(paper.size("body")) * 0.5)
    paper.text(title, bold=True, keeps_next=True)
    paper.room(3)


def _sentence(paper: Paper, text: str) -> None:
    paper.text(text, justified=True, indent=paper.style.indent)
