"""Attacks on the portal's application: each is tried as an attacker would, and nothing opens by it."""

from __future__ import annotations

from pathlib import Path

import pytest
from itsdangerous import URLSafeSerializer

from congress_desk.domain.documents import Card, Document, Secrecy, Status
from congress_desk.portal.app import make_app
from congress_desk.portal.limits import Buckets, Limits
from congress_desk.portal.session import COOKIE
from tests.library_files import an_active_pdf
from tests.portal.conftest import BASE, KEY, Open
from tests.portal.phone import Phone


def closed(phone: Phone, document: Document) -> bool:
    """Every way to the document ends in 403, 404 or 410."""
    ways = ("", "/read", "/file", "/page/1/900", "/opinion", "/thanks")
    return all(phone.get(f"/d/{document.id}{way}").status_code in (403, 404, 410) for way in ways)


def test_a_forged_token_opens_nothing_and_guessing_is_slowed_down(portal: Open) -> None:
    phone = portal.phone()
    statuses = [phone.get("/q/" + f"{n:022d}").status_code for n in range(30)]
    assert set(statuses) == {404, 429}
    assert statuses[0] == 404
    assert statuses[-1] == 429
    assert closed(phone, portal.internal)
    link = portal.hall.library.links.for_delegates([portal.hall.people[0].id])[0]
    assert phone.scan(link.url(BASE)).status_code == 200  # a right token opens all the same


def test_an_expired_token_opens_nothing(portal: Open) -> None:
    phone = portal.phone(0)
    portal.hall.clock.pass_time(days=40)
    assert closed(phone, portal.internal)
    link = portal.hall.library.links.for_delegates([portal.hall.people[1].id])[0]
    portal.hall.clock.pass_time(days=40)
    assert portal.phone().scan(link.url(BASE)).status_code == 410


def test_a_revoked_token_opens_nothing_from_that_moment_on(portal: Open) -> None:
    phone = portal.phone(0)
    assert not closed(phone, portal.draft)
    portal.hall.library.links.revoke_of(portal.hall.people[0].id)
    assert closed(phone, portal.draft)


def test_a_token_swapped_to_another_document_opens_only_its_own(portal: Open) -> None:
    personal = portal.hall.library.links.personal(portal.internal.id, portal.hall.people[0].id)
    phone = portal.phone()
    assert phone.scan(personal.url(BASE)).status_code == 200
    assert phone.get(f"/d/{portal.internal.id}/file").status_code == 200
    assert closed(phone, portal.draft)
    poster = portal.hall.library.links.for_document(portal.public.id)
    other = portal.phone()
    other.scan(poster.url(BASE))
    assert closed(other, portal.internal)


def test_a_forged_cookie_is_an_empty_pocket(portal: Open) -> None:
    link = portal.hall.library.links.for_delegates([portal.hall.people[0].id])[0]
    forged = [
        URLSafeSerializer(b"another key", salt="portal.pocket").dumps(["ab" * 8, link.link.id]),
        URLSafeSerializer(KEY, salt="portal.form").dumps(["ab" * 8, link.link.id]),
        URLSafeSerializer(KEY, salt="portal.pocket").dumps({"device": "x"}),
        URLSafeSerializer(KEY, salt="portal.pocket").dumps(["not a number", link.link.id]),
        URLSafeSerializer(KEY, salt="portal.pocket").dumps(["ab" * 8, 7]),
        link.link.id,
        "",
        "." * 4000,
        "%00%ff",
    ]
    for cookie in forged:
        phone = portal.phone()
        phone.cookies.set(COOKIE, cookie)
        assert closed(phone, portal.internal)
        assert phone.get("/").status_code == 200


def test_a_link_id_from_the_congress_file_is_no_token(portal: Open) -> None:
    link = portal.hall.library.links.for_delegates([portal.hall.people[0].id])[0]
    for text in (link.link.id, link.link.hash, link.link.hash[:22]):
        assert portal.phone().get(f"/q/{text}").status_code == 404


def test_a_secret_document_is_not_even_said_to_exist(portal: Open) -> None:
    for phone in (portal.phone(), portal.phone(0)):
        assert phone.get(f"/d/{portal.secret.id}").status_code == 404
        assert closed(phone, portal.secret)
        assert portal.secret.card.title not in phone.get("/").text


