"""What the secretariat itself writes for the papers that close a congress: a fold of the journal.

Words of minutes and resolution by part, the table of targets, and the tasks of the action programme with the three
clears: which task, whose, by when. The newest text of a part stands; older ones stay in the journal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from congress_desk.domain.journal import Event, Kind
from congress_desk.domain.list_tables import Cell, Table
from congress_desk.domain.names import folded, tidy_name
from congress_desk.domain.refusals import Reason, Refusal

CLOSING_KINDS = (Kind.CLOSING_TEXT_PUT, Kind.TARGETS_PUT, Kind.TASKS_PUT)
MOST_LETTERS = 60_000
MOST_ROWS = 500


class TextPart(StrEnum):
    """The values are the words of the command line."""

    VENUE = "venue"  # where the congress met: hall and address
    ORGANS = "organs"  # presidium, secretariat, credentials committee, one a line
    RESULTS = "results"  # what the congress decided, in the minutes
    CLOSING = "closing"  # how the minutes end
    RESOLUTION = "resolution"
    RESOLUTION_NUMBER = "resolution-number"
    ACTION_PROGRAMME = "action-programme"  # what stands above the table of tasks


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A target of the resolution; value as it was written, with its unit beside it."""

    group: str = ""
    name: str
    unit: str = ""
    value: str
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """The three clears: what, who leads, until when. issued: when the paper for it shall be out."""

    group: str = ""
    task: str
    lead: str
    issued: str = ""
    deadline: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingTexts:
    texts: Mapping[TextPart, str] = field(default_factory=dict)
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()

    def of(self, part: TextPart) -> str:
        return self.texts.get(part, "")

    def paragraphs(self, part: TextPart) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.of(part).splitlines() if line.strip())


def fold_closing_texts(events: Iterable[Event]) -> ClosingTexts:
    texts: dict[TextPart, str] = {}
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()
    for event in events:
        if event.kind is Kind.CLOSING_TEXT_PUT:
            texts[TextPart(event.body["part"])] = event.body["text"]
        elif event.kind is Kind.TARGETS_PUT:
            targets = tuple(Target(**row) for row in event.body["rows"])
        elif event.kind is Kind.TASKS_PUT:
            tasks = tuple(Task(**row) for row in event.body["rows"])
    return ClosingTexts(texts=texts, targets=targets, tasks=tasks)


def rows_body(rows: Sequence[Target] | Sequence[Task]) -> dict[str, Any]:
    return {"rows": [asdict(row) for row in rows]}


_TARGET_WORDS = {
    "name": ("chi tieu", "noi dung", "target", "المؤشر", "الهدف"),
    "unit": ("don vi", "dvt", "unit", "الوحدة"),
    "value": ("muc tieu", "gia tri", "ke hoach", "den nam", "value", "القيمة"),
    "by": ("thoi gian", "nam", "by", "deadline", "الموعد"),
    "note": ("ghi chu", "note", "ملاحظة"),
}
_TASK_WORDS = {
    "task": ("nhiem vu", "noi dung", "cong viec", "task", "المهمة"),
    "lead": ("chu tri", "don vi", "nguoi", "lead", "الجهة"),
    "issued": ("ban hanh", "issued", "الإصدار"),
    "deadline": ("thuc hien", "hoan thanh", "thoi han", "deadline", "until", "الموعد"),
    "note": ("ghi chu", "note", "ملاحظة"),
}


def targets_in(tables: Sequence[Table]) -> tuple[Target, ...]:
    """Refusal: BAD_VALUE(targets) naming the first row that lacks a name or a value; nothing is guessed."""
    rows = _rows_in(tables, _TARGET_WORDS, ("name", "value"), "targets")
    return tuple(Target(**row) for row in rows)


def tasks_in(tables: Sequence[Table]) -> tuple[Task, ...]:
    """Refusal: BAD_VALUE(tasks) naming the first row in which one of the three clears is not clear."""
    return tuple(Task(**row) for row in _rows_in(tables, _TASK_WORDS, ("task", "lead", "deadline"), "tasks"))


def checked_targets(targets: Sequence[Target]) -> tuple[Target, ...]:
    """Refusal: BAD_VALUE(targets)."""
    for number, target in enumerate(targets, 1):
        if not (target.name.strip() and target.value.strip()):
            raise Refusal(Reason.BAD_VALUE, field="targets", row=number)
    if len(targets) > MOST_ROWS:
        raise Refusal(Reason.BAD_VALUE, field="targets", row=MOST_ROWS + 1)
    return tuple(targets)


def checked_tasks(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Refusal: BAD_VALUE(tasks)."""
    for number, task in enumerate(tasks, 1):
        if not (task.task.strip() and task.lead.strip() and task.deadline.strip()):
            raise Refusal(Reason.BAD_VALUE, field="tasks", row=number)
    if len(tasks) > MOST_ROWS:
        raise Refusal(Reason.BAD_VALUE, field="tasks", row=MOST_ROWS + 1)
    return tuple(tasks)


def _rows_in(
    tables: Sequence[Table], words: Mapping[str, Sequence[str]], needed: Sequence[str], field_name: str
) -> list[dict[str, str]]:
    for table in tables:
        for number, row in enumerate(table.rows):
            columns = _columns(row, words)
            if all(name in columns for name in needed):
                return _below(table.rows[number + 1 :], columns, needed, field_name, number + 2)
    raise Refusal(Reason.BAD_VALUE, field=field_name)


def _columns(row: Sequence[Cell], words: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Which column holds what, by its header; a header serves one column, the first word that fits decides."""
    columns: dict[str, int] = {}
    taken: set[int] = set()
    for name, spelled in words.items():
        for place, cell in enumerate(row):
            header = folded(_text(cell))
            if place not in taken and any(_says(header, folded(word)) for word in spelled):
                columns[name] = place
                taken.add(place)
                break
    return columns


def _says(header: str, word: str) -> bool:
    return f" {word} " in f" {header} " or (not word.isascii() and word in header)


def _below(
    rows: Sequence[Sequence[Cell]], columns: Mapping[str, int], needed: Sequence[str], field_name: str, first: int
) -> list[dict[str, str]]:
    """The rows under the header; a row with one text alone begins a group, and has rows under it."""
    found: list[dict[str, str]] = []
    group, alone = "", 0  # the row of a heading under which nothing stands yet
    for number, row in enumerate(rows, first):
        cells = [_text(cell) for cell in row]
        texts = {text for text in cells if text}
        if not texts:
            continue
        values = {name: cells[place] if place < len(cells) else "" for name, place in columns.items()}
        if sum(bool(values[name]) for name in needed) <= 1 and len(texts - {cells[0]}) <= 1:
            heading = max(texts, key=len)
            group, alone = f"{group} – {heading}" if alone else heading, number
        elif all(values[name] for name in needed):
            found.append({"group": group, **values})
            alone = 0
        else:
            raise Refusal(Reason.BAD_VALUE, field=field_name, row=number)
    if alone:
        raise Refusal(Reason.BAD_VALUE, field=field_name, row=alone)
    if not found or len(found) > MOST_ROWS:
        raise Refusal(Reason.BAD_VALUE, field=field_name)
    return found


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else tidy_name(str(cell))
