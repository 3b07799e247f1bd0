"""The programme on a phone: what is on, own presentations, and texts that are handed in, good and bad."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from congress_desk.domain.delegates import Standing
from congress_desk.domain.speeches import Entry, SpeechState
from congress_desk.plumbing.programme_templates import Template
from congress_desk.plumbing.texts import words_for
from congress_desk.portal.app import make_app
from tests.builders import Hall, a_hall
from tests.library_files import a_pdf
from tests.portal.phone import FORM, Phone

KEY = b"a key of the tests, 32 bytes long"
BOUNDARY = "----WebKitFormBoundaryABC123"


@dataclass(frozen=True)
class Handed:
    hall: Hall

    def phone(self, delegate: int | None = None) -> Phone:
        phone = Phone(make_app(self.hall.library, KEY, programme=self.hall.programme))
        if delegate is not None:
            (link,) = self.hall.library.links.for_delegates([self.hall.people[delegate].id])
            assert phone.scan(link.url("http://hall.test")).status_code == 200
        return phone


@pytest.fixture
def handed(tmp_path: Path) -> Iterator[Handed]:
    hall = a_hall(tmp_path, people=2)
    yield Handed(hall)
    hall.store.close()


def sealed(text: str, place: int = 0) -> str:
    return html.unescape(FORM.findall(text)[place])


def register(phone: Phone, topic: str = "Chuyển đổi số", **more: str) -> httpx.Response:
    form = sealed(phone.get("/speeches").text, -1)
    return phone.post("/speeches", {"form": form, "topic": topic, "draft": "upper"} | more)


def body_of(form: str, content: bytes, name: str = "bài.pdf") -> bytes:
    lines = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="form"\r\n\r\n{form}\r\n',
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        "Content-Type: application/pdf\r\n\r\n",
    ]
    return "".join(lines).encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()


def send(
    phone: Phone, speech: str, body: bytes, kind: str = f"multipart/form-data; boundary={BOUNDARY}"
) -> httpx.Response:
    return phone.ask("POST", f"/speeches/{speech}/text", content=body, headers={"content-type": kind})


def own_speech(handed: Handed, phone: Phone) -> tuple[str, str]:
    """Registered by the phone: its id, and the sealed number of the form for its text."""
    assert register(phone).status_code == 303
    (speech,) = handed.hall.programme.speeches.speeches().speeches
    return speech.id, sealed(phone.get("/speeches").text)


def test_without_a_programme_the_pages_say_so_and_the_first_page_stays_as_it_was(handed: Handed) -> None:
    phone = handed.phone()
    assert "Chưa có chương trình." in phone.get("/agenda", headers={"accept-language": "vi"}).text
    assert "/agenda" not in phone.get("/").text
    assert Phone(make_app(handed.hall.library, KEY)).get("/agenda").status_code == 404
    assert Phone(make_app(handed.hall.library, KEY)).get("/").status_code == 200


@pytest.mark.parametrize("language", ["vi", "en", "ar"])
def test_the_programme_shows_what_is_on_and_what_runs_late(handed: Handed, language: str) -> None:
    programme = handed.hall.programme
    programme.importing.carry_out(programme.importing.plan_template(Template.TWO_CONTENTS, words_for("vi")))
    handed.hall.clock.pass_time(minutes=20)
    programme.agenda.start_next()
    answer = handed.phone().get("/agenda", headers={"accept-language": language})
    shown = answer.text
    assert f'class="now">{words_for(language)("Now")}' in shown
    assert "07:20 – 07:30" in shown  # expected
    assert "07:10" in shown  # planned
    assert "Phiên trù bị" in shown
    assert "script" not in answer.headers["content-security-policy"]
    assert "<script" not in shown
    assert "/agenda" in handed.phone().get("/").text


def test_a_delegate_registers_and_hands_in_the_text(handed: Handed, tmp_path: Path) -> None:
    phone = handed.phone(0)
    speech, form = own_speech(handed, phone)
    file = a_pdf(tmp_path / "x.pdf", ["Kính thưa Đại hội"]).read_bytes()
    assert send(phone, speech, body_of(form, file, "C:\\bài của tôi.pdf")).status_code == 303
    (found,) = handed.hall.programme.speeches.speeches().speeches
    assert (found.by_portal, found.state, found.entry.draft.value) == (True, SpeechState.REGISTERED, "upper")
    assert found.text is not None
    assert (found.text.name, found.text.by_portal) == ("bài của tôi.pdf", True)
    assert handed.hall.programme.speeches.text_path(found.id).read_bytes() == file
    assert "bài của tôi.pdf" in phone.get("/speeches").text


def test_the_same_form_twice_is_one_presentation(handed: Handed) -> None:
    phone = handed.phone(0)
    form = sealed(phone.get("/speeches").text, -1)
    for _ in range(2):
        assert phone.post("/speeches", {"form": form, "topic": "Một"}).status_code == 303
    assert len(handed.hall.programme.speeches.speeches().speeches) == 1


def test_only_a_delegate_with_his_own_label_comes_in(handed: Handed) -> None:
    assert handed.phone().get("/speeches").status_code == 403
    assert handed.phone().post("/speeches", {"form": "x", "topic": "x"}).status_code == 403
    phone = handed.phone(0)
    handed.hall.registry.change_standing(handed.hall.people[0].id, Standing.BARRED, "QĐ 01")
    assert phone.get("/speeches").status_code == 403


def test_nobody_hands_in_a_text_for_another(handed: Handed) -> None:
    speech, form = own_speech(handed, handed.phone(0))
    assert send(handed.phone(1), speech, body_of(form, b"%PDF-")).status_code == 404
    other = handed.phone(0)  # the same delegate with another phone: the number was sealed for the first
    assert send(other, speech, body_of(form, b"%PDF-")).status_code == 400


def test_what_is_withdrawn_takes_no_text_any_more(handed: Handed) -> None:
    phone = handed.phone(0)
    speech, form = own_speech(handed, phone)
    handed.hall.programme.speeches.withdraw(handed.hall.programme.speeches.speeches().speeches[0].id)
    assert send(phone, speech, body_of(form, b"%PDF-")).status_code == 404


@pytest.mark.parametrize(
    "content", [b"MZ\x90\x00", b"", b"\xff\xd8\xff\xe0 a picture", b"%PDF-1.7 broken", b"PK\x03\x04"]
)
def test_a_text_that_is_no_text_is_refused_with_a_sentence_and_not_kept(handed: Handed, content: bytes) -> None:
    phone = handed.phone(0)
    speech, form = own_speech(handed, phone)
    answer = send(phone, speech, body_of(form, content))
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert handed.hall.programme.speeches.speeches().speeches[0].text is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda body: body[:-40],
        lambda body: body.replace(b'name="file"', b'name="other"'),
        lambda body: body.replace(b"form-data;", b"attachment;", 1).replace(b"\r\n\r\n", b"\n\n", 1),
        lambda body: b"",
        lambda body: body.replace(b"--", b"-", 1),
        lambda body: body + body,
        lambda body: body.replace(b"Content-Disposition", b"\xff\xfe", 1),
    ],
)
def test_a_form_that_is_not_ours_records_nothing(handed: Handed, spoil: object) -> None:
    assert callable(spoil)
    phone = handed.phone(0)
    speech, form = own_speech(handed, phone)
    assert send(phone, speech, spoil(body_of(form, b"%PDF-"))).status_code == 400


def test_uploads_are_bounded_in_size_kind_and_place(handed: Handed) -> None:
    phone = handed.phone(0)
    speech, _ = own_speech(handed, phone)
    big = {"content-type": f"multipart/form-data; boundary={BOUNDARY}", "content-length": "20100000"}
    assert phone.ask("POST", f"/speeches/{speech}/text", content=b"x", headers=big).status_code == 413
    assert send(phone, speech, b"a=b", "application/x-www-form-urlencoded").status_code == 415
    elsewhere = {"content-type": f"multipart/form-data; boundary={BOUNDARY}"}
    assert phone.ask("POST", "/speeches", content=b"x", headers=elsewhere).status_code == 415
    assert send(phone, speech, b"x", "multipart/form-data; boundary=" + "x" * 200).status_code == 400


def test_too_many_texts_of_one_phone_are_slowed(handed: Handed) -> None:
    phone = handed.phone(0)
    speech, form = own_speech(handed, phone)
    answers = [send(phone, speech, body_of(form, b"MZ")).status_code for _ in range(8)]
    assert answers[:6] == [422] * 6
    assert answers[6:] == [429] * 2


def test_a_topic_is_needed_and_ten_are_enough(handed: Handed) -> None:
    phone = handed.phone(0)
    assert register(phone, " ").status_code == 422
    for n in range(10):
        assert register(phone, f"Chủ đề {n}").status_code == 303
    assert 'name="topic"' not in phone.get("/speeches").text
    assert len(handed.hall.programme.speeches.speeches().speeches) == 10


def test_words_of_the_hall_cannot_become_markup(handed: Handed) -> None:
    phone = handed.phone(0)
    register(phone, "<script>alert(1)</script> & “kinh tế”")
    assert "<script>" not in phone.get("/speeches").text


def test_a_closed_registration_takes_nothing_but_texts_of_what_was_registered(handed: Handed, tmp_path: Path) -> None:
    phone = handed.phone(0)
    speech, form = own_speech(handed, phone)
    open_form = sealed(phone.get("/speeches").text, -1)
    handed.hall.library.settings.open_speeches(False)
    shown = phone.get("/speeches", headers={"accept-language": "vi"}).text
    assert "Thư ký đã đóng đăng ký tham luận." in shown
    assert 'name="topic"' not in shown
    refused = phone.post("/speeches", {"form": open_form, "topic": "Chuyển đổi số 2", "draft": "own"})
    assert refused.status_code >= 400
    assert send(phone, speech, body_of(form, a_pdf(tmp_path / "x.pdf").read_bytes())).status_code == 303
    (kept,) = handed.hall.programme.speeches.speeches().speeches
    assert kept.text is not None
    handed.hall.library.settings.open_speeches()
    assert 'name="topic"' in phone.get("/speeches").text


def test_closing_twice_is_one_act_and_the_secretariat_still_registers(handed: Handed) -> None:
    before = len(handed.hall.events())
    handed.hall.library.settings.open_speeches(False)
    handed.hall.library.settings.open_speeches(False)
    assert len(handed.hall.events()) == before + 1
    entry = Entry(topic="Chuyển đổi số", delegate=handed.hall.people[0].id)
    assert handed.hall.programme.speeches.register(entry).topic == "Chuyển đổi số"
