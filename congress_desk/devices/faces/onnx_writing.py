"""A network written down as an ONNX file, in memory: what OpenCV needs to run it, and no more.

ONNX is a protocol buffer (onnx.proto3 of version 1.16, opset 13): fields of numbers and lengths, nested. The package
`onnx` would bring 30 MB for these lines.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

IR_VERSION = 8
OPSET = 13
FLOAT, INT64 = 1, 7  # TensorProto.DataType
ATTRIBUTE_FLOAT, ATTRIBUTE_INT, ATTRIBUTE_INTS = 1, 2, 7  # AttributeProto.AttributeType

Shape = Sequence[int]


class Graph:
    """A network under construction: each act adds one node and gives the name of its result."""

    def __init__(self) -> None:
        self._nodes: list[bytes] = []
        self._constants: list[tuple[bytes, NDArray[Any]]] = []

    def constant(self, values: NDArray[Any]) -> str:
        """Weights (float32) or shapes (int64)."""
        name = f"c{len(self._constants)}"
        kind, plain = (INT64, "<i8") if values.dtype == np.int64 else (FLOAT, "<f4")
        raw = np.ascontiguousarray(values, dtype=plain)
        dims = b"".join(_number(1, size) for size in values.shape)
        self._constants.append((dims + _number(2, kind) + _text(8, name) + _announced(9, raw.nbytes), raw))
        return name

    def node(self, operator: str, *inputs: str, to: str = "", **attributes: float | Sequence[int]) -> str:
        """One operator of ONNX on named results; `to` names its own."""
        name = to or f"n{len(self._nodes)}"
        taken = b"".join(_text(1, one) for one in inputs)
        given = b"".join(_bytes(5, _attribute(key, value)) for key, value in attributes.items())
        self._nodes.append(taken + _text(2, name) + _text(3, name) + _text(4, operator) + given)
        return name

    def written(self, *, takes: tuple[str, Shape], gives: Iterable[tuple[str, Shape]]) -> bytes:
        """The whole file; `takes` and `gives` are names and shapes of float32 arrays."""
        graph: list[bytes | memoryview] = [_bytes(1, node) for node in self._nodes]
        graph.append(_text(2, "network"))
        for about, raw in self._constants:
            graph += [_announced(5, len(about) + raw.nbytes), about, raw.reshape(-1).data.cast("B")]
        graph += [_bytes(11, _value(*takes)), *(_bytes(12, _value(*one)) for one in gives)]
        length = sum(len(part) for part in graph)
        opset = _bytes(8, _text(1, "") + _number(2, OPSET))
        return b"".join([_number(1, IR_VERSION), opset, _announced(7, length), *graph])


def _attribute(key: str, value: float | Sequence[int]) -> bytes:
    if isinstance(value, int):
        return _text(1, key) + _number(3, value) + _number(20, ATTRIBUTE_INT)
    if isinstance(value, float):
        return _text(1, key) + b"\x15" + struct.pack("<f", value) + _number(20, ATTRIBUTE_FLOAT)
    return _text(1, key) + b"".join(_number(8, one) for one in value) + _number(20, ATTRIBUTE_INTS)


def _value(name: str, shape: Shape) -> bytes:
    dims = b"".join(_bytes(1, _number(1, size)) for size in shape)
    return _text(1, name) + _bytes(2, _bytes(1, _number(1, FLOAT) + _bytes(2, dims)))


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode())


def _bytes(field: int, value: bytes) -> bytes:
    return _announced(field, len(value)) + value


def _announced(field: int, length: int) -> bytes:
    """What stands before `length` bytes."""
    return _varint(field << 3 | 2) + _varint(length)


def _varint(value: int) -> bytes:
    written = bytearray()
    while value > 0x7F:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*written, value])
