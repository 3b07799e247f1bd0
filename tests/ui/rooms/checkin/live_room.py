"""The check-in room before a live camera; what the gallery would propose is set by the test."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from congress_desk.domain.identification import Band, Candidate, Proposal
from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Problem
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.services.ports.camera import FaceSeen
from congress_desk.services.ports.faces import Flaw
from congress_desk.ui.rooms.checkin.presenter import CheckInPresenter
from congress_desk.ui.rooms.checkin.state import Answer, Live, Stand
from tests.builders import Hall
from tests.ui.builders import Around, SetSeconds, Watching, a_desk

TEMPLATE = np.zeros(128, dtype=np.float32)


def a_face(track: int = 1, *, good: bool = True, others: int = 0, flaws: tuple[Flaw, ...] = ()) -> FaceSeen:
    return FaceSeen(
        box=(200, 100, 160, 200),
        frame_size=(640, 480),
        track=track,
        template=TEMPLATE if good else None,
        others=others,
        flaws=flaws,
    )


class Camera:
    """The room before a live camera; `who` is what the gallery would propose."""

    def __init__(self, hall: Hall, settings: SettingsFile, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        settings.change(faces_on=True)
        self.hall = hall
        self.seconds = SetSeconds()
        self.around = Around(a_desk(hall), settings, folder)
        self.proposals: list[int] = []
        self.band, self.who = Band.GREEN, [0]
        monkeypatch.setattr(hall.faces, "propose", self._propose)
        self.presenter = CheckInPresenter(self.around.surroundings(), self.seconds)
        self.view = Watching()
        self.presenter.attach(self.view)
        self.presenter.enter()

    def _propose(self, templates: list[list[float]], *, frames_needed: int = 3) -> Proposal:
        self.proposals.append(len(templates))
        people = tuple(
            Candidate(delegate=self.hall.people[n].id, score=0.3 + n / 10)
            for n in self.who
            if self.band is not Band.GREY
        )
        return Proposal(band=self.band, candidates=people)

    def see(self, *faces: FaceSeen, every: float = 0.2) -> None:
        for face in faces:
            self.around.camera.see(face)
            self.seconds.seconds += every

    @property
    def answer(self) -> Answer:
        return self.presenter.state.answer

    @property
    def live(self) -> Live:
        return self.presenter.state.live

    def stands(self, stand: Stand) -> bool:
        return self.presenter.state.answer.stand is stand

    def problem(self) -> Problem | None:
        return self.live.problem

    def arrivals(self) -> list[str]:
        return [str(e.delegate) for e in self.hall.events() if e.kind is Kind.ARRIVED]
