"""Codes by zxing-cpp: the only reader tried that never garbled a Vietnamese name (stack.md).

QR codes take 5 ms of CPU in a 1280 x 720 frame, all kinds 30 ms: the live camera looks for QR in every picture
and for the rest twice a second.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from congress_desk.services.ports.faces import Picture

QR_ONLY = ("QRCode",)
ALL_KINDS = ("QRCode", "MicroQRCode", "RMQRCode", "DataMatrix", "Aztec", "PDF417", "Code128", "EAN13", "EAN8")
"""Bar codes without a check digit are left out: they are "found" in any fence."""


class ZxingCodeReader:
    """The port CodeReader; `kinds` are names of zxing-cpp."""

    def __init__(self, kinds: Sequence[str] = ALL_KINDS) -> None:
        self._kinds = tuple(kinds)

    def codes(self, picture: Picture) -> Sequence[str]:
        import zxingcpp

        kinds = [getattr(zxingcpp.BarcodeFormat, kind) for kind in self._kinds]
        symbols = zxingcpp.read_barcodes(picture, formats=kinds, text_mode=zxingcpp.TextMode.Plain)
        texts = [unicodedata.normalize("NFC", symbol.text) for symbol in symbols if symbol.valid]
        return list(dict.fromkeys(text for text in texts if text))
