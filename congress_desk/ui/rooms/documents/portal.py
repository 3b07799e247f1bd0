"""The portal: started and stopped by a button, brought back by itself, and whether phones reach it.

Reports come from the keeper's thread and are carried to the screen's.
"""

from __future__ import annotations

from pathlib import Path

from congress_desk.domain.documents import PortalNotice
from congress_desk.domain.documents_records import SheetKind
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.services.portal_settings import PortalSettings, Reachability
from congress_desk.services.ports.portal import Certificate, PortalDied, PortalEnded, PortalReport, PortalStarted
from congress_desk.ui.rooms.documents.scene import Scene
from congress_desk.ui.rooms.documents.stands import Live
from congress_desk.ui.rooms.documents.state import Fact, Follow
from congress_desk.ui.running import Lane

EVERYWHERE = "0.0.0.0"
SLIDE_WIDTH = 1280

Read = tuple[PortalSettings, tuple[PortalNotice, ...]]


class PortalActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._looking = False
        self._drawn: tuple[str, str, str, str] | None = None  # address, Wi-Fi and language of the picture
        desk = scene.surroundings.settings.current
        live = Live.RUNNING if scene.library.process.running else Live.STOPPED
        scene.show_part("portal", certificate=desk.portal_certificate, key=desk.portal_key, live=live)
        self._tell = scene.surroundings.carry(self._on_report)

    def read(self) -> None:
        """Settings and notices at once; whether phones reach the portal a second later."""
        settings = self._scene.library.settings
        self._scene.run(lambda: (settings.settings(), tuple(settings.notices())), self._on_read)
        self.look()

    def look(self) -> None:
        """Can a phone reach this computer?"""
        if self._looking:
            return
        settings, encrypted = self._scene.library.settings, self._scene.state.portal.encrypted
        self._looking = True
        self._scene.run(lambda: settings.reachability(encrypted=encrypted), self._on_reach, self._on_no_reach)

    def start(self) -> None:
        portal = self._scene.state.portal
        certificate = _certificate(portal.certificate, portal.key)
        missing = [path for path in (certificate.chain, certificate.key) if not path.is_file()] if certificate else []
        if missing:
            self._scene.fail(Trouble(Problem.NO_SUCH_FILE, path=str(missing[0])))
            return
        library, congress = self._scene.library, self._scene.surroundings.desk.congress

        def ready() -> int:
            congress.assure_writable()  # what is read is written down
            return library.settings.settings().port

        def refused(error: Exception) -> None:
            self._scene.show_part("portal", live=Live.STOPPED)
            self._scene.fail(error)

        def start(port: int) -> None:
            library.process.start(self._tell, host=EVERYWHERE, port=port, certificate=certificate)

        self._scene.show_part("portal", live=Live.STARTING, problem=None)
        self._scene.run(ready, start, refused)

    def stop(self) -> None:
        """Ends it off the screen's thread: what is being sent comes to its end."""
        process = self._scene.library.process
        self._scene.run(process.stop, self._on_stopped)

    def save(self, settings: PortalSettings) -> None:
        """Port, address and Wi-Fi; a portal that runs keeps its port until it is started again."""
        service = self._scene.library.settings

        def saved(_nothing: None) -> None:
            self._scene.show_part("portal", wrong={})
            self._scene.tell(Fact.PORTAL_SAVED)

        def refused(error: Exception) -> None:
            field = str(error.details.get("field", "")) if isinstance(error, Refusal) else ""
            if isinstance(error, Refusal) and error.reason is Reason.BAD_VALUE:
                self._scene.show_part("portal", wrong={field: "wrong"})
            self._scene.fail(error)

        self._scene.show(saving=True)
        self._scene.run(lambda: service.change(settings), saved, refused, Lane.STORE)

    def open_speeches(self, on: bool) -> None:
        """May delegates register presentations from their phones? It holds at once."""
        service = self._scene.library.settings
        told = Fact.SPEECHES_OPENED if on else Fact.SPEECHES_CLOSED
        self._scene.act(lambda: service.open_speeches(on), lambda _nothing: self._scene.tell(told))

    def choose_certificate(self, chain: Path) -> None:
        self._keep(certificate=str(chain), key=self._scene.state.portal.key)

    def choose_key(self, key: Path) -> None:
        self._keep(certificate=self._scene.state.portal.certificate, key=str(key))

    def drop_certificate(self) -> None:
        self._keep(certificate="", key="")

    def post(self, text: str, *, delegates_only: bool) -> None:
        service = self._scene.library.settings
        self._scene.act(
            lambda: service.post_notice(text, delegates_only=delegates_only),
            lambda _notice: self._scene.tell(Fact.NOTICE_POSTED),
        )

    def withdraw(self, notice: str) -> None:
        service = self._scene.library.settings
        self._scene.act(
            lambda: service.withdraw_notice(notice), lambda _nothing: self._scene.tell(Fact.NOTICE_WITHDRAWN)
        )

    def _keep(self, *, certificate: str, key: str) -> None:
        self._scene.surroundings.settings.change(portal_certificate=certificate, portal_key=key)
        self._scene.show_part("portal", certificate=certificate, key=key)
        self.look()

    def _on_read(self, read: Read) -> None:
        settings, notices = read
        self._scene.show_part("portal", settings=settings, notices=notices)

    def _on_reach(self, reach: Reachability) -> None:
        self._looking = False
        self._scene.show_part("portal", reach=reach)
        self._draw_symbols(reach.base)

    def _on_no_reach(self, error: Exception) -> None:
        self._looking = False
        self._scene.fail(error)

    def _draw_symbols(self, base: str) -> None:
        """The symbols of address and Wi-Fi, drawn only when what they hold has changed."""
        state, papers = self._scene.state, self._scene.library.papers
        settings = state.portal.settings
        wanted = (base, settings.wifi_name, settings.wifi_password, state.language)
        if wanted == self._drawn:
            return
        self._drawn = wanted

        def drawn() -> bytes:
            record = papers.address_sheet(SheetKind.SLIDE, base=base)
            return papers.pictures(papers.preview(record, language=wanted[-1]), SLIDE_WIDTH)[0]

        self._scene.run(drawn, lambda picture: self._scene.show_part("portal", slide=picture), self._on_not_drawn)

    def _on_not_drawn(self, error: Exception) -> None:
        self._drawn = None
        self._scene.fail(error)

    def _on_report(self, report: PortalReport) -> None:
        match report:
            case PortalStarted():
                self._scene.show_part("portal", live=Live.RUNNING, problem=None)
                self._scene.tell(Fact.CAME_BACK if report.again else Fact.STARTED)
            case PortalDied():
                self._scene.show_part("portal", live=Live.RETURNING)
            case PortalEnded():
                self._on_ended(report.problem)
        self.look()

    def _on_ended(self, problem: Problem | None) -> None:
        self._scene.show_part("portal", live=Live.STOPPED, problem=problem)
        if problem is not None:
            port = self._scene.state.portal.settings.port
            self._scene.fail(Trouble(problem, port=port), follow=Follow.RESTART)

    def _on_stopped(self, _nothing: None) -> None:
        self._scene.show_part("portal", live=Live.STOPPED)
        self._scene.tell(Fact.STOPPED)
        self.look()


def _certificate(chain: str, key: str) -> Certificate | None:
    return Certificate(chain=Path(chain), key=Path(key or chain)) if chain else None
