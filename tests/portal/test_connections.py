"""Slow, silent, huge and too many clients on a real socket: they are shown out, and the others go on."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Iterator
from contextlib import ExitStack, suppress

import pytest

from congress_desk.portal import guard
from tests.portal.conftest import KEY, Open
from tests.portal.serving import HERE, connected, eventually, everything_from, served, status

SOON = 0.4  # seconds, where the portal waits for ten


@pytest.fixture
def port(portal: Open, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    monkeypatch.setattr(guard, "HEADER_SECONDS", SOON)
    monkeypatch.setattr(guard, "STUCK_SECONDS", SOON)
    monkeypatch.setattr(guard, "MOST_CONNECTIONS", 200)
    with served(portal.hall.library, KEY) as found:
        yield found


def test_a_client_that_says_nothing_is_shown_out(port: int) -> None:
    with connected(port) as client:
        assert b"408" in everything_from(client)
    assert status(port) == 200


def test_a_client_that_never_ends_its_headers_is_shown_out(port: int) -> None:
    with connected(port) as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        assert b"408" in everything_from(client)
    assert status(port) == 200


def test_the_second_request_of_a_connection_has_its_time_bound_too(port: int) -> None:
    with connected(port) as client:
        client.sendall(b"GET /robots.txt HTTP/1.1\r\nHost: x\r\n\r\nGET / HT")
        found = everything_from(client)
    assert found.startswith(b"HTTP/1.1 200")
    assert b"408" in found


@pytest.mark.parametrize("count", [40, 4000])
def test_huge_headers_are_refused_before_they_are_read(port: int, count: int) -> None:
    headers = b"".join(b"X-%d: %s\r\n" % (n, b"a" * 1000) for n in range(count))
    with connected(port) as client:
        with suppress(ConnectionError):
            client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n" + headers + b"\r\n")
        assert b" 200 " not in everything_from(client)
    assert status(port) == 200


def test_a_body_that_never_comes_does_not_hold_others_up(port: int, portal: Open) -> None:
    with connected(port) as client:
        client.sendall(
            f"POST /d/{portal.draft.id}/opinion HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n".encode()
            + b"Content-Type: application/x-www-form-urlencoded\r\n\r\nform="
        )
        assert [status(port) for _ in range(5)] == [200] * 5


def test_a_body_without_a_length_is_refused(port: int, portal: Open) -> None:
    with connected(port) as client:
        client.sendall(
            f"POST /d/{portal.draft.id}/opinion HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n".encode()
            + b"Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n5\r\nform=\r\n"
        )
        assert everything_from(client).startswith(b"HTTP/1.1 411")


def test_a_client_that_does_not_read_is_let_go(port: int, portal: Open) -> None:
    with socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.settimeout(15)
        client.connect((HERE, port))
        client.sendall(f"GET /d/{portal.public.id}/file HTTP/1.1\r\nHost: x\r\n\r\n".encode() * 8)
        assert [status(port) for _ in range(3)] == [200] * 3
        assert eventually(lambda: guard.DOORS.open == 0)
        found = everything_from(client)
    assert len(found) < 8 * portal.public.current.size


@pytest.mark.parametrize(
    "raw",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",  # TLS on a plain port
        b"\x00" * 100,
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\xff\xfe%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\n",
        b"GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        b"GET //evil.example/%2e%2e HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET /q/../ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    ],
)
def test_what_is_no_request_is_answered_with_nothing_of_worth(port: int, raw: bytes) -> None:
    with connected(port) as client:
        client.sendall(raw)
        found = everything_from(client)
    assert b"root:" not in found
    assert b"Traceback" not in found
    assert b"//evil.example" not in found
    assert status(port) == 200


def test_a_crowd_that_says_nothing_makes_room_for_those_who_ask(port: int) -> None:
    with ExitStack() as all_of_them:
        first = http.client.HTTPConnection(HERE, port, timeout=15)
        all_of_them.callback(first.close)
        assert again(first) == 200
        crowd = [all_of_them.enter_context(connected(port)) for _ in range(400)]
        assert again(first) == 200
        assert [status(port) for _ in range(5)] == [200] * 5
        assert everything_from(crowd[0]) == b""  # it was silent longest
        assert guard.DOORS.open <= 200
    assert eventually(lambda: guard.DOORS.open == 0)
    assert status(port) == 200


def again(client: http.client.HTTPConnection) -> int:
    """One more request on the same connection."""
    client.request("GET", "/robots.txt")
    answer = client.getresponse()
    answer.read()
    return answer.status


def test_one_address_holds_so_many_connections_and_no_more() -> None:
    doors = guard._Doors()
    assert all(doors.enter("192.168.1.9") for _ in range(guard.MOST_OF_ONE_ADDRESS))
    assert not doors.enter("192.168.1.9")
    assert doors.enter("192.168.1.10")
    doors.leave("192.168.1.9")
    assert doors.enter("192.168.1.9")
    assert all(doors.enter("127.0.0.1") for _ in range(200))
