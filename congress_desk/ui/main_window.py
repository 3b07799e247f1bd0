"""The window of one congress: places the rooms it is handed, and decides nothing about them.

Language and theme change at once by making the frame and the views anew from the same presenters.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from congress_desk.plumbing.settings import SettingsFile
from congress_desk.services.desk import Desk
from congress_desk.services.ports.ballots import TableSeen
from congress_desk.services.ports.camera import LiveCamera, PictureSeen
from congress_desk.ui.background import Background, Bridge
from congress_desk.ui.errors import Errors
from congress_desk.ui.frame import Frame
from congress_desk.ui.frame_presenter import FramePresenter
from congress_desk.ui.help import HelpDialog
from congress_desk.ui.look import Look, look_for
from congress_desk.ui.room import Room, RoomPresenter
from congress_desk.ui.sounds import Sounds
from congress_desk.ui.surroundings import Receive, Surroundings
from congress_desk.ui.theme import dress
from congress_desk.ui.wedge import Listener, Wedge

if TYPE_CHECKING:
    from congress_desk.ui.stage.output import StageOutput

TICK_MS = 10_000
SMALLEST = QSize(1100, 640)


class MainWindow(QMainWindow):
    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        settings: SettingsFile,
        *,
        make_camera: Callable[[], LiveCamera],
        rooms: Sequence[Room],
        first_room: str = "checkin",
    ) -> None:
        super().__init__()
        self._desk, self._settings, self._make_camera, self._rooms = desk, settings, make_camera, tuple(rooms)
        self._bridges: list[Bridge] = []
        self.background = Background(self)
        self.errors = Errors(self)
        self.background.failed = self.errors.tell
        self._sounds = Sounds(lambda: self._settings.current.sound_volume)
        self._frame_presenter = FramePresenter(desk, self.background, _now)
        self._presenters: dict[str, RoomPresenter] = {}
        self._views: dict[str, QWidget] = {}
        self._room = ""
        self._surroundings = self._made_surroundings()
        self._stop_listening = self._listen(self._frame_presenter.refresh)
        self._wedge = Wedge(self._listener, self)
        self.setMinimumSize(SMALLEST)
        self.show_look()
        self._connect()
        self.show_room(first_room)
        self._frame_presenter.refresh()

    def show_look(self) -> None:
        """The language and theme of the settings, on everything at once."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.look: Look = look_for(self._settings.current.language, self._settings.current.theme)
        self._take_down()
        dress(app, self.look)
        self.setWindowTitle(self.look.say("Congress Desk"))
        self.frame = Frame(self.look, self._rooms)
        self.frame.room_requested.connect(self.show_room)
        self.frame.language_requested.connect(self._on_language_requested)
        self.frame.theme_requested.connect(self._on_theme_requested)
        self.frame.help_requested.connect(self.show_help)
        self.frame.backup_requested.connect(self._frame_presenter.back_up)
        self.errors.show_on(self.frame.notices, self.look)
        self._frame_presenter.attach(self.frame)
        self.setCentralWidget(self.frame)
        if self._room:
            self._hold(self._room)

    def show_look_soon(self) -> None:
        """As soon as the button that asked for it has come back from its click: it goes with the old frame."""
        QTimer.singleShot(0, self, self.show_look)

    def show_room(self, name: str) -> None:
        if name == self._room or name not in {room.name for room in self._rooms}:
            return
        if self._room:
            self._presenters[self._room].leave()
        self._room = name
        self._hold(name)
        self._presenters[name].enter()
        self._frame_presenter.show_room(name)

    def show_help(self) -> None:
        HelpDialog(self.look, self._rooms, self, room=self._room).open()

    def presenter(self, name: str) -> Any:
        """The room's presenter, made at its first showing."""
        if name not in self._presenters:
            self._presenters[name] = self._room_named(name).make_presenter(self._surroundings)
        return self._presenters[name]

    def view(self, name: str) -> QWidget:
        """The room's view in the present language and theme."""
        if name not in self._views:
            view = self._room_named(name).make_view(self.presenter(name), self.look)
            self._views[name] = view
            self.presenter(name).attach(view)
        return self._views[name]

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is let go of, in the reverse order of its making."""
        self._clock.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self._wedge)
        for presenter in self._presenters.values():
            presenter.close()
        self._stop_listening()
        for bridge in self._bridges:
            bridge.close()
        self.background.close()
        self._sounds.close()
        super().closeEvent(event)
        self.closed.emit()

    def _connect(self) -> None:
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self._wedge)
        self._wedge.code_read.connect(self._on_code_read)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self).activated.connect(self.show_help)
        for room in self._rooms:
            for key, act in room.everywhere:
                QShortcut(QKeySequence(key), self).activated.connect(partial(self._act, room.name, act))
            if room.wakes:
                QTimer.singleShot(0, self, partial(self._act, room.name, "wake"))
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self._frame_presenter.tick)
        self._clock.start()

    def _take_down(self) -> None:
        """Delete the old frame at once, or Qt would restyle all of it before it goes."""
        for presenter in self._presenters.values():
            presenter.attach(_Unseen())
        self._views = {}
        old = self.takeCentralWidget()
        if old is not None:
            shiboken6.delete(old)

    def _hold(self, name: str) -> None:
        view = self.view(name)
        self.frame.hold(view)
        view.setFocus()

    def _act(self, room: str, act: str) -> None:
        """A room's act from wherever one is."""
        getattr(self.presenter(room), act)()

    def _room_named(self, name: str) -> Room:
        return next(room for room in self._rooms if room.name == name)

    def _made_surroundings(self) -> Surroundings:
        return Surroundings(
            desk=self._desk,
            runner=self.background,
            settings=self._settings,
            make_camera=self._make_camera,
            listen=self._listen,
            carry=self._carry,
            play=self._sounds.play,
            go=self.show_room,
            show_look=self.show_look_soon,
            folder=self._desk.congress.path.parent,
            make_stage=self._made_stage,
        )

    def _made_stage(self) -> StageOutput:
        from congress_desk.ui.stage.output import StageOutput

        return StageOutput(self.look, self, now=self._desk.programme.turns.now)

    def _carry(self, receive: Receive) -> Receive:
        bridge = Bridge(receive, newest_only=(PictureSeen, TableSeen), parent=self)
        self._bridges.append(bridge)
        return bridge.tell

    def _listen(self, receive: Receive) -> Callable[[], None]:
        return self._desk.announcer.subscribe(self._carry(receive))

    def _listener(self) -> Listener | None:
        """Who gets the keys: the room that is shown, if it wants them and no dialog is open."""
        view = self._views.get(self._room)
        busy = QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None
        return view if view is not None and not busy and hasattr(view, "take_key") else None  # type: ignore[return-value]

    def _on_code_read(self, text: str) -> None:
        self._presenters[self._room].on_code(text)  # type: ignore[attr-defined]

    def _on_language_requested(self, language: str) -> None:
        self._settings.change(language=language)
        self.show_look_soon()

    def _on_theme_requested(self) -> None:
        self._settings.change(theme="dark" if self._settings.current.theme == "light" else "light")
        self.show_look_soon()


class _Unseen:
    """Takes the place of a view that is not there: what it is shown, nobody sees."""

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_given, **_named: None


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
