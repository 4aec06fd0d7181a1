"""What a decision does to a contract on the day it is saved, and why it may not be taken.

Extending and giving notice are refused where the contract no longer gives the right, with the day it closed. Beginning
anew is never too late to decide on, only too late to avoid a gap; letting it lapse is for what has a last day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import polars as pl

from dashboard.rules.decisions.decision_dates import with_decision_dates
from dashboard.rules.decisions.lead_times import lead_times_on
from dashboard.rules.decisions.limits import decision_limits
from dashboard.rules.decisions.ways import ways

SHORTEST_REASON = 10
WAY_OF = {"extend": "extend", "terminate": "terminate", "reprocure": "reprocure", "expire": "let_lapse"}
KINDS = (*WAY_OF, "sanction")
DELEGATED = {"extend": "extension", "terminate": "notice", "reprocure": "procurement"}
MOVING = frozenset({"extend", "terminate", "expire", "undo"})  # those that may move a contract's end
ENDING = ("terminate", "expire")
ANY_AMOUNT = 2**62  # what is not known may be more than any limit


@dataclass(frozen=True)
class Standpoint:
    """One contract on one day: its dates, as of `with_decision_dates`, and the way asked for, as of `ways`."""

    dates: Mapping[str, Any]
    way: Mapping[str, Any] | None


def standpoint(
    frames: Mapping[str, pl.DataFrame],
    today: date,
    kind: str,
    *,
    desired_end_on: date | None = None,
    exhausted_on: date | None = None,
    ceiling_forecast_on: date | None = None,
) -> Standpoint:
    """Where the contract in `frames` (of `read_decision_frames`) stands; the other days as in `with_decision_dates`."""
    limits = decision_limits(frames["rule_limit"], today)
    given = frames["one"].with_columns(
        desired_end_on=pl.lit(desired_end_on, pl.Date),
        exhausted_on=pl.lit(exhausted_on, pl.Date),
        ceiling_forecast_on=pl.lit(ceiling_forecast_on, pl.Date),
        step=pl.lit(_step(frames), pl.Int64),
    )
    times = lead_times_on(frames, today, limits.own_procurements)
    dated = with_decision_dates(given, frames["option"], today, times, limits)
    asked = ways(dated, today).filter(pl.col("way") == WAY_OF.get(kind, ""))
    return Standpoint(dated.row(0, named=True), asked.row(0, named=True) if asked.height else None)


def _step(frames: Mapping[str, pl.DataFrame]) -> int | None:
    """The highest step of the contract's open cases."""
    is_open = frames["escalation_case"].filter(pl.col("closed_on").is_null()).select(case_id="id")
    last = frames["escalation_event"].sort("case_id", "sequence").unique("case_id", keep="last")
    step = is_open.join(last, on="case_id")["to_step"].max()
    return int(str(step)) if step is not None else None


def in_the_way(
    standing: Sequence[Mapping[str, Any]], plan: Mapping[int, Mapping[str, Any] | None], end: date | None
) -> list[str]:
    """The kinds among `standing` that a new decision must not repeat; `plan`: the line each decision made, by its id.

    To procure anew may be decided again when the contract's `end` is another than it was, or the line is cancelled.
    """

    def is_over(one: Mapping[str, Any]) -> bool:
        line = plan.get(one["id"])
        return one["end_before_on"] != end or (line is not None and line["state"] == "cancelled")

    return [str(one["kind"]) for one in standing if one["kind"] != "reprocure" or not is_over(one)]


def obstacles(at: Standpoint, kind: str, option: int | None, stands: Sequence[str], today: date) -> list[str]:
    """Codes of why not, none where it may be done. `stands`: the kinds of the decisions that hold already."""
    found = {
        f"decision_stands_{kind}": kind in (*ENDING, "reprocure") and kind in stands,
        "decision_stands_end": kind in ("extend", *ENDING) and any(one in stands for one in ENDING if one != kind),
    }
    of_kind = {"extend": _extending, "terminate": _giving_notice, "expire": _letting_lapse}
    if kind in of_kind and not any(found.values()):
        found |= of_kind[kind](at, option, today)
    return [code for code, holds in found.items() if holds]


def _extending(at: Standpoint, option: int | None, _today: date) -> dict[str, bool]:
    state, following = _state(at), at.dates["next_option"]
    is_open = at.dates["next_state"] == "open"
    return {
        "option_used": state != "too_late" and option is not None and (following is None or option < following),
        "option_not_next": is_open and option is not None and option > following,
        "extend_too_late": state == "too_late",
        "extend_none_left": state == "not_offered",
        "extend_unknown": state == "unknown",
        "extend_renews": bool(at.dates["is_endless"]) and state not in ("too_late", "unknown"),
    }


def _giving_notice(at: Standpoint, _option: int | None, today: date) -> dict[str, bool]:
    state, end, wanted = _state(at), at.dates["current_end"], at.dates["desired_end_on"]
    return {
        "notice_too_late": state == "too_late",
        "notice_given": state == "not_offered",
        "notice_unknown": state == "unknown",
        "notice_end": wanted is not None and (wanted < today or (end is not None and wanted > end)),
    }


def _letting_lapse(at: Standpoint, _option: int | None, _today: date) -> dict[str, bool]:
    return {"lapse_no_end": _state(at) in ("not_offered", "unknown")}


def _state(at: Standpoint) -> str:
    return str(at.way["state"]) if at.way else "unknown"


def effect(at: Standpoint, kind: str) -> dict[str, Any]:
    """What the decision's row says of ends and options: null where it moves nothing."""
    dates = at.dates
    values: dict[str, Any] = {"way": at.way["state"] if at.way else None, "end_before_on": dates["current_end"]}
    if kind == "extend":
        option = {"option_sequence": dates["next_option"], "option_months": dates["next_months"]}
        return values | option | {"new_end_on": dates["extended_end"]}
    if kind == "terminate":
        end = dates["desired_end_on"] or dates["current_end"] or dates["notice_end"]
        return values | {"new_end_on": end}
    stops = kind == "expire" and at.way is not None and "renews_by_itself" in at.way["reasons"]
    return values | ({"new_end_on": dates["current_end"]} if stops else {})


def needed_on(at: Standpoint) -> date | None:
    """The first day a new contract must hold: when the term ends or the ceiling is used up. Null where neither is."""
    end: date | None = at.dates["effective_end"]
    return end + timedelta(days=1) if end else None


def undo_obstacles(
    undone: Mapping[str, Any], standing: Sequence[Mapping[str, Any]], item: Mapping[str, Any] | None, today: date
) -> list[str]:
    """Codes of why a decision may not be undone. `standing`: the contract's decisions; `item`: its line in the plan."""
    is_extension = undone["kind"] == "extend"
    later = any(one["kind"] == "extend" and one["id"] > undone["id"] for one in standing)
    begins = undone["end_before_on"] if is_extension else undone["new_end_on"]
    found = {
        "undo_of_undo": undone["kind"] == "undo",
        "undo_extended_since": is_extension and later,
        "undo_in_force": undone["new_end_on"] is not None and begins is not None and begins < today,
        "undo_plan_begun": item is not None and item["state"] not in ("planned", "cancelled"),
    }
    return [code for code, holds in found.items() if holds]
