"""Were suppliers treated alike: the same kind of deviation, as bad, led to which step and which sanction?

A deviation is held against the others of its category and severity. It stands out where its step differs from the
group's median by at least one, or its sanction is not the group's usual one. To stand out is not to be wrong: there may
be good reasons, and they should be written down (LOU 4 kap. 1 §, equal treatment).
"""

from datetime import date

import polars as pl

SANCTIONS = ("none", "complaint", "waived", "claimed", "notice", "termination")  # the lightest first
FEWEST = 3  # fewer than so many in a group say nothing
HIGHEST_STEP = 4
GROUP = ("category", "severity")
TERMINATED = ("declaration_of_termination", "termination_decision")


def treated(
    deviations: pl.DataFrame, events: pl.DataFrame, records: pl.DataFrame, penalties: pl.DataFrame, today: date
) -> pl.DataFrame:
    """One row a deviation whose category and severity are known, dismissed ones left out.

    `id, supplier_id, unit_id, contract_id, case_id, category, severity, observed_on, is_open`, `step` (the highest its
    case stood on while the deviation was open, 0 without a case), `sanction` (the heaviest used), `reason` (given with
    that step or with the penalty; null: none), `n` and `suppliers` of its group, `median_step`, `usual_sanction` (null:
    no single one), `worst` (the highest severity in its case: that may be what the step is for), `is_compared` (the
    group is large enough), `differs_step`, `differs_sanction`, `stands_out`.

    `penalties` is `penalty_ledger`; the others have the columns of their tables.
    """
    known = deviations.filter(
        pl.col("state") != "dismissed", pl.col("category").is_not_null(), pl.col("severity").is_not_null()
    ).select(
        *("id", "supplier_id", "unit_id", "contract_id", "case_id", "observed_on", "complained_on", *GROUP),
        is_open=pl.col("closed_on").is_null(),
        until_on=pl.col("closed_on").fill_null(today),
    )
    rows = known.join(_steps(known, events), on="id", how="left").join(
        _sanctions(known, events, records, penalties), on="id", how="left"
    )
    rows = rows.with_columns(
        step=pl.col("step").fill_null(0),
        sanction=pl.col("rank").fill_null(0).replace_strict(range(len(SANCTIONS)), SANCTIONS, return_dtype=pl.String),
        reason=pl.concat_str("step_reason", "penalty_reason", separator=" · ", ignore_nulls=True).replace("", None),
    )
    return _held_against_group(rows.drop("rank", "complained_on", "until_on", "step_reason", "penalty_reason"))


def _steps(known: pl.DataFrame, events: pl.DataFrame) -> pl.DataFrame:
    """`id, step, step_reason`: the highest step in force at any time from when it was seen until it was closed."""
    spans = events.sort("case_id", "sequence").with_columns(
        ended_on=pl.col("happened_on").shift(-1).over("case_id"),
    )
    within = known.join(spans.select("case_id", "to_step", "happened_on", "ended_on", "reason"), on="case_id").filter(
        pl.col("to_step") <= HIGHEST_STEP,
        pl.col("happened_on") <= pl.col("until_on"),
        pl.col("ended_on").is_null() | (pl.col("ended_on") > pl.col("observed_on")),
    )
    highest = within.sort("to_step", "happened_on").group_by("id", maintain_order=True)
    return highest.agg(step=pl.col("to_step").last(), step_reason=_written("reason").last())


def _sanctions(
    known: pl.DataFrame, events: pl.DataFrame, records: pl.DataFrame, penalties: pl.DataFrame
) -> pl.DataFrame:
    """`id, rank, penalty_reason`: the heaviest sanction used, as its place in SANCTIONS."""
    told = known.filter(pl.col("complained_on").is_not_null()).select("id", _rank("complaint"))
    kinds = {"complaint": "complaint", "notice_of_breach": "notice", **dict.fromkeys(TERMINATED, "termination")}
    done = records.filter(
        pl.col("withdrawn_at").is_null(), pl.col("kind").is_in(list(kinds)), pl.col("verdict").fill_null(True)
    ).select("case_id", on="done_on", rank=_ranked("kind", kinds))
    ended = events.filter(pl.col("event") == "decision_terminate").select(
        "case_id", _rank("termination"), on="happened_on"
    )
    acts = (
        known.join(pl.concat([done, ended.select(done.columns)]), on="case_id")
        .filter(pl.col("on").is_between(pl.col("observed_on"), pl.col("until_on")))
        .select("id", "rank")
    )
    fines = _penalties(known, penalties)
    every = pl.concat([told, acts, fines.select("id", "rank")]).group_by("id").agg(pl.col("rank").max())
    reasons = fines.group_by("id").agg(penalty_reason=pl.col("reason").drop_nulls().last())
    return every.join(reasons, on="id", how="left")


