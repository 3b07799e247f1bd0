"""The portal's process: serves until its standard input ends, and writes down once a second what was opened."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import json
import logging
import socket
import sys
import threading
from collections.abc import Callable, Iterator

import uvicorn

from congress_desk.domain.refusals import Trouble
from congress_desk.portal.app import make_app
from congress_desk.portal.guard import GuardedProtocol
from congress_desk.services.documents_library import Library
from congress_desk.services.ports.portal import Certificate
from congress_desk.services.programme import Programme
from congress_desk.services.stage import StageService

PORT_TAKEN_STATUS = 3
ADDRESS_NOT_HERE_STATUS = 4
_WAITING = 2048  # connections that the system holds for us
_WRITE_SECONDS = 1.0
_FINISH_SECONDS = 3
_KEEP_ALIVE_SECONDS = 20


def serve(
    library: Library,
    key: bytes,
    *,
    host: str,
    port: int,
    certificate: Certificate | None = None,
    programme: Programme | None = None,
    stage: StageService | None = None,
) -> int:
    """Says `{"listening": port}` on standard output once it listens; gives the exit status."""
    try:
        listening = listen(host, port)
    except OSError as error:
        return _why_not(error)
    _allow_many_files()
    server = make_server(library, key, certificate, programme=programme, stage=stage)
    with _until_input_ends(server):
        sys.stdout.write(json.dumps({"listening": listening.getsockname()[1]}) + "\n")
        sys.stdout.flush()
        with asyncio.Runner(loop_factory=_fast_loop()) as runner:
            runner.run(run(server, listening, library))
    return 0


def _why_not(error: OSError) -> int:
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return ADDRESS_NOT_HERE_STATUS
    if error.errno in (errno.EADDRINUSE, errno.EACCES):
        return PORT_TAKEN_STATUS
    raise error


def _fast_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop where there is one (not on Windows)."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop


async def run(server: uvicorn.Server, listening: socket.socket, library: Library) -> None:
    """Until the server is told to end; what was opened is written down once a second and at the end."""
    writing = asyncio.create_task(_write_down(library))
    try:
        await server.serve(sockets=[listening])
    finally:
        writing.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await writing
        await asyncio.to_thread(_write_once, library)


async def _write_down(library: Library) -> None:
    while True:
        await asyncio.sleep(_WRITE_SECONDS)
        await asyncio.to_thread(_write_once, library)


def _write_once(library: Library) -> None:
    try:
        library.portal.write_down()
    except Trouble:  # a count may be lost, the portal goes on
        logging.getLogger(__name__).warning("openings could not be written down", exc_info=True)


def make_server(
    library: Library,
    key: bytes,
    certificate: Certificate | None = None,
    *,
    programme: Programme | None = None,
    stage: StageService | None = None,
) -> uvicorn.Server:
    config = uvicorn.Config(
        make_app(library, key, programme=programme, stage=stage, secure=certificate is not None),
        http=GuardedProtocol,
        ws="none",
        lifespan="off",
        interface="asgi3",
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=_FINISH_SECONDS,
        ssl_certfile=str(certificate.chain) if certificate else None,
        ssl_keyfile=str(certificate.key) if certificate else None,
    )
    return uvicorn.Server(config)


def listen(host: str, port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        if sys.platform != "win32":  # there it would let two programs share a port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(_WAITING)
    except OSError:
        listening.close()
        raise
    return listening


@contextlib.contextmanager
def _until_input_ends(server: uvicorn.Server) -> Iterator[None]:
    """Whoever started this process holds its standard input; when he goes, it goes."""

    def wait() -> None:
        sys.stdin.buffer.read()
        server.should_exit = True

    threading.Thread(target=wait, name="end of input", daemon=True).start()
    yield


def _allow_many_files() -> None:
    """Every connection is a file to the system, whose usual bound is 1,024."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 8192 if hard == resource.RLIM_INFINITY else min(hard, 8192)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
