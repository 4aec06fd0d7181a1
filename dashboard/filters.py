"""What a visitor looks at: period, department, category and supplier, and its round trip through the URL.

Only what differs from the default stands in the URL, as codes and never as words, so that a link means the same in
both languages and an address without filters always means the default.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dashboard.rules.scope import NOT_STATED, SCOPES, Scope
from dashboard.text import Text

KEYS = {
    "period_from": "fran",
    "period_to": "till",
    "unit_id": "forvaltning",
    "category_id": "kategori",
    "supplier_id": "leverantor",
    "scope": "omfattning",
}
ROLLING = 12

BAD_PERIOD = Text(
    sv="Perioden i adressen gick inte att läsa, så de senaste tolv månaderna visas.",
    en="The period in the address could not be read, so the last twelve months are shown.",
)
BAD_SCOPE = Text(
    sv="Omfattningen i adressen gick inte att läsa, så kommunens förvaltningar visas utan bolagen.",
    en="The scope in the address could not be read, so the municipality is shown without its companies.",
)
NO_ANSWER = Text(sv="Ej angiven", en="Not stated")
UNKNOWN = {
    "unit_id": Text(
        sv="Förvaltningen i adressen finns inte här, så alla förvaltningar visas.",
        en="The department in the address is not known here, so all departments are shown.",
    ),
    "category_id": Text(
        sv="Kategorin i adressen finns inte här, så alla kategorier visas.",
        en="The category in the address is not known here, so all categories are shown.",
    ),
    "supplier_id": Text(
        sv="Leverantören i adressen finns inte här, så alla leverantörer visas.",
        en="The supplier in the address is not known here, so all suppliers are shown.",
    ),
}


@dataclass(frozen=True)
class Filters:
    """A choice of months (202611, both ends included) and at most one of each of the rest.

    None means all, NOT_STATED the rows that do not say.

    Where no unit is chosen `scope` says whether the companies count, and `left_out` holds the units that then do not.
    """

    period_from: int
    period_to: int
    unit_id: int | None = None
    category_id: int | None = None
    supplier_id: int | None = None
    scope: Scope = "kommun"
    left_out: tuple[int, ...] = ()

    def with_all_but_period(self) -> "Filters":
        """The same months for everything."""
        return Filters(self.period_from, self.period_to, scope=self.scope, left_out=self.left_out)


def rolling(last: int, months: int = ROLLING) -> Filters:
    """The `months` months that end with `last`."""
    return Filters(add_months(last, 1 - months), last)


def add_months(period: int, months: int) -> int:
    """The month `months` after `period` (before, where negative): 202611, 3 -> 202702."""
    count = period // 100 * 12 + period % 100 - 1 + months
    return count // 12 * 100 + count % 12 + 1


def months_between(first: int, last: int) -> list[int]:
    """Every month from `first` to `last`, both included."""
    count = (last // 100 - first // 100) * 12 + last % 100 - first % 100
    return [add_months(first, n) for n in range(count + 1)]


def to_query(filters: Filters, default: Filters) -> dict[str, str]:
    """What must stand in the URL for `filters`: nothing that is as in `default`."""
    return {
        key: str(getattr(filters, field))
        for field, key in KEYS.items()
        if getattr(filters, field) not in (None, getattr(default, field))
    }


def from_query(
    query: Mapping[str, str], default: Filters, known: Mapping[str, Collection[int]]
) -> tuple[Filters, list[Text]]:
    """The filters a URL asks for, and a note for each value that could not be used (the default stands then).

    `known` holds the ids there are, by field: `{"unit_id": {1, 2}, …}`.
    """
    period, notes = _period(query, default)
    for field, note in UNKNOWN.items():
        written = query.get(KEYS[field])
        if written is None:
            continue
        if written.isascii() and written.isdigit() and _is_known(int(written), known.get(field, ())):
            found: dict[str, Any] = {field: int(written)}
            period = replace(period, **found)
        else:
            notes.append(note)
    return _scoped(period, query, notes)


def _is_known(wanted: int, ids: Collection[int]) -> bool:
    return wanted == NOT_STATED or wanted in ids


def _scoped(filters: Filters, query: Mapping[str, str], notes: list[Text]) -> tuple[Filters, list[Text]]:
    written = query.get(KEYS["scope"], filters.scope)
    scope = next((one for one in SCOPES if one == written), None)
    return (filters, [*notes, BAD_SCOPE]) if scope is None else (replace(filters, scope=scope), notes)


def _period(query: Mapping[str, str], default: Filters) -> tuple[Filters, list[Text]]:
    first = query.get(KEYS["period_from"], str(default.period_from))
    last = query.get(KEYS["period_to"], str(default.period_to))
    if _is_month(first) and _is_month(last) and int(first) <= int(last):
        return replace(default, period_from=int(first), period_to=int(last)), []
    return default, [BAD_PERIOD]


def _is_month(written: str) -> bool:
    if not (len(written) == 6 and written.isascii() and written.isdigit()):
        return False
    return 1970 <= int(written[:4]) <= 2099 and 1 <= int(written[4:]) <= 12  # the years a ledger may have
