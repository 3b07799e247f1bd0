"""What an office's spreadsheet was understood to say, and what importing it would change.

Pure values; `understand` in list_reading.py makes them, the registry service turns them into one event.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from congress_desk.domain.delegates import DelegateId, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class ListError:
    """One thing wrong. row and column as the spreadsheet shows them (row 1 is the first; column "C").

    code is stable, params fill the sentence in plumbing.texts. sheet is the tab's name.
    """

    sheet: str = ""
    row: int
    column: str
    code: str
    params: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnUnderstood:
    """One column of one tab: the header as written, and the Sheet field it fills ("" = not used)."""

    sheet: str
    column: str
    header: str
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowUnderstood:
    """One person of the list. assumed: fields the list did not give, filled by a default (category)."""

    sheet: str
    row: int
    person: Sheet
    assumed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListUnderstood:
    columns: tuple[ColumnUnderstood, ...] = ()
    rows: tuple[RowUnderstood, ...] = ()
    errors: tuple[ListError, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedChange:
    """sheet: what the delegate's sheet becomes, with the known values where the list's cells are empty."""

    delegate: DelegateId
    row: RowUnderstood
    sheet: Sheet
    changes: dict[str, tuple[str, str]]  # field -> (old, new)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import would do. It is carried out whole, and only where there are no errors.

    Empty cells of a repeated import never erase what is known; a corrected citizen number or birth date is
    matched by the other facts. missing: delegates of the congress that the list does not name (left alone).
    """

    understood: ListUnderstood
    added: tuple[RowUnderstood, ...] = ()
    changed: tuple[PlannedChange, ...] = ()
    unchanged: int = 0
    missing: tuple[DelegateId, ...] = ()
    errors: tuple[ListError, ...] = ()  # understood.errors and the duplicates

    @property
    def read(self) -> int:
        return len(self.understood.rows)
