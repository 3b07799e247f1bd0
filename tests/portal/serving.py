"""The portal on a real socket in this process, and clients that speak to it byte by byte."""

from __future__ import annotations

import asyncio
import http.client
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from congress_desk.portal.server import listen, make_server, run
from congress_desk.services.documents_library import Library

SECONDS = 15.0
HERE = "127.0.0.1"


@contextmanager
def served(library: Library, key: bytes) -> Iterator[int]:
    """The port while the portal runs on a thread of its own."""
    listening, server = listen(HERE, 0), make_server(library, key)
    thread = threading.Thread(target=lambda: asyncio.run(run(server, listening, library)))
    thread.start()
    try:
        yield int(listening.getsockname()[1])
    finally:
        server.should_exit = True
        thread.join(SECONDS)
        listening.close()


@contextmanager
def connected(port: int) -> Iterator[socket.socket]:
    with socket.create_connection((HERE, port), SECONDS) as client:
        yield client


def status(port: int, path: str = "/") -> int:
    """What an ordinary client gets."""
    client = http.client.HTTPConnection(HERE, port, timeout=SECONDS)
    try:
        client.request("GET", path)
        answer = client.getresponse()
        answer.read()
        return answer.status
    finally:
        client.close()


def eventually(holds: Callable[[], bool]) -> bool:
    """Whether it holds within some seconds."""
    until, pause = time.monotonic() + SECONDS, threading.Event()
    while not holds():
        if time.monotonic() > until:
            return False
        pause.wait(0.05)
    return True


def everything_from(client: socket.socket) -> bytes:
    """All bytes until the other side closes; a reset counts as closed."""
    found = b""
    try:
        while block := client.recv(65536):
            found += block
    except ConnectionError:
        pass
    return found
