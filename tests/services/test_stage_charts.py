"""Charts on the wall are those of the reports, as far as the clock has come."""

from __future__ import annotations

import datetime as dt

import pytest

from congress_desk.domain.refusals import Refusal
from congress_desk.domain.stage import ChartFace, Choice, FaceKind
from congress_desk.services.charts import ChartsService
from congress_desk.services.roster import Roster
from tests.builders import Hall


@pytest.mark.parametrize("about", ["over-time", "presence", "gender", "age", "degree", "theory"])
def test_every_chart_on_the_wall_is_the_one_of_the_reports(hall: Hall, about: str) -> None:
    hall.check_in.by_code(hall.badge(0), hall.session)
    hall.stage.take(Choice(kind=FaceKind.CHART, about=about))
    face = hall.stage.on_air().under
    assert isinstance(face, ChartFace)
    charts = ChartsService(hall.floor, Roster())
    known = {"over-time": charts.attendance(hall.session), "presence": charts.presence(hall.session)}
    known |= {chart.part.value: chart for chart in charts.composition()}
    assert face.chart == known[about]


def test_a_line_over_time_ends_at_the_clock(hall: Hall) -> None:
    hall.stage.take(Choice(kind=FaceKind.CHART, about="over-time"))
    first = hall.stage.on_air().under
    hall.clock.pass_time(minutes=3)
    later = hall.stage.on_air().under
    assert isinstance(first, ChartFace)
    assert isinstance(later, ChartFace)
    assert later.until - first.until == dt.timedelta(minutes=3)


def test_a_chart_that_is_not_known_is_refused(hall: Hall) -> None:
    with pytest.raises(Refusal) as refused:
        hall.stage.take(Choice(kind=FaceKind.CHART, about="weather"))
    assert refused.value.details == {"field": "chart"}
