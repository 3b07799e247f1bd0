"""The portal under 500 phones at once, beside a plain static server on the same files. Loopback only.

    uv run python -m tests.benchmarks.portal [--phones 500] [--megabytes 2] [--nginx /usr/sbin/nginx]

Each phone loads the congress's page, then a PDF in ranges of 256 KB, over one connection. Bounded in number and
time. Prints requests/s, MB/s, p99 and the memory of the serving process, and the ratio to nginx if it is there.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httptools

RANGE = 256 * 1024
TIMEOUT_SECONDS = 120
MB = 1_000_000


@dataclass
class Figures:
    """seconds: of each request; errors: what was not as it must be."""

    seconds: list[float] = field(default_factory=list)
    received: int = 0
    errors: list[str] = field(default_factory=list)

    def line(self, name: str, elapsed: float, memory: float) -> str:
        ordered = sorted(self.seconds) or [0.0]
        p50, p99 = (ordered[int(len(ordered) * share)] * 1000 for share in (0.5, 0.99))
        return (
            f"{name:<8} {len(self.seconds):>6} requests {len(self.seconds) / elapsed:>8.0f}/s "
            f"{self.received / MB / elapsed:>7.0f} MB/s  p50 {p50:>6.0f} ms  p99 {p99:>6.0f} ms  "
            f"{memory:>5.0f} MB memory  errors {len(self.errors)}  in {elapsed:.1f} s"
        )


class _Answer:
    """Collects one answer of a keep-alive connection."""

    def __init__(self) -> None:
        self.length = 0
        self.done = False

    def on_body(self, body: bytes) -> None:
        self.length += len(body)

    def on_message_complete(self) -> None:
        self.done = True


async def phone(port: int, page: str, file: str, size: int, figures: Figures) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        cookie = await ask(reader, writer, page, "", figures, {200})
        for start in range(0, size, RANGE):
            wanted = f"Range: bytes={start}-{min(size, start + RANGE) - 1}\r\n{cookie}"
            await ask(reader, writer, file, wanted, figures, {206}, min(RANGE, size - start))
    finally:
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


async def ask(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    path: str,
    headers: str,
    figures: Figures,
    allowed: set[int],
    length: int | None = None,
) -> str:
    """One request; gives the Cookie header for the next."""
    began = time.perf_counter()
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}\r\n".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    answer = _Answer()
    parser = httptools.HttpResponseParser(answer)
    parser.feed_data(head)
    while not answer.done:
        block = await reader.read(RANGE)
        if not block:
            raise ConnectionError("cut off")
        parser.feed_data(block)
    figures.seconds.append(time.perf_counter() - began)
    figures.received += answer.length
    if parser.get_status_code() not in allowed or length not in (None, answer.length):
        figures.errors.append(f"{path}: {parser.get_status_code()}, {answer.length} bytes")
    cookies = [
        line for line in head.decode("latin-1").split("\r\n") if line.lower().startswith("set-cookie: congress=")
    ]
    return f"Cookie: {cookies[0].split(': ', 1)[1].split(';')[0]}\r\n" if cookies else ""


async def crowd(port: int, page: str, file: str, size: int, phones: int) -> Figures:
    figures = Figures()

    async def one() -> None:
        try:
            await phone(port, page, file, size, figures)
        except (OSError, asyncio.IncompleteReadError) as error:
            figures.errors.append(repr(error))

    await asyncio.wait_for(asyncio.gather(*(one() for _ in range(phones))), TIMEOUT_SECONDS)
    return figures


def measured(name: str, port: int, pid: int, page: str, file: str, size: int, phones: int) -> Figures:
    began = time.perf_counter()
    figures = asyncio.run(crowd(port, page, file, size, phones))
    elapsed = time.perf_counter() - began
    print(figures.line(name, elapsed, memory_of(pid)))
    for error in figures.errors[:3]:
        print("  ", error)
    figures.seconds.append(elapsed)
    return figures


def memory_of(pid: int) -> float:
    """Of the process and its children, MB."""
    total = 0.0
    for status in Path("/proc").glob("[0-9]*/status"):
        with contextlib.suppress(OSError):
            text = status.read_text()
            facts = dict(line.split(":", 1) for line in text.splitlines() if ":" in line)
            if int(facts["Pid"]) == pid or int(facts["PPid"]) == pid:
                total += int(facts.get("VmHWM", "0 kB").split()[0]) / 1000
    return total


def free_port() -> int:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        port: int = asking.getsockname()[1]
        return port


@contextlib.contextmanager
def portal(folder: Path, size: int) -> Iterator[tuple[int, int, str, Path]]:
    """Port, process, the document's path and its file."""
    environment = os.environ | {"CONGRESS_DESK_CONFIG_DIR": str(folder / "config"), "CONGRESS_DESK_LANGUAGE": "en"}
    program, congress, pdf = [sys.executable, "-m", "congress_desk"], folder / "b.congress", folder / "b.pdf"
    write_pdf(pdf, size)

    def call(*words: str) -> dict[str, str]:
        done = subprocess.run([*program, *words, "--json"], env=environment, capture_output=True, check=True)
        answer: dict[str, str] = json.loads(done.stdout)
        return answer

    call("create", str(congress), "--title", "Benchmark", "--convening-body", "B", "--opens", "2025-09-22")
    added = call("documents", "add", str(congress), str(pdf), "--title", "Report", "--class", "public")
    port = free_port()
    served = [*program, "portal", "serve", str(congress), "--child", "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(served, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        child.stdout.readline()
        yield port, child.pid, f"/d/{added['document']}/file", pdf
        child.stdin.close()


@contextlib.contextmanager
def nginx(program: str, folder: Path, pdf: Path) -> Iterator[tuple[int, int]]:
    port, root = free_port(), folder / "nginx"
    root.mkdir()
    shutil.copy(pdf, root / "b.pdf")
    (root / "index.html").write_text("<!doctype html><title>x</title>" + "x" * 2400)
    os.chmod(folder, 0o755)
    settings = (
        f"user {os.environ.get('USER', 'root')}; worker_processes 1; daemon off;\n"
        f"pid {root}/pid; error_log {root}/log;\n"
        "events { worker_connections 2048; }\n"
        f"http {{ access_log off; sendfile on; server {{ listen 127.0.0.1:{port}; root {root}; }} }}\n"
    )
    (root / "conf").write_text(settings)
    with subprocess.Popen([program, "-c", str(root / "conf")], stderr=subprocess.DEVNULL) as child:
        for _ in range(100):
            time.sleep(0.02)
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
        yield port, child.pid
        child.terminate()


def write_pdf(path: Path, size: int) -> None:
    """A PDF of one page with random bytes in it, `size` bytes long."""
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    tail = b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    stream = size - len(head) - len(page) - len(tail) - 60
    body = f"4 0 obj<</Length {stream}>>stream\n".encode() + os.urandom(stream)
    path.write_bytes(head + page + body + tail)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--phones", type=int, default=500)
    parser.add_argument("--megabytes", type=float, default=2)
    parser.add_argument("--nginx", default=shutil.which("nginx") or "/usr/sbin/nginx")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with portal(folder, int(args.megabytes * MB)) as (port, pid, file, pdf):
            size = pdf.stat().st_size
            ours = measured("portal", port, pid, "/", file, size, args.phones)
        if Path(args.nginx).exists():
            with nginx(args.nginx, folder, pdf) as (port, pid):
                theirs = measured("nginx", port, pid, "/", "/b.pdf", size, args.phones)
            print(f"portal takes {ours.seconds[-1] / theirs.seconds[-1]:.1f} times as long as nginx")
        else:
            print("no nginx here to compare with")
    sys.exit(1 if ours.errors else 0)


if __name__ == "__main__":
    main()
