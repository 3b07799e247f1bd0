"""The key that signs the portal's cookies: on this computer, beside the face keys, never in the congress file."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from congress_desk.domain.refusals import Problem, Trouble

_BYTES = 32


def session_key(folder: Path, congress: str) -> bytes:
    """The same for every start of the portal, so that a restart logs nobody out. Trouble: CANNOT_WRITE."""
    path = folder / f"{congress}.portal"
    try:
        if not path.exists():
            _make(path)
        return path.read_bytes()
    except OSError as error:
        raise Trouble(Problem.CANNOT_WRITE, path=str(path)) from error


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".portal-")  # readable by its owner alone
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(_BYTES))
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):  # another start was first; its key is the key
            os.link(draft, path)
    finally:
        draft.unlink(missing_ok=True)
