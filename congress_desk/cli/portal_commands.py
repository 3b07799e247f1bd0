"""portal ...: serve the documents in the hall's network, and see whether phones reach them."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from congress_desk.cli.doors import DONE, TROUBLE, Answer, Counter, Doors
from congress_desk.cli.grammar import Grammar, options_shown
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.plumbing.document_words import OBSTACLES
from congress_desk.plumbing.texts import Words, marked
from congress_desk.services.desk import Desk
from congress_desk.services.ports.portal import Certificate, PortalDied, PortalEnded, PortalReport, PortalStarted

EVERYWHERE = "0.0.0.0"
HIGHEST_PORT = 65535
NICENESS = 5  # of the portal's process
ENCRYPTED = marked("Pages travel encrypted.")
UNENCRYPTED = marked(
    "Pages travel unencrypted: whoever is in the same Wi-Fi could read along. Use a Wi-Fi with a password."
)
OPEN, CLOSED = "open", "closed"


def describe_commands(group: Grammar) -> None:
    say = group.say
    serve = group.command_without_desk("serve", say("serve the portal until it is stopped (Ctrl+C)"), _serve)
    told = say("address to listen at; all of this computer by default")
    serve.add_argument("--host", default=EVERYWHERE, metavar="H", help=told)
    serve.add_argument("--port", type=int, metavar="N", help=say("port; as set for the congress by default"))
    serve.add_argument("--certificate", metavar="PEM", help=say("HTTPS with your own certificate (PEM)"))
    serve.add_argument("--key", metavar="PEM", help=say("the certificate's key (PEM)"))
    told = say("for the program itself: the process that serves, ending with its standard input")
    serve.add_argument("--child", action="store_true", help=told)
    group.command("check", say("can a phone reach this computer, and what is in the way"), _check)
    change = group.command("settings", say("show or change port, address and the hall's Wi-Fi"), _settings)
    change.add_argument("--port", type=int, metavar="N")
    told = say("address on QR codes, such as https://docs.example.vn; empty: found by itself")
    change.add_argument("--base-url", metavar="U", help=told)
    change.add_argument("--wifi-name", metavar="N", help=say("printed on posters with its own QR code"))
    change.add_argument("--wifi-password", metavar="P", help=say("printed on posters; empty for an open network"))
    told = say("may delegates register presentations from their phones")
    change.add_argument("--speeches", choices=(OPEN, CLOSED), help=told)
    notice = group.command("notice", say("post a short notice on the portal, or take one away"), _notice)
    wanted = notice.add_mutually_exclusive_group(required=True)
    wanted.add_argument("--post", metavar="TEXT", help=say("the text"))
    wanted.add_argument("--withdraw", metavar="ID", help=say("the notice's id"))
    notice.add_argument("--delegates-only", action="store_true", help=say("only delegates see it"))


def _serve(args: argparse.Namespace, doors: Doors, say: Words) -> Answer:
    if args.port is not None and not 0 <= args.port <= HIGHEST_PORT:
        raise Refusal(Reason.BAD_VALUE, field="port")
    certificate = _certificate(args)
    if args.child:
        _give_way()
        status = doors.serve_portal(Path(args.file), args.host, args.port or 0, certificate)
        return Answer(json=None, lines=[], status=status)
    with doors.open_desk(Path(args.file)) as desk:
        desk.congress.assure_writable()
        port = desk.library.settings.settings().port if args.port is None else args.port
        problem = _keep(desk, args, port, certificate, say)
    if problem is not None:
        raise Trouble(problem, port=port, host=args.host)
    return Answer(json={"stopped": True}, lines=[say("The portal was stopped.")])


def _give_way() -> None:
    """Where processors are few, the desk's window comes before downloads."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)


def _certificate(args: argparse.Namespace) -> Certificate | None:
    """Trouble: NO_SUCH_FILE."""
    if not args.certificate:
        return None
    files = Certificate(chain=Path(args.certificate), key=Path(args.key or args.certificate))
    for path in (files.chain, files.key):
        if not path.is_file():
            raise Trouble(Problem.NO_SUCH_FILE, path=str(path))
    return files


