"""A real browser as a phone: scans the printed sheet, reads, sends an opinion, turns to Arabic, is shut out.

Chromium of the system, without a window. Collected only where there is one.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from congress_desk.domain.documents_records import SheetKind
from tests.portal.conftest import KEY, PARTS, Open
from tests.portal.serving import HERE, eventually, served

ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-quic"),
]
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True, locale="vi-VN")  # type: ignore[arg-type]
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def base(portal: Open) -> Iterator[str]:
    with served(portal.hall.library, KEY) as port:
        yield f"http://{HERE}:{port}"


def scanned(png: bytes) -> list[str]:
    """What a phone's camera reads from a printed sheet."""
    return [symbol.text for symbol in zxingcpp.read_barcodes(Image.open(io.BytesIO(png)).convert("L"))]


def watched(page: Page) -> list[str]:
    """Requests to elsewhere, failed ones, and what the browser complains of."""
    found: list[str] = []
    page.on("requestfailed", lambda request: found.append(f"failed {request.url}"))
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    page.on("request", lambda request: None if HERE in request.url else found.append(request.url))
    return found


def test_from_the_printed_label_to_the_recall(portal: Open, base: str, phone: BrowserContext) -> None:
    papers, person = portal.hall.library.papers, portal.hall.people[1]
    record = papers.delegate_labels([person.id], base=base)
    (picture,) = papers.pictures(papers.pdf(record, language="vi"), 1654)
    (url,) = scanned(picture)

    page = phone.new_page()
    troubles = watched(page)
    page.goto(url)
    assert page.url == f"{base}/"
    expect(page.get_by_role("heading", name=person.sheet.full_name)).to_be_visible()

    page.get_by_role("link", name="Dự thảo").first.click()
    page.get_by_role("link", name="Đọc", exact=True).click()
    pictures = page.locator("figure img")
    expect(pictures).to_have_count(3)
    assert pictures.first.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    pictures.last.scroll_into_view_if_needed()
    assert pictures.last.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0

    page.get_by_role("link", name="Góp ý").click()
    page.get_by_label("Phần góp ý").select_option(PARTS[1])
    page.get_by_label("Đề nghị sửa đổi").check()
    page.get_by_label("Nội dung góp ý").fill("Bổ sung <b>chỉ tiêu</b> rừng")
    page.get_by_role("button", name="Gửi").click()
    expect(page.get_by_role("status")).to_be_visible()
    (opinion,) = portal.hall.library.opinions.opinions()
    assert (opinion.delegate, opinion.part, opinion.text) == (person.id, PARTS[1], "Bổ sung <b>chỉ tiêu</b> rừng")
    expect(page.get_by_text("Bổ sung <b>chỉ tiêu</b> rừng")).to_be_visible()

    page.get_by_role("link", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"

    portal.hall.library.documents.recall(portal.draft.id)
    answer = page.goto(f"{base}/d/{portal.draft.id}")
    assert answer is not None
    assert answer.status == 410
    assert [trouble for trouble in troubles if "410" not in trouble] == []

    def was_read() -> bool:
        (reading,) = portal.hall.library.reading.record(portal.draft.id).documents
        return (reading.opened, reading.finished) == (1, 1)

    assert eventually(was_read)  # the portal writes down what was opened once a second


def test_a_poster_of_an_internal_document_leads_to_the_label_first(
    portal: Open, base: str, phone: BrowserContext
) -> None:
    papers = portal.hall.library.papers
    record = papers.document_sheet([portal.internal.id], SheetKind.POSTER, base=base)
    (picture,) = papers.pictures(papers.pdf(record, language="vi"), 1240)
    (url,) = scanned(picture)
    page = phone.new_page()
    answer = page.goto(url)
    assert answer is not None
    assert answer.status == 403
    assert url.rsplit("/", 1)[1] not in page.url
    label = portal.hall.library.links.for_delegates([portal.hall.people[0].id])[0]
    page.goto(label.url(base))
    page.goto(url)
    expect(page.get_by_role("heading", name=portal.internal.card.title)).to_be_visible()


def test_pages_fit_a_phone_and_can_be_walked_through_by_keyboard(
    portal: Open, base: str, phone: BrowserContext
) -> None:
    label = portal.hall.library.links.for_delegates([portal.hall.people[0].id])[0]
    page = phone.new_page()
    page.goto(label.url(base))
    draft = f"{base}/d/{portal.draft.id}"
    for language in ("vi", "en", "ar"):
        for size in ("normal", "large"):
            page.goto(f"{base}/set?lang={language}")
            page.goto(f"{base}/set?size={size}")
            for path in (f"{base}/", draft, f"{draft}/read", f"{draft}/opinion", f"{base}/reach"):
                page.goto(path)
                assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.goto(f"{base}/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.goto(f"{draft}/opinion")
    unnamed = page.evaluate(
        "[...document.querySelectorAll('a,button,input:not([type=hidden]),select,textarea')]"
        ".filter(e => !(e.textContent.trim() || e.labels && e.labels.length)).length"
    )
    assert unnamed == 0
    small = page.evaluate(
        "[...document.querySelectorAll('.button,.choice,select,textarea')].filter(e => e.offsetHeight < 44).length"
    )
    assert small == 0
