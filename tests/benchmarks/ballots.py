"""What reading ballots is worth: python -m tests.benchmarks.ballots [--sheets 3000] [--others 300] [--spoiled 500]
[--seed N] [--omr FOLDER [--omr-sheets 150] [--omr-only]] [--crew-only] [--form columns|strike]

For each form (columns, strikes) sheets drawn by the project's own generator, from seeds that nobody tuned on: natural
ones by scanner, bad scanner, webcam and phone, and sheets spoiled on purpose. "Unseen wrong" is a sheet that passed
as read though a row is wrong or a person had to see it. Then twins without serials, a thousand sheets on all cores
(alone with --crew-only), and, where its folder is named, the open-source OMRChecker on the same votes (alone with
--omr-only).
"""

from __future__ import annotations

import argparse
import io
import os
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from congress_desk.devices.ballots.crew import BallotCrew
from congress_desk.devices.ballots.files import unpacked
from congress_desk.devices.ballots.printed import PrintedPage, printed_pages
from congress_desk.devices.ballots.reading import Origin, sheet_read
from congress_desk.devices.ballots.twins import twins_among
from congress_desk.domain.ballot_forms import BallotKind, SheetReading, SheetStatus
from tests.ballots.omr import omr_on
from tests.ballots.scans import A_PHONE, A_SCANNER, A_WEBCAM, BAD_SCANNER, Profile, shot_of
from tests.ballots.sheets import Sheet, a_form, a_sheet, filled_in, printed

SEED = 2_000_000  # thresholds were tuned on seeds below 20,000
OTHERS = (A_PHONE, A_WEBCAM, BAD_SCANNER)
SHOWN = 12
AGAIN = 60  # sheets scanned twice
CREW_SHEETS = 1_000
SPOILED_FROM = 500_000


@dataclass(slots=True)
class Tally:
    sheets: int = 0
    read: int = 0
    asked: int = 0
    refused: int = 0
    unseen_wrong: int = 0
    seconds: float = 0.0
    why: Counter[str] = field(default_factory=Counter)
    shown: list[str] = field(default_factory=list)

    def take(self, seed: int, sheet: Sheet, reading: SheetReading) -> None:
        self.sheets += 1
        if reading.status is SheetStatus.REFUSED:
            self.refused += 1
            self.why[str(reading.reason)] += 1
        elif reading.status is SheetStatus.ASK:
            self.asked += 1
            self.why.update(str(doubt) for doubt in reading.all_doubts)
        else:
            self.read += 1
            self._prove(seed, sheet, reading)

    def _prove(self, seed: int, sheet: Sheet, reading: SheetReading) -> None:
        wrong = [row for row in reading.rows if row.mark is not sheet.truth.meant[row.row]]
        must_ask = sheet.truth.must_ask and (sheet.shot.coloured or not sheet.truth.only_colour)
        if wrong or must_ask:
            self.unseen_wrong += 1
            rows = ", ".join(f"{row.row}: {row.mark} for {sheet.truth.meant[row.row]}" for row in wrong[:3])
            self.shown.append(f"seed {seed} {sheet.truth.spoiled} {rows}")


@dataclass(slots=True)
class Cell:
    """One line of the table."""

    kind: BallotKind
    profile: Profile
    count: int
    spoiled: bool
    tally: Tally = field(default_factory=Tally)


@dataclass(frozen=True, slots=True)
class Kept:
    seed: int
    jpeg: bytes
    reading: SheetReading


def main() -> None:
    asked = _arguments()
    kinds = [kind for kind in BallotKind if asked.form in ("", kind.name.lower())]
    if asked.crew_only:
        for kind in kinds:
            a_thousand(kind, list(drawn(kind, asked.seed)))
    elif asked.omr_only:
        tell(omr_on(asked.omr, asked.omr_sheets))
    else:
        all_of_it(kinds, asked)


