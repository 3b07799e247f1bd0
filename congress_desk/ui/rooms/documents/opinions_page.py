"""Opinions on drafts: the list, and the one that is chosen with its place in the synthesis and its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from congress_desk.domain.opinions import Opinion, Verdict
from congress_desk.plumbing.document_words import STANCES, VERDICTS
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.documents.state import DocumentsState
from congress_desk.ui.rooms.documents.words import ANSWERED, MISSING, moment
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.fit_label import ElidedLabel
from congress_desk.ui.widgets.forms import Choice, Field, scrolled, selectable
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.parts import button, column, label, leading, on_click, primary_button, row
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.documents.presenter import DocumentsPresenter

WIDTH = 400
ANSWER_HEIGHT = 88
_VERDICT_LOOKS = {
    Verdict.OPEN: ("waiting", "ask"),
    Verdict.TAKEN_IN: ("ok", "ok"),
    Verdict.EXPLAINED: ("info", "calm"),
    Verdict.PASSED_ON: ("forward", "calm"),
}
_STANCE_INKS = {"agree": ("ok", "ok"), "amend": ("edit", "ask"), "other": ("question", "calm")}
PART, FROM = 1, 3  # columns that the panel says too
GENERAL = object()  # in the choice of a place: part I of the synthesis


class OpinionsPage(QWidget):
    def __init__(self, presenter: DocumentsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._state = DocumentsState()
        self._rows: tuple[Opinion, ...] | None = None
        self._written: Opinion | None = None
        self._drawing = False
        self._build()
        self._connect()

    def show_state(self, state: DocumentsState) -> None:
        before, self._state = self._state, state
        self._drawing = True
        listed = state.listed_opinions
        if listed != self._rows or state.people is not before.people:
            self._rows = listed
            self.table.show_rows(listed)
        if state.documents != before.documents or state.opinions != before.opinions:
            self._draw_documents(state)
        self._document.show_value(state.opining.document)
        self._answered.show_value(state.opining.answered)
        self._drawing = False
        self._print.setEnabled(bool(state.opinions))
        self._draw_one(state)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._document = Choice([(say("All documents"), None)])
        self._document.setAccessibleName(say("Document"))
        self._document.setMinimumWidth(260)
        self._answered = Segments([(say(word), one) for one, word in ANSWERED.items()], say("Show"))
        self._print = button(say("Print the synthesis"), look=look, icon="printer", key="Ctrl+P")
        empty = EmptyState(
            look,
            icon="edit",
            sentence=say(
                "No opinion has come yet. Delegates give opinions on the portal, on every document for which you ask "
                "for them (Edit, Opinions)."
            ),
        )
        self.table = Table(look, self._columns(), name=say("Opinions"), identify=lambda x: x.id, empty=empty)
        head = row(self._document, self._answered, 0, self._print, space=12)
        self._build_side()
        middle = row(self.table, self._side, space=16)
        middle.setStretch(0, 1)
        layout = column(head, middle, space=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.table)

    def _build_side(self) -> None:
        look, say = self._look, self._look.say
        self._from = label("", "strong", wrap=True)
        self._title = ElidedLabel("", "muted")
        self._about = ElidedLabel("", "muted")
        self._text = selectable("")
        self._text.setAlignment(leading() & ~Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTop)
        self._place = Choice()
        self._verdict = Choice((say(word), verdict) for verdict, word in VERDICTS.items())
        self._answer = QPlainTextEdit()
        self._answer.setFixedHeight(ANSWER_HEIGHT)
        self._answer.setTabChangesFocus(True)
        self._answer_field = Field(say("Answer of the secretariat"), self._answer)
        self._save = primary_button(say("Save the answer"), look=look, icon="tick", key="Ctrl+S")
        places = row(
            Field(say("Place in the synthesis"), self._place), Field(say("What becomes of it"), self._verdict)
        )
        self._side = QFrame()
        self._side.setProperty("look", "card")
        self._side.setFixedWidth(WIDTH)
        content = QWidget()
        inner = column(self._from, self._title, self._about, self._text, 0, places, self._answer_field, space=8)
        inner.setContentsMargins(0, 0, 6, 0)
        content.setLayout(inner)
        layout = column(scrolled(content), row(0, self._save), space=8, margin=14)
        layout.setStretch(0, 1)
        self._side.setLayout(layout)

    def _columns(self) -> list[Column[Opinion]]:
        say = self._look.say
        return [
            Column(
                title=say("Opinion"),
                text=lambda x: say(STANCES[x.stance]),
                icon=lambda x: _STANCE_INKS[x.stance.value],
                width=156,
            ),
            Column(title=say("Part"), text=self._part_of, width=150),
            Column(title=say("What is said"), text=lambda x: x.text.replace("\n", " "), stretches=True),
            Column(title=say("Given by"), text=self._giver, width=150),
            Column(
                title=say("What becomes of it"),
                text=lambda x: say(VERDICTS[x.verdict]),
                icon=lambda x: _VERDICT_LOOKS[x.verdict],
                width=164,
            ),
        ]

    def _connect(self) -> None:
        acts = self._presenter.opinions
        self.table.chosen.connect(self._on_chosen)
        self._document.picked.connect(acts.show_document)
        self._answered.picked.connect(acts.show_answered)
        self._place.picked.connect(self._on_place)
        self._verdict.picked.connect(acts.choose_verdict)
        on_click(self._print, acts.print_synthesis)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self._print.click)
        on_click(self._save, self._on_save)
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._save.click)

    def _draw_documents(self, state: DocumentsState) -> None:
        asked = {one.document for one in state.opinions or ()}
        titles = ((one.card.title, one.id) for one in state.documents if one.id in asked)
        self._document.offer([(self._look.say("All documents"), None), *titles], state.opining.document)

    def _draw_one(self, state: DocumentsState) -> None:
        chosen, say = state.chosen_opinion, self._look.say
        self._side.setVisible(chosen is not None)
        for place in (PART, FROM):
            self.table.grid.setColumnHidden(place, chosen is not None)
        if chosen is None:
            self._written = None
            return
        if chosen != self._written:
            fresh = self._written is None or self._written.id != chosen.id
            self._written = chosen
            self._draw_opinion(chosen, state)
            if fresh or not self._answer.hasFocus():
                self._answer.setPlainText(chosen.answer)
        self._verdict.show_value(state.opining.verdict)
        self._answer_field.show_wrong(say(MISSING) if state.opining.needs_words else "")
        self._save.setEnabled(not state.saving)

    def _draw_opinion(self, chosen: Opinion, state: DocumentsState) -> None:
        say, document = self._look.say, state.document(chosen.document)
        self._from.setText(f"{say(STANCES[chosen.stance])} · {self._giver(chosen)}")
        title = document.card.title if document is not None else ""
        received = moment(chosen.received_at, say, state.zone)
        self._title.setText(title)
        self._about.setText(f"{received} · {self._part_of(chosen)}")
        self._text.setText(chosen.text)
        parts = document.card.parts if document is not None else ()
        options: list[tuple[str, object]] = [(say("I. General opinions"), GENERAL), (say("The whole document"), "")]
        options += [(part, part) for part in parts]
        self._place.offer(options, GENERAL if chosen.general else chosen.part)

    def _part_of(self, opinion: Opinion) -> str:
        say = self._look.say
        return say("I. General opinions") if opinion.general else opinion.part or say("The whole document")

    def _giver(self, opinion: Opinion) -> str:
        person = self._state.person(opinion.delegate)
        return person.sheet.full_name if person is not None else self._look.say("Without a name")

    def _on_chosen(self, opinion: Opinion | None) -> None:
        if not self._drawing:
            self._presenter.opinions.choose(opinion.id if opinion is not None else None)

    def _on_place(self, place: object) -> None:
        self._presenter.opinions.sort(general=place is GENERAL, part="" if place is GENERAL else str(place))

    def _on_save(self) -> None:
        self._presenter.opinions.answer(self._answer.toPlainText())
