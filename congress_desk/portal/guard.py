"""The door before the application: slow, silent, huge and too many clients are shown out, the others go on.

uvicorn by itself waits for a header for ever, takes headers of any size, and waits for ever on a client that does
not read. These bounds are of the connection; requests are counted in `limits`.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from itertools import chain
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEADER_SECONDS = 10.0  # from the first byte awaited to the end of the headers
STUCK_SECONDS = 30.0  # without the client reading anything
MOST_HEADER_BYTES = 16 * 1024
MOST_CONNECTIONS = 4000
MOST_OF_ONE_ADDRESS = 64  # a browser opens six; this computer itself is free


class _Doors:
    """Connections that are open, of all and of each address; those that have not asked anything yet and those
    that have been answered, longest first.
    """

    def __init__(self) -> None:
        self.open = 0
        self.of = Counter[str]()
        self.silent: dict[GuardedProtocol, None] = {}
        self.idle: dict[GuardedProtocol, None] = {}

    def enter(self, address: str) -> bool:
        """When all room is taken, the one that has been silent longest makes room."""
        if self.of[address] >= MOST_OF_ONE_ADDRESS and not address.startswith("127."):
            return False
        if self.open >= MOST_CONNECTIONS:
            least = next(chain(self.silent, self.idle), None)
            if least is None:
                return False
            least.make_room()
        self.open += 1
        self.of[address] += 1
        return True

    def rest(self, one: GuardedProtocol) -> None:
        """It is busy, or gone."""
        self.silent.pop(one, None)
        self.idle.pop(one, None)

    def leave(self, address: str) -> None:
        self.open -= 1
        self.of[address] -= 1
        if self.of[address] <= 0:
            del self.of[address]


DOORS = _Doors()


class GuardedProtocol(HttpToolsProtocol):
    """uvicorn's protocol with bounds."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        peer = transport.get_extra_info("peername")
        self._address = str(peer[0]) if peer else ""
        self._timer: asyncio.TimerHandle | None = None
        self._stuck: asyncio.TimerHandle | None = None
        self._header_bytes = self._named_bytes = 0
        self._in_header = True
        self._entered = DOORS.enter(self._address)
        super().connection_made(transport)
        if not self._entered:
            transport.abort()
            return
        self._expect_headers()

    def connection_lost(self, exc: Exception | None) -> None:
        self._go()
        for timer in (self._timer, self._stuck):
            if timer is not None:
                timer.cancel()
        super().connection_lost(exc)

    def make_room(self) -> None:
        self._go()
        self.transport.abort()

    def data_received(self, data: bytes) -> None:
        """Counts what comes before the headers' end: one that never ends must not fill the memory."""
        super().data_received(data)
        self._header_bytes = self._header_bytes + len(data) if self._in_header else 0
        if self._header_bytes > MOST_HEADER_BYTES:
            self._turn_away(b"431 Request Header Fields Too Large")

    def on_message_begin(self) -> None:
        super().on_message_begin()
        if self._timer is None:
            self._expect_headers()

    def on_header(self, name: bytes, value: bytes) -> None:
        self._named_bytes += len(name) + len(value)
        if self._named_bytes > MOST_HEADER_BYTES:
            raise ValueError("headers")  # the parser stops, and uvicorn answers 400 and closes
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._named_bytes = 0
        self._in_header = False
        self._header_bytes = 0
        DOORS.rest(self)
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._in_header = True

    def on_response_complete(self) -> None:
        """Idle again: kept for the next request, but the first to go when room is needed."""
        super().on_response_complete()
        if self._entered and self.cycle is not None and self.cycle.response_complete:
            DOORS.idle[self] = None

    def pause_writing(self) -> None:
        super().pause_writing()
        self._watch(self._unsent())

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._stuck is not None:
            self._stuck.cancel()
            self._stuck = None

    def _go(self) -> None:
        """Out of the count, once."""
        DOORS.rest(self)
        if self._entered:
            DOORS.leave(self._address)
            self._entered = False

    def _expect_headers(self) -> None:
        DOORS.silent[self] = None
        self._timer = self.loop.call_later(HEADER_SECONDS, self._turn_away, b"408 Request Timeout")

    def _watch(self, unsent: int) -> None:
        self._stuck = self.loop.call_later(STUCK_SECONDS, self._look_again, unsent)

    def _look_again(self, before: int) -> None:
        """Aborts a client that took nothing in all that time."""
        unsent = self._unsent()
        if unsent and unsent >= before:
            self.transport.abort()
        else:
            self._watch(unsent)

    def _unsent(self) -> int:
        size: Any = self.transport.get_write_buffer_size()
        return int(size)

    def _turn_away(self, status: bytes) -> None:
        if self.transport.is_closing():
            return
        answer = b"HTTP/1.1 " + status + b"\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
        self.transport.write(answer)
        self.transport.close()
