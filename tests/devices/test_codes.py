"""zxing-cpp under the contract."""

from __future__ import annotations

import pytest

from congress_desk.devices.cards.zxing import QR_ONLY, ZxingCodeReader
from congress_desk.services.ports.cards import CodeReader
from tests.contracts.codes_contract import CodesContract, symbol


class TestZxingCodeReader(CodesContract):
    @pytest.fixture
    def reader(self) -> CodeReader:
        return ZxingCodeReader()


def test_the_quick_reader_looks_for_qr_only() -> None:
    assert list(ZxingCodeReader(QR_ONLY).codes(symbol("QRCode", "Đào"))) == ["Đào"]
    assert list(ZxingCodeReader(QR_ONLY).codes(symbol("Code128", "CARD-0042"))) == []
