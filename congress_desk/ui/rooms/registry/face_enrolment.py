"""Preparing faces: templates of all who agreed and have a photo, with progress and Cancel."""

from __future__ import annotations

from congress_desk.domain.delegates import DelegateId
from congress_desk.services.faces import EnrolReport
from congress_desk.ui.rooms.registry.scene import Scene
from congress_desk.ui.rooms.registry.state import Chosen, FaceEnrolment
from congress_desk.ui.running import LongJob


class FaceEnrolmentActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._job: LongJob | None = None

    def enrol(self) -> None:
        """In the free lane: check-in goes on meanwhile. Cancelled, it keeps what was made so far."""
        if self._scene.state.faces.progress is not None:
            return
        desk = self._scene.desk
        self._scene.show(faces=FaceEnrolment(progress=(0, 0)))
        self._job = self._scene.surroundings.runner.run_long(
            lambda progress: desk.faces.enrol(desk.make_face_engine, progress),
            then=self._on_enrolled,
            told=self._on_told,
            otherwise=self._on_failed,
        )

    def compare(self, one: DelegateId, other: DelegateId) -> None:
        """Two who look alike, with their photos."""
        registry = self._scene.desk.registry

        def read() -> tuple[Chosen, Chosen]:
            first, second = (
                Chosen(delegate=registry.delegate(person), photo=registry.photo(person)) for person in (one, other)
            )
            return first, second

        self._scene.run(read, lambda pair: self._scene.show_faces(pair=pair))

    def cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_told(self, finished: int, total: int) -> None:
        self._scene.show_faces(progress=(finished, total))

    def _on_enrolled(self, report: EnrolReport) -> None:
        self._job = None
        self._scene.show(faces=FaceEnrolment(report=report))

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._scene.show(faces=FaceEnrolment())
        self._scene.fail(error)
