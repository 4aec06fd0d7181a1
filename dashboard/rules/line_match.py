"""Which contract a ledger line belongs to: the first of reference, order, article and scope that leaves exactly one.

Where none leaves exactly one, the first that leaves several makes the line ambiguous. A contract is possible when it
was in force on the line's day and names the line's supplier, or names none.
"""

from typing import Any

import narwhals as nw

from dashboard.rules.codes import METHODS, Lines, code
from dashboard.rules.contract_answers import ONE, SEVERAL
from dashboard.rules.coverage import Coverage

PARTS = {
    "contract_id": nw.Int32(),
    "is_ranked": nw.Boolean(),
    "all_by": nw.Date(),
    "any_by": nw.Date(),
    "has_award": nw.Boolean(),
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
    """Adds what is known of the order and the references of lines in which nothing is written: nothing."""
    return lines.with_columns(order_channel=nw.lit(None, dtype=nw.Int8()), has_resolved_ref=nw.lit(False))


def with_contract(lines: Lines, coverage: Coverage) -> Lines:
    """Adds contract_id, match_method, is_ranked, has_award, and all_by and any_by: the last days on which an invoice is
    in time for all, and for any, of the possible contracts. Needs what `with_references` adds."""
    lines = lines.with_columns(best=nw.lit(None, dtype=nw.Int32()), match_method=nw.lit(None, dtype=nw.Int8()))
    for method, (register, group) in REFERENCES.items():
        if register not in coverage.empty:
            lines = with_answer(lines, coverage, "group", _group_key(group, coverage))
            lines = _with_better(lines, "group", nw.lit(code(METHODS, method), dtype=nw.Int8()))
    lines = lines.drop(*(group for _, group in REFERENCES.values()))
    lines = with_answer(lines, coverage, "scope", _scope_key(coverage))
    return _explained(_with_better(lines, "scope", _scope_method()), coverage)


def with_contract_by_scope(lines: Lines, coverage: Coverage) -> Lines:
    """As `with_contract`, for lines in which no reference is written."""
    found = with_answer(lines, coverage, "scope", _scope_key(coverage))
    found = found.with_columns(best=nw.col("scope"), match_method=_method("scope", _scope_method())).drop("scope")
    return _explained(found, coverage)


def _explained(lines: Lines, coverage: Coverage) -> Lines:
    """What the best answer's number stands for."""
    if "answers" in coverage.empty:
        return lines.with_columns(**{part: nw.lit(None, dtype=kind) for part, kind in PARTS.items()}).drop("best")
    answers = nw.from_native(coverage.frames["answers"])
    return lines.join(answers, left_on="best", right_on="answer", how="left").drop("best")


def _scope_key(coverage: Coverage) -> nw.Expr:
    return nw.col("supplier_id").cast(nw.Int64) * coverage.places + nw.col("place")


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
    """Takes an answer where it is the first with one contract, or the first of all while there is none."""
    best, new = nw.col("best"), nw.col(name)
    is_better = best.is_null() | ((best % 3 != ONE) & (new % 3 == ONE))
    return lines.with_columns(
        best=nw.when(is_better).then(new).otherwise(best),
        match_method=nw.when(is_better).then(_method(name, method)).otherwise(nw.col("match_method")),
    ).drop(name)


def _method(name: str, method: nw.Expr) -> nw.Expr:
    """The method where one contract is left, ambiguous where several are, null where none is."""
    kind, several = nw.col(name) % 3, nw.lit(code(METHODS, "ambiguous"), dtype=nw.Int8())
    return nw.when(kind == ONE).then(method).otherwise(nw.when(kind == SEVERAL).then(several))


def with_answer(lines: Lines, coverage: Coverage, name: str, key: nw.Expr) -> Lines:
    """Adds the column `name`: what the calendar of that name answers for the key on the line's day."""
    if name in coverage.empty:
        return lines.with_columns(**{name: nw.lit(None, dtype=nw.Int32())})
    keyed = lines.with_columns(**{f"{name}_key": key * coverage.calendar.months + nw.col("month")})
    met = keyed.join(nw.from_native(coverage.frames[name]), on=f"{name}_key", how="left")
    answer, turns = nw.col(f"{name}_0"), range(1, coverage.turns[name] + 1)
    for turn in turns:
        answer = (
            nw.when(nw.col("on_day") >= nw.col(f"{name}_from_{turn}")).then(nw.col(f"{name}_{turn}")).otherwise(answer)
        )
    spent = [f"{name}_key", f"{name}_0", *(f"{name}{part}_{turn}" for turn in turns for part in ("", "_from"))]
    return met.with_columns(**{name: answer}).drop(*spent)


def kept_day(lines: Lines, name: str) -> Lines:
    """The lines whose day lies in the piece they met, and those that met none."""
    first, last = nw.col(f"{name}_first"), nw.col(f"{name}_last")
    inside = (first <= nw.col("on_day")) & (last >= nw.col("on_day"))
    return lines.filter(first.is_null() | inside).drop(f"{name}_first", f"{name}_last")
