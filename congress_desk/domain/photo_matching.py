"""Whose picture is which file, told by the file's name alone: citizen number, card number, or the person's name.

Offices name pictures "012.jpg", "nguyen_van_an.jpg", "012 - Nguyễn Văn An (2).jpg", "019075001234.png". The trap:
a number before a name is sometimes the list's serial number. Where most such numbers contradict the names, the
numbers are not cards and only the names count. What is not sure is asked, never guessed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from congress_desk.domain.dates import ascii_digits
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.names import folded, tidy_name

LONG_NUMBER = 9  # digits from which a number is one of a citizen card
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_COPY = re.compile(r"\s*(?:\(\d{1,2}\)|[-_ ]+(?:copy|bản sao|ban sao)(?:[-_ ]*\(?\d{1,2}\)?)?)$", re.IGNORECASE)
_CAMERA = re.compile(r"^(?:img|dsc[nf]?|p?xl|pict?|dcim|photo|image|screenshot|zalo|mvimg|vid)\d*$")
_NO_NAME = frozenset(  # words beside a card number that are nobody's name
    (
        "anh",
        "the",
        "chan",
        "dung",
        "hinh",
        "dai",
        "bieu",
        "so",
        "card",
        "photo",
        "badge",
        "scan",
        "db",
        "x",
        "mau",
        "dd",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoMatches:
    """matched: stem -> whose it is. ambiguous: stem -> whose it may be (of one person: he has another picture).

    unmatched: stems that name nobody. without: delegates that no picture was matched to.
    """

    matched: dict[str, DelegateId] = field(default_factory=dict)
    ambiguous: dict[str, tuple[DelegateId, ...]] = field(default_factory=dict)
    unmatched: tuple[str, ...] = ()
    without: tuple[DelegateId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stem:
    """A file name taken apart. card: a number that stands first; is_camera: a counter such as IMG_1234."""

    text: str
    words: tuple[str, ...]
    numbers: tuple[str, ...]
    card: str
    is_camera: bool


@dataclass(slots=True, kw_only=True)
class _Book:
    """The delegates by what a file can be named after."""

    by_id: dict[DelegateId, Delegate]
    by_citizen: dict[str, list[DelegateId]]
    by_card: dict[str, list[DelegateId]]
    by_name: dict[str, list[DelegateId]]
    longest: int


def match(file_stems: Sequence[str], delegates: Sequence[Delegate]) -> PhotoMatches:
    """Each stem (name without folder and ending) to the delegates it may show. The same in any order of files."""
    book = _book(delegates)
    stems = [_stem(text) for text in sorted(file_stems)]
    named = {stem.text: _by_name(stem, book) for stem in stems}
    trust_cards = _cards_agree(stems, named, book)
    found = {stem.text: _whose(stem, named[stem.text], book, trust_cards=trust_cards) for stem in stems}
    return _settled(found, delegates)


def _settled(found: Mapping[str, list[DelegateId]], delegates: Sequence[Delegate]) -> PhotoMatches:
    sure: dict[DelegateId, str] = {}
    for text in sorted((t for t, ids in found.items() if len(ids) == 1), key=lambda t: (len(t), t)):
        sure.setdefault(found[text][0], text)
    matched = {text: who for who, text in sure.items()}
    return PhotoMatches(
        matched={text: matched[text] for text in sorted(matched)},
        ambiguous={text: tuple(ids) for text, ids in found.items() if ids and text not in matched},
        unmatched=tuple(text for text, ids in found.items() if not ids),
        without=tuple(delegate.id for delegate in delegates if delegate.id not in sure),
    )


def _book(delegates: Sequence[Delegate]) -> _Book:
    citizens, cards, names = (defaultdict[str, list[DelegateId]](list) for _ in range(3))
    for delegate in delegates:
        sheet = delegate.sheet
        if sheet.citizen_number:
            citizens[sheet.citizen_number].append(delegate.id)
        if sheet.card_number:
            cards[_card(sheet.card_number)].append(delegate.id)
        names["".join(_name_words(sheet.full_name))].append(delegate.id)
    return _Book(
        by_id={delegate.id: delegate for delegate in delegates},
        by_citizen=citizens,
        by_card=cards,
        by_name=names,
        longest=max((len(_name_words(d.sheet.full_name)) for d in delegates), default=0),
    )


def _stem(text: str) -> _Stem:
    plain = _COPY.sub("", tidy_name(ascii_digits(text)))
    tokens = [token.casefold() for token in _TOKEN.findall(plain)]
    words = tuple(folded(token) for token in tokens if not token.isdigit())
    numbers = tuple(token for token in tokens if token.isdigit())
    camera = bool(tokens) and bool(_CAMERA.match(tokens[0]))
    return _Stem(
        text=text,
        words=words,
        numbers=numbers,
        card=tokens[0] if tokens and tokens[0].isdigit() and len(tokens[0]) < LONG_NUMBER else "",
        is_camera=camera,
    )


def _whose(stem: _Stem, named: list[DelegateId], book: _Book, *, trust_cards: bool) -> list[DelegateId]:
    for number in stem.numbers:
        if len(number) >= LONG_NUMBER and number in book.by_citizen:
            return book.by_citizen[number]
    if not named:
        return _by_card_alone(stem, book)
    carded = book.by_card.get(_card(stem.card), []) if stem.card else []
    if not carded or not trust_cards:
        return _narrowed(stem, named, book)
    both = [who for who in named if who in carded]
    return both or sorted({*_narrowed(stem, named, book), *carded})


def _by_name(stem: _Stem, book: _Book) -> list[DelegateId]:
    """Delegates whose whole name stands in the file name, words together; the longest such name."""
    count = len(stem.words)
    for length in range(count, 0, -1):
        for start in range(count - length + 1):
            key = "".join(stem.words[start : start + length])
            if key in book.by_name:
                return book.by_name[key]
    return []


def _narrowed(stem: _Stem, named: list[DelegateId], book: _Book) -> list[DelegateId]:
    """Of namesakes the one whose diacritics, birth year, birth date or delegation the file name has as well."""
    for fits in (_has_birth, _has_delegation, _has_diacritics):
        if len(named) > 1:
            fitting = [who for who in named if fits(stem, book.by_id[who])]
            named = fitting or named
    return named


def _has_birth(stem: _Stem, delegate: Delegate) -> bool:
    birth = delegate.sheet.birth_date
    if birth is None:
        return False
    written = {str(birth.year)}
    if birth.is_full:
        written |= {f"{birth.day:02}{birth.month:02}{birth.year}", str(birth).replace("-", "")}
    return not written.isdisjoint(stem.numbers)


def _has_delegation(stem: _Stem, delegate: Delegate) -> bool:
    words = [word for word in folded(delegate.sheet.delegation).split(" ") if word not in _KINDS_OF_UNIT]
    return bool(words) and f" {' '.join(words)} " in f" {' '.join(stem.words)} "


def _has_diacritics(stem: _Stem, delegate: Delegate) -> bool:
    written = " ".join(_TOKEN.findall(tidy_name(stem.text).casefold()))
    return " ".join(_TOKEN.findall(delegate.sheet.full_name.casefold())) in written


def _cards_agree(stems: Sequence[_Stem], named: Mapping[str, list[DelegateId]], book: _Book) -> bool:
    """Whether numbers before names are card numbers: at least half of them belong to the person named."""
    said = Counter(
        bool(set(named[stem.text]) & set(book.by_card[_card(stem.card)]))
        for stem in stems
        if stem.card and named[stem.text] and _card(stem.card) in book.by_card
    )
    return said[True] >= said[False]


def _by_card_alone(stem: _Stem, book: _Book) -> list[DelegateId]:
    """ "012", "012_1", "the_012": the first number, unless a camera counted it or other words stand beside it."""
    if stem.is_camera or not stem.numbers or not _NO_NAME.issuperset(stem.words):
        return []
    return book.by_card.get(_card(stem.numbers[0]), [])


def _name_words(full_name: str) -> list[str]:
    return [folded(token) for token in _TOKEN.findall(full_name)]


def _card(number: str) -> str:
    return number.strip().casefold().lstrip("0") or "0"


_KINDS_OF_UNIT = frozenset(["doan", "xa", "phuong", "thi", "tran", "dai", "bieu", "dang", "bo", "tinh"])
