"""The words of the credentials report, paragraph by paragraph, figures in place; or the rules by which it counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QStackedWidget, QWidget

from congress_desk.plumbing.credentials_paragraphs import Paragraph
from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.texts import Language
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.records.credentials_words import MARKS, PARAGRAPHS
from congress_desk.ui.rooms.records.rules_form import RulesForm
from congress_desk.ui.rooms.records.state import RecordsState
from congress_desk.ui.rooms.records.state_credentials import CredentialsState
from congress_desk.ui.rooms.records.words import session_words
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.forms import Choice
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.records.presenter import RecordsPresenter

LIST_WIDTH = 300
PLACE = Qt.ItemDataRole.UserRole


class CredentialsPage(QWidget):
    report_requested = Signal()

    def __init__(self, presenter: RecordsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._drawn = CredentialsState()
        self._sessions: object = None
        self._shown_text = ""
        self._wrong: Notice | None = None
        self._build()
        self._connect()

    def show_state(self, state: RecordsState) -> None:
        found, before = state.credentials, self._drawn
        self._drawn = found
        self._language.show_value(state.language)
        self._draw_sessions(state)
        if found.paragraphs != before.paragraphs:
            self._draw_list(found)
        self._mark_chosen(found)
        if (found.chosen, found.kept) != (before.chosen, before.kept):
            self._draw_text(found)
        if found.wrong is not before.wrong:
            self._draw_wrong(state)
        self._stack.setCurrentWidget(self.rules if found.edits_rules else self._words)
        if found.rules is not None and (found.edits_rules, found.rules) != (before.edits_rules, before.rules):
            self.rules.show_rules(found.rules)
        self.rules.show_wrong(found.wrong_rule)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        languages = [(language.own_name, language.value) for language in Language]
        self._language = Segments(languages, say("Language of the paper"))
        self._session = Choice()
        self._session.setAccessibleName(say("Session"))
        self._edit_rules = button(say("How it counts"), look=look, icon="settings")
        self._report = primary_button(say("Show the report"), look=look, icon="records")
        head = row(self._language, self._session, 0, self._edit_rules, self._report, space=8)
        head.setStretch(1, 1)
        self.list = QListWidget()
        self.list.setAccessibleName(say("Paragraphs of the report"))
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rules = RulesForm(self._presenter, look)
        self._stack = QStackedWidget()
        for part in (self._words_page(), self.rules):
            self._stack.addWidget(part)
        halves = row(self.list, self._stack, space=14)
        halves.setStretch(1, 1)
        layout = column(head, halves, space=10)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _words_page(self) -> QWidget:
        look, say = self._look, self._look.say
        self._title, self._mark = label("", "title"), label("", "muted", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(say("Words of the paragraph"))
        self.text.setTabChangesFocus(True)
        self._told = QWidget()
        self._told.setLayout(column(space=0))
        told = say("Write the words as you like. Figures are counted and stay as they are; a changed one is refused.")
        self.usual = button(say("The usual words"), look=look, icon="undo")
        self.keep = primary_button(say("Keep"), look=look, icon="tick", key="Ctrl+S")
        for one in (self.text, self.usual, self.keep):
            one.setEnabled(False)
        acts = row(label(told, "caption", wrap=True), self.usual, self.keep, space=12)
        acts.setStretch(0, 1)
        self._words = QWidget()
        layout = column(
            self._title,
            self._mark,
            self.text,
            self._told,
            acts,
            space=8,
        )
        layout.setStretch(2, 1)
        self._words.setLayout(layout)
        return self._words

    def _connect(self) -> None:
        presenter = self._presenter
        self._language.picked.connect(presenter.choose_language)
        self._session.picked.connect(presenter.credentials.choose_session)
        on_click(self._edit_rules, lambda: presenter.credentials.edit_rules(True))
        on_click(self._report, self.report_requested.emit)
        on_click(self.keep, self._on_keep)
        on_click(self.usual, presenter.credentials.usual_again)
        self.list.currentItemChanged.connect(self._on_chosen)
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self._words)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.keep.click)

    def _on_keep(self) -> None:
        if self.text.toPlainText() != self._shown_text:
            self._presenter.credentials.keep(self.text.toPlainText())

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        """Whoever goes on to another paragraph has not lost what he typed."""
        if item is None:
            return
        chosen = list(Paragraph)[item.data(PLACE)]
        if self.text.toPlainText() != self._shown_text:
            self._presenter.credentials.keep(self.text.toPlainText(), chosen)
            self._mark_chosen(self._drawn)
        else:
            self._presenter.credentials.choose(chosen)

    def _draw_sessions(self, state: RecordsState) -> None:
        say = self._look.say
        drawn = (state.sessions, state.one_session, state.zone)
        if drawn != self._sessions:
            self._sessions = drawn
            options = [(session_words(one, say, state.zone), one.id) for one in state.sessions or ()]
            self._session.offer([(say("The congress until now"), None), *options], state.one_session)

    def _draw_list(self, found: CredentialsState) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for one in found.paragraphs:
            item = QListWidgetItem(self._look.say(PARAGRAPHS[one.paragraph]), self.list)
            item.setData(PLACE, list(Paragraph).index(one.paragraph))
            if one.stale or one.reworded:
                item.setIcon(self._look.icon("ask" if one.stale else "edit", "ask" if one.stale else "text"))
        self.list.blockSignals(False)

    def _mark_chosen(self, found: CredentialsState) -> None:
        order = [one.paragraph for one in found.paragraphs]
        if found.chosen in order and self.list.currentRow() != order.index(found.chosen):
            self.list.blockSignals(True)
            self.list.setCurrentRow(order.index(found.chosen))
            self.list.blockSignals(False)

    def _draw_text(self, found: CredentialsState) -> None:
        one, say = found.paragraph, self._look.say
        self.text.setEnabled(one is not None)
        self.keep.setEnabled(one is not None)
        self._shown_text = one.text if one else ""
        self.text.setPlainText(self._shown_text)
        self._title.setText(say(PARAGRAPHS[one.paragraph]) if one else "")
        mark = "stale" if one and one.stale else "reworded" if one and one.reworded else "usual"
        self._mark.setText(say(MARKS[mark]))
        self.usual.setEnabled(mark != "usual")

    def _draw_wrong(self, state: RecordsState) -> None:
        """The sentence, and the first figure that does not belong, marked in the text."""
        layout, found = self._told.layout(), state.credentials
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if found.wrong is None:
            return
        told = sentence(self._look.say, found.wrong, state.zone)
        layout.addWidget(Notice(self._look, Tone.ASK, told, closable=False))
        for number in found.foreign[:1]:
            place = re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d])", self.text.toPlainText())
            if place is not None:
                cursor = self.text.textCursor()
                cursor.setPosition(place.start())
                cursor.setPosition(place.end(), QTextCursor.MoveMode.KeepAnchor)
                self.text.setTextCursor(cursor)
                self.text.setFocus()
