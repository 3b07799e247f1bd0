"""The reusable parts: what they show, what they tell, and what they never do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from congress_desk.ui.look import Look
from congress_desk.ui.sample_people import portrait
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.answer_panel import AnswerPanel, Shown
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.fit_label import ElidedLabel, FitLabel
from congress_desk.ui.widgets.live_view import LiveView
from congress_desk.ui.widgets.notice import NoticeStack
from congress_desk.ui.widgets.photo import PhotoView, picture_of
from congress_desk.ui.widgets.pill import StatusPill
from congress_desk.ui.widgets.progress_strip import ProgressStrip
from congress_desk.ui.widgets.quorum_bar import QuorumBar, QuorumFigures
from congress_desk.ui.widgets.search_field import SearchField

LONG = "Tôn Nữ Thị Hồng Nhung Công Tằng"


def image_of(widget: object) -> QImage:
    return widget.grab().toImage()  # type: ignore[attr-defined, no-any-return]


def test_a_long_name_shrinks_until_it_shows_whole(qtbot: QtBot, look: Look) -> None:
    label = FitLabel(largest=44, smallest=22, weight=QFont.Weight.Bold)
    qtbot.addWidget(label)
    label.resize(420, 120)
    label.setText("NGUYỄN AN")
    assert "font-size: 44px" in label.styleSheet()
    label.setText(LONG.upper())
    assert "font-size: 44px" not in label.styleSheet()
    assert label.heightForWidth(420) <= 120


def test_an_elided_text_keeps_its_whole_text_as_tooltip(qtbot: QtBot, look: Look) -> None:
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    label.resize(60, 20)
    assert label.toolTip() == LONG
    assert label.minimumSizeHint().width() == 0


def test_the_quorum_bar_changes_its_colour_when_the_quorum_is_reached(qtbot: QtBot, look: Look) -> None:
    bar = QuorumBar(look)
    qtbot.addWidget(bar)
    bar.resize(300, 26)
    bar.show_figures(QuorumFigures(convened=300, present=199, excused=6, needed=200), "1 more")
    assert image_of(bar).pixelColor(30, 13) == look.tokens.colour("gold")
    bar.show_figures(QuorumFigures(convened=300, present=200, excused=6, needed=200), "reached")
    image = image_of(bar)
    assert image.pixelColor(30, 13) == look.tokens.colour("ok")
    assert image.pixelColor(250, 13) == look.tokens.colour("line")
    assert image.pixelColor(298, 13) == look.tokens.colour("line_strong")
    assert bar.accessibleName() == "reached"


def test_nobody_convened_is_no_quorum() -> None:
    assert not QuorumFigures().reached


def test_a_photo_is_cut_to_three_by_four_and_nobody_is_a_quiet_outline(qtbot: QtBot, look: Look) -> None:
    photo = PhotoView(look)
    qtbot.addWidget(photo)
    photo.resize(300, 240)
    photo.show_photo(portrait(1))
    seen = image_of(photo)
    ground = seen.pixelColor(5, 120)
    assert seen.pixelColor(150, 120) != ground
    assert seen.pixelColor(55, 120) == ground
    photo.show_photo(b"no picture")
    assert image_of(photo).pixelColor(70, 20) == look.tokens.colour("calm_soft")
    assert picture_of(portrait(1), 48).height() == 48
    assert picture_of(None, 48).isNull()


def test_a_fixed_photo_has_its_size(look: Look, qtbot: QtBot) -> None:
    photo = PhotoView(look, height=160)
    qtbot.addWidget(photo)
    assert photo.size() == QSize(120, 160)


def test_the_live_picture_is_mirrored_and_the_frame_with_it(qtbot: QtBot, look: Look) -> None:
    view = LiveView(look)
    qtbot.addWidget(view)
    view.resize(400, 300)
    red, blue = b"\xff\x00\x00", b"\x00\x00\xff"
    view.show_picture(4, 3, (red * 2 + blue * 2) * 3)
    view.frame_face(None, (4, 3), Tone.CALM)
    seen = image_of(view)
    assert seen.pixelColor(40, 150).blue() > 200
    assert seen.pixelColor(360, 150).red() > 200
    view.frame_face((0, 0, 1, 3), (4, 3), Tone.ASK)
    framed = image_of(view)
    assert framed.pixelColor(300, 150) == look.tokens.colour("ask")
    view.show_nothing("no camera", "camera_off")
    assert view.accessibleDescription() == "no camera"


def test_notices_are_few_the_newest_first_and_the_same_is_told_once(qtbot: QtBot, look: Look) -> None:
    stack = NoticeStack(look)
    qtbot.addWidget(stack)
    for number in range(5):
        stack.tell(Tone.NO, f"trouble {number}")
    stack.tell(Tone.NO, "trouble 3")
    assert [notice.sentence for notice in stack.notices()] == ["trouble 3", "trouble 4", "trouble 2"]
    stack.notices()[0].closed.emit()
    assert len(stack.notices()) == 2
    stack.clear()
    assert not stack.isVisibleTo(None)  # type: ignore[arg-type]


def test_an_empty_room_says_one_sentence_and_offers_one_act(qtbot: QtBot, look: Look) -> None:
    done: list[bool] = []
    state = EmptyState(look, icon="people", sentence="Nobody yet.", button="Import", act=lambda: done.append(True))
    qtbot.addWidget(state)
    state.button.click()
    assert done == [True]
    assert any(label.text() == "Nobody yet." for label in state.findChildren(QLabel))


def test_progress_shows_what_is_done_and_what_is_left_and_can_be_cancelled(qtbot: QtBot, look: Look) -> None:
    strip = ProgressStrip(look)
    qtbot.addWidget(strip)
    strip.show_progress("Enrolling", 3, 445)
    assert any(label.text() == "3 / 445" for label in strip.findChildren(QLabel))
    with qtbot.waitSignal(strip.cancel_requested):
        strip.cancel_button.click()


def test_a_pill_has_icon_and_word(qtbot: QtBot, look: Look) -> None:
    pill = StatusPill(look)
    qtbot.addWidget(pill)
    pill.show_status(Tone.OK, "Open")
    assert pill.accessibleName() == "Open"
    icon, word = pill.findChildren(QLabel)
    assert not icon.pixmap().isNull()
    assert word.text() == "Open"


def test_the_search_rests_before_it_is_told_and_enter_tells_at_once(qtbot: QtBot, look: Look) -> None:
    field = SearchField(look, "Find")
    qtbot.addWidget(field)
    told: list[str] = []
    field.searched.connect(told.append)
    QTest.keyClicks(field, "anh")
    assert told == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == ["anh"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert told == ["anh", ""]
    assert field.text() == ""


@pytest.mark.parametrize("tone", list(Tone))
def test_the_answer_fills_its_half_with_the_tone_and_says_it_in_words(qtbot: QtBot, look: Look, tone: Tone) -> None:
    panel = AnswerPanel(look)
    qtbot.addWidget(panel)
    panel.resize(560, 520)
    panel.show_answer(Shown(tone=tone, icon=tone.icon, word="Word", advice="Advice"))
    wanted = "surface" if tone is Tone.CALM else f"panel_{tone.value}"
    assert image_of(panel).pixelColor(20, 260) == look.tokens.colour(wanted)
    assert panel.accessibleName() == "Word. Advice"
