"""Clips and photo reports of the agenda's items: copied in, looked at, put in order, looked at again.

A file is copied beside the congress file when it is added, so that the stick it came on may be taken away; its
still is made at once, and stands in for it whenever it cannot be played.
"""

from __future__ import annotations

from pathlib import Path

from congress_desk.domain.cues import CUE_KINDS, Cue, CueFault, CueId, Looked, fold_cues, written_looked
from congress_desk.domain.journal import Kind, new_id
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.services.floor import Act, Floor
from congress_desk.services.ports.documents import DocumentFiles
from congress_desk.services.ports.stage import ClipEyes

MOST_TITLE = 200


class CuesService:
    def __init__(self, floor: Floor, files: DocumentFiles, eyes: ClipEyes) -> None:
        self._floor = floor
        self._files = files
        self._eyes = eyes

    def cues(self, item: str | None = None) -> tuple[Cue, ...]:
        """By item, then in the order in which they are played."""
        with self._floor.reading() as work:
            everything = fold_cues(work.journal.of_kinds(CUE_KINDS))
        return tuple(cue for cue in everything if item in (None, cue.item))

    def add(self, path: Path, *, item: str = "", title: str = "") -> Cue:
        """Looked at, then copied in; takes as long as the copying does.

        Trouble: NO_SUCH_FILE, CANNOT_READ, NOT_A_CLIP (nothing in it can be shown), CANNOT_WRITE, DISK_FULL.
        """
        looked = self._eyes.look(path)
        if looked.fault is CueFault.NOT_DECODABLE:
            raise Trouble(Problem.NOT_A_CLIP, path=str(path))
        self._floor.store.assure_writable()
        file, _size = self._files.take_in(path)
        still = self._still(file)
        name = CueId(new_id(self._floor.clock.now()))
        body = {
            "cue": name,
            "item": item,
            "title": (title.strip() or path.stem)[:MOST_TITLE],
            "file": file,
            "still": still,
            **written_looked(looked),
        }
        with self._floor.act() as act:
            act.write(Kind.CUE_ADDED, body=body)
        return self.cue(name)

    def cue(self, name: str) -> Cue:
        """Refusal: NO_SUCH_CUE."""
        found = next((cue for cue in self.cues() if cue.id == name), None)
        if found is None:
            raise Refusal(Reason.NO_SUCH_CUE)
        return found

    def check(self, name: str) -> Cue:
        """Look at the file again: there, unchanged, decodable to its end. Refusal: NO_SUCH_CUE."""
        cue = self.cue(name)
        looked = self._looked_again(cue)
        with self._floor.act() as act:
            act.write(Kind.CUE_CHECKED, body={"cue": cue.id, **written_looked(looked)})
        return self.cue(name)

    def check_all(self, item: str | None = None) -> tuple[Cue, ...]:
        """Before the session: every file of the item, or all."""
        return tuple(self.check(cue.id) for cue in self.cues(item))

    def move(self, name: str, place: int) -> None:
        """To this place among the cues of its item, from 0 on. Refusal: NO_SUCH_CUE."""
        with self._floor.act() as act:
            _known(act, name)
            act.write(Kind.CUE_MOVED, body={"cue": name, "place": place})

    def remove(self, name: str) -> None:
        """From the list; the file stays as long as the journal names it. Refusal: NO_SUCH_CUE."""
        with self._floor.act() as act:
            _known(act, name)
            act.write(Kind.CUE_REMOVED, body={"cue": name})

    def path_of(self, sha256: str) -> Path:
        """Where a cue's file or still is, if it is there."""
        return self._files.path_of(sha256)

    def back_up(self, folder: Path) -> None:
        """All files of all cues into the folder beside a backup. Trouble: CANNOT_WRITE, DISK_FULL."""
        wanted = dict.fromkeys(one for cue in self.cues() for one in (cue.file, cue.still) if one)
        if wanted:
            self._files.copy_to(folder, list(wanted))

    def _still(self, file: str) -> str:
        """The SHA-256 of the still, "" where none can be made."""
        draft = self._files.made(f"still-{file[:16]}.jpg")
        try:
            return self._files.take_in(draft)[0] if self._eyes.still(self._files.path_of(file), draft) else ""
        finally:
            draft.unlink(missing_ok=True)

    def _looked_again(self, cue: Cue) -> Looked:
        path = self._files.path_of(cue.file)
        if not path.is_file():
            return _with_fault(cue.looked, CueFault.MISSING)
        if not self._files.is_sound(cue.file):
            return _with_fault(cue.looked, CueFault.CHANGED)
        return self._eyes.look(path)


def _known(act: Act, name: str) -> None:
    if name not in {cue.id for cue in fold_cues(act.work.journal.of_kinds(CUE_KINDS))}:
        raise Refusal(Reason.NO_SUCH_CUE)


def _with_fault(looked: Looked, fault: CueFault) -> Looked:
    return Looked(
        moving=looked.moving,
        seconds=looked.seconds,
        width=looked.width,
        height=looked.height,
        sound=looked.sound,
        fault=fault,
    )
