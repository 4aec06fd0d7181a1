"""The audit log of what was told: who did it, when, and what it changed; and what somebody tried and was refused."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import polars as pl

from sample_data.people import CONTROLLERS, KEYS

Row = dict[str, Any]
STAFF = KEYS[CONTROLLERS[0]]
OF_DECISION = (
    *("contract_id", "kind", "decided_on", "forum", "registration_number", "way", "option_sequence", "option_months"),
    *("end_before_on", "new_end_on", "has_delegation", "undoes_id", "case_id"),
)
OF_LINE = ("title", "contract_id", "decision_id", "needed_on", "planned_start_on", "responsible", "state")


@dataclass(frozen=True)
class Trace:
    """One kind of row. `at` and `who` are columns; without `who` a controller did it. Rows without `at` left no trace.

    `of` is the type of the object and the column with its id; `after` are the columns written, `fixed` what they were
    set to, `before` what stood there.
    """

    table: str
    act: str
    at: str
    who: str | None
    of: tuple[str, str]
    after: tuple[str, ...] = ()
    fixed: Mapping[str, object] | None = None
    before: Mapping[str, object] | None = None
    reason: str | None = None


TRACES = (
    Trace(
        "deviation", "report_deviation", "reported_at", "reported_by", ("deviation", "id"),
        ("supplier_id", "contract_id", "observed_on", "unit_id"), {"state": "reported"},
    ),
    Trace(
        "deviation", "complete_deviation", "complained_on", None, ("deviation", "id"),
        ("category", "severity", "complained_on", "due_on", "remedy"), {"state": "confirmed"}, {"state": "reported"},
    ),
    Trace(
        "deviation", "complete_deviation", "closed_on", None, ("deviation", "id"),
        ("state", "closed_on", "credited_ore"), None, {"state": "confirmed"},
    ),
    Trace(
        "escalation_case", "open_case", "opened_on", "opened_by", ("escalation_case", "id"),
        ("contract_id", "supplier_id"),
    ),
    Trace("case_member", "name_member", "from_on", None, ("case_member", "id"), ("case_id", "role", "person_id")),
    Trace(
        "case_record", "record_act", "at", "who", ("case_record", "id"),
        ("case_id", "kind", "done_on", "deadline_on", "verdict", "registration_number"),
    ),
    Trace(
        "penalty_event", "move_penalty", "at", "who", ("penalty", "penalty_id"),
        ("state", "happened_on", "amount_ore", "registration_number"), reason="reason",
    ),
    Trace(
        "erp_block", "request_block", "requested_on", "requested_by", ("erp_block", "id"),
        ("supplier_id", "contract_id", "case_id"), reason="reason",
    ),
    Trace("erp_block", "execute_block", "executed_on", "executed_by", ("erp_block", "id"), ("executed_on",)),
    Trace(
        "erp_block", "lift_block", "lifted_on", "lifted_by", ("erp_block", "id"), ("lifted_on",), reason="lifted_reason"
    ),
    Trace(
        "handover", "hand_over", "handed_over_on", "handed_over_by", ("contract", "contract_id"), ("handed_over_on",)
    ),
    Trace("handover", "receive_handover", "received_on", "received_by", ("contract", "contract_id"), ("received_on",)),
    Trace(
        "amendment", "record_amendment", "recorded_at", "recorded_by", ("amendment", "id"),
        ("contract_id", "signed_on", "ground", "value_delta_ore", "notice_published_on", "registration_number"),
    ),
    Trace(
        "contract_valuation", "value_contract", "at", "who", ("contract", "contract_id"),
        ("valued_on", "value_ore", "purchase_type", "source"),
    ),
    Trace("plan_stage", "advance_plan", "at", "who", ("plan_item", "plan_item_id"), ("stage", "entered_on")),
)  # fmt: skip


def trace_rows(tables: Mapping[str, pl.DataFrame]) -> list[Row]:
    """Rows of `audit_log` in the order things were done."""
    told = [row for one in TRACES for row in _rows(one, tables[one.table])]
    told += [_move(row) for row in tables["escalation_event"].iter_rows(named=True)]
    decisions = {row["id"]: row for row in tables["contract_decision"].iter_rows(named=True)}
    told += [_decided(row) for row in decisions.values()]
    lines = tables["plan_item"].drop_nulls("decision_id")
    told += [_planned(row, decisions[row["decision_id"]]) for row in lines.iter_rows(named=True)]
    told += _refused(tables["escalation_event"])
    told.sort(key=lambda row: (row["at"], row["object_type"], row["object_id"], row["act"]))
    return [{"id": turn + 1} | row for turn, row in enumerate(told)]


def _rows(one: Trace, frame: pl.DataFrame) -> Iterator[Row]:
    for row in frame.filter(pl.col(one.at).is_not_null()).iter_rows(named=True):
        yield {
            "at": _moment(row[one.at]),
            "who": row[one.who] if one.who else STAFF,
            "act": one.act,
            "object_type": one.of[0],
            "object_id": row[one.of[1]],
            "before": dict(one.before) if one.before else None,
            "after": {name: _plain(row[name]) for name in one.after if row[name] is not None} | dict(one.fixed or {}),
            "reason": row[one.reason] if one.reason else None,
        }


def _move(row: Row) -> Row:
    return {
        "at": row["at"],
        "who": row["who"],
        "act": "move_case",
        "object_type": "escalation_case",
        "object_id": row["case_id"],
        "before": {"step": row["from_step"]},
        "after": {"step": row["to_step"], "event": row["event"]},
        "reason": row["reason"],
    }


def _decided(row: Row) -> Row:
    return {
        "at": row["at"],
        "who": row["who"],
        "act": "undo_decision" if row["kind"] == "undo" else f"decide_{row['kind']}",
        "object_type": "contract_decision",
        "object_id": row["id"],
        "before": {"new_end_on": str(row["end_before_on"])} if row["new_end_on"] else None,
        "after": {name: _plain(row[name]) for name in OF_DECISION if row[name] is not None},
        "reason": row["reason"],
    }


def _planned(line: Row, decision: Row) -> Row:
    """The line of the plan that the decision made."""
    return {
        "at": decision["at"],
        "who": decision["who"],
        "act": "plan_procurement",
        "object_type": "plan_item",
        "object_id": line["id"],
        "before": None,
        "after": {name: _plain(line[name]) for name in OF_LINE if line[name] is not None},
        "reason": None,
    }


def _refused(events: pl.DataFrame) -> list[Row]:
    """Some who went to step three or four had tried the day they came to the step below, and were told no."""
    codes = {
        "action_plan_failed": ["no_action_plan"],
        "decision_terminate": ["no_notice_of_breach", "no_continuity_plan"],
    }
    later = events.sort("case_id", "sequence").with_columns(before=pl.col("at").shift(1).over("case_id"))
    tried = later.filter(pl.col("event").is_in(list(codes)), pl.col("case_id") % 3 == 2)
    return [
        {
            "at": row["before"],
            "who": row["who"],
            "act": "move_case_refused",
            "object_type": "escalation_case",
            "object_id": row["case_id"],
            "before": None,
            "after": {"code": "move_refused", "codes": codes[row["event"]]},
            "reason": None,
        }
        for row in tried.iter_rows(named=True)
    ]


def _moment(value: date | datetime) -> datetime:
    return value if isinstance(value, datetime) else datetime.combine(value, time(10, 40))


def _plain(value: object) -> object:
    """As JSON can hold it."""
    return value if isinstance(value, bool | int | str) else str(value)
