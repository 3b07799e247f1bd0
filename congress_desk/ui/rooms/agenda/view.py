"""The agenda room on the screen: what is on over every page, the page, and the microphone or a form beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from congress_desk.plumbing.texts import marked
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.agenda import dialogs
from congress_desk.ui.rooms.agenda.figures_page import FiguresPage
from congress_desk.ui.rooms.agenda.forms import ItemForm, SittingForm, WithdrawForm
from congress_desk.ui.rooms.agenda.microphone import Microphone
from congress_desk.ui.rooms.agenda.minutes_page import MinutesPage
from congress_desk.ui.rooms.agenda.now_bar import NowBar
from congress_desk.ui.rooms.agenda.plan_page import PlanPage
from congress_desk.ui.rooms.agenda.programme_page import ProgrammePage
from congress_desk.ui.rooms.agenda.speech_forms import HandForm, SpeechForm
from congress_desk.ui.rooms.agenda.speeches_page import SpeechesPage
from congress_desk.ui.rooms.agenda.state import AgendaState, Follow, Form, Page, Told
from congress_desk.ui.rooms.agenda.words import FACTS, FOLLOWS
from congress_desk.ui.told import sentence_of, tone_of
from congress_desk.ui.widgets.forms import scrolled
from congress_desk.ui.widgets.notice import NoticeStack
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.parts import column, label, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.agenda.presenter import AgendaPresenter

PAGES = {
    Page.PROGRAMME: marked("Programme"),
    Page.SPEECHES: marked("Presentations"),
    Page.MINUTES: marked("Proceedings"),
    Page.FIGURES: marked("Figures"),
}
SIDE_WIDTH = 316
TICK_MS = 250
READ_MS = 30_000  # lateness grows while nothing is pressed


class AgendaView(QWidget):
    def __init__(self, presenter: AgendaPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._told = 0
        self._form = Form.NONE
        self._state = AgendaState()
        self._build()
        self._connect()

    def show_state(self, state: AgendaState) -> None:
        self._state = state
        self._segments.show_value(state.page)
        self.now_bar.show_state(state)
        self.microphone.show_state(state)
        page = self._page_of(state.page)
        page.show_state(state)
        planning, planned = state.form is Form.PLAN, self._pages.currentWidget() is self.plan
        if planning:
            self.plan.show_state(state)
        self._pages.setCurrentWidget(self.plan if planning else page)
        self._draw_form(state)
        self._side.setVisible(not planning)
        if planned and not planning:
            page.setFocus()
        if state.told is not None and state.told.number != self._told:
            self._told = state.told.number
            self._tell(state.told)
        self._on_tick()

    def _build(self) -> None:
        look, say = self._look, self._look.say
        presenter = self._presenter
        self._notices = NoticeStack(look)
        names = [(say(word), page) for page, word in PAGES.items()]
        self._segments = Segments(names, say("Page"))
        self.now_bar = NowBar(presenter, look)
        self.programme, self.speeches = ProgrammePage(presenter, look), SpeechesPage(presenter, look)
        self.minutes, self.plan = MinutesPage(presenter, look), PlanPage(presenter, look)
        self.figures = FiguresPage(presenter, look)
        self._pages = QStackedWidget()
        for page in (self.programme, self.speeches, self.minutes, self.figures, self.plan):
            self._pages.addWidget(page)
        self.microphone = Microphone(presenter, look)
        self.item_form, self.sitting_form = ItemForm(presenter, look), SittingForm(presenter, look)
        self.speech_form, self.hand_form = SpeechForm(presenter, look), HandForm(presenter, look)
        self.withdraw_form = WithdrawForm(presenter, look)
        self._side = QStackedWidget()
        self._side.setFixedWidth(SIDE_WIDTH)
        self._microphone = scrolled(self.microphone)
        for part in self._side_parts().values():
            self._side.addWidget(part)
        halves = row(self._pages, self._side, space=12)
        halves.setStretch(0, 1)
        head = row(label(say("Agenda"), "title"), 0, self._segments, space=8)
        layout = column(self._notices, head, self.now_bar, halves, space=10, margin=16)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self._print_menu = QMenu(self)
        self._print_now = self._print_menu.addAction(look.icon("printer"), say("Print"))
        self._save_pdf = self._print_menu.addAction(look.icon("export"), say("Save as PDF"))

    def _connect(self) -> None:
        presenter = self._presenter
        self._segments.picked.connect(presenter.open_page)
        self.programme.table_requested.connect(self._on_table)
        self.speeches.text_requested.connect(self._on_text)
        self.programme.print_requested.connect(lambda: self._open_print_menu(self.programme.paper))
        self.speeches.print_requested.connect(lambda: self._open_print_menu(self.speeches.paper))
        self._print_now.triggered.connect(lambda _checked=False: presenter.print_paper())
        self._save_pdf.triggered.connect(lambda _checked=False: self._on_save_pdf())
        self.microphone.take_back_requested.connect(
            lambda: presenter.speeches.take_back(self._look.say("Pressed by mistake"))
        )
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._tick.start()
        self._again = QTimer(self)
        self._again.setInterval(READ_MS)
        self._again.timeout.connect(self._on_again)
        self._again.start()
        keys = {
            "F5": self.now_bar.next.click,
            "F6": self.now_bar.end.click,
            "F7": self._on_microphone_key,
            "F8": self.microphone.pause.click,
            "F9": self.microphone.more.click,
            "F4": self.microphone.hand.click,
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)  # wherever the focus is in the window

    def _page_of(self, page: Page) -> ProgrammePage | SpeechesPage | MinutesPage | FiguresPage:
        if page is Page.FIGURES:
            return self.figures
        if page is Page.MINUTES:
            return self.minutes
        return self.speeches if page is Page.SPEECHES else self.programme

    def _side_parts(self) -> dict[Form, QWidget]:
        return {
            Form.NONE: self._microphone,
            Form.ITEM: self.item_form,
            Form.SITTING: self.sitting_form,
            Form.SPEECH: self.speech_form,
            Form.HAND: self.hand_form,
            Form.WITHDRAW: self.withdraw_form,
        }

    def _draw_form(self, state: AgendaState) -> None:
        fresh = state.form is not self._form
        self._form = state.form
        part = self._side_parts().get(state.form, self._microphone)
        self._side.setCurrentWidget(part)
        if fresh:
            fill = {
                Form.ITEM: self.item_form.show_item,
                Form.SITTING: self.sitting_form.show_sitting,
                Form.SPEECH: self.speech_form.show_speech,
                Form.HAND: self.hand_form.show_hand,
                Form.WITHDRAW: self.withdraw_form.show_speech,
            }.get(state.form)
            if fill is not None:
                fill(state)
        for form in (self.item_form, self.sitting_form, self.speech_form, self.hand_form, self.withdraw_form):
            if form is part:
                form.show_wrong(state.wrong, busy=state.busy)

    def _tell(self, told: Told) -> None:
        say = self._look.say
        name = say(FOLLOWS[told.follow]) if told.follow in FOLLOWS else ""
        self._notices.tell(
            tone_of(told),
            sentence_of(told, FACTS, say, self._state.zone),
            act_name=name,
            act=lambda: self._follow(told),
        )

    def _follow(self, told: Told) -> None:
        reason = self._look.say("Pressed by mistake")
        if told.follow is Follow.TAKE_BACK_AGENDA:
            self._presenter.programme.take_back(reason)
        elif told.follow is Follow.TAKE_BACK_SPEECHES:
            self._presenter.speeches.take_back(reason)
        else:
            self._presenter.read()

    def _on_tick(self) -> None:
        if self._state.at_microphone is not None or self._state.now.now is not None:
            now = self._presenter.speeches.now() or self._state.at
            if now is not None:
                self.microphone.tick(now)
                self.now_bar.tick(now)

    def _on_again(self) -> None:
        if self.isVisible():
            self._presenter.read()

    def _on_microphone_key(self) -> None:
        speaking = self._state.at_microphone is not None
        (self.microphone.end if speaking else self.microphone.begin).click()

    def _on_table(self) -> None:
        dialogs.ask_table(self, self._look.say, self._presenter.folder, self._presenter.programme.look_at)

    def _on_text(self) -> None:
        dialogs.ask_text(self, self._look.say, self._presenter.folder, self._presenter.speeches.give_text)

    def _open_print_menu(self, under: QWidget) -> None:
        self._print_menu.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def _on_save_pdf(self) -> None:
        say = self._look.say
        name = say("Presentations") if self._state.page is Page.SPEECHES else say("Programme")
        dialogs.ask_pdf(self, say, self._presenter.folder, name, self._presenter.save_paper)
