"""The one lock of PDFium: it may be entered by one thread only, whatever the document, whoever calls."""

from __future__ import annotations

import threading

ONE_AT_A_TIME = threading.Lock()
