"""The room's codes as words: faces, notes to the operator, what a clip is and what is wrong with it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from congress_desk.domain.cues import Cue, CueFault
from congress_desk.domain.stage import FaceKind, Result
from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.texts import Words, marked
from congress_desk.ui.rooms.screen.state import Fact, Told
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.people_words import isolated

FACES = {
    FaceKind.TITLE: ("edit", marked("Congress, or own words")),
    FaceKind.ATTENDANCE: ("people", marked("Attendance and quorum")),
    FaceKind.AGENDA: ("calendar", marked("Agenda: now and next")),
    FaceKind.SPEAKER: ("clock", marked("Speaker and time")),
    FaceKind.DOCUMENT: ("qr", marked("QR of a document")),
    FaceKind.RESULT: ("hand", marked("Result")),
    FaceKind.CHART: ("chart", marked("Chart")),
}
FACTS = {
    Fact.CLIP_FAILED: (
        Tone.NO,
        marked("“{title}” cannot be played. The hall sees its picture and no error. Check the file, or go on."),
    ),
    Fact.CLIP_ENDED: (Tone.OK, marked("“{title}” has ended. Its last picture stays until you go on.")),
    Fact.DISPLAY_GONE: (
        Tone.ASK,
        marked("The chosen display is not there. The second screen comes back by itself when it is plugged in."),
    ),
    Fact.WINDOW_CLOSED: (
        Tone.ASK,
        marked("The window of the second screen was closed. Choose a display to open it."),
    ),
    Fact.CUE_ADDED: (Tone.OK, marked("Added and looked at: {title}")),
    Fact.CHECKED_SOUND: (Tone.OK, marked("Checked, all in order: {count}")),
    Fact.CHECKED_FAULTY: (Tone.NO, marked("Checked; these will not play as they are: {count}. See the list.")),
    Fact.LINK_MADE: (
        Tone.CALM,
        marked("Open this once on the computer of the wall: {address}. Whoever has it sees the second screen."),
    ),
}
FAULTS = {
    CueFault.MISSING: marked("The file is gone"),
    CueFault.CHANGED: marked("The file was changed"),
    CueFault.NOT_DECODABLE: marked("Cannot be played"),
    CueFault.CUT: marked("Cut off before its end"),
}


def told_words(told: Told, say: Words, zone: ZoneInfo) -> tuple[Tone, str]:
    if told.error is not None:
        return Tone.ASK, sentence(say, told.error, zone)
    if told.fact is None:
        return Tone.CALM, ""
    tone, words = FACTS[told.fact]
    return tone, say(words, **{name: isolated(str(place), say) for name, place in told.places.items()})


def length_words(cue: Cue, say: Words) -> str:
    if not cue.looked.moving:
        return say("Picture")
    seconds = round(cue.looked.seconds)
    return f"{seconds // 60}:{seconds % 60:02}"


def sound_words(cue: Cue, say: Words) -> str:
    if not cue.looked.moving:
        return ""
    if cue.looked.sound is None:
        return say("Not known")
    return say("With sound") if cue.looked.sound else say("Without sound")


def state_words(cue: Cue, say: Words, zone: ZoneInfo) -> str:
    if cue.looked.fault is not None:
        return say(FAULTS[cue.looked.fault])
    return say("In order, checked at {time}", time=cue.checked_at.astimezone(zone))


def state_icon(cue: Cue) -> tuple[str, str]:
    return ("ok", "ok") if cue.plays else ("no", "no")


def result_words(result: Result) -> str:
    return result.title
