"""python -m congress_desk, and the command congress-desk."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> int:
    multiprocessing.freeze_support()
    from congress_desk import bootstrap

    return bootstrap.main()


if __name__ == "__main__":
    sys.exit(main())
