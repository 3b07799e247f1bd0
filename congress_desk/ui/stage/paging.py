"""Which page of a long list the wall shows now: the time of a page goes by its lines, never more than eight seconds.

Made of the clock alone, so that preview, window and other walls turn together.
"""

from __future__ import annotations

import datetime as dt

LINE_SECONDS, HEAD_SECONDS = 0.8, 1.5
LEAST_SECONDS, MOST_SECONDS = 3.0, 8.0


def page_seconds(lines: int) -> float:
    return min(MOST_SECONDS, max(LEAST_SECONDS, HEAD_SECONDS + LINE_SECONDS * lines))


def page_now(lines: int, most: int, now: dt.datetime) -> tuple[int, int, slice]:
    """Page from 0, how many pages, and its lines: as even as they go, at most `most` on each."""
    pages = max(1, -(-lines // most))
    page = int(now.timestamp() // page_seconds(-(-lines // pages))) % pages
    return page, pages, slice(lines * page // pages, lines * (page + 1) // pages)
