"""The first page: three ways in, the files opened last, a failure told where it happened."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.services.desk import Desk
from congress_desk.ui.doors import Doors, NewCongress
from congress_desk.ui.first_run import state as samples
from congress_desk.ui.first_run.dialogs import CreateDialog
from congress_desk.ui.first_run.presenter import FirstRunPresenter
from congress_desk.ui.first_run.state import Opening
from congress_desk.ui.first_run.view import FirstRunView
from congress_desk.ui.look import Look
from congress_desk.ui.widgets.notice import NoticeStack
from tests.builders import Hall
from tests.ui.builders import AtOnce, StillCamera, Watching, a_desk

NEW = NewCongress(title="Đại hội", convening_body="Tỉnh ủy", opens=dt.date(2025, 9, 22))


class Page:
    def __init__(self, hall: Hall, settings: SettingsFile) -> None:
        self.asked: list[Any] = []
        self.opened: list[tuple[Desk, Opening]] = []
        self.failure: Exception | None = None
        self.desk = a_desk(hall)
        doors = Doors(
            open_desk=lambda path: self._ask(path),
            create_desk=lambda path, new: self._ask((path, new)),
            rehearse=lambda: self._ask("rehearse"),
            make_camera=lambda desk: StillCamera(),
            settings=settings,
        )
        self.presenter = FirstRunPresenter(doors, AtOnce(), lambda *opened: self.opened.append(opened))
        self.view = Watching()
        self.presenter.attach(self.view)

    def _ask(self, what: Any) -> Desk:
        self.asked.append(what)
        if self.failure is not None:
            raise self.failure
        return self.desk


@pytest.fixture
def page(hall: Hall, settings: SettingsFile) -> Page:
    return Page(hall, settings)


def test_an_opened_congress_is_handed_on(page: Page, tmp_path: Path) -> None:
    page.presenter.open(tmp_path / "a.congress")
    assert page.opened == [(page.desk, Opening.FILE)]
    assert [s.opening for s in page.view.states] == [Opening.NOTHING, Opening.FILE, Opening.NOTHING]


def test_a_new_file_gets_its_ending(page: Page, tmp_path: Path) -> None:
    page.presenter.create(tmp_path / "lần thứ I. 2025", NEW)
    page.presenter.create(tmp_path / "b.congress", NEW)
    assert page.asked == [(tmp_path / "lần thứ I. 2025.congress", NEW), (tmp_path / "b.congress", NEW)]


@pytest.mark.parametrize(
    "failure",
    [Trouble(Problem.DAMAGED, path="x"), Refusal(Reason.BAD_VALUE, field="title"), PermissionError(13, "no")],
)
def test_a_failure_is_told_and_another_try_is_possible(page: Page, tmp_path: Path, failure: Exception) -> None:
    page.failure = failure
    page.presenter.rehearse()
    assert page.view.states[-1].failure is not None
    page.failure = None
    page.presenter.open(tmp_path / "a.congress")
    assert page.view.states[-1].failure is None
    assert len(page.opened) == 1


def test_a_bug_is_not_dressed_up_as_a_trouble(page: Page) -> None:
    page.failure = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        page.presenter.rehearse()
    assert page.presenter.state.opening is Opening.NOTHING


def test_recent_files_that_are_gone_are_shown_but_cannot_be_opened(
    hall: Hall, settings: SettingsFile, tmp_path: Path
) -> None:
    there = tmp_path / "there.congress"
    there.touch()
    settings.keep(settings.current.opened(tmp_path / "gone.congress").opened(there))
    page = Page(hall, settings)
    assert [(one.path.name, one.there) for one in page.presenter.state.recent] == [
        ("there.congress", True),
        ("gone.congress", False),
    ]


def test_the_view_shows_busy_failure_and_the_recent_files(qtbot: QtBot, look: Look, page: Page) -> None:
    view = FirstRunView(page.presenter, look)
    qtbot.addWidget(view)
    view.show()
    view.show_state(samples.BUSY)
    assert not view._open.isEnabled()
    assert view._progress.isVisible()
    view.show_state(samples.OPEN_ELSEWHERE)
    assert view._open.isEnabled()
    stack = view.findChildren(NoticeStack)[0]
    assert [notice.property("tone") for notice in stack.notices()] == ["no"]
    view.show_state(samples.OPEN_ELSEWHERE)
    assert len(stack.notices()) == 1
    view.show_state(samples.RECENT)
    assert stack.notices() == []
    item = view._recent.item(0)
    view._recent.itemActivated.emit(item)
    assert page.asked == [samples.RECENT.recent[0].path]
    assert not view._recent.item(1).flags() & Qt.ItemFlag.ItemIsEnabled


def test_a_new_congress_needs_its_title_and_its_convening_committee(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = CreateDialog(look)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.create_button.click()
    assert dialog._missing.isVisible()
    assert dialog.title.property("tone") == "no"
    dialog.title.setText(" Đại hội ")
    dialog.convening_body.setText("Tỉnh ủy")
    dialog.opens.setDate(QDate(2025, 9, 22))
    assert dialog.is_complete()
    with qtbot.waitSignal(dialog.created) as created:
        dialog.create_at(tmp_path / "x")
    assert created.args == [tmp_path / "x", NEW]
