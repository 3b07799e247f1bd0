"""From an office's spreadsheet and folder of photos to delegates: shown first, then all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from congress_desk.domain.delegates import Delegate, DelegateId, PhotoOrigin
from congress_desk.domain.journal import Kind, Look, new_id
from congress_desk.domain.list_planning import plan
from congress_desk.domain.list_reading import understand
from congress_desk.domain.lists import ImportPlan
from congress_desk.domain.photo_matching import PhotoMatches, match
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.services.floor import Act, Floor
from congress_desk.services.ports.pictures import Pictures
from congress_desk.services.ports.sheets import Sheets
from congress_desk.services.registry import give_badge, put_photos, written_sheet
from congress_desk.services.roster import Roster

Progress = Callable[[int, int], bool]  # read, of how many; gives False to stop


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotosAdded:
    """added: delegates with a new photo; matches: which files were whose; broken: files that are no pictures.

    stopped: progress asked to stop, and nothing was stored.
    """

    added: int
    matches: PhotoMatches
    broken: tuple[str, ...] = ()
    stopped: bool = False


class ListingService:
    def __init__(self, floor: Floor, roster: Roster, sheets: Sheets, pictures: Pictures) -> None:
        self._floor = floor
        self._roster = roster
        self._sheets = sheets
        self._pictures = pictures

    def plan_import(self, path: Path) -> ImportPlan:
        """What the list says and what would change; nothing is written. Trouble: see ports.sheets."""
        understood = understand(self._sheets.read(path), today=self._floor.clock.now().date())
        with self._floor.reading() as work:
            return plan(understood, self._roster.read(work))

    def carry_out(self, planned: ImportPlan, *, called: str = "") -> ImportPlan:
        """All or nothing; planned anew inside the transaction, so that no change in between is lost.

        Refusal: LIST_HAS_ERRORS.
        """
        with self._floor.act() as act:
            final = plan(planned.understood, act.work.delegates.all())
            if final.errors:
                raise Refusal(Reason.LIST_HAS_ERRORS, count=len(final.errors))
            if final.added or final.changed:
                self._write(act, final, called)
        return final

    def save_template(self, path: Path, *, title: str, header: Sequence[str]) -> None:
        """An empty list with the columns that the import knows. Trouble: CANNOT_WRITE."""
        self._sheets.write(path, title, header, [])

    def export(self, path: Path, *, title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """A table as the screen shows it; that it went out is in the journal first. Trouble: CANNOT_WRITE."""
        body = {"what": Look.EXPORT.value, "file": path.name, "people": len(rows), "columns": list(header)}
        self._floor.note(Kind.LOOKED_AT, body=body)
        self._sheets.write(path, title, header, rows)

    def match_photos(self, folder: Path) -> tuple[PhotoMatches, dict[str, Path]]:
        """Whose picture is which file, by card number, citizen number or name. Trouble: NO_SUCH_FILE."""
        if not folder.is_dir():
            raise Trouble(Problem.NO_SUCH_FILE, path=str(folder))
        files = _by_stem(self._pictures.in_folder(folder))
        with self._floor.reading() as work:
            return match(tuple(files), self._roster.read(work)), files

    def add_photos(self, folder: Path, progress: Progress = lambda _read, _of: True) -> PhotosAdded:
        """Store every picture of the folder that belongs to one delegate; a broken one stops no other."""
        matches, files = self.match_photos(folder)
        jpegs: dict[DelegateId, bytes] = {}
        broken = []
        for read, (stem, delegate) in enumerate(matches.matched.items()):
            if not progress(read, len(matches.matched)):
                return PhotosAdded(added=0, matches=matches, stopped=True)
            try:
                jpegs[delegate] = self._pictures.portrait(files[stem].read_bytes(), called=files[stem].name)
            except (Trouble, OSError):
                broken.append(files[stem].name)
        self.put_photos(jpegs)
        return PhotosAdded(added=len(jpegs), matches=matches, broken=tuple(broken))

    def put_photos(self, jpegs: Mapping[DelegateId, bytes]) -> None:
        """Portraits that are upright JPEGs already, in one act."""
        with self._floor.act() as act:
            put_photos(act, jpegs, PhotoOrigin.LIST)

    def _write(self, act: Act, final: ImportPlan, called: str) -> None:
        new = [Delegate(id=DelegateId(new_id(act.now)), sheet=row.person) for row in final.added]
        known = {d.id: d for d in act.work.delegates.all()} if final.changed else {}
        corrected = [replace(known[c.delegate], sheet=c.sheet) for c in final.changed]
        act.work.delegates.put([*new, *corrected])
        added = [{"id": d.id, "badge": give_badge(act, d.id), "sheet": written_sheet(d.sheet)} for d in new]
        changed = [{"id": c.delegate, "changes": c.changes} for c in final.changed]
        body = {"file": called, "added": added, "changed": changed}
        act.write(Kind.DELEGATES_IMPORTED, body=body)


def _by_stem(paths: Sequence[Path]) -> dict[str, Path]:
    """Name without suffix -> file; of two alike (in sub-folders, or .jpg beside .png) the second is a copy."""
    files: dict[str, Path] = {}
    for path in paths:
        stem, copy = path.stem, 1
        while stem in files:
            copy += 1
            stem = f"{path.stem} ({copy})"
        files[stem] = path
    return files
