"""Every printed page as a picture: `python -m tests.paper_gallery --out DIR [--only count-record,ar]`.

One file a page, in Vietnamese, English and Arabic, of a congress whose day is over (played_day.py): the papers'
part of the gallery, whose screens are made by `python -m congress_desk.ui.gallery`.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2

from congress_desk.plumbing.texts import Language
from tests.builders import Hall
from tests.played_day import a_played_day
from tests.played_papers import papers

DOTS_PER_INCH = 100


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.paper_gallery", description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", default="", help="parts of the file name, with commas: count-record,ar")
    parser.add_argument("--pages", type=int, default=8, help="so many of a long paper, and its last one")
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CONGRESS_DESK_CONFIG_DIR"] = folder
        hall = a_played_day(Path(folder))
        hang(hall, chosen.out, chosen.only, chosen.pages)
        hall.store.close()
    return 0


def hang(hall: Hall, folder: Path, only: str = "", most: int = 8) -> None:
    """All papers, or those whose file name holds every part of `only`."""
    wanted = [part for part in only.split(",") if part]
    for name, paper in papers(hall).items():
        for language in Language:
            if all(f"-{part}-" in f"-{name}-{language.value}-" for part in wanted):
                _write(folder, f"{name}-{language.value}", paper(language.value), most)


def _write(folder: Path, name: str, pdf: bytes, most: int) -> None:
    (folder / f"{name}.pdf").write_bytes(pdf)
    document = pypdfium2.PdfDocument(pdf)
    for page in _shown(len(document), most):
        picture = document[page].render(scale=DOTS_PER_INCH / 72).to_pil()
        picture.save(folder / f"{name}-{page + 1:02}.png")
    document.close()


def _shown(count: int, most: int) -> Iterator[int]:
    yield from range(min(count, most))
    if count > most:
        yield count - 1


if __name__ == "__main__":
    raise SystemExit(main())
