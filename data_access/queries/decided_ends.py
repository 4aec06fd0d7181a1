"""What the decisions that stand do to contracts and their options: an extension is an option used, notice is an end.

A register never knows of a decision in full: it is taken again with the options unused, or with a later end and the
options that are left. An extension therefore counts only while the register's own end is no later than the day that
was extended; from then on the register tells of it itself, and the same option is never counted twice.
"""

from datetime import date
from typing import Any

import polars as pl
from sqlalchemy import Connection

from data_access.queries.decisions import standing
from data_access.tables.contracts import contract
from data_access.tables.decisions import contract_decision

ENDING = ("terminate", "expire")  # the latter names a day where it stops what would renew by itself
_OF = ("id", "contract_id", "option_sequence", "option_months", "end_before_on", "decided_on", "new_end_on")


def with_terminations(connection: Connection, contracts: pl.DataFrame) -> pl.DataFrame:
    """`contracts` with `terminated_on` the earliest of the register's day and the day notice was given for."""
    ended_on = contract_decision.c.new_end_on
    query = standing(contract_decision.c.contract_id, ended_on).where(ended_on.is_not(None))
    rows = [tuple(row) for row in connection.execute(query.where(contract_decision.c.kind.in_(ENDING)))]
    if not rows:
        return contracts
    schema = {"id": pl.Int64(), "decided_end": pl.Date()}
    given = pl.DataFrame(rows, schema=schema, orient="row").group_by("id").agg(pl.col("decided_end").min())
    joined = contracts.join(given, on="id", how="left", maintain_order="left")
    ended = pl.min_horizontal("terminated_on", "decided_end")
    return joined.with_columns(terminated_on=ended).drop("decided_end")


def with_extensions(connection: Connection, options: pl.DataFrame) -> pl.DataFrame:
    """`options` with `exercised_on` where a decision used the option, as long as it was then, in the order it had.

    An option that the register has dropped since is there all the same, with an id below zero.
    """
    query = standing(*(contract_decision.c[name] for name in _OF), contract.c.initial_end_on)
    joined = query.join(contract, contract.c.id == contract_decision.c.contract_id)
    asked = joined.where(contract_decision.c.kind == "extend").order_by(contract_decision.c.id)
    decided: dict[int, list[dict[str, Any]]] = {}
    for extension in connection.execute(asked).mappings():
        decided.setdefault(extension["contract_id"], []).append(dict(extension))
    if not decided:
        return options
    touched = options.filter(pl.col("contract_id").is_in(list(decided)))
    of_contract: dict[int, list[dict[str, Any]]] = {}
    for row in touched.iter_rows(named=True):
        of_contract.setdefault(row["contract_id"], []).append(row)
    made = [row for at, extensions in decided.items() for row in _used(of_contract.get(at, []), extensions)]
    others = options.filter(~pl.col("contract_id").is_in(list(decided)))
    return pl.concat([others, pl.DataFrame(made, schema=options.schema, orient="row")]).sort("contract_id", "sequence")


def _used(options: list[dict[str, Any]], extensions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One contract's options with those used that its extensions used."""
    end = _register_end(options, extensions[0]["initial_end_on"])
    left = [one for one in extensions if end is None or one["end_before_on"] is None or end <= one["end_before_on"]]
    moved = len(extensions) - len(left)  # those the register tells of: its options may be numbered anew
    for extension in left:
        free = (one for one in options if one["exercised_on"] is None and one["declined_on"] is None)
        found = next((one for one in free if one["sequence"] >= extension["option_sequence"] - moved), None)
        if found is None:
            options.append(_dropped(options, extension))
        else:
            found |= {"exercised_on": extension["decided_on"], "length_months": extension["option_months"]}
    return options


def _register_end(options: list[dict[str, Any]], initial_end_on: date | None) -> date | None:
    """The last day of the term with the options the register says are used."""
    months = sum(one["length_months"] for one in options if one["exercised_on"] is not None)
    if initial_end_on is None or not months:
        return initial_end_on
    day = pl.Series([initial_end_on]).dt.offset_by("1d").dt.offset_by(f"{months}mo").dt.offset_by("-1d")
    found: date = day[0]
    return found


def _dropped(options: list[dict[str, Any]], extension: dict[str, Any]) -> dict[str, Any]:
    last = max((one["sequence"] for one in options), default=0)
    return {
        "id": -extension["id"],
        "contract_id": extension["contract_id"],
        "sequence": last + 1,
        "length_months": extension["option_months"],
        "mode": "buyer",
        "call_deadline_months": None,
        "call_deadline_on": None,
        "exercised_on": extension["decided_on"],
        "declined_on": None,
    }
