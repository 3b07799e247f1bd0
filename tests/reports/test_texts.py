"""The paper's words are complete in every language, with the same places to fill."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import congress_desk.reports
from congress_desk.domain.delegates import Category
from congress_desk.plumbing.texts import words_for
from congress_desk.reports.wording import CATEGORIES, SHORT_CATEGORIES, Say

FOLDER = Path(congress_desk.reports.__path__[0])
PLACE = re.compile(r"\{\w+\}")


def _messages() -> set[str]:
    found = set()
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in ("say", "marked") and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and re.search(r"\w", PLACE.sub("", str(first.value))):
                    found.add(str(first.value))  # a bare "{title} ({level})" has nothing to translate
    return found


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


@pytest.mark.parametrize("language", ["vi", "ar"])
def test_every_sentence_is_translated_with_its_places(language: str) -> None:
    words = words_for(language)
    messages = _messages()
    assert len(messages) > 100
    assert [m for m in messages if not words.knows(m)] == []
    assert [m for m in messages if sorted(PLACE.findall(m)) != sorted(PLACE.findall(words(m)))] == []


@pytest.mark.parametrize("language", ["vi", "ar"])
def test_no_english_is_left_over(language: str) -> None:
    same = {m for m in _messages() if words_for(language)(m) == m and re.search("[A-Za-z]{2}", PLACE.sub("", m))}
    assert same == set()


def test_every_category_has_both_its_names() -> None:
    assert set(CATEGORIES) == set(SHORT_CATEGORIES) == set(Category)


@pytest.mark.parametrize(
    ("count", "base", "vietnamese", "english"),
    [
        (168, 177, "94,92 %", "94.92 %"),
        (27, 106, "25,47 %", "25.47 %"),
        (222, 1587, "13,99 %", "13.99 %"),
        (1, 800, "0,13 %", "0.13 %"),
        (445, 445, "100,00 %", "100.00 %"),
        (0, 0, "-", "-"),
    ],
)
def test_share_has_two_decimals_with_halves_up(count: int, base: int, vietnamese: str, english: str) -> None:
    assert Say(words_for("vi")).share(count, base) == vietnamese
    assert Say(words_for("en")).share(count, base) == english
    assert english in Say(words_for("ar")).share(count, base)


def test_paper_costs_nothing_until_it_is_wanted() -> None:
    look = "import sys, congress_desk.reports.forms; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & {"reportlab", "uharfbuzz", "numpy", "PIL", "qrcode", "zxingcpp", "pypdfium2"}
