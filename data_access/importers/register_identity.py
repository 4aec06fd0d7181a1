"""Who the suppliers of a register are: numbers judged, persons given pseudonyms, former names told apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import polars as pl

from data_access.importers.orgnr import hide_person
from data_access.importers.register_problems import Found
from data_access.importers.register_rows import Named, Row
from data_access.importers.suppliers import KEYS, with_suppliers

_FORMER = re.compile(
    r"\s*[,(]*\s*(?<!\w)(?:f\.?\s?d|tidigare|formerly)(?!\w)\.?:?\s*(?P<name>[^()]+)\)?\s*", re.IGNORECASE
)


@dataclass(frozen=True)
class Identity:
    """One supplier, fit to be stored: a person's name and number are pseudonyms here already."""

    name: str | None
    orgnr: str | None
    country: str | None
    foreign_id: str | None
    mask_key: str | None
    former_name: str | None
    rank: int | None

    @property
    def key(self) -> str:
        """What tells this supplier from the others of its contract."""
        return self.mask_key or self.orgnr or self.foreign_id or (self.name or "").casefold()


def identify(rows: Sequence[Row]) -> tuple[list[tuple[Identity, ...]], list[Found]]:
    """The suppliers of each row, in order, and what was found out about their numbers."""
    named = [(at, one) for at, row in enumerate(rows) for one in row.suppliers]
    blank = dict.fromkeys((*KEYS, "country"))
    rows_asked = [
        {**blank, "supplier_name": current_name(one.name) or None, "orgnr": one.number or None} for _, one in named
    ]
    asked = pl.DataFrame(rows_asked, schema=dict.fromkeys(blank, pl.String()))
    answers = with_suppliers(asked.with_row_index("order")).sort("order").to_dicts()
    identities: list[list[Identity]] = [[] for _ in rows]
    found: list[Found] = []
    for (at, one), answer in zip(named, answers, strict=True):
        identities[at].append(_identity(one, answer))
        found += [Found(code, rows[at].member, rows[at].row) for code in _codes(answer)]
    return [tuple(one) for one in identities], found


def without_persons(row: Row, identities: Sequence[Identity]) -> Row:
    """The row with the pseudonym where its title tells a person's name, and without personal numbers in the title."""
    title = str(row.values["title"])
    for one, identity in zip(row.suppliers, identities, strict=True):
        if identity.mask_key and len(one.name) > 2:
            title = re.sub(re.escape(one.name), identity.name or "", title, flags=re.IGNORECASE)
    return replace(row, values={**row.values, "title": hide_person(title)[:300]})


def current_name(name: str) -> str:
    """The name without the former one: 'Nya AB (f.d. Gamla AB)' -> 'Nya AB'."""
    return _FORMER.sub("", name).strip(" ,") or name


def former_name(name: str) -> str | None:
    """The name the supplier had before, where the text says so."""
    found = _FORMER.search(name)
    return found["name"].strip(" ,.)") or None if found and current_name(name) != name else None


def _identity(one: Named, answer: dict[str, object]) -> Identity:
    mask, orgnr, country = (answer[column] for column in ("mask_key", "orgnr", "country"))
    foreign = answer["supplier_no"] or one.number if country else None
    return Identity(
        name=_text(answer["supplier_name"]),
        orgnr=_text(orgnr),
        country=_text(country),
        foreign_id=re.sub(r"\s", "", str(foreign)) if foreign else None,
        mask_key=_text(mask),
        former_name=None if mask else former_name(one.name),
        rank=one.rank or None,
    )


def _codes(answer: dict[str, object]) -> list[str]:
    if answer["mask_key"]:
        return ["suppliers_masked"]
    without = [] if answer["orgnr"] or answer["country"] else ["supplier_without_orgnr"]
    return ["orgnr_invalid", *without] if answer["is_orgnr_bad"] else without


def _text(value: object) -> str | None:
    return str(value) if value is not None else None
