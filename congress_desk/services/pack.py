"""The record pack: every record of the congress as a folder and as one bound PDF, with its data and their hashes.

It is made beside its place and moved there only when it is whole; stopped, or with the disk full, nothing is left.
"""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import replace
from pathlib import Path

from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing.texts import Words
from congress_desk.services.floor import Floor
from congress_desk.services.ports.packing import PackMade, Press, Progress

_MAKING = ".making"


class PackService:
    def __init__(self, floor: Floor, press: Press) -> None:
        self._floor = floor
        self._press = press

    def make(
        self,
        folder: Path,
        say: Words,
        progress: Progress = lambda _made, _of: True,
    ) -> PackMade:
        """A new folder with everything. say: the papers' language.

        Refusal: PACK_STOPPED. Trouble: FILE_EXISTS, CANNOT_WRITE, DISK_FULL, NO_FONT_FOR, PACK_BROKEN_OFF.
        """
        if folder.exists():
            raise Trouble(Problem.FILE_EXISTS, path=str(folder))
        making = folder.with_name(folder.name + _MAKING)
        try:
            shutil.rmtree(making, ignore_errors=True)
            making.mkdir()
            made = self._press.press(making, say.language.value, progress)
            os.replace(making, folder)
        except OSError as error:
            raise _trouble(error, folder) from error
        finally:
            shutil.rmtree(making, ignore_errors=True)
        self._note(made, say)
        return replace(made, folder=folder)

    def _note(self, made: PackMade, say: Words) -> None:
        body = {"records": len(made.packed), "language": say.language.value, "manifest": made.manifest}
        self._floor.note(Kind.PACK_MADE, body=body)


def _trouble(error: OSError, folder: Path) -> Trouble:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Trouble(Problem.DISK_FULL)
    return Trouble(Problem.CANNOT_WRITE, path=str(folder))
