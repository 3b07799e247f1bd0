"""Attacks by words and forms: what a phone sends is text, and a form is ours or it is refused."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from congress_desk.domain.documents import Card, Document, Secrecy
from congress_desk.portal.app import make_app
from congress_desk.portal.limits import Buckets, Limits
from tests.portal.conftest import KEY, Open
from tests.portal.phone import Phone

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)> \"' ${7*7} {{7*7}}"


def test_html_in_an_opinion_is_text_everywhere(portal: Open) -> None:
    phone = portal.phone(0)
    answer = phone.opine(portal.draft.id, text=SCRIPT)
    assert answer.status_code == 303
    page = phone.get(answer.headers["location"]).text
    assert "<script>" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{7*7}}" in page
    assert portal.hall.library.opinions.opinions()[0].text == SCRIPT


def test_html_in_titles_names_and_notices_is_text_too(portal: Open, add: Callable[..., Document]) -> None:
    portal.hall.library.settings.post_notice(SCRIPT)
    document = add("Báo cáo", secrecy=Secrecy.PUBLIC)
    card = Card(title=SCRIPT, number=SCRIPT, agenda_item=SCRIPT, secrecy=Secrecy.PUBLIC)
    portal.hall.library.documents.edit(document.id, card)
    phone = portal.phone(0)
    for path in ("/", f"/d/{document.id}", f"/d/{document.id}/read"):
        page = phone.get(path).text
        assert "<script" not in page
        assert "<img src=x" not in page
    disposition = phone.get(f"/d/{document.id}/file").headers["content-disposition"]
    assert re.fullmatch(r"inline; filename=\"document.pdf\"; filename\*=UTF-8''[\w.%~-]+", disposition)


@pytest.mark.parametrize(
    "fields",
    [
        {"form": "", "stance": "agree"},
        {"form": "forged", "stance": "agree"},
        {"form": "01900000-0000-7000-8000-000000000000.x.y", "stance": "agree"},
        {"stance": "burn"},
        {"stance": ""},
    ],
)
def test_a_form_that_we_did_not_make_is_refused(portal: Open, fields: dict[str, str]) -> None:
    phone = portal.phone(0)
    answer = phone.opine(portal.draft.id, **fields)
    assert answer.status_code == 400
    assert portal.hall.library.opinions.opinions() == ()


def test_a_form_of_one_phone_does_not_serve_another(portal: Open) -> None:
    mine, yours = portal.phone(0), portal.phone(1)
    page = mine.get(f"/d/{portal.draft.id}/opinion").text
    form = re.search(r'name="form" value="([^"]+)"', page)
    assert form is not None
    assert yours.opine(portal.draft.id, form=form.group(1)).status_code == 400


def test_a_form_sent_from_another_site_is_refused(portal: Open) -> None:
    phone, path = portal.phone(0), f"/d/{portal.draft.id}/opinion"
    for headers in ({"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "http://[bad"}):
        assert phone.post(path, {"stance": "agree"}, headers=headers).status_code == 403
    cookie = phone.get("/set?lang=en").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


@pytest.mark.parametrize("body", [b"\xff\xfe", b"a=%ff%fe", "form=đ".encode(), b"&".join(b"a=1" for _ in range(50))])
def test_odd_encodings_of_a_form_are_refused(portal: Open, body: bytes) -> None:
    headers = {"content-type": "application/x-www-form-urlencoded"}
    answer = portal.phone(0).ask("POST", f"/d/{portal.draft.id}/opinion", content=body, headers=headers)
    assert answer.status_code == 400


def test_opinions_of_one_phone_are_slowed_down(portal: Open) -> None:
    limits = Limits(
        requests=Buckets(per_second=1, burst=1000),
        guesses=Buckets(per_second=1, burst=10),
        opinions=Buckets(per_second=0, burst=2),
    )
    phone = Phone(make_app(portal.hall.library, KEY, limits=limits), cookies=portal.phone(0).cookies)
    assert [phone.opine(portal.draft.id).status_code for _ in range(3)] == [303, 303, 429]
    assert len(portal.hall.library.opinions.opinions()) == 2
