"""Bytes kept beside the congress file, named by their SHA-256."""

from __future__ import annotations

import errno
import hashlib

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.documents import DocumentFiles


def kept(files: DocumentFiles, raw: bytes) -> str:
    """Its SHA-256; whole or not at all. Trouble: CANNOT_WRITE, DISK_FULL."""
    name = hashlib.sha256(raw).hexdigest()
    if files.is_sound(name):
        return name
    draft = files.made(f"{name}.draft")
    try:
        draft.write_bytes(raw)
        files.take_in(draft)
    except OSError as error:
        problem = Problem.DISK_FULL if error.errno in (errno.ENOSPC, errno.EDQUOT) else Problem.CANNOT_WRITE
        raise Trouble(problem, path=str(draft)) from error
    finally:
        if draft.exists():  # where nothing may be written, removing nothing fails too
            draft.unlink()
    return name
