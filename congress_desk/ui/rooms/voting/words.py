"""The room's codes as sentences: what was recorded, of what base, by which formula; what a field is asked for."""

from __future__ import annotations

from congress_desk.domain.majority import Formula
from congress_desk.domain.votes import HandsVote
from congress_desk.plumbing.texts import Words, marked
from congress_desk.plumbing.vote_tables import percent_words
from congress_desk.plumbing.vote_words import PASSED, REJECTED
from congress_desk.ui.rooms.voting.state import Fact
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.people_words import isolated

NAMED = 5  # of those not in the base, beside a result
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
    """98.88 %, in one piece beside Arabic."""
    return isolated(percent_words(part, base, say), say)


def formula_words(formula: Formula, say: Words) -> str:
    """More than 1/2 of the base."""
    share = isolated(f"{formula.share.numerator}/{formula.share.denominator}", say)
    if formula.strict:
        return say("more than {share} of the base", share=share)
    return say("at least {share} of the base", share=share)


def needed_words(vote: HandsVote, say: Words) -> str:
    """By which formula, of which base, and who is not in it, the first few by name."""
    needed = say(
        "Adopted with {formula}: {needed} of {base} are needed, {agree} agreed.",
        formula=formula_words(vote.formula, say),
        needed=vote.formula.needed(vote.base.count),
        base=vote.base.count,
        agree=vote.agree,
    )
    out = vote.base.deductions
    if not out:
        return needed
    base = say("{convened} convened, {out} not in the base: {base}", **_figures(vote))
    names = [isolated(one.name, say) for one in out[:NAMED]]
    more = [say("and {count} more", count=len(out) - NAMED)] if len(out) > NAMED else []
    return f"{needed} {base}. {say('Not in the base')}: {'; '.join([*names, *more])}."


def _figures(vote: HandsVote) -> dict[str, int]:
    return {"convened": vote.base.convened, "out": len(vote.base.deductions), "base": vote.base.count}


def result_words(vote: HandsVote, say: Words) -> tuple[Tone, str]:
    if vote.voided:
        return Tone.CALM, say("Voided")
    return (Tone.OK, say(PASSED)) if vote.passed else (Tone.ASK, say(REJECTED))
