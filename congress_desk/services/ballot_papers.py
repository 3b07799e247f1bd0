"""Ballots as paper: their form, their printing, and every sheet accounted for (domain.md 4.3, 4.6)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from congress_desk.domain.attendance import session_of_the_clock
from congress_desk.domain.ballot_balance import used_of_printed
from congress_desk.domain.ballot_forms import BallotColour, BallotForm, BallotPaper
from congress_desk.domain.ballot_readings import written_form
from congress_desk.domain.election_lists import printed_names
from congress_desk.domain.elections import Election, Flow, Round, RoundId
from congress_desk.domain.journal import EventId, Kind
from congress_desk.domain.names import tidy_name
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.election_book import ElectionBook
from congress_desk.services.floor import Act, Floor
from congress_desk.services.ports.ballots import BallotPrinter
from congress_desk.services.ports.store import Work
from congress_desk.services.voting_base import voting_rules_of

Deliver = Callable[[bytes], object]


class BallotsService:
    def __init__(self, floor: Floor, book: ElectionBook, printer: BallotPrinter) -> None:
        self._floor = floor
        self._book = book
        self._printer = printer

    def form(
        self,
        wanted: RoundId,
        *,
        paper: BallotPaper = BallotPaper.A4,
        colour: BallotColour | None = None,
        beside: str = "",
    ) -> BallotForm:
        """How the round's ballot would be printed now. colour: None for the next one of this congress."""
        with self._floor.reading() as work:
            return self._form(work, wanted, paper, colour, beside)

    def sample(self, form: BallotForm) -> bytes:
        """One ballot as PDF, for the screen."""
        return self._printer.pdf(form, 1)

    def test_print(self, form: BallotForm) -> bytes:
        """A ballot that says it is a test, and a page to calibrate with."""
        return self._printer.test_print(form)

    def print_ballots(
        self, wanted: RoundId, form: BallotForm, copies: int, *, deliver: Deliver = lambda _pdf: None
    ) -> bytes:
        """All copies as PDF. deliver: saves or prints them; ballots that did not come out are not journaled.

        Refusal: BAD_VALUE, ROUND_IS_SEALED, ROUND_IS_VOID, LIST_IS_CLOSED. Trouble as deliver has it.
        """
        if copies < 1:
            raise Refusal(Reason.BAD_VALUE, field="ballots", value=copies)
        self._floor.store.assure_writable()
        with self._floor.reading() as work:
            self._printable(work, wanted, form)
        pdf = self._printer.pdf(form, copies)
        deliver(pdf)
        with self._floor.act() as act:
            election = self._printable(act.work, wanted, form)
            body = {
                "election": election.id,
                "round": wanted,
                "copies": copies,
                "form": written_form(form),
                "sha256": hashlib.sha256(pdf).hexdigest(),
            }
            act.write(Kind.BALLOTS_PRINTED, body=body)
        return pdf

    def _printable(self, work: Work, wanted: RoundId, form: BallotForm) -> Election:
        election, one = self._book.open_round(work, wanted)
        fresh = self._form(work, wanted, form.paper, form.colour, form.beside)
        other = one.form is not None and one.form.code != form.code and one.has(Flow.ISSUED)
        if fresh != form or other:
            raise Refusal(Reason.LIST_IS_CLOSED, title=election.title)
        return election

    def issue(self, wanted: RoundId, count: int, *, delegation: str = "", by: str = "") -> Round:
        """Given to voters, or to a delegation for its voters. The first issue keeps how many are present.

        Refusal here and in what follows: MORE_THAN_PRINTED where there are not as many.
        """
        return self._move(wanted, Flow.ISSUED, count, delegation, by)

    def collect(self, wanted: RoundId, count: int, *, delegation: str = "", by: str = "") -> Round:
        """Out of the box. More than issued is recorded and stops the count."""
        return self._move(wanted, Flow.COLLECTED, count, delegation, by)

    def exchange(self, wanted: RoundId, count: int, *, delegation: str = "", by: str = "") -> Round:
        """Spoiled ballots given back for new ones."""
        return self._move(wanted, Flow.EXCHANGED, count, delegation, by)

    def spoil(self, wanted: RoundId, count: int, *, delegation: str = "", by: str = "") -> Round:
        """Spoiled before they were issued (misprints, tears)."""
        return self._move(wanted, Flow.SPOILED, count, delegation, by)

    def count_spare(self, wanted: RoundId, count: int, *, by: str = "") -> Round:
        """What is left over, counted by hand."""
        return self._move(wanted, Flow.SPARE, count, "", by, least=0)

    def printed_elsewhere(self, wanted: RoundId, count: int, *, by: str = "") -> Round:
        """Ballots that were not printed here."""
        return self._move(wanted, Flow.PRINTED, count, "", by)

    def take_back(self, wanted: RoundId, movement: EventId, reason: str, by: str = "") -> Round:
        """A count of paper was written wrongly. Refusal: REASON_NEEDED, NO_SUCH_EVENT."""
        if not reason.strip():
            raise Refusal(Reason.REASON_NEEDED)
        with self._floor.act() as act:
            election, one = self._book.open_round(act.work, wanted)
            if movement not in [m.event for m in one.movements]:
                raise Refusal(Reason.NO_SUCH_EVENT, event=movement)
            facts = {"voids": [movement], "batch": "", "way": "paper", "sheets": 0}
            body = {"election": election.id, "round": wanted, "reason": reason.strip(), "by": by.strip(), **facts}
            act.write(Kind.COUNT_VOIDED, about=movement, body=body)
            return self._book.round(act.work, wanted)[1]

    def _move(self, wanted: RoundId, flow: Flow, count: int, delegation: str, by: str, *, least: int = 1) -> Round:
        """Refusal: BAD_VALUE, NO_SUCH_ROUND, ROUND_IS_SEALED, ROUND_IS_VOID, MORE_THAN_PRINTED."""
        if count < least:
            raise Refusal(Reason.BAD_VALUE, field="ballots", value=count)
        with self._floor.act() as act:
            election, one = self._book.open_round(act.work, wanted)
            _check_there_are(one, flow, count)
            body: dict[str, object] = {
                "election": election.id,
                "round": wanted,
                "flow": flow.value,
                "count": count,
                "delegation": tidy_name(delegation),
                "by": tidy_name(by),
            }
            if flow is Flow.ISSUED and one.present is None:
                body["present"] = self._present(act, election)
            act.write(Kind.BALLOTS_MOVED, session=election.session, body=body)
            return self._book.round(act.work, wanted)[1]

    def _present(self, act: Act, election: Election) -> int | None:
        session = election.session
        if session is None:
            proposed = session_of_the_clock(tuple(act.work.sessions.all()), act.now)
            session = proposed.id if proposed else None
        return None if session is None else self._book.bases.present(act.work, session, act.now)

    def _form(
        self, work: Work, wanted: RoundId, paper: BallotPaper, colour: BallotColour | None, beside: str
    ) -> BallotForm:
        election, one = self._book.round(work, wanted)
        place = [e.id for e in self._book.read(work)].index(election.id)
        colours = tuple(BallotColour)
        congress = work.congress.get()
        return BallotForm(
            election=election.id,
            round=one.number,
            kind=one.ballot,
            title=election.title,
            seats=one.seats,
            names=printed_names(one.candidates),
            organ=congress.title,
            title_beside=election.title_beside if beside else "",
            paper=paper,
            colour=colour or colours[place % len(colours)],
            beside=beside,
            sheet_marks=voting_rules_of(work).sheet_marks,
            rehearsal=congress.rehearsal,
        )


def _check_there_are(one: Round, flow: Flow, count: int) -> None:
    """Paper that was never printed cannot be given out, spoiled or left over (domain.md 4.6)."""
    if flow in (Flow.PRINTED, Flow.COLLECTED) or not one.has(Flow.PRINTED):
        return
    printed, used = one.counted(Flow.PRINTED), used_of_printed(one)
    if used + count > printed:
        raise Refusal(Reason.MORE_THAN_PRINTED, printed=printed, used=used, count=count)
