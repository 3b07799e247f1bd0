"""The room's codes as sentences: what was recorded, of what base, by which formula; what a field is asked for."""

from __future__ import annotations

from fractions import Fraction

from congress_desk.domain.majority import Formula
from congress_desk.domain.votes import HandsVote
from congress_desk.plumbing.texts import Words, marked
from congress_desk.plumbing.vote_words import PASSED, REJECTED
from congress_desk.ui.rooms.voting.state import Fact
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.people_words import isolated

FACTS = {
    Fact.RECORDED: marked("The vote was recorded."),
    Fact.VOIDED: marked("The vote was voided. It stays in the list with the reason."),
    Fact.SHOWN: marked("The result is on the second screen."),
    Fact.DEDUCTED: marked("The base of votes was changed; the person and the reason are on record."),
    Fact.LIFTED: marked("The person is in the base again."),
    Fact.RULES: marked("The rules of votes were changed. Votes recorded before keep theirs."),
    Fact.PRINTED: marked("Sent to the printer {printer}."),
    Fact.SAVED: marked("Saved: {path}"),
}
WRONG = {
    "item": marked("Write what is put to the vote."),
    "figures_do_not_fit": marked("The figures are not those present. Count again, or write why they differ."),
    "votes_counted": marked("Write the figures that the tellers counted."),
    "reason_needed": marked("A reason is needed; it stays in the journal."),
    "deduction_reason": marked("The law does not know this reason for this congress."),
}


def wrong_words(wrong: str, field: str, say: Words) -> str:
    return say(WRONG[wrong]) if wrong == field and wrong in WRONG else ""


def share_words(part: int, base: int, say: Words) -> str:
    """98.88 %, rounded half up in whole numbers; with a comma where the language has it."""
    if base <= 0:
        return ""
    hundredths = (Fraction(part * 10_000, base) + Fraction(1, 2)).__floor__()
    point = "." if say.language.value == "en" else ","
    return isolated(f"{hundredths // 100}{point}{hundredths % 100:02} %", say)


def formula_words(formula: Formula, say: Words) -> str:
    """More than 1/2 of the base."""
    share = isolated(f"{formula.share.numerator}/{formula.share.denominator}", say)
    if formula.strict:
        return say("more than {share} of the base", share=share)
    return say("at least {share} of the base", share=share)


def result_words(vote: HandsVote, say: Words) -> tuple[Tone, str]:
    if vote.voided:
        return Tone.CALM, say("Voided")
    return (Tone.OK, say(PASSED)) if vote.passed else (Tone.ASK, say(REJECTED))
