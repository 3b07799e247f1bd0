"""The seats' codes as sentences: what was moved, what can be taken back, what would change."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from congress_desk.domain.journal import Event
from congress_desk.domain.seating import SeatPlan
from congress_desk.plumbing.texts import Words, marked
from congress_desk.ui.rooms.registry.seat_state import Moved, Said, SeatForm, SeatPaper, Seats, Whom
from congress_desk.ui.widgets.people_words import isolated

MOVED = {
    Moved.SEATED: marked("{name} sits on {seat} now."),
    Moved.SWAPPED: marked("{name} sits on {seat} now, and {other} on {old}."),
    Moved.TOOK_THE_SEAT: marked("{name} sits on {seat} now; {other} has no seat any more."),
    Moved.FREED: marked("Seat {seat} of {name} is free now."),
    Moved.TAKEN_BACK: marked("The last act was taken back."),
}
LAST = {
    "draw": marked("The hall was drawn."),
    "hand": marked("One person was given a seat, or lost it."),
    "swap": marked("Two people changed places."),
    "arrange": marked("Everybody was arranged by delegation."),
    "import": marked("The table {file} was taken in."),
}
PAPERS = {
    SeatPaper.PLAN_A3: marked("Seating plan, A3"),
    SeatPaper.PLAN_A4: marked("Seating plan, A4"),
    SeatPaper.TICKETS: marked("Seat tickets"),
    SeatPaper.TENTS: marked("Name tents"),
}
WHOM = {
    Whom.SEATED: marked("Everybody with a seat"),
    Whom.STAGE: marked("Those on the stage"),
    Whom.DELEGATION: marked("The chosen person's delegation"),
    Whom.ONE: marked("The chosen person"),
}
TITLES = {
    SeatForm.HALL: marked("Make the hall"),
    SeatForm.ARRANGE: marked("Arrange by delegation"),
    SeatForm.IMPORT: marked("Take in a seating table"),
    SeatForm.UNDO: marked("Take back the last act"),
    SeatForm.PRINT: marked("Print"),
}
EXPLAINED = {
    SeatForm.HALL: marked(
        "The map shows the hall as you type. Nothing is changed until you draw it; nobody is moved by drawing it."
    ),
    SeatForm.ARRANGE: marked(
        "Guests in front, then the delegations in their order, each together in one zone where it fits. Whoever sits "
        "on the stage stays there. The map shows the proposal; nothing is changed until you agree."
    ),
    SeatForm.IMPORT: marked(
        "A table with a column “Seat” and one with the name or the card number; zone and floor where there are any. "
        "The map shows it first; whoever is not in the table loses his seat."
    ),
    SeatForm.UNDO: marked("The seats are as they were before it. It stands in the journal with its reason."),
}
PROPOSED = marked("A proposal: nothing is changed yet")


def said_words(said: Said, say: Words) -> str:
    return say(MOVED[said.moved], **{name: isolated(text, say) for name, text in said.places.items()})


def last_words(event: Event, zone: ZoneInfo, say: Words) -> str:
    """What would be taken back, and since when."""
    how, file = event.body["how"], isolated(event.body.get("file", ""), say)
    told = say(LAST[how], file=file)
    at = event.happened_at.astimezone(zone)
    return say("{act} {time}, seats changed: {count}", act=told, time=f"{at:%H:%M %d/%m}", count=_changed(event))


def counts_words(hall: SeatPlan, say: Words) -> str:
    waiting = len(hall.seatless) + len(hall.strays)
    return say(
        "Seated: {seated} · Free seats: {free} · Without a seat: {left}",
        seated=len(hall.sitting),
        free=len(hall.free),
        left=waiting,
    )


def change_lines(seats: Seats, say: Words) -> tuple[str, ...]:
    """What the proposal comes to, each line a figure."""
    if seats.proposal is None:
        return ()
    after = seats.proposal.after
    left = len(after.seatless) + len(after.strays)
    lines = [say("Seats: {count}", count=len(after.seats)), say("Seated: {count}", count=len(after.sitting))]
    if seats.form is not SeatForm.HALL:
        lines.append(say("People whose seat changes: {count}", count=seats.proposal.changed))
    lines.append(say("Without a seat: {count}", count=left))
    if after.strays:
        lines.append(say("Their seat is not in this hall: {count}", count=len(after.strays)))
    if seats.proposal.parted:
        names = "; ".join(isolated(name, say) for name in seats.proposal.parted if name)
        lines.append(say("In more than one zone: {names}", names=names))
    return tuple(lines)


def _changed(event: Event) -> int:
    return len(event.body["changes"])
