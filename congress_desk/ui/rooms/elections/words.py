"""The room's codes as sentences and short words: steps, facts, marks, what the machine saw, shares."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from congress_desk.domain.ballot_forms import BallotColour, BallotKind, Mark, SheetStatus
from congress_desk.domain.ballots import Question, Sheet
from congress_desk.domain.election_lists import Surplus
from congress_desk.domain.election_rules import Profile, Rule
from congress_desk.domain.elections import Election, Round, RoundState
from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.sheet_words import SEEN_WORDS as SEEN
from congress_desk.plumbing.texts import Words, marked
from congress_desk.plumbing.vote_tables import percent_words
from congress_desk.plumbing.vote_words import ARTICLE, INVALID, QUESTIONS, ROUND_STATES, too_few_words
from congress_desk.ui.rooms.elections.state import Fact, Step, Told
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.people_words import isolated

STEPS = {
    Step.LIST: marked("Candidates"),
    Step.COMMITTEE: marked("Committee"),
    Step.BALLOTS: marked("Ballots"),
    Step.COUNTING: marked("Counting"),
    Step.JUDGING: marked("Judgement"),
    Step.RESULT: marked("Result"),
}
FACTS = {
    Fact.CREATED: marked("The election was created: {title}"),
    Fact.ADDED: marked("{name} is on the list."),
    Fact.WITHDRAWN: marked("{name} was taken off the list; the reason is on record."),
    Fact.NAMED: marked("The counting committee is on record."),
    Fact.OPENED: marked("The box was opened; both names are on record."),
    Fact.RULES: marked("The rule on sheet marks was changed. Ballots printed before stay as they are."),
    Fact.PRINTED: marked("Sent to the printer {printer}."),
    Fact.SAVED: marked("Saved: {path}"),
    Fact.MOVED: marked("Ballots put on record: {count}."),
    Fact.TAKEN_BACK: marked("It was taken back; the reason is on record."),
    Fact.SCANNED: marked(
        "Sheets read: {read}. For people to conclude: {asked}. No ballots of this round: {refused}."
    ),
    Fact.LAID: marked("Sheets taken under the camera: {count}. All of them are on record."),
    Fact.RECOVERED: marked("Sheets that were still waiting when the program ended are on record now: {count}."),
    Fact.WATCHING: marked("The folder {folder} is read by itself from now on."),
    Fact.WATCHED_NO_MORE: marked("The folder {folder} is not read by itself any more."),
    Fact.BROKEN_OFF: marked("The scan was broken off; what was read is kept. Read the same files again to go on."),
    Fact.ENTERED: marked("Bundle {batch}, pass {number}: {count} ballots kept."),
    Fact.THROWN_AWAY: marked(
        "Bundle {batch}, pass {number}: {count} typed ballots thrown away, nothing of them counts."
    ),
    Fact.TALLIED: marked("The tally of bundle {batch} was kept."),
    Fact.BATCH_VOIDED: marked("Bundle {batch} was taken back as a whole. It stays on record; count it anew."),
    Fact.JUDGED: marked("The conclusion is on record with both names."),
    Fact.DECIDED: marked("The decision is on record and holds for the whole round."),
    Fact.DRAWN: marked("Sheets drawn for the sample: {count}. Compare each with its reading."),
    Fact.CHECKED: marked("The sample is on record."),
    Fact.SEALED: marked("The count is sealed. Its result is frozen."),
    Fact.COUNT_VOIDED: marked("The count was taken back as a whole. The former one stays in sight."),
    Fact.ROUND_VOIDED: marked("The round was declared void. It stays on record."),
    Fact.NEXT: marked("Round {number} is open. It has its own ballot and its own record."),
    Fact.TIE_LEFT: marked("The decision is on record; the seat stays open."),
    Fact.ALTERNATES: marked("The alternates are on record."),
    Fact.SHOWN: marked("The result is on the second screen."),
}
WRONG = {
    "election_title": marked("Write what is elected."),
    "candidate": marked("Write the name."),
    "seats": marked("At least one."),
    "ballots": marked("How many ballots?"),
    "batch": marked("Write the bundle's name, as on its cover sheet."),
    "reason_needed": marked("A reason is needed; it stays in the journal."),
    "entered_by": marked("Say who enters this pass."),
    "sample": marked("At least one sheet."),
}
COLOURS = {
    BallotColour.RED: marked("Red"),
    BallotColour.YELLOW: marked("Yellow"),
    BallotColour.GREEN: marked("Green"),
    BallotColour.BLUE: marked("Blue"),
    BallotColour.VIOLET: marked("Violet"),
    BallotColour.ORANGE: marked("Orange"),
    BallotColour.TEAL: marked("Teal"),
    BallotColour.GREY: marked("Grey"),
}
KINDS = {
    BallotKind.STRIKE: marked("Type A: names are struck through (there is surplus)"),
    BallotKind.COLUMNS: marked("Type B: agree or disagree (there is no surplus)"),
}
STRIKE_MARKS = {
    Mark.YES: marked("Voted for"),
    Mark.NO: marked("Struck through"),
    Mark.NONE: marked("Neither box"),
    Mark.BOTH: marked("Both"),
    Mark.ASK: marked("Cannot be told"),
}
COLUMN_MARKS = {**STRIKE_MARKS, Mark.YES: marked("Agree"), Mark.NO: marked("Disagree")}


def tone_of(told: Told) -> Tone:
    return Tone.ASK if told.error is not None else Tone.OK


def sentence_of(told: Told, say: Words, zone: ZoneInfo) -> str:
    if told.error is not None:
        return sentence(say, told.error, zone)
    if told.fact is None:
        return ""
    return say(FACTS[told.fact], **{name: isolated(place, say) for name, place in told.places.items()})


def wrong_words(wrong: str, field: str, say: Words) -> str:
    return say(WRONG[wrong]) if wrong == field and wrong in WRONG else ""


def mark_words(mark: Mark, kind: BallotKind, say: Words) -> str:
    return say((STRIKE_MARKS if kind is BallotKind.STRIKE else COLUMN_MARKS)[mark])


def share_words(part: int, base: int, say: Words) -> str:
    """98.88 %, two decimals of the named base; "" of nothing."""
    told = percent_words(part, base, say)
    return isolated(told, say) if told else ""


def state_tone(state: RoundState) -> Tone:
    return {RoundState.SEALED: Tone.OK, RoundState.VOID: Tone.NO, RoundState.COUNTING: Tone.ASK}.get(state, Tone.CALM)


def round_words(one: Round, say: Words) -> str:
    """Round 2 · Sealed"""
    return " · ".join([say("Round {number}", number=one.number), say(ROUND_STATES[one.state])])


def article_words(profile: Profile, rule: Rule, say: Words) -> str:
    """(Article 14), or nothing where the profile names none."""
    number = profile.article(rule)
    return f" ({say(ARTICLE, number=isolated(number, say))})" if number else ""


def surplus_words(surplus: Surplus, profile: Profile, say: Words) -> tuple[Tone, str]:
    """What the regulation says of this list's length."""
    if surplus.unfilled:
        return Tone.ASK, too_few_words(surplus, say)
    told = say("{candidates} names for {seats} to elect.", candidates=surplus.candidates, seats=surplus.seats)
    if surplus.most is None:
        return Tone.OK, " ".join([told, say("These rules set no limit.")])
    article = article_words(profile, Rule.SURPLUS, say)
    if surplus.over:
        more = say("At most {most} may stand, {over} too many.", most=surplus.most, over=surplus.over)
        return Tone.ASK, f"{told} {more}{article}"
    most = say("At most {most} may stand.", most=surplus.most)
    return Tone.OK, f"{told} {most}{article}"


def sheet_words(sheet: Sheet, say: Words) -> tuple[Tone, str]:
    """What a sheet is by now, in a few words."""
    judged = sheet.judged
    if judged is not None:
        if judged.set_aside:
            return Tone.CALM, say("Set aside")
        return (Tone.NO, say(INVALID[judged.invalid])) if judged.invalid else (Tone.OK, say("Concluded: valid"))
    if sheet.status is SheetStatus.REFUSED:
        return Tone.CALM, seen_words(sheet.reason, say) or say("No ballot")
    if sheet.status is SheetStatus.ASK:
        return Tone.ASK, seen_words(sheet.reason, say) or say(QUESTIONS[Question.DOUBT])
    return (Tone.NO, say(INVALID[sheet.invalid])) if sheet.invalid else (Tone.OK, say("Read clearly"))


def seen_words(code: str, say: Words) -> str:
    return say(SEEN[code]) if code in SEEN else ""


def doubts_words(sheet: Sheet, say: Words) -> str:
    return " · ".join(dict.fromkeys(seen_words(code, say) for code in (*sheet.doubts, sheet.reason) if code in SEEN))


def election_words(election: Election) -> str:
    return election.title
