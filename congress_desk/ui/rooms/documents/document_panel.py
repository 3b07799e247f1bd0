"""The panel of one document: its first pages, what it is, the one next step, and the few other acts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QWidget

from congress_desk.domain.documents import NEXT_STATUS, Secrecy, Status
from congress_desk.plumbing.document_words import STATUSES
from congress_desk.plumbing.texts import marked
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.documents.card_form import CardFields
from congress_desk.ui.rooms.documents.document_facts import DocumentFacts, PagePreview
from congress_desk.ui.rooms.documents.stands import Form, Line
from congress_desk.ui.rooms.documents.state import DocumentsState
from congress_desk.ui.rooms.documents.words import STATUS_LOOKS
from congress_desk.ui.widgets.fit_label import FitLabel
from congress_desk.ui.widgets.forms import scrolled
from congress_desk.ui.widgets.parts import button, column, icon_button, label, on_click, primary_button, row
from congress_desk.ui.widgets.pill import StatusPill

if TYPE_CHECKING:
    from congress_desk.ui.rooms.documents.presenter import DocumentsPresenter

WIDTH = 412
FACTS, EDIT = 0, 1
_STEPS = {
    Status.DRAFT: (Status.ISSUED, marked("Issue"), "enter"),
    Status.APPRAISED: (Status.ISSUED, marked("Issue"), "enter"),
    Status.APPROVED: (Status.ISSUED, marked("Issue"), "enter"),
    Status.ISSUED: (Status.RECALLED, marked("Recall"), "undo"),
    Status.RECALLED: (Status.ISSUED, marked("Issue again"), "enter"),
}
_STATUS_ACTS = (Status.APPRAISED, Status.APPROVED, Status.DRAFT)
_ACT_WORDS = {
    Status.APPRAISED: marked("Mark as appraised"),
    Status.APPROVED: marked("Mark as approved"),
    Status.DRAFT: marked("Back to draft"),
}


class DocumentPanel(QFrame):
    version_requested = Signal()
    file_requested = Signal(str)  # the name it came with

    def __init__(self, presenter: DocumentsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._line: Line | None = None
        self._form = Form.FACTS
        self.setProperty("look", "card")
        self.setFixedWidth(WIDTH)
        self._build()
        self._connect()

    def show_state(self, state: DocumentsState) -> None:
        line = state.chosen
        if line is not None:
            if line != self._line:
                self._draw(line, state)
            self._line = line
            self.preview.show_preview(state.preview, state.zone)
        if state.form is Form.EDIT and self._form is not Form.EDIT and line is not None:
            self.fields.show_card(line.document.card)
            self.fields.begin()
        self.fields.show_wrong(state.wrong)
        self._form = state.form
        for one in (self._step, self._save):
            one.setEnabled(not state.saving)
        self._stack.setCurrentIndex(EDIT if state.form is Form.EDIT else FACTS)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._title = FitLabel(largest=18, smallest=14, weight=QFont.Weight.DemiBold)
        self._title.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._status = StatusPill(look)
        self._close = icon_button(look, "cross", say("Close the panel"))
        self.preview = PagePreview(self._presenter, look)
        self.facts = DocumentFacts(look)
        never = say("Secret: never by QR, link or portal. Give it out on paper, by number and against signature.")
        self._never = label(never, "wrong", wrap=True)
        self._build_acts()
        head = row(self._title, self._close, space=4)
        head.setStretch(0, 1)
        shown = QWidget()
        layout = column(
            head, row(self._status, 0), self._never, self.preview, self._acts, scrolled(self.facts), space=10
        )
        layout.setStretch(5, 1)
        shown.setLayout(layout)
        self._stack = QStackedWidget()
        self._stack.addWidget(shown)
        self._stack.addWidget(self._edit_page())
        self.setLayout(column(self._stack, margin=14))

    def _build_acts(self) -> None:
        look, say = self._look, self._look.say
        self._step = primary_button("", look=look, icon="enter")
        self._hand_out = button(say("Hand out"), look=look, icon="qr")
        self._copies = button(say("Paper copies"), look=look, icon="records")
        self._more = button(say("More"), look=look, icon="down")
        mirrored = Qt.LayoutDirection.LeftToRight if look.right_to_left else Qt.LayoutDirection.RightToLeft
        self._more.setLayoutDirection(mirrored)
        self._menu = QMenu(self._more)
        self._edit = self._menu.addAction(look.icon("edit"), say("Edit"))
        self._version = self._menu.addAction(look.icon("import"), say("New version"))
        self._keep = self._menu.addAction(look.icon("saved"), say("Save the file"))
        self._menu.addSeparator()
        self._steps = {
            status: self._menu.addAction(look.icon(STATUS_LOOKS[status][1]), say(_ACT_WORDS[status]))
            for status in _STATUS_ACTS
        }
        self._acts = QWidget()
        self._acts.setLayout(row(self._step, self._hand_out, self._copies, 0, self._more, space=8))

    def _edit_page(self) -> QWidget:
        say = self._look.say
        self.fields = CardFields(self._look)
        self._cancel = button(say("Cancel"))
        self._save = primary_button(say("Save"), look=self._look, icon="tick", key="Ctrl+S")
        page = QWidget()
        layout = column(
            label(say("Edit the document"), "title"),
            scrolled(self.fields),
            row(0, self._cancel, self._save),
            space=10,
        )
        layout.setStretch(1, 1)
        page.setLayout(layout)
        return page

    def _connect(self) -> None:
        acts = self._presenter.library
        on_click(self._close, lambda: acts.mark(()))
        on_click(self._step, self._on_step)
        on_click(self._hand_out, acts.hand_out)
        on_click(self._copies, self._on_paper_copies)
        on_click(self._more, self._open_menu)
        on_click(self._cancel, acts.cancel)
        on_click(self._save, lambda: acts.save(self.fields.card()))
        self._edit.triggered.connect(lambda _checked=False: acts.edit())
        self._version.triggered.connect(lambda _checked=False: self.version_requested.emit())
        self._keep.triggered.connect(lambda _checked=False: self._on_keep())
        for status, action in self._steps.items():
            action.triggered.connect(lambda _checked=False, s=status: acts.change_status(s))
        for keys, act in (("F2", acts.edit), ("Escape", self._on_escape), ("Ctrl+S", self._save.click)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(act))

    def _draw(self, line: Line, state: DocumentsState) -> None:
        look, say, document = self._look, self._look.say, line.document
        secret = document.card.secrecy is Secrecy.SECRET
        self._title.setText(document.card.title)
        tone, icon = STATUS_LOOKS[document.status]
        self._status.show_status(tone, say(STATUSES[document.status]), icon)
        self._never.setVisible(secret)
        _next, word, icon = _STEPS[document.status]
        self._step.setText(f"\N{NO-BREAK SPACE}{say(word)}")
        self._step.setAccessibleName(say(word))
        self._step.setIcon(look.icon(icon, "on_chrome"))
        self._hand_out.setVisible(document.is_open)
        self._copies.setVisible(secret)
        for status, action in self._steps.items():
            action.setVisible(status in NEXT_STATUS[document.status])
        self.facts.show_document(line, state.zone)

    def _on_step(self) -> None:
        if self._line is not None:
            self._presenter.library.change_status(_STEPS[self._line.document.status][0])

    def _on_paper_copies(self) -> None:
        if self._line is not None:
            self._presenter.copies.open_for(self._line.document.id)

    def _on_keep(self) -> None:
        if self._line is not None:
            self.file_requested.emit(self._line.document.current.called)

    def _open_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _on_escape(self) -> None:
        if self._form is Form.EDIT:
            self._presenter.library.cancel()
        else:
            self._presenter.library.mark(())