def _penalties(known: pl.DataFrame, penalties: pl.DataFrame) -> pl.DataFrame:
    """`id, rank, reason` of penalties for the deviation itself, or for its case and no deviation in particular."""
    used = {"waived": "waived", **dict.fromkeys(("claimed", "decided", "invoiced", "received"), "claimed")}
    of = penalties.filter(pl.col("state").is_in(list(used))).select(
        "case_id", "deviation_id", reason=_written("reason"), rank=_ranked("state", used)
    )
    own = known.join(of.drop("case_id").rename({"deviation_id": "id"}), on="id")
    case = known.join(of.filter(pl.col("deviation_id").is_null()).drop("deviation_id"), on="case_id")
    return pl.concat([own.select("id", "rank", "reason"), case.select("id", "rank", "reason")])


def _held_against_group(rows: pl.DataFrame) -> pl.DataFrame:
    usual = (
        rows.group_by(*GROUP, "sanction")
        .agg(used=pl.len())
        .group_by(*GROUP)
        .agg(
            usual_sanction=pl.when((pl.col("used") == pl.col("used").max()).sum() == 1).then(
                pl.col("sanction").sort_by("used").last()
            )
        )
    )
    group = {"n": pl.len().cast(pl.Int64), "suppliers": pl.col("supplier_id").n_unique().cast(pl.Int64)}
    compared = rows.join(usual, on=GROUP, how="left").with_columns(
        **{name: count.over(*GROUP) for name, count in group.items()},
        median_step=pl.col("step").median().over(*GROUP),
        worst=pl.when(pl.col("case_id").is_null()).then("severity").otherwise(pl.col("severity").max().over("case_id")),
        is_compared=pl.len().over(*GROUP) >= FEWEST,
    )
    return compared.with_columns(
        differs_step=pl.col("is_compared") & ((pl.col("step") - pl.col("median_step")).abs() >= 1),
        differs_sanction=(pl.col("is_compared") & (pl.col("sanction") != pl.col("usual_sanction"))).fill_null(False),
    ).with_columns(stands_out=pl.col("differs_step") | pl.col("differs_sanction"))


def groups(rows: pl.DataFrame) -> pl.DataFrame:
    """The groups of `treated`, the largest first: `category, severity, n, suppliers, median_step, usual_sanction,
    is_compared, lowest, highest, standing_out, without_reason`."""
    stands = pl.col("stands_out")
    return (
        rows.group_by(*GROUP)
        .agg(
            pl.col("n", "suppliers", "median_step", "usual_sanction", "is_compared").first(),
            lowest=pl.col("step").min(),
            highest=pl.col("step").max(),
            standing_out=stands.sum().cast(pl.Int64),
            without_reason=(stands & pl.col("reason").is_null()).sum().cast(pl.Int64),
        )
        .sort("n", *GROUP, descending=[True, False, False])
    )


def _rank(sanction: str) -> pl.Expr:
    return pl.lit(SANCTIONS.index(sanction), dtype=pl.Int64).alias("rank")


def _ranked(column: str, sanctions: dict[str, str]) -> pl.Expr:
    places = [SANCTIONS.index(sanction) for sanction in sanctions.values()]
    return pl.col(column).replace_strict(list(sanctions), places, return_dtype=pl.Int64)


def _written(column: str) -> pl.Expr:
    """What somebody wrote; nothing but spaces is nothing."""
    text = pl.col(column).str.strip_chars()
    return pl.when(text != "").then(text)
