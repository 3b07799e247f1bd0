"""Strips on pages: nothing that belongs together is parted, and heads come again."""

from __future__ import annotations

from congress_desk.reports.composing import Composer
from congress_desk.reports.flow import Page, Strip, blank, laid_out
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.table import Column, Row, Table, TableStyle


def a_strip(height: float, **changes: object) -> Strip:
    return Strip(height=height, draw=lambda _pen, _top: None, **changes)  # type: ignore[arg-type]


def heights(pages: list[Page]) -> list[list[float]]:
    return [[strip.height for strip, _ in page.strips] for page in pages]


def test_no_content_is_one_empty_page() -> None:
    assert heights(laid_out([], top=0, height=100)) == [[]]


def test_strips_follow_each_other_and_turn_the_page_when_it_is_full() -> None:
    pages = laid_out([a_strip(40), a_strip(60), a_strip(1)], top=7, height=100)
    assert heights(pages) == [[40, 60], [1]]
    assert [top for _, top in pages[0].strips] == [7, 47]


def test_strip_that_keeps_the_next_goes_with_it_to_the_next_page() -> None:
    pages = laid_out([a_strip(50), a_strip(30, keeps_next=True), a_strip(30)], top=0, height=100)
    assert heights(pages) == [[50], [30, 30]]


def test_space_between_does_not_part_what_belongs_together() -> None:
    pages = laid_out([a_strip(50), a_strip(20, keeps_next=True), blank(5), a_strip(30)], top=0, height=100)
    assert heights(pages) == [[50], [20, 5, 30]]


def test_space_is_dropped_at_the_top_of_a_page() -> None:
    pages = laid_out([a_strip(99), blank(5), a_strip(10)], top=0, height=100)
    assert heights(pages) == [[99], [10]]


def test_heads_come_again_where_a_row_begins_a_page() -> None:
    head = a_strip(10, keeps_next=True)
    rows = [a_strip(40, heads=(head,)) for _ in range(4)]
    assert heights(laid_out([head, *rows], top=0, height=100)) == [[10, 40, 40], [10, 40, 40]]


def test_chain_longer_than_a_page_is_parted_rather_than_lost() -> None:
    strips = [a_strip(40, keeps_next=True) for _ in range(5)]
    pages = laid_out(strips, top=0, height=100)
    assert sum(len(page.strips) for page in pages) == 5
    assert all(page.used <= 100 for page in pages)


def test_strip_that_starts_a_page_does_so() -> None:
    turn = a_strip(0, starts_page=True, keeps_next=True, room=True)
    assert heights(laid_out([a_strip(5), turn, a_strip(6)], top=0, height=100)) == [[5], [6]]


def test_rows_of_a_table_that_belong_together_stay_on_one_page() -> None:
    composer = Composer(FontSet(), size=10, right_to_left=False)
    style = TableStyle(x=0, width=200, size=10, leading=12, baseline=9, grid=0.4)
    rows = [Row(cells=(str(n),), keeps_next=n % 3 != 2) for n in range(12)]  # groups of three
    strips = Table(composer, style, [Column(title="STT", share=1)]).strips(rows)
    height = strips[0].height
    pages = laid_out(strips, top=0, height=height * 8.5)
    assert [len(page.strips) for page in pages] == [7, 7]  # the head and two whole groups on each
