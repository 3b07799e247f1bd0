"""Long lists on the wall turn page by page, evenly, and no page stands too long."""

from __future__ import annotations

import datetime as dt

import pytest

from congress_desk.ui.stage.paging import LEAST_SECONDS, MOST_SECONDS, page_now, page_seconds

MIDNIGHT = dt.datetime(2025, 9, 22, tzinfo=dt.UTC)


@pytest.mark.parametrize(("lines", "most"), [(22, 4), (445, 7), (8, 8), (1, 5), (9, 4), (0, 3)])
def test_every_line_is_shown_once_in_a_round_and_pages_are_even(lines: int, most: int) -> None:
    _, pages, _ = page_now(lines, most, MIDNIGHT)
    seconds = page_seconds(-(-lines // pages))
    seen = [page_now(lines, most, MIDNIGHT + dt.timedelta(seconds=seconds * (n + 0.5))) for n in range(pages)]
    shown = sorted((page, part) for page, _, part in seen)
    assert [place for _, part in shown for place in range(lines)[part]] == list(range(lines))
    lengths = {part.stop - part.start for _, part in shown}
    assert max(lengths) <= most
    assert max(lengths) - min(lengths) <= 1


def test_a_short_page_turns_sooner_and_none_stands_longer_than_eight_seconds() -> None:
    assert page_seconds(1) == LEAST_SECONDS
    assert page_seconds(4) < page_seconds(6) < MOST_SECONDS
    assert page_seconds(30) == MOST_SECONDS
    round_of_22_delegations = 6 * page_seconds(4)
    assert round_of_22_delegations < 30
