"""Face models small enough for tests, written as real ONNX files that OpenCV really runs.

The embedding is a fixed random projection of a coarse chip: it tells drawn people apart, and nobody else. The
detector answers as a network of the YuNet type does, for one thing only: a square of pure magenta stands for the nose
of a drawn portrait, whose other parts lie where they lie in all of them.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from congress_desk.devices.faces.onnx_writing import Graph
from congress_desk.devices.faces.yunet_finder import PLACES
from tests.devices import drawn_face as draw

LENGTH = 64
COARSE = 14  # px a side of what is projected
STRIDES = (8, 16, 32)
SEEING = 16  # px of a cell of the searched picture, 32 of the frame
EYE_DISTANCE = 80  # px of the frame
EYES_OF_HEIGHT = 0.142  # eye distance of a drawn portrait, share of its height
NOSE = (0.502, 0.535)  # its nose, shares of width and height
PARTS = 0.5 + (PLACES - PLACES[2]) * (EYE_DISTANCE / 2 / SEEING / (PLACES[1] - PLACES[0])[0])
"""Eyes, nose, corners of the mouth as YuNet tells them: cells from the corner of the cell."""
BOX = [0.5, 0.6, math.log(2.0 * EYE_DISTANCE / 2 / SEEING), math.log(2.6 * EYE_DISTANCE / 2 / SEEING)]


def embedding(length: int = LENGTH, seed: int = 1) -> bytes:
    """(1, 3, 112, 112) in, (1, length) out; light and contrast make no difference."""
    graph = Graph()
    coarse = graph.node("AveragePool", "data", kernel_shape=[8, 8], strides=[8, 8])
    drawn = np.random.default_rng(seed).normal(size=(3, COARSE * COARSE, length)).astype(np.float32)
    weights = (drawn - drawn.mean(axis=1, keepdims=True)).reshape(-1, length)
    graph.node("MatMul", graph.node("Flatten", coarse, axis=1), graph.constant(weights), to="fc1")
    return graph.written(takes=("data", (1, 3, 112, 112)), gives=[("fc1", (1, length))])


def detector() -> bytes:
    """As YuNet: for each stride cls, obj, bbox and kps of all cells, row by row. Blue-green-red (1, 3, 640, 640) in,
    any other size as well. Only cells of 16 px see anything: pure magenta, in the middle of which the nose is."""
    graph = Graph()
    gives = []
    for stride in STRIDES:
        cells = (640 // stride) ** 2
        magenta = graph.node("Relu", _cellwise(graph, stride, [[0.5, -1, 0.5]] if stride == SEEING else [[0, 0, 0]]))
        certain = graph.node("Mul", magenta, graph.constant(np.array([1 / 255], dtype=np.float32)))
        for name, values in (("cls", certain), ("obj", certain)):
            gives.append((_by_cell(graph, values, 1, f"{name}_{stride}"), (1, cells, 1)))
        for name, numbers in (("bbox", BOX), ("kps", PARTS.reshape(-1).tolist())):
            same = _cellwise(graph, stride, [[0, 0, 0]] * len(numbers), numbers)
            gives.append((_by_cell(graph, same, len(numbers), f"{name}_{stride}"), (1, cells, len(numbers))))
    return graph.written(takes=("input", (1, 3, 640, 640)), gives=gives)


def marked_portrait(seed: int, cell: tuple[int, int], eye_distance: int = EYE_DISTANCE) -> Image.Image:
    """A frame of the camera with a drawn person whose nose is a magenta square in that cell: column and row."""
    side = 2 * SEEING  # the frame of 1280 px is searched at 640
    nose = (round((cell[0] + 0.5) * side), round((cell[1] + 0.5) * side))
    person = draw.portrait(seed, round(eye_distance / EYES_OF_HEIGHT))
    place = (round(nose[0] - NOSE[0] * person.width), round(nose[1] - NOSE[1] * person.height))
    whole = draw.frame((person, place))
    whole.paste((255, 0, 255), (cell[0] * side, cell[1] * side, (cell[0] + 1) * side, (cell[1] + 1) * side))
    return whole


def _cellwise(graph: Graph, stride: int, colours: list[list[float]], bias: Sequence[float] = ()) -> str:
    """For each cell a weighted sum of its mean blue, green and red, for each row of `colours`."""
    each = np.array(colours, dtype=np.float32)[:, :, None, None] / stride**2
    weights = np.broadcast_to(each, (len(colours), 3, stride, stride)).copy()
    summands = np.array(bias or [0.0] * len(colours), dtype=np.float32)
    size = [stride, stride]
    return graph.node(
        "Conv", "input", graph.constant(weights), graph.constant(summands), kernel_shape=size, strides=size
    )


def _by_cell(graph: Graph, values: str, count: int, to: str) -> str:
    """(1, count, rows, columns) -> (1, rows * columns, count)."""
    last = graph.node("Transpose", values, perm=[0, 2, 3, 1])
    return graph.node("Reshape", last, graph.constant(np.array([1, -1, count], dtype=np.int64)), to=to)


def supplied(folder: Path, *, about: Mapping[str, Any] | None = None, **files: bytes) -> Path:
    """A folder as a secretariat gets it. files: embedding, and perhaps detector; about: lines of [embedding]."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {"embedding": embedding()} | files
    lines = ['name = "Tiny"', 'licence = "CC0 1.0"', 'source = "made for tests"']
    for part, raw in made.items():
        (folder / f"{part}.onnx").write_bytes(raw)
        lines += [f"[{part}]", f'file = "{part}.onnx"', f'sha256 = "{hashlib.sha256(raw).hexdigest()}"']
        if part == "embedding":
            told = {"length": LENGTH} | dict(about or {})
            lines += [f"{key} = {value!r}".replace("'", '"') for key, value in told.items()]
    (folder / "models.toml").write_text("\n".join(lines), encoding="utf-8")
    return folder
