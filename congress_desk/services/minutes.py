"""The minutes as they grow: the gist that the secretariat types, beside what the acts have recorded by themselves."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.agenda import ItemId, the_item
from congress_desk.domain.agenda_fold import AGENDA_KINDS, fold_agenda
from congress_desk.domain.agenda_records import PresentationsRecord, ProgrammeBand, ProgrammeLine, ProgrammeRecord
from congress_desk.domain.agenda_times import planned_times
from congress_desk.domain.journal import Kind
from congress_desk.domain.minutes import MinutesRecord, MinutesVote, minutes_of
from congress_desk.domain.opinions import tidy_opinion
from congress_desk.domain.records import Asked, Form, Heading
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.speech_figures import figures, topic_groups
from congress_desk.domain.speeches import RequestId, SpeechId, TurnId, the_speech
from congress_desk.services.congress import heading_of
from congress_desk.services.floor import Floor
from congress_desk.services.folding import Folding
from congress_desk.services.ports.store import Work
from congress_desk.services.records import RecordMaker
from congress_desk.services.speeches_reading import SpeechesReading

MOST_LETTERS = 20_000


class MinutesService:
    def __init__(self, floor: Floor, reading: SpeechesReading) -> None:
        self._floor = floor
        self._reading = reading
        self._agenda = Folding(AGENDA_KINDS, fold_agenda)

    def record(self, votes: Sequence[MinutesVote] = ()) -> MinutesRecord:
        """votes: of whoever folds them."""
        with self._floor.reading() as work:
            now = self._floor.clock.now()
            heading = heading_of(work.congress.get(), now)
            return minutes_of(heading, self._agenda.read(work), self._reading.read(work), votes, now)

    def write_gist(self, text: str, *, item: ItemId | None = None, turn: TurnId | None = None) -> None:
        """What the minutes say of an item or of somebody who spoke; written anew, the last one stands.

        Refusal: NO_SUCH_ITEM, NO_SUCH_SPEECH, BAD_VALUE (neither, both, or too long).
        """
        text = tidy_opinion(text)
        if (item is None) == (turn is None) or len(text) > MOST_LETTERS:
            raise Refusal(Reason.BAD_VALUE, field="gist")
        with self._floor.act() as act:
            if item is not None:
                the_item(self._agenda.read(act.work), item)
                act.write(Kind.GIST_WRITTEN, body={"item": item, "text": text})
            if turn is not None:
                speeches = self._reading.read(act.work)
                if speeches.request(RequestId(turn)) is None:
                    the_speech(speeches, SpeechId(turn))
                act.write(Kind.GIST_WRITTEN, body={"turn": turn, "text": text})

    def makers(self) -> dict[Form, RecordMaker]:
        return {Form.PROGRAMME: self._programme, Form.PRESENTATIONS: self._presentations}

    def _programme(self, work: Work, heading: Heading, asked: Asked) -> ProgrammeRecord:
        """Refusal: NO_PROGRAMME."""
        agenda = self._agenda.read(work)
        if not agenda.items:
            raise Refusal(Reason.NO_PROGRAMME)
        bands = []
        for sitting in agenda.sittings:
            times = zip(sitting.items, planned_times(sitting), strict=True)
            lines = tuple(ProgrammeLine(item=item, starts=starts, ends=ends) for item, (starts, ends) in times)
            bands.append(ProgrammeBand(sitting=sitting, lines=lines))
        return ProgrammeRecord(heading=heading, bands=tuple(bands))

    def _presentations(self, work: Work, heading: Heading, asked: Asked) -> PresentationsRecord:
        speeches = self._reading.read(work)
        return PresentationsRecord(heading=heading, groups=topic_groups(speeches), figures=figures(speeches))
