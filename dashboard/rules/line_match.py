"""Which contract a ledger line belongs to: the first of reference, order, article and scope that leaves exactly one.

Where none leaves exactly one, the first that leaves several makes the line ambiguous. A contract is possible when it
was in force on the line's day and names the line's supplier, or names none.
"""

from typing import Any

import narwhals as nw

from dashboard.rules.codes import METHODS, Lines, code
from dashboard.rules.coverage import Coverage

ANSWER = {"contract": nw.Int32(), "is_ranked": nw.Boolean(), "all_by": nw.Date(), "any_by": nw.Date()}
ANSWERS: dict[str, dict[str, Any]] = {
    "group": ANSWER,
    "scope": {**ANSWER, "has_award": nw.Boolean()},
    "cover": {"is_doubtful": nw.Boolean(), "is_open": nw.Boolean()},
    "held": {"is": nw.Boolean()},
}
TEXTS: dict[str, tuple[str, dict[str, Any]]] = {
    "refs": ("contract_ref", {"ref_group": nw.Int64()}),
    "orders": (
        "order_ref",
        {"order_group": nw.Int64(), "order_created_on": nw.Date(), "order_ore": nw.Int64(), "order_channel": nw.Int8()},
    ),
    "articles": ("article_no", {"article": nw.Int64(), "article_group": nw.Int64()}),
}

REFERENCES = {
    "contract_ref": ("refs", "ref_group"),
    "order_ref": ("orders", "order_group"),
    "article": ("articles", "article_group"),
}


def with_references(lines: Lines, coverage: Coverage) -> Lines:
    """Adds what the line's written references stand for in the registers; null where they stand for nothing."""
    for name, (column, adds) in TEXTS.items():
        if name in coverage.empty:
            lines = lines.with_columns(**{add: nw.lit(None, dtype=kind) for add, kind in adds.items()})
        else:
            lines = lines.join(nw.from_native(coverage.frames[name]), on=column, how="left")
    is_found = ~nw.col("ref_group").is_null() | ~nw.col("order_created_on").is_null()
    return lines.with_columns(has_resolved_ref=is_found)


def has_reference() -> nw.Expr:
    """Whether anything that may stand for a contract is written on the line."""
    return ~(nw.col("contract_ref").is_null() & nw.col("order_ref").is_null() & nw.col("article_no").is_null())


def without_references(lines: Lines) -> Lines:
    """Adds the columns of `with_references` to lines in which nothing is written."""
    nothing = {add: nw.lit(None, dtype=kind) for _, adds in TEXTS.values() for add, kind in adds.items()}
    return lines.with_columns(**nothing, has_resolved_ref=nw.lit(False)).drop(
        "ref_group", "order_group", "article_group"
    )


def with_contract(lines: Lines, coverage: Coverage) -> Lines:
    """Adds contract_id, match_method, is_ranked, and all_by and any_by: the last days on which an invoice is in time
    for all, and for any, of the possible contracts. Needs what `with_references` adds."""
    lines = lines.with_columns(
        contract_id=nw.lit(None, dtype=nw.Int32()),
        is_ranked=nw.lit(False),
        all_by=nw.lit(None, dtype=nw.Date()),
        any_by=nw.lit(None, dtype=nw.Date()),
        match_method=nw.lit(None, dtype=nw.Int8()),
    )
    for method, (register, group) in REFERENCES.items():
        if register not in coverage.empty:
            lines = with_answer(lines, coverage, "group", _group_key(group, coverage))
            lines = _with_better(lines, "group", nw.lit(code(METHODS, method), dtype=nw.Int8()))
    return with_scope(lines.drop(*(group for _, group in REFERENCES.values())), coverage)


def with_scope(lines: Lines, coverage: Coverage) -> Lines:
    """The last step: what the supplier may sell to the line's unit in its category."""
    key = nw.col("supplier_id").cast(nw.Int64) * coverage.places + nw.col("place")
    return _with_better(with_answer(lines, coverage, "scope", key), "scope", _scope_method())


def with_contract_by_scope(lines: Lines, coverage: Coverage) -> Lines:
    """As `with_contract`, for lines in which no reference is written."""
    key = nw.col("supplier_id").cast(nw.Int64) * coverage.places + nw.col("place")
    found = with_answer(lines, coverage, "scope", key)
    is_any, is_one = ~nw.col("scope_any_by").is_null(), ~nw.col("scope_contract").is_null()
    several = nw.lit(code(METHODS, "ambiguous"), dtype=nw.Int8())
    return found.with_columns(
        contract_id=nw.col("scope_contract"),
        is_ranked=nw.col("scope_is_ranked"),
        all_by=nw.col("scope_all_by"),
        any_by=nw.col("scope_any_by"),
        match_method=nw.when(is_one).then(_scope_method()).otherwise(nw.when(is_any).then(several)),
    ).drop(*(f"scope_{part}" for part in ANSWER))


def _group_key(group: str, coverage: Coverage) -> nw.Expr:
    """A group's key for the line's supplier; where the group may be anybody's, one key for all."""
    number = nw.col(group)
    by_supplier = number * coverage.suppliers + nw.col("supplier_id").cast(nw.Int64)
    return nw.when(number < 0).then(number * -coverage.suppliers).otherwise(by_supplier)


def _scope_method() -> nw.Expr:
    by_unit = nw.lit(code(METHODS, "supplier_category_unit"), dtype=nw.Int8())
    return (
        nw.when(nw.col("unit_id").is_null())
        .then(nw.lit(code(METHODS, "supplier_category"), dtype=nw.Int8()))
        .otherwise(by_unit)
    )


def _with_better(lines: Lines, name: str, method: nw.Expr) -> Lines:
    """Takes an answer where it is the first with one contract, or the first with any while there is none."""
    is_one = ~nw.col(f"{name}_contract").is_null()
    is_better = nw.col("contract_id").is_null() & (
        is_one | (nw.col("any_by").is_null() & ~nw.col(f"{name}_any_by").is_null())
    )
    named = nw.when(is_one).then(method).otherwise(nw.lit(code(METHODS, "ambiguous"), dtype=nw.Int8()))
    news = {
        "contract_id": nw.col(f"{name}_contract"),
        "is_ranked": nw.col(f"{name}_is_ranked"),
        "all_by": nw.col(f"{name}_all_by"),
        "any_by": nw.col(f"{name}_any_by"),
        "match_method": named,
    }
    taken = {column: nw.when(is_better).then(new).otherwise(nw.col(column)) for column, new in news.items()}
    return lines.with_columns(**taken).drop(*(f"{name}_{part}" for part in ANSWER))


def with_answer(lines: Lines, coverage: Coverage, name: str, key: nw.Expr) -> Lines:
    """Joins the calendar `name` on key and month, and keeps the one piece that holds the line's day."""
    if name in coverage.empty:
        return lines.with_columns(
            **{f"{name}_{part}": nw.lit(None, dtype=kind) for part, kind in ANSWERS[name].items()}
        )
    keyed = lines.with_columns(**{f"{name}_key": key * coverage.calendar.months + nw.col("month")})
    met = keyed.join(nw.from_native(coverage.frames[name]), on=f"{name}_key", how="left")
    return kept_day(met, name).drop(f"{name}_key")


def kept_day(lines: Lines, name: str) -> Lines:
    """The lines whose day lies in the piece they met, and those that met none."""
    first, last = nw.col(f"{name}_first"), nw.col(f"{name}_last")
    inside = (first <= nw.col("on_day")) & (last >= nw.col("on_day"))
    return lines.filter(first.is_null() | inside).drop(f"{name}_first", f"{name}_last")
