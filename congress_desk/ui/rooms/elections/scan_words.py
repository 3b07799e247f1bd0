"""Scanning in words: which sheet people look at and why, the watched folder, what lies under the camera."""

from __future__ import annotations

from congress_desk.domain.ballot_forms import NotRead, SheetStatus
from congress_desk.domain.refusals import Problem
from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.sheet_words import NOT_READ, SEEN_WORDS
from congress_desk.plumbing.texts import Words, marked
from congress_desk.services.ports.ballots import OnTable
from congress_desk.ui.rooms.elections.scan_state import SheetNote, TableWork, Watched
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.answer_panel import Shown
from congress_desk.ui.widgets.people_words import isolated

SHOWN_NAMES = 3
PROBLEMS = {
    Problem.CAMERA_MISSING: marked(
        "No camera is found. Nothing that was taken is lost. Plug it in, or choose another one; it goes on by itself."
    ),
    Problem.CAMERA_LOST: marked(
        "The camera was unplugged or stopped. Nothing that was taken is lost. Plug it in again; it goes on by itself."
    ),
}
WAITS = {
    OnTable.NOTHING: (marked("Lay a ballot under the camera"), marked("It is taken by itself once it lies still.")),
    OnTable.MOVING: (marked("Let it lie still"), marked("Whole, flat, and without a hand over it.")),
    OnTable.READING: (marked("Being read"), marked("Let it lie a moment longer.")),
}
NEXT = marked("Lay down the next one.")


def why_words(codes: tuple[str, ...], say: Words) -> str:
    return "; ".join(dict.fromkeys(say(SEEN_WORDS[code]) for code in codes if code in SEEN_WORDS))


def note_words(note: SheetNote, say: Words) -> str:
    """scan-0012.jpg, page 1: Only a part of the name is struck"""
    why = why_words(note.codes, say)
    if not note.file:
        return say("Sheet {number}: {why}", number=note.page, why=why)
    return say("{file}, page {page}: {why}", file=isolated(note.file, say), page=note.page, why=why)


def folder_words(watched: Watched, say: Words) -> tuple[str, str]:
    """The colour's token and what the folder is about: the worst first."""
    looked = watched.looked
    if watched.away:
        return "ask", say("The folder cannot be reached. What was read is kept; reading goes on when it is back.")
    if looked.broken:
        names = _names(looked.broken, say)
        return "ask", say("Cannot be opened: {names}. Scan these sheets once more.", names=names)
    if not watched.on:
        return "", say("Not read by itself now. Files stay where they are.")
    told = []
    if looked.writing:
        told.append(say("Still being written: {names}.", names=_names(looked.writing, say)))
    if looked.held:
        count = len(looked.held)
        told.append(
            say("Ready: {count}. A ballot has several pages, so they are read once the scanner rests.", count=count)
        )
    if looked.copies:
        told.append(say("Read before under another name: {names}.", names=_names(looked.copies, say)))
    told.append(say("Files read: {count}. New ones are read by themselves.", count=looked.read))
    return "", " ".join(told)


def table_sign(work: TableWork, say: Words) -> Shown:
    """What fills the panel beside the camera's picture."""
    if work.error is not None:
        advice = f"{sentence(say, work.error)} {say('Leave the sheet where it is and press Space to take it.')}"
        return Shown(tone=Tone.ASK, icon="ask", word=say("Not taken"), advice=advice)
    if work.problem is not None:
        told = say(PROBLEMS.get(work.problem, PROBLEMS[Problem.CAMERA_LOST]))
        return Shown(tone=Tone.CALM, icon="camera_off", word=say("No picture"), advice=told)
    if work.on_table is None:
        return Shown(tone=Tone.CALM, icon="camera", word=say("The camera is starting"))
    if work.on_table is OnTable.SAME:
        advice = say("It looks like the one before and is not taken twice. If it is another one, press Space.")
        return Shown(tone=Tone.ASK, icon="question", word=say("The same ballot?"), advice=advice)
    if work.on_table is OnTable.NOT_READ:
        return Shown(tone=Tone.ASK, icon="ask", word=say("Cannot be read"), advice=_not_read(work.why, say))
    if work.on_table is OnTable.TAKEN and not work.saving and work.last is not None:
        return _taken(work, work.last, say)
    waits = OnTable.READING if work.on_table is OnTable.TAKEN else work.on_table
    word, advice = WAITS[waits]
    icon = "ballot" if waits is OnTable.NOTHING else "waiting"
    return Shown(tone=Tone.CALM, icon=icon, word=say(word), advice=say(advice))


def _taken(work: TableWork, last: SheetNote, say: Words) -> Shown:
    why = why_words(last.codes, say)
    if work.last_status is SheetStatus.REFUSED:
        advice = say("{why}. It is on record and not counted. Put it aside.", why=why)
        return Shown(tone=Tone.NO, icon="no", word=say("No ballot of this round"), advice=f"{advice} {say(NEXT)}")
    if work.last_status is SheetStatus.ASK:
        advice = say("{why}. People conclude on it later.", why=why)
        return Shown(tone=Tone.ASK, icon="tick", word=say("Taken"), advice=f"{advice} {say(NEXT)}")
    return Shown(tone=Tone.OK, icon="tick", word=say("Taken"), advice=say(NEXT))


def _not_read(why: NotRead | None, say: Words) -> str:
    reason = say(NOT_READ[why or NotRead.UNREADABLE])
    return say("{why}. Lay it flat and whole into the picture. Space takes it as it lies, for people.", why=reason)


def _names(names: tuple[str, ...], say: Words) -> str:
    shown = ", ".join(names[:SHOWN_NAMES])
    rest = len(names) - SHOWN_NAMES
    return isolated(f"{shown} … (+{rest})" if rest > 0 else shown, say)
