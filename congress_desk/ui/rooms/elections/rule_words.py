"""The rules of an election in plain sentences, and what the type of ballot has to do with the list."""

from __future__ import annotations

from congress_desk.domain.ballot_forms import BallotKind
from congress_desk.domain.election_lists import ballot_article
from congress_desk.domain.election_rules import (
    BaseRule,
    Profile,
    ProfileName,
    Rule,
    TieRule,
    Undecided,
    usual_ballot,
)
from congress_desk.domain.majority import Formula
from congress_desk.plumbing.texts import Words, marked
from congress_desk.plumbing.vote_words import BALLOTS_UNUSUAL, BASES
from congress_desk.ui.rooms.elections.draft import Draft, profile_of
from congress_desk.ui.rooms.elections.words import article_words
from congress_desk.ui.widgets.people_words import isolated

TIES = {
    TieRule.NEW_BALLOT: marked("A new ballot among them"),
    TieRule.ELDER: marked("The older person is elected"),
}
UNDECIDED = {
    Undecided.COMMITTEE: marked("The counting committee decides"),
    Undecided.VALID: marked("Valid"),
    Undecided.INVALID: marked("Not valid"),
}
STRICT = {True: marked("More than"), False: marked("At least")}
BALLOTS = {
    BallotKind.STRIKE: marked(
        "With surplus names are struck through: type A. Who is struck through is not voted for; the others are."
    ),
    BallotKind.COLUMNS: marked(
        "Without surplus “agree” or “disagree” is marked for every name: type B. A single name as well."
    ),
}


def rules_words(profile: Profile, say: Words) -> str:
    """Who is elected, of what, and what equal votes mean, with the articles."""
    needed = share_words(profile.majority, say)
    base = say(BASES[profile.base])
    elected = say("Elected with {share} of the {base}", share=needed, base=base)
    told = [elected + article_words(profile, Rule.ELECTED, say) + "."]
    tie = say("Equal votes for the last seat: {rule}", rule=_lower(say(TIES[profile.tie])))
    told.append(tie + article_words(profile, Rule.TIE, say) + ".")
    return " ".join(told)


def share_words(formula: Formula, say: Words) -> str:
    """more than 1/2"""
    share = isolated(f"{formula.share.numerator}/{formula.share.denominator}", say)
    return say("more than {share}", share=share) if formula.strict else say("at least {share}", share=share)


def ballot_words(draft: Draft, say: Words) -> tuple[bool, str]:
    """Whether the type goes with the list, and the sentence of the regulation."""
    profile, kind = profile_of(draft), usual_ballot(len(draft.candidates), draft.seats)
    if draft.departs and draft.ballot is not None:
        told = say(BALLOTS_UNUSUAL[draft.ballot], article=isolated(ballot_article(profile), say))
        more = say("Choose the other type, or write why this one is used.")
        return False, f"{told} {more}"
    return True, say(BALLOTS[kind]) + article_words(profile, Rule.BALLOT, say)


def example_words(formula: Formula, base: BaseRule, say: Words) -> str:
    """Of 300 delegates convened: 151 votes."""
    return say("Of 300 {base}: {needed} votes.", base=say(BASES[base]), needed=formula.needed(300))


def tie_words(draft: Draft, say: Words) -> str:
    """Where age decides, everybody's date of birth is needed."""
    unknown = sum(1 for one in draft.candidates if not one.born)
    if draft.profile is not ProfileName.CUSTOM or draft.own.tie is not TieRule.ELDER or not unknown:
        return ""
    return say(
        "Names without a date of birth: {count}. Among them equal votes are put to a new ballot.", count=unknown
    )


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
