"""The open-source OMRChecker on votes of ours; it is not part of the project and is only used where it lies."""

from __future__ import annotations

from pathlib import Path


def omr_on(folder: str) -> str:
    """One line for the benchmark."""
    if not folder or not (Path(folder) / "main.py").exists():
        return "OMRChecker: not there; name its folder with --omr to have it beside ours"
    return f"OMRChecker: in {folder}"
