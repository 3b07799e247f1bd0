"""The papers that close a congress: the secretariat's words, and the records assembled from every room's journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from congress_desk.domain.agenda_fold import AGENDA_KINDS, fold_agenda
from congress_desk.domain.attendance import fold
from congress_desk.domain.closing_records import (
    ActionProgrammeRecord,
    CongressMinutesRecord,
    ElectedPerson,
    ElectionResult,
    ResolutionRecord,
    SessionPresence,
)
from congress_desk.domain.closing_texts import (
    CLOSING_KINDS,
    MOST_LETTERS,
    ClosingTexts,
    Target,
    Task,
    TextPart,
    checked_targets,
    checked_tasks,
    fold_closing_texts,
    rows_body,
    targets_in,
    tasks_in,
)
from congress_desk.domain.elections import Election, Round, RoundState
from congress_desk.domain.elections_fold import ELECTION_KINDS, fold_elections
from congress_desk.domain.journal import Kind
from congress_desk.domain.minutes import MinutesVote, minutes_of
from congress_desk.domain.opinions import tidy_opinion
from congress_desk.domain.quorum import session_status
from congress_desk.domain.records import Asked, Form, Heading
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.votes import HANDS_KINDS, fold_votes
from congress_desk.services.congress import rules_of
from congress_desk.services.floor import Floor
from congress_desk.services.folding import Folding
from congress_desk.services.ports.sheets import Sheets
from congress_desk.services.ports.store import Work
from congress_desk.services.records import RecordMaker
from congress_desk.services.roster import Roster
from congress_desk.services.speeches_reading import SpeechesReading


class ClosingService:
    def __init__(self, floor: Floor, roster: Roster, sheets: Sheets) -> None:
        self._floor = floor
        self._roster = roster
        self._sheets = sheets
        self._speeches = SpeechesReading(roster)
        self._agenda = Folding(AGENDA_KINDS, fold_agenda)
        self._texts = Folding(CLOSING_KINDS, fold_closing_texts)

    def texts(self) -> ClosingTexts:
        with self._floor.reading() as work:
            return self._texts.read(work)

    def write(self, part: TextPart, text: str) -> None:
        """The words of a part, written anew; the last ones stand. Refusal: BAD_VALUE (too long)."""
        text = tidy_opinion(text)
        if len(text) > MOST_LETTERS:
            raise Refusal(Reason.BAD_VALUE, field="part")
        with self._floor.act() as act:
            act.write(Kind.CLOSING_TEXT_PUT, body={"part": part.value, "text": text})

    def put_targets(self, rows: Sequence[Target]) -> None:
        """The table of the resolution, whole. Refusal: BAD_VALUE(targets) where a name or a value is missing."""
        checked = checked_targets(rows)
        with self._floor.act() as act:
            act.write(Kind.TARGETS_PUT, body=rows_body(checked))

    def put_tasks(self, rows: Sequence[Task]) -> None:
        """The table of the action programme, whole. Refusal: BAD_VALUE(tasks) where one of the clears is missing."""
        checked = checked_tasks(rows)
        with self._floor.act() as act:
            act.write(Kind.TASKS_PUT, body=rows_body(checked))

    def import_targets(self, path: Path) -> tuple[Target, ...]:
        """Refusal: BAD_VALUE(targets). Trouble: those of ports.sheets."""
        rows = targets_in(self._sheets.read(path))
        self.put_targets(rows)
        return rows

    def import_tasks(self, path: Path) -> tuple[Task, ...]:
        """Refusal: BAD_VALUE(tasks). Trouble: those of ports.sheets."""
        rows = tasks_in(self._sheets.read(path))
        self.put_tasks(rows)
        return rows

    def makers(self) -> Mapping[Form, RecordMaker]:
        return {
            Form.MINUTES: self._minutes,
            Form.RESOLUTION: self._resolution,
            Form.ACTION_PROGRAMME: self._action_programme,
        }

    def _minutes(self, work: Work, heading: Heading, asked: Asked) -> CongressMinutesRecord:
        course = minutes_of(
            heading, self._agenda.read(work), self._speeches.read(work), votes_of(work), self._floor.clock.now()
        )
        return CongressMinutesRecord(
            heading=heading,
            convened=sum(d.counts for d in self._roster.read(work)),
            sessions=self._sessions(work),
            course=course,
            elections=results_of(work),
            texts=self._texts.read(work),
        )

    def _sessions(self, work: Work) -> tuple[SessionPresence, ...]:
        """In order of time; sessions to which nobody came are not spoken of."""
        everybody, quorum = self._roster.read(work), rules_of(work).quorum
        found = []
        for session in sorted(work.sessions.all(), key=lambda s: (s.starts, s.id)):
            folded = fold(session, work.journal.of_session(session.id))
            presence = SessionPresence(session=session, status=session_status(folded, everybody, quorum))
            if presence.came:
                found.append(presence)
        return tuple(found)

    def _resolution(self, work: Work, heading: Heading, asked: Asked) -> ResolutionRecord:
        """Refusal: NO_TEXT_TO_PRINT."""
        texts = self._texts.read(work)
        paragraphs = texts.paragraphs(TextPart.RESOLUTION)
        if not paragraphs:
            raise Refusal(Reason.NO_TEXT_TO_PRINT)
        number = texts.of(TextPart.RESOLUTION_NUMBER)
        return ResolutionRecord(heading=heading, number=number, paragraphs=paragraphs, targets=texts.targets)

    def _action_programme(self, work: Work, heading: Heading, asked: Asked) -> ActionProgrammeRecord:
        """Refusal: NO_TEXT_TO_PRINT."""
        texts = self._texts.read(work)
        if not texts.tasks:
            raise Refusal(Reason.NO_TEXT_TO_PRINT)
        paragraphs = texts.paragraphs(TextPart.ACTION_PROGRAMME)
        return ActionProgrammeRecord(heading=heading, paragraphs=paragraphs, tasks=texts.tasks)


def votes_of(work: Work) -> tuple[MinutesVote, ...]:
    """Votes by show of hands that stand, for the minutes."""
    return tuple(
        MinutesVote(
            at=vote.at,
            subject=vote.item,
            base=vote.base.count,
            present=vote.present,
            agree=vote.agree,
            disagree=vote.disagree,
            other=vote.other,
            adopted=vote.passed,
            presider=vote.presider,
        )
        for vote in fold_votes(work.journal.of_kinds(HANDS_KINDS))
        if not vote.voided
    )


def results_of(work: Work) -> tuple[ElectionResult, ...]:
    """Every sealed round, in order of elections and rounds."""
    return tuple(
        _result(election, one)
        for election in fold_elections(work.journal.of_kinds(ELECTION_KINDS))
        for one in election.rounds
        if one.state is RoundState.SEALED
    )


def _result(election: Election, one: Round) -> ElectionResult:
    assert one.seal is not None
    result = one.seal.result
    names = {candidate.id: candidate.name for candidate in one.candidates}
    return ElectionResult(
        title=election.title,
        round=one.id,
        number=one.number,
        kind=one.kind,
        seats=result.seats,
        issued=result.issued,
        collected=result.collected,
        valid=result.count.valid,
        invalid=result.count.all_invalid,
        elected=tuple(
            ElectedPerson(name=names.get(who, who), votes=result.count.votes.get(who, 0), base=result.base_count)
            for who in result.elected
        ),
    )
