"""Importing the office's list: looked at first, told row by row, then all of it or nothing."""

from __future__ import annotations

from pathlib import Path

from congress_desk.domain.delegates import Delegate
from congress_desk.domain.lists import ImportPlan
from congress_desk.ui.rooms.registry.scene import Scene
from congress_desk.ui.rooms.registry.state import Fact, Follow, ListImport, Page, PlannedRow, Row

Planned = tuple[ImportPlan, tuple[Delegate, ...]]


class ListImportActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def look_at(self, path: Path) -> None:
        """Read and plan; nothing is written."""
        desk = self._scene.desk
        self._scene.show(list_import=ListImport(path=path, reading=True), page=Page.IMPORT)
        self._scene.run(
            lambda: (desk.listing.plan_import(path), desk.registry.delegates()), self._on_planned, self._on_failed
        )

    def look_again(self) -> None:
        """The same file, corrected meanwhile in the spreadsheet program."""
        if self._scene.state.list_import.path is not None:
            self.look_at(self._scene.state.list_import.path)

    def forget(self) -> None:
        """Back to choosing a file."""
        self._scene.show(list_import=ListImport())

    def carry_out(self) -> None:
        shown = self._scene.state.list_import
        if not shown.can_import or shown.plan is None or shown.path is None:
            return
        plan, name, listing = shown.plan, shown.path.name, self._scene.desk.listing
        self._scene.show_import(writing=True)
        self._scene.run(lambda: listing.carry_out(plan, called=name), self._on_imported, self._on_failed)

    def _on_planned(self, planned: Planned) -> None:
        plan, everybody = planned
        known = {d.id: d for d in everybody}
        self._scene.show_import(
            reading=False,
            plan=plan,
            rows=planned_rows(plan),
            missing=tuple(known[d] for d in plan.missing if d in known),
        )

    def _on_imported(self, final: ImportPlan) -> None:
        self._scene.show(list_import=ListImport(), page=Page.PEOPLE)
        self._scene.tell(Fact.IMPORTED, follow=Follow.ADD_PHOTOS, added=len(final.added), changed=len(final.changed))

    def _on_failed(self, error: Exception) -> None:
        self._scene.show_import(reading=False, writing=False)
        self._scene.fail(error)


def planned_rows(plan: ImportPlan) -> tuple[PlannedRow, ...]:
    """Every row of the list with what would happen to it: what is new first, what stays as it is last."""
    added = {(row.sheet, row.row) for row in plan.added}
    changed = {(one.row.sheet, one.row.row): one for one in plan.changed}
    rows = []
    for row in plan.understood.rows:
        place = (row.sheet, row.row)
        if place in changed:
            rows.append(PlannedRow(row=row, what=Row.CHANGED, changes=changed[place].changes))
        else:
            rows.append(PlannedRow(row=row, what=Row.ADDED if place in added else Row.UNCHANGED))
    return tuple(sorted(rows, key=lambda one: list(Row).index(one.what)))
