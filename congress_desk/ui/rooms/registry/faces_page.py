"""The page that prepares faces: who has agreed, the run with progress and Cancel, and its report by person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QWidget

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.names import name_sort_key
from congress_desk.plumbing.enrolment_words import reason_word
from congress_desk.services.faces import EnrolReport, NotEnrolled
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.alike_panel import AlikePanel
from congress_desk.ui.rooms.registry.state import Page, RegistryState
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.figures import FigureRow
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.progress_strip import ProgressStrip
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.registry.presenter import RegistryPresenter

NO_CONSENT = "no_consent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two people who look alike; distance 0 is the same picture."""

    ids: tuple[DelegateId, DelegateId]
    one: str
    other: str
    distance: float


class FacesPage(QWidget):
    def __init__(self, presenter: RegistryPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._report: EnrolReport | None = None
        self._build()
        self._connect()

    def show_state(self, state: RegistryState) -> None:
        faces = state.faces
        people = [line.delegate for line in state.everybody or ()]
        waiting = sum(1 for d in people if d.consented and d.photo and not d.enrolled)
        self._draw_figures(len(people), sum(d.consented for d in people), sum(d.enrolled for d in people), waiting)
        self._enrol.setEnabled(faces.progress is None and waiting > 0)
        if faces.progress is not None:
            self._progress.show_progress(self._look.say("Preparing faces; check-in goes on …"), *faces.progress)
        self._progress.setVisible(faces.progress is not None)
        if faces.report is not self._report:
            self._report = faces.report
            if faces.report is not None:
                self._draw_report(faces.report, state)
        self._compared.show_pair(faces.pair)
        if faces.pair is not None:
            self._tabs.setCurrentIndex(1)
        self._draw_retake()
        self._outcome.setVisible(faces.report is not None)
        self._tabs.setVisible(faces.report is not None)
        self._before.setVisible(faces.report is None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, unless a filter row or field took it first."""
        if event.key() == Qt.Key.Key_Escape:
            self._back.click()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._back = button(say("Delegates"), look=look, icon=look.icon_back, kind="quiet", key="Esc")
        self._enrol = primary_button(say("Prepare the faces"), look=look, icon="face", key="Ctrl+Enter")
        self._figures = FigureRow(look)
        self._progress = ProgressStrip(look)
        self._outcome = label("", "strong", wrap=True)
        self._before = EmptyState(
            look,
            icon="face",
            sentence=say(
                "Faces are prepared from the photos of those who have agreed; it takes about a second each. "
                "Record consent in the list first: select the delegates, then Record consent to faces. "
                "Whoever has not agreed comes in with the card."
            ),
        )
        self.refused = self._refused_table()
        self.alike = self._alike_table()
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.addTab(self._refused_tab(), say("Not prepared"))
        self._tabs.addTab(self._alike_tab(), say("Look alike"))
        head = row(self._back, label(say("Faces"), "title"), 0, self._enrol)
        layout = column(
            head, self._figures, self._progress, self._outcome, self._tabs, self._before, space=12, margin=16
        )
        layout.setStretch(4, 1)
        layout.setStretch(5, 1)
        self.setLayout(layout)

    def _refused_tab(self) -> QWidget:
        """Whoever has agreed and whose photo is not good is taken a photo of at once."""
        say = self._look.say
        self._retake = button(say("Take a photo"), look=self._look, icon="camera", key="Enter")
        hint = label(say("Choose somebody who has agreed: the camera opens for a better photo."), "muted", wrap=True)
        foot = row(hint, self._retake, space=16)
        foot.setStretch(0, 1)
        tab = QWidget()
        layout = column(self.refused, foot, space=8)
        layout.setStretch(0, 1)
        tab.setLayout(layout)
        return tab

    def _alike_tab(self) -> QWidget:
        self._compared = AlikePanel(self._look)
        tab = QWidget()
        layout = row(self.alike, self._compared, space=16)
        layout.setStretch(0, 1)
        tab.setLayout(layout)
        return tab

    def _refused_table(self) -> Table[NotEnrolled]:
        say = self._look.say
        return Table(
            self._look,
            [
                Column(
                    title=say("Full name"),
                    text=lambda r: r.full_name,
                    key=lambda r: name_sort_key(r.full_name),
                    width=280,
                ),
                Column(title=say("Why"), text=lambda r: reason_word(r.reason, say), stretches=True),
            ],
            name=say("Not prepared"),
            identify=lambda r: r.delegate,
        )

    def _alike_table(self) -> Table[Pair]:
        say = self._look.say
        return Table(
            self._look,
            [
                Column(title=say("Full name"), text=lambda p: p.one, width=240),
                Column(title=say("Looks like"), text=lambda p: p.other, stretches=True),
            ],
            name=say("Look alike"),
            identify=lambda p: p.ids,
        )

    def _connect(self) -> None:
        on_click(self._back, lambda: self._presenter.open_page(Page.PEOPLE))
        on_click(self._enrol, self._presenter.faces.enrol)
        on_click(self._retake, self._on_retake)
        self.refused.activated.connect(lambda _row: self._on_retake())
        self.refused.chosen.connect(lambda _row: self._draw_retake())
        self.alike.chosen.connect(self._on_pair_chosen)
        self._compared.retake_requested.connect(self._presenter.retake)
        self._progress.cancel_requested.connect(self._presenter.faces.cancel)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._enrol.click)

    def _draw_figures(self, people: int, agreed: int, ready: int, waiting: int) -> None:
        say = self._look.say
        self._figures.show_figures(
            [
                (str(people), say("on the list"), ""),
                (str(agreed), say("have agreed"), ""),
                (str(ready), say("are ready"), "ok" if ready else ""),
                (str(waiting), say("can be prepared now"), ""),
            ]
        )

    def _draw_report(self, report: EnrolReport, state: RegistryState) -> None:
        say = self._look.say
        names = {line.delegate.id: line.delegate.sheet.full_name for line in state.everybody or ()}
        pairs = [
            Pair(ids=(a, b), one=names.get(a, a), other=names.get(b, b), distance=d) for a, b, d in report.look_alikes
        ]
        self.refused.show_rows(report.not_enrolled)
        self.alike.show_rows(sorted(pairs, key=lambda pair: pair.distance))
        self._tabs.setTabText(0, f"{say('Not prepared')}  {len(report.not_enrolled)}")
        self._tabs.setTabText(1, f"{say('Look alike')}  {len(pairs)}")
        said = (
            say("Cancelled. Newly prepared: {count}; ready in all: {people}.")
            if report.stopped
            else say("Newly prepared: {count}; ready in all: {people}.")
        )
        self._outcome.setText(said.format(count=report.enrolled, people=report.people))

    def _draw_retake(self) -> None:
        chosen = self.refused.current()
        self._retake.setEnabled(chosen is not None and chosen.reason != NO_CONSENT)

    def _on_retake(self) -> None:
        chosen = self.refused.current()
        if chosen is not None and chosen.reason != NO_CONSENT:
            self._presenter.retake(chosen.delegate)

    def _on_pair_chosen(self, pair: Pair) -> None:
        self._presenter.faces.compare(*pair.ids)
