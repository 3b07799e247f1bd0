"""The second screen as a page: for who has its link, as strict as every page, and never an old name."""

from __future__ import annotations

from pathlib import Path

import pytest

from congress_desk.domain.stage import Choice, FaceKind, StageSettings
from congress_desk.portal.app import make_app
from tests.builders import Hall
from tests.clips import a_clip, a_picture
from tests.portal.phone import Phone

KEY = b"a key of the tests, 32 bytes long"
BASE = "http://hall.test"


@pytest.fixture
def wall(hall: Hall) -> Phone:
    """A wall's computer that has opened its link."""
    made = a_phone(hall)
    assert made.scan(hall.library.links.for_stage().url(BASE)).status_code == 200
    return made


def a_phone(hall: Hall) -> Phone:
    return Phone(make_app(hall.library, KEY, stage=hall.stage), "192.168.1.77")


def test_without_its_link_nobody_sees_the_wall(hall: Hall) -> None:
    stranger = a_phone(hall)
    for path in ("/stage", "/stage/face"):
        answer = stranger.get(path)
        assert answer.status_code == 404
        assert hall.congress.congress().title not in answer.text


def test_a_delegates_link_opens_no_wall(hall: Hall) -> None:
    phone = a_phone(hall)
    phone.scan(hall.library.links.for_delegates([hall.people[0].id])[0].url(BASE))
    assert phone.get("/stage").status_code == 404


def test_a_link_that_is_called_back_darkens_the_wall(hall: Hall) -> None:
    phone, link = a_phone(hall), hall.library.links.for_stage()
    assert phone.scan(link.url(BASE)).status_code == 200
    hall.library.links.revoke(link.link.id)
    assert phone.get("/stage/face").status_code == 404


def test_the_page_allows_no_inline_script_and_loads_nothing_from_outside(wall: Phone) -> None:
    answer = wall.get("/stage")
    policy = answer.headers["content-security-policy"]
    assert "unsafe-inline" not in policy
    assert "script-src 'self'" in policy
    assert "default-src 'none'" in policy
    assert "<script>" not in answer.text
    assert " style=" not in answer.text
    assert "http://" not in answer.text.replace("http://www.w3.org", "")


def test_every_part_of_the_page_is_there(wall: Phone) -> None:
    import re

    for part in re.findall(r'"(/stage/part/[^"]+)"', wall.get("/stage").text):
        answer = wall.get(part)
        assert answer.status_code == 200
        for font in re.findall(r'url\("([^"]+)"\)', answer.text):
            assert wall.get(font).content[:4] == b"\0\1\0\0"
    assert wall.get("/stage/part/passwd").status_code == 404


def test_the_wall_is_told_only_what_changed(hall: Hall, wall: Phone) -> None:
    first = wall.get("/stage/face").json()
    again = wall.get(f"/stage/face?since={first['stamp']}").json()
    assert "html" in first
    assert "html" not in again
    hall.stage.take(Choice(kind=FaceKind.TITLE, title="Giải lao <&>"))
    changed = wall.get(f"/stage/face?since={first['stamp']}").json()
    assert "Giải lao &lt;&amp;&gt;" in changed["html"]
    hall.stage.black()
    assert "face black" in wall.get("/stage/face").json()["html"]


def test_the_wall_has_its_own_language_and_measure(hall: Hall, wall: Phone) -> None:
    hall.stage.take(Choice(kind=FaceKind.ATTENDANCE))
    hall.stage.change(StageSettings(language="ar", hall_metres=60))
    told = wall.get("/stage/face").json()
    assert (told["language"], told["direction"], told["least"]) == ("ar", "rtl", 10.0)
    assert "0 / 3" in told["html"]


def test_charts_stand_on_the_wall_as_drawings_without_any_style(hall: Hall, wall: Phone) -> None:
    hall.check_in.by_code(hall.badge(0), hall.session)
    hall.clock.pass_time(seconds=5)
    found = {}
    for about in ("over-time", "presence", "gender"):
        hall.stage.take(Choice(kind=FaceKind.CHART, about=about))
        found[about] = wall.get("/stage/face").json()["html"]
        assert " style=" not in found[about]
    assert "1\u00a0/\u00a03" in found["over-time"]
    assert 'class="needed"' in found["over-time"]
    assert 'class="present"' in found["presence"]
    assert "3 · 100,00 %" in found["gender"] or "66,67 %" in found["gender"]


def test_a_photo_opens_only_while_its_face_is_on_air(hall: Hall, wall: Phone) -> None:
    from tests.library_files import a_picture as a_photo

    raw = a_photo(hall.path.parent / "p.png").read_bytes()
    hall.registry.set_photo(hall.people[0].id, raw)
    photo = hall.registry.delegate(hall.people[0].id).photo
    assert photo
    assert wall.get(f"/stage/picture/{photo}").status_code == 404
    hall.check_in.by_code(hall.badge(0), hall.session)
    assert wall.get(f"/stage/picture/{photo}").headers["content-type"] == "image/jpeg"
    hall.clock.pass_time(seconds=5)
    assert wall.get(f"/stage/picture/{photo}").status_code == 404


def test_a_clip_is_sent_in_parts_and_gone_it_is_gone(hall: Hall, wall: Phone, tmp_path: Path) -> None:
    cue = hall.stage.cues.add(a_clip(tmp_path / "a.mp4"))
    assert wall.get(f"/stage/clip/{cue.file}").status_code == 404
    hall.stage.take(Choice(kind=FaceKind.CLIP, about=cue.id))
    assert f"/stage/clip/{cue.file}" in wall.get("/stage/face").json()["html"]
    part = wall.get(f"/stage/clip/{cue.file}", headers={"Range": "bytes=0-9"})
    assert (part.status_code, len(part.content), part.headers["content-type"]) == (206, 10, "video/mp4")
    assert wall.get(f"/stage/picture/{cue.still}").content.startswith(b"\xff\xd8")
    hall.stage.cues.path_of(cue.file).unlink()
    assert wall.get(f"/stage/clip/{cue.file}").status_code == 404


@pytest.mark.parametrize("kind", [FaceKind.SPEAKER, FaceKind.AGENDA, FaceKind.DOCUMENT])
def test_faces_have_their_page(hall: Hall, wall: Phone, kind: FaceKind) -> None:
    from congress_desk.domain.agenda import Content
    from congress_desk.domain.speeches import Entry
    from tests.builders import OPENING

    sitting = hall.programme.agenda.add_sitting(name="Sáng", starts=OPENING)
    hall.programme.agenda.add_item(sitting.id, Content(content="Khai mạc", minutes=30))
    speech = hall.programme.speeches.register(Entry(topic="Rừng", delegate=hall.people[0].id))
    hall.programme.speeches.approve(speech.id)
    hall.programme.speeches.call(speech.id)
    hall.stage.take(Choice(kind=kind))
    html = wall.get("/stage/face").json()["html"]
    wanted = {FaceKind.SPEAKER: 'data-allowed="600000"', FaceKind.AGENDA: "Khai mạc", FaceKind.DOCUMENT: "<path"}
    assert wanted[kind] in html


def test_a_picture_of_a_photo_report_is_its_still(hall: Hall, wall: Phone, tmp_path: Path) -> None:
    cue = hall.stage.cues.add(a_picture(tmp_path / "a.png"))
    hall.stage.take(Choice(kind=FaceKind.CLIP, about=cue.id))
    html = wall.get("/stage/face").json()["html"]
    assert f'<img class="whole" src="/stage/picture/{cue.still}"' in html
