"""Every screen in every state: nothing clipped, everything named, every word in the user's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from congress_desk.plumbing.texts import words_for
from congress_desk.ui.gallery import Exhibit, exhibits, hung, hung_again, main, photographed
from congress_desk.ui.gallery_subjects import SCREENS, subjects
from congress_desk.ui.look import Look, look_for
from congress_desk.ui.theme import dress

LANGUAGES = ("vi", "en", "ar")
INTERACTIVE = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QPlainTextEdit)
COMPOSED = (QAbstractSpinBox, QComboBox, QLineEdit)
LATIN_WORD = re.compile(r"[A-Za-z]{4,}")


def in_language(language: str) -> list[Exhibit]:
    """Every state once, on the smallest screen."""
    return list(exhibits(f"{language},light,150"))


@pytest.fixture
def on_wall(qapp: QApplication) -> Iterator[OnWall]:
    """hung(exhibit), taken down again at once when the next one comes."""
    made = OnWall(qapp)
    yield made
    made.take_down()
    dress(qapp, look_for("en", "light"))


class OnWall:
    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._look: Look | None = None
        self._widget: QWidget | None = None
        self._shown: Exhibit | None = None

    def hang(self, exhibit: Exhibit) -> QWidget:
        before, self._shown = self._shown, exhibit
        if self._widget is not None and before is not None and _is_alike(before, exhibit):
            hung_again(self._widget, exhibit)
            return self._widget
        self.take_down()
        look = look_for(exhibit.language, exhibit.theme)
        if look != self._look:
            dress(self._app, look)
            self._look = look
        self._widget = hung(exhibit, look)
        return self._widget

    def take_down(self) -> None:
        if self._widget is not None:
            shiboken6.delete(self._widget)
            self._widget = None


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_clipped_or_nameless_or_left_in_english(on_wall: OnWall, language: str) -> None:
    english = english_words() if language != "en" else set()
    wrong: list[str] = []
    for exhibit in in_language(language):
        widget = on_wall.hang(exhibit)
        found = [*clipped(widget), *nameless(widget)]
        found += [f"English: {text}" for text in texts_of(widget) if text in english]
        if exhibit.subject.fills and widget.size() != SCREENS[150][0]:
            found.append(f"does not fit the screen: {widget.size()}")
        wrong += [f"{exhibit.file_name}: {one}" for one in found]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", ["vi", "ar"])
def test_every_text_of_the_screens_is_translated_with_its_places(language: str) -> None:
    say = words_for(language)
    for source in english_words():
        assert say.knows(source), source
        assert set(re.findall(r"{(\w+)}", say(source))) == set(re.findall(r"{(\w+)}", source)), source


def test_arabic_mirrors_the_window(on_wall: OnWall) -> None:
    widget = on_wall.hang(next(exhibits("checkin-welcome,ar,light,150")))
    assert widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
    answer, rooms = widget.findChild(QWidget, "Answer"), widget.findChild(QWidget, "Rooms")
    assert isinstance(answer, QWidget)
    assert isinstance(rooms, QWidget)
    assert rooms.mapTo(widget, rooms.rect().topLeft()).x() > answer.mapTo(widget, answer.rect().topLeft()).x()


def test_tab_reaches_every_control_of_the_check_in_room(on_wall: OnWall) -> None:
    widget = on_wall.hang(next(exhibits("checkin-welcome,en,light,150")))
    reached: set[QWidget] = set()
    one = widget.nextInFocusChain()
    while one is not None and one not in reached:
        reached.add(one)
        one = one.nextInFocusChain()
    wanted = [
        w
        for w in widget.findChildren(QWidget)
        if isinstance(w, (QAbstractButton, QComboBox, QLineEdit))
        and w.isVisible()
        and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(wanted) >= 8
    assert all(w in reached for w in wanted)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_ground_follows_the_theme_and_the_answer_has_its_colour(on_wall: OnWall, theme: str) -> None:
    widget = on_wall.hang(next(exhibits(f"checkin-welcome,vi,{theme},100")))
    image = photographed(widget, 1.0)
    assert image.pixelColor(600, 400) == look_for("vi", theme).tokens.colour("panel_ok")
    assert (image.pixelColor(1360, 730).lightness() > 128) == (theme == "light")


def test_the_program_writes_the_pictures_asked_for(qapp: QApplication, tmp_path: Path) -> None:
    assert main(["--out", str(tmp_path), "--only", "checkin-welcome,vi"]) == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert [name for name in names if name.startswith("checkin-welcome-vi")] == [
        "checkin-welcome-vi-dark-100.png",
        "checkin-welcome-vi-dark-150.png",
        "checkin-welcome-vi-light-100.png",
        "checkin-welcome-vi-light-150.png",
    ]
    assert all(path.stat().st_size > 20_000 for path in tmp_path.iterdir())


def test_every_room_has_its_named_samples() -> None:
    for subject in subjects():
        assert subject.samples, subject.name
        assert all(name == name.upper() for name in subject.samples)


def _is_alike(one: Exhibit, other: Exhibit) -> bool:
    """The same widget can show both, as it does in the program from state to state."""
    same = (one.subject.name, one.language, one.theme, one.scale)
    return same == (other.subject.name, other.language, other.theme, other.scale) and other.subject.again is not None


def clipped(widget: QWidget) -> list[str]:
    """Texts that do not fit where they stand, and were not made to be shortened."""
    found = []
    for one in widget.findChildren(QWidget):
        if not one.isVisibleTo(widget) or one.property("elides"):
            continue
        if isinstance(one, QLabel) and one.text() and one.pixmap().isNull():
            needs = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
            too_wide = not one.wordWrap() and one.sizeHint().width() > one.width()
            if too_wide or needs > one.height() or not _is_inside(one, widget) or _loses_tones(one):
                found.append(f"label {one.text()!r} {one.size()} needs {one.sizeHint()} {needs}")
        elif isinstance(one, QHeaderView) and one.orientation() is Qt.Orientation.Horizontal:
            found += [f"header {title!r}" for title in clipped_headers(one)]
        elif isinstance(one, QAbstractButton) and one.text() and one.minimumSizeHint().width() > one.width():
            found.append(f"button {one.text()!r} {one.size()} needs {one.minimumSizeHint()}")
    return found


def clipped_headers(header: QHeaderView) -> list[str]:
    """Titles of columns that are narrower than their title."""
    model = header.model()
    titles = (str(model.headerData(place, header.orientation())) for place in range(header.count()))
    shown = ((place, title) for place, title in enumerate(titles) if not header.isSectionHidden(place))
    room = [(title, header.sectionSize(place)) for place, title in shown]
    return [title for title, width in room if header.fontMetrics().horizontalAdvance(title) + 16 > width]


def _loses_tones(label: QLabel) -> bool:
    """The tones of Vietnamese capitals stand above what the font calls its ascent."""
    metrics, inside = label.fontMetrics(), label.contentsRect()
    text = metrics.elidedText(label.text(), Qt.TextElideMode.ElideRight, inside.width())
    lines = 1 if not label.wordWrap() else max(1, round(inside.height() / metrics.lineSpacing()))
    above = inside.y() + max(0, inside.height() - lines * metrics.lineSpacing()) / 2 + metrics.ascent()
    return -metrics.tightBoundingRect(text).top() > above + 1


def _is_inside(one: QWidget, widget: QWidget) -> bool:
    """Not pushed out of the window (what scrolls may be)."""
    ancestor = one.parentWidget()
    while ancestor is not None and ancestor is not widget:
        if ancestor.inherits("QAbstractScrollArea"):
            return True
        ancestor = ancestor.parentWidget()
    place = QRect(one.mapTo(widget, one.rect().topLeft()), one.size())
    return widget.rect().contains(place)


def nameless(widget: QWidget) -> list[str]:
    """Controls that a screen reader could not name."""
    found = []
    for one in widget.findChildren(QWidget):
        inner = one.objectName().startswith("qt_") or isinstance(
            one.parent(), (QAbstractSpinBox, QComboBox, QLineEdit)
        )
        if isinstance(one, INTERACTIVE) and not inner and one.isVisibleTo(widget) and not one.accessibleName():
            if isinstance(one, QAbstractButton) and one.text():
                continue
            found.append(f"nameless {type(one).__name__} {one.objectName()!r}")
    return found


def texts_of(widget: QWidget) -> set[str]:
    texts: set[str] = set()
    for one in widget.findChildren(QWidget):
        if not one.isVisibleTo(widget):
            continue
        texts |= {one.toolTip(), one.accessibleName()}
        if isinstance(one, (QLabel, QAbstractButton)):
            texts.add(one.text().strip())
        if isinstance(one, QLineEdit):
            texts.add(one.placeholderText())
    return {text for text in texts if LATIN_WORD.search(text)}


def english_words() -> set[str]:
    """Every source text of the screens, as the catalogues are made from them."""
    from babel.messages.extract import extract_from_dir

    import congress_desk.ui

    root = Path(congress_desk.ui.__file__).parent
    found = extract_from_dir(str(root), method_map=[("**.py", "python")], keywords={"say": None, "marked": None})
    return {message for _, _, message, _, _ in found if isinstance(message, str)} - {"Enter", "Excel"}
