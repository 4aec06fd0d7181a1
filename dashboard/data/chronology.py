"""Everything that happened in a case, in order: what the case page shows and what the evidence file is made of."""

import polars as pl

from dashboard.data.edition import Edition
from dashboard.data.registers import register

SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "day": pl.Date,
    "at": pl.Datetime("us"),  # when it was written down, where that is known
    "source": pl.String,  # deviation, opened, event, record, penalty, block
    "id": pl.Int64,
    "code": pl.String,  # the deviation's category, the event, the record's kind, the penalty's state, the block's act
    "who": pl.String,  # a person's key
    "role": pl.String,
    "words": pl.String,  # description, reason or note as it was written
    "registration_number": pl.String,
    "from_step": pl.Int64,
    "to_step": pl.Int64,
    "deadline_on": pl.Date,
    "verdict": pl.Boolean,
    "amount_ore": pl.Int64,
    "evidence": pl.String,
    "document_state": pl.String,
    "severity": pl.Int64,
    "is_confidential": pl.Boolean,
    "is_withdrawn": pl.Boolean,
}
ORDER = ("deviation", "opened", "record", "penalty", "block", "event")  # within a day: first what led to the rest


def chronology(edition: Edition, case_id: int) -> pl.DataFrame:
    """Every deviation, record, penalty, block and move of the case, the oldest first; columns of SCHEMA.

    The words of confidential records are there too: whoever shows them asks who may see them.
    """
    parts = [
        _deviations(_of_case(edition, "deviation", case_id)),
        _opened(register(edition, "escalation_case").filter(pl.col("id") == case_id)),
        _records(_of_case(edition, "case_record", case_id)),
        _penalties(edition, case_id),
        *_blocks(_of_case(edition, "erp_block", case_id)),
        _events(_of_case(edition, "escalation_event", case_id)),
    ]
    rows = pl.concat([_whole(part) for part in parts])
    place = pl.col("source").replace_strict(list(ORDER), list(range(len(ORDER))), return_dtype=pl.Int64)
    return rows.sort("day", place, "at", "id", nulls_last=True, maintain_order=True)


def _of_case(edition: Edition, name: str, case_id: int) -> pl.DataFrame:
    return register(edition, name).filter(pl.col("case_id") == case_id)


def _whole(part: pl.DataFrame) -> pl.DataFrame:
    """The part with every column of SCHEMA; what it does not say is null, or false."""
    missing = [pl.lit(None, kind).alias(name) for name, kind in SCHEMA.items() if name not in part.columns]
    return (
        part.with_columns(missing)
        .select(pl.col(name).cast(kind) for name, kind in SCHEMA.items())
        .with_columns(pl.col("is_confidential", "is_withdrawn").fill_null(False))
    )


def _deviations(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.select(
        *("id", "severity", "evidence"),
        day="observed_on",
        at="reported_at",
        source=pl.lit("deviation"),
        code=pl.col("category"),
        who="reported_by",
        words="description",
    )


def _opened(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.select("id", "registration_number", day="opened_on", source=pl.lit("opened"), who="opened_by")


def _records(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.select(
        *("id", "at", "who", "role", "registration_number", "deadline_on", "verdict", "evidence"),
        *("document_state", "is_confidential"),
        day="done_on",
        source=pl.lit("record"),
        code="kind",
        words="note",
        is_withdrawn=pl.col("withdrawn_at").is_not_null(),
    )


def _penalties(edition: Edition, case_id: int) -> pl.DataFrame:
    own = _of_case(edition, "penalty", case_id).select(penalty_id="id")
    return (
        register(edition, "penalty_event")
        .join(own, on="penalty_id", how="semi")
        .select(
            *("at", "who", "role", "registration_number", "amount_ore"),
            id="penalty_id",
            day="happened_on",
            source=pl.lit("penalty"),
            code="state",
            words="reason",
        )
    )


def _blocks(rows: pl.DataFrame) -> list[pl.DataFrame]:
    """A block is asked for, put in place and lifted: a row each, where it has come that far."""
    reasons = {"requested": pl.col("reason"), "executed": pl.lit(None, pl.String), "lifted": pl.col("lifted_reason")}
    return [
        rows.filter(pl.col(f"{act}_on").is_not_null()).select(
            "id",
            day=f"{act}_on",
            source=pl.lit("block"),
            code=pl.lit(act),
            who=f"{act}_by",
            words=reason,
        )
        for act, reason in reasons.items()
    ]


def _events(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.select(
        *("id", "at", "who", "role", "registration_number", "from_step", "to_step"),
        day="happened_on",
        source=pl.lit("event"),
        code="event",
        words="reason",
    )
