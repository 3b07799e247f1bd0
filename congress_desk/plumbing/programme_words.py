"""What people call kinds and states of items and presentations, and doubts about a table: one word everywhere."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.agenda import ItemKind, ItemState
from congress_desk.domain.agenda_plan import Doubt, DoubtKind
from congress_desk.domain.speech_timer import Phase
from congress_desk.domain.speeches import Draft, RequestKind, RequestState, SpeechState
from congress_desk.plumbing.texts import Words, marked

ITEM_KINDS: Mapping[ItemKind, str] = {
    ItemKind.CEREMONY: marked("Ceremony"),
    ItemKind.REPORT: marked("Report"),
    ItemKind.CREDENTIALS: marked("Credentials"),
    ItemKind.PRESENTATIONS: marked("Presentations"),
    ItemKind.VOTE: marked("Vote"),
    ItemKind.ELECTION: marked("Election"),
    ItemKind.DISCUSSION: marked("Discussion"),
    ItemKind.BREAK: marked("Break"),
    ItemKind.CLIP: marked("Clip"),
    ItemKind.OTHER: marked("Other item"),
}
ITEM_STATES: Mapping[ItemState, str] = {
    ItemState.AHEAD: marked("Ahead"),
    ItemState.RUNNING: marked("On now"),
    ItemState.DONE: marked("Done"),
    ItemState.PASSED_OVER: marked("Passed over"),
}
SPEECH_STATES: Mapping[SpeechState, str] = {
    SpeechState.REGISTERED: marked("Registered"),
    SpeechState.APPROVED: marked("Approved to speak"),
    SpeechState.CALLED: marked("Called"),
    SpeechState.SPEAKING: marked("Speaking"),
    SpeechState.DELIVERED: marked("Delivered directly"),
    SpeechState.HANDED_IN: marked("Handed in as text"),
    SpeechState.WITHDRAWN: marked("Withdrawn by the speaker"),
}
DRAFTS: Mapping[Draft, str] = {
    Draft.OWN: marked("Own draft"),
    Draft.UPPER: marked("Draft of the upper level"),
}
REQUEST_KINDS: Mapping[RequestKind, str] = {
    RequestKind.FLOOR: marked("From the floor"),
    RequestKind.POINT_OF_ORDER: marked("Point of order"),
}
REQUEST_STATES: Mapping[RequestState, str] = {
    RequestState.WAITING: marked("Waiting"),
    RequestState.SPEAKING: marked("Speaking"),
    RequestState.SPOKE: marked("Has spoken"),
    RequestState.WITHDRAWN: marked("Hand lowered"),
}
PHASES: Mapping[Phase, str] = {
    Phase.WAITING: marked("Not begun"),
    Phase.RUNNING: marked("Speaking"),
    Phase.WARNING: marked("Time is nearly up"),
    Phase.OVER: marked("Over time"),
    Phase.PAUSED: marked("Paused"),
    Phase.ENDED: marked("Ended"),
}
DOUBTS: Mapping[DoubtKind, str] = {
    DoubtKind.NO_HEADER: marked("No header was found. The columns were told by what stands in them."),
    DoubtKind.NO_DAY: marked("No day is named. The opening day was taken: {day}."),
    DoubtKind.DAY_GUESSED: marked("The time goes back by hours. It was taken as another day: {day}."),
    DoubtKind.EMPTY_ROW: marked("The row is empty and was left out."),
    DoubtKind.NO_CONTENT: marked("A time without content was left out."),
    DoubtKind.REPEATED_ROW: marked("The row repeats the one above and was left out."),
    DoubtKind.SHARED_TIME: marked("Rows that share one time: {rows}. It was divided evenly among them."),
    DoubtKind.TIME_UNREADABLE: marked("The time “{text}” was not understood."),
    DoubtKind.TIME_IMPOSSIBLE: marked("No clock shows “{text}”. The time was left out."),
    DoubtKind.MIDNIGHT: marked("“{text}” was taken as midnight, the end of the day."),
    DoubtKind.ENDS_BEFORE_START: marked("“{text}” ends before it begins. Only the beginning was taken."),
    DoubtKind.OVERLAP: marked("It begins {minutes} minutes before the item above ends, at {until}."),
    DoubtKind.LENGTH_GUESSED: marked("No end is written. The length was taken as {minutes} minutes."),
}


def doubt_sentence(say: Words, doubt: Doubt) -> str:
    """With its row, as the office counts; texts of the office keep their own direction inside Arabic."""
    places = {name: _isolated(say, value) for name, value in doubt.details.items()}
    told = say(DOUBTS[doubt.kind], **places) if places else say(DOUBTS[doubt.kind])
    return say("Row {row}: {told}", row=doubt.row, told=told) if doubt.row else told


def late_words(say: Words, minutes: int) -> str:
    """By how much it runs late (or early, below nought)."""
    if minutes > 0:
        return say("late by {minutes} min", minutes=minutes)
    return say("early by {minutes} min", minutes=-minutes) if minutes < 0 else say("on time")


def _isolated(say: Words, value: object) -> object:
    if isinstance(value, str) and say.language.right_to_left and not value.isdigit():
        return f"\u2068{value}\u2069"
    return value
