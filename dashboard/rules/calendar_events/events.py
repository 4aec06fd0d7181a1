"""What is to be done on a contract is an event on its day until it is done, decided or past.

A gate that is handled leaves no event, and neither do the contract's notice and option. One stays: a contract that
renews by itself does so, whatever was decided, unless it is stopped. What has passed stands in the pages' lists, not
here. An event is the same when its day moves: its `uid` is made of what it is about. Options are known by their place
in the contract, since registers remake them.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl

GATE_REMIND, REMIND = 30, 14  # days before
OPEN_WAYS = ("possible", "possible_with_risk")
EVENT: Mapping[str, pl.DataType | type[pl.DataType]] = {
    "uid": pl.String,
    "kind": pl.String,
    "day": pl.Date,
    "remind_days": pl.Int64,
    "owner": pl.String,
    "people": pl.List(pl.String),
    "contract_id": pl.Int64,
    "case_id": pl.Int64,
    "number": pl.String,
    "title": pl.String,
    "about": pl.String,
    "ways": pl.List(pl.String),
    "notes": pl.List(pl.String),
}


def contract_events(dated: pl.DataFrame, options: pl.DataFrame, ways: pl.DataFrame, day: date) -> pl.DataFrame:
    """EVENT's columns: `gate`, `notice`, `option` and `stop` (a renewal by itself) of the contracts, from `day` on.

    `dated`, `options` and `ways` as of `dashboard.data.decision_frames.Decisions`. `ways` of a gate are those open;
    `notes`: `gate_no_later_than` (a part of the gate is not known, so it may come earlier) and `ceiling_forecast`.
    Secret contracts and those that have ended are left out.
    """
    there = dated.filter(~pl.col("is_secret"), ~pl.col("is_ended")).with_columns(contract_id=pl.col("id"))
    left = there.filter(~pl.col("is_handled"))
    return _ordered([_gates(left, ways), _notices(left), _options(there, options)], day)


def follow_up_events(planned: pl.DataFrame, day: date) -> pl.DataFrame:
    """EVENT's columns: `follow_up` for each planned one still to be done, `about` its method.

    `planned` as of `dashboard.data.follow_up.planned_rows`, which leaves secret contracts out.
    """
    to_do = planned.filter(~pl.col("is_over"), pl.col("state") == "coming")
    rows = to_do.with_columns(
        uid=_uid("follow-up-{}", "plan_id"),
        kind=pl.lit("follow_up"),
        day=pl.col("planned_on"),
        owner=pl.coalesce("controller", "responsible"),
        people=pl.concat_list("controller", "responsible"),
        contract_id=pl.col("row_id"),
        about=pl.col("method"),
    )
    return _ordered([rows], day)


def action_events(items: pl.DataFrame, cases: pl.DataFrame, contracts: pl.DataFrame, day: date) -> pl.DataFrame:
    """EVENT's columns: `action` for each one not done by `day` in a case open then, `about` what is to be done.

    All three have the tables' columns. It is its owner's event, and that of the contract's owner and controller, since
    the owner often is the supplier. Secret contracts are left out.
    """
    is_closed = (pl.col("closed_on") <= day).fill_null(False)
    is_done = (pl.col("done_on") <= day).fill_null(False)
    there = cases.filter(pl.col("opened_on") <= day, ~is_closed).select("contract_id", case_id="id")
    known = contracts.filter(~pl.col("is_secret")).select(
        "number", "title", "controller", contract_id="id", contract_owner="owner"
    )
    found = items.filter(~is_done).join(there, on="case_id").join(known, on="contract_id")
    rows = found.with_columns(
        uid=_uid("action-{}", "id"),
        kind=pl.lit("action"),
        day=pl.col("due_on"),
        people=pl.concat_list("owner", "contract_owner", "controller"),
        about=pl.col("description"),
    )
    return _ordered([rows], day)


def together(events: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """All the events in one frame, the first day first."""
    return pl.concat(events).sort("day", "uid")


def of_person(events: pl.DataFrame, name: str) -> pl.DataFrame:
    """The events of one person, however the name's letters are cased."""
    wanted = name.strip().lower()
    is_theirs = pl.col("people").list.eval(pl.element().str.strip_chars().str.to_lowercase() == wanted).list.any()
    return events.filter(is_theirs)


def _gates(left: pl.DataFrame, ways: pl.DataFrame) -> pl.DataFrame:
    """The days to decide by, with the ways open."""
    of_contract = ways.filter(pl.col("state").is_in(OPEN_WAYS)).group_by("contract_id", maintain_order=True)
    is_partial = pl.col("decision_gate").is_null()
    notes = pl.concat_list(
        pl.when(is_partial).then(pl.lit("gate_no_later_than")),
        pl.when(pl.col("is_end_forecast").fill_null(False)).then(pl.lit("ceiling_forecast")),
    )
    return left.join(of_contract.agg(ways=pl.col("way")), on="contract_id", how="left").with_columns(
        uid=_uid("contract-{}-gate", "id"),
        kind=pl.lit("gate"),
        day=pl.coalesce("decision_gate", "gate_no_later_than"),
        remind_days=pl.lit(GATE_REMIND),
        people=pl.concat_list("owner"),
        notes=notes.list.drop_nulls(),
    )


def _notices(left: pl.DataFrame) -> pl.DataFrame:
    """The last days to give notice, where none is given."""
    return left.filter(pl.col("terminated_on").is_null()).with_columns(
        uid=_uid("contract-{}-notice", "id"),
        kind=pl.lit("notice"),
        day=pl.col("notice_deadline"),
        people=pl.concat_list("owner"),
    )


def _options(there: pl.DataFrame, options: pl.DataFrame) -> pl.DataFrame:
    """The last days to call the next option, or to stop one that takes effect by itself."""
    is_automatic = pl.col("mode") == "automatic"
    following = options.filter(pl.col("state") == "open").select("contract_id", "sequence", "mode", "call_deadline")
    of_contract = there.select("contract_id", "number", "title", "owner", "is_handled")
    return (
        following.join(of_contract, on="contract_id")
        .filter(~pl.col("is_handled") | is_automatic)
        .with_columns(
            uid=_uid("contract-{}-option-{}", "contract_id", "sequence"),
            kind=pl.when(is_automatic).then(pl.lit("stop")).otherwise(pl.lit("option")),
            day=pl.col("call_deadline"),
            people=pl.concat_list("owner"),
        )
    )


def _uid(pattern: str, *columns: str) -> pl.Expr:
    return pl.format(pattern + "@luleaway", *columns)


def _ordered(frames: Sequence[pl.DataFrame], day: date) -> pl.DataFrame:
    """The frames as EVENT, without what has no day or has passed."""
    return together([_as_events(frame).filter(pl.col("day") >= day) for frame in frames])


def _as_events(frame: pl.DataFrame) -> pl.DataFrame:
    """EVENT's columns; those the frame lacks are empty, and the reminder is REMIND days before."""
    given = {"remind_days": pl.lit(REMIND), "ways": pl.lit([]), "notes": pl.lit([])}
    missing = [given.get(name, pl.lit(None)).alias(name) for name in EVENT if name not in frame.columns]
    lists = (pl.col("people").list.drop_nulls().list.unique(maintain_order=True), pl.col("ways", "notes").fill_null([]))
    return (
        frame.with_columns(missing).select(pl.col(name).cast(kind) for name, kind in EVENT.items()).with_columns(*lists)
    )
