"""A photo taken at the desk: the live picture, the still to look at, then the delegate's new photo.

The camera runs only while its form is open. Nothing of it is kept but the one picture that was agreed to.
"""

from __future__ import annotations

from congress_desk.services.ports.camera import CameraStopped, LiveCamera, LiveReport, PictureSeen
from congress_desk.ui.rooms.registry.people import PeopleActs
from congress_desk.ui.rooms.registry.scene import Scene
from congress_desk.ui.rooms.registry.state import Form, Live
from congress_desk.ui.running import Lane


class PhotoTakingActs:
    def __init__(self, scene: Scene, people: PeopleActs) -> None:
        self._scene = scene
        self._people = people
        self._camera: LiveCamera | None = None
        self._newest: PictureSeen | None = None
        self._tell = scene.surroundings.carry(self.on_report)

    def open(self) -> None:
        """The form of the chosen person, with the camera's picture."""
        if self._scene.state.chosen is None:
            return
        self._people.open(Form.CAMERA)
        self._scene.show(live=Live())
        self._start()

    def take(self) -> None:
        """Keep what the camera shows now, to be looked at; the camera rests meanwhile."""
        seen, registry = self._newest, self._scene.desk.registry
        if seen is None:
            return
        self.release()
        self._scene.run(
            lambda: registry.portrait_from_camera(seen.width, seen.height, seen.rgb), self._on_taken, lane=Lane.FREE
        )

    def again(self) -> None:
        """Not this one: the live picture once more."""
        self._scene.show(live=Live())
        self._start()

    def use(self) -> None:
        """The still becomes the delegate's photo."""
        if (still := self._scene.state.live.still) is not None:
            self._people.set_photo_taken(still)

    def cancel(self) -> None:
        if self._scene.state.form is Form.CAMERA:
            self._people.cancel()

    def let_go(self) -> None:
        """Whatever has closed the form: the camera is another room's now."""
        if self._scene.state.form is not Form.CAMERA and (self._camera or self._scene.state.live != Live()):
            self.release()
            self._scene.show(live=Live())

    def release(self) -> None:
        """Ends the camera's process; waiting for it is not the screen's work."""
        camera, self._camera, self._newest = self._camera, None, None
        if camera is not None:
            self._scene.surroundings.runner.run(camera.stop, then=_nothing, lane=Lane.FREE)

    def close(self) -> None:
        """The window closes: wait for the process to end."""
        camera, self._camera, self._newest = self._camera, None, None
        if camera is not None:
            camera.stop()

    def on_report(self, report: LiveReport) -> None:
        """From the camera's process, already on the screen's thread. Codes and faces are not looked at here."""
        if self._camera is None:
            return
        if isinstance(report, PictureSeen):
            self._on_picture(report)
        elif isinstance(report, CameraStopped):
            self._newest = None
            self._scene.show(live=Live(problem=report.problem))

    def _start(self) -> None:
        self._camera = self._scene.surroundings.make_camera()
        self._camera.start(self._scene.surroundings.settings.current.camera, self._tell, faces=False)

    def _on_picture(self, picture: PictureSeen) -> None:
        self._newest = picture
        if not self._scene.state.live.on:
            self._scene.show(live=Live(on=True))
        if self._scene.view is not None:
            self._scene.view.show_picture(picture)

    def _on_taken(self, still: bytes) -> None:
        if self._scene.state.form is Form.CAMERA:
            self._scene.show(live=Live(still=still))


def _nothing(_value: object) -> None:
    """The work's result is of no interest."""