def _keep(
    desk: Desk, args: argparse.Namespace, port: int, certificate: Certificate | None, say: Words
) -> Problem | None:
    """Until a signal comes or the portal gives up; why it gave up."""
    over = threading.Event()
    ended: list[Problem | None] = []

    def tell(report: PortalReport) -> None:
        if isinstance(report, PortalEnded):
            ended.append(report.problem)
            over.set()
        elif not args.json:
            _write(_told(report, desk, certificate, say))
        elif isinstance(report, PortalStarted):
            _write(json.dumps(_started(report, desk, certificate)))

    portal = desk.library.process
    with _on_signals(over.set):
        portal.start(tell, host=args.host, port=port, certificate=certificate)
        over.wait()
        portal.stop()
    return ended[0] if ended else None


@contextmanager
def _on_signals(act: Callable[[], None]) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {one: signal.signal(one, lambda *_: act()) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _started(report: PortalStarted, desk: Desk, certificate: Certificate | None) -> dict[str, Any]:
    scheme = "https" if certificate else "http"
    reach = desk.library.settings.reachability()
    urls = [f"{scheme}://{one.text}:{report.port}" for one in reach.addresses]
    return {
        "listening": True,
        "port": report.port,
        "pid": report.pid,
        "again": report.again,
        "url": f"{scheme}://127.0.0.1:{report.port}",
        "urls": urls,
    }


def _told(report: PortalReport, desk: Desk, certificate: Certificate | None, say: Words) -> str:
    if isinstance(report, PortalDied):
        return say("The portal stopped unexpectedly and is started again. Opinions received are safe.")
    assert isinstance(report, PortalStarted)
    started = _started(report, desk, certificate)
    if report.again:
        return say("The portal is back.")
    addresses = "\n".join(f"  {url}" for url in [*started["urls"], started["url"]])
    safety = say(ENCRYPTED if certificate else UNENCRYPTED)
    return f"{say('The portal is running. Phones reach it at:')}\n{addresses}\n{safety}"


def _write(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _check(_args: argparse.Namespace, at: Counter) -> Answer:
    found = at.desk.library.settings.reachability()
    told = [at.say(OBSTACLES[obstacle]) for obstacle in found.obstacles]
    shown = {
        "base_url": found.base,
        "addresses": [
            {"address": one.text, "interface": one.interface, "wireless": one.wireless} for one in found.addresses
        ],
        "listening": found.listening,
        "phones": found.phones,
        "firewall": found.firewall,
        "obstacles": [obstacle.value for obstacle in found.obstacles],
    }
    lines = told or [at.say("Phones reach the portal: {count} have come so far.", count=found.phones)]
    return Answer(json=shown, lines=[found.base, *lines], status=TROUBLE if told else DONE)


def _settings(args: argparse.Namespace, at: Counter) -> Answer:
    service = at.desk.library.settings
    given = {
        "port": args.port,
        "base": args.base_url,
        "wifi_name": args.wifi_name,
        "wifi_password": args.wifi_password,
    }
    changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if changes:
        service.change(replace(service.settings(), **changes))
    if args.speeches:
        service.open_speeches(args.speeches == OPEN)
    now = service.settings()
    shown = {
        "port": now.port,
        "base_url": service.base(),
        "wifi_name": now.wifi_name,
        "speeches": OPEN if now.speeches_open else CLOSED,
    }
    return Answer(json=shown, lines=options_shown(shown))


def _notice(args: argparse.Namespace, at: Counter) -> Answer:
    service = at.desk.library.settings
    if args.withdraw is not None:
        service.withdraw_notice(args.withdraw)
    else:
        service.post_notice(args.post, delegates_only=args.delegates_only)
    notices = service.notices()
    shown = [
        {"notice": n.id, "text": n.text, "posted_at": at.iso(n.posted_at), "delegates_only": n.delegates_only}
        for n in notices
    ]
    return Answer(json=shown, lines=[f"{n.id}  {n.text}" for n in notices])
