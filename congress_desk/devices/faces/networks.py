"""Networks that OpenCV runs: on one core, other threads running meanwhile."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.opencv import opencv

Numbers: TypeAlias = "NDArray[np.float32]"


class NetworkUnusable(ValueError):  # noqa: N818
    """OpenCV cannot read or run the file."""


class Network:
    """An ONNX file with one input and one result. One network belongs to one thread."""

    def __init__(self, onnx: bytes) -> None:
        """NetworkUnusable."""
        cv2 = opencv()
        self._error: Any = cv2.error
        try:
            self._net = cv2.dnn.readNetFromONNX(np.frombuffer(onnx, dtype=np.uint8))
        except cv2.error as why:
            raise NetworkUnusable from why

    def __call__(self, pictures: Numbers) -> Numbers:
        """pictures: (k, 3, rows, columns). NetworkUnusable."""
        try:
            self._net.setInput(np.ascontiguousarray(pictures))
            result: Numbers = self._net.forward()
        except self._error as why:
            raise NetworkUnusable from why
        return result


def with_mirror_image(chip: NDArray[np.uint8]) -> Numbers:
    """(rows, columns, 3) -> (2, 3, rows, columns): the chip and its mirror image, as networks take them."""
    return np.stack([chip, chip[:, ::-1]]).astype(np.float32).transpose(0, 3, 1, 2)
