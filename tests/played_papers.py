"""Every paper of a played day: its name and how it is made in a language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from congress_desk.domain.ballot_forms import BallotPaper
from congress_desk.domain.documents import Secrecy
from congress_desk.domain.documents_records import SheetKind, SheetRecord
from congress_desk.domain.records import NEEDS_ROUND, NEEDS_SESSION, Form
from congress_desk.domain.seating import PlanName
from tests.builders import Hall

Paper = Callable[[str], bytes]  # language: the PDF
PORTAL = "http://192.168.1.10:8080"
FEW = frozenset({Form.BADGES, Form.INVITATION, Form.NAME_TENTS, Form.SEAT_TICKETS, Form.CONSENT_FORM})


def papers(hall: Hall) -> Mapping[str, Paper]:
    return {
        **_forms(hall),
        **_of_rounds(hall),
        **_ballots(hall),
        **_library(hall),
        "pack-contents": partial(_pack, hall),
    }


def _forms(hall: Hall) -> dict[str, Paper]:
    session = hall.sessions.sessions()[1].id
    some = [d.id for d in (*hall.people[:2], *hall.people[20:23], *hall.people[-13:])]
    made: dict[str, Paper] = {}
    for form in Form:
        if form in NEEDS_ROUND:
            continue
        made[form.value] = partial(
            _record,
            hall,
            form,
            session=session if form in NEEDS_SESSION else None,
            only=some if form in FEW else None,
        )
    made["badges-backs"] = partial(_record, hall, Form.BADGES, only=some, options={"backs": "yes", "size": "54x86"})
    made["badges-medium"] = partial(_record, hall, Form.BADGES, only=some, options={"size": "70x100"})
    made["consent-form-blank"] = partial(_record, hall, Form.CONSENT_FORM)
    made["invitation-a4"] = partial(_record, hall, Form.INVITATION, only=some[-2:], options={"paper": "a4"})
    made["seating-opening-a4"] = partial(
        _record, hall, Form.SEATING, options={"paper": "a4", "plan": PlanName.OPENING.value}
    )
    made["vote-record-one"] = partial(_record, hall, Form.VOTE_RECORD, subject=hall.voting.hands.votes()[2].id)
    return made


def _of_rounds(hall: Hall) -> dict[str, Paper]:
    made: dict[str, Paper] = {}
    for election in hall.voting.elections.elections():
        for one in election.rounds:
            for form in NEEDS_ROUND:
                name = f"{form.value}-{election.office.value}-{one.number}"
                made[name] = partial(_record, hall, form, subject=one.id)
    return made


def _record(hall: Hall, form: Form, language: str, **asked: object) -> bytes:
    session = asked.pop("session", None)
    return hall.records.preview(form, session, language=language, **asked)  # type: ignore[arg-type]


def _ballots(hall: Hall) -> dict[str, Paper]:
    made: dict[str, Paper] = {}
    for election in hall.voting.elections.elections():
        one = election.rounds[0]
        made[f"ballots-{election.office.value}"] = partial(_ballot, hall, one.id)
        made[f"ballots-a5-{election.office.value}"] = partial(_ballot, hall, one.id, paper=BallotPaper.A5)
    made["ballots-test"] = partial(_test_print, hall, hall.voting.elections.elections()[0].rounds[0].id)
    return made


def _ballot(hall: Hall, one: str, language: str, paper: BallotPaper = BallotPaper.A4) -> bytes:
    beside = "" if language == "vi" else language
    return hall.voting.ballots.sample(hall.voting.ballots.form(one, beside=beside, paper=paper))  # type: ignore[arg-type]


def _test_print(hall: Hall, one: str, language: str) -> bytes:
    beside = "" if language == "vi" else language
    return hall.voting.ballots.test_print(hall.voting.ballots.form(one, beside=beside))  # type: ignore[arg-type]


def _library(hall: Hall) -> dict[str, Paper]:
    library = hall.library
    open_ones = [d.id for d in library.documents.documents() if d.card.secrecy is not Secrecy.SECRET]
    sheets: dict[str, Callable[[], SheetRecord]] = {
        f"sheet-{kind.value}": partial(library.papers.document_sheet, open_ones, kind, base=PORTAL)
        for kind in SheetKind
    }
    sheets["sheet-congress"] = partial(library.papers.congress_sheet, SheetKind.POSTER, base=PORTAL)
    delegates = [d.id for d in hall.people[:20]]
    sheets["sheet-labels-people"] = partial(library.papers.delegate_labels, delegates, base=PORTAL)
    made: dict[str, Paper] = {name: partial(_sheet, hall, sheet) for name, sheet in sheets.items()}
    made["documents"] = lambda language: library.papers.preview(library.documents.register(None), language=language)
    made["opinions"] = lambda language: library.papers.preview(library.opinions.synthesis(None), language=language)
    made["copies"] = lambda language: library.papers.preview(library.copies.record(), language=language)
    made["reading"] = lambda language: library.papers.preview(library.reading.record(None), language=language)
    return made


def _sheet(hall: Hall, sheet: Callable[[], SheetRecord], language: str) -> bytes:
    return hall.library.papers.preview(sheet(), language=language)


def _pack(hall: Hall, language: str) -> bytes:
    from congress_desk.plumbing.texts import words_for

    folder = hall.path.parent / f"pack-{language}"
    made = hall.archive.pack.make(folder, words_for(language))
    return (made.folder / "record-pack.pdf").read_bytes()
