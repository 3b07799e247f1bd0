"""The minutes as they grow: what was begun and who spoke, by themselves; the gist is typed, and kept by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QStackedWidget, QWidget

from congress_desk.plumbing.vote_words import PASSED, REJECTED
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.agenda.state import AgendaState, Note
from congress_desk.ui.rooms.agenda.words import clock
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.parts import button, column, label, on_click, row
from congress_desk.ui.widgets.people_words import isolated

if TYPE_CHECKING:
    from congress_desk.ui.rooms.agenda.presenter import AgendaPresenter

ID = Qt.ItemDataRole.UserRole
REST_MS = 8_000  # after the last letter


class MinutesPage(QWidget):
    def __init__(self, presenter: AgendaPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._note: Note | None = None
        self._drawn: tuple[tuple[str, str], ...] = ()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._build()
        self._connect()

    def show_state(self, state: AgendaState) -> None:
        self._stack.setCurrentWidget(self._page if state.notes or state.agenda is None else self.empty)
        self._draw_list(state)
        note = state.chosen_note
        if note is not None and (self._note is None or note.key != self._note.key):
            self._keep()
            self.gist.setPlainText(note.gist)
        self._note = note
        self.gist.setEnabled(note is not None and note.vote is None)
        if note is None:
            return
        hours = clock(note.starts, state.zone)
        if note.ends:
            hours = f"{hours} - {clock(note.ends, state.zone)}"
        self._title.setText(note.title)
        parts = (isolated(hours, self._look.say), note.detail, self._counted(note))
        self._detail.setText(" · ".join(part for part in parts if part))

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self.list = QListWidget()
        self.list.setAccessibleName(say("What happened"))
        self.list.setFixedWidth(330)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title, self._detail = label("", "title", wrap=True), label("", "muted", wrap=True)
        self.gist = QPlainTextEdit()
        self.gist.setAccessibleName(say("Gist for the minutes"))
        self.gist.setPlaceholderText(say("What was said or decided, in a few sentences. It is kept by itself."))
        self.save = button(say("Keep"), look=look, icon="tick", key="Ctrl+S")
        right = column(self._title, self._detail, self.gist, row(0, self.save), space=8)
        right.setStretch(2, 1)
        halves = row(self.list, right, space=14)
        halves.setStretch(1, 1)
        self._page = QWidget()
        self._page.setLayout(halves)
        self.empty = EmptyState(
            look,
            icon="records",
            sentence=say(
                "The minutes write themselves once the first item is begun: items, speakers and votes with their "
                "times. You add the gist."
            ),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._page)
        self._stack.addWidget(self.empty)
        self.setLayout(column(self._stack))

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._on_chosen)
        self.gist.textChanged.connect(self._rest.start)
        self.gist.installEventFilter(self)
        self._rest.timeout.connect(self._keep)
        on_click(self.save, self._keep)
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._keep)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever leaves the field has not lost what he typed."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._keep()
        return False

    def _keep(self) -> None:
        self._rest.stop()
        if self._note is not None:
            self._presenter.write_gist(self._note.key, self.gist.toPlainText())

    def _draw_list(self, state: AgendaState) -> None:
        lines = tuple((note.key, self._line(note, state)) for note in state.notes)
        if lines != self._drawn:
            self._drawn = lines
            self.list.blockSignals(True)
            self.list.clear()
            for key, text in lines:
                QListWidgetItem(text, self.list).setData(ID, key)
            self.list.blockSignals(False)
        keys = [note.key for note in state.notes]
        if state.note in keys and self.list.currentRow() != keys.index(state.note):
            self.list.blockSignals(True)
            self.list.setCurrentRow(keys.index(state.note))
            self.list.blockSignals(False)

    def _line(self, note: Note, state: AgendaState) -> str:
        hour = isolated(clock(note.starts, state.zone), self._look.say)
        indent = "" if note.item else "      "
        return f"{indent}{hour}  {note.title}"

    def _counted(self, note: Note) -> str:
        """A vote is told by its figures alone."""
        vote, say = note.vote, self._look.say
        if vote is None:
            return ""
        figures = say(
            "agree {agree}, disagree {disagree}, other opinion {other}, of {base}",
            agree=vote.agree,
            disagree=vote.disagree,
            other=vote.other,
            base=vote.base.count,
        )
        return f"{figures}: {say(PASSED if vote.passed else REJECTED)}"

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._keep()
            self._presenter.choose_note(str(item.data(ID)))
