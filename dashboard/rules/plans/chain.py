"""The chain from a contract over the procurement that replaces it to its successor, as long as it is known."""

from dataclasses import dataclass
from typing import Any, Literal

import polars as pl


@dataclass(frozen=True)
class Link:
    """One link: a contract, or the line of the plan between two."""

    kind: Literal["contract", "line"]
    key: int


def chain(items: pl.DataFrame, contract_id: int) -> tuple[Link, ...]:
    """The links from the first known contract to the last, this one among them. `items`: the table plan_item.

    Of several lines for one contract the latest counts; cancelled ones do not.
    """
    lines = items.filter(pl.col("state") != "cancelled").sort("needed_on", "id").to_dicts()
    after = {row["contract_id"]: row for row in lines if row["contract_id"] is not None}
    before = {row["successor_id"]: row for row in lines if row["successor_id"] is not None}
    earlier = _followed(before, "contract_id", contract_id)
    later = _followed(after, "successor_id", contract_id)
    return (*reversed(earlier), Link("contract", contract_id), *later)


def _followed(lines: dict[int, dict[str, Any]], towards: str, contract_id: int) -> list[Link]:
    """The lines and contracts one comes to, the nearest first. A ring of successors is followed once."""
    found: list[Link] = []
    seen = {contract_id}
    at: int | None = contract_id
    while at is not None and (line := lines.get(at)) is not None and Link("line", line["id"]) not in found:
        found.append(Link("line", line["id"]))
        at = line[towards]
        if at is None or at in seen:
            break
        seen.add(at)
        found.append(Link("contract", at))
    return found
