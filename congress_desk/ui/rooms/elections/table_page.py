"""A camera over a table: its picture, one large answer for each sheet laid down, and what is taken so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from congress_desk.services.ports.ballots import TableSeen
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.scan_panel import NotesList
from congress_desk.ui.rooms.elections.scan_words import table_sign
from congress_desk.ui.rooms.elections.state import ElectionsState
from congress_desk.ui.rooms.elections.table_view import TableView
from congress_desk.ui.widgets.answer_panel import AnswerPanel
from congress_desk.ui.widgets.figures import FigureRow
from congress_desk.ui.widgets.forms import Choice
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter

CAMERAS = 4
SIDE_WIDTH = 400
LEAST_ANSWER = 330


class TablePage(QWidget):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self._tables = presenter.tables
        self._look = look
        self._build()
        self._connect()

    def show_state(self, state: ElectionsState) -> None:
        work, say = state.table, self._look.say
        if work is None:
            return
        self._title.setText(say("Camera over a table: bundle {name}", name=work.batch))
        self._offer_cameras(work.source)
        self.answer.show_answer(table_sign(work, say))
        self.figures.show_figures(
            [
                (str(work.taken), say("taken"), ""),
                (str(work.read), say("read clearly"), ""),
                (str(work.asked), say("to conclude"), "ask" if work.asked else ""),
                (str(work.refused), say("no ballots"), "no" if work.refused else ""),
            ]
        )
        told = say("Safe on this computer. They go into the journal in bundles, so that no sheet has a time.")
        self._safe.setText(told)
        self._safe.setVisible(bool(work.taken))
        self.notes.show_notes(work.notes)
        if work.frame is not None:
            self.picture.show_table(work.frame)
        elif work.on_table is None:
            self.picture.show_nothing("camera_off" if work.problem else "camera")
        self.take.setEnabled(work.on_table is not None)

    def show_table(self, seen: TableSeen) -> None:
        """Every newer picture."""
        self.picture.show_table(seen)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._title = label("", "title")
        self.camera = Choice()
        self.camera.setAccessibleName(say("Camera"))
        self.camera.setMinimumContentsLength(12)
        self.take = button(say("Take it as it lies"), look=look, icon="camera", key="Space")
        self.finish = primary_button(say("Finish the bundle"), look=look, icon="tick", key="Esc")
        self.picture, self.answer = TableView(look), AnswerPanel(look)
        self.answer.setMinimumHeight(LEAST_ANSWER)  # else the room's every page were as tall as this one
        self.figures, self.notes = FigureRow(look), NotesList(look)
        self._safe = label("", "muted", wrap=True)
        side = QWidget()
        side.setFixedWidth(SIDE_WIDTH)
        lines = column(self.answer, self.notes, space=8)
        lines.setStretch(0, 4)
        lines.setStretch(1, 1)
        side.setLayout(lines)
        seen = column(self.picture, self.figures, self._safe, space=8)
        seen.setStretch(0, 1)
        body = row(seen, side, space=12)
        body.setStretch(0, 1)
        head = row(self._title, 0, label(say("Camera"), "muted"), self.camera, 8, self.take, self.finish, space=8)
        layout = column(head, body, space=10)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.camera.picked.connect(self._tables.choose_camera)
        on_click(self.take, self._tables.take)
        on_click(self.finish, self._tables.finish)

    def _offer_cameras(self, chosen: str) -> None:
        known = [str(place) for place in range(CAMERAS)]
        options = [(self._look.say("Camera {number}", number=int(place) + 1), place) for place in known]
        played = [] if chosen in known else [(chosen, chosen)]
        self.camera.offer([*options, *played], chosen)
