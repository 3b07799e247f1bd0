"""What a phone is shown: pages in three languages, documents by right, files in ranges, opinions received."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from congress_desk.domain.documents import Document, Secrecy
from congress_desk.plumbing.texts import words_for
from congress_desk.portal.parts import Part, asked_part
from congress_desk.portal.words import REFUSED, TEXTS
from tests.library_files import a_clip, a_docx, a_picture
from tests.portal.conftest import BASE, Open

ANY_ADDRESS = re.compile(r'(?:href|src|srcset|action)="([^"]*)"')


def test_the_first_page_lists_public_documents_and_says_that_others_wait(portal: Open) -> None:
    page = portal.phone().get("/", headers={"accept-language": "en-GB,en;q=0.9"})
    assert page.status_code == 200
    assert "Báo cáo chính trị" in page.text
    assert "1. Khai mạc" in page.text
    assert "Documents for delegates only: 2" in page.text
    assert "Báo cáo kiểm điểm" not in page.text
    assert "Phương án nhân sự" not in page.text


def test_a_delegates_code_opens_his_own_page_and_leaves_the_address_bar(portal: Open) -> None:
    person = portal.hall.people[0]
    link = portal.hall.library.links.for_delegates([person.id])[0]
    phone = portal.phone()
    answer = phone.get("/" + link.url(BASE).split("/", 3)[3])
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert link.token not in answer.headers["set-cookie"]
    page = phone.get("/")
    assert person.sheet.full_name in page.text
    assert "Báo cáo kiểm điểm" in page.text
    assert link.token not in page.text


@pytest.mark.parametrize(
    ("language", "direction", "word"),
    [("vi", "ltr", "Tài liệu"), ("en", "ltr", "Documents"), ("ar", "rtl", "الوثائق")],
)
def test_pages_speak_the_language_chosen_and_turn_around_for_arabic(
    portal: Open, language: str, direction: str, word: str
) -> None:
    phone = portal.phone()
    answer = phone.get(f"/set?lang={language}&to=/")
    assert answer.headers["location"] == "/"
    page = phone.get("/").text
    assert f'<html lang="{language}" dir="{direction}"' in page
    assert word in page


def test_the_phones_own_language_is_taken_first_and_vietnamese_otherwise(portal: Open) -> None:
    for accepted, language in (("ar-SA,ar;q=0.9,en;q=0.8", "ar"), ("fr-FR, de", "vi"), ("", "vi"), ("en", "en")):
        page = portal.phone().get("/", headers={"accept-language": accepted})
        assert f'<html lang="{language}"' in page.text


def test_look_and_letters_are_kept_by_the_phone(portal: Open) -> None:
    phone = portal.phone()
    phone.get("/set?look=dark&to=/")
    phone.get("/set?size=large&to=/")
    assert 'data-look="dark" data-size="large"' in phone.get("/").text
    phone.get("/set?look=<script>&size=1&lang=fr")
    assert 'data-look="dark" data-size="large"' in phone.get("/").text


def test_nothing_on_any_page_loads_from_elsewhere_and_no_page_has_a_script(portal: Open) -> None:
    phone = portal.phone(0)
    draft = f"/d/{portal.draft.id}"
    paths = ["/", "/reach", draft, f"{draft}/read", f"{draft}/opinion", f"{draft}/thanks", "/q/none", "/nothing"]
    for path in paths:
        page = phone.get(path)
        assert "<script" not in page.text
        assert " style=" not in page.text
        assert not re.search(r"\son\w+=", page.text)
        found = ANY_ADDRESS.findall(page.text)
        assert found
        assert all(address.startswith(("/", "#")) and not address.startswith("//") for address in found)


def test_the_style_sheet_is_kept_for_ever_under_the_name_of_its_content(portal: Open) -> None:
    phone = portal.phone()
    name = re.search(r'href="(/s/[^"]+)"', phone.get("/").text)
    assert name is not None
    sheet = phone.get(name.group(1))
    assert sheet.headers["content-type"].startswith("text/css")
    assert "immutable" in sheet.headers["cache-control"]
    assert "http" not in sheet.text
    assert "url(" not in sheet.text
    assert phone.get("/s/other.css").status_code == 404


def test_a_public_file_comes_whole_and_in_ranges_and_can_be_taken_up_again(portal: Open) -> None:
    phone, path = portal.phone(), f"/d/{portal.public.id}/file"
    whole = phone.get(path)
    assert whole.headers["content-type"] == "application/pdf"
    assert hashlib.sha256(whole.content).hexdigest() == portal.public.current.sha256
    size = len(whole.content)
    tag = whole.headers["etag"]
    parts = []
    for first in range(0, size, 300_000):
        last = min(size, first + 300_000) - 1
        answer = phone.get(path, headers={"range": f"bytes={first}-{last}", "if-range": tag})
        assert answer.status_code == 206
        assert answer.headers["content-range"] == f"bytes {first}-{last}/{size}"
        parts.append(answer.content)
    assert b"".join(parts) == whole.content
    small = phone.get(path, headers={"range": "bytes=5-14"})
    assert (small.status_code, small.content) == (206, whole.content[5:15])
    assert phone.get(path, headers={"range": "bytes=-10"}).content == whole.content[-10:]
    assert phone.get(path, headers={"range": f"bytes={size}-"}).status_code == 416
    assert phone.get(path, headers={"range": "bytes=5-14", "if-range": '"other"'}).status_code == 200
    assert phone.get(path, headers={"if-none-match": tag}).status_code == 304
    assert phone.ask("HEAD", path).headers["content-length"] == str(size)


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-9", Part(first=0, last=9)),
        ("bytes = 5-", Part(first=5, last=99)),
        ("bytes=-10", Part(first=90, last=99)),
        ("bytes=-1000", Part(first=0, last=99)),
        ("bytes=90-1000", Part(first=90, last=99)),
        ("bytes=100-", None),
        ("bytes=9-5", None),
        ("bytes=-", None),
        ("bytes=-0", None),
        ("bytes=a-b", None),
        ("bytes=0-1,5-6", None),
        ("items=0-9", None),
        ("bytes=٠-٩", None),
        ("bytes=" + "9" * 400 + "-", None),
        ("", None),
    ],
)
def test_a_range_is_understood_or_none(header: str, part: Part | None) -> None:
    assert asked_part(header, 100) == part


def test_internal_files_leave_nothing_on_the_phone(portal: Open) -> None:
    phone = portal.phone(0)
    for path in ("", "/read", "/file", "/page/1/900", "/opinion"):
        answer = phone.get(f"/d/{portal.draft.id}{path}")
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "no-store"
    assert portal.phone().get(f"/d/{portal.public.id}/file").headers["cache-control"] == "no-cache"


def test_the_reader_shows_pages_as_pictures_and_their_text_for_those_who_listen(portal: Open) -> None:
    phone = portal.phone(0)
    page = phone.get(f"/d/{portal.internal.id}/read").text
    assert page.count("<img ") == 3
    assert page.count('loading="lazy"') == 2
    assert "Báo cáo kiểm điểm 2" in page
    picture = phone.get(f"/d/{portal.internal.id}/page/2/900")
    assert picture.headers["content-type"] == "image/jpeg"
    assert picture.content.startswith(b"\xff\xd8")
    tag = picture.headers["etag"]
    assert phone.get(f"/d/{portal.internal.id}/page/2/900", headers={"if-none-match": tag}).status_code == 304
    for wrong in ("0/900", "4/900", "1/901", "1/99999999"):
        assert phone.get(f"/d/{portal.internal.id}/page/{wrong}").status_code == 404


def test_what_was_read_to_the_end_is_counted_so(portal: Open) -> None:
    phone = portal.phone(0)
    phone.get(f"/d/{portal.internal.id}/read")
    phone.get(f"/d/{portal.internal.id}/page/1/900")
    library = portal.hall.library
    library.portal.write_down()
    (found,) = library.reading.record(portal.internal.id).documents
    assert (found.opened, found.finished, found.devices, found.times) == (1, 0, 1, 1)
    phone.get(f"/d/{portal.internal.id}/page/3/900")
    other = portal.phone(1)
    other.get(f"/d/{portal.internal.id}/file")
    library.portal.write_down()
    (found,) = library.reading.record(portal.internal.id).documents
    assert (found.opened, found.finished, found.devices, found.times) == (2, 2, 2, 2)


def test_a_recall_closes_the_document_on_the_next_request(portal: Open) -> None:
    phone, path = portal.phone(0), f"/d/{portal.internal.id}/file"
    assert phone.get(path).status_code == 200
    portal.hall.library.documents.recall(portal.internal.id)
    answer = phone.get(path, headers={"accept-language": "en"})
    assert answer.status_code == 410
    assert "called back" in answer.text


def test_an_opinion_is_received_and_shown_to_its_giver(portal: Open) -> None:
    phone = portal.phone(0)
    answer = phone.opine(portal.draft.id, part=PARTS_SECOND, text="Bổ sung chỉ tiêu rừng")
    assert answer.status_code == 303
    (opinion,) = portal.hall.library.opinions.opinions()
    assert (opinion.part, opinion.text) == (PARTS_SECOND, "Bổ sung chỉ tiêu rừng")
    assert opinion.delegate == portal.hall.people[0].id
    thanks = phone.get(answer.headers["location"])
    assert "Bổ sung chỉ tiêu rừng" in thanks.text
    assert "Bổ sung chỉ tiêu rừng" not in portal.phone(1).get(f"/d/{portal.draft.id}/thanks").text


PARTS_SECOND = "II. <Phương hướng> & mục tiêu"


def test_where_no_opinions_are_asked_there_is_no_form(portal: Open) -> None:
    assert portal.phone(0).get(f"/d/{portal.internal.id}/opinion").status_code == 403


def test_a_document_whose_file_was_changed_is_not_served(portal: Open) -> None:
    kept = portal.hall.library.documents.file(portal.public.id)
    kept.chmod(0o644)
    kept.write_bytes(b"something else")
    answer = portal.phone().get(f"/d/{portal.public.id}/file", headers={"accept-language": "en"})
    assert answer.status_code == 503
    assert "Nothing was lost" in answer.text


def test_a_form_sent_twice_is_one_opinion(portal: Open) -> None:
    phone = portal.phone(0)
    page = phone.get(f"/d/{portal.draft.id}/opinion").text
    form = re.search(r'name="form" value="([^"]+)"', page)
    assert form is not None
    fields = {"form": form.group(1), "stance": "other", "text": "một lần"}
    first = phone.post(f"/d/{portal.draft.id}/opinion", fields)
    again = phone.post(f"/d/{portal.draft.id}/opinion", fields)
    assert first.headers["location"] == again.headers["location"]
    assert len(portal.hall.library.opinions.opinions()) == 1


def test_an_opinion_without_words_comes_back_with_what_was_chosen(portal: Open) -> None:
    phone = portal.phone(0)
    answer = phone.opine(portal.draft.id, text=" ", part=PARTS_SECOND)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert 'value="amend" required checked' in answer.text
    assert "&lt;Phương hướng&gt; &amp; mục tiêu" in answer.text
    assert portal.hall.library.opinions.opinions() == ()


def test_a_phone_can_forget_whose_it_was(portal: Open) -> None:
    phone = portal.phone(0)
    assert phone.post("/leave", {}).status_code == 303
    assert phone.get(f"/d/{portal.internal.id}").status_code == 403
    assert portal.hall.people[0].sheet.full_name not in phone.get("/").text


def test_a_phone_that_comes_is_seen_by_the_secretariat(portal: Open) -> None:
    assert portal.phone().get("/reach").status_code == 200
    assert portal.phone(address="127.0.0.1").get("/reach").status_code == 200
    portal.hall.library.portal.write_down()
    assert portal.hall.library.settings.reachability().phones == 1


def test_pictures_clips_and_word_files_are_served_as_what_they_are(
    portal: Open, add: Callable[..., Document], tmp_path: Path
) -> None:
    kinds = {
        "image/png": (a_picture(tmp_path / "a.pdf"), "inline"),
        "video/mp4": (a_clip(tmp_path / "b.txt"), "inline"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (
            a_docx(tmp_path / "c.exe"),
            "attachment",
        ),
    }
    phone = portal.phone()
    for media_type, (path, how) in kinds.items():
        document = add(f"Tài liệu {how}", path, secrecy=Secrecy.PUBLIC)
        answer = phone.get(f"/d/{document.id}/file")
        assert answer.headers["content-type"] == media_type
        assert answer.headers["content-disposition"].startswith(how)
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert phone.get(f"/d/{document.id}").status_code == 200
        assert phone.get(f"/d/{document.id}/read").status_code == 404


@pytest.mark.parametrize("language", ["vi", "ar"])
def test_every_word_of_the_portal_is_said_in_every_language(language: str) -> None:
    say = words_for(language)
    assert [text for text in TEXTS.values() if not say.knows(text)] == []
    assert [text for _, text in REFUSED.values() if not say.knows(text)] == []
