"""Child processes for tests: each a process of its own, at work within milliseconds."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import BaseContext
from typing import Any

LOADED_ONCE = ["tests.storage.crowded", "tests.stories.streaming", "tests.stories.typing"]


@contextmanager
def quick_children() -> Iterator[BaseContext]:
    """A context whose children come from a fork server that has loaded the program already.

    WORKAROUND https://github.com/python/cpython/issues/126631: pytest's own main is hidden meanwhile, or every
    child would import it anew (0.2 s).
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        yield multiprocessing.get_context("spawn")
        return
    main = vars(sys.modules["__main__"])
    hidden: dict[str, Any] = {name: main[name] for name in ("__file__", "__spec__") if name in main}
    main.pop("__file__", None)
    main["__spec__"] = None
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(LOADED_ONCE)
    try:
        yield context
    finally:
        main.update(hidden)
