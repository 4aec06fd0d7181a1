"""Rows that share a contract number are one contract: its suppliers, categories and units are those of all its rows."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

import polars as pl

from data_access.importers.options import Option
from data_access.importers.register_columns import plain
from data_access.importers.register_identity import Identity
from data_access.importers.register_problems import Found
from data_access.importers.register_rows import Row

CONTRACTS: dict[str, pl.DataType] = {
    "number": pl.String(),
    "registration_number": pl.String(),
    "title": pl.String(),
    "supplier_name": pl.String(),
    "type": pl.String(),
    "regime": pl.String(),
    "start_on": pl.Date(),
    "initial_end_on": pl.Date(),
    "is_until_further_notice": pl.Boolean(),
    "notice_buyer_months": pl.Int64(),
    "notice_supplier_months": pl.Int64(),
    "ceiling_ore": pl.Int64(),
    "estimated_value_ore": pl.Int64(),
    "procedure": pl.String(),
    "complexity": pl.String(),
    "review_risk": pl.String(),
    "owner": pl.String(),
    "is_exclusive": pl.Boolean(),
}
OPTIONS: dict[str, pl.DataType] = {
    "number": pl.String(),
    "sequence": pl.Int64(),
    "length_months": pl.Int64(),
    "mode": pl.String(),
    "call_deadline_months": pl.Int64(),
}
SCOPE: dict[str, pl.DataType] = {
    "number": pl.String(),
    "category": pl.String(),
    "above": pl.List(pl.String()),  # the categories that hold it, the widest first
    "unit": pl.String(),
}
SUPPLIERS: dict[str, pl.DataType] = {
    "number": pl.String(),
    "name": pl.String(),  # a pseudonym where mask_key is set
    "orgnr": pl.String(),
    "country": pl.String(),
    "foreign_id": pl.String(),
    "mask_key": pl.String(),
    "former_name": pl.String(),
    "rank": pl.Int64(),
}
FRAMEWORKS: dict[str, pl.DataType] = {"number": pl.String(), "framework": pl.String()}
NAME_LENGTH = 300


@dataclass(frozen=True)
class Contracts:
    """The five frames of a register, and what was found while rows became contracts."""

    contracts: pl.DataFrame
    options: pl.DataFrame
    scope: pl.DataFrame
    suppliers: pl.DataFrame
    frameworks: pl.DataFrame  # the number of each call-off, and of its framework
    found: list[Found]


def to_contracts(rows: Sequence[Row], identities: Sequence[tuple[Identity, ...]]) -> Contracts:
    """Contracts in the order their numbers first stand in the file."""
    groups: dict[str, list[int]] = {}
    for at, (row, who) in enumerate(zip(rows, identities, strict=True)):
        groups.setdefault(row.number or made_number(row, who), []).append(at)
    found: list[Found] = []
    contracts, options, scope, suppliers, frameworks = [], [], [], [], []
    for number, places in groups.items():
        own = [rows[at] for at in places]
        parties = _distinct([one for at in places for one in identities[at]])
        if not parties:
            found.append(Found("contract_without_supplier", own[0].member, own[0].row))
        contracts.append(_contract(number, own, parties, found))
        options += [
            (number, at, o.length_months, o.mode, o.call_deadline_months) for at, o in enumerate(_options(own), 1)
        ]
        scope += _scope(number, own, found)
        suppliers += [(number, *_stored(one)) for one in parties]
        frameworks += [(number, row.framework) for row in own if row.framework][:1]
    return Contracts(
        pl.DataFrame(contracts, schema=CONTRACTS, orient="row"),
        pl.DataFrame(options, schema=OPTIONS, orient="row"),
        pl.DataFrame(scope, schema=SCOPE, orient="row"),
        pl.DataFrame(suppliers, schema=SUPPLIERS, orient="row"),
        pl.DataFrame(frameworks, schema=FRAMEWORKS, orient="row"),
        found,
    )


def made_number(row: Row, who: Sequence[Identity]) -> str:
    """A number that is the same each time this row is read, for registers that have none.

    Rows of one registration number, title and start are one contract with several suppliers; without a registration
    number each supplier is a contract.
    """
    registration = row.values["registration_number"]
    by_supplier = "" if registration else ";".join(one.key for one in who)
    parts = (str(registration or ""), plain(str(row.values["title"])), by_supplier, str(row.values["start_on"]))
    mark = hashlib.sha256("|".join(parts).encode()).hexdigest()
    return f"{str(registration)[:50]}#{mark[:6]}" if registration else f"U-{mark[:10]}"


def _contract(number: str, rows: Sequence[Row], who: Sequence[Identity], found: list[Found]) -> dict[str, object]:
    merged: dict[str, object] = {"number": number}
    for column in rows[0].values:
        said = [row.values[column] for row in rows if row.values[column] is not None]
        merged[column] = said[0] if said else None
        if any(value != said[0] for value in said) and column not in ("start_on", "initial_end_on"):
            found.append(Found("rows_disagree", rows[1].member, rows[1].row, column))
    merged |= _widest(rows, found)
    merged["supplier_name"] = "; ".join(one.name for one in who if one.name)[:NAME_LENGTH] or None
    return {column: merged[column] for column in CONTRACTS}


def _widest(rows: Sequence[Row], found: list[Found]) -> dict[str, object]:
    """The earliest start and the latest end: a call-off that one of the parts allows is not called outside."""
    starts = [day for row in rows if isinstance(day := row.values["start_on"], date)]
    ends = [day for row in rows if isinstance(day := row.values["initial_end_on"], date)]
    if len(set(starts)) > 1 or len(set(ends)) > 1:
        found.append(Found("dates_differ", rows[1].member, rows[1].row))
    is_open = any(row.values["is_until_further_notice"] for row in rows)
    return {
        "start_on": min(starts, default=None),
        "initial_end_on": max(ends, default=None),
        "is_until_further_notice": is_open,
    }


def _options(rows: Sequence[Row]) -> tuple[Option, ...]:
    return next((row.options for row in rows if row.options), ())


def _scope(number: str, rows: Sequence[Row], found: list[Found]) -> list[tuple[object, ...]]:
    """Every category of a row with every unit of the same row; no unit is every unit."""
    scope: dict[tuple[str, str | None], tuple[str, ...]] = {}
    for row in rows:
        if row.units and not row.categories:
            found.append(Found("units_without_category", row.member, row.row))
        units: tuple[str | None, ...] = row.units or (None,)
        for category, unit in product(row.categories, units):
            scope.setdefault((category, unit), tuple(one for one in row.above if one != category))
    return [(number, category, list(above), unit) for (category, unit), above in scope.items()]


def _distinct(who: Sequence[Identity]) -> list[Identity]:
    """One of each; the best rank stands where parts of the contract rank differently."""
    kept: dict[str, Identity] = {}
    for one in who:
        known = kept.get(one.key)
        if known is None or (one.rank or 999) < (known.rank or 999):
            kept[one.key] = one
    return list(kept.values())


def _stored(one: Identity) -> tuple[str | int | None, ...]:
    name = one.name[:NAME_LENGTH] if one.name else None
    return name, one.orgnr, one.country, one.foreign_id, one.mask_key, one.former_name, one.rank
