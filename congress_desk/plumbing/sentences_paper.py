"""Sentences for seats, the credentials report and the page style; sentences.py puts them to the others."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.refusals import Problem, Reason
from congress_desk.plumbing.texts import marked

PAPER_REASONS: Mapping[Reason, str] = {
    Reason.NO_SUCH_SEAT: marked("The hall of this plan has no seat {seat}. Nothing was changed. Look at the seating plan."),
    Reason.SEAT_TAKEN: marked("{name} sits on {seat}. Nothing was changed. Choose a free seat, or let the two change seats."),
    Reason.NOT_A_SEAT_LIST: marked("No seats are found in this table: {path}. Nothing was changed. It needs a row of headers with a column “Seat”, and one with the name or the card number."),
    Reason.SEATS_HAVE_ERRORS: marked("The seating table has errors: {count}. Nothing was changed. Correct the rows shown and import it again."),
    Reason.NOBODY_TO_SEAT: marked("There is nobody to seat. Nothing was changed. Import the delegate list first."),
    Reason.NOTHING_TO_TAKE_BACK: marked("Nothing was done in this seating plan that could be taken back. Nothing was changed."),
    Reason.NO_SEATS: marked("This seating plan has no seats that somebody sits on. Nothing was printed. Arrange the seats first, or import a seating table."),
    Reason.NO_SUCH_PARAGRAPH: marked("The credentials report has no such paragraph: {paragraph}. Nothing was changed. Possible are: {possible}."),
    Reason.FIGURES_CHANGED: marked("Figures of this paragraph were changed. Missing: {missing}. Not of the report: {foreign}. Nothing was saved. Figures come from the list and the attendance; correct them there."),
    Reason.FIGURES_MOVED: marked("Figures of this paragraph have changed places. Nothing was saved. They follow one another as in the table: {order}."),
    Reason.PARAGRAPH_OUT_OF_DATE: marked("The figures have changed since the paragraph “{paragraph}” was reworded, and it cannot be seen which of them it means. Nothing was printed. Write the paragraph again, or go back to the usual words."),
}  # fmt: skip

PAPER_PROBLEMS: Mapping[Problem, str] = {
    Problem.PAGE_STYLE_WRONG: marked("The page style has a value that cannot be used: {place} is {value}; possible is {possible}. Nothing was printed. Correct it in {path}, or take the file away to print in the usual style."),
}  # fmt: skip

PAPER_FIELDS: Mapping[str, str] = {
    "hall_seats": marked("seats of the hall (1 to 5000, each label once)"),
    "brackets": marked("age brackets (such as <=40, 41-50, 51-60, >=61; every age once)"),
    "party_brackets": marked("brackets of Party age (such as <=10, 11-20, >=21; every year once)"),
    "badge_size": marked("size of the badges (54x86, 70x100 or 90x130)"),
    "paper": marked("paper (a3, a4 or a5)"),
    "shift": marked("printer shift in millimetres (such as 1.5,-0.5; at most 20)"),
    "decimals": marked("decimals of the shares (0 to 3)"),
}
