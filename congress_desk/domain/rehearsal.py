"""The rehearsal congress: invented delegates, guests, staff and sessions, the same for the same seed.

Everybody here is made up: citizen numbers are right in shape (province, gender, century, year of birth) but end
in 99...., a range that is not handed out; telephone numbers begin with 0900, which no network uses.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from congress_desk.domain.attendance import EVERYBODY, SessionKind
from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import OFFICIAL, Category, Gender, Sheet
from congress_desk.domain.list_tables import column_letter
from congress_desk.domain.names import folded, name_sort_key
from congress_desk.domain.rehearsal_lives import Post, a_life
from congress_desk.domain.rehearsal_names import KINH, invented_name
from congress_desk.domain.rehearsal_places import DELEGATIONS, HOTELS, LOCAL_POSTS, POSTS, VILLAGES, Delegation

CONVENED = 445
FIRST_BIRTH_YEAR, LAST_BIRTH_YEAR, USUAL_BIRTH_YEAR = 1964, 1995, 1977
SHARE_OF_WOMEN = 0.272
SEATS_IN_A_ROW = 20
FIRST_GUEST_CARD, FIRST_STAFF_CARD = 9001, 9101
GUESTS = ("Khách mời Trung ương", "Nguyên lãnh đạo tỉnh", "Người có công tiêu biểu", "Đại biểu tôn giáo tiêu biểu")
STAFF = ("Tổ thư ký giúp việc", "Tổ lễ tân", "Tổ kỹ thuật", "Phóng viên")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSession:
    """A session to be: starts and ends are local times of the hall, without a zone."""

    name: str
    kind: SessionKind = SessionKind.OFFICIAL
    starts: dt.datetime
    ends: dt.datetime
    admits: frozenset[Category] = EVERYBODY


def rehearsal_people(seed: int, count: int = CONVENED, delegations: int = len(DELEGATIONS)) -> tuple[Sheet, ...]:
    """The convened, by delegation (1 to 21) and name, with card numbers from 001 on and seats by twenties."""
    chance = random.Random(f"people {seed}")
    chosen = DELEGATIONS[:delegations]
    sizes = _shares([delegation.share for delegation in chosen], count)
    genders = _genders(chance, count)
    taken: set[tuple[str, PartialDate | None]] = set()
    people: list[Sheet] = []
    for delegation, size in zip(chosen, sizes, strict=True):
        members = [_member(chance, delegation, place, genders.pop(), taken) for place in range(size)]
        people += sorted(members, key=lambda sheet: name_sort_key(sheet.full_name))
    return tuple(_numbered(chance, sheet, place, count) for place, sheet in enumerate(people))


def rehearsal_guests(seed: int, guests: int = 12, staff: int = 8) -> tuple[Sheet, ...]:
    """People beside the convened: invited guests, then staff; they have cards but no vote and no delegation head."""
    chance = random.Random(f"guests {seed}")
    invited = [
        _outsider(chance, Category.GUEST, "Khách mời", GUESTS[i % len(GUESTS)], FIRST_GUEST_CARD + i)
        for i in range(guests)
    ]
    serving = [
        _outsider(chance, Category.STAFF, "Ban Tổ chức Đại hội", STAFF[i % len(STAFF)], FIRST_STAFF_CARD + i)
        for i in range(staff)
    ]
    return (*invited, *serving)


def rehearsal_sessions(day: dt.date) -> tuple[PlannedSession, ...]:
    """Preparatory and opening sessions in the morning, working session in the afternoon of one day."""

    without_guests = OFFICIAL | {Category.ALTERNATE, Category.STAFF}
    return (
        PlannedSession(
            name="Phiên trù bị",
            kind=SessionKind.PREPARATORY,
            starts=dt.datetime.combine(day, dt.time(7, 0)),
            ends=dt.datetime.combine(day, dt.time(8, 30)),
            admits=without_guests,
        ),
        PlannedSession(
            name="Phiên khai mạc",
            starts=dt.datetime.combine(day, dt.time(8, 45)),
            ends=dt.datetime.combine(day, dt.time(11, 30)),
        ),
        PlannedSession(
            name="Phiên làm việc buổi chiều",
            starts=dt.datetime.combine(day, dt.time(13, 30)),
            ends=dt.datetime.combine(day, dt.time(17, 0)),
        ),
    )


def _member(
    chance: random.Random,
    delegation: Delegation,
    place: int,
    gender: Gender,
    taken: set[tuple[str, PartialDate | None]],
) -> Sheet:
    """place 0 leads the delegation; nobody shares both name and birth date with another."""
    while True:
        ethnicity = chance.choices(list(delegation.peoples), list(delegation.peoples.values()))[0]
        birth = _birth(chance, leading=place < 3)
        name = invented_name(chance, ethnicity, gender, birth.year)
        if (folded(name), birth) not in taken:
            break
    taken.add((folded(name), birth))
    post = _post(chance, delegation, place)
    life = a_life(chance, birth, delegation.kind, post)
    return Sheet(
        full_name=name,
        gender=gender,
        birth_date=birth,
        ethnicity=ethnicity,
        delegation=delegation.name,
        discussion_group=f"Tổ {delegation.group}",
        category=Category.EX_OFFICIO if post.rank < 2 and chance.random() < 0.8 else Category.APPOINTED,
        **life,
    )


def _post(chance: random.Random, delegation: Delegation, place: int) -> Post:
    """What he is: the leading posts once each, then the many others."""
    if not delegation.units:
        return _local_post(delegation, place)
    posts = POSTS["department" if delegation.units[0].startswith("Sở") else delegation.kind]
    turn = place // len(delegation.units)
    rank = turn if turn < 3 else chance.randrange(2, len(posts))
    return Post(title=posts[rank], unit=delegation.units[place % len(delegation.units)], rank=min(rank, 3))


def _local_post(delegation: Delegation, place: int) -> Post:
    """In a commune or ward; the title names the place unless it ends in its kind."""
    posts, others = POSTS[delegation.kind], LOCAL_POSTS[delegation.kind]
    local = delegation.name.removeprefix("Đoàn ")
    unit = local[0].upper() + local[1:]
    if place >= len(posts):
        village = VILLAGES[place % len(VILLAGES)]
        return Post(title=f"{others[place % len(others)]} {village}", unit=unit, rank=3)
    title = posts[place]
    named = title if title.endswith((" xã", " phường")) else f"{title} {local}"
    return Post(title=named, unit=unit, rank=min(place // 3, 3))


def _birth(chance: random.Random, *, leading: bool) -> PartialDate:
    """A full day; of one in forty only the year is known, as in old files."""
    last = 1982 if leading else LAST_BIRTH_YEAR
    usual = 1972 if leading else USUAL_BIRTH_YEAR
    year = min(int(chance.triangular(FIRST_BIRTH_YEAR, last + 1, usual)), last)
    month, day = chance.randint(1, 12), chance.randint(1, 28)
    return PartialDate(year) if chance.random() < 0.025 else PartialDate(year, month, day)


def _genders(chance: random.Random, count: int) -> list[Gender]:
    women = round(count * SHARE_OF_WOMEN)
    genders = [Gender.FEMALE] * women + [Gender.MALE] * (count - women)
    chance.shuffle(genders)
    return genders


def _numbered(chance: random.Random, sheet: Sheet, place: int, count: int) -> Sheet:
    """Card, seats, and the numbers that must differ between people; here and there something is not known."""
    width = max(3, len(str(count)))
    elsewhere = (place + SEATS_IN_A_ROW * 2) % count
    return replace(
        sheet,
        card_number=f"{place + 1:0{width}}",
        seat_opening=_seat(place),
        seat=_seat(elsewhere),
        citizen_number=citizen_number(sheet.gender, sheet.birth_date, 990_000 + place % 9_000, place // 9_000),
        party_card=f"19{990_000 + place:07}",
        phone="" if chance.random() < 0.03 else f"0900{place + 1:06}",
        hotel=f"{chance.choice(HOTELS)}, phòng {chance.randint(2, 6)}{chance.randint(1, 20):02}"
        if sheet.delegation.startswith("Đoàn xã")
        else "",
    )


def citizen_number(gender: Gender, birth: PartialDate | None, serial: int, offset: int = 0) -> str:
    """Province 019, then gender with century (0 male, 1 female of 1900-1999), two digits of the year, six more."""
    year = (birth.year if birth else 1970) % 100
    return f"{19 + offset:03}{1 if gender is Gender.FEMALE else 0}{year:02}{serial:06}"


def _outsider(chance: random.Random, category: Category, delegation: str, position: str, card: int) -> Sheet:
    gender = chance.choice((Gender.MALE, Gender.FEMALE))
    birth = PartialDate(chance.randint(1940, 1960) if category is Category.GUEST else chance.randint(1985, 2000))
    birth = PartialDate(birth.year, chance.randint(1, 12), chance.randint(1, 28))
    return Sheet(
        full_name=invented_name(chance, KINH, gender, birth.year),
        gender=gender,
        birth_date=birth,
        ethnicity=KINH,
        position=position,
        delegation=delegation,
        category=category,
        card_number=str(card),
        citizen_number=citizen_number(gender, birth, 999_000 + card - FIRST_GUEST_CARD),
        phone=f"0900{card:06}",
    )


def _seat(place: int) -> str:
    return f"{column_letter(place // SEATS_IN_A_ROW)}-{place % SEATS_IN_A_ROW + 1}"


def _shares(weights: Sequence[int], count: int) -> list[int]:
    """`count` divided by weights, by largest remainders."""
    whole = sum(weights)
    sizes = [count * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(count * weights[i] % whole), i))
    for i in order[: count - sum(sizes)]:
        sizes[i] += 1
    return sizes
