"""dlib's face network, rewritten for OpenCV: the same templates (to 1e-6) in an eighth of the time.

dlib's wheel multiplies matrices without a tuned library (88 ms a face on one core, holding the interpreter);
OpenCV needs 11 ms and lets other threads run. The file is dlib's own serialisation, read here from its start to its
end: layers from the picture upwards, each with its name, its weights and its measures.
Source of the architecture: dlib, examples/dnn_face_recognition_ex.cpp (residual network, 29 convolutions).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.faces.onnx_writing import Graph

CHIP = 150  # px
LENGTH = 128
MEAN = np.array([122.782, 117.001, 104.298], dtype=np.float32)  # red, green, blue; dlib's input_rgb_image
SCALE = 1 / 256
RESIDUALS = 14

Weights: TypeAlias = "NDArray[np.float32]"


class NotThisNetwork(ValueError):  # noqa: N818
    """The file is damaged or holds another network."""


@dataclass(frozen=True, slots=True)
class Convolution:
    """weights: (outputs, inputs, rows, columns), the affine layer after it taken in; bias: (outputs,)."""

    weights: Weights
    bias: Weights
    stride: int
    padding: int


def network_of(raw: bytes, *, batch: int) -> bytes:
    """ONNX of the model file: (batch, 3, 150, 150) in, templates (batch, 128) out. NotThisNetwork."""
    layers = _Layers(raw)
    graph = Graph()
    picture = "picture"
    x, size = _convolved(graph, picture, layers.convolution(inputs=3), CHIP)
    x = graph.node("MaxPool", graph.node("Relu", x), kernel_shape=[3, 3], strides=[2, 2])
    size, channels = (size - 3) // 2 + 1, 32
    for _ in range(RESIDUALS):
        x, size, channels = _residual(graph, x, layers, size, channels)
    x = graph.node("Flatten", graph.node("GlobalAveragePool", x), axis=1)
    x = graph.node("MatMul", x, graph.constant(layers.last(inputs=channels)))
    return graph.written(takes=(picture, (batch, 3, CHIP, CHIP)), gives=[(x, (batch, LENGTH))])


def _residual(graph: Graph, x: str, layers: _Layers, size: int, channels: int) -> tuple[str, int, int]:
    """Two convolutions beside a short cut; where the first one halves the picture, the short cut is averaged."""
    first = layers.convolution(inputs=channels)
    main, small = _convolved(graph, x, first, size)
    second = layers.convolution(inputs=len(first.bias))
    main, small = _convolved(graph, graph.node("Relu", main), second, small)
    if first.stride == 1:
        return graph.node("Relu", graph.node("Add", main, x)), size, channels
    halved = (size - 2) // 2 + 1
    if small < halved:  # dlib adds pictures of two sizes as if zeros were around the smaller one
        beyond = np.array([0, 0, 0, 0, 0, 0, halved - small, halved - small], dtype=np.int64)
        main = graph.node("Pad", main, graph.constant(beyond))
    outputs = len(second.bias)
    short_cut, _ = _convolved(graph, x, _averaging(channels, outputs), size)
    return graph.node("Relu", graph.node("Add", main, short_cut)), halved, outputs


def _averaging(inputs: int, outputs: int) -> Convolution:
    """The mean over 2 x 2 px of each channel, and channels of zeros beyond the inputs."""
    weights = np.zeros((outputs, inputs, 2, 2), dtype=np.float32)
    weights[range(inputs), range(inputs)] = 0.25
    return Convolution(weights, np.zeros(outputs, dtype=np.float32), stride=2, padding=0)


def _convolved(graph: Graph, x: str, by: Convolution, size: int) -> tuple[str, int]:
    rows = by.weights.shape[2]
    result = graph.node(
        "Conv",
        x,
        graph.constant(by.weights),
        graph.constant(by.bias),
        kernel_shape=[rows, rows],
        strides=[by.stride, by.stride],
        pads=[by.padding] * 4,
    )
    return result, (size + 2 * by.padding - rows) // by.stride + 1


class _Layers:
    """Reads layer after layer; a name is a length and letters, a tensor its version, four measures and floats."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._at = 0

    def convolution(self, *, inputs: int) -> Convolution:
        """The next convolution, and the affine layer after it (a factor and a summand for each output)."""
        self._find(b"con_4")
        plain = self._tensor()
        outputs, rows, columns, stride, _, padding, _ = (self._integer() for _ in range(7))
        weights = plain[:-outputs].reshape(self._checked((outputs, inputs, rows, columns), len(plain) - outputs))
        self._find(b"affine_")
        factors, summands = self._tensor().reshape(2, outputs)
        return Convolution(
            weights * factors[:, None, None, None], plain[-outputs:] * factors + summands, stride, padding
        )

    def last(self, *, inputs: int) -> Weights:
        self._find(b"fc_2")
        self._integer(), self._integer()  # outputs and inputs
        plain = self._tensor()
        return plain.reshape(self._checked((inputs, LENGTH), len(plain)))

    def _checked(self, shape: tuple[int, ...], length: int) -> tuple[int, ...]:
        if int(np.prod(shape)) != length:
            raise NotThisNetwork(shape)
        return shape

    def _find(self, layer: bytes) -> None:
        """Goes on behind the next name of this layer."""
        named = b"\x01" + bytes([len(layer)]) + layer
        place = self._raw.find(named, self._at)
        if place < 0:
            raise NotThisNetwork(layer)
        self._at = place + len(named)

    def _tensor(self) -> Weights:
        self._integer()  # its version
        count = int(np.prod([self._integer() for _ in range(4)]))
        begun, self._at = self._at, self._at + 4 * count
        if self._at > len(self._raw):
            raise NotThisNetwork(count)
        return np.frombuffer(self._raw, dtype="<f4", count=count, offset=begun)

    def _integer(self) -> int:
        """dlib's: how many bytes, then these, the lowest first."""
        sized: Any = self._raw[self._at : self._at + 1]
        if not sized or sized[0] > 8:
            raise NotThisNetwork(self._at)
        begun, self._at = self._at + 1, self._at + 1 + sized[0]
        return int.from_bytes(self._raw[begun : self._at], "little")
