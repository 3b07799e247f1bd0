"""Ballots filled in by drawn voters and scanned, for an election of the real services."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from congress_desk.domain.ballots import CandidateId
from congress_desk.domain.elections import Candidate, Election, Round
from congress_desk.services.elections import NewElection
from tests.ballots.scans import A_SCANNER
from tests.ballots.sheets import a_sheet
from tests.builders import Hall

NAMES = ("Phạm An", "Lê Thị Ánh", "Đỗ Bình", "Trần Văn Đức", "Vũ Minh Hà")


def candidates(names: Sequence[str] = NAMES) -> tuple[Candidate, ...]:
    return tuple(Candidate(id=CandidateId(""), name=name) for name in names)


def an_election(hall: Hall, *, seats: int = 4, names: Sequence[str] = NAMES, **more: object) -> Election:
    new = NewElection(title="Bầu Ban Chấp hành", seats=seats, candidates=candidates(names), **more)  # type: ignore[arg-type]
    return hall.voting.elections.create(new)


def printed(hall: Hall, one: Round, copies: int) -> None:
    ballots = hall.voting.ballots
    ballots.print_ballots(one.id, ballots.form(one.id), copies)


def issued(hall: Hall, one: Round, count: int) -> None:
    hall.voting.ballots.issue(one.id, count)
    hall.voting.ballots.collect(one.id, count)


def scans(hall: Hall, one: Round, folder: Path, count: int, *, first: int = 0, spoiled: bool = False) -> list[Path]:
    """JPEG files of the round's own ballots; seeds from `first` on."""
    form = hall.voting.ballots.form(one.id)
    folder.mkdir(exist_ok=True)
    paths = []
    for seed in range(first, first + count):
        path = folder / f"scan-{seed:04}.jpg"
        path.write_bytes(a_sheet(form, seed, A_SCANNER, spoiled=spoiled).shot.jpeg)
        paths.append(path)
    return paths
