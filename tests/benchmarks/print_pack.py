"""One record pack, measured in a process of its own: `python -m tests.benchmarks.print_pack [FILE]`; tells JSON.

The desk makes it in one process more: seconds are from the desk's call to its answer, CPU is of both, memory is that
of the larger.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

_BOTH = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("CONGRESS_DESK_CONFIG_DIR", folder)
        print(json.dumps(_measured(Path(folder), Path(sys.argv[1]) if len(sys.argv) > 1 else None)))


def _measured(folder: Path, file: Path | None) -> dict[str, float]:
    from congress_desk.building import create_rehearsal, open_desk
    from congress_desk.plumbing.texts import words_for

    desk = open_desk(file) if file else create_rehearsal(folder / "rehearsal.congress")
    people = len(desk.registry.delegates())
    start, used = time.perf_counter(), _cpu()
    made = desk.archive.pack.make(folder / "pack", words_for("vi"))
    seconds, cpu = time.perf_counter() - start, _cpu() - used
    desk.close()
    return {
        "people": people,
        "seconds": seconds,
        "cpu": cpu,
        "records": len(made.packed),
        "pages": made.pages,
        "megabytes": max(resource.getrusage(who).ru_maxrss for who in _BOTH) / 1024,
    }


def _cpu() -> float:
    """Seconds, of this process and of those it has waited for."""
    used = [resource.getrusage(who) for who in _BOTH]
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    main()
