"""The QR symbols of a ballot's picture: looked for where the square marks say, then everywhere.

A second symbol anywhere would be a second sheet; two sheets in one picture show themselves by their square marks too,
so the quick look at one place is enough where six marks were seen once each.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from congress_desk.devices.ballots.finding import Fiducials
from congress_desk.devices.ballots.normalising import Grey
from congress_desk.domain.ballot_layout import FIDUCIAL_SIDE, INSET

_UPPER_RIGHT = 1
_REACH = INSET + FIDUCIAL_SIDE + 3.0 + 30.0  # mm from the mark's corner to past the symbol, the larger paper's
_LONGEST = 2600  # px: a larger picture is halved for the search everywhere


def codes_in(grey: Grey, fiducials: Fiducials) -> Sequence[str]:
    """Texts of all symbols; one where the quick look found it."""
    import zxingcpp

    if len(fiducials.corners) == 6 and not fiducials.several:
        near = _near(grey, fiducials)
        found = zxingcpp.read_barcodes(near, formats=zxingcpp.BarcodeFormat.QRCode, try_downscale=False)
        texts = [symbol.text for symbol in found if symbol.valid]
        if texts:
            return texts
    if max(grey.shape) > _LONGEST:
        grey = np.ascontiguousarray(grey[::2, ::2])
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormat.QRCode)
    return [symbol.text for symbol in found if symbol.valid]


def _near(grey: Grey, fiducials: Fiducials) -> Grey:
    """A square around the upper right mark, large enough for the symbol beside it however the page is turned."""
    corners = fiducials.corners[_UPPER_RIGHT]
    per_mm = float(np.linalg.norm(corners[1] - corners[0])) / FIDUCIAL_SIDE
    x, y = corners.mean(axis=0)
    reach = _REACH * per_mm
    top, left = max(0, int(y - reach)), max(0, int(x - reach))
    return np.ascontiguousarray(grey[top : int(y + reach), left : int(x + reach)])
