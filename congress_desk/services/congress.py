"""The congress as a whole: its heading, its rules, its journal's soundness, its copies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

from congress_desk.domain.journal import Event, EventId, Kind, Verification, verify_chains
from congress_desk.domain.quorum import DEFAULT_QUORUM
from congress_desk.domain.records import Heading
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.services.floor import Floor
from congress_desk.services.ports.store import Congress, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What this congress has decided for itself; every change is in the journal."""

    quorum: Fraction = DEFAULT_QUORUM
    auto_accept_faces: bool = False
    undo_minutes: int = 15
    erase_faces_after_days: int = 30  # counted from the day of the last session


class CongressService:
    def __init__(self, floor: Floor, path: Path, *, beside: Callable[[Path], None] | None = None) -> None:
        """beside: copies what lies beside the congress file (documents) to beside a backup."""
        self._floor = floor
        self._beside = beside
        self.path = path

    @property
    def read_only(self) -> bool:
        """Opened for reading only: the file lies where nothing may be written."""
        return self._floor.store.read_only

    def assure_writable(self) -> None:
        """Trouble: READ_ONLY."""
        self._floor.store.assure_writable()

    def congress(self) -> Congress:
        with self._floor.reading() as work:
            return work.congress.get()

    @property
    def rehearsal(self) -> bool:
        return self.congress().rehearsal

    def heading(self) -> Heading:
        return heading_of(self.congress(), self._floor.clock.now())

    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.congress().zone)

    def describe(self, *, title: str, convening_body: str, opens: dt.date, place: str) -> None:
        """Correct what stands on every paper. Refusal: BAD_VALUE."""
        if not title.strip() or not convening_body.strip():
            raise Refusal(Reason.BAD_VALUE, field="title" if not title.strip() else "convening_body")
        with self._floor.act() as act:
            new = replace(
                act.work.congress.get(),
                title=title.strip(),
                convening_body=convening_body.strip(),
                opens=opens,
                place=place.strip(),
            )
            act.work.congress.put(new)
            body = {"title": new.title, "convening_body": new.convening_body, "opens": new.opens.isoformat()}
            act.write(Kind.RULES_CHANGED, body=body | {"place": new.place})

    def rules(self) -> Rules:
        with self._floor.reading() as work:
            return rules_of(work)

    def change_rules(self, rules: Rules) -> None:
        """Refusal: BAD_VALUE for a quorum outside 0..1, an undo of under a minute, faces kept over a year."""
        if not 0 < rules.quorum <= 1:
            raise Refusal(Reason.BAD_VALUE, field="quorum")
        if not 1 <= rules.undo_minutes <= 24 * 60:
            raise Refusal(Reason.BAD_VALUE, field="undo_minutes")
        if not 1 <= rules.erase_faces_after_days <= 365:
            raise Refusal(Reason.BAD_VALUE, field="erase_faces_after_days")
        written = {
            "quorum": f"{rules.quorum.numerator}/{rules.quorum.denominator}",
            "auto_accept_faces": "yes" if rules.auto_accept_faces else "no",
            "undo_minutes": str(rules.undo_minutes),
            "erase_faces_after_days": str(rules.erase_faces_after_days),
        }
        with self._floor.act() as act:
            for name, value in written.items():
                act.work.congress.put_rule(name, value)
            act.write(Kind.RULES_CHANGED, body=written)

    def looks(self) -> tuple[Event, ...]:
        """Who exported, printed or looked through personal data, oldest first: LOOKED_AT and PRINTED."""
        with self._floor.reading() as work:
            return tuple(work.journal.of_kinds([Kind.LOOKED_AT, Kind.PRINTED]))

    def newest(self) -> Mapping[str, EventId]:
        """The last event of every desk: the stamp of all that is read from the journal."""
        with self._floor.reading() as work:
            return work.journal.newest()

    def verify(self) -> Verification:
        """Recompute every hash. Trouble: DAMAGED if the file's own structure is broken."""
        found = self._floor.store.check()
        if found:
            raise Trouble(Problem.DAMAGED, path=str(self.path), found=found)
        with self._floor.reading() as work:
            return verify_chains(work.journal.everything(), work.journal.newest())

    def back_up(self, target: Path) -> Path:
        """A whole, checked copy with its documents; into a folder it takes the file's name and the time."""
        if target.is_dir():
            stamp = self._floor.clock.now().astimezone(self.zone()).strftime("%Y-%m-%d_%H%M%S")
            target = target / f"{self.path.stem}_{stamp}.congress"
        self._floor.store.back_up(target)
        if self._beside is not None:
            self._beside(target)
        return target


def heading_of(congress: Congress, now: dt.datetime) -> Heading:
    return Heading(
        title=congress.title,
        convening_body=congress.convening_body,
        opens=congress.opens,
        place=congress.place,
        rehearsal=congress.rehearsal,
        printed_at=now.astimezone(ZoneInfo(congress.zone)),
    )


def rules_of(work: Work) -> Rules:
    written = work.congress.rules()
    return Rules(
        quorum=Fraction(written["quorum"]) if "quorum" in written else DEFAULT_QUORUM,
        auto_accept_faces=written.get("auto_accept_faces") == "yes",
        undo_minutes=int(written.get("undo_minutes", "15")),
        erase_faces_after_days=int(written.get("erase_faces_after_days", "30")),
    )
