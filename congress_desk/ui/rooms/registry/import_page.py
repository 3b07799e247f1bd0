"""The page that imports a list: choose or drop the file, see what it says, then all of it or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from congress_desk.domain.lists import ImportPlan
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.import_tables import columns_table, errors_table, missing_table, rows_table
from congress_desk.ui.rooms.registry.state import ListImport, Page, RegistryState
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.dropping import DropPlace, FileDrop, is_list
from congress_desk.ui.widgets.figures import FigureRow
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.registry.presenter import RegistryPresenter

CHOOSE, READING, SHOWN = 0, 1, 2
ERRORS, ROWS, COLUMNS, MISSING = 0, 1, 2, 3


class ImportPage(QWidget):
    file_requested = Signal()
    template_requested = Signal()

    def __init__(self, presenter: RegistryPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._plan: ImportPlan | None = None
        self._build()
        self._connect()

    def show_state(self, state: RegistryState) -> None:
        shown = state.list_import
        self._file.setText(shown.path.name if shown.path else "")
        self._pages.setCurrentIndex(SHOWN if shown.plan else READING if shown.reading else CHOOSE)
        for one in (self._again, self._other, self._import):
            one.setVisible(shown.plan is not None)
        self._import.setEnabled(shown.can_import)
        if shown.plan is not self._plan:
            self._plan = shown.plan
            if shown.plan is not None:
                self._draw_plan(shown, shown.plan)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, unless a filter row or field took it first."""
        if event.key() == Qt.Key.Key_Escape:
            self._back.click()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._back = button(say("Delegates"), look=look, icon=look.icon_back, kind="quiet", key="Esc")
        self._file = label("", "muted")
        self._other = button(say("Another file"), look=look, icon="open")
        self._again = button(say("Read again"), look=look, icon="retry", key="F5")
        self._again.setToolTip(say("Read the same file again after correcting it (F5)"))
        self._import = primary_button(say("Import"), look=look, icon="import", key="Ctrl+Enter")
        self._place = DropPlace(
            look,
            icon="import",
            title=say("Drop the delegate list here"),
            sentence=say(
                "Excel, OpenDocument or CSV, with the columns in any order. "
                "It is only read and shown first; nothing is changed until you press Import."
            ),
            button=say("Choose a file"),
            accepts=is_list,
        )
        self._template = button(say("Save the empty list"), look=look, icon="saved", kind="quiet")
        self._figures = FigureRow(look)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self.errors, self.rows = errors_table(look), rows_table(look)
        self.columns, self.missing = columns_table(look), missing_table(look)
        for table in (self.errors, self.rows, self.columns, self.missing):
            self._tabs.addTab(table, "")
        self._answer = QWidget()
        self._answer.setLayout(column(space=0))
        self._lay_out()

    def _lay_out(self) -> None:
        say = self._look.say
        head = row(
            self._back, label(say("Import a list"), "title"), self._file, 0, self._other, self._again, self._import
        )
        choose = QWidget()
        layout = column(self._place, row(0, self._template, 0), space=12)
        layout.setStretch(0, 1)
        choose.setLayout(layout)
        reading = QWidget()
        reading.setLayout(column(0, row(0, label(say("Reading the list …"), "muted"), 0), 0))
        shown = QWidget()
        layout = column(self._answer, self._figures, self._tabs, space=12)
        layout.setStretch(2, 1)
        shown.setLayout(layout)
        self._pages = QStackedWidget()
        for page in (choose, reading, shown):
            self._pages.addWidget(page)
        layout = column(head, self._pages, space=12, margin=16)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        presenter = self._presenter
        on_click(self._back, lambda: presenter.open_page(Page.PEOPLE))
        on_click(self._other, self.file_requested.emit)
        on_click(self._again, presenter.list_import.look_again)
        on_click(self._import, presenter.list_import.carry_out)
        on_click(self._template, self.template_requested.emit)
        self._place.asked.connect(self.file_requested)
        self._place.dropped.connect(presenter.list_import.look_at)
        self._drop = FileDrop(self, is_list)
        self._drop.dropped.connect(presenter.list_import.look_at)
        for keys, act in (
            ("F5", self._again.click),
            ("Ctrl+Return", self._import.click),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _draw_plan(self, shown: ListImport, plan: ImportPlan) -> None:
        say = self._look.say
        several = len({row.sheet for row in plan.understood.rows}) > 1
        self.errors.show_rows(plan.errors)
        self.rows.show_rows(shown.rows)
        self.columns.show_rows(plan.understood.columns)
        self.missing.show_rows(shown.missing)
        for table, place in ((self.errors, 0), (self.rows, 1), (self.columns, 0)):
            table.grid.setColumnHidden(place, not several)
        for place, (word, count) in enumerate(
            (
                (say("Errors"), len(plan.errors)),
                (say("Rows"), len(shown.rows)),
                (say("Columns"), len(plan.understood.columns)),
                (say("Not in this list"), len(shown.missing)),
            )
        ):
            self._tabs.setTabText(place, f"{word}  {count}")
        self._tabs.setTabVisible(ERRORS, bool(plan.errors))
        self._tabs.setTabVisible(MISSING, bool(shown.missing))
        self._tabs.setCurrentIndex(ERRORS if plan.errors else ROWS)
        self._draw_figures(plan)
        self._draw_answer(plan)

    def _draw_figures(self, plan: ImportPlan) -> None:
        say = self._look.say
        self._figures.show_figures(
            [
                (str(plan.read), say("people read"), ""),
                (str(len(plan.added)), say("to be added"), ""),
                (str(len(plan.changed)), say("to be corrected"), ""),
                (str(plan.unchanged), say("unchanged"), ""),
                (str(len(plan.errors)), say("errors"), "no" if plan.errors else ""),
            ]
        )

    def _draw_answer(self, plan: ImportPlan) -> None:
        layout = self._answer.layout()
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        tone, sentence = _verdict(plan, self._look)
        notice = Notice(self._look, tone, sentence, closable=False)
        layout.addWidget(notice)


def _verdict(plan: ImportPlan, look: Look) -> tuple[Tone, str]:
    say = look.say
    if plan.errors:
        return Tone.ASK, say(
            "Nothing can be imported yet. Correct these cells in the spreadsheet, save it, then press Read again."
        )
    if not plan.added and not plan.changed:
        return Tone.OK, say("The congress already holds everything that this list says. There is nothing to import.")
    return Tone.OK, say(
        "The list is in order. Look it over, then press Import. Empty cells never erase what is known."
    )