def test_the_title_of_an_internal_document_is_not_told_to_a_stranger(portal: Open) -> None:
    answer = portal.phone().get(f"/d/{portal.internal.id}")
    assert answer.status_code == 403
    assert portal.internal.card.title not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/d/../../../../etc/passwd",
        "/d/..%2f..%2f..%2fetc%2fpasswd/file",
        "/d/%2e%2e/%2e%2e/file",
        "/d/..;/file",
        "/d/....//....//file",
        "/d/%c0%ae%c0%ae%c0%af/file",
        "/d/%00/file",
        "/d/a%0d%0aSet-Cookie:x=1/file",
        "/s/../base.html",
        "/s/..%2fbase.html",
        "/s/%252e%252e%252fbase.html",
        "/s//etc/passwd",
        "/q/%2e%2e%2f",
        "/q/' OR 1=1 --",
        "/d/' OR '1'='1/file",
        "/.git/config",
        "/hall.congress",
        "/d",
        "/d/",
        "/s/",
        "/d/" + "a" * 400,
    ],
)
def test_odd_paths_lead_nowhere(portal: Open, path: str) -> None:
    answer = portal.phone(0).get(path)
    assert answer.status_code in (404, 307)
    assert "root:" not in answer.text
    assert "{%" not in answer.text
    assert "set-cookie" not in answer.headers or "x=1" not in answer.headers["set-cookie"]


def test_no_listing_of_anything(portal: Open) -> None:
    for path in ("/s/", "/d/", "/q/", "/files/", "/made/"):
        assert portal.phone(0).get(path).status_code == 404


@pytest.mark.parametrize(
    "to", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", "/\r\nX: y"]
)
def test_the_way_back_never_leads_to_another_site(portal: Open, to: str) -> None:
    answer = portal.phone().get("/set", params={"lang": "en", "to": to})
    assert answer.headers["location"] == "/"


def test_long_paths_other_methods_and_large_bodies_are_refused(portal: Open) -> None:
    phone, form = portal.phone(0), {"content-type": "application/x-www-form-urlencoded"}
    path = f"/d/{portal.draft.id}/opinion"
    assert phone.get("/" + "a" * 600).status_code == 414
    assert phone.get("/?" + "a" * 600).status_code == 414
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"):
        assert phone.ask(method, path).status_code == 405
    assert phone.ask("POST", path, content=b"x" * 70_000, headers=form).status_code == 413
    assert phone.ask("POST", path, content=b"{}", headers={"content-type": "application/json"}).status_code == 415
    files = {"file": ("a.php", b"<?php", "image/png")}
    assert phone.ask("POST", path, files=files).status_code == 415
    assert phone.ask("POST", path, content=b"", headers=form | {"content-length": "-1"}).status_code == 411


def test_many_ranges_in_one_request_are_not_served(portal: Open) -> None:
    ranges = ",".join(f"{n}-{n}" for n in range(2000))
    answer = portal.phone().get(f"/d/{portal.public.id}/file", headers={"range": f"bytes={ranges}"})
    assert answer.status_code == 200
    assert int(answer.headers["content-length"]) == portal.public.current.size


def test_a_pdf_with_a_script_goes_out_without_it(portal: Open, tmp_path: Path) -> None:
    evil = portal.hall.library.documents.add(
        an_active_pdf(tmp_path / "evil.pdf"), Card(title="evil", secrecy=Secrecy.PUBLIC), status=Status.ISSUED
    )
    answer = portal.phone().get(f"/d/{evil.id}/file")
    assert answer.status_code == 200
    for word in (b"JavaScript", b"Launch", b"EmbeddedFile", b"SubmitForm", b"app.alert"):
        assert word not in answer.content
    assert "script-src" not in answer.headers["content-security-policy"]
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_strict_headers_stand_on_every_answer(portal: Open) -> None:
    phone = portal.phone(0)
    for path in ("/", "/nothing", f"/d/{portal.public.id}/file", "/q/none", "/" + "a" * 600, "/robots.txt"):
        headers = phone.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-frame-options"] == "DENY"
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert "unsafe-eval" not in headers["content-security-policy"]
        assert "cache-control" in headers
        assert "server" not in headers


def test_too_many_requests_are_told_to_wait_by_link_then_by_address(portal: Open) -> None:
    def few(burst: float) -> Buckets:
        return Buckets(per_second=0, burst=burst)

    app = make_app(portal.hall.library, KEY, limits=Limits(requests=few(5), guesses=few(5), opinions=few(1)))
    stranger = Phone(app, "10.0.0.9")
    assert [Phone(app, "10.0.0.9").get("/").status_code for _ in range(6)] == [200] * 5 + [429]
    assert stranger.get("/").status_code == 429
    assert Phone(app, "10.0.0.10").get("/").status_code == 200
    assert {Phone(app, "127.0.0.1").get("/").status_code for _ in range(9)} == {200}  # this computer itself
    delegate = Phone(app, "10.0.0.9", portal.phone(0).cookies)
    answers = [delegate.get("/") for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert answers[-1].headers["retry-after"] == "2"


def test_the_memory_of_limits_is_bounded() -> None:
    buckets = Buckets(per_second=1, burst=1)
    for n in range(10_050):
        assert buckets.take(str(n))
    assert len(buckets._known) == 10_000


def test_a_bucket_fills_again_with_time() -> None:
    moment = [0.0]
    bucket = Buckets(per_second=2, burst=2, now=lambda: moment[0])
    assert [bucket.take("a") for _ in range(3)] == [True, True, False]
    moment[0] = 0.5
    assert [bucket.take("a") for _ in range(2)] == [True, False]
