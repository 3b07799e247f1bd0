"""What the parts of the closing papers are called, what belongs into them, and on which paper they stand."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.closing_texts import TextPart
from congress_desk.domain.records import Form
from congress_desk.plumbing.texts import marked
from congress_desk.ui.rooms.records.state_closing import ClosingPart, TablePart

PARTS: Mapping[ClosingPart, tuple[str, str]] = {
    TextPart.RESOLUTION_NUMBER: (
        marked("Number of the resolution"),
        marked("As it stands at the head of the paper: 01-NQ/ĐH"),
    ),
    TextPart.RESOLUTION: (marked("Words of the resolution"), marked("One paragraph a line.")),
    TablePart.TARGETS: (
        marked("Targets of the resolution"),
        marked("Target and value must be written. Rows of one group stand together."),
    ),
    TextPart.ACTION_PROGRAMME: (
        marked("Words of the action programme"),
        marked("What stands above the table of tasks; one paragraph a line."),
    ),
    TablePart.TASKS: (
        marked("Tasks of the action programme"),
        marked("The three clears: which task, who leads it, until when. All three must be written."),
    ),
    TextPart.VENUE: (marked("Minutes: where the congress met"), marked("Hall and address.")),
    TextPart.ORGANS: (
        marked("Minutes: organs of the congress"),
        marked("Presidium, secretariat, credentials committee; one a line."),
    ),
    TextPart.RESULTS: (marked("Minutes: what was decided"), marked("One paragraph a line.")),
    TextPart.CLOSING: (
        marked("Minutes: how they end"),
        marked("The hour of closing is added by itself."),
    ),
}
PART_FORMS: Mapping[ClosingPart, Form] = {
    TextPart.RESOLUTION_NUMBER: Form.RESOLUTION,
    TextPart.RESOLUTION: Form.RESOLUTION,
    TablePart.TARGETS: Form.RESOLUTION,
    TextPart.ACTION_PROGRAMME: Form.ACTION_PROGRAMME,
    TablePart.TASKS: Form.ACTION_PROGRAMME,
    TextPart.VENUE: Form.MINUTES,
    TextPart.ORGANS: Form.MINUTES,
    TextPart.RESULTS: Form.MINUTES,
    TextPart.CLOSING: Form.MINUTES,
}
TARGET_COLUMNS = (  # title, width in px (0: what is left), needed
    (marked("Group"), 110, False),
    (marked("Target"), 0, True),
    (marked("Unit of measure"), 124, False),
    (marked("Value"), 90, True),
    (marked("By"), 90, False),
    (marked("Note"), 90, False),
)
TASK_COLUMNS = (
    (marked("Group"), 100, False),
    (marked("Task"), 0, True),
    (marked("In the lead"), 140, True),
    (marked("Issued by"), 96, False),
    (marked("Deadline"), 96, True),
    (marked("Note"), 80, False),
)