def all_of_it(kinds: Sequence[BallotKind], asked: argparse.Namespace) -> None:
    cells = [cell for kind in kinds for cell in _cells(kind, asked)]
    kept: dict[BallotKind, list[Kept]] = {kind: [] for kind in kinds}
    for part in range(asked.skip, asked.parts):
        for cell in cells:
            some = range(cell.count * part // asked.parts, cell.count * (part + 1) // asked.parts)
            run(cell, some, kept[cell.kind], asked.seed)
        tell(f"part {part + 1} of {asked.parts}, seed {asked.seed}")
        tell(f"{'form, profile':<28}{'sheets':>8}{'unseen wrong':>14}{'asked':>9}{'refused':>9}{'CPU ms':>9}")
        for cell in cells:
            report(cell)
    for kind in kinds:
        twice(kind, kept[kind])
        a_thousand(kind, [one.jpeg for one in kept[kind]])
    tell(omr_on(asked.omr, asked.omr_sheets))


def _cells(kind: BallotKind, asked: argparse.Namespace) -> Iterator[Cell]:
    yield Cell(kind, A_SCANNER, asked.sheets, spoiled=False)
    for profile in OTHERS:
        yield Cell(kind, profile, asked.others, spoiled=False)
    yield Cell(kind, A_SCANNER, asked.spoiled, spoiled=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Benchmark of ballot reading.")
    parser.add_argument("--sheets", type=int, default=3000, help="natural scanned sheets a form")
    parser.add_argument("--others", type=int, default=300, help="natural sheets of each other device")
    parser.add_argument("--seed", type=int, default=SEED, help="of the first sheet: one that nobody tuned on")
    parser.add_argument("--spoiled", type=int, default=500, help="sheets spoiled on purpose a form")
    parser.add_argument("--parts", type=int, default=20, help="the table is told after each")
    parser.add_argument("--skip", type=int, default=0, help="parts that another run has done")
    parser.add_argument("--form", default="", choices=["", "columns", "strike"], help="only this one")
    parser.add_argument("--crew-only", action="store_true", help="only a thousand sheets on all cores")
    parser.add_argument("--omr", default="", help="a folder with OMRChecker, to put beside ours")
    parser.add_argument("--omr-sheets", type=int, default=32, help="half of them spoiled on purpose")
    parser.add_argument("--omr-only", action="store_true", help="only OMRChecker beside ours")
    return parser.parse_args()


def run(cell: Cell, some: range, kept: list[Kept], seed_from: int) -> None:
    form = a_form(cell.kind)
    pages = printed_pages(form, printed(form).pdf)
    first = seed_from + (SPOILED_FROM if cell.spoiled else 0)
    for seed in range(first + some.start, first + some.stop):
        sheet = a_sheet(form, seed, cell.profile, spoiled=cell.spoiled)
        reading, seconds = timed(sheet.shot.jpeg, pages)
        cell.tally.seconds += seconds
        cell.tally.take(seed, sheet, reading)
        if cell.profile is A_SCANNER and not cell.spoiled and len(kept) < CREW_SHEETS:
            kept.append(Kept(seed, sheet.shot.jpeg, reading))


def timed(jpeg: bytes, pages: Sequence[PrintedPage]) -> tuple[SheetReading, float]:
    begun = time.process_time()
    seen = sheet_read(unpacked(jpeg), Origin("benchmark", 0), pages)
    return seen.reading, time.process_time() - begun


def report(cell: Cell) -> None:
    tally = cell.tally
    name = f"{cell.profile.name}{', spoiled' if cell.spoiled else ''}"
    label = ("strikes" if cell.kind is BallotKind.STRIKE else "columns") + ", " + name
    share = 100 * tally.asked / max(1, tally.sheets)
    cost = 1000 * tally.seconds / max(1, tally.sheets)
    tell(
        f"{label:<28}{tally.sheets:>8}{tally.unseen_wrong:>14}{share:>8.2f}%{tally.refused:>9}{cost:>9.0f}"
        f"   {', '.join(f'{why} {count}' for why, count in tally.why.most_common(5))}"
    )
    for line in tally.shown[:SHOWN]:
        tell(f"    wrong: {line}")


def twice(kind: BallotKind, kept: Sequence[Kept]) -> None:
    """Some sheets scanned a second time: turned, shifted, packed differently, and found among all by their ink."""
    form = a_form(kind)
    pages = printed_pages(form, printed(form).pdf)
    readings = [one.reading for one in kept]
    for place, one in enumerate(kept[:AGAIN]):
        page, _ = filled_in(form, one.seed)
        shot = shot_of(page, A_SCANNER, np.random.default_rng([place, 99]))
        readings.append(timed(shot.jpeg, pages)[0])
    begun = time.perf_counter()
    found = {(pair.first, pair.second): pair.likeness for pair in twins_among(readings)}
    seconds = time.perf_counter() - begun
    meant = {(place, len(kept) + place) for place in range(min(AGAIN, len(kept)))}
    right, wrong = [found[pair] for pair in meant if pair in found], len(set(found) - meant)
    tell(
        f"twins, {kind.name.lower()}: {len(right)} of {len(meant)} found among {len(readings)}, {wrong} others taken"
        f" for twins; least likeness {min(right, default=0):.3f}; {seconds:.1f} s"
    )


def drawn(kind: BallotKind, seed: int) -> Iterator[bytes]:
    """As many natural scans as the crew gets."""
    form = a_form(kind)
    return (a_sheet(form, number, A_SCANNER).shot.jpeg for number in range(seed, seed + CREW_SHEETS))


def a_thousand(kind: BallotKind, jpegs: Sequence[bytes]) -> None:
    """As a scanner delivers them: one PDF of pictures, read by all cores."""
    from PIL import Image

    form = printed(a_form(kind))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scan.pdf"
        first, *rest = (Image.open(io.BytesIO(jpeg)) for jpeg in jpegs)
        first.save(path, save_all=True, append_images=rest, resolution=200)
        begun, spent = time.perf_counter(), _spent()
        count = sum(1 for _ in BallotCrew().sheets([path], [form], progress=_tell_progress))
        seconds, cpu = time.perf_counter() - begun, _spent() - spent
    tell(
        f"all cores ({os.cpu_count()}), {kind.name.lower()}: {count} sheets in {seconds:.1f} s,"
        f" {count / seconds:.1f} a second;"
        f" CPU {cpu:.1f} s, {1000 * cpu / count:.0f} ms a sheet, {count / cpu:.1f} a second and core"
    )


def _spent() -> float:
    """CPU seconds of this process and of those that it had and that ended."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def _tell_progress(read: int, count: int) -> None:
    if read % 100 == 0:
        tell(f"    {read} of {count}")


def tell(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
