"""Sentences for votes and elections that could not be recorded."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.election_outcome import Shortcoming
from congress_desk.domain.refusals import Problem, Reason
from congress_desk.plumbing.texts import Words, marked
from congress_desk.plumbing.vote_words import SHORTCOMINGS

VOTING_REASONS: Mapping[Reason, str] = {
    Reason.FIGURES_DO_NOT_FIT: marked("{counted} were counted, but {present} are checked in. Nothing was recorded. Count again, or write why the figures differ."),
    Reason.NO_SUCH_VOTE: marked("There is no such vote in this congress. Nothing was changed. Look at the list of votes."),
    Reason.NO_SUCH_ELECTION: marked("There is no such election in this congress. Nothing was changed. Look at the list of elections."),
    Reason.NO_SUCH_ROUND: marked("There is no such round of an election. Nothing was changed. Look at the list of elections."),
    Reason.NO_SUCH_CANDIDATE: marked("“{name}” is not on this ballot. Nothing was changed. Check the name."),
    Reason.NO_SUCH_SHEET: marked("There is no such sheet in the count. Nothing was changed. Look at the sheets of the round."),
    Reason.NO_SUCH_BATCH: marked("There is no such bundle in the count. Nothing was changed. Look at the bundles of the round."),
    Reason.SAME_NAME: marked("“{name}” is on the list twice. Nothing was recorded. Where two people have one name, give their dates of birth."),
    Reason.BY_HANDS: marked("This organ is chosen by show of hands, not by secret ballot (Article {article}). Nothing was recorded. Put it to the vote by hands."),
    Reason.NO_CANDIDATES: marked("Nobody would be left on the ballot. Nothing was changed. A list needs one name at least."),
    Reason.CONSENT_TOO_LOW: marked("“{name}” has the consent of {consent} of {attending} attending; {needed} are needed (Article {article}). Nothing was recorded."),
    Reason.SURPLUS_TOO_LARGE: marked("{candidates} candidates for {seats} seats: at most {most} may stand (Article {article}). Nothing was recorded. Ask the congress, and keep those with the most consents."),
    Reason.SURPLUS_NEEDED: marked("{candidates} candidates for {seats} seats: this list needs more names than seats (Article {article}). Nothing was recorded."),
    Reason.ON_THE_BALLOT: marked("“{name}” is on the ballot and cannot count it. Nothing was recorded. Name another delegate."),
    Reason.LIST_IS_CLOSED: marked("Ballots of “{title}” are out, or its list has changed since. Nothing was changed. Look at the round again."),
    Reason.TWO_PEOPLE_NEEDED: marked("Two different people have to confirm this by name. Nothing was recorded."),
    Reason.NOT_OF_THE_COMMITTEE: marked("“{name}” is not of the counting committee. Nothing was recorded. Choose two of its members."),
    Reason.COUNT_STOPPED: marked("{collected} ballots were collected, but only {issued} were issued. The count is stopped. Count both again; if it stands, put it on record: the regulation leaves it to the presidium to declare the round void."),
    Reason.ROUND_IS_SEALED: marked("The count of “{title}” is sealed. Nothing was changed. A later change is a voided count or a new round."),
    Reason.ROUND_NOT_SEALED: marked("The count of “{title}” is not sealed yet. Nothing was done. Finish and seal it first."),
    Reason.ROUND_IS_VOID: marked("This round of “{title}” was declared void. Nothing was changed. Hold the ballot again in a new round."),
    Reason.ROUND_CANNOT_FOLLOW: marked("This cannot follow the last round of “{title}”. Nothing was changed. Look at its seats left open and its equal votes first."),
    Reason.NO_BALLOTS_PRINTED: marked("The ballots of “{title}” with its list of now were not printed here, so they cannot be read. Nothing was changed. Print them, or enter the ballots by keyboard."),
    Reason.ENTERED_ALREADY: marked("This was entered before: {batch}. Nothing was changed. To enter it again, take the former entry back first."),
    Reason.SAME_PERSON_ENTERED: marked("{name} has entered bundle {batch} before. Nothing was recorded. Each pass needs another person."),
    Reason.TABLE_DOES_NOT_FIT: marked("The entry does not fit the ballot at: {sheet} {name}. Nothing was recorded. Check it against the paper."),
    Reason.ENTRY_BEGUN: marked("Pass {number} of bundle {batch} was begun by {name} and is not finished. Nothing was changed. {name} goes on with it, or it is thrown away first."),
    Reason.COLUMN_MISSING: marked("The table has no column “{name}”. Nothing was recorded. It needs a column “sheet” and one for each name of this ballot."),
    Reason.COLUMN_UNKNOWN: marked("The column “{name}” is nobody on this ballot. Nothing was recorded. The columns are “sheet”, the names of this ballot, and “invalid”."),
    Reason.COLUMN_TWICE: marked("The column “{name}” is in the table twice. Nothing was recorded. Each name of the ballot has one column."),
    Reason.SHEET_TWICE: marked("Sheet “{sheet}” is in the table twice. Nothing was recorded. Each ballot has one line."),
    Reason.SHEET_NOT_NAMED: marked("Line {line} of the table does not say which sheet it is. Nothing was recorded. Write the number of the ballot into its column “sheet”."),
    Reason.LINE_TOO_LONG: marked("Line {line} of the table has more cells than there are columns. Nothing was recorded. Check its commas and quotation marks."),
    Reason.TALLY_DOES_NOT_FIT: marked("The figures of “{name}” add up to {marked}, but {valid} ballots are valid. Nothing was recorded. Count the marks again."),
    Reason.MORE_THAN_PRINTED: marked("Of {printed} ballots printed, {used} are accounted for already; {count} more cannot come from them. Nothing was recorded. Count again; if more were printed, put that on record first."),
    Reason.SEVERAL_ROUNDS_HOLD: marked("Several rounds hold a ballot “{sheet}”. Nothing was changed. Say of which round it is."),
    Reason.NOT_READY_TO_SEAL: marked("The count cannot be sealed yet. Nothing was changed. {missing} Ballots to conclude: {sheets}."),
    Reason.NOT_AUDITED: marked("Only the machine has counted. Nothing was sealed. Check the sample by eye and count the drawn bundle by hand, or give the reason why not: it stands in the record."),
    Reason.NO_ALTERNATES: marked("Nobody of “{title}” can be taken as an alternate on the votes as they are: no place is left, too few have enough votes, or they are equal. Nothing was changed. Hold a ballot for alternates."),
    Reason.ELECTED_BEFORE: marked("“{name}” was elected in an earlier round. Nothing was changed. Leave the name off this ballot."),
    Reason.STAYS_IN_BASE: marked("{name} stays in the base of votes: whoever was checked in, or was not convened, is not deducted for this reason. Nothing was changed."),
    Reason.NO_TIE: marked("There are no equal votes for the last seat of “{title}”. Nothing was changed."),
    Reason.MAJORITY_UNREACHABLE: marked("By these rules more than all would be needed: nobody could be elected or named. Nothing was recorded. Choose a smaller share, or “at least”."),
    Reason.SURPLUS_FORBIDDEN: marked("By these rules nobody more than the number to elect may stand, but this office needs more names than are elected. Nothing was recorded. Allow a surplus, or choose another office."),
    Reason.BALLOT_TYPE_UNUSUAL: marked("{candidates} names for {seats} to elect call for the other type of ballot (Article {article}: with surplus names are struck through; without surplus “agree” or “disagree” is marked). Nothing was recorded. Choose the other type, or write why this one is used; the reason stays on record."),
}  # fmt: skip

VOTING_PROBLEMS: Mapping[Problem, str] = {
    Problem.NOT_JSON: marked("This file is no JSON: {path}. Nothing was recorded. Check its brackets, commas and quotation marks, or write it anew."),
}  # fmt: skip

VOTING_FIELDS: Mapping[str, str] = {
    "formula": marked("formula (for example > 1/2)"),
    "item": marked("what was put to the vote"),
    "votes_counted": marked("votes counted"),
    "election_title": marked("title of the election"),
    "election_rules": marked("rules of the election (one object with “title”, “seats” and “candidates”)"),
    "ballot": marked("type of ballot (A: names struck through, B: agree or disagree)"),
    "office": marked(
        "what is elected (executive, standing, secretary, deputy, inspection, inspection_head, upper_congress, poll, state_post, other)"
    ),
    "source": marked("who put the candidate forward (official, floor, self)"),
    "base": marked("what the majority is taken of (convened, valid, collected)"),
    "tie": marked("what equal votes lead to (new_ballot, elder)"),
    "undecided": marked("a ballot on which nobody is agreed to (committee, valid, invalid)"),
    "articles": marked(
        "articles by rule (secrecy, surplus, consent, ballot, validity, committee, elected, tie, again, sealing)"
    ),
    "surplus_most": marked("largest surplus, as a share of the seats (such as 3/10)"),
    "surplus_least_cap": marked("surplus that is always allowed (a whole number)"),
    "seats": marked("number to elect"),
    "profile": marked("profile of rules (party-190, party-244, assembly, custom)"),
    "candidate": marked("name of the candidate"),
    "committee": marked("members of the counting committee (each of them once)"),
    "ballots": marked("number of ballots"),
    "batch": marked("name of the bundle"),
    "pass": marked("pass of entry (1 to 3)"),
    "entry_table": marked("table of ballots (it has none)"),
    "entry_table_text": marked("table of ballots (CSV text in UTF-8; save a spreadsheet as CSV)"),
    "sheet": marked("number of the sheet"),
    "judgement": marked("conclusion (marks, or a reason, or set aside)"),
    "decision": marked("decision (valid or invalid)"),
    "deduction_reason": marked("reason of the deduction, as the law has it for this congress"),
    "sample": marked("size of the sample"),
    "zones": marked("counts by zone"),
    "counts": marked("counts of the bundle"),
    "votes": marked("marks of the sheet (candidate to “yes”, “no”, “none” or “both”)"),
    "consent": marked("number of consents"),
    "candidates": marked("list of candidates (names, or objects with “name”)"),
    "attending": marked("number of those attending"),
    "alternate_seats": marked("number of alternates"),
}


def missing_words(say: Words, codes: object) -> str:
    """What keeps a count from its seal, sentence by sentence. codes: of Shortcoming."""
    found = codes if isinstance(codes, tuple) else ()
    return " ".join(say(SHORTCOMINGS[Shortcoming(code)]) for code in found)
