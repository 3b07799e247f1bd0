"""The words of votes and elections: what screens, papers and the command line call the same thing."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.ballot_balance import Identity
from congress_desk.domain.ballot_batches import Way
from congress_desk.domain.ballot_forms import BallotKind
from congress_desk.domain.ballots import Question
from congress_desk.domain.election_lists import Surplus
from congress_desk.domain.election_outcome import Shortcoming
from congress_desk.domain.election_rules import BaseRule, InvalidReason, Office, ProfileName
from congress_desk.domain.elections import CommitteeRole, Flow, RoundKind, RoundState, Source
from congress_desk.domain.majority import CongressKind, DeductionReason, Formula
from congress_desk.domain.votes import HandMethod, ItemKind
from congress_desk.plumbing.texts import Words, marked

PASSED = marked("Adopted")
REJECTED = marked("Not adopted")

ITEM_KINDS: Mapping[ItemKind, str] = {
    ItemKind.ORGAN: marked("List of an organ"),
    ItemKind.NUMBER: marked("Number"),
    ItemKind.PROGRAMME: marked("Programme"),
    ItemKind.RULES: marked("Rules"),
    ItemKind.CREDENTIALS: marked("Credentials"),
    ItemKind.REPORT: marked("Report"),
    ItemKind.TARGET: marked("Target"),
    ItemKind.RESOLUTION: marked("Resolution"),
    ItemKind.OTHER: marked("Other matter"),
}
METHODS_OF_VOTING: Mapping[HandMethod, str] = {
    HandMethod.HANDS: marked("Show of hands"),
    HandMethod.PARTY_CARD: marked("Show of Party cards"),
    HandMethod.DELEGATE_CARD: marked("Show of delegate cards"),
}
DEDUCTIONS: Mapping[DeductionReason, str] = {
    DeductionReason.COMMITTEE_ABSENT: marked("Of the convening committee, absent for the whole congress"),
    DeductionReason.OFFICIAL_ABSENT: marked("Official delegate, absent for the whole congress, not replaced"),
    DeductionReason.TRANSFERRED: marked("Temporarily transferred out, and not present"),
    DeductionReason.EXEMPTED: marked("Exempted from work and activities, and not present"),
    DeductionReason.SUSPENDED: marked("Suspended, prosecuted, indicted or detained"),
    DeductionReason.ABSENT_ACCEPTED: marked(
        "Absent for the whole congress, reason accepted by the convening committee"
    ),
}
CONGRESSES: Mapping[CongressKind, str] = {
    CongressKind.DELEGATES: marked("Delegates' congress"),
    CongressKind.MEMBERS: marked("Members' congress"),
}
BASES: Mapping[BaseRule, str] = {
    BaseRule.CONVENED: marked("delegates convened, less the deductions of the law"),
    BaseRule.VALID: marked("valid ballots"),
    BaseRule.COLLECTED: marked("ballots collected"),
}
INVALID: Mapping[InvalidReason, str] = {
    InvalidReason.NOT_ISSUED: marked("Not issued by the counting committee"),
    InvalidReason.TOO_MANY: marked("More votes than the number to elect"),
    InvalidReason.NOBODY: marked("For nobody on a list of several names"),
    InvalidReason.SINGLE_BOTH: marked("Single name, both boxes marked"),
    InvalidReason.SINGLE_NONE: marked("Single name, no box marked"),
    InvalidReason.OUTSIDER: marked("For somebody who is not on the list"),
    InvalidReason.MARKED: marked("A private mark, or several kinds of ink"),
    InvalidReason.SIGNED: marked("Signed, or with other writing"),
    InvalidReason.ALL_DISAGREE: marked("Nobody agreed to, by decision of the counting committee"),
}
QUESTIONS: Mapping[Question, str] = {
    Question.DOUBT: marked("A mark that cannot be told"),
    Question.ALL_DISAGREE: marked("Agrees to nobody: the counting committee decides"),
    Question.PAGE_MISSING: marked("A page of the ballot is missing"),
    Question.ENTRIES_DIFFER: marked("The entries are not alike"),
    Question.ONE_ENTRY: marked("Entered once only"),
    Question.MACHINE_ALONE: marked("Not valid by the machine's reading: people conclude"),
}
SHORTCOMINGS: Mapping[Shortcoming, str] = {
    Shortcoming.NOTHING_COUNTED: marked("No ballot has been counted yet."),
    Shortcoming.COLLECTED_UNKNOWN: marked("The number of ballots collected has not been entered."),
    Shortcoming.STOPPED: marked("More ballots were collected than issued: the presidium decides."),
    Shortcoming.SHEETS_OPEN: marked("Some ballots wait for the conclusion of the counting committee."),
    Shortcoming.TWINS_UNSOUGHT: marked(
        "The scan was broken off: scan the same files once more, nothing is counted twice."
    ),
    Shortcoming.WAYS_DIFFER: marked("Two ways of counting one bundle do not agree."),
    Shortcoming.UNBALANCED: marked("The figures do not balance."),
    Shortcoming.UNAUDITED: marked(
        "Only the machine has counted: check the sample, and count the drawn bundle by hand."
    ),
}
IDENTITIES: Mapping[Identity, str] = {
    Identity.PRINTED: marked("printed = issued + left over + spoiled + exchanged"),
    Identity.COLLECTED: marked("collected is not more than issued"),
    Identity.COUNTED: marked("valid + invalid = collected"),
    Identity.VOTES: marked("votes for all persons are not more than valid ballots × seats"),
    Identity.NAMES: marked("agree + disagree + neither = valid, for every name"),
}
WAYS: Mapping[Way, str] = {
    Way.SCAN: marked("Scanned"),
    Way.ENTRY: marked("Entered by keyboard"),
    Way.TALLY: marked("Tally marks"),
}
FLOWS: Mapping[Flow, str] = {
    Flow.PRINTED: marked("Ballots printed"),
    Flow.ISSUED: marked("Ballots issued"),
    Flow.SPARE: marked("Ballots left over"),
    Flow.SPOILED: marked("Ballots spoiled"),
    Flow.EXCHANGED: marked("Ballots exchanged"),
    Flow.COLLECTED: marked("Ballots collected"),
}
ROUND_KINDS: Mapping[RoundKind, str] = {
    RoundKind.FIRST: marked("First round"),
    RoundKind.AGAIN: marked("Further round for the seats left open"),
    RoundKind.TIE: marked("New ballot among those with equal votes"),
    RoundKind.ALTERNATES: marked("Ballot for alternates"),
    RoundKind.REPEATED: marked("Repeated ballot"),
}
ROUND_STATES: Mapping[RoundState, str] = {
    RoundState.PREPARING: marked("In preparation"),
    RoundState.VOTING: marked("Ballots are out"),
    RoundState.COUNTING: marked("Being counted"),
    RoundState.SEALED: marked("Sealed"),
    RoundState.VOID: marked("Void"),
}
ROLES: Mapping[CommitteeRole, str] = {
    CommitteeRole.HEAD: marked("Head of the counting committee"),
    CommitteeRole.SECRETARY: marked("Secretary of the counting committee"),
    CommitteeRole.MEMBER: marked("Member of the counting committee"),
}
SOURCES: Mapping[Source, str] = {
    Source.OFFICIAL: marked("Convening committee's list"),
    Source.FLOOR: marked("Nominated by delegates"),
    Source.SELF: marked("Put himself or herself forward"),
}
PROFILE_NAMES: Mapping[ProfileName, str] = {
    ProfileName.PARTY_190: marked("Party regulation 190-QĐ/TW (2024)"),
    ProfileName.PARTY_244: marked("Party regulation 244-QĐ/TW (2014)"),
    ProfileName.ASSEMBLY: marked("Law on elections to the National Assembly and People's Councils"),
    ProfileName.CUSTOM: marked("The congress's own rules"),
}
OFFICES: Mapping[Office, str] = {
    Office.EXECUTIVE: marked("Executive committee"),
    Office.STANDING: marked("Standing committee"),
    Office.SECRETARY: marked("Secretary (of the committee)"),
    Office.DEPUTY: marked("Deputy secretary"),
    Office.INSPECTION: marked("Inspection committee"),
    Office.INSPECTION_HEAD: marked("Head or deputy head of the inspection committee"),
    Office.UPPER_CONGRESS: marked("Delegates to the upper congress"),
    Office.POLL: marked("Opinion poll on candidates"),
    Office.STATE_POST: marked("Introduction for a state post"),
    Office.OTHER: marked("Another election by secret ballot"),
    Office.PRESIDIUM: marked("Presidium"),
    Office.SECRETARIAT: marked("Secretariat"),
    Office.CREDENTIALS: marked("Credentials committee"),
    Office.COUNTING: marked("Counting committee"),
    Office.CHAIR: marked("Chair of the meeting"),
}
BALLOTS_UNUSUAL: Mapping[BallotKind, str] = {
    BallotKind.STRIKE: marked(
        "Type A (names struck through) is used although the list has no surplus: Article {article} has type B here, "
        "agree or disagree."
    ),
    BallotKind.COLUMNS: marked(
        "Type B (agree or disagree) is used although the list has surplus: Article {article} has type A here, names "
        "struck through."
    ),
}
TOO_FEW_NAMES = marked(
    "Names on the list: {candidates}, to elect: {seats}. Seats stay open even where everybody on the list is elected."
)
NOT_NAMED = marked("not named, account {account}")
NOBODY_NAMED = marked("Bundle {batch}: not every pass says who typed it, so that different people did is not shown.")
MORE_THAN = marked("more than {share} of the base")
AT_LEAST = marked("at least {share} of the base")


ARTICLE = marked("Article {number}")


def formula_message(formula: Formula) -> str:
    """The source text with its place {share}."""
    return MORE_THAN if formula.strict else AT_LEAST


def too_few_words(surplus: Surplus, say: Words) -> str:
    """That a list has fewer names than there are seats."""
    return say(TOO_FEW_NAMES, candidates=surplus.candidates, seats=surplus.seats)
