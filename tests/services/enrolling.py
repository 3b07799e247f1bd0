"""Photos, consents and templates for the tests of faces, in few words."""

from __future__ import annotations

from congress_desk.domain.delegates import DelegateId
from congress_desk.services.faces import EnrolReport
from tests.builders import Hall
from tests.services.fake_faces import Colour, ColourFaces, a_photo, template_of

RED, GREEN, BLUE, BLACK, WHITE = (200, 30, 30), (30, 200, 30), (30, 30, 200), (0, 0, 0), (255, 255, 255)
REDDISH = (205, 30, 30)


def photographed(hall: Hall, *colours: Colour, size: int = 200) -> None:
    for person, colour in zip(hall.people, colours, strict=False):
        hall.registry.set_photo(person.id, a_photo(colour, size=size))


def agreed(hall: Hall, *people: int) -> None:
    hall.faces.consent([hall.people[n].id for n in people], text_version="2025-1", by="Trần Thị Lan")


def enrolled(hall: Hall) -> EnrolReport:
    return hall.faces.enrol(ColourFaces)


def live(colour: Colour, frames: int = 3) -> list[list[float]]:
    return [[float(x) for x in template_of(colour)] for _ in range(frames)]


def reasons(report: EnrolReport) -> dict[DelegateId, str]:
    return {n.delegate: n.reason for n in report.not_enrolled}
