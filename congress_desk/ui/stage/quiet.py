"""Keeps two words of the clip player's drivers from the log: how they looked for hardware that is not needed.

They come without a category, so that no filter rule finds them; every other message of Qt goes on as before.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QLoggingCategory, QtMsgType, qInstallMessageHandler

_RULES = "qt.multimedia.*=false"
_NOISE = ("PulseAudioService: ", "QRhi* {anonymous}::ThreadLocalRhiHolder", "No RHI backend")


def quieten_clips() -> None:
    """From the first clip on."""
    QLoggingCategory.setFilterRules(_RULES)
    before: Any = qInstallMessageHandler(None)

    def pass_on(kind: QtMsgType, context: Any, message: str) -> None:
        if message.startswith(_NOISE):
            return
        if before is not None:
            before(kind, context, message)
        else:
            sys.stderr.write(f"{message}\n")

    qInstallMessageHandler(pass_on)
