"""Links: opaque random tokens that open something, made once, kept only as their hash.

A token is 128 random bits as 22 letters, so that its address stays in a small QR symbol (version 4). Whoever
reads the congress file finds hashes and can open nothing.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.documents import DocumentId
from congress_desk.domain.refusals import Reason, Refusal

LinkId = NewType("LinkId", str)

TOKEN_BYTES = 16
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
MANY_DEVICES = 3  # a person has a phone and perhaps a tablet; more is shown to the secretariat
KEPT_DAYS = 30


class Scope(StrEnum):
    CONGRESS = "congress"  # the first page
    DOCUMENT = "document"  # one document, for whoever may read it
    DELEGATE = "delegate"  # a delegate's own page and all documents that are his to read
    PERSONAL = "personal"  # one document for one delegate
    STAGE = "stage"  # the second screen, for a wall that another computer runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An issued token without the token; `hash` is the SHA-256 of its text."""

    id: LinkId
    hash: str
    scope: Scope
    document: DocumentId | None
    delegate: DelegateId | None
    issued_at: dt.datetime
    expires_at: dt.datetime
    revoked_at: dt.datetime | None = None

    @property
    def many_devices_from(self) -> int | None:
        """From how many devices on the secretariat is told; None for links that are meant for many."""
        return MANY_DEVICES if self.delegate is not None else None


def new_token(random_bytes: Callable[[int], bytes] = secrets.token_bytes) -> str:
    return base64.urlsafe_b64encode(random_bytes(TOKEN_BYTES)).rstrip(b"=").decode()


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def is_token(text: str) -> bool:
    """By its shape: anything else is refused before a database is asked."""
    return _TOKEN.fullmatch(text) is not None


def check_link(link: Link | None, now: dt.datetime) -> Link:
    """Refusal: NO_SUCH_LINK, LINK_REVOKED, LINK_EXPIRED."""
    if link is None:
        raise Refusal(Reason.NO_SUCH_LINK)
    if link.revoked_at is not None:
        raise Refusal(Reason.LINK_REVOKED, at=link.revoked_at)
    if now >= link.expires_at:
        raise Refusal(Reason.LINK_EXPIRED, at=link.expires_at)
    return link


def usual_expiry(now: dt.datetime, opens: dt.date) -> dt.datetime:
    """Thirty days after the opening, or after today for a congress that is over."""
    opening = dt.datetime.combine(opens, dt.time(), tzinfo=now.tzinfo)
    return max(now, opening) + dt.timedelta(days=KEPT_DAYS)
