"""Sentences of the programme (agenda, presentations, the floor), for plumbing.sentences."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.refusals import Problem, Reason
from congress_desk.plumbing.texts import marked

PROGRAMME_REASONS: Mapping[Reason, str] = {
    Reason.NO_SUCH_ITEM: marked(
        "There is no such item in the programme. Nothing was changed. Look at the programme."
    ),
    Reason.NO_SUCH_SITTING: marked(
        "There is no such half-day in the programme. Nothing was changed. Look at the programme."
    ),
    Reason.NO_SUCH_SPEECH: marked(
        "There is no such presentation in the register. Nothing was changed. Look at the register."
    ),
    Reason.NO_SUCH_REQUEST: marked("There is no such request for the floor. Nothing was changed. Look at the queue."),
    Reason.ITEM_NOT_RUNNING: marked("No item of the programme is running. Nothing was changed. Start one first."),
    Reason.ITEM_BEGUN: marked(
        "“{content}” has begun. Nothing was changed: what has happened stays. "
        "Take the start back with a reason if it was a mistake."
    ),
    Reason.SITTING_NOT_EMPTY: marked(
        "The half-day “{name}” still has items: {count}. Nothing was changed. "
        "Move them first, or remove it with its items."
    ),
    Reason.AGENDA_THERE: marked(
        "There is a programme already, with {count} items. Nothing was changed. "
        "Say that the new one takes its place, or go on with the old one."
    ),
    Reason.NO_AGENDA: marked(
        "No programme was found. Nothing was changed. A table needs a column for the time and one for the content."
    ),
    Reason.NO_PROGRAMME: marked(
        "There is no programme yet. Nothing was printed. Write it, or take the office's table in, in the programme's room."
    ),
    Reason.NOTHING_AHEAD: marked("Nothing is ahead in the programme. Nothing was changed."),
    Reason.SPEECH_WRONG_STATE: marked(
        "This act cannot follow for the presentation of {name}. Nothing was changed. Look at where it stands."
    ),
    Reason.SOMEBODY_SPEAKS: marked("{name} is at the microphone. Nothing was changed. End that turn first."),
    Reason.NOBODY_SPEAKS: marked("Nobody is at the microphone. Nothing was changed."),
    Reason.REQUEST_CLOSED: marked(
        "The request of {name} is not waiting any more. Nothing was changed. Look at the queue."
    ),
    Reason.CANNOT_BE_TAKEN_BACK: marked(
        "There is no such act of the programme to take back. Nothing was changed. Look at the history."
    ),
    Reason.TEXT_MISSING: marked("No text of {name} is here. Nothing was changed. Ask for the file, then add it."),
    Reason.SPEECHES_CLOSED: marked(
        "Presentations cannot be registered from a phone now. Nothing was recorded. Please ask the secretariat."
    ),
}

SEVERAL_MATCH = marked("Several match what was named. Nothing was changed. Name the one that is meant by its id.")

PROGRAMME_PROBLEMS: Mapping[Problem, str] = {
    Problem.NOT_A_TEXT: marked(
        "This is not a text that can be taken: {path}. Nothing was added. "
        "PDF and Word files are taken, told by what is inside and not by the name."
    ),
    Problem.TEXT_DAMAGED: marked(
        "The text of {name} in the documents folder is missing or was changed. It is not opened. "
        "Bring the folder back from a backup, or add the file again."
    ),
}

PROGRAMME_FIELDS: Mapping[str, str] = {
    "item_content": marked("content of the item (up to 1,000 letters)"),
    "by_whom": marked("who carries it out (up to 1,000 letters)"),
    "minutes": marked("length in minutes (0 to 1440)"),
    "item_time": marked("time of the item (such as 07:30)"),
    "after": marked("the item after which it stands"),
    "sitting_name": marked("name of the half-day"),
    "topic": marked("topic of the presentation (up to 500 letters)"),
    "topic_group": marked("topic group"),
    "speaker": marked("speaker: a delegate, or a guest by name"),
    "speech_minutes": marked("minutes allowed (1 to 180)"),
    "extension": marked("more time (in minutes, up to 180)"),
    "gist": marked("gist for the minutes (up to 20,000 letters)"),
}
