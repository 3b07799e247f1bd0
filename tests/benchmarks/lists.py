"""How long an office's list takes: `uv run python -m tests.benchmarks.lists [rows]`.

Reading the file, understanding it, planning its import into a congress that has everybody already, and matching a
folder of photos; each for one person too, because only the ratio travels between machines.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from congress_desk.devices.sheets.office import OfficeSheets
from congress_desk.domain.list_planning import plan
from congress_desk.domain.list_reading import understand
from congress_desk.domain.photo_matching import match
from congress_desk.domain.rehearsal import rehearsal_people
from congress_desk.plumbing.list_words import template_header
from congress_desk.plumbing.texts import words_for
from tests.domain.office_lists import TODAY, a_delegate
from tests.domain.test_list_round_trip import as_row

T = TypeVar("T")


def main(count: int) -> None:
    people = rehearsal_people(1, count=count)
    say = words_for("vi")
    rows = [as_row(say, i, sheet) for i, sheet in enumerate(people, start=1)]
    delegates = [a_delegate(i, sheet) for i, sheet in enumerate(people)]
    stems = [f"{sheet.card_number} - {sheet.full_name}" for sheet in people]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ds.xlsx"
        timed("write .xlsx", count, lambda: OfficeSheets().write(path, "Danh sách", template_header("vi"), rows))
        tables = timed("read .xlsx", count, lambda: OfficeSheets().read(path))
    understood = timed("understand", count, lambda: understand(tables, today=TODAY))
    planned = timed("plan", count, lambda: plan(understood, delegates))
    found = timed("match photos", count, lambda: match(stems, delegates))
    print(f"{planned.unchanged} unchanged, {len(planned.errors)} errors, {len(found.matched)} photos matched")


def timed(what: str, count: int, work: Callable[[], T]) -> T:
    started = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - started
    print(f"{what:14}{1000 * seconds:8.0f} ms{1_000_000 * seconds / count:8.0f} us a person")
    return result


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
