"""What people call the parts of the programme and of presentations: the same word on screen, phone and paper."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.agenda import ItemKind, ItemState
from congress_desk.domain.agenda_plan import Doubt, DoubtKind
from congress_desk.domain.speeches import Draft, RequestKind, SpeechState
from congress_desk.plumbing.texts import Words, marked

ITEM_KINDS: Mapping[ItemKind, str] = {
    ItemKind.CEREMONY: marked("Ceremony"),
    ItemKind.REPORT: marked("Report"),
    ItemKind.CREDENTIALS: marked("Credentials report"),
    ItemKind.PRESENTATIONS: marked("Presentations"),
    ItemKind.VOTE: marked("Vote"),
    ItemKind.ELECTION: marked("Election"),
    ItemKind.DISCUSSION: marked("Discussion"),
    ItemKind.BREAK: marked("Break"),
    ItemKind.CLIP: marked("Clip or photo report"),
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
    SpeechState.HANDED_IN: marked("Submitted in writing"),
    SpeechState.WITHDRAWN: marked("Withdrawn by the speaker"),
}
DRAFTS: Mapping[Draft, str] = {
    Draft.OWN: marked("Own draft"),
    Draft.UPPER: marked("Draft of the upper level"),
}
REQUEST_KINDS: Mapping[RequestKind, str] = {
    RequestKind.FLOOR: marked("Wishes to speak"),
    RequestKind.POINT_OF_ORDER: marked("Point of order"),
}
DOUBTS: Mapping[DoubtKind, str] = {
    DoubtKind.NO_HEADER: marked("The table has no heading; its columns were told by what is in them."),
    DoubtKind.NO_DAY: marked("No day is named; the opening day was taken."),
    DoubtKind.DAY_GUESSED: marked("The time goes back; it was taken as the next day."),
    DoubtKind.EMPTY_ROW: marked("An empty row was left out."),
    DoubtKind.NO_CONTENT: marked("A row with a time or a number but without content was left out."),
    DoubtKind.REPEATED_ROW: marked("This row stands twice; it was taken once."),
    DoubtKind.SHARED_TIME: marked("Several rows share one time; it was divided evenly."),
    DoubtKind.TIME_UNREADABLE: marked("The time cannot be read; it follows the row above."),
    DoubtKind.TIME_IMPOSSIBLE: marked("There is no such time of day; it follows the row above."),
    DoubtKind.MIDNIGHT: marked("24:00 was taken as the end of the day."),
    DoubtKind.ENDS_BEFORE_START: marked("It ends before it begins; the end was left out."),
    DoubtKind.OVERLAP: marked("It begins before the row above has ended."),
    DoubtKind.LENGTH_GUESSED: marked("No end is given; the length was taken from its kind."),
}


def doubt_words(doubt: Doubt, say: Words) -> str:
    """ "Row 7: ..." where the doubt is about one row."""
    told = say(DOUBTS[doubt.kind])
    return say("Row {row}: {doubt}", row=doubt.row, doubt=told) if doubt.row else told
