"""Judgement of sheets: the picture of any sheet at any time, and what two people conclude of it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from congress_desk.domain.ballot_forms import Mark
from congress_desk.domain.ballots import CandidateId, Question, Sheet, SheetId
from congress_desk.domain.election_rules import InvalidReason
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.ui.rooms.elections.scene import Scene
from congress_desk.ui.rooms.elections.state import Among, Fact, Judging
from congress_desk.ui.running import Lane


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    whole: bytes | None
    detail: bytes | None


class JudgeActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def begin(self) -> None:
        """The first sheet of those shown, where none is open."""
        judging = self._scene.state.judging
        if judging is None or judging.sheet.id not in [s.id for s, _ in self._scene.state.sheets]:
            self._open_first()

    def look_among(self, among: Among) -> None:
        self._scene.show(among=among)
        self._open_first()

    def open(self, wanted: SheetId) -> None:
        """Any sheet, beside its reading; what was about to be concluded of another is forgotten."""
        found = next(((s, b) for s, b in self._scene.state.sheets if s.id == wanted), None)
        if found is None:
            return
        sheet, batch = found
        question = next((o.question for o in self._scene.state.waiting if o.sheet.id == wanted), None)
        one = self._scene.state.round
        marks = {c.id: sheet.final_marks.get(c.id, Mark.ASK) for c in (one.candidates if one else ())}
        if question is Question.ENTRIES_DIFFER:
            marks = self._where_entries_agree(wanted, marks)
        judging = Judging(sheet=sheet, batch=batch, question=question, marks=marks, row=doubtful_row(sheet, marks))
        self._scene.show(judging=judging, wrong="")
        self._draw()

    def step(self, by: int) -> None:
        """The next sheet, or the one before."""
        ids, judging = [s.id for s, _ in self._scene.state.sheets], self._scene.state.judging
        if judging is not None and judging.sheet.id in ids:
            place = ids.index(judging.sheet.id) + by
            if 0 <= place < len(ids):
                self.open(ids[place])

    def look_at(self, row: CandidateId) -> None:
        judging = self._scene.state.judging
        if judging is not None and row != judging.row:
            self._scene.show(judging=replace(judging, row=row, detail=None))
            self._draw()

    def show_reading(self, on: bool) -> None:
        self._scene.show(with_reading=on)
        self._draw()

    def turn_page(self) -> None:
        judging = self._scene.state.judging
        if judging is not None and judging.sheet.pages:
            self._scene.show(judging=replace(judging, page=(judging.page + 1) % len(judging.sheet.pages)))
            self._draw()

    # what is concluded

    def mark(self, mark: Mark) -> None:
        """The name looked at is marked so; then the next that cannot be told is looked at."""
        judging = self._scene.state.judging
        if judging is None or judging.row is None:
            return
        marks = {**judging.marks, judging.row: mark}
        untold = next((c for c, m in marks.items() if m is Mark.ASK), None)
        self._scene.show(judging=replace(judging, marks=marks, invalid=None, set_aside=False, valid=True))
        if untold is not None:
            self.look_at(untold)

    def choose_valid(self) -> None:
        self._conclude(valid=True)

    def choose_invalid(self, reason: InvalidReason) -> None:
        self._conclude(invalid=reason)

    def choose_set_aside(self) -> None:
        self._conclude(set_aside=True)

    def conclude(self, why: str = "") -> None:
        """By the two people at this screen. Nothing is concluded that was not chosen."""
        judging, by, counting = self._scene.state.judging, self._scene.state.by, self._scene.voting.counting
        if judging is None or not judging.chosen:
            return
        marks = None if judging.set_aside or judging.invalid else judging.marks
        ids = [s.id for s, _ in self._scene.state.sheets]
        after = ids[ids.index(judging.sheet.id) + 1 :] if judging.sheet.id in ids else []
        wanted = self._scene.round
        self._scene.show(busy=True)

        def concluded(_sheet: Sheet) -> None:
            self._scene.tell(Fact.JUDGED)
            self._scene.show(judging=None)
            self._refresh(after[0] if after else None)

        self._scene.run(
            lambda: counting.judge(
                judging.sheet.id,
                by,
                within=wanted,
                marks=marks,
                invalid=judging.invalid,
                set_aside=judging.set_aside,
                why=why,
            ),
            concluded,
        )

    # the sample

    def check(self, right: bool) -> None:
        """The open sheet of the sample was read as it is, or not."""
        judging = self._scene.state.judging
        if judging is not None:
            self._scene.show(checked={**self._scene.state.checked, judging.sheet.id: right})
            self.step(1)

    def keep_checked(self) -> None:
        wanted, by, sealing = self._scene.round, self._scene.state.by, self._scene.voting.sealing
        checked = dict(self._scene.state.checked)
        self._scene.act(lambda: sealing.check_audit(wanted, checked, by), Fact.CHECKED)

    def _conclude(
        self, *, valid: bool = False, invalid: InvalidReason | None = None, set_aside: bool = False
    ) -> None:
        judging = self._scene.state.judging
        if judging is not None:
            self._scene.show(judging=replace(judging, valid=valid, invalid=invalid, set_aside=set_aside))

    def _open_first(self) -> None:
        sheets = self._scene.state.sheets
        self._scene.show(judging=None)
        if sheets:
            self.open(sheets[0][0].id)

    def _refresh(self, wanted: SheetId | None) -> None:
        """The figures as they are now, then the next sheet."""
        elections, shown = self._scene.voting.elections, self._scene.round

        def seen_again(seen: object) -> None:
            self._scene.show(seen=seen)
            ids = [s.id for s, _ in self._scene.state.sheets]
            if wanted in ids:
                self.open(wanted)
            else:
                self._open_first()

        self._scene.run(lambda: elections.seen(shown), seen_again)

    def _where_entries_agree(self, wanted: SheetId, marks: dict[CandidateId, Mark]) -> dict[CandidateId, Mark]:
        found = next((d for d in self._scene.state.differences if d.sheet == wanted), None)
        rows = [row for row in found.entered.values() if row is not None] if found else []
        alike = {c: {row.marks.get(c, Mark.ASK) for row in rows} for c in marks}
        return {c: next(iter(told)) if len(told) == 1 else Mark.ASK for c, told in alike.items()}

    def _draw(self) -> None:
        judging, reading = self._scene.state.judging, self._scene.state.with_reading
        sheets = self._scene.voting.sheets
        if judging is None or not judging.sheet.pages:
            return
        sheet, page, row = judging.sheet, judging.page, judging.row

        def drawn() -> Pictures:
            whole = sheets.with_reading(sheet.id, page) if reading else sheets.plain(sheet.id, page)
            return Pictures(whole=whole, detail=self._detail(sheet.id, row))

        def shown(pictures: Pictures) -> None:
            now, still = self._scene.state.judging, self._scene.state.with_reading is reading
            if still and now is not None and (now.sheet.id, now.page, now.row) == (sheet.id, page, row):
                self._scene.show(judging=replace(now, whole=pictures.whole, detail=pictures.detail))

        self._scene.run(drawn, shown, lane=Lane.FREE)

    def _detail(self, sheet: SheetId, row: CandidateId | None) -> bytes | None:
        """A sheet that was not straightened has no rows to show."""
        try:
            return None if row is None else self._scene.voting.sheets.mark(sheet, row)
        except Refusal as refusal:
            if refusal.reason is Reason.NO_SUCH_SHEET:
                return None
            raise


def doubtful_row(sheet: Sheet, marks: dict[CandidateId, Mark]) -> CandidateId | None:
    """The first name that cannot be told, or that carries a doubt; else the first. marks: in ballot order."""
    candidates = list(marks)
    untold = next((c for c, mark in marks.items() if mark is Mark.ASK), None)
    if untold is not None:
        return untold
    doubted: list[int] = sorted(
        row for page in sheet.pages for row, _mark, doubts, *_scores in page["rows"] if doubts
    )
    if doubted and doubted[0] < len(candidates):
        return candidates[doubted[0]]
    return candidates[0] if candidates else None
