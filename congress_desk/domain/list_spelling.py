"""One spelling for what an office wrote in several: names all in capitals, a delegation in two cases.

Names become "Nguyễn Văn An" only where every name of the tab is in capitals; a single one may be meant.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from congress_desk.domain.list_values import from_capitals, is_in_capitals
from congress_desk.domain.lists import RowUnderstood


def evenly_spelled(rows: Sequence[RowUnderstood]) -> tuple[RowUnderstood, ...]:
    """The rows with names out of capitals, and each delegation in the spelling that most of its rows have."""
    shouting = {tab for tab, names in _names_by_tab(rows).items() if all(map(is_in_capitals, names))}
    spelling = _spellings(rows)
    return tuple(
        replace(
            row,
            person=replace(
                row.person,
                full_name=from_capitals(row.person.full_name) if row.sheet in shouting else row.person.full_name,
                delegation=spelling.get(row.person.delegation.casefold(), row.person.delegation),
            ),
        )
        for row in rows
    )


def _names_by_tab(rows: Sequence[RowUnderstood]) -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        names[row.sheet].append(row.person.full_name)
    return names


def _spellings(rows: Sequence[RowUnderstood]) -> dict[str, str]:
    """Case-folded delegation -> its commonest spelling, one not in capitals before one that is."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        counted[row.person.delegation.casefold()][row.person.delegation] += 1
    return {key: min(found, key=lambda text: (text.isupper(), -found[text], text)) for key, found in counted.items()}
