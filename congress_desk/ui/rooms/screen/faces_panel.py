"""The leading column: which face comes next, and how the wall is set."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QWidget

from congress_desk.domain.stage import HALL_METRES, SCREEN_CM, Choice, ElectionShown, FaceKind
from congress_desk.plumbing.chart_words import CHARTS
from congress_desk.plumbing.texts import Language
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.screen.state import CLOSED, IN_A_WINDOW, ScreenState
from congress_desk.ui.rooms.screen.words import FACES
from congress_desk.ui.widgets.forms import Choice as Combo
from congress_desk.ui.widgets.forms import Field, figure_edit, line_edit, scrolled
from congress_desk.ui.widgets.parts import button, column, hairline, label, on_click, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.screen.presenter import ScreenPresenter

WIDTH = 310


class FacesPanel(QWidget):
    def __init__(self, presenter: ScreenPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._drawn: ScreenState | None = None
        self.setFixedWidth(WIDTH)
        self._build()
        self._connect()

    def show_state(self, state: ScreenState) -> None:
        before, self._drawn = self._drawn, state
        if before is None or before.documents != state.documents:
            home = (self._look.say("The congress's own page"), "")
            self._document.offer([home, *((title, name) for name, title in state.documents)], self._document.value())
        if before is None or before.results != state.results:
            self._result.offer([(result.title, result) for result in state.results])
            self._faces[FaceKind.RESULT].setEnabled(bool(state.results))
            self._result.setVisible(bool(state.results))
        if before is None or (before.displays, before.display) != (state.displays, state.display):
            self._display.offer(self._display_words(state), state.display)
        if before is None or before.settings != state.settings:
            self._show_settings(state)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._faces = {kind: button(say(word), look=look, icon=icon) for kind, (icon, word) in FACES.items()}
        self._title = line_edit(placeholder=say("Empty: the congress's name"))
        self._title.setAccessibleName(say("Words of the title"))
        self._more = line_edit(placeholder=say("A second line"))
        self._more.setAccessibleName(say("A second line"))
        self._document, self._result = Combo(), Combo()
        self._chart = Combo((say(word), chart) for chart, word in CHARTS.items())
        self._chart.setAccessibleName(say("Chart"))
        self._document.setAccessibleName(say("Document"))
        self._result.setAccessibleName(say("Result"))
        self._display = Combo()
        self._welcome = QCheckBox(say("Welcome who checks in"))
        self._hall = figure_edit(HALL_METRES.start, HALL_METRES.stop - 1, "m")
        self._tall = figure_edit(SCREEN_CM.start, SCREEN_CM.stop - 1, "cm")
        self._tall.setSingleStep(10)
        self._language = Combo((one.own_name, one.value) for one in Language)
        self._wall = button(say("Address for a wall of another computer"), look=look, icon="globe", kind="quiet")
        content = QWidget()
        layout = column(*self._choosing(), 4, hairline(), 2, *self._setting(), 0, space=7)
        layout.setContentsMargins(0, 0, 12, 0)
        content.setLayout(layout)
        outer = column(scrolled(content), space=0)
        self.setLayout(outer)

    def _choosing(self) -> list[Any]:
        faces = self._faces
        return [
            label(self._look.say("Show next"), "strong"),
            faces[FaceKind.TITLE],
            self._title,
            self._more,
            faces[FaceKind.ATTENDANCE],
            faces[FaceKind.AGENDA],
            faces[FaceKind.SPEAKER],
            faces[FaceKind.DOCUMENT],
            self._document,
            faces[FaceKind.RESULT],
            self._result,
            faces[FaceKind.CHART],
            self._chart,
        ]

    def _setting(self) -> list[Any]:
        say = self._look.say
        sizes = row(
            Field(say("To the last row"), self._hall), Field(say("Height of the screen"), self._tall), space=8
        )
        return [
            Field(say("Display"), self._display),
            self._welcome,
            sizes,
            Field(say("Language of the wall"), self._language),
            self._wall,
        ]

    def _connect(self) -> None:
        presenter = self._presenter
        for kind in (FaceKind.ATTENDANCE, FaceKind.AGENDA, FaceKind.SPEAKER):
            on_click(self._faces[kind], partial(presenter.choose, Choice(kind=kind)))
        on_click(self._faces[FaceKind.TITLE], self._on_title)
        on_click(self._faces[FaceKind.DOCUMENT], self._on_document)
        on_click(self._faces[FaceKind.RESULT], self._on_result)
        on_click(self._faces[FaceKind.CHART], self._on_chart)
        self._title.returnPressed.connect(self._on_title)
        self._more.returnPressed.connect(self._on_title)
        self._document.picked.connect(lambda _name: self._on_document())
        self._result.picked.connect(lambda _result: self._on_result())
        self._chart.picked.connect(lambda _chart: self._on_chart())
        self._display.picked.connect(presenter.choose_display)
        self._welcome.clicked.connect(lambda on: presenter.change_settings(welcome=on))
        self._hall.editingFinished.connect(lambda: presenter.change_settings(hall_metres=self._hall.value()))
        self._tall.editingFinished.connect(lambda: presenter.change_settings(screen_cm=self._tall.value()))
        self._language.picked.connect(lambda language: presenter.change_settings(language=language))
        on_click(self._wall, presenter.make_wall_link)

    def _show_settings(self, state: ScreenState) -> None:
        settings = state.settings
        self._welcome.setChecked(settings.welcome)
        self._hall.setValue(settings.hall_metres)
        self._tall.setValue(settings.screen_cm)
        self._language.show_value(settings.language)

    def _display_words(self, state: ScreenState) -> list[tuple[str, str]]:
        say = self._look.say
        known = [(f"{d.name} · {d.width} × {d.height}", d.name) for d in state.displays]
        gone = state.display not in (CLOSED, IN_A_WINDOW, *(d.name for d in state.displays))
        lost = [(say("{name} (unplugged)", name=state.display), state.display)] if gone else []
        return [(say("Shut"), CLOSED), *known, *lost, (say("In a window"), IN_A_WINDOW)]

    def _on_title(self) -> None:
        choice = Choice(kind=FaceKind.TITLE, title=self._title.text(), more=self._more.text())
        self._presenter.choose(choice)

    def _on_document(self) -> None:
        self._presenter.choose(Choice(kind=FaceKind.DOCUMENT, about=self._document.value() or ""))

    def _on_chart(self) -> None:
        chart = self._chart.value()
        if chart is not None:
            self._presenter.choose(Choice(kind=FaceKind.CHART, about=chart.value))

    def _on_result(self) -> None:
        result = self._result.value()
        if result is not None:
            kind = FaceKind.ELECTION if isinstance(result, ElectionShown) else FaceKind.RESULT
            self._presenter.choose(Choice(kind=kind, result=result))
