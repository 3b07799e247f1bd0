"""Faces with figures: attendance with the quorum, the result of a vote, the result of an election.

No figure is worked out here: what stands on the wall is what the record says.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF

from congress_desk.domain.stage import AttendanceFace, ElectedShown, ElectionShown, VoteShown
from congress_desk.plumbing.chart_words import quorum_words
from congress_desk.ui.stage.paging import page_now
from congress_desk.ui.stage.scene import Moment, Scene
from congress_desk.ui.stage.sheet import BOLD, CREAM, GOLD, RAISED, STRONG, WHITE, Sheet, Side, rows
from congress_desk.ui.stage.words import percent

MOST_ROWS = 9


def draw_attendance(sheet: Sheet, scene: Scene, face: AttendanceFace, body: QRectF) -> None:
    say = scene.say
    counts = f"{face.present} / {face.convened}"
    quorum = quorum_words(say, needed=face.needed, reached=face.reached, at=face.reached_at)
    if sheet.strip:
        figures, words = sheet.split(body, body.width() * 0.42, sheet.unit * 0.15)
        sheet.text(figures, counts, largest=sheet.unit * 0.6, weight=BOLD, upright=0.5, side=Side.MIDDLE)
        upper, lower = rows(words, 0.6, 0.16, gap=sheet.unit * 0.06)
        sheet.text(upper, quorum, largest=sheet.unit * 0.26, weight=STRONG, colour=CREAM, upright=0.6, lines=2)
        _bar(sheet, lower, face)
        return
    top, figures, bar, lower, rest = rows(body, 0.16, 0.36, 0.06, 0.2, 0.18, gap=sheet.unit * 0.012)
    sheet.text(top, face.session, largest=sheet.unit * 0.065, weight=STRONG, colour=CREAM, side=Side.MIDDLE,
               upright=0.3, lines=2)  # fmt: skip
    sheet.text(figures, counts, largest=sheet.unit * 0.24, weight=BOLD, side=Side.MIDDLE, upright=0.5)
    _bar(sheet, bar, face)
    sheet.text(lower, quorum, largest=sheet.unit * 0.075, weight=BOLD, side=Side.MIDDLE, upright=0.6, lines=2)
    away = [say("Excused: {count}", count=face.excused), say("Not here: {count}", count=face.absent)]
    sheet.text(rest, "   ·   ".join(away), largest=sheet.unit * 0.055, colour=CREAM, side=Side.MIDDLE, upright=0.5,
               lines=2)  # fmt: skip


def draw_vote(sheet: Sheet, scene: Scene, vote: VoteShown, body: QRectF) -> None:
    say = scene.say
    outcome = say("Passed") if vote.passed else say("Not passed")
    share = percent(vote.share, say)
    counts = (
        (say("Agree"), vote.agree, True),
        (say("Disagree"), vote.disagree, False),
        (say("Other opinion"), vote.other, False),
    )
    if sheet.strip:
        words, figures = sheet.split(body, body.width() * 0.5, sheet.unit * 0.12)
        upper, lower = rows(words, 0.46, 0.54)
        sheet.text(upper, vote.title, largest=sheet.unit * 0.24, colour=CREAM, weight=STRONG, upright=0.5, lines=2)
        sheet.text(lower, f"{outcome} · {share}", largest=sheet.unit * 0.34, weight=BOLD, upright=0.5)
        _counts(sheet, figures, counts)
        return
    top, outcome_box, figures, rest = rows(body, 0.24, 0.24, 0.38, 0.14, gap=sheet.unit * 0.012)
    sheet.text(top, vote.title, largest=sheet.unit * 0.07, weight=STRONG, colour=CREAM, side=Side.MIDDLE, upright=0.4,
               lines=3)  # fmt: skip
    sheet.text(outcome_box, f"{outcome} · {share}", largest=sheet.unit * 0.14, weight=BOLD, side=Side.MIDDLE,
               upright=0.5)  # fmt: skip
    _counts(sheet, figures, counts)
    sheet.text(rest, say("of {count} persons", count=vote.base), largest=sheet.unit * 0.055, colour=CREAM,
               side=Side.MIDDLE, upright=0.6)  # fmt: skip


def draw_election(sheet: Sheet, scene: Scene, election: ElectionShown, body: QRectF, moment: Moment) -> None:
    """So many people as stand legibly; more of them page by page."""
    say = scene.say
    if sheet.strip:
        top, table = sheet.split(body, body.width() * 0.3, sheet.unit * 0.15)
    else:
        top, table = rows(body, 0.25, 0.75, gap=sheet.unit * 0.02)
    people = election.people
    cells = _cells(sheet, table, len(people))
    page, pages, shown = page_now(len(people), len(cells), moment.now)
    count = sum(person.elected for person in people)
    heading = say("Elected: {count}", count=count) + (f" · {page + 1}/{pages}" if pages > 1 else "")
    first, second = rows(top, 0.47, 0.53)
    sheet.text(first, election.title, largest=sheet.unit * (0.24 if sheet.strip else 0.065), weight=STRONG,
               colour=CREAM, upright=0.5, lines=2)  # fmt: skip
    sheet.text(second, heading, largest=sheet.unit * (0.2 if sheet.strip else 0.055), upright=0.5)
    _people(sheet, scene, people[shown], cells)


def _cells(sheet: Sheet, table: QRectF, count: int) -> list[QRectF]:
    """Places for people, column by column: as many as stand in letters for the last row, at most `count`."""
    needed = max(sheet.least, sheet.unit * (0.2 if sheet.strip else 0.05)) * 1.72
    lines = max(1, min(MOST_ROWS, int(table.height() / needed)))
    across = max(1, min(3, int(table.width() / (sheet.unit * 3.2)))) if sheet.strip else 1
    columns = sheet.columns(table, across, sheet.unit * 0.1)
    lines = min(lines, max(1 if sheet.strip else 4, -(-count // across)))
    return [cell for column in columns for cell in rows(column, *[1.0] * lines, gap=sheet.unit * 0.01)]


def _people(sheet: Sheet, scene: Scene, people: tuple[ElectedShown, ...], cells: list[QRectF]) -> None:
    letters = min(sheet.unit * (0.3 if sheet.strip else 0.065), cells[0].height() * 0.62)
    for person, line in zip(people, cells, strict=False):
        sheet.panel(line)
        inner = line.adjusted(line.height() * 0.3, 0, -line.height() * 0.3, 0)
        name, figures = sheet.split(inner, inner.width() * 0.62, sheet.unit * 0.02)
        mark, name = sheet.split(name, line.height() * 0.5, line.height() * 0.25)
        if person.elected:
            box = QRectF(0, 0, mark.width(), mark.width())
            box.moveCenter(mark.center())
            sheet.icon("tick", box, GOLD)
        sheet.text(name, person.name, largest=letters, weight=BOLD, upright=0.5)
        words = f"{person.votes} · {percent(person.share, scene.say)}"
        sheet.text(figures, words, largest=letters, weight=STRONG, colour=CREAM, side=Side.TRAILING, upright=0.5)


def _counts(sheet: Sheet, box: QRectF, counts: tuple[tuple[str, int, bool], ...]) -> None:
    for column, (word, count, strong) in zip(sheet.columns(box, 3, sheet.unit * 0.03), counts, strict=True):
        sheet.panel(column)
        upper, lower = rows(column.adjusted(sheet.unit * 0.01, 0, -sheet.unit * 0.01, 0), 0.6, 0.4)
        sheet.text(upper, str(count), largest=sheet.unit * (0.4 if sheet.strip else 0.15), weight=BOLD,
                   colour=WHITE if strong else CREAM, side=Side.MIDDLE, upright=0.7)  # fmt: skip
        sheet.text(lower, word, largest=sheet.unit * (0.2 if sheet.strip else 0.055), colour=CREAM,
                   side=Side.MIDDLE, upright=0.3, lines=2)  # fmt: skip


def _bar(sheet: Sheet, box: QRectF, face: AttendanceFace) -> None:
    """How many of the convened are here, and a mark where the quorum is."""
    sheet.panel(box, RAISED)
    convened = max(1, face.convened)
    filled, _ = sheet.split(box, box.width() * min(1.0, face.present / convened))
    if face.present:
        sheet.panel(filled, GOLD)
    thick = max(2.0, sheet.unit * 0.008)
    until, _ = sheet.split(box, box.width() * min(1.0, face.needed / convened))
    x = until.left() if sheet.right_to_left else until.right() - thick
    sheet.painter.fillRect(QRectF(x, box.top() - thick * 1.5, thick, box.height() + thick * 3), WHITE)
